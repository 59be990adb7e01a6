"""Ranges: two numbers that bound one quantity ("4,000 to 6,000", "between $1 and $2 million", "18- to 29-")."""

from __future__ import annotations

from onrecord.reading.quantities import exclusions, money, units
from onrecord.reading.quantities.numerals import Numeral, numeral
from onrecord.reading.quantities.units import Unit
from onrecord.reading.quantities.words import HYPHENS, Kind, Words

_FAR = 1000
"""A second bound more than so many times the first is no bound of the same thing."""


def second(words: Words, first: Numeral, end: int, between: bool, in_money: bool) -> Numeral | None:
    """The other bound of a range whose first ends at a word.

    Args:
        end: the word after the first number and its unit.
        between: "between" stands before the first.
        in_money: a currency stands before the first.
    """
    place = _connected(words, end, between)
    if place is None:
        return None
    paid = in_money
    if (words.kind[place] != Kind.NUMBER and words.kind[place] != Kind.WORD) or words.raw[place].isupper():
        for skipped in (1, 2):
            if money.before(words, place + skipped) is not None and words.kind[place + skipped] == Kind.NUMBER:
                place, paid = place + skipped, True
                break
    other = numeral(words, place, paid)
    if other is None or (other.fraction != first.fraction) or other.low != other.high:
        return None
    if words.low[end] == "or" and not first.low < other.low <= first.low * 10:
        return None
    return other


def _connected(words: Words, end: int, between: bool) -> int | None:
    """Where the second number of a range would begin."""
    low = words.low
    if low[end] in ("to", "or") or (low[end] == "and" and between):
        return end + 1
    if words.hyphen(end):
        if low[end + 1] in ("to", "or"):
            return end + 2
        return end + 1 if words.glued(end + 1) else None
    spaced = low[end] in HYPHENS and words.kind[end + 1] == Kind.NUMBER and not words.glued(end + 1)
    return end + 1 if spaced else None


def joined(first: Numeral, other: Numeral) -> tuple[Numeral, Numeral] | None:
    """Both bounds with the magnitude they share, or ``None`` where they are not the ends of one range."""
    if other.magnitude > 1 and first.magnitude == 1 and first.low * other.magnitude < other.low:
        first = first.times(other.magnitude)
    if not first.low < other.low or (first.low > 0 and other.low > _FAR * first.low):
        return None
    return first, other


def same_unit(words: Words, end: int) -> Unit | None:
    """A unit that may stand after the first number as well ("5 percent to 7 percent", "20 km to 30 km")."""
    found = units.percent(words, end) or units.measure(words, end)
    if found is not None:
        return found
    currency = money.after(words, end, end - 1, large=True)
    return None if currency is None else Unit(currency.first, currency.end, currency.text, currency.code)


def out_of(words: Words, first: Numeral) -> Numeral | None:
    """The number that another is a share of ("one in five", "nine out of 10", "two in every hundred")."""
    low = words.low
    end = first.end
    if not (0 < first.low <= 99 and first.low == first.high and first.low.is_integer()):
        return None
    if low[end] == "in":
        place = end + 2 if low[end + 1] == "every" else end + 1
    elif low[end] == "out" and low[end + 1] == "of":
        place = end + 3 if low[end + 2] == "every" else end + 2
    else:
        return None
    whole = numeral(words, place)
    if whole is None and low[place] in ("hundred", "thousand", "million"):
        value = {"hundred": 100.0, "thousand": 1000.0, "million": 1e6}[low[place]]
        whole = Numeral(value, value, place, place + 1, spelled=True)
    if whole is None or whole.fraction or not first.low < whole.low == whole.high or whole.low not in _WHOLES:
        return None
    return None if exclusions.is_code(words, whole) else whole


_WHOLES = frozenset({2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0, 100.0,
                     200.0, 500.0, 1e3, 1e4, 1e5, 1e6})  # fmt: skip
