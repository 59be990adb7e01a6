"""The physical limit: the same windows and the same cues through onnxruntime, with nothing else around."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from onrecord.errors import OnrecordError
from onrecord.intake.sources import fetch
from onrecord.intake.take import take_in
from onrecord.reading.model import Encoded, Floats, Integers, ReaderModel
from onrecord.reading.reader import Reader
from onrecord.reading.tokens import Tokens
from onrecord.settings import Settings


@dataclass(frozen=True, slots=True)
class Work:
    """One window, whether all layers are asked for, and the cues asked in it."""

    tokens: Tokens
    start: int
    end: int
    layers: bool
    first: Integers
    last: Integers


class Recording(ReaderModel):
    """A model that notes what it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.work: list[Work] = []
        self._place: dict[int, int] = {}

    def encode(self, tokens: Tokens, start: int, end: int, layers: bool) -> Encoded:
        encoded = super().encode(tokens, start, end, layers)
        self._place[id(encoded.states)] = len(self.work)
        none = np.zeros(0, np.int64)
        self.work.append(Work(tokens, start, end, layers, none, none))
        return encoded

    def tag(self, encoded: Encoded, first: Integers, last: Integers) -> Floats:
        at = self._place[id(encoded.states)]
        work = self.work[at]
        self.work[at] = Work(work.tokens, work.start, work.end, work.layers, first, last)
        return super().tag(encoded, first, last)


def record(files: list[Path]) -> list[Work]:
    """The windows and cues that reading these files asks the network for."""
    model = Recording()
    reader = Reader(model)
    for file in files:
        try:
            reader.read(take_in(fetch(str(file), Settings(), sys.stdin.buffer), Settings()))
        except OnrecordError as error:
            raise SystemExit(str(error)) from error
    return model.work


def run(work: list[Work], jobs: int) -> float:
    """Seconds for all of it, on ``jobs`` processes of one thread each, their start left out."""
    parts = [work[number::jobs] for number in range(jobs)]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        list(pool.map(_warm, range(jobs)))
        return max(pool.map(_forward, parts))


def _warm(_: int) -> None:
    time.sleep(0.5)  # long enough for every process to take one of these


def _forward(work: list[Work]) -> float:
    model = ReaderModel()
    model.encode(work[0].tokens, work[0].start, work[0].end, work[0].layers)
    started = time.perf_counter()
    for item in work:
        encoded = model.encode(item.tokens, item.start, item.end, item.layers)
        if len(item.first):
            model.tag(encoded, item.first, item.last)
    return time.perf_counter() - started
