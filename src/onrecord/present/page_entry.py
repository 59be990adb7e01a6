"""One entry of the page: who says what, how surely, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.present import markup
from onrecord.present.date_words import date_reason, date_words, value_words
from onrecord.present.labels import AttributionLabels, attribution_labels, main_statement, statement_labels
from onrecord.present.outline import Entry, counted, kind_words, link_words, passage
from onrecord.present.page_notes import notes
from onrecord.present.page_parts import (
    answers,
    ask,
    cue_html,
    entity_link,
    jump,
    label_line,
    reason_html,
    rows_html,
    source_html,
    unresolved,
)
from onrecord.present.places import PageContext
from onrecord.present.quantity_words import quantity_reason, quantity_words
from onrecord.types import ChainLink, Date, Entity, Quantity, Quotation, Span, Statement

_QUOTATION = {
    Quotation.DIRECT: "All of it stands in quotation marks.",
    Quotation.MIXED: "Part of it stands in quotation marks.",
    Quotation.INDIRECT: "It is in the article’s words.",
}
_TAGS = {Quotation.DIRECT: "direct quote", Quotation.MIXED: "partly quoted", Quotation.INDIRECT: ""}


def entry_html(context: PageContext, entry: Entry, children: Sequence[Entry]) -> str:
    """An attribution as an item of the list; its head leads to its place in the text."""
    key = markup.plain(entry.attribution.id)
    head = (
        f'<span class="number">{entry.number}</span><span class="line">{source_html(entry)} {cue_html(entry)}</span>'
        f'<span class="what">{markup.line(entry.content) or "—"}</span>'
    )
    return (
        f'<li class="entry depth{min(entry.depth, 4)}" id="e-{key}" data-id="{key}" data-number="{entry.number}">'
        f'<a class="head" href="#t-{key}">{head}</a>{_below(context, entry, children)}</li>\n'
    )


def voice_html(context: PageContext, entry: Entry) -> str:
    """A sentence of the author's as an item of its list."""
    key = markup.plain(entry.attribution.id)
    implied = ""
    if entry.implied_source:
        implied = f' <span class="ours">goes on reporting {markup.line(entry.implied_source)}; implied</span>'
    return (
        f'<li class="entry voice" id="e-{key}" data-id="{key}"><a class="head" href="#t-{key}">'
        f'<span class="what">{markup.line(entry.content)}</span>{implied}</a>{_below(context, entry, [])}</li>\n'
    )


def _below(context: PageContext, entry: Entry, children: Sequence[Entry]) -> str:
    """What stands under the head of an entry: its labels, remarks, and details to fold out."""
    labels = attribution_labels(entry.attribution)
    return (
        f'<div class="below">{_labels(context, entry, labels)}{"".join(notes(context, entry))}'
        f"{_more(context, entry, labels, children)}</div>"
    )


def _labels(context: PageContext, entry: Entry, labels: AttributionLabels) -> str:
    """The labels in one line; asked why, each has its sentence, and of a single statement the roles are told."""
    if all(label.silent for label in labels.all):
        return ""
    one = entry.attribution
    main = main_statement(one)
    near = (*one.cue, *(_near(main) if main is not None else ()), *one.content)
    roles = _roles(context, main) if main is not None and len(one.statements) == 1 else ""
    told = answers(context, ((label.words, label.reason) for label in labels.all), near)
    return ask(label_line(labels.all), roles + told)


def _near(statement: Statement) -> tuple[Span, ...]:
    """Where words that decide a statement's labels stand, the likeliest first."""
    predicate = () if statement.roles.predicate is None else (statement.roles.predicate,)
    return (*statement.deciding, *predicate, *statement.spans)


def _roles(context: PageContext, statement: Statement) -> str:
    roles = statement.roles
    rows = (("subject", roles.subject), ("predicate", roles.predicate), ("object", roles.object))
    shown = [
        (name, context.places.link(markup.line(span.of(context.text)), (span,)))
        for name, span in rows
        if span is not None
    ]
    return rows_html(shown, "roles")


def _more(context: PageContext, entry: Entry, labels: AttributionLabels, children: Sequence[Entry]) -> str:
    one = entry.attribution
    entity = context.known.entities.get(one.source_entity) if one.source_entity is not None else None
    parent = context.known.entries.get(one.parent) if one.parent is not None else None
    explicit = bool(one.source or one.cue)
    kind = " ".join((f"{kind_words(one.source_kind).capitalize()}.", *labels.rest))
    rows = [
        ("Who", "" if entity is None else _who(context, entity)),
        ("Kind", reason_html(context, kind, (*one.cue, *one.source, *one.content))),
        ("Path", _path(one.chain) if one.chain else ""),
        ("Quotation", _QUOTATION[one.quotation] if explicit else ""),
        ("Implied", _implied(entry)),
        ("Statements", _statements(context, entry)),
        ("Figures", _figures(context, one.statements)),
        ("Dates", _dates(context, one.statements)),
        ("Inside", "" if parent is None else jump(parent)),
        ("Holds", "<br>".join(jump(child) for child in children)),
        ("Confidence", _confidence(one.confidence)),
    ]
    parts = [kind_words(one.source_kind) if explicit else "details", _TAGS[one.quotation] if explicit else ""]
    if len(one.statements) > 1:
        parts.append(counted(len(one.statements), "statement", "statements"))
    summary = " · ".join(part for part in parts if part)
    return (
        f'<details class="more"><summary><span>{summary}</span> <span class="ask">more</span></summary>'
        f"{rows_html(rows)}</details>"
    )


def _who(context: PageContext, entity: Entity) -> str:
    parts = [entity_link(entity)]
    if entity.roles:
        parts.append(markup.line(", ".join(entity.roles)))
    body = context.known.entities.get(entity.affiliation) if entity.affiliation is not None else None
    if body is not None:
        parts.append(f"of {entity_link(body)}")
    who = ", ".join(parts)
    if not entity.resolved:
        who += f". {unresolved(entity)}"
    if entity.anonymity:
        who += f" Not named because: “{markup.line(entity.anonymity)}”."
    return who


def _implied(entry: Entry) -> str:
    if not entry.implied_source:
        return ""
    return f"goes on reporting {markup.line(entry.implied_source)}; the text does not say so"


def _statements(context: PageContext, entry: Entry) -> str:
    """The statements with their labels; a single one that is all of the content is not said again."""
    known = entry.attribution.statements
    if not known or (len(known) == 1 and passage(context.text, known[0].spans) in entry.content):
        return ""
    items = []
    for one in known:
        labels = statement_labels(one)
        near = (*_near(one), *entry.attribution.cue)
        told = answers(context, ((label.words, label.reason) for label in labels), near)
        words = context.places.link(markup.line(passage(context.text, one.spans)), one.spans)
        items.append(f'<li><p class="said">{words}</p>{ask(label_line(labels), _roles(context, one) + told)}</li>')
    return f'<ol class="statements">{"".join(items)}</ol>'


def _figures(context: PageContext, statements: Iterable[Statement]) -> str:
    ids = dict.fromkeys(key for one in statements for key in one.quantities)
    return "".join(figure(context, context.known.quantities[key]) for key in ids if key in context.known.quantities)


def _dates(context: PageContext, statements: Iterable[Statement]) -> str:
    ids = dict.fromkeys(key for one in statements for key in one.dates)
    return "".join(day(context, context.known.dates[key]) for key in ids if key in context.known.dates)


def figure(context: PageContext, quantity: Quantity) -> str:
    """A figure in normal form, to be asked why."""
    why = quantity_reason(quantity, context.text, context.known.name(quantity.entity))
    told = reason_html(context, why, (quantity.span,))
    as_of = f' <span class="ours">as of {markup.line(value_words(quantity.as_of))}</span>' if quantity.as_of else ""
    return ask(f"<span>{markup.line(quantity_words(quantity, context.text))}{as_of}</span>", f"<p>{told}</p>", "figure")


def day(context: PageContext, date: Date) -> str:
    """A date in normal form, to be asked why."""
    shown = date_words(date) or "not told"
    why = date_reason(date, context.text, context.known.reading.document.metadata.published)
    told = reason_html(context, why, (date.span,))
    return ask(f"<span>{markup.line(shown)}</span>", f"<p>{told}</p>", "figure")


def _confidence(confidence: float) -> str:
    percent = f"{100 * confidence:.0f}%"
    return (
        f'<meter min="0" max="1" value="{confidence:.4f}" aria-hidden="true"></meter> {percent}'
        ' <span class="ours">that a careful person would mark it so</span>'
    )


def _path(chain: tuple[ChainLink, ...]) -> str:
    """The chain as a small path, publisher first; the verb by which each link reports the next stands before it."""
    links: list[str] = []
    for link in chain:
        cue = f'<span class="by">{markup.line(link.cue)}</span> ' if link.cue else ""
        implied = ' <span class="by">implied</span>' if link.implied else ""
        sure = f' <span class="by">{link.certainty.value}</span>' if link.certainty is not None else ""
        name = markup.line(link_words(link))
        kind = markup.plain(link.kind.value)
        links.append(f'<li class="{kind}{" implied" if link.implied else ""}">{cue}<b>{name}</b>{sure}{implied}</li>')
    return f'<ol class="path">{"".join(links)}</ol>'
