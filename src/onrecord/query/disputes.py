"""Disputes: who denies, questions or declines what, or whom."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from sqlalchemy import Connection, or_, select

from onrecord.ledger import codes
from onrecord.ledger.keys import Kind
from onrecord.ledger.packing import unpack_numbers
from onrecord.ledger.tables import State, documents, stances
from onrecord.ledger.verdict_kinds import Standing
from onrecord.query.answers import DisputeAnswer, Page
from onrecord.query.evidence import entity_of, evidence_of_attribution, speaker, stance_taker, words_of
from onrecord.query.paging import parse_token, token
from onrecord.query.streams import (
    ALWAYS,
    Candidate,
    Period,
    about,
    descending,
    either,
    said_by,
    walk,
)
from onrecord.query.view import Loaded, Mapped, View
from onrecord.query.who import Names
from onrecord.types import Act, StanceKind

_DENIALS: Final = codes.ACTS.mask([Act.DENY])
_AFFIRM: Final = codes.STANCES.number(StanceKind.AFFIRM)


def disputes(
    view: View,
    entity: str | None = None,
    *,
    period: Period = ALWAYS,
    limit: int = 20,
    after: str | None = None,
) -> Page[DisputeAnswer]:
    """Disputes by, toward or about an entity, or all there are, newest first.

    Raises:
        NotFound: nobody of the name is on record.
        BadInput: the token is malformed.
    """
    start = parse_token(after, 2)
    begin = None if start is None else start[0]
    connection = view.connection
    if entity is None:
        ids = None
        stream = _all(connection, period, begin)
    else:
        ids = frozenset(view.meant(entity).ids)
        wanted = tuple(ids)
        denied = either(
            about(connection, wanted, period, begin, _DENIALS), said_by(connection, wanted, period, begin, _DENIALS)
        )
        stream = either(denied, _stanced(connection, wanted, period, begin))
    items: list[DisputeAnswer] = []
    last = (0, 0)
    for place, (number, item) in walk(view, stream, partial(_disputes, ids=ids, names=view.names)):
        if start is not None and place == start[0] and number <= start[1]:
            continue
        if len(items) == limit:
            return Page(tuple(items), token(*last))
        items.append(item)
        last = (place, number)
    return Page(tuple(items))


def _all(connection: Connection, period: Period, start: int | None) -> Iterator[Candidate]:
    """Documents in which something is denied or a stance is taken."""
    known = documents.c
    taken = select(stances.c.number).where(stances.c.place == known.place, stances.c.kind != _AFFIRM).exists()
    disputed = or_(known.acts.op("&")(_DENIALS) != 0, taken)
    query = select(known.place, known.id).where(known.state == State.HERE, disputed)
    return (Candidate(row.place, row.id) for row in descending(connection, query, period, start, known.place))


def _stanced(connection: Connection, ids: tuple[int, ...], period: Period, start: int | None) -> Iterator[Candidate]:
    """Documents in which some entity takes a stance, or one is taken toward it."""
    own = stances.c
    query = select(own.place, own.document).where(or_(own.taker.in_(ids), own.target.in_(ids)), own.kind != _AFFIRM)
    seen = -1
    for row in descending(connection, query, period, start, own.place):
        if row.place != seen:
            yield Candidate(row.place, row.document)
        seen = row.place


def _disputes(
    loaded: Loaded, _: Candidate, *, ids: frozenset[int] | None, names: Names
) -> Iterator[tuple[int, DisputeAnswer]]:
    """The disputes of one document: its stances, then its denials that are no stance."""
    told: set[int] = set()
    found: list[tuple[int, DisputeAnswer]] = []
    for row in loaded.stances:
        told.add(row["attribution"])
        if row["kind"] != _AFFIRM and row["place"] is not None and _concerns(loaded, row, ids):
            found.append((row["number"], _of_stance(loaded, row, names)))
    offset = len(loaded.stances)
    deny = codes.ACTS.number(Act.DENY)
    for number, row in loaded.attributions.items():
        if row["act"] != deny or number in told or row["standing"] == Standing.REJECTED:
            continue
        said = [one for one, each in loaded.statements.items() if each["attribution"] == number and loaded.is_live(one)]
        if said and (ids is None or ids & _entities(loaded, said, row["source_entity"])):
            found.append((offset + number, _of_denial(loaded, number, said, names)))
    yield from found


def _concerns(loaded: Loaded, stance: Mapped, ids: frozenset[int] | None) -> bool:
    if ids is None or stance["taker"] in ids or stance["target"] in ids:
        return True
    return bool(ids & _entities(loaded, unpack_numbers(stance["statements"]), None))


def _entities(loaded: Loaded, statements: list[int] | tuple[int, ...], source: int | None) -> set[int]:
    """Who statements are about, and who makes them, in the ledger."""
    inside = {one for number in statements if number in loaded.statements for one in loaded.entities_of(number)}
    found = {loaded.who(one) for one in (*inside, source)}
    return {one for one in found if one is not None}


def _of_stance(loaded: Loaded, row: Mapped, names: Names) -> DisputeAnswer:
    attribution = loaded.attributions[row["attribution"]]
    reached = [one for one in unpack_numbers(row["statements"]) if one in loaded.statements and loaded.is_live(one)]
    return DisputeAnswer(
        id=loaded.name(Kind.STANCE, row["mark"]),
        stance=codes.STANCES.member(row["kind"]),
        by=stance_taker(loaded, row, names),
        claims=tuple(loaded.name(Kind.CLAIM, loaded.statements[one]["mark"]) for one in reached),
        toward=entity_of(loaded, row["toward"], names),
        toward_document=None,
        text=loaded.words(words_of(attribution)),
        evidence=evidence_of_attribution(loaded, row["attribution"], names),
    )


def _of_denial(loaded: Loaded, number: int, said: list[int], names: Names) -> DisputeAnswer:
    row = loaded.attributions[number]
    return DisputeAnswer(
        id=loaded.name(Kind.STANCE, row["mark"]),
        stance=StanceKind.DENY,
        by=speaker(loaded, row, names),
        claims=tuple(loaded.name(Kind.CLAIM, loaded.statements[one]["mark"]) for one in said),
        toward=None,
        toward_document=None,
        text=loaded.words(words_of(row)),
        evidence=evidence_of_attribution(loaded, number, names),
    )

