"""Span metrics for attributions: exact, partial (Pareti 2015), token, and whole triples.

Only letters and digits count: a span is the set of its alphanumeric code points, so a comma or a blank at an edge
is no error. Where an article has several annotators, each counts in proportion.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.evaluation.polnear import Fragments, GoldAttribution

ROLES = ("source", "cue", "content")
_WORD = re.compile(r"[^\W_]+")

Positions = frozenset[int]


@dataclass(slots=True)
class Counts:
    """Weighted sums behind a precision and a recall."""

    hit_predicted: float = 0.0
    predicted: float = 0.0
    hit_gold: float = 0.0
    gold: float = 0.0

    def f1(self) -> float:
        """Harmonic mean of precision and recall, in percent; 0 where nothing was found."""
        precision = self.hit_predicted / self.predicted if self.predicted else 0.0
        recall = self.hit_gold / self.gold if self.gold else 0.0
        return 200 * precision * recall / (precision + recall) if precision + recall else 0.0

    def add(self, hit_predicted: float, predicted: float, hit_gold: float, gold: float) -> None:
        self.hit_predicted += hit_predicted
        self.predicted += predicted
        self.hit_gold += hit_gold
        self.gold += gold


@dataclass(slots=True)
class Scores:
    """Sums over articles; :meth:`f1` reads them out."""

    exact: dict[str, Counts] = field(default_factory=lambda: {role: Counts() for role in ROLES})
    partial: dict[str, Counts] = field(default_factory=lambda: {role: Counts() for role in ROLES})
    token: dict[str, Counts] = field(default_factory=lambda: {role: Counts() for role in ROLES})
    triple: Counts = field(default_factory=Counts)

    def add(
        self, text: str, gold: Sequence[GoldAttribution], predicted: Sequence[GoldAttribution], weight: float = 1.0
    ) -> None:
        """Count one article as one annotator marked it."""
        gold_sets = [_positions(text, item) for item in gold]
        predicted_sets = [_positions(text, item) for item in predicted]
        for number, role in enumerate(ROLES):
            g = {item[number] for item in gold_sets if item[number]}
            p = {item[number] for item in predicted_sets if item[number]}
            both = len(g & p)
            self.exact[role].add(weight * both, weight * len(p), weight * both, weight * len(g))
            self.partial[role].add(
                weight * sum(_share(span, g) for span in p), weight * len(p),
                weight * sum(_share(span, p) for span in g), weight * len(g),
            )  # fmt: skip
            g_words, p_words = _words(text, g), _words(text, p)
            both = len(g_words & p_words)
            self.token[role].add(weight * both, weight * len(p_words), weight * both, weight * len(g_words))
        right = sum(p == g for p, g in aligned(predicted_sets, gold_sets))
        self.triple.add(weight * right, weight * len(predicted_sets), weight * right, weight * len(gold_sets))


def aligned(
    predicted: Sequence[tuple[Positions, ...]], gold: Sequence[tuple[Positions, ...]]
) -> Iterable[tuple[tuple[Positions, ...], tuple[Positions, ...]]]:
    """Pair attributions one to one by how much their cues overlap, most first."""
    candidates = [
        (-len(p[1] & g[1]) / len(p[1] | g[1]), -len(p[2] & g[2]), i, j)
        for i, p in enumerate(predicted)
        for j, g in enumerate(gold)
        if p[1] & g[1]
    ]
    used_predicted: set[int] = set()
    used_gold: set[int] = set()
    for _, _, i, j in sorted(candidates):
        if i not in used_predicted and j not in used_gold:
            used_predicted.add(i)
            used_gold.add(j)
            yield predicted[i], gold[j]


def alphanumeric(text: str, fragments: Fragments) -> Positions:
    """The letters and digits of a span."""
    return frozenset(at for start, end in fragments for at in range(start, end) if text[at].isalnum())


def _positions(text: str, item: GoldAttribution) -> tuple[Positions, ...]:
    return tuple(alphanumeric(text, fragments) for fragments in (item.source, item.cue, item.content))


def _share(span: Positions, others: set[Positions]) -> float:
    return sum(len(span & other) for other in others) / len(span)


def _words(text: str, spans: set[Positions]) -> set[int]:
    inside = set[int]().union(*spans) if spans else set()
    return {match.start() for match in _WORD.finditer(text) if match.start() in inside}
