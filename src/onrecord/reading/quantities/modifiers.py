"""Words around a number that say how it is meant: bounds ("at least"), and hedges that leave the interval as it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from onrecord.reading.quantities.words import Kind, Words


class Bound(Enum):
    """What a modifier does to the interval."""

    NONE = 0
    LEAST = 1
    MOST = 2
    BETWEEN = 3


def _phrases(bound: Bound, phrases: str) -> dict[tuple[str, ...], Bound]:
    return {tuple(phrase.split()): bound for phrase in phrases.split(",")}


_BEFORE = (
    _phrases(
        Bound.LEAST,
        "at least,at the least,at the very least,more than,greater than,higher than,larger than,bigger than,older than,"
        "longer than,over,above,well over,just over,slightly over,a little over,a bit over,far over,well above,"
        "just above,"
        "slightly more than,a little more than,far more than,much more than,well more than,no fewer than,no less than,"
        "not less than,not fewer than,exceeding,in excess of,upwards of,upward of,north of,a minimum of,minimum of,"
        "as few as,as little as,as low as,beyond,topping,>,≥",
    )
    | _phrases(
        Bound.MOST,
        "up to,as many as,as much as,as high as,as large as,as long as,at most,at the most,no more than,not more than,"
        "no greater than,"
        "a maximum of,maximum of,fewer than,less than,lower than,smaller than,younger than,shorter than,well under,"
        "just under,slightly under,"
        "under,below,well below,just below,slightly less than,slightly fewer than,a little less than,far fewer than,"
        "far less than,a little under,a bit under,<,≤",
    )
    | _phrases(
        Bound.NONE,
        "about,around,roughly,approximately,approx.,circa,some,nearly,almost,close to,near,nearing,approaching,"
        "just,only,barely,merely,exactly,precisely,perhaps,maybe,possibly,probably,virtually,an estimated,estimated,"
        "an average of,average of,an average,averaging,a total of,total of,a combined total of,a combined,combined,"
        "a record,a record-breaking,a further,an additional,an extra,another,a mere,a whopping,a staggering,"
        "a reported,the equivalent of,a median,a median of,a net,an average daily,a cumulative,~,≈",
    )
    | _phrases(Bound.BETWEEN, "between,somewhere between,anywhere between,ranging between")
)  # fmt: skip
_LAST = frozenset(phrase[-1] for phrase in _BEFORE)
_LONGEST = max(map(len, _BEFORE))
_AFTER = {
    ("or", "more"): Bound.LEAST, ("or", "higher"): Bound.LEAST, ("or", "above"): Bound.LEAST,
    ("or", "over"): Bound.LEAST, ("or", "older"): Bound.LEAST, ("and", "older"): Bound.LEAST,
    ("and", "over"): Bound.LEAST, ("and", "above"): Bound.LEAST, ("and", "up"): Bound.LEAST,
    ("or", "fewer"): Bound.MOST, ("or", "less"): Bound.MOST, ("or", "younger"): Bound.MOST,
    ("or", "under"): Bound.MOST, ("or", "below"): Bound.MOST, ("and", "under"): Bound.MOST,
    ("and", "younger"): Bound.MOST, ("or", "so"): Bound.NONE, ("or", "thereabouts"): Bound.NONE,
}  # fmt: skip
_DURING = frozenset({"for", "in", "after", "of", "took", "lasted", "lasting", "spent", "by", "been"})
"""Before "over ten years" these make it more than ten; without one of them it is a stretch of time."""
_MOVED = frozenset(
    "revised went moved pushed shot ticked edged jumped bumped inched marked brought raised adjusted".split()
)
_QUARREL = frozenset(
    "dispute disputes row concern concerns debate battle fight lawsuit anger controversy clash sued arrested"
    " questioned talks negotiations".split()
)
_ARTICLES = ("a", "an", "the")


@dataclass(frozen=True, slots=True)
class Modifier:
    """What stands before a number.

    Attributes:
        first: the first of its words before the number (the number itself where there are none).
        words: as written, without an article.
    """

    first: int
    bound: Bound
    words: str | None


def before(words: Words, at: int, of_time: bool = False) -> Modifier:
    """The modifiers that end right before a word.

    Args:
        of_time: the number counts a unit of time ("over ten years").
    """
    low = words.low
    first, bound = at, Bound.NONE
    while low[first - 1] in _LAST:
        for length in range(min(_LONGEST, first), 0, -1):
            found = _BEFORE.get(tuple(low[first - length : first]))
            if found is not None:
                break
        else:
            break
        if not _fits(words, first - length, first, found, of_time):
            break
        first -= length
        if found is not Bound.NONE:
            bound = found
        if at - first > 8:
            break
    return Modifier(first, bound, _shown(words, first, at, bound))


def _fits(words: Words, first: int, end: int, bound: Bound, of_time: bool) -> bool:
    low = words.low
    word = low[first]
    if end - first > 1:
        # "Revised up to 0.4 percent": up, to what it is now.
        return not (word == "up" and low[first - 1] in _MOVED)
    before = low[first - 1]
    if word == "over":
        return before not in _QUARREL and (not of_time or before in _DURING)
    if word == "between":
        return True
    if word in ("near", "minimum", "maximum", "total", "combined", "estimated"):
        return words.kind[first - 1] != Kind.WORD or before not in ("the", "its", "their")
    return bound is Bound.NONE or word not in ("below", "above", "under") or before not in _ARTICLES


@dataclass(frozen=True, slots=True)
class After:
    """The bound in the words after a number or its unit, and where they end; nothing where ``words`` is ``None``."""

    bound: Bound
    end: int
    words: str | None = None


def after(words: Words, at: int) -> After:
    """The modifier that begins at a word ("or more", "or so", "-plus", "+")."""
    low = words.low
    found = _AFTER.get((low[at], low[at + 1]))
    if found is not None:
        return After(found, at + 2, words.of(at, at + 2))
    if low[at] == "+" and words.glued(at):
        return After(Bound.LEAST, at + 1, "+")
    if words.hyphen(at) and low[at + 1] in ("plus", "odd") and words.glued(at + 1):
        return After(Bound.LEAST if low[at + 1] == "plus" else Bound.NONE, at + 2, low[at + 1])
    return After(Bound.NONE, at)


def _shown(words: Words, first: int, end: int, bound: Bound) -> str | None:
    if words.low[first] in _ARTICLES:
        first += 1
    last = end - 1 if words.low[end - 1] == "of" and words.low[end - 2] in ("average", "total", "median") else end
    return None if first >= last or bound is Bound.BETWEEN else words.of(first, last)


def bounded(low: float, high: float, bound: Bound) -> tuple[float | None, float | None]:
    """An interval under a bound: "more than 300" is 300 and up, "up to 6,000" is 6,000 and down."""
    if bound is Bound.LEAST:
        return low, None
    return (None, high) if bound is Bound.MOST else (low, high)
