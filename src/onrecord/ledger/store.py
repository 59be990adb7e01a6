"""A ledger's database: opened once, many readers, one write transaction at a time.

SQLite runs in write-ahead mode: whoever reads sees the state before or after a transaction and is never held up by a
writer. A writer takes the lock when it begins (``BEGIN IMMEDIATE``), so that it never fails half-way for want of it.
On PostgreSQL an advisory lock makes writers take turns in the same way.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from onrecord.errors import BadInput, BrokenInstallation, NotFound, Unreachable
from onrecord.ledger.address import Address

if TYPE_CHECKING:
    from types import TracebackType

WAIT: Final = 60.0
"""Seconds that a writer waits for its turn. Transactions are under a quarter of a second, so that a hundred others may
be before it, twice over."""

_WRITES: Final = "onrecord_writes"
_ADVISORY_KEY: Final = 0x6F6E7265636F7264
"""Names the lock among a PostgreSQL server's advisory locks: ``onrecord`` in ASCII."""

_PRAGMAS: Final = (
    f"PRAGMA busy_timeout={int(WAIT * 1000)}",
    "PRAGMA synchronous=FULL",  # what was reported as added is there after a power cut, too
    "PRAGMA cache_size=-65536",
    "PRAGMA mmap_size=1073741824",
    "PRAGMA temp_store=MEMORY",
    # The log is moved into the file every 4,000 pages: often enough to keep it small, seldom enough to be cheap.
    "PRAGMA wal_autocheckpoint=4000",
    "PRAGMA journal_size_limit=67108864",
)


@dataclass(slots=True)
class Timing:
    """How long write transactions took, in seconds, from taking the lock to the end of the commit."""

    count: int = 0
    longest: float = 0.0

    def note(self, seconds: float) -> None:
        self.count += 1
        self.longest = max(self.longest, seconds)


@dataclass(slots=True)
class Store:
    """An open ledger database.

    Attributes:
        postgres: whether it is PostgreSQL and not SQLite.
        timing: of the write transactions of this process.
    """

    address: Address
    engine: Engine
    postgres: bool
    timing: Timing = field(default_factory=Timing)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger until it is closed."""
        with _named(self.address), self.engine.connect() as connection:
            if self.postgres:
                connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one write transaction of the moment; what is written is there wholly when it ends, or not at all."""
        with _named(self.address), self.engine.connect().execution_options(**{_WRITES: True}) as connection:
            with connection.begin():
                if self.postgres:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_KEY})
                else:
                    connection.exec_driver_sql("SELECT 1")  # makes the transaction begin, and with it the waiting
                begun = time.perf_counter()
                yield connection
            self.timing.note(time.perf_counter() - begun)

    def checkpoint(self) -> None:
        """Move SQLite's log into the file, so that it keeps no old pages; as far as nobody reads an older state."""
        if not self.postgres:
            with self.engine.connect() as connection:
                connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(address: Address, *, create: bool = True) -> Store:
    """Open a ledger and bring its tables up to date.

    Args:
        address: where it is.
        create: make the file where there is none.

    Raises:
        NotFound: there is no such file, and it is not to be made.
        BadInput: the file is no ledger, or one of a newer Onrecord.
        Unreachable: the database does not answer.
        BrokenInstallation: the driver for PostgreSQL is not installed.
    """
    from onrecord.ledger.migrations.migrate import migrate  # noqa: PLC0415 - it needs the store's type

    if address.path is not None:
        if not create and not address.path.exists():
            raise NotFound(f"There is no ledger {address.path}.", "Make one with onrecord add, or name it: --ledger.")
        if not address.path.parent.is_dir():
            raise NotFound(f"There is no folder {address.path.parent}.", "Make it first.")
    engine = _sqlite(address) if address.path is not None else _postgres(address)
    store = Store(address, engine, address.path is None)
    try:
        migrate(store)
    except BaseException:
        store.close()
        raise
    return store


def _sqlite(address: Address) -> Engine:
    engine = create_engine(f"sqlite:///{address.path}", connect_args={"timeout": WAIT, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # transactions are begun below and by nobody else
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        _write_ahead(connection)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _write_ahead(connection: DBAPIConnection) -> None:
    """Turn write-ahead mode on where it is not yet; SQLite does not wait for others while it does this, so we do."""
    deadline = time.monotonic() + WAIT
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except Exception as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _postgres(address: Address) -> Engine:
    try:
        import psycopg  # noqa: F401, PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise BrokenInstallation(
            "The driver for PostgreSQL is not installed.", "Install it: pip install 'onrecord[postgres]'."
        ) from error
    url = (address.url or "").replace("postgresql://", "postgresql+psycopg://", 1)
    return create_engine(url, connect_args={"connect_timeout": 10})


@contextmanager
def _named(address: Address) -> Iterator[None]:
    """Turn what a database says into a sentence about this ledger."""
    try:
        yield
    except OperationalError as error:
        words = str(error.orig).strip().partition("\n")[0]
        if address.path is None:
            raise Unreachable(f"The ledger {address.shown} cannot be used ({words}).", "Check the server.") from error
        if "locked" in words or "busy" in words:
            raise Unreachable(f"The ledger {address.path} is in use and stayed so.", "Try again later.") from error
        if "disk is full" in words or "full" in words:
            raise BadInput(f"There is no room left for the ledger {address.path}.", "Make room.") from error
        raise BadInput(f"The ledger {address.path} cannot be opened ({words}).", "Check that you may write.") from error
    except DBAPIError as error:
        words = str(error.orig).strip()
        if "not a database" in words or "malformed" in words:
            raise BadInput(f"{address.shown} is no ledger, or is damaged ({words}).", _DAMAGED) from error
        raise


_DAMAGED: Final = "Name another file, or restore a backup with onrecord restore."
