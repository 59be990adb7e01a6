"""Encodings: bytes to text by byte order mark, HTTP header, meta tag, strict UTF-8, then a guess."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from onrecord.intake.sniff import wide_encoding

_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
# Only names of character sets of pages: Python knows others ("idna", "unicode_escape") that do other things.
_KNOWN = re.compile(
    r"(?:utf-?(?:8|16|32)(?:-?[lb]e)?|us-ascii|ascii|iso-?8859-?\d+|latin-?\d|l\d|windows-?125\d|cp-?125\d|x-cp125\d"
    r"|koi8-?[ru]|gb2312|gbk|gb18030|big5(?:-hkscs)?|euc-?(?:jp|kr)|shift[-_]jis|sjis|iso-2022-jp|mac-?(?:roman|intosh))$",
    re.IGNORECASE,
)
# As browsers do (WHATWG Encoding Standard, section 4.2): pages that say Latin-1 or ASCII mean Windows-1252.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_GUESS_FROM = 100_000
# In Latin script, letters outside ASCII and typographic marks are at most about one byte in ten; in other scripts, more
# than half of the bytes are above 127. (Central European languages are guessed wrong here, and refused all the same.)
_RARE = 0.2


def decode(data: bytes, media_type: str | None = None) -> str:
    """Text of ``data``; never fails, but puts U+FFFD for bytes that no encoding explains.

    Args:
        data: the bytes as they came.
        media_type: the ``Content-Type`` header, where there is one.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    declared = _declared(data, media_type)
    for encoding in [*declared, "utf-8"]:
        text = _strictly(data, encoding)
        if text is not None:
            return text
    wide = wide_encoding(data[:4096])
    if wide:
        return data.decode(wide, errors="replace")
    if _mostly_utf8(data):
        return data.decode("utf-8", errors="replace")
    return data.decode(declared[0] if declared else _guess(data), errors="replace")


def _declared(data: bytes, media_type: str | None) -> list[str]:
    """Encodings that the header and the page name, in the order in which they are believed."""
    head = data[:4096]
    names: list[str] = []
    in_header = _CHARSET.search(media_type or "")
    if in_header:
        names.append(in_header[1])
    # UTF-16 without a mark is told by its bytes; a wrong header would turn any text into Chinese.
    names = [name for name in names if not name.lower().startswith(("utf-16", "utf16", "utf-32", "utf32"))]
    for pattern in (_XML_ENCODING, _META_CHARSET):
        in_page = pattern.search(head)
        # A page that can be read as ASCII up to its meta tag is not in UTF-16, whatever it says.
        if in_page and not in_page[1].lower().startswith((b"utf-16", b"utf-32")):
            names.append(in_page[1].decode("ascii", errors="ignore"))
    return [codec for codec in map(_codec, names) if codec]


def _codec(name: str) -> str | None:
    if not _KNOWN.match(name):
        return None
    try:
        known = codecs.lookup(name.removeprefix("x-")).name
    except LookupError:
        return None
    return _MEANT.get(known, known)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether a few broken bytes spoil what is UTF-8 otherwise (a cut file, a pasted advertisement)."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    right = sum(1 for letter in text if letter > "\x7f") - broken
    return right > 10 * broken


def _guess(data: bytes) -> str:
    """An encoding for bytes that say nothing of it.

    Statistical guessing is unsure on short texts with few bytes above 127, which is what English looks like; there the
    choice between Windows and old Macintosh is made by which of the two gives typographic quotation marks.
    """
    high = [byte for byte in data[:_GUESS_FROM] if byte > 127]
    if len(high) < _RARE * len(data[:_GUESS_FROM]):
        windows = sum(byte in b"\x91\x92\x93\x94\x96\x97\x85\xa0" for byte in high)
        macintosh = sum(byte in b"\xd0\xd1\xd2\xd3\xd4\xd5\xc9\xca" for byte in high)
        return "mac_roman" if macintosh > windows and macintosh * 2 > len(high) else "cp1252"
    best = from_bytes(data[:_GUESS_FROM]).best()
    return best.encoding if best else "cp1252"
