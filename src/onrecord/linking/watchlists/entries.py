"""Watch lists and their entries, as read from a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EntryType(StrEnum):
    """What an entry of a watch list is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"
    UNKNOWN = "unknown"


class NameQuality(StrEnum):
    """What a list says of one of an entry's names.

    ``LOW`` is for names by which the entry alone cannot be told ("Abdullah"), as the lists themselves mark them.
    """

    PRIMARY = "primary"
    GOOD = "good"
    ALSO = "also known as"
    FORMER = "formerly"
    LOW = "low"
    ORIGINAL = "original script"


@dataclass(frozen=True, slots=True)
class WatchName:
    """One name of an entry, as the list writes it."""

    text: str
    quality: NameQuality


@dataclass(frozen=True, slots=True)
class WatchEntry:
    """One entry of a watch list.

    Attributes:
        id: the entry's reference on its list ("TAi.144"; OFAC's number).
        names: the primary name first.
        births: dates of birth in EDTF: ``1955-07-29``, ``1955``, ``1968~`` (about), ``1977/1978`` (between).
        countries: nationalities as written, then countries of addresses.
        titles: what stands before the name ("Mullah").
        designations: offices and roles as written.
        program: under which measure it is listed ("Taliban", "SDGT").
        remarks: whatever else the list says.
    """

    id: str
    type: EntryType
    names: tuple[WatchName, ...]
    births: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    designations: tuple[str, ...] = ()
    program: str = ""
    remarks: str = ""

    @property
    def name(self) -> str:
        """The primary name."""
        return self.names[0].text


@dataclass(frozen=True, slots=True)
class WatchList:
    """A list as read from its file.

    Attributes:
        name: ``un-sc``, ``ofac-sdn``, else from the file.
        date: ISO date on which the list was made, where the file tells.
        notes: what a person should know about how it was read, in sentences.
    """

    name: str
    entries: tuple[WatchEntry, ...]
    date: str | None = None
    notes: tuple[str, ...] = ()
