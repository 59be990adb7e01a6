"""Commitments while a passage is being read: runs of units instead of spans."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.reading.parsed import Run
from onrecord.types import CommitmentKind


@dataclass(frozen=True, slots=True)
class Draft:
    """One pledge or demand that a word, or the form of a statement, reports.

    Attributes:
        cue: units of the words that report it; the first one is the word that decides.
        by, to: the words for who is bound or demands, and to whom it is given or put.
        speaker: whether it is the commitment of whoever says it; ``False`` where a source beside the cue is not who is
            bound or demands ("users were promised").
        instrument: the agreement that itself binds ("the contract binds the firm").
        reason: why it was taken for one, in words.
    """

    kind: CommitmentKind
    cue: tuple[int, ...]
    what: tuple[Run, ...]
    reason: str
    by: Run | None = None
    to: Run | None = None
    speaker: bool | None = None
    instrument: Run | None = None
    exchange: tuple[Run, ...] = field(default=())
