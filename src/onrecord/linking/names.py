"""Words of a source reduced to what tells who it is."""

from __future__ import annotations

import re
from typing import Final

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_POSSESSIVE = re.compile(r"(?:'s|’s|'|’)$")
_SMALL: Final = frozenset(
    "a an the this that these those his her its their our my your some any new latest recent same".split()
)

PERSONAL: Final = frozenset("he she him her i me who himself herself".split())
PLURAL: Final = frozenset("they them we us themselves ourselves those these".split())
THING: Final = frozenset("it itself this that which".split())
PRONOUNS: Final = PERSONAL | PLURAL | THING


def words(text: str) -> list[str]:
    """Lowercase words of a span without articles, possessive pronouns and genitive endings."""
    found = [_POSSESSIVE.sub("", match.group()).replace(".", "").lower() for match in _WORD.finditer(text)]
    return [word for word in found if word and word not in _SMALL]


def key(text: str) -> str:
    """What two mentions of one name share: their words, dots and case aside (``U.N.`` and ``UN``)."""
    return " ".join(words(text))


def is_pronoun(text: str) -> bool:
    """Whether a source is one pronoun."""
    return text.strip().lower() in PRONOUNS
