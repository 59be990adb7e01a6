"""What coreference is taught by; needs PyTorch, which is not installed with the library."""

from types import SimpleNamespace

import pytest

torch = pytest.importorskip("torch")


class Pairs:
    """Stands in for the antecedent head: scores that are given, and no pronouns."""

    def __init__(self, scores):
        self.scores = torch.tensor(scores)
        self.pronouns = torch.zeros(0, dtype=torch.long)

    def __call__(self, *_):
        return self.scores


def losses(score: float, labels: list[int]) -> list[float]:
    """Minus the log-probability of a right antecedent for each asked mention, the last scored against the first."""
    from training.losses import _coreference

    count = len(labels)
    scores = [[0.0] * count for _ in labels]
    scores[-1][0] = score
    batch = SimpleNamespace(clusters=torch.tensor([labels]), words=torch.arange(count)[None])
    state = torch.zeros(1, count, 4)
    read = {"anaphor": state, "antecedent": state, "new": torch.zeros(1, count, 1)}
    found = _coreference(SimpleNamespace(antecedents=Pairs(scores)), read, batch, 0)
    return found.tolist()


def test_a_right_antecedent_that_scores_high_costs_little():
    assert losses(10.0, [1, 0, 1])[-1] < 0.01
    assert losses(-10.0, [1, 0, 1])[-1] > 5


def test_a_mention_that_is_asked_nothing_costs_nothing_and_may_be_referred_to():
    from training.features import UNASKED

    assert len(losses(10.0, [UNASKED - 1, 0, 1])) == 2
    assert losses(10.0, [UNASKED - 1, 0, 1])[-1] < 0.01


def test_the_first_mention_refers_back_to_nothing():
    assert losses(10.0, [1, 0, 1])[0] == pytest.approx(0, abs=1e-4)
