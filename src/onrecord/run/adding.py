"""Adding sources to a ledger: many readers, one writer.

Readers are processes that fetch, take in and read; what the ledger holds already they notice before they read it. The
writer is this process: it puts each document in with one transaction, in the order of the sources. Nothing is kept
outside the ledger, so that a run that was ended anywhere, by whatever means, is taken up by starting it again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Final

from onrecord.errors import OnrecordError, UnsoundReading
from onrecord.intake.sources import STANDARD_INPUT, fetch
from onrecord.intake.take import take_in
from onrecord.ledger.address import Address
from onrecord.ledger.failures import Given, note_failure
from onrecord.ledger.keys import document_hash
from onrecord.ledger.known import Added, Addition, arrival_hash, known_arrival, known_document, note_arrival, now
from onrecord.ledger.reindexing import drain
from onrecord.ledger.store import Store, open_store
from onrecord.ledger.writer import add
from onrecord.linking.identity import identify
from onrecord.run.manifest import Listed
from onrecord.run.pipeline import lost, read_document
from onrecord.run.pool import Work, do_many
from onrecord.settings import Settings
from onrecord.types import DocumentId, Reading


class Result(StrEnum):
    """What became of a source."""

    ADDED = "added"
    VERSION = "version"
    SKIPPED = "skipped"
    REMOVED = "removed"
    FAILED = "failed"


_RESULTS = {
    Addition.ADDED: Result.ADDED,
    Addition.VERSION: Result.VERSION,
    Addition.KNOWN: Result.SKIPPED,
    Addition.REMOVED: Result.REMOVED,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source.

    Attributes:
        document: its document, unless it failed.
        versions: how many documents of its address the ledger holds, where it was added.
        error: why it failed.
    """

    source: str
    result: Result
    document: DocumentId | None = None
    versions: int | None = None
    error: OnrecordError | None = None


@dataclass(frozen=True, slots=True)
class _Fresh:
    """What a reader found in a source that is new to the ledger."""

    listed: Listed
    reading: Reading
    arrival: bytes
    retrieved: str


@dataclass(frozen=True, slots=True)
class _Known:
    """A source that the ledger holds, or held."""

    listed: Listed
    added: Added
    arrival: bytes
    noted: bool


@dataclass(frozen=True, slots=True)
class _Failed:
    listed: Listed
    error: OnrecordError


_Prepared = _Fresh | _Known | _Failed


def add_many(store: Store, sources: Iterable[Listed], settings: Settings) -> Iterator[Outcome]:
    """Add sources that are no folders, and tell what became of each, in their order.

    Failures are noted in the ledger and forgotten when the source is added after all.

    Args:
        store: where they are added.
        sources: what is added, with what is said of each.
        settings: how they are read; what is said of a source wins over what these say.

    Raises:
        OnrecordError: the ledger itself cannot be used.
    """
    work = Work(partial(_prepare, settings=settings, address=store.address), _lost, _is_standard_input)
    _OPEN[store.address] = store
    try:
        for prepared in do_many(sources, work, settings.jobs):
            yield _put(store, prepared)
        drain(store)
    finally:
        _OPEN.pop(store.address, None)


def _put(store: Store, prepared: _Prepared) -> Outcome:
    listed = prepared.listed
    if isinstance(prepared, _Failed):
        note_failure(store, listed.source, listed.given, prepared.error)
        return Outcome(listed.source, Result.FAILED, error=prepared.error)
    if isinstance(prepared, _Known):
        if not prepared.noted and prepared.added.addition is Addition.KNOWN:
            note_arrival(store, prepared.arrival, prepared.added.number, listed.source)
        return Outcome(listed.source, _RESULTS[prepared.added.addition], prepared.added.id)
    try:
        added = add(
            store, prepared.reading, identify, retrieved=prepared.retrieved, arrival=prepared.arrival,
            given=listed.source,
        )  # fmt: skip
    except UnsoundReading as error:
        note_failure(store, listed.source, listed.given, error)
        return Outcome(listed.source, Result.FAILED, error=error)
    fresh = added.addition in {Addition.ADDED, Addition.VERSION}
    return Outcome(listed.source, _RESULTS[added.addition], added.id, added.versions if fresh else None)


def _prepare(listed: Listed, settings: Settings, address: Address) -> _Prepared:
    """Fetch a source, and read it if the ledger does not hold it. Runs in a reader's process."""
    given = listed.given
    own = replace(
        settings,
        url=given.url or settings.url,
        publisher=given.publisher or settings.publisher,
        published=given.published or settings.published,
    )
    try:
        raw = fetch(listed.source, own, sys.stdin.buffer)
        retrieved = now()
        arrival = arrival_hash(raw.data, raw.url, own.url, own.publisher, own.published)
        with _store(address).reading() as connection:
            known = known_arrival(connection, arrival)
        if known is not None:
            return _Known(listed, known, arrival, noted=True)
        document = take_in(raw, own)
        with _store(address).reading() as connection:
            known = known_document(connection, document_hash(document.id))
        if known is not None:
            return _Known(listed, known, arrival, noted=False)
        return _Fresh(listed, read_document(document, own), arrival, retrieved)
    except OnrecordError as error:
        return _Failed(listed, error)


_OPEN: Final[dict[Address, Store]] = {}
"""The ledger as this process has it open: the writer's own, or the one that a reader's process opens for its life."""


def _store(address: Address) -> Store:
    if address not in _OPEN:
        _OPEN[address] = open_store(address)
    return _OPEN[address]


def _lost(listed: Listed) -> _Prepared:
    return _Failed(listed, lost(listed.source).error)


def _is_standard_input(listed: Listed) -> bool:
    return listed.source == STANDARD_INPUT


def listed(sources: Iterable[str], given: Given) -> Iterator[Listed]:
    """Sources with one thing said of all."""
    return (Listed(source, given) for source in sources)
