"""The UN Security Council Consolidated List, XML (https://scsanctions.un.org/consolidated).

The file is read as a stream, with document type definitions refused and entities left unexpanded, so that a forged one
can neither fill the memory nor read another file.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from lxml import etree

from onrecord.errors import BadInput
from onrecord.linking.watchlists.entries import EntryType, NameQuality, WatchEntry, WatchList, WatchName

NAME: Final = "un-sc"
ROOT: Final = "CONSOLIDATED_LIST"

_QUALITIES: Final = {
    "good": NameQuality.GOOD,
    "low": NameQuality.LOW,
    "a.k.a.": NameQuality.ALSO,
    "f.k.a.": NameQuality.FORMER,
}
_PARTS: Final = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_BY = re.compile(r"\s+")
_LETTERED = re.compile(r"(?:^|\s)[a-z]\)\s+")


def load(path: Path) -> WatchList:
    """The list of a file.

    Raises:
        BadInput: not well-formed, cut off, with a document type definition, or without entries.
    """
    entries: list[WatchEntry] = []
    made = None
    try:
        with path.open("rb") as stream:
            events = etree.iterparse(
                stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False,
                huge_tree=False, remove_comments=True, remove_pis=True,
            )  # fmt: skip
            for event, element in events:
                if event == "start":
                    if element.getparent() is None:
                        _refuse_definitions(path, element)
                        made = (element.get("dateGenerated") or "")[:10] or None
                elif element.tag in {"INDIVIDUAL", "ENTITY"}:
                    entry = _entry(element)
                    if entry is not None:
                        entries.append(entry)
                    _forget(element)
    except etree.XMLSyntaxError as error:
        raise BadInput(f"{path} is damaged XML: {error.msg}.", "Download the list again.") from error
    if not entries:
        raise BadInput(f"{path} holds no entries.", "Download the UN Consolidated List again, as XML.")
    return WatchList(NAME, tuple(entries), made)


def _refuse_definitions(path: Path, root: etree._Element) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadInput(f"{path} holds a document type definition, which the UN list never does.", "Download it again.")
    if root.tag != ROOT:
        raise BadInput(f"{path} is XML with the root {root.tag}, not the UN Consolidated List.", "Download that list.")


def _forget(element: etree._Element) -> None:
    """Free an element that has been read, and those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _entry(element: etree._Element) -> WatchEntry | None:
    person = element.tag == "INDIVIDUAL"
    prefix = "INDIVIDUAL" if person else "ENTITY"
    name = " ".join(part for part in (_text(element, part) for part in _PARTS) if part)
    reference = _text(element, "REFERENCE_NUMBER") or _text(element, "DATAID")
    if not name or not reference:
        return None
    names = [WatchName(name, NameQuality.PRIMARY)]
    for alias in element.iterfind(f"{prefix}_ALIAS"):
        quality = _QUALITIES.get(_text(alias, "QUALITY").lower(), NameQuality.ALSO)
        names += [WatchName(one, quality) for one in _aliases(_text(alias, "ALIAS_NAME"))]
    original = _text(element, "NAME_ORIGINAL_SCRIPT")
    names += [WatchName(original, NameQuality.ORIGINAL)] if original else []
    addresses = [_text(address, "COUNTRY") for address in element.iterfind(f"{prefix}_ADDRESS")]
    return WatchEntry(
        id=reference,
        type=EntryType.PERSON if person else EntryType.ORGANIZATION,
        names=tuple(dict.fromkeys(names)),
        births=tuple(dict.fromkeys(filter(None, map(_birth, element.iterfind("INDIVIDUAL_DATE_OF_BIRTH"))))),
        countries=_distinct([*_values(element, "NATIONALITY"), *addresses]),
        titles=_distinct(_values(element, "TITLE")),
        designations=_distinct([part for one in _values(element, "DESIGNATION") for part in _LETTERED.split(one)]),
        program=_text(element, "UN_LIST_TYPE"),
        remarks=_text(element, "COMMENTS1"),
    )


def _aliases(text: str) -> list[str]:
    """The names of one alias field, which may hold several, lettered or parted by semicolons."""
    return [part.strip(" ;,") for part in re.split(r";|(?:^|\s)[a-z]\)\s+", text) if part.strip(" ;,")]


def _birth(element: etree._Element) -> str:
    """A date of birth in EDTF."""
    about = "~" if _text(element, "TYPE_OF_DATE").upper() == "APPROXIMATELY" else ""
    first, last = _text(element, "FROM_YEAR"), _text(element, "TO_YEAR")
    if first and last:
        return f"{first}/{last}"
    date = _text(element, "DATE")[:10]
    return (date or _text(element, "YEAR")) + about if date or _text(element, "YEAR") else ""


def _text(element: etree._Element, tag: str) -> str:
    return _BY.sub(" ", element.findtext(tag) or "").strip()


def _values(element: etree._Element, tag: str) -> list[str]:
    return [_BY.sub(" ", value.text or "").strip() for value in element.iterfind(f"{tag}/VALUE")]


def _distinct(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
