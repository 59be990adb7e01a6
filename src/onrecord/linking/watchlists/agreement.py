"""Whether two words of two names agree, and how."""

from __future__ import annotations

from enum import IntEnum
from functools import cache, lru_cache
from typing import Final

from onrecord.linking.watchlists import tables
from onrecord.linking.watchlists.fold import CONSONANTS_ONLY
from onrecord.linking.watchlists.keys import keys, sought_keys
from onrecord.linking.watchlists.romanization import EASTERN, agree_eastern
from onrecord.linking.watchlists.sounds import Sounds, cost, limit, near_limit, sounds

COMPOUNDS: Final = ("abd", "abu", "umm")
"""Beginnings of compound names."""
_LONGER: Final = 4
"""Sounds by which one spelling of a name may be longer than another."""
_LONGEST: Final = 40
"""Sounds of the longest word whose spelling is compared."""


class Agreement(IntEnum):
    """How well two words agree, the worst first."""

    NONE = 0
    INITIAL = 1
    NEAR = 2
    SOUND = 3
    EXACT = 4


@lru_cache(maxsize=131072)
def agree(a: str, b: str) -> Agreement:
    """How two folded words agree: the same letters, the same name in another spelling, nearly so, or not."""
    if a == b:
        return Agreement.EXACT
    if a.startswith(EASTERN) or b.startswith(EASTERN):
        return Agreement.SOUND if agree_eastern(a, b) else Agreement.NONE
    if a.startswith(CONSONANTS_ONLY) or b.startswith(CONSONANTS_ONLY):
        return Agreement.NEAR if len(a) > 3 and len(b) > 3 and keys(a) & keys(b) else Agreement.NONE
    if a.isdigit() or b.isdigit():
        return Agreement.NONE
    same = tables.same_names()
    if a in same and same[a] == same.get(b):
        return Agreement.SOUND
    for prefix in COMPOUNDS:
        # What tells abd al-Karim from abd al-Rahim is short; the shared part must not make it long.
        if a.startswith(prefix) and b.startswith(prefix) and min(len(a), len(b)) > len(prefix) + 1:
            return agree(a[len(prefix) :], b[len(prefix) :])
    if keys(a).isdisjoint(sought_keys(b)) and keys(b).isdisjoint(sought_keys(a)):
        return Agreement.NONE  # as lookup has it; and sets are compared faster than sounds
    first, second = sounds(a), sounds(b)
    if (first, second) in _distinct() or _man_and_woman(first, second):
        return Agreement.NONE
    if abs(len(first) - len(second)) > _LONGER or max(len(first), len(second)) > _LONGEST:
        return Agreement.NONE
    apart = cost(first, second)
    if apart <= limit(first, second):
        return Agreement.SOUND
    return Agreement.NEAR if apart <= near_limit(first, second) else Agreement.NONE


def _man_and_woman(a: Sounds, b: Sounds) -> bool:
    """Whether one is the other with a woman's ending (Petrov, Petrova; Farid, Farida); but zad and zada are one."""
    shorter, longer = sorted((a, b), key=len)
    return longer == (*shorter, "a") and shorter[-3:] != ("z", "a", "d")


@cache
def _distinct() -> frozenset[tuple[Sounds, Sounds]]:
    pairs = ((sounds(a), sounds(b)) for a, b in tables.distinct_names())
    return frozenset((a, b) for a, b in pairs if a != b)
