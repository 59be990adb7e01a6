"""Sheets: answers as rows and columns, for a terminal and for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.present.table import STACKED_BELOW, WIDEST, inert

Cell: TypeAlias = str | int | float | None

_FORMULA: Final = re.compile(r"^[\s\x00-\x20]*[=+\-@|]|^[\t\r\n]")
"""What a spreadsheet takes for a formula or a command (OWASP, CSV Injection)."""


PROSE: Final = 4
"""Share of a column that holds sentences; rows with one are set apart by an empty line."""


_NARROWEST: Final = 14
"""Letters that a column of words needs, or else its rows are shown as lines: two words a line are hard to read."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: for programs; the heading in CSV.
        heading: for people; nothing leaves the column out of tables.
        share: of the width of a terminal, beside those of the other columns; 0 for as wide as its cells.
    """

    name: str
    heading: str | None = None
    share: int = 0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under columns.

    Attributes:
        empty: what a person is told when there are none.
        note: what a person is told below the rows.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str
    note: str | None = None


def to_csv(sheet: Sheet) -> str:
    """A sheet as CSV (RFC 4180) with a line of column names; what looks like a formula is defused with a quote mark."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([column.name for column in sheet.columns])
    writer.writerows([_defused(cell) for cell in row] for row in sheet.rows)
    return stream.getvalue()


def _defused(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return "" if cell is None else cell
    plain = inert_lines(cell)
    return f"'{plain}" if _FORMULA.search(plain) else plain


def inert_lines(words: str) -> str:
    """Words that no terminal and no spreadsheet obeys; white space is made even."""
    return inert(" ".join(words.split()))


def print_sheet(sheet: Sheet, console: Console) -> None:
    """Print a sheet for people: as a table where there is room, else each row as a few lines."""
    if not sheet.rows:
        console.print(Text(sheet.empty))
        return
    shown = [place for place, column in enumerate(sheet.columns) if column.heading is not None]
    filled = [place for place in shown if any(_shown(row[place]) for row in sheet.rows)]
    if console.width < STACKED_BELOW or not _has_room(sheet, filled, min(console.width, WIDEST)):
        _print_stacked(sheet, filled, console)
    else:
        _print_table(sheet, filled, console)
    if sheet.note:
        console.print(Text(sheet.note, style="dim"))


def _has_room(sheet: Sheet, shown: Sequence[int], width: int) -> bool:
    """Whether columns that are as wide as their cells leave enough for those that share the rest."""
    fixed = [place for place in shown if not sheet.columns[place].share]
    taken = sum(
        2 + max(len(sheet.columns[place].heading or ""), *(len(_shown(row[place])) for row in sheet.rows))
        for place in fixed
    )
    return width - taken >= _NARROWEST * (len(shown) - len(fixed))


def _print_table(sheet: Sheet, shown: Sequence[int], console: Console) -> None:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="dim")
    for place in shown:
        column = sheet.columns[place]
        table.add_column(
            column.heading or "", ratio=column.share or None, no_wrap=not column.share,
            justify="right" if column.right else "left", overflow="fold",
        )  # fmt: skip
    table.leading = int(any(sheet.columns[place].share >= PROSE for place in shown))
    for row in sheet.rows:
        table.add_row(*(Text(_shown(row[place])) for place in shown))
    console.print(table, width=min(console.width, WIDEST))


def _print_stacked(sheet: Sheet, shown: Sequence[int], console: Console) -> None:
    """Each row as lines: what is widest in a table comes first, on a line of its own."""
    widest = max(shown, key=lambda place: sheet.columns[place].share, default=None)
    for row in sheet.rows:
        if widest is not None:
            console.print(Text(_shown(row[widest]), style="bold"))
        parts = [
            f"{(sheet.columns[place].heading or '').lower()}: {words}".removeprefix(": ")
            for place in shown
            if place != widest and (words := _shown(row[place]))
        ]
        console.print(Text("  " + ", ".join(parts), style="dim"))


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return inert_lines(cell)
    return f"{cell:,}"


def joined(parts: Sequence[str | None]) -> str:
    """Words in one cell."""
    return "; ".join(part for part in parts if part)
