"""Reading documents of a ledger again with the model that is installed; their texts stay as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from sqlalchemy import select

from onrecord.errors import OnrecordError
from onrecord.ledger import tables
from onrecord.ledger.finding import find_document
from onrecord.ledger.loading import load_document, load_model
from onrecord.ledger.reindexing import drain
from onrecord.ledger.rereading import Reread, replace_reading
from onrecord.ledger.store import Store
from onrecord.ledger.tables import State
from onrecord.linking.identity import identify
from onrecord.run.pipeline import lost, read_document, reader
from onrecord.run.pool import Work, do_many
from onrecord.settings import Settings
from onrecord.types import Block, BlockKind, Document, DocumentId, Metadata, ModelVersion, Reading, Span


def reread_many(
    store: Store, names: Sequence[str], settings: Settings, *, everything: bool = False
) -> Iterator[Reread]:
    """Read documents again, and put each new reading in place of the old one.

    Args:
        store: where they are.
        names: of the documents; all when none are given.
        settings: how they are read.
        everything: also those that the installed model has read.

    Raises:
        NotFound: there is no such document.
        OnrecordError: a document cannot be read.
    """
    work = Work(partial(_read, settings=settings), _lost, _never)
    for reading in do_many(_documents(store, names, settings, everything), work, settings.jobs):
        if isinstance(reading, OnrecordError):
            raise reading
        yield replace_reading(store, reading, identify)
    drain(store)


def _documents(
    store: Store, names: Sequence[str], settings: Settings, everything: bool
) -> Iterator[Document]:
    model = installed_model(settings)
    with store.reading() as connection:
        if names:
            numbers = [find_document(connection, name).id for name in names]
        else:
            known = tables.documents.c
            query = select(known.id).where(known.state == State.HERE).order_by(known.id)
            numbers = list(connection.execute(query).scalars())
    for number in numbers:
        with store.reading() as connection:
            if everything or load_model(connection, number) != model:
                yield load_document(connection, number)


def installed_model(settings: Settings) -> ModelVersion:
    """Which model and lexicon read here: those that a reading of one word names."""
    text = "Nothing."
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    document = Document(DocumentId("sha256:" + "0" * 64), "", text, (block,), Metadata(), b"")
    return reader(lexicon=settings.lexicon).read(document).model


def _read(document: Document, settings: Settings) -> Reading | OnrecordError:
    try:
        return read_document(document, settings)
    except OnrecordError as error:
        return error


def _lost(document: Document) -> OnrecordError:
    return lost(document.source).error


def _never(_: Document) -> bool:
    return False
