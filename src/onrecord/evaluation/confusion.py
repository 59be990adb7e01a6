"""What was said against what is right, for one kind of label: macro-F1, accuracy, Cohen's kappa."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

NOT_FOUND = "not found"
UNLABELED = "unlabeled"


@dataclass(slots=True)
class Confusion:
    """Counts of (gold label, found label).

    What was not found at all (:data:`NOT_FOUND`) counts for ``found_only=False`` alone; what was found and bears no
    label (:data:`UNLABELED`) is always wrong.
    """

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, gold: str, found: str) -> None:
        self.counts[gold, found] += 1

    def of(self, found_only: bool) -> int:
        """How many are compared."""
        return sum(number for _, _, number in self._compared(found_only))

    def accuracy(self, found_only: bool) -> float:
        """The share that is right, in percent; 0 of nothing is 0."""
        total = self.of(found_only)
        right = sum(number for gold, found, number in self._compared(found_only) if gold == found)
        return 100 * right / total if total else 0.0

    def f1(self, label: str, found_only: bool) -> float:
        """F1 of one label in percent."""
        compared = self._compared(found_only)
        both = sum(number for gold, found, number in compared if gold == found == label)
        either = sum(number * ((gold == label) + (found == label)) for gold, found, number in compared)
        return 200 * both / either if either else 0.0

    def macro_f1(self, found_only: bool) -> float:
        """Mean of the F1 of all labels that gold uses, in percent."""
        labels = self.labels(found_only)
        return sum(self.f1(label, found_only) for label in labels) / len(labels) if labels else 0.0

    def kappa(self) -> float:
        """Cohen's kappa (1960) of what both labeled: agreement beyond chance, 1 where all is alike."""
        compared = self._compared(found_only=True)
        total = self.of(found_only=True)
        if not total:
            return 0.0
        ours, theirs = Counter[str](), Counter[str]()
        for gold, found, number in compared:
            ours[gold] += number
            theirs[found] += number
        chance = sum(number * theirs[label] for label, number in ours.items()) / total**2
        agreed = self.accuracy(found_only=True) / 100
        return (agreed - chance) / (1 - chance) if chance < 1 else 1.0

    def labels(self, found_only: bool) -> list[str]:
        """The labels that gold uses, by name."""
        return sorted({gold for gold, _, _ in self._compared(found_only)})

    def wrong(self) -> list[tuple[str, str, int]]:
        """Gold label, found label and number of each confusion, most frequent first."""
        confused = [(gold, found, number) for (gold, found), number in self.counts.items() if gold != found]
        return sorted(confused, key=lambda item: (-item[2], item[0], item[1]))

    def _compared(self, found_only: bool) -> list[tuple[str, str, int]]:
        return [
            (gold, found, number)
            for (gold, found), number in self.counts.items()
            if found != NOT_FOUND or not found_only
        ]
