"""The head word of a phrase, told by its words alone, so that gold need not mark it and no parser decides a score."""

from __future__ import annotations

import re

from onrecord.types import Span

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
_ENDS_A_CORE = frozenset(
    "of in on at by for from to with without between among against over under about into near through during after "
    "before since who whom whose which that where when and or but".split()
)
"""After the head of a noun phrase begins what hangs on it, with one of these or a comma."""
_PARTICLES = frozenset(
    "up down out off on in over away back apart along ahead around through together forward".split()
)


def head_of_phrase(text: str, span: Span) -> int:
    """Where the head of a noun phrase begins: its last word before a preposition, a relative pronoun or a comma."""
    words = list(_WORD.finditer(text, span.start, span.end))
    head = words[0] if words else None
    for word, after in zip(words, [*words[1:], None], strict=True):
        head = word
        if after is None or after.group().lower() in _ENDS_A_CORE or "," in text[word.end() : after.start()]:
            break
    return head.start() if head else span.start


def head_of_predicate(text: str, span: Span) -> int:
    """Where the head of a predicate begins: its last word, particles left out."""
    words = list(_WORD.finditer(text, span.start, span.end))
    while len(words) > 1 and words[-1].group().lower() in _PARTICLES:
        words.pop()
    return words[-1].start() if words else span.start
