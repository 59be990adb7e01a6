"""What people decided about a document, put back onto a reading of it. Runs inside a write transaction.

Verdicts hold to exact spans: a suggestion of a newer reading takes over the verdict of an older one only if it has the
same source, cue and content (or, for a statement, the same words) at the same place. Nothing is moved to a lookalike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from onrecord.ledger import tables
from onrecord.ledger.edits import apply_edit, edit_from_json
from onrecord.ledger.keys import PREFIX, Kind, inside, parse_inside
from onrecord.ledger.rows import Rows
from onrecord.ledger.verdict_kinds import DECISIONS, JUDGEMENTS, STANDINGS, Decision, Judgement, Standing


def restore(connection: Connection, rows: Rows) -> None:
    """Set the standings, edits and separations that decisions made give to the rows of a reading."""
    by_target = last_verdicts(connection, rows.hash)
    if by_target:
        for table in (tables.attributions, tables.statements):
            for row in rows.tables[table]:
                verdict = by_target.get(_name(table is tables.attributions, rows.hash, row["mark"]))
                if verdict is not None:
                    _apply(row, verdict)
    apart = set_apart(connection, rows.hash)
    for row in rows.tables[tables.document_entities]:
        row["apart"] = int(row["mark"] in apart)


def last_verdicts(connection: Connection, hashed: bytes) -> dict[str, Row[Any]]:
    """The last verdict on each suggestion in a document, by the suggestion's name."""
    known = tables.verdicts
    query = select(known).where(known.c.document == hashed).order_by(known.c.id)
    return {row.target: row for row in connection.execute(query)}


def unanchored(connection: Connection, hashed: bytes) -> list[str]:
    """Names of suggestions in a document on which there are verdicts and which the shown reading does not have."""
    wanted = last_verdicts(connection, hashed)
    if not wanted:
        return []
    number = connection.scalar(select(tables.documents.c.id).where(tables.documents.c.hash == hashed))
    there: set[str] = set()
    for table in (tables.attributions, tables.statements):
        marks = connection.execute(select(table.c.mark).where(table.c.document == number)).scalars()
        there |= {_name(table is tables.attributions, hashed, mark) for mark in marks}
    return sorted(set(wanted) - there)


def set_apart(connection: Connection, hashed: bytes) -> set[int]:
    """Marks of the entities of a document that a person judged not to be who their name says."""
    start = f"{Kind.ENTITY.value}{hashed[:PREFIX].hex()}-"
    known = tables.decisions
    query = select(known).where(
        known.c.undone_at.is_(None), known.c.b >= start, known.c.b < start[:-1] + "."
    ).order_by(known.c.id)  # fmt: skip
    return separated(connection.execute(query))


def separated(rows: Iterable[Row[Any]]) -> set[int]:
    """Marks of entities of a document that decisions, in their order, set apart."""
    marks: set[int] = set()
    for row in rows:
        name = parse_inside(row.b)
        if name is None:
            continue
        if JUDGEMENTS.member(row.judgement) is Judgement.DIFFERENT:
            marks.add(name.mark)
    return marks


def _name(of_attribution: bool, hashed: bytes, mark: Any) -> str:  # noqa: ANN401 - a column's value
    return inside(Kind.ATTRIBUTION if of_attribution else Kind.STATEMENT, hashed, mark)


def _apply(row: dict[str, Any], verdict: Row[Any]) -> None:
    decision = DECISIONS.member(verdict.decision)
    row["standing"] = int(STANDINGS[decision])
    apply_edit(row, edit_from_json(verdict.edit) if decision is Decision.EDIT else None)


def follow_content(attributions: Sequence[dict[str, Any]], statements: Sequence[dict[str, Any]]) -> None:
    """Let stand-ins for statements have the words of their attribution's content, which may have been edited."""
    content = {row["number"]: row["content"] for row in attributions}
    for row in statements:
        if row["stand_in"] and row["standing"] != Standing.EDITED:
            row["spans"] = content[row["attribution"]]
