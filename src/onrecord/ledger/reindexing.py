"""Doing again for a document what questions across documents rest on. Runs inside a write transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Table, bindparam, delete, select, update

from onrecord.ledger import queue, tables
from onrecord.ledger.assigning import PUBLISHER, Claimant, claimant_of_row, with_publisher
from onrecord.ledger.counting import Made, count, sweep
from onrecord.ledger.index import unpack_steps
from onrecord.ledger.store import Store
from onrecord.ledger.writing import index_document

_FEW: Final = 8
"""Documents of the queue in one transaction: some 10 ms each, so that nobody waits a quarter of a second."""


@dataclass(slots=True)
class Indexed:
    """What is known of a document that is in the ledger.

    Attributes:
        place: in every list.
        rows: by table, of the tables that are indexed.
        claimants: its named entities and its publisher.
        who: the entity of the ledger for each.
        made: how many statements are about and by each entity of the ledger.
    """

    number: int
    hash: bytes
    place: int
    rows: dict[Table, list[dict[str, Any]]]
    claimants: list[Claimant]
    who: dict[int, int]
    made: dict[int, Made]


def load_indexed(connection: Connection, document: int) -> Indexed:
    """What is indexed of a document now."""
    known = tables.documents
    row = connection.execute(
        select(known.c.hash, known.c.place, tables.publishers.c.name)
        .join_from(known, tables.publishers, known.c.publisher == tables.publishers.c.id, isouter=True)
        .where(known.c.id == document)
    ).one()
    rows = {table: _rows(connection, table, document) for table in _INDEXED}
    entities = _who_rows(connection, document)
    own = tables.appearances.c
    appearing = connection.execute(select(own.entity, own.about, own.said).where(own.document == document))
    made = {one.entity: Made(len(unpack_steps(one.about)), len(unpack_steps(one.said))) for one in appearing}
    claimants = with_publisher([claimant_of_row(one) for one in entities], row.name)
    who = {one["number"]: one["entity"] for one in entities}
    if claimants and claimants[-1].number == PUBLISHER:
        entities_ = tables.entities.c
        publisher = connection.scalar(select(entities_.id).where(entities_.public == claimants[-1].shared))
        if publisher is not None:
            who[PUBLISHER] = publisher
    return Indexed(document, row.hash, row.place, rows, claimants, who, made)


def unindex(store: Store, connection: Connection, known: Indexed) -> None:
    """Take a document out of all counts and appearances. `onrecord.ledger.counting.sweep` must follow."""
    count(store, connection, known.claimants, known.who, known.made, -1)
    connection.execute(delete(tables.appearances).where(tables.appearances.c.document == known.number))


def reindex(store: Store, connection: Connection, document: int) -> None:
    """Assign the entities of a document anew, and index its statements as they stand now."""
    known = load_indexed(connection, document)
    unindex(store, connection, known)
    before = {table: [dict(row) for row in rows] for table, rows in known.rows.items()}
    found = index_document(store, connection, document, known.place, known.hash, known.claimants, known.rows)
    for table, columns in _DERIVED.items():
        for row, old in zip(known.rows[table], before[table], strict=True):
            if any(row[name] != old[name] for name in columns):
                connection.execute(_update(table, columns), _changed(table, columns, row))
    connection.execute(update(tables.documents).where(tables.documents.c.id == document).values(acts=found.acts))
    sweep(connection, {*known.who.values(), *found.appearances})


def drain(store: Store) -> int:
    """Do all that waits in the queue, a few documents a transaction; returns how many documents were done."""
    done = 0
    while True:
        with store.reading() as connection:
            if not queue.waiting(connection, queue.Task.REASSIGN, 1):
                return done
        with store.writing() as connection:
            for document in queue.waiting(connection, queue.Task.REASSIGN, _FEW):
                reindex(store, connection, document)
                queue.done(connection, queue.Task.REASSIGN, document)
                done += 1


_INDEXED: Final = (
    tables.document_entities, tables.attributions, tables.statements, tables.quantities, tables.commitments,
    tables.stances,
)  # fmt: skip
_DERIVED: Final[Mapping[Table, tuple[str, ...]]] = {
    tables.document_entities: ("entity",),
    tables.quantities: ("about", "place", "figure"),
    tables.commitments: ("giver", "taker", "place"),
    tables.stances: ("taker", "target", "place"),
}
"""Columns that are filled in when a document is indexed."""


def _rows(connection: Connection, table: Table, document: int) -> list[dict[str, Any]]:
    query = select(table).where(table.c.document == document).order_by(*table.primary_key.columns)
    return [dict(row) for row in connection.execute(query).mappings()]


def _who_rows(connection: Connection, document: int) -> list[dict[str, Any]]:
    """Rows of the named entities of a document, each with what is known of who it is."""
    known, who = tables.document_entities, tables.entities
    query = (
        select(known, who.c.type.label("known_type"), who.c.key.label("known_key"))
        .join_from(known, who, known.c.entity == who.c.id)
        .where(known.c.document == document)
        .order_by(known.c.number)
    )
    return [dict(row) for row in connection.execute(query).mappings()]


def _update(table: Table, columns: tuple[str, ...]) -> Any:  # noqa: ANN401 - an update statement
    keys = [column == bindparam(f"b_{column.name}") for column in table.primary_key.columns]
    return update(table).where(*keys).values({name: bindparam(f"v_{name}") for name in columns})


def _changed(table: Table, columns: tuple[str, ...], row: Mapping[str, Any]) -> dict[str, Any]:
    keys = {f"b_{column.name}": row[column.name] for column in table.primary_key.columns}
    return keys | {f"v_{name}": row[name] for name in columns}
