"""Reading tables of a lexicon: text parted by tabs, a line of column names, remarks in lines that begin with "#"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from onrecord.errors import BadInput
from onrecord.reading.lexicon.pattern import GAP, OBJECT
from onrecord.reading.lexicon.words import words_of

GAPS: Final = (OBJECT, GAP)

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table with the place it stands at, for errors that name it."""

    file: str
    number: int
    cells: dict[str, str]

    @property
    def place(self) -> str:
        return f"{self.file}, line {self.number}"

    def words(self, column: str) -> tuple[str, ...]:
        """A pattern cell, cut into words as texts are; gaps and punctuation that stands alone are kept.

        Raises:
            BadInput: it is empty, or begins or ends with a gap.
        """
        words = tuple(
            word
            for part in self.cells[column].split()
            for word in ([part] if part in GAPS else [word.text for word in words_of(part)] or [part])
        )
        if not words:
            raise self.wrong(f"The column “{column}” is empty.", "Write the word there, or take the line out.")
        if words[0] in GAPS or words[-1] in GAPS:
            raise self.wrong(f"“{' '.join(words)}” begins or ends with a gap.", "Write a word before and after it.")
        return words

    def choice(self, column: str, choices: type[Choice]) -> Choice:
        """A cell that holds one of a closed set of words.

        Raises:
            BadInput: it holds another word.
        """
        try:
            return choices(self.cells[column])
        except ValueError:
            known = ", ".join(f"“{choice}”" if choice else "nothing" for choice in choices)
            problem = f"“{self.cells[column]}” is no value of the column “{column}”."
            raise self.wrong(problem, f"Write one of: {known}.") from None

    def wrong(self, problem: str, remedy: str) -> BadInput:
        """An error at this line."""
        return BadInput(f"{self.place}: {problem}", remedy)


def columns_of(text: str) -> tuple[str, ...]:
    """The column names of a table, from its first line that is no remark; none where there is no such line."""
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            return tuple(cell.strip() for cell in line.split("\t"))
    return ()


def lines_of(file: str, text: str, columns: Sequence[str]) -> Iterator[Line]:
    """The rows of a table.

    Args:
        file: the name that errors give.
        columns: those the table must have, in this order.

    Raises:
        BadInput: the columns are others, or a row has more or fewer cells.
    """
    named = False
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not named:
            if cells != list(columns):
                problem = f"{file}, line {number}: the columns are not those of this table."
                raise BadInput(problem, f"Begin with this line, parted by tabs: {' | '.join(columns)}.")
            named = True
            continue
        cells += [""] * (len(columns) - len(cells))
        row = Line(file, number, dict(zip(columns, cells, strict=False)))
        if len(cells) > len(columns):
            raise row.wrong(f"There are {len(cells)} cells, and {len(columns)} columns.", "Part cells by one tab each.")
        yield row
    if not named:
        raise BadInput(f"{file}: the table is empty.", f"Begin with this line, parted by tabs: {' | '.join(columns)}.")
