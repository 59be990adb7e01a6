"""Stances in what somebody says: "the claims are untrue", "this is absurd", "what they say is a lie"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from onrecord.reading.forms import form_of
from onrecord.reading.parsed import VERBS, Parsed, Run
from onrecord.reading.stances.cues import JUDGMENTS, OPPOSITE, is_said
from onrecord.reading.stances.draft import Draft
from onrecord.reading.stances.objects import describes, head_of, somebody
from onrecord.types import StanceKind

_BE: Final = frozenset("is are was were be been being s re".split())
_POINTING: Final = frozenset("this that it these those they all everything nothing none".split())
_STRONG: Final = frozenset(
    "lie lies lying lied false baseless untrue fabrication fabricated nonsense fiction absurd ridiculous fake "
    "unfounded groundless preposterous ludicrous rubbish bogus slander hoax fabrications nonsensical invention smear "
    "true propaganda".split()
)
"""Judgments that alone, of "this" or "it", are aimed at what somebody said; "it is wrong" may be about anything."""
_OF_PEOPLE: Final = frozenset(
    "right wrong mistaken lying correct lied liar liars misread misunderstood misrepresented invented fabricated "
    "distorted truthful honest misinformed".split()
)
"""Judgments of somebody that judge what they said."""
_FIRMLY: Final = frozenset("simply plainly completely absolutely totally utterly flatly just entirely".split())
_SAY: Final = frozenset("say claim allege state write tell report assert suggest".split())
_TRUTH: Final = frozenset("truth basis foundation merit substance evidence word".split())
_BELIEVE: Final = frozenset("believe accept doubt dispute".split())
_OPENS: Final = _BE | frozenset("said says that because while though although if when".split())
"""Words after which another subject begins."""
_NEGATIONS: Final = frozenset("not t never no nothing none neither hardly".split())
_SEEM: Final = frozenset("sounds seems remains looks sounded seemed looked".split())
_HAVE: Final = frozenset("had has have".split())
_FAR: Final = 12
"""Units of a subject that are looked at."""
_SHORT: Final = 3
"""Units of an answer without a verb: "lies", "complete nonsense"."""
_NEAR: Final = 7
"""Units between "is" and a judgment: "is not in any way true"."""


def judges(p: Parsed) -> list[int]:
    """The units that may judge what somebody said."""
    return p.where(_may_judge)


@lru_cache(maxsize=16_384)
def _may_judge(word: str) -> bool:
    return word in JUDGMENTS or word in _TRUTH or word == "based" or form_of(word, _BELIEVE) is not None


def judged(p: Parsed, unit: int, content: Run) -> Draft | None:
    """The stance in the sentence of a unit, as far as one stretch of a content goes; who takes it says it."""
    low, high = p.sentence(unit)
    low, high = max(low, content[0]), min(high, content[1] + 1)
    if high - low <= _SHORT and p.words[unit] in _STRONG and not any(p.pos[at] in VERBS for at in range(low, high)):
        kind = JUDGMENTS[p.words[unit]]
        return Draft(kind, (unit,), None, None, f"“{p.words[unit]}” is all that is said")
    return _in_sentence(p, low, high)


def _in_sentence(p: Parsed, low: int, high: int) -> Draft | None:
    if "?" in p.text[p.end[high - 1] : p.end[high - 1] + 2] or p.words[low] in ("if", "whether"):
        return None
    return _predicated(p, low, high) or _no_truth(p, low, high) or _unbelieved(p, low, high) or _not_based(p, low, high)


def _predicated(p: Parsed, low: int, high: int) -> Draft | None:
    """A subject for something said, or for somebody who said it, with a judgment as its predicate."""
    for at in range(low + 1, min(high, low + 2 * _FAR)):
        kind = JUDGMENTS.get(p.words[at])
        if kind is None or describes(p, at, high):
            continue
        subject = _subject_before(p, low, at)
        if subject is None or not _fits(p, subject, at) or (at + 1 < high and p.words[at + 1] == "to"):
            continue
        between = p.words[subject[1] + 1 : at]
        if any(word in ("would", "could", "might", "may", "if", "should", "be") for word in between):
            return None
        stance = OPPOSITE[kind] if any(word in _NEGATIONS for word in between) else kind
        if stance is None:
            return None
        return Draft(stance, (at,), None, subject, f"“{p.words[at]}” is said of it")
    return None


def _subject_before(p: Parsed, low: int, at: int) -> Run | None:
    """The words before the verb of a judgment: "the claims | are untrue"."""
    itself = _verb_itself(p, at)
    verb = at - 1
    links = _BE | _SEEM | _HAVE if itself else _BE | _SEEM
    while verb >= low and at - verb <= _NEAR and p.words[verb] not in links:
        if p.pos[verb] in VERBS or (p.parted(verb + 1) and p.pos[verb + 1] not in ("ADJ", "ADV")):
            break
        verb -= 1
    if p.words[verb] not in links:
        if not itself:
            return None
        verb = at
    if verb <= low:
        return None
    first = verb - 1
    while first > low and not p.parted(first) and p.words[first - 1] not in _OPENS:
        first -= 1
    while first < verb - 1 and (
        p.pos[first] in ("ADV", "CCONJ", "SCONJ") and p.words[first] not in ("what", "everything")
    ):
        first += 1
    return (first, verb - 1) if first < verb else None


def _verb_itself(p: Parsed, at: int) -> bool:
    return p.words[at] in ("lied", "misread", "misrepresented", "invented", "fabricated", "distorted", "misunderstood")


def _fits(p: Parsed, subject: Run, at: int) -> bool:
    first, last = subject
    words = p.words[first : last + 1]
    judgment = p.words[at]
    if words[0] in ("what", "everything", "all", "anything") and any(form_of(word, _SAY) for word in words):
        return True
    head = head_of(p, first, last)
    if head is None:
        return False
    word = p.words[head]
    if word in ("i", "we", "you"):
        return False
    if word in ("he", "she", "they", "him"):
        return judgment in _OF_PEOPLE
    if len(words) == 1 and word in _POINTING:
        return judgment in _STRONG or any(p.words[between] in _FIRMLY for between in range(last + 1, at))
    if is_said(word):
        return True
    return judgment in _OF_PEOPLE and somebody(p, head)


def _no_truth(p: Parsed, low: int, high: int) -> Draft | None:
    """As in "There is no truth in it", "these claims have no basis"."""
    for at in range(low + 1, high):
        if p.words[at] not in _TRUTH or p.words[at - 1] not in ("no", "any", "of", "without", "zero"):
            continue
        if p.words[at - 1] in ("any", "of") and not any(word in _NEGATIONS for word in p.words[max(low, at - 6) : at]):
            continue
        if p.words[at] in ("evidence", "word", "substance", "basis", "merit") and p.words[at - 1] not in (
            "no",
            "without",
        ):
            continue
        if p.words[at] in ("word", "evidence"):
            continue
        after = at + 1
        if after < high and p.words[after] in ("in", "to", "behind", "for", "whatever", "at"):
            while after < high and p.words[after] in ("in", "to", "behind", "for", "whatever", "at", "all"):
                after += 1
            if after < high and _said_of(p, after, high):
                last = next((unit - 1 for unit in range(after + 1, high) if p.parted(unit)), high - 1)
                return Draft(
                    StanceKind.DENY, (at,), None, (after, min(last, after + _FAR)), "it is said to hold no truth"
                )
        subject = _subject_before(p, low, at)
        if subject is not None and p.words[subject[0]] != "there":
            head = head_of(p, *subject)
            if head is not None and (is_said(p.words[head]) or p.words[head] in _POINTING):
                return Draft(StanceKind.DENY, (at,), None, subject, "it is said to hold no truth")
    return None


def _said_of(p: Parsed, at: int, high: int) -> bool:
    """Whether the noun phrase at a unit is for something said."""
    last = next((unit - 1 for unit in range(at + 1, high) if p.parted(unit)), high - 1)
    head = head_of(p, at, min(last, at + 8))
    return p.words[at] == "what" or (head is not None and (is_said(p.words[head]) or p.words[head] in _POINTING))


def _unbelieved(p: Parsed, low: int, high: int) -> Draft | None:
    """As in "She did not believe a word of it", "we do not accept these figures", "no reason to doubt the tenants"."""
    for at in range(low + 1, high):
        lemma = form_of(p.words[at], _BELIEVE)
        if lemma is None or p.pos[at] not in VERBS:
            continue
        before = p.words[max(low, at - 5) : at]
        if not any(word in _NEGATIONS for word in before):
            continue
        after = at + 1
        while after < high and p.words[after] in ("a", "single", "word", "of", "any"):
            after += 1
        if after >= high or p.words[after] in ("that", "in") or p.pos[after] in ("SCONJ", "VERB"):
            return None
        last = next((unit - 1 for unit in range(after + 1, high) if p.parted(unit)), high - 1)
        last = min(last, after + 8)
        head = head_of(p, after, last)
        if head is None:
            return None
        known = is_said(p.words[head]) or p.words[head] in _POINTING or somebody(p, head)
        kind = StanceKind.AFFIRM if lemma in ("doubt", "dispute") else StanceKind.DENY
        return Draft(kind, (at,), None, (after, last), "it is said not to be believed") if known else None
    return None


def _not_based(p: Parsed, low: int, high: int) -> Draft | None:
    """As in "This report is not based on realities"."""
    for at in range(low + 2, high):
        if p.words[at] != "based" or not any(word in _NEGATIONS for word in p.words[max(low, at - 3) : at]):
            continue
        subject = _subject_before(p, low, at)
        head = None if subject is None else head_of(p, *subject)
        if subject is not None and head is not None and (is_said(p.words[head]) or p.words[head] in _POINTING):
            return Draft(StanceKind.DENY, (at,), None, subject, "it is said to have no basis")
    return None
