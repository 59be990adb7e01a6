"""Changes: what a quantity was and what it became ("rose from 5 to 7 percent", "fell by a third to 400", "doubled").

Where the text gives the difference and the result but not the start ("rose 14 percent to 2.3 billion"), the start
follows from the two; it is rounded to six figures, because it is no more exact than they are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.quantities import modifiers, movement
from onrecord.reading.quantities.drafts import Draft
from onrecord.reading.quantities.units import Unit
from onrecord.reading.quantities.words import Words
from onrecord.types import Change, Interval

_FACTORS = {
    "doubled": 2.0, "doubling": 2.0, "double": 2.0, "tripled": 3.0, "tripling": 3.0, "triple": 3.0, "trebled": 3.0,
    "quadrupled": 4.0, "quadrupling": 4.0, "quintupled": 5.0, "halved": 0.5, "halving": 0.5, "halve": 0.5,
}  # fmt: skip
FACTOR_WORDS = frozenset(_FACTORS)
_ALONE = frozenset({"doubled", "tripled", "trebled", "quadrupled", "quintupled", "halved"})
_NO_SUBJECT = frozenset({"a", "an", "the", "be", "to"})
_REACH = 12
"""Words between the start and the result of one change."""
_NEAR = 5
"""Words between a difference and its result ("by 216 on Sunday to 18,900")."""
_FIGURES = 6
_FAR = 10
"""A start more than so many times the result has a magnitude of its own."""


def changed(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """The quantities with their changes, and a quantity for each factor that stands alone ("has doubled").

    What the text says of the start goes before what follows from a difference.

    Args:
        drafts: all quantities, in text order.
    """
    found = list(drafts)
    for place in range(1, len(found)):
        _from_to(words, found, place)
    for place in range(1, len(found)):
        _from(words, found, place)
    for place in range(len(found)):
        _by(words, found, place)
    return _with_factors(words, found)


def _near(words: Words, before: Draft, after: Draft) -> bool:
    """Whether two quantities stand so close that they may be of one change."""
    return words.sentence[before.first] == words.sentence[after.first] and after.first - before.end <= _REACH


def _from_to(words: Words, found: list[Draft], place: int) -> None:
    """As in “from 5 percent in March to 7 percent”: the quantity at the place is the second."""
    before, after = found[place - 1], found[place]
    if words.low[before.first - 1] == "from" and words.low[after.first - 1] == "to" and _near(words, before, after):
        _tie(found, place - 1, place)


def _from(words: Words, found: list[Draft], place: int) -> None:
    """As in “6.3 percent, up from 6.7” or “to $2.3 billion, or 87 cents a share, from $2 billion”.

    Args:
        place: the quantity after "from".
    """
    before = found[place]
    low = words.low
    if low[before.first - 1] != "from":
        return
    for result in range(place - 1, max(-1, place - 3), -1):
        after = found[result]
        if after.change is not None or words.sentence[before.first] != words.sentence[after.first]:
            return
        between = low[after.end : before.first - 1]
        to = low[after.first - 1] in ("to", "at") and movement.direction(words, after.first) is not None
        marked = result == place - 1 and any(word in ("up", "down", "compared") for word in between)
        if len(between) <= _REACH and (marked or to) and _tie(found, place, result):
            return


def _tie(found: list[Draft], start: int, result: int) -> bool:
    """Writes a change from one quantity to another on the second, if they are of one unit."""
    before, after = _alike(found[start], found[result])
    if before.norm != after.norm:
        return False
    change = Change(Interval(before.low, before.high), Interval(after.low, after.high))
    found[start], found[result] = before, replace(after, change=change)
    return True


def _by(words: Words, found: list[Draft], place: int) -> None:
    """A quantity after "to" whose start follows from a factor or a difference ("fell by a third to 400")."""
    after = found[place]
    if words.low[after.first - 1] != "to" or after.change is not None:
        return
    to = Interval(after.low, after.high)
    factor = _factor(words, after.first - 1)
    if factor is not None:
        found[place] = replace(after, change=Change(_scaled(after, 1 / factor[0], factor[1]), to))
        return
    before = found[place - 1] if place else None
    if before is None or not _near(words, before, after) or words.low[before.first - 1] == "from":
        return
    way = movement.direction(words, before.first)
    if after.first - before.end > _NEAR or not way or _clause(words, before.end, after.first):
        return
    start = _start(before, after, way)
    if start is not None:
        found[place] = replace(after, change=Change(Interval(start, start), to))


def _alike(before: Draft, after: Draft) -> tuple[Draft, Draft]:
    """Both with the unit and magnitude that one of them says for both ("from 5 to 7 million barrels")."""
    if before.unit is None and after.unit is not None and not before.fraction:
        before = replace(before, unit=Unit(before.end, before.end, after.unit.text, after.unit.norm))
    elif after.unit is None and before.unit is not None and not after.fraction:
        after = replace(after, unit=Unit(after.end, after.end, before.unit.text, before.unit.norm))
    elif before.fraction and after.fraction and before.unit is None and after.unit is not None:
        before = replace(before, unit=Unit(before.end, before.end, after.unit.text, after.unit.norm))
    # "From 5 to 7 million": the magnitude is said once for both.
    scale = after.magnitude if before.magnitude == 1 else 1
    if scale > 1 and before.plain[0] < 1000 and before.plain[0] * scale < _FAR * after.plain[0]:
        before = replace(
            before,
            low=None if before.low is None else before.low * scale,
            high=None if before.high is None else before.high * scale,
            magnitude=scale,
        )
    return before, after


def _start(difference: Draft, after: Draft, way: int) -> float | None:
    """Where a quantity began that moved by a difference to where it is now."""
    if difference.low != difference.high or after.low != after.high or after.low is None or difference.low is None:
        return None
    norm = difference.norm
    if difference.fraction or (norm == "percent" and after.norm != "percent"):
        share = difference.low if difference.fraction else difference.low / 100
        return None if way < 0 and share >= 1 else _rounded(after.low / (1 + way * share))
    if norm == "percent":  # "fell 2 percent to 40 percent" may mean either
        return None
    amount = difference.low
    if (norm, after.norm) == ("basis point", "percent") or (norm == "cent" and after.norm not in ("cent", None)):
        amount /= 100
    elif norm == "percentage point" or (difference.unit is not None and difference.unit.text == "point"):
        if after.norm != "percent":
            return None
    elif norm != after.norm and difference.unit is not None and after.unit is not None:
        return None
    return _rounded(after.low - way * amount)


def _rounded(value: float) -> float:
    return float(f"{value:.{_FIGURES}g}")


def _clause(words: Words, first: int, end: int) -> bool:
    """Whether another clause begins between two quantities."""
    return any(word in ("before", "and", "but", "after", "while", ";", "that", "as") for word in words.low[first:end])


def _factor(words: Words, to: int) -> tuple[float, modifiers.Bound] | None:
    """The factor before "to" ("more than doubled since December, to 6.5 percent")."""
    for at in range(to - 1, max(0, to - 1 - 2 * _NEAR), -1):
        if words.sentence[at] != words.sentence[to] or words.low[at] in ("and", "but", ";", "from"):
            return None
        factor = _FACTORS.get(words.low[at])
        if factor is not None:
            return factor, modifiers.before(words, at).bound
    return None


def _scaled(draft: Draft, factor: float, bound: modifiers.Bound) -> Interval:
    low = None if draft.low is None else _rounded(draft.low * factor)
    high = None if draft.high is None else _rounded(draft.high * factor)
    # What more than doubled was less than half of what it is.
    if bound is modifiers.Bound.LEAST:
        return Interval(None, high)
    return Interval(low, None) if bound is modifiers.Bound.MOST else Interval(low, high)


def _with_factors(words: Words, drafts: list[Draft]) -> list[Draft]:
    """The quantities, with one for each factor that no other quantity carries."""
    found = list(drafts)
    low = words.low
    firsts = [draft.first for draft in drafts]
    for at, word in enumerate(low):
        if word not in _ALONE or low[at - 1] in _NO_SUBJECT or low[at + 1] in ("down", "as", "over", "back", "up"):
            continue
        lead = modifiers.before(words, at)
        near = drafts[bisect_right(firsts, at + 1) : bisect_right(firsts, at + 2 * _NEAR + 2)]
        if any(low[draft.first - 1] == "to" and draft.change for draft in near):
            continue
        factor = _FACTORS[word]
        bottom, top = modifiers.bounded(factor, factor, lead.bound)
        found.append(
            Draft(
                first=lead.first, end=at + 1, number=at, tail=at + 1, low=bottom, high=top, plain=(factor, factor),
                unit=Unit(at + 1, at + 1, None, "ratio"), modifier=lead.words,
                change=Change(Interval(1.0, 1.0), Interval(bottom, top)),
            )
        )
    return sorted(found, key=lambda draft: draft.number)
