"""Text files as lines: the encoding told, and nothing guessed that would garble a name."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from onrecord.errors import BadInput

LONGEST_LINE: Final = 10_000_000
"""Characters of the longest line that is read; an entry of a list is a few thousand."""
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(head: bytes, path: Path) -> str:
    """The encoding that a file's first bytes tell: by its mark, else UTF-8.

    Raises:
        BadInput: the bytes are UTF-16 without a mark.
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if b"\0" in head[:200] and head[:200].count(b"\0") > len(head[:200]) // 4:
        raise BadInput(f"{path} is not text in UTF-8.", "Save it as UTF-8 and give it again.")
    return "utf-8"


def lines(path: Path, *, fallback: str | None = None) -> Iterator[str]:
    """The lines of a text file with their ends, read as they are needed.

    Arguments:
        fallback: the encoding where it is not UTF-8; without one such a file is refused.

    Raises:
        BadInput: wrong encoding, or a line longer than any entry.
    """
    with path.open("rb") as stream:
        encoding = encoding_of(stream.read(4096), path)
    if encoding == "utf-8" and fallback and not _is_utf8(path):
        encoding = fallback
    try:
        with path.open(encoding=encoding, newline="") as text:
            while line := text.readline(LONGEST_LINE):
                if len(line) == LONGEST_LINE:
                    raise BadInput(f"{path} has a line of over {LONGEST_LINE:,} characters.", "It is not a watch list.")
                yield line
    except UnicodeError as error:
        raise BadInput(f"{path} is not text in {encoding.upper()}.", "Save it as UTF-8 and give it again.") from error


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as stream:
        try:
            while part := stream.read(1 << 20):
                decoder.decode(part)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True
