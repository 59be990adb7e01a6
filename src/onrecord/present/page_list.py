"""The right side of the page: the attributions in text order, each with its details."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.present import markup
from onrecord.present.outline import Entry, Outline, kind_words, link_words
from onrecord.types import AttributionId, ChainLink, Entity, EntityId, Quotation, Reading

_QUOTATION = {
    Quotation.DIRECT: "direct: all of it in quotation marks",
    Quotation.MIXED: "mixed: part of it in quotation marks",
    Quotation.INDIRECT: "indirect: in the article’s words",
}
_TAGS = {Quotation.DIRECT: "direct quote", Quotation.MIXED: "partly quoted", Quotation.INDIRECT: ""}


def attribution_list(reading: Reading, listed: Outline) -> str:
    """The list of explicit attributions as HTML; each entry leads to its place in the text."""
    if not listed.entries:
        return '<p class="none">Nobody is on record in this text: no attribution was found.</p>'
    known = {entry.attribution.id: entry for entry in listed.entries}
    entities = {entity.id: entity for entity in reading.entities}
    children: dict[AttributionId, list[Entry]] = {}
    for entry in listed.entries:
        if entry.attribution.parent is not None:
            children.setdefault(entry.attribution.parent, []).append(entry)
    items = [_entry(entry, entities, known, children.get(entry.attribution.id, [])) for entry in listed.entries]
    return f'<ol class="entries">\n{"".join(items)}</ol>'


def voice_list(reading: Reading, listed: Outline) -> str:
    """The sentences of the author's, folded away."""
    if not listed.voice:
        return ""
    entities = {entity.id: entity for entity in reading.entities}
    items: list[str] = []
    for entry in listed.voice:
        key = markup.plain(entry.attribution.id)
        implied = ""
        if entry.implied_source:
            implied = f' <span class="ours">goes on reporting {markup.line(entry.implied_source)}; implied</span>'
        items.append(
            f'<li class="entry voice" id="e-{key}" data-id="{key}"><a class="head" href="#t-{key}">'
            f'<span class="what">{markup.line(entry.content)}</span>{implied}</a>'
            f"{_details(entry, entities, None, [])}</li>\n"
        )
    return (
        f'<details class="voices"><summary>In the article’s own voice <span class="count">{len(items):,}</span>'
        f'</summary><ol class="entries">\n{"".join(items)}</ol></details>'
    )


def _entry(
    entry: Entry,
    entities: Mapping[EntityId, Entity],
    known: Mapping[AttributionId, Entry],
    children: list[Entry],
) -> str:
    one = entry.attribution
    key = markup.plain(one.id)
    quotation = f" · {_TAGS[one.quotation]}" if _TAGS[one.quotation] else ""
    parent = known.get(one.parent) if one.parent is not None else None
    return (
        f'<li class="entry depth{min(entry.depth, 4)}" id="e-{key}" data-id="{key}" data-number="{entry.number}">'
        f'<a class="head" href="#t-{key}"><span class="number">{entry.number}</span>'
        f'<span class="line">{source_html(entry)} {_cue(entry)}</span>'
        f'<span class="what">{markup.line(entry.content) or "—"}</span>'
        f'<span class="kind">{kind_words(one.source_kind)}{quotation}</span></a>'
        f"{_details(entry, entities, parent, children)}</li>\n"
    )


def source_html(entry: Entry) -> str:
    """The source as it is listed: its words, and in square brackets whom a pronoun stands for."""
    if not entry.source:
        return '<span class="who unspecified">— unspecified</span>'
    unnamed = " unnamed" if entry.anonymous else ""
    name = f' <span class="ours">[{markup.line(entry.name)}]</span>' if entry.name else ""
    return f'<span class="who{unnamed}">{markup.line(entry.source)}</span>{name}'


def _cue(entry: Entry) -> str:
    return f'<span class="verb">{markup.line(entry.cue)}</span>' if entry.cue else ""


def _details(entry: Entry, entities: Mapping[EntityId, Entity], parent: Entry | None, children: list[Entry]) -> str:
    one = entry.attribution
    rows = [("Path", _path(one.chain))] if one.chain else []
    rows.append(("Source", kind_words(one.source_kind)))
    entity = entities.get(one.source_entity) if one.source_entity is not None else None
    if entity is not None:
        rows.append(("Who", _who(entity)))
    if entry.implied_source:
        rows.append(("Implied", f"goes on reporting {markup.line(entry.implied_source)}; the text does not say so"))
    if one.source or one.cue:
        rows.append(("Quotation", _QUOTATION[one.quotation]))
    if parent is not None:
        rows.append(("Inside", _link_to(parent)))
    if children:
        rows.append(("Holds", "<br>".join(_link_to(child) for child in children)))
    rows.append(("Confidence", _confidence(one.confidence)))
    if one.reasons:
        reasons = "".join(f"<li>{markup.line(reason)}</li>" for reason in one.reasons)
        rows.append(("Reasons", f'<ul class="reasons">{reasons}</ul>'))
    body = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows)
    return f"<details><summary>Details</summary><dl>{body}</dl></details>"


def _who(entity: Entity) -> str:
    if entity.resolved:
        return markup.line(entity.name)
    reason = f" {markup.line(entity.reason)}" if entity.reason else ""
    return f'{markup.line(entity.name)} <strong class="open">Not known who this is.</strong>{reason}'


def _link_to(entry: Entry) -> str:
    key = markup.plain(entry.attribution.id)
    return f'<a class="jump" href="#e-{key}" data-of="{key}">{entry.number}. {source_html(entry)} {_cue(entry)}</a>'


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
        name = markup.line(link_words(link))
        kind = markup.plain(link.kind.value)
        links.append(f'<li class="{kind}{" implied" if link.implied else ""}">{cue}<b>{name}</b>{implied}</li>')
    return f'<ol class="path">{"".join(links)}</ol>'
