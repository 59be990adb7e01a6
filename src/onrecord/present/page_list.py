"""The right side of the page: the attributions in text order, and the author's voice folded away below them."""

from __future__ import annotations

from onrecord.present.outline import Entry
from onrecord.present.page_entry import entry_html, voice_html
from onrecord.present.places import PageContext
from onrecord.types import AttributionId


def attribution_list(context: PageContext) -> str:
    """The list of explicit attributions as HTML; each entry leads to its place in the text."""
    listed = context.known.listed
    if not listed.entries:
        return '<p class="none">Nobody is on record in this text: no attribution was found.</p>'
    children: dict[AttributionId, list[Entry]] = {}
    for entry in listed.entries:
        if entry.attribution.parent is not None:
            children.setdefault(entry.attribution.parent, []).append(entry)
    items = (entry_html(context, entry, children.get(entry.attribution.id, [])) for entry in listed.entries)
    return f'<ol class="entries">\n{"".join(items)}</ol>'


def voice_list(context: PageContext) -> str:
    """The sentences of the author's, folded away."""
    voice = context.known.listed.voice
    if not voice:
        return ""
    items = "".join(voice_html(context, entry) for entry in voice)
    return (
        '<details class="voices" id="voice"><summary>In the article’s own voice '
        f'<span class="count">{len(voice):,}</span></summary><ol class="entries">\n{items}</ol></details>'
    )
