"""The attributions of a reading as an outline: in text order, each nested one under its parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.types import (
    Attribution,
    AttributionId,
    ChainLink,
    Entity,
    EntityId,
    LinkKind,
    Reading,
    SourceKind,
    Span,
)
from onrecord.types.words import words

ANONYMOUS = frozenset({SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP, SourceKind.UNSPECIFIED})
"""Source kinds that name nobody a reader could go and ask."""

_LITTLE = frozenset({"the", "a", "an", "of", "s"})
"""Words that make no other name of one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One attribution as it is listed.

    Attributes:
        number: place in the outline, counted from 1; explicit attributions and author's voice count apart.
        depth: how many attributions it stands inside.
        source, cue, content: the words of the text, white space collapsed; empty where there are none.
        name: whom a pronoun, a surname or "the report" in the source stands for; shown in square brackets, because
            the words do not stand there.
        who: the name of the source where the text tells it, else its words.
        unresolved: why the text does not tell who the source is.
        via: the links of the chain between the publisher and the source.
        implied_source: the name of the context source.
    """

    number: int
    depth: int
    attribution: Attribution
    source: str
    name: str | None
    who: str
    unresolved: str | None
    cue: str
    content: str
    via: tuple[ChainLink, ...]
    implied_source: str | None

    @property
    def anonymous(self) -> bool:
        return self.attribution.source_kind in ANONYMOUS


@dataclass(frozen=True, slots=True)
class Outline:
    """What is attributed, and what the article says in its own voice."""

    entries: tuple[Entry, ...]
    voice: tuple[Entry, ...]


def outline(reading: Reading) -> Outline:
    """Lists the attributions of a reading: explicit ones as a tree walked from the top, the author's voice apart."""
    explicit = [one for one in reading.attributions if one.source_kind is not SourceKind.AUTHOR]
    voice = [one for one in reading.attributions if one.source_kind is SourceKind.AUTHOR]
    entities = {entity.id: entity for entity in reading.entities}
    text = reading.document.text
    return Outline(
        tuple(_entry(one, number, depth, text, entities) for number, (depth, one) in enumerate(_walk(explicit), 1)),
        tuple(_entry(one, number, 0, text, entities) for number, one in enumerate(voice, 1)),
    )


def _walk(attributions: Sequence[Attribution]) -> Iterator[tuple[int, Attribution]]:
    """Depth and attribution, parents before what they hold; a parent that is not listed makes a root.

    A circle of parents cannot come from a sound reading; should one come, its members are still listed, once each.
    """
    listed = {one.id for one in attributions}
    below: dict[AttributionId | None, list[Attribution]] = defaultdict(list)
    for one in attributions:
        below[one.parent if one.parent in listed else None].append(one)
    seen: set[AttributionId] = set()
    for root in [*below[None], *attributions]:
        stack = [(0, root)]
        while stack:
            depth, one = stack.pop()
            if one.id in seen:
                continue
            seen.add(one.id)
            yield depth, one
            stack.extend((depth + 1, child) for child in reversed(below.get(one.id, [])))


def _entry(attribution: Attribution, number: int, depth: int, text: str, entities: Mapping[EntityId, Entity]) -> Entry:
    source = passage(text, attribution.source)
    entity = None if attribution.source_entity is None else entities.get(attribution.source_entity)
    context = None if attribution.context_source is None else entities.get(attribution.context_source)
    return Entry(
        number=number,
        depth=depth,
        attribution=attribution,
        source=source,
        name=None if entity is None else _other_name(entity, source),
        who=" ".join(entity.name.split()) if entity is not None and entity.resolved else source.rstrip(" ,;:–—-"),
        unresolved=None if entity is None or entity.resolved else entity.reason or "the text does not tell who this is",
        cue=passage(text, attribution.cue),
        content=passage(text, attribution.content),
        via=attribution.chain[1:-1],
        implied_source=None if context is None else context.name,
    )


def _other_name(entity: Entity, source: str) -> str | None:
    """The name of a source that its words do not give in full."""
    if not entity.resolved or not source or not set(words(entity.name)) - set(words(source)) - _LITTLE:
        return None
    return " ".join(entity.name.split())


def passage(text: str, spans: Sequence[Span]) -> str:
    """The words of spans in text order on one line, with an ellipsis where words between them are left out."""
    parts: list[str] = []
    end: int | None = None
    for span in sorted(spans):
        if end is not None:
            parts.append(" " if not text[end : span.start].strip() else " … ")
        parts.append(" ".join(span.of(text).split()))
        end = span.end
    return "".join(parts).strip()


def kind_words(kind: SourceKind | LinkKind) -> str:
    """A source kind or link kind in plain words: ``unnamed group``."""
    if kind.value == SourceKind.UNSPECIFIED.value:
        return "no source given"
    if kind.value == SourceKind.AUTHOR.value:
        return "the article itself"
    return kind.value.replace("-", " ")


def link_words(link: ChainLink) -> str:
    """What a link of a chain is called: its name, else what it is."""
    if link.name:
        return " ".join(link.name.split())
    return "this page" if link.kind is LinkKind.PUBLISHER else kind_words(link.kind)


def counted(number: int, one: str, many: str) -> str:
    """``1 attribution``, ``2 attributions``."""
    return f"{number:,} {one if number == 1 else many}"


def shortened(words: str, length: int) -> str:
    """Words cut at a space before ``length`` characters, with an ellipsis."""
    if len(words) <= length:
        return words
    return words[:length].rpartition(" ")[0].rstrip(",;:– ") + " …" if " " in words[:length] else words[:length] + "…"
