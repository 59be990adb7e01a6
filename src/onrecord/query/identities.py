"""Who is who: entities by name with the documents they stand in, and pairs that may be one."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any, Final

from sqlalchemy import Row, func, select

from onrecord.ledger import tables
from onrecord.ledger.keys import Kind, document_id, entity_name, inside
from onrecord.query.answers import Bearer, EntityAnswer, Page, Suggestion
from onrecord.query.view import View
from onrecord.types.words import name_key

AnyRow = Row[*tuple[Any, ...]]

BEARERS: Final = 20
"""Newest documents that are listed for an entity."""
_PAIRS: Final = 50
"""Pairs of bearers of one name that are suggested; a name that more share is no reason to merge anybody."""


def entities_named(view: View, name: str) -> list[EntityAnswer]:
    """All entities known by a name, or the one of a public name with those it is one with; most documents first.

    Raises:
        NotFound: nobody is.
    """
    known = tables.entities.c
    meant = view.meant(name)
    rows = view.connection.execute(select(tables.entities).where(known.id.in_(meant.ids))).all()
    rows = sorted(rows, key=lambda row: (-row.documents, row.public))
    together: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        if row.cluster is not None:
            together[row.cluster].append(row.public)
    return [_answer(view, row, together.get(row.cluster, [])) for row in rows[:100]]


def suggestions(view: View, name: str | None = None, *, limit: int = 20, after: str | None = None) -> Page[Suggestion]:
    """Pairs of entities that share a name and that nobody has decided about, by name.

    Args:
        view: what is seen of the ledger.
        name: only bearers of this name.
        limit, after: of the page; a page ends with all pairs of a name.

    Raises:
        NotFound: nobody is called so.
    """
    judged = _judged(view)
    if name is not None:
        view.meant(name)
        return Page(tuple(_pairs(view, name_key(name), judged)))
    own = tables.names.c
    query = select(own.key).group_by(own.key).having(func.count(own.entity.distinct()) > 1).order_by(own.key)
    if after is not None:
        query = query.where(own.key > after)
    found: list[Suggestion] = []
    for key in view.connection.execute(query).scalars():
        found += _pairs(view, key, judged)
        if len(found) >= limit:
            return Page(tuple(found), key)
    return Page(tuple(found))


def _answer(view: View, row: AnyRow, together: Sequence[int]) -> EntityAnswer:
    own = tables.names.c
    called = view.connection.execute(
        select(own.name).where(own.entity == row.id).order_by(own.documents.desc(), own.name)
    ).scalars()
    return EntityAnswer(
        entity=view.names.named(row.id) if row.cluster is None else _own(view, row),
        names=tuple(dict.fromkeys(called)),
        documents=row.documents,
        about=row.about,
        said=row.said,
        trait=row.trait,
        link=row.link,
        everywhere=row.scope is None,
        same=tuple(entity_name(public) for public in sorted(together) if public != row.public),
        bearers=tuple(_bearers(view, row.id)),
    )


def _own(view: View, row: AnyRow) -> Any:  # noqa: ANN401 - Named
    """An entity by its own public name, and not by that of the one that leads those it is one with."""
    from dataclasses import replace  # noqa: PLC0415

    return replace(view.names.named(row.id), entity=entity_name(row.public))


def _bearers(view: View, entity: int) -> Iterable[Bearer]:
    seen, own, known = tables.appearances.c, tables.document_entities.c, tables.documents.c
    newest = select(seen.document).where(seen.entity == entity).order_by(seen.place.desc()).limit(BEARERS)
    numbers = list(view.connection.execute(newest).scalars())
    query = (
        select(own.mark, own.name, own.roles, known.hash, known.published, known.title)
        .join_from(tables.document_entities, tables.documents, own.document == known.id)
        .where(own.document.in_(numbers), own.entity == entity)
        .order_by(known.place.desc(), own.number)
    )
    for row in view.connection.execute(query):
        roles = tuple(json.loads(row.roles)) if row.roles else ()
        local = inside(Kind.ENTITY, row.hash, row.mark)
        yield Bearer(local, document_id(row.hash), row.name, roles, row.published, row.title)


def _judged(view: View) -> set[frozenset[str]]:
    """Pairs that somebody decided about."""
    own = tables.decisions.c
    query = select(own.a, own.b).where(own.undone_at.is_(None))
    return {frozenset((row.a, row.b)) for row in view.connection.execute(query)}


def _pairs(view: View, key: str, judged: set[frozenset[str]]) -> list[Suggestion]:
    own, known = tables.names.c, tables.entities.c
    query = (
        select(known.id, known.public, known.key, known.type, known.trait, known.cluster, known.scope)
        .join_from(tables.names, tables.entities, own.entity == known.id)
        .where(own.key == key)
        .distinct()
        .order_by(known.public)
        .limit(_PAIRS)
    )
    found = []
    for first, second in combinations(view.connection.execute(query).all(), 2):
        if first.cluster is not None and first.cluster == second.cluster:
            continue
        if frozenset((entity_name(first.public), entity_name(second.public))) in judged:
            continue
        if first.type != second.type:
            continue
        found.append(Suggestion(_own(view, first), _own(view, second), _reason(key, first, second)))
        if len(found) == _PAIRS:
            break
    return found


def _reason(key: str, first: AnyRow, second: AnyRow) -> str:
    """Why two may be one, and why they are not made one."""
    traits = [one.trait.partition(":")[2] for one in (first, second) if one.trait]
    if first.key == second.key and len(traits) == 2:
        return f"both are called “{key}”; against it: {traits[0]} and {traits[1]}"
    if first.key == second.key:
        against = "the name could be another's" if first.scope or second.scope else "only one of them is told apart"
        return f"both are called “{key}”; {against}"
    names = f"“{first.key}” and “{second.key}”"
    return f"both go by “{key}”; {names} may be two, for a shared alias proves nothing"
