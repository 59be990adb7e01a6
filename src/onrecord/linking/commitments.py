"""Whose commitments they are, to whom they are given, and which one some conduct keeps or breaks."""

from __future__ import annotations

from dataclasses import replace

from onrecord.linking.conduct import links
from onrecord.linking.places import Referents
from onrecord.types import Attribution, Commitment, Reading


def with_commitments(reading: Reading) -> Reading:
    """The reading with the entities of its commitments, and with conduct linked to them."""
    if all(item.commitment is None for item in reading.attributions):
        return replace(reading, conduct_signs=())
    referents = Referents(reading)
    attributions = tuple(
        item if item.commitment is None else replace(item, commitment=_linked(item, item.commitment, referents))
        for item in reading.attributions
    )
    reading = replace(reading, attributions=attributions)
    if reading.conduct_signs:
        told = links(reading, referents)
        attributions = tuple(
            replace(item, conduct=tuple(told[item.id])) if item.id in told else item for item in attributions
        )
    return replace(reading, attributions=attributions, conduct_signs=())


def _linked(item: Attribution, commitment: Commitment, referents: Referents) -> Commitment:
    by = referents.of(commitment.by_span)
    if by is None and commitment.by_span is not None and any(span.overlaps(commitment.by_span) for span in item.source):
        by = item.source_entity
    return replace(commitment, by=by, to=referents.of(commitment.to_span))
