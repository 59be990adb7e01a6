"""``onrecord eval commitments`` and ``onrecord eval stances``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from onrecord.evaluation.commitments import CommitmentScores
from onrecord.evaluation.places import SPLITS
from onrecord.evaluation.spans import Counts
from onrecord.evaluation.stances import StanceScores
from onrecord.run.evaluating_commitments import (
    Read,
    agree_on_commitments,
    agree_on_stances,
    evaluate_commitments,
    evaluate_stances,
    whole,
)
from onrecord.run.pipeline import reader

Command = Callable[..., None]
OPTIONS = (
    click.option("--data", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True,
                 help="Folder of TOML gold."),
    click.option("--split", type=click.Choice(SPLITS), help="Only dev-*.toml or test-*.toml."),
    click.option("--agreement", is_flag=True, help="Score the second annotation instead of the machine."),
    click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True),
    click.option("--model", type=click.Path(exists=True, file_okay=False, path_type=Path),
                 help="Another model than the shipped one."),
)  # fmt: skip


def _options(command: Command) -> Command:
    for option in reversed(OPTIONS):
        command = option(command)
    return command


@click.command()
@_options
def commitments(data: Path, split: str | None, agreement: bool, shape: str, model: Path | None) -> None:
    """Score pledges and demands, who is bound and to whom, and conduct that keeps or breaks them."""
    result = agree_on_commitments(data) if agreement else evaluate_commitments(_read(model), data, split)
    if shape == "json":
        click.echo(json.dumps(commitment_figures(result), indent=2))
        return
    rows: list[tuple[str, Counts]] = [("commitments", result.commitments)]
    rows += [(f"{kind.value}s", counts) for kind, counts in result.kinds.items()]
    console = Console()
    console.print(_table(result.texts, [*rows, ("conduct", result.conduct)]))
    for name, share in (*result.details.items(), ("conduct's words", result.words)):
        console.print(f"{name} right: {share.percent():.1f} % of {share.of} found")


@click.command()
@_options
def stances(data: Path, split: str | None, agreement: bool, shape: str, model: Path | None) -> None:
    """Score stances between sources: affirm, deny, question, decline, and what each is aimed at."""
    result = agree_on_stances(data) if agreement else evaluate_stances(_read(model), data, split)
    if shape == "json":
        click.echo(json.dumps(stance_figures(result), indent=2))
        return
    rows = [
        ("kind and source", result.stance),
        ("with right target", result.target),
        ("with right statements, strict", result.strict),
        ("with right statements, relaxed", result.relaxed),
        *((f"{kind.value}, with right target", counts) for kind, counts in result.kinds.items()),
    ]
    Console().print(_table(result.texts, rows))


def commitment_figures(result: CommitmentScores) -> dict[str, object]:
    """The scores for programs, in percent."""
    return {
        "texts": result.texts,
        "commitments": _figures(result.commitments),
        "kinds": {kind.value: _figures(counts) for kind, counts in result.kinds.items()},
        "details": {
            name: {"right": round(share.percent(), 2), "found": share.of} for name, share in result.details.items()
        },
        "conduct": _figures(result.conduct),
        "conduct_words": {"right": round(result.words.percent(), 2), "found": result.words.of},
    }


def stance_figures(result: StanceScores) -> dict[str, object]:
    """The scores for programs, in percent."""
    return {
        "texts": result.texts,
        "stance": _figures(result.stance),
        "target": _figures(result.target),
        "strict": _figures(result.strict),
        "relaxed": _figures(result.relaxed),
        "kinds": {kind.value: _figures(counts) for kind, counts in result.kinds.items()},
    }


def _read(model: Path | None) -> Read:
    return whole(reader(model) if model else reader())


def _figures(counts: Counts) -> dict[str, float]:
    precision, recall = _shares(counts)
    return {
        "precision": round(precision, 2),
        "recall": round(recall, 2),
        "f1": round(counts.f1(), 2),
        "found": counts.predicted,
        "gold": counts.gold,
    }


def _shares(counts: Counts) -> tuple[float, float]:
    precision = 100 * counts.hit_predicted / counts.predicted if counts.predicted else 0.0
    recall = 100 * counts.hit_gold / counts.gold if counts.gold else 0.0
    return precision, recall


def _table(texts: int, rows: list[tuple[str, Counts]]) -> Table:
    table = Table(title=f"{texts} texts, percent", title_justify="left")
    table.add_column("")
    for heading in ("precision", "recall", "F1", "found", "in gold"):
        table.add_column(heading, justify="right")
    for name, counts in rows:
        precision, recall = _shares(counts)
        shares = (f"{value:.1f}" for value in (precision, recall, counts.f1()))
        table.add_row(name, *shares, f"{counts.predicted:.0f}", f"{counts.gold:.0f}")
    return table
