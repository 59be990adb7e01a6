"""Writing what was read in a document, and all that follows from it. Runs inside a write transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Table, insert, select, update

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
from onrecord.ledger.index import Index, appearance_rows, index
from onrecord.ledger.rows import Rows
from onrecord.ledger.store import Store
from onrecord.types import ModelVersion

BULK: Final = (
    tables.mentions, tables.chains, tables.attributions, tables.statements, tables.dates, tables.conduct,
    tables.list_links,
)  # fmt: skip
"""Tables of what was read whose rows can be written before it is known who is who in the ledger."""


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
