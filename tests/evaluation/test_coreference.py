"""The metrics on the worked example of Pradhan et al. 2014 (section 4), and on what must hold of any partition."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evaluation.coreference import CoreferenceScores, assignment, b_cubed, ceaf_e, lea, muc

KEY = [frozenset("abc"), frozenset("defg")]
RESPONSE = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]
PARTITIONS = st.lists(st.sampled_from("abcde"), min_size=12, max_size=12).map(
    lambda labels: [frozenset(n for n, label in enumerate(labels) if label == one) for one in sorted(set(labels))]
)


def precision_and_recall(sums):
    hit_predicted, predicted, hit_gold, gold = sums
    return hit_predicted / predicted, hit_gold / gold


@pytest.mark.parametrize(
    ("measure", "precision", "recall"),
    [
        (muc, 2 / 5, 2 / 5),
        (b_cubed, (4 / 2 + 1 / 2 + 1 / 2 + 4 / 4) / 8, (4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7),
        (ceaf_e, (4 / 5 + 4 / 8) / 3, (4 / 5 + 4 / 8) / 2),
        (lea, (2 * 1 + 4 * 1 / 6) / 8, (3 * 1 / 3 + 4 * 1 / 6) / 7),
    ],
)
def test_the_worked_example(measure, precision, recall):
    assert precision_and_recall(measure(KEY, RESPONSE)) == pytest.approx((precision, recall))


def test_the_mean_of_three_is_the_conll_score():
    scores = CoreferenceScores()
    scores.add(KEY, RESPONSE)
    assert scores.conll() == pytest.approx((scores.muc.f1() + scores.b_cubed.f1() + scores.ceaf_e.f1()) / 3)
    assert scores.conll() == pytest.approx(45.8, abs=0.1)


def test_mentions_that_only_one_side_has_count_as_missed_and_as_wrong():
    scores = CoreferenceScores()
    scores.add(KEY, RESPONSE)
    assert (scores.mentions.hit_gold, scores.mentions.gold, scores.mentions.predicted) == (6, 7, 8)


def test_entities_mentioned_once_are_left_out_unless_asked_for():
    without, with_them = CoreferenceScores(), CoreferenceScores()
    without.add([*KEY, frozenset("z")], [*KEY])
    with_them.add([*KEY, frozenset("z")], [*KEY], singletons=True)
    assert without.b_cubed.f1() == pytest.approx(100)
    assert with_them.b_cubed.f1() < 100


def test_a_lone_mention_links_to_itself():
    assert precision_and_recall(lea([frozenset("a")], [frozenset("a")])) == (1, 1)
    assert precision_and_recall(lea([frozenset("a")], [frozenset("ab")])) == (0, 0)


def test_sums_are_taken_over_documents():
    scores = CoreferenceScores()
    scores.add(KEY, KEY)
    scores.add([frozenset("ab")], [])
    assert scores.muc.hit_gold / scores.muc.gold == pytest.approx(5 / 6)


def test_nothing_against_nothing_is_no_error():
    scores = CoreferenceScores()
    scores.add([], [])
    assert scores.conll() == 0


@given(PARTITIONS)
def test_a_partition_is_all_right_against_itself(partition):
    scores = CoreferenceScores()
    scores.add(partition, partition)
    for counts in (scores.b_cubed, scores.ceaf_e, scores.lea, scores.muc):
        assert counts.f1() == pytest.approx(100)


@given(PARTITIONS, PARTITIONS)
def test_precision_one_way_is_recall_the_other_way(one, other):
    for measure in (muc, b_cubed, ceaf_e, lea):
        forward, backward = measure(one, other), measure(other, one)
        assert forward[:2] == pytest.approx(backward[2:])


@given(st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=1, max_size=4))
def test_the_assignment_is_the_best_of_all(gain):
    best = max(sum(row[column] for row, column in zip(gain, order, strict=False)) for order in permutations(range(4)))
    pairs = assignment(gain)
    assert sum(gain[row][column] for row, column in pairs) == best
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(gain)


def test_more_rows_than_columns():
    assert assignment([[1], [5], [3]]) == [(1, 0)]
