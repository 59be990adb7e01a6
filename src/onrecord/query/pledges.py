"""Pledges and demands: who committed to what, toward whom, and what is later said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, and_, or_, select

from onrecord.ledger import codes
from onrecord.ledger.keys import Kind
from onrecord.ledger.packing import unpack_spans
from onrecord.ledger.tables import commitments, conduct
from onrecord.query.answers import ConductAnswer, Named, Page, PledgeAnswer
from onrecord.query.evidence import entity_of, evidence_of_attribution, speaker
from onrecord.query.paging import parse_token, token
from onrecord.query.streams import ALWAYS, Period
from onrecord.query.view import Loaded, View
from onrecord.query.who import Names
from onrecord.types import CommitmentKind

AnyRow = Row[*tuple[Any, ...]]


def pledges(
    view: View,
    entity: str | None = None,
    *,
    kind: CommitmentKind | None = None,
    period: Period = ALWAYS,
    limit: int = 20,
    after: str | None = None,
) -> Page[PledgeAnswer]:
    """Commitments by or to an entity, or all there are, newest first.

    Raises:
        NotFound: nobody of the name is on record.
        BadInput: the token is malformed.
    """
    start = parse_token(after, 2)
    own = commitments.c
    query = select(commitments).where(own.place.between(period.lowest, period.highest))
    if entity is not None:
        ids = view.meant(entity).ids
        query = query.where(or_(own.giver.in_(ids), own.taker.in_(ids)))
    if kind is not None:
        query = query.where(own.kind == codes.COMMITMENTS.number(kind))
    if start is not None:
        query = query.where(or_(own.place < start[0], and_(own.place == start[0], own.attribution > start[1])))
    rows = view.connection.execute(query.order_by(own.place.desc(), own.attribution).limit(limit + 1)).all()
    shown = rows[:limit]
    more = token(shown[-1].place, shown[-1].attribution) if len(rows) > limit else None
    return Page(tuple(_answers(view, shown)), more)


def _answers(view: View, rows: Sequence[AnyRow]) -> list[PledgeAnswer]:
    numbers = sorted({row.document for row in rows})
    loaded = view.load(numbers)
    told: dict[tuple[int, int], list[AnyRow]] = defaultdict(list)
    query = select(conduct).where(conduct.c.document.in_(numbers))
    for row in view.connection.execute(query.order_by(conduct.c.document, conduct.c.attribution, conduct.c.number)):
        told[row.document, row.commitment].append(row)
    return [_answer(row, loaded[row.document], told[row.document, row.attribution], view.names) for row in rows]


def _answer(row: AnyRow, loaded: Loaded, told: Sequence[AnyRow], names: Names) -> PledgeAnswer:
    by = entity_of(loaded, row.by, names) or _worded(loaded, row.by_span)
    own = evidence_of_attribution(loaded, row.attribution, names)
    return PledgeAnswer(
        id=loaded.name(Kind.PLEDGE, row.mark),
        kind=codes.COMMITMENTS.member(row.kind),
        by=by or speaker(loaded, loaded.attributions[row.attribution], names),
        to=entity_of(loaded, row.to, names) or _worded(loaded, row.to_span),
        what=loaded.words(unpack_spans(row.what)),
        exchange=loaded.words(unpack_spans(row.exchange)) or None,
        instrument=row.instrument,
        date=row.date,
        deadline=row.deadline,
        evidence=(own,),
        conduct=tuple(_conduct(each, loaded, names) for each in told),
    )


def _worded(loaded: Loaded, packed: bytes) -> Named | None:
    spans = unpack_spans(packed)
    return Named(loaded.words(spans)) if spans else None


def _conduct(row: AnyRow, loaded: Loaded, names: Names) -> ConductAnswer:
    own = evidence_of_attribution(loaded, row.attribution, names)
    return ConductAnswer(own, own.speaker, codes.CONDUCTS.member(row.relation), unpack_spans(row.spans))
