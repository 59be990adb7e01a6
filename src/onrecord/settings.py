"""One settings object, made by a face and passed in; nothing is read at import."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class IntakeLimits:
    """Bounds on what is taken in, so that no input costs unbounded time or memory.

    Attributes:
        bytes: largest file or page; larger ones are refused with a clear sentence.
        characters: longest text that is read, in code points. Two million are about 300,000 words, longer than
            any report we know of, and half a minute of reading.
        pages: longest PDF.
        seconds: how long an address may take to answer in all.
        redirects: how many redirects are followed.
    """

    bytes: int = 50_000_000
    characters: int = 2_000_000
    pages: int = 2_000
    seconds: float = 30.0
    redirects: int = 5


def lists_folder(environment: Mapping[str, str] | None = None) -> Path:
    """Where watch lists are kept: ``ONRECORD_LISTS``, else ``onrecord/lists`` in the user's data folder (XDG)."""
    given = os.environ if environment is None else environment
    if given.get("ONRECORD_LISTS"):
        return Path(given["ONRECORD_LISTS"])
    data = given.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "onrecord" / "lists"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a run can be told.

    Attributes:
        published, publisher, url: what the page does not tell; given values win over the page's.
        jobs: reader processes; 0 means one for each processor.
        limits: bounds on input.
        lists: folder of the watch lists that names are linked to.
        lexicon: a table, or a folder of tables, to lay over the shipped lexicon.
    """

    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    jobs: int = 0
    limits: IntakeLimits = IntakeLimits()
    lists: Path = field(default_factory=lists_folder)
    lexicon: Path | None = None
