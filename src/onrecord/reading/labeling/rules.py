"""All labels of one attribution and its statements, each with its deciding words and its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reading.labeling.acts import act
from onrecord.reading.labeling.certainty import certainty
from onrecord.reading.labeling.clause import ClauseReading, read_clause
from onrecord.reading.labeling.cue import read_cue
from onrecord.reading.labeling.label import Clause, Frame, Label
from onrecord.reading.labeling.matrix import matrix
from onrecord.reading.labeling.mood import main_clause, presupposing, subordinate
from onrecord.reading.labeling.openness import left_open
from onrecord.reading.labeling.polarity import polarity
from onrecord.reading.labeling.reporter_stance import reporter_stance
from onrecord.reading.labeling.time import time
from onrecord.reading.lexicon import Lexicon, TextWords
from onrecord.reading.syntax import Syntax
from onrecord.types import Act, Certainty, Polarity, ReporterStance, Span, Time

_SENTENCE_END = re.compile(r"[.!?\n]")


@dataclass(frozen=True, slots=True)
class StatementLabels:
    """The labels of one statement."""

    certainty: Label[Certainty]
    polarity: Label[Polarity]
    time: Label[Time]

    @property
    def deciding(self) -> tuple[Span, ...]:
        """The words that decide any of them, in text order."""
        return tuple(sorted({*self.certainty.deciding, *self.polarity.deciding, *self.time.deciding}))

    @property
    def reasons(self) -> tuple[str, ...]:
        """One sentence a label."""
        return (
            f"{self.certainty.value}: {self.certainty.reason}",
            f"{self.polarity.value}: {self.polarity.reason}",
            f"{self.time.value}: {self.time.reason}",
        )


@dataclass(frozen=True, slots=True)
class AttributionLabels:
    """The labels of one attribution; the author's voice has neither act nor reporter's stance.

    Attributes:
        statements: one for each statement given, in that order.
        main: place of the main statement among them.
    """

    act: Label[Act] | None
    reporter_stance: Label[ReporterStance] | None
    statements: tuple[StatementLabels, ...]
    main: int | None = None


def label(
    words: TextWords, syntax: Syntax | None, lexicon: Lexicon, frame: Frame, statements: Sequence[Clause]
) -> AttributionLabels:
    """Label an attribution, or a sentence of the author's voice, with its statements.

    Args:
        words: of the whole text, found once for all attributions.
        syntax: of the passage that the attribution stands in, where it is known.
        statements: the statements of the content, in text order.
    """
    clauses = _read(words, syntax, lexicon, frame, statements)
    main = main_clause(clauses)
    cue = read_cue(words, syntax, lexicon, frame, clauses, main)
    acted = act(cue, main) if cue is not None else None
    value = acted.value if acted is not None else None
    labels = []
    governing: Time | None = None
    for clause in clauses:
        when = time(clause, cue, value, governing)
        if clause is main or governing is None:
            governing = when.value
        reached = clause is main or not presupposing(clause)
        opened = left_open(clause, cue, reached=reached)
        labels.append(
            StatementLabels(
                certainty=certainty(clause, cue, value, when.value, opened, reached=reached),
                polarity=polarity(clause, cue, opened, reached=reached),
                time=when,
            )
        )
    return AttributionLabels(
        act=acted,
        reporter_stance=reporter_stance(cue) if cue is not None else None,
        statements=tuple(labels),
        main=next((place for place, clause in enumerate(clauses) if clause is main), None),
    )


def _read(
    words: TextWords, syntax: Syntax | None, lexicon: Lexicon, frame: Frame, statements: Sequence[Clause]
) -> list[ClauseReading]:
    clauses: list[ClauseReading] = []
    for place, statement in enumerate(statements):
        before = clauses[-1] if clauses else None
        coordinated = (
            before is not None
            and not before.imperative
            and not subordinate(before)
            and _SENTENCE_END.search(words.text, before.clause.spans[-1].end, statement.spans[0].start) is None
        )
        after = statements[place + 1].spans[0].start if place + 1 < len(statements) else None
        beside = matrix(words, lexicon, frame, statement, before.clause if before else None, after)
        clauses.append(read_clause(words, syntax, lexicon, statement, beside=beside, coordinated=coordinated))
    return clauses
