"""Spans: half-open stretches of a document's text, counted in Unicode code points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]`` of a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span must hold at least one code point: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of ``spans``.

    Raises:
        ValueError: there are none.
    """
    ordered = sorted(spans)
    if not ordered:
        raise ValueError("no spans to cover")
    return Span(ordered[0].start, max(span.end for span in ordered))
