"""Words in the one form in which they are compared, to find names and texts alike on every database."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_MARKED: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|\S")
_POSSESSIVE: Final = re.compile(r"['’]s?\b|['’]s?$")
_ACRONYM_DOTS: Final = re.compile(r"\b([^\W\d_])\.(?=[^\W\d_]\.|[^\W\d_]\b|$|\s)")
ARTICLES: Final = frozenset({"the", "a", "an"})


def folded(text: str) -> str:
    """Text without case and diacritics; letters that have no plain form stay as they are."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    marks = {ord(letter): None for letter in set(apart) if unicodedata.combining(letter)}
    return (apart.translate(marks) if marks else apart).casefold()


def words(text: str) -> list[str]:
    """The words of a text in order, folded: runs of letters and digits."""
    return _WORD.findall(folded(text))


def name_key(name: str) -> str:
    """What two writings of one name share: ``the U.N.'s`` and ``UN``, ``Al-Qaeda`` and ``al Qaeda``.

    Case, diacritics, punctuation, articles at the front and genitive endings make no difference.
    """
    plain = _POSSESSIVE.sub("", folded(name.strip()))
    found = _WORD.findall(_ACRONYM_DOTS.sub(r"\1", plain))
    while len(found) > 1 and found[0] in ARTICLES:
        found = found[1:]
    return " ".join(found)
