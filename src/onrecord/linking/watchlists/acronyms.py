"""Acronyms: when a few letters are enough to tell which body is meant.

The rule: letters tell a body if only one entry of the list has them and everybody does not know them as another body;
five or more then do so alone, and four if they are the initials of a name of the same entry, or stand in brackets after
its name. Three, and
acronyms that the list itself does not write but that the initials of a name make, need a word of the document that
speaks for that entry: another word of its names, its country or its program. Two never do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.linking.watchlists import tables
from onrecord.linking.watchlists.agreement import Agreement, agree
from onrecord.linking.watchlists.answers import NOTHING, Answer, Comparison
from onrecord.linking.watchlists.context import Context
from onrecord.linking.watchlists.entries import NameQuality, WatchEntry
from onrecord.linking.watchlists.facts import shared_country, shared_program
from onrecord.linking.watchlists.organization_names import SHORTEST, initials, organization_name
from onrecord.linking.watchlists.sounds import lumped
from onrecord.linking.watchlists.weights import ENOUGH, RARE, body_weight, is_general

ALONE: Final = 5
"""Letters from which an acronym that the list writes tells a body by itself."""
WITH_NAME: Final = 4
"""Letters from which it does so if they are the initials of a name of the entry."""


@dataclass(frozen=True, slots=True)
class Found:
    """An acronym of the text found in a list.

    Attributes:
        letters: in lowercase.
        written: the list writes it; else it is made of a name's initials.
        only: no other entry of the list has it.
        bracketed: the list puts it in brackets after the whole name.
    """

    letters: str
    written: bool
    only: bool
    bracketed: bool = False


def compare_acronyms(found: Found, entry: WatchEntry, quality: NameQuality, context: Context) -> Comparison:
    """Whether an acronym tells this entry, in this context."""
    size = len(found.letters)
    letters = found.letters
    if size < SHORTEST or any(letters in words for words in (tables.known_acronyms(), tables.common_names())):
        return NOTHING
    if is_general(letters):
        return NOTHING
    made = initials_of(entry) if found.written else frozenset()
    speaks = support(entry, context, (found.letters,))
    low = quality is NameQuality.LOW
    its_own = size >= WITH_NAME and (found.bracketed or letters in made)
    alone = found.written and not low and (size >= ALONE or its_own)
    agreeing = "the acronym" if found.written else "the acronym, which is the initials of a listed name"
    if speaks:
        agreeing += f"; the text names {speaks}"
    against = []
    if not found.only:
        against.append("other entries have the same letters")
    if low:
        against.append("the list itself calls this alias weak")
    supported = bool(speaks) and not low and size >= (SHORTEST if found.written else WITH_NAME)
    if found.only and (alone or supported or (not found.written and size >= ALONE + 1)):
        weight = ENOUGH + (1.0 if alone else 0.0) + (0.5 if speaks else 0.0)
        return Comparison(Answer.LINK, weight, found.written and bool(alone), False, agreeing, tuple(against))
    if speaks or (found.written and size >= WITH_NAME):
        if not speaks:
            against.append("nothing else in the text speaks for it")
        return Comparison(Answer.UNSURE, RARE, False, False, agreeing, tuple(against))
    return NOTHING


def initials_of(entry: WatchEntry) -> frozenset[str]:
    """The initials of an entry's names."""
    return frozenset(made for made in (initials(name.text) for name in entry.names) if made)


def support(entry: WatchEntry, context: Context, written: Sequence[str]) -> str | None:
    """A word of the text near the mention that speaks for the entry: of its other names, its country, its program.

    Arguments:
        written: the words of the mention itself, which do not speak for it again.
    """
    for name in entry.names:
        parsed = organization_name(name.text) if name.quality is not NameQuality.LOW else None
        for word in parsed.words if parsed else ():
            there = len(word) > 3 and (word in context.names or lumped(word) in context.lumped)
            if there and body_weight(word) >= RARE and not any(_same(word, other) for other in written):
                return word.title()
    return shared_country(context, entry) or shared_program(context, entry, written)


def _same(word: str, other: str) -> bool:
    return agree(word, other) is not Agreement.NONE or word.startswith(other) or other.startswith(word)
