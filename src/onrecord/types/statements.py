"""Statements and what is known of them: how sure, of what polarity, when, how many, and what was promised.

The closed sets follow DESIGN's words: acts of speech, FactBank's certainty and polarity (Saurí & Pustejovsky 2009),
TIMEX3 values for dates (ISO-TimeML), and SDQC for stances (Gorrell et al. 2019).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.types.ids import AttributionId, DateId, EntityId, QuantityId, StatementId
from onrecord.types.spans import Span

Number = float
"""A bound of a quantity; whole numbers are written without a decimal point in JSON."""


class Act(StrEnum):
    """What a source does in saying something."""

    SAY = "say"
    CLAIM = "claim"
    CONFIRM = "confirm"
    DENY = "deny"
    ESTIMATE = "estimate"
    PREDICT = "predict"
    PLEDGE = "pledge"
    DEMAND = "demand"
    ACCUSE = "accuse"
    WARN = "warn"
    BELIEVE = "believe"
    INFER = "infer"
    ASK = "ask"
    DECLINE = "decline"
    DECIDE = "decide"
    EXPRESS = "express"


class Certainty(StrEnum):
    """How sure the source is of a statement."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """Whether a statement, in its own words, says that something is so or that it is not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


class Time(StrEnum):
    """When a statement says that something holds, seen from the time of speaking."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


class ReporterStance(StrEnum):
    """How the reporter stands to what the source says: "showed", "said", "claimed"."""

    ENDORSING = "endorsing"
    NEUTRAL = "neutral"
    DISTANCING = "distancing"


class Granularity(StrEnum):
    """How fine a date is."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    DURATION = "duration"
    SET = "set"
    REFERENCE = "reference"


class CommitmentKind(StrEnum):
    """A pledge binds who speaks; a demand is put to another."""

    PLEDGE = "pledge"
    DEMAND = "demand"


class ConductRelation(StrEnum):
    """How conduct stands to a commitment, in the words of whoever draws the link."""

    KEEPS = "keeps"
    CONTRADICTS = "contradicts"


class StanceKind(StrEnum):
    """How a source stands to a claim or to all that another source said."""

    AFFIRM = "affirm"
    DENY = "deny"
    QUESTION = "question"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class Roles:
    """Who does what to whom: verbatim spans of one statement, in active terms.

    In "B was attacked by A" the subject is A and the object B.
    """

    subject: Span | None = None
    predicate: Span | None = None
    object: Span | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause-sized proposition inside a content or in the author's voice; never longer than a sentence.

    Attributes:
        spans: its words; a subject shared with another statement is a further span.
        deciding: the words that decide certainty, polarity and time.
        entities, quantities, dates: what stands inside its spans.
        reasons: why it is labeled so, in words, one sentence a label.
    """

    id: StatementId
    spans: tuple[Span, ...]
    certainty: Certainty
    polarity: Polarity
    time: Time
    roles: Roles = Roles()
    deciding: tuple[Span, ...] = ()
    entities: tuple[EntityId, ...] = ()
    quantities: tuple[QuantityId, ...] = ()
    dates: tuple[DateId, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Interval:
    """A number or a range; ``None`` where it is open-ended."""

    low: Number | None
    high: Number | None


@dataclass(frozen=True, slots=True)
class Change:
    """A quantity that changes: what it was and what it became."""

    before: Interval
    after: Interval


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something, as an interval.

    Attributes:
        span: modifier, number and unit.
        low, high: both bounds included; ``None`` where open-ended.
        unit: the noun counted with its modifiers, as written; "percent", "year-old".
        unit_norm: a normal form where there is one (USD, percent, person, km).
        modifier: "about", "an estimated", "at least", as written.
        entity: what it is a number of.
        as_of: ISO date or TIMEX3 value of when it held.
    """

    id: QuantityId
    span: Span
    low: Number | None
    high: Number | None
    unit: str | None
    unit_norm: str | None = None
    modifier: str | None = None
    entity: EntityId | None = None
    as_of: str | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """An expression of time with its TIMEX3 value; ``None`` where it cannot be resolved."""

    id: DateId
    span: Span
    value: str | None
    granularity: Granularity | None


@dataclass(frozen=True, slots=True)
class Commitment:
    """What was pledged or demanded, on the attribution or author's sentence that reports it.

    Attributes:
        by, to: whose pledge (or demand) it is, and to whom it is given or put.
        by_span, to_span: the words that name them.
        what: the content of the commitment.
        exchange: what it is given in exchange for.
        instrument: the agreement, contract or resolution it stands in, as written.
        date, deadline: TIMEX3 values.
    """

    kind: CommitmentKind
    what: tuple[Span, ...]
    by: EntityId | None = None
    to: EntityId | None = None
    by_span: Span | None = None
    to_span: Span | None = None
    exchange: tuple[Span, ...] = ()
    instrument: str | None = None
    date: str | None = None
    deadline: str | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conduct:
    """A commitment that an attribution or author's sentence says is kept or broken, and the words that say so."""

    commitment: AttributionId
    relation: ConductRelation
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ConductSign:
    """Words that say that some commitment was kept or broken, before linking knows which.

    Attributes:
        attribution: the attribution or author's sentence that tells the conduct.
        spans: the words that draw the link ("in breach of").
        refers: the words for the commitment ("its 2021 pledge"); none where the words that draw the link name none.
        actor: who kept or broke it, where the words say so.
    """

    attribution: AttributionId
    relation: ConductRelation
    spans: tuple[Span, ...]
    refers: Span | None = None
    actor: Span | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """How a source stands to another source's whole statement or to single statements.

    Attributes:
        attribution: the attribution or author's sentence that reports the stance.
        toward: the entity all of whose statements it is aimed at, if it is.
        statements: the statements it reaches in this document.
        by, by_span: whose stance it is, and the words that name them.
        target: the words for what it is aimed at ("the report's findings"); none where it has no object.
        own: whether it may be aimed at what the source itself said before ("stood by its estimate", "recanted").
    """

    attribution: AttributionId
    kind: StanceKind
    toward: EntityId | None
    statements: tuple[StatementId, ...]
    reasons: tuple[str, ...] = ()
    by: EntityId | None = None
    by_span: Span | None = None
    target: tuple[Span, ...] = ()
    own: bool = False
