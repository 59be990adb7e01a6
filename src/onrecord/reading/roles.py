"""Who does what to whom in one clause, in active terms, as units.

In a passive the agent is the subject and the patient the object. The predicate goes from its first auxiliary to the
last verb that hangs on it ("failed to stop"), or is a copula with its adjective or noun. A relative pronoun stands
for what it refers to.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.clauses import Clause, set_off
from onrecord.reading.source_function_words import CALENDAR
from onrecord.reading.syntax import Syntax

_IN_PHRASE = frozenset(
    "det amod nummod compound flat fixed goeswith nmod nmod:poss nmod:desc nmod:unmarked case".split()
)
_NOT_BEFORE = frozenset("case mark cc advcl discourse parataxis cop nsubj aux expl obl orphan".split())
"""Relations of what stands before a noun and does not belong to it."""
_CLAUSES = frozenset({"acl", "acl:relcl", "ccomp"})
_GOVERNED = frozenset("for into of against about upon with on over at to from".split())
_RELATIVE = frozenset({"which", "who", "whom", "that"})
_NEGATION = frozenset({"not", "t", "never", "no", "hardly", "neither", "nor"})
_CHAIN = frozenset({"xcomp"})

Run = tuple[int, int]
"""First and last unit, inclusive."""


@dataclass(frozen=True, slots=True)
class RoleUnits:
    """The units of each role, where the clause has it; ``verb`` is the last verb or the copula's noun."""

    subject: Run | None
    predicate: Run
    object: Run | None
    verb: int


def roles(syntax: Syntax, clause: Clause, source: int | None = None) -> RoleUnits:
    """The roles of a clause.

    Args:
        source: the head unit of the source around it: who is to do what a bare infinitive says ("pledged to leave").
    """
    head = clause.head
    units = set(clause.units)
    verb = _last_verb(syntax, head, units)
    passive = bool(syntax.children(head, "nsubj:pass", "aux:pass")) or bool(syntax.children(verb, "aux:pass"))
    doer, done_to = _first(syntax, head, "nsubj", "csubj"), _first(syntax, head, "nsubj:pass")
    if clause.subject is not None and doer is None and done_to is None:
        doer = clause.subject
    elif clause.subject is not None:  # a relative pronoun stands for what it refers to
        doer, done_to = (None, clause.subject) if done_to is not None else (clause.subject, None)
    if doer is None and done_to is None:
        doer = _raised(syntax, clause, units)
    if doer is None and done_to is None and source is not None and _bare_infinitive(syntax, head):
        doer = source
    object_ = _first(syntax, verb, "obj")
    if passive:
        agent = _first(syntax, verb, "obl:agent") or _first(syntax, head, "obl:agent") or _by_agent(syntax, verb)
        doer, object_ = agent, done_to if done_to is not None else doer
    elif object_ is None:
        object_ = _governed(syntax, verb)
    return RoleUnits(
        _noun_phrase(syntax, doer, units, head) if doer is not None else None,
        _predicate(syntax, head, verb),
        _noun_phrase(syntax, object_, units, head) if object_ is not None else None,
        verb,
    )


def _raised(syntax: Syntax, clause: Clause, units: set[int]) -> int | None:
    """Whom a clause without a subject is about, where a verb outside it has it as object or subject.

    "Urged *the governments* to reopen the crossing", "accused *the ministry* of hiding it", "*they* are believed to
    have left".
    """
    above = syntax.head_of(clause.head)
    if syntax.relation_of(clause.head) == "acl" and above in units:
        return above
    before = [
        unit
        for unit in clause.units
        if unit < clause.head
        and syntax.relation_of(unit) in ("obj", "iobj", "nsubj", "nsubj:pass", "obl")
        and syntax.head_of(unit) not in units
    ]
    return before[-1] if before else None


def _governed(syntax: Syntax, verb: int) -> int | None:
    """The noun after a preposition that goes with the verb: "looking into the accounts", "called for a vote"."""
    for other in syntax.children(verb, "obl"):
        case = syntax.children(other, "case")
        if (
            case
            and case[0] == verb + 1
            and syntax.word(case[0]) in _GOVERNED
            and syntax.pos_of(other) in ("NOUN", "PROPN", "PRON")
            and syntax.word(other) not in CALENDAR
        ):
            return other
    return None


def _first(syntax: Syntax, unit: int, *relations: str) -> int | None:
    found = syntax.children(unit, *relations)
    if not found:
        return None
    if syntax.relation_of(unit) == "acl:relcl" and syntax.word(found[0]) in _RELATIVE:
        return syntax.head_of(unit)
    return found[0]


def _by_agent(syntax: Syntax, verb: int) -> int | None:
    for other in syntax.children(verb, "obl"):
        if any(syntax.word(case) == "by" for case in syntax.children(other, "case")):
            return other
    return None


def _last_verb(syntax: Syntax, head: int, units: set[int]) -> int:
    verb = head
    while True:
        below = [unit for unit in syntax.children(verb, *_CHAIN) if unit in units and syntax.pos_of(unit) == "VERB"]
        if not below or below[0] < verb:
            return verb
        verb = below[0]


def _bare_infinitive(syntax: Syntax, head: int) -> bool:
    return any(syntax.word(mark) == "to" for mark in syntax.children(head, "mark"))


def _predicate(syntax: Syntax, head: int, verb: int) -> Run:
    parts = [head, verb, *syntax.children(head, "aux", "aux:pass", "cop"), *syntax.children(verb, "compound:prt")]
    parts += [unit for unit in syntax.children(head, "advmod") if syntax.word(unit) in _NEGATION]
    parts += [unit for unit in syntax.children(head, "mark") if syntax.word(unit) == "to"]
    parts = [unit for unit in parts if unit <= max(verb, head) or syntax.relation_of(unit) == "compound:prt"]
    first, last = min(parts), max(parts)
    subject = [unit for unit in syntax.children(head, "nsubj", "nsubj:pass") if first < unit < head]
    if subject:  # a question or an inversion: the auxiliary stands before the subject
        first = min(unit for unit in parts if unit > subject[-1])
    return first, last


def _noun_phrase(syntax: Syntax, unit: int, units: set[int], but: int) -> Run:
    """A noun with all that belongs to it, relative clauses that are not set off and conjuncts among it.

    Args:
        but: a unit whose phrase does not belong to it: the predicate of which it is the subject.
    """
    first = last = unit
    for child in syntax.children(unit):
        relation = syntax.relation_of(child)
        if child == but or (child < unit and relation in _NOT_BEFORE):
            continue
        if child > unit and relation not in _IN_PHRASE and not (relation in _CLAUSES and not set_off(syntax, child)):
            continue
        below = [other for other in syntax.subtree(child) if other in units or unit not in units]
        if below:
            first, last = min(first, below[0]), max(last, below[-1])
    conjuncts = syntax.children(unit, "conj")
    if conjuncts and all(syntax.pos_of(other) in ("NOUN", "PROPN", "PRON") for other in conjuncts):
        last = max(last, _noun_phrase(syntax, conjuncts[-1], units, but)[1])
    return first, last
