"""A reading as a table on a terminal: columns where there is room, stacked records where there is not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.present.outline import Entry, Outline, counted, kind_words, link_words, outline, passage
from onrecord.types import Quotation, Reading, SourceKind

STACKED_BELOW = 96
"""Columns under which records are stacked: below it a content column holds less than some six words a line."""

WIDEST = 160
"""Columns used at most: longer lines of content are hard to read back from."""

DEEPEST = 4
"""Levels of nesting that are indented; deeper ones stand with the fourth, so that 40 columns still hold words."""

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
        self._console = console
        self._width = min(console.width, WIDEST)
        self._glyphs = _Glyphs(console.options.ascii_only)
        self._carried = reading.echo.of if reading.echo is not None else None

    def print(self, authors_voice: bool) -> None:
        listed = outline(self._reading)
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
        kind_width = 18  # "named organization"
        rest = self._width - kind_width
        table.add_column("", justify="right", style="dim", no_wrap=True)
        table.add_column("Source", width=rest * 27 // 100)
        table.add_column("Cue", width=rest * 14 // 100)
        table.add_column("Content", ratio=1)
        table.add_column("Kind", width=kind_width)
        for entry in entries:
            via = self._via(entry)
            lines = [self._source(entry)] if via is None else [self._source(entry), self._text(via, "dim")]
            source = _hanging(self._prefix(entry), Group(*lines))
            kind = Group(*(self._text(words) for words in self._kind(entry)))
            table.add_row(str(entry.number), source, self._cue(entry), self._content(entry), kind)
        return table

    # ------------------------------------------------------------------ records

    def _record(self, entry: Entry, digits: int) -> RenderableType:
        number = Text(f"{entry.number:>{digits}} ", style="dim")
        head = self._source(entry).append("  ").append_text(self._cue(entry))
        notes = self._line([*self._kind(entry), self._via(entry) or ""], "dim")
        return Padding(_hanging(number + self._prefix(entry), Group(head, self._content(entry), notes)), (1, 0, 0, 0))

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
            return Text("unspecified", style="dim")
        words = self._text(entry.source, "italic" if entry.anonymous else "bold")
        if entry.name:
            words.append_text(self._text(f" [{entry.name}]", "not bold dim"))
        return words

    def _cue(self, entry: Entry) -> Text:
        return self._text(entry.cue, "cyan") if entry.cue else Text(self._glyphs.dash, style="dim")

    def _content(self, entry: Entry) -> Text:
        return self._text(entry.content) if entry.content else Text(self._glyphs.dash, style="dim")

    def _kind(self, entry: Entry) -> list[str]:
        words = [kind_words(entry.attribution.source_kind)]
        if entry.attribution.quotation is Quotation.DIRECT:
            words.append("direct quote")
        elif entry.attribution.quotation is Quotation.MIXED:
            words.append("partly quoted")
        return words

    def _via(self, entry: Entry) -> str | None:
        """The chain between page and source, less the publisher whose reporting the heading says it all carries."""
        links = [link for link in entry.via if not (self._carried and link.name == self._carried)]
        if not links:
            return None
        words = [f"{link_words(link)} (implied)" if link.implied else link_words(link) for link in links]
        return "via " + f" {self._glyphs.arrow} ".join(words)

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
