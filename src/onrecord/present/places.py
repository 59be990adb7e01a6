"""Places of a document's text that something on its page leads to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.present import markup
from onrecord.present.index import Index
from onrecord.types import Document, Span


def place_id(span: Span) -> str:
    """The name of a place: where it begins and ends."""
    return f"{span.start}-{span.end}"


@dataclass(slots=True)
class Places:
    """Collects the places that are linked to, so that the article can mark them.

    A place is linked to only where the article will show it: where it begins inside a block.
    """

    document: Document
    spans: dict[Span, None] = field(default_factory=dict)
    _starts: list[int] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [block.span.start for block in self.document.blocks]

    def link(self, inner: str, spans: Iterable[Span], name: str = "at") -> str:
        """HTML that leads to the words of spans; the HTML alone where the article does not show them.

        Args:
            inner: HTML.
            spans: where the words stand; the link goes to the first, a script brings out all.
            name: class of the link.
        """
        found = [span for span in map(self._held, sorted(spans)) if span is not None]
        if not found:
            return inner
        self.spans.update(dict.fromkeys(found))
        ids = " ".join(place_id(span) for span in found)
        return f'<a class="{name}" href="#w-{place_id(found[0])}" data-w="{ids}">{inner}</a>'

    def _held(self, span: Span) -> Span | None:
        """A span less white space at its ends, if a block holds its beginning."""
        words = span.of(self.document.text)
        start, end = span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip())
        if start >= end:
            return None
        blocks = self.document.blocks
        if not blocks:
            return Span(start, end)
        at = bisect_right(self._starts, start) - 1
        return Span(start, end) if at >= 0 and start < blocks[at].span.end else None


@dataclass(frozen=True, slots=True)
class PageContext:
    """A page while it is being written: the reading with the ways through it, and the places that are linked to."""

    known: Index
    places: Places

    @property
    def text(self) -> str:
        return self.known.text

    def quoted(self, spans: Iterable[Span], words: str) -> str:
        """Words of the text in quotation marks, leading to where they stand."""
        return self.places.link(f"“{markup.line(words)}”", spans)
