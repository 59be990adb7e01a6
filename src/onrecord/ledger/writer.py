"""Putting a reading into the ledger: one document, one transaction, wholly or not at all."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from onrecord.ledger import tables
from onrecord.ledger.decided import follow_content, restore
from onrecord.ledger.dialects import insert_new
from onrecord.ledger.full_text import drop_words, index_rows, index_words, indexed_words, word_rows
from onrecord.ledger.keys import place
from onrecord.ledger.known import Added, Addition, known_document, now, put_arrival
from onrecord.ledger.originals import PART, keep_original, original_hash, original_rows
from onrecord.ledger.rows import Row, Rows, pack_document, pack_reading, text_hash
from onrecord.ledger.store import Store
from onrecord.ledger.tables import State
from onrecord.ledger.writing import BULK, insert_rows, model_number, write_reading
from onrecord.types import Document, ModelVersion, Reading
from onrecord.types.identity import Identify

ONE_GO: Final = 2_500
"""Rows that are written in one transaction. An article has some three hundred, written in 10 ms; what has more than
this, a report of about forty pages, is written in several transactions and seen with the last."""
WORDS_A_ROW: Final = 20
"""Words that take as long to index as one row takes to write."""
_OTHER_TAKES: Final = 60.0
"""Seconds that another process is given to finish a long document."""


def add(
    store: Store,
    reading: Reading,
    identify: Identify,
    *,
    retrieved: str | None = None,
    arrival: bytes | None = None,
    given: str | None = None,
) -> Added:
    """Add a document with its reading, unless it is there.

    Args:
        store: where.
        reading: of a document with its original bytes.
        identify: tells who its named entities are.
        retrieved: when it was fetched; now, when not given.
        arrival: `arrival_hash` of what it was made from, by which it is known again unread.
        given: the source as a person gave it, where that is not the document's; its failures are forgotten.

    Raises:
        UnsoundReading: a span holds no text, or something is referred to that is not there.
    """
    packed = _pack(reading, identify)
    if len(reading.document.original) > PART:
        keep_original(store, reading.document.original)
    with store.writing() as connection:
        connection.execute(delete(tables.failures).where(tables.failures.c.source == (given or packed.document.source)))
        known = known_document(connection, packed.rows.hash)
        if known is not None:
            if known.addition is Addition.KNOWN:
                put_arrival(store, connection, arrival, known.number)
            return known
        _drop_arriving(store, connection, packed)
        _put_original(store, connection, packed.document.original)
        at = retrieved or now()
        short = packed.size <= ONE_GO
        number, where = _insert_document(store, connection, packed, at, State.HERE if short else State.ARRIVING)
        if short:
            for table, some in packed.fixed.items():
                insert_rows(connection, table, number, some)
            index_words(store, connection, number, packed.words)
            return _finish(store, connection, packed, number, where, at, arrival, written=())
    try:
        return _put_long(store, packed, number, where, at, arrival)
    except _TakenOverError:
        _await_other(store, packed.rows.hash)
        return add(store, reading, identify, retrieved=retrieved, arrival=arrival, given=given)


@dataclass(frozen=True, slots=True)
class _Packed:
    """A document and its reading, ready to be written."""

    document: Document
    model: ModelVersion
    rows: Rows
    fixed: dict[Table, list[Row]]
    words: list[str]

    @property
    def size(self) -> int:
        """How much there is to write: rows, and words in the index as what they cost beside rows."""
        counted = sum(len(some) for some in (*self.rows.tables.values(), *self.fixed.values()))
        return counted + len(self.words) // WORDS_A_ROW


class _TakenOverError(Exception):
    """Another process has begun to add the same long document, and has put away what this one had written."""


def _pack(reading: Reading, identify: Identify) -> _Packed:
    document = reading.document
    rows = pack_reading(reading, identify(reading))
    words = indexed_words(document.text, document.blocks)
    return _Packed(document, reading.model, rows, pack_document(document), words)


def _finish(
    store: Store,
    connection: Connection,
    packed: _Packed,
    number: int,
    where: int,
    at: str,
    arrival: bytes | None,
    written: Collection[Table],
) -> Added:
    """Write what is left of a document whose row and text are there, and make it seen."""
    metadata = packed.document.metadata
    write_reading(store, connection, number, where, metadata.publisher, packed.rows, written=written)
    model = model_number(connection, packed.model)
    connection.execute(insert(tables.readings).values(document=number, number=1, model=model, at=at))
    known = tables.documents
    connection.execute(update(known).where(known.c.id == number).values(state=State.HERE))
    put_arrival(store, connection, arrival, number)
    versions = _versions(connection, metadata.url)
    return Added(packed.document.id, number, Addition.VERSION if versions > 1 else Addition.ADDED, versions)


def _put_long(
    store: Store, packed: _Packed, number: int, where: int, at: str, arrival: bytes | None
) -> Added:
    """Write a long document in several transactions, of which the last makes it seen."""
    with store.writing() as connection:
        restore(connection, packed.rows)
        follow_content(packed.rows.tables[tables.attributions], packed.rows.tables[tables.statements])
    bulk = [*packed.fixed.items(), *((table, packed.rows.tables[table]) for table in BULK)]
    for table, some in bulk:
        for start in range(0, len(some), ONE_GO):
            with store.writing() as connection:
                _check_mine(connection, number)
                insert_rows(connection, table, number, some[start : start + ONE_GO])
    words = word_rows(number, packed.words)
    for start in range(0, len(words), 4):
        with store.writing() as connection:
            _check_mine(connection, number)
            index_rows(store, connection, words[start : start + 4])
    with store.writing() as connection:
        _check_mine(connection, number)
        return _finish(store, connection, packed, number, where, at, arrival, written=BULK)


def _check_mine(connection: Connection, number: int) -> None:
    if connection.scalar(select(tables.documents.c.id).where(tables.documents.c.id == number)) is None:
        raise _TakenOverError


def _drop_arriving(store: Store, connection: Connection, packed: _Packed) -> None:
    """Put away what a process wrote of a long document before it ended."""
    known = tables.documents
    number = connection.scalar(
        select(known.c.id).where(known.c.hash == packed.rows.hash, known.c.state == State.ARRIVING)
    )
    if number is not None:
        drop_arriving(store, connection, number, packed.words)


def drop_arriving(store: Store, connection: Connection, number: int, words: Sequence[str]) -> None:
    """Put away what was written of a document that is not seen yet.

    Args:
        store, connection: where, in a write transaction.
        number: of the document.
        words: it is indexed with, as far as it is.
    """
    drop_words(store, connection, number, words)
    for table in tables.INSIDE:
        connection.execute(delete(table).where(table.c.document == number))
    connection.execute(delete(tables.documents).where(tables.documents.c.id == number))


def _await_other(store: Store, hashed: bytes) -> None:
    """Wait until the process that took a document over is done with it, or seems to have ended."""
    deadline = time.monotonic() + _OTHER_TAKES
    while time.monotonic() < deadline:
        with store.reading() as connection:
            if known_document(connection, hashed) is not None:
                return
        time.sleep(0.5)


def _put_original(store: Store, connection: Connection, data: bytes) -> None:
    """Keep original bytes with the document, unless they were kept in parts before."""
    own = tables.originals
    if not connection.scalar(select(func.count()).where(own.c.hash == original_hash(data))):
        connection.execute(insert_new(store, own), original_rows(original_hash(data), data))


def _insert_document(
    store: Store, connection: Connection, packed: _Packed, retrieved: str, state: State
) -> tuple[int, int]:
    """Insert the document's row; returns its number and its place."""
    document, metadata, rows = packed.document, packed.document.metadata, packed.rows
    where = place(metadata.published, rows.hash)
    known = tables.documents
    while connection.scalar(select(known.c.id).where(known.c.place == where)) is not None:
        where += 1  # two documents of a day share 47 bits of their hashes; once in a long while
    result = connection.execute(insert(known).values(
        hash=rows.hash, place=where, source=document.source, address=metadata.url,
        publisher=_publisher(store, connection, metadata.publisher), title=metadata.title, byline=metadata.byline,
        published=metadata.published, language=metadata.language, retrieved=retrieved,
        original=original_hash(document.original),
        text_hash=text_hash(document.text), length=len(document.text), acts=rows.acts, state=state,
    ))  # fmt: skip
    assert result.inserted_primary_key is not None
    return result.inserted_primary_key[0], where


def _publisher(store: Store, connection: Connection, name: str | None) -> int | None:
    if not name:
        return None
    connection.execute(insert_new(store, tables.publishers), {"name": name})
    number: int | None = connection.scalar(select(tables.publishers.c.id).where(tables.publishers.c.name == name))
    return number


def _versions(connection: Connection, address: str | None) -> int:
    if address is None:
        return 1
    # Removed ones are left out here: named in the query, they lead SQLite to an index that is no help.
    rows = connection.execute(select(tables.documents.c.state).where(tables.documents.c.address == address))
    return sum(state == State.HERE for state in rows.scalars())
