"""Coreference metrics: MUC, B-cubed, entity-based CEAF, their mean (CoNLL), and LEA.

Pradhan, Luo, Recasens, Hovy, Ng, Strube, *Scoring Coreference Partitions of Predicted Mentions: A Reference
Implementation*, ACL 2014, for the first three; Moosavi, Strube, *Which Coreference Evaluation Metric Do You Trust?*,
ACL 2016, for LEA. Partitions are sets of mentions that can be hashed; a mention that both sides found is equal on both.
Sums are taken over all documents before precision and recall, as the reference implementation does.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from math import inf

from onrecord.evaluation.spans import Counts

Entity = frozenset[Hashable]
Partition = Sequence[Entity]


@dataclass(slots=True)
class CoreferenceScores:
    """Sums over documents.

    Attributes:
        mentions: mentions of entities that are mentioned more than once.
    """

    muc: Counts = field(default_factory=Counts)
    b_cubed: Counts = field(default_factory=Counts)
    ceaf_e: Counts = field(default_factory=Counts)
    lea: Counts = field(default_factory=Counts)
    mentions: Counts = field(default_factory=Counts)

    def add(self, gold: Partition, predicted: Partition, *, singletons: bool = False) -> None:
        """Count one document; entities with one mention are left out, unless ``singletons``."""
        if not singletons:
            gold = [entity for entity in gold if len(entity) > 1]
            predicted = [entity for entity in predicted if len(entity) > 1]
        for counts, measure in ((self.muc, muc), (self.b_cubed, b_cubed), (self.ceaf_e, ceaf_e), (self.lea, lea)):
            counts.add(*measure(gold, predicted))
        found = frozenset[Hashable]().union(*predicted)
        right = frozenset[Hashable]().union(*gold)
        self.mentions.add(len(found & right), len(found), len(found & right), len(right))

    def conll(self) -> float:
        """The mean of the F1 of MUC, B-cubed and CEAF, in percent."""
        return (self.muc.f1() + self.b_cubed.f1() + self.ceaf_e.f1()) / 3


Sums = tuple[float, float, float, float]
"""What precision is the quotient of, then what recall is the quotient of."""


def muc(gold: Partition, predicted: Partition) -> Sums:
    """Links that need not be added (Vilain et al. 1995)."""
    return (*_muc(predicted, gold), *_muc(gold, predicted))


def _muc(of: Partition, other: Partition) -> tuple[float, float]:
    places = _places(other)
    kept = total = 0
    for entity in of:
        parts = {places[mention] for mention in entity if mention in places}
        alone = sum(mention not in places for mention in entity)
        kept += len(entity) - len(parts) - alone
        total += len(entity) - 1
    return kept, total


def b_cubed(gold: Partition, predicted: Partition) -> Sums:
    """For each mention, the share of its entity that is with it on the other side too (Bagga, Baldwin 1998)."""
    return (*_b_cubed(predicted, gold), *_b_cubed(gold, predicted))


def _b_cubed(of: Partition, other: Partition) -> tuple[float, float]:
    shared = sum(common * common / len(of[number]) for (number, _), common in _overlaps(of, other).items())
    return shared, sum(len(entity) for entity in of)


def ceaf_e(gold: Partition, predicted: Partition) -> Sums:
    """Similarity of entities paired one to one in the best way (Luo 2005), ``2 |a and b| / (|a| + |b|)``."""
    similarity = [[0.0] * len(predicted) for _ in gold]
    for (row, column), common in _overlaps(gold, predicted).items():
        similarity[row][column] = 2 * common / (len(gold[row]) + len(predicted[column]))
    best = sum(similarity[row][column] for row, column in assignment(similarity))
    return best, len(predicted), best, len(gold)


def lea(gold: Partition, predicted: Partition) -> Sums:
    """Links of an entity that the other side has, weighed by its size; a lone mention links to itself."""
    return (*_lea(predicted, gold), *_lea(gold, predicted))


def _lea(of: Partition, other: Partition) -> tuple[float, float]:
    resolved = [0.0] * len(of)
    for (number, place), common in _overlaps(of, other).items():
        if len(of[number]) == 1:
            resolved[number] += len(other[place]) == 1
        else:
            resolved[number] += _links(common) / _links(len(of[number]))
    return (
        sum(len(entity) * share for entity, share in zip(of, resolved, strict=True)),
        sum(len(entity) for entity in of),
    )


def _links(mentions: int) -> int:
    return mentions * (mentions - 1) // 2


def _places(partition: Partition) -> dict[Hashable, int]:
    return {mention: number for number, entity in enumerate(partition) for mention in entity}


def _overlaps(of: Partition, other: Partition) -> dict[tuple[int, int], int]:
    """How many mentions each pair of entities shares, where it shares any."""
    places = _places(other)
    shared: dict[tuple[int, int], int] = {}
    for number, entity in enumerate(of):
        for mention in entity:
            if mention in places:
                pair = number, places[mention]
                shared[pair] = shared.get(pair, 0) + 1
    return shared


def assignment(gain: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The rows and columns, each used at most once, whose gains sum to the most.

    The Hungarian method with potentials, after Jonker, Volgenant, *A Shortest Augmenting Path Algorithm*, Computing
    38, 1987; time grows with rows times rows times columns.
    """
    if not gain or not gain[0]:
        return []
    if len(gain) > len(gain[0]):
        turned = [[row[column] for row in gain] for column in range(len(gain[0]))]
        return sorted((row, column) for column, row in assignment(turned))
    rows, columns = len(gain), len(gain[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of, before = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0], at = row, 0
        least, used = [inf] * (columns + 1), [False] * (columns + 1)
        while row_of[at]:
            used[at] = True
            step, nearest = inf, 0
            for column in range(1, columns + 1):
                if used[column]:
                    continue
                cost = -gain[row_of[at] - 1][column - 1] - row_price[row_of[at]] - column_price[column]
                if cost < least[column]:
                    least[column], before[column] = cost, at
                if least[column] < step:
                    step, nearest = least[column], column
            for column in range(columns + 1):
                if used[column]:
                    row_price[row_of[column]] += step
                    column_price[column] -= step
                else:
                    least[column] -= step
            at = nearest
        while at:
            row_of[at] = row_of[before[at]]
            at = before[at]
    return [(row_of[column] - 1, column - 1) for column in range(1, columns + 1) if row_of[column]]
