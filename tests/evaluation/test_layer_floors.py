"""Who is who, statements and their labels against our own gold: floors that only go up, in ``eval/floors.json``.

Statements are measured on the test half, with the attributions given and without; commitments and stances too.
"""

import json
from pathlib import Path

import pytest

from onrecord.evaluation.mentions import Matching
from onrecord.evaluation.source_resolution import Pointing, share
from onrecord.evaluation.statements import StatementScores
from onrecord.run.evaluating_commitments import evaluate_commitments, evaluate_stances
from onrecord.run.evaluating_commitments import whole as whole_commitments
from onrecord.run.evaluating_entities import Selection, evaluate_coreference, evaluate_names, evaluate_sources
from onrecord.run.evaluating_statements import evaluate_statements, given, whole
from onrecord.run.pipeline import reader

ROOT = Path(__file__).parents[2]
FLOORS = json.loads((ROOT / "eval" / "floors.json").read_text("utf-8"))
GOLD = ROOT / "eval" / "gold"


def short_of(floors: dict[str, float], measured: dict[str, float]) -> list[str]:
    return [f"{name}: {measured[name]:.2f} < {floor}" for name, floor in floors.items() if measured[name] < floor]


def labels(scores: StatementScores, found_only: bool) -> dict[str, float]:
    return {
        "boundaries": scores.boundaries.f1(),
        "act": scores.act.macro_f1(found_only),
        "certainty": scores.certainty.macro_f1(found_only),
        "polarity": scores.polarity.macro_f1(found_only),
        "time": scores.time.accuracy(found_only),
        "reporter's stance": scores.reporter_stance.accuracy(found_only),
    }


def test_names_keep_their_floors():
    scores = evaluate_names(reader(), Selection(GOLD / "entities")).scores
    measured = {"exact": scores.exact.f1(), "with type": scores.typed.f1(), "partial": scores.partial.f1()}
    assert short_of(FLOORS["entity names"], measured) == []


def test_coreference_keeps_its_floors():
    scores = evaluate_coreference(reader(), Selection(GOLD / "entities")).scores
    measured = {"exact": scores[Matching.EXACT].conll(), "head": scores[Matching.HEAD].conll()}
    assert short_of(FLOORS["coreference"], measured) == []


def test_sources_point_to_the_right_entity_and_rarely_to_a_wrong_name():
    scores = evaluate_sources(reader(), Selection(GOLD / "entities")).scores
    measured = {
        "right": share(scores.all, Pointing.RIGHT),
        "not a wrong name": 100 - share(scores.all, Pointing.WRONG_NAME),
        "pronouns right": share(scores.pronouns, Pointing.RIGHT),
        "pronouns not a wrong name": 100 - share(scores.pronouns, Pointing.WRONG_NAME),
    }
    assert short_of(FLOORS["sources"], measured) == []


@pytest.mark.parametrize(("told", "read"), [("given", given), ("whole", whole)])
def test_statements_keep_their_floors(told, read):
    scores = evaluate_statements(read(reader()), GOLD / "statements", "test")
    assert short_of(FLOORS[f"statements {told}"], labels(scores, found_only=told == "given")) == []


def test_commitments_keep_their_floors():
    scores = evaluate_commitments(whole_commitments(reader()), GOLD / "commitments", "test")
    measured = {
        "commitments": scores.commitments.f1(),
        "by whom": scores.details["by"].percent(),
        "conduct": scores.conduct.f1(),
    }
    assert short_of(FLOORS["commitments"], measured) == []


def test_stances_keep_their_floors():
    scores = evaluate_stances(whole_commitments(reader()), GOLD / "stances", "test")
    assert short_of(FLOORS["stances"], {"stance": scores.stance.f1(), "with right target": scores.target.f1()}) == []
