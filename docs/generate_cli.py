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

from onrecord.faces.cli import main as cli

FILE = Path(__file__).parent / "reference-cli.md"
HEAD = """\
<!-- Written by docs/generate_cli.py ('make docs'). Change the commands, not this file. -->

# The command line
"""


def commands(group: click.Command, name: str = "onrecord") -> Iterator[tuple[str, click.Command]]:
    """A command and all below it, each with its full name; hidden ones are left out."""
    yield name, group
    if isinstance(group, click.Group):
        for below, command in group.commands.items():
            if not command.hidden:
                yield from commands(command, f"{name} {below}")


def root() -> click.Group:
    """The group that all commands belong to."""
    groups = [value for value in vars(cli).values() if isinstance(value, click.Group)]
    nested = {id(command) for group in groups for command in group.commands.values()}
    return next(group for group in groups if id(group) not in nested)


def render() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_section(name, command) for name, command in commands(root()))])


def _section(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name)
    usage = " ".join([name, *(piece for piece in command.collect_usage_pieces(context))])
    parts = [f"## {name}", f"```text\n{usage}\n```", _paragraphs(command.help or "")]
    if isinstance(command, click.Group):
        below = [(name, one) for name, one in command.commands.items() if not one.hidden]
        rows = [f"| `{short}` | {_cell(one.get_short_help_str(200))} |" for short, one in below]
        parts.append("\n".join(["| command | |", "|---|---|", *rows]))
    records = [record for parameter in command.get_params(context) if (record := parameter.get_help_record(context))]
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if the page is out of date")
    options = parser.parse_args()
    page = render()
    if not options.check:
        FILE.write_text(page, "utf-8")
    elif not FILE.is_file() or FILE.read_text("utf-8") != page:
        sys.exit(f"{FILE.name} is out of date. Write it again with 'make docs'.")


if __name__ == "__main__":
    main()
