"""Readings for the tests: many from templates, and small ones written out."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache

from benchmarks.ledger.readings import make_reading
from benchmarks.ledger.world import World, make_world
from onrecord.types import (
    Attribution,
    AttributionId,
    Block,
    BlockKind,
    ChainLink,
    Document,
    DocumentId,
    Entity,
    EntityId,
    LinkKind,
    ListLink,
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

SOURCES = {
    MentionType.PERSON: SourceKind.NAMED_PERSON,
    MentionType.ORGANIZATION: SourceKind.NAMED_ORGANIZATION,
}


@cache
def small_world() -> World:
    """A world in which articles share their persons."""
    return make_world(known=60, words=300)


def article(number: int) -> Reading:
    """A reading from templates, with all that a reading can hold."""
    return make_reading(small_world(), number, paragraphs=4)


def says(
    *told: tuple[str, str],
    publisher: str | None = "Harbor Courier",
    published: str | None = "2024-05-02",
    url: str | None = None,
    original: bytes | None = None,
    types: dict[str, MentionType] | None = None,
    roles: dict[str, tuple[str, ...]] | None = None,
    links: dict[str, tuple[ListLink, ...]] | None = None,
    extra: str = "",
) -> Reading:
    """A reading of a text in which each source says one thing; a source is a name, and a person unless said.

    Args:
        told: who, and what.
        types: what a name is of, where it is no person.
        roles, links: of names.
        extra: further words in a paragraph of their own, which nobody is quoted with.
    """
    types, roles, links = types or {}, roles or {}, links or {}
    lines = [f"{name} said that {words}." for name, words in told]
    text = "\n\n".join([*lines, *([extra] if extra else [])])
    blocks, mentions, attributions, entities, at = [], [], [], {}, 0
    for line in text.split("\n\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line))))
        at += len(line) + 2
    at = 0
    for number, (name, words) in enumerate(told, 1):
        key = entities.setdefault(name, EntityId(f"e{len(entities) + 1}"))
        kind = types.get(name, MentionType.PERSON)
        source = Span(at, at + len(name))
        cue = Span(source.end + 1, source.end + 5)
        content = Span(cue.end + 6, cue.end + 6 + len(words))
        mentions.append((source, kind, key))
        for other, found in list(entities.items()):
            place = words.find(other)
            if place >= 0:
                mentions.append((Span(content.start + place, content.start + place + len(other)),
                                 types.get(other, MentionType.PERSON), found))  # fmt: skip
        link = SOURCES.get(kind, SourceKind.DOCUMENT)
        chain = (ChainLink(publisher, LinkKind.PUBLISHER), ChainLink(name, LinkKind(link.value), key, "said", source))
        attributions.append(Attribution(
            AttributionId(f"a{number}"), (source,), (cue,), (content,), link, Quotation.INDIRECT, 0.9, key, chain=chain,
            reasons=("cue “said”",),
        ))  # fmt: skip
        at += len(f"{name} said that {words}.") + 2
    mentions.sort()
    listed = tuple(
        Mention(MentionId(f"m{number}"), span, MentionForm.NAME, kind, key, span)
        for number, (span, kind, key) in enumerate(mentions, 1)
    )
    known = tuple(
        Entity(key, name, types.get(name, MentionType.PERSON), tuple(m.id for m in listed if m.entity == key),
               roles=roles.get(name, ()), links=links.get(name, ()))
        for name, key in entities.items()
    )  # fmt: skip
    data = text.encode() if original is None else original
    document = Document(
        document_name(data, url or publisher or ""), url or "article.txt", text, tuple(blocks),
        Metadata(None, None, publisher, published, url, "en"), data,
    )  # fmt: skip
    return Reading(document, tuple(attributions), listed, known, None, ModelVersion("by-hand", "1"))


def document_name(data: bytes, origin: str) -> DocumentId:
    """The id that intake gives."""
    return DocumentId("sha256:" + hashlib.sha256(data + b"\0" + origin.encode()).hexdigest())


def reread(reading: Reading, model: str = "newer") -> Reading:
    """The same reading as if a newer model had made it."""
    return replace(reading, model=ModelVersion(model, "1"))
