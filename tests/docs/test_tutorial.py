"""The tutorials run: each of their commands succeeds and prints what the page shows.

``...`` in the lines shown stands for anything. Commands of a page run in order, in one folder that holds the examples,
so a later one may use what an earlier one wrote.
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

TUTORIALS = [DOCS / "tutorial-first-reading.md", DOCS / "tutorial-ledger.md"]
STEPS = [(page, shown) for page in TUTORIALS for shown in console(page) if shown.command.startswith("onrecord ")]
PROGRAM = [sys.executable, "-c", "import sys; from onrecord.faces.cli.main import main; sys.exit(main())"]
ENVIRONMENT = {"COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Path]:
    """A folder for each tutorial."""
    made = {page: tmp_path_factory.mktemp(page.stem) for page in TUTORIALS}
    for folder in made.values():
        shutil.copytree(ROOT / "examples", folder / "examples")
    return made


def step_id(part: Path | Shown) -> str:
    return part.stem if isinstance(part, Path) else part.command


@pytest.mark.parametrize(("page", "step"), STEPS, ids=step_id)
def test_each_command_does_what_the_page_shows(page: Path, step: Shown, folders: dict[Path, Path]) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "ONRECORD_LEDGER"}
    done = subprocess.run(
        [*PROGRAM, *shlex.split(step.command)[1:]],
        cwd=folders[page], env={**environment, **ENVIRONMENT, "ONRECORD_LISTS": str(folders[page] / "lists")},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert matches(step.output, done.stdout), f"shown:\n{step.output}\nprinted:\n{done.stdout}"


def test_the_tutorials_write_the_files_they_speak_of(folders: dict[Path, Path]) -> None:
    written = [(page, shlex.split(step.command)) for page, step in STEPS]
    files = [(page, words[-1]) for page, words in written if {"-o", "--chart", "backup"} & set(words)]
    assert len({page for page, _ in files}) == len(TUTORIALS)
    for path in (folders[page] / name for page, name in files):
        assert any(path.iterdir()) if path.is_dir() else path.stat().st_size > 0


@pytest.mark.parametrize("page", TUTORIALS, ids=step_id)
def test_a_tutorial_has_steps(page: Path) -> None:
    assert len([step for at, step in STEPS if at == page]) >= 5


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
