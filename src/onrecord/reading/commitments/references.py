"""The words that refer to a commitment: "its 2021 pledge", "what it had signed", "the accord"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onrecord.reading.commitments.cues import AGREEMENT_NOUNS, DUTY_NOUNS, INSTRUMENTS, PLEDGE_NOUNS
from onrecord.reading.forms import form_of, noun_in
from onrecord.reading.parsed import Parsed, Run
from onrecord.types import ConductRelation

COMMITTED: Final = (
    (PLEDGE_NOUNS - {"oath"})
    | AGREEMENT_NOUNS
    | DUTY_NOUNS
    | INSTRUMENTS - {"letter", "plan", "term", "policy", "bond"}
)
"""Nouns for commitments and for what they stand in."""
_WORD_IDIOMS: Final = frozenset("word side part end faith".split())
"""What is kept in "kept its word", "kept their side of the bargain"."""
POSSESSIVE: Final = frozenset("its their his her our my".split())
_OWN: Final = POSSESSIVE | frozenset("that this those these the a".split())
_PRONOUNS: Final = frozenset("it this that them these those".split())
_GIVES: Final = frozenset(
    "promise pledge sign agree vow undertake guarantee assure commit require demand stipulate lay swear".split()
)
REACH: Final = 10
"""Units between words that draw a link and the noun for the commitment."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that say that a commitment was kept or broken, and those of them that refer to it."""

    relation: ConductRelation
    words: Run
    refers: Run | None


def other(relation: ConductRelation) -> ConductRelation:
    """The opposite."""
    return ConductRelation.CONTRADICTS if relation is ConductRelation.KEEPS else ConductRelation.KEEPS


def reference(p: Parsed, at: int, high: int, pronouns: bool = False, idioms: bool = False) -> Run | None:
    """The words for a commitment that begin at a unit: "the Taliban's 2021 pledges", "what it had signed", "them".

    Args:
        pronouns: whether "it" or "that" may stand for one.
        idioms: whether "its word" and "their side" may.
    """
    if at >= high:
        return None
    if pronouns and p.words[at] in _PRONOUNS and (at + 1 >= high or p.parted(at + 1) or p.pos[at] == "PRON"):
        return at, at
    if p.words[at] == "what" or p.words[at] in ("having", "promising", "vowing", "pledging", "agreeing", "swearing"):
        end = next((unit for unit in range(at + 1, min(high, at + REACH)) if p.parted(unit)), min(high, at + REACH))
        return (at, end - 1) if any(form_of(p.words[unit], _GIVES) for unit in range(at, end)) else None
    for unit in range(at, min(high, at + REACH)):
        parted = unit > at and p.parted(unit) and p.pos[unit] not in ("ADJ", "NOUN")
        verbal = unit > at and p.pos[unit] in ("VERB", "AUX", "SCONJ")
        if parted or (verbal and (p.parted(unit) or p.relation[unit] not in ("amod", "acl", "compound"))):
            return None
        noun = noun_in(p.words[unit], COMMITTED)
        if noun == "word" and not (idioms or p.words[at] in POSSESSIVE):
            noun = None
        if noun is not None and p.relation[unit] != "compound":
            return at, _end(p, unit, high)
        if idioms and p.words[unit] in _WORD_IDIOMS and p.words[unit - 1] in POSSESSIVE:
            return at, unit
    return None


def quality(p: Parsed, refers: Run) -> bool:
    """Whether "commitment" is something to be praised in somebody, not something given."""
    return noun_in(p.words[refers[1]], frozenset({"commitment"})) is not None and p.words[refers[0]] not in _OWN


def _end(p: Parsed, unit: int, high: int) -> int:
    """The last unit of what refers: with "it made to investors in 2022", not with what is pledged."""
    at = unit + 1
    if at < high and not p.parted(at) and p.words[at] in ("it", "he", "she", "they", "that"):
        end = next((place for place in range(at, min(high, at + 12)) if p.parted(place)), None)
        if end is not None and any(p.words[place] in ("made", "gave", "signed", "given") for place in range(at, end)):
            return end - 1
    return unit
