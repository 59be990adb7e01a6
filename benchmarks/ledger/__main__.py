"""``python -m benchmarks.ledger --documents N``: a ledger of N documents, and how fast it is.

Reports how long adding a document's reading takes (its median and 95th percentile over the first thousand and over
the last thousand), how long questions take, how long the longest write transaction took, and how many bytes an
attribution takes. Reading itself is left out: readings are made from templates, with entities, words and units drawn by
Zipf's law, so that the most frequent entity is in every other document and most are in a few.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select, text

from benchmarks.ledger.readings import make_reading
from benchmarks.ledger.world import World, make_world
from onrecord.ledger import tables
from onrecord.ledger.address import parse
from onrecord.ledger.reindexing import drain
from onrecord.ledger.store import Store, open_store
from onrecord.ledger.writer import add
from onrecord.linking.identity import identify
from onrecord.query.claims import ClaimFilter, claims
from onrecord.query.disputes import disputes
from onrecord.query.dossier import dossiers
from onrecord.query.figures import figures
from onrecord.query.pledges import pledges
from onrecord.query.search import search
from onrecord.query.sources import sources
from onrecord.query.ties import ties
from onrecord.query.view import View
from onrecord.types import Act

WINDOW = 1_000
"""Documents over which the time of adding is taken."""


@dataclass(frozen=True, slots=True)
class Times:
    """How long something took, each time, in milliseconds.

    Attributes:
        wall: by the clock on the wall.
        processor: of this process.
    """

    wall: list[float]
    processor: list[float]

    def shown(self) -> str:
        """Median, 95th percentile and longest by the wall, and the median of the processor."""
        wall, processor = sorted(self.wall), sorted(self.processor)
        return (
            f"median {_at(wall, 0.5):7.1f} ms   p95 {_at(wall, 0.95):7.1f} ms   longest {wall[-1]:7.1f} ms"
            f"   (processor: median {_at(processor, 0.5):.1f} ms, p95 {_at(processor, 0.95):.1f} ms)"
        )


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


@contextmanager
def _timed(times: Times) -> Iterator[None]:
    wall, processor = time.perf_counter(), time.process_time()
    yield
    times.wall.append((time.perf_counter() - wall) * 1e3)
    times.processor.append((time.process_time() - processor) * 1e3)


def fill(store: Store, world: World, documents: int) -> None:
    """Add documents up to a number, those that are there left out, and report the first and the last thousand."""
    with store.reading() as connection:
        start = connection.scalar(select(func.count()).select_from(tables.documents)) or 0
    if start:
        print(f"{start:,} documents are there already")
    window = Times([], [])
    for number in range(start, documents):
        reading = make_reading(world, number)
        with _timed(window):
            add(store, reading, identify)
        done = number + 1
        if done in {WINDOW, documents} or (done % (documents // 10 or 1) == 0 and sys.stderr.isatty()):
            print(f"adding, {done - len(window.wall):,} to {done:,}: {window.shown()}", flush=True)
        if done % WINDOW == 0:
            window = Times([], [])
    drain(store)
    print(f"longest write transaction: {store.timing.longest * 1e3:.1f} ms")


def ask(store: Store, world: World, times: int) -> None:
    """Ask each question some times about entities and words drawn as articles draw them, and report."""
    chance = random.Random(11)
    known = _known(store, world)

    def name() -> str:
        while True:
            drawn = world.known.draw(chance).name
            if drawn in known:
                return drawn

    def two() -> tuple[str, str]:
        first = name()
        while (second := name()) == first:
            pass
        return first, second

    def word() -> str:
        return world.words.draw(chance)

    questions: dict[str, Callable[[View], object]] = {
        "claims --about": lambda view: claims(view, ClaimFilter(about=name())),
        "claims --about --act": lambda view: claims(view, ClaimFilter(about=name(), act=Act.PLEDGE)),
        "claims --about --by": lambda view: claims(view, ClaimFilter(*two())),
        "claims --text": lambda view: claims(view, ClaimFilter(text=word())),
        "claims --about --text": lambda view: claims(view, ClaimFilter(about=name(), text=word())),
        "dossier": lambda view: dossiers(view, name()),
        "search, one word": lambda view: search(view, word()),
        "search, two words": lambda view: search(view, f"{word()} {word()}"),
        "figures": lambda view: figures(view, name()),
        "pledges": lambda view: pledges(view, name()),
        "disputes": lambda view: disputes(view, name()),
        "ties": lambda view: ties(view, *two()),
        "sources": sources,
    }
    gc.collect()
    gc.freeze()  # the world's fifty thousand names are no part of what is measured
    for title, question in questions.items():
        taken = Times([], [])
        for _ in range(times):
            with _timed(taken), store.reading() as connection:
                question(View(store, connection))
        print(f"{title:24}{taken.shown()}", flush=True)


def _known(store: Store, world: World) -> set[str]:
    """Names of the world that the ledger knows."""
    with store.reading() as connection:
        found = set(connection.execute(select(tables.names.c.name)).scalars())
    return {known.name for known in world.known.things} & found


def size(store: Store) -> None:
    """Report how large the ledger is."""
    store.checkpoint()
    with store.reading() as connection:
        rows: int = connection.scalar(select(func.count()).select_from(tables.attributions)) or 0
        if store.postgres:
            total = connection.scalar(text("SELECT pg_database_size(current_database())")) or 0
        else:
            total = os.stat(store.address.path or "").st_size  # noqa: PTH116
        originals = connection.scalar(select(func.sum(func.length(tables.originals.c.bytes)))) or 0
    print(f"{rows:,} attributions, {total / 1e6:,.0f} MB, {total / rows:,.0f} bytes an attribution, of which originals "
          f"take {originals / rows:,.0f}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=5_000, metavar="N", help="how many; default %(default)s")
    parser.add_argument("--questions", type=int, default=100, metavar="N", help="each so often; default %(default)s")
    parser.add_argument("--ledger", help="a ledger to fill further and ask; one that is thrown away, when not given")
    options = parser.parse_args()
    world = make_world()
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(parse(options.ledger or str(Path(folder) / "benchmark.db"))) as store,
    ):
        fill(store, world, options.documents)
        size(store)
        ask(store, world, options.questions)


if __name__ == "__main__":
    main()
