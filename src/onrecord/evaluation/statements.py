"""Metrics for acts, reporter's stance, and statements: their boundaries, certainty, polarity, time and roles.

Attributions are paired one to one by how much their cues overlap; the contents must meet. Statements are paired one
to one over the whole text by the share of letters and digits that two have in common, whatever attribution each hangs
on, so that one wrong cue is not counted twice. The author's voice takes part with its statements only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from onrecord.evaluation.confusion import NOT_FOUND, UNLABELED, Confusion
from onrecord.evaluation.heads import head_of_phrase, head_of_predicate
from onrecord.evaluation.spans import Counts, Positions
from onrecord.evaluation.statement_gold import GoldStatement, StatementText
from onrecord.types import Act, Certainty, Polarity, Reading, ReporterStance, Roles, SourceKind, Span, Time

SAME = 1 / 3
"""Two statements can be a pair from this share of common letters on: a clause read as two halves still finds its
partner, two neighbors that share a subject do not."""
JOINING = frozenset(
    "that and but or nor so yet to whether if because although though while whereas when after before since until "
    "unless once as provided".split()
)
"""Words that merely join a statement to what stands before it; at its beginning they count on neither side."""
ROLE_MEASURES = ("subject, exact", "subject, head", "predicate, head", "object, exact", "object, head")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class FoundAttribution:
    """One attribution as a machine, or a second person, labeled it."""

    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    act: Act | None
    reporter_stance: ReporterStance | None


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """One statement as found; ``spans`` may hold shared ones."""

    spans: tuple[Span, ...]
    certainty: Certainty
    polarity: Polarity
    time: Time
    roles: Roles
    deciding: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """All that was found in one text."""

    attributions: tuple[FoundAttribution, ...]
    statements: tuple[FoundStatement, ...]


@dataclass(slots=True)
class StatementScores:
    """Sums over texts.

    Attributes:
        attributions, statements: how many gold holds and how many of these were found, right or wrong.
        boundaries: statements whose words are exactly gold's.
        positions: places inside gold's contents where one statement ends and the next begins.
        roles: right or wrong, by role and measure ("subject, exact", "subject, head" ...).
        deciding: of the pairs to which gold gives deciding words, whether one of them was named.
    """

    texts: int = 0
    attributions: Confusion = field(default_factory=Confusion)
    statements: Confusion = field(default_factory=Confusion)
    act: Confusion = field(default_factory=Confusion)
    reporter_stance: Confusion = field(default_factory=Confusion)
    certainty: Confusion = field(default_factory=Confusion)
    polarity: Confusion = field(default_factory=Confusion)
    time: Confusion = field(default_factory=Confusion)
    boundaries: Counts = field(default_factory=Counts)
    positions: Counts = field(default_factory=Counts)
    roles: dict[str, Confusion] = field(default_factory=lambda: {name: Confusion() for name in ROLE_MEASURES})
    deciding: Confusion = field(default_factory=Confusion)

    def add(self, gold: StatementText, found: Found) -> None:
        """Count one text."""
        self.texts += 1
        self._add_attributions(gold, found)
        marked = [item for attribution in gold.attributions for item in attribution.statements]
        partner = dict(_paired(gold.text, marked, found.statements))
        for place, item in enumerate(marked):
            other = found.statements[partner[place]] if place in partner else None
            self.statements.add("statement", "statement" if other else NOT_FOUND)
            for name in ("certainty", "polarity", "time"):
                said = getattr(other, name).value if other else NOT_FOUND
                getattr(self, name).add(getattr(item, name).value, said)
            for name, right in _roles(gold.text, item.roles, other.roles if other else Roles()).items():
                self.roles[name].add("right", ("right" if right else "wrong") if other else NOT_FOUND)
            if item.deciding and other:
                named = _positions(gold.text, item.deciding) & _positions(gold.text, other.deciding)
                self.deciding.add("right", "right" if named else "wrong")
        exact = sum(same_words(gold.text, marked[i], found.statements[j]) for i, j in partner.items())
        self.boundaries.add(exact, len(found.statements), exact, len(marked))
        self._add_positions(gold, marked, found)

    def _add_attributions(self, gold: StatementText, found: Found) -> None:
        marked = [item for item in gold.attributions if item.cue]
        cues = [_positions(gold.text, item.cue) for item in marked]
        other_cues = [_positions(gold.text, item.cue) for item in found.attributions]
        pairs = dict(
            _one_to_one(
                [
                    (len(cues[i] & other_cues[j]) / len(cues[i] | other_cues[j]), i, j)
                    for i, item in enumerate(marked)
                    for j, other in enumerate(found.attributions)
                    if cues[i] & other_cues[j]
                    and _positions(gold.text, item.content) & _positions(gold.text, other.content)
                ]
            )
        )
        for i, item in enumerate(marked):
            other = found.attributions[pairs[i]] if i in pairs else None
            self.attributions.add("attribution", "attribution" if other else NOT_FOUND)
            self.act.add(_value(item.act), _value(other.act) if other else NOT_FOUND)
            stance = _value(other.reporter_stance) if other else NOT_FOUND
            self.reporter_stance.add(_value(item.reporter_stance), stance)

    def _add_positions(self, gold: StatementText, marked: Sequence[GoldStatement], found: Found) -> None:
        inside = _positions(gold.text, [span for item in gold.attributions for span in item.content])
        outer = {start for item in gold.attributions for start in _starts(gold.text, item.content)}
        ours = {start for item in marked for start in _starts(gold.text, item.words)} - outer
        spans = [span for item in found.statements for span in item.spans]
        own = [
            span
            for item in found.statements
            for span in item.spans
            if not (_stands_for_role(item, span) and any(o != span and o.contains(span) for o in spans))
        ]
        theirs = {start for start in _starts(gold.text, own) if start in inside} - outer
        both = len(ours & theirs)
        self.positions.add(both, len(theirs), both, len(ours))


def in_reading(reading: Reading) -> Found:
    """The attributions and statements of a reading."""
    return Found(
        tuple(
            FoundAttribution(item.cue, item.content, item.act, item.reporter_stance)
            for item in reading.attributions
            if item.source_kind is not SourceKind.AUTHOR
        ),
        tuple(
            FoundStatement(one.spans, one.certainty, one.polarity, one.time, one.roles, one.deciding)
            for item in reading.attributions
            for one in item.statements
        ),
    )


def by_second(labels: StatementText) -> Found:
    """A second person's labels as if they had been found."""
    return Found(
        tuple(
            FoundAttribution(item.cue, item.content, item.act, item.reporter_stance)
            for item in labels.attributions
            if item.cue
        ),
        tuple(
            FoundStatement(
                (*one.words, *one.shared), one.certainty, one.polarity, one.time, one.roles, one.deciding
            )
            for item in labels.attributions
            for one in item.statements
        ),
    )


def same_words(text: str, gold: GoldStatement, found: FoundStatement) -> bool:
    """Whether a found statement has exactly gold's words, shared spans and joining words left aside."""
    words = _positions(text, gold.words)
    further = [
        span for span in found.spans if _stands_for_role(found, span) and not _positions(text, [span]) & words
    ]
    own = [span for span in found.spans if span not in further]
    optional = words | _positions(text, gold.shared)
    return _positions(text, _joined_off(text, own)) <= optional and (
        _positions(text, _joined_off(text, gold.words)) <= _positions(text, own)
    )


def _stands_for_role(found: FoundStatement, span: Span) -> bool:
    """Whether a span of a statement is but its subject or object: one that it may share with others."""
    roles, rest = found.roles, [other for other in found.spans if other != span]
    return bool(rest) and any(role is not None and span.overlaps(role) for role in (roles.subject, roles.object)) and (
        roles.predicate is not None and not span.overlaps(roles.predicate)
    )


def _paired(
    text: str, gold: Sequence[GoldStatement], found: Sequence[FoundStatement]
) -> list[tuple[int, int]]:
    ours = [_positions(text, item.words) for item in gold]
    candidates = []
    for j, other in enumerate(found):
        theirs = _positions(text, other.spans)
        for i, item in enumerate(gold):
            both = len(ours[i] & theirs)
            either = len(ours[i] | (theirs - _positions(text, item.shared)))
            if both and both / either >= SAME:
                candidates.append((both / either, i, j))
    return _one_to_one(candidates)


def _one_to_one(candidates: list[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Pairs in order of their score, best first, none used twice."""
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(candidates, key=lambda item: (-item[0], item[1], item[2])):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _roles(text: str, gold: Roles, found: Roles) -> dict[str, bool]:
    def exact(ours: Span | None, theirs: Span | None) -> bool:
        return _positions(text, [ours] if ours else []) == _positions(text, [theirs] if theirs else [])

    def head(ours: Span | None, theirs: Span | None) -> bool:
        if ours is None or theirs is None:
            return ours is theirs
        return head_of_phrase(text, ours) == head_of_phrase(text, theirs)

    return {
        "subject, exact": exact(gold.subject, found.subject),
        "subject, head": head(gold.subject, found.subject),
        "predicate, head": gold.predicate is not None
        and found.predicate is not None
        and head_of_predicate(text, gold.predicate) == head_of_predicate(text, found.predicate),
        "object, exact": exact(gold.object, found.object),
        "object, head": head(gold.object, found.object),
    }


def _positions(text: str, spans: Sequence[Span]) -> Positions:
    """The letters and digits of spans."""
    return frozenset(at for span in spans for at in range(span.start, span.end) if text[at].isalnum())


def _joined_off(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans without the joining words at their beginnings; one of such words alone stays."""
    return [Span(start, span.end) for span in spans for start in _starts(text, [span])]


def _starts(text: str, spans: Sequence[Span]) -> list[int]:
    """The first letter of each span after its joining words."""
    starts = []
    for span in spans:
        words = list(_WORD.finditer(text, span.start, span.end))
        if words:
            starts.append(next((word for word in words if word.group().lower() not in JOINING), words[0]).start())
    return starts


def _value(label: Enum | None) -> str:
    return str(label.value) if label is not None else UNLABELED
