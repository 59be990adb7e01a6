"""Markup to a tree of elements, within bounds that keep the time and memory of all later steps small."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element
from lxml.html import HTMLParser, document_fromstring

from onrecord.errors import BadInput
from onrecord.intake.clean import visible
from onrecord.settings import IntakeLimits

REMEDY = "Save the article's text as a plain text file and give that."
"""What to do about a page that cannot be read."""

# libxml2 itself stops at 256 levels and drops what is deeper, so a page that reaches this is cut; pages of newspapers
# are 15 to 40 deep.
_DEEPEST = 250
# Pages of newspapers have 500 to 5,000 elements; the largest single page of a law we know of has about 150,000.
_MOST_ELEMENTS = 200_000
# Looking at what is around each element takes as many steps as these two multiplied; ten times an ordinary page.
_MOST_STEPS = 4_000_000
# Trafilatura's time grows with the square of the elements side by side: five seconds at this number, two minutes at
# four times as many (measured, 2.3.1).
_MOST_CHILDREN = 20_000
# Trafilatura needs about two seconds for each megabyte of markup (measured).
_LONGEST_MARKUP = 4_000_000
# libxml2's time grows with the square of the attributes of one element; a tag this long with so many spaces has
# thousands of them, while long tags of real pages are images written out in one attribute.
_LONG_TAG = re.compile(r"<[a-z][^<>]{20000,}", re.IGNORECASE)
_MOST_ATTRIBUTES = 2_000

_SCRIPT = re.compile(r"<(script|style|svg|noscript)\b(?![^<>]{0,200}ld\+json)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def parse(source: str, text: str, limits: IntakeLimits) -> _Element:
    """The root of a page.

    Raises:
        BadInput: the markup is too long, too deep, too crowded, or no markup at all.
    """
    text = _shortened(source, text, limits)
    try:
        markup = visible(_DECLARATION.sub("", text)).encode("utf-8", errors="replace")
        root: _Element = document_fromstring(markup, parser=HTMLParser(encoding="utf-8", huge_tree=False))
    except (etree.LxmlError, ValueError) as error:
        raise BadInput(f"{source} has no article text (it cannot be parsed as a page).", REMEDY) from error
    _check_shape(source, root)
    return root


def _shortened(source: str, text: str, limits: IntakeLimits) -> str:
    """The markup, without its scripts where it is long."""
    longest = min(_LONGEST_MARKUP, 4 * limits.characters)
    if len(text) > longest:
        text = _without_scripts(text)
    if len(text) > longest:
        raise BadInput(f"{source} has {len(text):,} characters of markup; the limit is {longest:,}.", REMEDY)
    for tag in _LONG_TAG.finditer(text):
        if len(tag[0].split()) > _MOST_ATTRIBUTES:
            raise BadInput(f"{source} has an element with more than {_MOST_ATTRIBUTES:,} attributes.", REMEDY)
    return text


def _without_scripts(text: str) -> str:
    """Text without scripts and drawings, in one pass: an unclosed one must not be searched for again and again."""
    lower = text.lower() if len(text.lower()) == len(text) else text
    parts: list[str] = []
    never_closed: set[str] = set()
    at = 0
    for opening in _SCRIPT.finditer(text):
        tag = opening[1].lower()
        if opening.start() < at or tag in never_closed:
            continue
        close = lower.find(f"</{tag}", opening.end())
        if close < 0:
            never_closed.add(tag)
            continue
        parts.append(text[at : opening.start()])
        at = close
    return "".join([*parts, text[at:]])


def _check_shape(source: str, root: _Element) -> None:
    depth, count, children = _measure(root)
    if depth >= _DEEPEST:
        raise BadInput(f"{source} has markup nested {depth} or more levels deep; the limit is {_DEEPEST}.", REMEDY)
    if count > _MOST_ELEMENTS:
        raise BadInput(f"{source} has {count:,} elements; the limit is {_MOST_ELEMENTS:,}.", REMEDY)
    if depth * count > _MOST_STEPS:
        raise BadInput(f"{source} has {count:,} elements nested up to {depth} deep, which is too much.", REMEDY)
    if children > _MOST_CHILDREN:
        raise BadInput(f"{source} has {children:,} elements side by side; the limit is {_MOST_CHILDREN:,}.", REMEDY)


def _measure(root: _Element) -> tuple[int, int, int]:
    """How deep a tree is, how many elements it has, and how many stand side by side at most; without recursion."""
    depth = deepest = count = widest = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            depth += 1
            count += 1
            deepest = max(deepest, depth)
            widest = max(widest, len(element))
        else:
            depth -= 1
    return deepest, count, widest
