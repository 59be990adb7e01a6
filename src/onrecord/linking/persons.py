"""Names of persons inside one document: which of them may be of one person, and which of a man or a woman."""

from __future__ import annotations

from enum import Enum
from typing import Final

from onrecord.linking.names import words

_TITLES: Final = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness president prime minister premier chancellor "
    "senator sen rep representative congressman congresswoman governor gov mayor judge justice king queen prince "
    "princess pope father rev reverend bishop archbishop cardinal rabbi imam sheikh mullah ayatollah general gen "
    "colonel col major maj captain capt lieutenant lt sergeant sgt admiral commander chief secretary ambassador "
    "former acting deputy vice coach detective inspector officer attorney counsel chairman chairwoman chair".split()
)
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd", "qc", "kc", "mp", "obe"})
_MEN: Final = frozenset(
    "mr sir lord baron king prince pope father spokesman chairman congressman businessman policeman fireman salesman "
    "fisherman husband son brother uncle grandfather nephew boyfriend widower man boy gentleman actor "
    "waiter alderman councilman assemblyman".split()
)
_WOMEN: Final = frozenset(
    "mrs ms miss dame lady baroness queen princess spokeswoman chairwoman congresswoman businesswoman policewoman "
    "mother wife daughter sister aunt grandmother niece girlfriend widow woman girl actress waitress councilwoman "
    "assemblywoman".split()
)
HE: Final = frozenset({"he", "him", "his", "himself"})
SHE: Final = frozenset({"she", "her", "hers", "herself"})


class Gender(Enum):
    """What the words of a text show of a person."""

    MAN = "man"
    WOMAN = "woman"


def gender_of(said: list[str]) -> Gender | None:
    """What titles, nouns and pronouns among some words show; ``None`` where they show nothing, or both."""
    man = any(word in _MEN or word in HE for word in said)
    woman = any(word in _WOMEN or word in SHE for word in said)
    if man == woman:
        return None
    return Gender.MAN if man else Gender.WOMAN


def name_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without titles before it and suffixes after it; never empty for a word."""
    found = words(name)
    while len(found) > 1 and found[0] in _TITLES:
        found = found[1:]
    while len(found) > 1 and found[-1] in _SUFFIXES:
        found = found[:-1]
    return tuple(found)


def same_full_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of two words and more may be of one person.

    The family names agree, and the given names are the same, an initial of each other, or left out in the middle
    ("Donald J. Trump", "Donald Trump"), or one is the end of the other.
    """
    if one == other:
        return True
    if one[-1] != other[-1]:
        return False
    if one[-len(other) :] == other or other[-len(one) :] == one:  # "bin Salman" for "Mohammed bin Salman"
        return True
    shorter, longer = sorted((one[:-1], other[:-1]), key=len)
    if not _agree(shorter[0], longer[0]):
        return len(longer) > 1 and len(longer[0]) == 1 and _agree(shorter[0], longer[1])
    at = 0
    for given in shorter:
        while at < len(longer) and not _agree(given, longer[at]):
            at += 1
        if at == len(longer):
            return False
        at += 1
    return True


def _agree(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])

