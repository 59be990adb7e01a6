"""Passages: the parts of a document that are read together, line by line.

The story is one passage: headline, subheadings, paragraphs, lists and quotes in text order. Every caption (without
its credit) and every footnote is a passage of its own, so that nothing is carried over into or out of it.
Furniture, bylines, credits and tables are nobody's words and are not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.types import Block, BlockKind, Document, Span

_STORY = frozenset(
    {BlockKind.HEADLINE, BlockKind.SUBHEADING, BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.QUOTE}
)
_ALONE = frozenset({BlockKind.CAPTION, BlockKind.FOOTNOTE})


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines to read together, and the blocks they lie in; ``lines`` are in text order and never cross a block."""

    blocks: tuple[Block, ...]
    lines: tuple[Span, ...]


def passages(document: Document) -> Iterator[Passage]:
    """The passages of a document: the story first, then captions and footnotes in text order."""
    story = tuple(block for block in document.blocks if block.kind in _STORY)
    if story:
        yield Passage(story, tuple(line for block in story for line in lines(document.text, block)))
    for block in document.blocks:
        if block.kind in _ALONE:
            found = tuple(lines(document.text, block))
            if found:
                yield Passage((block,), found)


def lines(text: str, block: Block) -> Iterator[Span]:
    """The lines of a block that hold anything, without a caption's credit."""
    parts = [block.span]
    if block.credit is not None:
        cuts = (block.span.start, block.credit.start, block.credit.end, block.span.end)
        parts = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if a < b]
    for part in parts:
        start = part.start
        for line in part.of(text).split("\n"):
            if line.strip():
                yield Span(start, start + len(line))
            start += len(line) + 1
