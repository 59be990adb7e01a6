"""Every sentence is a tree with one root, whatever the scores; sentences that no window holds are cut."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.reading.parsing import _pieces, tree

_SCORES = st.integers(1, 14).flatmap(
    lambda n: arrays(np.float32, (n, n), elements=st.floats(-20, 20, width=32))
)


def above(heads: list[int], unit: int) -> list[int]:
    path = []
    while unit >= 0 and len(path) <= len(heads):
        path.append(unit)
        unit = heads[unit]
    return path


@given(_SCORES)
def test_a_tree_has_one_root_and_no_circle(scores):
    heads = tree(scores)
    assert heads.count(-1) == 1
    root = heads.index(-1)
    assert all(above(heads, unit)[-1] == root for unit in range(len(heads)))


@given(st.integers(2, 14).flatmap(lambda n: st.tuples(st.just(n), st.randoms(use_true_random=False))))
def test_scores_that_are_a_tree_already_are_kept(case):
    count, random = case
    order = list(range(count))
    random.shuffle(order)
    heads = [-1] * count
    for place, unit in enumerate(order[1:], 1):
        heads[unit] = order[random.randrange(place)]
    scores = np.full((count, count), -5, np.float32)
    for unit, head in enumerate(heads):
        scores[unit, unit if head < 0 else head] = 5
    assert tree(scores) == heads


def test_a_circle_is_opened_where_that_costs_least():
    scores = np.asarray([[9, 0, 0], [0, -9, 5], [3, 5, -9]], np.float32)  # 1 and 2 hang on each other
    assert tree(scores) == [-1, 2, 0]


def test_one_unit_is_its_own_root():
    assert tree(np.zeros((1, 1), np.float32)) == [-1]


def test_a_sentence_is_parsed_in_the_window_that_knows_most_around_it():
    assert _pieces([(0, 5), (5, 12)], [(0, 10), (3, 20)]) == [(0, 5, 0), (5, 12, 1)]


def test_a_sentence_longer_than_every_window_is_cut_where_windows_end():
    assert _pieces([(0, 30)], [(0, 10), (6, 18), (14, 30)]) == [(0, 10, 0), (10, 18, 1), (18, 30, 2)]


@given(st.lists(st.integers(1, 30), min_size=1, max_size=12), st.integers(6, 20), st.integers(1, 5))
def test_pieces_follow_each_other_inside_their_windows(lengths, size, overlap):
    edges = np.cumsum([0, *lengths]).tolist()
    bounds = [(low, min(low + size, edges[-1])) for low in range(0, edges[-1], size - overlap)]
    pieces = _pieces(list(pairwise(edges)), bounds)
    assert [low for low, _, _ in pieces] == [0, *(high for _, high, _ in pieces[:-1])]
    assert pieces[-1][1] == edges[-1]
    assert all(bounds[number][0] <= low < high <= bounds[number][1] for low, high, number in pieces)
