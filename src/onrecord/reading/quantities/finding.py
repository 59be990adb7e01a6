"""All quantities of some lines of a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.reading.quantities import ages, as_of, changes, phrases
from onrecord.reading.quantities.drafts import Draft
from onrecord.reading.quantities.numerals import STARTS
from onrecord.reading.quantities.units import TIMES, Unit
from onrecord.reading.quantities.words import Kind, Words, words_of
from onrecord.reading.syntax import Syntax
from onrecord.types import Date, Granularity, Quantity, QuantityId, Span

_NUMBERED = STARTS | ages.DECADES | frozenset("½¼¾⅓⅔⅛⅜⅝⅞")
_DATE, _LENGTH = 1, 2
_DEFINITE = frozenset(
    "the past last next this these previous first final coming following every each latest preceding early late mid"
    " his her its their our my twice once".split()
)
"""A length of time that begins so is a stretch of the calendar, and no quantity ("the past three years")."""
_GAPS: Final[tuple[list[str], ...]] = ([], [","], ["and"], [",", "and"])
_PARTS = {
    ("hour", "second"): 3600, ("hour", "minute"): 60, ("minute", "second"): 60, ("year", "month"): 12,
    ("day", "hour"): 24, ("month", "day"): 30, ("week", "day"): 7, ("foot", "inch"): 12, ("lb", "ounce"): 16,
}  # fmt: skip
"""How many of the second unit are one of the first."""


def find_quantities(
    text: str, lines: Sequence[tuple[int, int]], dates: Sequence[Date], syntax: Syntax | None
) -> tuple[Quantity, ...]:
    """The quantities in some lines of a text, in text order.

    A date or time is no quantity. A length of time is both, if it is not one of the calendar: "12 years in prison" is a
    quantity of 12 years, "the past 12 years" is not.

    Args:
        lines: code-point bounds of the lines to read, in order; no quantity crosses them.
        dates: the dates found in the same lines.
        syntax: parts of speech and dependencies of the text, where they are known; without them word lists and
            endings stand in.

    Returns:
        Quantities with ids "q1" and on; ``entity`` is left to linking.
    """
    words = words_of(text, lines)
    taken = _dated(words, dates)
    drafts = _drafts(words, taken, syntax)
    if not drafts and not changes.FACTOR_WORDS.intersection(words.low):
        return ()
    drafts = changes.changed(words, drafts)
    held = as_of.as_of(words, drafts, dates, syntax)
    return tuple(
        _quantity(words, draft, when, number) for number, (draft, when) in enumerate(zip(drafts, held, strict=True), 1)
    )


def _drafts(words: Words, taken: bytearray, syntax: Syntax | None) -> list[Draft]:
    drafts: list[Draft] = []
    kind, low = words.kind, words.low
    at, count = 1, len(words)
    while at < count:
        if (kind[at] != Kind.NUMBER and low[at] not in _NUMBERED) or taken[at] == _DATE:
            at += 1
            continue
        found = phrases.read(words, at, syntax)
        if found is None:
            at += 1
        elif isinstance(found, phrases.Skip):
            at = max(found.end, at + 1)
        else:
            if not (taken[at] == _LENGTH and found.norm not in TIMES):
                _add(drafts, found, words)
            at = max(found.end, at + 1)
    return drafts


def _add(drafts: list[Draft], draft: Draft, words: Words) -> None:
    """Adds a quantity; "20 minutes" after "3 hours" makes one quantity with it."""
    before = drafts[-1] if drafts else None
    gap = words.low[before.end : draft.first] if before is not None else []
    if before is not None and before.norm is not None and draft.norm is not None and gap in _GAPS:
        ratio = _PARTS.get((before.norm, draft.norm)) if not gap or draft.norm in TIMES else None
        if ratio is not None and before.low == before.high and before.low is not None and draft.low is not None:
            whole = before.low + draft.low / ratio
            drafts[-1] = replace(before, end=draft.end, tail=draft.tail, low=whole, high=whole, plain=(whole, whole))
            return
    if before is not None and draft.number < before.end:
        return  # its currency is the unit of the number before it
    first = draft.first
    while before is not None and first < before.end:  # a modifier that another number has taken
        first += 1
    drafts.append(draft if first == draft.first else replace(draft, first=min(first, draft.number)))


def _dated(words: Words, dates: Sequence[Date]) -> bytearray:
    """For each word whether it is free, part of a date, or part of a length of time that is also a quantity."""
    taken = bytearray(len(words))
    for date in dates:
        first = bisect_left(words.start, date.span.start)
        end = bisect_left(words.start, date.span.end)
        if first >= end or (date.value is None and words.low[first] in ("since", "until")):
            continue  # "since the country fell": its numbers are its own
        length = date.granularity is Granularity.DURATION and words.low[first] not in _DEFINITE
        if length and words.low[end - 1] in ("ago", "earlier", "later", "before", "after"):
            length = False
        for at in range(first, end):
            taken[at] = _LENGTH if length else _DATE
    return taken


def _quantity(words: Words, draft: Draft, when: str | None, number: int) -> Quantity:
    unit = draft.unit or Unit(0, 0, None)
    return Quantity(
        id=QuantityId(f"q{number}"),
        span=Span(words.start[draft.first], words.end[draft.end - 1]),
        low=draft.low,
        high=draft.high,
        unit=unit.text,
        unit_norm=draft.norm,
        modifier=draft.modifier,
        as_of=when,
        change=draft.change,
    )
