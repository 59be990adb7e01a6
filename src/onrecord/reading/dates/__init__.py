"""Dates: when.

A grammar of its own, over the same words as the one of quantities: :mod:`recognizing` finds expressions of time and
says what they mean, :mod:`merging` joins those that stand side by side, :mod:`anchoring` resolves them against the date
of publication, the tense around them and the dates before them into TIMEX3 values (ISO-TimeML).
"""

from onrecord.reading.dates.finding import find_dates

__all__ = ["find_dates"]
