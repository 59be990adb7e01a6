"""A reading as one HTML page that needs nothing else: no server, no script of others, no network."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources
from string import Template

from onrecord import __version__
from onrecord.present import markup
from onrecord.present.index import Index, index
from onrecord.present.outline import counted, passage
from onrecord.present.page_list import attribution_list, voice_list
from onrecord.present.page_tables import figures, who_is_who
from onrecord.present.page_text import article
from onrecord.present.places import PageContext, Places
from onrecord.types import Reading


def page(reading: Reading) -> str:
    """The page: the text with its spans marked on the left, who says what on the right.

    It works from a file, in a mail, without JavaScript and on paper. Its policy forbids every request and every
    script or style but the page's own, so nothing in a document can run, call home or change how it looks.
    """
    document, metadata = reading.document, reading.document.metadata
    known = index(reading)
    context = PageContext(known, Places(document))
    entries, voices = attribution_list(context), voice_list(context)
    who, tables = who_is_who(context), figures(context)
    style, script = _asset("page.css"), _asset("page.js")
    return Template(_asset("page.html")).substitute(
        policy=_policy(style, script),
        style=style,
        script=script,
        title=markup.plain(metadata.title or document.source),
        language=markup.plain(metadata.language or "und"),
        heading=_heading(reading),
        contents=_contents(known),
        echo=_echo(reading),
        article=article(document, known.listed, context.places.spans),
        entries=entries,
        voices=voices,
        who=who,
        tables=tables,
        document=markup.plain(document.id),
        reader=markup.plain(reading.model.reader),
        lexicon=f", lexicon {markup.plain(reading.model.lexicon)}" if reading.model.lexicon else "",
        version=markup.plain(__version__),
    )


def _asset(name: str) -> str:
    return resources.files("onrecord.present").joinpath(name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """A content security policy under which only this style and this script, byte for byte, count."""
    return (
        f"default-src 'none'; style-src '{_sha256(style)}'; script-src '{_sha256(script)}'; img-src 'none'; "
        "base-uri 'none'; form-action 'none'"
    )


def _sha256(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def _heading(reading: Reading) -> str:
    """Where the document is from, in one line."""
    document, metadata = reading.document, reading.document.metadata
    parts: list[str] = []
    if metadata.publisher:
        parts.append(f"<strong>{markup.line(metadata.publisher)}</strong>")
    if metadata.published:
        parts.append(f'<time datetime="{markup.plain(metadata.published)}">{markup.line(metadata.published)}</time>')
    address = markup.web_address(metadata.url)
    name = markup.line(document.source)
    if address is not None:
        name = f'<a href="{address}" rel="noopener noreferrer nofollow">{name}</a>'
    parts.append(f'<span class="file">{name}</span>')
    return " · ".join(parts)


def _contents(known: Index) -> str:
    """How much there is of what, each part leading there."""
    listed, reading = known.listed, known.reading
    unnamed = sum(entry.anonymous for entry in listed.entries)
    note = f" <span>({unnamed:,} with no named source)</span>" if unnamed else ""
    parts = [
        ("says", counted(len(listed.entries), "attribution", "attributions") + note, True),
        ("voice", f"{counted(len(listed.voice), 'sentence', 'sentences')} in the article’s own voice", listed.voice),
        ("who", f"{counted(len(reading.entities), 'name and source', 'names and sources')}", reading.entities),
        ("figures", counted(len(reading.quantities), "figure", "figures"), reading.quantities),
        ("dates", counted(len(reading.dates), "date", "dates"), reading.dates),
    ]
    return "\n".join(f'<li><a href="#{name}">{words}</a></li>' for name, words, there in parts if there)


def _echo(reading: Reading) -> str:
    echo = reading.echo
    if echo is None:
        return ""
    shown = passage(reading.document.text, echo.spans)
    evidence = f": <q>{markup.line(shown)}</q>" if shown else ""
    return f'<p class="echo">Carries reporting of <b>{markup.line(echo.of)}</b>{evidence}</p>'
