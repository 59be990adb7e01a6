"""Sniffing: what kind of document some bytes are, by their content first and their name last."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath

from onrecord.errors import BadInput


class Format(Enum):
    """The formats that are read."""

    HTML = "HTML"
    PDF = "PDF"
    TEXT = "text"


_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, video or WebP file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a rich text file"),
    (b"%!PS", "a PostScript file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or video file"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
)
_UTF_16_32_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b\x1a"))
_HEAD = 4096
# One control byte in 50 is far above any text (a stray form feed or escape) and far below any compressed or
# compiled file (about one in nine when bytes are uniform).
_CONTROL_SHARE = 0.02

_OPENS_AS_HTML = re.compile(
    r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|html|head|body|title|meta|link|article|main"
    r"|section|div|p|h[1-6]|table|script|style|header|nav|span|ul|ol|blockquote|center|font|a)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(r"<(?:html|body|head|article|p|div|h1|br|span|table)\b[^<>]*>", re.IGNORECASE)
_FEED = re.compile(r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_OTHER_XML = re.compile(r"^\s*<\?xml[^>]*\?>|^\s*<(?:svg|urlset|sitemapindex)\b")
_JSON = re.compile(r"^\s*(?:\{\s*(?:\"[^\"\n]{0,200}\"\s*:|\}\s*$)|\[\s*\{\s*\")")


def refuse_binary(source: str, data: bytes) -> None:
    """Refuse bytes that are no text, HTML or PDF.

    Raises:
        BadInput: the bytes are an image, an archive, a program or mostly control characters.
    """
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise _unreadable(source, name)
    head = data[:_HEAD]
    if not head or head.startswith(_UTF_16_32_MARKS) or wide_encoding(head):
        return
    controls = len(head) - len(head.translate(None, _CONTROL))
    if controls > _CONTROL_SHARE * len(head):
        raise _unreadable(source, "not a text")


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF; its mark may stand anywhere in the first 1,024 bytes (ISO 32000-1, H.3.4.1)."""
    head = data[:1024]
    at = head.find(b"%PDF-")
    return at == 0 or (at > 0 and not head[:at].lstrip().startswith(b"<"))


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 without a byte order mark, told by where the zero bytes of Latin letters stand."""
    pairs = len(head) // 2
    if pairs < 4:
        return None
    even, odd = head[0 : pairs * 2 : 2].count(0), head[1 : pairs * 2 : 2].count(0)
    if odd > 0.7 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.7 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def text_format(source: str, text: str, media_type: str | None) -> Format:
    """Whether decoded text is HTML or plain text.

    Raises:
        BadInput: it is a feed, other XML, or JSON.
    """
    head = text[:_HEAD].lstrip("\ufeff")
    if _FEED.search(head):
        raise _unreadable(source, "a feed")
    if _OPENS_AS_HTML.search(head):
        return Format.HTML
    if _OTHER_XML.search(head):
        raise _unreadable(source, "an XML file, not a page")
    if _JSON.search(head):
        raise _unreadable(source, "a JSON file")
    named_html = PurePath(source).suffix.lower() in {".html", ".htm", ".xhtml"} or "html" in (media_type or "")
    if named_html and _HTML_TAG.search(text[:100_000]):
        return Format.HTML
    # A saved page may begin with a note before its markup; three tags are more than prose ever holds.
    return Format.HTML if len(_HTML_TAG.findall(head)) >= 3 else Format.TEXT


def _unreadable(source: str, what: str) -> BadInput:
    return BadInput(f"{source} is {what}.", "Give a web page, a PDF or a plain text file.")
