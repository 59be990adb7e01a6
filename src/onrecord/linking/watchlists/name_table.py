"""Many names in a few arrays, found by the keys of their words.

A name is a row of word numbers. Postings lead from a key (``sounds.keys``) to the names that have a word with that key,
so that names sharing several words with a sought one are found by counting, without comparing any letters. The arrays
are flat (compressed sparse rows): part ``i`` of ``data`` is ``data[offsets[i]:offsets[i + 1]]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from onrecord.linking.watchlists.entries import NameQuality

Ints = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.uint8]

KEY_LENGTH: Final = 16
"""Bytes of a key that are kept; names differ long before."""

QUALITIES: Final = tuple(NameQuality)

FAMILY: Final = 1
PATRONYMIC: Final = 2
SOFT: Final = 4
ORDERED: Final = 8
"""On the first word of a name: the list says which words are the family name."""
ARTICLE: Final = 16
"""On the first word: the name begins with the Arabic article."""
FORM: Final = 32
"""On the first word: the name has a legal form, which is left out."""


@dataclass(frozen=True, slots=True)
class NameTable:
    """Names and where to find them.

    Attributes:
        word_text: uint8[bytes], all words in UTF-8; word_at: int32[words + 1].
        name_words: int32, word numbers name by name; name_flags: uint8, beside them; name_at: int32[names + 1].
        entry: int32[names], the entry a name belongs to; ordinal: int32[names], which of the entry's names it is.
        needed: uint8[names], how many of its words must be matched at least.
        quality: uint8[names], what the list says of the name, as a place in ``QUALITIES``.
        keys: bytes[KEY_LENGTH][keys], sorted; postings: int32, names key by key; posting_at: int32[keys + 1].
    """

    word_text: Bytes
    word_at: Ints
    name_words: Ints
    name_flags: Bytes
    name_at: Ints
    entry: Ints
    ordinal: Ints
    needed: Bytes
    quality: Bytes
    keys: npt.NDArray[np.bytes_]
    postings: Ints
    posting_at: Ints
    _decoded: dict[int, str] = field(default_factory=dict, repr=False, compare=False)
    _places: dict[bytes, tuple[int, int]] = field(default_factory=dict, repr=False, compare=False)
    _entries: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.entry)

    def words_of(self, name: int) -> tuple[list[str], list[int]]:
        """The words of a name and their flags."""
        start, end = self.name_at[name], self.name_at[name + 1]
        return [self._word(word) for word in self.name_words[start:end].tolist()], self.name_flags[start:end].tolist()

    def _word(self, number: int) -> str:
        known = self._decoded.get(number)
        if known is None:
            known = self.word_text[self.word_at[number] : self.word_at[number + 1]].tobytes().decode("utf-8")
            self._decoded[number] = known
        return known

    def quality_of(self, name: int) -> NameQuality:
        """What the list says of a name."""
        return QUALITIES[int(self.quality[name])]

    def having(self, keys: Iterable[str]) -> Ints:
        """Numbers of the names that have a word with one of the keys; a number may come twice."""
        if not self._places:
            self._places.update(zip(self.keys.tolist(), pairwise(self.posting_at.tolist()), strict=True))
            self._places.setdefault(b"", (0, 0))  # so that the map of an empty table is not made again
        places = [self._places[key] for key in _stored(frozenset(keys)) if key in self._places]
        parts = [self.postings[start:end] for start, end in places]
        if len(parts) == 1:
            return parts[0]
        return np.concatenate(parts) if parts else np.zeros(0, np.int32)

    def hits(self, words: Iterable[Iterable[str]], pairs: Iterable[Iterable[str]], least: int) -> Bytes | None:
        """For each name, how many of the sought words it has; ``None`` where no name can have ``least`` of them.

        Arguments:
            words: the keys of each word; pairs: the keys of two words written as one, which count as two.
        """
        single = [found for found in map(self.having, words) if len(found)]
        double = [found for found in map(self.having, pairs) if len(found)]
        if len(single) + 2 * len(double) < least:
            return None
        counts = np.zeros(len(self), np.uint8)
        for weight, parts in ((1, single), (2, double)):
            for found in parts:
                counts[found] += weight  # a name that comes twice is counted once
        return counts

    def entries_with(self, key: str) -> int:
        """How many entries have a name that is stored under a key."""
        known = self._entries.get(key)
        if known is None:
            known = len(set(self.entry[self.having([key])].tolist()))
            self._entries[key] = known
        return known

    def arrays(self, prefix: str) -> dict[str, npt.NDArray[np.generic]]:
        """The arrays by name, to be stored."""
        return {f"{prefix}.{name}": getattr(self, name) for name in ARRAYS}

    @staticmethod
    def from_arrays(arrays: Mapping[str, npt.NDArray[np.generic]], prefix: str) -> NameTable:
        """The table back from ``arrays``.

        Raises:
            KeyError: an array is missing.
        """
        return NameTable(*(arrays[f"{prefix}.{name}"] for name in ARRAYS))  # type: ignore[arg-type]


ARRAYS: Final = tuple(name for name in NameTable.__dataclass_fields__ if not name.startswith("_"))


@lru_cache(maxsize=16384)
def _stored(keys: frozenset[str]) -> tuple[bytes, ...]:
    """Keys as they are stored."""
    return tuple(key.encode()[:KEY_LENGTH] for key in keys)


class NameTableBuilder:
    """Takes names one by one and gives the table."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._name_words: list[int] = []
        self._flags: list[int] = []
        self._name_at = [0]
        self._entry: list[int] = []
        self._ordinal: list[int] = []
        self._needed: list[int] = []
        self._quality: list[int] = []
        self._postings: dict[bytes, list[int]] = {}

    def add(
        self,
        entry: int,
        ordinal: int,
        quality: NameQuality,
        words: Iterable[tuple[str, int]],
        needed: int,
        keys: Iterable[str],
    ) -> None:
        """One name: its words with flags, and the keys under which it is to be found."""
        number = len(self._entry)
        for word, flags in words:
            self._name_words.append(self._words.setdefault(word, len(self._words)))
            self._flags.append(flags)
        self._name_at.append(len(self._name_words))
        self._entry.append(entry)
        self._ordinal.append(ordinal)
        self._needed.append(min(needed, 255))
        self._quality.append(QUALITIES.index(quality))
        for key in {key.encode()[:KEY_LENGTH] for key in keys}:
            self._postings.setdefault(key, []).append(number)

    def table(self) -> NameTable:
        encoded = [word.encode() for word in self._words]
        keys = sorted(self._postings)
        return NameTable(
            word_text=np.frombuffer(b"".join(encoded), np.uint8),
            word_at=_offsets([len(word) for word in encoded]),
            name_words=np.array(self._name_words, np.int32),
            name_flags=np.array(self._flags, np.uint8),
            name_at=np.array(self._name_at, np.int32),
            entry=np.array(self._entry, np.int32),
            ordinal=np.array(self._ordinal, np.int32),
            needed=np.array(self._needed, np.uint8),
            quality=np.array(self._quality, np.uint8),
            keys=np.array(keys, dtype=f"S{KEY_LENGTH}"),
            postings=np.array([name for key in keys for name in self._postings[key]], np.int32),
            posting_at=_offsets([len(self._postings[key]) for key in keys]),
        )


def _offsets(lengths: list[int]) -> Ints:
    return np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]).astype(np.int32)
