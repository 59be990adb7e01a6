"""The attributions of a reading as an outline: in text order, each nested one under its parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.types import (
    Attribution,
    AttributionId,
    ChainLink,
    EntityId,
    LinkKind,
    MentionForm,
    Reading,
    SourceKind,
    Span,
)

ANONYMOUS = frozenset({SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP, SourceKind.UNSPECIFIED})
"""Source kinds that name nobody a reader could go and ask."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One attribution as it is listed.

    Attributes:
        number: place in the outline, counted from 1; explicit attributions and author's voice count apart.
        depth: how many attributions it stands inside.
        source, cue, content: the words of the text, white space collapsed; empty where there are none.
        name: whom a pronoun in the source stands for; shown in square brackets, because the word is ours.
        via: the links of the chain between the publisher and the source.
        implied_source: the name of the context source.
    """

    number: int
    depth: int
    attribution: Attribution
    source: str
    name: str | None
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
    names = {entity.id: entity.name for entity in reading.entities}
    pronouns = {
        mention.span: names.get(mention.entity)
        for mention in reading.mentions
        if mention.form is MentionForm.PRONOUN and mention.entity is not None
    }

    text = reading.document.text

    def entry(number: int, depth: int, attribution: Attribution) -> Entry:
        return _entry(attribution, number=number, depth=depth, text=text, names=names, pronouns=pronouns)

    return Outline(
        tuple(entry(number, depth, one) for number, (depth, one) in enumerate(_walk(explicit), start=1)),
        tuple(entry(number, 0, one) for number, one in enumerate(voice, start=1)),
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


def _entry(
    attribution: Attribution,
    *,
    number: int,
    depth: int,
    text: str,
    names: dict[EntityId, str],
    pronouns: dict[Span, str | None],
) -> Entry:
    name = next((pronouns[span] for span in attribution.source if pronouns.get(span)), None)
    context = attribution.context_source
    return Entry(
        number=number,
        depth=depth,
        attribution=attribution,
        source=passage(text, attribution.source),
        name=name,
        cue=passage(text, attribution.cue),
        content=passage(text, attribution.content),
        via=attribution.chain[1:-1],
        implied_source=None if context is None else names.get(context),
    )


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
