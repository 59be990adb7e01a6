"""Removing a document for legal reasons: nothing of its words stays, and a tombstone says why."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from onrecord.errors import BadInput
from onrecord.ledger import tables
from onrecord.ledger.assigning import change_traits
from onrecord.ledger.counting import sweep
from onrecord.ledger.finding import find_document
from onrecord.ledger.full_text import drop_words, indexed_words, purge
from onrecord.ledger.keys import document_id
from onrecord.ledger.known import now
from onrecord.ledger.loading import load_document
from onrecord.ledger.originals import drop_unused_original
from onrecord.ledger.reindexing import load_indexed, unindex
from onrecord.ledger.store import Store
from onrecord.ledger.tables import State
from onrecord.types import DocumentId


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of a removed document: its name, and why it is gone, by whose hand, and since when."""

    id: DocumentId
    reason: str
    by: str
    at: str


def remove(store: Store, name: str, reason: str, *, by: str) -> Tombstone:
    """Remove a document: its text, its original, all that was read in it, and every trace in an index.

    Its name, address, publisher and date stay with the tombstone, so that it is known why it is not there and it does
    not come back by itself. Verdicts on it stay without words.

    Raises:
        NotFound: there is no such document.
        BadInput: no reason is given.
    """
    if not reason.strip():
        raise BadInput("A removal needs a reason.", "Give it with --reason.")
    with store.writing() as connection:
        row = find_document(connection, name)
        document = load_document(connection, row.id)
        drop_words(store, connection, row.id, indexed_words(document.text, document.blocks))
        clear_reading(store, connection, row.id)
        for table in (*tables.INSIDE, tables.arrivals, tables.dirty):
            connection.execute(delete(table).where(table.c.document == row.id))
        cleared = {"source": row.address or "removed", "title": None, "byline": None, "length": 0, "acts": 0}
        known = tables.documents
        connection.execute(update(known).where(known.c.id == row.id).values(state=State.REMOVED, **cleared))
        drop_unused_original(connection, row.original)
        connection.execute(
            update(tables.verdicts).where(tables.verdicts.c.document == row.hash).values(note=None)
        )
        tombstone = Tombstone(document_id(row.hash), reason.strip(), by, now())
        connection.execute(insert(tables.tombstones).values(
            document=row.id, reason=tombstone.reason, by=by, at=tombstone.at
        ))  # fmt: skip
    purge(store)
    store.checkpoint()
    return tombstone


def clear_reading(store: Store, connection: Connection, document: int) -> None:
    """Take what was read in a document out of the ledger and of all that rests on it."""
    known = load_indexed(connection, document)
    change_traits(store, connection, known.claimants, -1)
    unindex(store, connection, known)
    for table in tables.READ:
        connection.execute(delete(table).where(table.c.document == document))
    sweep(connection, known.who.values())


def tombstones(connection: Connection) -> list[Tombstone]:
    """All tombstones, oldest first."""
    query = select(tables.tombstones, tables.documents.c.hash).join_from(
        tables.tombstones, tables.documents, tables.tombstones.c.document == tables.documents.c.id
    )
    rows = connection.execute(query.order_by(tables.tombstones.c.at, tables.documents.c.hash))
    return [Tombstone(document_id(row.hash), row.reason, row.by, row.at) for row in rows]
