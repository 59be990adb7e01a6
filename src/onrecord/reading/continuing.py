"""Quotations that run on: a paragraph opened with a mark and not closed goes on in the next one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.drafts import Draft
from onrecord.reading.tokens import Quote, quote_states
from onrecord.types import Block, Span

_OPENING = "“„«\""


def continued(text: str, blocks: Sequence[Block], drafts: Sequence[Draft]) -> list[Draft]:
    """Outermost attributions with the quotation's later paragraphs added to their contents.

    By typographic custom a quotation over several paragraphs is closed only at its end and opened again at the
    start of each. A paragraph that holds a cue of its own is left alone.
    """
    starts = [block.span.start for block in blocks]
    outermost = [draft for draft in drafts if draft.depth == 0]
    busy = {_block(starts, span.start) for draft in outermost for span in (*draft.cue, *draft.content)}
    result = []
    for draft in drafts:
        if draft.depth == 0:
            last = draft.content[-1]
            more = _following(text, blocks, _block(starts, last.start), last, busy)
            if more:
                draft = replace(draft, content=(*draft.content, *more))  # noqa: PLW2901 - the list is rebuilt
        result.append(draft)
    return result


def _following(text: str, blocks: Sequence[Block], number: int, last: Span, busy: set[int]) -> list[Span]:
    more: list[Span] = []
    while _runs_on(text, blocks[number].span, last) and number + 1 < len(blocks) and number + 1 not in busy:
        number += 1
        span = blocks[number].span
        if text[span.start] not in _OPENING:
            break
        last = Span(span.start, span.start + _quoted_length(text, span))
        more.append(last)
    return more


def _runs_on(text: str, block: Span, last: Span) -> bool:
    """Whether a content reaches the end of its block inside a quotation that the block does not close."""
    if any(character.isalnum() for character in text[last.end : block.end]):
        return False
    return quote_states(block.of(text))[last.end - 1 - block.start] == Quote.UNCLOSED


def _quoted_length(text: str, block: Span) -> int:
    """How far the quotation that opens a block reaches."""
    states = quote_states(block.of(text))
    return next((at for at, state in enumerate(states) if state == Quote.OUTSIDE), len(states))


def _block(starts: Sequence[int], position: int) -> int:
    """Number of the block that holds a code point."""
    return bisect_right(starts, position) - 1
