"""The kind of a source that is described and not named: by its noun, its number and its determiner."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.source_function_words import INDEFINITE, PEOPLE_ENDINGS, PEOPLES, POSSESSIVE
from onrecord.reading.source_nouns import Noun, by_ending
from onrecord.reading.source_phrase import Word, is_plural
from onrecord.types import SourceKind

PERSON, BODY, DOCUMENT = SourceKind.NAMED_PERSON, SourceKind.NAMED_ORGANIZATION, SourceKind.DOCUMENT
ONE, MANY, NONE = SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP, SourceKind.UNSPECIFIED

PRONOUN = "pronoun"
"""What decided where a pronoun is all there is; who it stands for is for a later step to tell."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A source's kind.

    Attributes:
        reason: why, in words.
        deciding: the words that decided; :data:`PRONOUN` for a pronoun.
    """

    kind: SourceKind
    reason: str
    deciding: str

    @property
    def named(self) -> bool:
        """Whether a name decided, and the name alone."""
        return self.reason.endswith(("a person's name", "the name of an institution"))


def common(core: list[Word], noun: Noun, determiner: str, after: list[Word]) -> Decision:
    """The kind of a noun phrase whose deciding word is no name.

    Args:
        core: the words up to and with the noun.
        noun: its class.
        determiner: the determiner, folded; "'s" after a possessive.
        after: the words after the noun.
    """
    head = core[-1]
    word = _shown(head)
    plural = is_plural(head.folded)
    if noun is Noun.DOCUMENT:
        return Decision(DOCUMENT, f"'{word}' is a document or a finding", word)
    if is_people(head.folded):
        return Decision(MANY, f"'{word}' is plural and names nobody", word)
    if noun is Noun.PEOPLE:
        return Decision(MANY, f"'{word}' is a group that is not named", word)
    if noun is Noun.PERSON:
        if plural:
            return Decision(MANY, f"'{word}' is plural and names nobody", word)
        return Decision(ONE, f"'{word}' is one person who is not named", word)
    if noun in (Noun.BODY, Noun.AGENT):
        return _institution(core, noun, determiner, after)
    if by_ending(head.folded) is Noun.PERSON and not plural and not head.capital:
        return Decision(ONE, f"'{word}' is one person who is not named", word)
    if plural:
        return Decision(MANY, f"'{word}' is plural and names nobody", word)
    return Decision(NONE, f"'{word}' is nobody who could be named", word)


def _institution(core: list[Word], noun: Noun, determiner: str, after: list[Word]) -> Decision:
    word, plural = _shown(core[-1]), is_plural(core[-1].folded)
    if plural and not (core[-1].capital and len(core) > 1 and core[-2].capital and determiner == "the"):
        return Decision(MANY, f"'{word}' are institutions that are not named", word)
    capitals = core[-1].capital and (len(core) > 1 and core[-2].capital)
    if determiner in INDEFINITE:
        return Decision(MANY, f"'{determiner} {word}' is one of several institutions that are not named", word)
    if noun is Noun.AGENT and determiner in POSSESSIVE and not capitals:
        return Decision(MANY, f"'{determiner} {word}' is not named", word)
    if core[-1].folded == "team" and len(core) > 1 and not capitals:
        return Decision(MANY, f"'{word}' is a group that is not named", word)
    of_people = len(after) > 1 and after[0].folded == "of" and not determiner and is_plural(after[1].folded)
    if of_people and not core[-1].capital:
        return Decision(MANY, f"'{word}' of people who are not named", word)
    return Decision(BODY, f"'{word}' is an institution that the text identifies", word)


def _shown(word: Word) -> str:
    return word.folded if word.text.isupper() else word.text


def is_people(folded: str) -> bool:
    """Whether a folded word is a plural of people that is written with a capital ("Republicans")."""
    return folded in PEOPLES or (is_plural(folded) and folded.endswith(PEOPLE_ENDINGS))
