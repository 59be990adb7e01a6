"""The left side of the page: the document's blocks with every span marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.present import markup
from onrecord.present.outline import ANONYMOUS, Entry, Outline
from onrecord.present.places import place_id
from onrecord.present.segments import Mark, Role, Segment, by_block, segments
from onrecord.types import AttributionId, Block, BlockKind, Document, Span

DEEPEST = 4
"""Depths of nested content that have a tint of their own."""

_TAGS = {
    BlockKind.SUBHEADING: "h2",
    BlockKind.LIST: "div",
    BlockKind.TABLE: "div",
    BlockKind.QUOTE: "blockquote",
}


def article(document: Document, listed: Outline, places: Iterable[Span] = ()) -> str:
    """The text as HTML; the text content of each ``[data-block]`` element is the text of that block.

    Furniture is folded away, each run of it by itself.

    Args:
        document: what is shown.
        listed: what is marked in it.
        places: words that something else on the page leads to.
    """
    blocks = document.blocks or _one_block(document)
    marked = _Marked(document.text, listed, places)
    parts: list[str] = []
    page: int | None = None
    headlines = 0
    folded = False
    for number, (block, marks) in enumerate(zip(blocks, by_block(blocks, marked.marks), strict=True)):
        furniture = block.kind is BlockKind.FURNITURE
        if folded and not furniture:
            parts.append("</details>")
        if block.page is not None and block.page != page:
            page = block.page
            parts.append(f'<p class="leaf">Page {page}</p>')
        if furniture and not folded:
            parts.append('<details class="beside"><summary>Beside the article, not read</summary>')
        folded = furniture
        tag = _TAGS.get(block.kind, "p")
        if block.kind is BlockKind.HEADLINE:
            headlines += 1
            tag = "h1" if headlines == 1 else "h2"
        inner = marked.block(block, marks)
        parts.append(f'<{tag} class="{block.kind.value}" data-block="{number}">{inner}</{tag}>')
    if folded:
        parts.append("</details>")
    return "\n".join(parts)


def _one_block(document: Document) -> tuple[Block, ...]:
    return (Block(BlockKind.PARAGRAPH, Span(0, len(document.text))),) if document.text else ()


@dataclass(slots=True)
class _Marked:
    """Marks of a whole document and what is needed to draw them."""

    text: str
    listed: Outline
    places: Iterable[Span] = ()
    marks: list[Mark] = field(default_factory=list)
    explicit: dict[AttributionId, Entry] = field(default_factory=dict)
    implied: set[AttributionId] = field(default_factory=set)
    references: dict[Mark, list[Entry]] = field(default_factory=dict)
    anchors: dict[Mark, AttributionId] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for entry in self.listed.voice:
            one = entry.attribution
            spans = self._marks(one.content, Role.VOICE, one.id)
            if spans:
                self.anchors[spans[0]] = one.id
            self.marks.extend(spans)
            if one.context_source is not None:
                self.implied.add(one.id)
        for entry in self.listed.entries:
            one = entry.attribution
            self.explicit[one.id] = entry
            cue = self._marks(one.cue, Role.CUE, one.id)
            content = self._marks(one.content, Role.CONTENT, one.id)
            source = self._marks(one.source, Role.SOURCE, one.id)
            self.marks.extend((*content, *source, *cue))
            last = (cue or content or source)[-1:]
            for mark in last:
                self.references.setdefault(mark, []).append(entry)
        self.marks.extend(Mark(span, Role.PLACE, AttributionId(place_id(span))) for span in self.places)

    def _marks(self, spans: Sequence[Span], role: Role, key: AttributionId) -> list[Mark]:
        """Marks in text order, less white space at their ends, which may lie between blocks."""
        marks: list[Mark] = []
        for span in sorted(spans):
            words = span.of(self.text)
            start = span.start + len(words) - len(words.lstrip())
            end = span.start + len(words.rstrip())
            if start < end:
                marks.append(Mark(Span(start, end), role, key))
        return marks

    def block(self, block: Block, marks: Sequence[Mark]) -> str:
        within = list(marks)
        if block.credit is not None:
            within.append(Mark(block.credit, Role.CREDIT, AttributionId("")))
        return "".join(self._segment(segment) for segment in segments(block.span, within))

    def _segment(self, segment: Segment) -> str:
        words = markup.words(segment.span.of(self.text))
        anchors = "".join(
            f'<a class="anchor" id="t-{markup.plain(self.anchors[mark])}"></a>'
            for mark in segment.opens
            if mark in self.anchors
        )
        if not segment.over:
            return anchors + words
        content = segment.of(Role.CONTENT)
        opens = [mark for mark in segment.opens if mark.role is Role.CONTENT]
        closes = [mark for mark in segment.closes if mark.role is Role.CONTENT]
        outer = len(content) - len(opens)
        before = "".join(_bracket(mark, "[", content[: outer + at]) for at, mark in enumerate(opens, start=1))
        after = "".join(_bracket(mark, "]", content[: len(content) - at]) for at, mark in enumerate(closes))
        references = "".join(
            _reference(entry, content) for mark in segment.closes for entry in self.references.get(mark, ())
        )
        for mark in segment.opens:
            if mark.role is Role.PLACE:
                words = f'<span class="w" id="w-{mark.attribution}">{words}</span>'
        return f"{anchors}{before}<span{self._attributes(segment)}>{words}</span>{references}{after}"

    def _attributes(self, segment: Segment) -> str:
        classes: list[str] = []
        data: dict[str, Sequence[AttributionId]] = {}
        for role in (Role.SOURCE, Role.CUE, Role.CONTENT, Role.VOICE, Role.PLACE):
            ids = segment.of(role)
            if ids:
                data[role.value] = ids
                if role is not Role.PLACE:
                    classes.append(role.value)
        if any(self._anonymous(key) for key in data.get(Role.SOURCE.value, ())):
            classes.append("unnamed")
        if any(key in self.implied for key in data.get(Role.VOICE.value, ())):
            classes.append("implied")
        if any(mark.role is Role.CREDIT for mark in segment.over):
            classes.append("credit-line")
        classes.append(_depth(len(segment.of(Role.CONTENT))))
        no_ids = (Role.CREDIT, Role.PLACE)
        all_ids = dict.fromkeys(mark.attribution for mark in segment.over if mark.role not in no_ids)
        every = {"a": list(all_ids), **data}
        fields = "".join(f' data-{name}="{_ids(keys)}"' for name, keys in every.items() if keys)
        return f' class="{" ".join(name for name in ("s", *classes) if name)}"{fields}'

    def _anonymous(self, key: AttributionId) -> bool:
        return self.explicit[key].attribution.source_kind in ANONYMOUS


def _ids(keys: Sequence[AttributionId]) -> str:
    return " ".join(markup.plain(key) for key in keys)


def _depth(depth: int) -> str:
    return f"d{min(depth, DEEPEST)}" if depth > 0 else ""


def _within(name: str, key: AttributionId, content: Sequence[AttributionId]) -> str:
    """Attributes of a sign of one attribution that stands inside some contents, outer ones first."""
    contents = f' data-con="{_ids(content)}"' if content else ""
    return f'class="{name} {_depth(len(content))}" data-of="{markup.plain(key)}"{contents}'


def _bracket(mark: Mark, sign: str, content: Sequence[AttributionId]) -> str:
    return f'<i {_within("bracket", mark.attribution, content)} data-sign="{sign}" aria-hidden="true"></i>'


def _reference(entry: Entry, content: Sequence[AttributionId]) -> str:
    """The raised number that stands at an attribution and leads to its entry; it holds no text of its own."""
    one = entry.attribution
    key = markup.plain(one.id)
    label = markup.plain(f"Attribution {entry.number}: {entry.source or 'no source given'} {entry.cue}")
    return (
        f'<a {_within("ref", one.id, content)} id="t-{key}" href="#e-{key}" data-number="{entry.number}"'
        f' aria-label="{label}"></a>'
    )
