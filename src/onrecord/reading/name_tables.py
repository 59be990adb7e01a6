"""What is known of names beforehand: states and towns, bodies, and the words that say what a name names.

The tables beside this module are plain text, so that a person can read and correct them; ``#`` begins a comment.
They are read once, when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final

from onrecord.types import MentionType

_BY_FILE: Final = {
    "organization_names": MentionType.ORGANIZATION,
    "place_names": MentionType.PLACE,
    "demonyms": MentionType.GEOPOLITICAL,
    "geopolitical_names": MentionType.GEOPOLITICAL,
}
"""Tables of one type each; where two have a name, the later one counts."""


class Where(StrEnum):
    """Where a word stands that says what a name names."""

    FIRST = "first"
    LAST = "last"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Sign:
    """What a table says of a name or a word.

    Attributes:
        sure: false for what is a surname or an ordinary word as well.
    """

    type: MentionType
    sure: bool


@cache
def known_names() -> dict[str, Sign]:
    """Names that are known by themselves, folded and without dots."""
    found: dict[str, Sign] = {}
    for file, kind in _BY_FILE.items():
        for line in _lines(file):
            found |= _signs(line, kind)
    for line in _lines("other_names"):
        label, _, names = line.partition(": ")
        found |= _signs(names, MentionType(label))
    return found


@cache
def demonyms() -> frozenset[str]:
    """Words for what comes from somewhere ("ugandan"), folded."""
    return frozenset(name for line in _lines("demonyms") for name in _signs(line, MentionType.GEOPOLITICAL))


@cache
def name_words() -> dict[Where, dict[str, Sign]]:
    """Words of a name and beside it that say what it names, by where they stand."""
    found: dict[Where, dict[str, Sign]] = {where: {} for where in Where}
    for line in _lines("name_words"):
        label, _, words = line.partition(": ")
        where, _, kind = label.partition(" ")
        for word, sign in _signs(words, MentionType(kind)).items():
            found[Where(where.rstrip("?"))].setdefault(word, Sign(sign.type, not where.endswith("?")))
    return found


def _signs(names: str, kind: MentionType) -> dict[str, Sign]:
    """Names between commas; ``~`` before a name says that it is known as something else too."""
    split = (name.strip() for name in names.split(","))
    return {name.lstrip("~"): Sign(kind, not name.startswith("~")) for name in split if name}


def _lines(name: str) -> Iterator[str]:
    text = (files("onrecord.reading") / "tables" / f"{name}.txt").read_text("utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
