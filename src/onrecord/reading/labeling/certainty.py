"""How sure the source is of a statement: the weakest of the words that decide (FactBank, Saurí & Pustejovsky 2009)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onrecord.reading.labeling.clause import ClauseReading
from onrecord.reading.labeling.cue import CueReading
from onrecord.reading.labeling.forecasts import happens, is_forecast
from onrecord.reading.labeling.hedging import hedges_of
from onrecord.reading.labeling.label import Label, quoted
from onrecord.reading.labeling.mood import infinitive
from onrecord.reading.labeling.openness import Open
from onrecord.reading.lexicon import CertaintyEffect, Negated
from onrecord.types import Act, Certainty, Span, Time

_STRENGTH: Final = {Certainty.UNKNOWN: 0, Certainty.POSSIBLE: 1, Certainty.PROBABLE: 2, Certainty.CERTAIN: 3}
_RAISED_BY_BOOSTERS: Final = frozenset((Act.PREDICT, Act.BELIEVE, Act.INFER))
_FUTURE: Final = frozenset("will would 'll wo 'd going".split())
_THOUGHT: Final = frozenset((Act.BELIEVE, Act.INFER, Act.PREDICT, Act.ESTIMATE))
_FORECASTS: Final = frozenset((Act.WARN, Act.PREDICT))


@dataclass(frozen=True, slots=True)
class _Voice:
    """One word's say in how sure a statement is."""

    certainty: Certainty
    span: Span
    reason: str


def certainty(
    clause: ClauseReading, cue: CueReading | None, act: Act | None, time: Time, opened: Open | None, *, reached: bool
) -> Label[Certainty]:
    """How sure the source is.

    Args:
        act: that of the attribution.
        time: that of the statement.
        opened, reached: as in :func:`onrecord.reading.labeling.openness.left_open`.
    """
    if opened is not None:
        return Label(Certainty.UNKNOWN, opened.deciding, opened.reason)
    if clause.imperative:
        verb = clause.span(*clause.predicate)
        return Label(Certainty.UNKNOWN, (verb,), f"{quoted(clause.text, verb)} tells what to do, not what is")
    voices: list[_Voice] = []
    if cue is not None and reached:
        voices += _of_cue(cue)
    found, boosted = hedges_of(clause, cue, time)
    for hedge in found:
        level = hedge.row.certainty.certainty
        if level is not None:
            span = clause.span(*hedge.at)
            voices.append(_Voice(level, span, f"{quoted(clause.text, span)} makes it {level} only"))
    inner = _inner_cue(clause)
    if inner is not None:
        voices.append(inner)
    forecast = _forecast(clause, cue, act, time) if reached else None
    if forecast is not None:
        voices.append(forecast)
    if boosted is not None and act in _RAISED_BY_BOOSTERS:
        voices = [voice for voice in voices if voice.certainty is not Certainty.PROBABLE]
    if not voices:
        return Label(Certainty.CERTAIN, (), "it is said flatly")
    weakest = min(voices, key=lambda voice: _STRENGTH[voice.certainty])
    if weakest.certainty is Certainty.CERTAIN:
        return Label(Certainty.CERTAIN, (), weakest.reason)
    deciding = tuple(dict.fromkeys(voice.span for voice in voices if voice.certainty is weakest.certainty))
    return Label(weakest.certainty, deciding, weakest.reason)


def _inner_cue(clause: ClauseReading) -> _Voice | None:
    """A verb of thinking or inferring that is the statement's own, with a clause after it ("which suggests it is low").

    It is a cue that stands in no attribution; the statement is no surer than what that verb says of the clause.
    """
    row, at = clause.own_cue
    if row is None or row.act not in _THOUGHT or not clause.completed:
        return None
    level = row.certainty.certainty
    if level not in (Certainty.PROBABLE, Certainty.POSSIBLE):
        return None
    span = clause.span(at)
    return _Voice(level, span, f"{quoted(clause.text, span)} makes it {level} only")


def _of_cue(cue: CueReading) -> list[_Voice]:
    shown, span = quoted(cue.text, cue.deciding), cue.deciding
    if cue.effect is Negated.OPEN:
        return [_Voice(Certainty.POSSIBLE, span, f"{shown} leaves it possible")]
    if cue.effect is Negated.SAME:
        return [_Voice(Certainty.UNKNOWN, span, f"{shown} does not say that it is so")]
    if cue.row is None or cue.row.certainty is CertaintyEffect.KEEP:
        return []
    level = cue.row.certainty.certainty
    assert level is not None
    if level is Certainty.UNKNOWN:
        return [_Voice(level, span, f"{shown} asks for it and does not say that it is so")]
    if level is Certainty.CERTAIN:
        return []
    return [_Voice(level, span, f"{shown} makes it {level} only")]


def _forecast(clause: ClauseReading, cue: CueReading | None, act: Act | None, time: Time) -> _Voice | None:
    """A forecast is probable at most, in any wording."""
    if time is not Time.FUTURE or not clause.predicate or infinitive(clause):
        return None
    if act in (Act.PLEDGE, Act.DECIDE, Act.CONFIRM, Act.DEMAND, Act.DENY):
        return None
    plain = clause.modal in ("will", "would", "shall") or "going" in clause.group
    if not (act in _FORECASTS and plain) and not (is_forecast(clause, cue) and (plain or happens(clause))):
        return None
    place = next((at for at in clause.predicate if clause.words[at].text in _FUTURE), None)
    span = clause.words[place].span if place is not None else clause.span(*clause.predicate)
    return _Voice(Certainty.PROBABLE, span, f"{quoted(clause.text, span)} tells what is to come, which nobody decides")

