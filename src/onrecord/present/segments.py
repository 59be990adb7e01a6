"""Cuts the text of a block at every edge of a span, so that spans which overlap can be marked side by side.

HTML elements nest and spans need not; a segment is a stretch inside which nothing begins or ends, so one element
holds it whatever lies over it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from onrecord.types import AttributionId, Block, Span


class Role(Enum):
    """What a span is to an attribution; ``VOICE`` is a sentence of the author's, ``PLACE`` where a link leads."""

    SOURCE = "src"
    CUE = "cue"
    CONTENT = "con"
    VOICE = "voi"
    CREDIT = "credit"
    PLACE = "w"


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of one attribution; marks that start together are held in the order given, outer ones first.

    Attributes:
        attribution: of a place, its name.
    """

    span: Span
    role: Role
    attribution: AttributionId


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a block under the same marks from end to end.

    Attributes:
        over: the marks over it, outer ones first.
        opens: marks that begin with it.
        closes: marks that end with it, inner ones first.
    """

    span: Span
    over: tuple[Mark, ...]
    opens: tuple[Mark, ...]
    closes: tuple[Mark, ...]

    def of(self, role: Role) -> tuple[AttributionId, ...]:
        """The attributions to which the segment is this, each once, outer ones first."""
        return tuple(dict.fromkeys(mark.attribution for mark in self.over if mark.role is role))


def by_block(blocks: Sequence[Block], marks: Iterable[Mark]) -> list[list[Mark]]:
    """For every block the marks that reach into it; blocks are in text order and do not overlap."""
    starts = [block.span.start for block in blocks]
    found: list[list[Mark]] = [[] for _ in blocks]
    for mark in marks:
        place = max(0, bisect_right(starts, mark.span.start) - 1)
        while place < len(blocks) and starts[place] < mark.span.end:
            if blocks[place].span.overlaps(mark.span):
                found[place].append(mark)
            place += 1
    return found


def segments(block: Span, marks: Sequence[Mark]) -> list[Segment]:
    """The segments of a block in text order; they cover it without gap or overlap.

    A mark that goes on past the block neither opens nor closes at its edge.
    """
    ordered = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))
    starting: dict[int, list[Mark]] = defaultdict(list)
    ending: dict[int, list[Mark]] = defaultdict(list)
    for mark in ordered:
        starting[max(mark.span.start, block.start)].append(mark)
        ending[min(mark.span.end, block.end)].append(mark)
    edges = sorted({block.start, block.end, *starting, *ending})
    result: list[Segment] = []
    over: list[Mark] = []
    for start, end in pairwise(edges):
        over.extend(starting.get(start, ()))
        opens = tuple(mark for mark in starting.get(start, ()) if mark.span.start == start)
        closes = tuple(mark for mark in reversed(over) if mark.span.end == end)
        result.append(Segment(Span(start, end), tuple(over), opens, closes))
        over = [mark for mark in over if mark.span.end > end]
    return result
