"""Selection: which segments of a page are its article, and what kind of block each is.

Trafilatura judges what the main text is; the text itself is taken from the page by our own walk, so that every word,
quotation and order is the page's. What trafilatura drops inside the article's container is put back where it is a
quotation, a caption, a subheading, a byline or a paragraph among kept paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.intake.captions import ends_in_credit
from onrecord.intake.furniture import ends_sentence, is_byline, is_date_line, is_furniture
from onrecord.intake.segments import HEADINGS, Segment
from onrecord.types import BlockKind

_WORD = re.compile(r"\w+")
_SHINGLE = 4
# A segment is kept where most of its four-word stretches are in what trafilatura gave; the rest allows for links and
# markup inside it that trafilatura left out.
_SHARED = 0.6
_QUOTATION = re.compile(r"[“”„«»\"]|(?:^|\s)[‘'](?=\w)")
_OUTSIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?(?!ary)|disqus|related|recirc\w*|sidebar|newsletters?|promo(?:tion)?s?|share|sharing|sharebar|social|cookies?|consent"
    r"|gdpr|sign-?up|subscri\w*|membership|paywall|trending|most-?(?:read|popular)|popular|recommend\w*|read-?(?:next|more)|more-?(?:stories|news|from)"
    r"|advert\w*|ads?(?:-slot|-container)?|sponsor\w*|breadcrumbs?|nav(?:bar|igation)?|menu|foot(?:er)?|masthead|topbar|toolbar|tools|tags|bio|author-?(?:bio|box|info|card)"
    r"|also|outbrain|taboola|weather|cite-?box|citebox|widget|banner|skip)(?:$|[\s_-])",
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


def is_outside(segment: Segment, depth: int) -> bool:
    """Whether one of the elements between the container (at ``depth`` from the root) and the segment is no article.

    Pull quotes are often in an ``aside``; they are let through by their own names or by being a block quotation.
    """
    inner = segment.path[: len(segment.path) - depth]
    for tag, names in inner:
        if _PULL_QUOTE.search(names) or tag == "blockquote":
            return False
        if tag in _OUTSIDE_TAGS or (tag == "footer" and not segment.quoted) or _OUTSIDE.search(names):
            return True
    return False


def is_linked_away(segment: Segment) -> bool:
    """A segment that is almost only links: a teaser of another article, unless it is a long paragraph."""
    return segment.links > _LINKED and segment.form not in {"caption", "h1"}


def has_quotation(segment: Segment) -> bool:
    return segment.quoted or bool(_QUOTATION.search(segment.text))


def is_pull_quote(segment: Segment) -> bool:
    """A quotation set apart: in a block quotation, or in an element named so."""
    return (segment.quoted and segment.within(frozenset({"blockquote"}))) or any(
        _PULL_QUOTE.search(names) for _, names in segment.path[:3]
    )


def is_deck(segment: Segment) -> bool:
    """A line under the headline that says more, by its name."""
    return any(_DECK_NAMES.search(names) for _, names in segment.path[:2])


def looks_like_byline(segment: Segment) -> bool:
    """By its words, or by its name where it is short and no sentence."""
    text = segment.text
    if is_byline(text):
        return True
    named = any(_BYLINE_NAMES.search(names) for _, names in segment.path[:2]) or segment.form == "address"
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
    if len(text) <= _LONGEST_CREDIT and _REPORTING_CREDIT.search(text):
        return BlockKind.CREDIT
    if above and looks_like_byline(segment):
        return BlockKind.BYLINE
    if is_furniture(text):
        return BlockKind.FURNITURE
    if segment.form in HEADINGS:
        return BlockKind.SUBHEADING
    return BlockKind.PARAGRAPH
