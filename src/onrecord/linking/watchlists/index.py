"""A loaded list made fast to look up: names of persons, names of everything else, and the entries themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from onrecord.linking.watchlists.entries import EntryType, NameQuality, WatchEntry, WatchList, WatchName
from onrecord.linking.watchlists.keys import keys
from onrecord.linking.watchlists.name_table import (
    ARTICLE,
    FAMILY,
    FORM,
    ORDERED,
    PATRONYMIC,
    SOFT,
    NameTable,
    NameTableBuilder,
)
from onrecord.linking.watchlists.organization_names import (
    ACRONYM,
    INITIALS,
    acronym,
    bracketed,
    initials,
    organization_name,
)
from onrecord.linking.watchlists.person_names import PersonName, person_names
from onrecord.linking.watchlists.romanization import EASTERN, eastern_key
from onrecord.linking.watchlists.sounds import lumped
from onrecord.linking.watchlists.tables import organization_words, same_names

VERSION: Final = 1
"""Of the arrays and the rules that made them; an index of another version is made again from its entries."""

SOUND: Final = "%"
"""Begins the keys by which it is counted how many entries bear a word."""

_PERSONS: Final = frozenset({EntryType.PERSON, EntryType.UNKNOWN})
_TRANSPORT: Final = frozenset({EntryType.VESSEL, EntryType.AIRCRAFT})


@dataclass(frozen=True, slots=True)
class ListIndex:
    """One list ready to be asked.

    Attributes:
        name, date, notes: as of the list.
        persons: names of persons and of entries of unknown type.
        bodies: names of everything that is no person.
        text: uint8[bytes], the entries as JSON in UTF-8; at: int64[entries + 1].
    """

    name: str
    date: str | None
    notes: tuple[str, ...]
    persons: NameTable
    bodies: NameTable
    text: npt.NDArray[np.uint8]
    at: npt.NDArray[np.int64]
    _read: dict[int, WatchEntry] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.at) - 1

    def entry(self, number: int) -> WatchEntry:
        known = self._read.get(number)
        if known is None:
            known = _entry(json.loads(self.text[self.at[number] : self.at[number + 1]].tobytes()))
            self._read[number] = known
        return known

    def entries(self) -> Iterable[WatchEntry]:
        return (self.entry(number) for number in range(len(self)))

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """All arrays by name, to be stored."""
        return {
            "text": self.text,
            "at": self.at,
            **self.persons.arrays("persons"),
            **self.bodies.arrays("bodies"),
        }


def build(watch_list: WatchList) -> ListIndex:
    """The index of a list, a pure function of it."""
    persons, bodies = NameTableBuilder(), NameTableBuilder()
    blobs = []
    for number, entry in enumerate(watch_list.entries):
        blobs.append(json.dumps(_object(entry), ensure_ascii=False, separators=(",", ":")).encode())
        for ordinal, name in enumerate(entry.names):
            if entry.type in _PERSONS:
                _add_person(persons, number, ordinal, name)
            if entry.type is not EntryType.PERSON:
                _add_body(bodies, number, ordinal, name, entry.type)
    at = np.concatenate([[0], np.cumsum([len(blob) for blob in blobs], dtype=np.int64)]).astype(np.int64)
    text = np.frombuffer(b"".join(blobs), np.uint8)
    return ListIndex(watch_list.name, watch_list.date, watch_list.notes, persons.table(), bodies.table(), text, at)


def from_arrays(
    name: str, date: str | None, notes: tuple[str, ...], arrays: Mapping[str, npt.NDArray[np.generic]]
) -> ListIndex:
    """The index back from ``ListIndex.arrays``.

    Raises:
        KeyError: an array is missing.
    """
    persons, bodies = NameTable.from_arrays(arrays, "persons"), NameTable.from_arrays(arrays, "bodies")
    return ListIndex(name, date, notes, persons, bodies, arrays["text"], arrays["at"])  # type: ignore[arg-type]


def entries_of(arrays: Mapping[str, npt.NDArray[np.generic]]) -> tuple[WatchEntry, ...]:
    """The entries alone, which the arrays of every version hold.

    Raises:
        KeyError: an array is missing.
    """
    text, at = arrays["text"], arrays["at"].tolist()
    return tuple(_entry(json.loads(text[start:end].tobytes())) for start, end in pairwise(at))


def _add_person(builder: NameTableBuilder, entry: int, ordinal: int, listed: WatchName) -> None:
    for name in person_names(listed.text):
        rows = [
            (word.text, word.family * FAMILY | word.patronymic * PATRONYMIC | word.soft * SOFT) for word in name.words
        ]
        rows[0] = (rows[0][0], rows[0][1] | name.ordered * ORDERED)
        builder.add(entry, ordinal, listed.quality, rows, len(name.core), _person_keys(name))


def _person_keys(name: PersonName) -> set[str]:
    found: set[str] = set()
    before = ""
    for word in name.words:
        if word.initial:
            before = ""
            continue
        found |= word_keys(word.text) | {sound_key(word.text)}
        if before and not word.text.startswith(EASTERN):
            found |= keys(before + word.joined + word.text)
            found |= keys(word.joined + word.text) if word.joined else set()
        before = word.text
    return found


def word_keys(word: str) -> frozenset[str]:
    """The keys under which a word of a name is stored."""
    if word.startswith(EASTERN):
        return frozenset({eastern_key(word), *keys(word[2:])})
    return keys(word) | same_name_key(word)


def sound_key(word: str) -> str:
    """The key under which all spellings of a word are counted."""
    return SOUND + (eastern_key(word) if word.startswith(EASTERN) else lumped(word))


def same_name_key(word: str) -> frozenset[str]:
    """The key that the forms of one given name share, where the table has them."""
    number = same_names().get(word)
    return frozenset() if number is None else frozenset({f"@{number}"})


def _add_body(builder: NameTableBuilder, entry: int, ordinal: int, listed: WatchName, kind: EntryType) -> None:
    text = listed.text
    parts = [text, *(part for part in text.split("/") if "/" in text and len(part.strip()) > 3)]
    inner = [part for part in bracketed(text) if part]
    parts += [part for part in inner if acronym(part) is None]
    for number, part in enumerate(dict.fromkeys(parts)):
        name = organization_name(part)
        if name is None:
            continue
        found = {key for word in name.words for key in (*keys_of_body_word(word), sound_key(word))}
        for first, second in pairwise(name.words):
            found |= keys(first + second)
        if number == 0 and kind not in _TRANSPORT:
            last = [one for one in inner if text.rstrip(" .").endswith((f"({one})", f"[{one}]", one))]
            found |= {ACRONYM + short for short in (acronym(one) for one in (text, *last)) if short}
            made = initials(text)
            found |= {INITIALS + made} if made else set()
        rows = [(word, 0) for word in name.words]
        rows[0] = (rows[0][0], name.article * ARTICLE | name.form * FORM)
        builder.add(entry, ordinal, listed.quality, rows, len(significant(name.words)), found)


def keys_of_body_word(word: str) -> frozenset[str]:
    """The keys under which a word of an organization's name is found: its group for words that many bear."""
    known = organization_words().get(word)
    return frozenset({f"={known.group}"}) if known else keys(word)


def significant(words: Iterable[str]) -> tuple[str, ...]:
    """The words of an organization's name that the other name must have too; all where none would be left."""
    words = tuple(words)
    table = organization_words()
    return tuple(word for word in words if word not in table or not table[word].optional) or words


def _object(entry: WatchEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "type": entry.type.value,
        "names": [[name.text, name.quality.value] for name in entry.names],
        "births": entry.births,
        "countries": entry.countries,
        "titles": entry.titles,
        "designations": entry.designations,
        "program": entry.program,
        "remarks": entry.remarks,
    }


def _entry(read: dict[str, Any]) -> WatchEntry:
    return WatchEntry(
        id=read["id"],
        type=EntryType(read["type"]),
        names=tuple(WatchName(text, NameQuality(quality)) for text, quality in read["names"]),
        births=tuple(read["births"]),
        countries=tuple(read["countries"]),
        titles=tuple(read["titles"]),
        designations=tuple(read["designations"]),
        program=read["program"],
        remarks=read["remarks"],
    )
