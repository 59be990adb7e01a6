"""The steps of linking, in order."""

from __future__ import annotations

from onrecord.linking.chains import with_chains
from onrecord.linking.context import with_context
from onrecord.linking.sources import resolve
from onrecord.types import Reading


def link(reading: Reading) -> Reading:
    """Who the sources are, whose words a passage goes on reporting, and the chain of every attribution."""
    return with_chains(with_context(resolve(reading)))
