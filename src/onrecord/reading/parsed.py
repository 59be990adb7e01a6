"""A passage's syntax as plain lists: what rules that walk from word to word look at, fast and without arrays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from onrecord.reading.layers import Layered
from onrecord.reading.syntax import PARTS_OF_SPEECH, RELATIONS, TENSES, Syntax
from onrecord.types import Span

Run = tuple[int, int]
"""First and last unit, inclusive."""

NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBS: Final = frozenset({"VERB", "AUX"})
_PART_OF_PHRASE: Final = frozenset(
    "det amod nummod compound flat fixed goeswith nmod nmod:poss nmod:desc nmod:unmarked case advmod".split()
)
_CURRENCY: Final = "$£€¥₹"
_CLOSING: Final = "%"


@dataclass(frozen=True)
class Parsed:
    """The units of one passage; all lists have one entry a unit.

    Attributes:
        words: lower case, as written.
        head: the unit it hangs on, or -1.
        sentence: the number of its sentence, or -1 outside of all.
        bounds: first unit of each sentence and the one after its last.
    """

    text: str
    layered: Layered
    words: list[str]
    start: list[int]
    end: list[int]
    pos: list[str]
    tense: list[str]
    head: list[int]
    relation: list[str]
    bounds: list[tuple[int, int]]

    @classmethod
    def of(cls, text: str, layered: Layered) -> Parsed:
        """The view of one passage of ``text``."""
        syntax = layered.syntax
        start, end = syntax.start.tolist(), syntax.end.tolist()
        return cls(
            text=text,
            layered=layered,
            words=[text[a:b].lower() for a, b in zip(start, end, strict=True)],
            start=start,
            end=end,
            pos=[PARTS_OF_SPEECH[place] for place in syntax.pos.tolist()],
            tense=[TENSES[place] for place in syntax.tense.tolist()],
            head=syntax.head.tolist(),
            relation=[RELATIONS[place] for place in syntax.relation.tolist()],
            bounds=list(layered.sentences),
        )

    def __len__(self) -> int:
        return len(self.words)

    @property
    def syntax(self) -> Syntax:
        return self.layered.syntax

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The units of each word."""
        places: dict[str, list[int]] = {}
        for unit, word in enumerate(self.words):
            places.setdefault(word, []).append(unit)
        return places

    def where(self, test: Callable[[str], object]) -> list[int]:
        """The units whose words pass a test, in text order; each different word is tested once."""
        return sorted(unit for word, units in self.places.items() if test(word) for unit in units)

    def among(self, words: Collection[str]) -> list[int]:
        """The units of some words, in text order."""
        return sorted(unit for word in words if word in self.places for unit in self.places[word])

    @cached_property
    def _firsts(self) -> list[int]:
        return [first for first, _ in self.bounds]

    def sentence(self, unit: int) -> tuple[int, int]:
        """The sentence of a unit: its first unit and the one after its last, as far as anybody reads back and on."""
        place = bisect_right(self._firsts, unit) - 1
        if place < 0:
            return unit, unit + 1
        first, end = self.bounds[place]
        return max(first, unit - _FURTHEST), min(end, unit + _FURTHEST)

    def gap(self, unit: int) -> str:
        """What stands between a unit and the one before it."""
        return self.text[self.end[unit - 1] : self.start[unit]] if unit > 0 else ""

    def parted(self, unit: int) -> bool:
        """Whether a comma, semicolon, colon, dash or bracket stands before a unit."""
        return any(mark in ",;:()–—" for mark in self.gap(unit)) or " - " in self.gap(unit)

    def children(self, unit: int, *relations: str) -> list[int]:
        """The units that hang on one, in text order; of the given relations only, if any are given."""
        return self.syntax.children(unit, *relations)

    def ancestors(self, unit: int) -> Iterator[int]:
        """The heads above a unit, nearest first."""
        at = self.head[unit]
        while at >= 0:
            yield at
            at = self.head[at]

    def span(self, run: Run) -> Span:
        """The words of a run, with a currency sign before or a per-cent sign after."""
        start, end = self.start[run[0]], self.end[run[1]]
        if start > 0 and self.text[start - 1] in _CURRENCY:
            start -= 1
        if end < len(self.text) and self.text[end] in _CLOSING:
            end += 1
        return Span(start, end)

    def phrase(self, unit: int, low: int = 0, high: int | None = None) -> Run:
        """The noun phrase around a head, without what only follows it; cut to ``low`` up to ``high`` (exclusive)."""
        first = last = unit
        for child in self.children(unit):
            if self.relation[child] not in _PART_OF_PHRASE:
                continue
            if self.relation[child] in ("case", "advmod") and (child < unit or self.relation[child] == "advmod"):
                continue
            below = self.syntax.subtree(child)
            first, last = min(first, below[0]), max(last, below[-1])
        names = [child for child in self.children(unit, "appos") if self.pos[child] == "PROPN"]
        if names:
            last = max(last, self.phrase(names[0])[1])
        joined = self.children(unit, "conj")
        if joined and all(self.pos[other] in NOUNS for other in joined):
            last = max(last, self.phrase(joined[-1])[1])
        high = len(self) if high is None else high
        return max(first, low), min(last, high - 1)

    def verbal(self, unit: int) -> bool:
        """Whether a unit stands as a verb, whatever its part of speech: it has a subject, or goes on from a verb."""
        if self.pos[unit] in VERBS:
            return True
        above = self.head[unit]
        goes_on = self.relation[unit] == "conj" and above >= 0 and self.pos[above] in VERBS
        return self.pos[unit] == "NOUN" and (
            bool(self.children(unit, "nsubj")) or (goes_on and not self.children(unit, "det", "amod", "nmod:poss"))
        )

    def _opens_clause(self, unit: int) -> bool:
        """Whether a noun was taken for the object of "after" or the like that opens the clause it is the subject of."""
        return any(self.words[case] in _OPENING for case in self.children(unit, "case", "mark"))

    def subject(self, verb: int) -> int | None:
        """The head of the subject of a verb: its own, one it shares, or what its relative clause is about."""
        at = verb
        for _ in range(_HIGHEST):
            own = [unit for unit in self.children(at, "nsubj", "nsubj:pass") if unit != verb]
            if own:
                relative = self.words[own[0]] in ("which", "who", "that") and self.relation[at] == "acl:relcl"
                return self.head[at] if relative else own[0]
            above = self.head[at]
            after = [unit for unit in self.children(at, "obl") if unit < at and self._opens_clause(unit)]
            if after:
                return after[-1]
            if above < 0:
                return None
            if self.relation[at] == "acl":
                infinitive = any(self.words[mark] == "to" for mark in self.children(at, "mark"))
                return above if self.pos[above] in NOUNS and not infinitive else None
            if self.relation[at] not in ("conj", "xcomp", "advcl", "parataxis", "cop", "aux"):
                return None
            at = above
        return None


_FURTHEST: Final = 200
"""Units of one sentence before and after a word: lists without a full stop must not make rules slow."""
_OPENING: Final = frozenset("after before since until as because than".split())
_HIGHEST: Final = 6
"""Verbs above a verb that are asked for its subject."""
