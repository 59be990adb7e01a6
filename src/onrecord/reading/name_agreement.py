"""One type for all mentions of one name in a passage."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from onrecord.reading.name_signs import plain
from onrecord.reading.name_types import Judged, Strength
from onrecord.reading.source_function_words import GIVEN_NAMES
from onrecord.types import MentionType

_FEW: Final = 2
"""Mentions up to which a person by the model's guess alone may be a body that begins with the same word."""
_ORDER: Final = list(MentionType)


def agreed(names: Sequence[Sequence[str]], judged: Sequence[Judged]) -> list[MentionType | None]:
    """The type of each name, where mentions without a sign of their own go with those of the same words.

    A word alone that ends the full name of a person is that person; one that begins the name of a body is that body.

    Args:
        names: the words of each name, as written.
        judged: what each is by itself.
    """
    keys = [tuple(plain(word) for word in words) for words in names]
    votes: dict[tuple[str, ...], Counter[MentionType]] = defaultdict(Counter)
    strongest: dict[tuple[str, ...], Counter[MentionType]] = defaultdict(Counter)
    for key, one in zip(keys, judged, strict=True):
        if one.type is not None:
            votes[key][one.type] += one.strength
            strongest[key][one.type] = max(strongest[key][one.type], one.strength)
    best = {
        key: max(count, key=lambda kind: (count[kind], strongest[key][kind], -_ORDER.index(kind)))
        for key, count in votes.items()
    }
    surnames = {key[-1] for key, kind in best.items() if kind is MentionType.PERSON and len(key) > 1}
    bodies = {key[0] for key, kind in best.items() if kind is MentionType.ORGANIZATION and len(key) > 1}
    for key, kind in best.items():
        if len(key) > 1 or max(strongest[key].values()) > Strength.HINT:
            continue
        if key[0] in surnames:
            best[key] = MentionType.PERSON
        elif key[0] in bodies - GIVEN_NAMES and kind is MentionType.PERSON and votes[key][kind] <= _FEW:
            best[key] = MentionType.ORGANIZATION
    return [
        best[key] if one.type is not None and one.strength <= Strength.HINT else one.type
        for key, one in zip(keys, judged, strict=True)
    ]
