"""How answers reach a person or a program: a table, one JSON object, or CSV, on standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import click
from rich.console import Console

from onrecord.present.json_line import json_line
from onrecord.present.ledger_views import View
from onrecord.present.sheet import Sheet, print_sheet, to_csv
from onrecord.query.answers import Page

Item = TypeVar("Item")


def show(view: View, shape: str) -> None:
    """Show something in the shape asked for."""
    _plain_output()
    if shape == "json":
        click.echo(json_line({view.key: list(view.objects), "next": view.next}))
    elif shape == "csv":
        sys.stdout.write(to_csv(view.sheet))
    else:
        print_sheet(view.sheet, console())
    if view.next is not None and shape != "json":
        click.echo(f"onrecord: There is more; go on with --after {view.next}", err=True)


def show_page(
    key: str,
    page: Page[Item],
    to_object: Callable[[Item], dict[str, object]],
    to_sheet: Callable[[Sequence[Item]], Sheet],
    shape: str,
) -> None:
    """Show a page of an answer."""
    objects = tuple(to_object(item) for item in page.items) if shape == "json" else ()
    show(View(key, objects, to_sheet(page.items), page.next), shape)


def show_each(
    every: Iterable[Item],
    to_object: Callable[[Item], dict[str, object]],
    print_one: Callable[[Item, Console], None],
    to_sheet: Callable[[Sequence[Item]], Sheet],
    shape: str,
) -> None:
    """Show things that fill a screen each: one JSON object a line, or one below the other."""
    _plain_output()
    items = list(every)
    if shape == "csv":
        sys.stdout.write(to_csv(to_sheet(items)))
        return
    screen = console()
    for place, item in enumerate(items):
        if shape == "json":
            click.echo(json_line(to_object(item)))
            continue
        if place:
            screen.print()
        print_one(item, screen)


def console() -> Console:
    """A console that shows words as they are."""
    return Console(highlight=False, emoji=False, markup=False)


def _plain_output() -> None:
    """A locale without UTF-8 must not end an answer half-way, and CSV has line ends of its own."""
    if hasattr(sys.stdout, "reconfigure"):
        terminal = sys.stdout.isatty()
        sys.stdout.reconfigure(errors="replace" if terminal else "strict", newline="")
        if not terminal:
            sys.stdout.reconfigure(encoding="utf-8")
