"""Characters of a PDF page to runs of text with places: the raw material of layout."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

HYPHEN = "\u2010"
"""Stands for a hyphen at the end of a line until the words around it are joined."""

GAP = 1.8
"""The white space, in ems, that parts cells or columns; justified lines stretch a space to one em at most."""

_PDFIUM_HYPHENS = frozenset("\ufffe\x02\u00ad")
_BOLD_WEIGHT = 600
_BOLD_FLAG = 1 << 18
# A rise or fall of the baseline by more than this part of the size starts a new run: superscripts rise by a third.
_SAME_BASELINE = 0.15
_UPRIGHT = 0.2
_NAME_LENGTH = 128


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that follow one another on one baseline, with no wide gap; y grows upward, in points.

    Attributes:
        size: font size in points, most common in the run.
        hyphen: whether it ends in a hyphen at the end of a line.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool

    @property
    def hyphen(self) -> bool:
        return self.text.endswith(HYPHEN)


@dataclass(frozen=True, slots=True)
class _Character:
    letter: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool


def runs(textpage: object) -> list[Run]:
    """The runs of a page in the order in which the file draws them; turned text (stamps at the margin) is left out."""
    found: list[Run] = []
    now: list[_Character] = []
    for character in _characters(textpage):
        if character is None or (now and _parts(now, character)):
            _close(now, found)
        if character is not None:
            now.append(character)
    _close(now, found)
    return found


def _characters(textpage: object) -> Iterator[_Character | None]:
    """Characters with places; ``None`` at the ends of lines."""
    fonts: dict[int, bool] = {}
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    space = False
    for i in range(pdfium.FPDFText_CountChars(textpage)):
        code = pdfium.FPDFText_GetUnicode(textpage, i)
        letter = chr(code) if 0 < code < 0x110000 else ""
        if letter in {"\r", "\n"}:
            space = False
            yield None
            continue
        if not letter:
            continue
        if letter.isspace():
            space = True
            continue
        if abs(pdfium.FPDFText_GetCharAngle(textpage, i)) > _UPRIGHT:
            continue
        hyphen = letter in _PDFIUM_HYPHENS
        if not pdfium.FPDFText_GetLooseCharBox(textpage, i, box) or not pdfium.FPDFText_GetCharOrigin(
            textpage, i, x, y
        ):
            continue
        size = _size(textpage, i, box)
        bold = _is_bold(textpage, i, fonts)
        yield _Character(
            (" " if space else "") + (HYPHEN if hyphen else letter), box.left, box.right, y.value, size, bold
        )
        space = False
        if hyphen:
            yield None


def _size(textpage: object, i: int, box: object) -> float:
    """The size as drawn: the font's nominal size is often 1 with all scaling in the matrix, so the box decides then."""
    nominal = float(pdfium.FPDFText_GetFontSize(textpage, i))
    height = float(box.top - box.bottom)  # type: ignore[attr-defined]
    if nominal > 0 and 0.5 < height / nominal < 2.5:
        return round(nominal, 1)
    return round(height, 1) if height > 0 else max(nominal, 1.0)


def _is_bold(textpage: object, i: int, fonts: dict[int, bool]) -> bool:
    weight = int(pdfium.FPDFText_GetFontWeight(textpage, i))
    if weight >= _BOLD_WEIGHT:
        return True
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(_NAME_LENGTH)
    length = pdfium.FPDFText_GetFontInfo(textpage, i, name, _NAME_LENGTH, flags)
    if not length:
        return False
    key = hash((name.raw[: min(length, _NAME_LENGTH)], flags.value))
    if key not in fonts:
        words = name.value.lower()
        fonts[key] = bool(flags.value & _BOLD_FLAG) or b"bold" in words or b"black" in words or b"heavy" in words
    return fonts[key]


def _parts(now: list[_Character], character: _Character) -> bool:
    """Whether a character begins a new run: another baseline, a jump back, or a wide gap."""
    last = now[-1]
    size = max(last.size, character.size, 1.0)
    if abs(character.y - last.y) > _SAME_BASELINE * size or character.x0 < last.x0 - 0.5 * size:
        return True
    if character.x0 - last.x1 > GAP * size:
        return True
    return min(last.size, character.size) < 0.8 * size


def _close(now: list[_Character], found: list[Run]) -> None:
    text = "".join(character.letter for character in now).strip()
    if text:
        size = Counter(character.size for character in now).most_common(1)[0][0]
        bold = sum(character.bold for character in now) > len(now) / 2
        baseline = Counter(round(character.y, 1) for character in now).most_common(1)[0][0]
        found.append(Run(text, now[0].x0, max(c.x1 for c in now), baseline, size, bold))
    now.clear()
