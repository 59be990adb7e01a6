"""Whom statements and quantities are about: the entities inside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.types import Attribution, EntityId, Mention, MentionForm, Quantity, Reading, Span, Statement

_AFTER = re.compile(r"\s+(?:of|in|for|from|by|with|at|belonging to|loyal to|linked to)\s+(?:the\s+)?", re.IGNORECASE)
"""What may stand between a quantity and the name of whose it is: "6,000 fighters of the group"."""


def with_participants(reading: Reading) -> Reading:
    """The reading with the entities of its statements, and with what its quantities are numbers of."""
    about = _About(reading)
    attributions = tuple(
        replace(item, statements=tuple(about.statement(statement) for statement in item.statements))
        if item.statements
        else item
        for item in reading.attributions
    )
    quantities = about.quantities(attributions)
    return replace(reading, attributions=attributions, quantities=quantities)


class _About:
    def __init__(self, reading: Reading) -> None:
        self._text = reading.document.text
        self._mentions = [mention for mention in reading.mentions if mention.entity is not None]
        self._starts = [mention.span.start for mention in self._mentions]
        self._quantities = reading.quantities

    def inside(self, span: Span) -> list[Mention]:
        """Mentions of entities that lie in a span, in text order."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [mention for mention in self._mentions[first:last] if mention.span.end <= span.end]

    def statement(self, statement: Statement) -> Statement:
        """A statement with the entities that are mentioned in it, each once, in text order."""
        entities = {
            mention.entity: None
            for span in statement.spans
            for mention in self.inside(span)
            if mention.entity is not None
        }
        return replace(statement, entities=tuple(entities))

    def quantities(self, attributions: Sequence[Attribution]) -> tuple[Quantity, ...]:
        """Quantities with whose they are: named in them, right after them, or the subject of their statement."""
        subjects: dict[str, Span] = {}
        for attribution in attributions:
            for statement in attribution.statements:
                for quantity in statement.quantities:
                    if statement.roles.subject is not None:
                        subjects[quantity] = statement.roles.subject
        return tuple(
            replace(quantity, entity=self._whose(quantity, subjects.get(quantity.id))) for quantity in self._quantities
        )

    def _whose(self, quantity: Quantity, subject: Span | None) -> EntityId | None:
        inside = [mention for mention in self.inside(quantity.span) if mention.name is not None]
        if inside:
            return inside[0].entity
        after = _AFTER.match(self._text, quantity.span.end)
        if after:
            at = bisect_left(self._starts, after.end())
            near = self._mentions[max(0, at - 1) : at + 1]
            found = next((m for m in near if m.span.start <= after.end() < m.span.end), None)
            if found is not None and found.form is not MentionForm.PRONOUN:
                return found.entity
        if subject is None or subject.overlaps(quantity.span):
            return None
        first = self.inside(subject)
        return first[0].entity if first else None
