"""Decisions on who is who: kept with who and when, in effect at once, undone without a trace."""

import pytest
from sqlalchemy import select

from onrecord.errors import BadInput, NotFound
from onrecord.ledger import tables
from onrecord.ledger.checking import check_documents, check_ledger
from onrecord.ledger.decisions import judge, list_decisions, undo
from onrecord.ledger.grouping import members
from onrecord.ledger.keys import Kind, entity_name, inside
from onrecord.ledger.reindexing import drain
from onrecord.ledger.rereading import replace_reading
from onrecord.ledger.verdict_kinds import Judgement
from onrecord.ledger.writer import add
from onrecord.linking.identity import identify

from .articles import reread, says
from .snapshot import snapshot

ONE = says(("Lena Ostrow", "one"))
TWO = says(("Lena Ostrow", "two"))
THREE = says(("Helena Ostrow", "three"))


@pytest.fixture
def filled(store):
    for reading in (ONE, TWO, THREE):
        add(store, reading, identify)
    return store


def named(store, key: str) -> str:
    with store.reading() as connection:
        found = connection.execute(select(tables.entities.c.public).where(tables.entities.c.key == key)).scalars().all()
    assert len(found) == 1
    return entity_name(found[0])


def in_document(store, reading) -> str:
    from onrecord.ledger.keys import document_hash

    with store.reading() as connection:
        mark = connection.scalar(
            select(tables.document_entities.c.mark).join_from(
                tables.document_entities, tables.documents,
                tables.document_entities.c.document == tables.documents.c.id,
            ).where(tables.documents.c.hash == document_hash(reading.document.id))
        )  # fmt: skip
    return inside(Kind.ENTITY, document_hash(reading.document.id), mark)


def together(store, key: str) -> int:
    """How many entities the one with a key is one with, itself included."""
    with store.reading() as connection:
        number = connection.scalar(select(tables.entities.c.id).where(tables.entities.c.key == key))
        return len(members(connection, [number]))


def sound(store) -> bool:
    return not check_ledger(store) and not [one for _, found in check_documents(store) for one in found]


def test_two_that_a_person_judges_the_same_are_one_until_it_is_undone(filled):
    before = snapshot(filled)
    made = judge(filled, named(filled, "lena ostrow"), named(filled, "helena ostrow"), Judgement.SAME, by="ana")
    assert together(filled, "lena ostrow") == together(filled, "helena ostrow") == 2
    undone = undo(filled, made.number, by="ben")
    assert snapshot(filled) == before
    assert (undone.by, undone.undone_by) == ("ana", "ben")
    with filled.reading() as connection:
        assert len(list_decisions(connection)) == 1, "it is kept"


def test_one_of_a_document_is_set_apart_until_it_is_undone(filled):
    before = snapshot(filled)
    made = judge(filled, named(filled, "lena ostrow"), in_document(filled, TWO), Judgement.DIFFERENT, by="ana")
    with filled.reading() as connection:
        rows = connection.execute(
            select(tables.entities.c.documents).where(tables.entities.c.key == "lena ostrow")
        ).scalars()
        assert sorted(rows) == [1, 1]
    assert sound(filled)
    undo(filled, made.number, by="ana")
    assert snapshot(filled) == before
    assert sound(filled)


def test_who_was_set_apart_stays_so_when_the_document_is_read_again(filled):
    judge(filled, named(filled, "lena ostrow"), in_document(filled, TWO), Judgement.DIFFERENT, by="ana")
    before = snapshot(filled)
    replace_reading(filled, reread(TWO), identify)
    drain(filled)
    after = snapshot(filled)
    assert {name for name in after if after[name] != before[name]} == {"readings"}


def test_unsure_is_kept_and_changes_nothing(filled):
    before = snapshot(filled)
    judge(filled, named(filled, "lena ostrow"), named(filled, "helena ostrow"), Judgement.UNSURE, by="ana", note="?")
    assert snapshot(filled) == before
    with filled.reading() as connection:
        assert [one.judgement for one in list_decisions(connection)] == [Judgement.UNSURE]


def test_decisions_that_contradict_each_other_are_refused(filled):
    pair = named(filled, "lena ostrow"), named(filled, "helena ostrow")
    judge(filled, *pair, Judgement.SAME, by="ana")
    with pytest.raises(BadInput, match=r"undo 1|Undo"):
        judge(filled, *reversed(pair), Judgement.DIFFERENT, by="ben")


def test_who_is_one_already_or_not_there_is_refused(filled):
    one = named(filled, "lena ostrow")
    with pytest.raises(BadInput, match="one entity already"):
        judge(filled, one, one, Judgement.SAME, by="ana")
    with pytest.raises(NotFound):
        judge(filled, one, "e0000000000000000", Judgement.SAME, by="ana")
    with pytest.raises(NotFound):
        undo(filled, 7, by="ana")


def test_a_decision_on_who_is_not_there_yet_takes_effect_when_they_come(filled):
    from onrecord.ledger.removal import remove

    judge(filled, named(filled, "lena ostrow"), named(filled, "helena ostrow"), Judgement.SAME, by="ana")
    remove(filled, THREE.document.id, "a court order", by="ana")
    assert together(filled, "lena ostrow") == 1
    add(filled, says(("Helena Ostrow", "four")), identify)
    assert together(filled, "lena ostrow") == 2
