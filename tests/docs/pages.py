"""What the tests of the documentation share: its pages, and the commands that they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "examples").glob("*.md")])

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shown:
    """One command line of a console block, and the lines that the page shows below it."""

    command: str
    output: str


def prose(page: Path) -> str:
    """A page without its fenced blocks."""
    return _FENCE.sub("", page.read_text("utf-8"))


def console(page: Path) -> Iterator[Shown]:
    """The commands in the console blocks of a page, in order."""
    for language, block in _FENCE.findall(page.read_text("utf-8")):
        if language != "console":
            continue
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield Shown(command, output)


def page_id(page: Path) -> str:
    """A page's name in the list of tests."""
    return str(page.relative_to(ROOT))
