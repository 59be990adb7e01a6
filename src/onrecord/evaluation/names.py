"""Gold pairs of names: one as a watch list writes it, one as an article does, and whether it may be called the same.

A table with tabs and a header line. ``listed`` holds one entry's names, parted by bars; ``low:`` before one says that
the list itself calls it weak. ``same`` is *yes* where a careful person told only these names, and that the list is of
the whole world, would take the written name for the listed one; *no* where they are different or too little to tell.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.errors import BadInput

COLUMNS: Final = ("id", "split", "tradition", "same", "listed_type", "written_type", "listed", "written", "note")
WEAK: Final = "low:"
SPLITS: Final = ("dev", "test")


@dataclass(frozen=True, slots=True)
class NamePair:
    """One pair.

    Attributes:
        split: "dev", to build with, or "test", only to measure with.
        tradition: which custom of names or which difficulty it is about.
        listed: the entry's names, the primary one first; weak: those of them that are weak.
    """

    id: str
    split: str
    tradition: str
    same: bool
    listed_type: str
    written_type: str
    listed: tuple[str, ...]
    weak: frozenset[str]
    written: str
    note: str


def pairs(file: Path) -> tuple[NamePair, ...]:
    """The pairs of a table.

    Raises:
        BadInput: it is not such a table.
    """
    try:
        with file.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{file} cannot be read.", "Give a table of name pairs.") from error
    if not rows or tuple(rows[0]) != COLUMNS:
        raise BadInput(f"{file} is not a table of name pairs.", f"Its header must be: {' '.join(COLUMNS)}, with tabs.")
    return tuple(_pair(file, number, row) for number, row in enumerate(rows[1:], 2) if row)


def _pair(file: Path, number: int, row: list[str]) -> NamePair:
    if len(row) != len(COLUMNS) or row[1] not in SPLITS or row[3] not in {"yes", "no"}:
        raise BadInput(f"Line {number} of {file} is not a name pair.", "Correct it; see docs/how-to-evaluate.md.")
    names = [name.strip() for name in row[6].split("|")]
    listed = tuple(name.removeprefix(WEAK) for name in names)
    weak = frozenset(name.removeprefix(WEAK) for name in names if name.startswith(WEAK))
    return NamePair(row[0], row[1], row[2], row[3] == "yes", row[4], row[5], listed, weak, row[7], row[8])


@dataclass(frozen=True, slots=True)
class Answered:
    """A pair and whether it was linked for certain."""

    pair: NamePair
    linked: bool

    @property
    def right(self) -> bool:
        return self.linked is self.pair.same


@dataclass(frozen=True, slots=True)
class PairScores:
    """Counts of certain links: right, wrong, and missed."""

    right: int
    wrong: int
    missed: int

    def precision(self) -> float:
        """Right links among all, in percent; 100 where there is none."""
        return 100 * self.right / (self.right + self.wrong) if self.right + self.wrong else 100.0

    def recall(self) -> float:
        """Linked pairs among those that are the same, in percent; 100 where there is none."""
        return 100 * self.right / (self.right + self.missed) if self.right + self.missed else 100.0


def scores(answers: Iterable[Answered]) -> PairScores:
    """Count what was answered."""
    answers = list(answers)
    return PairScores(
        right=sum(one.linked and one.pair.same for one in answers),
        wrong=sum(one.linked and not one.pair.same for one in answers),
        missed=sum(one.pair.same and not one.linked for one in answers),
    )
