"""Drafts of blocks, and laying them out as the text of a document with exact spans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.intake.captions import find_credit
from onrecord.intake.clean import one_line, rows
from onrecord.types import Block, BlockKind, Metadata, Span

SEPARATOR = "\n\n"
"""What stands between two blocks."""

_KEEPS_LINES = frozenset({BlockKind.LIST, BlockKind.TABLE})


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before it has a place.

    Attributes:
        page: number of the page it starts on, from 1, for paged documents.
        credit: the words of the credit in a caption, where the format marks them.
    """

    kind: BlockKind
    text: str
    page: int | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a format gives: drafts in reading order, and what the page says of itself."""

    drafts: tuple[Draft, ...]
    metadata: Metadata


def lay_out(drafts: Iterable[Draft]) -> tuple[str, tuple[Block, ...]]:
    """Join drafts to one text; clean each, leave out those with nothing visible, and find credits in captions."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for draft in drafts:
        words = rows(draft.text) if draft.kind in _KEEPS_LINES else one_line(draft.text)
        if not words:
            continue
        if parts:
            at += len(SEPARATOR)
        credit = _credit(draft, words)
        moved = Span(at + credit.start, at + credit.end) if credit else None
        blocks.append(Block(draft.kind, Span(at, at + len(words)), draft.page, moved))
        parts.append(words)
        at += len(words)
    return SEPARATOR.join(parts), tuple(blocks)


def _credit(draft: Draft, words: str) -> Span | None:
    """The credit of a caption: as the format marks it, else as its words show it."""
    if draft.kind is not BlockKind.CAPTION:
        return None
    marked = one_line(draft.credit or "").strip("()[] ")
    at = words.rfind(marked) if marked else -1
    return Span(at, at + len(marked)) if at >= 0 else find_credit(words)
