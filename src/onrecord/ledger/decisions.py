"""What people decide about who is who: same, different, unsure. Decisions are kept with who and when; undone ones, too.

``different A B`` says of the second that it is not the first. Where the second is an entity of one document
(``e3f09c1b22d45-19ab775c01``) that goes by the first one's name, it is set apart and becomes an entity of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from onrecord.errors import BadInput, NotFound
from onrecord.ledger import tables
from onrecord.ledger.assigning import change_traits
from onrecord.ledger.decided import set_apart
from onrecord.ledger.finding import find_inside
from onrecord.ledger.grouping import members, regroup
from onrecord.ledger.keys import Kind, entity_name, inside, parse_entity, parse_inside
from onrecord.ledger.known import now
from onrecord.ledger.reindexing import load_indexed, reindex
from onrecord.ledger.store import Store
from onrecord.ledger.verdict_kinds import JUDGEMENTS, Judgement


@dataclass(frozen=True, slots=True)
class IdentityDecision:
    """One decision of one person on whether two entities are one.

    Attributes:
        a, b: public names of the entities.
        undone_by, undone_at: who took it back and when; nothing while it holds.
    """

    number: int
    a: str
    b: str
    judgement: Judgement
    note: str | None
    by: str
    at: str
    undone_by: str | None = None
    undone_at: str | None = None


def judge(
    store: Store, a: str, b: str, judgement: Judgement, *, by: str, note: str | None = None
) -> IdentityDecision:
    """Decide whether two entities are one; it takes effect with the same transaction.

    Args:
        store: where.
        a, b: public names of entities of the ledger or of one document.
        judgement: what is decided; unsure only says that somebody looked.
        by: who decides.
        note: why, in words.

    Raises:
        NotFound: there is no such entity.
        BadInput: it is one and the same, or a person judged it the other way and has not undone that.
    """
    with store.writing() as connection:
        first, second = _resolve(connection, a), _resolve(connection, b)
        if first.entity == second.entity and (judgement is not Judgement.DIFFERENT or second.document is None):
            raise BadInput(f"{a} and {b} are one entity already.", "To part them, name the one of a document.")
        _refuse_contradiction(connection, first, second, judgement)
        result = connection.execute(insert(tables.decisions).values(
            a=first.shared, b=second.name if _parts(first, second, judgement) else second.shared, note=note, by=by,
            judgement=JUDGEMENTS.number(judgement), at=now(),
        ))  # fmt: skip
        assert result.inserted_primary_key is not None
        _take_effect(store, connection, [first, second])
        return _decision(connection, result.inserted_primary_key[0])


def undo(store: Store, number: int, *, by: str) -> IdentityDecision:
    """Take a decision back; what it changed becomes what it was without it.

    Raises:
        NotFound: there is no such decision, or it was undone before.
    """
    with store.writing() as connection:
        known = tables.decisions
        row = connection.execute(select(known).where(known.c.id == number, known.c.undone_at.is_(None))).one_or_none()
        if row is None:
            raise NotFound(f"There is no decision {number} to undo.", "onrecord entities decisions lists them.")
        connection.execute(update(known).where(known.c.id == number).values(undone_by=by, undone_at=now()))
        touched = [one for name in (row.a, row.b) if (one := _resolve_or_none(connection, name)) is not None]
        _take_effect(store, connection, touched)
        return _decision(connection, number)


def list_decisions(connection: Connection) -> list[IdentityDecision]:
    """All decisions, oldest first, undone ones included."""
    return [_of(row) for row in connection.execute(select(tables.decisions).order_by(tables.decisions.c.id))]


@dataclass(frozen=True, slots=True)
class _Named:
    """What a name given by a person stands for.

    Attributes:
        name: as kept in the decision.
        entity: number in the ledger.
        shared: public name of that entity.
        document: the document it was named in, if it was.
    """

    name: str
    entity: int
    shared: str
    document: int | None


def _resolve(connection: Connection, name: str) -> _Named:
    found = _resolve_or_none(connection, name)
    if found is None:
        raise NotFound(f"There is no entity {name} in this ledger.", "onrecord entities NAME lists them.")
    return found


def _resolve_or_none(connection: Connection, name: str) -> _Named | None:
    known = tables.entities
    public = parse_entity(name)
    if public is not None:
        number = connection.scalar(select(known.c.id).where(known.c.public == public))
        return None if number is None else _Named(name, number, name, None)
    if parse_inside(name) is None:
        return None
    try:
        found = find_inside(connection, name, Kind.ENTITY)
    except NotFound:
        return None
    if found.row.entity is None:
        raise BadInput(f"{name} has no name in its document.", "Only who is named can be told apart.")
    shared = connection.scalar(select(known.c.public).where(known.c.id == found.row.entity))
    assert shared is not None
    own = inside(Kind.ENTITY, found.hash, found.row.mark)
    return _Named(own, found.row.entity, entity_name(shared), found.document)


def _parts(first: _Named, second: _Named, judgement: Judgement) -> bool:
    """Whether a decision sets an entity of a document apart from who its name says."""
    return judgement is Judgement.DIFFERENT and second.document is not None and first.entity == second.entity


def _refuse_contradiction(connection: Connection, a: _Named, b: _Named, judgement: Judgement) -> None:
    """A person who decides against a decision has to undo that one, so that undoing never meets a tangle."""
    if judgement is Judgement.UNSURE:
        return
    other = Judgement.DIFFERENT if judgement is Judgement.SAME else Judgement.SAME
    for row in connection.execute(select(tables.decisions).where(tables.decisions.c.undone_at.is_(None))):
        if JUDGEMENTS.member(row.judgement) is other and {row.a, row.b} == {a.shared, b.shared}:
            raise BadInput(
                f"{row.by} judged {row.a} and {row.b} {other.value} (decision {row.id}).",
                f"Undo that first: onrecord entities undo {row.id}.",
            )
    if judgement is Judgement.DIFFERENT and not _parts(a, b, judgement):
        together = set(members(connection, [a.entity]))
        if b.entity in together and a.entity != b.entity and _decided_same(connection, together):
            raise BadInput(
                f"{a.name} and {b.name} are one by decisions.",
                "Undo one of them; onrecord entities decisions lists them.",
            )


def _decided_same(connection: Connection, together: set[int]) -> bool:
    """Whether decisions alone hold some entities together, and not the entry of a list that they share."""
    links = connection.execute(select(tables.entities.c.link).where(tables.entities.c.id.in_(together))).scalars()
    return len(set(links)) != 1


def _take_effect(store: Store, connection: Connection, touched: list[_Named]) -> None:
    for one in touched:
        if one.document is not None:
            _set_apart(store, connection, one.document)
    numbers = [one.entity for one in touched]
    regroup(connection, numbers)


def _set_apart(store: Store, connection: Connection, document: int) -> None:
    """Make the entities of a document agree with what decisions set apart."""
    known = tables.document_entities
    hashed = connection.scalar(select(tables.documents.c.hash).where(tables.documents.c.id == document))
    assert hashed is not None
    apart = set_apart(connection, hashed)
    rows = connection.execute(select(known.c.number, known.c.mark, known.c.apart).where(known.c.document == document))
    changed = {row.number: int(row.mark in apart) for row in rows if row.apart != int(row.mark in apart)}
    if not changed:
        return
    before = load_indexed(connection, document)
    change_traits(store, connection, before.claimants, -1)
    for number, value in changed.items():
        where = (known.c.document == document, known.c.number == number)
        connection.execute(update(known).where(*where).values(apart=value))
    change_traits(store, connection, load_indexed(connection, document).claimants, 1)
    reindex(store, connection, document)


def _decision(connection: Connection, number: int) -> IdentityDecision:
    return _of(connection.execute(select(tables.decisions).where(tables.decisions.c.id == number)).one())


def _of(row: Row[Any]) -> IdentityDecision:
    return IdentityDecision(
        row.id, row.a, row.b, JUDGEMENTS.member(row.judgement), row.note, row.by, row.at, row.undone_by, row.undone_at
    )
