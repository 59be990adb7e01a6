"""Options that the commands on a ledger share. Imports nothing heavy: every command pays for it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.errors import BadInput

Command = TypeVar("Command", bound=Callable[..., Any])

SHAPES = ("table", "json", "csv")


def date_option(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """A date as it is written in ISO 8601.

    Raises:
        click.BadParameter: it is none.
    """
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value} is not a date; write it as 2023-06-12.") from error


def ledger_option(command: Command) -> Command:
    """``--ledger``: where the ledger is."""
    return click.option(
        "--ledger", metavar="WHERE", help="The ledger: a file, or a postgresql:// address; ONRECORD_LEDGER, else "
        "onrecord.db, when not given.",
    )(command)  # fmt: skip


def lexicon_option(command: Command) -> Command:
    """``--lexicon``: words of one's own."""
    return click.option(
        "--lexicon", type=click.Path(path_type=Path), metavar="FILE",
        help="A table of your own words, or a folder of tables, laid over the shipped lexicon.",
    )(command)  # fmt: skip


def check_lexicon(lexicon: Path | None) -> None:
    """Tell of a mistake in a lexicon once, before anything is read.

    Raises:
        BadInput: there is one.
    """
    if lexicon is not None:
        from onrecord.reading.lexicon import Lexicon  # noqa: PLC0415

        Lexicon.load(lexicon)


def shape_option(command: Command) -> Command:
    """``--format``: table, JSON or CSV."""
    return click.option(
        "--format", "shape", type=click.Choice(SHAPES), default="table", show_default=True,
        help="A table for people, JSON for programs, or CSV for spreadsheets.",
    )(command)  # fmt: skip


def paging_options(command: Command) -> Command:
    """``--limit`` and ``--after``: one page of an answer."""
    limit = click.option(
        "--limit", type=click.IntRange(1, 1_000), default=20, show_default=True, metavar="N", help="Entries at most."
    )
    after = click.option("--after", metavar="TOKEN", help="Go on after the page that ended with this token.")
    return limit(after(command))


def by_option(command: Command) -> Command:
    """``--by``: who decides."""
    return click.option(
        "--by", "person", envvar="ONRECORD_USER", metavar="NAME",
        help="Who decides; ONRECORD_USER, else your login name.",
    )(command)  # fmt: skip


def who(person: str | None) -> str:
    """Who decides: as given, else whoever is logged in.

    Raises:
        BadInput: nobody knows.
    """
    if person and person.strip():
        return person.strip()
    import getpass  # noqa: PLC0415

    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise BadInput("It is not known who decides.", "Say it with --by NAME.") from error
