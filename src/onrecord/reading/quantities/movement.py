"""Whether something is said to rise or fall in the words before a number."""

from __future__ import annotations

from onrecord.reading.quantities.words import Words

_RISING = frozenset(
    "rose rise rises risen rising grew grow grows grown growing climbed climb climbs climbing increased increase"
    " increases increasing jumped jump jumps jumping soared soar surged surge gained gain gains went go goes up"
    " advanced advance widened widen swelled swell doubled tripled expanded expand raised raise raising raises"
    " accelerated accelerate improved improve rebounded crept edged ticked leapt swollen added adds".split()
)
_FALLING = frozenset(
    "fell fall falls fallen falling dropped drop drops dropping declined decline declines declining decreased"
    " decrease decreases decreasing slid slide slides sank sink plunged plunge tumbled tumble slipped slip lost lose"
    " loses losing slowed slow slows slowing eased ease eases easing down cut cuts cutting shrank shrunk shrink"
    " shrinks narrowed narrow reduced reduce reduces reducing lowered lower lowers lowering halved dipped dip dwindled"
    " slumped slump contracted weakened weaken shed trimmed".split()
)
_CHANGED = frozenset("changed change changes revised moved move moves moving shifted shift come came".split())
REACH = 12
"""Words before a number among which its change is named."""


def direction(words: Words, at: int) -> int | None:
    """Which way something moves in the words before a place: 1 up, -1 down, 0 somewhere; ``None``: it does not."""
    sentence = words.sentence[at]
    for place in range(at - 1, max(0, at - REACH), -1):
        word = words.low[place]
        if words.sentence[place] != sentence or word == ";":
            return None
        if word in _RISING:
            # "Edged down", "went down", "is up"
            return -1 if words.low[place + 1] in ("down", "lower") else 1
        if word in _FALLING:
            return -1
        if word in _CHANGED:
            return 0
    return None
