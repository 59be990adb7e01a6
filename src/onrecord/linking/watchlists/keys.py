"""The keys under which words are stored and sought: their consonants, in classes that romanization keeps apart.

A word is stored under the key of its spelling, and sought under the keys of all spellings that one changed consonant
makes; vowels are compared only afterward. A key holds no vowels, so it is short and many words share it, but few names
share two.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import Final

from onrecord.linking.watchlists.fold import CONSONANTS_ONLY
from onrecord.linking.watchlists.sounds import VOWELS, sounds

# The first class of every sound is one letter.
_CLASSES: Final = {
    "kh": ("H",), "h": ("H",), "x": ("H", "KS"), "gh": ("G",), "g": ("G",), "k": ("K",), "q": ("K",), "c": ("K",),
    "j": ("J",), "zh": ("J",), "ch": ("C",), "sh": ("S",), "ts": ("Z",), "th": ("T",), "dh": ("D",), "w": ("V", ""),
    "f": ("F",),
}  # fmt: skip
_ALSO: Final = {
    "gh": ("K", "H"), "k": ("G",), "q": ("G", "H"), "g": ("J", "H", "K"), "h": ("", "G", "C", "KS"),
    "kh": ("C", "K", "KS"), "j": ("G", "Z", ""), "zh": ("Z",), "c": ("S", "Z", "C", "J"),
    "ch": ("S", "H", "Z", "K", "J"),
    "ts": ("C", "S", "K"), "th": ("S",), "dh": ("Z",), "z": ("D", "S", "Z", "J"), "s": ("Z", "T", "K"), "d": ("T", "Z"),
    "t": ("D",), "b": ("P",), "p": ("B",), "v": ("F", "B", ""), "f": ("V",), "sh": ("C",), "x": ("J",), "m": ("N",),
    "n": ("M",),
}  # fmt: skip
MOST_KEYS: Final = 24
"""Keys under which one word is sought at most."""
_MANY: Final = 12
"""Consonants from which only the first class of each is taken: such words are found anyway."""


@lru_cache(maxsize=131072)
def keys(word: str) -> frozenset[str]:
    """The keys under which a word is found: its consonants in classes; the word itself where it has none."""
    word = word.removeprefix(CONSONANTS_ONLY)
    options = [_CLASSES.get(sound) or (sound.upper(),) for sound in sounds(word) if sound not in VOWELS]
    if all(len(option) == 1 for option in options) or len(options) > _MANY:
        return frozenset({"".join([option[0] for option in options]) or f"={word}"})
    return frozenset("".join(parts) or f"={word}" for parts in product(*options))


@lru_cache(maxsize=16384)
def sought_keys(word: str) -> frozenset[str]:
    """The keys under which words that a person may have meant by this one are found: one consonant taken otherwise."""
    found = set(keys(word))
    row = [sound for sound in sounds(word.removeprefix(CONSONANTS_ONLY)) if sound not in VOWELS]
    base = "".join([_CLASSES[sound][0] if sound in _CLASSES else sound.upper() for sound in row])
    for at, sound in enumerate(row):  # the first class of every sound is one letter
        for other in _ALSO.get(sound, ()):
            found.add(base[:at] + other + base[at + 1 :])
        if len(found) >= MOST_KEYS:
            break
    found.discard("")
    return frozenset(found)
