"""How the reporter stands to what the source says: endorsing ("showed"), neutral ("said") or distancing ("claimed")."""

from __future__ import annotations

from typing import Final

from onrecord.reading.labeling.cue import CueReading
from onrecord.reading.labeling.label import Label, quoted
from onrecord.types import ReporterStance

_DISTANCING_ADVERBS: Final = frozenset("allegedly supposedly purportedly ostensibly falsely wrongly baselessly".split())
_ENDORSING_ADVERBS: Final = frozenset("rightly correctly accurately".split())
_NAMES: Final = {
    ReporterStance.ENDORSING: "takes what follows for true",
    ReporterStance.NEUTRAL: "takes no side",
    ReporterStance.DISTANCING: "keeps what follows at a distance",
}


def reporter_stance(cue: CueReading) -> Label[ReporterStance]:
    """The reporter's stance, by the cue and by an adverb in it ("falsely claimed", "rightly noted")."""
    for at in cue.own:
        word = cue.words[at].text
        if word in _DISTANCING_ADVERBS and at not in cue.at:
            return _label(cue, ReporterStance.DISTANCING, at)
        if word in _ENDORSING_ADVERBS:
            return _label(cue, ReporterStance.ENDORSING, at)
    if cue.row is None:
        return Label(ReporterStance.NEUTRAL, (), "its cue is none of the lexicon’s")
    stance = cue.row.stance
    if cue.negated and stance is ReporterStance.ENDORSING:
        stance = ReporterStance.NEUTRAL
    return Label(stance, (cue.deciding,), f"{quoted(cue.text, cue.deciding)} {_NAMES[stance]}")


def _label(cue: CueReading, stance: ReporterStance, at: int) -> Label[ReporterStance]:
    span = cue.words[at].span
    return Label(stance, (span,), f"{quoted(cue.text, span)} {_NAMES[stance]}")
