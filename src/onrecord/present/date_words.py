"""TIMEX3 values in readable normal form (ISO-TimeML): ``2021-08``, ``summer 2023``, ``3 months``."""

from __future__ import annotations

import re
from typing import Final

from onrecord.types import Date, Granularity

_REFERENCES: Final = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future"}
_SEASONS: Final = {"SP": "spring", "SU": "summer", "FA": "fall", "AU": "fall", "WI": "winter"}
_PARTS: Final = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime", "MI": "midday"}
_HALVES: Final = {"1": "first half", "2": "second half"}
_QUARTERS: Final = {"1": "first quarter", "2": "second quarter", "3": "third quarter", "4": "fourth quarter"}
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PERIODS: Final = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "DE": "decade", "CE": "century", "WE": "weekend",
}  # fmt: skip
_HOURS: Final = {"H": "hour", "M": "minute", "S": "second"}

_OF_YEAR: Final = re.compile(r"(\d{4})-(?:Q(\d)|H(\d)|W(\d\d)(-WE)?|(SP|SU|FA|AU|WI))")
_AT: Final = re.compile(r"(\d{4}(?:-\d\d){0,2})T(\d\d:\d\d(?::\d\d)?|[A-Z]{2})")
_LENGTH: Final = re.compile(
    r"P(?=.)((?:(?:\d+(?:\.\d+)?|X)(?:DE|CE|WE|Y|M|W|D))*)(?:T((?:(?:\d+(?:\.\d+)?|X)[HMS])+))?"
)
_STEP: Final = re.compile(r"(\d+(?:\.\d+)?|X)([A-Z]+?)(?=[\dX]|$)")
_WEEKLY: Final = re.compile(r"XXXX-WXX-(?:(\d)|WE)")


def date_words(date: Date) -> str | None:
    """The value of a date in words that need no table to read; ``None`` where it has none.

    Calendar dates stay as ISO 8601 writes them; a value of a form that is not known here stays as it is.
    """
    value = date.value
    if value is None:
        return None
    if date.granularity is Granularity.SET and value.startswith("P"):
        return f"every {_length(value, every=True) or value}"
    return value_words(value)


def value_words(value: str) -> str:
    """A TIMEX3 value that stands alone, as :func:`date_words` writes it."""
    return " to ".join(_point(part) for part in value.split("/"))


def deadline_words(value: str) -> str:
    """By when something is to be done: ``by 2026-06``, ``within 6 months``."""
    return f"within {value_words(value)}" if value.startswith("P") and _length(value) else f"by {value_words(value)}"


def _point(value: str) -> str:
    if value in _REFERENCES:
        return _REFERENCES[value]
    if re.fullmatch(r"\d{3}", value):
        return f"{value}0s"
    if re.fullmatch(r"\d{2}", value):
        return f"{value}00s"
    if found := _OF_YEAR.fullmatch(value):
        return _of_year(found)
    if found := _AT.fullmatch(value):
        return f"{found[1]}, {_PARTS.get(found[2], found[2])}"
    if found := _WEEKLY.fullmatch(value):
        return f"every {_WEEKDAYS[int(found[1]) - 1]}" if found[1] in set("1234567") else "every weekend"
    return _length(value) or value


def _of_year(found: re.Match[str]) -> str:
    year, quarter, half, week, weekend, season = found.groups()
    if season:
        return f"{_SEASONS[season]} {year}"
    if week:
        return f"{'weekend of ' if weekend else ''}week {int(week)} of {year}"
    return f"{_QUARTERS.get(quarter or '') or _HALVES.get(half or '', 'part')} of {year}"


def _length(value: str, *, every: bool = False) -> str | None:
    """A length of time in words; with ``every``, "month" for one month."""
    found = _LENGTH.fullmatch(value)
    if found is None:
        return None
    steps = [(number, _PERIODS[unit]) for number, unit in _STEP.findall(found[1] or "") if unit in _PERIODS]
    steps += [(number, _HOURS[unit]) for number, unit in _STEP.findall(found[2] or "")]
    if not steps:
        return None
    if every and len(steps) == 1 and steps[0][0] == "1":
        return steps[0][1]
    return " ".join(_counted(number, unit) for number, unit in steps)


def _counted(number: str, unit: str) -> str:
    if number == "X":
        return f"some {_plural(unit)}"
    return f"{number} {unit if number == '1' else _plural(unit)}"


def _plural(unit: str) -> str:
    return "centuries" if unit == "century" else unit + "s"


def date_reason(date: Date, text: str, published: str | None) -> str:
    """Why a date has its value, or none, in words.

    Args:
        date: what is explained.
        text: the document's text.
        published: the document's date, against which relative dates resolve.
    """
    written = " ".join(date.span.of(text).split())
    if date.value is None:
        if published is None and date.granularity is not None:
            return f"“{written}” counts from a date that the document does not give, so it cannot be placed."
        return f"“{written}” does not tell when that was; its words stand as they are."
    if date.granularity in (Granularity.DURATION, Granularity.SET):
        often = date.granularity is Granularity.SET
        return f"“{written}” tells {'how often' if often else 'how long'}, not when."
    if date.granularity is Granularity.REFERENCE:
        return f"“{written}” points to a time and names none."
    year = re.match(r"\d{2,4}", date.value)
    if year is not None and year[0] in written:
        return f"“{written}” names the {_plain_granularity(date)} itself."
    counted = f"the document’s date, {published}, and the dates around it" if published else "the dates around it"
    return f"“{written}” was placed by {counted}."


def _plain_granularity(date: Date) -> str:
    return "date" if date.granularity in (None, Granularity.DAY, Granularity.TIME) else str(date.granularity)
