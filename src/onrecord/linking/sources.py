"""The sources of a reading as entities: which attributions speak on the word of the same one.

A first, careful version: names with the same words, a surname with the one full name that ends in it, a definite
description with the last thing so called ("the report"), "it" with the only document quoted so far in its paragraph,
"he" and "she" with the only person quoted there or in the paragraph before. Anything else stays unresolved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from onrecord.linking.names import PERSONAL, THING, is_pronoun, key, words
from onrecord.types import (
    Attribution,
    Entity,
    EntityId,
    Mention,
    MentionForm,
    MentionId,
    MentionType,
    Reading,
    SourceKind,
    Span,
    cover,
)

_TYPES = {
    SourceKind.NAMED_PERSON: MentionType.PERSON,
    SourceKind.UNNAMED_PERSON: MentionType.PERSON,
    SourceKind.NAMED_ORGANIZATION: MentionType.ORGANIZATION,
    SourceKind.DOCUMENT: MentionType.WORK,
}
_AFTER_HEAD = re.compile(r",| (?:of|by|from|on) ")
"""What ends the head of a document's description: "a report | by the panel"."""
_NAMED = frozenset({SourceKind.NAMED_PERSON, SourceKind.NAMED_ORGANIZATION})


@dataclass(slots=True)
class _Known:
    """One entity while the document is being walked."""

    name: str
    type: MentionType
    kind: SourceKind
    bare: str
    places: list[Span] = field(default_factory=list)


def resolve(reading: Reading) -> Reading:
    """The reading with an entity for every source that the text lets one tell, and mentions for all sources."""
    return _Walk(reading).run()


class _Walk:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.document.text
        self._names = [mention for mention in reading.mentions if mention.type is MentionType.PERSON]
        self._known: list[_Known] = []
        self._of: dict[str, tuple[int, SourceKind]] = {}

    def run(self) -> Reading:
        explicit = [a for a in self._reading.attributions if a.source]
        for attribution in sorted(explicit, key=lambda item: (item.source[0].start, item.cue[0].start)):
            self._visit(attribution)
        return self._result()

    def _visit(self, attribution: Attribution) -> None:
        place = cover(attribution.source)
        said = place.of(self._text)
        entity = self._antecedent(said, place) if is_pronoun(said) else self._match(attribution, said, place)
        if entity is not None:
            self._known[entity].places.append(place)
            kind = self._known[entity].kind if is_pronoun(said) else attribution.source_kind
            self._of[attribution.id] = (entity, kind)

    def _match(self, attribution: Attribution, said: str, place: Span) -> int:
        kind = attribution.source_kind
        bare = self._bare(said, place, kind)
        for number in range(len(self._known) - 1, -1, -1):
            if self._same(self._known[number], bare, kind):
                known = self._known[number]
                if kind in _NAMED and len(bare) > len(known.bare) and known.kind is kind:
                    known.name, known.bare = self._shown(said, place, kind), bare
                return number
        self._known.append(_Known(self._shown(said, place, kind), _TYPES.get(kind, MentionType.OTHER), kind, bare))
        return len(self._known) - 1

    def _same(self, known: _Known, bare: str, kind: SourceKind) -> bool:
        if known.kind is not kind or not bare:
            return False
        if kind is SourceKind.NAMED_PERSON:
            return _same_person(known.bare, bare)
        if kind is SourceKind.DOCUMENT:
            return _same_document(known.bare, bare)
        return kind is SourceKind.NAMED_ORGANIZATION and known.bare == bare

    def _bare(self, said: str, place: Span, kind: SourceKind) -> str:
        if kind is SourceKind.NAMED_PERSON:
            return key(self._shown(said, place, kind))
        if kind is SourceKind.DOCUMENT:
            return key(_AFTER_HEAD.split(said, maxsplit=1)[0])
        return key(said.partition(",")[0])

    def _shown(self, said: str, place: Span, kind: SourceKind) -> str:
        """The bare name inside a source where the model marked one, else the source's own words."""
        if kind is SourceKind.NAMED_PERSON:
            inside = [mention.span for mention in self._names if place.contains(mention.span)]
            if inside:
                return max(inside, key=len).of(self._text)
        return said

    def _antecedent(self, pronoun: str, place: Span) -> int | None:
        word = pronoun.strip().lower()
        here = max(0, self._text.rfind("\n\n", 0, place.start))
        before = max(0, self._text.rfind("\n\n", 0, here))
        if word in PERSONAL and word not in {"i", "me", "who"}:
            fitting = [n for n in self._quoted_since(before) if self._known[n].type is MentionType.PERSON]
        elif word in THING:
            fitting = [n for n in self._quoted_since(here) if self._known[n].kind is SourceKind.DOCUMENT]
        else:
            fitting = []
        return fitting[0] if len(fitting) == 1 else None

    def _quoted_since(self, start: int) -> list[int]:
        """Entities quoted after a place, up to where the walk has come."""
        return [n for n, known in enumerate(self._known) if known.places and known.places[-1].start >= start]

    def _result(self) -> Reading:
        ids = {number: EntityId(f"e{number + 1}") for number in range(len(self._known))}
        mentions, of_entity = self._mentions(ids)
        entities = []
        for number, known in enumerate(self._known):
            reason = self._unresolved(known)
            entities.append(
                Entity(ids[number], known.name, known.type, tuple(of_entity[number]), reason is None, reason)
            )
        attributions = []
        for attribution in self._reading.attributions:
            found = self._of.get(attribution.id)
            if found is not None:
                number, kind = found
                attribution = replace(attribution, source_entity=ids[number], source_kind=kind)  # noqa: PLW2901
            attributions.append(attribution)
        return replace(
            self._reading, attributions=tuple(attributions), mentions=mentions, entities=tuple(entities)
        )

    def _mentions(self, ids: dict[int, EntityId]) -> tuple[tuple[Mention, ...], dict[int, list[MentionId]]]:
        """The names the model marked and the sources, each place once, numbered in text order."""
        at: dict[Span, Mention] = {mention.span: mention for mention in self._reading.mentions}
        owner: dict[Span, int] = {}
        for number, known in enumerate(self._known):
            for place in known.places:
                owner.setdefault(place, number)
                form = MentionForm.PRONOUN if is_pronoun(place.of(self._text)) else MentionForm.NOMINAL
                form = MentionForm.NAME if known.kind in _NAMED and form is MentionForm.NOMINAL else form
                inside = [mention.span for mention in self._names if place.contains(mention.span)]
                name = max(inside, key=len) if inside and form is MentionForm.NAME else None
                at[place] = Mention(MentionId(""), place, form, known.type, ids[number], name)
        mentions = tuple(
            replace(at[span], id=MentionId(f"m{number}")) for number, span in enumerate(sorted(at), 1)
        )
        of_entity: dict[int, list[MentionId]] = {number: [] for number in ids}
        for mention in mentions:
            if mention.span in owner:
                of_entity[owner[mention.span]].append(mention.id)
        return mentions, of_entity

    def _unresolved(self, known: _Known) -> str | None:
        if known.kind is SourceKind.NAMED_PERSON and len(known.bare.split()) == 1:
            names = [words(name.span.of(self._text)) for name in self._names]
            introduced = any(len(name) > 1 and _same_person(" ".join(name), known.bare) for name in names)
            return None if introduced else "only one name is given, and the text never introduces the person"
        if known.kind in {SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP}:
            return "the text does not name this source"
        return None


def _same_document(a: str, b: str) -> bool:
    """The same kind of document, and nothing said of the one that is not said of the other.

    "The report" and "the UN report" may both be "a new United Nations Security Council report"; "the second report"
    is another.
    """
    shorter, longer = sorted((a.split(), b.split()), key=len)
    if not shorter or shorter[-1] != longer[-1]:
        return False
    initials = "".join(word[0] for word in longer)
    return all(word in longer or (len(word) > 1 and word in initials) for word in shorter[:-1])


def _same_person(a: str, b: str) -> bool:
    """Equal names, or a surname alone against a fuller name that ends in it."""
    longer, shorter = sorted((a.split(), b.split()), key=len, reverse=True)
    return bool(shorter) and (longer == shorter or (len(shorter) == 1 and longer[-1] == shorter[0]))


