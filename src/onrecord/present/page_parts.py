"""Small parts of which the lists of the page are made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.present import markup
from onrecord.present.labels import Label
from onrecord.present.outline import Entry, shortened
from onrecord.present.places import PageContext
from onrecord.present.quoting import parts
from onrecord.types import Entity, Span

MANY = 8
"""Entries listed one by one where a line names several; the rest are counted."""


def source_html(entry: Entry, *, brief: bool = False) -> str:
    """The source as it is listed: its words, and in square brackets whom they stand for.

    Args:
        entry: whose source.
        brief: leave out the name in brackets.
    """
    if not entry.source:
        return '<span class="who unspecified">— no source given</span>'
    unnamed = " unnamed" if entry.anonymous else ""
    name = f' <span class="ours">[{markup.line(entry.name)}]</span>' if entry.name and not brief else ""
    return f'<span class="who{unnamed}">{markup.line(entry.source)}</span>{name}'


def cue_html(entry: Entry) -> str:
    """The cue of an entry."""
    return f'<span class="verb">{markup.line(entry.cue)}</span>' if entry.cue else ""


def jump(entry: Entry) -> str:
    """A link to another entry: its number, source and cue; of the author's voice, its first words."""
    key = markup.plain(entry.attribution.id)
    if entry.attribution.cue or entry.attribution.source:
        words = f"{entry.number}. {source_html(entry, brief=True)} {cue_html(entry)}"
    else:
        words = f"the article: {markup.line(shortened(entry.content, 60))}"
    return f'<a class="jump" href="#e-{key}" data-of="{key}">{words}</a>'


def on_whose_word(entry: Entry | None) -> str:
    """A link to an entry by its source alone; the article itself where it has none."""
    if entry is None:
        return ""
    key = markup.plain(entry.attribution.id)
    if entry.attribution.cue or entry.attribution.source:
        words = f"{markup.line(shortened(entry.who or 'no source given', 60))} ({entry.number})"
    else:
        words = "the article"
        if entry.implied_source:
            words += f", going on with {markup.line(shortened(entry.implied_source, 40))}"
    return f'<a class="jump" href="#e-{key}" data-of="{key}">{words}</a>'


def source_numbers(who: str, entries: Sequence[Entry]) -> str:
    """A source with the numbers of its entries, each a link; of the author's voice, the article."""
    numbered = [entry for entry in entries if entry.attribution.cue or entry.attribution.source]
    if not numbered:
        return on_whose_word(entries[0])
    return f"{markup.line(shortened(who or 'no source given', 60))} ({number_links(numbered)})"


def number_links(entries: Sequence[Entry]) -> str:
    """Links to entries by their numbers; many are cut short and counted."""
    links = []
    for entry in entries[:MANY]:
        key = markup.plain(entry.attribution.id)
        label = markup.plain(f"Attribution {entry.number}: {entry.source or 'no source given'} {entry.cue}")
        links.append(f'<a class="jump" href="#e-{key}" data-of="{key}" aria-label="{label}">{entry.number}</a>')
    rest = len(entries) - MANY
    return ", ".join(links) + (f" and {rest:,} more" if rest > 0 else "")


def entity_link(entity: Entity) -> str:
    """The name of an entity, leading to where the page says who it is."""
    return f'<a class="jump" href="#n-{markup.plain(entity.id)}">{markup.line(entity.name)}</a>'


def label_line(labels: Iterable[Label]) -> str:
    """Labels side by side; one that is not what one expects stands out, silent ones wait to be asked for."""
    shown = (f"<span>{one.words}</span>" if one.plain else f"<b>{one.words}</b>" for one in labels if not one.silent)
    return f'<span class="labels">{" · ".join(shown)}</span>'


def ask(summary: str, answer: str, name: str = "") -> str:
    """Something that can be asked why; the answer folds out, without a script and without a mouse.

    Args:
        summary: HTML of what is asked about.
        answer: HTML of the answer.
        name: another class of the element.
    """
    return (
        f'<details class="why{" " + name if name else ""}"><summary>{summary} <span class="ask">why?</span></summary>'
        f"{answer}</details>"
    )


def answers(context: PageContext, labels: Iterable[tuple[str, str]], near: Sequence[Span]) -> str:
    """Labels with the sentences that say why; words quoted from the text lead there.

    Args:
        context: the page.
        labels: a label and its reason each.
        near: where the quoted words may stand, the likeliest first.
    """
    rows = "".join(f"<dt>{markup.line(name)}</dt><dd>{reason_html(context, why, near)}</dd>" for name, why in labels)
    return f'<dl class="answers">{rows}</dl>' if rows else ""


def reason_html(context: PageContext, reason: str, near: Sequence[Span]) -> str:
    """A reason with the words that it quotes leading to their places in the text."""
    found: list[str] = []
    for part in parts(reason, context.text, near):
        words = markup.words(part.words)
        found.append(context.places.link(words, part.spans) if part.spans else words)
    return "".join(found)


def rows_html(rows: Iterable[tuple[str, str]], kind: str = "facts") -> str:
    """Names and values (HTML) side by side; rows without a value are left out."""
    body = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows if value)
    return f'<dl class="{kind}">{body}</dl>' if body else ""


def unresolved(entity: Entity) -> str:
    """That the text does not tell who an entity is, and why."""
    reason = (entity.reason or "the text does not tell who this is").rstrip(".")
    return f'<strong class="open">Not resolved:</strong> {markup.line(reason)}.'


def note(words: str, answer: str, about: str, name: str = "") -> str:
    """A remark that may hold links, and beside it the question why.

    Args:
        words: HTML of the remark.
        answer: HTML of the answer.
        about: plain words for what is asked about, for who hears the page.
        name: another class of the element.
    """
    question = f'<summary><span class="ask">why?</span><span class="heard"> {markup.line(about)}</span></summary>'
    return (
        f'<div class="note{" " + name if name else ""}"><p>{words}</p>'
        f'<details class="why">{question}{answer}</details></div>\n'
    )
