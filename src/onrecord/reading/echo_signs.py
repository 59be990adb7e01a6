"""Signs of an echo: notices, credits and citations in a document's blocks that name another outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reading.outlets import KNOWN, find_outlet
from onrecord.types import Block, BlockKind, Document, EchoKind, Span

_STORY = frozenset(
    {BlockKind.HEADLINE, BlockKind.SUBHEADING, BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.QUOTE, BlockKind.FOOTNOTE}
)
_CAPITAL = r"(?-i:(?<!\w)[A-ZÀ-Þ0-9][\w.&’'+-]{0,40}+)"
_NAME = rf"(?P<of>(?:the )?{_CAPITAL}(?: (?:(?:of|de|da|do|des|le|la|el|der|die|and|&) ){{0,2}}{_CAPITAL}){{0,6}})"
_THIS = (
    r"\bthis (?:news |feature |opinion )?"
    r"(?:story|article|report|piece|post|interview|essay|column|dispatch|op-ed|commentary)\b"
)
_AGAIN = r"(?:re-?(?:published|printed|posted)|syndicated|reproduced)"
_MADE = r"(?:published|appeared|ran|reported|produced|written|posted|printed|broadcast)"
_FIRST = r"(?:first|originally|previously|initially)"


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


# A notice of its own ("Republished from ...") names its outlet beyond doubt, whatever the name looks like.
_NOTICES = _compiled(
    rf"{_THIS}[^.\n]{{0,30}}?\b{_FIRST} {_MADE}\b[^.\n]{{0,24}}?\b(?:by|in|on|at|with) {_NAME}",
    rf"{_THIS}[^.\n]{{0,30}}?\b{_MADE} {_FIRST}\b[^.\n]{{0,24}}?\b(?:by|in|on|at|with) {_NAME}",
    rf"^[\W_]*{_FIRST} {_MADE}\b[^.\n]{{0,24}}?\b(?:by|in|on|at) {_NAME}",
    rf"^[\W_]*{_AGAIN}\b[^.\n]{{0,40}}?\b(?:from|by|of) {_NAME}",
    rf"{_THIS}[^.\n]{{0,20}}? {_AGAIN}\b[^.\n]{{0,40}}?\b(?:from|by|of) {_NAME}",
)
_HINTS = _compiled(
    rf"{_THIS}[^.\n]{{0,30}}?\b(?:was|is|has been|comes|appears) (?:{_MADE} )?(?:by|in|on|from|with) {_NAME}",
    rf"\b{_AGAIN} (?:[^.\n]{{0,30}} )?(?:from|by|courtesy of) {_NAME}",
    rf"\b(?:story|article|report|text|content|copy|^)[^.\n]{{0,30}}?\bcourtesy of {_NAME}",
    rf"{_NAME} is (?:a|the|our) (?:content |media |news |reporting |publishing |syndication )?partner of\b",
    rf"{_THIS}[^.\n]{{0,40}}\bin (?:partnership|collaboration) with {_NAME}",
    rf"^\W{{0,9}}(?:source|original(?: source)?|read the original(?: article)? (?:at|on|in)|published by|via)\s?:?\s"
    rf"{_NAME}\W*$",
)
_DATELINE = re.compile(rf"^(?P<place>[^\n(]{{0,60}}?)\s?\((?P<of>{_CAPITAL}(?: {_CAPITAL}){{0,3}})\)\s*[-–—:]")
_DATELINE_DASH = re.compile(rf"^[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{{2,40}},? [^\n–—-]{{0,20}}[–—-] ?{_NAME} ?[–—-] ")
_TRAILER = re.compile(
    rf"(?:^|[.!?”\"]) ?(?:[—–-]{{1,2}} ?|\((?:with )?|© ?(?:\d{{4}} )?|^){_NAME}"
    r"(?: contributed to this (?:report|story))?\)?\.?$"
)
(_WITH,) = _compiled(
    rf"\b(?:with (?:additional )?(?:reporting|files|material|input|contributions?|information)|additional reporting"
    rf"|reporting) (?:by|from) (?:[^.\n]{{0,60}}?\b(?:of|and|for|with) )?{_NAME}"
)
(_BYLINE,) = _compiled(rf"(?:^|\b(?:by|from|for|of|and)\b|[|/,•·—–-]|\n)\s*{_NAME}")
_TAIL = 120
_HEAD = 100

_MEETING = r"(?:interview|conversation|appearance|email|e-mail|statement|briefing|comments|remarks)s?"
_OUT = r"(?:reported|revealed|published|disclosed|obtained|seen|broken)"
_CITATIONS = _compiled(
    rf"\b(?:told|telling|tells)\s+{_NAME}",
    rf"\b{_MEETING}\b[^.,\n]{{0,24}}? (?:with|on|to|for|by|in) {_NAME}",
    rf"\b(?:first|originally|previously|as|was|were|been) (?:first )?{_OUT}\b[^.,;\n]{{0,16}}? (?:by|in|on) {_NAME}",
    rf"\baccording to (?:(?:a|an|the) [^.,;\n]{{0,30}}?(?:report|story|investigation|article|analysis|interview)s? "
    rf"(?:by|in|from|on|published by) )?{_NAME}(?! (?:poll|survey|tally|average|exit|count))",
    rf"{_NAME}(?:'s|’s)? (?:(?:first|also|has|had|have|later|separately|previously|exclusively) ){{0,2}}"
    r"(?:reported|revealed|reports|broke the (?:news|story)|quoted|published|learned|understands)\b",
    rf"\b(?:reports?|reporting|story|article|investigation) (?:by|in|from) {_NAME}(?! (?:poll|survey))",
    rf"\b(?:speaking|spoke|speaks|wrote|writing|writes) (?:to|in|on|for|with) {_NAME}",
    rf"\b(?:seen|obtained|reviewed|viewed) by {_NAME}",
)


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that name another outlet as where the reporting comes from."""

    of: str
    kind: EchoKind
    span: Span


def find_signs(document: Document) -> Iterator[Sign]:
    """All signs in a document, those of the page's own name among them."""
    text = document.text
    story = [block for block in document.blocks if block.kind in _STORY]
    for block in document.blocks:
        if block.kind in (BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.TABLE):
            continue
        for pattern in _NOTICES:
            yield from _matches(text, block.span, pattern, EchoKind.REPRINT, strict=block.kind is BlockKind.FURNITURE)
        for pattern in _HINTS:
            yield from _matches(text, block.span, pattern, EchoKind.REPRINT)
        if block.kind is BlockKind.BYLINE:
            yield from _byline(block.span.of(text), block.span.start)
    if document.metadata.byline and not any(block.kind is BlockKind.BYLINE for block in document.blocks):
        yield from _metadata_byline(document)
    heads = [block for block in story if block.kind is BlockKind.PARAGRAPH][:2]
    for block in story:
        yield from _credits(text, block, block in heads, block in story[-2:])
        for pattern in _CITATIONS:
            yield from _matches(text, block.span, pattern, EchoKind.CITATION)


def _credits(text: str, block: Block, leads: bool, trails: bool) -> Iterator[Sign]:
    start, end = block.span.start, block.span.end
    if leads:
        head = Span(start, min(end, start + _HEAD))
        found = _DATELINE.match(head.of(text))
        # "PORT MAREN (Northline) -" is a credit, whatever the name; without a place in capitals, only a known name is.
        loose = bool(
            found and found["place"].strip()[:4].isupper() and "-" not in found["of"] and found["of"].isalpha()
        )
        yield from _matches(text, head, _DATELINE, EchoKind.CREDIT, strict=not loose)
        yield from _matches(text, head, _DATELINE_DASH, EchoKind.CREDIT)
    if trails:
        yield from _matches(text, Span(max(start, end - _TAIL), end), _TRAILER, EchoKind.CREDIT)
    yield from _matches(text, block.span, _WITH, EchoKind.CREDIT)


def _byline(words: str, start: int) -> Iterator[Sign]:
    """Credits of a byline: after "by", a comma or a bar, or at the end ("By JANE DOE Associated Press")."""
    for found in _BYLINE.finditer(words):
        names = [name for name in found["of"].split(" ") if name.lower() not in ("by", "from")]
        endings = [" ".join(names[index:]) for index in range(len(names))]
        known = [ending for ending in endings if ending.lower() in KNOWN]
        of = next(filter(None, map(find_outlet, known or endings)), None)
        if of:
            at = words.index(of, found.start("of"))
            yield Sign(of, EchoKind.CREDIT, Span(start + at, start + at + len(of)))


def _metadata_byline(document: Document) -> Iterator[Sign]:
    """An agency in the byline of the metadata, where the text shows it too."""
    for sign in _byline(document.metadata.byline or "", 0):
        at = document.text.find(sign.of)
        if at >= 0:
            yield Sign(sign.of, sign.kind, Span(at, at + len(sign.of)))


def _matches(text: str, span: Span, pattern: re.Pattern[str], kind: EchoKind, strict: bool = True) -> Iterator[Sign]:
    """Signs of one pattern in one stretch; ``strict``: only names that look like an outlet's."""
    words = span.of(text)
    for found in pattern.finditer(words):
        of = find_outlet(found["of"]) or (None if strict else found["of"].rstrip(" .,;:-"))
        if of:
            at = words.index(of, found.start("of"))
            lead = len(found.group()) - len(found.group().lstrip(' .!?\n,|/([*”"—–-_©'))
            start = min(found.start() + lead, at)
            if words[at - 1 : at] == "(" and words[at + len(of) : at + len(of) + 1] == ")":
                yield Sign(of, kind, Span(span.start + at - 1, span.start + at + len(of) + 1))
                continue
            end = found.end() if found.end() > found.end("of") and kind is EchoKind.CITATION else at + len(of)
            yield Sign(of, kind, Span(span.start + start, span.start + end))
