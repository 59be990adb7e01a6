"""What a person searches for: words, "phrases in quotation marks" and beginnings of words*. All must be there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.errors import BadInput
from onrecord.ledger.full_text import Term
from onrecord.types import Span
from onrecord.types.words import folded, words

_PART: Final = re.compile(r'["“”]([^"“”]*)["“”]?(\*?)|([^\s"“”]+)')
_WORD: Final = re.compile(r"[^\W_]+")


def parse_terms(query: str) -> tuple[Term, ...]:
    """The terms of a search.

    Raises:
        BadInput: there is no word in it.
    """
    terms = []
    for found in _PART.finditer(query):
        phrase, star, word = found.groups()
        part = phrase if word is None else word
        listed = tuple(words(part))
        if listed:
            terms.append(Term(listed, prefix=bool(star) or part.endswith("*")))
    if not terms:
        raise BadInput(f"There is no word in {query!r} to search for.", "Search for words or for “a phrase”.")
    return tuple(terms)


class Matcher:
    """Finds terms in texts as the full-text index does."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = terms

    def holds(self, text: str) -> bool:
        """Whether all terms are in a text."""
        listed = words(text)
        return all(next(_places(listed, term), None) is not None for term in self._terms)

    def spans(self, text: str, offset: int = 0) -> tuple[Span, ...]:
        """Where any of the terms stand in a text.

        Args:
            text: where they are looked for.
            offset: where the text begins in its document.
        """
        listed, places = _words_with_places(text)
        found = set()
        for term in self._terms:
            for place in _places(listed, term):
                found.add(Span(offset + places[place][0], offset + places[place + len(term.words) - 1][1]))
        return tuple(sorted(found))


def _places(listed: Sequence[str], term: Term) -> Iterator[int]:
    """Where a term begins in a list of words."""
    size = len(term.words)
    for place in range(len(listed) - size + 1):
        if listed[place] == term.words[0] or size == 1:
            last = listed[place + size - 1]
            same = last.startswith(term.words[-1]) if term.prefix else last == term.words[-1]
            if same and all(listed[place + n] == term.words[n] for n in range(size - 1)):
                yield place


def _words_with_places(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of a text, folded, with where each stands in the text itself."""
    listed: list[str] = []
    places: list[tuple[int, int]] = []
    for found in re.finditer(r"\S+", text):
        if text[found.start() : found.end()].isascii():
            for word in _WORD.finditer(found[0]):
                listed.append(word[0].lower())
                places.append((found.start() + word.start(), found.start() + word.end()))
        else:
            # Folding may change how many letters there are, so that the whole stretch stands for each of its words.
            for one in _WORD.findall(folded(found[0])):
                listed.append(one)
                places.append((found.start(), found.end()))
    return listed, places
