"""Loaded watch lists: kept in a folder, one file a list, and used by every reading.

A list's file holds its entries and the arrays of its index (``.npz``, no pickles), so that it is ready as soon as it is
read. It is written beside its place and moved there when it is whole; a reader sees the old list or the new one.
"""

from __future__ import annotations

import datetime
import json
import os
import re
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from onrecord.errors import BadInput, BrokenList, NotFound
from onrecord.linking.watchlists.entries import WatchList
from onrecord.linking.watchlists.formats.load import load
from onrecord.linking.watchlists.index import VERSION, ListIndex, build, entries_of, from_arrays
from onrecord.linking.watchlists.link_entities import prepare, with_list_links
from onrecord.types import Reading

_ENDING: Final = ".npz"
_ABOUT: Final = "about"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


@dataclass(frozen=True, slots=True)
class StoredList:
    """What is known of a loaded list without looking into its entries.

    Attributes:
        entries: how many; ``None`` where the file is damaged.
        date: ISO date on which the list was made, where its file told; source: the file it was loaded from.
        added: ISO time in UTC.
        notes: what a person should know about how it was read.
        problem: what is wrong with the stored file.
    """

    name: str
    entries: int | None
    date: str | None = None
    source: str | None = None
    added: str | None = None
    notes: tuple[str, ...] = ()
    problem: str | None = None


def with_watch_lists(reading: Reading, folder: Path) -> Reading:
    """The reading with links to the lists that are loaded; the same reading where none is.

    Raises:
        BrokenList: a stored list is damaged.
    """
    lists = loaded(folder)
    return with_list_links(reading, lists) if lists else reading


def loaded(folder: Path) -> tuple[ListIndex, ...]:
    """The lists of a folder by name, read once for each state of the folder.

    Raises:
        BrokenList: one of them is damaged.
    """
    return _loaded(tuple(_stamps(folder)))


@lru_cache(maxsize=1)
def _loaded(stamps: tuple[tuple[str, int, int], ...]) -> tuple[ListIndex, ...]:
    lists = tuple(_index(Path(path)) for path, _, _ in stamps)
    prepare(lists)
    return lists


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Path, time of change and size of each list's file, by name."""
    for file in _files(folder):
        state = file.stat()
        yield str(file), state.st_mtime_ns, state.st_size


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(file for file in folder.iterdir() if file.suffix == _ENDING and _NAME.fullmatch(file.stem))


def add(file: Path, folder: Path) -> tuple[StoredList, ...]:
    """Load the lists of a file into the folder, each in place of an older one of its name.

    Raises:
        BadInput: the file is no watch list, or the folder cannot be written.
        NotFound: there is no such file.
    """
    return tuple(_store(watch_list, file, folder) for watch_list in load(file))


def stored(folder: Path) -> tuple[StoredList, ...]:
    """The lists of a folder by name; damaged ones with what is wrong."""
    return tuple(_stored(file) for file in _files(folder))


def remove(name: str, folder: Path) -> None:
    """Remove a list.

    Raises:
        NotFound: no list of this name is loaded.
    """
    file = folder / f"{name}{_ENDING}"
    if not _NAME.fullmatch(name) or not file.is_file():
        known = ", ".join(file.stem for file in _files(folder)) or "none"
        raise NotFound(f"No list called {name} is loaded.", f"Loaded: {known}.")
    file.unlink()


def _store(watch_list: WatchList, source: Path, folder: Path) -> StoredList:
    index = build(watch_list)
    about = StoredList(
        name=watch_list.name[:80],
        entries=len(index),
        date=watch_list.date,
        source=str(source.resolve()),
        added=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        notes=watch_list.notes,
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / f"{about.name}{_ENDING}", about, index)
    except OSError as error:
        raise BadInput(
            f"{folder} cannot be written ({error.strerror}).", "Name another folder in ONRECORD_LISTS."
        ) from error
    return about


def _write(place: Path, about: StoredList, index: ListIndex) -> None:
    """Write a list's file so that it appears whole or not at all."""
    head = {
        "version": VERSION,
        "name": about.name,
        "date": about.date,
        "source": about.source,
        "added": about.added,
        "notes": about.notes,
        "entries": about.entries,
    }
    handle, part = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            arrays: dict[str, Any] = {_ABOUT: np.frombuffer(json.dumps(head).encode(), np.uint8), **index.arrays()}
            np.savez(stream, **arrays)
            stream.flush()
            os.fsync(stream.fileno())
        Path(part).replace(place)
    finally:
        Path(part).unlink(missing_ok=True)


def _stored(file: Path) -> StoredList:
    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            head = _head(arrays[_ABOUT])
        notes = tuple(head["notes"])
        return StoredList(head["name"], head["entries"], head["date"], head["source"], head["added"], notes)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        return StoredList(file.stem, None, problem=f"the stored file is damaged ({error})")


def _head(array: np.ndarray[Any, Any]) -> dict[str, Any]:
    head = json.loads(array.tobytes())
    return dict(head)


def _index(file: Path) -> ListIndex:
    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            head = _head(arrays[_ABOUT])
            notes = tuple(head["notes"])
            if head["version"] == VERSION:
                return from_arrays(head["name"], head["date"], notes, dict(arrays))
            return build(WatchList(head["name"], entries_of(arrays), head["date"], notes))
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as error:
        raise BrokenList(
            f"The loaded watch list {file.stem} is damaged ({error}).",
            f"Remove it with 'onrecord lists remove {file.stem}', and add it again.",
        ) from error
