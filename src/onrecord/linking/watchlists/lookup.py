"""From a name in a document to the listed names that share enough words with it to be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from onrecord.linking.watchlists.acronyms import Found, compare_acronyms, support
from onrecord.linking.watchlists.answers import Answer, Comparison
from onrecord.linking.watchlists.context import Context
from onrecord.linking.watchlists.entries import EntryType
from onrecord.linking.watchlists.facts import COUNTRY, NO_FACTS, Facts, shared_titles
from onrecord.linking.watchlists.index import ListIndex, keys_of_body_word, same_name_key, significant, sound_key
from onrecord.linking.watchlists.keys import keys, sought_keys
from onrecord.linking.watchlists.name_table import Bytes, NameTable
from onrecord.linking.watchlists.organization_names import ACRONYM, INITIALS, acronym, organization_name
from onrecord.linking.watchlists.organizations import compare_organizations
from onrecord.linking.watchlists.person_names import PersonName, person_name, person_names
from onrecord.linking.watchlists.persons import compare_persons
from onrecord.linking.watchlists.romanization import EASTERN, eastern_key
from onrecord.linking.watchlists.tables import organization_words
from onrecord.linking.watchlists.weights import body_weight, known_from_list, person_weight

MOST_COMPARED: Final = 40
"""Listed names that one name is compared with, those sharing most words first."""
MOST_READINGS: Final = 3
"""Readings of one name that are looked up."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A listed name that was compared with a written one and may be it.

    Attributes:
        entry: number of the entry in the index; listed: its name as the list writes it.
        titles: honorifics of the listed name.
        facts: what in the document speaks for the entry, beside its name.
    """

    entry: int
    listed: str
    comparison: Comparison
    titles: tuple[str, ...] = ()
    facts: Facts = NO_FACTS


def persons_like(index: ListIndex, text: str, titles: Callable[[], tuple[str, ...]]) -> Iterator[Hit]:
    """Entries that a person's name may mean.

    Arguments:
        titles: gives the honorifics with which the text mentions the person; asked only where they matter.
    """
    for name in person_names(text)[:MOST_READINGS]:
        yield from _persons_like(index, name, titles)


def _persons_like(index: ListIndex, name: PersonName, titles: Callable[[], tuple[str, ...]]) -> Iterator[Hit]:
    table = index.persons
    sought = [_person_keys(word.text) for word in name.words if not word.initial]
    if not sought or len(name.words) > 8:
        return
    sought += [sought_keys(word.joined + word.text) for word in name.words if word.joined]
    pairs = [
        keys(first.text + second.joined + second.text)
        for first, second in pairwise(name.words)
        if not first.initial and not second.initial and not first.text.startswith(EASTERN)
    ]
    several = sum(not word.initial for word in name.words) > 1
    counts = table.hits(sought, pairs, 2 if several else 1)
    if counts is None:
        return
    if several:
        candidates = np.flatnonzero(counts >= 2)
    elif len(name.words) > 2:
        candidates = np.flatnonzero(counts >= 1)
    else:
        candidates = np.flatnonzero((counts >= 1) & (table.needed == 1))
    weigh = _Weigh(table, len(index), person_weight)
    for number in _first(table, counts, candidates):
        words, flags = table.words_of(number)
        quality = table.quality_of(number)
        same_title = not several and _same_title(index, number, name, titles)
        comparison = compare_persons(name, words, flags, quality, weigh, same_title=same_title)
        if comparison.answer is not Answer.NONE:
            listed = index.entry(int(table.entry[number])).names[int(table.ordinal[number])].text
            yield Hit(int(table.entry[number]), listed, comparison, _titles(listed))


def _same_title(
    index: ListIndex, number: int, name: PersonName, titles: Callable[[], tuple[str, ...]]
) -> bool:
    """Whether text and list put the same honorific before a name."""
    entry = index.entry(int(index.persons.entry[number]))
    listed = (*entry.titles, *_titles(entry.names[int(index.persons.ordinal[number])].text))
    return bool(listed) and bool(shared_titles((*name.titles, *titles()), listed))


def _titles(text: str) -> tuple[str, ...]:
    name = person_name(text)
    return name.titles if name else ()


def _person_keys(word: str) -> frozenset[str]:
    if word.startswith(EASTERN):
        return frozenset({eastern_key(word), *sought_keys(word[2:])})
    return sought_keys(word) | same_name_key(word)


class _Weigh:
    """What a listed word tells on this list."""

    def __init__(self, table: NameTable, entries: int, weight: Callable[[str], float]) -> None:
        self._table, self._entries, self._weight = table, entries, weight

    def __call__(self, word: str) -> float:
        plain = self._weight(word)
        if plain <= 2.0:
            return plain
        return known_from_list(plain, self._table.entries_with(sound_key(word)), self._entries)


def _first(table: NameTable, counts: Bytes, candidates: npt.NDArray[np.intp]) -> list[int]:
    """The candidates that share most words, then the shortest names."""
    if len(candidates) > MOST_COMPARED:
        order = np.lexsort((table.needed[candidates], -counts[candidates].astype(np.int16)))
        candidates = candidates[order[:MOST_COMPARED]]
    return [int(number) for number in candidates]


def bodies_like(index: ListIndex, text: str, context: Callable[[], Context]) -> Iterator[Hit]:
    """Entries that an organization's name or acronym may mean.

    Arguments:
        context: gives what stands around the mentions; asked only where a name is found.
    """
    letters = acronym(text)
    if letters:
        yield from _by_acronym(index, letters, context)
    name = organization_name(text)
    if name is None or len(name.words) > 20 or (letters and len(name.words) == 1):
        return
    table = index.bodies
    words = significant(name.words)
    general = organization_words()
    weigh = _Weigh(table, len(index), body_weight)
    least = len(words) if len(words) < 4 or all(word in general for word in words) else len(words) - 1
    sought = [keys_of_body_word(word) if word in general else sought_keys(word) for word in words]
    counts = table.hits(sought, [keys(first + second) for first, second in pairwise(words)], least)
    if counts is None:
        return
    for number in _first(table, counts, np.flatnonzero(counts >= least)):
        listed_words, flags = table.words_of(number)
        comparison = compare_organizations(name, listed_words, flags[0], table.quality_of(number), weigh)
        if comparison.answer is Answer.NONE:
            continue
        entry = index.entry(int(table.entry[number]))
        listed = entry.names[int(table.ordinal[number])]
        facts = NO_FACTS
        if entry.type is EntryType.ORGANIZATION or entry.type is EntryType.UNKNOWN:
            speaks = support(entry, context(), name.words)
            facts = Facts((f"the text names {speaks}",), (), COUNTRY) if speaks else facts
        yield Hit(int(table.entry[number]), listed.text, comparison, (), facts)


def _by_acronym(index: ListIndex, letters: str, context: Callable[[], Context]) -> Iterator[Hit]:
    table = index.bodies
    for sign in (ACRONYM, INITIALS):
        numbers = sorted({int(number) for number in table.having([sign + letters])})
        entries = {int(table.entry[number]) for number in numbers}
        for number in numbers[:MOST_COMPARED]:
            entry = index.entry(int(table.entry[number]))
            listed = entry.names[int(table.ordinal[number])]
            found = Found(letters, sign == ACRONYM, len(entries) == 1, acronym(listed.text) is None)
            comparison = compare_acronyms(found, entry, listed.quality, context())
            if comparison.answer is not Answer.NONE:
                yield Hit(int(table.entry[number]), listed.text, comparison)
        if entries:
            return
