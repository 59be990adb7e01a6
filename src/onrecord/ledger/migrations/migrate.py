"""Bringing a ledger's tables up to date when it is opened.

The modules of ``versions`` are Alembic migrations. They are run here and not by Alembic's command, because that wants
a configuration file and a console; ``alembic_version`` is kept as it would keep it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol

from sqlalchemy import inspect, text

from onrecord.errors import BadInput

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.ledger.store import Store

VERSIONS: Final = ("0001_first",)
"""The migrations in the order in which they are run; a module's name is its revision."""


class Migration(Protocol):
    """What a module of ``versions`` holds."""

    def upgrade(self) -> None:
        """Change the tables, with Alembic's ``op``."""


def migrate(store: Store) -> None:
    """Run the migrations that a ledger lacks, each in a transaction of its own together with its record.

    Raises:
        BadInput: the ledger was made by a newer Onrecord, or the file holds tables of something else.
    """
    with store.reading() as connection:
        found = _revision(connection)
        foreign = found is None and bool(set(inspect(connection).get_table_names()) - {"spatial_ref_sys"})
    if foreign:
        raise BadInput(f"{store.address.shown} holds tables of another program.", "Name another file or database.")
    while found != VERSIONS[-1]:
        if found is not None and found not in VERSIONS:
            raise BadInput(f"The ledger {store.address.shown} was made by a newer Onrecord.", "Install the newer one.")
        following = VERSIONS[0] if found is None else VERSIONS[VERSIONS.index(found) + 1]
        module: Migration = import_module(f"{__package__}.versions.m{following}")
        with store.writing() as connection:
            if _revision(connection) == found:  # else another process was first
                _step(connection, module, following)
        with store.reading() as connection:
            found = _revision(connection)


def _step(connection: Connection, module: Migration, following: str) -> None:
    """Run a migration and record it."""
    from alembic.migration import MigrationContext  # noqa: PLC0415 - slow to import, and seldom needed
    from alembic.operations import Operations  # noqa: PLC0415

    with Operations.context(MigrationContext.configure(connection)):
        module.upgrade()
    if following == VERSIONS[0]:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:now)"), {"now": following})
    else:
        connection.execute(text("UPDATE alembic_version SET version_num = :now"), {"now": following})


def _revision(connection: Connection) -> str | None:
    """The last migration that was run; nothing for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found
