"""Writes docs/reference-cli.md from the commands themselves: ``python docs/generate_cli.py [--check]``.

Rendered from click's own records of each command, not from the text of ``--help``, so that line breaks and the
version of click make no difference.
"""

from __future__ import annotations

import argparse
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from onrecord.errors import OnrecordError
from onrecord.faces.cli.main import FAULT, main
from onrecord.faces.cli.read import SOME_FAILED

FILE = Path(__file__).parent / "reference-cli.md"
HEAD = """\
<!-- Written by docs/generate_cli.py ('make docs'). Change the commands, not this file. -->

# The command line
"""


def contexts(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[click.Context]:
    """A command and all below it, each as it stands when it is called; hidden ones are left out."""
    context = click.Context(command, info_name=name, parent=parent, **command.context_settings)
    yield context
    if isinstance(command, click.Group):
        for below, one in _commands(context, command):
            if not one.hidden:
                yield from contexts(one, below, context)


def _commands(context: click.Context, group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """The commands of a group with their names, in the order in which they are listed."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield name, command


def render() -> str:
    """The whole page."""
    return "\n".join([HEAD, *map(_section, contexts(main, "onrecord")), _exit_codes()])


def _section(context: click.Context) -> str:
    command, name = context.command, context.command_path
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    parts = [f"## {name}", f"```text\n{usage}\n```", _paragraphs(command.help or "")]
    if isinstance(command, click.Group):
        below = [(short, one) for short, one in _commands(context, command) if not one.hidden]
        rows = [f"| `{short}` | {_cell(one.get_short_help_str(200))} |" for short, one in below]
        parts.append("\n".join(["| command | |", "|---|---|", *rows]))
    options = [parameter for parameter in command.get_params(context) if isinstance(parameter, click.Option)]
    records = [record for option in options if (record := option.get_help_record(context))]
    rows = [f"| `{_plain(declared)}` | {_cell(text)} |" for declared, text in records]
    parts.append("\n".join(["| option | |", "|---|---|", *rows]))
    if command.epilog:
        parts.append(_paragraphs(command.epilog))
    return "\n\n".join(part for part in parts if part) + "\n"


def _paragraphs(text: str) -> str:
    """Help text as Markdown; a paragraph that click is told not to wrap becomes a block of its own."""
    shown = []
    for paragraph in re.split(r"\n\s*\n", inspect.cleandoc(text.partition("\f")[0])):
        if paragraph.startswith("\b"):
            shown.append("```text\n" + paragraph.removeprefix("\b").strip("\n") + "\n```")
        else:
            shown.append(" ".join(paragraph.split()))
    return "\n\n".join(shown)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _plain(declared: str) -> str:
    return " ".join(declared.split()).replace("|", "\\|")


def _exit_codes() -> str:
    codes = [
        (0, "", "Everything was read."),
        (SOME_FAILED, "", "Of several documents some could not be read; the others were."),
        (2, "", "The command was given in a way that it does not understand."),
        *((kind.exit_code, kind.code, _summary(kind)) for kind in OnrecordError.__subclasses__()),
        (FAULT, "", "A fault in Onrecord itself; please report it, with what `--debug` shows."),
    ]
    rows = [f"| {code} | {f'`{name}`' if name else ''} | {text} |" for code, name, text in sorted(codes)]
    return "\n".join(["## Exit codes", "", "| exit code | error | |", "|---|---|---|", *rows, ""])


def _summary(kind: type[OnrecordError]) -> str:
    return inspect.cleandoc(kind.__doc__ or "").partition("\n")[0]


def generate() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if the page is out of date")
    options = parser.parse_args()
    page = render()
    if not options.check:
        FILE.write_text(page, "utf-8")
    elif not FILE.is_file() or FILE.read_text("utf-8") != page:
        sys.exit(f"{FILE.name} is out of date. Write it again with 'make docs'.")


if __name__ == "__main__":
    generate()
