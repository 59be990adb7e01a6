"""``onrecord``: the command group, and how errors reach a person."""

from __future__ import annotations

import sys
import traceback

import click

from onrecord import __version__
from onrecord.errors import OnrecordError
from onrecord.faces.cli.doctor import doctor
from onrecord.faces.cli.evaluate import evaluate
from onrecord.faces.cli.read import read

FAULT = 70
"""Exit code for a fault of ours (EX_SOFTWARE)."""


class Onrecord(click.Group):
    """The command group; shows errors as sentences, and the traceback only with ``--debug``."""

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


main.add_command(read)
main.add_command(evaluate)
main.add_command(doctor)
