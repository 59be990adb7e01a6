"""Quantities in readable normal form, and why they are written so."""

from __future__ import annotations

import pytest

from onrecord.present.quantity_words import quantity_reason, quantity_words, spelled_out
from onrecord.types import Change, Interval, Quantity, QuantityId, Span


def quantity(
    written: str,
    low: float | None,
    high: float | None,
    unit: str | None = None,
    modifier: str | None = None,
    change: Change | None = None,
) -> tuple[Quantity, str]:
    """A quantity and the text it stands in."""
    text = f"It counted {written} there."
    span = Span(11, 11 + len(written))
    return Quantity(QuantityId("q1"), span, low, high, unit, modifier=modifier, change=change), text


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (
            quantity("an estimated 4,000 to 6,000 herders", 4000, 6000, "herders", "estimated"),
            "4,000 to 6,000 herders (estimated)",
        ),
        (quantity("at least three trucks", 3, None, "trucks", "at least"), "at least 3 trucks"),
        (quantity("no more than 1,800 seats", None, 1800, "seats", "no more than"), "no more than 1,800 seats"),
        (quantity("500 or more boats", 500, None, "boats", "or more"), "500 or more boats"),
        (quantity("60+", 60, None, None, "+"), "60+"),
        (quantity("under 9 km", None, 9, "km"), "up to 9 km"),
        (quantity("dozens of goats", 24, 99, "goats"), "24 to 99 goats (“dozens of goats”)"),
        (
            quantity("between $180,000 and $240,000 a month", 180_000, 240_000, "$ a month", "between"),
            "$180,000 to $240,000 a month",
        ),
        (quantity("US$2.3 billion", 2.3e9, 2.3e9, "US$"), "US$2.3 billion"),
        (quantity("40 to 55 million", 4e7, 5.5e7), "40 to 55 million"),
        (quantity("900,000 to 1.2 million liters", 9e5, 1.2e6, "liters"), "900,000 to 1.2 million liters"),
        (quantity("1,234,567 votes", 1_234_567, 1_234_567, "votes"), "1,234,567 votes"),
        (quantity("3.25%", 3.25, 3.25, "percent"), "3.25 percent"),
        (quantity("54-year-old", 54, 54, "year-old"), "54 years old"),
        (
            quantity("from 5 to 7 percent", 7, 7, "percent", None, Change(Interval(5, 5), Interval(7, 7))),
            "from 5 to 7 percent",
        ),
        (
            quantity("to nearly 7 percent", 7, 7, "percent", "nearly", Change(Interval(None, None), Interval(7, 7))),
            "to 7 percent (nearly)",
        ),
        (quantity("a number of goats", None, None, "goats"), "a number of goats"),
    ],
)
def test_normal_form(given: tuple[Quantity, str], shown: str) -> None:
    assert quantity_words(*given) == shown


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (quantity("4,000 to 6,000", 4000, 6000, None, "estimated"),
         "“4,000 to 6,000” gives a range, both ends included. “estimated” says how it is meant and does not widen it."),
        (quantity("at least 38", 38, None, None, "at least"), "“at least 38” gives a lower bound only."),
        (quantity("up to 38", None, 38, None, "up to"), "“up to 38” gives an upper bound only."),
        (quantity("61", 61, 61), "“61” gives one number."),
        (quantity("dozens", 24, 99), "“dozens” stands for a range and not for one number."),
        (quantity("from 5 to 7", 7, 7, None, None, Change(Interval(5, 5), Interval(7, 7))),
         "“from 5 to 7” tells what it was and what it became."),
    ],
)  # fmt: skip
def test_the_reason_is_in_words(given: tuple[Quantity, str], reason: str) -> None:
    assert quantity_reason(*given) == reason


def test_the_reason_says_what_is_counted_and_when() -> None:
    one, text = quantity("61 samples", 61, 61, "samples")
    dated = Quantity(one.id, one.span, 61, 61, "samples", as_of="2026-04")
    reason = quantity_reason(dated, text, "Dunmore Marine")
    assert reason.endswith("It is a number of Dunmore Marine. It is as of 2026-04.")


@pytest.mark.parametrize(
    ("given", "small"),
    [
        (quantity("two camps", 2, 2, "camps"), True),
        (quantity("12 camps", 12, 12, "camps"), False),
        (quantity("some two camps", 2, 2, "camps", "some"), False),
        (quantity("dozens of camps", 24, 99, "camps"), False),
    ],
)
def test_a_count_in_words_tells_no_more_in_digits(given: tuple[Quantity, str], small: bool) -> None:
    assert spelled_out(*given) is small
