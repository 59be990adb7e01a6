"""Many things done by a pool of processes, with outcomes in the order of the things.

A process that dies takes nothing else with it: what was under way is done again, each in a process of its own.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

FEW: Final = 4
"""Up to this many things are done in this process: starting others takes longer."""
AHEAD: Final = 4
"""Things under way for each process: enough to keep all busy, few enough to bound memory."""


@dataclass(frozen=True, slots=True)
class Work(Generic[Item, Outcome]):
    """What is done with each thing.

    Attributes:
        do: does it; a function that can be sent to another process.
        lost: the outcome for a thing whose process died.
        here: whether a thing has to be done in this process.
    """

    do: Callable[[Item], Outcome]
    lost: Callable[[Item], Outcome]
    here: Callable[[Item], bool]


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def do_many(items: Iterable[Item], work: Work[Item, Outcome], jobs: int) -> Iterator[Outcome]:
    """Do something with each of many things.

    Args:
        items: the things; taken as they are needed.
        work: what is done.
        jobs: processes; 0 means one for each processor.
    """
    ahead = deque[Item]()
    rest = iter(items)
    for item in rest:
        ahead.append(item)
        if len(ahead) > FEW:
            break
    every = _chained(ahead, rest)
    if len(ahead) <= FEW or jobs == 1:
        yield from (work.do(item) for item in every)
    else:
        yield from _pooled(every, work, jobs or processors())


def _chained(first: Iterable[Item], rest: Iterator[Item]) -> Iterator[Item]:
    yield from first
    yield from rest


def _pooled(items: Iterator[Item], work: Work[Item, Outcome], jobs: int) -> Iterator[Outcome]:
    pool = _pool(jobs)
    under_way: deque[tuple[Item, Future[Outcome] | None]] = deque()
    exhausted = False
    try:
        while True:
            while not exhausted and len(under_way) < AHEAD * jobs:
                try:
                    item = next(items)
                except StopIteration:
                    exhausted = True
                else:
                    under_way.append((item, None if work.here(item) else _submit(pool, work, item)))
            if not under_way:
                return
            item, future = under_way.popleft()
            try:
                yield work.do(item) if future is None else future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                again = [item, *(one for one, _ in under_way)]
                under_way.clear()
                for one in again:
                    yield work.do(one) if work.here(one) else _alone(one, work)
                pool = _pool(jobs)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, work: Work[Item, Outcome], item: Item) -> Future[Outcome]:
    """Give a thing to the pool; one that has broken meanwhile is noticed when the outcome is taken."""
    try:
        return pool.submit(work.do, item)
    except BrokenProcessPool as error:
        broken: Future[Outcome] = Future()
        broken.set_exception(error)
        return broken


def _alone(item: Item, work: Work[Item, Outcome]) -> Outcome:
    """Do something in a process of its own, so that its end harms nothing."""
    with _pool(1) as pool:
        try:
            return pool.submit(work.do, item).result()
        except BrokenProcessPool:
            return work.lost(item)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))
