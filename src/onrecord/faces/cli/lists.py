"""``onrecord lists``: watch lists to link names to."""

from __future__ import annotations

import json
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from onrecord.run import watchlists
from onrecord.run.watchlists import StoredList
from onrecord.settings import lists_folder

_SHAPE = click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True,
                      help="A table for people, or JSON for programs.")  # fmt: skip


@click.group(invoke_without_command=True)
@_SHAPE
@click.pass_context
def lists(context: click.Context, shape: str) -> None:
    """Show the watch lists that names are linked to, load one, or remove one.

    Lists are kept in ONRECORD_LISTS, else in onrecord/lists in your data folder. Every reading then says which of the
    persons and organizations it names may be on them, and why.
    """
    if context.invoked_subcommand is None:
        _show(watchlists.stored(lists_folder()), shape)


@lists.command()
@click.argument("file", type=click.Path(path_type=Path))
@_SHAPE
def add(file: Path, shape: str) -> None:
    """Load a watch list, in place of an older one of its name.

    FILE is the UN Security Council Consolidated List (XML), OFAC's sdn.csv with alt.csv and add.csv beside it,
    FollowTheMoney entities (JSON lines), or a CSV with a column called name.
    """
    found = watchlists.add(file, lists_folder())
    if shape == "json":
        _show(found, shape)
        return
    for one in found:
        click.echo(f"{one.name}: {one.entries} entries" + (f", list of {one.date}" if one.date else ""))
        for note in one.notes:
            click.echo(f"  {note}")


@lists.command()
@click.argument("name")
def remove(name: str) -> None:
    """Remove a list; readings made before keep their links."""
    watchlists.remove(name, lists_folder())
    click.echo(f"{name} is removed.")


def _show(found: tuple[StoredList, ...], shape: str) -> None:
    if shape == "json":
        click.echo(json.dumps({"lists": [_object(one) for one in found]}, ensure_ascii=False, indent=2))
        return
    if not found:
        click.echo("No list is loaded. Load one with 'onrecord lists add FILE'.")
        return
    table = Table(box=None, pad_edge=False)
    for heading in ("list", "entries", "of", "added", "from"):
        table.add_column(heading, justify="right" if heading == "entries" else "left", overflow="fold")
    for one in found:
        entries = "damaged" if one.entries is None else str(one.entries)
        table.add_row(one.name, entries, one.date or "", (one.added or "")[:10], one.source or one.problem or "")
    Console(highlight=False, emoji=False, markup=False).print(table)


def _object(one: StoredList) -> dict[str, object]:
    return {
        "name": one.name,
        "entries": one.entries,
        "date": one.date,
        "file": one.source,
        "added": one.added,
        "notes": list(one.notes),
        "problem": one.problem,
    }
