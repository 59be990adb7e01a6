"""All dates of some lines of a text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.reading.dates import tense
from onrecord.reading.dates.anchoring import Resolved, resolve
from onrecord.reading.dates.meanings import (
    Clock,
    Day,
    Expression,
    Holiday,
    Meaning,
    Month,
    Part,
    Weekday,
    Weekend,
    WeekOf,
)
from onrecord.reading.dates.merging import merge
from onrecord.reading.dates.recognizing import recognize
from onrecord.reading.dates.tense import Tense
from onrecord.reading.quantities.words import Words, words_of
from onrecord.reading.syntax import Syntax
from onrecord.types import Date, DateId, Granularity, Span

_REFERENCES = frozenset({
    Granularity.TIME, Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON,
    Granularity.YEAR,
})  # fmt: skip


def find_dates(
    text: str, lines: Sequence[tuple[int, int]], published: date | None, syntax: Syntax | None
) -> tuple[Date, ...]:
    """The dates, times, lengths of time and sets in some lines of a text, in text order.

    Args:
        lines: code-point bounds of the lines to read, in order; no date crosses them.
        published: the date that relative ones resolve against; without it they have no value.
        syntax: parts of speech and dependencies of the text, where they are known; they tell the tense around a date
            better than the words alone.

    Returns:
        Dates with ids "d1" and on.
    """
    words = words_of(text, lines)
    reference: Resolved | None = None
    found: list[Date] = []
    expressions = merge(words, recognize(words))
    tenses = _tenses(words, expressions, syntax)
    for expression, around in zip(expressions, tenses, strict=True):
        resolved = resolve(expression.meaning, published, reference, around)
        if resolved.day is not None and resolved.granularity in _REFERENCES:
            reference = resolved
        found.append(
            Date(
                id=DateId(f"d{len(found) + 1}"),
                span=Span(words.start[expression.first], words.end[expression.end - 1]),
                value=resolved.value,
                granularity=resolved.granularity,
            )
        )
    return tuple(found)


def _tenses(words: Words, expressions: Sequence[Expression], syntax: Syntax | None) -> list[Tense]:
    """The tense around each expression; those joined to another ("Tuesday night or Wednesday") share it."""
    found = [_tense(words, expression, syntax) for expression in expressions]
    for place in range(1, len(expressions)):
        before, after = expressions[place - 1], expressions[place]
        between = words.low[before.end : after.first]
        if not 1 <= len(between) <= 2 or between[0] not in ("and", "or", "to", "until", "through", "-", "–"):
            continue
        if isinstance(after.meaning, Weekday) and after.meaning.shift == 1:
            found[place - 1] = Tense.FUTURE
        elif _open(before.meaning) and _open(after.meaning) and found[place - 1] is not Tense.UNKNOWN:
            found[place] = found[place - 1]
    return found


def _tense(words: Words, expression: Expression, syntax: Syntax | None) -> Tense:
    """The tense around, asked only where it decides."""
    if not _open(expression.meaning):
        return Tense.UNKNOWN
    return tense.around(words, expression.first, expression.end, syntax)


def _open(meaning: Meaning) -> bool:
    if isinstance(meaning, Clock):
        return meaning.day is not None and _open(meaning.day)
    if isinstance(meaning, WeekOf):
        return meaning.day.year is None
    if isinstance(meaning, Day | Month | Part | Holiday):
        return meaning.year is None
    return isinstance(meaning, Weekday | Weekend)
