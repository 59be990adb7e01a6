"""Batches: windows cut from articles at a new offset every time, padded together by length."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor

from onrecord.reading.labels import MENTION_TYPES
from onrecord.reading.tokens import CLS, SEP
from training.features import IGNORED, UNASKED, Article, Example


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``[start, end)`` of an example, without CLS and SEP."""

    example: Example
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of several windows; see :class:`training.model.Encoder` for shapes.

    ``cues``, ``clauses``: int64[b, u] with ``IGNORED``; ``mentions``: bool[b, u, labels], all true where silent.
    ``pos``, ``tense``, ``heads``, ``relations``, ``clusters``: int64[b, u] with ``IGNORED``, heads in the window's
    units; ``kinds``: bool[b, u, 9], all true where silent; ``facts``: float32[b, u], NaN where silent.
    ``silver``: whether the syntax and coreference of this batch are a program's.
    ``words``: int64[b, u], the first piece of each unit.
    Anchors: ``window``, ``first``, ``last``: int64[a]; ``roles``: int64[a, u].
    """

    ids: Tensor
    case: Tensor
    line: Tensor
    quote: Tensor
    mask: Tensor
    unit_piece: Tensor
    unit_mask: Tensor
    cues: Tensor
    clauses: Tensor
    mentions: Tensor
    pos: Tensor
    tense: Tensor
    heads: Tensor
    relations: Tensor
    kinds: Tensor
    clusters: Tensor
    facts: Tensor
    words: Tensor
    silver: bool
    window: Tensor
    first: Tensor
    last: Tensor
    roles: Tensor


def cut(articles: list[Article], size: int, random_: random.Random) -> list[Window]:
    """Cut one version of each article into windows that do not overlap; the first cut is at random."""
    windows = []
    for article in articles:
        example = random_.choice(article.versions)
        pieces = example.tokens.pieces
        room = size - 2
        offset = 0 if pieces <= room else random_.choice((0, random_.randint(room // 4, room)))
        edges = [0, *range(offset, pieces, room), pieces] if offset else [*range(0, pieces, room), pieces]
        edges = sorted(set(edges))
        windows += [Window(example, a, b) for a, b in pairwise(edges) if b - a > 8]
    return windows


def batches(windows: list[Window], size: int, random_: random.Random) -> Iterator[Batch]:
    """Batches of windows of like length, in random order."""
    order = sorted(windows, key=lambda window: (window.end - window.start + random_.random() * 24))
    groups = [order[at : at + size] for at in range(0, len(order), size)]
    random_.shuffle(groups)
    for group in groups:
        yield collate(group)


def collate(windows: list[Window]) -> Batch:
    """Pad windows to one length."""
    pieces = max(window.end - window.start for window in windows) + 2
    bounds = [np.searchsorted(w.example.tokens.unit_piece, (w.start, w.end)) for w in windows]
    units = max(1, *(int(high - low) for low, high in bounds))
    b = len(windows)
    labels = 1 + 2 * len(MENTION_TYPES)
    grid = {name: np.zeros((b, pieces), np.int64) for name in ("ids", "case", "line", "quote")}
    mask = np.zeros((b, pieces), np.float32)
    unit_piece = np.zeros((b, units), np.int64)
    unit_mask = np.zeros((b, units), np.float32)
    cues = np.full((b, units), IGNORED, np.int64)
    clauses = np.full((b, units), IGNORED, np.int64)
    mentions = np.ones((b, units, labels), bool)
    layers = {name: np.full((b, units), IGNORED, np.int64) for name in ("pos", "tense", "relations", "clusters")}
    heads = np.full((b, units), IGNORED, np.int64)
    kinds = np.ones((b, units, 1 + len(MENTION_TYPES)), bool)
    facts = np.full((b, units), np.nan, np.float32)
    words = np.zeros((b, units), np.int64)
    window_of, first, last, roles = [], [], [], []
    for row, (window, (low, high)) in enumerate(zip(windows, bounds, strict=True)):
        example, tokens = window.example, window.example.tokens
        length, count = window.end - window.start, int(high - low)
        for name, values in grid.items():
            values[row, 1 : length + 1] = getattr(tokens, name)[window.start : window.end]
        grid["ids"][row, 0], grid["ids"][row, length + 1] = CLS, SEP
        mask[row, : length + 2] = 1
        unit_piece[row, :count] = tokens.unit_piece[low:high] - window.start + 1
        unit_mask[row, :count] = 1
        if example.cues is not None:
            cues[row, :count] = example.cues[low:high]
        if example.clauses is not None:
            clauses[row, :count] = example.clauses[low:high]
        if example.mentions is not None:
            mentions[row, :count] = example.mentions[low:high]
        words[row, :count] = tokens.ids[tokens.unit_piece[low:high]]
        for name, labels_ in layers.items():
            known = getattr(example, name)
            if known is not None:
                labels_[row, :count] = known[low:high]
        if example.heads is not None:
            part = example.heads[low:high]
            heads[row, :count] = np.where((part >= low) & (part < high), part - low, IGNORED)
        if example.kinds is not None:
            kinds[row, :count] = example.kinds[low:high]
        if example.facts is not None:
            facts[row, :count] = example.facts[low:high]
        if example.clusters is not None:
            # What refers back to before the window is new to the window, but not new.
            earlier = set(example.clusters[:low].tolist()) - {0, IGNORED}
            seen: set[int] = set()
            for unit in range(count):
                cluster = int(layers["clusters"][row, unit])
                if cluster > 0 and cluster not in seen:
                    seen.add(cluster)
                    if cluster in earlier:
                        layers["clusters"][row, unit] = UNASKED - cluster
        for anchor in example.anchors:
            if anchor.cue[0] >= low and anchor.cue[1] < high:
                window_of.append(row)
                first.append(anchor.cue[0] - low)
                last.append(anchor.cue[1] - low)
                padded = np.zeros(units, np.int64)
                padded[:count] = anchor.roles[low:high]
                roles.append(padded)
    return Batch(
        **{name: torch.from_numpy(values) for name, values in grid.items()},
        mask=torch.from_numpy(mask),
        unit_piece=torch.from_numpy(unit_piece),
        unit_mask=torch.from_numpy(unit_mask),
        cues=torch.from_numpy(cues),
        clauses=torch.from_numpy(clauses),
        mentions=torch.from_numpy(mentions),
        **{name: torch.from_numpy(labels_) for name, labels_ in layers.items()},
        heads=torch.from_numpy(heads),
        kinds=torch.from_numpy(kinds),
        facts=torch.from_numpy(facts),
        words=torch.from_numpy(words),
        silver=windows[0].example.silver,
        window=torch.tensor(window_of, dtype=torch.int64),
        first=torch.tensor(first, dtype=torch.int64),
        last=torch.tensor(last, dtype=torch.int64),
        roles=torch.from_numpy(np.stack(roles)) if roles else torch.zeros((0, units), dtype=torch.int64),
    )
