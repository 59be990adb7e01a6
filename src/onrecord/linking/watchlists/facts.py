"""What else agrees or disagrees between an entity and an entry, beside the names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.linking.watchlists.agreement import Agreement, agree
from onrecord.linking.watchlists.context import Context, countries_in
from onrecord.linking.watchlists.entries import WatchEntry
from onrecord.linking.watchlists.fold import fold
from onrecord.linking.watchlists.sounds import lumped

BIRTH: Final = 2.0
ROLE: Final = 1.0
TITLE: Final = 0.5
COUNTRY: Final = 1.0
_YEARS_APART: Final = 1
"""Years between a birth that the text tells and the list's, up to which they agree: ages are counted from dates."""
_YEARS_AGAINST: Final = 3
_ABOUT: Final = 3
"""How far off a year that the list gives as approximate may be."""
_ROLE_WORDS: Final = frozenset(
    "of the and for in to a an at on by as is was former acting deputy first under regime general".split()
)
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Facts:
    """Agreements and disagreements, in words.

    Attributes:
        weight: what the agreements tell, on the scale of ``weights``.
    """

    agreeing: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    weight: float = 0.0


NO_FACTS: Final = Facts()


def person_facts(context: Context, entry: WatchEntry, listed_titles: tuple[str, ...]) -> Facts:
    """What text and entry say of a person: birth, nationality, title, office."""
    agreeing, against, weight = [], [], 0.0
    if context.births and entry.births:
        if any(_born(year, birth, _YEARS_APART) for year in context.births for birth in entry.births):
            agreeing.append(f"year of birth ({', '.join(entry.births)})")
            weight += BIRTH
        elif not any(_born(year, birth, _YEARS_AGAINST) for year in context.births for birth in entry.births):
            told = ", ".join(map(str, context.births))
            against.append(f"born {told} by the text, {', '.join(entry.births)} by the list")
    shared = shared_titles(context.titles, (*entry.titles, *listed_titles))
    if shared:
        agreeing.append(f"title ({shared[0]})")
        weight += TITLE
    office = _office(context.roles, entry.designations)
    if office:
        agreeing.append(f"office ({office})")
        weight += ROLE
    place = shared_country(context, entry) or shared_program(context, entry)
    if place:
        agreeing.append(f"the text names {place}")
        weight += COUNTRY
    return Facts(tuple(agreeing), tuple(against), weight)


def shared_titles(written: tuple[str, ...], listed: tuple[str, ...]) -> list[str]:
    """The honorifics that both have, in any spelling."""
    words = [word for title in listed for word in re.findall(r"[a-z]+", fold(title))]
    return [a for a in written if any(len(a) > 2 and agree(a, b) >= Agreement.SOUND for b in words)]


def shared_country(context: Context, entry: WatchEntry) -> str | None:
    """A country of the entry that the text names near the entity."""
    return next((country for country in entry.countries if entry_countries(country) & context.countries), None)


def shared_program(context: Context, entry: WatchEntry, written: Sequence[str] = ()) -> str | None:
    """A word of the program under which it is listed ("Taliban") that the text uses near the entity.

    Arguments:
        written: the words of the mention itself, which do not speak for it again.
    """
    words = [word for word in re.findall(r"[a-z]{4,}", fold(entry.program).replace("'", "")) if word not in _ROLE_WORDS]
    words = [word for word in words if all(agree(word, other) is Agreement.NONE for other in written)]
    named = (word.title() for word in words if word in context.names or lumped(word) in context.lumped)
    return next(named, None)


@lru_cache(maxsize=2048)
def entry_countries(text: str) -> frozenset[str]:
    """The country that a list means by its words for it."""
    return countries_in(re.sub(r"\([^)]*\)", " ", text)) or countries_in(text)


def _born(year: int, birth: str, apart: int) -> bool:
    years = [int(found) for found in _YEAR.findall(birth)]
    slack = apart + (_ABOUT if "~" in birth else 0)
    return bool(years) and min(years) - slack <= year <= max(years) + slack


def _office(roles: tuple[str, ...], designations: tuple[str, ...]) -> str | None:
    """The designation that shares two words with a role as written."""
    for role in roles:
        words = _content(role)
        for designation in designations:
            shared = words & _content(designation)
            if len(shared) >= 2 or (shared and len(words) == 1):
                return designation
    return None


def _content(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", fold(text))) - _ROLE_WORDS
