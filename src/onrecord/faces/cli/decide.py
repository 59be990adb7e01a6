"""Deciding: ``verdict`` on suggestions, ``entities`` on who is who."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from onrecord.errors import BadInput
from onrecord.faces.cli.ledger_options import by_option, ledger_option, paging_options, shape_option, who
from onrecord.ledger.verdict_kinds import Decision, Ground, Judgement
from onrecord.types import Act, Certainty, Polarity, ReporterStance, SourceKind, Span, Time

if TYPE_CHECKING:
    from onrecord.faces.api import Ledger
    from onrecord.ledger.edits import Edit


def _opened(ledger: str | None) -> Ledger:
    from onrecord.faces.api import open_ledger  # noqa: PLC0415 - a database is slow to import

    return open_ledger(ledger, create=False)


def _spans(_: click.Context, __: click.Parameter, value: str | None) -> tuple[Span, ...] | None:
    """Spans as they are written on a command line: ``16:70`` or ``16:30,40:70``."""
    if value is None:
        return None
    found = []
    for part in value.split(","):
        match = re.fullmatch(r"\s*(\d+)\s*:\s*(\d+)\s*", part)
        if match is None or int(match[1]) >= int(match[2]):
            raise click.BadParameter(f"{part!r} is no span; write start:end in characters, such as 16:70.")
        found.append(Span(int(match[1]), int(match[2])))
    return tuple(found)


@click.command()
@click.argument("name", metavar="ID")
@click.argument("decision", type=click.Choice([*(one.value for one in Decision), "list"]))
@click.option("--reason", "ground", type=click.Choice([one.value for one in Ground]), help="Why it is rejected.")
@click.option("--note", metavar="WORDS", help="Anything else.")
@click.option("--source", callback=_spans, metavar="SPANS", help="Edit: the source, as start:end,...")
@click.option("--cue", callback=_spans, metavar="SPANS", help="Edit: the cue.")
@click.option("--content", callback=_spans, metavar="SPANS", help="Edit: the content.")
@click.option("--spans", callback=_spans, metavar="SPANS", help="Edit: the words of a statement.")
@click.option("--kind", type=click.Choice([one.value for one in SourceKind]), help="Edit: the kind of source.")
@click.option("--act", type=click.Choice([one.value for one in Act]), help="Edit: the act.")
@click.option("--certainty", type=click.Choice([one.value for one in Certainty]), help="Edit: how sure the source is.")
@click.option("--polarity", type=click.Choice([one.value for one in Polarity]), help="Edit: the polarity.")
@click.option("--time", type=click.Choice([one.value for one in Time]), help="Edit: the time of a statement.")
@click.option("--reporter-stance", type=click.Choice([one.value for one in ReporterStance]),
              help="Edit: how the reporter stands to the source.")  # fmt: skip
@by_option
@ledger_option
@shape_option
def verdict(
    name: str, decision: str, ground: str | None, note: str | None, source: tuple[Span, ...] | None,
    cue: tuple[Span, ...] | None, content: tuple[Span, ...] | None, spans: tuple[Span, ...] | None, kind: str | None,
    act: str | None, certainty: str | None, polarity: str | None, time: str | None, reporter_stance: str | None,
    person: str | None, ledger: str | None, shape: str,
) -> None:  # fmt: skip
    """Decide about a suggestion: accept, reject, edit or unsure; or list what was decided.

    ID is a claim (c...), a statement (s...) or an attribution (a...). What is rejected leaves claims, counts and
    figures at once; an edit replaces; verdicts are only ever added, and the last one counts.
    """
    from onrecord.faces.cli.answer import show  # noqa: PLC0415
    from onrecord.ledger.edits import Edit  # noqa: PLC0415
    from onrecord.present.ledger_views import verdicts_view  # noqa: PLC0415

    edit = Edit(
        source, cue, content, SourceKind(kind) if kind else None, Act(act) if act else None,
        ReporterStance(reporter_stance) if reporter_stance else None, spans,
        Certainty(certainty) if certainty else None, Polarity(polarity) if polarity else None,
        Time(time) if time else None,
    )  # fmt: skip
    with _opened(ledger) as opened:
        if decision == "list":
            show(verdicts_view(opened.verdicts(name)), shape)
            return
        _check(decision, edit)
        given = opened.verdict(
            name, decision, by=who(person), ground=ground, note=note,
            edit=edit if decision == Decision.EDIT.value else None,
        )  # fmt: skip
    show(verdicts_view([given]), shape)


def _check(decision: str, edit: Edit) -> None:
    if decision != Decision.EDIT.value and edit.parts():
        raise BadInput("New values belong to an edit.", f"Write edit instead of {decision}.")


@click.group()
def entities() -> None:
    """See who is who across documents, and decide it."""


@entities.command("list")
@click.argument("name")
@ledger_option
@shape_option
def list_(name: str, ledger: str | None, shape: str) -> None:
    """List everyone known by a name, with the documents they stand in."""
    with _opened(ledger) as opened:
        found = opened.entities(name)
    from onrecord.faces.cli.answer import show  # noqa: PLC0415
    from onrecord.present.identity_views import entities_view  # noqa: PLC0415

    show(entities_view(found), shape)


@entities.command()
@click.argument("name", required=False)
@paging_options
@ledger_option
@shape_option
def suggestions(name: str | None, limit: int, after: str | None, ledger: str | None, shape: str) -> None:
    """List pairs that may be one, with what speaks for it; nothing is merged because an alias agrees."""
    with _opened(ledger) as opened:
        page = opened.suggestions(name, limit=limit, after=after)
    from onrecord.faces.cli.answer import show  # noqa: PLC0415
    from onrecord.present.identity_views import suggestions_view  # noqa: PLC0415

    show(suggestions_view(page), shape)


def _judging(judgement: Judgement, words: str) -> click.Command:
    @click.argument("a", metavar="A")
    @click.argument("b", metavar="B")
    @click.option("--note", metavar="WORDS", help="Why.")
    @by_option
    @ledger_option
    @shape_option
    def judge(a: str, b: str, note: str | None, person: str | None, ledger: str | None, shape: str) -> None:
        with _opened(ledger) as opened:
            made = opened.judge(a, b, judgement, by=who(person), note=note)
        from onrecord.faces.cli.answer import show  # noqa: PLC0415
        from onrecord.present.ledger_views import decisions_view  # noqa: PLC0415

        show(decisions_view([made]), shape)

    judge.__doc__ = words
    return click.command(judgement.value)(judge)


entities.add_command(_judging(Judgement.SAME, "Decide that two entities are one. A and B are public names (e...)."))
entities.add_command(_judging(
    Judgement.DIFFERENT,
    "Decide that B is not A. To part somebody who goes by A's name, give B as it stands in its document.",
))  # fmt: skip
entities.add_command(_judging(Judgement.UNSURE, "Note that somebody looked and could not tell; nothing changes."))


@entities.command()
@click.argument("decision", type=int, metavar="NUMBER")
@by_option
@ledger_option
@shape_option
def undo(decision: int, person: str | None, ledger: str | None, shape: str) -> None:
    """Take a decision back; all is as it was without it."""
    with _opened(ledger) as opened:
        undone = opened.undo(decision, by=who(person))
    from onrecord.faces.cli.answer import show  # noqa: PLC0415
    from onrecord.present.ledger_views import decisions_view  # noqa: PLC0415

    show(decisions_view([undone]), shape)


@entities.command()
@ledger_option
@shape_option
def decisions(ledger: str | None, shape: str) -> None:
    """List all decisions on who is who, undone ones included."""
    with _opened(ledger) as opened:
        found = opened.decisions()
    from onrecord.faces.cli.answer import show  # noqa: PLC0415
    from onrecord.present.ledger_views import decisions_view  # noqa: PLC0415

    show(decisions_view(found), shape)
