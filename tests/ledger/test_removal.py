"""Removal: no word stays anywhere, and a tombstone says why."""

from pathlib import Path

import pytest
from sqlalchemy import select, text

from onrecord.errors import BadInput, NotFound
from onrecord.ledger import tables
from onrecord.ledger.checking import check_documents, check_ledger
from onrecord.ledger.full_text import Term, holding
from onrecord.ledger.known import Addition
from onrecord.ledger.removal import remove, tombstones
from onrecord.ledger.writer import add
from onrecord.linking.identity import identify

from .articles import article, says
from .snapshot import snapshot

SECRET = says(("Quillon Zebrowitz", "the xylotomy failed"), url="https://courier.example/z")


def test_nothing_of_a_removed_document_stays(store, address):
    for number in range(3):
        add(store, article(number), identify)
    before = snapshot(store)
    add(store, SECRET, identify)
    remove(store, SECRET.document.id, "a court order", by="ana")
    with store.reading() as connection:
        assert holding(store, connection, [Term(("xylotomy",))]) == set()
        for table in tables.metadata.sorted_tables:
            for row in connection.execute(select(table)):
                assert "ebrowitz" not in repr(tuple(row)).lower(), table.name
        assert [(one.id, one.reason, one.by) for one in tombstones(connection)] == [
            (SECRET.document.id, "a court order", "ana")
        ]
    after = snapshot(store)
    assert {name for name in after if after[name] != before[name]} == {"documents"}
    assert check_ledger(store) == []
    assert [one for _, found in check_documents(store) for one in found] == []


def test_the_file_itself_holds_no_word_of_it(tmp_path):
    from onrecord.ledger.address import parse
    from onrecord.ledger.store import open_store

    path = tmp_path / "ledger.db"
    with open_store(parse(str(path))) as store:
        add(store, SECRET, identify)
        remove(store, SECRET.document.id, "a court order", by="ana")
    assert b"zebrowitz" not in Path(path).read_bytes().lower()
    assert b"xylotomy" not in Path(path).read_bytes().lower()


def test_a_removed_document_does_not_come_back_by_itself(store):
    add(store, SECRET, identify)
    remove(store, "https://courier.example/z", "a court order", by="ana")
    assert add(store, SECRET, identify).addition is Addition.REMOVED
    with pytest.raises(NotFound):
        remove(store, SECRET.document.id, "again", by="ana")


def test_bytes_that_another_document_needs_stay(store):
    one = says(("Lena Ostrow", "the port is closed"), publisher="Harbor Courier")
    other = says(("Lena Ostrow", "the port is closed"), publisher="Lowland Post")
    for reading in (one, other):
        add(store, reading, identify)
    remove(store, one.document.id, "a court order", by="ana")
    with store.reading() as connection:
        assert len(connection.execute(select(tables.originals)).all()) == 1
    remove(store, other.document.id, "a court order", by="ana")
    with store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM originals")).scalar() == 0


def test_a_removal_needs_a_reason(store):
    add(store, SECRET, identify)
    with pytest.raises(BadInput, match="reason"):
        remove(store, SECRET.document.id, "  ", by="ana")
