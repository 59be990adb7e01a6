"""Runs of a PDF page to lines in reading order: rows, cells, columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from onrecord.intake.pdf_lines import GAP, HYPHEN, Run

_MARKER = re.compile(r"^(?:\d{1,3}|[*†‡§]{1,2})(?:,\d{1,3})*$")
_ITEM = re.compile(r"^(?:\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]|[•‣◦▪–—*-]|[¹²³⁴-⁹]+|\d{1,3})$", re.IGNORECASE)
_SMALL = 0.82
_FEWEST = 4
_FILLED = 0.6
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its cells (one, unless it is a row of a table), place, size and weight.

    Attributes:
        column: where the column it stands in begins and ends, in points.
        region: number of the column on the page, in reading order.
        raised: whether it starts with a raised number or mark, as footnotes do.
    """

    cells: tuple[str, ...]
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    page: int
    column: tuple[float, float]
    region: int
    raised: bool

    @property
    def text(self) -> str:
        return " ".join(self.cells)


def read_page(runs: Sequence[Run], page: int) -> list[Line]:
    """Lines of a page in reading order: columns one after the other, what spans them in between."""
    lines: list[Line] = []
    for region, part in enumerate(_regions(list(runs), 0)):
        column = (min(run.x0 for run in part), max(run.x1 for run in part))
        for row in _rows(part):
            lines.append(_line(row, page, column, region))
    return lines


def _regions(runs: list[Run], depth: int) -> list[list[Run]]:
    """Divide runs into regions that are each read from top to bottom."""
    if not runs:
        return []
    gutter = _gutter(runs) if depth < _DEEPEST else None
    if gutter is None:
        return [runs]
    regions: list[list[Run]] = []
    for band in _bands(runs, gutter):
        left = [run for run in band if run.x1 <= gutter]
        right = [run for run in band if run.x0 >= gutter]
        if len(left) + len(right) == len(band) and _is_columns(left, right):
            regions += _regions(left, depth + 1) + _regions(right, depth + 1)
        else:
            regions.append(band)
    return regions


def _bands(runs: list[Run], gutter: float) -> list[list[Run]]:
    """Stretches from top to bottom: of runs that cross the gutter, and of runs that do not."""
    bands: list[list[Run]] = []
    crossing_before: bool | None = None
    for run in sorted(runs, key=lambda run: -run.y):
        crossing = run.x0 < gutter < run.x1
        if crossing != crossing_before:
            bands.append([])
        bands[-1].append(run)
        crossing_before = crossing
    return bands


def _gutter(runs: list[Run]) -> float | None:
    """The place between two columns that the fewest runs cross, or ``None`` where a page has one column."""
    low, high = min(run.x0 for run in runs), max(run.x1 for run in runs)
    width = high - low
    size = median(run.size for run in runs)
    best: tuple[float, float] | None = None
    for edge in {round(run.x0, 0) for run in runs if low + 0.25 * width < run.x0 < low + 0.75 * width}:
        place = edge - 0.4 * size
        left = [run for run in runs if run.x1 <= place]
        right = [run for run in runs if run.x0 >= place]
        if not _is_columns(left, right):
            continue
        score = min(len(left), len(right)) / len(runs)
        if best is None or score > best[0]:
            best = (score, place)
    return best[1] if best else None


def _is_columns(left: list[Run], right: list[Run]) -> bool:
    """Whether runs on two sides are columns of prose: enough lines, most of which fill their column.

    Rows of a table and labels with values have short cells, so they fail this and stay rows.
    """
    for side in (left, right):
        if len(side) < _FEWEST:
            return False
        low, high = min(run.x0 for run in side), max(run.x1 for run in side)
        full = sum(run.x1 - run.x0 >= _FILLED * (high - low) for run in side)
        if full < 0.5 * len(side) or high - low < 10 * median(run.size for run in side):
            return False
    return True


def _rows(runs: list[Run]) -> list[list[Run]]:
    """Runs that share a baseline, superscripts included; rows from top to bottom, runs from left to right."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.y, run.x0)):
        for row in rows[-3:]:
            largest = max(row, key=lambda other: other.size)
            reach = 0.5 * max(run.size, largest.size)
            if abs(run.y - largest.y) < reach and _is_beside(run, row):
                row.append(run)
                break
        else:
            rows.append([run])
    rows.sort(key=lambda row: -max(row, key=lambda run: run.size).y)
    return [sorted(row, key=lambda run: run.x0) for row in rows]


def _is_beside(run: Run, row: list[Run]) -> bool:
    return all(run.x0 >= other.x1 - 0.3 * other.size or run.x1 <= other.x0 + 0.3 * other.size for other in row)


def _line(row: list[Run], page: int, column: tuple[float, float], region: int) -> Line:
    main = max(row, key=lambda run: len(run.text) * run.size)
    cells: list[str] = []
    edge = 0.0
    for i, run in enumerate(row):
        small = run.size < _SMALL * main.size and run.y > main.y + 0.1 * main.size
        if i and small and _MARKER.match(run.text) and run.x0 - edge < 0.3 * main.size:
            edge = run.x1
            continue
        gap = run.x0 - edge
        if not cells or (gap > GAP * main.size and not (len(cells) == 1 and _ITEM.match(cells[0]))):
            cells.append(run.text)
        elif gap > 0.15 * main.size or small:
            cells[-1] += " " + run.text
        else:
            cells[-1] += run.text
        edge = run.x1
    first = row[0]
    raised = len(row) > 1 and first.size < _SMALL * main.size and bool(_MARKER.match(first.text))
    bold = sum(len(run.text) for run in row if run.bold) > 0.5 * sum(len(run.text) for run in row)
    return Line(tuple(cells), row[0].x0, edge, main.y, main.size, bold, page, column, region, raised)


def ends_in_hyphen(text: str) -> bool:
    """Whether a line ends in a hyphen that may be there only because the line ends."""
    return len(text) > 1 and text[-1] in f"{HYPHEN}-\u2010\u2011" and text[-2].isalnum()
