"""``onrecord read``: read and print; stores nothing."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from onrecord.errors import BadInput
from onrecord.faces.cli.output import Advance, writer
from onrecord.intake.sources import expand
from onrecord.reading.lexicon import Lexicon
from onrecord.run.pipeline import Failure, read_many
from onrecord.settings import Settings

SOME_FAILED = 1


def _date(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value} is not a date; write it as 2023-06-12.") from error


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SRC...")
@click.option("--format", "shape", type=click.Choice(["table", "json", "html"]), default="table", show_default=True,
              help="A table for people, one JSON object a line for programs, or a page to mail.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write here instead of to the screen; for "
              "several HTML pages, a folder.")  # fmt: skip
@click.option("--all", "authors_voice", is_flag=True, help="In the table, show what the author says, too.")
@click.option("--published", callback=_date, metavar="DATE", help="Date of publication, where the page does not tell.")
@click.option("--publisher", help="Publisher, where the page does not tell.")
@click.option("--url", help="Canonical address, where the page does not tell.")
@click.option("--lexicon", type=click.Path(path_type=Path), metavar="FILE",
              help="A table of your own words, or a folder of tables, laid over the shipped lexicon.")  # fmt: skip
@click.option("--jobs", type=click.IntRange(0), default=0, metavar="N",
              help="Processes that read; as many as there are processors when not given.")  # fmt: skip
def read(
    sources: tuple[str, ...],
    shape: str,
    output: Path | None,
    authors_voice: bool,
    published: str | None,
    publisher: str | None,
    url: str | None,
    lexicon: Path | None,
    jobs: int,
) -> None:
    """Find who said what in articles and reports.

    SRC is a file (HTML, PDF or text), a folder, an http(s) address, or - for standard input. Nothing is stored.
    """
    if lexicon is not None:
        Lexicon.load(lexicon)  # a mistake in it is told once, before anything is read
    settings = Settings(published=published, publisher=publisher, url=url, jobs=jobs, lexicon=lexicon)
    found = list(expand(sources))
    if shape == "html" and len(found) > 1 and (output is None or output.suffix):
        raise BadInput("Several pages cannot be written as one.", "Name a folder with -o FOLDER.")
    failures: list[Failure] = []
    with writer(shape, output, len(found), authors_voice) as write, _progress(len(found)) as advance:
        for outcome in read_many(found, settings):
            if isinstance(outcome, Failure):
                failures.append(outcome)
                click.echo(f"onrecord: {outcome.error.problem} {outcome.error.remedy}", err=True)
            else:
                write(outcome)
            advance()
    if failures:
        if len(found) > 1:
            click.echo(f"onrecord: {len(failures)} of {len(found)} could not be read.", err=True)
        sys.exit(failures[0].error.exit_code if len(found) == 1 else SOME_FAILED)


@contextmanager
def _progress(total: int) -> Iterator[Advance]:
    """A progress bar on a terminal, for several sources; otherwise nothing."""
    console = Console(stderr=True)
    if total < 2 or not console.is_terminal:
        yield lambda: None
        return
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading", total=total)
        yield lambda: progress.advance(task)
