"""Which attribution stands inside which: one tree for what the first pass and the re-reading found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.drafts import Draft
from onrecord.types import Span


def settled(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with every cue once, each under the smallest content that holds its cue.

    Re-reading a content may find a cue that the first pass had found already; the first pass, which saw more, wins.
    """
    kept: list[Draft] = []
    for draft in drafts:
        if not any(draft.cue[0].overlaps(other.cue[0]) for other in kept):
            kept.append(draft)
    parents = [_parent(kept, number) for number in range(len(kept))]
    return [replace(draft, parent=parent) for draft, parent in zip(kept, parents, strict=True)]


def _parent(drafts: Sequence[Draft], number: int) -> int | None:
    cue = drafts[number].cue[0]
    around = [
        (sum(map(len, other.content)), place)
        for place, other in enumerate(drafts)
        if place != number and _holds(other.content, cue) and not _holds(drafts[number].content, other.cue[0])
    ]
    return min(around)[1] if around else None


def _holds(content: Sequence[Span], cue: Span) -> bool:
    return any(span.contains(cue) for span in content)
