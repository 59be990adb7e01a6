"""Two annotations of quantities and dates against each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import BadInput
from onrecord.evaluation import figure_gold
from onrecord.run.evaluating_figures import agree_on_dates, agree_on_quantities

GOLD = Path(__file__).parents[2] / "eval" / "gold" / "figures"
FIRST = """
[[text]]
id = "dev-dam"
published = "2024-09-02"
text = "The dam held 40 to 50 liters on Sunday, up from at least 30 in May."
quantities = [{s = "40 to 50 liters", low = 40, high = 50, unit = "liters"}, {s = "at least 30", low = 30}]
dates = [{s = "Sunday", value = "2024-09-01", granularity = "day"}]
"""
SECOND = """
[[text]]
id = "dev-dam"
quantities = [{s = "40 to 50", low = 40, high = 50, unit = "liter"}, {s = "30", value = 30}]
dates = [{s = "Sunday", value = "2024-09-01", granularity = "day"}, {s = "May", value = "2024-05"}]
"""


def folder(tmp_path: Path, second: str) -> Path:
    (tmp_path / "dev-water.toml").write_text(FIRST, "utf-8")
    (tmp_path / "second.toml").write_text(second, "utf-8")
    return tmp_path


def test_the_second_annotation_is_scored_like_a_machine(tmp_path: Path) -> None:
    scores = agree_on_quantities(folder(tmp_path, SECOND))
    assert scores.texts == 1
    assert scores.found.f1() == 100
    assert scores.value.f1() == 50  # "at least 30" is no plain 30
    dates = agree_on_dates(tmp_path)
    assert (dates.value.hit_predicted, dates.value.predicted, dates.value.gold) == (1, 2, 1)


def test_who_marks_the_same_agrees_wholly(tmp_path: Path) -> None:
    same = "\n".join(line for line in FIRST.splitlines() if not line.startswith(("text", "published")))
    scores, dates = agree_on_quantities(folder(tmp_path, same)), agree_on_dates(tmp_path)
    assert (scores.unit.f1(), dates.value.f1(), dates.extent.f1()) == (100, 100, 100)


def test_a_text_that_no_file_holds_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="dev-lake"):
        agree_on_dates(folder(tmp_path, SECOND.replace("dev-dam", "dev-lake")))


def test_thirty_texts_of_each_half_were_annotated_twice() -> None:
    ids = [first.id for first, _ in figure_gold.annotated_twice(GOLD)]
    assert len(set(ids)) == 60
    assert sum(name.startswith("dev-") for name in ids) == 30
