"""Dates of publication: what pages write, as ISO dates."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_ISO = re.compile(r"^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\.?,?\s+(\d{{4}})\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)


def iso_date(words: str) -> str | None:
    """The date at the start of an ISO time, or written out anywhere in ``words``; ``None`` where there is none.

    Dates of numbers only ("03/04/2024") are not read: which is the month depends on the country.
    """
    iso = _ISO.match(words)
    if iso:
        return _valid(int(iso[1]), int(iso[2]), int(iso[3]))
    day_first = _DAY_FIRST.search(words)
    if day_first:
        return _valid(int(day_first[3]), _month(day_first[2]), int(day_first[1]))
    month_first = _MONTH_FIRST.search(words)
    if month_first:
        return _valid(int(month_first[3]), _month(month_first[1]), int(month_first[2]))
    return None


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()[:3]) + 1


def _valid(year: int, month: int, day: int) -> str | None:
    # Newspapers begin in the 17th century; "0001-01-01" and "9999-12-31" are empty fields of publishing systems.
    if not 1600 <= year <= 2200:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
