"""One statement read for its labels: where its predicate is, what stands before it, and what may hedge or negate it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.reading.labeling.label import Clause
from onrecord.reading.labeling.verbs import (
    AUXILIARIES,
    BE,
    HAVE,
    IMPERATIVE_OPENERS,
    MODALS,
    NO_COMMANDS,
    PRESUPPOSING_MARKS,
    PRONOUNS,
    QUESTION_WORDS,
    skips,
)
from onrecord.reading.lexicon import Cue, Found, Hedge, Lexicon, Negator, Part, TextWords, When, Word
from onrecord.reading.lexicon.inflection import base_forms, is_gerund, is_participle
from onrecord.reading.syntax import Syntax
from onrecord.types import Span, cover

_CLAUSE_RELATIONS = frozenset(
    ("root", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "parataxis", "csubj", "dep", "orphan")
)


@dataclass(frozen=True)
class ClauseReading:
    """A statement's words and what was found in them.

    Attributes:
        words: of all its spans, in text order.
        predicate: places of the predicate's words; empty where there is none.
        own_cue: the row of the lexicon whose verb its predicate is, and the verb's place.
        hedges, negators: patterns of the lexicon in its words.
        coordinated: whether a statement of the same sentence stands before it that it may share its subject with.
    """

    text: str
    syntax: Syntax | None
    clause: Clause
    words: tuple[Word, ...]
    predicate: range
    own_cue: tuple[Cue | None, int]
    hedges: tuple[Found[Hedge], ...]
    negators: tuple[Found[Negator], ...]
    coordinated: bool = False

    @property
    def headline(self) -> bool:
        return self.clause.headline

    @cached_property
    def group(self) -> tuple[str, ...]:
        """The predicate's verbs in order, adverbs and negation left out.

        An auxiliary that stands apart from it counts ("*Did* he act", "The vote *was*, in their view, neither free").
        """
        words = [self.words[at].text for at in self.predicate if not skips(self.words[at].text)]
        if self.question and len(words) == 1 and words[0] in AUXILIARIES:  # "Has the gap ever been this wide?"
            rest = [word.text for word in self.words[self.predicate.stop :]]
            words += next(([word] for word in rest if is_participle(word) or is_gerund(word)), [])
        before = self._auxiliary_apart
        return (self.words[before].text, *words) if before is not None else tuple(words)

    @cached_property
    def _auxiliary_apart(self) -> int | None:
        if not self.predicate:
            return None
        first = next((at for at in self.predicate if not skips(self.words[at].text)), self.predicate.start)
        at = first - 1
        while at >= 0 and skips(self.words[at].text):
            at -= 1
        if at >= 0 and self.words[at].text in AUXILIARIES and at not in self.predicate:
            return at
        if not self.question:
            return None
        opening = self.opening
        if opening < len(self.words) and self.words[opening].text in QUESTION_WORDS:
            opening += 1
        limit = min(opening + 2, self.predicate.start)
        return next((at for at in range(opening, limit) if self.words[at].text in AUXILIARIES), None)

    @cached_property
    def opening(self) -> int:
        """The place of the first word that is neither a conjunction nor an adverb."""
        at = 0
        while at < len(self.words) - 1 and skips(self.words[at].text) and self.words[at].text not in PRESUPPOSING_MARKS:
            at += 1
        return at

    @cached_property
    def mark(self) -> str:
        """The first word after conjunctions and adverbs: a subordinator or a question word, if the clause has one."""
        return self.words[self.opening].text if self.words else ""

    @cached_property
    def question(self) -> bool:
        """Whether it is asked: a question mark ends its sentence."""
        end = max(span.end for span in self.clause.spans)
        after = self.text[end - 1 : end + 3]
        stop = next((sign for sign in after if sign in "?!.;,:\n"), "")
        return stop == "?" or self.text[end - 1 : end] == "?" or self._inverted

    @cached_property
    def _inverted(self) -> bool:
        """Whether an auxiliary stands before a pronoun, at the very beginning ("Can you help", "does it matter")."""
        if len(self.words) < 3 or not self.predicate or self.predicate.start < 2:
            return False
        return self.words[0].text in AUXILIARIES - {"had", "should", "need"} and self.words[1].text in PRONOUNS

    @cached_property
    def imperative(self) -> bool:
        """Whether it tells somebody to do something: it begins with a bare verb and has no subject before it."""
        if not self.predicate or self.question or self.coordinated:
            return False
        if self.subject_span is not None:
            return False
        before = [self.words[at].text for at in range(self.predicate.start)]
        if before[-1:] == ["please"]:
            return True
        if any(word not in IMPERATIVE_OPENERS and not skips(word) for word in before):
            return False
        group = self.group
        if not group or "to" in [*before, *group[:1]] or self.perfect or self._follows_a_subject:
            return False
        verb = group[0]
        if verb in NO_COMMANDS:
            return False
        if verb in ("do", "let", "be", "have"):
            follower = self.words[self._place(verb) + 1].text if self._place(verb) + 1 < len(self.words) else ""
            return not (verb == "do" and follower in PRONOUNS) and not (verb == "let" and follower in ("'s", "us"))
        if self.syntax is not None and self.syntax.tense_of(self._unit(self._place(verb))) not in ("base", "present"):
            return False
        if verb in AUXILIARIES or base_forms(verb) != (verb,):
            return False
        return not (is_participle(verb) and verb.endswith("ed"))

    @cached_property
    def _follows_a_subject(self) -> bool:
        """Whether it is the second of two predicates of one subject ("took the town but *face* resistance")."""
        head = self.clause.head
        if self.syntax is None or head is None:
            return False
        while self.syntax.relation_of(head) == "conj":
            above = self.syntax.head_of(head)
            if above is None:
                break
            head = above
            if self.syntax.children(head, "nsubj", "nsubj:pass", "expl", "csubj"):
                return True
        return self.syntax.relation_of(head) in ("acl:relcl", "advcl", "acl")

    def _place(self, word: str) -> int:
        return next((at for at in self.predicate if self.words[at].text == word), self.predicate.start)

    def _unit(self, at: int) -> int:
        assert self.syntax is not None
        unit = self.syntax.unit_at(self.words[at].start)
        return 0 if unit is None else unit

    @cached_property
    def main_verb(self) -> str:
        """The last verb of the predicate, or its only word; empty where there is no predicate."""
        group = [word for word in self.group if word != "to"]
        verbs = [word for word in group if word not in AUXILIARIES]
        return verbs[0] if len(verbs) == 1 else next((word for word in verbs), group[-1] if group else "")

    @cached_property
    def modal(self) -> str:
        """The modal that leads the predicate, in its full form ("will" for "'ll"); empty where there is none."""
        first = next((word for word in self.group if word in MODALS), "")
        full = {"'ll": "will", "wo": "will", "'d": "would", "sha": "shall", "ca": "can"}
        return full.get(first, first)

    @cached_property
    def perfect(self) -> bool:
        """Whether the predicate has "have" before a participle."""
        group = self.group
        return any(
            word in HAVE and at + 1 < len(group) and group[at + 1] != "to" for at, word in enumerate(group)
        )

    @cached_property
    def passive(self) -> bool:
        """Whether a form of "be" stands before a participle."""
        group = self.group
        return any(
            word in BE and at + 1 < len(group) and is_participle(group[at + 1]) and not is_gerund(group[at + 1])
            for at, word in enumerate(group)
        )

    @cached_property
    def copula(self) -> bool:
        """Whether "be" is the main verb: nothing after it in the predicate is a participle or a gerund."""
        group = self.group
        last = max((at for at, word in enumerate(group) if word in BE), default=None)
        if last is None:
            return False
        rest = group[last + 1 :]
        return not rest or not (is_participle(rest[0]) or is_gerund(rest[0]) or rest[0] == "to")

    @cached_property
    def subject_span(self) -> Span | None:
        """The grammatical subject: what stands before the predicate; in a passive that is the role of the object."""
        roles = self.clause.roles
        if roles.predicate is None:
            return roles.subject
        before = [
            role for role in (roles.subject, roles.object) if role is not None and role.start < roles.predicate.start
        ]
        return max(before, default=None)

    @cached_property
    def subject(self) -> str:
        """The grammatical subject's words in lower case; empty where there is none."""
        return self.subject_span.of(self.text).lower() if self.subject_span is not None else ""

    @cached_property
    def completed(self) -> bool:
        """Whether a clause follows its predicate that completes it ("suggests that it is low")."""
        after = [word.text for word in self.words[self.predicate.stop :]] if self.predicate else []
        return after[:1] == ["that"] or any(word in AUXILIARIES for word in after)

    def span(self, *places: int) -> Span:
        """The stretch of text that holds some words."""
        return cover(self.words[at].span for at in places)

    def governs(self, at: int) -> bool:
        """Whether the clause that a word stands in is the statement's own, and not one inside it.

        With syntax: from the word up to the nearest head of a clause; that must be the predicate, or a word of its
        group, or stand above it. Without: what stands in a relative clause before the predicate cannot be told apart.
        """
        if self.syntax is None or at in self.predicate:
            return True
        unit = self.syntax.unit_at(self.words[at].start)
        head = self.clause.head
        if unit is None or head is None:
            return True
        own = {head, *(self._unit(place) for place in self.predicate)}
        above = set(self.syntax.ancestors(head))
        current: int | None = unit
        while current is not None:
            if current in own:
                return True
            if self.syntax.relation_of(current) in _CLAUSE_RELATIONS and not self._predicative(current):
                return current in above
            current = self.syntax.head_of(current)
        return True

    def _predicative(self, unit: int) -> bool:
        """Whether a unit is an adjective that completes a verb ("remains *unclear*"), and so no clause of its own."""
        assert self.syntax is not None
        return self.syntax.relation_of(unit) == "xcomp" and self.syntax.pos_of(unit) == "ADJ"


def read_clause(
    words: TextWords,
    syntax: Syntax | None,
    lexicon: Lexicon,
    clause: Clause,
    *,
    beside: tuple[Sequence[Word], Sequence[Word]] = ((), ()),
    coordinated: bool = False,
) -> ClauseReading:
    """Look through the words of a statement.

    Args:
        beside: words before and after it that stand over it, see :mod:`onrecord.reading.labeling.matrix`.
        coordinated: see :class:`ClauseReading`.
    """
    found: list[Word] = [*beside[0]]
    for span in sorted(clause.spans):
        found += words.inside(span)
    found += beside[1]
    predicate = _places(found, clause.roles.predicate)
    return ClauseReading(
        text=words.text,
        syntax=syntax,
        clause=clause,
        words=tuple(found),
        predicate=predicate,
        own_cue=_own_cue(lexicon, found, predicate),
        hedges=tuple(lexicon.hedge_patterns.scan(found)),
        negators=tuple(lexicon.negator_patterns.scan(found)),
        coordinated=coordinated,
    )


def _own_cue(lexicon: Lexicon, words: Sequence[Word], predicate: range) -> tuple[Cue | None, int]:
    """The row whose verb is the last of a predicate, where it needs no condition."""
    if not predicate:
        return None, 0
    at = predicate[-1]
    rows = (row for found in lexicon.cue_patterns.at(words, at) for row in found.rows)
    return next((row for row in rows if row.when is When.ALWAYS and row.part is Part.VERB), None), at


def _places(words: Sequence[Word], span: Span | None) -> range:
    """The places of the words inside a span."""
    if span is None:
        return range(0)
    inside = [at for at, word in enumerate(words) if span.start <= word.start and word.end <= span.end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)
