"""The machine against gold quantities and dates; and two annotations against each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from onrecord.evaluation import figure_gold, figures
from onrecord.evaluation.figures import DateScores, QuantityScores
from onrecord.reading.dates import find_dates
from onrecord.reading.quantities import find_quantities
from onrecord.reading.reader import Reader
from onrecord.reading.tokens import lines_of
from onrecord.run.evaluating_commitments import dated
from onrecord.types import Date, Quantity

Figures = tuple[Sequence[Quantity], Sequence[Date]]
Find = Callable[[str, date], Figures]
"""From a text and its date of publication to its quantities and dates."""


def by_words(text: str, published: date) -> Figures:
    """What the grammars find with words alone, without parts of speech and dependencies."""
    lines = lines_of(text)
    dates = find_dates(text, lines, published, None)
    return find_quantities(text, lines, dates, None), dates


def by_reader(reader: Reader) -> Find:
    """What a reader finds, with all that it knows of the words."""

    def find(text: str, published: date) -> Figures:
        reading = reader.read(dated(text, published.isoformat()))
        return reading.quantities, reading.dates

    return find


def evaluate_quantities(find: Find, folder: Path, split: str | None = None) -> QuantityScores:
    """Score quantities on a folder of gold, or on its part ``split``.

    Raises:
        BadInput: the folder holds no gold, or gold that its texts do not hold.
    """
    scores = QuantityScores()
    for item in figure_gold.texts(folder, split):
        scores.add(item, find(item.text, item.published)[0])
    return scores


def evaluate_dates(find: Find, folder: Path, split: str | None = None) -> DateScores:
    """Score dates on a folder of gold, or on its part ``split``.

    Raises:
        BadInput: the folder holds no gold, or gold that its texts do not hold.
    """
    scores = DateScores()
    for item in figure_gold.texts(folder, split):
        scores.add(item, find(item.text, item.published)[1])
    return scores


def agree_on_quantities(folder: Path) -> QuantityScores:
    """Score the second annotation against the first.

    Raises:
        BadInput: the folder holds no second annotation.
    """
    scores = QuantityScores()
    for first, second in figure_gold.annotated_twice(folder):
        scores.add(first, figures.quantities_by_second(second))
    return scores


def agree_on_dates(folder: Path) -> DateScores:
    """Score the second annotation against the first.

    Raises:
        BadInput: the folder holds no second annotation.
    """
    scores = DateScores()
    for first, second in figure_gold.annotated_twice(folder):
        scores.add(first, figures.dates_by_second(second))
    return scores
