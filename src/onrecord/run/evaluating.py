"""The reader against gold texts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import BadInput
from onrecord.evaluation import gold, polnear
from onrecord.evaluation.polnear import GoldArticle, GoldAttribution
from onrecord.evaluation.spans import Scores
from onrecord.reading.reader import Reader
from onrecord.reading.tokens import lines_of
from onrecord.types import Attribution, Block, BlockKind, Document, DocumentId, Metadata, SourceKind, Span


@dataclass(slots=True)
class Evaluation:
    """Scores of outermost attributions, and of those inside others where the gold marks nesting."""

    articles: int = 0
    scores: Scores = field(default_factory=Scores)
    nested: Scores = field(default_factory=Scores)
    kinds_right: int = 0
    kinds: int = 0


def plain_document(text: str) -> Document:
    """A document whose text is exactly ``text``, every line that holds anything a paragraph."""
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, Span(start, end)) for start, end in lines_of(text) if text[start:end].strip()
    )
    return Document(DocumentId("sha256:"), "gold", text, blocks, Metadata(language="en"), b"")


def evaluate(reader: Reader, folder: Path) -> Evaluation:
    """Score the reader on a folder of gold: PolNeAR's format, or our TOML files.

    PolNeAR marks outermost attributions only; our gold marks nested ones too, which are scored by themselves.

    Raises:
        BadInput: the folder holds neither.
    """
    if any(folder.glob("*.toml")):
        return _ours(reader, folder)
    if not folder.is_dir():
        raise BadInput(f"{folder} is not a folder.", "Give the folder that holds the gold data.")
    return _polnear(reader, folder)


def _polnear(reader: Reader, folder: Path) -> Evaluation:
    evaluation = Evaluation()
    articles = list(polnear.articles(folder))
    annotators = Counter(article.name for article in articles)
    predicted: dict[str, list[GoldAttribution]] = {}
    for article in articles:
        if article.name not in predicted:
            read = explicit(reader, article)
            predicted = {article.name: [as_gold(item) for item in read if item.parent is None]}
            evaluation.articles += 1
        weight = 1 / annotators[article.name]
        evaluation.scores.add(article.text, article.attributions, predicted[article.name], weight)
    return evaluation


def _ours(reader: Reader, folder: Path) -> Evaluation:
    evaluation = Evaluation()
    for item in gold.texts(folder):
        evaluation.articles += 1
        read = explicit(reader, item.article)
        marked = item.article.attributions
        for scores, nested in ((evaluation.scores, False), (evaluation.nested, True)):
            scores.add(
                item.article.text,
                [one for one, parent in zip(marked, item.parents, strict=True) if (parent is not None) is nested],
                [as_gold(found) for found in read if (found.parent is not None) is nested],
            )
        for one, kind in zip(marked, item.kinds, strict=True):
            match = next((found for found in read if as_gold(found).cue == one.cue), None)
            if match is not None:
                evaluation.kinds += 1
                evaluation.kinds_right += match.source_kind.value == kind
    return evaluation


def explicit(reader: Reader, article: GoldArticle) -> list[Attribution]:
    """The attributions that are found in a gold text, the author's voice left out."""
    return [
        item
        for item in reader.read(plain_document(article.text)).attributions
        if item.source_kind is not SourceKind.AUTHOR
    ]


def as_gold(item: Attribution) -> GoldAttribution:
    """An attribution as gold writes it."""
    source, cue, content = (
        tuple((span.start, span.end) for span in role) for role in (item.source, item.cue, item.content)
    )
    return GoldAttribution(source, cue, content)
