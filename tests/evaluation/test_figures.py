"""Quantities and dates: the gold, and the metrics on cases small enough to count by hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import BadInput
from onrecord.evaluation import figure_gold
from onrecord.evaluation.figure_gold import FigureText, GoldDate, GoldQuantity
from onrecord.evaluation.figures import DateScores, QuantityScores, noun_phrase
from onrecord.evaluation.spans import Counts
from onrecord.run.evaluating_figures import by_reader, by_words, evaluate_dates, evaluate_quantities
from onrecord.run.pipeline import reader
from onrecord.types import Change, Date, DateId, Granularity, Interval, Quantity, QuantityId, Span

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "eval" / "gold" / "figures"
FLOORS = json.loads((ROOT / "eval" / "floors.json").read_text("utf-8"))["figures test"]

TEXT = "At least 30 boats sank on 3 May."
BOATS = GoldQuantity(Span(0, 17), 30, None, "boats", None, "At least")
MAY = GoldDate(Span(26, 31), "2023-05-03", Granularity.DAY)
ONE = FigureText("dev-boats", TEXT, date(2024, 3, 14), (BOATS,), (MAY,))


def scored(*quantities: Quantity) -> QuantityScores:
    scores = QuantityScores()
    scores.add(ONE, quantities)
    return scores


def dated(*dates: Date) -> DateScores:
    scores = DateScores()
    scores.add(ONE, dates)
    return scores


def quantity(low: float | None, high: float | None, unit: str | None, span: Span = BOATS.span) -> Quantity:
    return Quantity(QuantityId("q1"), span, low, high, unit)


def day(value: str | None, span: Span = MAY.span) -> Date:
    return Date(DateId("d1"), span, value, Granularity.DAY)


def test_interval_and_unit_must_both_be_right() -> None:
    right, other_unit, closed = scored(quantity(30, None, "boats")), scored(quantity(30, None, "ships")), scored(
        quantity(30, 30, "boats")
    )
    assert (right.value.f1(), right.unit.f1()) == (100, 100)
    assert (other_unit.value.f1(), other_unit.unit.f1()) == (100, 0)
    assert (closed.found.f1(), closed.value.f1()) == (100, 0)


def test_one_quantity_is_right_for_one_only() -> None:
    scores = scored(quantity(30, None, "boats"), quantity(30, None, "boats", Span(9, 11)))
    assert scores.value.f1() == pytest.approx(200 * 0.5 / 1.5)


def test_what_is_found_where_nothing_is_counts_against_precision() -> None:
    scores = scored(quantity(3, 3, None, Span(26, 27)))
    assert (scores.found.f1(), scores.value.predicted, scores.value.gold) == (0, 1, 1)


def test_details_are_of_the_pairs_where_either_side_has_one() -> None:
    scores = scored(quantity(30, None, "boats"))
    assert (scores.details["modifier"].right, scores.details["modifier"].of) == (0, 1)
    assert scores.details["change"].of == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("boats", "boat"), ("the boats", "boats"), ("Fishing boats", "fishing boat"), ("women", "woman"), ("$", "$")],
)
def test_the_same_unit(one: str, other: str) -> None:
    assert noun_phrase(one) == noun_phrase(other)


def test_modifiers_of_the_noun_make_another_unit() -> None:
    assert noun_phrase("fishing boats") != noun_phrase("boats")


def test_the_same_money_in_other_words_is_the_same_unit() -> None:
    gold = FigureText("dev-x", "$5", date(2024, 3, 14), (GoldQuantity(Span(0, 2), 5, 5, "$", "USD"),), ())
    scores = QuantityScores()
    scores.add(gold, [Quantity(QuantityId("q1"), Span(0, 2), 5, 5, "dollars", "USD")])
    assert scores.unit.f1() == 100


def test_a_date_is_right_in_value_and_in_extent_by_itself() -> None:
    assert (dated(day("2023-05-03")).value.f1(), dated(day("2023-05-03")).extent.f1()) == (100, 100)
    wide = dated(day("2023-05-03", Span(23, 31)))
    assert (wide.value.f1(), wide.extent.f1()) == (100, 0)
    assert dated(day(None)).value.f1() == 0
    assert dated().value.f1() == 0


def test_gold_is_read_with_open_bounds_and_changes(tmp_path: Path) -> None:
    (tmp_path / "dev-dam.toml").write_text(
        """
[[text]]
id = "dev-dam"
published = "2024-09-02"
text = "It rose from 5 to at least 7 percent, 7 in May."
quantities = [
  {s = "5", value = 5, unit = "percent", norm = "percent"},
  {s = "at least 7 percent", low = 7, unit = "percent", norm = "percent", modifier = "at least",
   from = 5, to = {low = 7}},
  {s = "7", n = 2, value = 7, as_of = "2024-05"},
]
dates = [{s = "May", value = "2024-05", granularity = "month"}]
""".replace(',\n   from', ', from'),
        "utf-8",
    )
    (text,) = figure_gold.texts(tmp_path)
    first, second, third = text.quantities
    assert (first.low, first.high, second.low, second.high) == (5, 5, 7, None)
    assert second.change == Change(Interval(5, 5), Interval(7, None))
    assert third.span == Span(38, 39)
    assert text.dates == (GoldDate(Span(43, 46), "2024-05", Granularity.MONTH),)


@pytest.mark.parametrize(
    "line",
    [
        'quantities = [{s = "6", value = 6}]',
        'quantities = [{s = "5", worth = 5}]',
        'dates = [{s = "5", granularity = "moment"}]',
    ],
)
def test_gold_that_does_not_fit_its_text_is_an_error(tmp_path: Path, line: str) -> None:
    head = '[[text]]\nid = "dev-x"\npublished = "2024-09-02"\ntext = "5"\n'
    (tmp_path / "dev-x.toml").write_text(head + line, "utf-8")
    with pytest.raises(BadInput, match="dev-x"):
        list(figure_gold.texts(tmp_path))


def test_our_gold_is_large_and_half_of_it_is_kept_apart() -> None:
    dev, test = (list(figure_gold.texts(GOLD, split)) for split in ("dev", "test"))
    assert len(dev) + len(test) >= 300
    assert len(test) >= 150
    assert len({text.id for text in (*dev, *test)}) == len(dev) + len(test)
    assert not {text.text for text in dev} & {text.text for text in test}
    assert sum(not text.quantities for text in dev) >= 8


@pytest.mark.parametrize(("name", "find"), [("words", by_words), ("reader", None)])
def test_quantities_and_dates_keep_their_floors(name, find) -> None:
    find = find or by_reader(reader())
    quantities, dates = evaluate_quantities(find, GOLD, "test"), evaluate_dates(find, GOLD, "test")
    measured: dict[str, Counts] = {
        "quantity value": quantities.value,
        "quantity value and unit": quantities.unit,
        "date value": dates.value,
        "date extent": dates.extent,
    }
    assert [key for key, floor in FLOORS.items() if measured[key].f1() < floor] == []
