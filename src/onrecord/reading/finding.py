"""From word pieces to raw attributions: which units are cue, source and content.

The encoder reads every window once; cues are the best tag sequence over the whole text; each cue is then put to
the tagger in the window that knows most of its surroundings.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.reading.labels import CONTENT_BASE, SOURCE_BASE, Role, Tag
from onrecord.reading.model import Encoded, Layers, ReaderModel
from onrecord.reading.sequences import best_paths
from onrecord.reading.tokens import Tokens
from onrecord.reading.windows import Window, plan

Run = tuple[int, int]
"""First and last unit, inclusive."""


@dataclass(frozen=True, slots=True)
class Found:
    """One raw attribution in units of a :class:`Tokens`.

    Attributes:
        evidence: what speaks for it, see :func:`evidence`.
    """

    cue: Run
    source: tuple[Run, ...]
    content: tuple[Run, ...]
    evidence: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What one pass over a text finds.

    Attributes:
        attributions: outermost ones only, in the order of their cues.
        cue_odds: float32[u], log-odds that a unit is in a cue.
        windows, layers: what else was read, window by window, where it was asked for.
    """

    attributions: list[Found]
    cue_odds: npt.NDArray[np.float32]
    windows: list[Window]
    layers: list[Layers]


def find(model: ReaderModel, tokens: Tokens, layers: bool = False, inner: bool = False) -> Findings:
    """Read one text.

    Args:
        layers: whether to read more than attributions.
        inner: whether it is a content that is read again.
    """
    windows = [window for window in plan(tokens) if window.own_start < window.own_end]
    if not windows or not tokens.units:
        return Findings([], np.zeros(tokens.units, np.float32), [], [])
    encoded = [model.encode(tokens, window.start, window.end, layers) for window in windows]
    scores = merged(tokens, windows, [answer.cue for answer in encoded])
    decoding = model.decoding
    scores[:, Tag.OUT] += decoding.inner_cue_bias if inner else decoding.cue_bias
    odds = _log_odds(scores)
    found = _attributions(model, tokens, windows, encoded, scores, odds)
    least = decoding.inner_least if inner else decoding.least
    found = [one for one in found if one.content and model.acceptance.probability(one.evidence) >= least]
    return Findings(found, odds, windows, [answer.layers for answer in encoded if answer.layers is not None])


def _attributions(
    model: ReaderModel,
    tokens: Tokens,
    windows: list[Window],
    encoded: list[Encoded],
    scores: npt.NDArray[np.float32],
    odds: npt.NDArray[np.float32],
) -> list[Found]:
    tags, _ = best_paths(scores[None], np.asarray([len(scores)]), model.cue_transitions)
    cues = spans_of(tags[0], 0)
    if not cues:
        return []
    owners = _owners(tokens, windows, cues)
    logits, offsets, asked = [], [], []
    for number, (window, answer) in enumerate(zip(windows, encoded, strict=True)):
        own = [cue for cue, owner in zip(cues, owners, strict=True) if owner == number]
        if not own:
            continue
        low, high = units_of(tokens, window)
        first, last = (np.asarray([cue[end] - low for cue in own], np.int64) for end in (0, 1))
        logits.append(model.tag(answer, first, np.minimum(last, high - low - 1)))
        offsets += [low] * len(own)
        asked += own
    paths, probabilities = _paths(model, logits)
    return [
        _found(cue, path, offset, float(odds[cue[0] : cue[1] + 1].max()), float(probability), model)
        for cue, path, offset, probability in zip(asked, paths, offsets, probabilities, strict=True)
    ]


def evidence(
    cue: Run, source: Sequence[Run], content: Sequence[Run], cue_odds: float, roles_log_probability: float
) -> tuple[float, ...]:
    """What speaks for an attribution, for the logistic regressions of the model.

    A constant; the log-odds of the cue's surest unit; the log-probability of the source and content labels given the
    cue; whether there is a source; the logarithm of one and the content's units; the content's runs; the cue's units;
    the logarithm of one and the source's units.
    """
    return (
        1.0,
        cue_odds,
        roles_log_probability,
        float(bool(source)),
        math.log1p(_length(content)),
        float(len(content)),
        float(_length([cue])),
        math.log1p(_length(source)),
    )


def _length(runs: Sequence[Run]) -> int:
    return sum(last - first + 1 for first, last in runs)


def spans_of(labels: npt.NDArray[np.int8], base: int) -> list[Run]:
    """Runs of one role's begin/inside/end/single labels; runs that a window's edge has cut count too."""
    spans: list[Run] = []
    start: int | None = None
    for unit in np.flatnonzero((labels > base) & (labels <= base + 4)).tolist():
        tag = int(labels[unit]) - base
        if tag in (Tag.BEGIN, Tag.SINGLE) or start is None or (spans and spans[-1][1] != unit - 1):
            spans.append((unit, unit))
        else:
            spans[-1] = (spans[-1][0], unit)
        start = unit
    return spans


def units_of(tokens: Tokens, window: Window) -> tuple[int, int]:
    """The first unit of a window and the one after its last."""
    low, high = np.searchsorted(tokens.unit_piece, (window.start, window.end))
    return int(low), int(high)


def merged(
    tokens: Tokens, windows: list[Window], parts: list[npt.NDArray[np.float32]]
) -> npt.NDArray[np.float32]:
    """Scores of all units, each from the window that answers for it."""
    scores = np.empty((tokens.units, parts[0].shape[1]), np.float32)
    for window, part in zip(windows, parts, strict=True):
        low, _ = units_of(tokens, window)
        own = np.searchsorted(tokens.unit_piece, (window.own_start, window.own_end))
        scores[own[0] : own[1]] = part[own[0] - low : own[1] - low]
    return scores


def _owners(tokens: Tokens, windows: list[Window], cues: list[Run]) -> list[int]:
    starts = np.asarray([window.own_start for window in windows])
    pieces = tokens.unit_piece[[cue[0] for cue in cues]]
    return (np.searchsorted(starts, pieces, side="right") - 1).tolist()  # type: ignore[no-any-return]


def _log_odds(scores: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    inside = scores[:, 1:]
    peak = inside.max(-1)
    odds: npt.NDArray[np.float32] = peak + np.log(np.exp(inside - peak[:, None]).sum(-1)) - scores[:, 0]
    return odds


def _paths(
    model: ReaderModel, logits: list[npt.NDArray[np.float32]]
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    lengths = np.concatenate([np.full(len(part), part.shape[1]) for part in logits])
    scores = np.zeros((len(lengths), int(lengths.max()), len(Role)), np.float32)
    row = 0
    for part in logits:
        scores[row : row + len(part), : part.shape[1]] = part
        row += len(part)
    decoding = model.decoding
    scores[:, :, [Role.SOURCE_BEGIN, Role.SOURCE_SINGLE]] += decoding.source_begin_bias
    scores[:, :, [Role.CONTENT_BEGIN, Role.CONTENT_SINGLE]] += decoding.content_begin_bias
    return best_paths(scores, lengths, model.role_transitions)


def _found(
    cue: Run, path: npt.NDArray[np.int8], offset: int, cue_score: float, roles_score: float, model: ReaderModel
) -> Found:
    source = [(a + offset, b + offset) for a, b in spans_of(path, SOURCE_BASE)]
    content = [(a + offset, b + offset) for a, b in spans_of(path, CONTENT_BASE)]
    near = _near(content, cue, model.decoding.reach)
    return Found(cue, tuple(source), near, evidence(cue, source, near, cue_score, roles_score))


def _near(content: list[Run], cue: Run, reach: int) -> tuple[Run, ...]:
    """Drop islands: content runs far from both the main run and the cue."""
    if len(content) < 2:
        return tuple(content)
    main = max(content, key=lambda run: run[1] - run[0])
    return tuple(run for run in content if min(_gap(run, main), _gap(run, cue)) <= reach)


def _gap(a: Run, b: Run) -> int:
    return max(a[0] - b[1], b[0] - a[1], 0)
