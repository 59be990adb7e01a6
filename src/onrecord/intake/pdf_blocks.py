"""Lines of a PDF to drafts: paragraphs over lines, columns and pages; headings, footnotes, tables."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

from onrecord.intake.draft import Draft
from onrecord.intake.furniture import ends_sentence
from onrecord.intake.lines import CELL_SEPARATOR
from onrecord.intake.pdf_layout import Line, ends_in_hyphen
from onrecord.intake.pdf_lines import HYPHEN
from onrecord.types import BlockKind

Join = Callable[[str, str], str]

_NUMBERED = re.compile(r"^(?:\d{1,3}|[a-z]|[ivx]{1,5}|[A-Z])\.\s+\S|^\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)\s+\S")
_BULLET = re.compile(r"^[•‣◦▪●■·]\s*\S|^[–—-]\s+\S")
_LEADERS = re.compile(r"(?:\.\s?){5,}|…{2,}")
_FOOTNOTE = re.compile(r"^(?:\d{1,3}|[*†‡§]{1,2}|[¹²³⁴-⁹⁰]{1,3})\s*\S")
# A heading is set larger than the text by a point or more at usual sizes (11 to 12 or 13).
_LARGER = 1.08
_SMALLER = 0.92
_HEADING_LONGEST = 200
# Lines of one paragraph stand one leading apart; between paragraphs is at least a third of a line more.
_PARAGRAPH_GAP = 1.3
_INDENT = 0.9


@dataclass(slots=True)
class _Growing:
    """A block that may still grow."""

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Measures:
    """What is usual in a document: size of its text, and distance between lines in parts of the size."""

    size: float
    leading: float


def blocks_of(pages: Sequence[Sequence[Line]]) -> list[Draft]:
    """Drafts of all pages in reading order; footnotes come after the block that the end of their page stands in."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    measures = _measure(lines)
    join = hyphen_joiner(lines)
    title_size = _title_size(pages, measures)
    blocks: list[_Growing] = []
    notes: list[_Growing] = []
    for page in pages:
        body, footnotes = _split_footnotes(page, measures)
        for line in _tabled(body, measures):
            kind = _kind(line, measures, title_size)
            if blocks and _goes_on(blocks[-1], line, kind, measures):
                blocks[-1].lines.append(line)
                continue
            blocks += notes
            notes = []
            blocks.append(_Growing(kind, [line]))
        notes += _footnotes(footnotes)
    return [_draft(block, join) for block in blocks + notes]


def _measure(lines: Sequence[Line]) -> _Measures:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    size = sizes.most_common(1)[0][0]
    steps = [
        (a.y - b.y) / size
        for a, b in itertools.pairwise(lines)
        if a.page == b.page and a.region == b.region and a.size == b.size == size and 0.8 * size < a.y - b.y < 3 * size
    ]
    return _Measures(size, median(steps) if steps else 1.2)


def _title_size(pages: Sequence[Sequence[Line]], measures: _Measures) -> float | None:
    """The largest size on the first page that has text, where it is larger than the text."""
    first = next((page for page in pages if page), [])
    sizes = [line.size for line in first if sum(map(str.isalpha, line.text)) > 3]
    largest = max(sizes, default=0.0)
    return largest if largest >= _LARGER * measures.size else None


def _split_footnotes(page: Sequence[Line], measures: _Measures) -> tuple[list[Line], list[Line]]:
    """Part the footnotes: small lines at the foot of a column, from the first that starts with a number or mark."""
    size = _text_size(page, measures)
    notes: list[Line] = []
    for region in sorted({line.region for line in page}):
        small: list[Line] = []
        for line in reversed([line for line in page if line.region == region]):
            if line.size > _SMALLER * size or len(line.cells) > 1:
                break
            small.insert(0, line)
        start = next((i for i, line in enumerate(small) if line.raised or _FOOTNOTE.match(line.text)), len(small))
        notes += small[start:]
    return [line for line in page if line not in notes], notes


def _text_size(page: Sequence[Line], measures: _Measures) -> float:
    """The size of a page's text: the document's, or its own where (as in an annex) it is set in another."""
    usual = sum(abs(line.size - measures.size) < 0.3 and not line.bold for line in page)
    if usual >= 3 or not page:
        return measures.size
    return Counter(line.size for line in page).most_common(1)[0][0]


def _footnotes(lines: Sequence[Line]) -> list[_Growing]:
    notes: list[_Growing] = []
    numbered_by_raised = any(line.raised for line in lines)
    for line in lines:
        starts = line.raised if numbered_by_raised else bool(_FOOTNOTE.match(line.text))
        if starts or not notes:
            notes.append(_Growing(BlockKind.FOOTNOTE, [line]))
        else:
            notes[-1].lines.append(line)
    return notes


def _tabled(lines: Sequence[Line], measures: _Measures) -> list[Line]:
    """Lines in which cells of rows that stand alone are joined: one row is a stretched line and no table."""
    result: list[Line] = []
    for i, line in enumerate(lines):
        beside = [
            other for other in (lines[i - 1] if i else None, lines[i + 1] if i + 1 < len(lines) else None) if other
        ]
        in_table = len(line.cells) > 1 and any(
            len(other.cells) > 1 and abs(other.y - line.y) < 4 * measures.leading * measures.size for other in beside
        )
        result.append(line if in_table or len(line.cells) == 1 else _one_cell(line))
    return result


def _one_cell(line: Line) -> Line:
    return Line(
        (line.text,), line.x0, line.x1, line.y, line.size, line.bold, line.page, line.column, line.region, line.raised
    )


def _kind(line: Line, measures: _Measures, title_size: float | None) -> BlockKind:
    text = line.text
    if _LEADERS.search(text):
        return BlockKind.FURNITURE
    if len(line.cells) > 1:
        return BlockKind.TABLE
    if title_size is not None and line.page == 1 and line.size == title_size:
        return BlockKind.HEADLINE
    larger = line.size >= _LARGER * measures.size
    if (larger or line.bold) and len(text) <= _HEADING_LONGEST and not ends_sentence(text):
        return BlockKind.SUBHEADING
    return BlockKind.LIST if _BULLET.match(text) else BlockKind.PARAGRAPH


def _goes_on(block: _Growing, line: Line, kind: BlockKind, measures: _Measures) -> bool:
    """Whether a line belongs to the block before it."""
    last = block.lines[-1]
    if block.kind in {BlockKind.TABLE, BlockKind.FURNITURE}:
        return kind is block.kind and last.page == line.page
    if kind is BlockKind.LIST:
        return block.kind is BlockKind.LIST and last.page == line.page
    near = last.page == line.page and last.region == line.region
    gap = (last.y - line.y) / max(last.size, line.size) if near else 0.0
    if block.kind in {BlockKind.HEADLINE, BlockKind.SUBHEADING}:
        return (
            kind is block.kind
            and near
            and abs(last.size - line.size) < 0.6
            and gap <= _PARAGRAPH_GAP * measures.leading
            and not _NUMBERED.match(line.text)
        )
    if kind not in {BlockKind.PARAGRAPH, BlockKind.SUBHEADING} or abs(last.size - line.size) > 0.6:
        return False
    if kind is BlockKind.SUBHEADING and not (near and last.bold == line.bold and not ends_sentence(last.text)):
        return False
    if near:
        return _goes_on_below(block, line, gap, measures)
    return _goes_on_over(last, line)


def _goes_on_below(block: _Growing, line: Line, gap: float, measures: _Measures) -> bool:
    """Whether a line in the same column goes on with the paragraph above it."""
    last = block.lines[-1]
    if gap > _PARAGRAPH_GAP * measures.leading or gap < 0:
        return False
    em = line.size
    if ends_in_hyphen(last.text):
        return True
    done = ends_sentence(last.text)
    if done and (_NUMBERED.match(line.text) or line.x0 > last.x0 + _INDENT * em):
        return False
    width = line.column[1] - line.column[0]
    if not done and max(last.x1 - last.x0, line.x1 - line.x0) < 0.5 * width and not line.text[:1].islower():
        return False  # lines of an address, a letterhead or a title page
    short = last.x1 < line.column[1] - 4 * em
    if short and (done or not line.text[:1].islower()):
        # A line that leaves room for the next word ends its paragraph, except in ragged text where it is nearly full.
        first_word = len(line.text.split(" ", 1)[0]) * 0.5 * em
        return last.x1 + first_word + 0.5 * em > line.column[1] - (0 if done else 2 * em)
    return True


def _goes_on_over(last: Line, line: Line) -> bool:
    """Whether a line at the top of the next column or page goes on with the paragraph before."""
    if ends_in_hyphen(last.text):
        return True
    if ends_sentence(last.text) or last.text.endswith(":") or _NUMBERED.match(line.text):
        return False
    if line.text[:1].islower() or last.text.endswith((",", ";")):
        return True
    return last.x1 > last.column[1] - 4 * last.size


def _draft(block: _Growing, join: Join) -> Draft:
    page = block.lines[0].page
    if block.kind is BlockKind.TABLE:
        return Draft(
            block.kind, "\n".join(CELL_SEPARATOR.join(line.cells) for line in block.lines).replace(HYPHEN, "-"), page
        )
    if block.kind is BlockKind.FURNITURE:
        return Draft(block.kind, " ".join(line.text for line in block.lines).replace(HYPHEN, "-"), page)
    text = ""
    for line in block.lines:
        item = block.kind is BlockKind.LIST and _BULLET.match(line.text)
        text = join(text, line.text) if text and not item else f"{text}\n{line.text}".strip()
    return Draft(block.kind, text.replace(HYPHEN, "-"), page)


def hyphen_joiner(lines: Sequence[Line]) -> Join:
    """A function that joins a line to the text before it and heals words broken at the line's end.

    Whether a hyphen is the word's own is told by the document: a word written elsewhere without it loses it, one
    written elsewhere with it keeps it; otherwise it stays before a capital or a digit and goes before a small letter.
    """
    words = {word.lower() for line in lines for word in re.findall(r"\w+(?:-\w+)*(?!\w*[\x02\u2010-])", line.text)}

    def join(before: str, after: str) -> str:
        if not ends_in_hyphen(before):
            return f"{before} {after}"
        left = re.search(r"([\w-]*\w)[\x02\u2010\u2011-]$", before)
        right = re.match(r"\w+(?:-\w+)*", after)
        if not left or not right:
            return before[:-1] + "-" + after
        whole, parted = f"{left[1]}{right[0]}".lower(), f"{left[1]}-{right[0]}".lower()
        own = parted in words or (whole not in words and not after[:1].islower()) or left[1][-1].isdigit()
        return before[:-1] + ("-" if own else "") + after

    return join
