"""Attributions while a document is being read: spans and raw scores, parents by place in a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.reading.edges import Blocks, spans, without_dateline
from onrecord.reading.finding import Found, find
from onrecord.reading.layers import Layered, layered
from onrecord.reading.model import ReaderModel
from onrecord.reading.passages import Passage
from onrecord.reading.tokens import Tokens
from onrecord.types import Span, cover

DEEPEST = 3
"""Nesting deeper than four sources occurs in no corpus we know of, and re-reading has to end."""
SHORTEST = 4
"""A content of fewer words can hold no source, cue and content of its own."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution before it is numbered.

    Attributes:
        parent: place of the attribution in whose content this one stands, in the list it came with.
        evidence: see :func:`onrecord.reading.finding.evidence`.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    evidence: tuple[float, ...]
    depth: int
    parent: int | None


@dataclass(frozen=True, slots=True)
class PassageReading:
    """What is found in one passage: attributions, what else is known of its words, and where a cue was likely."""

    drafts: list[Draft]
    layered: Layered | None
    tokens: Tokens
    blocks: Blocks
    cue_odds: np.ndarray[tuple[int], np.dtype[np.float32]]


def read_passage(model: ReaderModel, text: str, passage: Passage) -> PassageReading:
    """Find the attributions of a passage, then read every content again for those inside it."""
    blocks = Blocks(passage.blocks)
    tokens = model.wordpieces(text, [(line.start, line.end) for line in passage.lines])
    findings = find(model, tokens, layers=True)
    drafts = _drafts(text, tokens, blocks, findings.attributions, None, 0)
    at = 0
    while at < len(drafts):  # grows while it is walked: what is found inside is read again in its turn
        draft = drafts[at]
        if draft.depth < DEEPEST and _worth_reading(model, text, draft.content):
            inner = model.wordpieces(text, [(span.start, span.end) for span in draft.content])
            drafts += _drafts(text, inner, blocks, find(model, inner, inner=True).attributions, at, draft.depth + 1)
        at += 1
    known = layered(model, text, tokens, passage.lines, findings)
    return PassageReading(drafts, known, tokens, blocks, findings.cue_odds)


def _drafts(
    text: str, tokens: Tokens, blocks: Blocks, found: Sequence[Found], parent: int | None, depth: int
) -> list[Draft]:
    drafts = []
    for item in found:
        cue = spans(text, tokens, blocks, [item.cue])[:1]
        content = spans(text, tokens, blocks, item.content)
        source = _one_block(spans(text, tokens, blocks, item.source), blocks, cue[0])
        source = [without_dateline(text, span, blocks.at(span.start)) for span in source]
        if content:
            drafts.append(
                Draft(
                    tuple(source), tuple(cue), tuple(content), item.evidence, depth, parent
                )
            )
    return drafts


def _one_block(source: list[Span], blocks: Blocks, cue: Span) -> list[Span]:
    """A source stands in one block: the cue's own, else the nearest before it."""
    if not source:
        return source
    homes = {id(blocks.at(span.start)): blocks.at(span.start) for span in source}
    if len(homes) == 1:
        return source
    home = min(homes.values(), key=lambda block: (abs(block.span.start - blocks.at(cue.start).span.start)))
    return [span for span in source if blocks.at(span.start) is home]


def _worth_reading(model: ReaderModel, text: str, content: Sequence[Span]) -> bool:
    """Whether a content may hold an attribution: it has room, and a word that begins cues in training data."""
    words = [word.strip("“”\"'‘’.,;:!?()").lower() for span in content for word in span.of(text).split()]
    return len(words) >= SHORTEST and (not model.cue_words or any(word in model.cue_words for word in words))


def whole(draft: Draft) -> Span:
    """The stretch from the first to the last word of an attribution."""
    return cover((*draft.source, *draft.cue, *draft.content))
