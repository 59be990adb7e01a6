"""The corpus registry: which corpora there are, what each teaches, and under which terms it may be used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from onrecord.reading.tokens import Wordpieces
from training.corpora import columns, factuality, gum, litbank, polnear
from training.features import Article

Loader = Callable[[Path, Wordpieces], list[Article]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """One corpus of the registry.

    Attributes:
        name: name used on the command line of the training.
        teaches: the heads that learn from it.
        terms: license, as its publisher states it.
        share: fraction of the training steps that draw from it.
        load: reads it from the data folder.
        instead_of: read only where that corpus is left out.
    """

    name: str
    teaches: tuple[str, ...]
    terms: str
    share: float
    load: Loader
    instead_of: str | None = None


REGISTRY: tuple[Corpus, ...] = (
    Corpus(
        "polnear", ("cue", "roles", "names, syntax and coreference (silver)"), "no license stated", 0.68, polnear.load
    ),
    Corpus(
        "gum-attributions", ("cue", "roles", "clauses"), "annotations CC BY 4.0; texts CC BY or CC BY-SA", 0.68,
        gum.load_attributions, instead_of="polnear",
    ),
    Corpus(
        "gum", ("clauses", "syntax", "names", "kinds", "coreference"),
        "annotations CC BY 4.0; texts CC BY or CC BY-SA", 0.17, gum.load,
    ),
    Corpus("litbank", ("coreference",), "CC BY 4.0", 0.04, litbank.load),
    Corpus("uds-ih2", ("factuality",), "CC BY-SA 4.0", 0.05, factuality.load),
    Corpus("wikigold", ("names",), "CC BY 4.0", 0.012, columns.wikigold),
    Corpus("crossner", ("names",), "MIT", 0.018, columns.crossner),
    Corpus("re3d", ("names",), "mixed open licenses (see its LICENSES)", 0.015, columns.re3d),
    Corpus("wnut17", ("names",), "CC BY 4.0", 0.015, columns.wnut17),
)
"""Shares follow size and need: attribution has by far the most data and is the main job."""


def chosen(without: list[str]) -> list[Corpus]:
    """The corpora to train on; the first is the main one, whose epochs are counted."""
    return [
        corpus
        for corpus in REGISTRY
        if corpus.name not in without and (corpus.instead_of is None or corpus.instead_of in without)
    ]
