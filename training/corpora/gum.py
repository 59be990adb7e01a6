"""GUM: where clause-sized discourse units begin (Zeldes 2017; CoNLL-U with ``Discourse=`` in MISC)."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from onrecord.reading.tokens import Wordpieces
from training.features import Article, Example


def load(data: Path, wordpieces: Wordpieces) -> list[Article]:
    """All documents but those of the dev, test and test2 splits."""
    held_out = _held_out(data / "gum" / "splits.md")
    files = sorted((data / "gum" / "dep").glob("*.conllu"))
    return [Article([document(file, wordpieces)]) for file in files if file.stem not in held_out]


def document(file: Path, wordpieces: Wordpieces) -> Example:
    """One document with a 1 on every unit that begins a discourse unit."""
    text, begins = _text(file)
    tokens = wordpieces(text)
    clauses = np.zeros(tokens.units, np.int64)
    for start in begins:
        unit = int(np.searchsorted(tokens.unit_end, start, side="right"))
        if unit < tokens.units:
            clauses[unit] = 1
    return Example(tokens, clauses=clauses)


def _text(file: Path) -> tuple[str, list[int]]:
    parts: list[str] = []
    begins: list[int] = []
    length = 0
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("# newpar") and length:
            parts.append("\n\n")
            length += 2
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if not fields[0].isdigit():
            continue
        if "Discourse=" in fields[9]:
            begins.append(length)
        word = fields[1] + ("" if "SpaceAfter=No" in fields[9] else " ")
        parts.append(word)
        length += len(word)
    return "".join(parts), begins


def _held_out(splits: Path) -> set[str]:
    held_out: set[str] = set()
    section = ""
    for line in splits.read_text("utf-8").splitlines():
        if line.startswith("## "):
            section = line[3:].strip()
        elif line.strip().startswith("* ") and section != "train":
            held_out.add(line.strip()[2:])
    return held_out
