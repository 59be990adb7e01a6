"""The lexicon: words that show who speaks how, how surely, and whether it is so or not; tables that people can read."""

from onrecord.reading.lexicon.entries import (
    CertaintyEffect,
    Cue,
    Hedge,
    HedgeKind,
    HedgePolarity,
    HedgeWhen,
    Negated,
    Negator,
    NegatorEffect,
    Part,
    PolarityEffect,
    Scope,
    When,
)
from onrecord.reading.lexicon.load import Lexicon
from onrecord.reading.lexicon.pattern import Found, Patterns
from onrecord.reading.lexicon.words import TextWords, Word, words_of

__all__ = [
    "CertaintyEffect",
    "Cue",
    "Found",
    "Hedge",
    "HedgeKind",
    "HedgePolarity",
    "HedgeWhen",
    "Lexicon",
    "Negated",
    "Negator",
    "NegatorEffect",
    "Part",
    "Patterns",
    "PolarityEffect",
    "Scope",
    "TextWords",
    "When",
    "Word",
    "words_of",
]
