"""The questions: each command asks the ledger and shows the answer; nothing is decided here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from onrecord.faces.cli.ledger_options import date_option, ledger_option, paging_options, shape_option
from onrecord.types import Act, CommitmentKind

if TYPE_CHECKING:
    from onrecord.faces.api import Ledger

_DRAWN = 200
"""Figures that are drawn at most, the newest; more would be a gray bar."""

Command = TypeVar("Command", bound=Callable[..., Any])


def period_options(command: Command) -> Command:
    """``--since`` and ``--until``."""
    since = click.option("--since", callback=date_option, metavar="DATE", help="Published on that day or later.")
    until = click.option("--until", callback=date_option, metavar="DATE", help="Published on that day or earlier.")
    return since(until(command))


def _opened(ledger: str | None) -> Ledger:
    from onrecord.faces.api import open_ledger  # noqa: PLC0415 - a database is slow to import

    return open_ledger(ledger, create=False)


@click.command()
@click.option("--about", metavar="NAME", help="About whom or what: any name on record, or a public name (e...).")
@click.option("--by", metavar="NAME", help="Whose word: a source, or a publisher for what it says in its own voice.")
@click.option("--act", type=click.Choice([act.value for act in Act]), help="What the source does in saying it.")
@period_options
@click.option("--text", metavar="WORDS", help='Words and "phrases" in it; a word* may go on.')
@click.option("--accepted", is_flag=True, help="Only what a person accepted.")
@paging_options
@ledger_option
@shape_option
def claims(
    about: str | None, by: str | None, act: str | None, since: str | None, until: str | None, text: str | None,
    accepted: bool, limit: int, after: str | None, ledger: str | None, shape: str,
) -> None:  # fmt: skip
    """List claims, newest first: about whom, by whom, in which act, when.

    Everything shown is words of a stored document. What nobody decided about is a suggestion by a machine.
    """
    with _opened(ledger) as opened:
        page = opened.claims(
            about=about, by=by, act=act, since=since, until=until, text=text, accepted=accepted, limit=limit,
            after=after,
        )  # fmt: skip
        _say_who(opened, shape, about, by)
    from onrecord.faces.cli.answer import show_page  # noqa: PLC0415
    from onrecord.present.answer_objects import claim_object  # noqa: PLC0415
    from onrecord.present.answer_sheets import claims_sheet  # noqa: PLC0415

    show_page("claims", page, claim_object, claims_sheet, shape)


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="ID...")
@ledger_option
@shape_option
def claim(names: tuple[str, ...], ledger: str | None, shape: str) -> None:
    """Show everything on record about claims: evidence, chains, origins with reasons, who denies it."""
    with _opened(ledger) as opened:
        found = [opened.claim(name) for name in names]
    from onrecord.faces.cli.answer import show_each  # noqa: PLC0415
    from onrecord.present.answer_objects import claim_detail_object  # noqa: PLC0415
    from onrecord.present.answer_sheets import evidence_sheet  # noqa: PLC0415
    from onrecord.present.claim_table import print_claim  # noqa: PLC0415

    show_each(
        found, claim_detail_object, print_claim,
        lambda every: evidence_sheet([one for each in every for one in each.evidence]), shape,
    )  # fmt: skip


@click.command()
@click.option("--publisher", metavar="NAME", help="Published by whom.")
@click.option("--url", metavar="ADDRESS", help="Versions of one address.")
@period_options
@click.option("--text", metavar="WORDS", help='Words and "phrases" in them.')
@paging_options
@ledger_option
@shape_option
def documents(
    publisher: str | None, url: str | None, since: str | None, until: str | None, text: str | None, limit: int,
    after: str | None, ledger: str | None, shape: str,
) -> None:  # fmt: skip
    """List documents, newest first, with their versions."""
    with _opened(ledger) as opened:
        page = opened.documents(
            publisher=publisher, url=url, since=since, until=until, text=text, limit=limit, after=after
        )
    from onrecord.faces.cli.answer import show_page  # noqa: PLC0415
    from onrecord.present.answer_objects import document_object  # noqa: PLC0415
    from onrecord.present.answer_sheets import documents_sheet  # noqa: PLC0415

    show_page("documents", page, document_object, documents_sheet, shape)


@click.command()
@click.argument("query", nargs=-1, required=True, metavar="WORDS...")
@period_options
@paging_options
@ledger_option
@shape_option
def search(
    query: tuple[str, ...], since: str | None, until: str | None, limit: int, after: str | None, ledger: str | None,
    shape: str,
) -> None:  # fmt: skip
    """Search the texts: all of the words, "phrases in quotation marks", beginnings of words*."""
    with _opened(ledger) as opened:
        page = opened.search(_as_query(query), since=since, until=until, limit=limit, after=after)
    from onrecord.faces.cli.answer import show_page  # noqa: PLC0415
    from onrecord.present.answer_objects import hit_object  # noqa: PLC0415
    from onrecord.present.answer_sheets import search_sheet  # noqa: PLC0415

    show_page("search", page, hit_object, search_sheet, shape)


@click.command()
@paging_options
@ledger_option
@shape_option
def sources(limit: int, after: str | None, ledger: str | None, shape: str) -> None:
    """List who is quoted, most quoted first."""
    with _opened(ledger) as opened:
        page = opened.sources(limit=limit, after=after)
    from onrecord.faces.cli.answer import show_page  # noqa: PLC0415
    from onrecord.present.answer_objects import source_object  # noqa: PLC0415
    from onrecord.present.answer_sheets import sources_sheet  # noqa: PLC0415

    show_page("sources", page, source_object, sources_sheet, shape)


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@period_options
@ledger_option
@click.option("--format", "shape", type=click.Choice(["table", "json"]), default="table", show_default=True,
              help="One screen for people, or one JSON object with all of them for programs.")  # fmt: skip
def dossier(
    names: tuple[str, ...], since: str | None, until: str | None, ledger: str | None, shape: str
) -> None:
    """Show everything on record about and by somebody, on one screen.

    NAME is any name on record or a public name (e...). A name that several bear gives a dossier of each.
    """
    with _opened(ledger) as opened:
        found = [one for name in names for one in opened.dossier(name, since=since, until=until)]
    from onrecord.faces.cli.answer import show, show_each  # noqa: PLC0415
    from onrecord.present.answer_objects import dossier_object  # noqa: PLC0415
    from onrecord.present.answer_sheets import claims_sheet  # noqa: PLC0415
    from onrecord.present.dossier_table import print_dossier  # noqa: PLC0415
    from onrecord.present.ledger_views import View  # noqa: PLC0415

    if shape == "json":
        show(View("dossier", tuple(dossier_object(one) for one in found), claims_sheet(())), shape)
        return
    show_each(found, dossier_object, print_dossier, lambda _: claims_sheet(()), shape)


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--unit", metavar="WORDS", help='What is counted ("fighters"), or its normal form (USD).')
@click.option("--chart", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Draw them over time, with ranges and sources, as an SVG file.")  # fmt: skip
@period_options
@paging_options
@ledger_option
@shape_option
def figures(
    names: tuple[str, ...], unit: str | None, chart: Path | None, since: str | None, until: str | None, limit: int,
    after: str | None, ledger: str | None, shape: str,
) -> None:  # fmt: skip
    """List figures about somebody or something, with whose they are; all figures without a name.

    One value of one source is one figure, however many documents give it.
    """
    if chart is not None:
        _draw(names, chart, unit, since, until, ledger)
        return
    with _opened(ledger) as opened:
        page = _for_each(
            names, after,
            lambda name: opened.figures(name, unit=unit, since=since, until=until, limit=limit, after=after),
        )  # fmt: skip
        _say_who(opened, shape, *names)
    from onrecord.faces.cli.answer import show_page  # noqa: PLC0415
    from onrecord.present.answer_objects import figure_object  # noqa: PLC0415
    from onrecord.present.answer_sheets import figures_sheet  # noqa: PLC0415

    show_page("figures", page, figure_object, figures_sheet, shape)


def _draw(
    names: tuple[str, ...], chart: Path, unit: str | None, since: str | None, until: str | None, ledger: str | None
) -> None:
    """Draw the figures about one name."""
    from onrecord.errors import BadInput  # noqa: PLC0415
    from onrecord.present.figures_chart import draw_figures  # noqa: PLC0415

    if len(names) != 1:
        raise click.UsageError("Name one whose figures are drawn.")
    with _opened(ledger) as opened:
        found = opened.figures(names[0], unit=unit, since=since, until=until, limit=_DRAWN).items
    drawing = draw_figures(found[0].entity.name or names[0] if found else names[0], found)
    try:
        chart.write_text(drawing, "utf-8")
    except OSError as error:
        raise BadInput(f"{chart} cannot be written ({error.strerror}).", "Name another place.") from error
    click.echo(f"{chart} shows {len(found)} figures.")


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--kind", type=click.Choice([kind.value for kind in CommitmentKind]), help="Only pledges, or demands.")
@period_options
@paging_options
@ledger_option
@shape_option
def pledges(
    names: tuple[str, ...], kind: str | None, since: str | None, until: str | None, limit: int, after: str | None,
    ledger: str | None, shape: str,
) -> None:  # fmt: skip
    """List pledges and demands by or to somebody, with later conduct; all without a name."""
    with _opened(ledger) as opened:
        page = _for_each(
            names, after,
            lambda name: opened.pledges(name, kind=kind, since=since, until=until, limit=limit, after=after),
        )  # fmt: skip
        _say_who(opened, shape, *names)
    from onrecord.faces.cli.answer import show_page  # noqa: PLC0415
    from onrecord.present.answer_objects import pledge_object  # noqa: PLC0415
    from onrecord.present.answer_sheets import pledges_sheet  # noqa: PLC0415

    show_page("pledges", page, pledge_object, pledges_sheet, shape)


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@period_options
@paging_options
@ledger_option
@shape_option
def disputes(
    names: tuple[str, ...], since: str | None, until: str | None, limit: int, after: str | None, ledger: str | None,
    shape: str,
) -> None:  # fmt: skip
    """List who denies, questions or declines, by, toward or about somebody; all without a name."""
    with _opened(ledger) as opened:
        page = _for_each(
            names, after, lambda name: opened.disputes(name, since=since, until=until, limit=limit, after=after)
        )
        _say_who(opened, shape, *names)
    from onrecord.faces.cli.answer import show_page  # noqa: PLC0415
    from onrecord.present.answer_objects import dispute_object  # noqa: PLC0415
    from onrecord.present.answer_sheets import disputes_sheet  # noqa: PLC0415

    show_page("disputes", page, dispute_object, disputes_sheet, shape)


@click.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@period_options
@paging_options
@ledger_option
@shape_option
def ties(
    a: str, b: str, since: str | None, until: str | None, limit: int, after: str | None, ledger: str | None,
    shape: str,
) -> None:  # fmt: skip
    """List what is said of the relation of two entities: who does what to whom, by source and date."""
    with _opened(ledger) as opened:
        page = opened.ties(a, b, since=since, until=until, limit=limit, after=after)
        _say_who(opened, shape, a, b)
    from onrecord.faces.cli.answer import show_page  # noqa: PLC0415
    from onrecord.present.answer_objects import tie_object  # noqa: PLC0415
    from onrecord.present.answer_sheets import ties_sheet  # noqa: PLC0415

    show_page("ties", page, tie_object, ties_sheet, shape)


def _for_each(names: tuple[str, ...], after: str | None, ask: Callable[[str | None], Any]) -> Any:  # noqa: ANN401
    """One answer for the ledger or for one name; several names give all of their first pages in one.

    Raises:
        click.UsageError: a token is given for several names.
    """
    if len(names) <= 1:
        return ask(names[0] if names else None)
    if after is not None:
        raise click.UsageError("Ask for one name to go on after a page.")
    from onrecord.query.answers import Page  # noqa: PLC0415

    pages = [ask(name) for name in names]
    return Page(tuple(dict.fromkeys(item for page in pages for item in page.items)))


def _say_who(opened: Ledger, shape: str, *names: str | None) -> None:
    """Tell a person when a name was taken to mean several."""
    if shape != "table":
        return
    for name in names:
        if name is None:
            continue
        meant = opened.meant(name).entities
        if len(meant) > 1:
            some = ", ".join(f"{one.name} ({one.entity})" for one in meant[:5])
            more = f" and {len(meant) - 5} more" if len(meant) > 5 else ""
            click.echo(f"onrecord: {name} may be {some}{more}; all are answered for.", err=True)


def _as_query(words: tuple[str, ...]) -> str:
    """The words of a command line as one search: what the shell took for one word was a phrase."""
    return " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
