"""Now, then and some day: "currently", "recently", "in the future"; and sets by an adverb ("monthly")."""

from __future__ import annotations

from onrecord.reading.dates.meanings import Expression, Fixed
from onrecord.reading.dates.names import LATELY, SETS
from onrecord.reading.quantities.nouns import stops
from onrecord.reading.quantities.words import HYPHENS, Kind, Words
from onrecord.types import Granularity

_PRESENT = Fixed("PRESENT_REF", Granularity.REFERENCE)
_PAST = Fixed("PAST_REF", Granularity.REFERENCE)
_FUTURE = Fixed("FUTURE_REF", Granularity.REFERENCE)
_NOT_NOW = frozenset({"that", "defunct", "famous", "infamous"})


def reference(words: Words, at: int) -> list[Expression]:
    """An adverb or phrase for the present, the past or the future that begins at a word."""
    low = words.low
    word = low[at]
    if word == "now":
        skipped = low[at + 1] in _NOT_NOW or words.hyphen(at + 1) or low[at - 1] in ("from", "-", "just")
        return [] if skipped else [Expression(at, at + 1, _PRESENT)]
    if word in ("currently", "presently", "nowadays"):
        return [Expression(at, at + 1, _PRESENT)]
    if word in LATELY:
        first = at - 1 if low[at - 1] in ("most", "more") else at
        return [] if words.hyphen(at + 1) else [Expression(first, at + 1, _PAST)]
    if word == "at":
        if low[at + 1] == "present":
            return [Expression(at, at + 2, _PRESENT)]
        if low[at + 1] in ("the", "this") and low[at + 2] in ("moment", "present"):
            return [Expression(at, at + 3, _PRESENT)]
        return []
    if word == "present":
        dated = low[at - 1] in HYPHENS and low[at - 2][-1:].isdigit()
        return [Expression(at, at + 1, _PRESENT)] if dated else []
    if word == "past":
        return _the(words, at, _PAST, ("recent", "distant"))
    return _the(words, at, _FUTURE, ("near", "distant", "foreseeable", "immediate", "not-too-distant"))


def _the(words: Words, at: int, meaning: Fixed, adjectives: tuple[str, ...]) -> list[Expression]:
    """As in “in the recent past”, “in the near future”."""
    low = words.low
    first = at - 1 if low[at - 1] in adjectives else at
    if low[first - 1] != "the" or low[first - 2] not in ("in", "for", "from", "of", "into"):
        return []
    if low[at + 1] == "of" or (first == at and low[first - 2] not in ("in",)):
        return []
    if meaning is _PAST and words.kind[at + 1] == Kind.WORD and not stops(low[at + 1]):
        return []  # "in the past experience of doctors"
    return [Expression(first - 1, at + 1, meaning)]


def repeated(words: Words, at: int) -> list[Expression]:
    """As in “daily”, “annual”: a set by its adjective or adverb, but in a name (“the Daily Post”)."""
    if words.raw[at][0].isupper() and (not words.first_of_sentence(at) or words.raw[at + 1][:1].isupper()):
        return []
    if words.hyphen(at + 1) or words.low[at - 1] in ("-", "bi", "semi"):
        return []
    return [Expression(at, at + 1, Fixed(SETS[words.low[at]], Granularity.SET))]
