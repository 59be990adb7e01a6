"""The best path and its probability, against counting all paths."""

import itertools

import numpy as np
import pytest

from onrecord.reading.labels import Role, Tag, successions
from onrecord.reading.sequences import best_paths


@pytest.mark.parametrize("seed", range(5))
def test_best_path_equals_brute_force(seed):
    random = np.random.default_rng(seed)
    scores = random.normal(size=(3, 5, 4)).astype(np.float32) * 3
    transitions = random.normal(size=(4, 4)).astype(np.float32)
    transitions[1, 2] = -1e4
    lengths = np.asarray([5, 3, 1])
    paths, log_probabilities = best_paths(scores, lengths, transitions)
    for row, length in enumerate(lengths):
        values = {}
        for path in itertools.product(range(4), repeat=int(length)):
            value = scores[row, range(length), path].sum()
            value += sum(transitions[a, b] for a, b in itertools.pairwise(path))
            values[path] = float(value)
        best = max(values, key=values.get)
        assert tuple(paths[row, :length]) == best
        assert not paths[row, length:].any()
        total = np.logaddexp.reduce(list(values.values()))
        assert log_probabilities[row] == pytest.approx(values[best] - total, abs=1e-3)


def test_no_span_ends_without_having_begun():
    legal = set(successions(len(Tag)))
    assert (Tag.OUT, Tag.INSIDE) not in legal
    assert (Tag.BEGIN, Tag.OUT) not in legal
    assert (Tag.BEGIN, Tag.END) in legal
    assert (Tag.END, Tag.BEGIN) in legal
    roles = set(successions(len(Role)))
    assert (Role.SOURCE_BEGIN, Role.CONTENT_END) not in roles
    assert (Role.SOURCE_SINGLE, Role.CONTENT_BEGIN) in roles
