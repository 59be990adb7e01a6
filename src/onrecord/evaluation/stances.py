"""Metrics for stances: whose, of what kind, and aimed at what.

A predicted stance is one of the gold's if the kind is the same and the source is. Its target is right if it is aimed
at everything the right source said, or reaches at least one right statement and no wrong one. Two further figures ask
for the statements alone: strictly, the same set; relaxed, a Jaccard index of at least a half. Statements of the very
attribution that takes the stance ("denied that X") count neither way unless the gold names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.evaluation.parties import Named, named, same
from onrecord.evaluation.places import word_starts
from onrecord.evaluation.spans import Counts
from onrecord.evaluation.stance_gold import GoldStance, StanceText
from onrecord.types import Attribution, Reading, Span, Stance, StanceKind, Statement

RELAXED = 0.5
"""Least Jaccard index of the relaxed figure."""


@dataclass(frozen=True, slots=True)
class FoundStance:
    """One stance as a machine, or a second person, found it.

    Attributes:
        reaches: the spans of each statement that it reaches.
        own: of these, the statements of the attribution that takes it.
    """

    kind: StanceKind
    source: Named
    cue: tuple[Span, ...]
    toward: Named | None
    reaches: tuple[tuple[Span, ...], ...]
    own: tuple[tuple[Span, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """How the statements that a stance reaches stand to the gold's.

    Attributes:
        hit: contents of the gold that are reached.
        missed: contents of the gold that are not.
        right, wrong: statements found inside and outside the gold's contents.
    """

    hit: int
    missed: int
    right: int
    wrong: int

    @property
    def same(self) -> bool:
        return self.hit > 0 and not self.missed and not self.wrong

    @property
    def jaccard(self) -> float:
        return self.hit / max(self.hit + self.missed + self.wrong, 1)


@dataclass(slots=True)
class StanceScores:
    """Sums over texts, each as F1: the stance alone, with its right target, and with the right statements."""

    texts: int = 0
    stance: Counts = field(default_factory=Counts)
    target: Counts = field(default_factory=Counts)
    strict: Counts = field(default_factory=Counts)
    relaxed: Counts = field(default_factory=Counts)
    kinds: dict[StanceKind, Counts] = field(default_factory=lambda: {kind: Counts() for kind in StanceKind})

    def add(self, gold: StanceText, found: Sequence[FoundStance]) -> None:
        """Count one text."""
        self.texts += 1
        pairs = matched(gold, found)
        free = sum(gold.stances[i].optional for i, _ in pairs)
        predicted, total = len(found) - free, sum(not item.optional for item in gold.stances)
        settled = [(gold.stances[i], found[j]) for i, j in pairs if not gold.stances[i].optional]
        reached = [reach(gold.text, item, other) for item, other in settled]
        aimed = [right_target(gold.text, item, other) for item, other in settled]
        for counts, right in (
            (self.stance, len(settled)),
            (self.target, sum(aimed)),
            (self.strict, sum(one.same for one in reached)),
            (self.relaxed, sum(one.jaccard >= RELAXED for one in reached)),
        ):
            counts.add(right, predicted, right, total)
        for kind, counts in self.kinds.items():
            right = sum(item.kind is kind and good for (item, _), good in zip(settled, aimed, strict=True))
            spared = sum(gold.stances[i].optional and gold.stances[i].kind is kind for i, _ in pairs)
            given = sum(item.kind is kind for item in found) - spared
            counts.add(right, given, right, sum(item.kind is kind and not item.optional for item in gold.stances))


def in_reading(reading: Reading) -> tuple[FoundStance, ...]:
    """The stances of a reading."""
    attributions = {item.id: item for item in reading.attributions}
    statements = {one.id: one for item in reading.attributions for one in item.statements}
    owners = {one.id: item.id for item in reading.attributions for one in item.statements}
    found = []
    for stance in reading.stances:
        taking = attributions.get(stance.attribution)
        if taking is None:
            continue
        reached = [one for one in stance.statements if one in statements]
        own = [one for one in reached if owners[one] == taking.id]
        found.append(
            FoundStance(
                kind=stance.kind,
                source=_source(reading, stance, taking),
                cue=taking.cue,
                toward=named(reading, stance.toward),
                reaches=_spans(statements[one] for one in reached if one not in own),
                own=_spans(statements[one] for one in own),
            )
        )
    return tuple(found)


def by_second(gold: StanceText) -> tuple[FoundStance, ...]:
    """A second person's labels as if they had been found; what that person calls optional is left out."""
    return tuple(
        FoundStance(
            kind=item.kind,
            source=Named(item.source, item.source_elsewhere),
            cue=item.cue,
            toward=Named((), item.toward) if item.toward else None,
            reaches=tuple((span,) for span in item.reaches),
        )
        for item in gold.stances
        if not item.optional
    )


def matched(gold: StanceText, found: Sequence[FoundStance]) -> list[tuple[int, int]]:
    """Pairs of a gold and a found stance, as places in both: one to one, the best first."""
    candidates = sorted(
        (-_nearness(gold.text, item, other), i, j)
        for i, item in enumerate(gold.stances)
        for j, other in enumerate(found)
        if item.kind is other.kind and _same_source(gold.text, item, other)
    )
    left, right, pairs = set[int](), set[int](), []
    for _, i, j in candidates:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def reach(text: str, gold: GoldStance, found: FoundStance) -> Reach:
    """Compare the statements reached: right is one with half of its words in the gold's contents."""
    contents = [word_starts(text, (span,)) for span in gold.reaches]
    inside = frozenset[int]().union(*contents)
    reached = [word_starts(text, spans) for spans in found.reaches]
    right = [words for words in reached if words and 2 * len(words & inside) >= len(words)]
    wrong = len(reached) - len(right)
    own = [word_starts(text, spans) for spans in found.own]
    right += [words for words in own if words and 2 * len(words & inside) >= len(words)]
    covered = frozenset[int]().union(*right)
    hit = sum(2 * len(words & covered) >= len(words) for words in contents)
    return Reach(hit, len(contents) - hit, len(right), wrong)


def right_target(text: str, gold: GoldStance, found: FoundStance) -> bool:
    """Whether a stance is aimed at the right source as a whole, or at right statements and no wrong ones."""
    if gold.toward and found.toward and same(text, found.toward, gold.toward):
        return True
    reached = reach(text, gold, found)
    return reached.right > 0 and reached.wrong == 0


def _source(reading: Reading, stance: Stance, taking: Attribution) -> Named:
    """Who takes a stance: whom it names, else the source of its attribution."""
    if stance.by is not None or stance.by_span is not None:
        return named(reading, stance.by, stance.by_span) or Named()
    return named(reading, taking.source_entity, *taking.source) or Named()


def _spans(statements: Iterable[Statement]) -> tuple[tuple[Span, ...], ...]:
    return tuple(one.spans for one in statements)


def _same_source(text: str, gold: GoldStance, found: FoundStance) -> bool:
    """Whether the words for the source overlap, or both are known to be of one party."""
    if word_starts(text, gold.source) & word_starts(text, found.source.spans):
        return True
    return same(text, found.source, (*gold.source, *gold.source_elsewhere))


def _nearness(text: str, gold: GoldStance, found: FoundStance) -> float:
    cue = bool(word_starts(text, gold.cue) & word_starts(text, found.cue))
    return 2 * cue + right_target(text, gold, found) + reach(text, gold, found).jaccard / 2
