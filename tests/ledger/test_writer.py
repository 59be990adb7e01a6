"""Adding: what goes in comes out, once, wholly, in whatever order it came."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from onrecord.errors import UnsoundReading
from onrecord.ledger import tables
from onrecord.ledger.known import Addition, arrival_hash, known_arrival
from onrecord.ledger.loading import load_reading
from onrecord.ledger.writer import add
from onrecord.linking.identity import identify
from onrecord.types import Block, BlockKind, EntityId, Metadata, Span
from tests.present.sample import sample

from .articles import article, document_name, says
from .snapshot import snapshot


def count(store, table) -> int:
    with store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(table))


@pytest.mark.parametrize("number", range(6))
def test_a_reading_comes_back_as_it_was(store, number):
    reading = article(number)
    added = add(store, reading, identify)
    with store.reading() as connection:
        assert load_reading(connection, added.number, original=True) == reading


def test_a_reading_without_statements_comes_back_without_them(store):
    reading = says(("Lena Ostrow", "the port is closed"), ("Harbor Board", "it is open"))
    added = add(store, reading, identify)
    with store.reading() as connection:
        assert load_reading(connection, added.number, original=True) == reading
        whole = connection.execute(select(tables.statements)).all()
    assert [row.stand_in for row in whole] == [1, 1], "each content stands in for a statement"


def test_the_sample_of_the_pages_comes_back_with_its_ids_in_text_order(store):
    reading = sample()
    added = add(store, reading, identify)
    with store.reading() as connection:
        loaded = load_reading(connection, added.number)
    assert loaded.echo == reading.echo
    assert [one.content for one in loaded.attributions] == [one.content for one in reading.attributions]
    assert [one.reasons for one in loaded.attributions] == [one.reasons for one in reading.attributions]
    assert [len(one.chain) for one in loaded.attributions] == [len(one.chain) for one in reading.attributions]


def test_the_same_document_is_added_once(store):
    first, again = add(store, article(1), identify), add(store, article(1), identify)
    assert (first.addition, again.addition) == (Addition.ADDED, Addition.KNOWN)
    assert again.number == first.number
    assert count(store, tables.documents) == 1


def test_identical_wire_copy_from_two_outlets_is_two_documents(store):
    one = says(("Lena Ostrow", "the port is closed"), publisher="Harbor Courier")
    other = says(("Lena Ostrow", "the port is closed"), publisher="Lowland Post")
    assert [add(store, reading, identify).addition for reading in (one, other)] == [Addition.ADDED] * 2
    assert count(store, tables.originals) == 1, "the bytes are kept once"


def test_the_same_address_with_other_bytes_is_a_new_version(store):
    old = says(("Lena Ostrow", "the port is closed"), url="https://courier.example/port")
    new = says(("Lena Ostrow", "the port is open"), url="https://courier.example/port")
    assert add(store, old, identify).versions == 1
    added = add(store, new, identify)
    assert (added.addition, added.versions) == (Addition.VERSION, 2)


def test_what_came_before_is_known_again_unread(store):
    arrival = arrival_hash(b"<html>...", "https://courier.example/port", None)
    added = add(store, article(1), identify, arrival=arrival)
    with store.reading() as connection:
        assert known_arrival(connection, arrival).id == added.id
        assert known_arrival(connection, arrival_hash(b"<html>...", None, None)) is None


def test_newer_documents_stand_before_older_ones_whenever_they_came(store):
    days = ["2024-05-02", None, "2019-01-31", "2024-05-03"]
    for day in days:
        add(store, says(("Lena Ostrow", f"it is {day}"), published=day), identify)
    with store.reading() as connection:
        shown = connection.execute(select(tables.documents.c.published).order_by(tables.documents.c.place.desc()))
        assert list(shown.scalars()) == ["2024-05-03", "2024-05-02", "2019-01-31", None]


def test_the_order_of_arrival_makes_no_difference(store, tmp_path):
    from onrecord.ledger.address import parse
    from onrecord.ledger.store import open_store

    readings = [article(number) for number in range(12)]
    for reading in readings:
        add(store, reading, identify)
    with open_store(parse(str(tmp_path / "other.db"))) as other:
        for reading in sorted(readings, key=lambda one: one.document.id):
            add(other, reading, identify)
        assert snapshot(other) == snapshot(store)


@pytest.mark.parametrize(
    "broken",
    [
        lambda r: replace(r, attributions=(replace(r.attributions[0], content=(Span(0, 9_999),)), *r.attributions[1:])),
        lambda r: replace(r, attributions=(replace(r.attributions[0], cue=(Span(11, 12),)),)),  # a space
        lambda r: replace(r, attributions=(replace(r.attributions[0], source_entity=EntityId("e99")),)),
        lambda r: replace(r, attributions=(r.attributions[0], r.attributions[0])),
        lambda r: replace(r, document=replace(r.document, blocks=(Block(BlockKind.PARAGRAPH, Span(0, 9_999)),))),
    ],
    ids=["beyond the text", "white space", "an entity that is not there", "one name twice", "a block beyond the text"],
)
def test_no_text_no_row(store, broken):
    reading = broken(says(("Lena Ostrow", "the port is closed"), ("Harbor Board", "it is open")))
    with pytest.raises(UnsoundReading):
        add(store, reading, identify)
    assert count(store, tables.documents) == 0
    assert count(store, tables.attributions) == 0


def test_a_fault_while_writing_leaves_nothing(store, monkeypatch):
    from onrecord.ledger import writer

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr(writer, "write_reading", fail)
    with pytest.raises(RuntimeError):
        add(store, article(1), identify)
    assert [count(store, table) for table in (tables.documents, tables.texts, tables.blocks)] == [0, 0, 0]


def test_text_that_no_database_likes_is_kept(store):
    reading = says(("Lena\x00 Ostrow\ud800", "the \udfff port \x00 is closed"), publisher="Cou\x00rier", original=b"x")
    added = add(store, reading, identify)
    with store.reading() as connection:
        loaded = load_reading(connection, added.number)
    assert loaded.document.text == reading.document.text
    assert loaded.entities[0].name == "Lena\ufffd Ostrow\ufffd"


def test_a_large_original_comes_back_whole(store):
    import random

    data = random.Random(1).randbytes(5_000_000)
    reading = says(("Lena Ostrow", "the port is closed"), original=data)
    added = add(store, reading, identify)
    with store.reading() as connection:
        assert load_reading(connection, added.number, original=True).document.original == data
    assert count(store, tables.originals) == 3


def test_documents_that_share_their_place_are_both_kept(store, monkeypatch):
    from onrecord.ledger import writer

    monkeypatch.setattr(writer, "place", lambda *_: 77)
    for number in (1, 2):
        add(store, article(number), identify)
    with store.reading() as connection:
        assert sorted(connection.execute(select(tables.documents.c.place)).scalars()) == [77, 78]


def test_metadata_comes_back(store):
    reading = says(("Lena Ostrow", "the port is closed"))
    metadata = Metadata("Port closed", "By Ana Vell", "Courier", "2024-05-02", "https://c.example/1", "en")
    document = replace(reading.document, metadata=metadata, id=document_name(b"x", "y"))
    added = add(store, replace(reading, document=document), identify)
    with store.reading() as connection:
        assert load_reading(connection, added.number).document.metadata == metadata


# ---------------------------------------------------------------------- long documents


@pytest.fixture
def in_parts(monkeypatch):
    """Every document counts as long: nothing of it is written in one go."""
    from onrecord.ledger import writer

    monkeypatch.setattr(writer, "ONE_GO", 7)


def test_a_long_document_is_written_in_parts_and_comes_back_whole(store, in_parts, tmp_path):
    readings = [article(number) for number in range(4)]
    for reading in readings:
        added = add(store, reading, identify)
        with store.reading() as connection:
            assert load_reading(connection, added.number, original=True) == reading
    assert add(store, readings[0], identify).addition is Addition.KNOWN


def test_a_document_written_in_parts_is_the_same_as_one_written_at_once(store, tmp_path, monkeypatch):
    from onrecord.ledger import writer
    from onrecord.ledger.address import parse
    from onrecord.ledger.checking import check_documents, check_ledger
    from onrecord.ledger.store import open_store

    with open_store(parse(str(tmp_path / "other.db"))) as other:
        for number in range(4):
            add(other, article(number), identify)
        monkeypatch.setattr(writer, "ONE_GO", 7)
        for number in range(4):
            add(store, article(number), identify)
        assert snapshot(store) == snapshot(other)
    assert [*check_ledger(store), *(one for _, found in check_documents(store) for one in found)] == []


@pytest.mark.parametrize("call", [1, 2, 5])
def test_a_long_document_that_was_interrupted_is_not_seen_and_is_begun_anew(store, in_parts, monkeypatch, call):
    from onrecord.ledger import writer
    from onrecord.ledger.checking import check_documents, check_ledger
    from onrecord.ledger.full_text import Term, holding
    from onrecord.ledger.repairing import repair

    add(store, article(1), identify)
    before = snapshot(store)
    calls = iter(range(1, 10_000))
    check = writer._check_mine

    def interrupt(*arguments):
        if next(calls) == call:
            raise KeyboardInterrupt
        check(*arguments)

    monkeypatch.setattr(writer, "_check_mine", interrupt)
    with pytest.raises(KeyboardInterrupt):
        add(store, article(2), identify)
    monkeypatch.setattr(writer, "_check_mine", check)
    with store.reading() as connection:
        from onrecord.query.documents import DocumentFilter, documents
        from onrecord.query.view import View

        assert len(documents(View(store, connection), DocumentFilter()).items) == 1
    assert [one.what for one in check_ledger(store)] == [
        "1 long documents are being added, or their addition was interrupted."
    ]
    if call % 2:
        repair(store, check_ledger(store))
        assert {name: rows for name, rows in snapshot(store).items() if rows != before[name]} == {}
    assert add(store, article(2), identify).addition is Addition.ADDED
    assert [*check_ledger(store), *(one for _, found in check_documents(store) for one in found)] == []
    word = article(2).document.text.split()[8].strip(".,").lower()
    with store.reading() as connection:
        assert holding(store, connection, [Term((word,))])


def test_a_long_document_that_another_process_took_over_is_added_once(store, in_parts, monkeypatch):
    from onrecord.ledger import writer

    check = writer._check_mine
    calls = iter(range(1, 10_000))

    def be_overtaken(connection, number):
        if next(calls) == 3:
            monkeypatch.setattr(writer, "_check_mine", check)
            raise writer._TakenOverError
        check(connection, number)

    monkeypatch.setattr(writer, "_check_mine", be_overtaken)
    monkeypatch.setattr(writer, "_OTHER_TAKES", 0.1)
    assert add(store, article(1), identify).addition is Addition.ADDED
    assert count(store, tables.documents) == 1
    assert count(store, tables.texts) == 1
