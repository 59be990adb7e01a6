"""Verbs that say that a commitment was kept or broken: "reneged on its pledge", "the promise came to nothing"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from onrecord.reading.commitments.cues import AGREEMENT_NOUNS, PLEDGE_NOUNS
from onrecord.reading.commitments.references import COMMITTED, Link, other, quality, reference
from onrecord.reading.forms import form_of, noun_in
from onrecord.reading.parsed import VERBS, Parsed, Run
from onrecord.types import ConductRelation

_KEEPS, _CONTRADICTS = ConductRelation.KEEPS, ConductRelation.CONTRADICTS
_BREAKING: Final = frozenset(
    "break breach violate betray ignore flout dishonor abandon disregard scrap contravene infringe defy drop forsake "
    "contradict ditch undermine repudiate shred trample".split()
)
_BREAKING_WITH: Final = {
    "renege": ("on",), "go": ("back", "against"), "backtrack": ("on",), "walk": ("away",), "default": ("on",),
    "row": ("back",), "depart": ("from",), "back": ("away", "out", "off"), "backpedal": ("on",), "fall": ("short",),
    "fly": ("in",), "welsh": ("on",), "pull": ("out",), "tear": ("up",), "rip": ("up",), "retreat": ("from",),
    "backslide": ("on",), "wriggle": ("out",), "shirk": (), "turn": ("its", "their", "his", "her"),
}  # fmt: skip
_KEEPING: Final = frozenset(
    "keep honor fulfill fulfil respect uphold redeem observe discharge implement satisfy".split()
)
_KEEPING_WITH: Final = {
    "deliver": ("on",), "make": ("good",), "live": ("up",), "stick": ("to", "by"), "comply": ("with",),
    "abide": ("by",),
    "adhere": ("to",), "follow": ("through",), "stand": ("by",), "act": ("on",), "meet": (), "hold": ("to",),
    "carry": ("out",),
}  # fmt: skip
_ALL: Final = _BREAKING | _KEEPING | frozenset(_BREAKING_WITH) | frozenset(_KEEPING_WITH)
_IDIOMS: Final = frozenset("keep break honor stick make go stand renege".split())
"""Verbs with which "its word" is the one that was given."""
_PLAIN: Final = frozenset("renege backtrack default comply abide adhere welsh".split())
"""Verbs that speak of nothing but commitments: "it" and "that" after them are one, and they need no object."""
_OF_PRONOUNS: Final = _PLAIN | frozenset("go live make stick deliver follow back walk".split())
_BARE: Final = frozenset({"comply", "deliver", "renege", "backtrack"})
"""Verbs that say so without an object; "deliver" only where it is negated."""
_NOT: Final = frozenset("not never t no hardly nor neither without none".split())
_FAILS: Final = frozenset("fail refuse decline stop cease neglect".split())
_FAILURE: Final = frozenset("failure unable refusal yet".split())
_UNSURE: Final = frozenset("may might could would will should must shall can if ll".split())
_SEEMING: Final = frozenset("appear seem go continue begin".split())
_BROKEN: Final = frozenset("broken empty unfulfilled unkept hollow false forgotten abandoned dishonored".split())
_LOST: Final = frozenset("unfulfilled unkept unmet empty hollow broken worthless forgotten dead".split())
_NOTHING: Final = frozenset("nothing naught nought".split())


def by_verb(p: Parsed) -> Iterator[Link]:
    """As in "reneged on its pledge", "has honored its undertaking", "the promise was not kept"."""
    for unit in p.where(_verb):
        lemma = _verb(p.words[unit])
        if lemma is None or p.pos[unit] not in ("VERB", "ADJ") or p.relation[unit] in ("amod", "compound"):
            continue
        link = _of_verb(p, unit, lemma)
        if link is not None:
            yield link


def by_predicate(p: Parsed) -> Iterator[Link]:
    """As in "a broken promise", "the vow came to nothing", "the pledge remains unfulfilled"."""
    for unit in p.among(_BROKEN):
        if unit + 1 < len(p) and noun_in(p.words[unit + 1], PLEDGE_NOUNS):
            yield Link(_CONTRADICTS, (unit, unit + 1), (unit + 1, unit + 1))
    for unit in p.among(_LOST | _NOTHING):
        low, _ = p.sentence(unit)
        noun = next(
            (
                at
                for at in range(unit - 1, max(low - 1, unit - 7), -1)
                if noun_in(p.words[at], PLEDGE_NOUNS | AGREEMENT_NOUNS)
            ),
            None,
        )
        between = range(noun + 1, unit) if noun is not None else range(0)
        verb = next((at for at in between if p.pos[at] in VERBS), None)
        if noun is None or verb is None or any(p.words[at] in _UNSURE | _NOT for at in between):
            continue
        if p.words[unit] in _NOTHING and form_of(p.words[verb], frozenset({"come", "have", "amount", "lead"})) is None:
            continue
        yield Link(_CONTRADICTS, (noun, unit), (noun, noun))


@lru_cache(maxsize=16_384)
def _verb(word: str) -> str | None:
    return form_of(word, _ALL)


def _of_verb(p: Parsed, unit: int, lemma: str) -> Link | None:
    low, high = p.sentence(unit)
    after = unit + 1
    particles = _BREAKING_WITH.get(lemma, _KEEPING_WITH.get(lemma))
    plain = lemma in _BREAKING | _KEEPING or lemma in ("meet", "shirk")
    if particles and after < high and p.words[after] in particles:
        after += 1
        while after < high and p.words[after] in ("on", "from", "of", "to", "with", "by"):
            after += 1
    elif not plain and lemma not in _BARE:
        return None
    relation = _KEEPS if lemma in _KEEPING or lemma in _KEEPING_WITH else _CONTRADICTS
    negated = _negated(p, unit, low)
    refers = reference(p, after, high, pronouns=lemma in _OF_PRONOUNS, idioms=lemma in _IDIOMS)
    words: Run = (unit, unit)
    if refers is not None and not quality(p, refers):
        words = unit, refers[1]
    else:
        refers = _subject_reference(p, unit, low)
        if refers is not None:
            words = min(refers[0], unit), unit
        elif not _bare(p, unit, lemma, after, high, negated):
            return None
    if negated:
        relation = other(relation)
    elif _open(p, unit, low):
        return None
    return Link(relation, words, refers)


def _bare(p: Parsed, unit: int, lemma: str, after: int, high: int, negated: bool) -> bool:
    """As in "both have complied", "it has failed to deliver": nothing follows."""
    if lemma not in _BARE or after != unit + 1 or (lemma == "deliver" and not negated):
        return False
    return after >= high or p.parted(after) or p.pos[after] in ("ADV", "CCONJ")


def _subject_reference(p: Parsed, unit: int, low: int) -> Run | None:
    """The commitment before the verb: "the undertaking was not honored", "a promise it has yet to keep"."""
    for subject in p.children(unit, "nsubj:pass", "nsubj"):
        if low <= subject < unit and noun_in(p.words[subject], COMMITTED) and p.words[subject] != "word":
            return p.phrase(subject, low, unit)
    if form_of(p.words[unit], _BREAKING | _KEEPING) is None or p.children(unit, "obj"):
        return None
    for head in (p.head[unit], p.head[p.head[unit]] if p.head[unit] >= 0 else -1):
        relative = p.relation[unit] == "acl:relcl" or (head >= 0 and p.relation[p.head[unit]] == "acl:relcl")
        if low <= head < unit and relative and noun_in(p.words[head], PLEDGE_NOUNS):
            return p.phrase(head, low, unit)
    return None


def _negated(p: Parsed, unit: int, low: int) -> bool:
    if any(p.words[child] in _NOT for child in p.children(unit, "advmod", "mark", "det")):
        return True
    subject = p.subject(unit)
    if subject is not None and p.words[subject] in ("neither", "none", "nobody"):
        return True
    for at in range(unit - 1, max(low, unit - 5) - 1, -1):
        if p.parted(at + 1):
            return False
        if p.words[at] in _NOT | _FAILURE or form_of(p.words[at], _FAILS):
            return True
        if p.pos[at] == "NOUN" and at < unit - 2:
            return False
    return False


def _open(p: Parsed, unit: int, low: int) -> bool:
    """Whether it is only to come, wished for or supposed."""
    before = p.words[max(low, unit - 4) : unit]
    if any(word in _UNSURE for word in before):
        return True
    return "to" in before[-1:] and not any(form_of(word, _SEEMING) for word in before)
