"""Passages that go on reporting a source without saying so.

A document that an article is about is often reported for whole paragraphs with one "the report states". Sentences
in between are the author's voice, and implied to rest on the report; an unnamed source in between ("interlocutors
confirmed") speaks through the report. Both get it as context source, which is never shown as stated.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.types import Attribution, BlockKind, EntityId, MentionForm, Reading, SourceKind, Span

_THROUGH = frozenset(
    {SourceKind.AUTHOR, SourceKind.UNSPECIFIED, SourceKind.UNNAMED_GROUP, SourceKind.UNNAMED_PERSON}
)
_PASSIVE = re.compile(r"['’]?(?:s|is|was|are|were|has been|have been|had been)\b", re.IGNORECASE)
_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST})


def with_context(reading: Reading) -> Reading:
    """The reading with context sources.

    Two rules, both for documents as sources only, since what follows a person's words is as often the author's:
    in a paragraph, what follows the document's attribution, up to the next one of another source; and a whole
    paragraph without any other named source between two paragraphs that report the same document.
    """
    blocks = reading.document.blocks
    starts = [block.span.start for block in blocks]
    by_block: dict[int, list[Attribution]] = defaultdict(list)
    for attribution in reading.attributions:
        if attribution.parent is None:
            first = attribution.cue[0] if attribution.cue else attribution.content[0]
            by_block[bisect_right(starts, first.start) - 1].append(attribution)
    names = sorted(mention.span for mention in reading.mentions if mention.form is MentionForm.NAME)

    def speaks_through(attribution: Attribution) -> bool:
        return _speaks_through(reading, attribution, names)

    reported: dict[int, EntityId] = {}
    context: dict[str, EntityId] = {}
    for number, attributions in by_block.items():
        if blocks[number].kind not in _BODY:
            continue
        current: EntityId | None = None
        for attribution in sorted(attributions, key=lambda item: (item.cue or item.content)[0].start):
            if attribution.source_kind is SourceKind.DOCUMENT:
                current = attribution.source_entity
                if current is not None:
                    reported[number] = current
            elif speaks_through(attribution):
                if current is not None:
                    context[attribution.id] = current
            else:
                current = None
    body = [number for number in range(len(blocks)) if blocks[number].kind in _BODY]
    for before, middle, after in zip(body, body[1:], body[2:], strict=False):
        between = by_block.get(middle, [])
        sandwiched = before in reported and reported[before] == reported.get(after) and middle not in reported
        if sandwiched and all(speaks_through(item) for item in between):
            context |= {item.id: reported[before] for item in between}
    return replace(
        reading,
        attributions=tuple(
            replace(
                item,
                context_source=context[item.id],
                reasons=(*item.reasons, "the passage goes on reporting this document; implied, not stated"),
            )
            if item.id in context
            else item
            for item in reading.attributions
        ),
    )


def _speaks_through(reading: Reading, attribution: Attribution, names: Sequence[Span]) -> bool:
    """Whether an attribution may rest on the document around it.

    The author and nobody may, and interlocutors through whom something "is confirmed"; whoever is said to tell
    something told it to the paper, and spokespersons of somebody named speak for that body.
    """
    if attribution.source_kind not in _THROUGH:
        return False
    if attribution.source and not _PASSIVE.match(attribution.cue[0].of(reading.document.text)):
        return False
    return not any(
        span.contains(name) and name != span
        for span in attribution.source
        for name in names[bisect_left(names, span.start, key=_start) : bisect_left(names, span.end, key=_start)]
    )


def _start(span: Span) -> int:
    return span.start
