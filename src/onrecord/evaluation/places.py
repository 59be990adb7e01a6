"""Where gold's words stand in their text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import BadInput
from onrecord.types import Span

SPLITS = ("dev", "test")
"""Gold files are named for their part: ``dev-*.toml`` is developed on, ``test-*.toml`` is measured on."""
SECOND = "second.toml"
"""A second annotation of some of the texts: their ids, and labels anew."""
_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")


def word_starts(text: str, spans: tuple[Span, ...]) -> frozenset[int]:
    """The words of spans, each by the place of its first letter in ``text``."""
    return frozenset(match.start() for span in spans for match in _WORD.finditer(text, span.start, span.end))


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``[[text]]`` of a gold file, and how its words are found.

    Attributes:
        raw: the table as TOML gives it.
    """

    file: Path
    raw: Mapping[str, Any]

    @property
    def id(self) -> str:
        return str(self.raw["id"])

    @property
    def text(self) -> str:
        return str(self.raw["text"])

    def spans(self, given: object) -> tuple[Span, ...]:
        """The places of pieces, given as words, as ``{s = words, n = which}``, or as a list of these.

        Raises:
            BadInput: the words do not stand there, or stand there more than once and ``n`` does not say which.
        """
        pieces = given if isinstance(given, list) else [] if given is None else [given]
        return tuple(self._place(piece) for piece in pieces)

    def _place(self, piece: object) -> Span:
        words, number = (piece["s"], piece["n"]) if isinstance(piece, dict) else (str(piece), None)
        # A piece never begins or ends inside a word: "he" is not found in "the".
        inside = (r"\b" if words[0].isalnum() else "") + re.escape(words) + (r"\b" if words[-1].isalnum() else "")
        found = [Span(match.start(), match.end()) for match in re.finditer(inside, self.text)]
        if not found or (number is not None and not 1 <= number <= len(found)):
            problem = f"{self.file}: text {self.id} does not hold “{words}” {number or 1} times."
            raise BadInput(problem, "Correct the words or the number n.")
        if number is None and len(found) > 1:
            problem = f"{self.file}: text {self.id} holds “{words}” {len(found)} times."
            raise BadInput(problem, "Say which is meant with {s = words, n = number}.")
        return found[(number or 1) - 1]


def entries(folder: Path, split: str | None = None) -> Iterator[Entry]:
    """Every text of a folder's gold files, by file name; of one part where ``split`` names it.

    Raises:
        BadInput: the folder holds no such file, or a file is not TOML.
    """
    files = [file for part in SPLITS if split in {None, part} for file in sorted(folder.glob(f"{part}-*.toml"))]
    if not files:
        named = " or ".join(f"{part}-*.toml" for part in SPLITS if split in {None, part})
        raise BadInput(f"{folder} holds no {named}.", "Give the folder of the gold; see docs/how-to-evaluate.md.")
    for file in files:
        yield from file_entries(file)


def twice(folder: Path) -> Iterator[tuple[Entry, Mapping[str, Any]]]:
    """The texts that were annotated twice, each with the second labels, from ``second.toml``.

    Raises:
        BadInput: there is no second annotation, or it is of a text that the folder does not hold.
    """
    file = folder / SECOND
    if not file.is_file():
        raise BadInput(f"{folder} holds no {SECOND}.", "Leave out --agreement; only a second annotation has one.")
    known = {entry.id: entry for entry in entries(folder)}
    for labels in _tables(file):
        if labels["id"] not in known:
            raise BadInput(f"{file} labels {labels['id']}, which no file holds.", "Correct the id.")
        yield known[labels["id"]], labels


def file_entries(file: Path) -> Iterator[Entry]:
    """Every text of one gold file.

    Raises:
        BadInput: it is not TOML.
    """
    return (Entry(file, table) for table in _tables(file))


def _tables(file: Path) -> list[Mapping[str, Any]]:
    try:
        tables: list[Mapping[str, Any]] = tomllib.loads(file.read_text("utf-8")).get("text", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{file} is not valid TOML: {error}.", "Correct it; see docs/how-to-evaluate.md.") from error
    return tables
