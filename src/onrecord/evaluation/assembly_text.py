"""The words of a cluster's documents, and where gold's words stand in them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from onrecord.types import Span

# Typographic marks and their plain forms are one and the same here; each is one code point, so places stay.
_PLAIN: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})
_WORD: Final = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")


def plain_text(file: Path) -> str:
    """The words of a document as a person sees them, without its head, scripts and styles.

    This is what gold is checked against. What intake makes of the file may leave out more; the test of the gold
    checks that it leaves out none of the words that are quoted.
    """
    text = file.read_text("utf-8")
    if file.suffix != ".html":
        return text
    page = _Page()
    page.feed(text)
    page.close()
    return page.text


class _Page(HTMLParser):
    """Collects visible text; every block begins a line."""

    _HIDDEN: Final = frozenset({"head", "script", "style"})
    _INLINE: Final = frozenset({"a", "em", "strong", "i", "b", "span", "time", "small"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._hidden = 0

    @property
    def text(self) -> str:
        lines = (" ".join(line.split()) for line in "".join(self._parts).split("\0"))
        return "\n".join(line for line in lines if line)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._hidden += tag in self._HIDDEN
        if tag not in self._INLINE:
            self._parts.append("\0")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in self._HIDDEN
        if tag not in self._INLINE:
            self._parts.append("\0")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._parts.append(data)


def place(words: str, number: int | None, text: str) -> Span:
    """Where ``words`` stand in ``text``, the ``number``-th time, counted from 1; never from or to inside a word.

    Raises:
        LookupError: they do not stand there so often, or more than once and ``number`` does not say which is meant.
    """
    plain = words.translate(_PLAIN)
    inside = (r"\b" if plain[0].isalnum() else "") + re.escape(plain) + (r"\b" if plain[-1].isalnum() else "")
    found = [Span(match.start(), match.end()) for match in re.finditer(inside, text.translate(_PLAIN))]
    if not found or not 1 <= (number or 1) <= len(found):
        raise LookupError(f"does not hold “{words}” {number or 1} times")
    if number is None and len(found) > 1:
        raise LookupError(f"holds “{words}” {len(found)} times, and n does not say which is meant")
    return found[(number or 1) - 1]


def compared(text: str) -> list[str]:
    """The words of a text as quotations are compared: without case and punctuation."""
    return _WORD.findall(text.translate(_PLAIN).lower())
