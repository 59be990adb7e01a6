"""What questions must give, worked out from the readings themselves without a ledger."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.types import Attribution, Reading, Statement


def told(reading: Reading) -> Iterator[tuple[Attribution, Statement]]:
    """The statements of a reading with the attributions they stand in."""
    for attribution in reading.attributions:
        for statement in attribution.statements:
            yield attribution, statement


def named(reading: Reading, entity: object) -> str | None:
    return next((one.name for one in reading.entities if one.id == entity), None)


def text(reading: Reading, statement: Statement) -> str:
    return " ... ".join(" ".join(span.of(reading.document.text).split()) for span in statement.spans)


def newest_first(readings: list[Reading]) -> list[Reading]:
    return sorted(readings, key=lambda one: one.document.metadata.published or "", reverse=True)
