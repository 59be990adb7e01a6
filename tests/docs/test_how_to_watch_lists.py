"""The page on watch lists runs: its commands print what it shows, and the links it shows are those that are found."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from .pages import DOCS, ROOT, Shown, console
from .test_tutorial import ENVIRONMENT, PROGRAM, matches

PAGE = DOCS / "how-to-watch-lists.md"
STEPS = [shown for shown in console(PAGE) if shown.command.startswith("onrecord ")]
LINKS = [json.loads(block) for block in re.findall(r"^```json\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("watch-lists")
    shutil.copytree(ROOT / "examples", made / "examples")
    return made


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.command)
def test_each_command_does_what_the_page_shows(step: Shown, folder: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, *shlex.split(step.command)[1:]],
        cwd=folder, env={**os.environ, **ENVIRONMENT, "ONRECORD_LISTS": str(folder / "lists")},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert matches(step.output, done.stdout), f"shown:\n{step.output}\nprinted:\n{done.stdout}"


def test_the_links_shown_are_those_found(folder: Path) -> None:
    entities = json.loads((folder / "reading.json").read_text("utf-8"))["entities"]
    found = [link for entity in entities for link in entity["links"]]
    assert len(LINKS) == 2
    assert [link for link in LINKS if link not in found] == []
    assert next(entity for entity in entities if entity["name"] == "Velloran")["links"] == []
