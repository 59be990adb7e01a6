"""Which earlier mention a mention may refer back to: the coreference head, at the level of head words.

Scores follow Dobrovolskii (2021): a product of two vectors, what the distance and equal head words are worth, and the
score of referring back to nothing; their softmax is a probability.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from onrecord.reading.labels import DISTANCES, PRONOUNS
from onrecord.reading.layers import Layered
from onrecord.reading.model import PairScores

LOOK_BACK = 80
"""Mentions that are looked back over; an antecedent is rarely further than a paragraph or two."""
KEPT = 4
"""Antecedents kept for each mention."""
LEAST = 0.02
"""Probability under which an antecedent is not kept."""

Candidate = tuple[int, int, float]
"""The later mention's place in the list, the earlier one's, and the probability that they are of one entity."""


def candidates(layered: Layered, pairs: PairScores, heads: Sequence[int]) -> list[Candidate]:
    """Likely antecedents, best first for each mention.

    Args:
        heads: the head unit of each mention, in text order.
    """
    units = np.asarray(heads, np.int64)
    words = [layered.syntax.word(unit) for unit in heads]
    pronoun = np.asarray([word in PRONOUNS for word in words], np.int64)
    numbers: dict[str, int] = {}
    word = np.asarray([numbers.setdefault(form, len(numbers)) for form in words], np.int64)
    anaphor, antecedent = layered.anaphor[units], layered.antecedent[units]
    scale = layered.anaphor.shape[1] ** 0.5
    found: list[Candidate] = []
    for first in range(0, len(units), LOOK_BACK):
        here = np.arange(first, min(first + LOOK_BACK, len(units)))
        there = np.arange(max(0, first - LOOK_BACK), here[-1] + 1)
        # Not "@": for so small a product the linear algebra library wakes threads on every core, which costs far more.
        scores = np.einsum("id,jd->ij", anaphor[here], antecedent[there]) / scale
        same = (word[here, None] == word[None, there]) & (pronoun[here, None] == 0)
        scores += pairs.distance[pronoun[here, None], _buckets(units[here, None] - units[None, there])]
        scores += pairs.same[pronoun[here, None], same.astype(np.int64)]
        scores[(there[None, :] >= here[:, None]) | (there[None, :] < here[:, None] - LOOK_BACK)] = -np.inf
        new = layered.new[units[here]]
        top = np.maximum(scores.max(-1), new)
        likely = np.exp(scores - top[:, None])
        likely /= likely.sum(-1, keepdims=True) + np.exp(new - top)[:, None]
        for row, best in enumerate(np.argsort(-likely, axis=-1, kind="stable")[:, :KEPT].tolist()):
            found += [
                (int(here[row]), int(there[place]), float(likely[row, place]))
                for place in best
                if likely[row, place] >= LEAST
            ]
    return found


def _buckets(gaps: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Buckets of distances in units, see :func:`onrecord.reading.labels.distance_bucket`."""
    logarithm = np.floor(np.log2(np.maximum(gaps, 1))).astype(np.int64) + (gaps > 0)
    return np.minimum(logarithm, DISTANCES - 1)
