"""Readings: what the reader found in one document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.types.document import Document
from onrecord.types.ids import AttributionId, EntityId, MentionId
from onrecord.types.spans import Span
from onrecord.types.statements import (
    Act,
    Certainty,
    Commitment,
    Conduct,
    ConductSign,
    Date,
    Polarity,
    Quantity,
    ReporterStance,
    Stance,
    Statement,
)


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
    """A span that names or refers to an entity.

    Attributes:
        name: the bare name inside a longer mention.
        head: the word that says what it is ("minister" in "the acting interior minister of Mali").
        subject: whether it is the subject of a main clause, which is what a pronoun most often refers to.
    """

    id: MentionId
    span: Span
    form: MentionForm
    type: MentionType
    entity: EntityId | None = None
    name: Span | None = None
    head: Span | None = None
    subject: bool = False


class LinkReason(StrEnum):
    """What speaks for two mentions being of one entity."""

    MODEL = "model"
    APPOSITION = "apposition"


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A mention that a later one may refer back to.

    Attributes:
        probability: that the two are of one entity, by the reader's coreference head.
    """

    mention: MentionId
    antecedent: MentionId
    probability: float
    reason: LinkReason = LinkReason.MODEL


@dataclass(frozen=True, slots=True)
class ListLink:
    """An entry of a watch list that an entity may be.

    Attributes:
        list: the list's name ("un-sc").
        id: the entry's reference on its list ("TAi.144").
        score: probability-like number between 0 and 1 that both are the same.
        certain: false where too little is known to say so ("unsure").
        reason: which names and facts agree, and what speaks against, in words.
    """

    list: str
    id: str
    score: float
    certain: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that the document is about or quotes.

    Attributes:
        resolved: false where the text does not tell who this is; ``reason`` says why.
        roles: offices and roles as written ("acting Interior Minister").
        links: entries of watch lists it may be.
        issuer: of a document, who issued it.
        affiliation: of an unnamed source, the body it belongs to ("a Taliban spokesperson").
        anonymity: the reason the text gives for not naming it.
        members: of several who speak together ("Smith and Jones"), who they are.
    """

    id: EntityId
    name: str
    type: MentionType
    mentions: tuple[MentionId, ...]
    resolved: bool = True
    reason: str | None = None
    roles: tuple[str, ...] = ()
    links: tuple[ListLink, ...] = ()
    issuer: EntityId | None = None
    affiliation: EntityId | None = None
    anonymity: str | None = None
    members: tuple[EntityId, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One link of a chain, from the publisher inward.

    Attributes:
        name: words of the text or of the metadata; ``None`` where nobody is named.
        cue: the verb by which the link before it reports this one.
        implied: the text does not say it; the passage goes on reporting this source.
        certainty: how sure this link is of what the links after it say.
    """

    name: str | None
    kind: LinkKind
    entity: EntityId | None = None
    cue: str | None = None
    span: Span | None = None
    implied: bool = False
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (source) says (cue) what (content); or, of kind author, what the article itself says.

    Attributes:
        context_source: the entity whose words the passage goes on reporting without saying so.
        parent: the attribution in whose content this one stands.
        confidence: calibrated probability that source, cue and content are as a careful person would mark them.
        certainty, polarity: those of its main statement, the source's own.
        statements: the clause-sized propositions of its content, in text order; none where it holds no predicate.
        conduct: the commitments it is said to keep or break.
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
    act: Act | None = None
    certainty: Certainty | None = None
    polarity: Polarity | None = None
    reporter_stance: ReporterStance | None = None
    statements: tuple[Statement, ...] = ()
    commitment: Commitment | None = None
    conduct: tuple[Conduct, ...] = ()
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
    """Which model and which lexicon read."""

    reader: str
    lexicon: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document; attributions, mentions, quantities and dates are in text order.

    Attributes:
        antecedents: for linking: which mentions may be of one entity.
        conduct_signs: for linking: words that say that a commitment was kept or broken.
    """

    document: Document
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    echo: Echo | None
    model: ModelVersion
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()
    stances: tuple[Stance, ...] = ()
    antecedents: tuple[Antecedent, ...] = ()
    conduct_signs: tuple[ConductSign, ...] = ()
