"""Days of the week, weekends and holidays."""

from __future__ import annotations

from onrecord.reading.dates.meanings import Day, Expression, Fixed, Holiday, Weekday, Weekend
from onrecord.reading.dates.names import HOLIDAYS, PLURAL_WEEKDAYS, WEEKDAYS
from onrecord.reading.quantities.nouns import stops
from onrecord.reading.quantities.words import Kind, Words
from onrecord.types import Granularity

_SHIFTS = {"last": -1, "this": 0, "next": 1, "coming": 1, "past": -1}
_NAMED = frozenset({
    "bloody", "black", "super", "cyber", "ash", "palm", "fat", "shrove", "giving", "maundy", "holy", "ruby", "man",
    "girl",
})  # fmt: skip
_PAPERS = frozenset({"times", "telegraph", "mirror", "post", "herald", "express", "mail", "age", "club", "night"})
_LONGEST = max(map(len, HOLIDAYS))


def weekday(words: Words, at: int) -> list[Expression]:
    """As in “Friday”, “late Tuesday”, “last Wednesday”, “every other Thursday”, “Mondays”."""
    low = words.low
    word = low[at]
    plural = PLURAL_WEEKDAYS.get(word)
    if not words.raw[at][0].isupper():
        return []
    if plural is not None:
        first = at - 1 if low[at - 1] in ("alternate", "most") else at
        return [Expression(first, at + 1, Fixed(f"XXXX-WXX-{plural + 1}", Granularity.SET))]
    number = WEEKDAYS[word]
    before = low[at - 1]
    if before in _NAMED and words.raw[at - 1][0].isupper():
        return []
    if low[at + 1] in _PAPERS and words.raw[at + 1][0].isupper() and low[at + 1] != "night":
        return []
    if low[at + 1] == "the" and low[at + 2].isdigit() and low[at + 3] in ("st", "nd", "rd", "th"):
        day = int(low[at + 2][:2])
        if day <= 31 and words.glued(at + 3) and low[at + 4] != "of" and not words.first_of_sentence(at):
            return [Expression(at, at + 4, Day(None, None, day, number))]
    every = at - 2 if before in ("other", "second", "third", "single") else at - 1
    if low[every] in ("every", "each"):
        return [Expression(every, at + 1, Fixed(f"XXXX-WXX-{number + 1}", Granularity.SET))]
    shift = _SHIFTS.get(before)
    if before in ("a", "any", "one"):
        return []
    first = at
    if shift is not None:
        first = at - 2 if before in ("coming", "past") and low[at - 2] in ("this", "the") else at - 1
    elif before in ("early", "late", "later", "earlier"):
        first = at - 1
    elif before == "on" and low[at - 2] in ("late", "early", "later", "earlier"):
        first = at - 2
    return [Expression(first, at + 1, Weekday(number, shift))]


def weekend(words: Words, at: int) -> list[Expression]:
    """As in “the weekend”, “last weekend”."""
    low = words.low
    before = low[at - 1]
    shift = _SHIFTS.get(before)
    if before in ("every", "each"):
        return [Expression(at - 1, at + 1, Fixed("XXXX-WXX-WE", Granularity.SET))]
    if shift is not None:
        first = at - 2 if before in ("coming", "past") and low[at - 2] in ("this", "the") else at - 1
        return [Expression(first, at + 1, Weekend(shift))]
    if before == "the" and low[at + 1] not in ("of", "before", "after") and not _noun(words, at + 1):
        return [Expression(at - 1, at + 1, Weekend())]
    return []


def holiday(words: Words, at: int) -> list[Expression]:
    """A holiday that begins at a word."""
    if not words.raw[at][0].isupper():
        return []
    for length in range(_LONGEST, 0, -1):
        name = HOLIDAYS.get(tuple(words.low[at : at + length]))
        if name is None:
            continue
        end = at + length
        if _noun(words, end) or words.raw[end][:1].isupper():
            return []
        year = words.raw[end]
        if words.kind[end] == Kind.NUMBER and len(year) == 4 and year.isdigit():
            return [Expression(at, end + 1, Holiday(name, int(year)))]
        return [Expression(at, end, Holiday(name))]
    return []


def _noun(words: Words, at: int) -> bool:
    """Whether a noun follows that the word before it modifies ("Christmas recess")."""
    return words.kind[at] == Kind.WORD and words.raw[at].islower() and not stops(words.low[at])
