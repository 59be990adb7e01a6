"""Attributions and the author's voice written out: numbered in text order, with their kinds, statements and labels."""

from __future__ import annotations

import datetime
import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from onrecord.reading.authors_voice import voice
from onrecord.reading.dates import find_dates
from onrecord.reading.drafts import Draft, PassageReading, whole
from onrecord.reading.labeling import AttributionLabels, Clause, Frame, label
from onrecord.reading.layers import Layered
from onrecord.reading.lexicon import Lexicon, TextWords
from onrecord.reading.mentions import Found
from onrecord.reading.model import Logistic
from onrecord.reading.passages import Passage
from onrecord.reading.quantities import find_quantities
from onrecord.reading.quotation import Quotations
from onrecord.reading.source_kind import decide
from onrecord.reading.statements import StatementDraft, Stater
from onrecord.types import (
    Attribution,
    AttributionId,
    BlockKind,
    Date,
    DateId,
    Document,
    Mention,
    Quantity,
    QuantityId,
    Quotation,
    SourceKind,
    Span,
    Statement,
    StatementId,
)

_HEADLINES = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEADING})


@dataclass(frozen=True, slots=True)
class Heard:
    """One passage as it was read.

    Attributes:
        drafts: its attributions; parents by place in this list.
        voiced: stretches of the author's voice, with the probability that no word of them is a cue.
        stater: finds statements; ``None`` where the passage holds no word.
    """

    passage: Passage
    drafts: list[Draft]
    voiced: list[tuple[Span, float]]
    mentions: list[Found]
    layered: Layered | None
    stater: Stater | None

    def holds(self, span: Span) -> bool:
        """Whether a span begins in one of the passage's lines."""
        return any(line.start <= span.start < line.end for line in self.passage.lines)


def hear(
    text: str,
    passage: Passage,
    found: PassageReading,
    drafts: list[Draft],
    mentions: list[Found],
    quoted: Sequence[Span],
) -> Heard:
    """Put together what was read in one passage, and find the author's voice in it."""
    taken = [span for draft in drafts for span in (*draft.source, *draft.cue, *draft.content)]
    voiced = [(span, _calm(found, span)) for span in voice(text, passage.blocks, taken, quoted)]
    stater = None if found.layered is None else Stater(text, found.layered, found.tokens, found.blocks)
    return Heard(passage, drafts, voiced, mentions, found.layered, stater)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """An attribution, or with no draft a stretch of the author's voice, before it is numbered."""

    heard: Heard
    draft: Draft | None
    span: Span
    number: int
    calm: float = 1.0
    children: tuple[int, ...] = ()

    @property
    def place(self) -> tuple[int, int, int]:
        if self.draft is None:
            return self.span.start, 0, self.span.start
        return self.span.start, self.draft.depth, self.draft.cue[0].start


@dataclass(frozen=True)
class Writer:
    """Writes the attributions of one document.

    Attributes:
        names: bare names of the whole document, in text order, for the kinds of sources.
        calibration: from evidence to confidence.
    """

    document: Document
    heard: Sequence[Heard]
    names: Sequence[Mention]
    quotations: Quotations
    calibration: Logistic
    lexicon: Lexicon

    def attributions(self) -> tuple[Attribution, ...]:
        """All attributions and the author's voice, numbered in text order, as their statements are."""
        order = sorted(self._spoken(), key=lambda item: item.place)
        ids = {
            (id(item.heard), item.number): AttributionId(f"a{number}")
            for number, item in enumerate(order, 1)
            if item.draft is not None
        }
        return self.numbered(
            self._written(item, AttributionId(f"a{number}"), ids) for number, item in enumerate(order, 1)
        )

    def numbered(self, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
        """Attributions with the ids of their statements in their order."""
        count = 0
        written = []
        for attribution in attributions:
            statements = tuple(
                replace(statement, id=StatementId(f"s{number}"))
                for number, statement in enumerate(attribution.statements, count + 1)
            )
            count += len(statements)
            written.append(replace(attribution, statements=statements))
        return tuple(written)

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """All expressions of time, numbered in text order."""
        published = _day(self.document.metadata.published)
        found = [
            date
            for heard in self.heard
            for date in find_dates(
                self.document.text, _lines(heard), published, heard.layered.syntax if heard.layered else None
            )
        ]
        found.sort(key=lambda date: date.span)
        return tuple(replace(date, id=DateId(f"d{number}")) for number, date in enumerate(found, 1))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """All quantities, numbered in text order."""
        found = [
            quantity
            for heard in self.heard
            for quantity in find_quantities(
                self.document.text, _lines(heard), self.dates, heard.layered.syntax if heard.layered else None
            )
        ]
        found.sort(key=lambda quantity: quantity.span)
        return tuple(replace(item, id=QuantityId(f"q{number}")) for number, item in enumerate(found, 1))

    @cached_property
    def _words(self) -> TextWords:
        return TextWords(self.document.text)

    @cached_property
    def _date_starts(self) -> list[int]:
        return [date.span.start for date in self.dates]

    @cached_property
    def _quantity_starts(self) -> list[int]:
        return [quantity.span.start for quantity in self.quantities]

    def _spoken(self) -> Iterable[_Spoken]:
        for heard in self.heard:
            inner: dict[int, list[int]] = {}
            for number, draft in enumerate(heard.drafts):
                if draft.parent is not None:
                    inner.setdefault(draft.parent, []).append(number)
            for number, draft in enumerate(heard.drafts):
                yield _Spoken(heard, draft, whole(draft), number, children=tuple(inner.get(number, ())))
            for number, (span, calm) in enumerate(heard.voiced):
                yield _Spoken(heard, None, span, number, calm)

    def _written(
        self, item: _Spoken, id_: AttributionId, ids: dict[tuple[int, int], AttributionId]
    ) -> Attribution:
        if item.draft is None:
            bare = _voiced(item, id_)
            return self.stated(bare, item.heard)
        draft = item.draft
        decision = decide(self.document.text, draft.source, self.names)
        reasons = [f"cue “{draft.cue[0].of(self.document.text)}”", decision.reason]
        if draft.parent is not None:
            reasons.append("found by reading the content around it as a text of its own")
        bare = Attribution(
            id=id_,
            source=draft.source,
            cue=draft.cue,
            content=draft.content,
            source_kind=decision.kind,
            quotation=self.quotations.of(draft.content),
            confidence=self.calibration.probability(draft.evidence),
            parent=None if draft.parent is None else ids[id(item.heard), draft.parent],
            reasons=tuple(reasons),
        )
        return self.stated(bare, item.heard, [span for child in item.children for span in item.heard.drafts[child].cue])

    def stated(self, bare: Attribution, heard: Heard, inner_cues: Sequence[Span] = ()) -> Attribution:
        """An attribution, or a stretch of the author's voice, with its statements and labels.

        Args:
            heard: the passage it stands in.
            inner_cues: cues of the attributions inside it, whose clauses are no statements of this one.
        """
        drafts = heard.stater.statements(bare.content, bare.source, inner_cues) if heard.stater is not None else []
        headline = heard.stater is not None and heard.stater.blocks.at(bare.content[0].start).kind in _HEADLINES
        clauses = [Clause(draft.spans, draft.roles, draft.head, headline) for draft in drafts]
        direct = bare.quotation is Quotation.DIRECT
        frame = Frame(bare.source, bare.cue, bare.content, bare.source_kind, direct)
        labels = label(self._words, heard.layered.syntax if heard.layered else None, self.lexicon, frame, clauses)
        main = labels.statements[labels.main] if labels.main is not None else None
        return replace(
            bare,
            act=labels.act.value if labels.act else None,
            certainty=main.certainty.value if main else None,
            polarity=main.polarity.value if main else None,
            reporter_stance=labels.reporter_stance.value if labels.reporter_stance else None,
            statements=self._labeled(drafts, labels),
            reasons=(*bare.reasons, *_reasons(labels)),
        )

    def _labeled(self, drafts: Sequence[StatementDraft], labels: AttributionLabels) -> tuple[Statement, ...]:
        return tuple(
            Statement(
                id=StatementId(""),
                spans=draft.spans if draft.shared is None else tuple(sorted({*draft.spans, draft.shared})),
                certainty=known.certainty.value,
                polarity=known.polarity.value,
                time=known.time.value,
                roles=draft.roles,
                deciding=known.deciding,
                quantities=tuple(
                    self.quantities[at].id for at in _inside(draft.spans, self._quantity_starts, self.quantities)
                ),
                dates=tuple(self.dates[at].id for at in _inside(draft.spans, self._date_starts, self.dates)),
                reasons=known.reasons,
            )
            for draft, known in zip(drafts, labels.statements, strict=True)
        )


def _inside(spans: Sequence[Span], starts: Sequence[int], found: Sequence[Quantity] | Sequence[Date]) -> list[int]:
    """Places of what lies in one of the spans, in text order."""
    return [
        at
        for span in spans
        for at in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        if found[at].span.end <= span.end
    ]


def _voiced(item: _Spoken, id_: AttributionId) -> Attribution:
    return Attribution(
        id=id_,
        source=(),
        cue=(),
        content=(item.span,),
        source_kind=SourceKind.AUTHOR,
        quotation=Quotation.INDIRECT,
        confidence=item.calm,
        reasons=("stands outside every attribution",),
    )


def _reasons(labels: AttributionLabels) -> tuple[str, ...]:
    reasons = []
    if labels.act is not None:
        reasons.append(f"{labels.act.value}: {labels.act.reason}")
    if labels.reporter_stance is not None:
        reasons.append(f"{labels.reporter_stance.value}: {labels.reporter_stance.reason}")
    return tuple(reasons)


def _lines(heard: Heard) -> list[tuple[int, int]]:
    return [(line.start, line.end) for line in heard.passage.lines]


def _day(published: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _calm(found: PassageReading, span: Span) -> float:
    """Probability that no word of a stretch is a cue: one minus the strongest one's."""
    low, high = np.searchsorted(found.tokens.unit_start, (span.start, span.end))
    if low >= high:
        return 1.0
    odds = float(found.cue_odds[low:high].max())
    return 1 / (1 + math.exp(max(-30.0, min(30.0, odds))))
