"""The steps of linking, in order."""

from __future__ import annotations

from onrecord.linking.chains import with_chains
from onrecord.linking.commitments import with_commitments
from onrecord.linking.context import with_context
from onrecord.linking.participants import with_participants
from onrecord.linking.sources import resolve
from onrecord.linking.stances import with_stances
from onrecord.types import Reading


def link(reading: Reading) -> Reading:
    """Who is who, whom statements are about, who is bound to what, who disputes what, and every chain."""
    reading = with_context(with_participants(resolve(reading)))
    return with_chains(with_stances(with_commitments(reading)))
