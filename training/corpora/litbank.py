"""LitBank (Bamman et al. 2020): coreference in 100 novels; its pronouns are what helps."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from onrecord.reading.tokens import Wordpieces
from training.corpora.words import Reference, Word, with_references
from training.features import Article, Example

_BRACKET = re.compile(r"(\()?(\d+)(\))?")
_AFTER_HEAD = frozenset(
    "of in on at by with from for to who whom which that whose , ; : and or - -- ( where when as".split()
)
_TIGHT = frozenset({".", ",", ":", ";", "'s", "’s", ")", "?", "!", "n't", "’", "”"})


def load(data: Path, wordpieces: Wordpieces) -> list[Article]:
    """All hundred."""
    files = sorted((data / "coref" / "litbank" / "coref" / "conll").glob("*.conll"))
    return [Article([_example(file, wordpieces)]) for file in files]


def _example(file: Path, wordpieces: Wordpieces) -> Example:
    text = ""
    words: list[Word] = []
    forms: list[str] = []
    opened: dict[int, list[int]] = defaultdict(list)
    spans: list[tuple[int, int, int]] = []
    for line in file.read_text("utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) < 13:
            continue
        form = fields[3]
        text += "" if not text or form in _TIGHT else " "
        words.append(Word(len(text), len(text) + len(form), -1, "dep", "X", "FW"))
        forms.append(form.lower())
        text += form
        here = len(words) - 1
        for opening, name, closing in _BRACKET.findall(fields[12]):
            if opening:
                opened[int(name)].append(here)
            if closing and opened[int(name)]:
                spans.append((opened[int(name)].pop(), here, int(name)))
    references = [
        Reference(first, last, _head(forms, first, last), (), cluster) for first, last, cluster in sorted(spans)
    ]
    return with_references(Example(wordpieces(text)), words, references, others=False)


def _head(forms: list[str], first: int, last: int) -> int:
    """The last word before what follows the head of a noun phrase."""
    for at in range(first + 1, last + 1):
        if forms[at] in _AFTER_HEAD:
            return at - 1
    return last
