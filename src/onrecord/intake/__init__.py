"""Intake: bytes or an address become a `Document` with fixed text and blocks; the original bytes are kept."""

from onrecord.intake.sources import Raw, expand, fetch
from onrecord.intake.take import take_in

__all__ = ["Raw", "expand", "fetch", "take_in"]
