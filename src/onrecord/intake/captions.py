"""Credits: the photographer and agency inside a caption."""

from __future__ import annotations

import re

from onrecord.types import Span

_MAKER = (
    r"(?:(?:Court|Artist(?:'s|’s)?)\s+)?"
    r"(?:Photo(?:graph|grapher)?s?|Images?|Pictures?|Credits?|Sketch|Illustrations?|Graphics?|Video|Source|Handout|Courtesy)"
)
# A label with a colon, slash, ellipsis or "by" ("Photograph: A/B", "Credit…A", "Photo by A") near the end of a caption.
_LABELED = re.compile(
    r"(?:(?<=^)|(?<=[.!?)”\"’'\]] )|(?<=[–—|-] )|(?<=\())"
    rf"({_MAKER}\s*(?::|…|\.\.\.|\bby\b|\bcourtesy\b)\s*\S[^\n]*?)\)?$",
    re.IGNORECASE,
)
_LONGEST_CREDIT = 400
_PARENTHESIS = re.compile(r"\(([^()\n]{2,160})\)\s*\.?$")
_AGENCY = re.compile(
    r"/|\bvia\b|\b(?:photo(?:graph)?s?|images?|picture|credit|courtesy|handout|file|pool|illustration)\b"
    r"|\b(?:AP|AFP|EPA|PA|ANP|DPA|NTB|TT|SIPA|UPI|Reuters|Getty|Shutterstock|Alamy|iStock|Unsplash|Wikimedia|Flickr)\b",
    re.IGNORECASE,
)
# "(left)", "(centre, in red)" and "(2019)" are no credits; "(File)" alone is no name either.
_POSITION = re.compile(
    r"^(?:file|left|right|cent(?:er|re)|top|bottom|above|below|back|front|\W|\d|and|in|of|the)*$", re.I
)
_TRAILING_AGENCY = re.compile(
    r"(?<=[.!?”\"’] )((?:[A-ZÀ-Þ][\w.'’-]*\s){1,4}?[A-ZÀ-Þ]?[\w.'’-]*\s?/\s?"
    r"[A-Z][\w.&'’ -]{1,50}(?:,? via [\w.&'’ -]+)?)\.?$"
)


def find_credit(caption: str) -> Span | None:
    """The credit in a caption, without brackets around it; ``None`` where there is none.

    Known forms: trailing brackets with a slash, "via" or an agency; a label ("Photograph: A/B", "Credit…A"); and a
    name, a slash and an agency after the last sentence.
    """
    text = caption.rstrip()
    start = max(0, len(text) - _LONGEST_CREDIT)  # patterns that try every beginning must not run over long texts
    text = text[start:]
    inside = _PARENTHESIS.search(text)
    if inside and _AGENCY.search(inside[1]) and not _POSITION.match(inside[1]):
        return Span(start + inside.start(1), start + inside.end(1))
    for pattern in (_LABELED, _TRAILING_AGENCY):
        found = pattern.search(text)
        if found:
            return Span(start + found.start(1), start + found.end(1))
    return None


def ends_in_credit(paragraph: str) -> bool:
    """Whether a paragraph of plain text ends as only captions do: in brackets that name a photographer and agency."""
    inside = _PARENTHESIS.search(paragraph.rstrip())
    if not inside or _POSITION.match(inside[1]):
        return False
    words = inside[1]
    return bool(
        re.search(r"^[A-ZÀ-Þ][^/()]{0,60}\s?/\s?[A-Z]", words)
        or re.search(
            r"\b(?:via [A-Z]|AP Photo|Photo:|Photo by|Photograph:|Image:|Credit:|Getty Images|File Photo)", words
        )
    )
