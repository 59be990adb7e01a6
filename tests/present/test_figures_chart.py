"""The chart of figures: every mark has its source, ranges and open ends look like what they are."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from onrecord.errors import BadInput
from onrecord.present.figures_chart import draw_figures
from onrecord.query.answers import FigureAnswer, Named

FIGURE = FigureAnswer(
    "f1", Named("Ember Column"), 2_200.0, 3_500.0, "fighters", None, "an estimated", "2024-05", None,
    Named("Panel of Experts"), "an estimated 2,200 to 3,500 fighters", "2024-06-14", None, (),
)  # fmt: skip


def figure(number: int, low, high, *, as_of="2024-05", **changes) -> FigureAnswer:
    return replace(FIGURE, id=f"f{number}", low=low, high=high, as_of=as_of, **changes)


def texts(svg: str) -> list[str]:
    return [element.text for element in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_every_figure_is_drawn_and_listed_with_its_source_and_day():
    svg = draw_figures("Ember Column", [figure(1, 2_200, 3_500), figure(2, None, 1_800, as_of="2023")])
    assert svg.count("<circle") == 3
    listed = [line for line in texts(svg) if re.match(r"\d\. ", line)]
    assert [line[:2] for line in listed] == ["1.", "2."]
    assert "Panel of Experts, 2024-05" in listed[1]
    assert "2023" in listed[0]


def test_an_open_end_is_an_arrow_and_no_number():
    assert draw_figures("x", [figure(1, None, 1_800)]).count("<polygon") == 1
    assert draw_figures("x", [figure(1, 900, None)]).count("<polygon") == 1
    assert draw_figures("x", [figure(1, 900, 900)]).count("<polygon") == 0


def test_the_axis_begins_at_zero_and_holds_the_highest():
    shown = texts(draw_figures("x", [figure(1, 2_200, 3_500)]))
    assert "0" in shown
    assert "3,500" in shown


def test_different_things_are_not_drawn_on_one_axis():
    with pytest.raises(BadInput, match="different things"):
        draw_figures("x", [figure(1, 1, 2), figure(2, 1, 2, unit="prisoners")])
    assert draw_figures("x", [figure(1, 1, 2), figure(2, 1, 2, unit="armed fighters")])


@pytest.mark.parametrize("undrawable", [figure(1, None, None), figure(1, 1, 2, as_of=None, published=None)])
def test_what_has_no_day_or_no_bound_is_not_drawn(undrawable):
    with pytest.raises(BadInput, match="no dated figure"):
        draw_figures("x", [undrawable])


def test_words_of_an_article_cannot_break_the_picture():
    svg = draw_figures("<script>&", [figure(1, 1, 2, text='"5 < 6" & \x00 \u202e', source=Named("</svg>"))])
    assert ET.fromstring(svg) is not None
    assert "<script>" not in svg
