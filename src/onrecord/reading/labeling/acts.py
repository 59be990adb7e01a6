"""What a source does in saying something: the act of an attribution."""

from __future__ import annotations

from typing import Final

from onrecord.reading.labeling.clause import ClauseReading
from onrecord.reading.labeling.cue import CueReading
from onrecord.reading.labeling.forecasts import is_forecast
from onrecord.reading.labeling.label import Label, quoted
from onrecord.reading.labeling.time import time
from onrecord.reading.lexicon import Negated
from onrecord.types import Act, ReporterStance, Time

_NAMES: Final = {
    Act.SAY: "saying", Act.CLAIM: "claiming", Act.CONFIRM: "confirmation", Act.DENY: "denial",
    Act.ESTIMATE: "estimating", Act.PREDICT: "prediction", Act.PLEDGE: "pledging", Act.DEMAND: "demanding",
    Act.ACCUSE: "accusation", Act.WARN: "warning", Act.BELIEVE: "belief", Act.INFER: "inference",
    Act.ASK: "asking", Act.DECLINE: "declining", Act.DECIDE: "decision",
    Act.EXPRESS: "approval, disapproval or feeling",
}  # fmt: skip


def act(cue: CueReading, main: ClauseReading | None) -> Label[Act]:
    """The act of an attribution.

    The cue's row in the lexicon decides. A neutral cue of saying leaves it to the first main clause of the content: a
    forecast is a prediction, a quoted imperative a demand, a question an asking.

    Args:
        main: the first statement of the content that is no subordinate clause.
    """
    shown, deciding = quoted(cue.text, cue.deciding), (cue.deciding,)
    row = cue.row
    if row is None:
        unknown = Label(Act.SAY, (), f"{shown} is no cue of the lexicon, so it counts as saying")
        return _by_content(cue, main) or unknown
    if cue.negations and cue.withholds and cue.effect is Negated.DECLINE:
        return Label(Act.DECLINE, deciding, f"{shown} refuses to tell")
    if cue.negations and cue.effect in (Negated.DECLINE, Negated.OPEN) and row.act is not Act.BELIEVE:
        return Label(Act.SAY, deciding, f"{shown} says neither that it is so nor that it is not")
    if cue.negations and cue.effect is Negated.DENY:
        return Label(Act.DENY, deciding, f"{shown} does not grant it")
    if row.act is Act.SAY and row.stance is ReporterStance.NEUTRAL and not cue.negated:
        by_content = _by_content(cue, main)
        if by_content is not None:
            return by_content
    return Label(row.act, deciding, f"{shown} is a cue of {_NAMES[row.act]}")


def _by_content(cue: CueReading, main: ClauseReading | None) -> Label[Act] | None:
    if main is None or not main.words:
        return None
    words = main.span(*main.predicate) if main.predicate else main.words[0].span
    shown = quoted(cue.text, words)
    if main.question:
        return Label(Act.ASK, (words,), "what is said is a question")
    if main.imperative:
        return Label(Act.DEMAND, (words,), f"{shown} tells somebody what to do")
    if time(main, cue).value is Time.FUTURE and is_forecast(main, cue):
        return Label(Act.PREDICT, (words,), f"{shown} tells what is to come, which nobody decides")
    return None
