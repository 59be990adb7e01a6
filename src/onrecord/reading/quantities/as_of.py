"""When a quantity held: the date in its own clause that the text ties it to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.reading.quantities.drafts import Draft
from onrecord.reading.quantities.units import TIMES
from onrecord.reading.quantities.words import Kind, Words
from onrecord.reading.syntax import Syntax
from onrecord.types import Date, Granularity

_POINTS = frozenset({
    Granularity.TIME, Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON,
    Granularity.YEAR,
})  # fmt: skip
_SPEECH = frozenset(
    "said says say told tells reported reports announced announces estimated estimates forecast forecasts predicted"
    " predicts added adds warned claimed claims stated states noted wrote showed shows found confirmed denied"
    " suggested argued promised pledged agreed published released according asked testified".split()
)
_BOUNDARIES = frozenset({";", ":", "that", "which", "who", "whose", "whom", "but", "while", "when", "because", "after",
                         "before", "since", "until", "although", "if", "where"})  # fmt: skip
_LEADING = frozenset({"in", "on", "at", "by", "during", "of", "for", "as", "from", ","})
_OTHER_ENDS = frozenset({"since", "until", "from", "after", "before", "till", "than"})
"""Before a date they make it an end of a time, or another time, and not when something held."""
_COMPARED = frozenset({"from", "with", "against", "than"})
"""Before a quantity they make it one that another is compared with."""
_WHEN = frozenset({"obl", "obl:unmarked", "advmod", "nmod:unmarked"})
"""How a date hangs on the verb that it dates."""
_AFTER, _BEFORE = 8, 16
"""Words between a quantity and a date after it, or before it; farther ones are seldom of the same clause."""


def as_of(
    words: Words, drafts: Sequence[Draft], dates: Sequence[Date], syntax: Syntax | None
) -> list[str | None]:
    """For each quantity the value of the date that it held on, where its clause says so.

    A date right after the quantity is its own; else one that hangs on the same verb, a verb of speech excepted.
    """
    points = [date for date in dates if date.value is not None and date.granularity in _POINTS]
    if not points:
        return [None] * len(drafts)
    starts = words.start
    places = [(bisect_left(starts, date.span.start), bisect_left(starts, date.span.end), date.value) for date in points]
    places = [place for place in places if place[0] < place[1]]  # those of other lines have no words here
    firsts = [first for first, _, _ in places]
    found: list[str | None] = []
    own: set[int] = set()
    """Dates of the start of a change, or of what is compared: nobody else's."""
    for place, draft in enumerate(drafts):
        limit = drafts[place + 1].first if place + 1 < len(drafts) else len(words)
        at = _following(words, draft, places, firsts, limit)
        if at is not None and words.low[draft.first - 1] in _COMPARED:
            own.add(at)
        found.append(None if at is None else places[at][2])
    others = [place for at, place in enumerate(places) if at not in own]
    firsts = [first for first, _, _ in others]
    for place, draft in enumerate(drafts):
        if draft.norm in TIMES or draft.norm == "year-old":
            found[place] = None  # a length of time or an age is of nobody's date
        elif found[place] is None and words.low[draft.first - 1] not in _COMPARED:
            found[place] = (
                _preceding(words, draft, others, firsts)
                if syntax is None
                else _same_verb(words, draft, others, firsts, syntax)
            )
    return found


def _following(
    words: Words, draft: Draft, places: Sequence[tuple[int, int, str | None]], firsts: Sequence[int], limit: int
) -> int | None:
    """The place of the date right after a quantity in its clause."""
    at = bisect_left(firsts, draft.end)
    if at >= len(places):
        return None
    first = places[at][0]
    if first > limit or first - draft.end > _AFTER or words.sentence[first] != words.sentence[draft.first]:
        return None
    between = words.low[draft.end : first]
    if any(word in _BOUNDARIES or word in _SPEECH or word in ("compared", "than", "to") for word in between):
        return None
    if (between and between[-1] not in _LEADING) or (between and between[-1] == "from"):
        return None
    return None if "from" in between or "," in between else at


def _same_verb(
    words: Words,
    draft: Draft,
    places: Sequence[tuple[int, int, str | None]],
    firsts: Sequence[int],
    syntax: Syntax,
) -> str | None:
    """The value of the nearest date of the sentence that hangs on the same verb as the quantity."""
    unit = syntax.unit_at(words.start[draft.number])
    verb = None if unit is None else _verb(syntax, unit)
    if verb is None or syntax.word(verb) in _SPEECH:
        return None
    at = bisect_left(firsts, draft.first)
    near = sorted(range(max(0, at - 2), min(len(places), at + 2)), key=lambda place: abs(firsts[place] - draft.first))
    for place in near:
        first, end, value = places[place]
        if words.sentence[first] != words.sentence[draft.first] or words.low[first - 1] in _OTHER_ENDS:
            continue
        if words.low[first - 2] in ("than", "between") or words.low[first - 1] == "between":
            continue
        other = _head(syntax, words.start[first], words.end[end - 1])
        if other is not None and syntax.relation_of(other) in _WHEN and _verb(syntax, other) == verb:
            return value
    return None


def _head(syntax: Syntax, start: int, end: int) -> int | None:
    """The unit of a stretch of the text that the others there hang on."""
    unit = syntax.unit_at(start)
    head = None if unit is None else syntax.head_of(unit)
    while unit is not None and head is not None and start <= syntax.start[head] < end:
        unit, head = head, syntax.head_of(head)
    return unit


def _verb(syntax: Syntax, unit: int) -> int | None:
    """The verb, or what stands for one, that a unit hangs on."""
    for above in syntax.ancestors(unit):
        if syntax.pos_of(above) == "VERB" or syntax.children(above, "cop", "nsubj", "nsubj:pass"):
            return above
    return None


def _preceding(
    words: Words, draft: Draft, places: Sequence[tuple[int, int, str | None]], firsts: Sequence[int]
) -> str | None:
    at = bisect_left(firsts, draft.first) - 1
    if at < 0:
        return None
    first, end, value = places[at]
    if draft.first - end > _BEFORE:
        return None
    between = words.low[end : draft.first]
    if words.sentence[first] != words.sentence[draft.first]:
        return None
    if any(word in _BOUNDARIES or word in _SPEECH or word in (",", "from") for word in between[1:]):
        return None
    if between and between[0] in _BOUNDARIES:
        return None
    lead = words.low[first - 1]
    if lead in _OTHER_ENDS or words.kind[first - 1] == Kind.NUMBER:
        return None
    if not words.first_of_sentence(first) and not (
        words.first_of_sentence(first - 1) or words.low[first - 2] in (",", "and", "but", "of", "as")
    ):
        return None
    return value
