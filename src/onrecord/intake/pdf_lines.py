"""Characters of a PDF page to runs of text with places: the raw material of layout."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

HYPHEN = "\x02"
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
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    font = _Font(textpage)
    space = fresh = True
    baseline = 0.0
    for i in range(pdfium.FPDFText_CountChars(textpage)):
        code = pdfium.FPDFText_GetUnicode(textpage, i)
        letter = chr(code) if 0 < code < 0x110000 else ""
        if letter in {"\r", "\n"}:
            space, fresh = False, True
            yield None
            continue
        if not letter or letter.isspace():
            space = space or bool(letter)
            continue
        if not pdfium.FPDFText_GetLooseCharBox(textpage, i, box):
            continue
        if not pdfium.FPDFText_GetCharOrigin(textpage, i, x, y):
            continue
        # Asking for the font takes most of the time, and it changes only between words or off the baseline.
        if space or fresh or y.value != baseline:
            font.ask(i, box.top - box.bottom)
            baseline, fresh = y.value, False
        if font.turned:
            continue
        hyphen = letter in _PDFIUM_HYPHENS
        words = (" " if space else "") + (HYPHEN if hyphen else letter)
        yield _Character(words, box.left, box.right, y.value, font.size, font.bold)
        space = False
        if hyphen:
            fresh = True
            yield None


class _Font:
    """Size, weight and direction of the character that was asked about last."""

    __slots__ = ("_flags", "_name", "_textpage", "bold", "size", "turned")

    def __init__(self, textpage: object) -> None:
        self._textpage = textpage
        self._name = ctypes.create_string_buffer(_NAME_LENGTH)
        self._flags = ctypes.c_int()
        self.size = 0.0
        self.bold = False
        self.turned = False

    def ask(self, i: int, height: float) -> None:
        """Learn about the character at ``i``, whose box is ``height`` points high."""
        self.size = self._size(i, height)
        self.bold = self._bold(i)
        self.turned = abs(pdfium.FPDFText_GetCharAngle(self._textpage, i)) > _UPRIGHT

    def _size(self, i: int, height: float) -> float:
        """The size as drawn: the font's own is often 1 with all scaling in the matrix, so the box decides then."""
        nominal = float(pdfium.FPDFText_GetFontSize(self._textpage, i))
        if nominal > 0 and 0.5 < height / nominal < 2.5:
            return round(nominal, 1)
        return round(height, 1) if height > 0 else max(nominal, 1.0)

    def _bold(self, i: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(self._textpage, i) >= _BOLD_WEIGHT:
            return True
        if not pdfium.FPDFText_GetFontInfo(self._textpage, i, self._name, _NAME_LENGTH, self._flags):
            return False
        words = self._name.value.lower()
        return bool(self._flags.value & _BOLD_FLAG) or any(weight in words for weight in (b"bold", b"black", b"heavy"))


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
