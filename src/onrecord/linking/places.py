"""Mentions by place: which entity words refer to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.types import EntityId, Mention, MentionForm, Reading, Span


class Referents:
    """The entities of a reading by the words for them."""

    def __init__(self, reading: Reading) -> None:
        self._mentions = sorted(
            (mention for mention in reading.mentions if mention.entity is not None),
            key=lambda mention: (mention.span.start, -mention.span.end),
        )
        self._starts = [mention.span.start for mention in self._mentions]
        self._longest = max((len(mention.span) for mention in self._mentions), default=0)
        self._sources = {
            item.source[0]: item.source_entity
            for item in reading.attributions
            if len(item.source) == 1 and item.source_entity
        }

    def inside(self, span: Span) -> list[Mention]:
        """The mentions of entities in a span, in text order, longest first where several begin together."""
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [mention for mention in self._mentions[low:high] if span.contains(mention.span)]

    def of(self, span: Span | None) -> EntityId | None:
        """The entity that the words of a span are for: that of the source they are, else of the first mention in them
        that is no part of a longer phrase, else of a mention around them that begins where they do.
        """
        if span is None:
            return None
        if span in self._sources:
            return self._sources[span]
        found = self._heading(span, self.inside(span))
        return found.entity if found is not None else self._around(span)

    def _heading(self, span: Span, inside: Sequence[Mention]) -> Mention | None:
        """The mention that a phrase is: the first in it, unless that is only whose it is ("the firm's lawyer")."""
        for mention in inside:
            whole = mention.span.end >= span.end - 1 or mention.span.start <= span.start + _ARTICLE
            if whole and mention.form is not MentionForm.ADJECTIVE:
                return mention
        return None

    def _around(self, span: Span) -> EntityId | None:
        low = bisect_left(self._starts, span.start - self._longest)
        high = bisect_right(self._starts, span.start)
        around = [mention for mention in self._mentions[low:high] if mention.span.contains(span)]
        heads = [mention for mention in around if mention.head is not None and span.contains(mention.head)]
        chosen: Sequence[Mention] = heads
        return min(chosen, key=lambda mention: len(mention.span)).entity if chosen else None


_ARTICLE = 4
"""Letters of "the " before what a phrase is about."""
