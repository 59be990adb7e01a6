"""What the ledger knows of a document before it is added."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Connection, delete, select

from onrecord.ledger import tables
from onrecord.ledger.dialects import insert_new
from onrecord.ledger.keys import document_id
from onrecord.ledger.store import Store
from onrecord.ledger.tables import State
from onrecord.types import DocumentId


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


def note_arrival(store: Store, arrival: bytes, document: int, given: str) -> None:
    """Note that what was given as a source is a document that is there; its failures are forgotten."""
    with store.writing() as connection:
        connection.execute(delete(tables.failures).where(tables.failures.c.source == given))
        put_arrival(store, connection, arrival, document)


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


def put_arrival(store: Store, connection: Connection, arrival: bytes | None, document: int) -> None:
    """Note what a document was made from, in a write transaction."""
    if arrival is not None:
        connection.execute(insert_new(store, tables.arrivals), {"hash": arrival, "document": document})
