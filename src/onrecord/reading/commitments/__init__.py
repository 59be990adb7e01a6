"""Commitments and demands in a text, and the words that say that one was kept or broken."""

from onrecord.reading.commitments.find import find

__all__ = ["find"]
