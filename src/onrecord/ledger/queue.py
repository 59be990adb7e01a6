"""Work that a change leaves behind: documents to look at again, each in a short transaction of its own."""

from __future__ import annotations

from enum import IntEnum

from sqlalchemy import Connection, Select, delete, literal, select, true

from onrecord.ledger.dialects import insert_new
from onrecord.ledger.store import Store
from onrecord.ledger.tables import dirty


class Task(IntEnum):
    """What is to be done with a document."""

    REASSIGN = 1
    """Tell its entities anew who they are."""
    ASSEMBLE = 2
    """Group its statements into claims anew."""


def put(store: Store, connection: Connection, task: Task, documents: Select[tuple[int]]) -> None:
    """Queue documents for a task; those that wait for it already wait once."""
    chosen = documents.subquery()
    rows = select(chosen.c[0], literal(int(task))).where(true())  # without it SQLite reads ON CONFLICT as a join
    connection.execute(insert_new(store, dirty).from_select(["document", "task"], rows))


def waiting(connection: Connection, task: Task, limit: int) -> list[int]:
    """Some documents that wait for a task, lowest number first."""
    query = select(dirty.c.document).where(dirty.c.task == int(task)).order_by(dirty.c.document).limit(limit)
    return list(connection.execute(query).scalars())


def done(connection: Connection, task: Task, document: int) -> None:
    """Take a document off the queue."""
    connection.execute(delete(dirty).where(dirty.c.document == document, dirty.c.task == int(task)))
