"""Manifests: lists of sources with what is known of each, as CSV or JSON lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from onrecord.errors import BadInput, NotFound
from onrecord.intake.sources import is_address
from onrecord.ledger.failures import Given

_COLUMNS: Final = ("source", "url", "publisher", "published")


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a manifest: a source, and what is said of it."""

    source: str
    given: Given


def read_manifest(path: Path) -> list[Listed]:
    """The sources of a manifest; paths in it start from its folder.

    A CSV has a line of column names; ``source`` must be among them, ``url``, ``publisher`` and ``published`` may be.
    In JSON lines these are the keys of each object. What else there is is passed over.

    Raises:
        NotFound: there is no such file.
        BadInput: it is neither, a source is missing, or a date is none.
    """
    try:
        words = path.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise NotFound(f"There is no manifest {path}.", "Check the spelling.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"The manifest {path} cannot be read ({error}).", "Save it as UTF-8.") from error
    lines = _json_lines(path, words) if path.suffix.lower() in {".jsonl", ".ndjson", ".json"} else _csv(path, words)
    return [_listed(path, number, found) for number, found in lines]


def _csv(path: Path, words: str) -> Iterator[tuple[int, dict[str, str | None]]]:
    reader = csv.DictReader(io.StringIO(words, newline=""))
    if "source" not in (reader.fieldnames or ()):
        raise BadInput(f"The manifest {path} has no column called source.", f"Name its columns {', '.join(_COLUMNS)}.")
    for row in reader:
        yield reader.line_num, {name: row.get(name) for name in _COLUMNS}


def _json_lines(path: Path, words: str) -> Iterator[tuple[int, dict[str, str | None]]]:
    for number, line in enumerate(words.splitlines(), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except ValueError as error:
            raise BadInput(f"Line {number} of {path} is not JSON.", "Write one object a line.") from error
        if not isinstance(found, dict):
            raise BadInput(f"Line {number} of {path} is no object.", "Write one object a line.")
        values = {name: found.get(name) for name in _COLUMNS}
        if not all(value is None or isinstance(value, str) for value in values.values()):
            raise BadInput(f"Line {number} of {path} has a value that is no text.", "Put it in quotation marks.")
        yield number, values


def _listed(path: Path, number: int, found: dict[str, str | None]) -> Listed:
    plain = {name: (value or "").strip() or None for name, value in found.items()}
    source, published = plain["source"], plain["published"]
    if source is None:
        raise BadInput(f"Line {number} of {path} has no source.", "Name a file or an address in each line.")
    if published is not None:
        try:
            published = date.fromisoformat(published).isoformat()
        except ValueError as error:
            problem = f"Line {number} of {path} has {published!r} for a date."
            raise BadInput(problem, "Write dates as 2023-06-12.") from error
    if not is_address(source):
        source = str(path.parent / source)
    return Listed(source, Given(plain["url"], plain["publisher"], published))
