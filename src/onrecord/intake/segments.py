"""Segments: the stretches of text of an HTML page between block boundaries, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml.etree import _Element

from onrecord.intake.clean import one_line, rows
from onrecord.intake.lines import CELL_SEPARATOR

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SKIPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "canvas", "iframe", "object", "embed", "form",
    "button", "input", "select", "textarea", "option", "audio", "video", "map", "head", "title", "meta", "link",
    "base", "dialog",
})  # fmt: skip
_BLOCKS = HEADINGS | frozenset({
    "html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "header", "hr", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption",
})  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SCREEN_READER = re.compile(r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader-text)(?:$|\s)", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|figcaption|cutline|wp-caption-text|image-?caption|photo-?caption)", re.IGNORECASE
)
CREDIT_NAMES = re.compile(
    r"(?:^|[\s_-])(?:credits?|copyright|photographer|image-?source|attribution)(?:$|[\s_-])", re.IGNORECASE
)
"""Names of elements that hold who took a picture."""

_NO_CAPTION = re.compile(r"captions-|closed-caption", re.IGNORECASE)
# A list item longer than this is a section of the page that is marked up as a list, and is walked as one.
_LONGEST_ITEM = 1200
_LONGEST_CELL = 400
_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of text.

    Attributes:
        element: the block element it stands in.
        form: the element's tag, or "list", "table", "caption".
        links: how much of it is text of links, 0 to 1.
        quoted: whether it stands in a block quotation or holds a ``<q>``.
        credit: text of the element in a caption that is named a credit.
    """

    element: _Element = field(repr=False)
    form: str
    text: str
    links: float
    quoted: bool
    credit: str | None = None

    def stands_in(self, element: _Element) -> bool:
        """Whether the segment's element is this one or inside it."""
        return any(one is element for one in self.around())

    def within(self, tags: frozenset[str]) -> bool:
        """Whether the segment stands in one of these elements."""
        return any(tag_of(element) in tags for element in self.around())

    def around(self) -> Iterator[_Element]:
        """The segment's element and those around it, innermost first."""
        yield self.element
        yield from self.element.iterancestors()

    def is_named(self, names: re.Pattern[str], *, levels: int) -> bool:
        """Whether one of the innermost elements has such a class, id, role or property."""
        return any(names.search(names_of(element)) for element in islice(self.around(), levels))


@dataclass(slots=True)
class _Open:
    """Text gathered since the last block boundary."""

    element: _Element
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    quoted: bool = False


def segments(body: _Element) -> Iterator[Segment]:
    """All segments of a page, in order. Never recursive, so that depth costs no stack."""
    now = _Open(body)
    stack: list[tuple[_Element, bool]] = [(body, False)]
    anchors = 0
    while stack:
        element, leaving = stack.pop()
        tag = tag_of(element)
        if leaving:
            anchors -= tag == "a"
            if tag in _BLOCKS:
                yield from _closed(now)
                now = _Open(_block_around(element))
            if element is not body:
                _add(now, element.tail, anchors)
            continue
        if element is not body and _is_left_out(element, tag):
            _add(now, element.tail, anchors)
            continue
        whole = _whole(element, tag)
        if whole is not None:
            yield from _closed(now)
            yield from (segment for segment in whole if segment.text)
            now = _Open(_block_around(element))
            _add(now, element.tail, anchors)
            continue
        if tag in _BLOCKS:
            yield from _closed(now)
            now = _Open(element)
        elif tag == "br":
            if _breaks_paragraph(element):
                yield from _closed(now)
                now = _Open(now.element)
            _add(now, " ", anchors)
        anchors += tag == "a"
        now.quoted = now.quoted or tag == "q"
        _add(now, element.text, anchors)
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    yield from _closed(now)


def tag_of(element: _Element) -> str:
    """The tag in lower case; empty for comments and processing instructions."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def names_of(element: _Element) -> str:
    """Class, id, role and property of an element, in one string; long ones are cut."""
    return " ".join((element.get(attribute) or "")[:_LONGEST_NAME] for attribute in ("class", "id", "role", "itemprop"))


def _add(now: _Open, text: str | None, anchors: int) -> None:
    if text:
        now.parts.append(text)
        if anchors > 0:
            now.linked += len(text.strip())


def _closed(now: _Open) -> Iterator[Segment]:
    text = one_line("".join(now.parts))
    if text:
        yield _segment(now.element, tag_of(now.element), text, now.linked, quoted=now.quoted)


def _segment(element: _Element, form: str, text: str, linked: int, *, quoted: bool) -> Segment:
    quoted = quoted or any(tag_of(one) == "blockquote" for one in (element, *element.iterancestors()))
    return Segment(element, form, text, min(1.0, linked / max(1, len(text))), quoted)


def _block_around(element: _Element) -> _Element:
    for ancestor in element.iterancestors():
        if tag_of(ancestor) in _BLOCKS:
            return ancestor
    return element


def _is_left_out(element: _Element, tag: str) -> bool:
    if not tag or tag in _SKIPPED:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return bool(_HIDDEN.search(element.get("style") or "") or _SCREEN_READER.search(element.get("class") or ""))


def _breaks_paragraph(br: _Element) -> bool:
    """Whether a ``<br>`` follows another with nothing between: old pages part their paragraphs so."""
    before = br.getprevious()
    return before is not None and tag_of(before) == "br" and not (before.tail or "").strip()


def _whole(element: _Element, tag: str) -> list[Segment] | None:
    """Captions, lists and tables of data are one segment each; ``None`` for what is walked into."""
    if tag in {"figcaption", "caption"} or _is_caption(element, tag):
        return [_caption(element)]
    if tag in {"ul", "ol", "dl"} and _is_plain_list(element):
        items = [one_line(_inner_text(item)) for item in element.iterchildren("li", "dt", "dd")]
        return [_as_one(element, "list", rows("\n".join(items)))]
    if tag == "table" and _is_data(element):
        captions = [
            _as_one(caption, "caption", one_line(_inner_text(caption))) for caption in element.iterchildren("caption")
        ]
        return [*captions, _as_one(element, "table", _table_rows(element))]
    return None


def _caption(element: _Element) -> Segment:
    whole = _as_one(element, "caption", one_line(_inner_text(element)))
    named = (inner for inner in element.iterdescendants() if CREDIT_NAMES.search(inner.get("class") or ""))
    credit = next((words for inner in named if (words := one_line(_inner_text(inner)))), None)
    return replace(whole, credit=credit)


def _is_caption(element: _Element, tag: str) -> bool:
    names = element.get("class") or ""
    if tag not in {"p", "div", "span", "small", "dd", "em", "figcaption"} or not _CAPTION.search(names):
        return False
    if _NO_CAPTION.search(names) or any(True for _ in element.iter("img", "p", "h1", "h2") if _ is not element):
        return False
    return len(_inner_text(element)) < _LONGEST_ITEM


def _as_one(element: _Element, form: str, text: str) -> Segment:
    linked = sum(len(one_line(_inner_text(anchor))) for anchor in element.iter("a"))
    return _segment(element, form, text, linked, quoted=False)


def _is_plain_list(element: _Element) -> bool:
    """Lists of short items; lists that hold headings, paragraphs side by side, or tables lay out a page."""
    items = list(element.iterchildren("li", "dt", "dd"))
    if not items or any(True for _ in element.iter("table", "blockquote", "article", "figure", *HEADINGS)):
        return False
    return all(len(_inner_text(item)) <= _LONGEST_ITEM and len(list(item.iter("p"))) <= 1 for item in items)


def _is_data(table: _Element) -> bool:
    """Tables of short cells in at least two columns and rows; others lay out a page."""
    if any(True for _ in table.iterdescendants("table", "article", "blockquote", "h1", "h2", "figure")):
        return False
    widths = [len(row) for row in table.iter("tr")]
    cells = [len(_inner_text(cell)) for cell in table.iter("td", "th")]
    return len(widths) >= 2 and max(widths) >= 2 and max(cells, default=0) <= _LONGEST_CELL


def _table_rows(table: _Element) -> str:
    lines = []
    for row in table.iter("tr"):
        cells = (one_line(_inner_text(cell)) for cell in row.iterchildren("td", "th"))
        lines.append(CELL_SEPARATOR.join(cell for cell in cells if cell))
    return rows("\n".join(lines))


def _inner_text(element: _Element) -> str:
    """All text in an element, with a space at block boundaries."""
    parts: list[str] = []
    stack: list[tuple[_Element, bool]] = [(element, False)]
    while stack:
        node, leaving = stack.pop()
        tag = tag_of(node)
        spaced = tag in _BLOCKS or tag == "br"
        if leaving:
            parts.append(" " if spaced else "")
            parts.append((node.tail or "") if node is not element else "")
            continue
        if node is not element and _is_left_out(node, tag):
            parts.append(node.tail or "")
            continue
        parts.append(" " if spaced else "")
        parts.append(node.text or "")
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))
    return "".join(parts)
