"""Duties under an agreement, deadlines that are set, and what a source says must be done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onrecord.reading.asserted import asserted
from onrecord.reading.commitments.agents import Agent, agent
from onrecord.reading.commitments.complements import extent, marker
from onrecord.reading.commitments.cues import AGREEMENT_NOUNS, INSTRUMENTS
from onrecord.reading.commitments.draft import Draft
from onrecord.reading.forms import noun_in
from onrecord.reading.parsed import Parsed, Run
from onrecord.types import CommitmentKind

_BOUND: Final = frozenset("obliged obligated bound required".split())
_MODALS: Final = frozenset("must shall will would".split())
_GIVE: Final = frozenset("gave give gives given giving".split())
_UNITS: Final = frozenset("hour day week month minute year".split())
_BINDING: Final = AGREEMENT_NOUNS | frozenset(
    "convention charter decree statute constitution protocol resolution lease license memorandum".split()
)
"""Nouns for what binds a party by name."""
_IS_TO: Final = frozenset("is are was were has have".split())
_OPENING: Final = _BOUND | _MODALS | _GIVE | _IS_TO | {"until", "deadline"}
_UNDER: Final = (
    ("under",),
    ("by", "the", "terms", "of"),
    ("according", "to"),
    ("pursuant", "to"),
    ("in", "accordance", "with"),
)
"""Words before the agreement that binds."""
_NO_DUTY: Final = frozenset(
    "be become remain expire lapse begin start end run apply cover include last take come go happen see mean cost "
    "total receive get benefit".split()
)
"""Verbs after "will" that tell what an agreement brings, not what a party has to do."""


def from_duties(p: Parsed) -> Iterator[Draft]:
    """Duties and deadlines of a passage, in text order."""
    for unit in p.among(_OPENING):
        word = p.words[unit]
        if word in _BOUND:
            yield from _kept(p, unit, _bound(p, unit))
        elif word in _MODALS:
            if p.pos[unit] == "AUX":
                yield from _kept(p, unit, _under(p, unit))
        elif word in _IS_TO:
            if unit + 1 < len(p) and p.words[unit + 1] == "to":
                yield from _kept(p, unit, _under(p, unit))
        elif word in _GIVE:
            yield from _kept(p, unit, _within(p, unit))
        elif word == "deadline":
            yield from _kept(p, unit, _deadline(p, unit))
        else:
            yield from _kept(p, unit, _until(p, unit))


def _kept(p: Parsed, unit: int, draft: Draft | None) -> Iterator[Draft]:
    if draft is not None and (p.words[unit] in _MODALS | _IS_TO or asserted(p, draft.cue[0])):
        yield draft


def _bound(p: Parsed, unit: int) -> Draft | None:
    """As in "The firm is obliged by its contract to empty every bin": an agreement in the sentence binds it."""
    low, high = p.sentence(unit)
    if not p.children(unit, "aux:pass", "cop") and p.words[unit - 1] not in ("is", "are", "was", "were", "be", "also"):
        return None
    subject = p.subject(unit)
    if subject is None or agent(p, subject) is not Agent.PARTY:
        return None
    instrument = _instrument(p, low, high)
    start = next((at for at in range(unit + 1, high) if marker(p, at, high) == "to"), None)
    if instrument is None or start is None or start - unit > 15:
        return None
    what = extent(p, start, high)
    by = p.phrase(subject, low, high)
    if by[1] < instrument[1] < unit:  # "each state that signed the convention is obliged"
        by = by[0], unit - 2
    reason = f"“{p.words[unit]}” names a duty under an agreement"
    return Draft(CommitmentKind.PLEDGE, (unit,), (what,), reason, by, speaker=False, instrument=instrument)


def _under(p: Parsed, unit: int) -> Draft | None:
    """As in "Under the accord the county must offer checks": a modal in a sentence that opens with what binds."""
    low, high = p.sentence(unit)
    start = unit + (2 if p.words[unit] in _IS_TO else 1)
    while start < high and (p.pos[start] == "ADV" or p.words[start] in ("not", "never")):
        start += 1
    passive = start + 1 < high and p.words[start] == "be" and p.tense[start + 1] == "past participle"
    verb = start + 1 if passive else start
    if verb >= high or p.pos[verb] not in ("VERB", "AUX") or (p.words[verb] in _NO_DUTY and not passive):
        return None
    place = _under_what(p, unit, low, high)
    subject = next((child for child in p.children(verb, "nsubj", "nsubj:pass") if child < unit), p.subject(verb))
    if place is None or subject is None or not low <= subject < unit:
        return None
    party = agent(p, subject) is Agent.PARTY and not passive
    if not (party or passive) or (p.relation[verb] in ("acl:relcl", "advcl") and place[1] > unit):
        return None
    what = extent(p, unit + 1 if party else p.phrase(subject, low, high)[0], high)
    by = p.phrase(subject, low, high) if party else None
    reason = f"“{p.words[unit]}” under an agreement names a duty"
    return Draft(CommitmentKind.PLEDGE, (unit,), (what,), reason, by, None, False, place)


def _under_what(p: Parsed, unit: int, low: int, high: int) -> Run | None:
    """The agreement after "under" or "by the terms of", before the modal or set off after it.

    Or before "under which".
    """
    for at in range(low, min(high - 1, unit + 30)):
        words = next((words for words in _UNDER if tuple(p.words[at : at + len(words)]) == words), None)
        if words is None:
            continue
        after = at + len(words)
        if after < unit and p.words[after] == "which":
            return _instrument_before(p, at, low)
        run = instrument_after(p, after, high)
        if run is not None and (run[1] < unit or (p.parted(at) and p.words[unit] in ("must", "shall"))):
            return run
    return None


def _instrument_before(p: Parsed, at: int, low: int) -> Run | None:
    """The agreement before "under which"."""
    noun = next((unit for unit in range(at - 1, max(low, at - 6), -1) if _names_instrument(p, unit)), None)
    return None if noun is None else p.phrase(noun, low, at)


def _deadline(p: Parsed, unit: int) -> Draft | None:
    """As in "set the state a deadline of 1 June to change the law"."""
    low, high = p.sentence(unit)
    verb = p.head[unit]
    if verb < low or p.pos[verb] != "VERB" or p.words[verb] not in ("set", "gave", "given", "imposed", "sets", "gives"):
        return None
    start = next((at for at in range(unit + 1, min(high, unit + 14)) if marker(p, at, high) == "to"), None)
    subject = p.subject(verb)
    if start is None or subject is None:
        return None
    passive = bool(p.children(verb, "aux:pass", "nsubj:pass"))
    named = p.phrase(subject, low, high)
    between = next((at for at in range(verb + 1, unit) if p.pos[at] in ("NOUN", "PROPN", "PRON")), None)
    after = next((at + 1 for at in range(unit + 1, start) if p.words[at] == "for"), None)
    to = named if passive else None if between is None else p.phrase(between, verb + 1, unit - 1)
    to = to or (None if after is None else (after, start - 1))
    reason = "a deadline is set for doing something"
    by = None if passive else named
    return Draft(
        CommitmentKind.DEMAND, (verb, unit), (extent(p, start, high),), reason, by, to, False if passive else None
    )


def instrument_after(p: Parsed, at: int, high: int) -> Run | None:
    """The noun phrase of an agreement that begins at a unit: "the accord of 2019"."""
    for noun in range(at, min(high, at + 9)):
        if (noun > at and p.parted(noun)) or p.pos[noun] in ("VERB", "AUX", "SCONJ"):
            return None
        if _names_instrument(p, noun):
            head = noun + 1 if noun + 1 < high and _names_instrument(p, noun + 1) else noun
            last = head
            if head + 2 < high and p.words[head + 1] in ("of", "with", "between") and p.pos[head + 2] != "VERB":
                last = p.phrase(head, at, high)[1]
            if p.words[head] in ("terms", "term", "conditions") and last == head:
                continue
            return at, max(head, min(last, head + 8))
    return None


def _names_instrument(p: Parsed, unit: int) -> bool:
    return p.pos[unit] in ("NOUN", "PROPN") and noun_in(p.words[unit], INSTRUMENTS) is not None


def _until(p: Parsed, unit: int) -> Draft | None:
    """As in "Gave the militia until Friday to leave", "has until June to repay"."""
    low, high = p.sentence(unit)
    verb = next(
        (at for at in range(unit - 1, max(low - 1, unit - 12), -1) if p.words[at] in ("gave", "give", "given", "gives",
         "has", "have", "had", "giving")),
        None,
    )  # fmt: skip
    start = next((at for at in range(unit + 1, min(high, unit + 7)) if marker(p, at, high) == "to"), None)
    if verb is None or start is None:
        return None
    subject = p.subject(verb)
    what = extent(p, start, high)
    reason = "a deadline is set for doing something"
    if p.words[verb] in ("has", "have", "had"):
        if unit != verb + 1 or subject is None or agent(p, subject) is not Agent.PARTY:
            return None
        named = p.phrase(subject, low, high)
        return Draft(CommitmentKind.DEMAND, (verb,), ((verb, what[1]),), reason, None, named, True)
    to = (verb + 1, unit - 1) if unit > verb + 1 else None
    if p.children(verb, "aux:pass"):
        given = p.phrase(subject, low, high) if subject is not None else None
        return Draft(CommitmentKind.DEMAND, (verb, unit), (what,), reason, None, given, False)
    if subject is None or to is None or agent(p, subject) is Agent.THING:
        return None
    return Draft(CommitmentKind.DEMAND, (verb, unit), (what,), reason, p.phrase(subject, low, high), to)


def _within(p: Parsed, unit: int) -> Draft | None:
    """As in "Gave the firm 30 days to produce the files"."""
    low, high = p.sentence(unit)
    span = next((at for at in range(unit + 2, min(high, unit + 12)) if noun_in(p.words[at], _UNITS)), None)
    if span is None or p.pos[span - 1] not in ("NUM", "DET") or span + 1 >= high or marker(p, span + 1, high) != "to":
        return None
    what = extent(p, span + 1, high)
    first = span - 1
    while first - 1 > unit and p.pos[first - 1] == "NUM":
        first -= 1
    subject = p.subject(unit)
    if subject is None:
        return None
    passive = bool(p.children(unit, "aux:pass", "nsubj:pass"))
    named = p.phrase(subject, low, high)
    to = named if passive else (unit + 1, first - 1) if first > unit + 1 else None
    if to is None or agent(p, to[1]) is Agent.THING:
        return None
    reason = "a time is set for doing something"
    return Draft(
        CommitmentKind.DEMAND, (unit, span), (what,), reason, None if passive else named, to, False if passive else None
    )


def _instrument(p: Parsed, low: int, high: int) -> Run | None:
    """The first agreement that a sentence names, with what comes before its noun."""
    for at in range(low, high):
        if p.pos[at] in ("NOUN", "PROPN") and noun_in(p.words[at], _BINDING):
            first, last = p.phrase(at, low, high)
            return first, last
    return None
