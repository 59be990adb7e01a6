"""Stances while a passage is being read: runs of units instead of spans."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.parsed import Run
from onrecord.types import StanceKind


@dataclass(frozen=True, slots=True)
class Draft:
    """One stance.

    Attributes:
        cue: units of the words that take it; the first one is the word that decides.
        by: the words for who takes it; ``None`` where it is whoever says it.
        target: the words for what it is aimed at; ``None`` where there are none ("declined to comment").
        reason: why it was taken for one, in words.
        own: whether it may be aimed at one's own earlier words.
    """

    kind: StanceKind
    cue: tuple[int, ...]
    by: Run | None
    target: Run | None
    reason: str
    own: bool = False
