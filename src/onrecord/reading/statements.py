"""Statements of one content or of one stretch of the author's voice: their words and roles as spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.reading.clauses import Clause, clauses
from onrecord.reading.edges import Blocks, spans
from onrecord.reading.layers import Layered
from onrecord.reading.roles import Run, roles
from onrecord.reading.tokens import Tokens
from onrecord.types import Roles, Span, cover


@dataclass(frozen=True, slots=True)
class StatementDraft:
    """One statement before it is labeled.

    Attributes:
        spans: its own words.
        shared: a subject or antecedent outside them that it has in common with another.
        head: the unit of its predicate's main word.
        verb: the unit of the last verb of its predicate.
    """

    spans: tuple[Span, ...]
    shared: Span | None
    roles: Roles
    head: int
    verb: int


@dataclass(frozen=True)
class Stater:
    """Finds the statements of one passage."""

    text: str
    layered: Layered
    tokens: Tokens
    blocks: Blocks

    def statements(
        self, content: Sequence[Span], source: Sequence[Span] = (), inner_cues: Sequence[Span] = ()
    ) -> list[StatementDraft]:
        """The statements of a content, in text order.

        Args:
            source: the source around it: who is to do what a bare infinitive says.
            inner_cues: cues of the attributions inside it, whose clauses are no statements of this one.
        """
        syntax = self.layered.syntax
        cues = frozenset(unit for span in inner_cues for unit in syntax.units(span))
        asked = self._top(source)
        found = []
        for clause in clauses(self.layered, content, cues):
            found += self._draft(clause, asked)
        return found

    def _draft(self, clause: Clause, source: int | None) -> list[StatementDraft]:
        own = spans(self.text, self.tokens, self.blocks, _runs(clause.units))
        if not own:
            return []
        units = roles(self.layered.syntax, clause, source)
        who = self._span(units.subject)
        whom = self._span(units.object)
        shared = next((part for part in (who, whom) if part is not None and not _inside(part, own)), None)
        return [
            StatementDraft(
                spans=tuple(own),
                shared=shared,
                roles=Roles(who, self._span(units.predicate), whom),
                head=clause.head,
                verb=units.verb,
            )
        ]

    def _span(self, run: Run | None) -> Span | None:
        if run is None:
            return None
        run = self._with_names(run)
        found = spans(self.text, self.tokens, self.blocks, [run])
        return found[0] if found else None

    def _with_names(self, run: Run) -> Run:
        """A run with the whole of every name that it cuts."""
        starts = self.name_starts
        first, last = run
        at = bisect_right(starts, first) - 1
        if at >= 0 and self.layered.names[at].run[1] >= first:
            first = self.layered.names[at].run[0]
        at = bisect_right(starts, last) - 1
        if at >= 0:
            last = max(last, self.layered.names[at].run[1])
        return first, last

    @cached_property
    def name_starts(self) -> list[int]:
        """The first unit of every name."""
        return [name.run[0] for name in self.layered.names]

    def _top(self, source: Sequence[Span]) -> int | None:
        """The head unit of a source."""
        if not source:
            return None
        units = [unit for span in source for unit in self.layered.syntax.units(span)]
        inside = set(units)
        return next((unit for unit in units if self.layered.syntax.head_of(unit) not in inside), None)


def _inside(part: Span, own: Sequence[Span]) -> bool:
    return cover(own).contains(part)


def _runs(units: Sequence[int]) -> list[Run]:
    runs: list[Run] = []
    for unit in units:
        if runs and unit == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], unit)
        else:
            runs.append((unit, unit))
    return runs
