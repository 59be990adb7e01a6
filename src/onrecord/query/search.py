"""Search: passages that hold words or phrases."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from onrecord.ledger import codes
from onrecord.query.answers import Hit, Page
from onrecord.query.paging import parse_token, token
from onrecord.query.streams import ALWAYS, Candidate, Period, holding_words, walk
from onrecord.query.terms import Matcher, parse_terms
from onrecord.query.view import Loaded, View
from onrecord.types import BlockKind, Span

AROUND = 300
"""Letters of a passage that are shown on either side of the first match, where it is longer."""


def search(
    view: View,
    query: str,
    *,
    period: Period = ALWAYS,
    limit: int = 20,
    after: str | None = None,
) -> Page[Hit]:
    """Passages of documents that hold all the words of a search, newest documents first.

    A document's passages that hold all of them come alone; where no passage does, those that hold any.

    Raises:
        BadInput: there is no word in the search, or the token is malformed.
    """
    start = parse_token(after, 2)
    terms = parse_terms(query)
    stream = holding_words(view, terms, period, None if start is None else start[0])
    produce = partial(_hits, matcher=Matcher(terms))
    items: list[Hit] = []
    last = (0, 0)
    for place, (number, hit) in walk(view, stream, produce, bare=True):
        if start is not None and place == start[0] and number <= start[1]:
            continue
        if len(items) == limit:
            return Page(tuple(items), token(*last))
        items.append(hit)
        last = (place, number)
    return Page(tuple(items))


def _hits(loaded: Loaded, _: Candidate, *, matcher: Matcher) -> Iterator[tuple[int, Hit]]:
    furniture = codes.BLOCKS.number(BlockKind.FURNITURE)
    blocks = [block for block in loaded.blocks if block["kind"] != furniture]
    whole = [block for block in blocks if matcher.holds(loaded.text[block["start"] : block["stop"]])]
    row = loaded.row
    for block in whole or blocks:
        span = Span(block["start"], block["stop"])
        matches = matcher.spans(span.of(loaded.text), span.start)
        if matches:
            yield block["number"], Hit(
                loaded.id, row["title"], row["publisher_name"], row["address"], row["published"],
                codes.BLOCKS.member(block["kind"]), span, _around(loaded.text, span, matches[0]), matches,
            )  # fmt: skip


def _around(text: str, span: Span, match: Span) -> str:
    """The words of a passage, or of its part around a match."""
    if len(span) <= 2 * AROUND:
        return " ".join(span.of(text).split())
    start, end = max(span.start, match.start - AROUND), min(span.end, match.end + AROUND)
    words = " ".join(text[start:end].split())
    return f"{'... ' if start > span.start else ''}{words}{' ...' if end < span.end else ''}"
