"""Verdicts: what people decide about suggestions. They are only ever added."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from onrecord.errors import BadInput
from onrecord.ledger import tables
from onrecord.ledger.decided import follow_content
from onrecord.ledger.edits import Edit, apply_edit, check_edit, edit_from_json, edit_to_json, kept_columns
from onrecord.ledger.finding import find_inside
from onrecord.ledger.keys import Kind, document_id, inside
from onrecord.ledger.known import now
from onrecord.ledger.loading import load_text
from onrecord.ledger.packing import pack_spans, unpack_spans
from onrecord.ledger.reindexing import reindex
from onrecord.ledger.store import Store
from onrecord.ledger.verdict_kinds import DECISIONS, GROUNDS, STANDINGS, Decision, Ground
from onrecord.types import DocumentId, Span


@dataclass(frozen=True, slots=True)
class Verdict:
    """One decision of one person.

    Attributes:
        target: public name of the attribution or statement.
        ground: why it was rejected, where a ground was given.
        note: in the person's words.
        edit: what it is to be, of an edit.
        suggested: what the reader had made of the parts that were edited.
        by, at: who decided, and when.
    """

    number: int
    document: DocumentId
    target: str
    decision: Decision
    ground: Ground | None
    note: str | None
    edit: Edit | None
    suggested: Edit | None
    by: str
    at: str


def decide(
    store: Store,
    name: str,
    decision: Decision,
    *,
    by: str,
    ground: Ground | None = None,
    note: str | None = None,
    edit: Edit | None = None,
) -> Verdict:
    """Add a verdict on an attribution or a statement; it takes effect with the same transaction.

    Args:
        store: where.
        name: of an attribution, a statement, or a claim that holds one statement.
        decision: what is decided.
        by: who decides.
        ground: why it is rejected.
        note: anything else, in words.
        edit: what it is to be, for an edit.

    Raises:
        NotFound: there is no such thing.
        BadInput: an edit without values, with values that do not fit, or a ground for what is not rejected.
    """
    if ground is not None and decision is not Decision.REJECT:
        raise BadInput(f"There is no ground for {decision.value}.", "Give a ground only to reject.")
    if (edit is not None) != (decision is Decision.EDIT):
        raise BadInput("New values belong to an edit, and an edit needs them.", "onrecord verdict --help lists them.")
    with store.writing() as connection:
        found = find_inside(connection, name, Kind.ATTRIBUTION, Kind.STATEMENT, Kind.CLAIM)
        text = load_text(connection, found.document)
        of_attribution = found.kind is Kind.ATTRIBUTION
        if edit is not None:
            check_edit(edit, text, of_attribution=of_attribution)
        table = tables.attributions if of_attribution else tables.statements
        spans = _spans(found.row, of_attribution)
        row = dict(found.row._mapping)
        row["standing"] = int(STANDINGS[decision])
        apply_edit(row, edit)
        key = (table.c.document == found.document, table.c.number == found.row.number)
        connection.execute(update(table).where(*key).values(row))
        if of_attribution:
            _let_stand_ins_follow(connection, found.document, row)
        target = inside(Kind.ATTRIBUTION if of_attribution else Kind.STATEMENT, found.hash, found.row.mark)
        connection.execute(insert(tables.verdicts).values(
            document=found.hash, target=target, decision=DECISIONS.number(decision),
            ground=GROUNDS.number_or_none(ground), note=note, edit=edit and edit_to_json(edit),
            suggested=row["suggested"], spans=pack_spans(spans), words_hash=words_hash(text, spans),
            model=_model(connection, found.document), by=by, at=now(),
        ))  # fmt: skip
        reindex(store, connection, found.document)
        return verdicts_on(connection, target)[-1]


def verdicts_on(connection: Connection, target: str) -> list[Verdict]:
    """All verdicts on one suggestion, oldest first."""
    known = tables.verdicts
    query = select(known).where(known.c.target == target).order_by(known.c.id)
    return [verdict_of(row) for row in connection.execute(query)]


def verdict_of(row: Row[Any]) -> Verdict:
    """A verdict from its row."""
    return Verdict(
        row.id, document_id(row.document), row.target, DECISIONS.member(row.decision),
        GROUNDS.member_or_none(row.ground), row.note, edit_from_json(row.edit) if row.edit else None,
        edit_from_json(row.suggested) if row.suggested else None, row.by, row.at,
    )  # fmt: skip


def words_hash(text: str, spans: Sequence[Span]) -> bytes:
    """SHA-256 of the words of spans."""
    words = "\0".join(span.of(text) for span in spans)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()


def _spans(row: Row[Any], of_attribution: bool) -> tuple[Span, ...]:
    """The spans that a verdict holds to: those of the reader, not those that a person put in their place."""
    machine = dict(row._mapping) | kept_columns(row.suggested)
    parts = ("source", "cue", "content") if of_attribution else ("spans",)
    return tuple(span for part in parts for span in unpack_spans(machine[part]))


def _let_stand_ins_follow(connection: Connection, document: int, attribution: dict[str, Any]) -> None:
    known = tables.statements
    where = (known.c.document == document, known.c.attribution == attribution["number"])
    rows = [dict(row) for row in connection.execute(select(known).where(*where)).mappings()]
    follow_content([attribution], rows)
    for row in rows:
        key = (known.c.document == document, known.c.number == row["number"])
        connection.execute(update(known).where(*key).values(spans=row["spans"]))


def _model(connection: Connection, document: int) -> int:
    """The number of the model whose reading is shown."""
    known = tables.readings
    query = select(known.c.model).where(known.c.document == document).order_by(known.c.number.desc()).limit(1)
    number: int | None = connection.scalar(query)
    assert number is not None
    return number
