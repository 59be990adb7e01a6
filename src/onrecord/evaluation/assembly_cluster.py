"""Gold for assembly as types: a cluster of short articles, and what holds across them.

The format is described in docs/how-to-evaluate-assembly.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from onrecord.evaluation.assembly_text import place
from onrecord.types import Certainty, CommitmentKind, ConductRelation, Interval, SourceKind, Span, StanceKind


class EchoKind(StrEnum):
    """Why one document is an echo of another."""

    WIRE_CREDIT = "wire-credit"
    REPRINT = "reprint"
    PUBLISHER_FAMILY = "publisher-family"
    REWRITE_CITED = "rewrite-cited"
    REWRITE_UNCITED = "rewrite-uncited"


class ApartKind(StrEnum):
    """Why two documents are no echoes of each other.

    They were written independently; or one is about the other; or one cites the other for a part; or they are two
    editions or versions of one text, which counts neither as an echo nor as none.
    """

    INDEPENDENT = "independent"
    ABOUT = "about"
    CITES = "cites"
    EDITION = "edition"


class ClaimRelation(StrEnum):
    """What a claim is to another: an update of it, in conflict with it, of another scope, narrower or broader."""

    UPDATED = "updated"
    CONFLICTING = "conflicting"
    DIFFERENT_SCOPE = "different-scope"
    NARROWER = "narrower"
    BROADER = "broader"


class FigureRelation(StrEnum):
    """What a figure is to another one."""

    SAME = "same"
    UPDATED = "updated"
    CONFLICTING = "conflicting"
    DIFFERENT_SCOPE = "different-scope"


class Fidelity(StrEnum):
    """How a quotation stands to its reference."""

    EXACT = "exact"
    SHORTENED = "shortened"
    ALTERED = "altered"
    SPLICED = "spliced"
    MISATTRIBUTED = "misattributed"
    NOT_FOUND = "not-found"


class DriftKind(StrEnum):
    """Where certainty changes: from a story to its headline, or from a cited document to the one that cites it."""

    HEADLINE = "headline"
    CITATION = "citation"


class CorrectionKind(StrEnum):
    """What a source does to earlier words: takes them back, or puts others in their place."""

    RETRACTION = "retraction"
    CORRECTION = "correction"


class ChangeKind(StrEnum):
    """What happened to a statement between two editions."""

    NEW = "new"
    DROPPED = "dropped"
    REWORDED = "reworded"
    SOFTENED = "softened"
    HARDENED = "hardened"
    FIGURE = "figure"


class DraftKind(StrEnum):
    """What of a draft is checked."""

    QUOTATION = "quotation"
    FIGURE = "figure"
    CLAIM = "claim"


class Finding(StrEnum):
    """What checking a draft against the ledger finds; ``agrees`` where nothing is wrong."""

    AGREES = "agrees"
    EXACT = "exact"
    SHORTENED = "shortened"
    ALTERED = "altered"
    SPLICED = "spliced"
    OTHER_FIGURE = "other-figure"
    OTHER_SOURCE = "other-source"
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words as they stand in a document; ``number`` says which time, counted from 1, where they stand there often."""

    words: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """Verbatim words of one document, in one piece or several."""

    document: str
    pieces: tuple[Piece, ...]

    @property
    def words(self) -> str:
        return " ".join(piece.words for piece in self.pieces)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where the pieces stand in ``text``, in their order.

        Raises:
            LookupError: a piece does not stand there, or stands there more than once and does not say which.
        """
        return tuple(place(piece.words, piece.number, text) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class ClusterDocument:
    """One document of a cluster, and what its publisher says of it."""

    key: str
    file: Path
    publisher: str
    published: date
    url: str | None


@dataclass(frozen=True, slots=True)
class GoldOrigin:
    """Somebody or something that a claim can go back to."""

    key: str
    name: str
    kind: SourceKind


@dataclass(frozen=True, slots=True)
class ClaimEvidence:
    """A statement of a claim: its words, the stance toward the claim, and the origins it goes back to."""

    quoted: Quoted
    stance: StanceKind
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How often a claim is put forward; only affirming evidence counts."""

    statements: int
    documents: int
    publishers: int
    origins: int
    origins_min: int


@dataclass(frozen=True, slots=True)
class ClaimOrigin:
    """One origin of one claim, with the reasons why evidence was collapsed into it, or why it stands apart."""

    origin: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelatedClaim:
    """The claim that has it is ``relation`` of (or than) ``claim``."""

    claim: str
    relation: ClaimRelation
    reason: str


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """Statements that say the same thing."""

    key: str
    evidence: tuple[ClaimEvidence, ...]
    origins: tuple[ClaimOrigin, ...]
    counts: Counts
    related: tuple[RelatedClaim, ...]


@dataclass(frozen=True, slots=True)
class GoldEcho:
    """``document`` is an echo of ``of``; ``shared`` are words of the echo that show it."""

    document: str
    of: str
    kind: EchoKind
    reason: str
    shared: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Two documents neither of which is an echo of the other."""

    first: str
    second: str
    kind: ApartKind


@dataclass(frozen=True, slots=True)
class Changed:
    """Words of the reference, and those that stand in their place; one of them may be empty."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class QuoteOccurrence:
    """A quotation in one document; ``speaker`` where it is put in another mouth."""

    quoted: Quoted
    fidelity: Fidelity
    changed: tuple[Changed, ...]
    speaker: str | None


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One quotation: its reference, or the document in which it does not stand, and its other occurrences."""

    key: str
    speaker: str
    reference: Quoted | None
    within: str | None
    occurrences: tuple[QuoteOccurrence, ...]


@dataclass(frozen=True, slots=True)
class AssemblyStance:
    """Who takes which stance: toward claims, toward all that ``source`` says, or toward all of ``document``.

    Attributes:
        claims: every claim that the stance stands on.
    """

    by: str
    kind: StanceKind
    quoted: Quoted
    source: str | None
    document: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """Earlier words that their own source takes back or corrects."""

    kind: CorrectionKind
    by: str
    quoted: Quoted
    of: Quoted
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelatedFigure:
    """The figure that has it is ``relation`` of (or to) ``figure``."""

    figure: str
    relation: FigureRelation
    reason: str


@dataclass(frozen=True, slots=True)
class AssemblyFigure:
    """One value of one source."""

    key: str
    entity: str
    value: Interval
    unit: str
    modifier: str | None
    as_of: str | None
    source: str
    evidence: tuple[Quoted, ...]
    relations: tuple[RelatedFigure, ...]


@dataclass(frozen=True, slots=True)
class LaterConduct:
    """What is told of a commitment later; ``relation`` where the words that tell it draw the link themselves."""

    quoted: Quoted
    by: str
    relation: ConductRelation | None


@dataclass(frozen=True, slots=True)
class AssemblyCommitment:
    """A commitment across documents, and the conduct that belongs to it."""

    key: str
    kind: CommitmentKind
    by: str
    to: str | None
    evidence: tuple[Quoted, ...]
    instrument: str | None
    date: str | None
    deadline: str | None
    conduct: tuple[LaterConduct, ...]


@dataclass(frozen=True, slots=True)
class Drift:
    """One claim, less sure in one place than in another that rests on it."""

    claim: str
    kind: DriftKind
    start: Quoted
    start_certainty: Certainty
    end: Quoted
    end_certainty: Certainty


@dataclass(frozen=True, slots=True)
class Circle:
    """A claim that comes back to where it came from: each document of the path rests on the one before it."""

    claim: str
    path: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class EditionChange:
    """One difference between two editions; ``old`` is missing where it is new, ``new`` where it was dropped."""

    kind: ChangeKind
    old: Quoted | None
    new: Quoted | None


@dataclass(frozen=True, slots=True)
class EditionDiff:
    """All differences between two editions of a report or versions of an article."""

    old: str
    new: str
    changes: tuple[EditionChange, ...]


@dataclass(frozen=True, slots=True)
class DraftItem:
    """One quotation, figure or attributed claim of a draft, and what checking it must find."""

    quoted: Quoted
    kind: DraftKind
    finding: Finding
    reference: Quoted | None
    changed: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class GoldDraft:
    """A draft to be checked against the documents of its cluster."""

    file: Path
    items: tuple[DraftItem, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster with all its gold.

    Attributes:
        families: names of publisher families, each with its publishers; known to who runs the ledger, so not gold.
    """

    name: str
    split: str
    field: str
    documents: tuple[ClusterDocument, ...]
    families: Mapping[str, tuple[str, ...]]
    origins: tuple[GoldOrigin, ...]
    claims: tuple[GoldClaim, ...]
    echoes: tuple[GoldEcho, ...]
    apart: tuple[Apart, ...]
    quotes: tuple[GoldQuote, ...]
    stances: tuple[AssemblyStance, ...]
    corrections: tuple[Correction, ...]
    figures: tuple[AssemblyFigure, ...]
    commitments: tuple[AssemblyCommitment, ...]
    drifts: tuple[Drift, ...]
    circles: tuple[Circle, ...]
    diffs: tuple[EditionDiff, ...]
    drafts: tuple[GoldDraft, ...]
