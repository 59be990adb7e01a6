"""Replacing the reading of a document by a newer one; its text, its blocks and what people decided stay."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select

from onrecord.errors import UnsoundReading
from onrecord.ledger import tables
from onrecord.ledger.decided import unanchored
from onrecord.ledger.keys import document_hash
from onrecord.ledger.known import now
from onrecord.ledger.loading import load_model
from onrecord.ledger.removal import clear_reading
from onrecord.ledger.rows import pack_reading, text_hash
from onrecord.ledger.store import Store
from onrecord.ledger.tables import State
from onrecord.ledger.writing import model_number, write_reading
from onrecord.types import ModelVersion, Reading
from onrecord.types.identity import Identify


@dataclass(frozen=True, slots=True)
class Reread:
    """A document that was read again.

    Attributes:
        before, after: by which model and lexicon it was read.
        unanchored: names of suggestions that people decided on and that the new reading does not have. The verdicts
            are kept and take effect again if a later reading has them.
    """

    number: int
    before: ModelVersion
    after: ModelVersion
    unanchored: tuple[str, ...]


def replace_reading(store: Store, reading: Reading, identify: Identify) -> Reread:
    """Put a new reading in place of the one that is shown.

    Raises:
        UnsoundReading: it is of another text than the one that is kept, or not sound in itself.
        LookupError: the ledger does not hold the document.
    """
    hashed = document_hash(reading.document.id)
    rows = pack_reading(reading, identify(reading))
    known = tables.documents
    with store.writing() as connection:
        row = connection.execute(
            select(known.c.id, known.c.place, known.c.text_hash).where(
                known.c.hash == hashed, known.c.state == State.HERE
            )
        ).one_or_none()
        if row is None:
            raise LookupError(f"document {reading.document.id} is not there")
        if row.text_hash != text_hash(reading.document.text):
            raise UnsoundReading(
                f"The new reading of {reading.document.source} is of another text.", "Check the ledger: onrecord check."
            )
        before = load_model(connection, row.id)
        last: int | None = connection.scalar(
            select(func.max(tables.readings.c.number)).where(tables.readings.c.document == row.id)
        )
        clear_reading(store, connection, row.id)
        write_reading(store, connection, row.id, row.place, reading.document.metadata.publisher, rows)
        model = model_number(connection, reading.model)
        number = (last or 0) + 1
        connection.execute(insert(tables.readings).values(document=row.id, number=number, model=model, at=now()))
        connection.execute(delete(tables.dirty).where(tables.dirty.c.document == row.id))
        return Reread(row.id, before, reading.model, tuple(unanchored(connection, hashed)))
