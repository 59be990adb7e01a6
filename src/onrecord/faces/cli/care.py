"""Taking care of a ledger: ``check``, ``backup``, ``restore``, ``remove``, ``reread``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from onrecord.faces.cli.ledger_options import (
    by_option,
    check_lexicon,
    ledger_option,
    lexicon_option,
    shape_option,
    who,
)

if TYPE_CHECKING:
    from onrecord.faces.api import Ledger
    from onrecord.ledger.checking import Problem

UNSOUND = 1
"""Exit code of ``check`` for a ledger in which something is wrong."""


def _opened(ledger: str | None) -> Ledger:
    from onrecord.faces.api import open_ledger  # noqa: PLC0415 - a database is slow to import

    return open_ledger(ledger, create=False)


@click.command()
@click.option("--repair", is_flag=True, help="Put right what follows from other rows: indexes, counts, leftovers.")
@ledger_option
@shape_option
def check(repair: bool, ledger: str | None, shape: str) -> None:
    """Check every span against its text, every hash, every reference and every index.

    Ends with exit code 1 where something is wrong and was not put right.
    """
    from onrecord.faces.cli.answer import show  # noqa: PLC0415
    from onrecord.present.ledger_views import problems_view  # noqa: PLC0415

    with _opened(ledger) as opened:
        found = _problems(opened)
        if repair and found:
            click.echo(f"{opened.repair(found)} of {len(found)} problems are put right.", err=True)
            found = _problems(opened)
    show(problems_view(found), shape)
    if found:
        sys.exit(UNSOUND)


def _problems(opened: Ledger) -> list[Problem]:
    found: list[Problem] = []
    console = Console(stderr=True)
    columns = (TextColumn("checking"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("checking", total=None)
        for total, problems in opened.check():
            found += problems
            if total:
                progress.update(task, total=total, advance=1)
    return found


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@ledger_option
def backup(file: Path, ledger: str | None) -> None:
    """Write the whole ledger, as it is now, to FILE; others may go on adding.

    FILE is a ledger itself, and is there only when it is whole.
    """
    with _opened(ledger) as opened:
        held = opened.back_up(file)
    click.echo(f"{file} holds {held:,} documents.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@ledger_option
def restore(file: Path, ledger: str | None) -> None:
    """Make a ledger of the backup FILE, at --ledger; nothing that is there is overwritten."""
    from onrecord.faces.api import restore_ledger  # noqa: PLC0415

    held = restore_ledger(file, ledger)
    click.echo(f"The ledger holds {held:,} documents.")


@click.command()
@click.argument("document", required=False)
@click.option("--reason", metavar="WORDS", help="Why; it stays on the tombstone.")
@click.option("--list", "listing", is_flag=True, help="List what was removed.")
@by_option
@ledger_option
@shape_option
def remove(
    document: str | None, reason: str | None, listing: bool, person: str | None, ledger: str | None, shape: str
) -> None:
    """Remove a document for good: its text, its original and every trace in an index.

    DOCUMENT is its id, the first digits of it, its address or its source. A tombstone with the reason stays, and it is
    not added again.
    """
    from onrecord.faces.cli.answer import show  # noqa: PLC0415
    from onrecord.present.ledger_views import tombstones_view  # noqa: PLC0415

    if not listing and (document is None or reason is None):
        raise click.UsageError("Name a DOCUMENT and give a --reason, or ask for the --list.")
    with _opened(ledger) as opened:
        if document is not None and reason is not None:
            show(tombstones_view([opened.remove(document, reason, by=who(person))]), shape)
        else:
            show(tombstones_view(opened.removed()), shape)


@click.command()
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]...")
@click.option("--all", "everything", is_flag=True, help="Also what the installed model and lexicon have read already.")
@click.option("--jobs", type=click.IntRange(0), default=0, metavar="N",
              help="Processes that read; as many as there are processors when not given.")  # fmt: skip
@lexicon_option
@ledger_option
def reread(
    documents: tuple[str, ...], everything: bool, jobs: int, lexicon: Path | None, ledger: str | None
) -> None:
    """Read documents again with the installed model; what people decided is kept.

    Texts stay as they are. Verdicts hold to exact spans; those that the new reading does not have are listed, kept, and
    take effect again when a later reading has them.
    """
    check_lexicon(lexicon)
    with _opened(ledger) as opened:
        count = 0
        adrift: list[str] = []
        for done in opened.reread(documents, everything=everything, lexicon=lexicon, jobs=jobs):
            count += 1
            adrift += done.unanchored
    click.echo(f"{count:,} documents were read again." if count else "There is nothing to read again.")
    if adrift:
        click.echo(f"{len(adrift)} verdicts are on what the new readings do not have:")
        for name in adrift:
            click.echo(f"  {name}")
