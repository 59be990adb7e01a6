"""Several who speak together ("Smith and Jones said"): a mention that holds nothing but names and what joins them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.types import Mention, MentionForm, Span

_JOIN = re.compile(r"\s*(?:,\s*)?(?:(?:and|&|along with|together with|,)\s*)(?:the\s+)?", re.IGNORECASE)


def parts(text: str, mentions: Sequence[Mention], starts: Sequence[int], span: Span) -> tuple[int, ...]:
    """Places of the names that a span joins; none where it holds other words, or fewer than two names.

    Args:
        mentions: in text order.
        starts: where each of them begins.
    """
    found: list[int] = []
    end = span.start
    for at in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
        mention = mentions[at]
        if mention.form is not MentionForm.NAME or not span.contains(mention.span) or mention.span.start < end:
            continue
        between = text[end : mention.span.start]
        if (found and not _JOIN.fullmatch(between)) or (not found and between.strip()):
            return ()
        found.append(at)
        end = mention.span.end
    return tuple(found) if len(found) > 1 and not text[end : span.end].strip(" ,") else ()
