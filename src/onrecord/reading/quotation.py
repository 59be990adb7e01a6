"""Quotation: which words of a text stand in quotation marks, and how much of a content does.

Marks are paired block by block. Double marks, straight or curly, and guillemets always count; single marks only where
a pair of them stands around words, so that apostrophes do not. A quotation that a block opens and does not close goes
on to the block's end, as it does where the next paragraph opens it again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.types import Block, BlockKind, Quotation, Span

_MARK = re.compile(r"``|''|[“”„«»‘’\"']")
_BLANK = re.compile(r"\n[ \t\u00a0]*\n\s*")
_CLOSERS = {
    "“": frozenset('”"'),
    "„": frozenset('“”"'),
    "«": frozenset("»"),
    '"': frozenset('"”“'),
    "”": frozenset('”"'),
    "``": frozenset({"''", '"'}),
    "''": frozenset({"''", '"'}),
}
_SINGLE = "‘’'"
# Words that begin with an apostrophe, not with a quotation: 'em, '90s.
_ELISION = re.compile(r"(?:em|til|tis|twas|twere|cause|n|bout|nuff|er|im|\d{2}s?)(?!\w)", re.IGNORECASE)
# A single quotation longer than this is a mark taken for its opening by mistake.
_LONGEST_SINGLE = 3000
# So many possessive plurals are looked past in search of its end.
_POSSESSIVES = 8
# Up to this part of the letters may stand outside the marks: a model's span is cut a word too early or too late.
_STRAY = 0.05
_CONNECTIVES = frozenset({
    "although", "and", "as", "because", "but", "for", "how", "if", "like", "of", "or", "since", "so", "than",
    "that", "when", "whether", "which", "while",
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")

_UNITS = frozenset({BlockKind.CREDIT, BlockKind.FURNITURE})
"""Blocks in which nobody is quoted."""


class Quotations:
    """What stands in quotation marks in one document.

    A block quotation is quoted as a whole. Without any blocks, the paragraphs between blank lines are used.

    Attributes:
        spans: the quotations without their marks, in text order; those inside others are not listed.
    """

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._text = text
        self.spans: list[Span] = []
        for block in blocks or (Block(BlockKind.PARAGRAPH, Span(0, max(1, len(text)))),):
            if block.kind is BlockKind.QUOTE:
                self.spans.append(block.span)
            elif block.kind not in _UNITS:
                for start, end in _paragraphs(text, block.span):
                    self.spans += _pairs(text, start, end)
        self._starts = [span.start for span in self.spans]

    def of(self, content: Sequence[Span]) -> Quotation:
        """How much of a content, its spans in any order, stands in quotation marks.

        Direct is all of it but a leading connective ("that") and stray cut edges; indirect is none; mixed is some.
        """
        inside = outside = 0
        leading = True
        for span in sorted(content):
            for word in _WORD.finditer(self._text, span.start, min(span.end, len(self._text))):
                number = bisect_right(self._starts, word.start()) - 1
                if number >= 0 and word.end() <= self.spans[number].end:
                    inside += len(word.group())
                    leading = False
                elif not leading or word.group().lower() not in _CONNECTIVES:
                    outside += len(word.group())
                    leading = False
        if not inside:
            return Quotation.INDIRECT
        return Quotation.DIRECT if outside <= _STRAY * (inside + outside) else Quotation.MIXED


def _paragraphs(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start, end = span.start, min(span.end, len(text))
    for gap in _BLANK.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end


def _pairs(text: str, start: int, end: int) -> list[Span]:
    """The quotations of one paragraph."""
    marks = [(match.start(), match.group()) for match in _MARK.finditer(text, start, end)]
    close, opening = _next_singles(text, marks, start, end)
    found: list[Span] = []
    number = 0
    while number < len(marks):
        at, mark = marks[number]
        if mark in _SINGLE:
            last = _single_end(text, marks, number, close, opening) if _opens_single(text, at, start, end) else None
        else:
            last = _double_end(text, marks, number, end) if _opens(text, at, mark, start, end) else None
        if last is not None:
            until = marks[last][0] if last < len(marks) else end
            found += _inner(text, at + len(mark), until)
            number = last
        number += 1
    return found


def _inner(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if start < end else []


def _opens(text: str, at: int, mark: str, start: int, end: int) -> bool:
    """Whether a double mark opens a quotation; only straight marks and misplaced ones leave a doubt."""
    if mark in ("“", "„", "«", "``"):
        return True
    after = at + len(mark)
    stands_before = after < end and not text[after].isspace() and text[after] not in ",;)]"
    return mark != "»" and stands_before and (at == start or not text[at - 1].isalnum())


def _double_end(text: str, marks: list[tuple[int, str]], number: int, end: int) -> int:
    """The number of the mark that closes a double one; the count of marks where none does."""
    closers = _CLOSERS[marks[number][1]]
    for other in range(number + 1, len(marks)):
        at, mark = marks[other]
        if mark in closers and (mark not in ('"', "''") or not _looks_opening(text, at, at + len(mark), end)):
            return other
    return len(marks)


def _looks_opening(text: str, at: int, after: int, end: int) -> bool:
    return text[at - 1].isspace() and after < end and not text[after].isspace() and text[after] not in ",.;:!?)"


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    if at + 1 >= end or not (text[at + 1].isalnum() or text[at + 1] in '“"[(…£$€') or _ELISION.match(text, at + 1, end):
        return False
    return at == start or not (text[at - 1].isalnum() or text[at - 1] in ".!?”’")


def _closes_single(text: str, at: int, start: int, end: int) -> bool:
    if at <= start or text[at - 1].isspace() or text[at] == "‘":
        return False
    return at + 1 >= end or not text[at + 1].isalnum()


def _next_singles(text: str, marks: list[tuple[int, str]], start: int, end: int) -> tuple[list[int], list[int]]:
    """For every mark, the next single mark from it on that may close, and the next that may open."""
    close, opening = [len(marks)] * (len(marks) + 1), [len(marks)] * (len(marks) + 1)
    for number in range(len(marks) - 1, -1, -1):
        at, mark = marks[number]
        single = mark in _SINGLE
        close[number] = number if single and _closes_single(text, at, start, end) else close[number + 1]
        opening[number] = number if single and _opens_single(text, at, start, end) else opening[number + 1]
    return close, opening


def _single_end(
    text: str, marks: list[tuple[int, str]], number: int, close: list[int], opening: list[int]
) -> int | None:
    """The mark that closes a single one: a possessive plural ("the workers’ union") does not, if another can."""
    last = close[number + 1]
    if last >= len(marks):
        return None
    for _ in range(_POSSESSIVES):
        if not _possessive(text, marks[last][0]):
            break
        later = close[last + 1]
        if later >= len(marks) or opening[last + 1] < later:
            break
        last = later
    begin, until = marks[number][0], marks[last][0]
    if until - begin > _LONGEST_SINGLE:
        return None
    words = text[begin:until]
    whole = words.count("“") == words.count("”") and words.count('"') % 2 == 0
    return last if whole else None


def _possessive(text: str, at: int) -> bool:
    return text[at - 1] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()
