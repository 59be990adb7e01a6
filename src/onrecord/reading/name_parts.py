"""Names that the model took for one: "Irving, Texas", "Ana Duarte of the Harbor Party"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onrecord.reading.labels import MENTION_TYPES
from onrecord.reading.name_runs import Name
from onrecord.reading.name_signs import plain
from onrecord.reading.name_tables import known_names
from onrecord.reading.source_function_words import TITLES
from onrecord.reading.syntax import Syntax
from onrecord.types import MentionType

_PERSON: Final = MentionType.PERSON
_ORGANIZATION: Final = MentionType.ORGANIZATION
_GEOPOLITICAL: Final = MentionType.GEOPOLITICAL
_ANY_WORDS: Final = frozenset({MentionType.EVENT, MentionType.WORK, MentionType.OTHER})
"""Types whose names may hold any words ("Death in Venice")."""
_LISTING: Final = frozenset({MentionType.ORGANIZATION, MentionType.WORK, MentionType.OTHER})
"""Types whose names may hold a list ("Department of Health, Education and Welfare")."""
_SUFFIXES: Final = frozenset("inc ltd llc llp corp co plc jr sr ii iii iv md phd".split())
"""What stands after a comma and belongs to the name before it."""
_NEAR: Final = 12
"""Units before and after a cut that are looked at."""


def parted(text: str, syntax: Syntax, name: Name) -> Iterator[Name]:
    """The names in what the model took for one, each with a first guess of its type.

    Words in small letters between them are left at their edges.
    """
    first, last = name.run
    begin, kind = first, MentionType(MENTION_TYPES[name.type])
    for unit in range(first + 1, last + 1):
        after = _Cut(text, syntax, begin, unit, last).type_after(kind)
        if after is not None:
            yield Name((begin, unit - 1), MENTION_TYPES.index(kind.value))
            begin, kind = unit, after
    yield Name((begin, last), MENTION_TYPES.index(kind.value))


class _Cut:
    """A place inside a name where another may begin: before ``unit`` of the units ``begin`` to ``last``."""

    def __init__(self, text: str, syntax: Syntax, begin: int, unit: int, last: int) -> None:
        self._text, self._syntax = text, syntax
        self._begin, self._unit, self._last = max(begin, unit - _NEAR), unit, last
        self._reach = min(last, unit + _NEAR)

    def type_after(self, kind: MentionType) -> MentionType | None:
        """The type of what begins here, as far as the cut tells; ``None`` where the name goes on."""
        if "," in self._gap(self._unit):
            belongs = self._syntax.word(self._unit) in _SUFFIXES or (kind in _LISTING and self._is_list())
            return None if belongs else kind
        word = self._words(self._unit, self._unit)
        if self._unit == self._last or not word.islower():
            return None
        if word in ("in", "at", "from", "near"):
            return self._after_place_word(word, kind)
        if word == "and":
            return self._after_and(kind)
        of_a_body = word == "of" and kind is _PERSON and self._unit - self._begin > 1
        if of_a_body and plain(self._words(self._unit - 1, self._unit - 1)) not in TITLES:
            return _ORGANIZATION
        return None

    def _after_place_word(self, word: str, kind: MentionType) -> MentionType | None:
        rest = " ".join(plain(one) for one in self._words(self._unit + 1, self._reach).split()).removeprefix("the ")
        if kind in _ANY_WORDS and rest not in known_names():
            return None
        if word == "at" and "university" in self._words(self._begin, self._unit).lower():
            return None  # "University of Texas at Austin"
        return {"in": _GEOPOLITICAL, "from": _ORGANIZATION}.get(word, kind)

    def _after_and(self, kind: MentionType) -> MentionType | None:
        if kind is _PERSON:
            return _PERSON
        whole = " ".join(plain(one) for one in self._words(self._begin, self._reach).split())
        if kind is _GEOPOLITICAL and whole not in known_names():
            return _GEOPOLITICAL
        alone = self._unit - self._begin == 1 and self._words(self._begin, self._begin).isupper()
        return _ORGANIZATION if kind is _ORGANIZATION and alone else None

    def _is_list(self) -> bool:
        """Whether "and" follows."""
        ahead = range(self._unit, self._reach + 1)
        return any(self._words(unit, unit) == "and" or "&" in self._gap(unit) for unit in ahead)

    def _words(self, first: int, last: int) -> str:
        return self._text[self._syntax.start[first] : self._syntax.end[last]]

    def _gap(self, unit: int) -> str:
        """What stands before a unit."""
        return self._text[self._syntax.end[unit - 1] : self._syntax.start[unit]]
