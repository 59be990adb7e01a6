"""The benchmark's metric: overlap of stretches of four words.

As in scrapinghub/article-extraction-benchmark, ``evaluate.py``: stretches are counted as a multiset; matches, surplus
and missing ones of each page are divided by their sum, so that long pages weigh no more than short ones; precision and
recall are means over pages, and F1 is made of those two means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

_WORD = re.compile(r"\w+")
_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shares of matched, surplus and missing stretches of one page; they sum to one, or are all zero."""

    matched: float
    surplus: float
    missing: float

    @property
    def precision(self) -> float | None:
        found = self.matched + self.surplus
        return self.matched / found if found else None

    @property
    def recall(self) -> float | None:
        wanted = self.matched + self.missing
        return self.matched / wanted if wanted else None


@dataclass(frozen=True, slots=True)
class Score:
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def overlap(wanted: str, found: str) -> Overlap:
    """Compare the text of one page with what it should be."""
    right, given = _shingles(wanted), _shingles(found)
    matched = (right & given).total()
    surplus, missing = (given - right).total(), (right - given).total()
    whole = matched + surplus + missing or 1
    return Overlap(matched / whole, surplus / whole, missing / whole)


def score(overlaps: Sequence[Overlap]) -> Score:
    """Means over pages; a page with nothing found counts for recall only, and the reverse."""
    precisions = [value for one in overlaps if (value := one.precision) is not None]
    recalls = [value for one in overlaps if (value := one.recall) is not None]
    return Score(mean(precisions or [0.0]), mean(recalls or [0.0]))


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    stretches = (tuple(words[i : i + _LENGTH]) for i in range(max(1, len(words) - _LENGTH + 1)))
    return Counter(stretch for stretch in stretches if stretch)
