"""The word tables beside this module: titles, legal forms, common names and the like, read once when first asked for.

They are plain text, so that a person can read and correct them; ``#`` begins a comment.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.linking.watchlists.fold import fold


def _lines(name: str) -> list[str]:
    text = (files("onrecord.linking.watchlists") / "tables" / f"{name}.txt").read_text("utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def titles() -> frozenset[str]:
    """Words before or after a person's name that are no part of it."""
    return frozenset(word for line in _lines("titles") if not line.startswith("|") for word in line.split())


@cache
def titles_or_names() -> frozenset[str]:
    """Titles that some people bear as a name ("Hafiz", "Khan")."""
    return frozenset(word for line in _lines("titles") if line.startswith("|") for word in line[1:].split())


@cache
def forms() -> frozenset[str]:
    """Words for a company's legal form."""
    return frozenset(word for line in _lines("forms") if not line.startswith("=") for word in line.split())


@cache
def form_phrases() -> tuple[tuple[str, ...], ...]:
    """Legal forms of several words, the longest first."""
    phrases = [tuple(line[1:].split()) for line in _lines("forms") if line.startswith("=")]
    return tuple(sorted(phrases, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class OrganizationWord:
    """A word that many organizations bear.

    Attributes:
        group: number of the group of words that say the same.
        optional: it says only that this is an organization, and may be missing.
        foreign: it is not the English word of its group.
    """

    group: int
    optional: bool
    foreign: bool = False


@cache
def organization_words() -> dict[str, OrganizationWord]:
    """The words of ``organization_words.txt``, each with its group."""
    found: dict[str, OrganizationWord] = {}
    for number, line in enumerate(_lines("organization_words")):
        english, _, foreign = line.lstrip("~:").partition("+")
        words = [(word, False) for word in english.split()] + [(word, True) for word in foreign.split()]
        for place, (word, is_foreign) in enumerate(words):
            group = -1000 * number - place if line.startswith(":") else number
            found.setdefault(word, OrganizationWord(group, line.startswith("~"), is_foreign))
    return found


@cache
def common_names() -> frozenset[str]:
    """Names of persons that a great many people bear, folded."""
    return frozenset(part for line in _lines("common_names") for part in fold(line).replace("-", " ").split())


@cache
def ordinary_words() -> frozenset[str]:
    """Words that alone do not tell an organization from a namesake."""
    return frozenset(word for line in _lines("ordinary_words") for word in line.split())


@cache
def known_acronyms() -> frozenset[str]:
    """Acronyms that everybody knows as something that is on no list."""
    return frozenset(word for line in _lines("known_acronyms") for word in line.split())


@cache
def same_names() -> dict[str, int]:
    """For forms of one given name in several languages, the number of that name."""
    return {word: number for number, line in enumerate(_lines("same_names")) for word in line.split()}


@cache
def distinct_names() -> frozenset[tuple[str, str]]:
    """Pairs of names, in both orders, that look alike and are not the same."""
    return frozenset(
        (a, b) for line in _lines("distinct_names") for a in line.split() for b in line.split() if a != b
    )


@cache
def country_words() -> dict[str, str]:
    """Names of countries and words for what comes from there, folded, each with a country it may mean."""
    return {words: country for words, country in _countries() if country}


@cache
def countries_of() -> dict[str, frozenset[str]]:
    """For a name of a country or a word for what comes from there, all countries it may mean ("Korean")."""
    found: dict[str, set[str]] = {}
    for words, country in _countries():
        found.setdefault(words, set()).add(country)
    return {words: frozenset(countries) for words, countries in found.items()}


def _countries() -> list[tuple[str, str]]:
    pairs = []
    for line in _lines("countries"):
        names, _, origins = line.partition("|")
        country, *others = (fold(name) for name in names.split(";") if name.strip())
        pairs += [(words, country) for words in (country, *others, *fold(origins).split())]
    return pairs
