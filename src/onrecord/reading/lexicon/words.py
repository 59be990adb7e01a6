"""The words of a text as the lexicon sees them: lower case, contractions taken apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from onrecord.types import Span

_TOKEN = re.compile(
    r"cannot\b"
    r"|[^\W\d_]+(?=n['’]t\b)"  # the "do" of "don't"
    r"|n['’]t\b"
    r"|['’](?:s|re|ve|ll|d|m)\b"
    r"|[^\W_]+(?:[-‐‑.][^\W_]+)*"
    r"|[,;:.!?()\[\]“”\"«»—–\n]"
    r"|(?<=\s)-(?=\s)",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_LONGEST_PIECE = 20_000
_MOST_PIECES = 64
"""Pieces kept at once: more than an attribution ever reaches over."""

_BREAKS = frozenset(",;:.!?()[]“”\"«»—–\n-")


class Word(NamedTuple):
    """One word; a named tuple, because a document has very many and they are made for each.

    Attributes:
        text: lower case, with a straight apostrophe.
        start, end: code points.
        after_break: whether punctuation that parts phrases stands between it and the word before.
    """

    text: str
    start: int
    end: int
    after_break: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class TextWords:
    """The words of one text, found piece by piece when they are asked for, and kept while they are needed.

    Asking goes through a text from its beginning to its end, so the last pieces are enough, and a report of two
    million characters costs no more memory than a short one.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._bounds = _pieces(text)
        self._kept: dict[int, tuple[list[int], list[Word]]] = {}

    def inside(self, span: Span) -> list[Word]:
        """The words that begin inside a span; punctuation is none."""
        first = max(0, bisect_right(self._bounds, span.start) - 1)
        found: list[Word] = []
        for piece in range(first, len(self._bounds) - 1):
            if self._bounds[piece] >= span.end:
                break
            starts, words = self._piece(piece)
            found += words[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        return found

    def _piece(self, number: int) -> tuple[list[int], list[Word]]:
        kept = self._kept.get(number)
        if kept is None:
            words = _words(self.text, self._bounds[number], self._bounds[number + 1])
            kept = [word.start for word in words], words
            if len(self._kept) >= _MOST_PIECES:
                self._kept.pop(next(iter(self._kept)))
            self._kept[number] = kept
        return kept


def words_of(text: str, span: Span | None = None) -> list[Word]:
    """The words of a stretch of text; "cannot" is two, so is "isn't"."""
    words = TextWords(text)
    return words.inside(span if span is not None else Span(0, max(1, len(text))))


def _pieces(text: str) -> list[int]:
    """Where pieces begin, and the end: lines, and within a very long line after white space."""
    bounds = [0]
    for match in _LINE.finditer(text):
        at, end = match.span()
        while end - at > _LONGEST_PIECE:
            space = text.rfind(" ", at, at + _LONGEST_PIECE)
            at = space + 1 if space > at else at + _LONGEST_PIECE
            bounds.append(at)
        if end > bounds[-1]:
            bounds.append(end)
    return bounds


def _words(text: str, low: int, high: int) -> list[Word]:
    words: list[Word] = []
    parted = False
    for match in _TOKEN.finditer(text, low, high):
        start, end = match.span()
        word = match.group().lower()
        if word in _BREAKS:
            parted = True
            continue
        if word == "cannot":
            words += (Word("can", start, start + 3, parted), Word("not", start + 3, end))
        else:
            words.append(Word(word.replace("’", "'"), start, end, parted))
        parted = False
    return words
