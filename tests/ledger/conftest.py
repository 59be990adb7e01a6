"""Every test of the ledger runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.ledger.address import parse
from onrecord.ledger.store import Store, open_store

from . import postgres


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    lacking = postgres.lacking()
    if lacking:
        pytest.skip(lacking)
    with postgres.server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a ledger that is not there yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    made = server.database()
    yield made
    server.drop(made)


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty ledger."""
    with open_store(parse(address)) as opened:
        yield opened
