"""Who a personal pronoun means: the reader's coreference and what is foremost in the reader's mind, weighed together.

Each entity that a pronoun may mean gets the evidence below; the weighted sum is the log-odds of a softmax over all of
them and "nobody of these" (Rahman & Ng 2009 rank entities, not mentions, in the same way).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.types import BlockKind, Quotation, Reading, Span

WEIGHTS = (0.08, 0.3, 1.1, 0.75, 0.45, 0.15, 0.8, -0.1, 1.25, -0.07, -0.45, 0.45)
"""Weights of :func:`evidence`, fitted by logistic regression on the development pronouns (see the model card)."""
NOBODY = 1.0
"""Log-odds that none of the entities is meant."""
FLOOR = 0.02
"""Chance that the reader's coreference leaves to an entity that it does not mention."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The last mention of an entity before a pronoun, and the last that is a subject and the last that is a name."""

    last: int
    subject: int | None
    name: int | None
    count: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun: where it stands; whether it is a source, that of a quotation, and the subject of a main clause."""

    position: int
    source: bool
    quoting: bool
    subject: bool


class Places:
    """Blocks, sources and quotations of a reading by position."""

    def __init__(self, reading: Reading) -> None:
        self._blocks = [block.span.start for block in reading.document.blocks]
        self._kinds = [block.kind for block in reading.document.blocks]
        sourced = [item for item in reading.attributions if item.source]
        self._all = {item.source[0].start for item in sourced}
        self._sources = sorted(item.source[0] for item in sourced if item.parent is None)
        self._starts = [span.start for span in self._sources]
        self._quoting = {item.source[0].start for item in sourced if item.quotation is Quotation.DIRECT}
        quoted = [item for item in sourced if item.quotation is Quotation.DIRECT]
        self._quotes = sorted((span, item.source[0]) for item in quoted for span in item.content)
        self._quote_starts = [span.start for span, _ in self._quotes]

    def block(self, position: int) -> int:
        """The number of the block that holds a code point."""
        return bisect_right(self._blocks, position) - 1

    def kind(self, position: int) -> BlockKind | None:
        """The kind of the block that holds a code point."""
        at = self.block(position)
        return self._kinds[at] if at >= 0 else None

    def is_source(self, position: int) -> bool:
        """Whether a source begins at a code point."""
        return position in self._all

    def asked(self, position: int, subject: bool) -> Asked:
        """A pronoun at a code point."""
        return Asked(position, self.is_source(position), position in self._quoting, subject)

    def source_before(self, position: int) -> Span | None:
        """The last source of an outermost attribution that begins before a code point."""
        at = bisect_right(self._starts, position - 1) - 1
        return self._sources[at] if at >= 0 else None

    def speaker(self, position: int) -> Span | None:
        """The source of the direct quotation that holds a code point."""
        at = bisect_right(self._quote_starts, position) - 1
        for span, source in reversed(self._quotes[max(0, at - 3) : at + 1]):
            if span.start <= position < span.end:
                return source
        return None


def evidence(
    places: Places, asked: Asked, chance: float, seen: Seen, foremost: bool, quoted: bool, agrees: bool
) -> tuple[float, ...]:
    """What speaks for one entity.

    In order: the logarithm of the reader's chance, and the chance; whether the text shows that its gender is the
    pronoun's; whether the entity was the subject of the last main clause, and that
    with a pronoun that is one too; whether it was the last source, that with a pronoun that is a source, and that of a
    direct quotation; whether its name stands in this block or the one before; the blocks since it was last mentioned,
    up to 4; the logarithm of the code points since, in hundreds; the logarithm of how often it was mentioned.
    """
    here = places.block(asked.position)
    named = seen.name is not None and here - places.block(seen.name) <= 1
    return (
        math.log(chance + FLOOR),
        min(1.0, chance),
        float(agrees),
        float(foremost),
        float(foremost and asked.subject),
        float(quoted),
        float(quoted and asked.source),
        float(quoted and asked.quoting),
        float(named),
        float(min(4, here - places.block(seen.last))),
        math.log1p((asked.position - seen.last) / 100),
        math.log1p(seen.count),
    )


def ranked(found: Mapping[int, Sequence[float]]) -> list[tuple[float, int]]:
    """Probabilities of entities, best first, by their evidence."""
    scores = {number: sum(w * x for w, x in zip(WEIGHTS, values, strict=True)) for number, values in found.items()}
    top = max([NOBODY, *scores.values()])
    total = math.exp(NOBODY - top) + sum(math.exp(score - top) for score in scores.values())
    return sorted(((math.exp(score - top) / total, number) for number, score in scores.items()), reverse=True)
