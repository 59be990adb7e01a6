"""What stands around a word that takes a stance: whose it is, and the words for what it is aimed at."""

from __future__ import annotations

from typing import Final

from onrecord.reading.parsed import NOUNS, Parsed, Run
from onrecord.reading.source_nouns import Noun, classify
from onrecord.reading.stances.cues import SINGLE_SENSED, is_said

POINTING: Final = frozenset(
    "it this that them these those all everything both none each much most him her he she they".split()
)
"""Words that point at what was said, or at who said it."""
CLAUSES: Final = frozenset("that whether how what why if when where who".split())
"""Words that open a clause."""
NOBODY: Final = frozenset("nobody nothing none no".split())
"""Words for nobody."""
BREAKS: Final = frozenset(
    "but while although though because after before when since whereas saying adding arguing insisting calling "
    "noting putting telling and as".split()
)
"""Words after which something else begins."""
FAR: Final = 28
"""Units of an object that are looked at."""
_PEOPLE: Final = frozenset({Noun.PERSON, Noun.PEOPLE, Noun.BODY, Noun.AGENT})
_WHOLE: Final = frozenset("that all both none each".split())
_LEADING: Final = frozenset("of on about as that".split())


def subject_of(p: Parsed, unit: int, low: int) -> int | None:
    """The head of a verb's subject; a relative pronoun stands for the noun before it."""
    subject = p.subject(unit)
    if subject is not None and p.words[subject] in ("who", "which", "that") and p.pos[subject] == "PRON":
        before = subject - 1
        return before if before >= low and p.pos[before] in NOUNS else None
    return subject


def object_from(p: Parsed, at: int, high: int) -> Run | None:
    """The words of the object: up to a comma or a word that opens something else."""
    while at < high and p.pos[at] == "ADV" and p.words[at] not in CLAUSES and not p.parted(at):
        at += 1
    if (
        at >= high
        or p.parted(at)
        or p.words[at] in (BREAKS - {"as"})
        or (p.pos[at] in ("CCONJ", "SYM") and p.words[at] != "both")
    ):
        return None
    if p.words[at] in POINTING and p.pos[at] == "PRON" and p.words[at] not in _WHOLE:
        word = p.words[at + 1] if at + 1 < high and not p.parted(at + 1) else ""
        if word not in _LEADING:
            return at, at
    clause = p.words[at] in CLAUSES and (p.pos[at] in ("SCONJ", "ADV", "PRON") or p.relation[at] == "mark")
    clause = clause and not (p.words[at] == "that" and p.relation[at] in ("obj", "det", "nsubj", "nsubj:pass", "obl"))
    last = at
    for following in range(at + 1, min(high, at + FAR)):
        if p.parted(following) and (not clause or p.words[following] in BREAKS):
            break
        if p.words[following] in BREAKS and (
            (p.relation[following] in ("mark", "cc", "advmod") and not _joins_nouns(p, following, high))
            or (p.words[following] == "as" and not clause)
        ):
            break
        last = following
    return at, last


def _joins_nouns(p: Parsed, at: int, high: int) -> bool:
    """Whether "and" goes on with a noun phrase: "the theft and the fire"."""
    if p.words[at] != "and" or at + 1 >= high:
        return False
    return p.pos[at + 1] in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "SCONJ") and not any(
        p.relation[unit] in ("nsubj", "nsubj:pass") for unit in range(at + 1, min(high, at + 6))
    )


def head_of(p: Parsed, first: int, last: int) -> int | None:
    """The head noun of an object: its last noun before anything that only follows it."""
    if (
        first + 2 <= last
        and p.words[first] in POINTING
        and p.words[first + 1] == "of"
        and p.words[first + 2] not in POINTING
    ):
        return head_of(p, first + 2, last)
    if p.words[first] in POINTING and p.pos[first] == "PRON":
        return first
    head = None
    for at in range(first, last + 1):
        if p.pos[at] in ("ADP", "SCONJ", "AUX") or (p.words[at] in ("who", "which", "that") and at > first):
            break
        if p.pos[at] == "VERB" and p.relation[at] not in ("amod", "compound"):
            break
        if p.pos[at] in NOUNS or p.words[at] in POINTING:
            owner = at + 1 <= last and p.words[at + 1] == "s" and p.start[at + 1] - p.end[at] == 1
            if not owner and p.relation[at] != "nmod:poss":
                head = at
    return head


def somebody(p: Parsed, head: int) -> bool:
    """Whether a noun, name or pronoun stands for somebody who can say something."""
    if p.words[head] in ("him", "her", "them") or classify(p.words[head]) in _PEOPLE:
        return True
    return int(p.layered.kinds[head].argmax()) in (1, 2, 3)


def said_or_pointing(p: Parsed, head: int | None) -> bool:
    """Whether a head noun stands for something said, or points at it."""
    return head is not None and (is_said(p.words[head]) or p.words[head] in POINTING)


def is_passive(p: Parsed, unit: int, low: int) -> bool:
    """Whether a verb is passive."""
    if p.children(unit, "aux:pass", "nsubj:pass"):
        return True
    return (
        p.tense[unit] == "past participle"
        and unit > low
        and p.words[unit - 1] in ("was", "were", "is", "are", "been", "be", "being")
    )


def describes(p: Parsed, at: int, high: int) -> bool:
    """Whether a judgment only says of what sort the noun after it is: "a true wake-up call", "her right leg"."""
    return (
        p.words[at] in SINGLE_SENSED
        and at + 1 < high
        and p.pos[at + 1] in ("NOUN", "PROPN", "ADJ")
        and not p.parted(at + 1)
    )
