"""A list of one's own: CSV with a header line.

Columns are known by any of several names, in any order and case; only ``name`` must be there. Several aliases, dates or
countries in one cell are parted by semicolons (or by ``|``, where semicolons part the columns).
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from itertools import chain
from pathlib import Path
from typing import Final

from onrecord.errors import BadInput
from onrecord.linking.watchlists.entries import EntryType, NameQuality, WatchEntry, WatchList, WatchName
from onrecord.linking.watchlists.formats.ftm import country_name, name_of
from onrecord.linking.watchlists.formats.text import lines

COLUMNS: Final = {
    "name": ("name", "full name", "primary name", "caption", "entity name", "names"),
    "aliases": ("aliases", "alias", "aka", "also known as", "other names", "alternative names", "a.k.a."),
    "weak": ("weak aliases", "weak alias", "low quality aliases"),
    "type": ("type", "schema", "kind", "entity type", "category"),
    "id": ("id", "reference", "reference id", "reference number", "ref", "uid", "number", "identifier"),
    "births": ("birth date", "date of birth", "dob", "birth dates", "born", "birth year", "year of birth"),
    "countries": ("nationality", "nationalities", "country", "countries", "citizenship"),
    "titles": ("title", "titles", "honorific"),
    "designations": ("designation", "designations", "position", "positions", "role", "roles", "office"),
    "list": ("list", "list name", "dataset", "source list"),
    "program": ("program", "programme", "programs", "sanctions", "regime", "topics"),
    "remarks": ("remarks", "notes", "comments", "comment", "reason"),
}
"""The columns that are read, with the header words for each, in lowercase with spaces."""

_TYPES: Final = {
    EntryType.PERSON: {"person", "individual", "individuals", "people", "human", "natural person", "p", "i"},
    EntryType.ORGANIZATION: {
        "organization", "organisation", "company", "entity", "group", "legal entity", "body", "corporation", "o", "e",
        "business", "publicbody", "public body", "legalentity",
    },
    EntryType.VESSEL: {"vessel", "ship"},
    EntryType.AIRCRAFT: {"aircraft", "airplane", "plane"},
}  # fmt: skip
_BIRTH = re.compile(
    r"^(?:(?:c\.|circa|about|approx\.?) ?)?(\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{1,2}[./]\d{1,2}[./]\d{4})~?$"
)


def load(path: Path) -> tuple[WatchList, ...]:
    """The lists of a file: those that its column ``list`` names, else one named for the file.

    Raises:
        BadInput: no header with a name, a row that does not fit it, or no entries.
    """
    stream = lines(path)
    head = next((line for line in stream if line.strip()), "")
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(chain([head], stream), delimiter=delimiter, skipinitialspace=True, strict=True)
    found: dict[str, list[WatchEntry]] = defaultdict(list)
    try:
        columns = _columns(path, next(reader))
        parting = re.compile(r"\|" if delimiter == ";" else r"[;|]")
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != columns.count:
                raise BadInput(
                    f"Line {reader.line_num} of {path} has {len(row)} cells where the header has {columns.count}.",
                    "Put quotation marks around cells that hold the separator.",
                )
            cells = {field: row[at].strip() for field, at in columns.at.items()}
            if cells["name"]:
                name = re.sub(r"[^a-z0-9]+", "-", cells.get("list", "").lower()).strip("-") or name_of(path)
                found[name].append(_entry(cells, parting, reader.line_num))
    except csv.Error as error:
        problem = f"Line {reader.line_num} of {path} is damaged CSV: {error}."
        raise BadInput(problem, "Correct it or export it again.") from error
    if not found:
        raise BadInput(f"{path} holds no entries.", "Give a row for each person or organization.")
    return tuple(WatchList(name, tuple(entries)) for name, entries in found.items())


class _Columns:
    """Where the columns are."""

    def __init__(self, at: dict[str, int], count: int) -> None:
        self.at, self.count = at, count


def _columns(path: Path, head: list[str]) -> _Columns:
    words = [" ".join(re.sub(r"[_\-]+", " ", cell).split()).lower().lstrip("\ufeff") for cell in head]
    at = {}
    for column, names in COLUMNS.items():
        places = [words.index(name) for name in names if name in words]
        if places:
            at[column] = places[0]
    if "name" not in at:
        raise BadInput(
            f"{path} is not a watch list in a format that is read: it is text without a column called name.",
            "Give the UN list as XML, OFAC's sdn.csv, FollowTheMoney JSON lines, or a CSV with a column called name.",
        )
    return _Columns(at, len(head))


def _entry(cells: dict[str, str], parting: re.Pattern[str], line: int) -> WatchEntry:
    def several(column: str) -> list[str]:
        return [part.strip() for part in parting.split(cells.get(column, "")) if part.strip()]

    names = [WatchName(cells["name"], NameQuality.PRIMARY)]
    names += [WatchName(alias, NameQuality.ALSO) for alias in several("aliases")]
    names += [WatchName(alias, NameQuality.LOW) for alias in several("weak")]
    given = cells.get("type", "").lower()
    kind = next((one for one, words in _TYPES.items() if given in words), EntryType.UNKNOWN)
    return WatchEntry(
        id=cells.get("id") or f"line-{line}",
        type=kind,
        names=tuple(dict.fromkeys(names)),
        births=tuple(filter(None, map(_birth, several("births")))),
        countries=tuple(country_name(country) for country in several("countries")),
        titles=tuple(several("titles")),
        designations=tuple(several("designations")),
        program=cells.get("program", ""),
        remarks=cells.get("remarks", ""),
    )


def _birth(text: str) -> str:
    """A date in EDTF; of one written 12/05/1971 only the year is sure, since days and months are written either way."""
    match = _BIRTH.match(text.lower())
    if not match:
        return ""
    about = "~" if text.lower()[0] in "ca" or text.endswith("~") else ""
    return (match[1] if match[1][:4].isdigit() and match[1][4:5] in {"", "-"} else match[1][-4:]) + about
