"""Counts of documents and statements, kept with entities and names. Runs inside a write transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select, update

from onrecord.ledger.assigning import Claimant
from onrecord.ledger.dialects import insert_or_add
from onrecord.ledger.grouping import regroup
from onrecord.ledger.store import Store
from onrecord.ledger.tables import entities, names
from onrecord.types.words import name_key

_ADD: Final = (
    update(entities)
    .where(entities.c.id == bindparam("b_id"))
    .values(
        documents=entities.c.documents + bindparam("b_documents"),
        about=entities.c.about + bindparam("b_about"),
        said=entities.c.said + bindparam("b_said"),
    )
)


@dataclass(frozen=True, slots=True)
class Made:
    """How many statements of a document are about an entity, and how many it is the source of."""

    about: int
    said: int


def count(
    store: Store,
    connection: Connection,
    claimants: Iterable[Claimant],
    who: Mapping[int, int],
    made: Mapping[int, Made],
    by: int,
) -> None:
    """Count a document in its entities and their names, or take it out. `sweep` must follow once all is counted.

    Args:
        store, connection: where.
        claimants: the document's named entities.
        who: the entity of the ledger for each, by its number in the document.
        made: how many of its statements are about and by each entity of the ledger.
        by: 1 to count, -1 to take out.
    """
    none = Made(0, 0)
    changes = []
    for entity in sorted(set(who.values())):
        own = made.get(entity, none)
        changes.append({"b_id": entity, "b_documents": by, "b_about": by * own.about, "b_said": by * own.said})
    if not changes:
        return
    connection.execute(_ADD, changes)
    named: set[tuple[str, int, str]] = set()
    for one in claimants:
        entity = who[one.number]
        named |= {(key, entity, name) for name in one.names if (key := name_key(name))}
        if one.key and one.names:
            # A name without its title: what a person would ask for, shown as the name it was taken from.
            named.add((one.key, entity, _written(one)))
    rows = [{"key": key, "entity": entity, "name": name, "documents": by} for key, entity, name in sorted(named)]
    if rows:
        connection.execute(insert_or_add(store, names, "documents"), rows)


def _written(one: Claimant) -> str:
    """The shortest way in which the document writes the name that an entity is known by."""
    fitting = [name for name in one.names if name_key(name).endswith(one.key)]
    return min(fitting, key=lambda name: (len(name), name), default=one.names[0])


def sweep(connection: Connection, touched: Iterable[int]) -> None:
    """Remove entities and names that no document has any more.

    Args:
        connection: in a write transaction.
        touched: the entities whose counts have changed.
    """
    ids = sorted(set(touched))
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        connection.execute(delete(names).where(names.c.entity.in_(some), names.c.documents <= 0))
        gone = connection.execute(
            select(entities.c.id, entities.c.cluster).where(entities.c.id.in_(some), entities.c.documents <= 0)
        ).all()
        if not gone:
            continue
        numbers = [row.id for row in gone]
        heads = [row.cluster for row in gone if row.cluster is not None]
        left = []
        if heads:
            query = select(entities.c.id).where(entities.c.cluster.in_(heads), entities.c.id.not_in(numbers))
            left = list(connection.execute(query).scalars())
        connection.execute(delete(entities).where(entities.c.id.in_(numbers)))
        if left:
            connection.execute(update(entities).where(entities.c.id.in_(left)).values(cluster=None))
            regroup(connection, left)
