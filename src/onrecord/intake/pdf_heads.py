"""Running heads and feet of a PDF: rows that stand at the same place on several pages, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from onrecord.intake.pdf_lines import Run

_EDGE_ROWS = 3
_SAME_PLACE = 4.0
_SAME_ROW = 3.0
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
    edges = [_edge_rows(page) for page in pages]
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, rows in enumerate(edges):
        for row in rows:
            places[_key(row)].append((number, row[0].y))
    kept: list[list[Run]] = []
    for number, page in enumerate(pages):
        heads = {run for row in edges[number] if _is_head(row, number, edges[number], places) for run in row}
        kept.append([run for run in page if run not in heads])
    return kept


def _edge_rows(page: Sequence[Run]) -> list[Row]:
    """The first and last rows of a page, from the top."""
    rows: list[list[Run]] = []
    for run in sorted(page, key=lambda run: -run.y):
        if rows and rows[-1][0].y - run.y <= _SAME_ROW:
            rows[-1].append(run)
        else:
            rows.append([run])
    edges = rows[:_EDGE_ROWS] + rows[_EDGE_ROWS:][-_EDGE_ROWS:]
    return [tuple(sorted(row, key=lambda run: run.x0)) for row in edges]


def _text(row: Row) -> str:
    return " ".join(run.text for run in row)


def _key(row: Row) -> str:
    return _NUMBER.sub("#", _text(row).lower())


def _is_head(row: Row, number: int, edges: Sequence[Row], places: dict[str, list[tuple[int, float]]]) -> bool:
    if row in (edges[0], edges[-1]) and _PAGE_NUMBER.match(_text(row)):
        return True
    return any(other != number and abs(y - row[0].y) < _SAME_PLACE for other, y in places[_key(row)])
