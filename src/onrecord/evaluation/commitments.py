"""Metrics for commitments and for conduct against them.

A predicted commitment is one of the gold's if both are pledges or both demands, and either what is committed to
shares half of the words of the longer one, or the words that report it overlap. Pairs are made one to one, best
first. By whom, to whom, under what and until when are then shares of the pairs where either side says so. What the
gold marks as optional counts neither for nor against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.evaluation.commitment_gold import CommitmentText, GoldCommitment, GoldConduct, Party
from onrecord.evaluation.parties import Named, named, same
from onrecord.evaluation.places import word_starts
from onrecord.evaluation.spans import Counts
from onrecord.types import Attribution, CommitmentKind, ConductRelation, Reading, SourceKind, Span

DETAILS = ("by", "to", "exchange", "instrument", "date", "deadline")
_WORD = re.compile(r"\w+")
_LITTLE = frozenset("a an the its his her their this that of in on under by to with and".split())
_DAY = 10
"""Length of an ISO date: a deadline is not held to the hour."""


@dataclass(frozen=True, slots=True)
class FoundCommitment:
    """One commitment as a machine, or a second person, found it.

    Attributes:
        reports: the cue, or the author's whole sentence.
    """

    kind: CommitmentKind
    reports: tuple[Span, ...]
    what: tuple[Span, ...]
    by: Named | None = None
    to: Named | None = None
    exchange: tuple[Span, ...] = ()
    instrument: str | None = None
    date: str | None = None
    deadline: str | None = None


@dataclass(frozen=True, slots=True)
class FoundConduct:
    """One link from conduct to a commitment as found.

    Attributes:
        commitment: the place of the commitment among those found; ``None`` where none stands there.
        extent: the attribution or author's sentence that tells the conduct.
        words: the words that draw the link.
    """

    commitment: int | None
    extent: tuple[Span, ...]
    relation: ConductRelation
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found in one text."""

    commitments: tuple[FoundCommitment, ...]
    conduct: tuple[FoundConduct, ...]


@dataclass(slots=True)
class Share:
    """How many of how many are right."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        self.right += right
        self.of += 1

    def percent(self) -> float:
        """The share in percent; 0 of nothing is 0."""
        return 100 * self.right / self.of if self.of else 0.0


@dataclass(slots=True)
class CommitmentScores:
    """Sums over texts.

    Attributes:
        kinds: pledges and demands apart.
        details: of the commitments found, how often each detail is right.
        words: of the conduct found, how often the words that draw the link are met.
    """

    texts: int = 0
    commitments: Counts = field(default_factory=Counts)
    kinds: dict[CommitmentKind, Counts] = field(default_factory=lambda: {kind: Counts() for kind in CommitmentKind})
    details: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in DETAILS})
    conduct: Counts = field(default_factory=Counts)
    words: Share = field(default_factory=Share)

    def add(self, gold: CommitmentText, found: Found) -> None:
        """Count one text."""
        self.texts += 1
        pairs = matched(gold, found.commitments)
        for kind in CommitmentKind:
            counted = _counts(
                [item.kind is kind and not item.optional for item in gold.commitments],
                [item.kind is kind for item in found.commitments],
                [pair for pair in pairs if gold.commitments[pair[0]].kind is kind],
            )
            self.kinds[kind].add(*counted)
            self.commitments.add(*counted)
        for i, j in pairs:
            if not gold.commitments[i].optional:
                for name, right in details(gold.text, gold.commitments[i], found.commitments[j]):
                    self.details[name].add(right)
        self._add_conduct(gold, found)

    def _add_conduct(self, gold: CommitmentText, found: Found) -> None:
        pairs = _one_to_one(
            [
                (float(_meet(gold.text, item.words, other.words)), i, j)
                for i, item in enumerate(gold.conduct)
                for j, other in enumerate(found.conduct)
                if _same_conduct(gold, item, other, found.commitments)
            ]
        )
        self.conduct.add(*_counts([not item.optional for item in gold.conduct], [True] * len(found.conduct), pairs))
        for i, j in pairs:
            if not gold.conduct[i].optional:
                self.words.add(_meet(gold.text, gold.conduct[i].words, found.conduct[j].words))


def in_reading(reading: Reading) -> Found:
    """The commitments and the conduct of a reading."""
    places: dict[str, int] = {}
    commitments: list[FoundCommitment] = []
    for item in reading.attributions:
        pledged = item.commitment
        if pledged is None:
            continue
        places[item.id] = len(commitments)
        commitments.append(
            FoundCommitment(
                kind=pledged.kind,
                reports=_reports(item),
                what=pledged.what,
                by=named(reading, pledged.by, pledged.by_span),
                to=named(reading, pledged.to, pledged.to_span),
                exchange=pledged.exchange,
                instrument=pledged.instrument,
                date=pledged.date,
                deadline=pledged.deadline,
            )
        )
    conduct = tuple(
        FoundConduct(
            commitment=places.get(link.commitment),
            extent=(*item.source, *item.cue, *item.content),
            relation=link.relation,
            words=link.spans,
        )
        for item in reading.attributions
        for link in item.conduct
    )
    return Found(tuple(commitments), conduct)


def by_second(gold: CommitmentText) -> Found:
    """A second person's labels as if they had been found; what that person calls optional is left out."""
    kept = [place for place, item in enumerate(gold.commitments) if not item.optional]
    commitments = tuple(
        FoundCommitment(
            kind=item.kind,
            reports=item.cue,
            what=item.what,
            by=_as_named(item.by),
            to=_as_named(item.to),
            exchange=item.exchange,
            instrument=item.instrument.of(gold.text) if item.instrument else None,
            date=item.date[0] if item.date else None,
            deadline=item.deadline[0] if item.deadline else None,
        )
        for item in (gold.commitments[place] for place in kept)
    )
    conduct = tuple(
        FoundConduct(
            kept.index(item.commitment) if item.commitment in kept else None, item.sentence, item.relation, item.words
        )
        for item in gold.conduct
        if not item.optional
    )
    return Found(commitments, conduct)


def matched(gold: CommitmentText, found: Sequence[FoundCommitment]) -> list[tuple[int, int]]:
    """Pairs of a gold and a found commitment, as places in both."""
    return _one_to_one(
        [
            (score, i, j)
            for i, item in enumerate(gold.commitments)
            for j, other in enumerate(found)
            if item.kind is other.kind and (score := _nearness(gold.text, item, other)) > 0
        ]
    )


def details(text: str, gold: GoldCommitment, found: FoundCommitment) -> Iterator[tuple[str, bool]]:
    """For each detail that either side gives: its name and whether the two agree.

    A party that the words only imply need not be found.
    """
    for name, party, other in (("by", gold.by, found.by), ("to", gold.to, found.to)):
        implied = party is not None and not party.here
        if other or (party and not implied):
            names = (*party.here, *party.elsewhere) if party else ()
            yield name, bool(party and other) and other is not None and same(text, other, names)
    if gold.exchange or found.exchange:
        yield "exchange", _shared(text, gold.exchange, found.exchange) >= 0.5
    if gold.instrument or found.instrument:
        words = gold.instrument.of(text) if gold.instrument else ""
        yield "instrument", _same_instrument(words, found.instrument or "")
    for name, values, value in (("date", gold.date, found.date), ("deadline", gold.deadline, found.deadline)):
        if values or value:
            yield name, any(_same_value(one, value or "") for one in values)


def _reports(item: Attribution) -> tuple[Span, ...]:
    return item.content if item.source_kind is SourceKind.AUTHOR else item.cue


def _as_named(party: Party | None) -> Named | None:
    return Named(party.here, party.elsewhere) if party else None


def _nearness(text: str, gold: GoldCommitment, found: FoundCommitment) -> float:
    """How well two commitments fit, 0 where they are not the same."""
    what = _shared(text, gold.what, found.what)
    cue = _meet(text, gold.cue, found.reports)
    return what + cue / 2 if what >= 0.5 or cue else 0.0


def _same_conduct(
    gold: CommitmentText, item: GoldConduct, found: FoundConduct, commitments: Sequence[FoundCommitment]
) -> bool:
    if item.relation is not found.relation or found.commitment is None:
        return False
    told, extent = word_starts(gold.text, item.sentence), word_starts(gold.text, found.extent)
    there = 2 * len(told & extent) >= len(told) or _meet(gold.text, item.words, found.words)
    return there and _nearness(gold.text, gold.commitments[item.commitment], commitments[found.commitment]) > 0


def _shared(text: str, one: tuple[Span, ...], other: tuple[Span, ...]) -> float:
    """The words that two stretches share, as a part of the longer one."""
    ones, others = word_starts(text, one), word_starts(text, other)
    return len(ones & others) / max(len(ones), len(others), 1)


def _meet(text: str, one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    return bool(word_starts(text, one) & word_starts(text, other))


def _same_instrument(one: str, other: str) -> bool:
    """Whether the shorter shares half of its words, little ones aside, with the longer."""
    ones, others = ({word for word in _WORD.findall(words.lower()) if word not in _LITTLE} for words in (one, other))
    return bool(ones and others) and 2 * len(ones & others) >= min(len(ones), len(others))


def _same_value(one: str, other: str) -> bool:
    return one == other or (len(one) >= _DAY <= len(other) and one[:_DAY] == other[:_DAY] and not one.startswith("P"))


def _one_to_one(candidates: list[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Pairs by falling score, none used twice."""
    left, right, pairs = set[int](), set[int](), []
    for _, i, j in sorted(candidates, key=lambda item: (-item[0], item[1], item[2])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def _counts(
    counted: Sequence[bool], found: Sequence[bool], pairs: Sequence[tuple[int, int]]
) -> tuple[float, float, float, float]:
    """Arguments of :meth:`Counts.add`: hits and predicted, hits and gold, what is optional left out."""
    hits = sum(counted[i] for i, _ in pairs)
    free = sum(not counted[i] for i, _ in pairs)
    return hits, sum(found) - free, hits, sum(counted)
