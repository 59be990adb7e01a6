"""What one attribution is to another, in words: whose pledge, kept or broken, denied by whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from onrecord.present.index import Index
from onrecord.present.outline import Entry
from onrecord.types import CommitmentKind, ConductRelation, EntityId, Span, Stance, StanceKind

DOES: Final = {ConductRelation.KEEPS: "keep", ConductRelation.CONTRADICTS: "break"}
"""Conduct as what somebody is said to do with a commitment."""
IS: Final = {ConductRelation.KEEPS: "kept", ConductRelation.CONTRADICTS: "broken"}
"""Conduct as what a commitment is said to be."""

STANCES: Final = {
    StanceKind.AFFIRM: ("affirms", "affirmed"),
    StanceKind.DENY: ("denies", "denied"),
    StanceKind.QUESTION: ("questions", "questioned"),
    StanceKind.DECLINE: ("declines to comment on", "met with no comment"),
}
"""A stance as what the source does, and as what is done to the other."""

_SMALL: Final = len("that ")
"""Characters that a content may have before what is pledged in it."""


def is_own(entry: Entry, entity: EntityId | None, span: Span | None) -> bool:
    """Whether a party is the source of the entry, so that it need not be named again."""
    source = entry.attribution.source
    if entity is not None and entity == entry.attribution.source_entity:
        return True
    return span is not None and any(one.overlaps(span) for one in source)


def is_content(entry: Entry, words: str) -> bool:
    """Whether words are all that the content of the entry says."""
    return entry.content.endswith(words) and len(entry.content) - len(words) <= _SMALL


def committed(home: Entry | None) -> str:
    """What an entry holds: a pledge or a demand."""
    commitment = None if home is None else home.attribution.commitment
    return (CommitmentKind.PLEDGE if commitment is None else commitment.kind).value


def met_stances(known: Index, entry: Entry) -> list[tuple[StanceKind, list[Stance]]]:
    """The stances that others take toward what an entry says, by kind."""
    found: dict[StanceKind, list[Stance]] = {}
    for stance in known.met.get(entry.attribution.id, ()):
        if stance.attribution != entry.attribution.id and stance.attribution in known.entries:
            found.setdefault(stance.kind, []).append(stance)
    return list(found.items())


def by_source(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Entries by who says it, in order."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.who, []).append(entry)
    return list(found.items())


def reached_entries(known: Index, stance: Stance) -> list[Entry]:
    """The entries whose statements a stance reaches, in the order of the text."""
    homes = (known.homes.get(statement) for statement in stance.statements)
    return list({home.attribution.id: home for home in homes if home is not None}.values())
