"""Metrics for quantities and dates.

Found and gold are paired one to one where their spans overlap, most first. A quantity is right in value if both bounds
are, and right altogether if its unit is too. Units are the same if their normal forms are (USD, percent, km), or else
if their noun phrases are, with the noun in the singular and without articles; so the noun's modifiers count. A date is
right in value if its TIMEX3 value is the gold's (TempEval-3, UzZaman et al. 2013: relaxed match and value), and right
in extent if every word of it is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from onrecord.evaluation.figure_gold import FigureText, GoldDate, GoldQuantity
from onrecord.evaluation.spans import Counts
from onrecord.types import Date, DateId, Interval, Quantity, QuantityId, Span

DETAILS = ("modifier", "as_of", "change")
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset({"a", "an", "the"})
_GENERIC = frozenset({"person", "fraction"})
"""Normal forms that many different units share."""
_CLOSE = 1e-4
"""Relative difference up to which two numbers are one: a third may be written 0.3333."""
_SINGULARS = {"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "lives": "life",
              "wives": "wife", "halves": "half"}  # fmt: skip

Marked = TypeVar("Marked", GoldQuantity, GoldDate)
Found = TypeVar("Found", Quantity, Date)


@dataclass(slots=True)
class Share:
    """How often something is right."""

    right: int = 0
    of: int = 0

    def percent(self) -> float:
        return 100 * self.right / self.of if self.of else 0.0


@dataclass(slots=True)
class QuantityScores:
    """Sums over texts.

    Attributes:
        found: overlap alone.
        value: both bounds right.
        unit: both bounds and the unit right.
        details: of the pairs where gold or machine has one: modifier, as-of date, change.
    """

    texts: int = 0
    found: Counts = field(default_factory=Counts)
    value: Counts = field(default_factory=Counts)
    unit: Counts = field(default_factory=Counts)
    details: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in DETAILS})

    def add(self, gold: FigureText, predicted: Sequence[Quantity]) -> None:
        """Count one text."""
        self.texts += 1
        pairs = list(_paired(gold.quantities, predicted))
        valued = [pair for pair in pairs if _same_value(*pair)]
        sizes = len(predicted), len(gold.quantities)
        for counts, right in (
            (self.found, len(pairs)),
            (self.value, len(valued)),
            (self.unit, sum(same_unit(marked, found) for marked, found in valued)),
        ):
            counts.add(right, sizes[0], right, sizes[1])
        for marked, found in pairs:
            self._detail("modifier", marked.modifier, found.modifier, _plain(marked.modifier) == _plain(found.modifier))
            self._detail("as_of", marked.as_of, found.as_of, marked.as_of == found.as_of)
            self._detail("change", marked.change, found.change, _same_change(marked, found))

    def _detail(self, name: str, marked: object, found: object, right: bool) -> None:
        if marked is not None or found is not None:
            self.details[name].of += 1
            self.details[name].right += right


@dataclass(slots=True)
class DateScores:
    """Sums over texts.

    Attributes:
        found: overlap alone.
        value: overlap and the same value.
        extent: exactly the same words.
        granularity: of the pairs, how often it is right.
    """

    texts: int = 0
    found: Counts = field(default_factory=Counts)
    value: Counts = field(default_factory=Counts)
    extent: Counts = field(default_factory=Counts)
    granularity: Share = field(default_factory=Share)

    def add(self, gold: FigureText, predicted: Sequence[Date]) -> None:
        """Count one text."""
        self.texts += 1
        pairs = list(_paired(gold.dates, predicted))
        sizes = len(predicted), len(gold.dates)
        for counts, right in (
            (self.found, len(pairs)),
            (self.value, sum(marked.value == found.value for marked, found in pairs)),
            (self.extent, sum(_words(gold.text, a.span) == _words(gold.text, b.span) for a, b in pairs)),
        ):
            counts.add(right, sizes[0], right, sizes[1])
        for marked, found in pairs:
            self.granularity.of += 1
            self.granularity.right += marked.granularity == found.granularity


def quantities_by_second(labels: FigureText) -> tuple[Quantity, ...]:
    """A second annotator's quantities as if they had been found."""
    return tuple(
        Quantity(
            id=QuantityId(f"q{place}"),
            span=item.span,
            low=item.low,
            high=item.high,
            unit=item.unit,
            unit_norm=item.norm,
            modifier=item.modifier,
            as_of=item.as_of,
            change=item.change,
        )
        for place, item in enumerate(labels.quantities, 1)
    )


def dates_by_second(labels: FigureText) -> tuple[Date, ...]:
    """A second annotator's dates as if they had been found."""
    return tuple(
        Date(DateId(f"d{place}"), item.span, item.value, item.granularity)
        for place, item in enumerate(labels.dates, 1)
    )


def _paired(
    gold: Sequence[Marked], predicted: Sequence[Found]
) -> Iterator[tuple[Marked, Found]]:
    """Gold and found whose spans overlap, one to one, those that share most first."""
    shares = [
        (-_overlap(marked.span, found.span), i, j)
        for i, marked in enumerate(gold)
        for j, found in enumerate(predicted)
        if marked.span.overlaps(found.span)
    ]
    left, right = set(range(len(gold))), set(range(len(predicted)))
    for _, i, j in sorted(shares):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield gold[i], predicted[j]


def _overlap(first: Span, second: Span) -> float:
    common = min(first.end, second.end) - max(first.start, second.start)
    return common / (max(first.end, second.end) - min(first.start, second.start))


def _same_value(marked: GoldQuantity, found: Quantity) -> bool:
    return _same(marked.low, found.low) and _same(marked.high, found.high)


def _same(first: float | None, second: float | None) -> bool:
    if first is None or second is None:
        return first is second
    return math.isclose(first, second, rel_tol=_CLOSE)


def _same_interval(first: Interval, second: Interval) -> bool:
    return _same(first.low, second.low) and _same(first.high, second.high)


def _same_change(marked: GoldQuantity, found: Quantity) -> bool:
    if marked.change is None or found.change is None:
        return False
    return _same_interval(marked.change.before, found.change.before) and _same_interval(
        marked.change.after, found.change.after
    )


def same_unit(marked: GoldQuantity, found: Quantity) -> bool:
    """Whether two quantities are of the same unit."""
    if marked.norm is not None and marked.norm == found.unit_norm and marked.norm not in _GENERIC:
        return True
    return noun_phrase(marked.unit) == noun_phrase(found.unit)


def noun_phrase(unit: str | None) -> tuple[str, ...]:
    """A unit's words in lower case, without articles, its noun in the singular; empty for none."""
    words = [word for word in _WORD.findall((unit or "").lower()) if word not in _ARTICLES]
    if not words:
        return () if not unit else (unit,)
    return (*words[:-1], _singular(words[-1]))


def _singular(noun: str) -> str:
    if noun in _SINGULARS:
        return _SINGULARS[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _plain(modifier: str | None) -> str:
    return " ".join(_WORD.findall((modifier or "").lower()))


def _words(text: str, span: Span) -> tuple[int, ...]:
    return tuple(match.start() for match in _WORD.finditer(text, span.start, span.end))
