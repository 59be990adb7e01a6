"""UDS It-Happened 2 (Rudinger et al. 2018): how sure people were that what a predicate says is so."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from onrecord.reading.tokens import Wordpieces
from training.features import Article, Example

_TOGETHER = 12
"""Sentences in one example; they are read as lines of one text."""
_TIGHT = frozenset({".", ",", ":", ";", "'s", "’s", ")", "?", "!", "n't"})


def load(data: Path, wordpieces: Wordpieces) -> list[Article]:
    """The train part."""
    rows = (data / "factuality" / "uds-ih2" / "train.jsonl").read_text("utf-8").splitlines()
    sentences = [json.loads(row) for row in rows]
    return [
        Article([_example(sentences[at : at + _TOGETHER], wordpieces)]) for at in range(0, len(sentences), _TOGETHER)
    ]


def _example(sentences: list[dict[str, object]], wordpieces: Wordpieces) -> Example:
    text = ""
    known: list[tuple[int, float]] = []
    for sentence in sentences:
        starts = []
        for form in str(sentence["text"]).split(" "):
            text += "" if not text or text.endswith("\n") or form in _TIGHT else " "
            starts.append(len(text))
            text += form
        targets: list[dict[str, list[int]]] = sentence["targets"]  # type: ignore[assignment]
        known += [(starts[target["span1"][0]], float(target["label"])) for target in targets]  # type: ignore[arg-type]
        text += "\n"
    tokens = wordpieces(text)
    facts = np.full(tokens.units, np.nan, np.float32)
    for start, label in known:
        unit = int(np.searchsorted(tokens.unit_end, start, side="right"))
        if unit < tokens.units and tokens.unit_start[unit] <= start + 1:
            facts[unit] = label
    return Example(tokens, facts=facts)
