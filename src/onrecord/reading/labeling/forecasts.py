"""Whether a statement about the future is a forecast, or within the power of its source or of a timetable.

"Rents will rise" is a forecast, whoever says so. "We will close the pool" and "the roof will be fixed by Easter" tell
what is decided. The line is drawn by the verb: what mostly happens to people, against what people do.
"""

from __future__ import annotations

from typing import Final

from onrecord.reading.labeling.clause import ClauseReading
from onrecord.reading.labeling.cue import CueReading
from onrecord.reading.labeling.mood import infinitive
from onrecord.reading.labeling.time_words import TIMETABLE
from onrecord.reading.labeling.verbs import EFFECT, FIRST_PERSON, HAPPENING, HAPPENING_ALONE, PRONOUNS, is_form_of

_CHANCE: Final = frozenset("likely unlikely possible probable improbable conceivable plausible impossible".split())
_AFTER_A_HEAD: Final = frozenset("of for in at who from with on".split())
_DUTY: Final = frozenset("must ought".split())


def is_forecast(clause: ClauseReading, cue: CueReading | None) -> bool:
    """Whether a statement tells a future that neither its source nor a timetable decides.

    The statement must be about the future; see :func:`onrecord.reading.labeling.time.time`.
    """
    if clause.imperative or clause.question or clause.perfect or infinitive(clause):
        return False
    if _CHANCE & set(clause.group):
        subject = clause.subject.split()
        return not (subject and subject[0] in PRONOUNS - {"it"}) or happens(clause)
    if clause.modal in _DUTY or _has_to(clause):
        return False
    if not clause.modal and "going" not in clause.group:
        return False
    return not _decided(clause, cue)


def happens(clause: ClauseReading) -> bool:
    """Whether its verb is one of what happens, and not of what somebody does."""
    verb = clause.main_verb
    alone = clause.clause.roles.object is None and not clause.passive and is_form_of(verb, HAPPENING_ALONE)
    return alone or is_form_of(verb, HAPPENING) or (clause.copula and not clause.passive)


def _decided(clause: ClauseReading, cue: CueReading | None) -> bool:
    subject = clause.subject
    first = subject.split()[0] if subject else ""
    if clause.copula and not clause.passive:
        if first in PRONOUNS - {"it"} and "to" in clause.group:  # "would be glad to call"
            return True
        return bool(TIMETABLE.search(clause.text, clause.clause.spans[0].start, clause.clause.spans[-1].end))
    if is_form_of(clause.main_verb, HAPPENING):
        return False
    if is_form_of(clause.main_verb, EFFECT) and not clause.passive:
        if first in FIRST_PERSON:
            return True
        if first in ("this", "that", "which"):
            return False
        return not (first == "it" and cue is not None and _of_people(cue))
    return True


def _of_people(cue: CueReading) -> bool:
    """Whether a source is several people, or one that "it" does not stand for."""
    source = cue.frame.source
    if not source:
        return False
    words = source[0].of(cue.text).lower().split()
    after = next((place for place, word in enumerate(words) if place and word in _AFTER_A_HEAD), len(words))
    head = words[after - 1]
    return head in PRONOUNS - {"it"} or (head.endswith("s") and not head.endswith("ss"))


def _has_to(clause: ClauseReading) -> bool:
    """Whether it tells a duty: "will *have to* fall"."""
    group = clause.group
    return any(word in ("have", "need") and group[at + 1 : at + 2] == ("to",) for at, word in enumerate(group))
