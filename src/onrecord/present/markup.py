"""HTML from words that nobody vouches for: everything escaped, nothing that a browser would obey."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

# Bidi controls could show the text in another order than it has; other controls are invisible.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0\ud800-\udfff]")

_NO_CHARACTER = "\ufffd"


def words(text: str) -> str:
    """Document text as HTML whose text content is the same text.

    A control stands alone in a ``bdi`` that names it in sight: an override acts to the end of the ``bdi`` and no
    further. Only NUL and lone surrogates, which HTML cannot hold, become U+FFFD.
    """
    if not _CONTROLS.search(text):
        return html.escape(text)
    parts: list[str] = []
    end = 0
    for found in _CONTROLS.finditer(text):
        parts.append(html.escape(text[end : found.start()]))
        parts.append(_control(found[0]))
        end = found.end()
    parts.append(html.escape(text[end:]))
    return "".join(parts)


def _control(character: str) -> str:
    code = ord(character)
    held = character
    if code == 0 or 0xD800 <= code <= 0xDFFF:
        held = _NO_CHARACTER
    elif character == "\r":  # a bare one would be read as a line feed
        held = "&#13;"
    return f'<bdi class="control" data-code="U+{code:04X}">{held}</bdi>'


def line(text: str) -> str:
    """Words for a list or a label: as :func:`words`, with white space collapsed."""
    return words(" ".join(text.split()))


def plain(text: str) -> str:
    """Words for an attribute or a title, where no element can stand: controls become U+FFFD."""
    return html.escape(_CONTROLS.sub(_NO_CHARACTER, " ".join(text.split())))


def web_address(address: str | None) -> str | None:
    """The address, escaped for an attribute, if it is one of the web (http or https); else ``None``."""
    if address is None or _CONTROLS.search(address) or any(character.isspace() for character in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        return None
    return html.escape(address)
