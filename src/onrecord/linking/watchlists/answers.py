"""An answer about one entity and one entry: link, unsure or none, with a score and the reasons in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from onrecord.linking.watchlists.weights import ENOUGH

COMMON_NAMES: Final = "the names are common"
COMMON_BODY: Final = "many bear such a name"
LIFTED: Final = frozenset({COMMON_NAMES, COMMON_BODY})
"""What no longer speaks against an entry once other facts agree."""


class Answer(IntEnum):
    """What is said of an entity and an entry."""

    NONE = 0
    UNSURE = 1
    LINK = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the names of an entity and one name of an entry tell.

    Attributes:
        answer: by the names alone.
        weight: how much the shared words tell (see ``weights``).
        exact: every word agrees to the letter and none is missing.
        apart: what the spellings cost together (see ``sounds.cost``).
        liftable: unsure only because the shared words are common; agreeing facts may make it a link.
        agreeing: what agrees, in words; against: what speaks against, in words.
    """

    answer: Answer
    weight: float
    exact: bool = False
    liftable: bool = False
    agreeing: str = ""
    against: tuple[str, ...] = ()
    apart: float = 0.0


NOTHING = Comparison(Answer.NONE, 0.0)


def score(answer: Answer, weight: float, *, exact: bool) -> float:
    """A number between 0 and 1 that grows with what agrees: from 0.85 for links, under 0.8 for what is unsure."""
    if answer is Answer.LINK:
        return round(min(0.99, 0.86 + 0.02 * (weight - ENOUGH) + (0.03 if exact else 0.0)), 3)
    return round(min(0.79, 0.3 + 0.07 * weight), 3)
