"""Stand-ins for statements: where a reader does not divide contents, each whole content counts as one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, Generic, TypeVar

from onrecord.types import (
    Attribution,
    Certainty,
    Polarity,
    Reading,
    Span,
    Statement,
    StatementId,
    Time,
)

Id = TypeVar("Id")

PREFIX: Final = "stand-in-"
"""How the ids of stand-ins begin; the ledger keeps for each statement whether it is one."""


def with_statements(reading: Reading) -> Reading:
    """The reading with statements: its own, or one for the content of each attribution where it has none at all.

    A reading that has statements keeps them as they are: an attribution without one then says nothing that could be
    true or false. Certainty, polarity and time of a stand-in are not known, and are left out wherever it is shown.
    """
    if any(attribution.statements for attribution in reading.attributions):
        return reading
    entities = _Places((item.span, item.entity) for item in reading.mentions if item.entity is not None)
    quantities = _Places((item.span, item.id) for item in reading.quantities)
    dates = _Places((item.span, item.id) for item in reading.dates)

    def stand_in(number: int, attribution: Attribution) -> Attribution:
        if not attribution.content:
            return attribution
        spans = attribution.content
        one = Statement(
            StatementId(f"{PREFIX}{number}"), spans, Certainty.UNKNOWN, Polarity.UNKNOWN, Time.NONE,
            entities=entities.inside(spans), quantities=quantities.inside(spans), dates=dates.inside(spans),
        )  # fmt: skip
        return replace(attribution, statements=(one,))

    return replace(
        reading, attributions=tuple(stand_in(number, item) for number, item in enumerate(reading.attributions))
    )


class _Places(Generic[Id]):
    """Things by the places where they stand, to be found without looking at all of them."""

    def __init__(self, things: Iterable[tuple[Span, Id]]) -> None:
        self._sorted = sorted(things, key=lambda thing: thing[0])
        self._starts = [span.start for span, _ in self._sorted]

    def inside(self, spans: tuple[Span, ...]) -> tuple[Id, ...]:
        """What stands wholly inside one of some spans, each once, in order."""
        found: dict[Id, None] = {}
        for span in spans:
            for place in range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)):
                if self._sorted[place][0].end <= span.end:
                    found[self._sorted[place][1]] = None
        return tuple(found)
