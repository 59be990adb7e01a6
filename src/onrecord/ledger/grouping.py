"""Which entities of the ledger are one, kept beside them. Runs inside a write transaction, on one bounded group."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from sqlalchemy import Connection, Row, or_, select, update

from onrecord.ledger.identities import Judged, Linked, clusters
from onrecord.ledger.keys import entity_name, parse_entity
from onrecord.ledger.tables import decisions, entities
from onrecord.ledger.verdict_kinds import JUDGEMENTS

_MANY: Final = 500
"""Values in one IN list."""


def regroup(connection: Connection, seeds: Iterable[int]) -> None:
    """Find anew which entities are one, for some entities and all that they are or could be one with.

    Args:
        connection: in a write transaction.
        seeds: numbers of entities whose list entry, or decisions about which, have changed.
    """
    rows, judged = _component(connection, set(seeds))
    if not rows:
        return
    found = clusters((Linked(row.public, row.link) for row in rows.values()), judged)
    ids = {row.public: row.id for row in rows.values()}
    sizes: dict[int, int] = {}
    for lead in found.values():
        sizes[lead] = sizes.get(lead, 0) + 1
    for row in rows.values():
        lead = found[row.public]
        cluster = ids[lead] if sizes[lead] > 1 else None
        if row.cluster != cluster:
            connection.execute(update(entities).where(entities.c.id == row.id).values(cluster=cluster))


def members(connection: Connection, found: Collection[int]) -> list[int]:
    """Entities together with all that they are one with, in rising order."""
    every = set(found)
    for some in _portions(found):
        heads = select(entities.c.cluster).where(entities.c.id.in_(some), entities.c.cluster.is_not(None))
        every |= set(connection.execute(select(entities.c.id).where(entities.c.cluster.in_(heads))).scalars())
    return sorted(every)


def _component(connection: Connection, seeds: set[int]) -> tuple[dict[int, Row[Any]], list[Judged]]:
    """Entities that are connected with the seeds by a group, a list entry or a decision, and these decisions."""
    columns = (entities.c.id, entities.c.public, entities.c.link, entities.c.cluster)
    decided = connection.scalar(select(decisions.c.id).where(decisions.c.undone_at.is_(None)).limit(1)) is not None
    rows: dict[int, Row[Any]] = {}
    judged: dict[int, Judged] = {}
    frontier = seeds
    while frontier:
        new = [
            row
            for some in _portions(frontier)
            for row in connection.execute(select(*columns).where(entities.c.id.in_(some)))
        ]
        rows |= {row.id: row for row in new}
        reached: set[int] = set()
        for some in _portions({row.link for row in new if row.link is not None}):
            reached |= set(connection.execute(select(entities.c.id).where(entities.c.link.in_(some))).scalars())
        for some in _portions({row.cluster for row in new if row.cluster is not None}):
            reached |= set(connection.execute(select(entities.c.id).where(entities.c.cluster.in_(some))).scalars())
        if decided:
            reached |= _decided_with(connection, [row.public for row in new], judged)
        frontier = reached - set(rows)
    return rows, [judged[number] for number in sorted(judged)]


def _decided_with(connection: Connection, publics: Collection[int], judged: dict[int, Judged]) -> set[int]:
    """Entities about which, together with one of some, somebody decided; the decisions are added to ``judged``."""
    others: set[int] = set()
    for some in _portions(publics):
        wanted = [entity_name(public) for public in some]
        query = select(decisions).where(
            decisions.c.undone_at.is_(None), or_(decisions.c.a.in_(wanted), decisions.c.b.in_(wanted))
        )
        for row in connection.execute(query):
            a, b = parse_entity(row.a), parse_entity(row.b)
            if a is not None and b is not None:
                judged[row.id] = Judged(a, b, JUDGEMENTS.member(row.judgement))
                others |= {a, b}
    found: set[int] = set()
    for some in _portions(others):
        found |= set(connection.execute(select(entities.c.id).where(entities.c.public.in_(some))).scalars())
    return found


def _portions(values: Collection[Any]) -> Iterable[list[Any]]:
    every = list(values)
    return (every[start : start + _MANY] for start in range(0, len(every), _MANY))
