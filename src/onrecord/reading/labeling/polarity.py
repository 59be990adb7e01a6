"""Whether a statement, in its own words, says that something is so or that it is not."""

from __future__ import annotations

from typing import Final

from onrecord.reading.labeling.clause import ClauseReading
from onrecord.reading.labeling.cue import CueReading
from onrecord.reading.labeling.label import Label, quoted
from onrecord.reading.labeling.openness import Open
from onrecord.reading.lexicon import (
    Found,
    HedgePolarity,
    Negated,
    Negator,
    NegatorEffect,
    PolarityEffect,
    Scope,
)
from onrecord.types import Polarity, Span

_ARGUMENTS: Final = frozenset(("nsubj", "nsubj:pass", "obj", "iobj", "csubj", "xcomp", "root", "ccomp", "expl"))
_PREPOSITIONS: Final = frozenset(
    "in at on of for with by from under over to without within about against into during after before among "
    "between".split()
)
_NEARLY: Final = frozenset("almost nearly virtually".split())
_BOUNDARIES: Final = frozenset("and but or than as".split())
_QUANTIFIERS: Final = frozenset("all every everyone everybody everything each many much everywhere always".split())


def polarity(
    clause: ClauseReading, cue: CueReading | None, opened: Open | None, *, reached: bool
) -> Label[Polarity]:
    """The polarity of a statement.

    Args:
        opened, reached: as in :func:`onrecord.reading.labeling.openness.left_open`.
    """
    if opened is not None:
        return Label(Polarity.UNKNOWN, opened.deciding, opened.reason)
    flips: list[tuple[Span, str]] = []
    if cue is not None and reached:
        if cue.effect is Negated.TRANSFER:
            flips.append((cue.deciding, "the negation of {} belongs to what follows"))
        if cue.row is not None and cue.row.polarity is PolarityEffect.FLIPS:
            flips.append((cue.deciding, "{} says that it is not so"))
    for hedge in clause.hedges:
        if hedge.rows[0].polarity is HedgePolarity.FLIPS and clause.governs(hedge.at[0]):
            flips.append((clause.span(*hedge.at), "{} says that it is not so"))
    nor = _nor(clause)
    if nor is not None:
        flips.append((nor, "{} negates it"))
    flips += [(clause.span(*found.at), "{} negates it") for found in _reaching(clause)]
    if not flips:
        return Label(Polarity.POSITIVE, (), "nothing in it says no")
    spans = tuple(span for span, _ in flips)
    if len(flips) % 2 == 0:
        return Label(Polarity.POSITIVE, spans, f"{quoted(clause.text, *spans)} cancel each other out")
    return Label(Polarity.NEGATIVE, spans, flips[0][1].format(quoted(clause.text, spans[0])))


def _nor(clause: ClauseReading) -> Span | None:
    """The "nor" that joins a predicate to a negated one but stands outside of the statement's words."""
    syntax, head = clause.syntax, clause.clause.head
    if syntax is None or head is None:
        return None
    unit = next((unit for unit in syntax.children(head, "cc") if syntax.word(unit) == "nor"), None)
    if unit is None:
        return None
    span = syntax.span(unit)
    return None if any(word.start == span.start for word in clause.words) else span


def _reaching(clause: ClauseReading) -> list[Found[Negator]]:
    """The negators that reach the predicate: of those that negate the same thing ("neither ... nor"), the first."""
    found: list[Found[Negator]] = []
    clausal = False
    for negator in clause.negators:
        row = negator.rows[0]
        if row.effect is NegatorEffect.KEEPS or not _reaches(clause, negator, row.scope):
            continue
        if row.scope is not Scope.PREDICATE:
            if clausal:
                continue
            clausal = True
        found.append(negator)
    return found


def _reaches(clause: ClauseReading, negator: Found[Negator], scope: Scope) -> bool:
    at = negator.at[0]
    inside = any(place in clause.predicate for place in negator.at)
    if scope is Scope.PREDICATE:
        return inside
    if scope is Scope.CLAUSE:
        return inside or _clausal(clause, negator)
    return scope is Scope.ARGUMENT and (inside or _argument(clause, at))


def _clausal(clause: ClauseReading, negator: Found[Negator]) -> bool:
    """Whether "not", "never" and the like outside the predicate's span still negate it."""
    at = negator.at[0]
    if not clause.predicate:
        return False
    after = clause.words[negator.next].text if negator.next < len(clause.words) else ""
    if at < clause.predicate.start and after in _QUANTIFIERS and clause.words[at].text == "not":
        return True
    if clause.syntax is not None and clause.clause.head is not None:
        unit = clause.syntax.unit_at(clause.words[at].start)
        head = clause.syntax.head_of(unit) if unit is not None else None
        own = {clause.syntax.unit_at(clause.words[place].start) for place in clause.predicate}
        return head is not None and (head == clause.clause.head or head in own)
    if at >= clause.predicate.stop:
        return False
    if at <= clause.opening:
        return True
    parted = any(clause.words[place].after_break for place in range(at + 1, clause.predicate.start + 1))
    return not parted and clause.predicate.start - negator.next <= 1


def _argument(clause: ClauseReading, at: int) -> bool:
    """Whether "no", "nobody" and the like stand in the subject or object of the predicate."""
    if not clause.predicate:
        return False
    if clause.syntax is not None and clause.clause.head is not None and _argument_by_syntax(clause, at):
        return True
    before = clause.words[at - 1].text if at else ""
    if before in _PREPOSITIONS or before in _BOUNDARIES:
        return False
    if at < clause.predicate.start:
        subject = clause.subject_span
        place = clause.words[at].start
        if subject is None:
            return at <= clause.opening
        return place == subject.start or (subject.start < place < subject.end and before in _NEARLY)
    if at > clause.predicate.stop:
        return False
    return not any(clause.words[place].after_break for place in range(clause.predicate.stop, at + 1))


def _argument_by_syntax(clause: ClauseReading, at: int) -> bool:
    syntax = clause.syntax
    assert syntax is not None
    unit = syntax.unit_at(clause.words[at].start)
    if unit is None:
        return False
    own = {syntax.unit_at(clause.words[place].start) for place in clause.predicate} | {clause.clause.head}
    for _ in range(3):
        relation, head = syntax.relation_of(unit), syntax.head_of(unit)
        if head is None:
            return False
        if head in own:
            return relation in _ARGUMENTS or (relation in ("advmod", "det") and unit not in own)
        if relation not in ("det", "advmod", "nummod", "amod", "nmod:poss"):
            return False
        unit = head
    return False
