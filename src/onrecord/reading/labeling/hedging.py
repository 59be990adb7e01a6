"""Which hedges of a statement's words hold for it, by what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onrecord.reading.labeling.clause import ClauseReading
from onrecord.reading.labeling.cue import CueReading
from onrecord.reading.labeling.forecasts import happens
from onrecord.reading.labeling.verbs import AUXILIARIES, BE, FIRST_PERSON, NOT, QUESTION_WORDS, skips
from onrecord.reading.lexicon import Found, Hedge, HedgeKind, HedgeWhen, NegatorEffect, Part, Scope
from onrecord.reading.lexicon.inflection import is_gerund, is_participle
from onrecord.types import Act, Time

_NUMBER_WORDS: Final = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands "
    "million billion half third quarter a an".split()
)
_EXTRAPOSING: Final = QUESTION_WORDS | {"it", "whether", "if"}
_LOOK_PARTICLES: Final = frozenset("at for into after back up forward over through down around to away on".split())


@dataclass(frozen=True, slots=True)
class Holding:
    """A hedge that holds, with its row and the places of its words."""

    row: Hedge
    at: tuple[int, ...]


def hedges_of(clause: ClauseReading, cue: CueReading | None, time: Time) -> tuple[list[Holding], Holding | None]:
    """The hedges that hold for a statement, and a booster, if there is one."""
    holding: list[Holding] = []
    booster: Holding | None = None
    for found in clause.hedges:
        row = next((row for row in found.rows if _holds(row.when, clause, cue, found, time)), None)
        if row is None or row.kind is HedgeKind.CONDITION or row.when is HedgeWhen.ATTRIBUTIVE:
            continue
        if not _reaches(clause, found, row):
            continue
        if row.kind is HedgeKind.BOOSTER:
            booster = Holding(row, found.at)
        else:
            holding.append(Holding(row, found.at))
    return holding, booster


def _reaches(clause: ClauseReading, found: Found[Hedge], row: Hedge) -> bool:
    at = found.at[0]
    if row.kind is HedgeKind.MODAL:
        return at in clause.predicate or _leads(clause, at)
    if row.kind is HedgeKind.NUMBER or not clause.predicate or at in clause.predicate:  # a number hedges what it counts
        return True
    if row.part in (Part.VERB, Part.ADJECTIVE) and at >= clause.predicate.stop:
        return False
    if at >= clause.predicate.stop and clause.words[at].after_break and _goes_on(clause, found.next):
        return False
    return clause.governs(at)


def _leads(clause: ClauseReading, at: int) -> bool:
    """Whether a modal outside the predicate's span is its own ("*Could* the wall fall")."""
    return clause.group[:1] == (clause.words[at].text,) and at < (clause.predicate.start if clause.predicate else 0)


def _goes_on(clause: ClauseReading, at: int) -> bool:
    """Whether words follow without a break: "possibly one that had drowned" hedges those words only."""
    return at < len(clause.words) and not clause.words[at].after_break


def _holds(when: HedgeWhen, clause: ClauseReading, cue: CueReading | None, found: Found[Hedge], time: Time) -> bool:
    words, at, after = clause.words, found.at[0], found.next
    following = [word.text for word in words[after : after + 3]]
    meant = next((word for word in following if not skips(word)), "")
    match when:
        case HedgeWhen.ALWAYS:
            return True
        case HedgeWhen.PERFECT:
            return meant == "have" and clause.perfect
        case HedgeWhen.NEGATED:
            return any(word in NOT for word in following[:2]) or _negated(clause)
        case HedgeWhen.HYPOTHETICAL:
            if cue is not None and (cue.past or _committed(cue)):
                return False
            return not clause.passive or happens(clause)  # "would be moved" tells of a decision, told before
        case HedgeWhen.FORECAST:
            return happens(clause)
        case HedgeWhen.FUTURE:
            return time is Time.FUTURE
        case HedgeWhen.INFINITIVE:
            return meant == "to"
        case HedgeWhen.ING:
            return is_gerund(meant)
        case HedgeWhen.ATTRIBUTIVE:
            before = words[at - 1].text if at else ""
            return before not in BE and before not in AUXILIARIES
        case HedgeWhen.PASSIVE:
            return _is_passive(clause, at)
        case HedgeWhen.NUMBER:
            return bool(following) and (following[0][0].isdigit() or following[0] in _NUMBER_WORDS)
        case HedgeWhen.SEEMING:
            return meant not in _LOOK_PARTICLES and meant not in ("", "the", "his", "her")
        case HedgeWhen.EXTRAPOSED:
            return clause.mark in _EXTRAPOSING or (bool(clause.predicate) and after <= clause.predicate.start)
        case HedgeWhen.INVERTED:
            return False
        case HedgeWhen.FIRST_PERSON:
            return at > 0 and words[at - 1].text in FIRST_PERSON


def _negated(clause: ClauseReading) -> bool:
    """Whether "no", "nobody" or "not" stands before the end of the predicate ("no rival could match")."""
    return any(
        negator.rows[0].effect is NegatorEffect.FLIPS
        and negator.rows[0].scope in (Scope.CLAUSE, Scope.ARGUMENT)
        and negator.at[0] < clause.predicate.stop
        for negator in clause.negators
    )


def _committed(cue: CueReading) -> bool:
    return cue.row is not None and cue.row.act in (Act.PLEDGE, Act.DECIDE)


def _is_passive(clause: ClauseReading, at: int) -> bool:
    before = [clause.words[place].text for place in range(max(0, at - 4), at)]
    word = clause.words[at]
    if not is_participle(word.text):
        return False
    return word.after_break or any(text in BE for text in before)
