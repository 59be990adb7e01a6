"""One document through all stages, and many documents through a pool of processes.

Each process reads on one thread, so a document's reading is the same whatever ``jobs`` is. A process that dies takes
no other document with it: what was under way is read again, each in a process of its own.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.errors import BadInput, OnrecordError
from onrecord.intake.sources import Raw, fetch
from onrecord.intake.take import take_in
from onrecord.linking.link import link
from onrecord.reading.model import SHIPPED, ReaderModel
from onrecord.reading.reader import Reader
from onrecord.settings import Settings
from onrecord.types import Reading

FEW = 4
"""Up to this many documents are read in this process: starting others takes longer."""
AHEAD = 4
"""Documents under way for each process: enough to keep all busy, few enough to bound memory."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read, and why."""

    source: str
    error: OnrecordError


Outcome = Reading | Failure


@cache
def reader(model: Path = SHIPPED) -> Reader:
    """The reader of this process, loaded once."""
    return Reader(ReaderModel(model))


def read_raw(raw: Raw, settings: Settings) -> Reading:
    """Read what has been fetched.

    Raises:
        OnrecordError: it cannot be read; says why and what to do.
    """
    return link(reader().read(take_in(raw, settings)))


def read_source(source: str, settings: Settings) -> Outcome:
    """Fetch and read one source; what goes wrong with it becomes a failure."""
    try:
        return read_raw(fetch(source, settings, sys.stdin.buffer), settings)
    except OnrecordError as error:
        return Failure(source, error)


def read_many(sources: Iterable[str], settings: Settings) -> Iterator[Outcome]:
    """Read sources, giving outcomes in the order of the sources."""
    ahead = deque[str]()
    rest = iter(sources)
    for source in rest:
        ahead.append(source)
        if len(ahead) > FEW:
            break
    jobs = settings.jobs or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else [0])
    if len(ahead) <= FEW or jobs == 1:
        yield from (read_source(source, settings) for source in _chained(ahead, rest))
    else:
        yield from _pooled(_chained(ahead, rest), settings, jobs)


def _chained(first: Iterable[str], rest: Iterator[str]) -> Iterator[str]:
    yield from first
    yield from rest


def _pooled(sources: Iterator[str], settings: Settings, jobs: int) -> Iterator[Outcome]:
    pool = _pool(jobs)
    under_way: deque[tuple[str, Future[Outcome] | Outcome]] = deque()
    try:
        exhausted = False
        while not exhausted or under_way:
            while not exhausted and len(under_way) < AHEAD * jobs:
                source = next(sources, None)
                if source is None:
                    exhausted = True
                elif source == "-":  # standard input belongs to this process
                    under_way.append((source, read_source(source, settings)))
                else:
                    under_way.append((source, pool.submit(read_source, source, settings)))
            if not under_way:
                break
            source, outcome = under_way.popleft()
            if not isinstance(outcome, Future):
                yield outcome
                continue
            try:
                yield outcome.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                again = [source, *(name for name, _ in under_way)]
                under_way.clear()
                for name in again:
                    yield _alone(name, settings)
                pool = _pool(jobs)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _alone(source: str, settings: Settings) -> Outcome:
    """Read one source in a process of its own, so that its end harms nothing."""
    with _pool(1) as pool:
        try:
            return pool.submit(read_source, source, settings).result()
        except BrokenProcessPool:
            problem = f"{source} ended the process that read it."
            return Failure(source, BadInput(problem, "It is probably damaged; leave it out, or save it anew."))


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))
