"""Whether a word is a form of one of some verbs or nouns."""

from __future__ import annotations

from functools import lru_cache

from onrecord.reading.lexicon.inflection import base_forms


@lru_cache(maxsize=32_768)
def form_of(word: str, lemmas: frozenset[str]) -> str | None:
    """The lemma of a set that a lowercase word may be a form of."""
    return next((form for form in base_forms(word) if form in lemmas), None)


@lru_cache(maxsize=32_768)
def noun_in(word: str, nouns: frozenset[str]) -> str | None:
    """The noun of a set that a lowercase word is the singular or plural of."""
    if word in nouns:
        return word
    return next((form for form in base_forms(word) if form in nouns), None) if word.endswith("s") else None
