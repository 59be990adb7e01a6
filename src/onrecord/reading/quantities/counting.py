"""What a number counts or measures: the unit written after it, or the noun with its modifiers."""

from __future__ import annotations

from typing import Final

from onrecord.reading.quantities import ages, exclusions, money, nouns, units
from onrecord.reading.quantities.numerals import MAGNITUDES, Numeral, numeral
from onrecord.reading.quantities.units import TIMES, Unit
from onrecord.reading.quantities.words import Kind, Words
from onrecord.reading.syntax import Syntax

NOTHING: Final = Unit(-1, -1, None)
"""Says that a number counts nothing ("two-time champion", "a third suspect")."""
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our", "my", "your", "those", "these", "all"})
_PRONOUNS = frozenset({"them", "us", "you", "it", "whom", "which", "this", "that", "these", "those", "what", "course"})
_COMPARED = frozenset({
    "as", "the", "more", "higher", "larger", "bigger", "its", "their", "what", "greater", "that", "faster", "longer",
    "his", "her", "less", "than", "smaller", "of", "last", "normal",
})  # fmt: skip


def unit_of(words: Words, first: Numeral, last: Numeral, end: int, syntax: Syntax | None) -> Unit | None:
    """What a number with no currency before it counts."""
    age = ages.after(words, end)
    if age is not None:
        return age
    low = words.low
    if words.hyphen(end) and words.glued(end + 1) and words.kind[end + 1] == Kind.WORD:
        compound = _compound(words, last, end)
        # "A third-party candidate", "an eighth-grader": ordinals; "a quarter-century" is a share of one.
        return NOTHING if last.fraction and (compound is None or compound.norm is None) else compound
    if low[end - 1] == "half" and low[last.first - 1] == "a" and low[last.first - 2] == "and":
        return NOTHING  # "a year and a half"
    if last.fraction and low[end] in ("a", "an") and low[end + 1] in TIMES:
        return NOTHING
    share = units.percent(words, end)
    if share is not None:
        return share
    paid = money.after(words, end, last.first, last.magnitude > 1 or last.high >= 1000)
    if paid is not None:
        return units.with_rate(words, Unit(paid.first, paid.end, paid.text, paid.code))
    measured = units.measure(words, end)
    if measured is not None and not _noun_of_measure(words, measured):
        return units.with_rate(words, measured, adverb=True)
    if low[end] == "times":
        following = low[end + 1]
        return Unit(end, end + 1, "times", "ratio" if following in _COMPARED else None)
    if low[end] == "x" and words.glued(end):
        return Unit(end, end + 1, "x", "ratio")
    if low[end] == "per":
        found = units.rate(words, end)
        return None if found is None else Unit(end, found[0], words.of(end, found[0]))
    if last.fraction and (whole := _of_one(words, end)) is not None:
        return whole
    if low[end] == "of":
        one_of_two = low[end - 1] == "half" and low[last.first - 1] in _ORDINALS
        return NOTHING if one_of_two else partitive(words, last, end, syntax)
    if last.fraction:
        return _of_share(words, last, end, syntax)
    return noun(words, end, last.low == last.high == 1 and first is last, syntax)


def _noun_of_measure(words: Words, measured: Unit) -> bool:
    """Whether a word that names a measure belongs to another noun ("two foot soldiers", "12 day laborers")."""
    if measured.end != measured.first + 1 or words.raw[measured.first].endswith(("s", "m", "g")):
        return False
    return words.low[measured.first] in ("foot", "day", "night", "yard", "stone", "second") and nouns.is_plural(
        words.raw[measured.end]
    )


def noun(words: Words, at: int, one: bool, syntax: Syntax | None) -> Unit | None:
    phrase = nouns.counted(words, at, one, syntax)
    if phrase is None:
        return None
    first, end = phrase
    if words.low[end - 1] in ("percent", "percentage"):
        return None
    last = words.low[end - 1]
    norm = units.plain(last)
    norm = "person" if nouns.is_person(last) else norm if norm in TIMES else None
    return units.with_rate(words, Unit(first, end, words.of(first, end), norm))


def partitive(words: Words, number: Numeral, at: int, syntax: Syntax | None) -> Unit | None:
    """As in “dozens of villages”, “4,000 of the fighters”, “38 of its 212 stores”, “half of them”."""
    low = words.low
    place = at + 1
    while low[place] in _DETERMINERS:
        place += 1
    if low[place] in _PRONOUNS and place == at + 1:
        return None
    while low[place] in ("last", "first", "next", "remaining", "past"):
        place += 1
    place = _owned(words, place)
    whole = numeral(words, place)
    if whole is not None and not whole.fraction and low[whole.end] != "of":
        unit = unit_of(words, whole, whole, whole.end, syntax)
        # The whole is a quantity of its own; its words are not this one's.
        return None if unit is None or unit is NOTHING else Unit(at, at, unit.text, unit.norm)
    paid = money.after(words, place, number.first, large=True)
    if paid is not None and not number.fraction:
        return units.with_rate(words, Unit(paid.first, paid.end, paid.text, paid.code))
    measured = units.measure(words, place)
    if measured is not None and number.spelled and not number.fraction:
        return units.with_rate(words, measured)
    return noun(words, place, number.fraction, syntax)


def _of_one(words: Words, at: int) -> Unit | None:
    """The unit of a fraction of one of it ("half a percentage point", "a tenth of 1 percent")."""
    low = words.low
    place = at + 1 if low[at] == "of" else at
    if low[place] not in ("a", "an", "one", "1"):
        return None
    return units.percent(words, place + 1)


def _owned(words: Words, at: int) -> int:
    """Behind an owner's name ("the town's buses"), where there is one."""
    for place in range(at + 1, at + 4):
        if words.low[place] in ("'", "’") and words.glued(place) and words.kind[place - 1] == Kind.WORD:
            end = place + 2 if words.low[place + 1] == "s" and words.glued(place + 1) else place + 1
            return end if words.kind[end] in (Kind.WORD, Kind.NUMBER) and not words.glued(end) else at
        if words.kind[place] != Kind.WORD or nouns.stops(words.low[place]):
            return at
    return at


def _of_share(words: Words, number: Numeral, at: int, syntax: Syntax | None) -> Unit | None:
    """What a share is of where no "of" says so: "half its revenue", "a quarter point", "a two-thirds majority"."""
    low = words.low
    word = low[number.end - 1]
    if word.startswith("hal"):
        before = low[number.first - 1]
        if before in _HALVES or words.hyphen(at):
            return NOTHING
        if low[at] in _DETERMINERS:
            return noun(words, at + 1, True, syntax)
        return NOTHING if low[at] in _HALFWAY else None
    if word == "quarter" and low[at] in ("point", "points", "percentage"):
        return units.percent(words, at) or Unit(at, at + 1, words.raw[at])
    if words.kind[at] == Kind.WORD and not nouns.stops(low[at]) and low[at] not in _COMPARATIVES:
        # "A third suspect": an ordinal, unless the denominator is in the plural or "one" stands before it.
        if low[number.first] in ("a", "an") or word in ("quarter", "quarters"):
            return NOTHING
        if low[number.end - 1].endswith("s") or low[number.first] == "one":
            return noun(words, at, True, syntax)
    return None


_ORDINALS = frozenset({"first", "second", "other", "better", "last", "latter", "opening", "closing", "top", "bottom"})
_HALVES = _ORDINALS | {"the", "this", "each", "every", "its", "his", "her", "their", "one"}
"""Before "half" they make it one of two halves, and no number."""
_HALFWAY = frozenset({"past", "way", "a", "an", "hour", "time", "again", "empty", "full"})
_COMPARATIVES = frozenset({
    "cheaper", "bigger", "higher", "lower", "smaller", "longer", "shorter", "faster", "slower", "less", "more",
    "fewer", "heavier", "lighter", "larger", "short", "off", "full",
})  # fmt: skip


def _compound(words: Words, number: Numeral, at: int) -> Unit | None:
    """As in “-member”, “-square-foot”, “-million-pound” after a number: the parts as one unit."""
    parts: list[str] = []
    place = at
    while words.hyphen(place) and words.glued(place + 1) and words.kind[place + 1] == Kind.WORD and len(parts) < 4:
        parts.append(words.low[place + 1])
        place += 2
    if exclusions.no_unit(parts[0]) or parts[0] in ("and", "on", "in", "to", "or", "by", "for", "per"):
        return NOTHING
    text = words.of(at + 1, place)
    norm = units.plain("-".join(parts)) or units.plain(parts[-1])
    if parts[0] in ("square", "cubic") and len(parts) > 1:
        base = units.plain(parts[1])
        norm = None if base is None else base + ("2" if parts[0] == "square" else "3")
    currency = money.after(words, place - 1, number.first, number.magnitude > 1)
    if currency is not None and (parts[-1] != "pound" or number.magnitude > 1):
        norm = currency.code
    if len(parts) == 2 and parts[1] in ("hour", "hours") and (base := units.plain(parts[0])) is not None:
        norm = base + "h"
    return Unit(at + 1, place, text, norm)


def counts(words: Words, end: int) -> bool:
    """Whether something to count or measure stands after a number."""
    return (
        words.hyphen(end)
        or units.percent(words, end) is not None
        or units.measure(words, end) is not None
        or words.low[end] in MAGNITUDES
        or money.after(words, end, end - 1, large=False) is not None
        or nouns.counted(words, end, one=False, syntax=None) is not None
    )
