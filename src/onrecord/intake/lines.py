"""Lines of plain text to paragraphs: blank lines, one paragraph a line, and hard-wrapped text."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from onrecord.intake.clean import lines_normalized, one_line, visible
from onrecord.intake.furniture import ends_sentence, is_byline, is_furniture

CELL_SEPARATOR = " | "
"""What stands between two cells of a table row; a plain space would run two figures into one."""

_COLUMN_GAP = re.compile(r"\t+| {3,}")
_ITEM = re.compile(r"^(?:[-*•‣◦▪–—]\s+|\(?[a-z0-9]{1,3}[.)]\s+|\(?[ivx]{1,5}\)\s+|\[\d{1,3}\]\s)", re.IGNORECASE)
# Mail and plain-text reports are wrapped at 60 to 80 columns; 40 and 100 leave room on both sides.
_NARROWEST, _WIDEST = 40, 100
_FULL_LINES = 0.75
_MID_SENTENCE = 0.5


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph-like stretch of plain text; ``table`` where it is rows of cells."""

    text: str
    table: bool = False


def units(text: str) -> list[Unit]:
    """Divide plain text into units, in order."""
    groups = _groups(text)
    width = _wrap_width(groups)
    found: list[Unit] = []
    for group in groups:
        for part, is_table in _split_tables(group):
            if is_table:
                found.append(Unit("\n".join(_row(line) for line in part), table=True))
            else:
                found += [Unit(words) for words in _paragraphs(part, width)]
    return [unit for unit in found if unit.text]


def is_item(line: str) -> bool:
    """Whether a line starts as an item of a list or a numbered paragraph does."""
    return bool(_ITEM.match(line))


def _groups(text: str) -> list[list[str]]:
    """Runs of lines with something visible, between blank lines."""
    groups: list[list[str]] = [[]]
    for line in visible(lines_normalized(text)).split("\n"):
        if line.strip():
            groups[-1].append(line.rstrip())
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _split_tables(group: list[str]) -> list[tuple[list[str], bool]]:
    """Runs of at least two lines with column gaps are tables; the rest is text."""
    runs: list[tuple[list[str], bool]] = []
    for line in group:
        gapped = bool(_COLUMN_GAP.search(line.strip()))
        if runs and runs[-1][1] == gapped:
            runs[-1][0].append(line)
        else:
            runs.append(([line], gapped))
    return [(lines, gapped and len(lines) > 1) for lines, gapped in runs]


def _row(line: str) -> str:
    return CELL_SEPARATOR.join(one_line(cell) for cell in _COLUMN_GAP.split(line.strip()) if cell.strip())


def _wrap_width(groups: list[list[str]]) -> int | None:
    """The column at which a text is wrapped, or ``None`` where its lines are paragraphs.

    Wrapped text is told by two things together: most lines are full (the first word of the next would not have fitted),
    and most full lines end in the middle of a sentence.
    """
    pairs = [(a, one_line(b)) for group in groups for a, b in itertools.pairwise(group)]
    pairs = [(a, b) for a, b in pairs if not is_furniture(one_line(a))]
    if len(pairs) < 2:
        return None
    lengths = sorted(len(a) for a, _ in pairs)
    width = lengths[min(len(lengths) - 1, int(0.95 * len(lengths)))]
    if not _NARROWEST <= width <= _WIDEST or lengths[-1] > _WIDEST + 20:
        return None
    full = [(a, b) for a, b in pairs if _is_full(a, b, width)]
    broken = sum(not ends_sentence(a) for a, _ in full)
    if len(full) < _FULL_LINES * len(pairs) or broken < _MID_SENTENCE * len(full):
        return None
    return width


def _is_full(line: str, following: str, width: int) -> bool:
    first = following.split(" ", 1)[0]
    return len(line) + 1 + len(first) > width - _slack(width)


def _slack(width: int) -> int:
    # Wrapping programs differ by a few columns within one text where tabs or wide characters stand.
    return max(2, width // 24)


def _paragraphs(lines: list[str], width: int | None) -> list[str]:
    if width is None:
        return [words for words in map(one_line, lines) if words]
    margin = min(map(_indent, lines))
    joined: list[str] = []
    previous: str | None = None
    for line in lines:
        words = one_line(line)
        indented = _indent(line) > margin + 1 and (previous is None or _indent(previous) <= margin + 1)
        if previous is not None and not indented and _goes_on(previous, words, width):
            joined[-1] = f"{joined[-1]}{_joint(joined[-1], words)}{words}"
        else:
            joined.append(words)
        previous = line
    return [words for words in joined if words]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _goes_on(previous: str, line: str, width: int) -> bool:
    words = one_line(previous)
    if is_furniture(words) or is_byline(words) or (is_item(line) and ends_sentence(words)):
        return False
    return _is_full(previous, line, width)


def _joint(before: str, after: str) -> str:
    """Nothing after a hyphen inside a word, so that "counter-" and "terrorism" stay one; else a space."""
    return "" if len(before) > 1 and before[-1] == "-" and before[-2].isalpha() and after[:1].islower() else " "
