"""Sentences with their attribution and statements marked by hand, so that a test needs no model.

``<source> {cue} [statement]``; inside a statement ``*predicate*`` and ``_subject_``. What stands in no brackets belongs
to nobody; a sentence without a cue is the author's.
"""

from __future__ import annotations

from onrecord.reading.labeling import AttributionLabels, Clause, Frame, label
from onrecord.reading.lexicon import Lexicon, TextWords
from onrecord.types import Roles, SourceKind, Span

LEXICON = Lexicon.load()

_BRACKETS = {"<": ">", "{": "}", "[": "]", "*": "*", "_": "_"}


def parse(marked: str) -> tuple[str, dict[str, list[Span]]]:
    """The sentence without its marks, and the spans that they mark."""
    text = ""
    opened: dict[str, int] = {}
    found: dict[str, list[Span]] = {mark: [] for mark in _BRACKETS}
    closing = {close: mark for mark, close in _BRACKETS.items()}
    for sign in marked:
        if sign in closing and closing[sign] in opened:
            found[closing[sign]].append(Span(opened.pop(closing[sign]), len(text)))
        elif sign in _BRACKETS:
            opened[sign] = len(text)
        else:
            text += sign
    assert not opened, marked
    return text, found


def labels(marked: str, kind: SourceKind | None = None, *, headline: bool = False) -> AttributionLabels:
    """The labels of a marked sentence."""
    text, found = parse(marked)

    def inside(mark: str, statement: Span) -> Span | None:
        return next((span for span in found[mark] if statement.contains(span)), None)

    clauses = [
        Clause((span,), Roles(inside("_", span), inside("*", span)), headline=headline) for span in found["["]
    ]
    direct = bool(found["["]) and text[found["["][0].start - 1 : found["["][0].start] == "“"
    frame = Frame(tuple(found["<"]), tuple(found["{"]), tuple(found["["]), kind, direct)
    return label(TextWords(text), None, LEXICON, frame, clauses)


def words(marked: str, spans: tuple[Span, ...]) -> list[str]:
    """What spans of a marked sentence say."""
    text, _ = parse(marked)
    return [span.of(text) for span in spans]
