"""Putting right what follows from other rows: indexes, counts, rows that belong to nothing."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, select, update

from onrecord.ledger import tables
from onrecord.ledger.checking import Problem, Repair, appearing
from onrecord.ledger.decided import follow_content, last_verdicts
from onrecord.ledger.edits import apply_edit, edit_from_json
from onrecord.ledger.full_text import drop_words, index_words, indexed_words, is_indexed
from onrecord.ledger.keys import Kind, inside
from onrecord.ledger.loading import load_document
from onrecord.ledger.reindexing import reindex
from onrecord.ledger.store import Store
from onrecord.ledger.tables import State
from onrecord.ledger.verdict_kinds import DECISIONS, STANDINGS, Decision, Standing
from onrecord.ledger.writer import drop_arriving


def repair(store: Store, problems: Iterable[Problem]) -> int:
    """Put right what can be made again; returns how many problems were put right."""
    every = list(problems)
    mended = [one for one in every if one.repair is not Repair.RESTORE]
    for document in sorted({one.document for one in mended if one.document is not None}):
        with store.writing() as connection:
            _repair_document(store, connection, document)
    if any(one.repair is Repair.CLEAN for one in mended):
        with store.writing() as connection:
            _clean(store, connection)
    if mended:
        with store.writing() as connection:
            _recount(connection)
    return len(mended)


def _repair_document(store: Store, connection: Connection, number: int) -> None:
    document = load_document(connection, number)
    found = indexed_words(document.text, document.blocks)
    if not is_indexed(store, connection, number, found):
        if store.postgres:
            drop_words(store, connection, number, found)
        index_words(store, connection, number, found)
    _set_standings(connection, number)
    reindex(store, connection, number)


def _set_standings(connection: Connection, number: int) -> None:
    """Make standings and edits those that follow from the verdicts."""
    hashed = connection.scalar(select(tables.documents.c.hash).where(tables.documents.c.id == number))
    assert hashed is not None
    verdicts = last_verdicts(connection, hashed)
    for table, kind in ((tables.attributions, Kind.ATTRIBUTION), (tables.statements, Kind.STATEMENT)):
        for one in connection.execute(select(table).where(table.c.document == number)).mappings().all():
            verdict = verdicts.get(inside(kind, hashed, one["mark"]))
            decision = None if verdict is None else DECISIONS.member(verdict.decision)
            due = Standing.UNDECIDED if decision is None else STANDINGS[decision]
            if one["standing"] != due:
                row = dict(one)
                row["standing"] = int(due)
                edited = verdict is not None and decision is Decision.EDIT
                apply_edit(row, edit_from_json(verdict.edit) if edited and verdict is not None else None)
                key = (table.c.document == number, table.c.number == one["number"])
                connection.execute(update(table).where(*key).values(row))
    attributions = [dict(row) for row in connection.execute(
        select(tables.attributions).where(tables.attributions.c.document == number)).mappings()]  # fmt: skip
    statements = [dict(row) for row in connection.execute(
        select(tables.statements).where(tables.statements.c.document == number)).mappings()]  # fmt: skip
    before = [row["spans"] for row in statements]
    follow_content(attributions, statements)
    for row, old in zip(statements, before, strict=True):
        if row["spans"] != old:
            key = (tables.statements.c.document == number, tables.statements.c.number == row["number"])
            connection.execute(update(tables.statements).where(*key).values(spans=row["spans"]))


def _clean(store: Store, connection: Connection) -> None:
    """Remove rows that belong to no document, and what is there of long documents whose addition was interrupted."""
    arriving = select(tables.documents.c.id).where(tables.documents.c.state == State.ARRIVING)
    for number in connection.execute(arriving).scalars().all():
        try:
            document = load_document(connection, number)
            words = indexed_words(document.text, document.blocks)
        except LookupError:  # its text had not come, and nothing of it is indexed
            words = []
        drop_arriving(store, connection, number, words)
    alive = select(tables.documents.c.id).where(tables.documents.c.state == State.HERE)
    for table in (*tables.INSIDE, tables.appearances, tables.arrivals):
        connection.execute(delete(table).where(table.c.document.not_in(alive)))
    used = select(tables.documents.c.original).where(tables.documents.c.state == State.HERE)
    connection.execute(delete(tables.originals).where(tables.originals.c.hash.not_in(used)))


def _recount(connection: Connection) -> None:
    """Count entities anew."""
    known = tables.entities
    counted = appearing(connection)
    for row in connection.execute(select(known.c.id, known.c.documents, known.c.about, known.c.said)).all():
        due = counted.get(row.id, (0, 0, 0))
        if (row.documents, row.about, row.said) != due:
            values = dict(zip(("documents", "about", "said"), due, strict=True))
            connection.execute(update(known).where(known.c.id == row.id).values(values))
    connection.execute(delete(known).where(known.c.documents <= 0))
    connection.execute(delete(tables.names).where(tables.names.c.entity.not_in(select(known.c.id))))
