"""Readings before linking, written by words: mentions, sources and what the reader finds likely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.run.evaluating import plain_document
from onrecord.types import (
    Antecedent,
    Attribution,
    AttributionId,
    Block,
    BlockKind,
    Entity,
    LinkReason,
    Mention,
    MentionForm,
    MentionId,
    MentionType,
    ModelVersion,
    Quotation,
    Reading,
    SourceKind,
    Span,
)

TYPES = {
    "P": MentionType.PERSON, "O": MentionType.ORGANIZATION, "G": MentionType.GEOPOLITICAL, "W": MentionType.WORK,
}  # fmt: skip
FORMS = {"n": MentionForm.NAME, "d": MentionForm.NOMINAL, "p": MentionForm.PRONOUN, "a": MentionForm.ADJECTIVE}
KINDS = {
    "person": SourceKind.NAMED_PERSON, "body": SourceKind.NAMED_ORGANIZATION, "document": SourceKind.DOCUMENT,
    "author": SourceKind.AUTHOR, "somebody": SourceKind.UNNAMED_PERSON, "people": SourceKind.UNNAMED_GROUP,
}  # fmt: skip


class Script:
    """A text of which every mention is told in text order: ``"Mrs Kane"``, ``"nP"``, bare name ``"Kane"``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._at = 0
        self.mentions: list[Mention] = []
        self._antecedents: list[Antecedent] = []
        self._attributions: list[Attribution] = []

    def mention(self, words: str, what: str, name: str | None = None, head: str | None = None) -> MentionId:
        """The next place of some words after the last mention's beginning."""
        start = self.text.index(words, self._at)
        self._at = start + 1
        span = Span(start, start + len(words))
        form, kind = FORMS[what[0]], TYPES[what[1]]
        bare = None
        if what[0] in "na":
            bare = span if name is None else Span(start + words.index(name), start + words.index(name) + len(name))
        last = head or words.rpartition(" ")[2]
        at = start + words.rindex(last)
        id_ = MentionId(f"m{len(self.mentions) + 1}")
        self.mentions.append(
            Mention(id_, span, form, kind, None, bare, Span(at, at + len(last)), subject="s" in what[2:])
        )
        return id_

    def back(self, mention: MentionId, antecedent: MentionId, probability: float = 0.9, beside: bool = False) -> None:
        reason = LinkReason.APPOSITION if beside else LinkReason.MODEL
        self._antecedents.append(Antecedent(mention, antecedent, probability, reason))

    def says(
        self, source: str | Sequence[str], cue: str, content: str, kind: str = "person", direct: bool = False,
        number: int = 1, parent: AttributionId | None = None,
    ) -> AttributionId:  # fmt: skip
        """An attribution; the ``number``-th place of the source's words."""

        def span(words: str, after: int = 0, which: int = 1) -> Span:
            start = after - 1
            for _ in range(which):
                start = self.text.index(words, start + 1)
            return Span(start, start + len(words))

        sources = [source] if isinstance(source, str) else source
        spans = tuple(span(words, which=number) for words in sources if words)
        id_ = AttributionId(f"a{len(self._attributions) + 1}")
        near = spans[0].end if spans and not direct else 0
        self._attributions.append(
            Attribution(
                id_, spans, (span(cue, near),) if cue else (), (span(content),), KINDS[kind],
                Quotation.DIRECT if direct else Quotation.INDIRECT, 1.0, parent=parent,
            )
        )  # fmt: skip
        return id_

    def reading(self, headline: str | None = None) -> Reading:
        document = plain_document(self.text)
        if headline is not None:
            cut = len(headline)
            rest = Span(cut + len(self.text[cut:]) - len(self.text[cut:].lstrip()), len(self.text))
            blocks = (Block(BlockKind.HEADLINE, Span(0, cut)), Block(BlockKind.PARAGRAPH, rest))
            document = replace(document, blocks=blocks)
        return Reading(
            document, tuple(self._attributions), tuple(self.mentions), (), None, ModelVersion("none"),
            antecedents=tuple(self._antecedents),
        )  # fmt: skip


def called(reading: Reading) -> dict[str, list[str]]:
    """The words of all mentions of each entity, by the entity's name."""
    text = reading.document.text
    spans = {mention.id: mention.span.of(text) for mention in reading.mentions}
    found: dict[str, list[str]] = {}
    for entity in reading.entities:
        found.setdefault(entity.name, []).extend(spans[mention] for mention in entity.mentions)
    return found


def entity(reading: Reading, name: str) -> Entity:
    return next(one for one in reading.entities if one.name == name)


def behind(reading: Reading, attribution: AttributionId) -> str | None:
    """The name of the entity that is the source of an attribution."""
    one = next(item for item in reading.attributions if item.id == attribution)
    return None if one.source_entity is None else next(e.name for e in reading.entities if e.id == one.source_entity)
