"""What processes of the tests do to a ledger: ``python -m tests.ledger.worker add|review ADDRESS FIRST COUNT``.

Prints the longest write transaction of the process, in milliseconds.
"""

from __future__ import annotations

import random
import sys
import time

from sqlalchemy import func, select

from onrecord.errors import NotFound
from onrecord.ledger import tables
from onrecord.ledger.address import parse
from onrecord.ledger.keys import Kind, inside
from onrecord.ledger.reindexing import drain
from onrecord.ledger.store import Store, open_store
from onrecord.ledger.verdict_kinds import Decision
from onrecord.ledger.verdicts import decide
from onrecord.ledger.writer import add
from onrecord.linking.identity import identify

from .articles import article


def main(task: str, address: str, first: int, count: int) -> None:
    with open_store(parse(address)) as store:
        store.timing.longest = 0.0  # making the tables is no transaction of a document
        if task == "add":
            for number in range(first, first + count):
                add(store, article(number), identify)
            drain(store)
        else:
            review(store, first, count)
        print(round(store.timing.longest * 1000))


def review(store: Store, seed: int, count: int) -> None:
    """Decide about some suggestions at random, as soon as there are any."""
    chance = random.Random(seed)
    done = 0
    while done < count:
        with store.reading() as connection:
            total = connection.scalar(select(func.count()).select_from(tables.attributions)) or 0
            row = connection.execute(
                select(tables.attributions.c.mark, tables.documents.c.hash)
                .where(tables.attributions.c.document == tables.documents.c.id)
                .order_by(tables.documents.c.id, tables.attributions.c.number)
                .offset(chance.randrange(max(total, 1)))
                .limit(1)
            ).first()
        if row is None:
            time.sleep(0.02)
            continue
        decision = chance.choice([Decision.ACCEPT, Decision.REJECT, Decision.UNSURE])
        try:
            decide(store, inside(Kind.ATTRIBUTION, row.hash, row.mark), decision, by=f"reviewer {seed}")
        except NotFound:
            continue
        done += 1


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
