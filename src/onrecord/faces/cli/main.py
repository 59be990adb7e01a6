"""``onrecord``: the command group, and how errors reach a person."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Mapping
from importlib import import_module
from typing import Final

import click

from onrecord import __version__
from onrecord.errors import OnrecordError

FAULT = 70
"""Exit code for a fault of ours (EX_SOFTWARE)."""

COMMANDS: Final[Mapping[str, str]] = {
    "read": "read:read",
    "add": "add:add",
    "failures": "add:failures",
    "documents": "ask:documents",
    "claims": "ask:claims",
    "claim": "ask:claim",
    "search": "ask:search",
    "sources": "ask:sources",
    "dossier": "ask:dossier",
    "figures": "ask:figures",
    "pledges": "ask:pledges",
    "disputes": "ask:disputes",
    "ties": "ask:ties",
    "verdict": "decide:verdict",
    "entities": "decide:entities",
    "check": "care:check",
    "backup": "care:backup",
    "restore": "care:restore",
    "remove": "care:remove",
    "reread": "care:reread",
    "lists": "lists:lists",
    "eval": "evaluate:evaluate",
    "doctor": "doctor:doctor",
}
"""The commands in the order in which they are listed, each with the module here that holds it and its name there. A
module is imported when its command is called: reading needs no database, and a question no reader."""


class Onrecord(click.Group):
    """The command group; shows errors as sentences, and the traceback only with ``--debug``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in their order."""
        return [*COMMANDS, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, imported now."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"onrecord.faces.cli.{module}"), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; the one place where an exception becomes a sentence and an exit code."""
        try:
            return super().invoke(ctx)
        except OnrecordError as error:
            if ctx.params.get("debug"):
                traceback.print_exc()
            click.echo(f"onrecord: {error.problem} {error.remedy}", err=True)
            ctx.exit(error.exit_code)
        except BrokenPipeError:
            _quiet_pipe()
            ctx.exit(0)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:  # the last resort: a person never sees a traceback unasked
            if ctx.params.get("debug"):
                traceback.print_exc()
            fault = f"a fault in Onrecord itself ({type(error).__name__}). Run again with --debug and report it."
            click.echo(f"onrecord: {fault}", err=True)
            ctx.exit(FAULT)


def _quiet_pipe() -> None:
    """Keep Python from complaining at exit when the reader of our output has gone (``onrecord read ... | head``)."""
    sys.stdout = None


@click.group(cls=Onrecord, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="onrecord")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def main(debug: bool) -> None:
    """Who said what, on whose word, in news and reports.

    Onrecord never writes a claim in its own words: everything it shows is a span of the text it read.
    """
