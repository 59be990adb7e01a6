"""A chart of figures over time as SVG: each value with its range, whose it is and when it held.

Drawn so that it can be printed: the axis begins at zero, an open end is an arrow and not a guess, what is estimated
looks no surer than it is, and every mark is listed below with its source.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from onrecord.errors import BadInput
from onrecord.present.answer_objects import number
from onrecord.query.answers import FigureAnswer
from onrecord.types.words import words

WIDTH: Final = 840
_PLOT: Final = 300
_LEFT, _RIGHT, _TOP = 84, 24, 76
_LINE: Final = 18
_MONTH: Final = re.compile(r"^(\d{4})-(\d{2})$")
_QUARTER: Final = re.compile(r"^(\d{4})-Q([1-4])$")
_YEAR: Final = re.compile(r"^(\d{4})$")


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure on the chart.

    Attributes:
        when: the day it is drawn at.
        shown_when: how the day is written: as it is known, and no finer.
    """

    figure: FigureAnswer
    when: date
    shown_when: str


def draw_figures(title: str, figures: Sequence[FigureAnswer]) -> str:
    """The chart.

    Args:
        title: of whom the figures are.
        figures: of one unit.

    Raises:
        BadInput: there is nothing that can be drawn, or several units are mixed.
    """
    marks = sorted(
        (mark for one in figures if (mark := _mark(one)) is not None),
        key=lambda mark: (mark.when, mark.figure.id),
    )
    if not marks:
        raise BadInput(f"There is no dated figure about {title} to draw.", "Give articles a date when you add them.")
    units = Counter(_unit(mark.figure) for mark in marks)
    if len(units) > 1:
        most = ", ".join(f"{unit or 'no unit'} ({count})" for unit, count in units.most_common(5))
        raise BadInput(f"The figures about {title} count different things: {most}.", "Choose one with --unit.")
    return _Drawing(title, next(iter(units)), marks).svg()


def _unit(one: FigureAnswer) -> str:
    """What is counted: the normal form, else the noun that the words end in."""
    found = words(one.unit or "")
    return one.unit_norm or (found[-1] if found else "")


def _mark(one: FigureAnswer) -> Mark | None:
    """A figure with its day; nothing for one without a day or without a bound."""
    if one.low is None and one.high is None:
        return None
    for value in (one.as_of, one.published):
        when = _day(value)
        if when is not None and value is not None:
            return Mark(one, when, value if value == one.as_of else f"published {value}")
    return None


def _day(value: str | None) -> date | None:
    """The middle of a day, month, quarter or year."""
    if not value:
        return None
    if found := _YEAR.match(value):
        return date(int(found[1]), 7, 1)
    if found := _QUARTER.match(value):
        return date(int(found[1]), int(found[2]) * 3 - 1, 15)
    if found := _MONTH.match(value):
        return date(int(found[1]), int(found[2]), 15) if 1 <= int(found[2]) <= 12 else None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


class _Drawing:
    def __init__(self, title: str, unit: str, marks: Sequence[Mark]) -> None:
        self._title, self._unit, self._marks = title, unit, marks
        first, last = marks[0].when.toordinal(), marks[-1].when.toordinal()
        room = max(15, (last - first) // 12)
        self._first, self._last = first - room, last + room
        highest = max(bound for mark in marks for bound in (mark.figure.low, mark.figure.high) if bound is not None)
        self._step = _nice_step(highest)
        self._top = self._step * max(1, math.ceil(highest / self._step))
        self._parts: list[str] = []

    def svg(self) -> str:
        height = _TOP + _PLOT + 56 + _LINE * len(self._marks) + 40
        self._text(_LEFT - 60, 30, f"{self._title}: {self._unit or 'figures'} on record", size=18, weight="bold")
        line = "Each mark is what one source says; a bar is a range, an arrow an open end."
        self._text(_LEFT - 60, 52, line, size=12)
        self._axes()
        for place, mark in enumerate(self._marks, 1):
            self._draw(place, mark)
        at = _TOP + _PLOT + 56
        for place, mark in enumerate(self._marks, 1):
            self._text(_LEFT - 60, at, _legend(place, mark), size=12)
            at += _LINE
        self._text(_LEFT - 60, at + 12, "Suggestions by a machine; check before you print.", size=11, fill="#666")
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
            f'role="img" font-family="Helvetica, Arial, sans-serif">\n<title>{escape(self._title)}</title>\n'
            f'<rect width="100%" height="100%" fill="#fff"/>\n' + "\n".join(self._parts) + "\n</svg>\n"
        )

    def _x(self, day: int) -> float:
        return _LEFT + (WIDTH - _LEFT - _RIGHT) * (day - self._first) / (self._last - self._first)

    def _y(self, value: float) -> float:
        return _TOP + _PLOT * (1 - value / self._top)

    def _axes(self) -> None:
        for count in range(round(self._top / self._step) + 1):
            value = count * self._step
            y = self._y(value)
            self._line(_LEFT, y, WIDTH - _RIGHT, y, "#ddd" if count else "#333")
            self._text(_LEFT - 8, y + 4, f"{number(round(value, 6)):,}", anchor="end", size=12)
        for day, label in _ticks(self._first, self._last):
            x = self._x(day)
            self._line(x, _TOP + _PLOT, x, _TOP + _PLOT + 5, "#333")
            self._text(x, _TOP + _PLOT + 20, label, anchor="middle", size=12)

    def _draw(self, place: int, mark: Mark) -> None:
        low, high, x = mark.figure.low, mark.figure.high, self._x(mark.when.toordinal())
        ends = [self._y(bound) for bound in (low, high) if bound is not None]
        bottom, top = max(ends), min(ends)
        if low is None:
            bottom = min(_TOP + _PLOT, top + 34)
            self._arrow(x, bottom, 1)
        if high is None:
            top = max(_TOP, bottom - 34)
            self._arrow(x, top, -1)
        if bottom - top > 1:
            self._parts.append(
                f'<line x1="{x:.1f}" y1="{bottom:.1f}" x2="{x:.1f}" y2="{top:.1f}" stroke="#1a4f8b" stroke-width="4" '
                'stroke-opacity="0.55"/>'
            )
        for y in ends:
            self._parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#1a4f8b"/>')
        self._text(x, top - 9, str(place), anchor="middle", size=11, weight="bold")

    def _arrow(self, x: float, y: float, way: int) -> None:
        points = f"{x:.1f},{y + 6 * way:.1f} {x - 5:.1f},{y - 3 * way:.1f} {x + 5:.1f},{y - 3 * way:.1f}"
        self._parts.append(f'<polygon points="{points}" fill="#1a4f8b"/>')

    def _line(self, x1: float, y1: float, x2: float, y2: float, stroke: str) -> None:
        self._parts.append(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{stroke}"/>')

    def _text(
        self, x: float, y: float, shown: str, *, size: int, anchor: str = "start", weight: str = "normal",
        fill: str = "#222",
    ) -> None:  # fmt: skip
        plain = escape("".join(letter if letter.isprintable() else " " for letter in shown))
        self._parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}" '
            f'fill="{fill}">{plain}</text>'
        )


def _legend(place: int, mark: Mark) -> str:
    """What stands below the chart for one mark; cut where the page ends."""
    one = mark.figure
    publishers = dict.fromkeys(each.citation.publisher or "" for each in one.evidence)
    where = ", ".join(name for name in publishers if name)
    source = one.source.name or "no source named"
    parts = [f"{place}.", f"“{one.text}”,", f"{source},", mark.shown_when]
    if where and where != source:
        parts.append(f"(in {where})")
    line = " ".join(parts)
    return line if len(line) <= 130 else line[:127].rstrip() + "..."


def _nice_step(highest: float) -> float:
    """A step of 1, 2 or 5 times a power of ten that gives four to ten lines."""
    if highest <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(highest))
    return next(power * share for share in (0.1, 0.2, 0.5, 1.0) if highest / (power * share) <= 10)


def _ticks(first: int, last: int) -> list[tuple[int, str]]:
    """Days with labels: years, or months where all is within two years."""
    begin, end = date.fromordinal(first), date.fromordinal(last)
    if last - first > 2 * 366:
        step = max(1, (end.year - begin.year) // 10)
        found = [(date(year, 1, 1).toordinal(), str(year)) for year in range(begin.year + 1, end.year + 1, step)]
    else:
        months = [(begin.year + (begin.month + n) // 12, (begin.month + n) % 12 + 1) for n in range(26)]
        step = max(1, (last - first) // 30 // 8)
        days = [(date(year, month, 1).toordinal(), f"{year}-{month:02}") for year, month in months]
        found = [one for one in days if first <= one[0] <= last][::step]
    return [one for one in found if first <= one[0] <= last]
