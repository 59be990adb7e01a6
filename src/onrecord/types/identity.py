"""Identity: what one document tells of who an entity is, for finding the same entity in other documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from onrecord.types.ids import EntityId
from onrecord.types.reading import MentionType, Reading


@dataclass(frozen=True, slots=True)
class Identity:
    """Who an entity is, as far as one document tells.

    Attributes:
        type: what it is, places and geopolitical entities being one kind.
        key: its name in the form of `onrecord.types.words.name_key`.
        whole: the name suffices to be the same entity in every document that gives it with this type, unless what
            ``trait`` says disagrees; false for surnames, bare descriptions and the like, which hold in this
            document only.
        trait: what must agree between namesakes: an entry of a watch list or a field of life; ``None`` where the
            document tells neither.
        names: every name the document gives it, as written, with no repetition.
    """

    type: MentionType
    key: str
    whole: bool
    trait: str | None
    names: tuple[str, ...]


Identify = Callable[[Reading], Mapping[EntityId, Identity]]
"""Tells who the named entities of a reading are; entities without a name are left out."""
