"""Coreference of names inside one document, a pure function of all names of it and free of their order.

Full names of persons are told apart first; a surname or a given name alone then belongs to the one full name it fits.
Where it fits several, the reader's coreference may decide for single mentions; else it stays unresolved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.linking.bodies import (
    DEMONYMS,
    beginnings,
    initials,
    is_acronym,
    is_demonym,
    is_short_form,
    stems_of_demonym,
    without_form,
)
from onrecord.linking.given_names import gender_of_given_name
from onrecord.linking.names import words
from onrecord.linking.persons import Gender, gender_of, name_words, same_full_name
from onrecord.types import Mention, MentionForm, MentionType, Span

SURE = 0.6
"""Probability from which the reader may choose between two bearers of one name."""
PROMINENT = 3
"""How many times as often as any namesake somebody must be named for a surname alone to mean him."""
_PLACES = frozenset({MentionType.GEOPOLITICAL, MentionType.PLACE, MentionType.FACILITY})


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Mentions of one name or of several names of one entity.

    Attributes:
        members: places in the list of mentions.
        ambiguous: the full names that a short one may stand for, where there are several.
    """

    members: tuple[int, ...]
    type: MentionType
    ambiguous: tuple[str, ...] = ()


def group_names(
    text: str, mentions: Sequence[Mention], likely: Mapping[int, Sequence[tuple[int, float]]]
) -> list[NameGroup]:
    """The groups of all mentions that are names.

    Args:
        likely: for a mention's place, places of earlier mentions it may refer back to, with probabilities.
    """
    named = [at for at, mention in enumerate(mentions) if mention.name is not None]
    types = _types(text, mentions, named)
    persons = [at for at in named if types[at] is MentionType.PERSON]
    others = [at for at in named if types[at] is not MentionType.PERSON]
    return [*_persons(text, mentions, persons, likely), *_others(text, mentions, others, types)]


def _bare(text: str, mention: Mention) -> str:
    return (mention.name or mention.span).of(text)


def _span(mention: Mention) -> Span:
    return mention.span


def _key(bare: str) -> tuple[str, ...]:
    """The words of a name; a name of nothing but articles and the like ("The New") has itself for a word."""
    return tuple(words(bare)) or (bare.lower(),)


def _types(text: str, mentions: Sequence[Mention], named: Sequence[int]) -> dict[int, MentionType]:
    """One type for all mentions of the same words; a surname of somebody with a full name is a person's."""
    votes: dict[tuple[str, ...], Counter[MentionType]] = defaultdict(Counter)
    keys = {at: _key(_bare(text, mentions[at])) for at in named}
    for at in named:
        votes[keys[at]][mentions[at].type] += 1
    order = list(MentionType)
    best = {name: max(count, key=lambda kind: (count[kind], -order.index(kind))) for name, count in votes.items()}
    surnames = {name[-1] for name, kind in best.items() if kind is MentionType.PERSON and len(name) > 1}
    for name, kind in best.items():
        if len(name) == 1 and name[0] in surnames and kind not in _PLACES:
            best[name] = MentionType.PERSON
    return {at: best[keys[at]] for at in named}


def _persons(
    text: str,
    mentions: Sequence[Mention],
    places: Sequence[int],
    likely: Mapping[int, Sequence[tuple[int, float]]],
) -> list[NameGroup]:
    by_name: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in places:
        bare = _bare(text, mentions[at])
        by_name[name_words(bare) or _key(bare)].append(at)
    bearers = _Bearers(text, mentions, by_name)
    left: list[NameGroup] = []
    for name in sorted(name for name in by_name if len(name) == 1):
        left += bearers.share(name[0], by_name[name], likely)
    return [NameGroup(tuple(sorted(members)), MentionType.PERSON) for members in bearers.members] + left


class _Bearers:
    """Persons with full names, and which of them a surname or a given name alone means.

    Attributes:
        members: of each person, the places of all mentions.
    """

    def __init__(self, text: str, mentions: Sequence[Mention], by_name: Mapping[tuple[str, ...], list[int]]) -> None:
        self._text, self._mentions = text, mentions
        self.members: list[list[int]] = []
        self._names: list[list[tuple[str, ...]]] = []
        self._given: dict[tuple[str, str], list[int]] = defaultdict(list)
        """Persons by family name and any given name, or its first letter with a dot."""
        self._with_family_name: dict[str, list[int]] = defaultdict(list)
        self._with_given_name: dict[str, list[int]] = defaultdict(list)
        for name in sorted((name for name in by_name if len(name) > 1), key=lambda name: (-len(name), name)):
            self._add(name, by_name[name])
        self._person_of = {at: person for person, members in enumerate(self.members) for at in members}
        self._introduced = [self._name(members) for members in self.members]
        self._gender = [self._gender_of(person) for person in range(len(self.members))]

    def _first(self, places: Sequence[int]) -> Mention:
        return min((self._mentions[at] for at in places), key=_span)

    def _name(self, places: Sequence[int]) -> Span:
        """Where a name stands first."""
        first = self._first(places)
        return first.name or first.span

    def _add(self, name: tuple[str, ...], places: Sequence[int]) -> None:
        person = self._same(name)
        if person is None:
            person = len(self.members)
            self.members.append([])
            self._names.append([])
            self._with_family_name[name[-1]].append(person)
            self._with_given_name[name[0]].append(person)
        self._names[person].append(name)
        self.members[person].extend(places)
        for key in {key for given in name[:-1] for key in (given, given[0] + ".")}:
            self._given[name[-1], key].append(person)

    def _same(self, name: tuple[str, ...]) -> int | None:
        """The one person who may bear a full name, if there is just one."""
        given, family = name[0], name[-1]
        keys = (given + ".",) if len(given) == 1 else (given, given[0])
        found: int | None = None
        seen: set[int] = set()
        for person in (person for key in keys for person in self._given.get((family, key), ())):
            if person in seen:
                continue
            seen.add(person)
            if all(same_full_name(name, other) for other in self._names[person]):
                if found is not None:
                    return None
                found = person
        return found

    def _gender_of(self, person: int) -> Gender | None:
        shown = {_shown_gender(self._text, self._mentions[at]) for at in self.members[person]} - {None}
        if len(shown) == 1:
            return shown.pop()
        return None if shown else gender_of_given_name(self._names[person][0][0])

    def share(
        self, word: str, places: Sequence[int], likely: Mapping[int, Sequence[tuple[int, float]]]
    ) -> list[NameGroup]:
        """Give the mentions of one word to those whose name it is; the groups of those that nobody gets."""
        bearers = self._with_family_name.get(word) or self._with_given_name.get(word, [])
        agreeing = {shown: [one for one in bearers if self._agrees(one, shown)] for shown in (None, *Gender)}
        genders = {at: _shown_gender(self._text, self._mentions[at]) for at in places}
        chosen: dict[int, int] = {}
        among = set(bearers)
        for at in places:
            person = self._told(at, agreeing[genders[at]], among, likely)
            if person is not None:
                chosen[at] = person
        foremost = self._foremost(bearers, Counter(chosen.values()))
        alone: dict[Gender | None, list[int]] = defaultdict(list)
        for at in places:
            person = chosen.get(at)
            if person is None and foremost is not None and self._agrees(foremost, genders[at]):
                person = foremost
            if person is None:
                alone[genders[at]].append(at)
            else:
                self.members[person].append(at)
        return self._unknown(alone, bearers)

    def _agrees(self, person: int, shown: Gender | None) -> bool:
        return shown is None or self._gender[person] in (shown, None)

    def _told(
        self, at: int, fitting: Sequence[int], bearers: set[int], likely: Mapping[int, Sequence[tuple[int, float]]]
    ) -> int | None:
        """Whom a mention means by its title, or by the reader's coreference; ``None`` where neither tells."""
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        chances: dict[int, float] = defaultdict(float)
        for earlier, probability in likely.get(at, ()):
            person = self._person_of.get(earlier)
            if person in bearers:
                chances[person] += probability
        total = sum(chances.values())
        best = max(chances, key=lambda person: (chances[person], -person), default=None)
        return best if best is not None and chances[best] >= SURE * max(total, 0.5) and total >= 0.3 else None

    def _foremost(self, bearers: Sequence[int], given: Mapping[int, int]) -> int | None:
        """Whom the story is about, where all namesakes are only mentioned.

        Args:
            given: how many mentions of the name alone each has been given.
        """
        count = {person: len(self.members[person]) + given.get(person, 0) for person in bearers}
        ranked = sorted(bearers, key=lambda person: (-count[person], person))
        clear = len(ranked) > 1 and count[ranked[0]] >= PROMINENT * count[ranked[1]]
        return ranked[0] if clear else None

    def _unknown(self, alone: Mapping[Gender | None, list[int]], bearers: Sequence[int]) -> list[NameGroup]:
        """Groups of a name that nobody got: a man and a woman of one name are two, and the bare name is either."""
        introduced = sorted(self._introduced[person] for person in bearers)
        possible = tuple(name.of(self._text) for name in introduced) if len(introduced) > 1 else ()
        couple = [alone[gender] for gender in Gender if gender in alone]
        if len(couple) < len(Gender):
            together = sorted(at for places in alone.values() for at in places)
            return [NameGroup(tuple(together), MentionType.PERSON, possible)] if together else []
        either = possible or tuple(self._first(places).span.of(self._text) for places in couple)
        groups = [NameGroup(tuple(sorted(places)), MentionType.PERSON, possible) for places in couple]
        if None in alone:
            groups.append(NameGroup(tuple(sorted(alone[None])), MentionType.PERSON, either))
        return groups


def _shown_gender(text: str, mention: Mention) -> Gender | None:
    """What the words around a name and before its last word show: "Mrs" of "Mrs King", nothing of "Jean King"."""
    said, bare = mention.span.of(text), _bare(text, mention)
    own = words(bare)
    around = words(said.replace(bare, " ", 1))
    return gender_of([*around, *own[:-1]])


def _others(
    text: str, mentions: Sequence[Mention], places: Sequence[int], types: Mapping[int, MentionType]
) -> list[NameGroup]:
    by_name: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in places:
        by_name[tuple(without_form(list(_key(_bare(text, mentions[at])))))].append(at)
    index = _Index(text, mentions, by_name, types)
    main = {name: index.longer(name) or name for name in by_name}
    members: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for name in sorted(by_name):
        top, steps = name, 0
        while main[top] != top and steps < 3:  # short for an acronym's words for a company's full name
            top, steps = main[top], steps + 1
        members[top] += by_name[name]
    return [NameGroup(tuple(sorted(group)), types[by_name[name][0]]) for name, group in members.items()]


class _Index:
    """Names that are no persons', by what a shorter name for the same thing would share with them."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        by_name: Mapping[tuple[str, ...], list[int]],
        types: Mapping[int, MentionType],
    ) -> None:
        self._text, self._mentions, self._by_name, self._types = text, mentions, by_name, types
        self._initials: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._organizations: list[tuple[str, ...]] = []
        self._countries: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        """Countries by what a demonym may have in common with them."""
        for name in sorted(by_name):
            if len(name) > 1:
                for letters in initials(list(name)):
                    self._initials[letters].append(name)
                if self._type(name) is MentionType.ORGANIZATION:
                    self._organizations.append(name)
            if self._type(name) is MentionType.GEOPOLITICAL and self._form(name) is not MentionForm.ADJECTIVE:
                for beginning in beginnings(" ".join(name)):
                    self._countries[beginning].append(name)

    def longer(self, name: tuple[str, ...]) -> tuple[str, ...] | None:
        """The other name that this one is short for, if there is exactly one."""
        if len(name) == 1 and is_acronym(_bare(self._text, self._mentions[self._by_name[name][0]])):
            spelled = self._initials.get(name[0].replace("-", ""), [])
            if len(spelled) == 1:
                return spelled[0]
        if self._form(name) is MentionForm.ADJECTIVE:
            return self._country(" ".join(name))
        if self._type(name) is MentionType.ORGANIZATION:
            # Names are sorted, so those that begin with this one follow it at once.
            at = bisect_right(self._organizations, name)
            longer = [other for other in self._organizations[at : at + 2] if is_short_form(list(name), list(other))]
            return longer[0] if len(longer) == 1 else None
        return None

    def _country(self, adjective: str) -> tuple[str, ...] | None:
        """The country that an adjective is of."""
        known = [tuple(country.split()) for country in DEMONYMS.get(adjective, ())]
        near = {name for stem in stems_of_demonym(adjective) for name in self._countries.get(stem, ())}
        possible = [*sorted(near), *(country for country in known if country in self._by_name)]
        return next((country for country in possible if is_demonym(adjective, " ".join(country))), None)

    def _type(self, name: tuple[str, ...]) -> MentionType:
        return self._types[self._by_name[name][0]]

    def _form(self, name: tuple[str, ...]) -> MentionForm:
        return self._mentions[self._by_name[name][0]].form
