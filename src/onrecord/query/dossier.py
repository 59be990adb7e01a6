"""A dossier: everything on record about and by an entity, on one page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, func, select

from onrecord.ledger import codes
from onrecord.ledger.index import unpack_steps
from onrecord.ledger.keys import DATED, entity_name, place_day
from onrecord.ledger.rows import TEN_THOUSANDTHS
from onrecord.ledger.tables import (
    appearances,
    attributions,
    document_entities,
    entities,
    list_links,
    names,
    statements,
)
from onrecord.query.answers import Companion, Dossier, Link, Named
from onrecord.query.claims import ClaimFilter, claims
from onrecord.query.disputes import disputes
from onrecord.query.figures import figures
from onrecord.query.pledges import pledges
from onrecord.query.streams import ALWAYS, Period
from onrecord.query.view import View
from onrecord.query.who import Names
from onrecord.types import Certainty, SourceKind

AnyRow = Row[*tuple[Any, ...]]

LOOKED_AT: Final = 100
"""Newest documents from which roles, links, companions and tallies are taken: a bound, so that a dossier of somebody
in every other document comes as fast as any."""
SHOWN: Final = 10
"""Claims, figures, pledges and disputes of each kind; the questions of these names give the rest."""
MOST: Final = 10
"""Dossiers for one name; more people than that are called so, and a public name tells which is meant."""


def dossiers(view: View, name: str, *, period: Period = ALWAYS) -> list[Dossier]:
    """The dossier of an entity, or of each that a name may mean, the one in most documents first.

    Raises:
        NotFound: nobody of the name is on record.
    """
    connection = view.connection
    meant = view.meant(name)
    known = entities.c
    groups: dict[int, list[AnyRow]] = {}
    for row in connection.execute(select(entities).where(known.id.in_(meant.ids)).order_by(known.public)):
        groups.setdefault(row.cluster or row.id, []).append(row)
    order = sorted(groups.items(), key=lambda group: (-sum(row.documents for row in group[1]), group[1][0].public))
    return [_dossier(view, lead, rows, period) for lead, rows in order[:MOST]]


def _dossier(view: View, lead: int, rows: Sequence[AnyRow], period: Period) -> Dossier:
    ids = [row.id for row in rows]
    connection, own = view.connection, view.names
    own.load(ids)
    entity = own.named(lead)
    assert entity.entity is not None
    looked = _newest(connection, ids, period)
    about = {row.document: unpack_steps(row.about) for row in looked}
    certainty, speakers = _tallies(connection, about, own)
    first, last = _days(connection, ids)
    page = {"period": period, "limit": SHOWN}
    return Dossier(
        entity=entity,
        names=_names(connection, ids),
        roles=_roles(connection, list(about), ids),
        links=_links(connection, list(about), ids),
        same=tuple(entity_name(row.public) for row in rows if row.id != lead),
        documents=sum(row.documents for row in rows),
        about=sum(row.about for row in rows),
        said=sum(row.said for row in rows),
        first_seen=first,
        last_seen=last,
        looked_at=len(about),
        about_certainty=certainty,
        about_speakers=speakers,
        claims_about=claims(view, ClaimFilter(about=entity.entity, period=period), limit=SHOWN).items,
        claims_by=claims(view, ClaimFilter(by=entity.entity, period=period), limit=SHOWN).items,
        figures=figures(view, entity.entity, **page).items,  # type: ignore[arg-type]
        pledges=pledges(view, entity.entity, **page).items,  # type: ignore[arg-type]
        disputes=disputes(view, entity.entity, **page).items,  # type: ignore[arg-type]
        appears_with=_companions(connection, list(about), ids, own),
    )


def _newest(connection: Connection, ids: list[int], period: Period) -> Sequence[AnyRow]:
    own = appearances.c
    query = select(own.document, own.about).where(
        own.entity.in_(ids), own.place.between(period.lowest, period.highest)
    )
    return connection.execute(query.order_by(own.place.desc()).limit(LOOKED_AT)).all()


def _days(connection: Connection, ids: list[int]) -> tuple[str | None, str | None]:
    """The first and the last day on which a dated document names any of some entities."""
    own = appearances.c
    lowest = [
        connection.scalar(select(func.min(own.place)).where(own.entity == one, own.place >= DATED)) for one in ids
    ]
    highest = [connection.scalar(select(func.max(own.place)).where(own.entity == one)) for one in ids]
    dated = [place for place in (*lowest, *highest) if place is not None and place >= DATED]
    return (place_day(min(dated)), place_day(max(dated))) if dated else (None, None)


def _names(connection: Connection, ids: list[int]) -> tuple[str, ...]:
    own = names.c
    query = select(own.name, func.sum(own.documents).label("seen")).where(own.entity.in_(ids)).group_by(own.name)
    return tuple(row.name for row in connection.execute(query.order_by(func.sum(own.documents).desc(), own.name)))


def _roles(connection: Connection, documents: list[int], ids: list[int]) -> tuple[tuple[str, int], ...]:
    own = document_entities.c
    query = select(own.roles).where(own.document.in_(documents), own.entity.in_(ids), own.roles.is_not(None))
    counted = Counter(role for packed in connection.execute(query).scalars() for role in set(json.loads(packed)))
    return tuple(sorted(counted.items(), key=lambda role: (-role[1], role[0])))


def _links(connection: Connection, documents: list[int], ids: list[int]) -> tuple[Link, ...]:
    own, who = list_links.c, document_entities.c
    query = (
        select(list_links)
        .join_from(list_links, document_entities, and_(own.document == who.document, own.entity == who.number))
        .where(own.document.in_(documents), who.entity.in_(ids))
    )
    found: dict[tuple[str, str], list[AnyRow]] = {}
    for row in connection.execute(query):
        found.setdefault((row.list, row.reference), []).append(row)
    links = []
    for (name, reference), rows in sorted(found.items()):
        best = max(rows, key=lambda row: (row.certain, row.score, row.reason))
        score = best.score / TEN_THOUSANDTHS
        links.append(Link(name, reference, score, bool(best.certain), best.reason, len({row.document for row in rows})))
    return tuple(sorted(links, key=lambda link: (not link.certain, -link.score, link.list, link.id)))


def _tallies(
    connection: Connection, about: dict[int, list[int]], own: Names
) -> tuple[tuple[tuple[Certainty | None, int], ...], tuple[tuple[Named, int], ...]]:
    """How sure the statements about an entity are, and whose they are."""
    wanted = {(document, number) for document, numbers in about.items() for number in numbers}
    said, told = statements.c, attributions.c
    query = (
        select(said.document, said.number, said.certainty, told.source_kind, document_entities.c.entity)
        .join_from(statements, attributions, and_(said.document == told.document, said.attribution == told.number))
        .join(
            document_entities,
            and_(told.document == document_entities.c.document, told.source_entity == document_entities.c.number),
            isouter=True,
        )
        .where(said.document.in_(list(about)))
    )
    rows = [row for row in connection.execute(query).all() if (row.document, row.number) in wanted]
    own.load(row.entity for row in rows)
    sure = Counter(codes.CERTAINTIES.member_or_none(row.certainty) for row in rows)
    author = codes.SOURCES.number(SourceKind.AUTHOR)
    who = Counter(
        own.named(row.entity) for row in rows if row.entity is not None and row.source_kind != author
    )
    return (
        tuple(sorted(sure.items(), key=lambda item: (-item[1], item[0] or ""))),
        tuple(sorted(who.items(), key=lambda item: (-item[1], item[0].name or ""))[:SHOWN]),
    )


def _companions(connection: Connection, documents: list[int], ids: list[int], own: Names) -> tuple[Companion, ...]:
    """Who appears in most of some documents, publishers in their own voice left out."""
    here = appearances.c
    query = select(here.entity, here.document).where(
        here.document.in_(documents), here.entity.not_in(ids), func.length(here.about) + func.length(here.said) > 0
    )
    rows = connection.execute(query).all()
    counted = Counter(row.entity for row in rows)
    often = counted.most_common(SHOWN * 5)
    own.load(number for number, _ in often)
    grouped: Counter[Named] = Counter()
    for number, count in often:
        grouped[own.named(number)] += count
    best = sorted(grouped.items(), key=lambda item: (-item[1], item[0].name or "", item[0].entity or ""))
    return tuple(Companion(entity, count) for entity, count in best[:SHOWN])
