"""How a word sounds, roughly, and what it costs to spell one sound as another.

Romanization loses and adds letters in regular ways: *kh*, *h* and *x* for one consonant, *o* and *u* for one vowel,
doubled letters, French *ou* and *ch*. A word becomes a row of sounds, and the cost between two words is an edit
distance (Wagner and Fischer 1974) in which a change that romanization often makes is cheap. Costs were set by hand from
the customs of Arabic, Persian, Pashto, Slavic and Turkic romanization, on the development half of
``eval/gold/names``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate, product
from typing import Final

Sounds = tuple[str, ...]

_LETTERS: Final = {
    "shch": "sh", "tsch": "ch", "dsch": "j", "sch": "sh", "tch": "ch", "dzh": "j", "zh": "zh", "sh": "sh", "sz": "sh",
    "ch": "ch", "cz": "ch", "kh": "kh", "gh": "gh", "ph": "f", "th": "th", "dh": "dh", "dj": "j", "jh": "j", "bh": "b",
    "ck": "k", "ks": "x", "ts": "ts", "tz": "ts", "qu": "q", "y": "i",
    "ee": "i", "oo": "u", "ou": "u", "oe": "u", "ue": "u",
}  # fmt: skip
_SPLIT = re.compile("|".join(sorted(map(re.escape, _LETTERS), key=len, reverse=True)) + "|[a-z0-9]")
_AE = re.compile("ae(?!e)")
"""Ismael and Ismail; but Saeed is Said."""
_ALLAH = re.compile("[aeou](?:llah?|lah)$")
"""Hezbollah and Hizballah, Habibullah and Habib Allah."""
VOWELS: Final = frozenset("aeiou")
_VOWEL_COST: Final = {"ae": 0.25, "ei": 0.25, "ou": 0.15, "ai": 0.7, "ao": 0.5, "au": 0.7, "eo": 0.7, "eu": 0.7}
_CONSONANT_COST: Final = {
    ("kh", "h"): 0.2, ("kh", "k"): 0.5, ("kh", "ch"): 0.3, ("kh", "x"): 0.3, ("h", "x"): 0.3, ("h", "ch"): 0.4,
    ("gh", "g"): 0.15, ("gh", "k"): 0.4, ("gh", "h"): 0.5, ("g", "k"): 0.8, ("g", "j"): 0.4, ("g", "h"): 0.35,
    ("q", "k"): 0.05, ("q", "g"): 0.3, ("q", "gh"): 0.15, ("q", "c"): 0.1, ("q", "kh"): 0.5,
    ("c", "k"): 0.1, ("c", "s"): 0.3, ("c", "ts"): 0.2, ("c", "ch"): 0.3, ("c", "j"): 0.3,
    ("ts", "ch"): 0.6, ("ts", "s"): 0.6, ("ts", "t"): 0.7, ("ts", "z"): 0.4, ("sh", "ch"): 0.3, ("sh", "s"): 0.5,
    ("zh", "j"): 0.25, ("zh", "z"): 0.5, ("j", "ch"): 0.5, ("j", "z"): 0.6, ("j", "i"): 0.35, ("j", "x"): 0.5,
    ("v", "w"): 0.1, ("v", "f"): 0.3, ("v", "b"): 0.5, ("v", "u"): 0.4, ("w", "u"): 0.1, ("w", "o"): 0.2,
    ("th", "t"): 0.15, ("th", "s"): 0.35, ("dh", "d"): 0.15, ("dh", "z"): 0.25, ("d", "z"): 0.7, ("d", "t"): 0.6,
    ("b", "p"): 0.6, ("s", "z"): 0.6, ("m", "n"): 0.8,
}  # fmt: skip
_ENDINGS: Final = frozenset({"ao", "eo"})
"""Mario and Maria, Giorgio and Giorgia: at the end of a name these vowels tell men from women."""
TOO_MUCH: Final = 2.5
"""A cost from which it does not matter how much more it is."""
_OTHER: Final = 1.0
_APART: Final = 2.0
"""A vowel for a consonant: never one romanization of the other."""

_LIMITS: Final = (0.0, 0.2, 0.2, 0.2, 0.3, 0.45, 0.6, 0.75, 0.85, 0.95)
"""Cost up to which two words of so many sounds are one name in two spellings; the last holds for longer ones."""
_NEAR: Final = 0.5
"""How much more a long word may cost and still be near."""
_LONG: Final = 6
"""Sounds from which a word is long enough for that."""


@lru_cache(maxsize=262144)
def sounds(word: str) -> Sounds:
    """The sounds of a folded word, doubled ones once, without a final h after a vowel."""
    word = word.replace("'", "")
    if len(word) > 3 and word.startswith("ye") and word[2] in "vlkgfrm":
        word = word[1:]  # Yevgeny, Yelena, Yeltsin
    if len(word) > 6 and word.endswith("enka"):
        word = word[:-1] + "o"  # Belarusian for Lukashenko
    if len(word) > 4 and word.endswith(("off", "eff")):
        word = word[:-2] + "v"
    word = _AE.sub("ai", word)
    if len(word) > 5:
        word = _ALLAH.sub("ula", word)
    found: list[str] = []
    for letters in _SPLIT.findall(word):
        sound = _LETTERS.get(letters, letters)
        if not found or found[-1] != sound:
            found.append(sound)
    if len(found) > 2 and found[-1] == "h" and found[-2] in VOWELS:
        found.pop()
    return tuple(found)


@cache
def _swaps() -> dict[tuple[str, str], float]:
    """The cost of every sound for every other."""
    everything = {*_LETTERS.values(), *"abcdefghijklmnopqrstuvwxyz0123456789"}
    costs = {}
    for a, b in product(everything, repeat=2):
        mixed = (a in VOWELS) != (b in VOWELS)
        costs[a, b] = 0.0 if a == b else 0.9 if a in VOWELS and b in VOWELS else _APART if mixed else _OTHER
    for (a, b), known in ({(pair[0], pair[1]): known for pair, known in _VOWEL_COST.items()} | _CONSONANT_COST).items():
        costs[a, b] = costs[b, a] = known
    return costs


def _drop(row: Sounds, at: int) -> float:
    """What it costs to leave one sound of a word out."""
    sound, last = row[at], at == len(row) - 1
    beside_vowel = (at > 0 and row[at - 1] in VOWELS) or (not last and row[at + 1] in VOWELS)
    if sound == "h":
        return 0.45
    if sound == "w":
        return 0.15 if beside_vowel and {row[at - 1], row[min(at + 1, len(row) - 1)]} & {"u", "o"} else 0.8
    if sound not in VOWELS:
        return _OTHER
    if last:
        return {"a": 1.0, "e": 0.25, "i": 0.8}.get(sound, 1.0)
    if at == 0:
        return 0.6
    return 0.3 if beside_vowel else 0.5


@lru_cache(maxsize=65536)
def _drops(row: Sounds) -> tuple[float, ...]:
    return tuple(_drop(row, at) for at in range(len(row)))


@lru_cache(maxsize=131072)
def cost(a: Sounds, b: Sounds) -> float:
    """What it costs to turn one row of sounds into the other; symmetric.

    0 for the same; ``TOO_MUCH`` at most.
    """
    if a == b:
        return 0.0
    swaps, drops = _swaps(), _drops(b)
    above = [0.0, *accumulate(drops)]
    for sound, dropped in zip(a, _drops(a), strict=True):
        here = [above[0] + dropped]
        left = here[0]
        for other, corner, over, drop in zip(b, above, above[1:], drops, strict=False):
            left = min(corner + swaps[sound, other], over + dropped, left + drop)
            here.append(left)
        if min(here) >= TOO_MUCH:
            return TOO_MUCH
        before, above = above, here
    found = above[-1]
    if a and b and a[-1] != b[-1] and f"{min(a[-1], b[-1])}{max(a[-1], b[-1])}" in _ENDINGS:
        found = min(before[-2] + 1.0, before[-1] + _drops(a)[-1], above[-2] + drops[-1])
    return min(found, TOO_MUCH)


def limit(a: Sounds, b: Sounds) -> float:
    """Up to which cost two words of these lengths are one name."""
    return _LIMITS[min(max(len(a), len(b)), len(_LIMITS) - 1)]


def near_limit(a: Sounds, b: Sounds) -> float:
    """Up to which cost two words are nearly one name; for short words no more than ``limit``."""
    return limit(a, b) + (_NEAR if min(len(a), len(b)) >= _LONG else 0.0)


_LUMPED: Final = {
    "e": "a", "o": "u", "kh": "h", "x": "h", "gh": "g", "th": "t", "dh": "d", "w": "v", "c": "k", "q": "k",
}  # fmt: skip


@lru_cache(maxsize=262144)
def lumped(word: str) -> str:
    """A word with sounds that are often confused made one, to look it up in a table of names."""
    return "".join(_LUMPED.get(sound, sound) for sound in sounds(word))
