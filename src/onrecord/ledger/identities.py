"""The same entity in many documents: who a document's entities are in the ledger, and which of those are one.

All of it is a pure function of the documents and of what people decided, so that the order of arrival makes no
difference and an undone decision leaves no trace:

- entities with one full name and type are one, and so are called by one number, made of both;
- where documents give namesakes more than one trait, each trait is an entity of its own, and documents without a
  trait go to the name alone;
- an entity whose name does not suffice beyond its document has a number of its own;
- entities that are certainly one entry of a watch list are one, and what people judged the same is; two that people
  judged different are never made one by a list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from onrecord.ledger.keys import digest
from onrecord.ledger.verdict_kinds import Judgement
from onrecord.types import MentionType

LIST: Final = "list:"
"""How a trait begins that is an entry of a watch list."""


def shared_public(kind: MentionType, key: str, trait: str | None = None) -> int:
    """The number of an entity that is known in many documents."""
    return digest("entity", kind.value, key, trait or "")


def scoped_public(document: bytes, mark: int) -> int:
    """The number of an entity that is known in one document only."""
    return digest("entity in", document.hex(), str(mark))


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person decided of two entities, by their public numbers."""

    a: int
    b: int
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Linked:
    """An entity that may be one with others, and the entry of a watch list that it certainly is."""

    public: int
    link: str | None


def clusters(entities: Iterable[Linked], decisions: Iterable[Judged]) -> dict[int, int]:
    """Which entities are one: for each entity the lowest public number among those it is one with.

    Args:
        entities: all that could be one with each other.
        decisions: in the order in which they were made; of several on one pair the last counts.
    """
    known = {entity.public: entity.link for entity in entities}
    last: dict[tuple[int, int], Judgement] = {}
    for one in decisions:
        if one.a in known and one.b in known:
            last[min(one.a, one.b), max(one.a, one.b)] = one.judgement
    head = {public: public for public in known}

    def find(public: int) -> int:
        while head[public] != public:
            public = head[public]
        return public

    def unite(a: int, b: int) -> None:
        low, high = sorted((find(a), find(b)))
        head[high] = low

    for (a, b), judgement in sorted(last.items()):
        if judgement is Judgement.SAME:
            unite(a, b)
    apart = [pair for pair, judgement in sorted(last.items()) if judgement is Judgement.DIFFERENT]
    by_link: dict[str, list[int]] = {}
    for public in sorted(known):
        link = known[public]
        if link is not None:
            by_link.setdefault(link, []).append(public)
    for _, linked in sorted(by_link.items()):
        heads: list[int] = []
        for public in linked:
            joined = next((one for one in heads if not _kept_apart({find(one), find(public)}, apart, find)), None)
            if joined is None:
                heads.append(public)
            else:
                unite(joined, public)
    return {public: find(public) for public in known}


def _kept_apart(groups: set[int], apart: Iterable[tuple[int, int]], find: Callable[[int], int]) -> bool:
    """Whether somebody judged a member of the one group different from a member of the other."""
    return len(groups) == 2 and any({find(one), find(other)} == groups for one, other in apart)
