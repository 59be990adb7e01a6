"""Dates: TIMEX3 values of what is written, resolved against the date of publication."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.dates import find_dates
from onrecord.types import Date, Granularity

PUBLISHED = date(2024, 3, 14)
"""A Thursday."""


def found(text: str, published: date | None = PUBLISHED) -> tuple[Date, ...]:
    return find_dates(text, [(0, len(text))] if text else [], published, None)


def told(text: str) -> list[tuple[str, str | None]]:
    return [(date.span.of(text), date.value) for date in found(text)]


VALUES = [
    ("It opened on 2 March 2021.", "2 March 2021", "2021-03-02"),
    ("It opened on March 2, 2021.", "March 2, 2021", "2021-03-02"),
    ("It opened on the 2nd of March 2021.", "2nd of March 2021", "2021-03-02"),
    ("It opened on Tuesday, March 2, 2021.", "Tuesday, March 2, 2021", "2021-03-02"),
    ("It opened on 2021-03-02.", "2021-03-02", "2021-03-02"),
    ("It opened on 25/12/2021.", "25/12/2021", "2021-12-25"),
    ("It opened on 25.12.2021.", "25.12.2021", "2021-12-25"),
    ("It opened on 05/12/2021.", "05/12/2021", None),
    ("It opened on Feb. 9.", "Feb. 9", "2024-02-09"),
    ("It opened in August 2021.", "August 2021", "2021-08"),
    ("It opened in October.", "October", "2023-10"),
    ("It will open in October.", "October", "2024-10"),
    ("It opened last March.", "last March", "2023-03"),
    ("It opened in January last year.", "January last year", "2023-01"),
    ("It opened in early March.", "early March", "2024-03"),
    ("It opened at the end of 2021.", "the end of 2021", "2021"),
    ("It opened in 1887.", "1887", "1887"),
    ("It opened in fiscal 2023.", "fiscal 2023", "2023"),
    ("It opened in the 1990s.", "the 1990s", "199"),
    ("It opened in the early 2000s.", "the early 2000s", "200"),
    ("It opened in the 19th century.", "the 19th century", "18"),
    ("It opened on Friday.", "Friday", "2024-03-08"),
    ("It will open on Friday.", "Friday", "2024-03-15"),
    ("It opened on Thursday.", "Thursday", "2024-03-14"),
    ("It opened last Thursday.", "last Thursday", "2024-03-07"),
    ("It opens next Friday.", "next Friday", "2024-03-15"),
    ("It opened late Tuesday.", "late Tuesday", "2024-03-12"),
    ("It opened yesterday.", "yesterday", "2024-03-13"),
    ("It opened last night.", "last night", "2024-03-13TNI"),
    ("It opened on Tuesday evening.", "Tuesday evening", "2024-03-12TEV"),
    ("It opened at 4:30 p.m. on Tuesday.", "4:30 p.m. on Tuesday", "2024-03-12T16:30"),
    ("It opened on Tuesday at 9 a.m.", "Tuesday at 9 a.m.", "2024-03-12T09:00"),
    ("It opened at noon on Tuesday.", "noon on Tuesday", "2024-03-12T12:00"),
    ("It opened at 0930 GMT.", "0930 GMT", "2024-03-14T09:30"),
    ("It opened last week.", "last week", "2024-W10"),
    ("It opened over the weekend.", "the weekend", "2024-W10-WE"),
    ("It opened last month.", "last month", "2024-02"),
    ("It opened earlier this month.", "earlier this month", "2024-03"),
    ("It opened last year.", "last year", "2023"),
    ("It opened three days ago.", "three days ago", "2024-03-11"),
    ("It opened three weeks ago.", "three weeks ago", "2024-W08"),
    ("It opened two years ago.", "two years ago", "2022"),
    ("It opened nearly a decade ago.", "nearly a decade ago", "2014"),
    ("It opened some 700,000 years ago.", "some 700,000 years ago", None),
    ("It grew in the fourth quarter.", "the fourth quarter", "2023-Q4"),
    ("It grew in the second quarter of 2022.", "the second quarter of 2022", "2022-Q2"),
    ("It reported third-quarter profit.", "third-quarter", "2023-Q3"),
    ("It grew in Q3 2022.", "Q3 2022", "2022-Q3"),
    ("It grew in the first half of 2022.", "the first half of 2022", "2022-H1"),
    ("It opened last summer.", "last summer", "2023-SU"),
    ("It opened in the spring of 2015.", "the spring of 2015", "2015-SP"),
    ("It opened on Christmas Day.", "Christmas Day", "2023-12-25"),
    ("It took three weeks.", "three weeks", "P3W"),
    ("It took two and a half years.", "two and a half years", "P2.5Y"),
    ("It took half an hour.", "half an hour", "PT30M"),
    ("It took 3 hours 20 minutes.", "3 hours 20 minutes", "PT3H20M"),
    ("It took more than a decade.", "more than a decade", "P1DE"),
    ("It took several months.", "several months", "PXM"),
    ("It took the past five years.", "the past five years", "P5Y"),
    ("It was a five-day siege.", "five-day", "P5D"),
    ("It took two to five days.", "two to five days", None),
    ("It opens every Monday.", "every Monday", "XXXX-WXX-1"),
    ("It opens every two weeks.", "every two weeks", "P2W"),
    ("It opens twice a week.", "twice a week", "P1W"),
    ("It pays monthly.", "monthly", "P1M"),
    ("It is now open.", "now", "PRESENT_REF"),
    ("It recently opened.", "recently", "PAST_REF"),
    ("It opened in recent years.", "recent years", "PAST_REF"),
    ("It will open in the near future.", "the near future", "FUTURE_REF"),
    ("It has grown since the country fell.", "since the country fell", None),
]


@pytest.mark.parametrize(("text", "words", "value"), VALUES)
def test_value(text: str, words: str, value: str | None) -> None:
    assert told(text) == [(words, value)]


SEVERAL = [
    ("It lasted from 24 to 26 May 2023.", [("24", "2023-05-24"), ("26 May 2023", "2023-05-26")]),
    ("It ran from July 24 to Aug. 9, 2026.", [("July 24", "2026-07-24"), ("Aug. 9, 2026", "2026-08-09")]),
    ("It ran from 1998 to 2003.", [("1998", "1998"), ("2003", "2003")]),
    ("It ran in 2022-23.", [("2022", "2022"), ("23", "2023")]),
    ("It fell in May 2021 and rose a month later.", [("May 2021", "2021-05"), ("a month later", "2021-06")]),
    ("It fell on 3 May 2021 and rose the next day.", [("3 May 2021", "2021-05-03"), ("the next day", "2021-05-04")]),
    ("It hit 2% in June 2022, against 5% a year earlier.", [("June 2022", "2022-06"), ("a year earlier", "2021-06")]),
    ("It shut between 4:30 a.m. and noon on Tuesday.",
     [("4:30 a.m.", "2024-03-12T04:30"), ("noon on Tuesday", "2024-03-12T12:00")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_dates_that_hang_together(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


NONE = [
    "Theresa May may march on.",
    "April Underwood spoke of the fall of the wall.",
    "It sold 2000 cars and paid $1998.",
    "It costs 1500 dollars.",
    "A 34-year-old nurse spoke.",
    "She is 34 years old.",
    "Resolution 2140 and Flight 1998 are cited.",
    "He led in the fourth quarter after a touchdown.",
    "The second man won at last.",
    "It was a second-hand car.",
    "She left since it was cold.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_date(text: str) -> None:
    assert told(text) == []


def test_nothing_resolves_without_a_date_of_publication_but_what_is_complete() -> None:
    dates = found("On Friday, 3 May 2021 and last week it took two days.", published=None)
    assert [date.value for date in dates] == ["2021-05-03", None, "P2D"]


@pytest.mark.parametrize(
    ("text", "granularity"),
    [
        ("It opened at 9 a.m. on Monday.", Granularity.TIME),
        ("It opened on Monday.", Granularity.DAY),
        ("It opened last week.", Granularity.WEEK),
        ("It opened in May.", Granularity.MONTH),
        ("It opened in Q1 2020.", Granularity.QUARTER),
        ("It opened last winter.", Granularity.SEASON),
        ("It opened in 2020.", Granularity.YEAR),
        ("It opened in the 1920s.", Granularity.DECADE),
        ("It opened in the 18th century.", Granularity.CENTURY),
        ("It took two days.", Granularity.DURATION),
        ("It opens daily.", Granularity.SET),
        ("It is open now.", Granularity.REFERENCE),
        ("It has grown since the country fell.", None),
    ],
)
def test_granularity_is_kept(text: str, granularity: Granularity | None) -> None:
    (found_date,) = found(text)
    assert found_date.granularity == granularity


def test_ids_are_numbered_in_text_order_and_lines_are_not_crossed() -> None:
    text = "It opened in March\n2019 was worse."
    dates = find_dates(text, [(0, 18), (19, len(text))], PUBLISHED, None)
    assert [(date.id, date.span.of(text)) for date in dates] == [("d1", "March"), ("d2", "2019")]


@given(st.text(alphabet=st.sampled_from("0123456789 ,.-:/'’aApmsthndFridayMrcoeglwkbv\n"), max_size=60))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    ends = 0
    for item in found(text):
        assert ends <= item.span.start < item.span.end <= len(text)
        ends = item.span.end


@given(st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)))
def test_any_day_of_publication_is_fine(published: date) -> None:
    text = "On Friday, last week, next year, a century ago, this weekend, in May, at Easter and two decades from now."
    assert len(found(text, published)) == 8


HOSTILE = [
    "March ", "March 1 to ", "1-", "12:", "2019-", "last ", "the ", "years ", "a year ", "two ",
    "two to ", "and ", "since the ", "since he fell and ", "until ", "Friday ", "Friday, ", "of the ", "ago ", "every ",
    "10 a.m. on ", "1990s ", "quarter ", "half ", "past ", "early ", "’s ", "12/12/", "recent ", "million ",
]  # fmt: skip


PLAIN = ["1", "1,", "and ", "12 March "]


def took(text: str) -> float:
    begun = time.perf_counter()
    found(text)
    return time.perf_counter() - begun


@pytest.mark.parametrize(
    ("piece", "length"), [*((piece, 200_000) for piece in PLAIN), *((piece, 40_000) for piece in HOSTILE)]
)
def test_time_grows_with_length_alone(piece: str, length: int) -> None:
    short, long = (piece * (size // len(piece)) for size in (length // 10, length))
    took(short)
    # Ten times the text in no more than forty times the time: linear, with room for a busy machine.
    assert took(long) < max(40 * took(short), 2)
