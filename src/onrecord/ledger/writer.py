"""Putting a reading into the ledger: one document, one transaction, wholly or not at all."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from onrecord.ledger import tables
from onrecord.ledger.assigning import (
    PUBLISHER,
    Claimant,
    assign,
    change_traits,
    claimant_of_identity,
    with_publisher,
)
from onrecord.ledger.counting import Made, count
from onrecord.ledger.decided import follow_content, restore
from onrecord.ledger.dialects import insert_new
from onrecord.ledger.full_text import drop_words, index_rows, index_words, indexed_words, word_rows
from onrecord.ledger.index import Index, appearance_rows, index
from onrecord.ledger.keys import document_id, place
from onrecord.ledger.originals import PART, keep_original, original_hash, original_rows
from onrecord.ledger.rows import Row, Rows, pack_document, pack_reading, text_hash
from onrecord.ledger.store import Store
from onrecord.ledger.tables import State
from onrecord.types import Document, DocumentId, ModelVersion, Reading
from onrecord.types.identity import Identify

AnyRow = Mapping[str, Any]


ONE_GO: Final = 2_500
"""Rows that are written in one transaction. An article has some three hundred, written in 10 ms; what has more than
this, a report of about forty pages, is written in several transactions and seen with the last."""
WORDS_A_ROW: Final = 20
"""Words that take as long to index as one row takes to write."""
BULK: Final = (
    tables.mentions, tables.chains, tables.attributions, tables.statements, tables.dates, tables.conduct,
    tables.list_links,
)  # fmt: skip
"""Tables of what was read whose rows can be written before it is known who is who in the ledger."""
_OTHER_TAKES: Final = 60.0
"""Seconds that another process is given to finish a long document."""


class Addition(StrEnum):
    """What became of a document that was to be added."""

    ADDED = "added"
    VERSION = "version"
    """Added as another version of what is known from its address."""
    KNOWN = "known"
    """It was there."""
    REMOVED = "removed"
    """It was there once and has been removed; it does not come back by itself."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document.

    Attributes:
        number: of the document in the ledger.
        versions: how many documents the ledger holds of its address, this one included.
    """

    id: DocumentId
    number: int
    addition: Addition
    versions: int = 1


def arrival_hash(data: bytes, *said: str | None) -> bytes:
    """A name for bytes as they came together with what was said about them: the same again give the same document."""
    hashed = hashlib.sha256(hashlib.sha256(data).digest())
    for one in said:
        hashed.update(b"\0" if one is None else b"\1" + one.encode("utf-8", "surrogatepass"))
    return hashed.digest()


def now() -> str:
    """The time, in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


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
                _note_arrival(store, connection, arrival, known.number)
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
    _note_arrival(store, connection, arrival, number)
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


def note_arrival(store: Store, arrival: bytes, document: int, given: str) -> None:
    """Note that what was given as a source is a document that is there; its failures are forgotten."""
    with store.writing() as connection:
        connection.execute(delete(tables.failures).where(tables.failures.c.source == given))
        _note_arrival(store, connection, arrival, document)


def known_document(connection: Connection, hashed: bytes) -> Added | None:
    """What the ledger knows of a document, by the hash of its name."""
    known = tables.documents
    row = connection.execute(select(known.c.id, known.c.state).where(known.c.hash == hashed)).one_or_none()
    if row is None or row.state == State.ARRIVING:
        return None
    addition = Addition.REMOVED if row.state == State.REMOVED else Addition.KNOWN
    return Added(document_id(hashed), row.id, addition)


def known_arrival(connection: Connection, arrival: bytes) -> Added | None:
    """What the ledger knows of a document, by what it was made from."""
    known = tables.documents
    query = select(known.c.hash).join_from(tables.arrivals, known, tables.arrivals.c.document == known.c.id)
    hashed: bytes | None = connection.scalar(query.where(tables.arrivals.c.hash == arrival))
    return None if hashed is None else known_document(connection, hashed)


def write_reading(
    store: Store,
    connection: Connection,
    document: int,
    where: int,
    publisher: str | None,
    rows: Rows,
    *,
    written: Collection[Table] = (),
) -> None:
    """Write what a reader found in a document, and index it. Nothing of an earlier reading may be there.

    Args:
        store, connection: where, in a write transaction.
        document: its number.
        where: its place in every list.
        publisher: the document's.
        rows: what is written.
        written: tables that hold their rows already, with what people decided.
    """
    if not written:
        restore(connection, rows)
        follow_content(rows.tables[tables.attributions], rows.tables[tables.statements])
    entities = rows.tables[tables.document_entities]
    claimants = []
    for row in entities:
        number: Any = row["number"]
        mark: Any = row["mark"]
        if number in rows.identities:
            claimants.append(claimant_of_identity(number, mark, rows.identities[number], apart=bool(row["apart"])))
    claimants = with_publisher(claimants, publisher)
    change_traits(store, connection, claimants, 1)
    found = index_document(store, connection, document, where, rows.hash, claimants, rows.tables)
    for table in tables.READ:
        if table is not tables.readings and table not in written:
            insert_rows(connection, table, document, rows.tables[table])
    connection.execute(update(tables.documents).where(tables.documents.c.id == document).values(acts=found.acts))


def index_document(
    store: Store,
    connection: Connection,
    document: int,
    where: int,
    hashed: bytes,
    claimants: Sequence[Claimant],
    rows: Mapping[Any, Sequence[Any]],
) -> Index:
    """Assign the entities of a document, count it, and write its appearances; fills in who is who in the rows.

    Args:
        store, connection: where, in a write transaction.
        document: its number.
        where: its place in every list.
        hashed: of the document's name.
        claimants: its named entities and its publisher.
        rows: by table; those of entities, quantities, commitments and stances are changed.
    """
    who, publics = assign(connection, hashed, document, claimants)
    for row in rows[tables.document_entities]:
        row["entity"] = who.get(row["number"])
    found = index(where, who.get(PUBLISHER), publics, rows)
    for table, values in (
        (tables.quantities, found.quantities),
        (tables.commitments, found.commitments),
        (tables.stances, found.stances),
    ):
        for row in rows[table]:
            row.update(values[row["attribution"] if table is tables.commitments else row["number"]])
    made = {entity: Made(len(one.about), len(one.said)) for entity, one in found.appearances.items()}
    count(store, connection, claimants, who, made, 1)
    appearing = appearance_rows(document, where, found)
    if appearing:
        connection.execute(insert(tables.appearances), appearing)
    return found


def insert_rows(connection: Connection, table: Any, document: int, rows: Sequence[dict[str, Any]]) -> None:  # noqa: ANN401
    """Insert rows of one document."""
    if rows:
        for row in rows:
            row["document"] = document
        connection.execute(insert(table), rows)


def model_number(connection: Connection, model: ModelVersion) -> int:
    """The number of a model and lexicon; they are noted when they are new."""
    known = tables.models
    values = {"reader": model.reader, "lexicon": model.lexicon or ""}
    query = select(known.c.id).where(known.c.reader == model.reader, known.c.lexicon == values["lexicon"])
    number: int | None = connection.scalar(query)
    if number is None:
        connection.execute(insert(known).values(values))
        number = connection.scalar(query)
    assert number is not None
    return number


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


def _note_arrival(store: Store, connection: Connection, arrival: bytes | None, document: int) -> None:
    if arrival is not None:
        connection.execute(insert_new(store, tables.arrivals), {"hash": arrival, "document": document})


def _versions(connection: Connection, address: str | None) -> int:
    if address is None:
        return 1
    # Removed ones are left out here: named in the query, they lead SQLite to an index that is no help.
    rows = connection.execute(select(tables.documents.c.state).where(tables.documents.c.address == address))
    return sum(state == State.HERE for state in rows.scalars())
