"""What a document says around the mentions of an entity that a watch list may also say of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from onrecord.linking.watchlists import tables
from onrecord.linking.watchlists.fold import fold
from onrecord.linking.watchlists.sounds import lumped
from onrecord.types import Span

AROUND: Final = 400
"""Code points on either side of a mention that are looked at."""
MENTIONS: Final = 5
"""Mentions around which is looked."""
NEAR: Final = 90
"""Code points after a mention in which a year of birth or an age is its own."""
_BEFORE: Final = 40

_WORD = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*")
_BORN = re.compile(r"\b(?:born|b\.)\s+(?:(?:on|in|around|about|circa|c\.)\s+)?(?:[A-Za-z0-9.,]+\s+){0,3}?(\d{4})\b")
_AGE = re.compile(r"^,? ?(?:aged? |now )?(\d{2})(?: years old)?(?=[,.);]|$)|\b(?:aged?|age of) (\d{2})\b")
_YEARS_OLD = re.compile(r"\b(\d{2})-year-old\b")


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of an entity's mentions.

    Attributes:
        words: folded words around the mentions and of the entity's offices.
        names: those of them that are only ever written with a capital, as names are.
        lumped: the names reduced to their sounds, for names are spelled in many ways.
        countries: countries that are named there, by name or by the word for what comes from them.
        titles: honorifics right before a mention ("mullah").
        roles: words of the entity's offices as written.
        births: years of birth that the text gives it.
    """

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    lumped: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    births: tuple[int, ...] = ()


def context_of(text: str, mentions: Iterable[Span], roles: tuple[str, ...], published: str | None) -> Context:
    """What stands around the first mentions of an entity.

    Arguments:
        published: ISO date that ages are counted from; without it, ages tell nothing.
    """
    places = sorted(mentions)[:MENTIONS]
    pieces, births = [], []
    for span in places:
        pieces.append(text[max(0, span.start - AROUND) : span.end + AROUND])
        births += _births(text, span, published)
    around = " ".join(pieces)
    written = set(_WORD.findall(around))
    small = {part for word in written if word[0].islower() for part in _folded(word)}
    names = {part for word in written if not word[0].islower() for part in _folded(word)} - small
    return Context(
        words=frozenset(names | small).union(*(_words(role) for role in roles)),
        names=frozenset(names),
        lumped=frozenset(lumped(word) for word in names if len(word) > 3),
        countries=countries_in(around),
        titles=titles_of(text, places),
        roles=roles,
        births=tuple(dict.fromkeys(births)),
    )


def titles_of(text: str, mentions: Iterable[Span]) -> tuple[str, ...]:
    """The honorifics with which an entity is first mentioned."""
    titles: list[str] = []
    for span in sorted(mentions)[:MENTIONS]:
        titles += titles_before(text[max(0, span.start - _BEFORE) : span.start])
        titles += [word for word in fold(span.of(text)).split() if word in tables.titles()]
    return tuple(dict.fromkeys(titles))


def titles_before(text: str) -> list[str]:
    """The honorifics in the run of words that ends a text ("acting First Deputy Prime Minister Mullah ")."""
    found: list[str] = []
    for word in reversed(fold(text.rpartition("\n")[2]).split()):
        bare = word.rstrip(".-")
        if bare not in tables.titles() and bare not in tables.titles_or_names():
            break
        found.append(bare)
    return found


def _words(text: str) -> list[str]:
    return [part for word in _WORD.findall(text) for part in _folded(word)]


@lru_cache(maxsize=32768)
def _folded(word: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z0-9]+", re.sub(r"'s$", "", fold(word)).replace("'", "").replace(".", "")))


@lru_cache(maxsize=256)
def countries_in(text: str) -> frozenset[str]:
    """The countries that a text names."""
    known, begin = tables.countries_of(), _beginnings()
    words = _words(text)
    found: set[str] = set()
    for at, word in enumerate(words):
        if word not in begin:
            continue
        for size in range(1, 5):
            phrase = " ".join(words[at : at + size])
            if phrase in known and phrase != "us":
                found |= known[phrase]
    return frozenset(found)


@cache
def _beginnings() -> frozenset[str]:
    """First words of the names of countries, and of what comes from them."""
    return frozenset(words.split()[0] for words in tables.countries_of() if words)


def _births(text: str, span: Span, published: str | None) -> list[int]:
    after = text[span.end : span.end + NEAR].split("\n", 1)[0]
    found = [int(year) for year in _BORN.findall(re.split(r"[.;] ", after, maxsplit=1)[0])]
    year = int(published[:4]) if published and published[:4].isdigit() else None
    if year is not None:
        ages = [first or second for first, second in _AGE.findall(after)]
        ages += _YEARS_OLD.findall(text[max(0, span.start - _BEFORE) : span.start])
        found += [year - int(age) for age in ages if int(age) >= 12]
    return found
