"""Parts of speech and dependencies of a text's words: what the rules of reading stand on.

Words here are the *units* of :mod:`onrecord.reading.tokens` (runs of letters and digits, punctuation left out).
Labels and relations are those of Universal Dependencies 2 (de Marneffe et al. 2021). A word that splits into several
units ("don't", "4,000", "co-operation") has its head in the first; the others hang on it as ``goeswith``, but for
clitics that are words of their own ("'s", "'ll", the "t" of "n't").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from onrecord.types import Span

PARTS_OF_SPEECH: Final = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "SCONJ", "SYM",
    "VERB", "X",
)  # fmt: skip
"""Universal parts of speech, but for punctuation."""

TENSES: Final = ("none", "past", "present", "past participle", "present participle", "base")
"""Form of a verb or auxiliary, after the Penn Treebank's tags (VBD; VBZ and VBP; VBN; VBG; VB); modals are "none"."""

RELATIONS: Final = (
    "root", "acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "ccomp",
    "compound", "compound:prt", "conj", "cop", "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed",
    "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj",
    "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "vocative", "xcomp",
)  # fmt: skip
"""Relations to the head; rarer subtypes are folded into their main relation."""

ROOT: Final = -1


@dataclass(frozen=True)
class Syntax:
    """What is known of the units of one text; arrays have one entry a unit, in text order.

    Attributes:
        start, end: int32[u], code points.
        pos: uint8[u], places in :data:`PARTS_OF_SPEECH`.
        tense: uint8[u], places in :data:`TENSES`.
        head: int32[u], the unit that each hangs on, or :data:`ROOT`.
        relation: uint8[u], places in :data:`RELATIONS`.
    """

    text: str
    start: npt.NDArray[np.int32]
    end: npt.NDArray[np.int32]
    pos: npt.NDArray[np.uint8]
    tense: npt.NDArray[np.uint8]
    head: npt.NDArray[np.int32]
    relation: npt.NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.start)

    @cached_property
    def _starts(self) -> list[int]:
        return self.start.tolist()  # type: ignore[no-any-return]

    @cached_property
    def _children(self) -> list[list[int]]:
        children: list[list[int]] = [[] for _ in range(len(self))]
        for unit, head in enumerate(self.head.tolist()):
            if head >= 0:
                children[head].append(unit)
        return children

    def units(self, span: Span) -> range:
        """The units that begin inside a span."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def unit_at(self, position: int) -> int | None:
        """The unit that holds a code point, if one does."""
        unit = bisect_right(self._starts, position) - 1
        return unit if unit >= 0 and position < self.end[unit] else None

    def span(self, unit: int) -> Span:
        return Span(int(self.start[unit]), int(self.end[unit]))

    def word(self, unit: int) -> str:
        """The unit's letters, lowercase."""
        return self.text[self.start[unit] : self.end[unit]].lower()

    def pos_of(self, unit: int) -> str:
        return PARTS_OF_SPEECH[self.pos[unit]]

    def tense_of(self, unit: int) -> str:
        return TENSES[self.tense[unit]]

    def relation_of(self, unit: int) -> str:
        return RELATIONS[self.relation[unit]]

    def head_of(self, unit: int) -> int | None:
        """The unit it hangs on; ``None`` for a root."""
        head = int(self.head[unit])
        return None if head < 0 else head

    def children(self, unit: int, *relations: str) -> list[int]:
        """The units that hang on one, in text order; of the given relations only, if any are given."""
        found = self._children[unit]
        return [child for child in found if self.relation_of(child) in relations] if relations else found

    def subtree(self, unit: int) -> list[int]:
        """The unit and all that hangs on it, in text order."""
        found = [unit]
        for at in found:  # grows while it is walked
            found += self._children[at]
        return sorted(found)

    def ancestors(self, unit: int) -> Iterator[int]:
        """The heads above a unit, nearest first."""
        head = self.head_of(unit)
        while head is not None:
            yield head
            head = self.head_of(head)
