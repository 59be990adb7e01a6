"""Whom a name means, and by what name an entity is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, bindparam, func, select

from onrecord.errors import NotFound
from onrecord.ledger import codes
from onrecord.ledger.grouping import members
from onrecord.ledger.keys import entity_name, parse_entity
from onrecord.ledger.tables import entities, names
from onrecord.query.answers import Asked, Named
from onrecord.types.words import name_key

LONGEST_ACRONYM: Final = 6
"""Letters of a name in capitals that is taken for an acronym; a longer one is a headline's or a dateline's writing, and
another is shown where there is one."""
_MANY: Final = 500
"""Values in one IN list."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a name means.

    Attributes:
        ids: numbers of all entities that are meant, those that are one with them included.
        asked: for saying so.
    """

    ids: tuple[int, ...]
    asked: Asked


def find_entities(connection: Connection, name: str, shown: Names) -> Meant:
    """Whom a name means: an entity by its public name, or all that are known by a name.

    A full name means whoever has that very name; only where nobody has, those for whom it is one name among others.
    A single word ("UN", "Nazary") means everyone known by it.

    Args:
        connection: where.
        name: what a person calls somebody.
        shown: where names are kept.

    Raises:
        NotFound: nobody is; says who is called alike.
    """
    public = parse_entity(name)
    if public is not None:
        number = connection.scalar(select(entities.c.id).where(entities.c.public == public))
        if number is None:
            raise NotFound(f"There is no entity {name} in this ledger.", "onrecord entities NAME lists names.")
        found = [number]
    else:
        found = _by_name(connection, name)
    ids = members(connection, found)
    shown.load(ids)
    leads = dict.fromkeys(shown.named(number) for number in ids)
    return Meant(tuple(ids), Asked(name, tuple(leads)))


def _by_name(connection: Connection, name: str) -> list[int]:
    key = name_key(name)
    query = select(names.c.entity, entities.c.key).join_from(names, entities, names.c.entity == entities.c.id)
    rows = connection.execute(query.where(names.c.key == key).distinct()).all() if key else []
    if not rows:
        raise NotFound(f"Nobody called {name} is on record in this ledger.", _alike(connection, key))
    own = [row.entity for row in rows if row.key == key]
    return own if own and " " in key else [row.entity for row in rows]


def _alike(connection: Connection, key: str) -> str:
    """Who is called alike, as something to do."""
    found: list[str] = []
    for part in sorted(key.split(), key=len, reverse=True)[:2]:
        if len(part) < 3 or found:
            continue
        pattern = f"%{part[: max(3, len(part) - 1)]}%"
        query = select(names.c.name).where(names.c.key.like(pattern)).group_by(names.c.name)
        rows = connection.execute(query.order_by(func.sum(names.c.documents).desc(), names.c.name))
        found = [row.name for row in rows.fetchmany(5)]
    if found:
        return f"There is: {', '.join(found)}."
    return "onrecord sources lists who is quoted."


@dataclass(slots=True)
class Names:
    """The names by which entities are shown; looked up once for each, and several at a time."""

    connection: Connection
    _known: dict[int, Named] = field(default_factory=dict)
    _expected: list[int] = field(default_factory=list)

    def expect(self, ids: Iterable[int | None]) -> None:
        """Say whose names may be asked for, so that they are looked up together with the first that is."""
        self._expected += [number for number in ids if number is not None]

    def load(self, ids: Iterable[int | None]) -> None:
        """Look the names of entities up, those that are not yet."""
        missing = [number for number in dict.fromkeys(ids) if number is not None and number not in self._known]
        for start in range(0, len(missing), _MANY):
            self._load(missing[start : start + _MANY])

    def named(self, number: int) -> Named:
        """An entity as it is shown: by the name of the one that leads those it is one with."""
        if number not in self._known:
            self.load([number, *self._expected])
            self._expected.clear()
        return self._known[number]

    def _load(self, ids: list[int]) -> None:
        rows = self.connection.execute(_WHO, {"ids": ids}).all()
        lead = {row.id: row.cluster or row.id for row in rows}
        there = {row.id: row for row in rows}
        elsewhere = [number for number in set(lead.values()) if number not in there]
        if elsewhere:
            there |= {row.id: row for row in self.connection.execute(_WHO, {"ids": elsewhere})}
        leads = sorted(set(lead.values()))
        best: dict[int, tuple[bool, bool, int, str]] = {}
        for entity, key, name, documents in self.connection.execute(_CALLED, {"ids": leads}).all():
            rank = (key != there[entity].key, name.isupper() and len(name) > LONGEST_ACRONYM, -documents, name)
            if entity not in best or rank < best[entity]:
                best[entity] = rank
        shown = {}
        for number in leads:
            row = there[number]
            name = best[number][-1] if number in best else row.key
            shown[number] = Named(name, entity_name(row.public), codes.TYPES.member(row.type))
        self._known |= {number: shown[lead[number]] for number in lead}


_WHO: Final = select(entities.c.id, entities.c.public, entities.c.type, entities.c.key, entities.c.cluster).where(
    entities.c.id.in_(bindparam("ids", expanding=True))
)
_CALLED: Final = select(names.c.entity, names.c.key, names.c.name, names.c.documents).where(
    names.c.entity.in_(bindparam("ids", expanding=True))
)
