"""Selection: which segments of a page are its article, and what kind of block each is.

Trafilatura judges what the main text is; the text itself is taken from the page by our own walk, so that every word,
quotation and order is the page's. What trafilatura drops inside the article's container is put back where it is a
quotation, a caption, a subheading, a byline or a paragraph among kept paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lxml.etree import _Element

from onrecord.intake.captions import ends_in_credit
from onrecord.intake.furniture import ends_sentence, is_byline, is_date_line, is_furniture
from onrecord.intake.segments import CREDIT_NAMES, HEADINGS, Segment, names_of, tag_of
from onrecord.types import BlockKind

_WORD = re.compile(r"\w+")
_SHINGLE = 4
# A segment is kept where most of its four-word stretches are in what trafilatura gave; the rest allows for links and
# markup inside it that trafilatura left out.
_SHARED = 0.6
_QUOTATION = re.compile(r"[“”„«»\"]|(?:^|\s)[‘'](?=\w)")
_NO_ARTICLE = re.compile(
    r"(?:^|[\s_-])(?:comments?(?!ary)|disqus|related|recirc\w*|newsletters?|promo(?:tion)?s?|cookies?|consent|gdpr|sign-?up"
    r"|membership|trending|most-?(?:read|popular)|recommend\w*|read-?(?:next|more)|more-?(?:stories|news|from)|breadcrumbs?"
    r"|nav(?:bar|igation)?|foot(?:er)?|masthead|topbar|bio|author-?(?:bio|box|info|card)|outbrain|taboola|weather"
    r"|cite-?box|skip)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Names that elements around paragraphs of the article bear too ("subscriber-content"): they decide only about what
# trafilatura did not keep.
_PERHAPS_NO_ARTICLE = re.compile(
    r"(?:^|[\s_-])(?:sidebar|shar(?:e|ing|ebar)|social|subscri\w*|paywall|popular|advert\w*|ads?|sponsor\w*|menu|tools?|toolbar"
    r"|tags|also|widget|banner|aside)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OUTSIDE_TAGS = frozenset({"nav", "aside"})
_PULL_QUOTE = re.compile(
    r"(?:^|[\s_-])(?:pull(?:ed)?-?quote|pull|quote|blockquote|callout-quote)(?:$|[\s_-])", re.IGNORECASE
)
_BYLINE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:by-?line|by|author|authors|credit-line|writer|contributor)(?:$|[\s_-])", re.IGNORECASE
)
_DECK_NAMES = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|summary|sub-?title|sub-?head(?:line|ing)?|lede?|excerpt|strap(?:line)?|intro|description|abstract)(?:$|[\s_-])",
    re.IGNORECASE,
)
_REPORTING_CREDIT = re.compile(
    r"^\(?(?:(?:additional |further )?(?:reporting|writing|editing|compiled|research) by\b"
    r"|with (?:assistance|reporting|files) (?:from|by)\b"
    r"|with (?:the )?(?:AP|AFP|Reuters)\b)|\bcontributed (?:to this (?:report|story|article)|reporting)\b",
    re.IGNORECASE,
)
_LONGEST_CREDIT = 300
_LINKED = 0.7
_MOST = 0.8


def main_text_shingles(main_text: str) -> tuple[frozenset[tuple[str, ...]], Counter[str]]:
    """Four-word stretches of the main text, and its short lines, for `in_main_text`."""
    stretches: set[tuple[str, ...]] = set()
    lines: Counter[str] = Counter()
    for line in main_text.split("\n"):
        words = _words(line)
        lines[" ".join(words)] += 1
        stretches.update(_stretches(words))
    return frozenset(stretches), lines


def in_main_text(segment: Segment, stretches: frozenset[tuple[str, ...]], lines: Counter[str]) -> bool:
    """Whether trafilatura took a segment for main text."""
    words = _words(segment.text)
    own = _stretches(words)
    if len(own) >= 3:
        return sum(stretch in stretches for stretch in own) >= _SHARED * len(own)
    if lines[" ".join(words)] > 0:
        return True
    return (
        len(own) > 0
        and segment.form not in HEADINGS
        and all(stretch in stretches for stretch in own)
        and len(words) >= 5
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _stretches(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]


def nearest_common_ancestor(paragraphs: Sequence[Segment]) -> _Element:
    """The innermost element around all of these segments."""
    shared = [*reversed(list(paragraphs[0].element.iterancestors()))] or [paragraphs[0].element]
    for segment in paragraphs[1:]:
        around = set(segment.element.iterancestors())
        while len(shared) > 1 and shared[-1] not in around:
            shared.pop()
    return shared[-1]


def container_of(paragraphs: Sequence[Segment]) -> _Element:
    """The innermost element that holds most of the text of these segments: the article, without stray paragraphs."""
    weights: Counter[_Element] = Counter()
    for segment in paragraphs:
        for ancestor in segment.element.iterancestors():
            weights[ancestor] += len(segment.text)
    enough = _MOST * sum(len(segment.text) for segment in paragraphs)
    holding = [element for element, weight in weights.items() if weight >= enough]
    return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()), default=paragraphs[0].element)


def is_outside(segment: Segment, whole: _Element, *, kept: bool) -> bool:
    """Whether an element between ``whole`` and the segment shows by its name that it is no part of the article.

    Pull quotes are often in an ``aside``; they are let through by their own names or by being a block quotation.
    """
    for element in segment.around():
        if element is whole:
            return False
        tag, names = tag_of(element), names_of(element)
        if _PULL_QUOTE.search(names) or tag == "blockquote":
            return False
        if tag in _OUTSIDE_TAGS or (tag == "footer" and not segment.quoted) or _NO_ARTICLE.search(names):
            return True
        if not (kept and ends_sentence(segment.text)) and _PERHAPS_NO_ARTICLE.search(names):
            return True
    return False


def is_linked_away(segment: Segment) -> bool:
    """A segment that is almost only links: a teaser of another article, unless it is a long paragraph."""
    return segment.links > _LINKED and segment.form not in {"caption", "h1"}


def has_quotation(segment: Segment) -> bool:
    return segment.quoted or bool(_QUOTATION.search(segment.text))


def is_pull_quote(segment: Segment) -> bool:
    """A quotation set apart: in a block quotation, or in an element named so."""
    return (segment.quoted and segment.within(frozenset({"blockquote"}))) or segment.is_named(_PULL_QUOTE, levels=3)


def is_picture_credit(segment: Segment) -> bool:
    """A credit in a figure, outside its caption."""
    named = segment.is_named(CREDIT_NAMES, levels=2)
    return named and segment.within(frozenset({"figure", "picture"})) and len(segment.text) <= _LONGEST_CREDIT


def is_deck(segment: Segment) -> bool:
    """A line under the headline that says more, by its name."""
    return segment.is_named(_DECK_NAMES, levels=2)


def looks_like_byline(segment: Segment) -> bool:
    """By its words, or by its name where it is short and no sentence."""
    text = segment.text
    if is_byline(text):
        return True
    named = segment.is_named(_BYLINE_NAMES, levels=2) or segment.form == "address"
    return (
        named
        and len(text) <= 120
        and not ends_sentence(text)
        and not is_date_line(text)
        and any(c.isupper() for c in text)
    )


def kind_of(segment: Segment, *, above: bool) -> BlockKind:
    """The kind of a selected segment that is not the headline.

    Args:
        segment: any but the headline's.
        above: whether it stands above the first paragraph, where bylines and decks are.
    """
    text = segment.text
    if segment.form == "caption" or ends_in_credit(text):
        return BlockKind.CAPTION
    if segment.form in {"list", "table"}:
        return BlockKind.LIST if segment.form == "list" else BlockKind.TABLE
    if is_pull_quote(segment):
        return BlockKind.QUOTE
    if is_picture_credit(segment):
        return BlockKind.CREDIT
    if len(text) <= _LONGEST_CREDIT and _REPORTING_CREDIT.search(text):
        return BlockKind.CREDIT
    if above and looks_like_byline(segment):
        return BlockKind.BYLINE
    if is_furniture(text):
        return BlockKind.FURNITURE
    if segment.form in HEADINGS:
        return BlockKind.SUBHEADING
    return BlockKind.PARAGRAPH
