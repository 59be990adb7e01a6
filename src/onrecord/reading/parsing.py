"""From the encoder's layers to syntax: parts of speech, heads and relations of all units of a passage.

Heads are looked for inside sentences only. Each unit takes its best one (Dozat & Manning 2017); a sentence gets one
root, and what then runs in a circle is opened where that costs least.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from onrecord.reading.finding import merged, units_of
from onrecord.reading.model import Layers, ReaderModel
from onrecord.reading.syntax import ROOT, Syntax
from onrecord.reading.tokens import Tokens
from onrecord.reading.windows import Window

Floats = npt.NDArray[np.float32]
Units = tuple[int, int]
"""First unit and the one after the last."""


def parse(
    model: ReaderModel,
    text: str,
    tokens: Tokens,
    sentences: Sequence[Units],
    windows: Sequence[Window],
    layers: Sequence[Layers],
) -> Syntax:
    """The syntax of a passage.

    Args:
        sentences: the units of each sentence, in order and without gaps.
        windows, layers: as :class:`onrecord.reading.finding.Findings` has them, one for one.
    """
    windows = list(windows)
    head = np.full(tokens.units, ROOT, np.int32)
    bounds = [units_of(tokens, window) for window in windows]
    for low, high, number in _pieces(sentences, bounds):
        start = bounds[number][0]
        scores = layers[number].arcs[low - start : high - start, low - start : high - start]
        head[low:high] = [low + above if above >= 0 else ROOT for above in tree(scores)]
    units = np.flatnonzero(head != ROOT)
    relation = np.zeros(tokens.units, np.uint8)
    if len(units):
        dependent = merged(tokens, windows, [layer.dependent for layer in layers])
        governor = merged(tokens, windows, [layer.governor for layer in layers])
        above = head[units]
        relation[units] = model.relate(dependent[units], governor[above], (above - units).astype(np.int64))
    return Syntax(
        text=text,
        start=tokens.unit_start,
        end=tokens.unit_end,
        pos=merged(tokens, windows, [layer.pos for layer in layers]).argmax(-1).astype(np.uint8),
        tense=merged(tokens, windows, [layer.tense for layer in layers]).argmax(-1).astype(np.uint8),
        head=head,
        relation=relation,
    )


def _pieces(sentences: Sequence[Units], bounds: Sequence[Units]) -> list[tuple[int, int, int]]:
    """Each sentence with a window that holds it; one that no window holds is cut where windows end."""
    pieces = []
    starts = [low for low, _ in bounds]
    for first, last in sentences:
        low = first
        while low < last:
            # The latest window that begins at or before this unit has the most of what follows.
            latest = bisect_right(starts, low) - 1
            fitting = [n for n in range(max(0, latest - 2), latest + 1) if bounds[n][1] >= last]
            number = max(fitting, key=lambda n: min(low - bounds[n][0], bounds[n][1] - last)) if fitting else latest
            high = min(last, bounds[number][1])
            pieces.append((low, high, number))
            low = high
    return pieces


def tree(scores: Floats) -> list[int]:
    """The heads of one sentence's units, -1 for its root.

    Args:
        scores: float32[n, n], row by row the scores of a unit's heads; the diagonal is being a root.
    """
    count = len(scores)
    if count == 1:
        return [-1]
    roots = np.diagonal(scores).copy()
    others = scores.astype(np.float64)
    np.fill_diagonal(others, -np.inf)
    heads = others.argmax(-1)
    root = int((roots - others[np.arange(count), heads]).argmax())
    heads[root] = root
    reaches = np.zeros(count, bool)
    for _ in range(count):
        reaches[:] = False
        circle = _circle(heads, root, reaches)
        if not circle:
            break
        inside = np.zeros(count, bool)
        inside[circle] = True
        # Only what reaches the root by itself may take the circle in, so every round joins one circle to the tree.
        outside = np.where(reaches[None, :] & ~inside[None, :], others[circle], -np.inf)
        loss = others[circle, heads[circle]] - outside.max(-1)
        opened = int(loss.argmin())
        heads[circle[opened]] = int(outside[opened].argmax())
    found: list[int] = heads.tolist()
    found[root] = -1
    return found


def _circle(heads: npt.NDArray[np.int64], root: int, reaches: npt.NDArray[np.bool_]) -> list[int]:
    """One circle of heads, if there is one; marks in ``reaches`` all units that reach the root."""
    reaches[root] = True
    color = [0] * len(heads)
    circle: list[int] = []
    for start in range(len(heads)):
        path = []
        at = start
        while not reaches[at] and color[at] == 0:
            color[at] = start + 1
            path.append(at)
            at = int(heads[at])
        if reaches[at]:
            reaches[path] = True
        elif color[at] == start + 1 and not circle:
            circle = path[path.index(at) :]
    return circle
