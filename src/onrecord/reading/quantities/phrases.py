"""One quantity from its number: sign, currency, range, unit and modifiers around it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.reading.quantities import ages, counting, exclusions, modifiers, money, movement, nouns, ranges, units
from onrecord.reading.quantities.counting import NOTHING
from onrecord.reading.quantities.drafts import Draft
from onrecord.reading.quantities.modifiers import Bound
from onrecord.reading.quantities.numerals import Numeral, numeral
from onrecord.reading.quantities.units import TIMES, Unit
from onrecord.reading.quantities.words import HYPHENS, Words
from onrecord.reading.syntax import Syntax

_APART = 3
"""Of what moves, a second number more than so many times the first is no bound of a range with it."""
_MEASURED = TIMES | {"percent", "percentage point", "basis point"}
"""Units of which a fraction is a number, not a share."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Words that hold numbers and no quantity; ``end`` is behind them."""

    end: int


def read(words: Words, at: int, syntax: Syntax | None) -> Draft | Skip | None:
    """The quantity whose number begins at a word; where the number counts nothing, the words to skip."""
    decade = ages.decade(words, at)
    if decade is not None:
        unit = Unit(decade[2], decade[2], ages.UNIT, ages.UNIT)
        return _draft(words, at, decade[2], (decade[0], decade[1]), unit)
    currency = money.before(words, at)
    first = numeral(words, at, currency is not None)
    if first is None:
        return Skip(at + 1) if exclusions.too_long(words, at) else None
    if currency is None:
        return _number(words, first, syntax)
    lead = modifiers.before(words, currency.first)
    pair = _range(words, first, lead.first, lead.bound is Bound.BETWEEN, paid=True)
    if isinstance(pair, Skip):
        return pair
    last = first if pair is None else pair[1]
    bounds = (first.low, first.high) if pair is None else (pair[0].low, last.high)
    unit = units.with_rate(words, Unit(last.end, last.end, currency.text, currency.code))
    return _draft(words, currency.first, last.end, bounds, unit, magnitude=last.magnitude)


def _number(words: Words, first: Numeral, syntax: Syntax | None) -> Draft | Skip:
    """A quantity with no currency before it."""
    whole = ranges.out_of(words, first)
    if whole is not None and not exclusions.is_code(words, first):
        return _share(words, first, whole, syntax)
    if _nothing(words, first):
        return Skip(first.end)
    start = first.first
    lead = modifiers.before(words, start)
    if exclusions.is_named(words, first, lead.first):
        return Skip(_to_the_last_of(words, first))
    outer = ages.introduced(words, start)
    between = lead.bound is Bound.BETWEEN or (
        outer is not None and modifiers.before(words, outer).bound is Bound.BETWEEN
    )
    pair = _range(words, first, lead.first, between, paid=False)
    if isinstance(pair, Skip):
        return pair
    last = first if pair is None else pair[1]
    bounds = (first.low, first.high) if pair is None else (pair[0].low, last.high)
    if pair is None and _minus(words, start):
        start, bounds = start - 1, (-bounds[0], -bounds[1])
    named = _named_before(words, start)
    if named is not None and pair is None:
        return replace(_draft(words, start, last.end, bounds, Unit(last.end, last.end, words.raw[named])), first=named)
    unit = counting.unit_of(words, first, last, modifiers.after(words, last.end).end, syntax)
    if unit is NOTHING or (_is_one(words, first, last) and _is_pronoun(words, unit)):
        return Skip(last.end)
    opening = None
    if unit is None and not first.fraction:
        opening = _opening(words, start, lead)
        if opening is not None or ages.bare(words, last, lead.first) or ages.bound(words, last, lead.first):
            unit = Unit(last.end, last.end, ages.UNIT, ages.UNIT)
    measured = unit is not None and (unit.norm in _MEASURED or unit.text in ("point", "points"))
    fraction = first.fraction and not measured
    return _draft(words, start, last.end, bounds, unit, fraction=fraction, magnitude=last.magnitude, opening=opening)


def _is_one(words: Words, first: Numeral, last: Numeral) -> bool:
    return words.low[first.first] == "one" and last.end == first.first + 1


def _is_pronoun(words: Words, unit: Unit | None) -> bool:
    """Whether a "one" with this unit is no number: with none, or with what looks like a plural ("one hopes")."""
    if unit is None or unit.first >= unit.end or unit.norm is not None:
        return unit is None
    return unit.end == unit.first + 1 and nouns.is_plural(words.raw[unit.first])


def _named_before(words: Words, at: int) -> int | None:
    """The word for what is measured, where it stands before the number ("magnitude 6.4", "a magnitude of 6.4")."""
    place = at - 2 if words.low[at - 1] in ("of", *HYPHENS) else at - 1
    return place if words.low[place] == "magnitude" else None


def _opening(words: Words, start: int, lead: modifiers.Modifier) -> int | None:
    """The words before a number that make it an age, whether its modifiers stand before or after them."""
    found = ages.introduced(words, start)
    if found is None and lead.first < start:
        found = ages.introduced(words, lead.first)
    return found


def _nothing(words: Words, number: Numeral) -> bool:
    return (
        exclusions.is_code(words, number)
        or exclusions.is_clock_or_ratio(words, number)
        or (
            exclusions.is_idle_one(words, number)
            and not _goes_on(words, number)
            and modifiers.after(words, number.end).words is None
        )
    )


def _goes_on(words: Words, number: Numeral) -> bool:
    """Whether another number follows that makes a range with this one ("one or two")."""
    if words.low[number.end] not in ("or", "to", "and"):
        return False
    other = numeral(words, number.end + 1)
    return other is not None and other.low > number.low and (
        words.low[number.end] != "and" or words.low[number.first - 1] == "between"
    )  # fmt: skip


def _minus(words: Words, start: int) -> bool:
    low = words.low
    if low[start - 1] == "minus":
        return True
    return low[start - 1] in HYPHENS and low[start - 1] != "" and words.glued(start) and not words.glued(start - 1)


def _to_the_last_of(words: Words, number: Numeral) -> int:
    """Behind all numbers of one designator ("Articles 5 and 6", "pages 4-7")."""
    end = number.end
    while words.low[end] in ("and", "to", "or", ",", "through", *HYPHENS):
        following = numeral(words, end + 1)
        if following is None or following.magnitude > 1 or nouns.is_plural(words.raw[following.end] or " "):
            break
        if words.low[end] == "," and words.low[following.end] not in ("and", ","):
            break
        end = following.end
    return end


def _range(words: Words, first: Numeral, lead: int, between: bool, paid: bool) -> tuple[Numeral, Numeral] | Skip | None:
    """Both numbers of a range, or what to skip where they are a score."""
    unit = None
    other = ranges.second(words, first, first.end, between, paid)
    if other is None:
        unit = ranges.same_unit(words, first.end)
        if unit is None:
            return None
        other = ranges.second(words, first, unit.end, between, paid)
        again = None if other is None else ranges.same_unit(words, other.end)
        if other is None or again is None or again.norm != unit.norm:
            return None
    if exclusions.is_code(words, other) and not words.hyphen(first.end):
        return None
    moves = movement.direction(words, first.first) is not None
    if words.low[lead - 1] == "of" and words.low[lead - 2] in ("vote", "votes", "score", "margin", "count"):
        return Skip(other.end)
    if not between and moves and (words.low[lead - 1] == "from" or other.low > _APART * first.low):
        return None  # "fell by 12,000 to 217,000": the difference, and what it became
    if unit is not None and moves and not between and unit.norm != "percent":
        return None  # "lost 0.6 points to 136.3 points"
    if unit is None and not paid and not between:
        follows = counting.counts(words, other.end)
        aged = ages.introduced(words, first.first) is not None
        if not (moves or aged) and exclusions.is_score(words, first, other, follows):
            return Skip(other.end)
        if words.hyphen(first.end) and not (follows or aged):
            return Skip(other.end)
    return ranges.joined(first, other)


def _share(words: Words, over: Numeral, whole: Numeral, syntax: Syntax | None) -> Draft:
    """As in “one in five children”, as a fraction."""
    at = whole.end
    of = words.low[at] == "of"
    unit = counting.partitive(words, whole, at, syntax) if of else counting.noun(words, at, False, syntax)
    value = over.low / whole.low
    return _draft(words, over.first, at, (value, value), unit, fraction=True)


def _draft(
    words: Words,
    start: int,
    end: int,
    plain: tuple[float, float],
    unit: Unit | None,
    fraction: bool = False,
    magnitude: float = 1,
    opening: int | None = None,
) -> Draft:
    """A quantity from its number and unit, with the modifiers around them.

    Args:
        start, end: the words of the number, its sign or currency included.
        opening: the first of the words that make it an age ("aged").
    """
    lead = modifiers.before(words, start, unit is not None and unit.norm in TIMES)
    first, shown, bound = lead.first, lead.words, lead.bound
    if opening is not None and opening < first:
        outer = modifiers.before(words, opening)
        first = outer.first
        if shown is None:
            shown, bound = outer.words, outer.bound
    tail = end if unit is None else max(end, unit.end)
    behind = modifiers.after(words, end)
    if behind.end == end and tail > end:
        behind = modifiers.after(words, tail)
    if bound is Bound.NONE or bound is Bound.BETWEEN:
        bound = behind.bound
    low, high = modifiers.bounded(*plain, bound)
    return Draft(
        first=first, end=max(tail, behind.end), number=start, tail=tail, low=low, high=high, plain=plain, unit=unit,
        modifier=shown or behind.words, fraction=fraction, magnitude=magnitude,
    )  # fmt: skip
