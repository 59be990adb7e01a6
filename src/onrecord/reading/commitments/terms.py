"""What a commitment is given for, what it stands in, when it was given and by when it is to be done."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.reading.commitments.complements import condition_at, exchange_at, extent
from onrecord.reading.commitments.cues import INSTRUMENTS
from onrecord.reading.commitments.draft import Draft
from onrecord.reading.commitments.duties import instrument_after
from onrecord.reading.forms import noun_in
from onrecord.reading.parsed import Parsed, Run
from onrecord.types import Attribution, Date, Granularity

_LAST: Final = frozenset("by before until within till".split())
"""Prepositions before a deadline."""
_TO_END: Final = frozenset("the end of no later than close start beginning early late mid than a".split())
_TELLING: Final = frozenset("told tells tell telling assured assures promised reassured informed".split())
_PLACES: Final = frozenset("under in as per through via with by".split())
_BESIDE: Final = 6
"""Units of a date's phrase."""
_CLAUSE: Final = 20
"""Units between a cue and the date beside it."""
_WRITTEN: Final = INSTRUMENTS - {
    "plan",
    "policy",
    "framework",
    "letter",
    "permit",
    "license",
    "term",
    "terms",
    "bond",
    "statute",
}


@dataclass(frozen=True)
class Calendar:
    """The dates of a document by place."""

    dates: Sequence[Date]

    def within(self, start: int, end: int) -> list[Date]:
        """Dates that begin in a stretch of the text."""
        low = bisect_left(self.dates, start, key=lambda date: date.span.start)
        high = bisect_left(self.dates, end, key=lambda date: date.span.start)
        return list(self.dates[low:high])


def exchange(p: Parsed, draft: Draft) -> tuple[Run, ...]:
    """What the commitment is given in exchange for, where words say so ("in return for their release")."""
    if draft.exchange or not draft.what:
        return draft.exchange
    low, high = p.sentence(draft.cue[0])
    for at in range(low, high):
        start = exchange_at(p, at, high)
        if start is None or start >= high:
            continue
        if p.words[start] in ("for", "which") or (
            p.words[start - 1] in ("exchange", "return") and p.words[start] == "for"
        ):
            start += 1
        if start < high and p.words[start] == "which":
            start += 1
        if start >= high or (at < draft.cue[0] and not at - low < 2):
            continue
        last = extent(p, start, high)[1]
        if at < draft.cue[0]:  # "In exchange for aid, the state promised ..."
            last = next((unit - 1 for unit in range(start + 1, high) if p.parted(unit)), last)
        return ((start, last),)
    return _others_part(p, draft)


def _others_part(p: Parsed, draft: Draft) -> tuple[Run, ...]:
    """What the other side does for it, as a condition: "promised them a bonus if *they finished by June*"."""
    first, last = draft.what[0]
    for at in range(first + 1, last):
        start = condition_at(p, at, last + 1)
        if start is None or start > last or p.relation[at] not in ("mark", "case", "advmod", "acl", "advcl"):
            continue
        subject = next((unit for unit in range(start, min(last + 1, start + 5)) if p.relation[unit] == "nsubj"), None)
        if subject is None:
            continue
        other = draft.to is not None and p.words[subject] in {
            "they",
            "he",
            "she",
            "it",
            "you",
            *p.words[draft.to[0] : draft.to[1] + 1],
        }
        own = draft.by is not None and p.words[subject] in {"it", *p.words[draft.by[0] : draft.by[1] + 1]}
        if p.words[subject] == "you" or (other and not (own and p.words[subject] != "they")):
            return ((start, last),)
    return ()


def without(what: Run, exchange: tuple[Run, ...], p: Parsed) -> Run:
    """What is pledged, without the words of what is given for it and of the condition they stand in."""
    if not exchange or not what[0] < exchange[0][0] <= what[1]:
        return what
    end = exchange[0][0] - 1
    while end > what[0] and p.words[end] in ("if", "provided", "that", "as", "long", "so", "once", "providing"):
        end -= 1
    return what[0], end


def instrument(p: Parsed, draft: Draft) -> Run | None:
    """The agreement, contract or letter that a commitment stands in, if its sentence names one."""
    if draft.instrument is not None:
        return draft.instrument
    low, high = p.sentence(draft.cue[0])
    first, last = draft.what[0] if draft.what else (high, high)
    for at in range(low, high - 1):
        if first <= at <= last and first != last:
            continue
        if p.words[at] in _PLACES and p.pos[at] == "ADP":
            run = instrument_after(p, at + 1, high)
            noun = (
                None
                if run is None
                else next((unit for unit in range(run[0], run[1] + 1) if noun_in(p.words[unit], INSTRUMENTS)), None)
            )
            if run is None or noun is None or noun in draft.cue:
                continue
            if p.words[at] in ("under", "per") or noun_in(p.words[noun], _WRITTEN | {"letter", "terms"}):
                return run
    for at in range(low, min(draft.cue[0], high)):  # "the 2020 agreement laid the groundwork for ... a pledge"
        if p.relation[at] == "nsubj" and noun_in(p.words[at], _WRITTEN) and at not in draft.cue:
            return p.phrase(at, low, high)
    return None


def other_party(p: Parsed, place: Run) -> Run | None:
    """With whom an agreement is made, or to whom a letter goes: "its contract with the city"."""
    for at in range(place[0] + 1, place[1]):
        if p.words[at] in ("with", "to"):
            return at + 1, place[1]
    return None


def told(p: Parsed, home: Attribution) -> Run | None:
    """To whom somebody says something: "told *a rally* that"."""
    for unit in p.syntax.units(home.cue[0]) if home.cue else ():
        if p.words[unit] in _TELLING:
            high = p.sentence(unit)[1]
            heard = next((child for child in p.children(unit, "obj", "iobj") if child > unit), None)
            return None if heard is None else p.phrase(heard, unit + 1, high)
    return None


def deadline(p: Parsed, draft: Draft, calendar: Calendar) -> str | None:
    """The value of the date by which it is to be done."""
    low, high = p.sentence(draft.cue[0])
    for first, last in (*draft.what, (min(draft.cue), max(draft.cue) + _BESIDE)):
        for date in calendar.within(p.start[first], p.end[min(last, high - 1)]):
            if date.value is None:
                continue
            unit = p.syntax.unit_at(date.span.start)
            if unit is not None and (_is_deadline(p, unit, low, date) or _due(p, unit, draft, date)):
                return date.value
    return None


def given(p: Parsed, draft: Draft, calendar: Calendar) -> str | None:
    """The value of the date on which it was given: one beside the cue, outside what is pledged."""
    low, high = p.sentence(draft.cue[0])
    if len(draft.cue) == 1 and p.pos[draft.cue[0]] == "NOUN":
        low = high - 1 if draft.by is None else min(draft.by[0], draft.cue[0])
        high = draft.cue[0] + 1
    inside = [p.span(run) for run in (*draft.what, *(run for run in (draft.to, draft.by) if run is not None))]
    for date in calendar.within(p.start[low], p.end[high - 1]):
        if date.value is None or date.granularity in (Granularity.DURATION, Granularity.SET, Granularity.REFERENCE):
            continue
        if any(span.contains(date.span) for span in inside):
            continue
        unit = p.syntax.unit_at(date.span.start)
        if unit is None or _is_deadline(p, unit, low, date) or p.words[unit - 1] in ("before", "after"):
            continue
        if _near(p, unit, draft):
            return date.value
    return None


def _near(p: Parsed, unit: int, draft: Draft) -> bool:
    """Whether a date stands in the clause of the cue: no comma between them, but one after the date that opens it."""
    low, high = min(unit, draft.cue[0]), max(unit, draft.cue[0])
    commas = [at for at in range(low + 1, high + 1) if p.parted(at)]
    other = any(p.pos[at] == "VERB" and p.tense[at] in ("past", "present") for at in range(low + 1, high))
    return high - low < _CLAUSE and not other and (not commas or (unit < draft.cue[0] and commas[0] - unit < _BESIDE))


def _due(p: Parsed, unit: int, draft: Draft, date: Date) -> bool:
    """As in "To return to work *on Monday*": the day on which it is to be done."""
    opened = p.words[unit] == "on" or p.words[unit - 1] == "on"
    return date.granularity is Granularity.DAY and opened and draft.what[0][0] <= unit if draft.what else False


def _is_deadline(p: Parsed, unit: int, low: int, date: Date) -> bool:
    at = unit - 1
    if date.granularity is Granularity.DURATION:
        return at >= low and (p.words[at] == "within" or p.words[unit] == "within")
    while at >= low and unit - at < 6 and p.words[at] in _TO_END:
        at -= 1
    return (at >= low and p.words[at] in _LAST) or p.words[unit] in _LAST
