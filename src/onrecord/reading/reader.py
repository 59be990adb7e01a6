"""From a document to its reading: the attributions with their kinds, quotations, confidence and reasons."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.errors import BrokenInstallation
from onrecord.reading.authors_voice import voice
from onrecord.reading.continuing import continued
from onrecord.reading.drafts import Draft, PassageReading, read_passage, whole
from onrecord.reading.echo import echo_evidence
from onrecord.reading.finding import find
from onrecord.reading.model import Logistic, ReaderModel
from onrecord.reading.nesting import settled
from onrecord.reading.passages import passages
from onrecord.reading.passives import without_empty_subject
from onrecord.reading.quotation import quotation, quoted_spans
from onrecord.reading.source_kind import decide
from onrecord.types import (
    Attribution,
    AttributionId,
    Document,
    Mention,
    MentionId,
    ModelVersion,
    Quotation,
    Reading,
    SourceKind,
    Span,
)


class Reader:
    """Reads documents with one model."""

    def __init__(self, model: ReaderModel) -> None:
        self._model = model

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model.name

    def probe(self) -> str:
        """Whether the model works: reads one sentence and says what it found.

        Raises:
            BrokenInstallation: the model cannot be loaded or finds nothing.
        """
        sentence = "The bridge is safe, the mayor said on Tuesday."
        found = find(self._model, self._model.wordpieces(sentence)).attributions
        if not found:
            raise BrokenInstallation("The reader model finds nothing in a plain sentence.", "Install Onrecord again.")
        return "works"

    def read(self, document: Document) -> Reading:
        """Everything the text itself tells: who says what, and what the author says.

        Entities, context sources and chains are left to linking.
        """
        text = document.text
        quoted = quoted_spans(text, document.blocks)
        mentions: list[Mention] = []
        explicit: list[Draft] = []
        voiced: list[tuple[Span, float]] = []
        for passage in passages(document):
            found = read_passage(self._model, text, passage)
            drafts = settled([without_empty_subject(text, draft) for draft in found.drafts])
            drafts = continued(text, passage.blocks, drafts)
            offset = len(explicit)
            explicit += [
                replace(draft, parent=None if draft.parent is None else draft.parent + offset) for draft in drafts
            ]
            mentions += found.names
            taken = [span for draft in drafts for span in (*draft.source, *draft.cue, *draft.content)]
            voiced += [(span, _calm(found, span)) for span in voice(text, passage.blocks, taken, quoted)]
        mentions.sort(key=lambda mention: mention.span)
        mentions = [replace(mention, id=MentionId(f"m{n}")) for n, mention in enumerate(mentions, 1)]
        return Reading(
            document=document,
            attributions=_Numbering(document, mentions, self._model.calibration).attributions(explicit, voiced),
            mentions=tuple(mentions),
            entities=(),
            echo=echo_evidence(document),
            model=ModelVersion(self._model.name),
        )


@dataclass(frozen=True, slots=True)
class _Numbering:
    """Turns drafts into attributions with ids in text order."""

    document: Document
    mentions: Sequence[Mention]
    calibration: Logistic

    def attributions(
        self, explicit: Sequence[Draft], voiced: Sequence[tuple[Span, float]]
    ) -> tuple[Attribution, ...]:
        places = [(whole(draft).start, draft.depth, draft.cue[0].start, i) for i, draft in enumerate(explicit)]
        places += [(span.start, 0, span.start, len(explicit) + i) for i, (span, _) in enumerate(voiced)]
        order = [place[-1] for place in sorted(places)]
        ids = {item: AttributionId(f"a{number}") for number, item in enumerate(order, 1)}
        return tuple(
            self._explicit(explicit[item], ids, ids[item])
            if item < len(explicit)
            else self._voiced(*voiced[item - len(explicit)], ids[item])
            for item in order
        )

    def _explicit(self, draft: Draft, ids: dict[int, AttributionId], id_: AttributionId) -> Attribution:
        text = self.document.text
        decision = decide(text, draft.source, self.mentions)
        quoted = quotation(text, self.document.blocks, draft.content)
        cue = draft.cue[0].of(text)
        reasons = [f"cue “{cue}”", decision.reason]
        if draft.parent is not None:
            reasons.append("found by reading the content around it as a text of its own")
        return Attribution(
            id=id_,
            source=draft.source,
            cue=draft.cue,
            content=draft.content,
            source_kind=decision.kind,
            quotation=quoted,
            confidence=self.calibration.probability(draft.evidence),
            parent=None if draft.parent is None else ids[draft.parent],
            reasons=tuple(reasons),
        )

    def _voiced(self, span: Span, calm: float, id_: AttributionId) -> Attribution:
        return Attribution(
            id=id_,
            source=(),
            cue=(),
            content=(span,),
            source_kind=SourceKind.AUTHOR,
            quotation=Quotation.INDIRECT,
            confidence=calm,
            reasons=("stands outside every attribution",),
        )


def _calm(found: PassageReading, span: Span) -> float:
    """Probability that no word of a stretch is a cue: one minus the strongest one's."""
    low, high = np.searchsorted(found.tokens.unit_start, (span.start, span.end))
    if low >= high:
        return 1.0
    odds = float(found.cue_odds[low:high].max())
    return 1 / (1 + math.exp(max(-30.0, min(30.0, odds))))


