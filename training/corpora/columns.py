"""Open corpora of names in column format: WikiGold, CrossNER, re3d, WNUT17."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from onrecord.reading.tokens import Wordpieces
from training.features import Article, Example, mention_labels

Types = dict[str, tuple[str, ...]]
_ANY_PLACE = ("geopolitical", "place", "facility")

_WIKIGOLD: Types = {
    "PER": ("person",), "ORG": ("organization",), "LOC": _ANY_PLACE,
    "MISC": ("geopolitical", "event", "work", "other"),
}
_WNUT17: Types = {
    "person": ("person",), "corporation": ("organization",), "group": ("organization",),
    "location": _ANY_PLACE, "creative-work": ("work",), "product": ("other", "work"),
}
_RE3D: Types = {
    "person": ("person",), "organisation": ("organization",), "location": _ANY_PLACE,
    "nationality": ("geopolitical",), "documentreference": ("work",), "militaryplatform": ("other",),
    "weapon": ("other",),
}  # fmt: skip
_CROSSNER: Types = {
    **dict.fromkeys(("person", "politician", "writer", "scientist", "researcher", "musicalartist"), ("person",)),
    **dict.fromkeys(("organisation", "politicalparty", "band", "university"), ("organization",)),
    **dict.fromkeys(("book", "poem", "magazine", "album", "song", "academicjournal"), ("work",)),
    **dict.fromkeys(("event", "election", "conference"), ("event",)),
    "country": ("geopolitical",), "location": _ANY_PLACE, "award": ("other",),
    "misc": ("geopolitical", "event", "work", "other"),
}  # fmt: skip
_NONE = frozenset({"temporal", "money", "quantity", "frequency"})


def wikigold(data: Path, wordpieces: Wordpieces) -> list[Article]:
    return _load([data / "ner/wikigold/CONLL-format/data/wikigold.conll.txt"], _WIKIGOLD, wordpieces)


def crossner(data: Path, wordpieces: Wordpieces) -> list[Article]:
    domains = ("politics", "science", "literature", "music", "ai")
    return _load([data / "ner/crossner" / domain / "train.txt" for domain in domains], _CROSSNER, wordpieces)


def re3d(data: Path, wordpieces: Wordpieces) -> list[Article]:
    files = sorted((data / "ner/re3d/CONLL-format/data-by-source/conll").rglob("*.conll"))
    return _load(files, _RE3D, wordpieces)


def wnut17(data: Path, wordpieces: Wordpieces) -> list[Article]:
    return _load([data / "ner/wnut17/wnut17train.conll"], _WNUT17, wordpieces)


def _load(files: Iterable[Path], types: Types, wordpieces: Wordpieces) -> list[Article]:
    """One article for every 20 sentences; tags with or without B-, split on blank lines."""
    found = []
    for file in files:
        sentences = file.read_text("utf-8").split("\n\n")
        for at in range(0, len(sentences), 20):
            example = _example(sentences[at : at + 20], types, wordpieces)
            if example.tokens.units > 10:
                found.append(Article([example]))
    return found


def _example(sentences: list[str], types: Types, wordpieces: Wordpieces) -> Example:
    text = ""
    names: list[tuple[tuple[int, int], tuple[str, ...]]] = []
    unknown: list[tuple[int, int]] = []
    for sentence in sentences:
        previous = "O"
        for line in sentence.splitlines():
            fields = line.split()
            if len(fields) < 2 or fields[0] == "-DOCSTART-":
                continue
            word, tag = fields[0], fields[-1]
            if text and not text.endswith("\n"):
                text += "" if word in {".", ",", ":", ";", "'s", "’s", ")", "?", "!"} else " "
            span = (len(text), len(text) + len(word))
            text += word
            prefix, _, kind = tag.rpartition("-")
            kind = kind.lower() if types is not _WIKIGOLD else kind
            if kind in types:
                if previous == kind and prefix != "B":
                    names[-1] = ((names[-1][0][0], span[1]), types[kind])
                else:
                    names.append((span, types[kind]))
            elif tag != "O" and kind not in _NONE:
                unknown.append(span)
            previous = kind
        text += "\n"
    tokens = wordpieces(text)
    return Example(tokens, mentions=mention_labels(tokens, names, unknown))
