"""Mentions: noun phrases, names and pronouns that may refer to an entity, from names, syntax and entity types.

A mention is a whole noun phrase without what only follows it after a comma or as a relative clause. A name inside
another noun phrase ("UN" in "the UN report") is a mention of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.reading.edges import Blocks, spans
from onrecord.reading.labels import MENTION_TYPES
from onrecord.reading.layers import Layered
from onrecord.reading.name_runs import Name
from onrecord.reading.source_nouns import Noun, classify
from onrecord.reading.syntax import Syntax
from onrecord.reading.tokens import Tokens
from onrecord.types import Mention, MentionForm, MentionId, MentionType

_INSIDE = ("det", "amod", "nummod", "compound", "flat", "fixed", "goeswith", "nmod", "nmod:poss", "nmod:desc",
           "nmod:unmarked", "advmod")  # fmt: skip
"""Relations of what belongs to a noun phrase."""
_AFTER = frozenset({"nmod", "flat", "goeswith"})
"""Those that follow the head; all others stand before it."""
_ROUND = frozenset({"compound", "fixed", "nummod", "nmod:unmarked", "flat", "goeswith"})
"""Those that may stand on both sides."""
_PARTS = frozenset({"compound", "flat", "fixed", "goeswith", "nmod:desc", "det", "nummod"})
"""Relations of words that head no noun phrase of their own."""
_REFERRING = frozenset(
    "he she it they him her them his hers its their theirs himself herself itself themselves who whom whose which "
    "i me my we us our you your this that these those".split()
)
_BY_NOUN = {
    Noun.PERSON: MentionType.PERSON,
    Noun.PEOPLE: MentionType.PERSON,
    Noun.BODY: MentionType.ORGANIZATION,
    Noun.DOCUMENT: MentionType.WORK,
}
SOMETHING = -1.6
"""Log-probability (0.2) from which a common noun may be the head of a mention: linking decides with more at hand."""


@dataclass(frozen=True, slots=True)
class Found:
    """A mention and the unit of its head."""

    mention: Mention
    head: int


def find_mentions(text: str, layered: Layered, tokens: Tokens, blocks: Blocks) -> list[Found]:
    """The mentions of one passage, in the order of their heads; ids and entities are given later."""
    syntax = layered.syntax
    name_of: dict[int, Name] = {}
    tops: dict[int, Name] = {}
    for name in layered.names:
        first, last = name.run
        for unit in range(first, last + 1):
            name_of[unit] = name
        tops[_top(syntax, range(first, last + 1))] = name
    found = []
    for unit in range(len(syntax)):
        if unit in tops:
            found.append(_named(text, layered, tokens, blocks, unit, tops[unit]))
        elif unit not in name_of and syntax.pos_of(unit) in ("NOUN", "PRON", "PROPN"):
            mention = _unnamed(text, layered, tokens, blocks, unit)
            if mention is not None:
                found.append(mention)
    return [_with_subject(syntax, item) for item in found]


def _with_subject(syntax: Syntax, found: Found) -> Found:
    if syntax.relation_of(found.head) in ("nsubj", "nsubj:pass") and _of_main_clause(syntax, found.head):
        return Found(replace(found.mention, subject=True), found.head)
    return found


def _of_main_clause(syntax: Syntax, unit: int) -> bool:
    """Whether what a unit hangs on is the main clause of its sentence, or coordinated with it."""
    return all(syntax.relation_of(above) in ("root", "conj", "parataxis") for above in syntax.ancestors(unit))


def bare_names(found: Sequence[Found]) -> list[Mention]:
    """Names alone, each with its own span, in text order."""
    names = [
        Mention(item.mention.id, item.mention.name, item.mention.form, item.mention.type)
        for item in found
        if item.mention.name is not None
    ]
    return sorted(names, key=lambda mention: mention.span)


def _top(syntax: Syntax, run: range) -> int:
    """The unit of a run that hangs on something outside it."""
    for unit in run:
        head = syntax.head_of(unit)
        if head is None or head not in run:
            return unit
    return run[0]


def _named(text: str, layered: Layered, tokens: Tokens, blocks: Blocks, unit: int, name: Name) -> Found:
    syntax = layered.syntax
    bare = spans(text, tokens, blocks, [name.run])[0]
    kind = MentionType(MENTION_TYPES[name.type])
    part = syntax.relation_of(unit) in _PARTS
    adjective = kind is MentionType.GEOPOLITICAL and (
        syntax.pos_of(unit) == "ADJ" or syntax.relation_of(unit) == "amod"
    )
    first, last = name.run if part or adjective else _phrase(syntax, unit)
    first, last = min(first, name.run[0]), max(last, name.run[1])
    whole = spans(text, tokens, blocks, [(first, last)])[0]
    if not whole.contains(bare):  # a phrase is cut where a block ends
        whole = bare
    form = MentionForm.ADJECTIVE if adjective else MentionForm.NAME
    return Found(Mention(MentionId(""), whole, form, kind, None, bare, syntax.span(unit)), unit)


def _unnamed(text: str, layered: Layered, tokens: Tokens, blocks: Blocks, unit: int) -> Found | None:
    syntax = layered.syntax
    if syntax.relation_of(unit) in _PARTS:
        return None
    if syntax.pos_of(unit) == "PRON":
        if syntax.word(unit) not in _REFERRING:
            return None
        kind = MENTION_TYPES[int(layered.kinds[unit, 1:].argmax())]
        span = spans(text, tokens, blocks, [(unit, unit)])[0]
        return Found(
            Mention(MentionId(""), span, MentionForm.PRONOUN, MentionType(kind), None, None, syntax.span(unit)), unit
        )
    by_noun = _BY_NOUN.get(classify(syntax.word(unit)))
    if by_noun is None:
        best = int(layered.kinds[unit, 1:].argmax())
        if layered.kinds[unit, 1 + best] < SOMETHING:
            return None
        by_noun = MentionType(MENTION_TYPES[best])
    span = spans(text, tokens, blocks, [_phrase(syntax, unit)])[0]
    return Found(Mention(MentionId(""), span, MentionForm.NOMINAL, by_noun, None, None, syntax.span(unit)), unit)


def _phrase(syntax: Syntax, unit: int) -> tuple[int, int]:
    """First and last unit of the noun phrase around a head."""
    first = last = unit
    for child in syntax.children(unit, *_INSIDE):
        if (syntax.relation_of(child) in _AFTER) is not (child > unit) and syntax.relation_of(child) not in _ROUND:
            continue
        below = syntax.subtree(child)
        first, last = min(first, below[0]), max(last, below[-1])
    return first, last
