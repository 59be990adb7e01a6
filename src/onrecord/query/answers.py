"""Answers: what questions to a ledger give. Names of entities, documents and claims are public ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from onrecord.ledger.verdict_kinds import Standing
from onrecord.types import (
    Act,
    BlockKind,
    Certainty,
    ChainLink,
    CommitmentKind,
    ConductRelation,
    DocumentId,
    MentionType,
    ModelVersion,
    Polarity,
    Quotation,
    ReporterStance,
    SourceKind,
    Span,
    StanceKind,
    Time,
)

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """One page of an answer.

    Attributes:
        items: in a fixed order, which does not depend on when documents came.
        next: where the next page goes on; nothing at the end.
    """

    items: tuple[Item, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something named.

    Attributes:
        name: as a document writes it; nothing where nobody is named.
        entity: its public name in the ledger, where it has one.
    """

    name: str | None
    entity: str | None = None
    type: MentionType | None = None


@dataclass(frozen=True, slots=True)
class DocumentAnswer:
    """What is known of a document.

    Attributes:
        published: ISO date, where it is known.
        retrieved: when it was fetched, in UTC.
        original: SHA-256 of the bytes it was made from, in hexadecimal digits.
        length: of its text, in code points.
        version, versions: which of how many documents of its address it is, the oldest being 1.
        model: by which it was read.
    """

    id: DocumentId
    source: str
    title: str | None
    byline: str | None
    publisher: str | None
    url: str | None
    published: str | None
    retrieved: str
    language: str | None
    original: str
    length: int
    version: int
    versions: int
    model: ModelVersion


@dataclass(frozen=True, slots=True)
class Citation:
    """Where words stand, so that they can be cited.

    Attributes:
        original: SHA-256 of the bytes of the document.
        paragraph: number of the block they stand in, from 1, furniture left out.
        page: of a paged document.
    """

    document: DocumentId
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    retrieved: str
    original: str
    paragraph: int | None
    page: int | None


@dataclass(frozen=True, slots=True)
class RolesAnswer:
    """Who does what to whom in a statement, in its own words, with the entities that these name."""

    subject: Named | None = None
    predicate: str | None = None
    object: Named | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One occasion on which a statement was made.

    Attributes:
        id: public name of the statement, else of the attribution.
        attribution: public name of the attribution it stands in.
        statement: nothing where the attribution makes no statement that could be true or false.
        source, cue, content: spans of the attribution.
        spans: of the statement.
        text: the words of the statement; where it is in several pieces, three dots stand between them.
        stance: how the source stands to it; affirm where nothing else is said.
        chain: from the publisher inward; entities in it are public names.
        speaker: whose word it is.
        standing: what people decided; suggestions are undecided.
        stand_in: the reader did not divide the content; this is the whole of it.
        reasons: why it was read so, in words.
    """

    id: str
    document: DocumentId
    attribution: str
    statement: str | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    spans: tuple[Span, ...]
    text: str
    stance: StanceKind
    certainty: Certainty | None
    polarity: Polarity | None
    time: Time | None
    act: Act | None
    reporter_stance: ReporterStance | None
    source_kind: SourceKind
    quotation: Quotation
    confidence: float
    chain: tuple[ChainLink, ...]
    speaker: Named
    roles: RolesAnswer
    standing: Standing
    stand_in: bool
    reasons: tuple[str, ...]
    citation: Citation
    echo_of: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much affirms a claim; origins are an upper bound, the lower one stands beside it."""

    statements: int
    documents: int
    publishers: int
    origins: int
    origins_min: int


@dataclass(frozen=True, slots=True)
class Stander:
    """Who stands how to a claim.

    Attributes:
        toward: ``claim``, or ``source`` where the stance is to everything its source said.
    """

    name: str | None
    entity: str | None
    toward: str = "claim"


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """A claim in a list.

    Attributes:
        text: one of its wordings, verbatim.
        first_seen, last_seen: days of publication, else of retrieval.
        standing: what people decided about its evidence.
        published: day of the document its wording is from.
    """

    id: str
    text: str
    entities: tuple[Named, ...]
    counts: Counts
    affirmed_by: tuple[Stander, ...]
    denied_by: tuple[Stander, ...]
    questioned_by: tuple[Stander, ...]
    declined_by: tuple[Stander, ...]
    first_seen: str | None
    last_seen: str | None
    act: Act | None
    certainty: Certainty | None
    standing: Standing
    document: DocumentId


@dataclass(frozen=True, slots=True)
class Origin:
    """A distinct terminal source of a claim, with the evidence that goes back to it and why."""

    name: str | None
    kind: SourceKind
    entity: str | None
    evidence: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """Everything on record about one claim. ``related``, ``drift`` and ``circular`` wait for assembly."""

    claim: ClaimAnswer
    evidence: tuple[Evidence, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that a search found.

    Attributes:
        block: what kind of block they stand in.
        span: of the block.
        text: of the block, or of its part around the first match.
        matches: spans of the words searched for.
    """

    document: DocumentId
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    block: BlockKind
    span: Span
    text: str
    matches: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SourceAnswer:
    """Somebody who is on record as a source.

    Attributes:
        statements: how many are theirs.
        documents: in how many documents they are named.
    """

    entity: str
    name: str
    type: MentionType
    statements: int
    documents: int


@dataclass(frozen=True, slots=True)
class FigureAnswer:
    """One value of one source.

    Attributes:
        low, high: both bounds included; nothing where open-ended.
        before: low and high that it changed from, where it is a change.
        text: the words of it, as the newest document has them.
        documents: how many documents give it.
    """

    id: str
    entity: Named
    low: float | None
    high: float | None
    unit: str | None
    unit_norm: str | None
    modifier: str | None
    as_of: str | None
    before: tuple[float | None, float | None] | None
    source: Named
    text: str
    published: str | None
    certainty: Certainty | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ConductAnswer:
    """What is later said of a commitment."""

    evidence: Evidence
    by: Named
    relation: ConductRelation
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PledgeAnswer:
    """A commitment on record.

    Attributes:
        what: its words.
        exchange: what it is given in exchange for, in words.
    """

    id: str
    kind: CommitmentKind
    by: Named
    to: Named | None
    what: str
    exchange: str | None
    instrument: str | None
    date: str | None
    deadline: str | None
    evidence: tuple[Evidence, ...]
    conduct: tuple[ConductAnswer, ...]


@dataclass(frozen=True, slots=True)
class DisputeAnswer:
    """A source that denies, questions or declines.

    Attributes:
        claims: what it reaches, by public name.
        toward: whose whole statement it is aimed at, where it is.
        text: the words in which it is done.
    """

    id: str
    stance: StanceKind
    by: Named
    claims: tuple[str, ...]
    toward: Named | None
    toward_document: DocumentId | None
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class TieAnswer:
    """One statement about the relation of two entities.

    Attributes:
        direct: the one is its subject and the other its object, in either direction.
    """

    id: str
    claim: str
    text: str
    direct: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Companion:
    """Who appears in the same documents, and in how many of those looked at."""

    entity: Named
    documents: int


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of a watch list that an entity may be, and in how many documents it is linked so."""

    list: str
    id: str
    score: float
    certain: bool
    reason: str
    documents: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything on record about and by an entity, on one page.

    Attributes:
        names: every name it goes by.
        roles: offices as written, each with the number of documents among those looked at.
        same: public names of entities it is one with.
        documents, about, said: how many documents name it, and how many statements are about and by it.
        looked_at: how many of the newest documents roles, links, companions and tallies are taken from.
        about_certainty, about_speakers: of the statements about it there.
    """

    entity: Named
    names: tuple[str, ...]
    roles: tuple[tuple[str, int], ...]
    links: tuple[Link, ...]
    same: tuple[str, ...]
    documents: int
    about: int
    said: int
    first_seen: str | None
    last_seen: str | None
    looked_at: int
    about_certainty: tuple[tuple[Certainty | None, int], ...]
    about_speakers: tuple[tuple[Named, int], ...]
    claims_about: tuple[ClaimAnswer, ...]
    claims_by: tuple[ClaimAnswer, ...]
    figures: tuple[FigureAnswer, ...]
    pledges: tuple[PledgeAnswer, ...]
    disputes: tuple[DisputeAnswer, ...]
    appears_with: tuple[Companion, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a name was taken to mean, for saying so.

    Attributes:
        entities: by public name, each with the name it goes by.
    """

    name: str
    entities: tuple[Named, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Bearer:
    """An entity of one document that is an entity of the ledger.

    Attributes:
        id: public name of it in its document, by which it can be set apart.
        name: as the document shows it.
        roles: as written.
    """

    id: str
    document: DocumentId
    name: str
    roles: tuple[str, ...]
    published: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class EntityAnswer:
    """An entity of the ledger.

    Attributes:
        names: every name it goes by.
        trait: what tells it from namesakes, where anything does.
        link: the entry of a watch list that it certainly is.
        everywhere: it is the same in every document with its name; else it is known in one document only.
        same: public names of entities it is one with, and why they are.
        bearers: in the newest documents that name it.
    """

    entity: Named
    names: tuple[str, ...]
    documents: int
    about: int
    said: int
    trait: str | None
    link: str | None
    everywhere: bool
    same: tuple[str, ...]
    bearers: tuple[Bearer, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two entities that may be one; a person can decide."""

    a: Named
    b: Named
    reason: str
