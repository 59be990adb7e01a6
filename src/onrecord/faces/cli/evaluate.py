"""``onrecord eval``: accuracy against gold."""

from __future__ import annotations

import json
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from onrecord.evaluation.spans import ROLES, Scores
from onrecord.faces.cli.evaluate_commitments import commitments, stances
from onrecord.faces.cli.evaluate_entities import coreference, entities, sources
from onrecord.faces.cli.evaluate_figures import dates, quantities
from onrecord.faces.cli.evaluate_names import names
from onrecord.faces.cli.evaluate_statements import acts
from onrecord.run.evaluating import Evaluation
from onrecord.run.evaluating import evaluate as score
from onrecord.run.pipeline import reader


@click.group("eval")
def evaluate() -> None:
    """Measure accuracy against gold data."""


@evaluate.command()
@click.option("--data", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True,
              help="PolNeAR-format data (text/ and attributions/) or a folder of our TOML gold.")  # fmt: skip
@click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--model", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help="Another model than the shipped one.")  # fmt: skip
def attribution(data: Path, shape: str, model: Path | None) -> None:
    """Score sources, cues and contents: exact, partial (Pareti) and token F1, and whole triples.

    Only letters and digits are compared, so a comma at an edge is no error.
    """
    result = score(reader(model) if model else reader(), data)
    if shape == "json":
        click.echo(json.dumps(_figures(result), indent=2))
        return
    table = Table(title=f"{result.articles} texts, F1 in percent", title_justify="left")
    table.add_column("")
    for heading in ("source", "cue", "content", "whole triple"):
        table.add_column(heading, justify="right")
    for name, row in _rows(result.scores):
        table.add_row(name, *row)
    if result.nested.triple.gold:
        for name, row in _rows(result.nested):
            table.add_row(f"nested, {name}", *row)
    console = Console()
    console.print(table)
    if result.kinds:
        console.print(f"source kind right: {100 * result.kinds_right / result.kinds:.1f} % of {result.kinds} found")


def _rows(scores: Scores) -> list[tuple[str, list[str]]]:
    rows = []
    for name in ("exact", "partial", "token"):
        row = [f"{getattr(scores, name)[role].f1():.1f}" for role in ROLES]
        rows.append((name, [*row, f"{scores.triple.f1():.1f}" if name == "exact" else ""]))
    return rows


def _figures(result: Evaluation) -> dict[str, object]:
    figures: dict[str, object] = {"texts": result.articles}
    for label, scores in (("outermost", result.scores), ("nested", result.nested)):
        if scores.triple.gold:
            figures[label] = {
                **{
                    name: {role: round(getattr(scores, name)[role].f1(), 2) for role in ROLES}
                    for name in ("exact", "partial", "token")
                },
                "triple": round(scores.triple.f1(), 2),
            }
    if result.kinds:
        figures["source_kind"] = round(100 * result.kinds_right / result.kinds, 2)
    return figures


evaluate.add_command(commitments)
evaluate.add_command(stances)
evaluate.add_command(entities)
evaluate.add_command(coreference)
evaluate.add_command(sources)
evaluate.add_command(acts)
evaluate.add_command(names)
evaluate.add_command(quantities)
evaluate.add_command(dates)
