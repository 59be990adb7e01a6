"""Sentences parsed by hand, so that a test of a rule needs no model."""

from __future__ import annotations

import numpy as np

from onrecord.reading.clauses import clauses
from onrecord.reading.labels import MENTION_TYPES
from onrecord.reading.layers import Layered
from onrecord.reading.name_runs import Name
from onrecord.reading.syntax import PARTS_OF_SPEECH, RELATIONS, ROOT, TENSES, Syntax
from onrecord.types import Span


def syntax(text: str, rows: str) -> Syntax:
    """A parse, one unit a row: word, part of speech, the number of its head (0 for a root), relation, and tense."""
    starts, ends, pos, tense, head, relation = [], [], [], [], [], []
    at = 0
    for row in rows.strip().splitlines():
        word, part, above, name, *form = row.split()
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
        ends.append(at)
        pos.append(PARTS_OF_SPEECH.index(part))
        head.append(int(above) - 1 if int(above) else ROOT)
        relation.append(RELATIONS.index(name))
        tense.append(TENSES.index(" ".join(form)) if form else 0)
    small = [np.asarray(values, np.uint8) for values in (pos, tense)]
    return Syntax(
        text, np.asarray(starts, np.int32), np.asarray(ends, np.int32), *small, np.asarray(head, np.int32),
        np.asarray(relation, np.uint8),
    )  # fmt: skip


def layered(parsed: Syntax, sentences: list[tuple[int, int]] | None = None, names: list[Name] | None = None) -> Layered:
    """A passage of which nothing else is known: every noun is a person as likely as not."""
    count = len(parsed)
    kinds = np.full((count, 1 + len(MENTION_TYPES)), np.log(1 / (1 + len(MENTION_TYPES))), np.float32)
    kinds[:, 1] = np.log(0.5)
    none = np.zeros(count, np.float32)
    empty = np.zeros((count, 96), np.float32)
    return Layered(parsed, sentences or [(0, count)], names or [], none, kinds, none, empty, empty, none)


def said(text: str, rows: str, *content: str) -> list[str]:
    """The words of each clause of a content."""
    parsed = syntax(text, rows)
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in content]
    found = clauses(layered(parsed), spans)
    return [" ".join(text[parsed.start[unit] : parsed.end[unit]] for unit in clause.units) for clause in found]
