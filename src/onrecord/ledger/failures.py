"""Sources that could not be added, and why; kept until they can."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, select

from onrecord.errors import OnrecordError
from onrecord.ledger.known import now
from onrecord.ledger.store import Store
from onrecord.ledger.tables import failures


@dataclass(frozen=True, slots=True)
class Given:
    """What a person said about a source: canonical address, publisher, date of publication."""

    url: str | None = None
    publisher: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """A source that could not be added.

    Attributes:
        code, problem, remedy: of the error.
        times: how often it was tried.
        at: when it was tried last.
    """

    source: str
    given: Given
    code: str
    problem: str
    remedy: str
    times: int
    at: str


def note_failure(store: Store, source: str, given: Given, error: OnrecordError) -> None:
    """Note that a source could not be added."""
    key = {"source": source, "given": json.dumps(asdict(given), sort_keys=True)}
    with store.writing() as connection:
        where = (failures.c.source == source, failures.c.given == key["given"])
        times: int | None = connection.scalar(select(failures.c.times).where(*where))
        connection.execute(delete(failures).where(*where))
        connection.execute(failures.insert().values(
            **key, code=error.code, problem=error.problem, remedy=error.remedy, times=(times or 0) + 1, at=now()
        ))  # fmt: skip


def list_failures(connection: Connection) -> list[Failed]:
    """All sources that could not be added, by source."""
    rows = connection.execute(select(failures).order_by(failures.c.source, failures.c.given))
    return [
        Failed(row.source, Given(**json.loads(row.given)), row.code, row.problem, row.remedy, row.times, row.at)
        for row in rows
    ]
