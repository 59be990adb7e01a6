"""Cleaning: what is dropped from text and what is collapsed, before any span is counted.

Words are kept as they are written; there is no Unicode normalization, so that a quoted word keeps its code points.
"""

from __future__ import annotations

import re

_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters, except tab and the line ends
    "\u00ad"  # soft hyphen
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # zero width, direction marks, byte order mark
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"  # annotation anchors and noncharacters
    "\ud800-\udfff"  # lone surrogates
    "\U000e0000-\U000e007f"  # tags
    "]"
)
_LINE_END = re.compile("\r\n?|[\v\x85\u2028]")
_PARAGRAPH_END = re.compile("[\f\u2029]")
_SPACES = re.compile(r"\s+")
_SPACES_IN_LINE = re.compile(r"[^\S\n]+")


def visible(text: str) -> str:
    """Drop what cannot be seen: controls, zero-width characters, soft hyphens, byte order marks, surrogates."""
    return _INVISIBLE.sub("", text)


def lines_normalized(text: str) -> str:
    r"""Text with every kind of line end as ``\n`` and a form feed or paragraph separator as an empty line."""
    return _LINE_END.sub("\n", _PARAGRAPH_END.sub("\n\n", text))


def one_line(text: str) -> str:
    """Visible text with every run of white space as one space."""
    return _SPACES.sub(" ", visible(lines_normalized(text))).strip()


def rows(text: str) -> str:
    r"""Visible text that keeps single line ends (of list items and table rows) and drops empty lines."""
    lines = (_SPACES_IN_LINE.sub(" ", line).strip() for line in visible(lines_normalized(text)).split("\n"))
    return "\n".join(line for line in lines if line)
