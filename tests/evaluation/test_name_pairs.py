"""Names that are listed: precision and recall on our pairs never fall below their floors."""

import json
from collections import Counter
from pathlib import Path

import pytest

from onrecord.errors import BadInput
from onrecord.evaluation.names import COLUMNS, Answered, pairs, scores
from onrecord.run.evaluating_names import evaluate_name_pairs

ROOT = Path(__file__).parents[2]
PAIRS = ROOT / "eval" / "gold" / "names" / "pairs.tsv"
FLOORS = json.loads((ROOT / "eval" / "floors.json").read_text("utf-8"))["names"]


@pytest.fixture(scope="module")
def answers():
    return evaluate_name_pairs(PAIRS)


def test_our_pairs_are_many_and_varied():
    found = pairs(PAIRS)
    halves = Counter((pair.split, pair.same) for pair in found)
    assert len(found) >= 200
    assert min(halves.values()) >= 55
    assert len({pair.tradition for pair in found}) >= 10
    assert len({pair.id for pair in found}) == len(found)


@pytest.mark.parametrize("part", ["all", "test"])
def test_they_keep_their_floors(answers, part):
    found = scores(one for one in answers if part in {"all", one.pair.split})
    assert found.precision() >= FLOORS[part]["precision"]
    assert found.recall() >= FLOORS[part]["recall"]


def test_scores_by_hand(answers):
    same = next(one.pair for one in answers if one.pair.same)
    other = next(one.pair for one in answers if not one.pair.same)
    found = scores([Answered(same, True), Answered(same, False), Answered(other, True), Answered(other, False)])
    assert (found.right, found.wrong, found.missed) == (1, 1, 1)
    assert (found.precision(), found.recall()) == (50, 50)


HEADER = "\t".join(COLUMNS)


@pytest.mark.parametrize("rows", [[""], ["id\tsplit"], [HEADER, "n1\tdev"], [HEADER, "n1" + "\tx" * 8]])
def test_a_table_that_is_none(tmp_path, rows):
    (tmp_path / "pairs.tsv").write_text("\n".join(rows), "utf-8")
    with pytest.raises(BadInput):
        pairs(tmp_path / "pairs.tsv")
