"""From a corpus's own tokens to units: parts of speech, dependencies, entity types and coreference.

A token's labels stand on its first unit; its further units hang on that one as ``goeswith``. Punctuation and other
tokens without a unit are left out, and what hangs on them hangs on their nearest ancestor that has one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.reading.labels import MENTION_TYPES
from onrecord.reading.syntax import PARTS_OF_SPEECH, RELATIONS, TENSES
from onrecord.reading.tokens import Tokens
from training.features import IGNORED, UNASKED, Example

_TENSE = {"VBD": "past", "VBZ": "present", "VBP": "present", "VBN": "past participle", "VBG": "present participle",
          "VB": "base"}  # fmt: skip
_FOLDED = {"nsubj:outer": "nsubj", "csubj:outer": "csubj", "csubj:pass": "csubj", "cc:preconj": "cc",
           "det:predet": "det", "advcl:relcl": "advcl", "reparandum": "dep"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """One token.

    Attributes:
        head: place of its head in the document's list, or -1 for a root.
        tag: part of speech of the Penn Treebank.
    """

    start: int
    end: int
    head: int
    relation: str
    pos: str
    tag: str


@dataclass(frozen=True, slots=True)
class Reference:
    """One annotated mention: the places of its first, last and head word, what it may be, and its cluster."""

    first: int
    last: int
    head: int
    types: tuple[str, ...]
    """Mention types; empty for what is none of ours (an abstraction, a time)."""
    cluster: int


def first_units(tokens: Tokens, words: Sequence[Word]) -> tuple[np.ndarray, np.ndarray]:
    """The first unit of each word (-1 for none), and the word of each unit (-1 for none)."""
    middles = (tokens.unit_start + tokens.unit_end - 1) / 2
    starts = np.asarray([word.start for word in words])
    ends = np.asarray([word.end for word in words])
    places = np.searchsorted(starts, middles, side="right") - 1
    inside = (places >= 0) & (middles < ends[np.maximum(places, 0)])
    word_of = np.where(inside, places, -1)
    unit_of = np.full(len(words), -1)
    for unit in range(tokens.units - 1, -1, -1):
        if word_of[unit] >= 0:
            unit_of[word_of[unit]] = unit
    return unit_of, word_of


def with_syntax(example: Example, words: Sequence[Word]) -> Example:
    """The example with parts of speech, tenses, heads and relations."""
    tokens = example.tokens
    unit_of, word_of = first_units(tokens, words)
    pos, tense, heads, relations = (np.full(tokens.units, IGNORED, np.int64) for _ in range(4))
    for unit in range(tokens.units):
        place = int(word_of[unit])
        if place < 0:
            continue
        word, first = words[place], int(unit_of[place])
        pos[unit] = PARTS_OF_SPEECH.index(word.pos if word.pos in PARTS_OF_SPEECH else "X")
        tense[unit] = TENSES.index(_TENSE.get(word.tag, "none"))
        if first != unit:
            heads[unit], relations[unit] = first, RELATIONS.index("goeswith")
            continue
        above = word.head
        while above >= 0 and unit_of[above] < 0:
            above = words[above].head
        heads[unit] = unit if above < 0 else unit_of[above]
        relations[unit] = RELATIONS.index("root" if above < 0 else folded(word.relation))
    return replace(example, pos=pos, tense=tense, heads=heads, relations=relations)


def with_references(
    example: Example, words: Sequence[Word], references: Sequence[Reference], others: bool
) -> Example:
    """The example with entity types and coreference on the heads of mentions.

    Args:
        others: whether every other noun and pronoun is known to refer back to nothing, as in a corpus that marks all
            mentions; otherwise they may be referred to and are asked nothing.
    """
    tokens = example.tokens
    unit_of, _ = first_units(tokens, words)
    kinds = np.ones((tokens.units, 1 + len(MENTION_TYPES)), bool)
    clusters = np.full(tokens.units, IGNORED, np.int64)
    if others:
        kinds[:, 1:] = False
    for place, word in enumerate(words):
        if word.pos in {"NOUN", "PROPN", "PRON"} and unit_of[place] >= 0:
            clusters[unit_of[place]] = 0 if others else UNASKED
    for reference in references:
        unit = unit_of[reference.head]
        if unit < 0:
            continue
        clusters[unit] = reference.cluster + 1
        if others:
            kinds[unit] = False
            kinds[unit, 0] = not reference.types
            for kind in reference.types:
                kinds[unit, 1 + MENTION_TYPES.index(kind)] = True
    return replace(example, kinds=kinds if others else None, clusters=clusters)


def folded(relation: str) -> str:
    """A relation of Universal Dependencies as one that is learned."""
    relation = _FOLDED.get(relation, relation)
    if relation in RELATIONS:
        return relation
    main = relation.partition(":")[0]
    return main if main in RELATIONS else "dep"
