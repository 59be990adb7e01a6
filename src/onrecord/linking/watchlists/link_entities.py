"""Which entries of the loaded lists the entities of a reading may be.

Only what the document names is looked up: persons and organizations, by the entity's name and by its other mentions of
form name. One answer a list: the entry that fits best, certain or not, with what agrees and what speaks against; or,
where several fit equally, none of them for certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.linking.watchlists.answers import LIFTED, Answer, Comparison, score
from onrecord.linking.watchlists.context import Context, context_of, titles_of
from onrecord.linking.watchlists.entries import EntryType, WatchEntry
from onrecord.linking.watchlists.facts import Facts, person_facts
from onrecord.linking.watchlists.fold import fold
from onrecord.linking.watchlists.index import ListIndex
from onrecord.linking.watchlists.lookup import bodies_like, persons_like
from onrecord.linking.watchlists.organization_names import organization_name
from onrecord.linking.watchlists.tables import common_names, country_words
from onrecord.linking.watchlists.weights import ENOUGH, is_general
from onrecord.types import (
    Document,
    DocumentId,
    Entity,
    EntityId,
    ListLink,
    Mention,
    MentionForm,
    MentionType,
    Metadata,
    ModelVersion,
    Reading,
    Span,
)

MOST_NAMES: Final = 6
"""Names of one entity that are looked up, the longest first."""
LONGEST_NAME: Final = 120
"""Code points of the longest name that is looked up; longer ones are sentences."""
MOST_LINKS: Final = 3
"""Links shown where several entries of one list fit equally."""
CLEAR: Final = 1.0
"""By how much the best entry's weight must exceed the next one's, if both fit."""
CLOSER: Final = 0.2
"""By how much its spelling must be closer, if both weigh the same; o for u is less."""

_PERSONS: Final = frozenset({MentionType.PERSON})
_BODIES: Final = frozenset(
    {MentionType.ORGANIZATION, MentionType.GEOPOLITICAL, MentionType.FACILITY, MentionType.OTHER}
)
_SHIP_WORDS: Final = frozenset(
    "ship ships vessel vessels tanker tankers boat freighter flagged imo cargo sailed aircraft plane jet".split()
)


_NOBODY: Final = Reading(
    Document(DocumentId("sha256:"), "", "Kabul, Afghanistan", (), Metadata(), b""), (), (), (), None, ModelVersion("")
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that an entity may be.

    Attributes:
        written: the name in the text; listed: the entry's name that it was compared with.
    """

    entry: WatchEntry
    written: str
    listed: str
    comparison: Comparison
    facts: Facts


def with_list_links(reading: Reading, lists: Sequence[ListIndex]) -> Reading:
    """The reading with links on its entities; the same reading where no list is loaded."""
    links = link_entities(reading, lists)
    if not links:
        return reading
    entities = tuple(
        replace(entity, links=links[entity.id]) if entity.id in links else entity for entity in reading.entities
    )
    return replace(reading, entities=entities)


def link_entities(reading: Reading, lists: Sequence[ListIndex]) -> dict[EntityId, tuple[ListLink, ...]]:
    """The links of every entity that has any; a pure function of the reading and the lists.

    Links are in the order of the lists, the surest first.
    """
    mentions = {mention.id: mention for mention in reading.mentions}
    found: dict[EntityId, tuple[ListLink, ...]] = {}
    for entity in reading.entities if lists else ():
        if entity.type in _PERSONS or entity.type in _BODIES:
            links = _links(reading, entity, [mentions[id_] for id_ in entity.mentions if id_ in mentions], lists)
            if links:
                found[entity.id] = links
    return found


def prepare(lists: Sequence[ListIndex]) -> None:
    """Read the tables and make what the first look-up would, so that no document pays for it."""
    around = _Surroundings(_NOBODY, Entity(EntityId(""), "", MentionType.PERSON, ()), ())
    around.context()
    for index in lists:
        _persons(index, ("Mullah Abdul Karim", "Ivan Petrovich Petrov", "Li Na", "Kim Chol-su"), around)
        _bodies(index, ("National Bank", "NBK"), around)


def _links(
    reading: Reading, entity: Entity, mentions: Sequence[Mention], lists: Sequence[ListIndex]
) -> tuple[ListLink, ...]:
    text = reading.document.text
    named = [mention for mention in mentions if mention.form is MentionForm.NAME]
    names = names_of(entity, named, text)
    if not names:
        return ()
    surroundings = _Surroundings(reading, entity, named)
    if entity.type is MentionType.GEOPOLITICAL and fold(entity.name) in country_words():
        return ()
    personal = [name for name in names if _personal(name)]
    impersonal = [name for name in names if _impersonal(name)]
    links: list[ListLink] = []
    for index in lists:
        if entity.type in _PERSONS:
            found = answers(index, _persons(index, names, surroundings))
            found = found or answers(index, [_as_body(one) for one in _bodies(index, impersonal, surroundings)])
        else:
            found = answers(index, _bodies(index, names, surroundings))
            found = found or answers(index, [_as_person(one) for one in _persons(index, personal, surroundings)])
        links += found
    return tuple(links)


def _as_body(candidate: Candidate) -> Candidate:
    """What is left of a body's entry for what the reader took for a person."""
    return candidate if candidate.comparison.exact else _doubted(candidate, "the text seems to name a person")


def _as_person(candidate: Candidate) -> Candidate:
    """What is left of a person's entry for what the reader took for an organization."""
    return _doubted(candidate, "the text seems to name an organization")


def _doubted(candidate: Candidate, why: str) -> Candidate:
    comparison = candidate.comparison
    answer = Answer.UNSURE if comparison.answer is Answer.LINK else Answer.NONE
    against = (*comparison.against, why)
    return replace(candidate, comparison=replace(comparison, answer=answer, liftable=False, against=against))


def _personal(name: str) -> bool:
    """Whether a person might bear this name: two words or more, none of them an organization's."""
    words = fold(name).split()
    return 2 <= len(words) <= 5 and not any(map(is_general, words))


def _impersonal(name: str) -> bool:
    """Whether no person bears this name: al-Qaida, the Northern Front. Companies are called after persons, too."""
    parsed = organization_name(name)
    if parsed is None or set(parsed.words) & common_names():
        return False
    return (parsed.article and len(parsed.words) == 1) or any(map(is_general, parsed.words))


def names_of(entity: Entity, named: Sequence[Mention], text: str) -> list[str]:
    """The names of an entity in the document, its own first, then the longest."""
    spans = [(mention.name or mention.span) for mention in named]
    others = sorted({span.of(text) for span in spans}, key=lambda name: (-len(name), name))
    candidates = dict.fromkeys(" ".join(name.split()) for name in (entity.name, *others))
    return [name for name in candidates if 1 < len(name) <= LONGEST_NAME][:MOST_NAMES]


class _Surroundings:
    """The context of an entity, found only when it is asked for."""

    def __init__(self, reading: Reading, entity: Entity, named: Sequence[Mention]) -> None:
        self._reading, self._entity, self._named = reading, entity, named
        self._context: Context | None = None

    def context(self) -> Context:
        if self._context is None:
            document = self._reading.document
            self._context = context_of(document.text, self._spans(), self._entity.roles, document.metadata.published)
        return self._context

    def titles(self) -> tuple[str, ...]:
        return titles_of(self._reading.document.text, self._spans())

    def _spans(self) -> list[Span]:
        return [mention.name or mention.span for mention in self._named]


def _persons(index: ListIndex, names: Sequence[str], surroundings: _Surroundings) -> list[Candidate]:
    found: list[Candidate] = []
    for name in names:
        for hit in persons_like(index, name, surroundings.titles):
            entry = index.entry(hit.entry)
            facts = person_facts(surroundings.context(), entry, hit.titles)
            found.append(Candidate(entry, name, hit.listed, hit.comparison, facts))
    return found


def _bodies(index: ListIndex, names: Sequence[str], surroundings: _Surroundings) -> list[Candidate]:
    found: list[Candidate] = []
    for name in names:
        for hit in bodies_like(index, name, surroundings.context):
            entry = index.entry(hit.entry)
            if entry.type in {EntryType.VESSEL, EntryType.AIRCRAFT} and not _SHIP_WORDS & surroundings.context().words:
                continue
            found.append(Candidate(entry, name, hit.listed, hit.comparison, hit.facts))
    return found


def answers(index: ListIndex, candidates: Sequence[Candidate]) -> list[ListLink]:
    """The links to one list: the best entry, or those that fit equally, none of them certain."""
    best: dict[str, Candidate] = {}
    for candidate in candidates:
        known = best.get(candidate.entry.id)
        if known is None or _rank(candidate) > _rank(known):
            best[candidate.entry.id] = candidate
    ranked = sorted(best.values(), key=lambda one: (_rank(one), one.entry.id), reverse=True)
    if not ranked or _answer(ranked[0]) is Answer.NONE:
        return []
    top = ranked[0]
    rivals = [one for one in ranked if _answer(one) is _answer(top) and _rank(top)[1] - _rank(one)[1] < CLEAR]
    rivals = [one for one in rivals if one.comparison.apart - top.comparison.apart < CLOSER]
    if len(rivals) == 1:
        return [_link(index, top, _answer(top))]
    return [_link(index, one, Answer.UNSURE, rivals=len(rivals)) for one in rivals[:MOST_LINKS]]


def _rank(candidate: Candidate) -> tuple[int, float, float, bool]:
    comparison = candidate.comparison
    return int(_answer(candidate)), comparison.weight + candidate.facts.weight, -comparison.apart, comparison.exact


def _answer(candidate: Candidate) -> Answer:
    """The answer of the names, lifted by facts that agree and lowered by facts that do not."""
    comparison, facts = candidate.comparison, candidate.facts
    if facts.against:
        return Answer.UNSURE if comparison.answer is Answer.LINK else Answer.NONE
    if comparison.answer is Answer.UNSURE and comparison.liftable and comparison.weight + facts.weight >= ENOUGH:
        return Answer.LINK
    return comparison.answer


def _link(index: ListIndex, candidate: Candidate, answer: Answer, rivals: int = 0) -> ListLink:
    comparison, facts = candidate.comparison, candidate.facts
    weight = comparison.weight + facts.weight
    quality = next((name.quality for name in candidate.entry.names if name.text == candidate.listed), None)
    agreeing = [comparison.agreeing, *facts.agreeing]
    against = [*comparison.against, *facts.against]
    if rivals > 1:
        against.append(f"{rivals} entries of the list fit equally")
    if answer is Answer.LINK:
        against = [one for one in against if one not in LIFTED]
    verb = "is" if answer is Answer.LINK else "may be"
    said = "; ".join(filter(None, agreeing))
    reason = f"“{candidate.written}” {verb} “{candidate.listed}” ({quality or 'name'}): {said}."
    if against:
        reason += f" Against it: {'; '.join(against)}."
    return ListLink(
        list=index.name,
        id=candidate.entry.id,
        score=score(answer, weight, exact=comparison.exact),
        certain=answer is Answer.LINK,
        reason=reason,
    )
