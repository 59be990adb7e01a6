"""Sources: who is on record, by how much they are quoted."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select, tuple_

from onrecord.ledger import codes
from onrecord.ledger.keys import entity_name
from onrecord.ledger.tables import entities
from onrecord.query.answers import Page, SourceAnswer
from onrecord.query.paging import parse_token, token
from onrecord.query.view import View


def sources(view: View, *, limit: int = 20, after: str | None = None) -> Page[SourceAnswer]:
    """Who is quoted, most quoted first; entities that are one are counted together.

    Raises:
        BadInput: the token is malformed.
    """
    start = parse_token(after, 2)
    rows = [*_alone(view.connection, start, limit + 1), *_together(view.connection, start)]
    rows = sorted(rows, key=lambda row: (row.said, row.public), reverse=True)[: limit + 1]
    view.names.load(row.id for row in rows)
    found = [
        SourceAnswer(
            entity_name(row.public), view.names.named(row.id).name or "", codes.TYPES.member(row.type), row.said,
            row.documents,
        )
        for row in rows[:limit]
    ]
    more = token(rows[limit - 1].said, rows[limit - 1].public) if len(rows) > limit else None
    return Page(tuple(found), more)


@dataclass(frozen=True, slots=True)
class _Source:
    id: int
    public: int
    type: int
    said: int
    documents: int


def _alone(connection: Connection, start: tuple[int, ...] | None, limit: int) -> list[_Source]:
    """Entities that are one with no other."""
    known = entities.c
    query = select(known.id, known.public, known.type, known.said, known.documents).where(
        known.said > 0, known.cluster.is_(None)
    )
    if start is not None:
        query = query.where(tuple_(known.said, known.public) < tuple_(*start))
    rows = connection.execute(query.order_by(known.said.desc(), known.public.desc()).limit(limit))
    return [_Source(*row) for row in rows]


def _together(connection: Connection, start: tuple[int, ...] | None) -> list[_Source]:
    """Entities that lead those they are one with, counted with them."""
    known, lead = entities.c, entities.alias("lead")
    query = (
        select(lead.c.id, lead.c.public, lead.c.type, func.sum(known.said), func.sum(known.documents))
        .join_from(entities, lead, known.cluster == lead.c.id)
        .where(known.cluster.is_not(None))
        .group_by(lead.c.id, lead.c.public, lead.c.type)
    )
    found = [_Source(row[0], row[1], row[2], int(row[3]), int(row[4])) for row in connection.execute(query)]
    return [one for one in found if one.said and (start is None or (one.said, one.public) < start)]
