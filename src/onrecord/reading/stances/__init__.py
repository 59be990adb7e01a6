"""Stances in a text: who affirms, denies, questions or declines, and the words for what it is aimed at."""

from onrecord.reading.stances.find import find

__all__ = ["find"]
