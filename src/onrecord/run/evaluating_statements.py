"""The machine against gold acts and statements, and two annotations against each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from onrecord.evaluation import statement_gold, statements
from onrecord.evaluation.statement_gold import LabeledAttribution, StatementText
from onrecord.evaluation.statements import StatementScores
from onrecord.linking.link import link
from onrecord.reading.quotation import Quotations
from onrecord.reading.reader import Reader
from onrecord.reading.source_kind import decide
from onrecord.run.evaluating import plain_document
from onrecord.types import Attribution, AttributionId, Document, ModelVersion, Reading, SourceKind

Read = Callable[[StatementText], Reading]


def whole(reader: Reader) -> Read:
    """What reads a gold text through all stages, knowing nothing but its words."""
    return lambda item: link(reader.read(plain_document(item.text)))


def given(reader: Reader) -> Read:
    """What is told the attributions that people marked, and finds their statements and labels."""
    return lambda item: reader.state(unlabeled(item))


def evaluate_statements(read: Read, folder: Path, split: str | None = None) -> StatementScores:
    """Score acts, reporter's stance and statements on a folder of gold, or on its part ``split``.

    Raises:
        BadInput: the folder holds no gold, or gold that its texts do not hold.
    """
    scores = StatementScores()
    for item in statement_gold.texts(folder, split):
        scores.add(item, statements.in_reading(read(item)))
    return scores


def agree_on_statements(folder: Path) -> StatementScores:
    """Score the second annotation against the first.

    Raises:
        BadInput: the folder holds no second annotation.
    """
    scores = StatementScores()
    for first, second in statement_gold.annotated_twice(folder):
        scores.add(first, statements.by_second(second))
    return scores


def unlabeled(item: StatementText) -> Reading:
    """The attributions that people marked, without labels and statements: what labeling alone can be measured on."""
    document = plain_document(item.text)
    return Reading(
        document=document,
        attributions=tuple(_attribution(document, one, place) for place, one in enumerate(item.attributions, 1)),
        mentions=(),
        entities=(),
        echo=None,
        model=ModelVersion("gold"),
    )


def _attribution(document: Document, item: LabeledAttribution, place: int) -> Attribution:
    return Attribution(
        id=AttributionId(f"a{place}"),
        source=item.source,
        cue=item.cue,
        content=item.content,
        source_kind=decide(document.text, item.source, ()).kind if item.cue else SourceKind.AUTHOR,
        quotation=Quotations(document.text, document.blocks).of(item.content),
        confidence=1.0,
        parent=None if item.parent is None else AttributionId(f"a{item.parent + 1}"),
    )
