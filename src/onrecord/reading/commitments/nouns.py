"""Pledges and demands that a noun reports: "its promise to leave", "a pledge from them to stay", "calls for calm"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from onrecord.reading.asserted import asserted
from onrecord.reading.commitments.agents import Agent, agent
from onrecord.reading.commitments.complements import Complement, complement, exchange_at, extent, marker
from onrecord.reading.commitments.cues import (
    AGREEMENT_NOUNS,
    DEMAND_NOUNS,
    DUTY_NOUNS,
    GIVING,
    INSTRUMENTS,
    PLEDGE_NOUNS,
    RECEIVING,
)
from onrecord.reading.commitments.draft import Draft
from onrecord.reading.commitments.verbs import looks_ahead
from onrecord.reading.forms import form_of, noun_in
from onrecord.reading.parsed import NOUNS, VERBS, Parsed, Run
from onrecord.types import CommitmentKind

_ALL: Final = PLEDGE_NOUNS | AGREEMENT_NOUNS | DUTY_NOUNS | DEMAND_NOUNS
_ANSWERING: Final = frozenset(
    "honor keep break breach violate renege abandon betray uphold fulfill fulfil drop ignore forget stick backtrack "
    "scrap flout dishonor meet reject accept grant deliver live implement respect".split()
)
"""Verbs that take up what was pledged or demanded before."""
_POSSESSIVE: Final = frozenset("its their his her our my".split())
_TAKING_ON: Final = frozenset("have accept assume take undertake incur shoulder".split())
"""Verbs whose subject has a duty."""
_ASIDE: Final = 8
"""Units between a noun and the colon after which the pledge stands."""
_OWNERS: Final = frozenset("by from of".split())
_AGAINST: Final = frozenset("despite notwithstanding spite line accordance keeping defiance breach violation".split())
_NOT_FOR: Final = frozenset("comment comments interview interviews information clarification respond".split())
_MAKING: Final = frozenset(
    "sign reach strike conclude make enter seal clinch announce ink hammer broker have honor break breach violate keep "
    "ratify approve accept shake cut do forge agree secure land clear put".split()
)
"""Verbs beside an agreement that tell that it was made."""


def from_nouns(p: Parsed) -> Iterator[Draft]:
    """The commitments that nouns of a passage report, in text order."""
    for unit in p.where(_cue):
        noun = _cue(p.words[unit])
        if (
            noun is None
            or p.pos[unit] != "NOUN"
            or p.verbal(unit)
            or p.relation[unit] in ("compound", "amod", "flat")
            or _in_order(p, unit)
        ):
            continue
        draft = _from_noun(p, unit, noun)
        if draft is not None and (_taken_for_granted(p, unit) or asserted(p, unit)):
            yield draft


@lru_cache(maxsize=16_384)
def _cue(word: str) -> str | None:
    return noun_in(word, _ALL)


def _in_order(p: Parsed, unit: int) -> bool:
    """As in "In order to" orders nothing."""
    return p.words[unit] == "order" and p.words[unit - 1] == "in"


def _taken_for_granted(p: Parsed, unit: int) -> bool:
    """As in "Failed to honor its pledge": there was one, whatever became of it."""
    low, _ = p.sentence(unit)
    verb = _light_verb(p, unit)
    if verb is None or form_of(p.words[verb], _ANSWERING) is None:
        return False
    return p.words[max(low, unit - 1)] in _POSSESSIVE or bool(p.children(unit, "nmod:poss"))


def _from_noun(p: Parsed, unit: int, noun: str) -> Draft | None:
    low, high = p.sentence(unit)
    kind = CommitmentKind.DEMAND if noun in DEMAND_NOUNS else CommitmentKind.PLEDGE
    verb = _light_verb(p, unit)
    giving = verb is not None and form_of(p.words[verb], GIVING) is not None
    owner = _owner(p, unit, low)
    after, owner_after = unit + 1, None
    if after < high and p.words[after] in _OWNERS and not p.parted(after):
        owner_after, after = _owner_after(p, after, high)
    found = _without_circumstance(p, complement(p, after, high))
    owned = bool(owner or owner_after or giving)
    if found is None or not _holds(p, unit, noun, found, high, owned):
        found = _after_colon(p, unit, high) if noun in PLEDGE_NOUNS else None
        if found is None or not _holds(p, unit, noun, found, high, owned):
            return None
    if noun in AGREEMENT_NOUNS and not (verb is not None and form_of(p.words[verb], _MAKING)):
        return None
    under = noun in DUTY_NOUNS and any(p.words[case] == "under" for case in p.children(unit, "case"))
    had = noun in DUTY_NOUNS and verb is not None and form_of(p.words[verb], _TAKING_ON) is not None
    if noun in DUTY_NOUNS and not (_under_agreement(p, low, high) and (owner or had or under)) and not (
        had and form_of(p.words[verb or unit], frozenset({"have"})) is None
    ):
        return None
    by, to = owner or owner_after, found.party
    if verb is not None:
        receiving = form_of(p.words[verb], RECEIVING) is not None
        subject = p.subject(verb)
        named = p.phrase(subject, low, high) if subject is not None and not _passive_subject(p, verb, unit) else None
        if had:
            by = named
        elif receiving:
            to = to or (named if named is not None and agent(p, named[1]) is Agent.PARTY else None)
        elif under:
            by = named or by
        elif by is None and not giving and _against(p, unit, low):
            by = _main_subject(p, unit, low, high)
        elif by is None or (p.words[by[0]] in ("its", "their", "his", "her", "our", "my") and by[0] == by[1]):
            by = (named if giving or noun in AGREEMENT_NOUNS else None) or by
        if to is None and giving and p.relation[unit] in ("obj", "xcomp"):
            to = _given_to(p, verb, unit)
    elif by is None and _against(p, unit, low):
        by = _main_subject(p, unit, low, high)
    elif by is None and under:
        subject = p.subject(unit)
        by = p.phrase(subject, low, high) if subject is not None else None
    if by is not None and owner is None and agent(p, by[1]) in (Agent.THING, Agent.DOCUMENT):
        return None
    if kind is CommitmentKind.DEMAND and any(
        p.words[at] in _NOT_FOR for at in range(found.start, min(high, found.start + 3))
    ):
        return None
    what = extent(p, found.start, high, found.frame.endswith("that"))
    cue = (unit,) if verb is None or not giving else (unit, verb)
    exchange = _exchanged_for(p, unit, low)
    return Draft(
        kind, cue, (what,), f"“{p.words[unit]}” names a {kind.value}", by, to, exchange=(exchange,) if exchange else ()
    )


def _without_circumstance(p: Parsed, found: Complement | None) -> Complement | None:
    """As in "His vow during the campaign never to ...": the words between name no party."""
    if found is None or found.party is None or p.pos[found.party[0]] != "ADP" or p.words[found.party[0]] == "to":
        return found
    return Complement(found.frame.replace("person-", ""), None, found.start)


def _after_colon(p: Parsed, unit: int, high: int) -> Complement | None:
    """As in "gave his word to the miners: the pit would stay open"."""
    for at in range(unit + 1, min(high, unit + _ASIDE)):
        if ":" in p.gap(at):
            return Complement("speech", None, at)
        if (p.pos[at] in VERBS and p.words[at] != "writing") or p.parted(at):
            return None
    return None


def _holds(p: Parsed, unit: int, noun: str, found: Complement, high: int, owned: bool) -> bool:
    """Whether what follows the noun says what is pledged or demanded."""
    frame = found.frame
    demand = noun in DEMAND_NOUNS
    if frame in ("to", "to:person-to", "person-to") or ((frame in ("to:gerund", "gerund")) and not demand):
        return frame != "person-to" or found.party is None
    if frame in ("that", "to:person-that"):
        return demand or looks_ahead(p, found.start, high)
    if frame == "speech":
        ahead = demand or noun == "word" or looks_ahead(p, found.start, high)
        return owned and ":" in p.gap(found.start) and ahead
    if frame in ("on:person-to", "for:person-to", "upon:person-to"):
        return demand
    if frame == "for:object":
        if noun not in DEMAND_NOUNS or noun in ("order", "instruction", "ultimatum"):
            return False
        plural_or_owned = owned or p.words[unit] != noun or p.words[unit - 1] in ("a", "an")
        return plural_or_owned and p.words[found.start] not in _NOT_FOR
    if frame in ("of:object", "of:person-object") and noun in PLEDGE_NOUNS and noun not in ("word", "oath"):
        return owned
    return False


def _light_verb(p: Parsed, unit: int) -> int | None:
    """The verb whose object or prepositional phrase the noun is."""
    head = p.head[unit]
    if head < 0 or p.relation[unit] not in ("obj", "obl", "nsubj:pass", "xcomp", "iobj", "nmod", "conj"):
        return None
    if p.relation[unit] == "conj" and p.head[head] >= 0:
        head = p.head[head]
    if p.pos[head] not in VERBS:
        above = p.head[head]
        return above if p.relation[unit] == "nmod" and above >= 0 and p.pos[above] in VERBS and _of(p, unit) else None
    return head


def _under_agreement(p: Parsed, low: int, high: int) -> bool:
    return any(noun_in(p.words[at], INSTRUMENTS) and p.pos[at] in ("NOUN", "PROPN") for at in range(low, high))


def _of(p: Parsed, unit: int) -> bool:
    return any(p.words[case] == "of" for case in p.children(unit, "case"))


def _owner(p: Parsed, unit: int, low: int) -> Run | None:
    for child in p.children(unit, "nmod:poss"):
        ends = [at for at in range(child, unit) if p.words[at] == "s"]
        return p.syntax.subtree(child)[0], (ends[-1] - 1 if ends else child)
    if unit - 1 >= low and p.words[unit - 1] in ("its", "their", "his", "her", "our", "my"):
        return unit - 1, unit - 1
    return None


def _owner_after(p: Parsed, at: int, high: int) -> tuple[Run | None, int]:
    """Who a pledge is from, after "by", "from" or "of", and the unit after; ``of`` only before a clause."""
    start = at + 1
    end = start
    while end < high and not p.parted(end) and p.pos[end] not in VERBS and marker(p, end, high) is None:
        if p.words[end] in ("in", "on", "for", "at", "over", "under"):
            break
        if p.words[end] == "that" or exchange_at(p, end, high) is not None:
            break
        end += 1
    run = (start, end - 1) if end > start else None
    opens = end < high and marker(p, end, high) is not None
    heads = [unit for unit in range(start, end) if p.pos[unit] in NOUNS]
    if run is None or not heads or (p.words[at] == "of" and not opens):
        return None, at
    if p.words[at] == "of" and agent(p, heads[0]) is not Agent.PARTY:
        return None, at
    return run, end


def _against(p: Parsed, unit: int, low: int) -> bool:
    return any(word in _AGAINST for word in p.words[max(low, unit - 5) : unit])


def _passive_subject(p: Parsed, verb: int, noun: int) -> bool:
    return p.relation[noun] == "nsubj:pass" and p.head[noun] == verb


def _given_to(p: Parsed, verb: int, unit: int) -> Run | None:
    """Whom something is given, between verb and noun: "gave *villagers* its assurance"."""
    for at in range(verb + 1, unit):
        if p.pos[at] in NOUNS and p.relation[at] != "nmod:poss" and at + 1 <= unit:
            first, last = p.phrase(at, verb + 1, unit)
            return (first, last) if last < unit and not _inside(p, at, unit) else None
    return None


def _inside(p: Parsed, at: int, unit: int) -> bool:
    return p.head[at] == unit and p.relation[at] in ("compound", "amod", "nummod", "nmod:poss", "det")


def _main_subject(p: Parsed, unit: int, low: int, high: int) -> Run | None:
    """Who a sentence is about that begins with "Despite promises to ...": its main verb's subject."""
    for head in p.ancestors(unit):
        if p.pos[head] in VERBS:
            subject = p.subject(head)
            return p.phrase(subject, low, high) if subject is not None else None
    return None


def _exchanged_for(p: Parsed, unit: int, low: int) -> Run | None:
    """What is given for the pledge: the noun phrase before "in exchange for a pledge"."""
    at = unit - 1
    while at > low and unit - at < 8:
        if p.words[at] == "for" and p.words[at - 1] in ("exchange", "return") and p.words[at - 2] == "in":
            return _phrase_before(p, at - 3, low)
        if p.pos[at] in VERBS:
            return None
        at -= 1
    return None


def _phrase_before(p: Parsed, last: int, low: int) -> Run | None:
    """The noun phrase, with its "of" phrases, or the infinitive, that ends at a unit."""
    first = last
    while first > low and not p.parted(first):
        before = first - 1
        if p.pos[before] in ("VERB", "AUX") or (p.pos[before] == "ADP" and p.words[before] != "of"):
            if p.words[before] == "of" or p.relation[before] == "amod":
                first = before
                continue
            break
        first = before
    return (first, last) if first <= last else None
