"""Checking finds what is wrong, says how to put it right, and puts it right where it can."""

import pytest
from sqlalchemy import delete, select, update

from onrecord.ledger import tables
from onrecord.ledger.checking import Repair, check_documents, check_ledger
from onrecord.ledger.full_text import drop_words, indexed_words
from onrecord.ledger.loading import load_document
from onrecord.ledger.repairing import repair
from onrecord.ledger.writer import add
from onrecord.linking.identity import identify

from .articles import article


def problems(store):
    return [*(one for _, found in check_documents(store) for one in found), *check_ledger(store)]


@pytest.fixture
def filled(store):
    for number in range(4):
        add(store, article(number), identify)
    assert problems(store) == []
    return store


def damage_words(store, connection):
    document = load_document(connection, 1)
    drop_words(store, connection, 1, indexed_words(document.text, document.blocks))


MENDABLE = {
    "appearances": lambda _, c: c.execute(delete(tables.appearances).where(tables.appearances.c.document == 1)),
    "figures": lambda _, c: c.execute(update(tables.quantities).values(figure=1)),
    "standings": lambda _, c: c.execute(
        update(tables.attributions).where(tables.attributions.c.number == 0).values(standing=2)
    ),
    "counts": lambda _, c: c.execute(update(tables.entities).values(documents=tables.entities.c.documents + 1)),
    "stray rows": lambda _, c: c.execute(tables.dates.insert().values(document=99, number=1, start=0, stop=1)),
    "originals": lambda _, c: c.execute(
        tables.originals.insert().values(hash=b"x", part=0, parts=2, deflated=0, bytes=b"half")
    ),
    "words": damage_words,
}


@pytest.mark.parametrize("damage", MENDABLE.values(), ids=MENDABLE)
def test_what_follows_from_other_rows_is_made_again(filled, damage):
    with filled.writing() as connection:
        damage(filled, connection)
    found = problems(filled)
    assert found
    assert all(one.repair is not Repair.RESTORE for one in found)
    repair(filled, found)
    assert problems(filled) == []


def cut_span(connection):
    from onrecord.ledger.packing import pack_spans
    from onrecord.types import Span

    connection.execute(update(tables.attributions).values(content=pack_spans([Span(1, 999_999)])))


LOST = {
    "text": lambda c: c.execute(update(tables.texts).values(bytes=b"not deflated")),
    "other text": lambda c: c.execute(
        update(tables.texts).where(tables.texts.c.document == 1).values(
            bytes=c.scalar(select(tables.texts.c.bytes).where(tables.texts.c.document == 2))
        )
    ),
    "original": lambda c: c.execute(delete(tables.originals)),
    "span": cut_span,
    "reference": lambda c: c.execute(update(tables.attributions).values(source_entity=999)),
    "code": lambda c: c.execute(update(tables.attributions).values(source_kind=99)),
}  # fmt: skip


@pytest.mark.parametrize("damage", LOST.values(), ids=LOST)
def test_what_cannot_be_made_again_is_said_to_be_lost(filled, damage):
    with filled.writing() as connection:
        damage(connection)
    assert Repair.RESTORE in {one.repair for one in problems(filled)}
