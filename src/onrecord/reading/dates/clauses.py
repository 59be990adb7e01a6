"""Clauses of time that no calendar resolves: "since the country fell", kept with their words."""

from __future__ import annotations

from onrecord.reading.dates.meanings import Expression, Fixed
from onrecord.reading.dates.tense import is_past
from onrecord.reading.quantities.nouns import is_plural
from onrecord.reading.quantities.words import Kind, Words

_PERFECT = frozenset({"has", "have", "had", "’ve", "ve", "been", "first", "last", "began", "ever", "is", "are"})
_SUBJECTS = frozenset({
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "it", "he", "she", "they", "we", "i", "these",
    "those", "this", "that", "you",
})  # fmt: skip
_LONGEST = 12
"""Words of such a clause; a longer one is hardly of time alone."""


def clause(words: Words, at: int) -> list[Expression]:
    """The clause that "since" or "until" begins at a word: a subject, then a verb in the past."""
    low = words.low
    if not (low[at + 1] in _SUBJECTS or words.raw[at + 1][:1].isupper() or is_plural(words.raw[at + 1] or " ")):
        return []
    end, verb = at + 1, None
    while end - at <= _LONGEST:
        if words.kind[end] == Kind.BREAK or low[end] in (",", ".", ";", ":", "!", "?", "—", "–", ")", "”", '"'):
            break
        if verb is not None and low[end] in ("and", "but", "because", "that", "when", "while"):
            break
        if verb is None and end > at + 1 and is_past(words, end):
            verb = end
        end += 1
    else:
        return []
    if verb is None:
        return []
    if low[at] == "since" and not _perfect(words, at, end):
        return []
    return [Expression(at, end, Fixed(None, None))]


def _perfect(words: Words, first: int, end: int) -> bool:
    """Whether the sentence around says that something has gone on since; "since" is "because" otherwise."""
    sentence = words.sentence[first]
    place = first - 1
    while place > 0 and words.sentence[place] == sentence and first - place < 40:
        if words.low[place] in _PERFECT or words.low[place].endswith("est"):
            return True
        place -= 1
    place = end
    while place < len(words) and words.sentence[place] == sentence and place - end < 25:
        if words.low[place] in ("has", "have", "had", "ve"):
            return True
        place += 1
    return False
