"""Patterns over words, and an index that finds the longest ones that begin at a word.

An element of a pattern is a base form ("say" is also "said", "saying"), or a form as it stands ("believed" is only
"believed"); ``_`` stands for an object of one to six words, ``...`` for up to four words or none. Adverbs,
negations between the words of a pattern are passed over, in cues articles, too, so "be believed to" finds "is not
widely believed to" and "deny allegation" finds "denied the allegations".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from onrecord.reading.lexicon.inflection import base_forms
from onrecord.reading.lexicon.words import Word

Row = TypeVar("Row")

OBJECT: Final = "_"
GAP: Final = "..."

_MOST_FORMS = 50_000
"""Forms whose patterns are kept at hand: more than the vocabulary of a long report, and a few megabytes."""

_LONGEST_OBJECT = 6
_LONGEST_GAP = 4
_LONGEST_SKIP = 3
_ARTICLES: Final = frozenset("a an the his her its their our my your any this these those all both such".split())
_PASSED_OVER: Final = frozenset(
    "also now still then later again already ever even so too only just once first long since not n't never yet always "
    "often much so-called".split()
)
NO_ADVERBS: Final = frozenset(
    "only reply apply supply rely imply family early likely unlikely assembly july ally bully rally tally belly "
    "jelly ugly holy fly friendly deadly costly elderly lively lonely monthly weekly daily yearly italy lily".split()
)
"""Words in "-ly" that are no adverbs, or that say something of their own."""


@dataclass(frozen=True, slots=True)
class Found(Generic[Row]):
    """A pattern found in a list of words.

    Attributes:
        rows: the rows that have this pattern, in the order in which they are to be tried.
        at: places of its words in the list, without gaps and without words passed over.
        next: the place after its last word.
    """

    rows: tuple[Row, ...]
    at: tuple[int, ...]
    next: int

    @property
    def size(self) -> int:
        """How many words of the text the pattern names."""
        return len(self.at)


class Patterns(Generic[Row]):
    """An index of patterns by their first word."""

    def __init__(self, rows: Iterable[tuple[tuple[str, ...], Row]], *, articles: bool = False) -> None:
        """Index patterns with their rows.

        Args:
            articles: whether articles, too, are passed over between words.
        """
        self._passed_over = _PASSED_OVER | _ARTICLES if articles else _PASSED_OVER
        together: dict[tuple[str, ...], list[Row]] = {}
        for pattern, row in rows:
            together.setdefault(pattern, []).append(row)
        self._known: dict[str, tuple[tuple[tuple[str, ...], tuple[Row, ...]], ...]] = {}
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[Row, ...]]]] = {}
        for pattern, group in together.items():
            self._by_first.setdefault(pattern[0], []).append((pattern, tuple(group)))

    def at(self, words: Sequence[Word], place: int) -> list[Found[Row]]:
        """The patterns that begin at a word, longest first; of equal ones, those that name the form as it stands."""
        candidates = self._candidates(words[place].text)
        if not candidates:
            return []
        found = []
        for pattern, rows in candidates:
            places = _match(pattern, words, place, self._passed_over)
            if places is not None:
                found.append(Found(rows, places, places[-1] + 1))
        if len(found) > 1:
            found.sort(key=lambda one: -one.size)
        return found

    def _candidates(self, word: str) -> tuple[tuple[tuple[str, ...], tuple[Row, ...]], ...]:
        """The patterns whose first word a form may be, those that name the form as it stands first; kept by form."""
        known = self._known.get(word)
        if known is None:
            forms = dict.fromkeys((word, *base_forms(word)))
            known = tuple(pattern for form in forms for pattern in self._by_first.get(form, ()))
            if len(self._known) >= _MOST_FORMS:
                self._known.clear()
            self._known[word] = known
        return known

    def scan(self, words: Sequence[Word]) -> list[Found[Row]]:
        """All patterns in a list of words, left to right, longest first at each word; no two share a word."""
        found: list[Found[Row]] = []
        taken: set[int] = set()
        for place in range(len(words)):
            if place in taken or not self._candidates(words[place].text):
                continue
            longest = next((hit for hit in self.at(words, place) if taken.isdisjoint(hit.at)), None)
            if longest is not None:
                found.append(longest)
                taken.update(longest.at)
        return found


def _forms(word: Word) -> tuple[str, ...]:
    return base_forms(word.text)


def _match(
    pattern: tuple[str, ...], words: Sequence[Word], place: int, passed_over: frozenset[str]
) -> tuple[int, ...] | None:
    """Places of a pattern's words from ``place`` on; the nearest ones, where gaps leave a choice."""
    places = [place]
    at = place + 1
    element = 1
    while element < len(pattern):
        wanted = pattern[element]
        if wanted in (OBJECT, GAP):
            low, high = (1, _LONGEST_OBJECT) if wanted == OBJECT else (0, _LONGEST_GAP)
            element += 1
            hit = _nearest(pattern[element], words, at + low, at + high) if element < len(pattern) else None
        else:
            hit = _nearest_skipping(wanted, words, at, passed_over)
        if hit is None:
            return None
        places.append(hit)
        at = hit + 1
        element += 1
    return tuple(places)


def _nearest(wanted: str, words: Sequence[Word], low: int, high: int) -> int | None:
    for at in range(low, min(high + 1, len(words))):
        if wanted in _forms(words[at]):
            return at
        if words[at].after_break:
            return None
    return None


def _nearest_skipping(wanted: str, words: Sequence[Word], low: int, passed_over: frozenset[str]) -> int | None:
    for at in range(low, min(low + _LONGEST_SKIP + 1, len(words))):
        if wanted in _forms(words[at]):
            return at
        word = words[at].text
        adverb = word.endswith("ly") and word not in NO_ADVERBS
        if words[at].after_break or not (adverb or word in passed_over):
            return None
    return None
