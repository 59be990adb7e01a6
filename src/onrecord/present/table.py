"""A reading as a table on a terminal: columns where there is room, stacked records where there is not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.present.index import index
from onrecord.present.outline import Entry, Outline, counted, kind_words, link_words, passage, shortened
from onrecord.present.quantity_words import spelled_out
from onrecord.present.table_notes import notes
from onrecord.types import AttributionId, Entity, ListLink, Quantity, Quotation, Reading, SourceKind

STACKED_BELOW = 96
"""Columns under which records are stacked: below it a content column holds less than some six words a line."""

WIDEST = 160
"""Columns used at most: longer lines of content are hard to read back from."""

DEEPEST = 4
"""Levels of nesting that are indented; deeper ones stand with the fourth, so that 40 columns still hold words."""

LONGEST_NAME = 40
"""Characters of a name in brackets; "the report" may stand for a title of three lines."""

_NOTE = "Suggestions by a machine; check before you quote."

_HOSTILE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class _Glyphs:
    """Marks for one console: filled for who is named, hollow for who is not; plain ASCII where it must be."""

    def __init__(self, ascii_only: bool) -> None:
        self.nested = "`- " if ascii_only else "└─ "
        self.dash = "--" if ascii_only else "—"
        self.dot = "-" if ascii_only else "·"
        self.arrow = "->" if ascii_only else "→"
        self.bullet = "- " if ascii_only else "· "
        self._kinds = {
            SourceKind.NAMED_PERSON: "*" if ascii_only else "●",
            SourceKind.NAMED_ORGANIZATION: "*" if ascii_only else "●",
            SourceKind.DOCUMENT: "#" if ascii_only else "■",
            SourceKind.UNNAMED_PERSON: "?" if ascii_only else "○",
            SourceKind.UNNAMED_GROUP: "?" if ascii_only else "○",
            SourceKind.UNSPECIFIED: " ",
            SourceKind.AUTHOR: " ",
        }

    def kind(self, kind: SourceKind) -> str:
        return self._kinds[kind]


def print_reading(reading: Reading, console: Console, *, authors_voice: bool = False) -> None:
    """Prints a reading for people.

    Args:
        reading: what is printed.
        console: where; its width decides between columns and stacked records.
        authors_voice: also list what the article says in its own voice; otherwise it is only counted.
    """
    _Printer(reading, console).print(authors_voice)


class _Printer:
    def __init__(self, reading: Reading, console: Console) -> None:
        self._reading = reading
        self._known = index(reading)
        self._console = console
        self._width = min(console.width, WIDEST)
        self._glyphs = _Glyphs(console.options.ascii_only)
        self._figures: dict[AttributionId, list[Quantity]] = {}
        for quantity in reading.quantities:
            holder = self._known.holders.get(quantity.id)
            if holder is not None and not spelled_out(quantity, self._known.text):
                self._figures.setdefault(holder.attribution.id, []).append(quantity)
        self._carried = reading.echo.of if reading.echo is not None else None

    def print(self, authors_voice: bool) -> None:
        listed = self._known.listed
        self._show(self._heading(listed))
        if not listed.entries:
            self._show(Text("\nNobody is on record in this text: no attribution was found.", style="italic"))
        elif self._width < STACKED_BELOW:
            digits = len(str(len(listed.entries)))
            self._show(*(self._record(entry, digits) for entry in listed.entries))
        else:
            self._show(Text(), self._columns(listed.entries))
        if authors_voice and listed.voice:
            self._show(*self._voice(listed.voice))
        links = [(entity, link) for entity in self._reading.entities for link in entity.links]
        if links:
            self._show(Text("\nOn watch lists", style="bold"), *(self._link(*pair) for pair in links))
        foot = f"{_NOTE} Reader {self._reading.model.reader}."
        self._show(Text(), self._text(foot, "dim"))

    def _show(self, *parts: RenderableType) -> None:
        self._console.print(Group(*parts), width=self._width, highlight=False, markup=False, emoji=False)

    def _text(self, words: str, style: str = "") -> Text:
        encoding = self._console.encoding
        return Text(inert(words).encode(encoding, "replace").decode(encoding, "replace"), style=style)

    def _line(self, parts: Iterable[str], style: str) -> Text:
        return self._text(f" {self._glyphs.dot} ".join(part for part in parts if part), style)

    # ------------------------------------------------------------------ heading

    def _heading(self, listed: Outline) -> Group:
        document, metadata = self._reading.document, self._reading.document.metadata
        title = metadata.title or document.source
        known = [metadata.publisher or "", metadata.published or "", document.source if metadata.title else ""]
        unnamed = sum(entry.anonymous for entry in listed.entries)
        counts = [
            counted(len(listed.entries), "attribution", "attributions"),
            f"{unnamed:,} with no named source" if unnamed else "",
            counted(len(listed.voice), "sentence in the article's own voice", "sentences in the article's own voice")
            if listed.voice
            else "",
            counted(len(self._reading.quantities), "figure", "figures") if self._reading.quantities else "",
        ]
        lines = [self._text(" ".join(title.split()), "bold")]
        if any(known):
            lines.append(self._line(known, "dim"))
        lines.append(self._line(counts, ""))
        echo = self._reading.echo
        if echo is not None:
            shown = passage(document.text, echo.spans)
            evidence = f': "{shown.strip(_QUOTES)}"' if shown else ""
            lines.append(self._text(f"Carries reporting of {' '.join(echo.of.split())}{evidence}", "italic"))
        return Group(*lines)

    # ------------------------------------------------------------------ columns

    def _columns(self, entries: Iterable[Entry]) -> Table:
        table = Table(
            box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="dim", width=self._width, leading=1
        )
        table.add_column("", justify="right", style="dim", no_wrap=True)
        table.add_column("Source", width=self._width * 29 // 100)
        table.add_column("Cue", width=self._width * 13 // 100)
        table.add_column("Content", ratio=1)
        for entry in entries:
            about, via = self._about(entry), self._via(entry)
            below = [self._line(about, "dim")] if about else []
            below += [self._text(via, "dim")] if via else []
            source = _hanging(self._prefix(entry), Group(self._source(entry), *below))
            content = Group(self._content(entry), *self._notes(entry))
            table.add_row(str(entry.number), source, self._cue(entry), content)
        return table

    # ------------------------------------------------------------------ records

    def _record(self, entry: Entry, digits: int) -> RenderableType:
        number = Text(f"{entry.number:>{digits}} ", style="dim")
        head = self._source(entry).append("  ").append_text(self._cue(entry))
        about = [*self._about(entry), *filter(None, [self._via(entry)])]
        lines = [head, self._content(entry), *self._notes(entry), *([self._line(about, "dim")] if about else [])]
        return Padding(_hanging(number + self._prefix(entry), Group(*lines)), (1, 0, 0, 0))

    # ------------------------------------------------------------------ parts of an entry

    def _prefix(self, entry: Entry) -> Text:
        """The tree down to an entry, then the mark of its kind of source."""
        depth = min(entry.depth, DEEPEST)
        tree = " " * len(self._glyphs.nested) * (depth - 1) + self._glyphs.nested if depth else ""
        if not entry.source:
            return Text.assemble((tree, "dim"), (f"{self._glyphs.dash} ", "dim"))
        style = "yellow" if entry.anonymous else "blue"
        return Text.assemble((tree, "dim"), (f"{self._glyphs.kind(entry.attribution.source_kind)} ", style))

    def _source(self, entry: Entry) -> Text:
        if not entry.source:
            return Text(kind_words(SourceKind.UNSPECIFIED), style="dim")
        words = self._text(entry.source, "italic" if entry.anonymous else "bold")
        if entry.name:
            words.append_text(self._text(f" [{shortened(entry.name, LONGEST_NAME)}]", "not bold dim"))
        return words

    def _cue(self, entry: Entry) -> Text:
        return self._text(entry.cue, "cyan") if entry.cue else Text(self._glyphs.dash, style="dim")

    def _content(self, entry: Entry) -> Text:
        if not entry.content:
            return Text(self._glyphs.dash, style="dim")
        words = self._text(entry.content)
        end = 0
        for quantity in self._figures.get(entry.attribution.id, ()):
            figure = self._text(" ".join(quantity.span.of(self._known.text).split())).plain
            start = words.plain.find(figure, end)
            if start >= 0:
                end = start + len(figure)
                words.stylize("bold", start, end)
        return words

    def _notes(self, entry: Entry) -> list[RenderableType]:
        """What the labels, pledges and denials say beyond the expected, a line each."""
        arrow = Text(f"{self._glyphs.arrow} ", style="dim")
        return [_hanging(arrow, self._text(words, "italic")) for words in notes(self._known, entry)]

    def _about(self, entry: Entry) -> list[str]:
        """What is to know of a source beside its name."""
        kind, quotation = entry.attribution.source_kind, entry.attribution.quotation
        return [
            words
            for words in (
                kind_words(kind) if entry.source and (entry.anonymous or kind is SourceKind.DOCUMENT) else "",
                "not resolved" if entry.unresolved and not entry.anonymous else "",
                "direct quote" if quotation is Quotation.DIRECT else "",
                "partly quoted" if quotation is Quotation.MIXED else "",
            )
            if words
        ]

    def _via(self, entry: Entry) -> str | None:
        """The chain between page and source, less the publisher whose reporting the heading says it all carries."""
        links = [link for link in entry.via if not (self._carried and link.name == self._carried)]
        if not links:
            return None
        words = [f"{link_words(link)} (implied)" if link.implied else link_words(link) for link in links]
        return "via " + f" {self._glyphs.arrow} ".join(words)

    # ------------------------------------------------------------------ watch lists

    def _link(self, entity: Entity, link: ListLink) -> RenderableType:
        place = f"{link.id} on {link.list} ({100 * link.score:.0f} %)"
        found = f"is {place}" if link.certain else f"may be {place}, unsure"
        words = self._text(entity.name, "bold").append_text(self._text(f" {found}: {link.reason}", "not bold"))
        return _hanging(Text(self._glyphs.bullet, style="dim"), words)

    # ------------------------------------------------------------------ author's voice

    def _voice(self, voice: Iterable[Entry]) -> Iterable[RenderableType]:
        yield Text("\nIn the article's own voice", style="bold")
        for entry in voice:
            words = self._content(entry)
            if entry.implied_source:
                note = f" (goes on reporting {entry.implied_source}; implied, not stated)"
                words.append_text(self._text(note, "dim italic"))
            yield Padding(_hanging(Text(self._glyphs.bullet, style="dim"), words), (1, 0, 0, 0))


def _hanging(prefix: Text, body: RenderableType) -> RenderableType:
    """A body with its first line behind a prefix and every line in line with the first."""
    if not prefix.cell_len:
        return body
    grid = Table.grid()
    grid.add_column(width=prefix.cell_len, no_wrap=True)
    grid.add_column()
    grid.add_row(prefix, body)
    return grid


_QUOTES = "\"'“”‘’«» "


def inert(words: str) -> str:
    """Words that a terminal shows and never obeys: controls become visible signs, bidi controls their numbers."""
    return _HOSTILE.sub(_visible, words)


def _visible(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"<U+{code:04X}>"
