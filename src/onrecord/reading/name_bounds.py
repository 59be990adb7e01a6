"""Where names begin and end: what the model cuts in two is joined, what it glues is parted, and what belongs to no name
is cut off.

A name is a run of units. Only what stands between units, their case, what is known of names, and how the words hang
together is looked at, so that a rule holds for names that nobody has seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.reading.finding import Run
from onrecord.reading.labels import MENTION_TYPES
from onrecord.reading.name_agreement import agreed
from onrecord.reading.name_parts import parted
from onrecord.reading.name_runs import Name
from onrecord.reading.name_signs import WIDELY, plain
from onrecord.reading.name_tables import Where, demonyms, known_names, name_words
from onrecord.reading.name_types import head_of, judge
from onrecord.reading.quoted_titles import with_titles
from onrecord.reading.source_function_words import CALENDAR, PARTICLES, TITLES
from onrecord.reading.source_nouns import Noun, classify
from onrecord.reading.syntax import Syntax
from onrecord.types import MentionType

_PERSON: Final = MENTION_TYPES.index(MentionType.PERSON.value)
_ORGANIZATION: Final = MENTION_TYPES.index(MentionType.ORGANIZATION.value)
_OFFICES: Final = frozenset(
    "mr mrs ms miss mx dr prof professor president minister prime senator sen representative rep congressman "
    "congresswoman governor gov mayor secretary chancellor premier ambassador officer sheriff sergeant sgt lieutenant "
    "lt captain capt colonel col gen admiral chairman chairwoman spokesman spokeswoman detective inspector judge "
    "justice".split()
)
"""Titles that are no part of a person's name; "Pope", "King", "Lady" and the like mostly are."""
_FAMILY: Final = frozenset({"compound", "flat", "goeswith", "fixed", "nummod", "amod"})
"""Relations between words of one name."""
_LETTERS: Final = 12
"""Letters of an acronym with dots."""
_LONGEST: Final = 24
"""Units of a name to which rules apply; what is longer is mostly no name, and must not cost more than it is worth."""
_LINKS: Final = frozenset({"of", "of the", "for", "for the", "on"})
"""Words between two names that may be one."""


def settled_names(text: str, syntax: Syntax, names: Sequence[Name]) -> list[Name]:
    """The names of a passage with their bounds and types put right, in text order, without overlap.

    Args:
        names: what the model found, in text order.
    """
    work = _Bounds(text, syntax)
    whole = with_titles(text, syntax, [work.spelled(name) for name in names])
    parts = [part for name in whole for part in parted(text, syntax, name)]
    kept = [trimmed for part in parts if (trimmed := work.trimmed(part)) is not None]
    joined = work.joined(work.grown(kept))
    words = [work.words(name) for name in joined]
    judged = [
        judge(said, work.before(name), work.after(name), MentionType(MENTION_TYPES[name.type]))
        for said, name in zip(words, joined, strict=True)
    ]
    return [
        work.without_office(Name(name.run, MENTION_TYPES.index(kind.value)))
        for name, kind in zip(joined, agreed(words, judged), strict=True)
        if kind is not None
    ]


@dataclass(frozen=True, slots=True)
class _Bounds:
    text: str
    syntax: Syntax

    def words(self, name: Name) -> list[str]:
        """The words of a name as written."""
        return self._between(*name.run).split()

    def before(self, name: Name) -> str:
        """What stands before a name in its line."""
        start = int(self.syntax.start[name.run[0]])
        return self.text[max(0, start - WIDELY) : start].rpartition("\n")[2]

    def after(self, name: Name) -> str:
        """What stands after a name in its line."""
        end = int(self.syntax.end[name.run[1]])
        return self.text[end : end + WIDELY].partition("\n")[0]

    def spelled(self, name: Name) -> Name:
        """A name with all letters of the acronym with dots that it begins or ends in ("U.S.")."""
        first, last = name.run
        floor, limit = max(0, first - _LETTERS), min(len(self.syntax) - 1, last + _LETTERS)
        while first > floor and self._are_initials(first - 1):
            first -= 1
        while last < limit and self._are_initials(last):
            last += 1
        return Name((first, last), name.type)

    def trimmed(self, name: Name) -> Name | None:
        """A name without words in small letters at its edges; ``None`` where nothing is left."""
        first, last = name.run
        while first <= last and self._is_small(first) and self._between(first, first) not in PARTICLES:
            first += 1
        while last > first and self._is_small(last):
            last -= 1
        return Name((first, last), name.type) if first <= last else None

    def grown(self, names: Sequence[Name]) -> list[Name]:
        """Names with the capitalized words beside them that hang together with them, up to the next name."""
        found: list[Name] = []
        for place, name in enumerate(names):
            floor = found[-1].run[1] + 1 if found else 0
            limit = names[place + 1].run[0] if place + 1 < len(names) else len(self.syntax)
            first, last = name.run
            floor, limit = max(floor, first - _LONGEST), min(limit, last + _LONGEST)
            while first > floor and self._goes_before(first - 1, Name((first, last), name.type)):
                first -= 1
            while last + 1 < limit and self._goes_after(last + 1, (first, last)):
                last += 1
            found.append(Name((first, last), name.type))
        return found

    def joined(self, names: Sequence[Name]) -> list[Name]:
        """Names with those made one that stand side by side and hang together."""
        found: list[Name] = []
        for name in names:
            if found and name.run[0] <= found[-1].run[1]:
                found[-1] = Name((found[-1].run[0], max(found[-1].run[1], name.run[1])), found[-1].type)
            elif found and self._are_one(found[-1], name):
                found[-1] = Name((found[-1].run[0], name.run[1]), self._type_of_both(found[-1], name))
            else:
                found.append(name)
        return found

    def without_office(self, name: Name) -> Name:
        """The name of a person without the offices before it."""
        first, last = name.run
        if name.type == _PERSON:
            while first < last and self.syntax.word(first) in _OFFICES:
                first += 1
        return Name((first, last), name.type)

    def _goes_before(self, unit: int, name: Name) -> bool:
        if self._gap(unit) != " " or not self._hang_together((unit, unit), name.run, _FAMILY):
            return False
        if plain(self._between(unit, unit)) in demonyms():
            return self._between(unit, unit)[:1].isupper() and self._is_body(name)
        return self._is_name_word(unit)

    def _goes_after(self, unit: int, run: Run) -> bool:
        return (
            self._gap(unit - 1) == " "
            and self._is_name_word(unit)
            and classify(self.syntax.word(unit)) is not Noun.PERSON
            and self._hang_together(run, (unit, unit), _FAMILY)
        )

    def _is_name_word(self, unit: int) -> bool:
        """Whether a word is written as part of a name and is no title, day or demonym."""
        written = self._between(unit, unit)
        word = plain(written)
        return (
            written[:1].isupper()
            and self.syntax.pos_of(unit) == "PROPN"
            and word not in TITLES
            and word not in CALENDAR
            and word not in demonyms()
        )

    def _is_body(self, name: Name) -> bool:
        """Whether a name says of itself that it is a body's: "Foreign Ministry" may be "Norwegian"."""
        if name.type != _ORGANIZATION:
            return False
        sign = name_words()[Where.LAST].get(head_of([plain(word) for word in self.words(name)])[-1])
        return sign is not None and sign.sure and sign.type is MentionType.ORGANIZATION

    def _are_one(self, one: Name, other: Name) -> bool:
        if other.run[1] - one.run[0] >= _LONGEST:
            return False
        between = self.text[self.syntax.end[one.run[1]] : self.syntax.start[other.run[0]]]
        if other.run[0] == one.run[1] + 1:
            return between in (" ", "-", " & ") and self._belong(one, other)
        return between.strip().lower() in _LINKS and "\n" not in between and self._is_of(one, other)

    def _belong(self, one: Name, other: Name) -> bool:
        """Whether two names side by side are parts of one."""
        words, more = [plain(word) for word in self.words(one)], [plain(word) for word in self.words(other)]
        if " ".join([*words, *more]) in known_names():
            return True
        said = " ".join(words)
        if {said, more[0]} & CALENDAR or {words[-1], more[0]} & TITLES or not self.words(other)[0][:1].isupper():
            return False
        if (said in demonyms() or said in known_names()) and not self._is_body(other):
            return False
        if one.type == other.type == _PERSON and len(words) > 1 and len(more) > 1:
            return False
        return self._hang_together(one.run, other.run, _FAMILY)

    def _is_of(self, one: Name, other: Name) -> bool:
        """Whether a name with its "of" goes on with another: "Ministry of Trade"."""
        last = plain(self.words(one)[-1])
        sign = name_words()[Where.LAST].get(last)
        if sign is None or not sign.sure or last in TITLES or _PERSON in (one.type, other.type):
            return False
        return self._hang_together(one.run, other.run, frozenset({"nmod"}))

    def _hang_together(self, one: Run, other: Run, relations: frozenset[str]) -> bool:
        """Whether a word of one run hangs on a word of the other by one of some relations.

        One stands before the other.
        """
        one, other = (max(one[0], one[1] - _LONGEST), one[1]), (other[0], min(other[1], other[0] + _LONGEST))
        for here, there in ((one, other), (other, one)):
            for unit in range(here[0], here[1] + 1):
                head = self.syntax.head_of(unit)
                if head is not None and there[0] <= head <= there[1]:
                    return self.syntax.relation_of(unit) in relations
        return False

    def _type_of_both(self, one: Name, other: Name) -> int:
        """The last part says what the whole is, but for persons' names, and for what goes on with "of"."""
        if other.run[0] > one.run[1] + 1:
            return one.type
        flat = self.syntax.relation_of(other.run[0]) == "flat"
        return _PERSON if flat and _PERSON in (one.type, other.type) else other.type

    def _between(self, first: int, last: int) -> str:
        return self.text[self.syntax.start[first] : self.syntax.end[last]]

    def _gap(self, unit: int) -> str:
        """What stands after a unit."""
        return self.text[self.syntax.end[unit] : self.syntax.start[unit + 1]]

    def _are_initials(self, unit: int) -> bool:
        """Whether a unit and the next are letters with nothing but a dot between them."""
        if self._gap(unit) != ".":
            return False
        letters = (self._between(unit, unit), self._between(unit + 1, unit + 1))
        return all(len(letter) == 1 and letter.isupper() for letter in letters)

    def _is_small(self, unit: int) -> bool:
        """Whether a unit is a word in small letters, and no part of one with a hyphen ("Kwok-kin")."""
        word = self._between(unit, unit)
        return word.islower() and (word == "s" or not unit or self._gap(unit - 1) != "-")
