"""What stands where in a reading: from an entity, a statement, a figure or a stance to the entries it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.present.outline import Entry, Outline, outline
from onrecord.types import (
    AttributionId,
    Conduct,
    Date,
    DateId,
    Entity,
    EntityId,
    Quantity,
    QuantityId,
    Reading,
    Span,
    Stance,
    StatementId,
)


@dataclass(frozen=True, slots=True)
class Index:
    """A reading with the ways through it.

    Attributes:
        listed: its outline.
        entries: every entry, the author's voice among them.
        homes: the entry in which a statement stands.
        taken: stances by the attribution that reports them.
        met: stances by the attributions whose statements they reach.
        conduct: entries that tell of conduct, by the attribution of the commitment.
        sourced: entries of which an entity is the source.
        holders: the innermost entry in whose content a figure or a date stands.
    """

    reading: Reading
    listed: Outline
    entities: Mapping[EntityId, Entity]
    quantities: Mapping[QuantityId, Quantity]
    dates: Mapping[DateId, Date]
    entries: Mapping[AttributionId, Entry]
    homes: Mapping[StatementId, Entry]
    taken: Mapping[AttributionId, Sequence[Stance]]
    met: Mapping[AttributionId, Sequence[Stance]]
    conduct: Mapping[AttributionId, Sequence[tuple[Entry, Conduct]]]
    sourced: Mapping[EntityId, Sequence[Entry]]
    holders: Mapping[QuantityId | DateId, Entry]

    @property
    def text(self) -> str:
        return self.reading.document.text

    def name(self, entity: EntityId | None) -> str | None:
        """The name of an entity on one line."""
        found = None if entity is None else self.entities.get(entity)
        return None if found is None else " ".join(found.name.split())


def index(reading: Reading) -> Index:
    """Goes over a reading once."""
    listed = outline(reading)
    every = (*listed.entries, *listed.voice)
    entries = {entry.attribution.id: entry for entry in every}
    homes = {statement.id: entry for entry in every for statement in entry.attribution.statements}
    taken: dict[AttributionId, list[Stance]] = defaultdict(list)
    met: dict[AttributionId, list[Stance]] = defaultdict(list)
    for stance in reading.stances:
        taken[stance.attribution].append(stance)
        reached = dict.fromkeys(homes[one].attribution.id for one in stance.statements if one in homes)
        for home in reached:
            met[home].append(stance)
    conduct: dict[AttributionId, list[tuple[Entry, Conduct]]] = defaultdict(list)
    sourced: dict[EntityId, list[Entry]] = defaultdict(list)
    for entry in every:
        for one in entry.attribution.conduct:
            conduct[one.commitment].append((entry, one))
        if entry.attribution.source_entity is not None:
            sourced[entry.attribution.source_entity].append(entry)
    return Index(
        reading=reading,
        listed=listed,
        entities={one.id: one for one in reading.entities},
        quantities={one.id: one for one in reading.quantities},
        dates={one.id: one for one in reading.dates},
        entries=entries,
        homes=homes,
        taken=dict(taken),
        met=dict(met),
        conduct=dict(conduct),
        sourced=dict(sourced),
        holders=_holders(reading, every),
    )


def _holders(reading: Reading, entries: Sequence[Entry]) -> dict[QuantityId | DateId, Entry]:
    """The entry with the shortest piece of content around each figure and date, in one walk along the text."""
    contents = sorted(
        ((span, entry) for entry in entries for span in entry.attribution.content), key=lambda one: one[0]
    )
    found: dict[QuantityId | DateId, Entry] = {}
    open_ones: list[tuple[Span, Entry]] = []
    at = 0
    things: list[Quantity | Date] = [*reading.quantities, *reading.dates]
    for thing in sorted(things, key=lambda one: one.span):
        while at < len(contents) and contents[at][0].start <= thing.span.start:
            open_ones.append(contents[at])
            at += 1
        open_ones = [one for one in open_ones if one[0].end > thing.span.start]
        around = [one for one in open_ones if one[0].end >= thing.span.end]
        if around:
            found[thing.id] = min(around, key=lambda one: len(one[0]))[1]
    return found
