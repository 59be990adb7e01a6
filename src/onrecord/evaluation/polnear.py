"""PolNeAR's files: ``text/*.txt`` beside ``attributions/*.ann`` in brat's standoff format.

Newell, Margolin, Ruths, *An Attribution Relations Corpus for Political News*, LREC 2018. The last part of an
annotation file's name is its annotator; an article may have several.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import BadInput

Fragments = tuple[tuple[int, int], ...]
"""Ordered ``(start, end)`` code-point offsets of one span, which may be discontinuous."""


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One annotated attribution; ``source`` is empty where the text names none."""

    source: Fragments
    cue: Fragments
    content: Fragments


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article as one annotator marked it."""

    name: str
    annotator: str
    text: str
    attributions: tuple[GoldAttribution, ...]


def articles(folder: Path) -> Iterator[GoldArticle]:
    """Every annotation of every article in a PolNeAR-format folder, by file name.

    Raises:
        BadInput: the folder has no ``text`` and ``attributions``.
    """
    texts, annotations = folder / "text", folder / "attributions"
    if not texts.is_dir() or not annotations.is_dir():
        raise BadInput(
            f"{folder} is not PolNeAR-format data.",
            "Give a folder that holds 'text' (*.txt) and 'attributions' (*.ann in brat's standoff format).",
        )
    for file in sorted(annotations.glob("*.ann")):
        name, _, annotator = file.stem.rpartition("_")
        source = texts / f"{name}.txt"
        if not source.is_file():
            source = texts / f"{file.stem}.txt"
            name, annotator = file.stem, ""
        text = source.read_bytes().decode("utf-8")
        yield GoldArticle(name, annotator, text, tuple(_attributions(file)))


def _attributions(file: Path) -> Iterator[GoldAttribution]:
    spans: dict[str, Fragments] = {}
    events: list[list[tuple[str, str]]] = []
    for line in file.read_text("utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) < 2:
            continue
        if fields[0].startswith("T"):
            offsets = fields[1].split(" ", 1)[1]
            spans[fields[0]] = tuple((int(a), int(b)) for a, b in (part.split() for part in offsets.split(";")))
        elif fields[0].startswith("E"):
            events.append([(role, key) for role, key in (item.split(":") for item in fields[1].split())])
    for event in events:
        parts: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for role, key in event:
            parts[re.sub(r"\d+$", "", role)].update(spans[key])
        if parts["Cue"] and parts["Content"]:
            yield GoldAttribution(*(tuple(sorted(parts[role])) for role in ("Source", "Cue", "Content")))
