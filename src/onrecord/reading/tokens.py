"""Word pieces of a text with what the uncased vocabulary does not see: case, line starts, quotation marks.

The encoder reads word pieces. Everything it decides, it decides for *units*: runs of word pieces that are
one word with at least one letter or digit. Punctuation is seen by the encoder but is never labeled, so an
edge of a span cannot hang on a comma.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

Ints = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.uint8]

CLS, SEP, PAD = 101, 102, 0

_OPENING, _CLOSING, _STRAIGHT = "“„«", "”»", '"'
_QUOTE = re.compile(r"[“”„«»\"]|``|''")


class Case(IntEnum):
    """Spelling of a word piece, which an uncased vocabulary drops."""

    NONE = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    MIXED = 4
    DIGIT = 5
    PUNCTUATION = 6


class Line(IntEnum):
    """Where a word piece stands in its line."""

    INSIDE = 0
    FIRST = 1
    FIRST_AFTER_BLANK = 2


class Quote(IntEnum):
    """Whether a word piece stands inside double quotation marks."""

    OUTSIDE = 0
    INSIDE = 1
    UNCLOSED = 2
    """Inside marks that the paragraph opens and never closes: speech that goes on in the next one."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The word pieces of one text and the units they form.

    Arrays over pieces have length ``n``, arrays over units length ``u``; offsets count code points.
    """

    ids: Ints
    case: Bytes
    line: Bytes
    quote: Bytes
    unit_piece: Ints
    """``int32[u]``: the first piece of each unit."""
    unit_start: Ints
    unit_end: Ints

    @property
    def pieces(self) -> int:
        return len(self.ids)

    @property
    def units(self) -> int:
        return len(self.unit_piece)


class Wordpieces:
    """The encoder's tokenizer: BERT's uncased word pieces with exact offsets."""

    def __init__(self, file: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(file))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def first_pieces(self, words: Sequence[str]) -> list[int]:
        """The place in the vocabulary of the first piece of each word."""
        return [self._tokenizer.encode(word, add_special_tokens=False).ids[0] for word in words]

    def __call__(self, text: str, lines: Sequence[tuple[int, int]] | None = None) -> Tokens:
        """Split a text line by line.

        Args:
            lines: code-point bounds of the lines to read, in order; all of the text's own lines when not given.
        """
        if lines is None:
            lines = lines_of(text)
        encodings = self._tokenizer.encode_batch([text[start:end] for start, end in lines], add_special_tokens=False)
        ids: list[int] = []
        case: list[int] = []
        line: list[int] = []
        quote: list[int] = []
        unit_piece: list[int] = []
        unit_start: list[int] = []
        unit_end: list[int] = []
        line_before = -1
        for (start, end), encoding in zip(lines, encodings, strict=True):
            if not encoding.ids:
                continue
            after_blank = line_before < 0 or text.count("\n", line_before, start) > 1
            quoted = quote_states(text[start:end])
            first = len(ids)
            previous_end = -1
            open_unit = False
            for piece, token, (begin, high) in zip(encoding.ids, encoding.tokens, encoding.offsets, strict=True):
                surface = text[start + begin : start + high]
                # Two pieces may come of one code point that the normalizer decomposes; they do not share it.
                low = min(max(begin, previous_end), high)
                if not (token.startswith("##") and open_unit):
                    open_unit = any(character.isalnum() for character in surface)
                    if open_unit:
                        unit_piece.append(len(ids))
                        unit_start.append(start + low)
                        unit_end.append(start + high)
                else:
                    unit_end[-1] = max(unit_end[-1], start + high)
                ids.append(piece)
                case.append(_case(surface))
                line.append(Line.INSIDE)
                quote.append(quoted[low] if low < len(quoted) else Quote.OUTSIDE)
                previous_end = high
            line[first] = Line.FIRST_AFTER_BLANK if after_blank else Line.FIRST
            line_before = end
        return Tokens(
            ids=np.asarray(ids, np.int32),
            case=np.asarray(case, np.uint8),
            line=np.asarray(line, np.uint8),
            quote=np.asarray(quote, np.uint8),
            unit_piece=np.asarray(unit_piece, np.int32),
            unit_start=np.asarray(unit_start, np.int32),
            unit_end=np.asarray(unit_end, np.int32),
        )


def quote_states(paragraph: str) -> Sequence[int]:
    """The :class:`Quote` state of every code point of one paragraph; the marks themselves are inside."""
    states = bytearray(len(paragraph))
    opened: int | None = None
    for match in _QUOTE.finditer(paragraph):
        mark = match.group()
        if opened is None:
            if mark not in _CLOSING and mark != "''":
                opened = match.start()
        elif mark not in _OPENING and mark != "``":
            states[opened : match.end()] = bytes([Quote.INSIDE]) * (match.end() - opened)
            opened = None
    if opened is not None:
        states[opened:] = bytes([Quote.UNCLOSED]) * (len(paragraph) - opened)
    return states


def lines_of(text: str) -> list[tuple[int, int]]:
    """The bounds of a text's lines, without their ends."""
    bounds = []
    start = 0
    for match in re.finditer(r"\n", text):
        bounds.append((start, match.start()))
        start = match.end()
    bounds.append((start, len(text)))
    return bounds


def _case(surface: str) -> Case:
    if surface.islower():
        return Case.LOWER
    if surface.isupper():
        return Case.UPPER if len(surface) > 1 else Case.TITLE
    if surface.istitle():
        return Case.TITLE
    if any(character.isdigit() for character in surface):
        return Case.DIGIT
    if any(character.isalpha() for character in surface):
        return Case.MIXED
    return Case.PUNCTUATION
