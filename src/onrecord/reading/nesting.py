"""Which attribution stands inside which: one tree for what the first pass and the re-reading found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.drafts import Draft
from onrecord.types import Span


def settled(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with every cue once, each under the smallest content that holds its cue.

    Re-reading a content may find a cue that the first pass had found already; the first pass, which saw more, wins.
    """
    kept: list[Draft] = []
    cues: list[Span] = []
    for draft in drafts:
        cue = draft.cue[0]
        at = bisect_left(cues, cue)
        if not any(cue.overlaps(other) for other in cues[max(0, at - 1) : at + 1]):
            cues.insert(at, cue)
            kept.append(draft)
    parents = _parents(kept)
    return [replace(draft, parent=parent) for draft, parent in zip(kept, parents, strict=True)]


def _parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the place of the one whose content is the smallest that holds its cue; one walk over the text."""
    spans = sorted((span, place) for place, draft in enumerate(drafts) for span in draft.content)
    order = sorted(range(len(drafts)), key=lambda place: drafts[place].cue[0].start)
    parents: list[int | None] = [None] * len(drafts)
    around: list[tuple[Span, int]] = []
    at = 0
    for place in order:
        cue = drafts[place].cue[0]
        while at < len(spans) and spans[at][0].start <= cue.start:
            around.append(spans[at])
            at += 1
        around = [(span, other) for span, other in around if span.end > cue.start]
        fitting = [
            (sum(map(len, drafts[other].content)), other)
            for span, other in around
            if span.end >= cue.end and other != place and not _holds(drafts[place].content, drafts[other].cue[0])
        ]
        parents[place] = min(fitting)[1] if fitting else None
    return _without_circles(drafts, parents)


def _without_circles(drafts: Sequence[Draft], parents: list[int | None]) -> list[int | None]:
    """Contents cut into pieces may hold each other's cues in a circle; it is opened at the longest of them."""
    done: set[int] = set()
    for start in range(len(parents)):
        path: dict[int, None] = {}
        at: int | None = start
        while at is not None and at not in done and at not in path:
            path[at] = None
            at = parents[at]
        if at is not None and at in path:
            circle = list(path)[list(path).index(at) :]
            parents[max(circle, key=lambda place: (sum(map(len, drafts[place].content)), place))] = None
        done.update(path)
    return parents


def _holds(content: Sequence[Span], cue: Span) -> bool:
    return any(span.contains(cue) for span in content)
