"""Examples for training: windows of word pieces with the labels that their corpus knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from onrecord.reading.labels import MENTION_TYPES, Tag
from onrecord.reading.tokens import Tokens

Span = tuple[int, int]

IGNORED = -100
"""A label that is not known and teaches nothing."""
UNASKED = -1000
"""A mention of cluster c that may be referred to but is asked nothing itself has the label ``UNASKED - c``."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """One gold attribution in units: its cue and a role label (:class:`Role`) for every unit of the text."""

    cue: Span
    """First and last unit, inclusive."""
    roles: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """One tokenized text and what one corpus says of it; ``None`` where the corpus is silent."""

    tokens: Tokens
    cues: npt.NDArray[np.int64] | None = None
    """``int64[u]``: a :class:`Tag` for each unit."""
    anchors: tuple[Anchor, ...] = ()
    mentions: npt.NDArray[np.bool_] | None = None
    """``bool[u, labels]``: the mention labels that the corpus allows; a vague corpus allows several."""
    clauses: npt.NDArray[np.int64] | None = None
    """``int64[u]``: 1 where a clause-sized discourse unit begins."""
    pos: npt.NDArray[np.int64] | None = None
    """``int64[u]``: place in ``PARTS_OF_SPEECH``; ``IGNORED`` where not known, as in all below."""
    tense: npt.NDArray[np.int64] | None = None
    heads: npt.NDArray[np.int64] | None = None
    """``int64[u]``: the unit that each hangs on; a root hangs on itself."""
    relations: npt.NDArray[np.int64] | None = None
    kinds: npt.NDArray[np.bool_] | None = None
    """``bool[u, 9]``: what a unit may be the head of: nothing of ours (0) or a mention of a type."""
    clusters: npt.NDArray[np.int64] | None = None
    """``int64[u]``: cluster of the mention that a unit is the head of; 0 for other nouns and pronouns."""
    facts: npt.NDArray[np.float32] | None = None
    """``float32[u]``: factuality of a predicate from -3 (certainly not so) to 3; NaN where not known."""
    silver: bool = False
    """Whether parts of speech, dependencies and coreference are a program's and not people's."""


@dataclass(slots=True)
class Article:
    """All versions (annotators) of one text; training draws one of them each time."""

    versions: list[Example] = field(default_factory=list)


def units_of(tokens: Tokens, fragments: tuple[Span, ...]) -> npt.NDArray[np.bool_]:
    """``bool[u]``: the units whose middle lies in one of the fragments (code-point offsets)."""
    middle = (tokens.unit_start + tokens.unit_end - 1) / 2
    inside = np.zeros(tokens.units, bool)
    for start, end in fragments:
        inside |= (middle >= start) & (middle < end)
    return inside


def runs(inside: npt.NDArray[np.bool_]) -> list[Span]:
    """Maximal runs of true units as (first, last), inclusive."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], inside.astype(np.int8), [0]))))
    return [(int(a), int(b) - 1) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def tag_span(labels: npt.NDArray[np.int64], span: Span, base: int = 0) -> None:
    """Write begin, inside, end or single tags over one span; ``base`` shifts to another role's tags."""
    first, last = span
    if first == last:
        labels[first] = base + Tag.SINGLE
        return
    labels[first] = base + Tag.BEGIN
    labels[first + 1 : last] = base + Tag.INSIDE
    labels[last] = base + Tag.END


def mention_labels(
    tokens: Tokens, names: list[tuple[Span, tuple[str, ...]]], unknown: Sequence[Span] = ()
) -> npt.NDArray[np.bool_]:
    """Allowed mention labels for each unit.

    Args:
        names: code-point spans with the types they may have.
        unknown: code-point spans where anything is allowed.
    """
    width = 1 + 2 * len(MENTION_TYPES)
    allowed = np.zeros((tokens.units, width), bool)
    allowed[:, 0] = True
    for span, kinds in names:
        units = np.flatnonzero(units_of(tokens, (span,)))
        if not len(units):
            continue
        allowed[units] = False
        for kind in kinds:
            base = 1 + 2 * MENTION_TYPES.index(kind)
            allowed[units[0], base] = True
            allowed[units[1:], base + 1] = True
    for span in unknown:
        allowed[np.flatnonzero(units_of(tokens, (span,)))] = True
    return allowed
