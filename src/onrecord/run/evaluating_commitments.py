"""The machine against gold commitments, conduct and stances; and two annotations against each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from onrecord.evaluation import commitment_gold, commitments, stance_gold, stances
from onrecord.evaluation.commitments import CommitmentScores
from onrecord.evaluation.stances import StanceScores
from onrecord.linking.link import link
from onrecord.reading.reader import Reader
from onrecord.run.evaluating import plain_document
from onrecord.types import Document, Metadata, Reading

Read = Callable[[Document], Reading]


def whole(reader: Reader) -> Read:
    """What reads a document through all stages."""
    return lambda document: link(reader.read(document))


def evaluate_commitments(read: Read, folder: Path, split: str | None = None) -> CommitmentScores:
    """Score commitments and conduct on a folder of gold, or on its part ``split``.

    Raises:
        BadInput: the folder holds no gold, or gold that its texts do not hold.
    """
    scores = CommitmentScores()
    for item in commitment_gold.texts(folder, split):
        scores.add(item, commitments.in_reading(read(dated(item.text, item.published))))
    return scores


def evaluate_stances(read: Read, folder: Path, split: str | None = None) -> StanceScores:
    """Score stances on a folder of gold, or on its part ``split``.

    Raises:
        BadInput: the folder holds no gold, or gold that its texts do not hold.
    """
    scores = StanceScores()
    for item in stance_gold.texts(folder, split):
        scores.add(item, stances.in_reading(read(dated(item.text, item.published))))
    return scores


def agree_on_commitments(folder: Path) -> CommitmentScores:
    """Score the second annotation against the first.

    Raises:
        BadInput: the folder holds no second annotation.
    """
    scores = CommitmentScores()
    for first, second in commitment_gold.annotated_twice(folder):
        scores.add(first, commitments.by_second(second))
    return scores


def agree_on_stances(folder: Path) -> StanceScores:
    """Score the second annotation against the first.

    Raises:
        BadInput: the folder holds no second annotation.
    """
    scores = StanceScores()
    for first, second in stance_gold.annotated_twice(folder):
        scores.add(first, stances.by_second(second))
    return scores


def dated(text: str, published: str) -> Document:
    """A plain document that was published on an ISO date."""
    return replace(plain_document(text), metadata=Metadata(language="en", published=published))
