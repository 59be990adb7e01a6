"""All that one pass over a passage tells of its words, beside who says what."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.reading import sentences as sentence
from onrecord.reading.finding import Findings, merged
from onrecord.reading.model import ReaderModel
from onrecord.reading.name_runs import Name, names
from onrecord.reading.parsing import Units, parse
from onrecord.reading.syntax import Syntax
from onrecord.reading.tokens import Tokens
from onrecord.types import Span

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Layered:
    """One passage.

    Attributes:
        sentences: the units of each sentence.
        names: in text order, without overlap.
        clause: float32[u], log-odds that a clause-sized discourse unit begins.
        kinds: float32[u, 9], log-probabilities of what a unit is the head of, see ``MENTION_TYPES``; 0 is nothing.
        facts: float32[u], how sure it is that what a predicate says is so, -3 to 3.
        anaphor, antecedent: float32[u, 96]; new: float32[u]; see :mod:`onrecord.reading.antecedents`.
    """

    syntax: Syntax
    sentences: list[Units]
    names: list[Name]
    clause: Floats
    kinds: Floats
    facts: Floats
    anaphor: Floats
    antecedent: Floats
    new: Floats


def layered(model: ReaderModel, text: str, tokens: Tokens, lines: Sequence[Span], findings: Findings) -> Layered | None:
    """The layers of a passage that was read with them; ``None`` where it holds no word."""
    if not findings.layers:
        return None
    windows = findings.windows

    def whole(name: str) -> Floats:
        return merged(tokens, windows, [getattr(layer, name) for layer in findings.layers])

    sentences = sentence_units(text, tokens, lines)
    clause, kinds = whole("clause"), whole("kinds")
    return Layered(
        syntax=parse(model, text, tokens, sentences, windows, findings.layers),
        sentences=sentences,
        names=names(text, tokens, whole("mention")),
        clause=clause[:, 1] - clause[:, 0],
        kinds=kinds - np.logaddexp.reduce(kinds, axis=-1, keepdims=True),
        facts=whole("facts")[:, 0],
        anaphor=whole("anaphor"),
        antecedent=whole("antecedent"),
        new=whole("new")[:, 0],
    )


def sentence_units(text: str, tokens: Tokens, lines: Sequence[Span]) -> list[Units]:
    """The units of every sentence; sentences without a word are left out."""
    starts: list[int] = tokens.unit_start.tolist()
    found = []
    for line in lines:
        for span in sentence.split(text, line):
            units = bisect_left(starts, span.start), bisect_left(starts, span.end)
            if units[0] < units[1]:
                found.append(units)
    return found
