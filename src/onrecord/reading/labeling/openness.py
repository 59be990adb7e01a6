"""Whether a statement is left open: asked, a condition, or declined; then neither certainty nor polarity is known."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.labeling.clause import ClauseReading
from onrecord.reading.labeling.cue import CueReading
from onrecord.reading.labeling.label import quoted
from onrecord.reading.labeling.mood import condition_words, infinitive
from onrecord.reading.labeling.verbs import QUESTION_WORDS
from onrecord.reading.lexicon import CertaintyEffect, Found, Hedge, HedgeKind, HedgeWhen, Negated, PolarityEffect
from onrecord.reading.lexicon.inflection import is_past
from onrecord.types import Act, Span


@dataclass(frozen=True, slots=True)
class Open:
    """Why a statement is left open."""

    deciding: tuple[Span, ...]
    reason: str


def left_open(clause: ClauseReading, cue: CueReading | None, *, reached: bool) -> Open | None:
    """Why neither its certainty nor its polarity is known; ``None`` where they are.

    Args:
        reached: whether the cue reaches it; a clause of time or reason that hangs on another is taken for granted.
    """
    condition = _condition(clause)
    if condition is not None:
        return Open((condition,), f"{quoted(clause.text, condition)} makes it a condition")
    if cue is not None and reached:
        found = _by_cue(clause, cue)
        if found is not None:
            return found
    if clause.question:
        return Open(_asking(clause), "it is a question")
    return _by_words(clause)


def _condition(clause: ClauseReading) -> Span | None:
    found = condition_words(clause)
    if found is None:
        return None
    row = condition_row(clause, found.rows)
    return clause.span(*found.at) if row is not None and row.certainty is CertaintyEffect.UNKNOWN else None


def condition_row(clause: ClauseReading, rows: tuple[Hedge, ...]) -> Hedge | None:
    """The row that holds: "until" is open only where it looks forward."""
    return next((row for row in rows if row.when is not HedgeWhen.FUTURE or not over(clause)), None)


def over(clause: ClauseReading) -> bool:
    """Whether a clause of time tells of what is over, in the author's own past tense."""
    return not clause.group or (is_past(clause.group[0]) and clause.group[0] not in ("was", "were"))


def _by_cue(clause: ClauseReading, cue: CueReading) -> Open | None:
    shown = quoted(cue.text, cue.deciding)
    asked = clause.mark in QUESTION_WORDS or clause.mark in ("whether", "if")
    if cue.effect is Negated.DECLINE or (cue.negated and asked):
        return Open(cue.all_deciding, f"{shown} leaves it open")
    if cue.row is not None and cue.row.polarity is PolarityEffect.UNKNOWN and cue.effect is not Negated.OPEN:
        if infinitive(clause) and not asked and cue.row.act is Act.ASK:
            return None  # a request
        return Open((cue.deciding,), f"{shown} leaves it open")
    return None


def _asking(clause: ClauseReading) -> tuple[Span, ...]:
    return (clause.words[clause.opening].span,) if clause.words else ()


def _by_words(clause: ClauseReading) -> Open | None:
    """Words in it that leave it open: "it is *not known* whether", "how it began *is unclear*"."""
    for found in clause.hedges:
        extraposed = _extraposed(clause, found)
        row = next((row for row in found.rows if extraposed or row.when is not HedgeWhen.EXTRAPOSED), None)
        if row is None or row.certainty is not CertaintyEffect.UNKNOWN or row.kind is not HedgeKind.LIKELIHOOD:
            continue
        inside = not clause.predicate or found.at[-1] < clause.predicate.stop or clause.mark in QUESTION_WORDS
        if inside and clause.governs(found.at[0]):
            span = clause.span(*found.at)
            return Open((span,), f"{quoted(clause.text, span)} leaves it open")
    return None


def _extraposed(clause: ClauseReading, found: Found[Hedge]) -> bool:
    """Whether what is unclear is a clause, and not a thing ("the cause is unclear")."""
    if clause.mark in QUESTION_WORDS or clause.mark in ("it", "whether", "if"):
        return True
    return bool(clause.predicate) and found.next <= clause.predicate.start
