"""Stances of those who will not speak of it: "declined to comment", "would not be drawn", "had nothing to say"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from onrecord.reading.asserted import asserted
from onrecord.reading.forms import form_of
from onrecord.reading.parsed import VERBS, Parsed
from onrecord.reading.stances.cues import DECLINED, DECLINING, NOT_DECLINED
from onrecord.reading.stances.draft import Draft
from onrecord.reading.stances.objects import CLAUSES, NOBODY, object_from, subject_of
from onrecord.types import StanceKind

_OPENING: Final = frozenset("comment comments neither would will won could can cannot nothing not".split())
_WOULD: Final = frozenset("would will won could can cannot".split())
_EVADING: Final = frozenset("duck dodge sidestep evade deflect skirt avoid parry bat shirk".split())
"""Verbs whose object is a question that is not answered."""
_QUESTIONS: Final = frozenset("question questions query queries inquiries".split())
_REFERRING: Final = frozenset("refer direct forward pass".split())
_UNWILLING: Final = frozenset("wish want care prepared willing ready able available authorized allowed".split())
_SPOKEN: Final = frozenset("comment discuss say confirm elaborate disclose reveal answer speak talk respond".split())
_ABOUT: Final = frozenset("on about upon further publicly to in more anything of".split())
_REASON: Final = "nothing will be said of it"


def declined(p: Parsed) -> Iterator[Draft]:
    """The stances of those of a passage who will not speak of something, in text order."""
    for unit in p.where(_opens):
        draft = _declined(p, unit)
        if draft is not None:
            yield draft


@lru_cache(maxsize=16_384)
def _opens(word: str) -> bool:
    return word in _OPENING or form_of(word, DECLINING | _EVADING | _REFERRING) is not None


def _declined(p: Parsed, unit: int) -> Draft | None:
    word = p.words[unit]
    if word in ("comment", "comments"):
        return _no_comment(p, unit)
    if word == "neither":
        return _neither_nor(p, unit)
    if word in _WOULD:
        return _would_not(p, unit)
    if word == "nothing":
        return _nothing_to_say(p, unit)
    if word == "not":
        return _not_wishing(p, unit)
    if p.pos[unit] not in VERBS:
        return None
    if form_of(word, DECLINING):
        return _declining(p, unit)
    return _evaded(p, unit)


def _declining(p: Parsed, unit: int) -> Draft | None:
    low, high = p.sentence(unit)
    after = unit + 1
    subject = subject_of(p, unit, low)
    if after < high and p.words[after] == "to":
        verb = after + 1
        while verb < high and p.pos[verb] == "ADV":
            verb += 1
        if verb >= high or p.words[verb] not in DECLINED | {"be"}:
            return None
        if p.words[verb] == "be" and (verb + 1 >= high or p.words[verb + 1] not in ("drawn", "quoted", "interviewed")):
            return None
        verb = verb + 1 if p.words[verb] == "be" else verb
        return _decline(p, unit, subject, _past_or(p, verb + 1, high), verb) if asserted(p, unit) else None
    if after < high and p.words[after] in ("comment", "comments", "any"):
        return _decline(p, unit, subject, after + 1) if "comment" in p.words[after : after + 2] else None
    return None


def _no_comment(p: Parsed, unit: int) -> Draft | None:
    low, _ = p.sentence(unit)
    verb = p.head[unit]
    if p.words[unit - 1] != "no" or p.pos[unit] != "NOUN" or verb < low:
        return None
    if form_of(p.words[verb], frozenset({"have", "offer", "make", "give", "say"})) is None:
        return None
    return _decline(p, unit, subject_of(p, verb, low), unit + 1)


def _nothing_to_say(p: Parsed, unit: int) -> Draft | None:
    """As in "had nothing to say", "would say nothing about it"."""
    low, high = p.sentence(unit)
    after = unit + 3
    if p.words[unit + 1 : after] in (["to", "say"], ["to", "add"]) and p.words[unit - 1] in ("had", "has", "have"):
        return _decline(p, unit, subject_of(p, unit - 1, low), after)
    if unit - 2 >= low and p.words[unit - 1] == "say" and p.words[unit - 2] in ("would", "will"):
        return _decline(p, unit, subject_of(p, unit - 1, low), min(unit + 1, high))
    return None


def _not_wishing(p: Parsed, unit: int) -> Draft | None:
    """As in "did not wish to comment", "was not prepared to discuss it"."""
    low, high = p.sentence(unit)
    if unit + 3 >= high or p.words[unit + 1] not in _UNWILLING or p.words[unit + 2] not in ("to", "for"):
        return None
    if p.words[unit + 3] not in _SPOKEN or (p.words[unit + 1] == "available" and p.words[unit + 3] != "comment"):
        return None
    if p.words[unit + 1] == "available":
        return None  # whoever cannot be reached declines nothing
    return _decline(p, unit + 1, subject_of(p, unit + 1, low), unit + 4, unit + 3)


def _evaded(p: Parsed, unit: int) -> Draft | None:
    """As in "ducked the question", "referred questions to the police"."""
    low, high = p.sentence(unit)
    asked = next((at for at in range(unit + 1, min(high, unit + 6)) if p.words[at] in _QUESTIONS), None)
    if asked is None or not asserted(p, unit) or any(p.parted(at) for at in range(unit + 1, asked + 1)):
        return None
    return _decline(p, unit, subject_of(p, unit, low), asked + 1)


def _neither_nor(p: Parsed, unit: int) -> Draft | None:
    low, high = p.sentence(unit)
    confirm = frozenset({"confirm"})
    verb = next((at for at in range(unit + 1, min(high, unit + 4)) if form_of(p.words[at], confirm)), None)
    nor = next((at for at in range(unit + 2, min(high, unit + 6)) if p.words[at] == "nor"), None)
    if verb is None or nor is None:
        return None
    return _decline(p, verb, subject_of(p, verb, low), nor + 2, nor + 1)


def _would_not(p: Parsed, unit: int) -> Draft | None:
    """As in "would not be drawn", "could not comment"; who "could not confirm" it declines nothing."""
    low, high = p.sentence(unit)
    at = unit + 1
    word = p.words[unit]
    subject = subject_of(p, p.head[unit] if p.head[unit] >= 0 else unit, low)
    negated = word in ("won", "cannot") or (subject is not None and _nobody_would(p, subject, low))
    while at < high and (p.pos[at] in ("ADV", "PART") or p.words[at] in ("not", "t", "neither", "further")):
        if p.words[at] == "neither":
            return None
        negated |= p.words[at] in ("not", "t")
        at += 1
    if not negated or at >= high:
        return None
    verb = at
    if p.words[at] == "be" and at + 1 < high and p.words[at + 1] == "drawn":
        verb = at + 1
    elif p.words[at] not in (_SPOKEN if word in ("would", "will", "won") else {"comment", "discuss", "elaborate"}):
        return None
    return _decline(p, verb, subject_of(p, verb, low), _past_or(p, verb + 1, high))


def _nobody_would(p: Parsed, subject: int, low: int) -> bool:
    """As in "neither the club nor the player would comment"."""
    return any(p.words[at] in ("neither", "none", "nobody") for at in range(max(low, subject - 6), subject + 1))


def _past_or(p: Parsed, at: int, high: int) -> int:
    """Past "confirm *or deny*"."""
    if at + 1 < high and p.words[at] in ("or", "nor") and p.words[at + 1] in ("deny", "denied", "discuss", "confirm"):
        return at + 2
    return at


def _decline(p: Parsed, unit: int, subject: int | None, at: int, verb: int | None = None) -> Draft | None:
    low, high = p.sentence(unit)
    if subject is None or not low <= subject or p.words[subject] in NOBODY - {"none"}:
        return None
    by = p.phrase(subject, low, high)
    while at < high and (p.words[at] in _ABOUT or p.pos[at] == "ADV"):
        if p.words[at] in CLAUSES or p.parted(at):
            break
        if p.words[at] in ("to", "in"):
            return Draft(StanceKind.DECLINE, (unit,), by, None, _REASON)
        at += 1
    target = object_from(p, at, high) if at < high else None
    if target is not None and p.words[target[0]] in ("for", "when", "after", "until", "by"):
        target = None
    if target is not None and any(
        p.words[one].removesuffix("s") in NOT_DECLINED for one in range(target[0], target[1] + 1)
    ):
        return None
    cue = (unit,) if verb is None or verb == unit else (unit, verb)
    return Draft(StanceKind.DECLINE, cue, by, target, _REASON)
