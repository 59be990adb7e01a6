"""``onrecord eval entities``, ``coreference`` and ``sources``: who is who against gold."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click
from rich.console import Console
from rich.table import Table

from onrecord.evaluation.coreference import CoreferenceScores
from onrecord.evaluation.places import SPLITS
from onrecord.evaluation.source_resolution import Pointing, share
from onrecord.evaluation.spans import Counts
from onrecord.run.evaluating_entities import (
    Selection,
    evaluate_coreference,
    evaluate_names,
    evaluate_sources,
)
from onrecord.run.pipeline import reader

Command = TypeVar("Command", bound=Callable[..., None])
_METRICS = {"MUC": "muc", "B-cubed": "b_cubed", "CEAF-e": "ceaf_e", "LEA": "lea", "mentions": "mentions"}


def _options(command: Command) -> Command:
    """What all three commands take."""
    for option in (
        click.option("--model", type=click.Path(exists=True, file_okay=False, path_type=Path),
                     help="Another model than the shipped one."),
        click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True),
        click.option("--genre", help="Only GUM's documents of this genre, such as news."),
        click.option("--split", type=click.Choice(SPLITS), help="Only the texts of this part."),
        click.option("--data", type=click.Path(exists=True, path_type=Path), required=True,
                     help="A folder of our TOML gold, a CoNLL-U file with entities, or a folder of them."),
    ):  # fmt: skip
        command = option(command)
    return command


@click.command()
@_options
def entities(data: Path, split: str | None, genre: str | None, shape: str, model: Path | None) -> None:
    """Score names: exact and partial F1 of the bare name, with and without its type."""
    result = evaluate_names(reader(model) if model else reader(), Selection(data, split, genre))
    scores = result.scores
    rows = {"exact": scores.exact, "exact, with type": scores.typed, "partial": scores.partial}
    rows |= {f"exact, {kind.value}": counts for kind, counts in scores.of_type.items()}
    _show(shape, f"{result.texts} texts, names, in percent", result.texts, rows)


@click.command()
@_options
def coreference(data: Path, split: str | None, genre: str | None, shape: str, model: Path | None) -> None:
    """Score coreference: MUC, B-cubed, CEAF-e, their mean (CoNLL) and LEA.

    Entities that are mentioned once are left out. "exact" asks for the same mentions, "head" for mentions with the same
    head or bare name.
    """
    result = evaluate_coreference(reader(model) if model else reader(), Selection(data, split, genre))
    rows = {
        f"{matching.value}, {name}": _counts(scores, attribute)
        for matching, scores in result.scores.items()
        for name, attribute in _METRICS.items()
    }
    means = {f"{matching.value}, CoNLL": scores.conll() for matching, scores in result.scores.items()}
    _show(shape, f"{result.texts} texts, coreference, in percent", result.texts, rows, means)


@click.command()
@_options
@click.option("--pronouns", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="A table of pronoun sources; then --data is a folder in PolNeAR's format.")  # fmt: skip
def sources(
    data: Path, split: str | None, genre: str | None, shape: str, model: Path | None, pronouns: Path | None
) -> None:
    """Score what sources point to: the right entity, a wrong name, or nothing; pronoun sources apart."""
    result = evaluate_sources(reader(model) if model else reader(), Selection(data, split, genre), pronouns)
    columns = {"all": result.scores.all, "pronouns": result.scores.pronouns}
    if shape == "json":
        figures: dict[str, object] = {"texts": result.texts}
        for name, counts in columns.items():
            figures[name] = {"sources": counts.total(), **_shares(counts)}
        click.echo(json.dumps(figures, indent=2))
        return
    table = Table(title=f"{result.texts} texts, sources, in percent", title_justify="left")
    for heading in ("", *(f"{name} ({counts.total()})" for name, counts in columns.items())):
        table.add_column(heading, justify="right" if heading else "left")
    for outcome in Pointing:
        table.add_row(outcome.value, *(f"{share(counts, outcome):.1f}" for counts in columns.values()))
    Console().print(table)


def _shares(counts: Counter[Pointing]) -> dict[str, float]:
    return {outcome.value: round(share(counts, outcome), 2) for outcome in Pointing}


def _counts(scores: CoreferenceScores, attribute: str) -> Counts:
    counts: Counts = getattr(scores, attribute)
    return counts


def _show(shape: str, title: str, texts: int, rows: dict[str, Counts], means: dict[str, float] | None = None) -> None:
    """Print precision, recall and F1 of each row, and rows that have an F1 alone."""
    if shape == "json":
        figures: dict[str, object] = {"texts": texts}
        for name, counts in rows.items():
            figures[name] = {key: round(value, 2) for key, value in _percent(counts).items()}
        figures |= {name: {"f1": round(value, 2)} for name, value in (means or {}).items()}
        click.echo(json.dumps(figures, indent=2))
        return
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for heading in ("precision", "recall", "F1"):
        table.add_column(heading, justify="right")
    for name, counts in rows.items():
        table.add_row(name, *(f"{value:.1f}" for value in _percent(counts).values()))
    for name, value in (means or {}).items():
        table.add_row(name, "", "", f"{value:.1f}")
    Console().print(table)


def _percent(counts: Counts) -> dict[str, float]:
    return {
        "precision": 100 * counts.hit_predicted / counts.predicted if counts.predicted else 0.0,
        "recall": 100 * counts.hit_gold / counts.gold if counts.gold else 0.0,
        "f1": counts.f1(),
    }
