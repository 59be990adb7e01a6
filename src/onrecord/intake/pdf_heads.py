"""Running heads and feet of a PDF: rows that stand at the same place on several pages, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from onrecord.intake.pdf_lines import Run

_EDGE_ROWS = 3
_SAME_PLACE = 4.0
_SAME_ROW = 3.0
_LONGEST = 200
# Lines of text stand 1.1 to 1.5 times their size apart, and double-spaced ones 2.4 times.
_APART = 1.7
_NUMBER = re.compile(r"\d+|\b[ivxlc]{1,6}\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"^[-–—|•\s]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|\|)\s*\d{1,4})?[-–—|•\s]*$", re.IGNORECASE
)

Row = tuple[Run, ...]


def without_heads(pages: Sequence[Sequence[Run]]) -> list[list[Run]]:
    """Pages without running heads, running feet and page numbers.

    A row goes when it is among the first or last three of its page and the same words, but for numbers, stand at the
    same height on another page; or when it is the first or last of its page and only a page number. Book pages have
    other heads on left and right pages, so one other page is enough.
    """
    rows = [_rows(page) for page in pages]
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, found in enumerate(rows):
        for row in {*found[:_EDGE_ROWS], *found[-_EDGE_ROWS:]}:
            places[_key(row)].append((number, row[0].y))
    kept: list[list[Run]] = []
    for number, page in enumerate(pages):
        top = _heads(rows[number], number, places)
        foot = _heads(rows[number][::-1], number, places)
        kept.append([run for run in page if run not in top and run not in foot])
    return kept


def _heads(rows: Sequence[Row], number: int, places: dict[str, list[tuple[int, float]]]) -> set[Run]:
    """Runs of the rows from an edge inward that are heads; white space must part them from the text.

    Without that, last lines of tables and forms, which are alike but for their numbers, would be taken for feet.
    """
    heads: set[Run] = set()
    group: list[Run] = []
    for i, row in enumerate(rows[:_EDGE_ROWS]):
        repeated = any(other != number and abs(y - row[0].y) < _SAME_PLACE for other, y in places[_key(row)])
        named = repeated and len(_text(row)) <= _LONGEST and any(map(str.isalpha, _text(row)))
        if not named and not (i == 0 and _PAGE_NUMBER.match(_text(row))):
            break
        group += row
        inward = rows[i + 1] if i + 1 < len(rows) else None
        if inward is None or abs(inward[0].y - row[0].y) > _APART * max(run.size for run in (*row, *inward)):
            heads.update(group)
    return heads


def _rows(page: Sequence[Run]) -> list[Row]:
    """The rows of a page, from the top."""
    rows: list[list[Run]] = []
    for run in sorted(page, key=lambda run: -run.y):
        if rows and rows[-1][0].y - run.y <= _SAME_ROW:
            rows[-1].append(run)
        else:
            rows.append([run])
    return [tuple(sorted(row, key=lambda run: run.x0)) for row in rows]


def _text(row: Row) -> str:
    return " ".join(run.text for run in row)


def _key(row: Row) -> str:
    return _NUMBER.sub("#", _text(row).lower())
