"""Below the article: who is who, and its figures and dates, each on whose word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.present import markup
from onrecord.present.labels import sentence
from onrecord.present.outline import counted
from onrecord.present.page_entry import day, figure
from onrecord.present.page_parts import entity_link, note, number_links, on_whose_word, reason_html
from onrecord.present.places import PageContext
from onrecord.present.quantity_words import spelled_out
from onrecord.present.who import Profile, named, profiles
from onrecord.types import Date, Entity, ListLink, MentionType, Quantity

_TYPES = {MentionType.GEOPOLITICAL: "state or town", MentionType.WORK: "document"}


def who_is_who(context: PageContext) -> str:
    """Everyone and everything in the text; those of whom it tells no more than a name stand together at the end."""
    known = profiles(context.known)
    if not known:
        return ""
    told = [one for one in known if one.foremost and one.entity.resolved]
    open_ones = [one for one in known if one.foremost and not one.entity.resolved]
    others = [one for one in known if not one.foremost]
    body = _people(context, told)
    if open_ones:
        body += f"<h3>Not resolved: the text does not tell who they are</h3>{_people(context, open_ones)}"
    if others:
        body += f'<h3>Named and no more</h3><p class="also">{", ".join(_also(one) for one in others)}</p>'
    return f'<section class="who-is-who" id="who"><h2>Who is who</h2>{body}</section>'


def _people(context: PageContext, known: Iterable[Profile]) -> str:
    items = "".join(_profile(context, one) for one in known)
    return f'<ul class="people">{items}</ul>' if items else ""


def _also(profile: Profile) -> str:
    one = profile.entity
    times = f' <span class="times">{profile.mentions}×</span>' if profile.mentions > 1 else ""
    unsure = "" if one.resolved else f' <span class="ours">(not resolved: {markup.line(one.reason or "")})</span>'
    return f'<span id="n-{markup.plain(one.id)}">{markup.line(one.name)}{times}{unsure}</span>'


def _profile(context: PageContext, profile: Profile) -> str:
    one = profile.entity
    parts = [_TYPES.get(one.type, one.type.value)]
    if one.roles:
        parts = [markup.line(", ".join(one.roles))]
    for words, other in (("of", one.affiliation), ("issued by", one.issuer)):
        found = context.known.entities.get(other) if other is not None else None
        if found is not None:
            parts.append(f"{words} {entity_link(found)}")
    members = named(context.known, one.members)
    if members:
        parts.append("who are " + " and ".join(entity_link(member) for member in members))
    lines = [f'<p class="name"><b>{markup.line(one.name)}</b> <span class="role">{", ".join(parts)}</span></p>']
    if profile.names:
        lines.append(f"<p>also as {', '.join(f'“{markup.line(name)}”' for name in profile.names)}</p>")
    if not one.resolved and one.reason:
        lines.append(f"<p>{markup.line(sentence(one.reason))}</p>")
    if one.anonymity:
        lines.append(f"<p>Not named because: “{markup.line(one.anonymity)}”</p>")
    lines.extend(_listed(context, one, link) for link in one.links)
    lines.append(f'<p class="cited">{_cited(profile)}</p>')
    return f'<li id="n-{markup.plain(one.id)}">{"".join(lines)}</li>\n'


def _cited(profile: Profile) -> str:
    mentioned = f"mentioned {profile.mentions:,} times" if profile.mentions > 1 else ""
    cited = f"source of {number_links(profile.sources)}" if profile.sources else "not a source"
    return " · ".join(part for part in (cited, mentioned) if part)


def _listed(context: PageContext, entity: Entity, link: ListLink) -> str:
    """A link to a watch list; what is unsure says so in words."""
    place = f"<b>{markup.line(link.id)}</b> on the list {markup.line(link.list)}"
    sure = f"{100 * link.score:.0f}%"
    words = f'Is {place} <span class="ours">{sure}</span>'
    if not link.certain:
        words = f'May be {place} <strong class="open">Unsure</strong> <span class="ours">{sure}</span>'
    why = reason_html(context, link.reason, ())
    return note(words, f"<p>{why}</p>", f"{entity.name} is linked to {link.id}", "listed")


def figures(context: PageContext) -> str:
    """The figures and the dates of the text as two tables; counts that the text spells out are folded away."""
    reading = context.known.reading
    text = context.text
    numbers = [_figure(context, one) for one in reading.quantities if not spelled_out(one, text)]
    small = [_figure(context, one) for one in reading.quantities if spelled_out(one, text)]
    days = [_date(context, one) for one in reading.dates]
    body = _table("Figure", numbers)
    if small:
        counts = counted(len(small), "count that is spelled out", "counts that are spelled out")
        body += f"<details><summary>{counts}</summary>{_table('Figure', small)}</details>"
    found = f'<section id="figures"><h2>Figures</h2>{body}</section>' if body else ""
    return found + (f'<section id="dates"><h2>Dates</h2>{_table("Date", days)}</section>' if days else "")


def _table(first: str, rows: Sequence[tuple[str, ...]]) -> str:
    heads = (first, "In the text", "On whose word")
    body = "".join(_row(zip(heads, row, strict=True)) for row in rows)
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>" if body else ""


def _row(cells: Iterable[tuple[str, str]]) -> str:
    """A row; each cell carries its column's head, which stands beside it where there is no room for columns."""
    return "<tr>" + "".join(f'<td data-head="{head}">{cell}</td>' for head, cell in cells) + "</tr>\n"


def _figure(context: PageContext, quantity: Quantity) -> tuple[str, ...]:
    words = context.quoted((quantity.span,), quantity.span.of(context.text))
    return figure(context, quantity), words, on_whose_word(context.known.holders.get(quantity.id))


def _date(context: PageContext, date: Date) -> tuple[str, ...]:
    words = context.quoted((date.span,), date.span.of(context.text))
    return day(context, date), words, on_whose_word(context.known.holders.get(date.id))
