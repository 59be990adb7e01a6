"""Units of time: lengths ("three weeks"), distances ("two years ago"), sets ("every day"), "last month"."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.dates import lengths
from onrecord.reading.dates.meanings import Anchor, Expression, Fixed, Length, Period, Shifted
from onrecord.reading.dates.names import PERIODS
from onrecord.reading.quantities import modifiers, units
from onrecord.reading.quantities.nouns import is_plural, stops
from onrecord.reading.quantities.numerals import Numeral, numeral
from onrecord.reading.quantities.words import HYPHENS, Kind, Words
from onrecord.types import Granularity

_SHIFTS = {"last": (-1, Anchor.SPEECH), "this": (0, Anchor.SPEECH), "next": (1, Anchor.SPEECH),
           "previous": (-1, Anchor.NARRATIVE), "preceding": (-1, Anchor.NARRATIVE),
           "following": (1, Anchor.NARRATIVE), "same": (0, Anchor.NARRATIVE), "that": (0, Anchor.NARRATIVE),
           "current": (0, Anchor.SPEECH), "coming": (1, Anchor.SPEECH)}  # fmt: skip
_STRETCHES = frozenset({"past", "last", "next", "coming", "first", "final", "previous", "preceding", "following",
                        "subsequent", "opening", "closing", "ensuing", "latest", "intervening"})  # fmt: skip
_VAGUE = frozenset({"some", "several", "many", "few", "couple", "countless", "numerous"})
_RECENT = frozenset({"recent"})
_COMING = frozenset({"coming"})
_BARE_LEADS = frozenset(
    "for in over within after during than of took lasted spent take takes last lasts spend through since about by"
    " across and before to until".split()
)
_BARE_FOLLOW = frozenset({
    "of", "later", "earlier", "ago", "before", "after", "to", "on", "or", "if", "in", "since", "and",
})  # fmt: skip
_LONG = frozenset({
    Period.WEEK, Period.FORTNIGHT, Period.MONTH, Period.YEAR, Period.DECADE, Period.CENTURY, Period.HOUR,
})  # fmt: skip
_RATED = frozenset({"twice", "once", "times", "thrice"})
_NO_LEADS = frozenset({"lower", "higher", "larger", "bigger", "smaller", "fewer", "between", "near", "another"})
_FOREVER = 9_999
"""Years: a longer time before now has no value in the calendar."""


@dataclass(frozen=True, slots=True)
class _Count:
    """How many units, and where that begins; ``amount`` is ``None`` where it is not told or a range."""

    first: int
    amount: float | None
    ranged: bool = False


def period(words: Words, at: int) -> list[Expression]:
    """The expressions of a unit of time; its noun is at the place."""
    found = _period(words, at)
    return [] if found is None else [found]


def _period(words: Words, at: int) -> Expression | None:
    low = words.low
    if low[at + 1] in ("old", "olds") or (words.hyphen(at + 1) and low[at + 2] in ("old", "olds")):
        return None
    if low[at + 1] == "of" and low[at + 2] == "age":
        return None
    if low[at - 1] in ("light", "leap", "man"):
        return None
    unit = PERIODS[low[at]]
    end = at + 1
    joined = at - 1 if low[at - 1] in HYPHENS and words.glued(at) else at
    if words.raw[at][0].isupper() and joined == at and words.kind[at - 1] == Kind.WORD and words.raw[at - 1].islower():
        return None  # "A Month in the Country"
    count = _count(words, joined)
    if count is None and joined == at and low[at] != _singular(low[at]) and _describes(words, at - 1):
        count = _count(words, at - 1)
    if count is not None:
        return _counted(words, count, unit, end, hyphen=joined < at)
    if joined < at:
        return None
    if words.hyphen(end) and words.glued(end + 1):
        return _long(words, at, unit, end)
    return _determined(words, at, unit, end) or _bare(words, at, unit, end)


def _describes(words: Words, at: int) -> bool:
    """Whether a word may stand between a number and its unit ("three straight months", "two more weeks")."""
    word = words.low[at]
    if words.kind[at] != Kind.WORD or not words.raw[at].islower():
        return False
    return word in ("more", "further", "additional", "extra") or not (stops(word) or is_plural(word) or word in PERIODS)


def _count(words: Words, end: int) -> _Count | None:
    """The number that ends right before a place."""
    low = words.low
    for first in range(max(1, end - 6), end):
        found = numeral(words, first)
        if found is None or found.end != end:
            continue
        if words.glued(first) and words.kind[first - 1] == Kind.WORD:
            return None
        if found.fraction and low[first] in ("a", "an") and low[end - 1] not in ("half", "quarter"):
            return None
        if found.low != found.high:
            return _Count(first, None)
        ranged = _other_bound(words, first, found)
        return _Count(first, found.low) if ranged is None else _Count(ranged, None, ranged=True)
    if low[end - 1] in ("a", "an") and low[end - 2] == "half":
        return _Count(end - 3 if low[end - 3] in ("a", "an") else end - 2, 0.5)
    if low[end - 1] == "half" and low[end - 2] in ("a", "an"):
        return _Count(end - 2, 0.5)
    return None


def _other_bound(words: Words, first: int, last: Numeral) -> int | None:
    """The first word of a range whose second number begins at a place ("two to five days")."""
    low = words.low
    joint = first - 1
    between = low[joint] == "and"
    if low[joint] not in ("to", "or", "and") and not (low[joint] in HYPHENS and words.glued(first)):
        return None
    for start in range(max(1, joint - 5), joint):
        found = numeral(words, start)
        stop = joint - 1 if low[joint - 1] in HYPHENS else joint
        if found is not None and found.end == stop and not found.fraction and found.low < last.low:
            return None if between and low[start - 1] != "between" else start - between
    return None


def _counted(words: Words, count: _Count, unit: Period, end: int, hyphen: bool) -> Expression | None:
    low = words.low
    first = count.first
    if count.amount is not None and count.amount > 1e12:
        return None
    if hyphen:
        return Expression(first, end, _length(count, unit))
    if low[first - 1] in ("every", "each"):
        value = None if count.amount is None else lengths.value(count.amount, unit)
        return Expression(first - 1, end, Fixed(value, Granularity.SET))
    lead = _lead(words, first)
    distance = _distance(words, count.amount, unit, end)
    if distance is not None:
        ranged = count.ranged or (count.amount is not None and unit is Period.YEAR and count.amount > _FOREVER)
        return Expression(lead, distance[0], Fixed(None, None) if ranged else distance[1])
    opened = _stretch(words, lead)
    return Expression(opened, end, _length(count, unit))


def _lead(words: Words, first: int) -> int:
    """The first word of what modifies a length of time; a comparison ("higher than a year ago") does not."""
    lead = modifiers.before(words, first, of_time=True).first
    return first if words.low[lead] in _NO_LEADS else lead


def _length(count: _Count, unit: Period) -> Length:
    if count.ranged:
        return Length(None)
    return Length(lengths.value(count.amount, unit), count.amount, unit)


def _stretch(words: Words, first: int) -> int:
    """The first word of "the past three years", "the first six months", "the three months"."""
    low = words.low
    at = first
    while low[at - 1] in _STRETCHES or low[at - 1] in ("very",):
        at -= 1
    if low[at - 1] in ("the", "these", "those", "his", "her", "its", "their", "this"):
        return at - 1
    if low[at - 1] == "of" and low[at - 2] == "part" and low[at - 3] in ("better", "best", "greater"):
        return at - 4 if low[at - 4] == "the" else at - 3
    return at


def _distance(words: Words, amount: float | None, unit: Period, end: int) -> tuple[int, Shifted] | None:
    """As in “ago”, “earlier”, “later”, “from now” after so many units."""
    low = words.low
    word = low[end]
    whole = int(amount) if amount is not None and float(amount).is_integer() else None
    if word == "ago":
        return end + 1, Shifted(unit, None if whole is None else -whole, Anchor.SPEECH)
    if word == "from" and low[end + 1] in ("now", "today"):
        return end + 2, Shifted(unit, whole, Anchor.SPEECH)
    if word == "hence":
        return end + 1, Shifted(unit, whole, Anchor.SPEECH)
    if word in ("earlier", "previously") or (word == "before" and _ends(words, end + 1)):
        return end + 1, Shifted(unit, None if whole is None else -whole, Anchor.NARRATIVE)
    if word in ("later", "afterward", "afterwards") or (word in ("after", "on") and _ends(words, end + 1)):
        return (end + 1, Shifted(unit, whole, Anchor.NARRATIVE)) if low[end + 1] != "than" else None
    return None


def _ends(words: Words, at: int) -> bool:
    """Whether nothing follows that a "before" or "after" would be of."""
    return words.kind[at] == Kind.BREAK or words.low[at] in (",", ".", ";", ")", "and", "but", "”", "\"", "?", "!", ":")


def _long(words: Words, at: int, unit: Period, end: int) -> Expression | None:
    """As in “month-long”, “year-ago”, “day-to-day”."""
    low = words.low
    if low[end + 1] == "long" and low[at - 1] not in HYPHENS:
        return Expression(at, end + 2, Length(lengths.value(1, unit), 1, unit))
    if low[end + 1] in ("ago", "earlier") and unit in (Period.YEAR, Period.WEEK, Period.MONTH):
        anchor = Anchor.SPEECH if low[end + 1] == "ago" else Anchor.NARRATIVE
        return Expression(at, end + 2, Shifted(unit, -1, anchor))
    return None


def _determined(words: Words, at: int, unit: Period, end: int) -> Expression | None:
    """A unit after an article or a determiner: "a week", "last month", "each year", "the next day"."""
    low = words.low
    if low[at] != _singular(low[at]):
        return _plural_of(words, at, unit, end)
    before = low[at - 1]
    if before in ("each", "every") or (before in ("other", "second", "third", "single") and low[at - 2] == "every"):
        amount = {"other": 2, "second": 2, "third": 3}.get(before, 1)
        first = at - 1 if before in ("each", "every") else at - 2
        return Expression(first, end, Fixed(lengths.value(amount, unit), Granularity.SET))
    if before in ("a", "an"):
        return _a(words, at, unit, end)
    if before in _SHIFTS:
        return _shifted(words, at, unit, end)
    if before in ("past",) and unit in _LONG:
        first = at - 2 if low[at - 2] in ("the", "this") else at - 1
        return Expression(first, end, Length(lengths.value(1, unit), 1, unit))
    if before == "the":
        return _the(words, at, unit, end)
    if low[at - 2] in ("a", "an") and before in ("bad", "good", "whole", "full", "single", "further", "mere", "record"):
        return Expression(at - 2, end, Length(lengths.value(1, unit), 1, unit))
    return None


def _singular(word: str) -> str:
    return {"centuries": "century"}.get(word, word.removesuffix("s"))


def _a(words: Words, at: int, unit: Period, end: int) -> Expression | None:
    """As in “a year ago”, “$5 a day”, “within a week”, “more than a decade”."""
    low = words.low
    first = at - 1
    before = low[first - 1]
    distance = _distance(words, 1, unit, end)
    if distance is not None:
        return Expression(_lead(words, first), *distance)
    if low[end] == "and" and low[end + 1] == "a" and low[end + 2] == "half":
        return Expression(first, end + 3, Length(lengths.value(1.5, unit), 1.5, unit))
    if before in _RATED or _rated(words, first):
        opened = first
        if before in _RATED:
            opened = first - 1
            if before == "times":
                count = _count(words, first - 1)
                opened = first - 1 if count is None else count.first
        return Expression(opened, end, Fixed(lengths.value(1, unit), Granularity.SET))
    if unit is Period.SECOND or (unit is Period.NIGHT and low[end] == "of"):
        return None
    lead = _lead(words, first)
    if lead < first or unit in _LONG or before in ("in", "within", "for", "after", "of", "over", "only", "than"):
        following = words.kind[end] == Kind.WORD and words.raw[end].islower() and not stops(low[end])
        if following and lead == first and before not in ("in", "within", "for", "after", "over"):
            return None
        return Expression(_stretch(words, lead), end, Length(lengths.value(1, unit), 1, unit))
    if low[end] in ("after", "before"):
        return Expression(first, end, Length(lengths.value(1, unit), 1, unit))
    return None


def _rated(words: Words, article: int) -> bool:
    """Whether "a day" is a rate: it follows something counted or paid."""
    before = article - 1
    if words.kind[before] == Kind.NUMBER:
        return True
    if words.low[before] in ("percent", "%", "cents", "dollars", "pounds", "euros", "million", "billion", "thousand"):
        return True
    measure = words.low[before]
    if units.plain(measure) is not None and measure.endswith("s") and measure not in PERIODS:
        return True
    for first in range(max(1, before - 6), before + 1):
        found = numeral(words, first)
        if found is None or found.fraction or words.sentence[first] != words.sentence[before]:
            continue
        if found.end == article:
            return True
        inside = range(found.end, before)
        if is_plural(words.raw[before]) and not any(
            words.kind[place] != Kind.WORD or (stops(words.low[place]) and words.low[place] != "of") for place in inside
        ):
            return True
    return False


def _shifted(words: Words, at: int, unit: Period, end: int) -> Expression | None:
    """As in “last week”, “this year”, “the next day”, “the same month”, “that year”."""
    low = words.low
    before = low[at - 1]
    amount, anchor = _SHIFTS[before]
    article = low[at - 2] == "the"
    first = at - 2 if article or (low[at - 2] == "this" and before in ("coming", "past")) else at - 1
    if unit in (Period.SECOND, Period.MINUTE) or (unit is Period.NIGHT and before in ("this", "same")):
        return None
    if before == "last" and article:
        if low[end] == "of" or unit is Period.DAY:
            return None
        return Expression(first, end, Length(lengths.value(1, unit), 1, unit))
    if before == "next" and article:
        if unit in (Period.DAY, Period.NIGHT):
            return Expression(first, end, Shifted(Period.DAY, 1, Anchor.NARRATIVE))
        return Expression(first, end, Length(lengths.value(1, unit), 1, unit))
    if before == "this" and unit is Period.DAY and low[end] != "in":
        return None
    if before == "that" and (low[at - 2] in ("say", "said", "says", "so") or unit is Period.HOUR):
        return None
    if before in ("previous", "preceding", "following", "current") and not article and unit is not Period.DAY:
        return None
    if unit is Period.HOUR:
        return None
    opened = first
    if low[first - 1] in ("earlier", "later", "early", "late", "mid"):
        opened = first - 1
        if low[first - 1] == "later" and low[first - 2] in ("or", "than"):
            opened = first
    elif low[first - 1] == "of" and low[first - 2] in _EDGES:
        opened = first - 3 if low[first - 3] == "the" else first - 2
    if low[end] in ("and", "or") and unit is Period.DAY:
        return None
    period = Period.DAY if unit is Period.NIGHT else unit
    return Expression(opened, end, Shifted(period, amount, anchor))


_CALENDAR = frozenset({Period.DAY, Period.WEEK, Period.MONTH, Period.YEAR, Period.DECADE})
_EDGES = frozenset({"end", "start", "beginning", "middle", "close", "course", "rest", "remainder", "half"})


def _the(words: Words, at: int, unit: Period, end: int) -> Expression | None:
    """As in “the end of the year”, “earlier in the day”, “so far in the month”, “the decade to 2020”."""
    low = words.low
    first = at - 1
    lead = low[first - 1]
    if lead == "of" and low[first - 2] in _EDGES and unit in _CALENDAR:
        opened = first - 3 if low[first - 3] == "the" else first - 2
        if low[end] == "of" or (unit is Period.DAY and low[opened - 1] == "at"):
            return None  # "at the end of the day": all things considered
        return Expression(opened, end, Shifted(unit, 0, Anchor.SPEECH))
    if lead == "in" and low[first - 2] in ("earlier", "later", "late", "early"):
        anchor = Anchor.SPEECH if unit is not Period.DAY else Anchor.NARRATIVE
        return Expression(first - 2, end, Shifted(unit, 0, anchor))
    if low[end] == "so" and low[end + 1] == "far":
        return Expression(first, end, Shifted(unit, 0, Anchor.SPEECH))
    if low[end] == "to" and unit in (Period.DECADE, Period.CENTURY):
        return Expression(first, end, Length(lengths.value(1, unit), 1, unit))
    if low[end] == "before" and _ends(words, end + 1):
        return Expression(first, end + 1, Shifted(unit, -1, Anchor.NARRATIVE))
    if low[end] == "after" and _ends(words, end + 1):
        return Expression(first, end + 1, Shifted(unit, 1, Anchor.NARRATIVE))
    return None


def _plural_of(words: Words, at: int, unit: Period, end: int) -> Expression | None:
    """As in “recent years”, “the coming weeks”, “a few days”, “the past few months”."""
    low = words.low
    before = low[at - 1]
    if before in _RECENT and unit in (Period.DAY, Period.WEEK, Period.MONTH, Period.YEAR, Period.DECADE):
        return Expression(_stretch(words, at - 1), end, Fixed("PAST_REF", Granularity.REFERENCE))
    if before in _COMING or (low[end] == "ahead" and before in ("the", "in")):
        first = at - 1 if before in _COMING and low[at - 2] != "the" else at - 2 if before in _COMING else at
        first = at - 1 if before == "the" else first
        return Expression(first, end + (low[end] == "ahead"), Fixed("FUTURE_REF", Granularity.REFERENCE))
    if before in ("these",) and unit is Period.DAY:
        return Expression(at - 1, end, Fixed("PRESENT_REF", Granularity.REFERENCE))
    vague = at
    if before in _VAGUE or (before == "of" and low[at - 2] == "couple") or (before == "more" and low[at - 2] in _VAGUE):
        vague = at - 1 if before in _VAGUE else at - 2
    elif before in ("past", "last", "next") and low[at - 2] in ("the", "these"):
        return Expression(at - 2, end, Length(lengths.value(None, unit), None, unit))
    if vague == at:
        return None
    first = vague - 1 if low[vague - 1] in ("a", "the", "these", "those", "only") else vague
    distance = _distance(words, None, unit, end)
    if distance is not None:
        return Expression(first, *distance)
    first = _stretch(words, first)
    return Expression(first, end, Length(lengths.value(None, unit), None, unit))


def _bare(words: Words, at: int, unit: Period, end: int) -> Expression | None:
    """A plural by itself: "for years", "hours later", "decades of war"."""
    low = words.low
    if low[at] == _singular(low[at]) or (words.raw[at][0].isupper() and not words.first_of_sentence(at)):
        return None
    if unit in (Period.SECOND, Period.QUARTER):
        return None
    distance = _distance(words, None, unit, end)
    if distance is not None and (words.kind[at - 1] != Kind.WORD or stops(low[at - 1])):
        return Expression(at, *distance)
    before = low[at - 1]
    alone = words.kind[at - 1] != Kind.WORD
    if before in _BARE_LEADS and (before not in ("of", "and", "to", "before", "by") or low[end] in ("of",)):
        pass
    elif not (alone and low[end] in _BARE_FOLLOW and low[at - 1] != "-"):
        return None
    if before in ("during", "in") and low[end] in ("of",) and unit is Period.DAY:
        return None
    lead = _lead(words, at)
    return Expression(lead, end, Length(lengths.value(None, unit), None, unit))
