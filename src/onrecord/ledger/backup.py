"""Backups: a ledger as one SQLite file, whatever database it is in; and back."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, func, insert, select, text

from onrecord.errors import BadInput, NotFound
from onrecord.ledger import tables
from onrecord.ledger.address import Address
from onrecord.ledger.full_text import index_words, indexed_words
from onrecord.ledger.loading import load_document
from onrecord.ledger.store import Store, open_store
from onrecord.ledger.tables import State

_ROWS: Final = 2_000
"""Rows that are copied at a time."""


def back_up(store: Store, path: Path) -> int:
    """Write the ledger as it is now to a file that appears only when it is whole; others may go on adding.

    Returns:
        How many documents it holds.

    Raises:
        BadInput: the file is there already, or cannot be written.
    """
    if path.exists():
        raise BadInput(f"{path} is there already.", "Name a file that is not there yet.")
    part = path.with_name(path.name + ".part")
    _forget(part)
    try:
        if store.postgres:
            with open_store(Address(part, None)) as target:
                _copy(store, target)
        else:
            with store.reading() as connection:
                connection.commit()  # VACUUM INTO wants no transaction around it, and makes one of its own
                connection.connection.driver_connection.execute("VACUUM INTO ?", (str(part),))  # type: ignore[union-attr]
        with open_store(Address(part, None)) as copied, copied.reading() as connection:
            held: int = connection.scalar(select(func.count()).where(tables.documents.c.state == State.HERE)) or 0
        part.replace(path)
    except OSError as error:
        raise BadInput(f"{path} cannot be written ({error.strerror}).", "Name another place.") from error
    finally:
        _forget(part)
    return held


def restore(path: Path, address: Address) -> int:
    """Make a ledger of a backup.

    Args:
        path: the backup.
        address: a file that is not there yet, or a database without tables.

    Returns:
        How many documents it holds.

    Raises:
        NotFound: there is no such backup.
        BadInput: it is no ledger, or there is a ledger with documents at the address.
    """
    if not path.is_file():
        raise NotFound(f"There is no backup {path}.", "Check the spelling.")
    if address.path is not None and address.path.exists():
        raise BadInput(f"There is a file {address.path} already.", "Move it away first; nothing is overwritten.")
    with open_store(Address(path, None), create=False) as source:
        if address.path is not None:
            return back_up(source, address.path)
        with open_store(address) as target:
            return _copy(source, target)


def _copy(source: Store, target: Store) -> int:
    """Copy all rows to an empty ledger in one transaction, and index the words anew."""
    with source.reading() as reader, target.writing() as writer:
        if writer.scalar(select(func.count()).select_from(tables.documents)):
            raise BadInput(f"The ledger {target.address.shown} holds documents.", "Restore to an empty database.")
        for table in tables.metadata.sorted_tables:
            for rows in reader.execution_options(yield_per=_ROWS).execute(select(table)).mappings().partitions():
                writer.execute(insert(table), [dict(row) for row in rows])
            if target.postgres and "id" in table.c:
                _go_on_counting(writer, table.name)
        known = tables.documents.c
        alive = writer.execute(select(known.id).where(known.state == State.HERE)).scalars().all()
        for number in alive:
            document = load_document(writer, number)
            index_words(target, writer, number, indexed_words(document.text, document.blocks))
        return len(alive)


def _go_on_counting(connection: Connection, table: str) -> None:
    """PostgreSQL's sequences do not notice numbers that are given."""
    connection.execute(text(
        f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT coalesce(max(id), 1) FROM {table}))"  # noqa: S608
    ))


def _forget(part: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        part.with_name(part.name + ending).unlink(missing_ok=True)
