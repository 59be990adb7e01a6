"""The words, numbers and marks of some lines of a text, as the grammars of quantities and dates read them.

Everything is in parallel lists, one entry a word, because a grammar looks at a few neighbors of a few words and never
needs the rest as objects. A break stands before, between and after the lines, so that nothing is read across them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

_NUMBER = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}(?!,?[0-9])|[0-9]{1,2}(?:,[0-9]{2}){1,5},[0-9]{3}(?!,?[0-9])"
    r"|[0-9]{1,3}(?:[\u00a0\u202f\u2009][0-9]{3}){1,5}(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
)
_LETTERS = r"[^\W\d_½¼¾⅓⅔⅛⅜⅝⅞⁰¹²³⁴-⁹]+"
_SHORT = frozenset(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri No Nos no nos Mr Mrs Ms Dr"
    " St Gov Sen Rep Gen Lt Col Capt Sgt Prof Rev Inc Corp Ltd Rs approx vs sq".split()
)
_PLAIN = re.compile(rf"{_NUMBER}|{_LETTERS}|\S")
_ABBREVIATED = re.compile(
    rf"{_NUMBER}|[ap]\.\ ?m\.|(?<![0-9])(?:[^\W\d_a-z]\.){{1,6}}(?![^\W\d_])"
    rf"|(?:{'|'.join(sorted(_SHORT, reverse=True))})\.|{_LETTERS}|\S"
)
"""As the plain one, but a full stop that belongs to an abbreviation stays with it; slower."""
_DIGITS = frozenset("0123456789")
_ENDS = frozenset(".!?…")
_QUOTES = frozenset("”\"'’)]»“‘([«")
_STARTERS = frozenset({
    "The", "A", "An", "He", "She", "It", "They", "We", "I", "His", "Her", "Its", "Their", "This", "That", "These", "In",
    "On", "At", "But", "And", "If", "When", "There", "As", "For", "By", "After", "Before", "No", "Some", "Most", "More",
})  # fmt: skip
PAD = 6
"""Breaks after the last line: a grammar may look this far ahead without asking whether there is anything."""
_KEPT = 100_000
"""Longer texts are cut into words anew each time rather than kept in memory."""


class Kind(IntEnum):
    """What a word of :class:`Words` is."""

    BREAK = 0
    NUMBER = 1
    WORD = 2
    MARK = 3


HYPHENS = frozenset("-‐‑–—−")


class Words:
    """The words of some lines.

    Attributes:
        raw, low: as written, and lowercase; empty for a break.
        start, end: code points of the text.
        kind: a :class:`Kind`.
        sentence: the number of the sentence that each word is in.
    """

    __slots__ = ("end", "kind", "low", "raw", "sentence", "start", "text")

    def __init__(self, text: str, lines: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.raw: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.sentence: list[int] = []
        self._break(lines[0][0] if lines else 0)
        for first, last in lines:
            self._line(first, last)
            self._break(last)
        for _ in range(PAD):
            self._break(self.end[-1])
        self.low = [word.lower() for word in self.raw]
        self.kind = [
            0 if not word else 1 if word[0] in _DIGITS else 2 if word[0].isalpha() else 3 for word in self.raw
        ]

    def __len__(self) -> int:
        return len(self.raw)

    def _line(self, first: int, last: int) -> None:
        text, starts, ends = self.text, self.start, self.end
        found = _PLAIN.findall(text, first, last)
        if "." in found and _abbreviates(found):
            found = _ABBREVIATED.findall(text, first, last)
        at, seek = first, text.find
        for word in found:
            at = seek(word, at)
            starts.append(at)
            at += len(word)
            ends.append(at)
        self.raw += found
        sentence = self.sentence[-1] + 1
        done = 0
        for end in _sentence_ends(found):
            self.sentence += [sentence] * (end - done)
            done, sentence = end, sentence + 1
        self.sentence += [sentence] * (len(found) - done)

    def _break(self, at: int) -> None:
        self.raw.append("")
        self.start.append(at)
        self.end.append(at)
        self.sentence.append(self.sentence[-1] if self.sentence else 0)

    def glued(self, word: int) -> bool:
        """Whether nothing, not even a blank, is between a word and the one before it."""
        return word > 0 and self.start[word] == self.end[word - 1]

    def hyphen(self, word: int) -> bool:
        """Whether a word is a hyphen or dash with no blank before it."""
        return self.low[word] in HYPHENS and self.start[word] == self.end[word - 1]

    def of(self, first: int, end: int) -> str:
        """What is written from one word up to, not including, another."""
        return self.text[self.start[first] : self.end[end - 1]]

    def match(self, at: int, phrase: tuple[str, ...]) -> bool:
        """Whether the words of a phrase stand at a place."""
        return tuple(self.low[at : at + len(phrase)]) == phrase

    def first_of_sentence(self, word: int) -> bool:
        """Whether a word begins its sentence, marks of quotation left out."""
        before = word - 1
        while before > 0 and self.kind[before] == Kind.MARK and self.low[before] in _QUOTES:
            before -= 1
        return self.kind[before] == Kind.BREAK or self.sentence[before] != self.sentence[word]


def words_of(text: str, lines: Sequence[tuple[int, int]]) -> Words:
    """The words of some lines; kept for the next call, because dates and quantities are looked for one after another.

    Args:
        lines: code-point bounds, in text order.
    """
    bounds = tuple((first, last) for first, last in lines)
    return _kept(text, bounds) if len(text) <= _KEPT else Words(text, bounds)


@lru_cache(maxsize=1)
def _kept(text: str, lines: tuple[tuple[int, int], ...]) -> Words:
    return Words(text, lines)


def _abbreviates(words: list[str]) -> bool:
    """Whether a full stop in a line may belong to the word before it."""
    before = ""
    for word in words:
        if word == "." and before and (before in _SHORT or (len(before) == 1 and before.isalpha())):
            return True
        before = word
    return False


def _sentence_ends(words: list[str]) -> list[int]:
    """The places where sentences after the first begin."""
    found = []
    for place, word in enumerate(words):
        if word[-1] not in _ENDS:
            continue
        following = place + 1
        while following < len(words) and words[following] in _QUOTES:
            following += 1
        if following >= len(words) or not words[following][0].isupper():
            continue
        if len(word) == 1 or words[following] in _STARTERS:
            # Closing marks belong to what they close, opening ones to what they open.
            start = place + 1
            while start < following and words[start] in "”’)]»":
                start += 1
            found.append(start)
    return found
