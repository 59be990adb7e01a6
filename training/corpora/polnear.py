"""PolNeAR: attributions (gold) and CoreNLP's silver layers of 840 political news articles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import numpy as np

from onrecord.evaluation import polnear
from onrecord.reading.labels import CONTENT_BASE, SOURCE_BASE
from onrecord.reading.tokens import Tokens, Wordpieces
from training.corpora import corenlp
from training.corpora.words import with_references, with_syntax
from training.features import Anchor, Article, Example, mention_labels, runs, tag_span, units_of

_TYPES = {
    "PERSON": ("person",),
    "ORGANIZATION": ("organization",),
    "LOCATION": ("geopolitical", "place", "facility"),
    "MISC": ("geopolitical", "event", "work", "other"),
}


def load(data: Path, wordpieces: Wordpieces) -> list[Article]:
    """The train compartment; an article with several annotators has several versions."""
    folder = data / "polnear" / "train"
    grouped: dict[str, Article] = defaultdict(Article)
    for gold in polnear.articles(folder):
        tokens = wordpieces(gold.text)
        layer = folder / "layers" / f"{gold.name}.tsv"
        read = example(tokens, gold, mention_labels(tokens, _silver_names(layer)) if layer.is_file() else None)
        if layer.is_file():
            words, references = corenlp.words(layer)
            read = replace(with_syntax(read, words), silver=True)
            read = with_references(read, words, references, others=False)
        grouped[gold.name].versions.append(read)
    return list(grouped.values())


def example(tokens: Tokens, gold: polnear.GoldArticle, mentions: np.ndarray | None = None) -> Example:
    """The gold attributions of one article as unit labels. Cues that overlap an earlier one are left out."""
    cues = np.zeros(tokens.units, np.int64)
    anchors = []
    for attribution in sorted(gold.attributions, key=lambda item: item.cue):
        cue_runs = runs(units_of(tokens, attribution.cue))
        if not cue_runs or cues[cue_runs[0][0] : cue_runs[0][1] + 1].any():
            continue
        tag_span(cues, cue_runs[0])
        roles = np.zeros(tokens.units, np.int64)
        for span in runs(units_of(tokens, attribution.content)):
            tag_span(roles, span, CONTENT_BASE)
        source = units_of(tokens, attribution.source)
        roles[source] = 0
        for span in runs(source):
            tag_span(roles, span, SOURCE_BASE)
        anchors.append(Anchor(cue_runs[0], _repaired(roles)))
    return Example(tokens, cues=cues, anchors=tuple(anchors), mentions=mentions)


def _repaired(roles: np.ndarray) -> np.ndarray:
    """Close content runs that a source inside them has cut, so that every label sequence is legal."""
    fixed = roles.copy()
    for base in (SOURCE_BASE, CONTENT_BASE):
        for span in runs((roles > base) & (roles <= base + 4)):
            first = span[0]
            for unit in range(span[0], span[1] + 1):
                closes = roles[unit] in (base + 3, base + 4)
                if closes or unit == span[1]:
                    tag_span(fixed, (first, unit), base)
                    first = unit + 1
    return fixed


def _silver_names(file: Path) -> list[tuple[tuple[int, int], tuple[str, ...]]]:
    names: list[tuple[tuple[int, int], tuple[str, ...]]] = []
    previous: tuple[str, str] | None = None
    for line in file.read_text("utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) < 8:
            continue
        sentence, start, end, tag = fields[0], int(fields[2]), int(fields[3]), fields[7]
        if tag in _TYPES:
            if previous == (sentence, tag):
                names[-1] = ((names[-1][0][0], end), _TYPES[tag])
            else:
                names.append(((start, end), _TYPES[tag]))
        previous = (sentence, tag)
    return names
