"""Who is who against gold: names, coreference, and what sources point to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.evaluation import entity_gold, gum, polnear, pronoun_gold
from onrecord.evaluation.coreference import CoreferenceScores
from onrecord.evaluation.entities import NameScores
from onrecord.evaluation.entity_gold import EntityText
from onrecord.evaluation.mentions import Matching, pair
from onrecord.evaluation.source_resolution import PointingScores
from onrecord.linking.link import link
from onrecord.reading.reader import Reader
from onrecord.run.evaluating import plain_document
from onrecord.types import Reading


@dataclass(frozen=True, slots=True)
class Selection:
    """Which gold texts are measured.

    Attributes:
        data: a folder of our TOML gold, a CoNLL-U file, a folder of them, or GUM's own folder.
        split: only texts of this part ("dev", "test").
        genre: only GUM's documents of this genre ("news").
    """

    data: Path
    split: str | None = None
    genre: str | None = None

    def texts(self) -> Iterator[EntityText]:
        """The texts.

        Raises:
            BadInput: there are none, or they are not valid.
        """
        if self.data.is_dir() and any(self.data.glob("*.toml")):
            return entity_gold.texts(self.data, self.split)
        return gum.texts(self.data, genre=self.genre, split=self.split)


@dataclass(slots=True)
class NameEvaluation:
    """Names of ``texts`` texts."""

    texts: int = 0
    scores: NameScores = field(default_factory=NameScores)


@dataclass(slots=True)
class CoreferenceEvaluation:
    """Coreference of ``texts`` texts, by what makes a predicted mention one of the gold."""

    texts: int = 0
    scores: dict[Matching, CoreferenceScores] = field(
        default_factory=lambda: {matching: CoreferenceScores() for matching in Matching}
    )


@dataclass(slots=True)
class SourceEvaluation:
    """What the sources of ``texts`` texts point to."""

    texts: int = 0
    scores: PointingScores = field(default_factory=PointingScores)


def evaluate_names(reader: Reader, selection: Selection) -> NameEvaluation:
    """Score the names that are found.

    Raises:
        BadInput: the gold is not valid.
    """
    evaluation = NameEvaluation()
    for gold in selection.texts():
        evaluation.texts += 1
        evaluation.scores.add(gold, read_text(reader, gold.text).mentions)
    return evaluation


def evaluate_coreference(reader: Reader, selection: Selection) -> CoreferenceEvaluation:
    """Score which mentions are taken for one entity.

    Raises:
        BadInput: the gold is not valid.
    """
    evaluation = CoreferenceEvaluation()
    for gold in selection.texts():
        evaluation.texts += 1
        reading = read_text(reader, gold.text)
        for matching, scores in evaluation.scores.items():
            scores.add(*partitions(gold, reading, matching))
    return evaluation


def evaluate_sources(reader: Reader, selection: Selection, pronouns: Path | None = None) -> SourceEvaluation:
    """Score what sources point to: those of our gold, or those of a table for a folder of PolNeAR's format.

    Raises:
        BadInput: the gold is not valid.
    """
    evaluation = SourceEvaluation()
    for gold in selection.texts() if pronouns is None else pronoun_texts(selection.data, pronouns):
        evaluation.texts += 1
        evaluation.scores.add(gold, read_text(reader, gold.text))
    return evaluation


def pronoun_texts(data: Path, table: Path) -> Iterator[EntityText]:
    """The articles of a PolNeAR-format folder with a table's pronoun sources.

    Raises:
        BadInput: the folder has another format, or is not the one that the table was made from.
    """
    return pronoun_gold.texts(table, {article.name: article.text for article in polnear.articles(data)})


def read_text(reader: Reader, text: str) -> Reading:
    """Read and link a text that comes without a page."""
    return link(reader.read(plain_document(text)))


def partitions(
    gold: EntityText, reading: Reading, matching: Matching
) -> tuple[list[frozenset[Hashable]], list[frozenset[Hashable]]]:
    """The mentions of a text by entity, gold and predicted; a mention that both have is the same on both sides."""
    asked = [(mention, number) for number, entity in enumerate(gold.entities) for mention in entity.mentions]
    found = [mention for mention in reading.mentions if mention.entity is not None]
    pairs = pair(gold.text, [mention for mention, _ in asked], found, matching)
    same = {j: i for i, j in pairs}
    ours: dict[Hashable, set[Hashable]] = defaultdict(set)
    theirs: dict[Hashable, set[Hashable]] = defaultdict(set)
    for i, (_, number) in enumerate(asked):
        ours[number].add(i)
    for j, mention in enumerate(found):
        theirs[mention.entity].add(same.get(j, f"predicted {j}"))
    return [frozenset(entity) for entity in ours.values()], [frozenset(entity) for entity in theirs.values()]
