"""Joins expressions that are parts of one: a day and a time, a month and a year said apart, hours and minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.dates import absolute, lengths
from onrecord.reading.dates.meanings import (
    Anchor,
    Clock,
    Day,
    Expression,
    Fixed,
    Holiday,
    Length,
    Meaning,
    Month,
    Part,
    Period,
    Shifted,
    ShiftedMonth,
    Weekday,
)
from onrecord.reading.quantities.words import HYPHENS, Words
from onrecord.types import Granularity

_DAYS = (Day, Weekday, Holiday)
_JOINTS = frozenset({"to", "and", "until", "through", "till", "or", *HYPHENS})
_RANGE = 6
"""Words between the ends of a period ("between 1 January and the end of June 2022")."""


def merge(words: Words, expressions: Sequence[Expression]) -> list[Expression]:
    """The expressions with those joined that belong together, and years passed on from the end of a period."""
    found: list[Expression] = []
    for expression in expressions:
        later = absolute.week_of(words, expression)
        if found and later.first < found[-1].end:
            later = expression
        joined = _join(words, found[-1], later) if found else None
        if joined is None:
            found.append(later)
        else:
            found[-1] = joined
            if len(found) > 1 and (again := _join(words, found[-2], joined)) is not None:
                found[-2:] = [again]
    return _days(words, _years(words, found))


def _days(words: Words, found: list[Expression]) -> list[Expression]:
    """Gives a time the day of the next time in its sentence ("between 4:30 a.m. and noon on Wednesday")."""
    for place in range(len(found) - 2, -1, -1):
        before, after = found[place], found[place + 1]
        if not isinstance(before.meaning, Clock) or not isinstance(after.meaning, Clock):
            continue
        if before.meaning.day is None and words.sentence[before.first] == words.sentence[after.first]:
            found[place] = replace(before, meaning=Clock(before.meaning.time, after.meaning.day))
    return found


def _join(words: Words, before: Expression, after: Expression) -> Expression | None:
    between = tuple(words.low[before.end : after.first])
    if len(between) > 2:
        return None
    meaning = _together(before.meaning, after.meaning, between)
    return None if meaning is None else Expression(before.first, after.end, meaning)


def _together(before: Meaning, after: Meaning, between: tuple[str, ...]) -> Meaning | None:
    """What two neighbors mean together, if they are parts of one expression."""
    if isinstance(before, Weekday) and isinstance(after, Day) and between in ((), (",",), ("(",)):
        return replace(after, weekday=before.weekday) if after.month is not None else None
    if _is_day(before) and isinstance(after, Clock):
        if after.day is None and between in ((), ("at",), (",",), ("at", "around"), (",", "at"), ("around",)):
            return Clock(after.time, before)
        return None
    if isinstance(before, Clock) and isinstance(before.day, Weekday) and isinstance(after, Day):
        known = after.month is not None and between in ((), (",",))
        return Clock(before.time, replace(after, weekday=before.day.weekday)) if known else None
    if isinstance(before, Clock) and before.day is None:
        if _is_day(after) and between in ((), ("on",), (",",), ("of",)):
            return Clock(before.time, after)
        if isinstance(after, Clock) and after.day is not None and between in ((), ("on",), ("in",)):
            return Clock(before.time, after.day) if after.time[1].isalpha() else None
        return None
    if isinstance(after, Shifted) and after.period is Period.YEAR and after.anchor is Anchor.SPEECH:
        if isinstance(before, Month) and before.year is None and between in ((), ("of",)):
            return None if after.amount is None else ShiftedMonth(before.month, 10 * after.amount)
        if isinstance(before, Part) and before.year is None and before.shift is None and between in ((), ("of",)):
            return replace(before, shift=10 * (after.amount or 0))
    if isinstance(before, Part) and before.year is None and isinstance(after, Fixed) and between in (("of",), ()):
        named = after.granularity is Granularity.YEAR and after.value is not None and after.value.isdigit()
        return replace(before, year=int(after.value)) if named and after.value is not None else None
    if isinstance(before, Length) and isinstance(after, Length) and between in ((), ("and",), (",",), (",", "and")):
        return _lengths(before, after)
    return None


def _is_day(meaning: Meaning) -> bool:
    if isinstance(meaning, _DAYS):
        return True
    return isinstance(meaning, Shifted) and meaning.period is Period.DAY


def _lengths(before: Length, after: Length) -> Length | None:
    if before.period is None or after.period is None or before.value is None or after.value is None:
        return None
    if before.amount is None or after.amount is None or _SIZES[before.period] <= _SIZES[after.period]:
        return None
    value = lengths.together(before.value, after.value)
    return None if value is None else Length(value, after.amount, after.period)


_SIZES = {Period.SECOND: 0, Period.MINUTE: 1, Period.HOUR: 2, Period.NIGHT: 3, Period.DAY: 3, Period.WEEK: 4,
          Period.FORTNIGHT: 4, Period.MONTH: 5, Period.QUARTER: 5, Period.YEAR: 6, Period.DECADE: 7,
          Period.CENTURY: 8}  # fmt: skip


def _years(words: Words, found: list[Expression]) -> list[Expression]:
    """Gives the beginning of a period the year that stands at its end ("from July 24 to Aug. 9, 2026")."""
    for place in range(len(found) - 2, -1, -1):
        before, after = found[place], found[place + 1]
        if words.sentence[before.first] != words.sentence[after.first] or after.first - before.end > _RANGE:
            continue
        year = after.meaning.year if isinstance(after.meaning, Day | Month | Part) else None
        if year is None or not any(word in _JOINTS for word in words.low[before.end : after.first]):
            continue
        if len(words.low[before.end : after.first]) > 1 and words.low[after.first - 1] not in _JOINTS:
            continue
        meaning = before.meaning
        if isinstance(meaning, Day) and meaning.year is None and meaning.month is not None:
            month = after.meaning.month if isinstance(after.meaning, Day | Month) else 12
            earlier = month is None or meaning.month <= month
            found[place] = replace(before, meaning=replace(meaning, year=year if earlier else year - 1))
        elif isinstance(meaning, Month) and meaning.year is None and isinstance(after.meaning, Day | Month):
            month = after.meaning.month
            earlier = month is None or meaning.month <= month
            found[place] = replace(before, meaning=replace(meaning, year=year if earlier else year - 1))
    return found
