"""One document through all stages, and many documents through a pool of processes.

Each process reads on one thread, so a document's reading is the same whatever ``jobs`` is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from onrecord.errors import BadInput, OnrecordError
from onrecord.intake.sources import STANDARD_INPUT, Raw, fetch
from onrecord.intake.take import take_in
from onrecord.linking.link import link
from onrecord.reading.lexicon import Lexicon
from onrecord.reading.model import SHIPPED, ReaderModel
from onrecord.reading.reader import Reader
from onrecord.run.pool import Work, do_many
from onrecord.run.watchlists import with_watch_lists
from onrecord.settings import Settings
from onrecord.types import Document, Reading


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read, and why."""

    source: str
    error: OnrecordError


Outcome = Reading | Failure


@cache
def reader(model: Path = SHIPPED, lexicon: Path | None = None) -> Reader:
    """The reader of this process, loaded once.

    Args:
        lexicon: a table, or a folder of tables, to lay over the shipped lexicon.
    """
    return Reader(ReaderModel(model), Lexicon.load(lexicon))


def read_raw(raw: Raw, settings: Settings) -> Reading:
    """Read what has been fetched.

    Raises:
        OnrecordError: it cannot be read; says why and what to do.
    """
    return read_document(take_in(raw, settings), settings)


def read_document(document: Document, settings: Settings) -> Reading:
    """Read what has been taken in."""
    return with_watch_lists(link(reader(lexicon=settings.lexicon).read(document)), settings.lists)


def read_source(source: str, settings: Settings) -> Outcome:
    """Fetch and read one source; what goes wrong with it becomes a failure."""
    try:
        return read_raw(fetch(source, settings, sys.stdin.buffer), settings)
    except OnrecordError as error:
        return Failure(source, error)


def read_many(sources: Iterable[str], settings: Settings) -> Iterator[Outcome]:
    """Read sources, giving outcomes in the order of the sources."""
    work = Work(partial(read_source, settings=settings), lost, _is_standard_input)
    return do_many(sources, work, settings.jobs)


def lost(source: str) -> Failure:
    """The outcome for a source that ended the process that read it."""
    problem = f"{source} ended the process that read it."
    return Failure(source, BadInput(problem, "It is probably damaged; leave it out, or save it anew."))


def _is_standard_input(source: str) -> bool:
    """Standard input belongs to this process."""
    return source == STANDARD_INPUT
