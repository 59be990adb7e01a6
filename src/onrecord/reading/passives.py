"""Passive attributions: "it is confirmed through interlocutors that ...", "it is believed that ...".

The "it" of such a sentence stands for nothing and is no source; whoever is named after "by" or "through" is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.reading.drafts import Draft
from onrecord.types import Span

_PASSIVE = re.compile(
    r"(?:^|\b|['’])(?:s|is|was|are|were|been|being|be)\b(?:\s+\w+ly|\s+also|\s+now|\s+not|\s+been|\s+being)*"
    r"\s+(?:\w+ed|said|told|known|thought|understood|held|shown|seen|found|felt|feared|written|heard)\b",
    re.IGNORECASE,
)
_AGENT = re.compile(
    r"\s*(?:through|by|via)\s+(?P<source>(?:[^\s,;:.?!“”\"]+\s+){0,11}?[^\s,;:.?!“”\"]+)\s+(?P<content>that\s)",
    re.IGNORECASE,
)
_EMPTY = frozenset({"it", "there"})


def without_empty_subject(text: str, draft: Draft) -> Draft:
    """The draft without an empty "it": as source it gives way to the agent the sentence names, or to none."""
    content = tuple(span for span in draft.content if span.of(text).lower() not in _EMPTY)
    if content and len(content) < len(draft.content):
        draft = replace(draft, content=content)
    if not draft.source or draft.source[0].of(text).lower() not in _EMPTY:
        return _agent(text, draft) if not draft.source else draft
    cue = draft.cue[0]
    subject = Span(draft.source[0].start, max(cue.end, draft.source[0].end))
    if draft.source[0].end > cue.start or not _PASSIVE.search(subject.of(text)):
        return draft
    if not _clause(text, draft):
        return draft
    return _agent(text, replace(draft, source=()))


def _clause(text: str, draft: Draft) -> bool:
    """Whether the content is a that-clause (an agent may stand before it): then "it" points to that clause."""
    first = draft.content[0].of(text)
    return first.lower().startswith("that ") or bool(_AGENT.match(first))


def _agent(text: str, draft: Draft) -> Draft:
    """Take the agent out of the front of the content, or from between cue and content."""
    first = draft.content[0]
    cue = draft.cue[0]
    if not _PASSIVE.search(text[max(0, cue.start - 12) : cue.end]) or first.start < cue.end:
        return draft
    match = _AGENT.match(text, cue.end, first.end)
    if match is None or match.start("content") > first.end - 5:
        return draft
    source = Span(match.start("source"), match.end("source"))
    clause = Span(match.start("content"), first.end)
    return replace(draft, source=(source,), content=(clause, *draft.content[1:]))
