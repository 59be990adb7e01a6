"""What sort of clause a statement is: main or subordinate, asked, told to be done, or a condition."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.labeling.clause import ClauseReading
from onrecord.reading.labeling.verbs import (
    AUXILIARIES,
    CONDITION_MARKS,
    PRESUPPOSING_MARKS,
    RELATIVES,
    skips,
)
from onrecord.reading.lexicon import Found, Hedge, HedgeKind, HedgeWhen
from onrecord.reading.lexicon.inflection import base_forms, is_gerund, is_participle, is_past

_TO_BEFORE = re.compile(r"\bto\s+(?:not\s+)?$", re.IGNORECASE)
"""A "to" that belongs to the cue ("a pledge to // close the mine")."""


def main_clause(clauses: Sequence[ClauseReading]) -> ClauseReading | None:
    """The first statement of a content that is no subordinate clause; the first one where all are."""
    return next((clause for clause in clauses if not subordinate(clause)), clauses[0] if clauses else None)


def subordinate(clause: ClauseReading) -> bool:
    """Whether it is a clause of condition, time or reason, a relative clause, or a participle clause."""
    if not clause.words:
        return False
    if clause.question:
        return False
    return (
        clause.mark in CONDITION_MARKS
        or presupposing(clause)
        or condition_words(clause) is not None
        or clause.mark in ("until", "which", "who", "whose", "whom")
        or _participle(clause)
    )


def presupposing(clause: ClauseReading) -> bool:
    """Whether it is taken for granted by the clause it hangs on: "when the roof fell", "which was built in 1950"."""
    if clause.mark in ("as", "before", "after") and clause.opening in clause.predicate:
        return False
    if clause.mark == "as" and any(found.at[0] == clause.opening for found in clause.hedges):  # "as many as"
        return False
    return clause.mark in PRESUPPOSING_MARKS or clause.mark in RELATIVES - {"that"}


def condition_words(clause: ClauseReading) -> Found[Hedge] | None:
    """The words that make it a condition ("if", "provided", "as long as"), where they stand at its beginning."""
    for found in clause.hedges:
        if found.rows[0].kind is not HedgeKind.CONDITION:
            continue
        inverted = all(row.when is HedgeWhen.INVERTED for row in found.rows)
        if found.at[0] <= clause.opening + 1 and not inverted:
            return found
    return _inverted(clause)


def _inverted(clause: ClauseReading) -> Found[Hedge] | None:
    """The verb that makes it a condition by standing before its subject: "*Should* the dam fail"."""
    if clause.question or clause.opening in clause.predicate:
        return None
    for found in clause.hedges:
        rows = [row for row in found.rows if row.when is HedgeWhen.INVERTED]
        if rows and found.at[0] == clause.opening and clause.predicate:
            return Found(tuple(rows), found.at, found.next)
    return None


def _participle(clause: ClauseReading) -> bool:
    """Whether it is a bare gerund without a subject: "creating 200 jobs"."""
    first = clause.opening
    return bool(clause.predicate) and first >= clause.predicate.start and is_gerund(clause.words[first].text)


def infinitive(clause: ClauseReading) -> bool:
    """Whether a statement's predicate is an infinitive with "to"."""
    if not clause.predicate:
        return clause.mark == "to"
    group = clause.group
    if group and group[0] == "to":
        return True
    at = clause.predicate.start - 1
    while at >= 0 and skips(clause.words[at].text):
        at -= 1
    if at >= 0:
        return clause.words[at].text == "to"
    start = clause.words[0].start
    return _TO_BEFORE.search(clause.text, max(0, start - 12), start) is not None


def ought(clause: ClauseReading) -> bool:
    """Whether a statement says what ought to be: "should", "must", or a bare verb after its subject."""
    if clause.modal in ("should", "must", "ought"):
        return True
    group = clause.group
    if not group or not clause.predicate or clause.predicate.start == 0 or infinitive(clause):
        return False
    if group[0] == "be":
        return True
    subject = clause.subject.split()
    verb = group[0]
    return (
        bool(subject)
        and subject[-1] in ("he", "she", "it")
        and verb not in AUXILIARIES
        and base_forms(verb) == (verb,)
        and not is_past(verb)
        and not is_participle(verb)
    )
