"""The tutorial runs: each of its commands succeeds and prints what the page shows.

``...`` in the lines shown stands for anything. Commands run in order, in one folder that holds the examples, so a
later one may use what an earlier one wrote.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .pages import DOCS, ROOT, Shown, console

TUTORIAL = DOCS / "tutorial-first-reading.md"
STEPS = [shown for shown in console(TUTORIAL) if shown.command.startswith("onrecord ")]
PROGRAM = [sys.executable, "-c", "import sys; from onrecord.faces.cli.main import main; sys.exit(main())"]
ENVIRONMENT = {"COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("tutorial")
    shutil.copytree(ROOT / "examples", made / "examples")
    return made


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.command)
def test_each_command_does_what_the_page_shows(step: Shown, folder: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, *shlex.split(step.command)[1:]],
        cwd=folder, env={**os.environ, **ENVIRONMENT}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert matches(step.output, done.stdout), f"shown:\n{step.output}\nprinted:\n{done.stdout}"


def test_the_tutorial_writes_the_files_it_speaks_of(folder: Path) -> None:
    written = [shlex.split(step.command)[-1] for step in STEPS if " -o " in step.command]
    assert written
    for path in (folder / name for name in written):
        assert any(path.iterdir()) if path.is_dir() else path.stat().st_size > 0


def test_the_tutorial_has_steps() -> None:
    assert len(STEPS) >= 5


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("", "", True),
        ("", "anything", True),
        ("two\n", "one\n", False),
        ("one\n...\nfour\n", "one\ntwo\nthree\nfour\n", True),
        ("one\n...\nfour\n", "one\ntwo\n", False),
        ("...said...\n", "she said so\n", True),
        ("one\n", "one  \n\n", True),
        ("a (b)\n", "a (b)\n", True),
    ],
)
def test_dots_stand_for_anything(shown: str, printed: str, same: bool) -> None:
    assert matches(shown, printed) is same


def matches(shown: str, printed: str) -> bool:
    """Whether a command printed what is shown; a command shown without output may print anything."""
    if not shown.strip():
        return True
    pattern = ".*".join(re.escape(part) for part in _trimmed(shown).split("..."))
    return re.fullmatch(pattern, _trimmed(printed), re.DOTALL) is not None


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())
