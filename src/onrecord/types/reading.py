"""Readings: what the reader found in one document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from onrecord.types.document import Document
from onrecord.types.spans import Span

AttributionId = NewType("AttributionId", str)
MentionId = NewType("MentionId", str)
EntityId = NewType("EntityId", str)


class SourceKind(StrEnum):
    """What kind of source stands behind an attribution."""

    NAMED_PERSON = "named-person"
    NAMED_ORGANIZATION = "named-organization"
    DOCUMENT = "document"
    UNNAMED_PERSON = "unnamed-person"
    UNNAMED_GROUP = "unnamed-group"
    AUTHOR = "author"
    UNSPECIFIED = "unspecified"


class Quotation(StrEnum):
    """How much of a content stands in quotation marks: all, none, or some of it."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class MentionType(StrEnum):
    """What a mention names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GEOPOLITICAL = "geopolitical"
    PLACE = "place"
    FACILITY = "facility"
    EVENT = "event"
    WORK = "work"
    OTHER = "other"


class MentionForm(StrEnum):
    """How a mention refers."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    ADJECTIVE = "adjective"


class LinkKind(StrEnum):
    """What a link of a chain is: the publication itself, or a kind of source."""

    PUBLISHER = "publisher"
    NAMED_PERSON = "named-person"
    NAMED_ORGANIZATION = "named-organization"
    DOCUMENT = "document"
    UNNAMED_PERSON = "unnamed-person"
    UNNAMED_GROUP = "unnamed-group"
    UNSPECIFIED = "unspecified"


class EchoKind(StrEnum):
    """How a document shows that it carries another's reporting."""

    REPRINT = "reprint"
    CREDIT = "credit"
    CITATION = "citation"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or refers to an entity; ``name`` is the bare name inside a longer one."""

    id: MentionId
    span: Span
    form: MentionForm
    type: MentionType
    entity: EntityId | None = None
    name: Span | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that the document is about or quotes.

    Attributes:
        resolved: false where the text does not tell who this is; ``reason`` says why.
    """

    id: EntityId
    name: str
    type: MentionType
    mentions: tuple[MentionId, ...]
    resolved: bool = True
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One link of a chain, from the publisher inward.

    Attributes:
        name: words of the text or of the metadata; ``None`` where nobody is named.
        cue: the verb by which the link before it reports this one.
        implied: the text does not say it; the passage goes on reporting this source.
    """

    name: str | None
    kind: LinkKind
    entity: EntityId | None = None
    cue: str | None = None
    span: Span | None = None
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (source) says (cue) what (content); or, of kind author, what the article itself says.

    Attributes:
        context_source: the entity whose words the passage goes on reporting without saying so.
        parent: the attribution in whose content this one stands.
        confidence: calibrated probability that source, cue and content are as a careful person would mark them.
        reasons: why, in words.
    """

    id: AttributionId
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_kind: SourceKind
    quotation: Quotation
    confidence: float
    source_entity: EntityId | None = None
    context_source: EntityId | None = None
    parent: AttributionId | None = None
    chain: tuple[ChainLink, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Echo:
    """Evidence that the document carries another's reporting, with the words that show it."""

    of: str
    kind: EchoKind
    spans: tuple[Span, ...]
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class ModelVersion:
    """Which model read."""

    reader: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document; attributions are in text order."""

    document: Document
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    echo: Echo | None
    model: ModelVersion
