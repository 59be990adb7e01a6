"""An invented world to report on: persons, bodies, places, outlets and words, some named often, most of them seldom."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

from onrecord.types import MentionType

Thing = TypeVar("Thing")

_HEADS = "Ba Ce Da Fe Ga Hu Ja Ke La Mo Na Po Qua Ri Sa To Va Wi Ya Zo Bri Cla Dre Fla Gri Kro Mer Pla Sta Tri".split()
_MIDDLES = "la ren mi do va shi ka lo ter ba ni sa ru ve dan".split()
_TAILS = "n r s th la no ri den ko vic man son ez ova ian berg mir".split()
_BODIES = (
    "Harbor Board", "Energy Union", "Grain Council", "Relief Front", "Mining Group", "Border Corps", "Rail Works"
)  # fmt: skip


class Zipf(Generic[Thing]):
    """Draws things by Zipf's law: the one at rank r with a weight of 1/r to some power."""

    def __init__(self, things: Sequence[Thing], power: float) -> None:
        self.things = things
        self._sums = list(accumulate(1 / rank**power for rank in range(1, len(things) + 1)))

    def draw(self, chance: random.Random) -> Thing:
        return self.things[bisect(self._sums, chance.random() * self._sums[-1])]


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody or something with a name, and the shorter name used after the first time."""

    name: str
    short: str
    type: MentionType


@dataclass(frozen=True, slots=True)
class World:
    """What articles are about and made of."""

    known: Zipf[Known]
    outlets: Zipf[str]
    words: Zipf[str]
    units: Zipf[str]


def make_world(seed: int = 1, known: int = 50_000, words: int = 40_000) -> World:
    """The same world for the same seed.

    The powers are those of English: about 1 for words (Zipf 1949), a little less for names in news.
    """
    chance = random.Random(seed)
    names: dict[str, Known] = {}
    while len(names) < known:
        one = _known(chance)
        names.setdefault(one.name, one)
    vocabulary = dict.fromkeys(_word(chance).lower() for _ in range(words * 2))
    outlets = [f"{_word(chance)} {kind}" for kind in ("Courier", "Post", "Radio", "Herald", "Wire") for _ in range(40)]
    units = [f"{word}s" for word in list(vocabulary)[:400]]
    return World(
        Zipf(list(names.values()), 0.95), Zipf(outlets, 0.8), Zipf(list(vocabulary)[:words], 1.0), Zipf(units, 0.8)
    )


def _known(chance: random.Random) -> Known:
    kind = chance.random()
    if kind < 0.5:
        surname = _word(chance)
        return Known(f"{_word(chance)} {surname}", surname, MentionType.PERSON)
    if kind < 0.8:
        name = f"{_word(chance)} {chance.choice(_BODIES)}"
        return Known(name, "".join(word[0] for word in name.split()), MentionType.ORGANIZATION)
    name = _word(chance) + _word(chance).lower()
    return Known(name, name, MentionType.GEOPOLITICAL)


def _word(chance: random.Random) -> str:
    middle = "".join(chance.choice(_MIDDLES) for _ in range(chance.choice((0, 1, 1, 2))))
    return chance.choice(_HEADS) + middle + chance.choice(_TAILS)
