"""Checking a ledger: every span against its text, every hash, every reference, every index.

What only follows from other rows can be made again (`repair`); what does not has to come from a backup.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Table, func, select, text
from sqlalchemy.exc import DBAPIError

from onrecord.errors import OnrecordError
from onrecord.ledger import tables
from onrecord.ledger.assigning import PUBLISHER
from onrecord.ledger.decided import last_verdicts
from onrecord.ledger.full_text import indexed_documents, indexed_words, is_indexed
from onrecord.ledger.index import Index, appearance_rows, index, unpack_steps
from onrecord.ledger.keys import Kind, document_id, inside
from onrecord.ledger.loading import load_reading
from onrecord.ledger.originals import load_original, original_hash
from onrecord.ledger.reindexing import Indexed, load_indexed
from onrecord.ledger.rows import pack_document, pack_reading, text_hash
from onrecord.ledger.store import Store
from onrecord.ledger.tables import State
from onrecord.ledger.verdict_kinds import DECISIONS, STANDINGS, Standing


class Repair(StrEnum):
    """How what is wrong can be put right."""

    REINDEX = "onrecord check --repair makes it again from the document"
    CLEAN = "onrecord check --repair removes it"
    RESTORE = "restore a backup (onrecord restore), or remove the document and add it again"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong in a ledger.

    Attributes:
        document: number of the document it concerns; nothing where it concerns the ledger.
        where: which document or table, for a person.
        what: what is wrong, in a sentence.
    """

    document: int | None
    where: str
    what: str
    repair: Repair


def check_documents(store: Store) -> Iterator[tuple[int, list[Problem]]]:
    """Check all documents one after the other, in a state of the ledger that does not change meanwhile.

    Yields:
        How many documents there are in all, and the problems of one.
    """
    with store.reading() as connection:
        known = tables.documents
        total: int = connection.scalar(select(func.count()).where(known.c.state == State.HERE)) or 0
        last = 0
        while True:
            some = connection.execute(
                select(known).where(known.c.id > last, known.c.state == State.HERE).order_by(known.c.id).limit(100)
            ).all()
            if not some:
                return
            for row in some:
                last = row.id
                yield total, check_document(store, connection, row)


def check_document(store: Store, connection: Connection, row: Row[Any]) -> list[Problem]:
    """Check one document."""
    name = document_id(row.hash)

    def lost(what: str) -> list[Problem]:
        return [Problem(row.id, name, what, Repair.RESTORE)]

    try:
        reading = load_reading(connection, row.id)
    except (LookupError, ValueError, OSError, ArithmeticError) as error:
        return lost(f"It cannot be read ({error or type(error).__name__}).")
    except Exception as error:  # damaged bytes make zlib and json raise what has no common base
        return lost(f"It cannot be read ({type(error).__name__}).")
    found = []
    if text_hash(reading.document.text) != row.text_hash:
        found += lost("Its text is not the one that was stored.")
    try:
        pack_document(reading.document)
        rows = pack_reading(reading, {})
    except OnrecordError as error:
        return found + lost(error.problem)
    found += _check_marks(connection, row, rows.tables)
    try:
        if original_hash(load_original(connection, row.original)) != row.original:
            found += lost("Its original is not the one that was stored.")
    except LookupError as error:
        found += lost(f"{error}.".capitalize())
    if not is_indexed(store, connection, row.id, indexed_words(reading.document.text, reading.document.blocks)):
        found.append(Problem(row.id, name, "Its words are not in the full-text index.", Repair.REINDEX))
    indexed = load_indexed(connection, row.id)
    found += [Problem(row.id, name, what, Repair.REINDEX) for what in _check_index(connection, indexed)]
    found += [Problem(row.id, name, what, Repair.REINDEX) for what in _check_standings(connection, row)]
    return found


def _check_marks(connection: Connection, row: Row[Any], packed: dict[Table, list[dict[str, Any]]]) -> list[Problem]:
    """The names of what nobody edited must be made of its spans."""
    wrong = []
    for table in (tables.attributions, tables.statements):
        plain = {one["number"]: one["mark"] for one in packed[table]}
        query = select(table.c.number, table.c.mark, table.c.suggested).where(table.c.document == row.id)
        if table is tables.statements:
            query = query.where(table.c.stand_in == 0)
        wrong += [one for one in connection.execute(query) if not one.suggested and plain.get(one.number) != one.mark]
    what = f"{len(wrong)} of its names do not fit their spans."
    return [Problem(row.id, document_id(row.hash), what, Repair.RESTORE)] if wrong else []


def _check_index(connection: Connection, known: Indexed) -> Iterator[str]:
    """What the document adds to questions across documents must be what follows from its rows."""
    entities = set(known.who.values())
    query = select(tables.entities.c.id, tables.entities.c.public).where(tables.entities.c.id.in_(entities))
    publics = {number: public for number, public in connection.execute(query)}  # noqa: C416
    if set(publics) != entities:
        yield "It names entities that the ledger does not have."
        return
    found = index(known.place, known.who.get(PUBLISHER), publics, known.rows)
    own = tables.appearances
    there = connection.execute(select(own).where(own.c.document == known.number).order_by(own.c.entity)).mappings()
    if [dict(row) for row in there] != appearance_rows(known.number, known.place, found):
        yield "What its statements are about, and who makes them, is not indexed as it stands."
    yield from _check_derived(known, found)


def _check_derived(known: Indexed, found: Index) -> Iterator[str]:
    for table, key, values in (
        (tables.quantities, "number", found.quantities),
        (tables.commitments, "attribution", found.commitments),
        (tables.stances, "number", found.stances),
    ):
        for row in known.rows[table]:
            if any(row[name] != value for name, value in values[row[key]].items()):
                yield f"Its {table.name} are not indexed as they stand."
                break


def _check_standings(connection: Connection, row: Row[Any]) -> Iterator[str]:
    verdicts = last_verdicts(connection, row.hash)
    for table, kind in ((tables.attributions, Kind.ATTRIBUTION), (tables.statements, Kind.STATEMENT)):
        for one in connection.execute(select(table.c.mark, table.c.standing).where(table.c.document == row.id)):
            verdict = verdicts.get(inside(kind, row.hash, one.mark))
            due = Standing.UNDECIDED if verdict is None else STANDINGS[DECISIONS.member(verdict.decision)]
            if one.standing != due:
                yield "What people decided does not show on all of its suggestions."
                return


def check_ledger(store: Store) -> list[Problem]:
    """Check what concerns no single document: the database itself, counts, and rows that belong to nothing."""
    found = []
    with store.reading() as connection:
        damage = _check_database(store, connection)
        found += [Problem(None, "the database", f"{what}.", Repair.RESTORE) for what in damage]
        for table in (*tables.INSIDE, tables.appearances, tables.arrivals):
            alive = select(tables.documents.c.id).where(tables.documents.c.state != State.REMOVED)
            stray = connection.scalar(select(func.count()).select_from(table).where(table.c.document.not_in(alive)))
            if stray:
                what = f"{stray} rows belong to no document."
                found.append(Problem(None, f"the table {table.name}", what, Repair.CLEAN))
        arriving = connection.scalar(select(func.count()).where(tables.documents.c.state == State.ARRIVING))
        if arriving:
            what = f"{arriving} long documents are being added, or their addition was interrupted."
            found.append(Problem(None, "the table documents", what, Repair.CLEAN))
        used = select(tables.documents.c.original).where(tables.documents.c.state != State.REMOVED)
        unused = connection.scalar(select(func.count()).where(tables.originals.c.hash.not_in(used)))
        if unused:
            what = f"{unused} parts of originals belong to no document (an addition was interrupted)."
            found.append(Problem(None, "the table originals", what, Repair.CLEAN))
        alive_now = set(connection.execute(alive).scalars())
        strangers = indexed_documents(store, connection) - alive_now
        if strangers:
            what = f"{len(strangers)} documents are in it that the ledger does not hold."
            found.append(Problem(None, "the full-text index", what, Repair.RESTORE))
        found += [Problem(None, "the table entities", what, Repair.REINDEX) for what in _check_counts(connection)]
    return found


def _check_database(store: Store, connection: Connection) -> Iterator[str]:
    if store.postgres:
        return
    for line in connection.execute(text("PRAGMA quick_check(5)")).scalars():
        if line != "ok":
            yield str(line)
    try:
        connection.execute(text("INSERT INTO full_text (full_text) VALUES ('integrity-check')"))
    except DBAPIError as error:
        if "malformed" in str(error.orig):
            yield "the full-text index is damaged"


def appearing(connection: Connection) -> dict[int, tuple[int, int, int]]:
    """In how many documents each entity appears, and how many statements are about and by it."""
    found: dict[int, tuple[int, int, int]] = {}
    own = tables.appearances.c
    for entity, about, said in connection.execute(select(own.entity, own.about, own.said)):
        before = found.get(entity, (0, 0, 0))
        found[entity] = (before[0] + 1, before[1] + len(unpack_steps(about)), before[2] + len(unpack_steps(said)))
    return found


def _check_counts(connection: Connection) -> Iterator[str]:
    """Counts kept with entities must be those of the rows they count."""
    known = tables.entities
    counted = appearing(connection)
    wrong = 0
    there: set[int] = set()
    for row in connection.execute(select(known.c.id, known.c.documents, known.c.about, known.c.said)):
        there.add(row.id)
        wrong += (row.documents, row.about, row.said) != counted.get(row.id, (0, 0, 0))
    if wrong:
        yield f"{wrong} entities are counted wrongly."
    if set(counted) - there:
        yield f"{len(set(counted) - there)} entities are named in documents and are not there."
    nameless = connection.scalar(select(func.count()).select_from(tables.names).where(
        tables.names.c.entity.not_in(select(known.c.id))
    ))  # fmt: skip
    if nameless:
        yield f"{nameless} names belong to no entity."


