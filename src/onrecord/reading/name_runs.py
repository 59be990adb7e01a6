"""Names as runs of units: what the model marked, with the edges that spelling shows.

A name begins and ends with a capital letter or a digit; what hangs on it by a hyphen and is written the same way
belongs to it ("ISIS-K", "F-16", but "U.S." alone of "U.S.-backed").
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.reading.finding import Run
from onrecord.reading.tokens import Tokens

_GOES_ON = 2
_JOINTS = frozenset({"-", "\u2010", "\u2011", "’", "'", "&", "/"})


@dataclass(frozen=True, slots=True)
class Name:
    """Units that name someone or something, with the type's place in ``MENTION_TYPES``."""

    run: Run
    type: int


def names(text: str, tokens: Tokens, scores: npt.NDArray[np.float32]) -> list[Name]:
    """The names of a passage, in text order, without overlap.

    Args:
        scores: float32[u, 17], logits of the mention labels: 0 is none, odd ones begin a name, even ones go on with it.
    """
    found: list[Name] = []
    for name in _marked(scores):
        trimmed = _trimmed(text, tokens, name)
        if trimmed is None:
            continue
        if found and _joined(text, tokens, found[-1].run[1], trimmed.run[0]):
            found[-1] = Name((found[-1].run[0], trimmed.run[1]), found[-1].type)
        else:
            found.append(trimmed)
    grown = []
    for place, name in enumerate(found):
        limit = found[place + 1].run[0] if place + 1 < len(found) else tokens.units
        last = name.run[1]
        while last + 1 < limit and _joined(text, tokens, last, last + 1):
            last += 1
        grown.append(Name((name.run[0], last), name.type))
    return grown


def _marked(scores: npt.NDArray[np.float32]) -> list[Name]:
    """Runs by whether units begin a name of any type, go on with one, or are in none; one type for the whole run."""
    begins = np.logaddexp.reduce(scores[:, 1::2], axis=-1)
    goes_on = np.logaddexp.reduce(scores[:, 2::2], axis=-1)
    label = np.stack([scores[:, 0], begins, goes_on], -1).argmax(-1)
    types = np.logaddexp(scores[:, 1::2], scores[:, 2::2])
    runs: list[Run] = []
    for unit in np.flatnonzero(label).tolist():
        if label[unit] == _GOES_ON and runs and runs[-1][1] == unit - 1:
            runs[-1] = (runs[-1][0], unit)
        else:
            runs.append((unit, unit))
    return [Name((first, last), int(types[first : last + 1].sum(0).argmax())) for first, last in runs]


def _trimmed(text: str, tokens: Tokens, name: Name) -> Name | None:
    """Without lowercase words at its edges, "al" and the like aside; a name of nothing else is none."""
    first, last = name.run
    while last >= first and not _capital(text, tokens, last):
        last -= 1
    while first <= last and not _capital(text, tokens, first) and not _particle(text, tokens, first):
        first += 1
    return Name((first, last), name.type) if first <= last else None


def _capital(text: str, tokens: Tokens, unit: int) -> bool:
    word = text[tokens.unit_start[unit] : tokens.unit_end[unit]]
    return any(character.isupper() or character.isdigit() for character in word) or not word.isascii()


def _particle(text: str, tokens: Tokens, unit: int) -> bool:
    word = text[tokens.unit_start[unit] : tokens.unit_end[unit]]
    return word in ("al", "el", "de", "von", "van", "bin", "ibn", "da", "di", "le", "la", "ul", "abu")


def _joined(text: str, tokens: Tokens, before: int, after: int) -> bool:
    """Whether two units are written together, the second like a name: "ISIS-K"."""
    between = text[tokens.unit_end[before] : tokens.unit_start[after]]
    if between not in _JOINTS or after != before + 1:
        return False
    word = text[tokens.unit_start[after] : tokens.unit_end[after]]
    return (word[0].isupper() or word[0].isdigit()) and word.lower() not in ("s", "t")
