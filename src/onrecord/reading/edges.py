"""From units to spans of the text: which marks at the edges belong to a source, a cue or a content.

Units are words; quotation marks, brackets, currency and per-cent signs and the dots of abbreviations at their
edges are added by rule. A span never crosses the boundary of a block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.reading.finding import Run
from onrecord.reading.tokens import Tokens
from onrecord.types import Block, Span

_OPENING, _CLOSING = "“‘„«([\"'", "”’“»)]\"'"
_PAIRS = dict(zip("“‘„«([\"'", ["”", "’", "”“", "»", ")", "]", '"', "'"], strict=True))
_LEFT_SIGNS = "$£€¥₹#@§-−+~"
_RIGHT_SIGNS = "%°"
_DATELINE = re.compile(
    r"[A-Z][A-Z.’'-]{1,30}(?:[ ,/]{1,3}[A-Z][A-Za-z.’'-]{1,30}){0,4}(?:,? \w{3,9}\.? \d{1,2})?"
    r"\s{0,3}(?:\([^()\n]{2,40}\))?\s{0,3}(?:-{1,4}|[–—])\s+"
)
"""Every part is of bounded length, so that a row of dashes or blanks costs no more than a dateline."""
_FAR = 20_000
"""Code points within which a quotation that is closed at all is closed."""
_ENDINGS = re.compile(r"[.,!?…;:]{0,3}")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Za-z]|\.[A-Za-z]|\b(?:Jr|Sr|Inc|Co|Corp|Ltd|Bros|St|Mr|Ms|Mrs|Dr|Ph\.D|No|Rep|Sen|Gov|Gen))$"
)


class Blocks:
    """Blocks of a passage by position."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._starts = [block.span.start for block in blocks]

    def at(self, position: int) -> Block:
        """The block that holds a code point."""
        return self._blocks[bisect_right(self._starts, position) - 1]


def spans(text: str, tokens: Tokens, blocks: Blocks, runs: Sequence[Run]) -> list[Span]:
    """The spans of unit runs, cut at block boundaries, with the marks at their edges."""
    found: list[Span] = []
    for first, last in runs:
        unit = first
        while unit <= last:
            block = blocks.at(int(tokens.unit_start[unit])).span
            end = unit
            while end < last and tokens.unit_start[end + 1] < block.end:
                end += 1
            found.append(_widened(text, int(tokens.unit_start[unit]), int(tokens.unit_end[end]), block))
            unit = end + 1
    return _joined(text, found, blocks)


def without_dateline(text: str, span: Span, block: Block) -> Span:
    """A span at the beginning of a block without the dateline before it: "BRUSSELS (Agency) - European leaders"."""
    if span.start > block.span.start:
        return span
    line = _DATELINE.match(text, span.start, span.end)
    return Span(line.end(), span.end) if line and line.end() < span.end else span


def _widened(text: str, start: int, end: int, block: Span) -> Span:
    """Take in marks that belong to the words: an opening one whose closing one is inside or next, and signs."""
    while start > block.start and text[start - 1] in _LEFT_SIGNS and not _space_before_sign(text, start, block):
        start -= 1
    while end < block.end and text[end] in _RIGHT_SIGNS:
        end += 1
    grown = True
    while grown:
        grown = False
        after = _ENDINGS.match(text, end, block.end)
        stop = after.end() if after else end
        if start > block.start and text[start - 1] in _PAIRS:
            closing = _PAIRS[text[start - 1]]
            if stop < block.end and text[stop] in closing:
                start, end, grown = start - 1, stop + 1, True
            elif _closed_inside(text, start, end, text[start - 1]) or _left_open(text, start, block):
                start, grown = start - 1, True
        elif stop < block.end and text[stop] in "”»\"" and _opened_inside(text, start, end, text[stop]):
            end, grown = stop + 1, True
        elif end < block.end and text[end] in ")]" and _opened_inside(text, start, end, text[end]):
            end, grown = end + 1, True
        elif _abbreviation_closes(text, start, end, block):
            end, grown = end + 2, True
    if end < block.end and _belongs(text, start, end, block):
        end += 1
    return Span(start, end)


def _abbreviation_closes(text: str, start: int, end: int, block: Span) -> bool:
    """Whether an abbreviation's dot and a bracket opened in the span follow it: "(D-Wis.)"."""
    follows = end + 2 <= block.end and text[end : end + 2] in (".)", ".]")
    return follows and _opened_inside(text, start, end, text[end + 1])


def _belongs(text: str, start: int, end: int, block: Span) -> bool:
    """Whether the mark after a span is part of its last word: an abbreviation's dot, or a question or a cry."""
    if text[end] == ".":
        return bool(_ABBREVIATION.search(text, start, end)) and end + 1 < block.end
    return text[end] in "?!" and text[end - 1] not in "”\""


def _space_before_sign(text: str, start: int, block: Span) -> bool:
    """A dash with a space after it, or one between words, is no sign."""
    if text[start - 1] in "-−+~":
        before = text[start - 2] if start - 2 >= block.start else " "
        return not (before.isspace() and text[start : start + 1].isdigit())
    return False


def _closed_inside(text: str, start: int, end: int, opening: str) -> bool:
    """Whether the mark before ``start`` is closed between ``start`` and ``end``."""
    if opening in "\"'":
        return text.count(opening, start, end) % 2 == 1
    closing = _PAIRS[opening]
    depth = 1
    for character in text[start:end]:
        if character in closing:
            depth -= 1
            if depth == 0:
                return True
        elif character == opening:
            depth += 1
    return False


def _opened_inside(text: str, start: int, end: int, closing: str) -> bool:
    """Whether the mark after ``end`` closes one that was opened between ``start`` and ``end``."""
    if closing == '"':
        return text.count('"', start, end) % 2 == 1
    opening = {"”": "“", "»": "«", ")": "(", "]": "["}[closing]
    return text.count(opening, start, end) > text.count(closing, start, end)


def _left_open(text: str, start: int, block: Span) -> bool:
    """An opening double mark that its paragraph never closes: speech that goes on in the next paragraph."""
    mark = text[start - 1]
    closing = {"“": "”", '"': '"'}.get(mark)
    return closing is not None and text.find(closing, start, min(block.end, start + _FAR)) < 0


def _joined(text: str, found: list[Span], blocks: Blocks) -> list[Span]:
    """Spans in order; those with nothing but marks and blanks between them, in one block, become one."""
    merged: list[Span] = []
    for span in sorted(found):
        if merged:
            last = merged[-1]
            between = text[last.end : span.start]
            same = blocks.at(last.start) is blocks.at(span.start)
            if span.start <= last.end or (same and not any(c.isalnum() for c in between) and len(between) < 8):
                merged[-1] = Span(last.start, max(last.end, span.end))
                continue
        merged.append(span)
    return merged
