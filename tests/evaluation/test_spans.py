"""The metrics, on cases small enough to count by hand."""

import pytest

from onrecord.evaluation.polnear import GoldAttribution, articles
from onrecord.evaluation.spans import Scores

TEXT = "It rained, the mayor said on Monday."
GOLD = GoldAttribution(source=((11, 20),), cue=((21, 25),), content=((0, 9),))


def scored(*predicted: GoldAttribution) -> Scores:
    scores = Scores()
    scores.add(TEXT, [GOLD], predicted)
    return scores


def test_the_same_attribution_is_all_right():
    scores = scored(GOLD)
    assert scores.triple.f1() == 100
    assert all(counts.f1() == 100 for counts in scores.exact.values())


def test_a_comma_at_an_edge_is_no_error():
    assert scored(GoldAttribution(GOLD.source, GOLD.cue, ((0, 10),))).triple.f1() == 100


def test_a_word_at_an_edge_is_one():
    scores = scored(GoldAttribution(((15, 20),), GOLD.cue, GOLD.content))
    assert scores.exact["source"].f1() == 0
    assert scores.partial["source"].f1() == pytest.approx(200 * 1 * (5 / 8) / (1 + 5 / 8))
    assert scores.token["source"].f1() == pytest.approx(200 * 1 * 0.5 / 1.5)
    assert scores.triple.f1() == 0


def test_nothing_found_scores_nothing():
    assert scored().triple.f1() == 0


def test_two_annotators_count_half_each():
    scores = Scores()
    scores.add(TEXT, [GOLD], [GOLD], 0.5)
    scores.add(TEXT, [], [GOLD], 0.5)
    assert scores.triple.f1() == pytest.approx(200 * 0.5 * 1 / 1.5)


def test_brat_standoff_with_two_fragments(tmp_path):
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "paper_1.txt").write_text("“Rain,” he said, “and wind.”", "utf-8")
    (tmp_path / "attributions" / "paper_1_ann.ann").write_text(
        "T1\tSource 8 10\the\nT2\tCue 11 15\tsaid\nT3\tContent 0 7;17 28\t“Rain,” “and wind.”\n"
        "T4\tAttribution 11 15\tsaid\nE1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n\n",
        "utf-8",
    )
    (article,) = articles(tmp_path)
    assert article.annotator == "ann"
    assert article.attributions == (GoldAttribution(((8, 10),), ((11, 15),), ((0, 7), (17, 28))),)
