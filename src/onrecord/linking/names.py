"""Words of a name or of a source reduced to what tells who it is."""

from __future__ import annotations

import re
from typing import Final

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_POSSESSIVE = re.compile(r"(?:'s|’s|'|’)$")
_SMALL: Final = frozenset(
    "a an the this that these those his her its their our my your some any new latest recent same".split()
)

_PRONOUNS: Final = frozenset(
    "he she him her i me who himself herself they them we us themselves ourselves those these it itself this that "
    "which".split()
)


def words(text: str) -> list[str]:
    """Lowercase words of a span without articles, possessive pronouns and genitive endings."""
    found = [_POSSESSIVE.sub("", match.group()).replace(".", "").lower() for match in _WORD.finditer(text)]
    return [word for word in found if word and word not in _SMALL]


def is_pronoun(text: str) -> bool:
    """Whether a source is one pronoun."""
    return text.strip().lower() in _PRONOUNS
