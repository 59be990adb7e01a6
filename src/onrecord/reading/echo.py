"""Echo: words of a document that show that it carries another outlet's reporting.

Three kinds, from strongest to weakest: a notice that the story is a reprint; a credit to an agency or another paper in
the byline, the dateline or the last line; a citation of another outlet in the story. The page's own publisher is no
evidence, and neither is whoever took a picture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from onrecord.reading.echo_signs import Sign, find_signs
from onrecord.types import Document, Echo, EchoKind, Span

# What one sign of a kind is worth; an outlet that a story cites again and again is likely to be where it comes from.
_CONFIDENCE = {EchoKind.REPRINT: 0.95, EchoKind.CREDIT: 0.85, EchoKind.CITATION: 0.4}
_TOLD_MORE, _AGAIN_MORE, _MOST = 0.15, 0.2, 0.85
_TOLD = re.compile(r"(?:told|tells|telling)\b", re.IGNORECASE)


def echo_evidence(document: Document) -> Echo | None:
    """The strongest evidence that a document carries another outlet's reporting; ``None`` where there is none."""
    own = _own_names(document)
    signs = [sign for sign in find_signs(document) if not _is_own(sign.of, own)]
    for kind in (EchoKind.REPRINT, EchoKind.CREDIT, EchoKind.CITATION):
        of_kind = [sign for sign in signs if sign.kind is kind]
        if of_kind:
            return _strongest(document.text, of_kind)
    return None


def _strongest(text: str, signs: Sequence[Sign]) -> Echo:
    """Of signs of one kind, those of the outlet that is shown most often, of the first among equals."""
    by_outlet: dict[str, list[Sign]] = {}
    for sign in signs:
        by_outlet.setdefault(_key(sign.of), []).append(sign)
    same = max(by_outlet.values(), key=lambda group: (len(_outermost(group)), -group[0].span.start))
    spans = _outermost(same)
    best = min(same, key=lambda sign: sign.span)
    confidence = _CONFIDENCE[best.kind]
    if best.kind is EchoKind.CITATION:
        told = any(_TOLD.match(span.of(text)) for span in spans)
        confidence = min(_MOST, confidence + _TOLD_MORE * told + _AGAIN_MORE * (len(spans) - 1))
    return Echo(best.of, best.kind, spans, round(confidence, 2), _reason(best, spans[0].of(text), len(spans)))


def _outermost(signs: Sequence[Sign]) -> tuple[Span, ...]:
    """The signs' spans in text order, without those that overlap a longer one."""
    kept: list[Span] = []
    for span in sorted({sign.span for sign in signs}, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _reason(sign: Sign, words: str, times: int) -> str:
    quoted = " ".join(words.split())
    if sign.kind is EchoKind.REPRINT:
        return f"a notice names {sign.of} as where the story comes from: '{quoted}'"
    if sign.kind is EchoKind.CREDIT:
        return f"the story is credited to {sign.of}: '{quoted}'"
    return f"the story cites {sign.of}: '{quoted}'" + (f" and {times - 1} more" if times > 1 else "")


def _own_names(document: Document) -> frozenset[str]:
    """The names by which a page calls itself, for comparing: its publisher, its initials, its host."""
    publisher = document.metadata.publisher or ""
    initials = "".join(
        word[0] for word in re.findall(r"[^\W_]+", publisher) if word.lower() not in ("the", "of", "and")
    )
    host = _hostname(document.metadata.url or "").removeprefix("www.").rsplit(".", 1)[0]
    return frozenset(filter(None, (_key(publisher), _key(initials) if len(initials) > 1 else "", _key(host))))


def _hostname(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _is_own(name: str, own: frozenset[str]) -> bool:
    key = _key(name)
    return not key or any(
        key == other or (len(key) > 3 and len(other) > 3 and (key in other or other in key)) for other in own
    )


def _key(name: str) -> str:
    """A name for comparing: folded, without "The" and anything but letters and digits."""
    return re.sub(r"[\W_]", "", name.lower().removeprefix("the "))
