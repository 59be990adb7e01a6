"""``onrecord add`` and ``onrecord failures``: reading into the ledger."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from onrecord.errors import BadInput, OnrecordError
from onrecord.faces.cli.ledger_options import (
    check_lexicon,
    date_option,
    ledger_option,
    lexicon_option,
    shape_option,
)

if TYPE_CHECKING:
    from onrecord.run.adding import Outcome

SOME_FAILED = 1

_SUMMARY = {
    "added": "added",
    "version": "added as a new version",
    "skipped": "already there",
    "removed": "removed before, left out",
    "failed": "failed",
}


@click.command()
@click.argument("sources", nargs=-1, metavar="[SRC]...")
@click.option("--manifest", type=click.Path(path_type=Path), metavar="FILE", help="Add what a CSV or JSON-lines file "
              "lists: source, and where known url, publisher, published.")  # fmt: skip
@click.option("--published", callback=date_option, metavar="DATE", help="Date of publication, where the page does not "
              "tell.")  # fmt: skip
@click.option("--publisher", help="Publisher, where the page does not tell.")
@click.option("--url", help="Canonical address, where the page does not tell.")
@click.option("--jobs", type=click.IntRange(0), default=0, metavar="N",
              help="Processes that read; as many as there are processors when not given.")  # fmt: skip
@lexicon_option
@ledger_option
@click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True,
              help="A summary for people, or JSON for programs.")  # fmt: skip
def add(
    sources: tuple[str, ...],
    manifest: Path | None,
    published: str | None,
    publisher: str | None,
    url: str | None,
    jobs: int,
    lexicon: Path | None,
    ledger: str | None,
    shape: str,
) -> None:
    """Read articles and reports into the ledger.

    SRC is a file (HTML, PDF or text), a folder, an http(s) address, or - for standard input. What is there is skipped,
    so a run that was ended anywhere goes on when it is started again. The same address with another page becomes a
    new version of the document.
    """
    if not sources and manifest is None:
        raise BadInput("There is nothing to add.", "Name files, folders or addresses, or a --manifest.")
    check_lexicon(lexicon)
    from onrecord.faces.api import open_ledger  # noqa: PLC0415 - a database is slow to import

    with open_ledger(ledger) as opened:
        listed = opened.list_sources(sources, manifest, url=url, publisher=publisher, published=published)
        outcomes = opened.add_listed(listed, lexicon=lexicon, jobs=jobs)
        _report(outcomes, len(listed), shape)


@click.command()
@click.option("--retry", is_flag=True, help="Try them again.")
@click.option("--jobs", type=click.IntRange(0), default=0, metavar="N",
              help="Processes that read; as many as there are processors when not given.")  # fmt: skip
@ledger_option
@shape_option
def failures(retry: bool, jobs: int, ledger: str | None, shape: str) -> None:
    """List the sources that could not be added, and why; or try them again."""
    from onrecord.faces.api import open_ledger  # noqa: PLC0415
    from onrecord.faces.cli.answer import show  # noqa: PLC0415
    from onrecord.present.ledger_views import failures_view  # noqa: PLC0415

    with open_ledger(ledger, create=False) as opened:
        found = opened.failures()
        if not retry:
            show(failures_view(found), shape)
            return
        listed = opened.list_failed()
        _report(opened.add_listed(listed, jobs=jobs), len(listed), "json" if shape == "json" else "table")


def _report(outcomes: Iterator[Outcome], total: int, shape: str) -> None:
    """Say what became of sources while they are added, and sum up."""
    counts: Counter[str] = Counter()
    shown: list[dict[str, object]] = []
    first: OnrecordError | None = None
    with _progress(total) as advance:
        for outcome in outcomes:
            counts[outcome.result.value] += 1
            if outcome.error is not None:
                first = first or outcome.error
                click.echo(f"onrecord: {outcome.error.problem} {outcome.error.remedy}", err=True)
            if shape == "json":
                shown.append(_object(outcome))
            advance()
    if shape == "json":
        known = {name: counts[name] for name in _SUMMARY}
        click.echo(json.dumps({"added": shown, "counts": known}, ensure_ascii=False))
    else:
        parts = [f"{counts[name]:,} {words}" for name, words in _SUMMARY.items() if counts[name]]
        click.echo((", ".join(parts) or "nothing to add") + ".")
        if counts["failed"]:
            click.echo("onrecord failures lists what failed; onrecord failures --retry tries it again.")
    if first is not None:
        sys.exit(first.exit_code if total == 1 else SOME_FAILED)


def _object(outcome: Outcome) -> dict[str, object]:
    error = outcome.error
    return {
        "source": outcome.source,
        "result": outcome.result.value,
        "document": outcome.document,
        "versions": outcome.versions,
        "error": None if error is None else {"code": error.code, "problem": error.problem, "remedy": error.remedy},
    }


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    console = Console(stderr=True)
    if total < 2 or not console.is_terminal:
        yield lambda: None
        return
    columns = (TextColumn("adding"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("adding", total=total)
        yield lambda: progress.advance(task)
