"""The label sets of the reader's heads; training and inference share them, and their order is the model's."""

from __future__ import annotations

from enum import IntEnum
from typing import Final


class Tag(IntEnum):
    """Tags of a cue: begin, inside, end of a longer one, or a single unit."""

    OUT = 0
    BEGIN = 1
    INSIDE = 2
    END = 3
    SINGLE = 4


class Role(IntEnum):
    """Tags of source and content, for one cue. Begin and end have tags of their own: edges are what is hard."""

    OUT = 0
    SOURCE_BEGIN = 1
    SOURCE_INSIDE = 2
    SOURCE_END = 3
    SOURCE_SINGLE = 4
    CONTENT_BEGIN = 5
    CONTENT_INSIDE = 6
    CONTENT_END = 7
    CONTENT_SINGLE = 8


SOURCE_BASE: Final = 0
CONTENT_BASE: Final = 4

MENTION_TYPES: Final = (
    "person",
    "organization",
    "geopolitical",
    "place",
    "facility",
    "event",
    "work",
    "other",
)
"""Types of a mention; label ``1 + 2 * i`` begins one, ``2 + 2 * i`` goes on with it, 0 is none."""


def successions(tags: int) -> list[tuple[int, int]]:
    """The legal successions of tags in a begin/inside/end/single scheme with ``tags`` labels.

    Label 0 is out; each role has four labels in the order of :class:`Tag`. A succession is legal when no span
    ends without having begun, or begins another before it has ended.
    """
    def opens(label: int) -> bool:
        return label == 0 or (label - 1) % 4 in (0, 3)

    def closes(label: int) -> bool:
        return label == 0 or (label - 1) % 4 in (2, 3)

    legal = []
    for before in range(tags):
        for after in range(tags):
            same_role = before and after and (before - 1) // 4 == (after - 1) // 4
            goes_on = same_role and not closes(before) and not opens(after)
            if goes_on or (closes(before) and opens(after)):
                legal.append((before, after))
    return legal


PLACES: Final = 8
"""Distances between a unit and its head are told apart up to this many units."""

DISTANCES: Final = 10
"""Buckets of the distance between a mention and its antecedent."""

PRONOUNS: Final = frozenset(
    "he she it they him her them his hers its their theirs i we you me us my our your who whom whose which that this "
    "these those himself herself itself themselves myself ourselves yourself one".split()
)
"""Head words that refer without naming; relative and demonstrative ones included."""


def distance_bucket(units: int) -> int:
    """The bucket of a distance in units: logarithmic, from next door (0) to further than a window (9)."""
    return min(DISTANCES - 1, max(0, units).bit_length())
