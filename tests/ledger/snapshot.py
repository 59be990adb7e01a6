"""What a ledger holds, by public names only, so that two ledgers can be compared."""

from __future__ import annotations

from sqlalchemy import select

from onrecord.ledger import tables
from onrecord.ledger.index import unpack_steps
from onrecord.ledger.store import Store

PASSING = {"retrieved", "at", "id", "document", "entity", "cluster", "publisher", "original", "scope", "model", "about",
           "giver", "taker", "target", "place", "said"}  # fmt: skip
"""Columns that tell when, or that number what public names tell."""

LEDGER_WIDE = {
    tables.document_entities: ("entity",),
    tables.quantities: ("about",),
    tables.commitments: ("giver", "taker"),
    tables.stances: ("taker", "target"),
}
"""Columns that hold numbers of entities of the ledger."""


def snapshot(store: Store) -> dict[str, list[tuple]]:
    """Everything, sorted; numbers of documents and entities are replaced by their public names."""
    with store.reading() as connection:
        documents = {row.id: row.hash.hex() for row in connection.execute(select(tables.documents))}
        entities = {row.id: row.public for row in connection.execute(select(tables.entities))}
        found: dict[str, list[tuple]] = {}
        for table in (tables.documents, *tables.INSIDE):
            rows = []
            for row in connection.execute(select(table)).mappings():
                known = {"document": documents[row.get("document") or row["id"]]}
                known |= {name: entities.get(row[name]) for name in LEDGER_WIDE.get(table, ())}
                plain = {name: value for name, value in row.items() if name not in PASSING}
                rows.append(tuple((known | plain).items()))
            found[table.name] = sorted(rows, key=repr)
        found["entities"] = sorted(
            (row.public, row.type, row.key, row.trait, documents.get(row.scope), row.documents, row.about, row.said,
             row.link, entities.get(row.cluster))
            for row in connection.execute(select(tables.entities))
        )  # fmt: skip
        found["names"] = sorted(
            (row.key, entities[row.entity], row.name, row.documents) for row in connection.execute(select(tables.names))
        )
        found["traits"] = sorted(tuple(row) for row in connection.execute(select(tables.traits)))
        found["appearances"] = sorted(
            (entities[row.entity], documents[row.document], tuple(unpack_steps(row.about)),
             tuple(unpack_steps(row.said)), tuple(unpack_steps(row.voiced)), row.about_acts, row.said_acts)
            for row in connection.execute(select(tables.appearances))
        )  # fmt: skip
        found["dirty"] = sorted((documents[row.document], row.task) for row in connection.execute(select(tables.dirty)))
        return found
