"""Streams of documents that may answer a question, newest first; the ledger is read only as far as one is followed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from sqlalchemy import Column, Connection, Row, Select, select

from onrecord.ledger.full_text import Term, newest_holding
from onrecord.ledger.index import unpack_steps
from onrecord.ledger.keys import DATED, first_place, last_place
from onrecord.ledger.tables import State, appearances, documents
from onrecord.query.view import Loaded, View

Item = TypeVar("Item")

_FIRST: Final = 48
"""Candidates that are fetched at first; each time after, four times as many."""
_MOST: Final = 12_288
_LOADED: Final = (8, 24)
"""Documents that are loaded together: at first, and each time after."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that may answer.

    Attributes:
        statements: numbers of those that may; nothing where any may.
    """

    place: int
    document: int
    statements: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """Documents published from one day to another, both included; undated ones are in no period."""

    since: str | None = None
    until: str | None = None

    @property
    def lowest(self) -> int:
        """The lowest place in it."""
        if self.since is not None:
            return first_place(self.since)
        return 0 if self.until is None else DATED

    @property
    def highest(self) -> int:
        """The highest place in it."""
        return (1 << 63) - 1 if self.until is None else last_place(self.until)


ALWAYS: Final = Period()
"""All documents, undated ones included."""


def all_documents(connection: Connection, period: Period, start: int | None, acts: int = 0) -> Iterator[Candidate]:
    """All documents; with ``acts``, those that have an act of the mask."""
    known = documents.c
    query = select(known.place, known.id).where(known.state == State.HERE)
    if acts:
        query = query.where(known.acts.op("&")(acts) != 0)
    for place, number in descending(connection, query, period, start, known.place):
        yield Candidate(place, number)


def about(
    connection: Connection, ids: tuple[int, ...], period: Period, start: int | None, acts: int = 0
) -> Iterator[Candidate]:
    """Documents with statements about any of some entities."""
    return _appearing(connection, ids, period, start, acts, said=False)


def said_by(
    connection: Connection, ids: tuple[int, ...], period: Period, start: int | None, acts: int = 0
) -> Iterator[Candidate]:
    """Documents with statements by any of some entities."""
    return _appearing(connection, ids, period, start, acts, said=True)


def both(first: Iterator[Candidate], second: Iterator[Candidate]) -> Iterator[Candidate]:
    """Documents and statements that are in both of two streams."""
    left, right = next(first, None), next(second, None)
    while left is not None and right is not None:
        if left.place > right.place:
            left = next(first, None)
        elif left.place < right.place:
            right = next(second, None)
        else:
            yield Candidate(left.place, left.document, _common(left.statements, right.statements))
            left, right = next(first, None), next(second, None)


def either(first: Iterator[Candidate], second: Iterator[Candidate]) -> Iterator[Candidate]:
    """Documents that are in any of two streams, whichever their statements."""
    left, right = next(first, None), next(second, None)
    while left is not None or right is not None:
        place = max(one.place for one in (left, right) if one is not None)
        if left is not None and left.place == place:
            yield Candidate(place, left.document)
            if right is not None and right.place == place:
                right = next(second, None)
            left = next(first, None)
        elif right is not None:
            yield Candidate(place, right.document)
            right = next(second, None)


def within(stream: Iterator[Candidate], found: set[int]) -> Iterator[Candidate]:
    """Documents of a stream that are in a set."""
    return (candidate for candidate in stream if candidate.document in found)


def holding_words(
    view: View, terms: tuple[Term, ...], period: Period, start: int | None
) -> Iterator[Candidate]:
    """Documents that hold all of some terms."""
    size, highest, seen = _FIRST * 4, period.highest if start is None else min(start, period.highest), -1
    while True:
        rows = newest_holding(view.store, view.connection, terms, period.lowest, highest, size)
        for place, number in rows:
            if number != seen:  # the parts of a long document come one after the other
                yield Candidate(place, number)
            seen = number
        if len(rows) < size:
            return
        highest = rows[-1][0] - 1
        size = min(size * 4, _MOST)


def walk(
    view: View,
    stream: Iterator[Candidate],
    produce: Callable[[Loaded, Candidate], Iterator[Item]],
    *,
    bare: bool = False,
) -> Iterator[tuple[int, Item]]:
    """What documents of a stream give, each with the place of its document.

    Args:
        view: what is seen of the ledger.
        stream: the documents.
        produce: what one document gives, in order.
        bare: only the text is needed, not what was read in it.
    """
    few: list[Candidate] = []
    size, later = _LOADED
    for candidate in stream:
        few.append(candidate)
        if len(few) == size:
            size = later
            yield from _produced(view, few, produce, bare)
            few = []
    yield from _produced(view, few, produce, bare)


def _produced(
    view: View,
    few: list[Candidate],
    produce: Callable[[Loaded, Candidate], Iterator[Item]],
    bare: bool,
) -> Iterator[tuple[int, Item]]:
    loaded = view.load((candidate.document for candidate in few), bare=bare)
    for candidate in few:
        if candidate.document in loaded:
            for item in produce(loaded[candidate.document], candidate):
                yield candidate.place, item


def _appearing(
    connection: Connection, ids: tuple[int, ...], period: Period, start: int | None, acts: int, *, said: bool
) -> Iterator[Candidate]:
    own = appearances.c
    packed = (own.said, own.voiced) if said else (own.about,)
    mask = own.said_acts if said else own.about_acts
    query = select(own.place, own.document, *packed).where(own.entity.in_(ids), mask != 0)
    if acts:
        query = query.where(mask.op("&")(acts) != 0)
    place, document, statements = -1, -1, frozenset[int]()
    for row in descending(connection, query, period, start, own.place):
        if row[0] != place:
            if place >= 0:
                yield Candidate(place, document, statements)
            place, document, statements = row[0], row[1], frozenset()
        for some in row[2:]:
            statements |= frozenset(unpack_steps(some))
    if place >= 0:
        yield Candidate(place, document, statements)


def descending(
    connection: Connection, query: Select[*tuple[Any, ...]], period: Period, start: int | None, column: Column[Any]
) -> Iterator[Row[*tuple[Any, ...]]]:
    """The rows of a query by falling place, fetched in growing portions; rows of one place stay together.

    Args:
        connection: where.
        query: rows with a ``place``.
        period: of the places.
        start: the highest place.
        column: the place.
    """
    highest, size = period.highest if start is None else min(start, period.highest), _FIRST
    while True:
        page = query.where(column.between(period.lowest, highest)).order_by(column.desc()).limit(size)
        rows = connection.execute(page).all()
        if len(rows) < size:
            yield from rows
            return
        whole = [row for row in rows if row.place != rows[-1].place]
        yield from whole
        highest = rows[-1].place
        size = min(size * 4, _MOST) if whole else size * 4


def _common(first: frozenset[int] | None, second: frozenset[int] | None) -> frozenset[int] | None:
    if first is None:
        return second
    return first if second is None else first & second
