"""OFAC's list of Specially Designated Nationals: sdn.csv, with alt.csv (aliases) and add.csv (addresses) beside it.

The files have no header lines, and ``-0-`` stands for nothing. Dates of birth, nationalities and weak aliases stand in
the remarks, in sentences that end with semicolons.
"""

from __future__ import annotations

import csv
import datetime
import re
from collections import defaultdict
from pathlib import Path
from typing import Final

from onrecord.errors import BadInput
from onrecord.linking.watchlists.entries import EntryType, NameQuality, WatchEntry, WatchList, WatchName
from onrecord.linking.watchlists.formats.text import lines

NAME: Final = "ofac-sdn"

_NOTHING: Final = "-0-"
_COLUMNS: Final = {"sdn": 12, "alt": 5, "add": 6}
_TYPES: Final = {
    "individual": EntryType.PERSON,
    "vessel": EntryType.VESSEL,
    "aircraft": EntryType.AIRCRAFT,
}
_ALIASES: Final = {"fka": NameQuality.FORMER, "nka": NameQuality.GOOD, "aka": NameQuality.ALSO}
_WEAK = re.compile(r"\b(?:a\.k\.a\.|aka)\s+'([^']+(?:'[a-z][^']*)*)'", re.IGNORECASE)
_BORN = re.compile(r"(?:^|;\s*|\b)(?:alt\. )?DOB (circa )?([^;]+)")
_FROM = re.compile(r"(?:nationality|citizen) ([^;.]+)")
_DATE = re.compile(r"(?:(\d{1,2}) )?(?:([A-Z][a-z]{2}) )?(\d{4})")
_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_LAST_BYTE: Final = "\x1a"
"""How OFAC ends its files."""


def load(path: Path) -> WatchList:
    """The list of sdn.csv and the files beside it.

    Raises:
        BadInput: a row has another number of columns than its file has, or a file is no text.
    """
    notes = []
    aliases: dict[str, list[WatchName]] = defaultdict(list)
    countries: dict[str, list[str]] = defaultdict(list)
    beside = {name: _beside(path, name) for name in ("alt", "add")}
    for name, what in (("alt", "aliases"), ("add", "addresses")):
        if beside[name] is None:
            notes.append(f"{name}.csv is not beside {path.name}, so the entries have no {what}.")
    if beside["alt"] is not None:
        for number, _, kind, alias, _ in _rows(beside["alt"], "alt"):
            if alias:
                aliases[number].append(WatchName(alias, _ALIASES.get(kind.lower(), NameQuality.ALSO)))
    if beside["add"] is not None:
        for number, _, _, _, country, _ in _rows(beside["add"], "add"):
            if country:
                countries[number].append(country)
    entries = []
    for row in _rows(path, "sdn"):
        number, name = row[0], row[1]
        if name:
            entries.append(_entry(row, aliases[number], countries[number]))
    if not entries:
        raise BadInput(f"{path} holds no entries.", "Download sdn.csv again.")
    return WatchList(NAME, tuple(entries), None, tuple(notes))


def _beside(path: Path, name: str) -> Path | None:
    """The file of aliases or addresses that belongs to ``sdn.csv``; its name may have what sdn's has around it."""
    stem = path.stem.lower()
    wanted = stem.replace("sdn", name) if "sdn" in stem else name
    found = {file.name.lower(): file for file in path.parent.iterdir()}
    return found.get(f"{wanted}.csv") or found.get(f"{name}.csv")


def _rows(path: Path, name: str) -> list[list[str]]:
    columns = _COLUMNS[name]
    found: list[list[str]] = []
    reader = csv.reader(lines(path, fallback="cp1252"), skipinitialspace=True)
    try:
        for row in reader:
            if not row or row == [_LAST_BYTE]:
                continue
            if len(row) != columns or not row[0].strip().isdigit():
                raise BadInput(
                    f"Line {reader.line_num} of {path} is not a row of {name}.csv: it has {len(row)} columns, not "
                    f"{columns} that begin with a number.",
                    "Download OFAC's files again.",
                )
            found.append([_value(cell) for cell in row])
    except csv.Error as error:
        raise BadInput(f"Line {reader.line_num} of {path} is damaged CSV: {error}.", "Download it again.") from error
    return found


def _value(cell: str) -> str:
    cell = " ".join(cell.split())
    return "" if cell == _NOTHING else cell


def _entry(row: list[str], aliases: list[WatchName], addresses: list[str]) -> WatchEntry:
    number, name, kind, program, title, *_, remarks = row
    weak = [WatchName(found, NameQuality.LOW) for found in _WEAK.findall(remarks)]
    designations = [part.strip() for part in title.split(";") if part.strip()]
    nations = [found.strip() for found in _FROM.findall(remarks)]
    return WatchEntry(
        id=number,
        type=_TYPES.get(kind, EntryType.ORGANIZATION),
        names=(WatchName(name, NameQuality.PRIMARY), *dict.fromkeys((*aliases, *weak))),
        births=tuple(dict.fromkeys(filter(None, (_birth(about, text) for about, text in _BORN.findall(remarks))))),
        countries=tuple(dict.fromkeys((*nations, *addresses))),
        designations=tuple(dict.fromkeys(designations)),
        program=program,
        remarks=remarks,
    )


def _birth(about: str, text: str) -> str:
    """A date of birth in EDTF; empty where it is none."""
    dates = [_iso(*found) for found in _DATE.findall(text)]
    if not dates:
        return ""
    return f"{dates[0]}/{dates[-1]}" if len(dates) > 1 and " to " in text else dates[0] + ("~" if about else "")


def _iso(day: str, month: str, year: str) -> str:
    if month not in _MONTHS:
        return year
    number = _MONTHS.index(month) + 1
    if not day:
        return f"{year}-{number:02}"
    try:
        return datetime.date(int(year), number, int(day)).isoformat()
    except ValueError:
        return year
