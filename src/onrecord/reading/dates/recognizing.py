"""Finds expressions of time: each word that may begin or head one is handed to the rules for it."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.reading.dates import absolute, clauses, parts, periods, references, times, weekdays
from onrecord.reading.dates.meanings import Clock, Expression
from onrecord.reading.dates.names import (
    DAYTIMES,
    DECADE_WORDS,
    HOLIDAY_WORDS,
    LATELY,
    MONTHS,
    NOW,
    PERIODS,
    PLURAL_WEEKDAYS,
    SEASONS,
    SETS,
    WEEKDAYS,
)
from onrecord.reading.quantities.words import Kind, Words

Rule = Callable[[Words, int], list[Expression]]


def _night(words: Words, at: int) -> list[Expression]:
    return times.daytime(words, at) or periods.period(words, at)


def _century(words: Words, at: int) -> list[Expression]:
    return absolute.century(words, at) or periods.period(words, at)


def _may(words: Words, at: int) -> list[Expression]:
    return weekdays.holiday(words, at) or absolute.month(words, at)


def _number(words: Words, at: int) -> list[Expression]:
    return times.clock(words, at) or absolute.number(words, at)


_RULES: dict[str, Rule] = {
    **dict.fromkeys(MONTHS, absolute.month),
    **dict.fromkeys(WEEKDAYS, weekdays.weekday),
    **dict.fromkeys(PLURAL_WEEKDAYS, weekdays.weekday),
    **dict.fromkeys(HOLIDAY_WORDS, weekdays.holiday),
    **dict.fromkeys(PERIODS, periods.period),
    **dict.fromkeys(SEASONS, parts.season),
    **dict.fromkeys(DAYTIMES, times.daytime),
    **dict.fromkeys(DECADE_WORDS, absolute.decade_word),
    **dict.fromkeys(SETS, references.repeated),
    **dict.fromkeys(NOW | LATELY | {"at", "past", "future"}, references.reference),
    **dict.fromkeys(("today", "yesterday", "tomorrow", "tonight", "overnight"), times.by_word),
    **dict.fromkeys(("since", "until"), clauses.clause),
    "weekend": weekdays.weekend,
    "quarter": parts.quarter,
    "half": parts.half,
    "clock": times.spelled,
    "present": references.reference,
    "q": parts.short,
    "h": parts.short,
    "night": _night,
    "century": _century,
    "may": _may,
}


def recognize(words: Words) -> list[Expression]:
    """The expressions of time in some words, in text order; none overlaps another.

    A clause of time ("since the country fell") gives way to a date inside it.
    """
    found: list[Expression] = []
    kind, low = words.kind, words.low
    for at in range(1, len(words)):
        rule = _number if kind[at] == Kind.NUMBER else _RULES.get(low[at])
        if rule is None:
            continue
        if found and at < found[-1].end and low[found[-1].first] not in ("since", "until"):
            continue
        for expression in rule(words, at):
            _add(words, found, expression)
    return found


def _add(words: Words, found: list[Expression], expression: Expression) -> None:
    """Adds an expression; where it overlaps, a date wins over a clause, and the longer over the shorter."""
    while found and expression.first < found[-1].end:
        last = found[-1]
        clause = words.low[last.first] in ("since", "until") and last.end - last.first > 1
        if clause or (last.first >= expression.first and last.end <= expression.end):
            found.pop()
            continue
        # A modifier or article that the one before has taken.
        if last.end < expression.end and not isinstance(last.meaning, Clock):
            expression = Expression(last.end, expression.end, expression.meaning)
        return
    found.append(expression)
