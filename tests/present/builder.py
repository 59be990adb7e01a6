"""Builds readings by hand: blocks of text, then attributions found by their words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.types import (
    Attribution,
    AttributionId,
    Block,
    BlockKind,
    ChainLink,
    Document,
    DocumentId,
    Echo,
    EchoKind,
    Entity,
    EntityId,
    LinkKind,
    Mention,
    MentionForm,
    MentionId,
    MentionType,
    Metadata,
    ModelVersion,
    Quotation,
    Reading,
    SourceKind,
    Span,
)

Words = str | Sequence[str]


@dataclass
class Builder:
    """One document and what was read in it; words are looked up in the text written so far."""

    source: str = "article.html"
    metadata: Metadata = field(default_factory=lambda: Metadata(language="en"))
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    entities: dict[EntityId, Entity] = field(default_factory=dict)
    echo: Echo | None = None

    def block(self, kind: BlockKind, words: str, *, credit: str | None = None, page: int | None = None) -> None:
        start = len(self.text) + (2 if self.text else 0)
        self.text += ("\n\n" if self.text else "") + words
        found = None if credit is None else Span(start + words.index(credit), start + words.index(credit) + len(credit))
        self.blocks.append(Block(kind, Span(start, start + len(words)), page, found))

    def at(self, words: str, inside: str | None = None) -> Span:
        base = 0 if inside is None else self.text.index(inside)
        start = self.text.index(words, base)
        return Span(start, start + len(words))

    def spans(self, words: Words, inside: str | None = None) -> tuple[Span, ...]:
        parts = [words] if isinstance(words, str) else list(words)
        return tuple(self.at(part, inside) for part in parts if part)

    def entity(
        self, key: str, name: str, kind: MentionType, *, resolved: bool = True, reason: str | None = None
    ) -> EntityId:
        self.entities[EntityId(key)] = Entity(EntityId(key), name, kind, (), resolved, reason)
        return EntityId(key)

    def mention(self, entity: EntityId, span: Span, form: MentionForm = MentionForm.NAME) -> None:
        key = MentionId(f"m{len(self.mentions) + 1}")
        known = self.entities[entity]
        self.mentions.append(Mention(key, span, form, known.type, entity))
        self.entities[entity] = Entity(
            entity, known.name, known.type, (*known.mentions, key), known.resolved, known.reason
        )

    def say(
        self,
        inside: str | None,
        source: Words,
        cue: Words,
        content: Words,
        *,
        kind: SourceKind = SourceKind.NAMED_PERSON,
        quotation: Quotation = Quotation.INDIRECT,
        entity: EntityId | None = None,
        form: MentionForm | None = None,
        parent: AttributionId | None = None,
        context: EntityId | None = None,
        chain: Sequence[ChainLink] = (),
        confidence: float = 0.9,
        reasons: Sequence[str] = (),
    ) -> AttributionId:
        key = AttributionId(f"a{len(self.attributions) + 1}")
        spans = self.spans(source, inside)
        if entity is not None and form is not None:
            for span in spans:
                self.mention(entity, span, form)
        self.attributions.append(
            Attribution(
                key,
                spans,
                self.spans(cue, inside),
                self.spans(content, inside),
                kind,
                quotation,
                confidence,
                entity,
                context,
                parent,
                tuple(chain),
                reasons=tuple(reasons),
            )
        )
        return key

    def carries(self, of: str, words: str, reason: str) -> None:
        self.echo = Echo(of, EchoKind.CITATION, self.spans(words), 0.83, reason)

    def reading(self) -> Reading:
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        document = Document(
            DocumentId(f"sha256:{digest}"), self.source, self.text, tuple(self.blocks), self.metadata, b""
        )
        return Reading(
            document,
            tuple(self.attributions),
            tuple(self.mentions),
            tuple(self.entities.values()),
            self.echo,
            ModelVersion("en-1"),
        )


def publisher(name: str | None = None) -> ChainLink:
    return ChainLink(name, LinkKind.PUBLISHER)
