"""Names of organizations taken apart: legal forms off, words that many bear told from words that few do, acronyms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.linking.watchlists import tables
from onrecord.linking.watchlists.fold import CONSONANTS_ONLY, fold

ACRONYM: Final = "#"
"""Begins an acronym among the words of a name: ``#isisk``."""
INITIALS: Final = "##"
"""Begins an acronym that the list does not write, but that a name's initials make."""


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """A name of an organization.

    Attributes:
        words: folded, without legal forms and small words, in the order written.
        article: it begins with the Arabic article ("al-Qaida").
        form: a legal form was left out.
    """

    words: tuple[str, ...]
    article: bool = False
    form: bool = False


_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|\"([^\"]*)\"|\u201c([^\u201d]*)\u201d|'([^']{2,})'(?!\w)")
_ROUND = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORD = re.compile(rf"{CONSONANTS_ONLY}?[a-z0-9']+")
_POSSESSIVE = re.compile(r"'s(?= |$)|(?<=s)'(?= |$)")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}(?=\W|$)")
_AND = re.compile(r"\s*&\s*")
_SMALL: Final = frozenset(
    "the of and for in on at to by from with a an de del della di du des do da dos das la le les los el al y e i et en "
    "und der die das von van per wa fi bi li lil ul il as ash ad ar an az at o dlya v na".split()
)
_SUN = re.compile(r"^[aeiou](sh|[dnrstzlj])$")
_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|ar|an|az|at)[- ]")
_ACRONYM = re.compile(r"^[A-Z0-9][A-Za-z0-9]{0,7}(?:[-.&/][A-Za-z0-9]{1,5}){0,6}\.?$")
SHORTEST: Final = 3
"""Letters of the shortest acronym that is looked up at all."""
LONGEST: Final = 9


@lru_cache(maxsize=65536)
def organization_name(text: str) -> OrganizationName | None:
    """An organization's name taken apart; ``None`` where no word is left. What stands in brackets is not looked at."""
    folded = fold(_ROUND.sub(" ", text) if _ROUND.sub("", text).strip() else text)
    folded = _AND.sub(" and ", folded)
    folded = _DOTTED.sub(lambda found: found[0].replace(".", ""), folded)
    folded = _POSSESSIVE.sub("", folded)
    raw = [match[0].replace("'", "") for match in _WORD.finditer(folded)]
    written = len(raw)
    raw = [word for word in _without_forms(raw) if word]
    form = len(raw) < written
    words = []
    for at, word in enumerate(raw):
        sun = _SUN.match(word)
        following = raw[at + 1] if at + 1 < len(raw) else ""
        if word in _SMALL or (sun and following.startswith(sun[1])):
            continue
        words.append(word)
    if not words:
        words = raw
    return OrganizationName(tuple(words), bool(_ARTICLE.match(folded)), form) if words else None


def _without_forms(words: list[str]) -> list[str]:
    """The words without legal forms; all of them where nothing else would be left."""
    kept: list[str] = []
    at = 0
    phrases = tables.form_phrases()
    while at < len(words):
        phrase = next((one for one in phrases if tuple(words[at : at + len(one)]) == one), None)
        if phrase:
            at += len(phrase)
        else:
            kept.append(words[at])
            at += 1
    forms = tables.forms()
    firm = [word for word in kept if word not in forms]
    return firm or kept or words


def bracketed(text: str) -> tuple[str, ...]:
    """What stands in the brackets or quotation marks of a name."""
    return tuple(part.strip() for groups in _BRACKETS.findall(text) for part in groups if part.strip())


def acronym(text: str) -> str | None:
    """The letters of an acronym in lowercase (``ISIS-K`` is ``isisk``), or ``None`` if a text is none.

    An acronym is one word, possibly with hyphens or dots, most of whose letters are capitals.
    """
    text = re.sub(r"\s*([-\u2013\u2014])\s*", "-", re.sub(r"['\u2019]s$", "", text.strip()))
    if not text.isascii() or not _ACRONYM.match(text):
        return None
    letters = re.sub(r"[^A-Za-z0-9]", "", text)
    capitals = sum(letter.isupper() or letter.isdigit() for letter in letters)
    if not 2 <= len(letters) <= LONGEST or capitals < 2 or capitals <= 0.6 * len(letters) or letters.isdigit():
        return None
    return letters.lower()


def initials(text: str) -> str | None:
    """The acronym that the initials of a name's words make, or ``None`` for fewer than three words."""
    folded = _POSSESSIVE.sub("", fold(_ROUND.sub(" ", text)))
    words = [word for word in _WORD.findall(folded) if word not in _SMALL and not _SUN.match(word)]
    words = [word for word in words if word not in tables.forms()]
    made = "".join(word[0] for word in words)
    return made if SHORTEST <= len(made) <= LONGEST and made.isalpha() else None


def has_number(word: str) -> bool:
    """Whether a word is a number or holds one."""
    return not word.isalpha() and any(map(str.isdigit, word))
