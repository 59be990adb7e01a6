"""How a long run of word pieces is cut into windows that the encoder can read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from onrecord.reading.tokens import Line, Tokens

SIZE = 254
"""Most pieces in a window, as in training; 320 costs a tenth less time and two tenths of a point."""
OVERLAP = 96
"""Least context shared by neighboring windows, in pieces: two or three sentences."""
SLACK = 64
"""How far back to look for the start of a line, so that windows begin with paragraphs."""


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``[start, end)`` to read, answering for the pieces ``[own_start, own_end)``."""

    start: int
    end: int
    own_start: int
    own_end: int


def plan(tokens: Tokens, size: int = SIZE, overlap: int = OVERLAP) -> list[Window]:
    """Windows over all pieces; each piece is answered for by exactly one, where it has most context."""
    total = tokens.pieces
    if total == 0:
        return []
    line_starts = np.flatnonzero(tokens.line != Line.INSIDE)
    bounds: list[tuple[int, int]] = []
    start = 0
    while True:
        end = min(start + size, total)
        bounds.append((start, end))
        if end == total:
            break
        latest = end - overlap
        candidates = line_starts[(line_starts > max(start, latest - SLACK)) & (line_starts <= latest)]
        start = int(candidates[-1]) if len(candidates) else latest
    middles = [(after[0] + before[1]) // 2 for before, after in pairwise(bounds)]
    edges = [0, *middles, total]
    return [Window(*bound, *own) for bound, own in zip(bounds, pairwise(edges), strict=True)]
