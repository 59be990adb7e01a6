"""Any watch list file: which format it has shows in its first bytes."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Final

from onrecord.errors import BadInput, NotFound
from onrecord.linking.watchlists.entries import WatchList
from onrecord.linking.watchlists.formats import ftm, ofac, plain, un
from onrecord.linking.watchlists.formats.text import encoding_of

_HEAD: Final = 65536
_OFAC_ROW = re.compile(r'^\s*\d+\s*,\s*"(?:[^"]|"")*"\s*,\s*(?:"[^"]*"|-0-)')
_OFAC_PART = re.compile(r"^\s*\d+\s*,\s*\d+\s*,")


class ListFormat(StrEnum):
    """The formats that are read."""

    UN = "UN Security Council Consolidated List"
    OFAC = "OFAC SDN"
    FTM = "FollowTheMoney"
    CSV = "CSV"


def load(path: Path) -> tuple[WatchList, ...]:
    """The lists of a file: one, but for a plain CSV whose column ``list`` names several.

    Raises:
        NotFound: there is no such file.
        BadInput: it is none of the formats, or damaged.
    """
    if not path.is_file():
        raise NotFound(f"{path} is not a file.", "Give the file of a watch list.")
    try:
        kind = detect(path)
        if kind is ListFormat.UN:
            return (un.load(path),)
        if kind is ListFormat.OFAC:
            return (ofac.load(path),)
        return (ftm.load(path),) if kind is ListFormat.FTM else plain.load(path)
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror}).", "Check its permissions.") from error


def detect(path: Path) -> ListFormat:
    """Which format a file has.

    Raises:
        BadInput: none of them.
    """
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if not head.strip(b"\0\t\r\n \xef\xbb\xbf"):
        raise BadInput(f"{path} is empty.", "Download the list again.")
    text = head.decode(encoding_of(head, path), errors="replace").lstrip("\ufeff").lstrip()
    if text.startswith("<"):
        return _xml(path, text)
    if text.startswith("{"):
        return ListFormat.FTM
    if text.startswith("["):
        raise BadInput(f"{path} is one JSON array.", "Give FollowTheMoney entities as JSON lines, one object a line.")
    line = text.split("\n", 1)[0]
    if _OFAC_PART.match(line):
        raise BadInput(
            f"{path} holds OFAC's aliases or addresses, not its names.",
            "Give sdn.csv; alt.csv and add.csv are read beside it.",
        )
    if _OFAC_ROW.match(line):
        return ListFormat.OFAC
    if "\0" in text:
        raise BadInput(f"{path} is not a watch list in a format that is read.", _FORMATS)
    return ListFormat.CSV


_FORMATS: Final = (
    "Give the UN list as XML, OFAC's sdn.csv, FollowTheMoney JSON lines, or a CSV with a column called name."
)


def _xml(path: Path, text: str) -> ListFormat:
    root = re.search(r"<([A-Za-z_][\w:.-]*)", re.sub(r"<!--.*?(?:-->|$)", "", text, flags=re.DOTALL))
    if root and root[1] == un.ROOT:
        return ListFormat.UN
    if re.match(r"\s*(?:<\?xml[^>]*\?>)?\s*<!(?:DOCTYPE|ENTITY)", text, re.IGNORECASE):
        return ListFormat.UN  # its reader refuses it and says why
    name = root[1] if root else "?"
    raise BadInput(f"{path} is XML with the root {name}, not the UN Consolidated List.", _FORMATS)
