"""Figures: quantities about an entity, with whose they are and when they held."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Row, and_, or_, select

from onrecord.ledger import codes
from onrecord.ledger.packing import unpack_numbers
from onrecord.ledger.tables import quantities
from onrecord.query.answers import Evidence, FigureAnswer, Named, Page
from onrecord.query.evidence import entity_of, evidence, speaker
from onrecord.query.paging import parse_token, token
from onrecord.query.streams import ALWAYS, Period
from onrecord.query.view import Loaded, View
from onrecord.query.who import Names
from onrecord.types import Span
from onrecord.types.words import words

AnyRow = Row[*tuple[Any, ...]]

EVIDENCE: Final = 10
"""Occasions of one figure that are shown, newest first."""
_PORTION: Final = 64


def figures(
    view: View,
    entity: str | None = None,
    *,
    unit: str | None = None,
    period: Period = ALWAYS,
    limit: int = 20,
    after: str | None = None,
) -> Page[FigureAnswer]:
    """Figures about an entity, or all there are; one for one value of one source, the newest first.

    Args:
        view: what is seen of the ledger.
        entity: by any name or public name.
        unit: words of the thing counted ("fighters"), or its normal form ("USD").
        period: when their documents were published.
        limit, after: of the page.

    Raises:
        NotFound: nobody of the name is on record.
        BadInput: the token is malformed.
    """
    start = parse_token(after, 2)
    ids = None if entity is None else view.meant(entity).ids
    wanted = set(words(unit)) if unit else set()
    rows: list[AnyRow] = []
    at, size = start, _PORTION
    while len(rows) <= limit:
        portion = view.connection.execute(_newest(ids, period, at).limit(size)).all()
        rows += [row for row in portion if _is_of(row, unit, wanted)]
        if len(portion) < size:
            break
        at, size = (portion[-1].place, portion[-1].number), size * 4
    shown = rows[:limit]
    more = token(shown[-1].place, shown[-1].number) if len(rows) > limit else None
    return Page(tuple(_answers(view, shown)), more)


def _newest(ids: Sequence[int] | None, period: Period, start: tuple[int, ...] | None) -> Any:  # noqa: ANN401 - a query
    """Of each figure, the quantity of the newest document, after a place."""
    own, later = quantities.c, quantities.alias("later")
    newer = or_(later.c.place > own.place, and_(later.c.place == own.place, later.c.number < own.number))
    query = select(quantities).where(
        own.place.between(period.lowest, period.highest),
        ~select(later.c.number)
        .where(later.c.figure == own.figure, later.c.place.between(period.lowest, period.highest), newer)
        .exists(),
    )
    if ids is not None:
        query = query.where(own.about.in_(ids))
    if start is not None:
        query = query.where(or_(own.place < start[0], and_(own.place == start[0], own.number > start[1])))
    return query.order_by(own.place.desc(), own.number)


def _is_of(row: AnyRow, unit: str | None, wanted: set[str]) -> bool:
    if unit is None:
        return True
    return unit.casefold() == (row.unit_norm or "").casefold() or wanted <= set(words(row.unit or ""))


def _answers(view: View, rows: Sequence[AnyRow]) -> list[FigureAnswer]:
    occasions: dict[int, list[AnyRow]] = defaultdict(list)
    own = quantities.c
    query = select(own.figure, own.document, own.number).where(own.figure.in_([row.figure for row in rows]))
    for row in view.connection.execute(query.order_by(own.place.desc(), own.number)).all():
        if len(occasions[row.figure]) < EVIDENCE:
            occasions[row.figure].append(row)
    needed = {row.document for row in rows} | {one.document for every in occasions.values() for one in every}
    loaded = view.load(sorted(needed))
    return [_answer(row, loaded, occasions[row.figure], view.names) for row in rows]


def _answer(row: AnyRow, loaded: dict[int, Loaded], occasions: Sequence[AnyRow], names: Names) -> FigureAnswer:
    own = loaded[row.document]
    told = [one for each in occasions if (one := _evidence(loaded[each.document], each.number, names)) is not None]
    first = _statement_of(own, row.number)
    who = Named(None)
    certainty = None
    if first is not None:
        statement = own.statements[first]
        who = speaker(own, own.attributions[statement["attribution"]], names)
        certainty = codes.CERTAINTIES.member_or_none(statement["certainty"])
    change = json.loads(row.change) if row.change else None
    return FigureAnswer(
        id=f"f{row.figure:016x}",
        entity=entity_of(own, row.entity, names) or Named(None),
        low=row.low,
        high=row.high,
        unit=row.unit,
        unit_norm=row.unit_norm,
        modifier=row.modifier,
        as_of=row.as_of,
        before=(change[0], change[1]) if change else None,
        source=who,
        text=own.words([Span(row.start, row.stop)]),
        published=own.row["published"],
        certainty=certainty,
        evidence=tuple(told),
    )


def _evidence(loaded: Loaded, quantity: int, names: Names) -> Evidence | None:
    number = _statement_of(loaded, quantity)
    return None if number is None else evidence(loaded, number, names)


def _statement_of(loaded: Loaded, quantity: int) -> int | None:
    """The first statement that counts and holds a quantity."""
    return next(
        (
            number
            for number, row in loaded.statements.items()
            if quantity in unpack_numbers(row["quantities"]) and loaded.is_live(number)
        ),
        None,
    )
