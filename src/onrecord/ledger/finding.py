"""Finding things by their public names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from onrecord.errors import NotFound
from onrecord.ledger import tables
from onrecord.ledger.keys import Inside, Kind, parse_inside
from onrecord.ledger.tables import State

_LAST = b"\xff" * 32


@dataclass(frozen=True, slots=True)
class Found:
    """A row in a document.

    Attributes:
        name: its public name.
        row: of the table it is in.
    """

    name: str
    kind: Kind
    document: int
    hash: bytes
    row: Row[Any]


TABLES: dict[Kind, Table] = {
    Kind.ATTRIBUTION: tables.attributions,
    Kind.STATEMENT: tables.statements,
    Kind.CLAIM: tables.statements,
    Kind.PLEDGE: tables.commitments,
    Kind.STANCE: tables.stances,
    Kind.ENTITY: tables.document_entities,
}


def documents_like(connection: Connection, prefix: bytes, *, removed: bool = False) -> list[Row[Any]]:
    """Documents whose hash begins so; removed ones only when asked for."""
    known = tables.documents
    query = select(known).where(known.c.hash >= prefix, known.c.hash <= prefix + _LAST).order_by(known.c.hash)
    seen = query.where(known.c.state != State.ARRIVING) if removed else query.where(known.c.state == State.HERE)
    return list(connection.execute(seen))


def find_inside(connection: Connection, name: str, *kinds: Kind) -> Found:
    """What stands in a document, by its public name.

    Args:
        connection: where it is looked for.
        name: such as ``a3f09c1b22d45-19ab775c01``.
        kinds: what it may be; anything, when not given.

    Raises:
        NotFound: there is no such thing.
    """
    parsed = parse_inside(name)
    if parsed is not None and parsed.kind in TABLES and (not kinds or parsed.kind in kinds):
        found = _search(connection, parsed)
        if found is not None:
            return found
    wanted = " or ".join(kind.name.lower() for kind in kinds) or "entry"
    raise NotFound(f"There is no {wanted} {name} in this ledger.", "Check the name; onrecord claims lists names.")


def _search(connection: Connection, parsed: Inside) -> Found | None:
    table = TABLES[parsed.kind]
    for document in documents_like(connection, parsed.prefix):
        query = select(table).where(table.c.document == document.id, table.c.mark == parsed.mark)
        row = connection.execute(query).first()
        if row is not None:
            return Found(str(parsed), parsed.kind, document.id, document.hash, row)
    return None


def find_document(connection: Connection, name: str, *, removed: bool = False) -> Row[Any]:
    """A document by its name, the first eight digits of it or more, its address, or the source it was read from.

    Args:
        connection: where it is looked for.
        name: what a person calls it.
        removed: find removed ones, too.

    Raises:
        NotFound: there is none, or there are several.
    """
    known = tables.documents
    digits = name.removeprefix("sha256:").lower()
    rows: list[Row[Any]] = []
    if len(digits) >= 8 and set(digits) <= set("0123456789abcdef"):
        even = digits[: len(digits) // 2 * 2]
        like = documents_like(connection, bytes.fromhex(even), removed=removed)
        rows = [row for row in like if row.hash.hex().startswith(digits)]
    for column in (known.c.address, known.c.source):
        if not rows:
            query = select(known).where(column == name)
            states = (State.HERE, State.REMOVED) if removed else (State.HERE,)
            rows = list(connection.execute(query.where(known.c.state.in_(states))))
    if not rows:
        raise NotFound(f"There is no document {name} in this ledger.", "onrecord documents lists them.")
    if len(rows) > 1:
        names = ", ".join(f"sha256:{row.hash.hex()[:12]}" for row in rows[:5])
        raise NotFound(f"{name} may be any of {len(rows)} documents ({names}).", "Give the name of one of them.")
    return rows[0]
