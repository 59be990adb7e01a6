"""Every test of the questions runs on SQLite and on PostgreSQL, on a ledger of articles written for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from onrecord.ledger.store import Store
from onrecord.ledger.writer import add
from onrecord.linking.identity import identify
from onrecord.query.view import View
from tests.ledger.articles import article
from tests.ledger.conftest import address, postgres_server, store  # noqa: F401 - fixtures


class Ledger:
    """A ledger and questions to it."""

    def __init__(self, store: Store) -> None:  # noqa: F811
        self.store = store

    def add(self, *readings) -> None:
        for reading in readings:
            add(self.store, reading, identify)

    def ask(self, question, *arguments, **options):
        with self.view() as view:
            return question(view, *arguments, **options)

    @contextmanager
    def view(self) -> Iterator[View]:
        with self.store.reading() as connection:
            yield View(self.store, connection)


@pytest.fixture
def ledger(store: Store) -> Ledger:  # noqa: F811
    return Ledger(store)


@pytest.fixture
def many(ledger: Ledger) -> Ledger:
    """A ledger of thirty articles from templates."""
    ledger.add(*(article(number) for number in range(30)))
    return ledger
