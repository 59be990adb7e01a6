"""What questions see of a ledger: documents, loaded several at a time, with what stands in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, TypeAlias

from sqlalchemy import Connection, RowMapping, Select, Table, bindparam, select

from onrecord.ledger import tables
from onrecord.ledger.keys import Kind, document_id, inside
from onrecord.ledger.packing import unpack_numbers, unpack_spans
from onrecord.ledger.rows import inflated
from onrecord.ledger.store import Store
from onrecord.ledger.verdict_kinds import Standing
from onrecord.query.who import Meant, Names, find_entities
from onrecord.types import DocumentId, Span

Mapped: TypeAlias = RowMapping

GAP = " ... "
"""What stands between pieces of a text that do not stand together."""


@cache
def _rows_of(table: Table) -> Select[*tuple[Any, ...]]:
    """The rows of a table for several documents; made once, for making a query takes longer than asking it."""
    numbers = table.c.document.in_(bindparam("numbers", expanding=True))
    if table is tables.mentions:
        own = tables.mentions.c
        query = select(own.document, own.start, own.stop, own.entity).where(numbers, own.entity.is_not(None))
    else:
        query = select(table).where(numbers)
    return query.order_by(*table.primary_key.columns)


@cache
def _documents() -> Select[*tuple[Any, ...]]:
    known = tables.documents
    return (
        select(known, tables.publishers.c.name.label("publisher_name"), tables.texts.c.bytes)
        .join_from(known, tables.publishers, known.c.publisher == tables.publishers.c.id, isouter=True)
        .join(tables.texts, tables.texts.c.document == known.c.id)
        .where(known.c.id.in_(bindparam("numbers", expanding=True)))
    )


@dataclass
class Batch:
    """Documents that were loaded together; what one of them needs later is loaded for all of them at once."""

    connection: Connection
    numbers: Sequence[int]
    _rows: dict[str, dict[int, list[Mapped]]] = field(default_factory=dict)

    def rows(self, table: Table) -> dict[int, list[Mapped]]:
        """The rows of a table by document, in the order of their key."""
        if table.name not in self._rows:
            found: dict[int, list[Mapped]] = {number: [] for number in self.numbers}
            for row in self.connection.execute(_rows_of(table), {"numbers": self.numbers}).mappings().all():
                found[row["document"]].append(row)
            self._rows[table.name] = found
        return self._rows[table.name]


@dataclass
class Loaded:
    """One document of the ledger.

    Attributes:
        row: of ``documents``, with its publisher's name.
        attributions, statements: rows, by number.
        entities: rows of its own entities, by number.
        stances: rows, in order.
    """

    row: Mapped
    packed: bytes
    attributions: dict[int, Mapped]
    statements: dict[int, Mapped]
    entities: dict[int, Mapped]
    stances: list[Mapped]
    batch: Batch = field(repr=False)

    @property
    def number(self) -> int:
        """Of the document in the ledger."""
        found: int = self.row["id"]
        return found

    @property
    def id(self) -> DocumentId:
        return document_id(self.row["hash"])

    @property
    def day(self) -> str:
        """Day of publication, else of retrieval."""
        found: str = self.row["published"] or self.row["retrieved"][:10]
        return found

    @cached_property
    def text(self) -> str:
        return inflated(self.packed)

    @cached_property
    def sentences(self) -> list[str]:
        """The reasons that its rows point to."""
        rows = self.batch.rows(tables.reasons)[self.number]
        return json.loads(inflated(rows[0]["bytes"])) if rows else []

    @cached_property
    def chains(self) -> dict[int, Mapped]:
        """Links of its chains, by number."""
        return {row["number"]: row for row in self.batch.rows(tables.chains)[self.number]}

    @property
    def blocks(self) -> Sequence[Mapped]:
        return self.batch.rows(tables.blocks)[self.number]

    @cached_property
    def mentions(self) -> list[tuple[int, int, int]]:
        """Start, end and entity of the mentions of its entities."""
        rows = self.batch.rows(tables.mentions)[self.number]
        return [(row["start"], row["stop"], row["entity"]) for row in rows]

    def words(self, spans: Iterable[Span]) -> str:
        """The words of spans, white space made even, dots between pieces."""
        return GAP.join(" ".join(span.of(self.text).split()) for span in spans)

    def statement_text(self, number: int) -> str:
        """The words of a statement."""
        return self.words(unpack_spans(self.statements[number]["spans"]))

    def is_live(self, number: int, *, accepted: bool = False) -> bool:
        """Whether a statement counts: nobody rejected it, or, if asked for, somebody accepted it."""
        standings = self.standings(number)
        if Standing.REJECTED in standings:
            return False
        return not accepted or bool({Standing.ACCEPTED, Standing.EDITED} & standings)

    def standings(self, number: int) -> set[Standing]:
        """What people decided about a statement and the attribution around it."""
        row = self.statements[number]
        return {Standing(row["standing"]), Standing(self.attributions[row["attribution"]]["standing"])}

    def name(self, kind: Kind, mark: int) -> str:
        """The public name of something in it."""
        return inside(kind, self.row["hash"], mark)

    def who(self, number: int | None) -> int | None:
        """Who an entity of the document is in the ledger."""
        return None if number is None or number not in self.entities else self.entities[number]["entity"]

    def entities_of(self, number: int) -> list[int]:
        """The entities of the document that a statement is about, by their numbers there."""
        return [one for one in unpack_numbers(self.statements[number]["entities"]) if one in self.entities]


@dataclass
class View:
    """One state of a ledger, as one question or several see it; what is loaded once is not loaded again.

    Attributes:
        connection: a transaction that reads.
        names: by which entities are shown.
    """

    store: Store
    connection: Connection
    names: Names = field(init=False)
    _loaded: dict[int, Loaded] = field(default_factory=dict, init=False)
    _meant: dict[str, Meant] = field(default_factory=dict, init=False)
    _bare: dict[int, Loaded] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.names = Names(self.connection)

    def meant(self, name: str) -> Meant:
        """Whom a name means.

        Raises:
            NotFound: nobody of that name is on record.
        """
        if name not in self._meant:
            self._meant[name] = find_entities(self.connection, name, self.names)
        return self._meant[name]

    def load(self, numbers: Iterable[int], *, bare: bool = False) -> dict[int, Loaded]:
        """Documents by number; those that were removed are not among them.

        Args:
            numbers: of the documents.
            bare: only their texts and blocks are needed, not what was read in them.
        """
        wanted = list(dict.fromkeys(numbers))
        known = self._bare if bare else self._loaded
        missing = [number for number in wanted if number not in known]
        if missing:
            known |= self._load(missing, bare)
        return {number: known[number] for number in wanted if number in known}

    def _load(self, numbers: list[int], bare: bool) -> dict[int, Loaded]:
        documents = self.connection.execute(_documents(), {"numbers": numbers}).mappings().all()
        batch = Batch(self.connection, numbers)
        if bare:
            return {row["id"]: Loaded(row, row["bytes"], {}, {}, {}, [], batch) for row in documents}
        self.names.expect(one["entity"] for rows in batch.rows(tables.document_entities).values() for one in rows)
        return {
            row["id"]: Loaded(
                row, row["bytes"],
                {one["number"]: one for one in batch.rows(tables.attributions)[row["id"]]},
                {one["number"]: one for one in batch.rows(tables.statements)[row["id"]]},
                {one["number"]: one for one in batch.rows(tables.document_entities)[row["id"]]},
                batch.rows(tables.stances)[row["id"]], batch,
            )
            for row in documents
        }  # fmt: skip
