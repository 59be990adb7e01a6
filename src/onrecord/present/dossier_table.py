"""A dossier on a terminal: everything on record about and by an entity, on one screen."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord.present.answer_sheets import NOTE, claims_sheet, disputes_sheet, figures_sheet, pledges_sheet
from onrecord.present.outline import counted
from onrecord.present.sheet import Sheet, inert_lines, print_sheet
from onrecord.query.answers import Dossier


def print_dossier(one: Dossier, console: Console) -> None:
    """Print a dossier for people."""
    kind = one.entity.type.value if one.entity.type else ""
    console.print(
        Text.assemble((inert_lines(one.entity.name or ""), "bold"), f"  {kind}  ", (one.entity.entity or "", "dim"))
    )
    period = f"{one.first_seen} to {one.last_seen}" if one.first_seen else "undated"
    counts = [
        counted(one.documents, "document", "documents"),
        counted(one.about, "statement about it", "statements about it"),
        counted(one.said, "by it", "by it"),
        period,
    ]
    console.print(Text(", ".join(counts)))
    others = [name for name in one.names if name != one.entity.name]
    _line(console, "Also called", others)
    _line(console, "One with", one.same)
    _line(console, "Roles as written", (f"{role} ({count})" for role, count in one.roles))
    for link in one.links:
        sure = "is" if link.certain else "may be"
        _line(console, "Watch list", [f"{sure} {link.id} on {link.list} ({link.score:.2f}): {link.reason}"])
    sure = ", ".join(
        f"{certainty.value if certainty else 'not said'} {count}" for certainty, count in one.about_certainty
    )
    _line(
        console, f"How surely, in the newest {counted(one.looked_at, 'document', 'documents')}", [sure] if sure else []
    )
    _line(console, "Who speaks of it", (f"{who.name} ({count})" for who, count in one.about_speakers))
    _line(console, "Appears with", (f"{each.entity.name} ({each.documents})" for each in one.appears_with))
    _part(console, "What is said about it", claims_sheet(one.claims_about))
    _part(console, "What it says", claims_sheet(one.claims_by))
    _part(console, "Figures", figures_sheet(one.figures))
    _part(console, "Pledges and demands", pledges_sheet(one.pledges))
    _part(console, "Disputes", disputes_sheet(one.disputes))
    console.print(Text(f"\n{NOTE}", style="dim"))


def _line(console: Console, heading: str, parts: Iterable[str]) -> None:
    words = "; ".join(parts)
    if words:
        console.print(Text.assemble((f"{heading}: ", "dim"), inert_lines(words)))


def _part(console: Console, heading: str, sheet: Sheet) -> None:
    if sheet.rows:
        console.print(Padding(Text(heading, style="bold"), (1, 0, 0, 0)))
        print_sheet(Sheet(sheet.columns, sheet.rows, sheet.empty), console)
