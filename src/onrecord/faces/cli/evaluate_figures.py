"""``onrecord eval quantities`` and ``onrecord eval dates``."""

from __future__ import annotations

import json
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from onrecord.evaluation.figures import Share
from onrecord.evaluation.spans import Counts
from onrecord.faces.cli.evaluate_commitments import OPTIONS, Command
from onrecord.run.evaluating_figures import (
    Find,
    agree_on_dates,
    agree_on_quantities,
    by_reader,
    evaluate_dates,
    evaluate_quantities,
)
from onrecord.run.pipeline import reader


def _options(command: Command) -> Command:
    for option in reversed(OPTIONS):
        command = option(command)
    return command


@click.command()
@_options
def quantities(data: Path, split: str | None, agreement: bool, shape: str, model: Path | None) -> None:
    """Score quantities: their interval, and their interval and unit together."""
    result = agree_on_quantities(data) if agreement else evaluate_quantities(_find(model), data, split)
    rows = {"found": result.found, "low and high": result.value, "low, high and unit": result.unit}
    _show(shape, result.texts, rows, result.details)


@click.command()
@_options
def dates(data: Path, split: str | None, agreement: bool, shape: str, model: Path | None) -> None:
    """Score dates: their TIMEX3 value, and their extent."""
    result = agree_on_dates(data) if agreement else evaluate_dates(_find(model), data, split)
    rows = {"found": result.found, "value": result.value, "extent": result.extent}
    _show(shape, result.texts, rows, {"granularity": result.granularity})


def _find(model: Path | None) -> Find:
    return by_reader(reader(model) if model else reader())


def _show(shape: str, texts: int, rows: dict[str, Counts], details: dict[str, Share]) -> None:
    if shape == "json":
        shown: dict[str, object] = {"texts": texts}
        shown |= {name.replace(" ", "_").replace(",", ""): _scores(counts) for name, counts in rows.items()}
        shown["details"] = {
            name: {"right": round(share.percent(), 2), "of": share.of} for name, share in details.items()
        }
        click.echo(json.dumps(shown, indent=2))
        return
    table = Table(title=f"{texts} texts, percent", title_justify="left")
    table.add_column("")
    for heading in ("precision", "recall", "F1", "found", "in gold"):
        table.add_column(heading, justify="right")
    for name, counts in rows.items():
        scores = _scores(counts)
        shares = (f"{scores[key]:.1f}" for key in ("precision", "recall", "f1"))
        table.add_row(name, *shares, f"{counts.predicted:.0f}", f"{counts.gold:.0f}")
    console = Console()
    console.print(table)
    for name, share in details.items():
        console.print(f"{name} right: {share.percent():.1f} % of {share.of}")


def _scores(counts: Counts) -> dict[str, float]:
    precision = 100 * counts.hit_predicted / counts.predicted if counts.predicted else 0.0
    recall = 100 * counts.hit_gold / counts.gold if counts.gold else 0.0
    return {
        "precision": round(precision, 2),
        "recall": round(recall, 2),
        "f1": round(counts.f1(), 2),
        "found": counts.predicted,
        "gold": counts.gold,
    }
