"""Accuracy never falls: floors that only go up, in ``eval/floors.json``.

Our own gold is always measured. PolNeAR's development set is measured where ``ONRECORD_POLNEAR`` names its folder.
"""

import json
import os
from pathlib import Path

import pytest

from onrecord.evaluation import gold
from onrecord.evaluation.spans import ROLES, Scores
from onrecord.run.evaluating import Evaluation, evaluate
from onrecord.run.pipeline import reader

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "eval" / "gold" / "attribution"
FLOORS = json.loads((ROOT / "eval" / "floors.json").read_text("utf-8"))
POLNEAR = os.environ.get("ONRECORD_POLNEAR", "")


def shortfalls(scores: Scores, floors: dict[str, dict[str, float] | float]) -> list[str]:
    measured = {
        **{f"{name} {role}": getattr(scores, name)[role].f1() for name in ("exact", "partial") for role in ROLES},
        "triple": scores.triple.f1(),
    }
    return [f"{name}: {measured[name]:.2f} < {floor}" for name, floor in floors.items() if measured[name] < floor]


@pytest.fixture(scope="module")
def ours() -> Evaluation:
    return evaluate(reader(), GOLD)


def test_our_gold_is_large_and_varied():
    texts = list(gold.texts(GOLD))
    features = {feature for text in texts for feature in text.features}
    assert len(texts) >= 60
    assert sum(any(parent is not None for parent in text.parents) for text in texts) >= 20
    assert {"source-before", "source-after", "source-split", "source-absent", "nested"} <= features


def test_our_gold_keeps_its_floors(ours):
    assert shortfalls(ours.scores, FLOORS["gold"]) == []


def test_nested_attributions_keep_their_floors(ours):
    assert shortfalls(ours.nested, FLOORS["gold nested"]) == []


def test_source_kinds_keep_their_floor(ours):
    assert 100 * ours.kinds_right / ours.kinds >= FLOORS["gold source kind"]


@pytest.mark.skipif(not POLNEAR, reason="ONRECORD_POLNEAR does not name a folder with PolNeAR's development set")
def test_polnear_keeps_its_floors():
    assert shortfalls(evaluate(reader(), Path(POLNEAR)).scores, FLOORS["polnear dev"]) == []
