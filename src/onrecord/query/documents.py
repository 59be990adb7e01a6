"""Documents: what the ledger holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from onrecord.errors import NotFound
from onrecord.ledger import tables
from onrecord.ledger.finding import find_document
from onrecord.ledger.full_text import holding
from onrecord.ledger.keys import document_id
from onrecord.ledger.tables import State
from onrecord.query.answers import DocumentAnswer, Page
from onrecord.query.paging import parse_token, token
from onrecord.query.streams import ALWAYS, Period
from onrecord.query.terms import parse_terms
from onrecord.query.view import View
from onrecord.types import ModelVersion


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Which documents are asked for.

    Attributes:
        publisher: by its name, as it is written in any case.
        period: when they were published.
        text: words and phrases in them.
        url: of which address they are versions.
    """

    publisher: str | None = None
    period: Period = ALWAYS
    text: str | None = None
    url: str | None = None


def documents(
    view: View, wanted: DocumentFilter, *, limit: int = 20, after: str | None = None
) -> Page[DocumentAnswer]:
    """Documents, newest first.

    Raises:
        NotFound: nothing of a publisher that is asked for is in the ledger.
        BadInput: the token or the search is malformed.
    """
    start, connection = parse_token(after, 1), view.connection
    known = tables.documents.c
    highest = wanted.period.highest if start is None else min(start[0] - 1, wanted.period.highest)
    query = select(tables.documents).where(known.state == State.HERE).order_by(known.place.desc())
    if wanted.publisher is not None:
        query = query.where(known.publisher.in_(_publishers(connection, wanted.publisher)))
    if wanted.url is not None:
        query = query.where(known.address == wanted.url)
    found = None if wanted.text is None else holding(view.store, connection, parse_terms(wanted.text))
    rows: list[Row[Any]] = []
    size = limit + 1
    while True:
        page = connection.execute(query.where(known.place.between(wanted.period.lowest, highest)).limit(size)).all()
        rows += [row for row in page if found is None or row.id in found]
        if len(page) < size or len(rows) > limit:
            break
        highest, size = page[-1].place - 1, min(size * 4, 4_096)
    shown = rows[:limit]
    more = token(shown[-1].place) if len(rows) > limit else None
    return Page(tuple(answers(connection, shown)), more)


def document(view: View, name: str) -> DocumentAnswer:
    """One document, by its name, the beginning of it, its address or its source.

    Raises:
        NotFound: there is none, or there are several.
    """
    return answers(view.connection, [find_document(view.connection, name)])[0]


def answers(connection: Connection, rows: Iterable[Row[Any]]) -> list[DocumentAnswer]:
    """What is known of documents, from their rows."""
    every = list(rows)
    numbers = [row.id for row in every]
    publishers = dict[int, str]()
    wanted = {row.publisher for row in every if row.publisher is not None}
    for one in connection.execute(select(tables.publishers).where(tables.publishers.c.id.in_(wanted))):
        publishers[one.id] = one.name
    models = _models(connection, numbers)
    versions = _versions(connection, {row.address for row in every if row.address is not None})
    found = []
    for row in every:
        order = versions.get(row.address, [row.id])
        found.append(DocumentAnswer(
            document_id(row.hash), row.source, row.title, row.byline, publishers.get(row.publisher), row.address,
            row.published, row.retrieved, row.language, row.original.hex(), row.length, order.index(row.id) + 1,
            len(order), models[row.id],
        ))  # fmt: skip
    return found


def _publishers(connection: Connection, name: str) -> list[int]:
    known = tables.publishers
    rows = connection.execute(select(known)).all()
    found = [row.id for row in rows if row.name.casefold() == name.casefold()]
    if not found:
        alike = sorted(row.name for row in rows if name.casefold() in row.name.casefold())[:5]
        remedy = f"There is: {', '.join(alike)}." if alike else "onrecord documents shows publishers."
        raise NotFound(f"Nothing published by {name} is in this ledger.", remedy)
    return found


def _models(connection: Connection, numbers: list[int]) -> dict[int, ModelVersion]:
    query = (
        select(tables.readings.c.document, tables.models.c.reader, tables.models.c.lexicon)
        .join_from(tables.readings, tables.models, tables.readings.c.model == tables.models.c.id)
        .where(tables.readings.c.document.in_(numbers))
        .order_by(tables.readings.c.document, tables.readings.c.number)
    )
    return {row.document: ModelVersion(row.reader, row.lexicon or None) for row in connection.execute(query)}


def _versions(connection: Connection, addresses: set[str]) -> dict[str, list[int]]:
    """Numbers of the documents of each address, by when they were published, then retrieved; never by arrival."""
    known = tables.documents.c
    query = select(known.address, known.id, known.published, known.retrieved, known.hash, known.state)
    found: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(query.where(known.address.in_(addresses))):
        if row.state == State.HERE:
            found[row.address].append(row)
    order = lambda row: (row.published or "", row.retrieved, row.hash)  # noqa: E731
    return {address: [row.id for row in sorted(rows, key=order)] for address, rows in found.items()}
