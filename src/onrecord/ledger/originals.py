"""Original bytes, kept by their hash in parts that are deflated where that helps.

Parts are written in transactions of their own before the document that needs them, so that a large file holds nobody
up. If the process is killed in between, some parts are there that no document points to; they are used when the same
bytes come again, and `onrecord check` speaks of them.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import Final

from sqlalchemy import Connection, delete, func, select

from onrecord.ledger.dialects import insert_new
from onrecord.ledger.store import Store
from onrecord.ledger.tables import State, documents, originals

PART: Final = 2_000_000
"""Bytes a part: written in some 20 ms."""


def original_hash(data: bytes) -> bytes:
    """The name of original bytes: their SHA-256."""
    return hashlib.sha256(data).digest()


def keep_original(store: Store, data: bytes) -> bytes:
    """Keep original bytes that are not there yet, and return their name."""
    name = original_hash(data)
    with store.reading() as connection:
        rows = select(originals.c.part, originals.c.parts).where(originals.c.hash == name)
        there = {part for part, _ in connection.execute(rows)}
    rows_to_write = original_rows(name, data, there)
    for row in rows_to_write:
        with store.writing() as connection:
            connection.execute(insert_new(store, originals), row)
    return name


def original_rows(name: bytes, data: bytes, there: set[int] | None = None) -> list[dict[str, object]]:
    """The parts of original bytes that are not there yet."""
    starts = range(0, max(len(data), 1), PART)
    rows = []
    for part, start in enumerate(starts):
        if there and part in there:
            continue
        plain = data[start : start + PART]
        small = zlib.compress(plain, 6)
        helps = len(small) < len(plain)
        rows.append({
            "hash": name, "part": part, "parts": len(starts), "deflated": int(helps),
            "bytes": small if helps else plain,
        })  # fmt: skip
    return rows


def load_original(connection: Connection, name: bytes) -> bytes:
    """Original bytes.

    Raises:
        LookupError: they are not, or not wholly, there.
    """
    rows = connection.execute(select(originals).where(originals.c.hash == name).order_by(originals.c.part)).all()
    if not rows or len(rows) != rows[0].parts:
        raise LookupError(f"the original {name.hex()} is not wholly there")
    return b"".join(zlib.decompress(row.bytes) if row.deflated else row.bytes for row in rows)


def drop_unused_original(connection: Connection, name: bytes) -> None:
    """Remove original bytes that no document needs any more."""
    used = select(func.count()).where(documents.c.original == name, documents.c.state != State.REMOVED)
    if not connection.scalar(used):
        connection.execute(delete(originals).where(originals.c.hash == name))
