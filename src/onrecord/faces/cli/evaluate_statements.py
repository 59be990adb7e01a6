"""``onrecord eval acts``."""

from __future__ import annotations

import json
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from onrecord.evaluation.confusion import Confusion
from onrecord.evaluation.places import SPLITS
from onrecord.evaluation.spans import Counts
from onrecord.evaluation.statements import StatementScores
from onrecord.run.evaluating_statements import agree_on_statements, evaluate_statements, given, whole
from onrecord.run.pipeline import reader
from onrecord.types import Act

LABELS = ("act", "reporter_stance", "certainty", "polarity", "time")
SHOWN = 12
"""So many kinds of confusion of acts are printed; JSON has all."""


@click.command()
@click.option("--data", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True,
              help="Folder of TOML gold.")  # fmt: skip
@click.option("--split", type=click.Choice(SPLITS), help="Only dev-*.toml or test-*.toml.")
@click.option("--agreement", is_flag=True, help="Score the second annotation instead of the machine.")
@click.option("--given", "told", is_flag=True, help="Give the machine the marked attributions; score the rest.")
@click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--model", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help="Another model than the shipped one.")  # fmt: skip
def acts(data: Path, split: str | None, agreement: bool, told: bool, shape: str, model: Path | None) -> None:
    """Score acts, certainty, polarity, time, the reporter's stance, statement boundaries and roles.

    "Found" looks at attributions and statements that were found; "all" counts the others as wrong.
    """
    if agreement:
        result = agree_on_statements(data)
    else:
        read = given if told else whole
        result = evaluate_statements(read(reader(model) if model else reader()), data, split)
    if shape == "json":
        click.echo(json.dumps(statement_figures(result), indent=2))
        return
    console = Console()
    console.print(_labels(result))
    console.print(_boundaries(result))
    console.print(_roles(result, deciding=not agreement))
    for gold, found, number in result.act.wrong()[:SHOWN]:
        said = f"taken for {found}" if found in set(Act) else found
        console.print(f"act {gold} {said}: {number}")


def statement_figures(result: StatementScores) -> dict[str, object]:
    """The scores for programs, in percent; kappa between -1 and 1."""
    return {
        "texts": result.texts,
        "attributions": _found(result.attributions),
        "statements": _found(result.statements),
        **{name: _label_figures(getattr(result, name)) for name in LABELS},
        "boundaries": _counts(result.boundaries),
        "positions": _counts(result.positions),
        "roles": {name: _shares(confusion) for name, confusion in result.roles.items()},
        "deciding": _shares(result.deciding),
    }


def _label_figures(confusion: Confusion) -> dict[str, object]:
    return {
        **_shares(confusion),
        "macro_f1_of_found": round(confusion.macro_f1(found_only=True), 2),
        "macro_f1_of_all": round(confusion.macro_f1(found_only=False), 2),
        "kappa": round(confusion.kappa(), 3),
        "labels": {
            label: {
                "of_found": round(confusion.f1(label, found_only=True), 2),
                "of_all": round(confusion.f1(label, found_only=False), 2),
            }
            for label in confusion.labels(found_only=False)
        },
        "confusion": [
            {"gold": gold, "found": found, "number": number}
            for (gold, found), number in sorted(confusion.counts.items())
        ],
    }


def _shares(confusion: Confusion) -> dict[str, object]:
    return {
        "accuracy_of_found": round(confusion.accuracy(found_only=True), 2),
        "accuracy_of_all": round(confusion.accuracy(found_only=False), 2),
    }


def _found(confusion: Confusion) -> dict[str, int]:
    return {"gold": confusion.of(found_only=False), "found": confusion.of(found_only=True)}


def _counts(counts: Counts) -> dict[str, float]:
    return {"f1": round(counts.f1(), 2), "found": counts.predicted, "gold": counts.gold}


def _labels(result: StatementScores) -> Table:
    table = Table(title=f"{result.texts} texts; macro-F1 and accuracy in percent, kappa", title_justify="left")
    table.add_column("")
    for heading in ("F1 found", "F1 all", "right found", "right all", "kappa"):
        table.add_column(heading, justify="right")
    for name in LABELS:
        confusion: Confusion = getattr(result, name)
        table.add_row(
            name.replace("_", "’s ", 1),
            *(f"{confusion.macro_f1(found_only):.1f}" for found_only in (True, False)),
            *(f"{confusion.accuracy(found_only):.1f}" for found_only in (True, False)),
            f"{confusion.kappa():.2f}",
        )
    return table


def _boundaries(result: StatementScores) -> Table:
    table = Table()
    table.add_column("")
    for heading in ("F1", "found", "in gold"):
        table.add_column(heading, justify="right")
    for name, confusion in (("attributions", result.attributions), ("statements, any overlap", result.statements)):
        table.add_row(name, "", str(confusion.of(found_only=True)), str(confusion.of(found_only=False)))
    for name, counts in (("statements, exact", result.boundaries), ("boundary positions", result.positions)):
        table.add_row(name, f"{counts.f1():.1f}", f"{counts.predicted:.0f}", f"{counts.gold:.0f}")
    return table


def _roles(result: StatementScores, deciding: bool) -> Table:
    table = Table()
    table.add_column("")
    for heading in ("right found", "right all"):
        table.add_column(heading, justify="right")
    rows = [*result.roles.items(), *([("a deciding word", result.deciding)] if deciding else [])]
    for name, confusion in rows:
        table.add_row(name, *(f"{confusion.accuracy(found_only):.1f}" for found_only in (True, False)))
    return table
