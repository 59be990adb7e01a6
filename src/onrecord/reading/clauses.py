"""Contents and author's sentences divided into clause-sized statements, by their dependencies.

A statement is the main clause of a sentence, each of several coordinated predicates, a finite adverbial clause, and
a relative or participle clause set off by commas. Restrictive relative clauses, infinitives, and clauses that
complete a verb, a noun or an adjective stay inside the clause they belong to. Words that only join a clause to what
stands before it ("and", "that") are left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reading.layers import Layered
from onrecord.reading.syntax import Syntax
from onrecord.types import Span

_JOINING = frozenset({"and", "but", "or", "nor", "yet", "so", "that"})
_SUBORDINATING = frozenset(
    "because although though while whereas if unless when whenever before after since until once as where wherever "
    "whether lest provided so even given than".split()
)
_INSIDE_AS_PARTICIPLE = frozenset("after before by without in on for of from while when".split())
_SMALL = frozenset({"at", "as"})
_OF = frozenset({"of", "for", "from"})
_NEAR = 8
"""Words that belong to no statement join the one that begins within so many words, else the one before them."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One statement in units.

    Attributes:
        head: the unit of its predicate: a verb, or the adjective or noun of a copula.
        units: all its units, in text order.
        subject: a unit outside it that is its subject, where the clause shares another's.
    """

    head: int
    units: tuple[int, ...]
    subject: int | None = None


def clauses(layered: Layered, spans: Sequence[Span], without: frozenset[int] = frozenset()) -> list[Clause]:
    """The statements of one content or of one stretch of the author's voice.

    Args:
        spans: its spans, in text order.
        without: units of cues of attributions inside it: their clauses make no statement here.
    """
    syntax = layered.syntax
    inside = [unit for span in spans for unit in syntax.units(span)]
    within = set(inside)
    heads = _heads(syntax, inside, within)
    owner = _owners(syntax, inside, within, heads)
    _adopt(layered, inside, owner)
    own: dict[int, list[int]] = {head: [] for head in heads}
    for unit in inside:
        if unit in owner:
            own[owner[unit]].append(unit)
    found = []
    for head in heads:
        if without and not without.isdisjoint(_predicate_verbs(syntax, head)):
            continue
        units = own[head]
        while units and syntax.word(units[0]) in _JOINING and units[0] != head and _joins(syntax, units[0]):
            units = units[1:]
        while len(units) > 1 and syntax.word(units[-1]) in _JOINING and units[-1] != head:
            units = units[:-1]
        if units:
            found.append(Clause(head, tuple(units), _shared_subject(syntax, head, set(units))))
    return sorted(found, key=lambda clause: clause.units[0])


def is_predicate(syntax: Syntax, unit: int) -> bool:
    """Whether a unit heads a clause: a verb, or anything with a copula or a subject of its own."""
    if syntax.pos_of(unit) == "VERB":
        return True
    if syntax.pos_of(unit) == "AUX":
        return syntax.relation_of(unit) not in ("aux", "aux:pass", "cop")
    return bool(syntax.children(unit, "cop", "nsubj", "nsubj:pass", "csubj", "aux"))


def _heads(syntax: Syntax, inside: Sequence[int], within: set[int]) -> list[int]:
    """The predicates of the statements, in text order."""
    heads: list[int] = []
    chosen: set[int] = set()
    for unit in inside:
        if _begins(syntax, unit, within):
            heads.append(unit)
            chosen.add(unit)
    for unit in inside:  # "called the plan reckless": what is said of an object
        head = syntax.head_of(unit)
        if head is None or head in within or unit in chosen or syntax.relation_of(unit) not in ("obj", "nsubj:pass"):
            continue
        others = [other for other in syntax.children(head) if other in within and other > unit and other not in chosen]
        small = [
            other
            for other in others
            if (syntax.relation_of(other) == "xcomp" and syntax.pos_of(other) != "VERB")
            or (
                syntax.relation_of(other) == "obl"
                and any(syntax.word(case) in _SMALL for case in syntax.children(other, "case"))
            )
        ]
        if small and not chosen.intersection(range(unit, small[0] + 1)):
            heads.append(small[0])
            chosen.add(small[0])
    if not heads:  # "accused the ministry of hiding the figures"
        heads = [
            unit
            for unit in inside
            if syntax.relation_of(unit) == "acl"
            and syntax.pos_of(unit) == "VERB"
            and any(syntax.word(mark) in _OF for mark in syntax.children(unit, "mark", "case"))
            and _on_outside(syntax, syntax.head_of(unit), within)
        ][:1]
    return sorted(heads)


def _on_outside(syntax: Syntax, unit: int | None, within: set[int]) -> bool:
    return unit is not None and unit in within and syntax.head_of(unit) not in within


def _begins(syntax: Syntax, unit: int, within: set[int]) -> bool:
    if not is_predicate(syntax, unit):
        return False
    head, relation = syntax.head_of(unit), syntax.relation_of(unit)
    if head is None or head not in within:
        return True
    if relation == "conj":
        return not _shares_object(syntax, head, unit) and _coordinated(syntax, head, within)
    if relation == "parataxis":
        return True
    if relation in ("acl:relcl", "acl"):
        return set_off(syntax, unit)
    if relation == "advcl":
        return _finite(syntax, unit) or (set_off(syntax, unit) and not _introduced(syntax, unit))
    return False


def _coordinated(syntax: Syntax, head: int, within: set[int]) -> bool:
    """Whether a conjunct of this head stands for a statement: coordinated clauses and infinitives do."""
    if not is_predicate(syntax, head):
        return False
    relation = syntax.relation_of(head)
    if relation in ("acl:relcl", "acl") and syntax.head_of(head) in within:
        return set_off(syntax, head)
    return relation not in ("amod", "nmod", "compound")


def _shares_object(syntax: Syntax, first: int, second: int) -> bool:
    """Verbs that share subject and object are one statement together: "planned and financed four raids"."""
    if syntax.children(second, "nsubj", "nsubj:pass", "mark", "cop", "aux"):
        return False
    between = set(range(first + 1, second)) - set(syntax.children(second, "cc", "advmod"))
    return not between and syntax.pos_of(first) == syntax.pos_of(second) == "VERB"


def _finite(syntax: Syntax, unit: int) -> bool:
    marks = syntax.children(unit, "mark", "advmod")
    subject = bool(syntax.children(unit, "nsubj", "nsubj:pass", "expl", "csubj"))
    subordinated = any(syntax.word(mark) in _SUBORDINATING for mark in marks)
    tensed = syntax.tense_of(unit) in ("past", "present") or any(
        syntax.tense_of(aux) in ("past", "present", "none") for aux in syntax.children(unit, "aux", "aux:pass", "cop")
    )
    return (subject and subordinated) or ((subject or subordinated) and tensed)


def _introduced(syntax: Syntax, unit: int) -> bool:
    """Whether a participle or infinitive follows a preposition: "after meeting", "by hiring", "to build"."""
    words = [syntax.word(mark) for mark in syntax.children(unit, "mark", "case")]
    return any(word in _INSIDE_AS_PARTICIPLE or word == "to" for word in words)


def set_off(syntax: Syntax, unit: int) -> bool:
    """Whether a comma, dash or bracket stands before a clause."""
    first = syntax.subtree(unit)[0]
    if first == 0:
        return True
    gap = syntax.text[syntax.end[first - 1] : syntax.start[first]]
    return any(mark in gap for mark in ",–—(-;:") or "\n" in gap


def _owners(syntax: Syntax, inside: Sequence[int], within: set[int], heads: Sequence[int]) -> dict[int, int]:
    """The statement of each unit: its nearest ancestor that heads one, without leaving the content."""
    owner: dict[int, int] = {}
    chosen = set(heads)
    for unit in inside:
        path = []
        at: int | None = unit
        while at is not None and at in within and at not in chosen and at not in owner:
            path.append(at)
            at = syntax.head_of(at)
        if at is not None and at in within:
            top = owner.get(at, at)
            owner.update(dict.fromkeys(path, top))
            owner[at] = top
    for head in heads:
        if syntax.relation_of(head) == "acl" and _on_outside(syntax, syntax.head_of(head), within) and len(heads) == 1:
            owner.update((unit, head) for unit in inside if unit not in owner)
        # "called the plan reckless": the plan belongs to what is said of it
        above = syntax.head_of(head)
        if above is not None and above not in within and syntax.relation_of(head) in ("xcomp", "obl"):
            for other in syntax.children(above, "obj", "nsubj:pass"):
                if other in within and other not in owner:
                    owner.update((unit, head) for unit in syntax.subtree(other) if unit in within)
    return owner


def _adopt(layered: Layered, inside: Sequence[int], owner: dict[int, int]) -> None:
    """Words that the parser hung outside of the content join the nearest statement of their sentence."""
    if len(owner) == len(inside):
        return
    for group in _by_sentence(layered, inside):
        known = [place for place, unit in enumerate(group) if unit in owner]
        if not known:
            continue
        for place, unit in enumerate(group):
            if unit not in owner:
                at = bisect_right(known, place)
                before = known[at - 1] if at > 0 else None
                after = known[at] if at < len(known) else None
                nearest = after if before is None or (after is not None and after - place < _NEAR) else before
                owner[unit] = owner[group[known[0] if nearest is None else nearest]]


def _by_sentence(layered: Layered, inside: Sequence[int]) -> list[list[int]]:
    """Units in text order, sentence by sentence."""
    groups: dict[int, list[int]] = {}
    for unit in inside:
        groups.setdefault(bisect_right(layered.sentences, unit, key=_first) - 1, []).append(unit)
    return list(groups.values())


def _first(sentence: tuple[int, int]) -> int:
    return sentence[0]


def _joins(syntax: Syntax, unit: int) -> bool:
    return syntax.relation_of(unit) in ("cc", "mark", "advmod", "case", "det")


def _predicate_verbs(syntax: Syntax, head: int) -> set[int]:
    return {head, *syntax.children(head, "aux", "aux:pass", "cop")}


def _shared_subject(syntax: Syntax, head: int, units: set[int]) -> int | None:
    """The subject of the clause that a clause without one is coordinated with, or what a relative clause is about."""
    if syntax.children(head, "nsubj", "nsubj:pass", "csubj", "expl"):
        own = syntax.children(head, "nsubj", "nsubj:pass")
        above = syntax.head_of(head)
        relative = own and syntax.word(own[0]) in ("which", "who", "that")
        return above if relative and syntax.relation_of(head) == "acl:relcl" else None
    at: int | None = head
    while at is not None and syntax.relation_of(at) in ("conj", "xcomp"):
        infinitive, at = syntax.relation_of(at) == "xcomp", syntax.head_of(at)
        objects = syntax.children(at, "obj", "iobj") if infinitive and at is not None else []
        if objects and objects[0] < head:  # "urged donors to pay": the object is to do it
            return None if objects[0] in units else objects[0]
        subjects = syntax.children(at, "nsubj", "nsubj:pass") if at is not None else []
        if subjects:
            return None if subjects[0] in units else subjects[0]
    return None
