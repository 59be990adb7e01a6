"""``onrecord eval names``: which names are taken for listed ones, against gold pairs."""

from __future__ import annotations

import json
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from onrecord.evaluation.names import SPLITS, Answered, PairScores, scores
from onrecord.run.evaluating_names import evaluate_name_pairs


@click.command()
@click.option("--data", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True,
              help="A table of name pairs.")  # fmt: skip
@click.option("--split", type=click.Choice(SPLITS), help="Only the pairs of this half.")
@click.option("--misses", is_flag=True, help="Print the pairs that are answered wrongly.")
@click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True)
def names(data: Path, split: str | None, misses: bool, shape: str) -> None:
    """Score links to watch lists: precision and recall of certain links on pairs of names."""
    answers = evaluate_name_pairs(data, split)
    if shape == "json":
        click.echo(json.dumps(_figures(answers), indent=2))
        return
    table = Table(title=f"{len(answers)} pairs of names, in percent", title_justify="left")
    for heading in ("", "pairs", "precision", "recall", "wrong", "missed"):
        table.add_column(heading, justify="right" if heading else "left")
    for label, part in _parts(answers).items():
        found = scores(part)
        table.add_row(label, str(len(part)), f"{found.precision():.1f}", f"{found.recall():.1f}", str(found.wrong),
                      str(found.missed))  # fmt: skip
    console = Console(highlight=False, emoji=False, markup=False)
    console.print(table)
    for one in answers if misses else ():
        if not one.right:
            console.print(f"{one.pair.id}: {one.pair.written} / {one.pair.listed[0]}: {one.pair.note}")


def _parts(answers: tuple[Answered, ...]) -> dict[str, list[Answered]]:
    """All pairs, those of each half, those of each tradition."""
    parts: dict[str, list[Answered]] = {"all": list(answers)}
    for split in SPLITS:
        parts[split] = [one for one in answers if one.pair.split == split]
    for tradition in dict.fromkeys(one.pair.tradition for one in answers):
        parts[tradition] = [one for one in answers if one.pair.tradition == tradition]
    return {label: part for label, part in parts.items() if part}


def _figures(answers: tuple[Answered, ...]) -> dict[str, object]:
    return {label: {"pairs": len(part), **_object(scores(part))} for label, part in _parts(answers).items()}


def _object(found: PairScores) -> dict[str, float]:
    return {
        "precision": round(found.precision(), 2),
        "recall": round(found.recall(), 2),
        "wrong": found.wrong,
        "missed": found.missed,
    }
