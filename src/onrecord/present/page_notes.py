"""Remarks under an entry of the page: what it pledges, breaks, denies, and who denies it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.present import markup
from onrecord.present.date_words import deadline_words, value_words
from onrecord.present.labels import UNTOLD, sentences
from onrecord.present.outline import Entry, counted, passage
from onrecord.present.page_parts import MANY, jump, note, reason_html, source_numbers
from onrecord.present.places import PageContext
from onrecord.present.relations import (
    DOES,
    IS,
    STANCES,
    by_source,
    committed,
    is_content,
    is_own,
    met_stances,
    reached_entries,
)
from onrecord.types import Commitment, Conduct, EntityId, Span, Stance, StanceKind

MOST_REACHED = 40
"""Entries listed one by one that a stance reaches."""


def notes(context: PageContext, entry: Entry) -> Iterator[str]:
    """The remarks of an entry, each with the reason for it."""
    one = entry.attribution
    if one.commitment is not None:
        yield _commitment(context, entry, one.commitment)
    for conduct in one.conduct:
        yield _conduct(context, conduct)
    for other, conduct in context.known.conduct.get(one.id, ()):
        yield _told(context, other, conduct)
    for stance in context.known.taken.get(one.id, ()):
        yield _stance(context, entry, stance)
    for kind, stances in met_stances(context.known, entry):
        yield _met(context, kind, stances)


def commitment_words(context: PageContext, entry: Entry, commitment: Commitment) -> str:
    """A commitment in one line: whose, to whom, what, in exchange for what, under what, when."""
    parts = [f"<b>{commitment.kind.value.capitalize()}</b>"]
    by = _party(context, commitment.by, commitment.by_span)
    if by and not is_own(entry, commitment.by, commitment.by_span):
        parts.append(f"of {by}")
    to = _party(context, commitment.to, commitment.to_span)
    if to:
        parts.append(f"to {to}")
    what = passage(context.text, commitment.what)
    tail = [context.quoted(commitment.what, what)] if what and not is_content(entry, what) else []
    if commitment.exchange:
        tail.append(
            f"in exchange for {context.quoted(commitment.exchange, passage(context.text, commitment.exchange))}"
        )
    if commitment.instrument:
        tail.append(f"under <b>{markup.line(commitment.instrument)}</b>")
    if commitment.deadline:
        tail.append(markup.line(deadline_words(commitment.deadline)))
    if commitment.date:
        tail.append(f"given {markup.line(value_words(commitment.date))}")
    return f"{' '.join(parts)}: {', '.join(tail) or 'all of the above'}"


def _party(context: PageContext, entity: EntityId | None, span: Span | None) -> str:
    """The words for a party and, where they are not its name, the name in brackets."""
    name = context.known.name(entity)
    if span is None:
        return markup.line(name) if name else ""
    words = " ".join(span.of(context.text).split())
    shown = context.places.link(markup.line(words), (span,))
    if name and name.casefold() not in words.casefold():
        shown += f' <span class="ours">[{markup.line(name)}]</span>'
    return shown


def _commitment(context: PageContext, entry: Entry, commitment: Commitment) -> str:
    near = (*entry.attribution.cue, *commitment.what, *entry.attribution.content)
    why = reason_html(context, sentences(commitment.reasons) or UNTOLD, near)
    kind = commitment.kind.value
    return note(commitment_words(context, entry, commitment), f"<p>{why}</p>", f"it is a {kind}", "commitment")


def _conduct(context: PageContext, conduct: Conduct) -> str:
    """On the attribution that tells of conduct."""
    home = context.known.entries.get(conduct.commitment)
    where = jump(home) if home is not None else "elsewhere in the text"
    words = f"Said to <b>{DOES[conduct.relation]}</b> the {committed(home)} in {where}"
    return note(words, f"<p>{_says_so(context, conduct)}</p>", f"it is said to {DOES[conduct.relation]} it", "conduct")


def _told(context: PageContext, other: Entry, conduct: Conduct) -> str:
    """On the commitment."""
    words = f"Said to be <b>{IS[conduct.relation]}</b> in {jump(other)}"
    about = f"it is said to be {IS[conduct.relation]}"
    return note(words, f"<p>{_says_so(context, conduct)}</p>", about, "conduct")


def _says_so(context: PageContext, conduct: Conduct) -> str:
    quoted = context.quoted(conduct.spans, passage(context.text, conduct.spans)) if conduct.spans else "The text"
    return f"{quoted} draws the link; whether it is so is not decided here."


def _stance(context: PageContext, entry: Entry, stance: Stance) -> str:
    """On the attribution that reports the stance."""
    does = STANCES[stance.kind][0]
    by = _party(context, stance.by, stance.by_span)
    who = f"{by} " if by and not is_own(entry, stance.by, stance.by_span) else ""
    reached = reached_entries(context.known, stance)
    if stance.toward is not None:
        name = context.known.name(stance.toward) or "another source"
        words = f"{who}<b>{does}</b> everything that {markup.line(name)} says"
    elif stance.target:
        words = f"{who}<b>{does}</b> {context.quoted(stance.target, passage(context.text, stance.target))}"
    else:
        words = f"{who}<b>{does}</b> what others say"
    if not who:
        words = words.replace(f"<b>{does}</b>", f"<b>{does.capitalize()}</b>", 1)
    if stance.statements:
        words += f": {counted(len(stance.statements), 'statement', 'statements')}"
    if len(reached) == 1:
        words += f" in {jump(reached[0])}"
    near = (*entry.attribution.cue, *stance.target, *entry.attribution.content, *entry.attribution.source)
    answer = f"<p>{reason_html(context, sentences(stance.reasons) or UNTOLD, near)}</p>"
    if len(reached) > 1:
        items = [f"<li>{jump(one)}</li>" for one in reached[:MOST_REACHED]]
        if len(reached) > MOST_REACHED:
            items.append(f"<li>and {len(reached) - MOST_REACHED:,} more</li>")
        answer += f'<ul class="reached">{"".join(items)}</ul>'
    return note(words, answer, f"it {does}", "stance")


def _met(context: PageContext, kind: StanceKind, stances: Sequence[Stance]) -> str:
    """On an attribution that stances of one kind reach; many are cut short and counted."""
    done = STANCES[kind][1]
    homes = [context.known.entries[stance.attribution] for stance in stances[:MANY]]
    whos = [source_numbers(who, entries) for who, entries in by_source(homes)]
    answers: list[str] = []
    for home, stance in zip(homes, stances, strict=False):
        near = (*home.attribution.cue, *stance.target, *home.attribution.content)
        answers.append(f"<p>{reason_html(context, sentences(stance.reasons) or UNTOLD, near)}</p>")
    words = f"<b>{done.capitalize()}</b> by {', '.join(whos)}"
    if len(stances) > MANY:
        words += f" and {len(stances) - MANY:,} more"
    return note(words, f"<div>{''.join(answers)}</div>", f"it is {done}", "stance")
