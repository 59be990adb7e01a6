"""The author's voice: sentences, and parts of sentences, that the article states itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.reading.sentences import split
from onrecord.types import Block, BlockKind, Span

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_VERBAL = re.compile(
    r"\b(?:is|are|was|were|be|been|being|am|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should"
    r"|[a-z]{3,}(?:ed|ing)|became|began|came|fell|found|gave|went|grew|held|kept|knew|led|left|lost|made|met|paid|ran"
    r"|rose|sat|saw|sent|set|stood|took|won|wrote|killed|hit|says?|said|told)\b"
)
_LEADS_ON = re.compile(r"\b(?:is|are|was|were|be|been|that|to|of|and|but|as|by|with|from)$", re.IGNORECASE)
"""A rest that ends so leads on to the attribution after it ("Most troubling is | the report's claim")."""
_VOICED = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.SUBHEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST,
        BlockKind.CAPTION,
        BlockKind.FOOTNOTE,
    }
)
LEAST_WORDS = 4
"""A rest of a sentence with fewer words ("on Monday", "at a rally") states nothing of its own."""


def voice(text: str, blocks: Sequence[Block], taken: Sequence[Span], quoted: Sequence[Span]) -> Iterator[Span]:
    """Stretches of the author's voice, at most one a sentence and clause, in text order.

    Args:
        taken: sources, cues and contents of all explicit attributions.
        quoted: stretches inside quotation marks; a sentence wholly inside is somebody's words, not the author's.
    """
    ordered = sorted(taken)
    starts = [span.start for span in ordered]
    longest = max((len(span) for span in ordered), default=0)
    for block in blocks:
        if block.kind not in _VOICED:
            continue
        for sentence in split(text, block.span):
            low = bisect_left(starts, sentence.start - longest)
            high = bisect_left(starts, sentence.end)
            inside = [span for span in ordered[low:high] if span.overlaps(sentence)]
            if block.credit is not None and sentence.overlaps(block.credit):
                inside = sorted([*inside, block.credit])
            if not inside:
                if _WORD.search(sentence.of(text)) and not any(span.contains(_core(text, sentence)) for span in quoted):
                    yield sentence
                continue
            for rest in _rests(text, sentence, inside):
                words = rest.of(text)
                states = _VERBAL.search(words) and not _LEADS_ON.search(words)
                if states and len(_WORD.findall(words)) >= LEAST_WORDS:
                    yield rest


def _core(text: str, span: Span) -> Span:
    """A sentence without the marks around it."""
    words = list(_WORD.finditer(text, span.start, span.end))
    return Span(words[0].start(), words[-1].end()) if words else span


def _rests(text: str, sentence: Span, inside: Sequence[Span]) -> Iterator[Span]:
    """What of a sentence stands outside ``inside`` (sorted), trimmed to words."""
    at = sentence.start
    for span in (*inside, Span(sentence.end, sentence.end + 1)):
        if span.start > at:
            words = list(_WORD.finditer(text, at, span.start))
            if words:
                yield Span(words[0].start(), words[-1].end())
        at = max(at, min(span.end, sentence.end))
