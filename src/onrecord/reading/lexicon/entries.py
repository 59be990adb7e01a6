"""Rows of the three tables of a lexicon: cues, hedges and negators. The tables' own remarks explain every column."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.types import Act, Certainty, ReporterStance


class Part(StrEnum):
    """Part of speech of a pattern's main word."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    DETERMINER = "determiner"
    PHRASE = "phrase"
    PUNCTUATION = "punctuation"


class When(StrEnum):
    """What must stand around a cue for its row to hold."""

    ALWAYS = ""
    TO = "to"
    OBJECT_TO = "object-to"
    ING = "ing"
    THAT = "that"
    WHETHER = "whether"
    SHOULD = "should"
    FUTURE = "future"
    PASSIVE = "passive"
    DOCUMENT = "document"
    PERSON = "person"
    COURT = "court"
    REQUEST = "request"
    NUMBER = "number"


class CertaintyEffect(StrEnum):
    """How sure a word leaves its source of what it stands over; "keep" leaves what the other words say."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"
    KEEP = "keep"

    @property
    def certainty(self) -> Certainty | None:
        return None if self is CertaintyEffect.KEEP else Certainty(self.value)


class PolarityEffect(StrEnum):
    """What a cue does to the polarity of its content."""

    KEEP = "keep"
    FLIPS = "flips"
    UNKNOWN = "unknown"


class Negated(StrEnum):
    """What a cue means when it is itself negated ("did not say")."""

    TRANSFER = "transfer"
    KEEP = "keep"
    DECLINE = "decline"
    DENY = "deny"
    OPEN = "open"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of ``cues.tsv``."""

    pattern: tuple[str, ...]
    part: Part
    when: When
    act: Act
    certainty: CertaintyEffect
    polarity: PolarityEffect
    stance: ReporterStance
    factive: bool
    negated: Negated
    example: str

    @property
    def key(self) -> tuple[tuple[str, ...], Part, When]:
        """What an overlay's row must share with this one to replace it."""
        return self.pattern, self.part, self.when


class HedgeKind(StrEnum):
    """What sort of word a hedge is, for the sentence that explains it."""

    MODAL = "modal"
    LIKELIHOOD = "likelihood"
    APPEARANCE = "appearance"
    HEARSAY = "hearsay"
    BELIEF = "belief"
    FORECAST = "forecast"
    NUMBER = "number"
    CONDITION = "condition"
    BOOSTER = "booster"


class HedgeWhen(StrEnum):
    """What must stand around a hedge for its row to hold."""

    ALWAYS = ""
    PERFECT = "perfect"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    FORECAST = "forecast"
    FUTURE = "future"
    INFINITIVE = "infinitive"
    ING = "ing"
    ATTRIBUTIVE = "attributive"
    PASSIVE = "passive"
    NUMBER = "number"
    SEEMING = "seeming"
    EXTRAPOSED = "extraposed"
    INVERTED = "inverted"
    FIRST_PERSON = "first-person"


class HedgePolarity(StrEnum):
    """What a hedge does to polarity: "unlikely" turns it around."""

    KEEP = ""
    FLIPS = "flips"


@dataclass(frozen=True, slots=True)
class Hedge:
    """A row of ``hedges.tsv``."""

    kind: HedgeKind
    pattern: tuple[str, ...]
    part: Part
    when: HedgeWhen
    certainty: CertaintyEffect
    polarity: HedgePolarity
    example: str

    @property
    def key(self) -> tuple[tuple[str, ...], Part, HedgeWhen]:
        """What an overlay's row must share with this one to replace it."""
        return self.pattern, self.part, self.when


class Scope(StrEnum):
    """What a negator reaches."""

    CLAUSE = "clause"
    ARGUMENT = "argument"
    PREDICATE = "predicate"
    PHRASE = "phrase"


class NegatorEffect(StrEnum):
    """Whether a negator turns polarity around, or only looks as if it did ("not only")."""

    FLIPS = "flips"
    KEEPS = "keeps"


@dataclass(frozen=True, slots=True)
class Negator:
    """A row of ``negators.tsv``."""

    pattern: tuple[str, ...]
    scope: Scope
    effect: NegatorEffect
    example: str

    @property
    def key(self) -> tuple[str, ...]:
        """What an overlay's row must share with this one to replace it."""
        return self.pattern
