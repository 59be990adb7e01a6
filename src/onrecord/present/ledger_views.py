"""What commands on a ledger show besides answers: failures, decisions, verdicts, problems, tombstones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.ledger.checking import Problem
from onrecord.ledger.decisions import IdentityDecision
from onrecord.ledger.failures import Failed
from onrecord.ledger.removal import Tombstone
from onrecord.ledger.verdicts import Verdict
from onrecord.present.sheet import Cell, Column, Sheet


@dataclass(frozen=True, slots=True)
class View:
    """Something to show in any shape.

    Attributes:
        key: under which the objects stand in JSON.
        objects: for JSON.
        sheet: for tables and CSV.
        next: token of the next page.
    """

    key: str
    objects: tuple[Mapping[str, Any], ...]
    sheet: Sheet
    next: str | None = None


def failures_view(every: Sequence[Failed]) -> View:
    """Sources that could not be added."""
    objects = tuple(
        {"source": one.source, "url": one.given.url, "publisher": one.given.publisher,
         "published": one.given.published, "error": {"code": one.code, "problem": one.problem, "remedy": one.remedy},
         "times": one.times, "at": one.at}
        for one in every
    )  # fmt: skip
    columns = (
        Column("source", "Source", 2), Column("problem", "What is wrong", 3), Column("remedy", "What to do", 3),
        Column("times", "Tried", right=True), Column("at", "Last"), Column("code"),
    )  # fmt: skip
    rows = tuple((one.source, one.problem, one.remedy, one.times, one.at, one.code) for one in every)
    return View("failures", objects, Sheet(columns, rows, "Nothing has failed."))


def decisions_view(every: Sequence[IdentityDecision]) -> View:
    """Decisions on who is who."""
    objects = tuple(
        {"id": one.number, "a": one.a, "b": one.b, "judgement": one.judgement.value, "note": one.note, "by": one.by,
         "at": one.at, "undone_by": one.undone_by, "undone_at": one.undone_at}
        for one in every
    )  # fmt: skip
    columns = (
        Column("id", "No.", right=True), Column("a", "Entity"), Column("judgement", ""), Column("b", "Entity"),
        Column("by", "By"), Column("at", "At"), Column("note", "Note", 1), Column("undone_by", "Undone by"),
        Column("undone_at"),
    )  # fmt: skip
    rows = tuple(
        (one.number, one.a, one.judgement.value, one.b, one.by, one.at, one.note, one.undone_by, one.undone_at)
        for one in every
    )
    return View("decisions", objects, Sheet(columns, rows, "Nobody has decided on who is who."))


def verdicts_view(every: Sequence[Verdict]) -> View:
    """Verdicts."""
    objects = tuple(verdict_object(one) for one in every)
    columns = (
        Column("id", "No.", right=True), Column("target", "On"), Column("verdict", "Verdict"),
        Column("ground", "Ground"), Column("note", "Note", 1), Column("by", "By"), Column("at", "At"),
    )  # fmt: skip
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.number, one.target, one.decision.value, one.ground.value if one.ground else None, one.note, one.by, one.at)
        for one in every
    )
    return View("verdicts", objects, Sheet(columns, rows, "Nobody has decided anything yet."))


def verdict_object(one: Verdict) -> dict[str, Any]:
    """A verdict for programs."""
    return {
        "id": one.number, "document": one.document, "target": one.target, "verdict": one.decision.value,
        "ground": one.ground.value if one.ground else None, "note": one.note, "by": one.by, "at": one.at,
    }  # fmt: skip


def problems_view(every: Sequence[Problem]) -> View:
    """What is wrong in a ledger."""
    objects = tuple({"where": one.where, "problem": one.what, "repair": one.repair.value} for one in every)
    columns = (Column("where", "Where", 2), Column("problem", "What is wrong", 3), Column("repair", "What to do", 3))
    rows = tuple((one.where, one.what, one.repair.value) for one in every)
    return View("problems", objects, Sheet(columns, rows, "Everything is as it should be."))


def tombstones_view(every: Sequence[Tombstone]) -> View:
    """Removed documents."""
    objects = tuple({"document": one.id, "reason": one.reason, "by": one.by, "at": one.at} for one in every)
    columns = (Column("document", "Document"), Column("reason", "Reason", 1), Column("by", "By"), Column("at", "At"))
    rows = tuple((one.id, one.reason, one.by, one.at) for one in every)
    return View("removed", objects, Sheet(columns, rows, "Nothing has been removed."))
