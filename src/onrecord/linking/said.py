"""What is said in a document, by place and by who says it: what a stance may reach."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.linking.stems import stems
from onrecord.types import (
    Act,
    Attribution,
    AttributionId,
    EntityId,
    Reading,
    SourceKind,
    StatementId,
    cover,
)

_SILENT = frozenset({Act.DECLINE, Act.ASK})
LOOK_BACK = 60
"""Attributions before a stance that it may be aimed at; after it, a third of that."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One statement.

    Attributes:
        owner: the place of its attribution in the list of what is said.
        words: stems of its words.
        counts: whether a number stands in it.
    """

    id: StatementId
    owner: int
    start: int
    words: frozenset[str]
    counts: bool


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution that says something.

    Attributes:
        who: its source as an entity, or else the words for it.
        entity: its source, or the document that its passage goes on reporting.
        statements: its own, and those of the attributions inside it.
        words: stems of its content.
    """

    item: Attribution
    start: int
    who: str
    entity: EntityId | None
    statements: tuple[Spoken, ...]
    words: frozenset[str]


class Said:
    """All that is said by somebody in one reading, in text order."""

    def __init__(self, reading: Reading) -> None:
        text = reading.document.text
        self.sayings: list[Saying] = []
        inside = _inside(reading)
        for item in reading.attributions:
            entity = item.source_entity or item.context_source
            author = item.source_kind is SourceKind.AUTHOR
            if (author and entity is None) or item.act in _SILENT:
                continue
            place = len(self.sayings)
            who = entity or (cover(item.source).of(text).lower() if item.source else f"nobody {place}")
            self.sayings.append(
                Saying(item, _start(item), who, entity, tuple(_spoken(text, item, place, inside)), _words(text, item))
            )
        self._starts = [saying.start for saying in self.sayings]
        self._by: dict[str, list[int]] = defaultdict(list)
        for at, saying in enumerate(self.sayings):
            for who in {saying.who, saying.item.context_source or saying.who}:
                self._by[who].append(at)

    def before(self, position: int) -> Sequence[int]:
        """Places of what is said before a code point, the nearest first."""
        at = bisect_left(self._starts, position)
        return range(at - 1, max(-1, at - 1 - LOOK_BACK), -1)

    def after(self, position: int) -> Sequence[int]:
        """Places of what is said after a code point, the nearest first."""
        at = bisect_left(self._starts, position)
        return range(at, min(len(self.sayings), at + LOOK_BACK // 3))

    def by(self, entity: EntityId) -> list[int]:
        """Places of all that an entity says."""
        return self._by.get(entity, [])

    def statements(self, places: Sequence[int]) -> list[Spoken]:
        """The statements of some places in text order, each once."""
        found = {one.id: one for at in sorted(places) for one in self.sayings[at].statements}
        return sorted(found.values(), key=lambda one: one.start)


def _start(item: Attribution) -> int:
    return min(span.start for span in (*item.source, *item.cue, *item.content))


def _inside(reading: Reading) -> dict[AttributionId, list[Attribution]]:
    """The attributions inside each, at whatever depth."""
    parents = {item.id: item.parent for item in reading.attributions}
    found: dict[AttributionId, list[Attribution]] = defaultdict(list)
    for item in reading.attributions:
        above = item.parent
        while above is not None:
            found[above].append(item)
            above = parents.get(above)
    return found


def _spoken(
    text: str, item: Attribution, place: int, inside: dict[AttributionId, list[Attribution]]
) -> Iterator[Spoken]:
    for one in (*item.statements, *(one for inner in inside.get(item.id, ()) for one in inner.statements)):
        said = " ".join(span.of(text) for span in one.spans)
        counts = bool(one.quantities) or any(letter.isdigit() for letter in said)
        yield Spoken(one.id, place, one.spans[0].start, stems(said), counts)


def _words(text: str, item: Attribution) -> frozenset[str]:
    return stems(" ".join(span.of(text) for span in item.content))
