"""Classes of nouns that head a source: a person, a group, an institution, a document."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from onrecord.reading.source_phrase import singular
from onrecord.reading.source_words import AGENTS, DOCUMENTS, GROUPS, ORGANIZATIONS, PERSONS

_PERSON_ENDINGS = (
    "ologist",
    "ographer",
    "person",
    "woman",
    "man",
    "worker",
    "maker",
    "goer",
    "holder",
    "keeper",
    "ist",
    "eer",
)
_AGENT_ENDINGS = ("er", "or", "ian", "ant", "ee", "ster", "ard", "ive")
_NOT_PEOPLE = frozenset({
    "after", "alternative", "another", "answer", "archive", "assist", "award", "backyard", "barrier",
    "behavior", "board", "border", "card", "career", "carrier", "center", "chapter", "character", "cluster",
    "coffee", "color", "colour", "committee", "computer", "consist", "constant", "corner", "covenant", "degree",
    "disaster", "door", "drive", "error", "ever", "exist", "factor", "fee", "fist", "flavor", "floor", "former",
    "grant", "guarantee", "hazard", "horror", "however", "humor", "important", "incentive", "initiative",
    "instant", "knee", "labor", "labour", "latter", "layer", "letter", "list", "matter", "mirror", "mist",
    "motive", "motor", "murder", "narrative", "never", "newsletter", "number", "objective", "offer", "order",
    "other", "over", "paper", "persist", "perspective", "plant", "power", "quarter", "resist", "restaurant",
    "reward", "river", "rumor", "rumour", "sector", "semester", "standard", "summer", "terror", "theater",
    "tree", "tumor", "tumour", "twist", "under", "warrant", "water", "weather", "whether", "winter", "wizard",
    "yard",
})  # fmt: skip


class Noun(Enum):
    """What a noun says that its bearer is."""

    PERSON = "person"
    PEOPLE = "people"
    BODY = "institution"
    AGENT = "institution by its part in a deal"
    DOCUMENT = "document"
    NOTHING = "nothing known"


@lru_cache(maxsize=4096)
def classify(word: str, compound: bool = True) -> Noun:
    """The class of a folded noun in either number, by the word lists.

    Args:
        word: the noun.
        compound: whether the last part of a compound may tell ("ex-spy"); not for surnames.
    """
    noun = singular(word)
    for form in (word, noun, noun.rsplit("-", 1)[-1], noun.rsplit("/", 1)[-1]) if compound else (word, noun):
        if form in PERSONS:
            return Noun.PERSON
        if form in GROUPS:
            return Noun.PEOPLE
        if form in AGENTS:
            return Noun.AGENT
        if form in DOCUMENTS:
            return Noun.DOCUMENT
        if form in ORGANIZATIONS:
            return Noun.BODY
    return Noun.NOTHING


def by_ending(word: str) -> Noun:
    """The class that the ending of an unknown common noun suggests."""
    noun = singular(word)
    if noun.endswith("-year-old"):
        return Noun.PERSON
    if noun in _NOT_PEOPLE or len(noun) < 5:
        return Noun.NOTHING
    return Noun.PERSON if noun.endswith(_PERSON_ENDINGS + _AGENT_ENDINGS) else Noun.NOTHING


def is_role(word: str) -> bool:
    """Whether a folded noun in the singular says what a person does."""
    return word in PERSONS
