"""TIMEX3 values that a reporter can read, and why they are so."""

from __future__ import annotations

import pytest

from onrecord.present.date_words import date_reason, date_words, deadline_words
from onrecord.types import Date, DateId, Granularity, Span


def date(value: str | None, granularity: Granularity | None = None, written: str = "then") -> Date:
    return Date(DateId("d1"), Span(0, len(written)), value, granularity)


@pytest.mark.parametrize(
    ("value", "granularity", "shown"),
    [
        ("2021-08", Granularity.MONTH, "2021-08"),
        ("2024-04-06", Granularity.DAY, "2024-04-06"),
        ("2023-06-11T14:30", Granularity.TIME, "2023-06-11, 14:30"),
        ("2023-06-11TAF", Granularity.TIME, "2023-06-11, afternoon"),
        ("2023-Q2", Granularity.QUARTER, "second quarter of 2023"),
        ("2024-H1", Granularity.MONTH, "first half of 2024"),
        ("2023-SU", Granularity.SEASON, "summer 2023"),
        ("2023-W02", Granularity.WEEK, "week 2 of 2023"),
        ("2023-W02-WE", Granularity.WEEK, "weekend of week 2 of 2023"),
        ("201", Granularity.DECADE, "2010s"),
        ("18", Granularity.CENTURY, "1800s"),
        ("2019/2021", Granularity.YEAR, "2019 to 2021"),
        ("P3M", Granularity.DURATION, "3 months"),
        ("P1Y", Granularity.DURATION, "1 year"),
        ("P1.5Y", Granularity.DURATION, "1.5 years"),
        ("PT3H20M", Granularity.DURATION, "3 hours 20 minutes"),
        ("PXDE", Granularity.DURATION, "some decades"),
        ("P1CE", Granularity.DURATION, "1 century"),
        ("P3M", Granularity.SET, "every 3 months"),
        ("P1M", Granularity.SET, "every month"),
        ("XXXX-WXX-3", Granularity.SET, "every Wednesday"),
        ("XXXX-WXX-WE", Granularity.SET, "every weekend"),
        ("PRESENT_REF", Granularity.REFERENCE, "now"),
        ("XXXX-05", Granularity.SET, "XXXX-05"),
        (None, Granularity.DAY, None),
    ],
)
def test_normal_form(value: str | None, granularity: Granularity, shown: str | None) -> None:
    assert date_words(date(value, granularity)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [("2026-06", "by 2026-06"), ("2026-FA", "by fall 2026"), ("P6M", "within 6 months"), ("PRESENT_REF", "by now")],
)
def test_a_deadline_is_a_day_or_a_length_of_time(value: str, shown: str) -> None:
    assert deadline_words(value) == shown


@pytest.mark.parametrize(
    ("one", "written", "published", "reason"),
    [
        (date("2021-08", Granularity.MONTH, "August 2021"), "August 2021", None, "names the month itself"),
        (date("2024-04-06", Granularity.DAY, "April 6, 2024"), "April 6, 2024", None, "names the date itself"),
        (date("2026-05-15", Granularity.DAY, "15 May"), "15 May", "2026-04-17", "the document’s date, 2026-04-17"),
        (date("2022", Granularity.YEAR, "that year"), "that year", None, "the dates around it"),
        (date(None, Granularity.DAY, "on Friday"), "on Friday", None, "a date that the document does not give"),
        (date(None, None, "since it fell"), "since it fell", "2026-04-17", "does not tell when that was"),
        (date("P2Y", Granularity.DURATION, "two years"), "two years", None, "how long, not when"),
        (date("P3M", Granularity.SET, "quarterly"), "quarterly", None, "how often, not when"),
        (date("PRESENT_REF", Granularity.REFERENCE, "now"), "now", None, "names none"),
    ],
)
def test_the_reason_is_in_words(one: Date, written: str, published: str | None, reason: str) -> None:
    found = date_reason(one, written, published)
    assert found.startswith(f"“{written}”")
    assert reason in found
