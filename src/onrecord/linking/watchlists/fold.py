"""Names in any script reduced to plain lowercase letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from anyascii import anyascii

CONSONANTS_ONLY: Final = "~"
"""Begins a word from a script that writes no short vowels (Arabic, Persian, Pashto, Urdu, Hebrew)."""

_QUOTES = re.compile("[\u2018\u2019\u201b\u02bb\u02bc\u02bd\u02be\u02bf\u02b9\u0060\u00b4\u2032\uff07\u02c8]")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u00ad]")
_HAN = re.compile("([\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]+)")
_ABJAD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_CAPITALS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPACE = re.compile(r"\s+")

# Consonants of the Arabic script as the key of a word writes them; letters that may be vowels, hamza and ayn are left
# out, except w, which keys hold both as a consonant and as nothing.
_ARABIC: Final = {
    "ب": "b", "پ": "p", "ت": "t", "ٹ": "t", "ټ": "t", "ط": "t", "ث": "s", "ص": "s", "س": "s", "ج": "j", "چ": "ch",
    "ح": "h", "خ": "kh", "ه": "h", "ہ": "h", "ھ": "h", "د": "d", "ډ": "d", "ڈ": "d", "ذ": "z", "ز": "z", "ض": "d",
    "ظ": "z", "ژ": "zh", "ر": "r", "ړ": "r", "ڑ": "r", "ش": "sh", "ښ": "sh", "غ": "gh", "ف": "f", "ق": "q", "ک": "k",
    "ك": "k", "گ": "g", "ګ": "g", "ل": "l", "م": "m", "ن": "n", "ڼ": "n", "ں": "n", "و": "w", "څ": "ts", "ځ": "z",
    "ڤ": "v", " ": " ", "-": "-", "\u200c": " ",
}  # fmt: skip
_ARTICLE = re.compile(r"(?:^|(?<= ))\u0627\u0644(?=\S{3})")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lowercase ASCII: accents gone, other scripts transliterated, apostrophes kept as ``'``, spaces single.

    Cyrillic, Greek, Han and the like by anyascii; a Han or Hangul name comes out with its syllables apart. Arabic
    script keeps its consonants only, and each of its words begins with ``CONSONANTS_ONLY``.
    """
    if text.isascii():
        return _SPACE.sub(" ", text.replace("`", "'")).strip().lower()
    text = unicodedata.normalize("NFKC", text)
    if _ABJAD.search(text):
        return _consonants(text)
    text = _DASHES.sub("-", _QUOTES.sub("'", text))
    text = _HAN.sub(lambda found: _CAPITALS.sub(" ", anyascii(found[1])) + " ", text)
    return _SPACE.sub(" ", anyascii(text)).strip().lower()


def _consonants(text: str) -> str:
    words = "".join(_ARABIC.get(letter, "") for letter in _ARTICLE.sub("", text)).split()
    return " ".join(CONSONANTS_ONLY + word for word in words)
