"""Quantities: intervals, units, modifiers, what is none, and what became of what."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.dates import find_dates
from onrecord.reading.quantities import find_quantities
from onrecord.types import Change, Interval, Quantity

PUBLISHED = date(2024, 3, 14)


def found(text: str) -> tuple[Quantity, ...]:
    lines = [(0, len(text))] if text else []
    return find_quantities(text, lines, find_dates(text, lines, PUBLISHED, None), None)


def told(text: str) -> list[tuple[str, float | None, float | None, str | None]]:
    return [(quantity.span.of(text), quantity.low, quantity.high, quantity.unit) for quantity in found(text)]


INTERVALS = [
    ("They found 17 boats.", "17 boats", 17, 17),
    ("They found 3,400 boats.", "3,400 boats", 3400, 3400),
    ("They found 3\u00a0400 boats.", "3\u00a0400 boats", 3400, 3400),
    ("They found 2,50,000 boats.", "2,50,000 boats", 250_000, 250_000),
    ("They found 1.25 million boats.", "1.25 million boats", 1_250_000, 1_250_000),
    ("They found 80k boats.", "80k boats", 80_000, 80_000),
    ("They found one hundred and forty-two boats.", "one hundred and forty-two boats", 142, 142),
    ("They found two hundred and fifty thousand boats.", "two hundred and fifty thousand boats", 250_000, 250_000),
    ("They found two and a half million boats.", "two and a half million boats", 2_500_000, 2_500_000),
    ("They found a dozen boats.", "a dozen boats", 12, 12),
    ("They found half a dozen boats.", "half a dozen boats", 6, 6),
    ("They found half a million boats.", "half a million boats", 500_000, 500_000),
    ("They found a quarter of a million boats.", "a quarter of a million boats", 250_000, 250_000),
    ("They found dozens of boats.", "dozens of boats", 24, 99),
    ("They found scores of boats.", "scores of boats", 40, 99),
    ("They found hundreds of boats.", "hundreds of boats", 100, 999),
    ("They found thousands of boats.", "thousands of boats", 1000, 9999),
    ("They found tens of thousands of boats.", "tens of thousands of boats", 10_000, 99_999),
    ("They found hundreds of thousands of boats.", "hundreds of thousands of boats", 100_000, 999_999),
    ("They found several hundred boats.", "several hundred boats", 100, 999),
    ("They found 300 to 400 boats.", "300 to 400 boats", 300, 400),
    ("They found 300-400 boats.", "300-400 boats", 300, 400),
    ("They found between 300 and 400 boats.", "between 300 and 400 boats", 300, 400),
    ("They found 3 to 4 million boats.", "3 to 4 million boats", 3_000_000, 4_000_000),
    ("They found two or three boats.", "two or three boats", 2, 3),
    ("They found at least 30 boats.", "at least 30 boats", 30, None),
    ("They found more than 30 boats.", "more than 30 boats", 30, None),
    ("They found over 30 boats.", "over 30 boats", 30, None),
    ("They found no fewer than 30 boats.", "no fewer than 30 boats", 30, None),
    ("They found 30 or more boats.", "30 or more boats", 30, None),
    ("They found 30+ boats.", "30+ boats", 30, None),
    ("They found up to 30 boats.", "up to 30 boats", None, 30),
    ("They found fewer than 30 boats.", "fewer than 30 boats", None, 30),
    ("They found as many as 30 boats.", "as many as 30 boats", None, 30),
    ("They found no more than 30 boats.", "no more than 30 boats", None, 30),
    ("They found nearly 30 boats.", "nearly 30 boats", 30, 30),
    ("They found some 30 boats.", "some 30 boats", 30, 30),
    ("They found an estimated 30 boats.", "an estimated 30 boats", 30, 30),
    ("They found a third of the boats.", "a third of the boats", 1 / 3, 1 / 3),
    ("They found two-thirds of the boats.", "two-thirds of the boats", 2 / 3, 2 / 3),
    ("They found one in five boats.", "one in five boats", 0.2, 0.2),
    ("They found nine out of 10 boats.", "nine out of 10 boats", 0.9, 0.9),
    ("They found 2½ tons of it.", "2½ tons", 2.5, 2.5),
]


@pytest.mark.parametrize(("text", "words", "low", "high"), INTERVALS)
def test_interval(text: str, words: str, low: float | None, high: float | None) -> None:
    (quantity,) = found(text)
    assert quantity.span.of(text) == words
    assert (quantity.low, quantity.high) == (low, high)


UNITS = [
    ("The raid killed 12 masked gunmen.", "masked gunmen", "person"),
    ("It hired 40 part-time harbor pilots.", "part-time harbor pilots", "person"),
    ("Of the 15 judges, nine agreed.", "judges", "person"),
    ("It closed 38 of its 212 stores.", "stores", None),
    ("It closed 38 of the town's 40 stores.", "stores", None),
    ("Support was 61 per cent.", "percent", "percent"),
    ("Support was 61%.", "percent", "percent"),
    ("It gained 1.3 percentage points.", "percentage points", "percentage point"),
    ("It rose 25 basis points.", "basis points", "basis point"),
    ("It costs $2.3 billion.", "$", "USD"),
    ("It costs €40m.", "€", "EUR"),
    ("It costs US$5.", "US$", "USD"),
    ("It costs Rs 300 crore.", "Rs", "INR"),
    ("It costs 5 million pounds.", "pounds", "GBP"),
    ("It costs 90 Swiss francs.", "Swiss francs", "CHF"),
    ("It costs 40 Mexican pesos.", "Mexican pesos", "MXN"),
    ("It weighs 500 pounds.", "pounds", "lb"),
    ("It costs $70 a barrel.", "$ a barrel", "USD/barrel"),
    ("It pumps 310,000 barrels a day.", "barrels a day", "barrel/day"),
    ("It drove at 60 miles per hour.", "miles per hour", "mph"),
    ("It covers 40 square kilometers.", "square kilometers", "km2"),
    ("It covers 40 sq km.", "sq km", "km2"),
    ("It measured 21.5C.", "C", "C"),
    ("It measured 21.5 degrees Celsius.", "degrees Celsius", "C"),
    ("It is a 30-member council.", "member", None),
    ("It is a 6.5-metre mirror.", "metre", "m"),
    ("It paid a 4-million-euro bonus.", "euro", "EUR"),
    ("It is 1.6km long.", "km", "km"),
    ("He got 12 years in prison.", "years", "year"),
    ("It is three times as large.", "times", "ratio"),
    ("She was shot with 40 others.", "others", "person"),
]


@pytest.mark.parametrize(("text", "unit", "norm"), UNITS)
def test_unit(text: str, unit: str, norm: str | None) -> None:
    quantity = found(text)[0]
    assert (quantity.unit, quantity.unit_norm) == (unit, norm)


AGES = [
    ("A 34-year-old nurse spoke.", 34, 34),
    ("A nurse aged 34 spoke.", 34, 34),
    ("Maria Lund, 34, spoke.", 34, 34),
    ("The nurse, 34, spoke.", 34, 34),
    ("The nurse is 34 years old.", 34, 34),
    ("It is for adults aged 18 to 29.", 18, 29),
    ("It is for adults between the ages of 18 and 29.", 18, 29),
    ("It is for children under 12.", None, 12),
    ("It is for those over the age of 16.", 16, None),
    ("It is for people 65 and older.", 65, None),
    ("Most are in their twenties.", 20, 29),
    ("Most are in their 40s.", 40, 49),
]


@pytest.mark.parametrize(("text", "low", "high"), AGES)
def test_an_age_is_marked_as_one(text: str, low: float | None, high: float | None) -> None:
    (quantity,) = found(text)
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, "year-old")


NONE = [
    "F-16 jets left.",
    "COVID-19 and H5N1 spread.",
    "Channel 4 and the Group of 20 reported it.",
    "Highway 61 meets Route 66.",
    "Article 5 and sections 3.2 to 3.4 apply.",
    "Resolution 1267 stands.",
    "See paragraph 14 and page 48.",
    "No. 5 came first.",
    "Harrow won 3-1.",
    "The motion passed 52 to 48.",
    "The court ruled 5-4 against it.",
    "The council approved it by a vote of 7 to 2.",
    "Call 555-0142 or 0800 555 0111.",
    "She lives at 10 Downing Lane.",
    "The 9/11 inquiry ended.",
    "It opened in 2019.",
    "It was built between 1887 and 1901.",
    "It happened on 3 March at 4:30 p.m.",
    "The 1990s were worse.",
    "The third suspect and the 47th Brigade left.",
    "A third suspect was seen.",
    "It was the first half of the match.",
    "Apollo 11 landed.",
    "12. The panel met.",
    "It was false [12].",
    "No one spoke, and one of the guards left.",
    "The two-time champion retired.",
    "They lost again in the past three years.",
    "They won two years ago.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_quantity(text: str) -> None:
    assert told(text) == []


def test_a_length_of_time_is_a_quantity_and_a_date() -> None:
    text = "She was jailed for 12 years."
    lines = [(0, len(text))]
    (length,) = find_dates(text, lines, PUBLISHED, None)
    (quantity,) = find_quantities(text, lines, (length,), None)
    assert (length.value, length.span) == ("P12Y", quantity.span)
    assert (quantity.low, quantity.unit_norm) == (12, "year")


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("It needs about 40 tons.", "about"),
        ("It needs an estimated 40 tons.", "estimated"),
        ("It needs at least 40 tons.", "at least"),
        ("It needs up to an estimated 40 tons.", "up to an estimated"),
        ("It needs 40 tons or more.", "or more"),
        ("It needs a total of 40 tons.", "total"),
        ("It needs between 40 and 50 tons.", None),
        ("It needs 40 tons.", None),
    ],
)
def test_the_modifier_is_kept_without_its_article(text: str, modifier: str | None) -> None:
    (quantity,) = found(text)
    assert quantity.modifier == modifier


def exactly(value: float) -> Interval:
    return Interval(value, value)


CHANGES = [
    ("Rates rose from 5 to 7 percent.", "7 percent", exactly(5), exactly(7)),
    ("Rates rose from 5 percent in March to 7 percent in May.", "7 percent", exactly(5), exactly(7)),
    ("Output fell to 88 from 131.", "88", exactly(131), exactly(88)),
    ("Support is 9 percent, up from 6 percent.", "9 percent", exactly(6), exactly(9)),
    ("Deaths fell by a third to 400.", "400", exactly(600), exactly(400)),
    ("Profit rose 25 percent to $500.", "$500", exactly(400), exactly(500)),
    ("Claims fell by 12,000 to 217,000.", "217,000", exactly(229_000), exactly(217_000)),
    ("Sales doubled to 400 cars.", "400 cars", exactly(200), exactly(400)),
    ("Sales have doubled.", "doubled", exactly(1), exactly(2)),
    ("Sales more than doubled to 400 cars.", "400 cars", Interval(None, 200), exactly(400)),
    ("Costs grew from 4 to 6 million euros.", "6 million euros", exactly(4_000_000), exactly(6_000_000)),
]


@pytest.mark.parametrize(("text", "words", "before", "after"), CHANGES)
def test_change(text: str, words: str, before: Interval, after: Interval) -> None:
    changed = [quantity for quantity in found(text) if quantity.change is not None]
    assert [(quantity.span.of(text), quantity.change) for quantity in changed] == [(words, Change(before, after))]


def test_both_ends_of_a_change_have_the_unit_that_is_said_once() -> None:
    assert told("Rates rose from 5 to 7 percent.") == [("5", 5, 5, "percent"), ("7 percent", 7, 7, "percent")]


def test_a_range_that_nothing_moves_along_is_one_quantity() -> None:
    assert told("Tickets cost from 5 to 7 dollars.") == [("5 to 7 dollars", 5, 7, "dollars")]


def test_two_quantities_keep_the_dates_of_their_clauses() -> None:
    quantities = found("Inflation was 6 percent in January and 4 percent in February, the bank said on Tuesday.")
    assert [quantity.as_of for quantity in quantities] == ["2024-01", "2024-02"]


def test_ids_are_numbered_in_text_order_and_lines_are_not_crossed() -> None:
    text = "They sent 40\ntons of rice and 3 boats."
    quantities = find_quantities(text, [(0, 12), (13, len(text))], (), None)
    assert [(quantity.id, quantity.span.of(text), quantity.unit) for quantity in quantities] == [
        ("q1", "40", None),
        ("q2", "3 boats", "boats"),
    ]


def test_only_the_lines_are_read() -> None:
    text = "12 boats. 13 boats. 14 boats."
    assert [quantity.low for quantity in find_quantities(text, [(10, 19)], (), None)] == [13]


@given(st.text(alphabet=st.sampled_from("19 ,.-–$%€ aontofhdursmil½/()\n"), max_size=60))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    quantities = found(text)
    ends = 0
    for quantity in quantities:
        assert ends <= quantity.span.start < quantity.span.end <= len(text)
        ends = quantity.span.end
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high


HOSTILE = [
    "1,111,", "1 ", "12 and ", "and ", "one ", "one hundred and ", "million ", "5 million ", "hundreds of ",
    "between ", "between 1 and ", "1-", "1 - ", "$", "$1 to ", "a ", "half a ", "up to ", "at least an estimated ",
    "from 1 to ", "1 percent ", "no. ", "% ", "3 tall ", "12 x-", "…", "\u00a0", "½", "1/", "12:", "aged ", "(1) ",
    "doubled to 3 ", "doubled ",
]  # fmt: skip


PLAIN = ["1", "1,", "and ", "12 and "]


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
