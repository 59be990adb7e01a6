"""Finds the words that a reason quotes in the text they were taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.types import Span

_QUOTED: Final = re.compile(r"“([^“”]+)”")
_GAP: Final = " ... "
"""Stands between words that are apart in the text."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a reason.

    Attributes:
        quoted: whether it stands in quotation marks, which are part of it.
        spans: where the text has these words; none where they were not found.
    """

    words: str
    quoted: bool = False
    spans: tuple[Span, ...] = ()


def parts(reason: str, text: str, near: Sequence[Span]) -> Iterator[Part]:
    """A reason cut at its quotations.

    Args:
        reason: a sentence with words of the text in curly quotation marks.
        text: the document's text.
        near: where the words may stand, the likeliest first; they are looked for nowhere else.
    """
    end = 0
    for found in _QUOTED.finditer(reason):
        if found.start() > end:
            yield Part(reason[end : found.start()])
        yield Part(found[0], True, tuple(_places(found[1], text, near)))
        end = found.end()
    if end < len(reason):
        yield Part(reason[end:])


def _places(quoted: str, text: str, near: Sequence[Span]) -> Iterator[Span]:
    for words in filter(None, map(str.strip, quoted.split(_GAP))):
        place = _place(words, text, near)
        if place is not None:
            yield place


def _place(words: str, text: str, near: Sequence[Span]) -> Span | None:
    for span in near:
        if len(span) >= len(words) and " ".join(span.of(text).split()) == words:
            return span
    for span in near:
        found = _inside(words, text, span)
        if found is not None:
            return found
    return None


def _inside(words: str, text: str, span: Span) -> Span | None:
    """The first place of whole words in a span; white space between them may be of any length."""
    start = text.find(words, span.start, span.end)
    while start >= 0:
        end = start + len(words)
        if not _goes_on(text, start) and not _goes_on(text, end):
            return Span(start, end)
        start = text.find(words, start + 1, span.end)
    if " " not in words:
        return None
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)")
    found = pattern.search(text, span.start, span.end)
    return None if found is None else Span(*found.span())


def _goes_on(text: str, place: int) -> bool:
    """Whether a word goes on over a place."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()
