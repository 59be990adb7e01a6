"""Verdicts: what people decide is added, takes effect at once, and outlives a newer reading."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from onrecord.errors import BadInput, NotFound
from onrecord.ledger import tables
from onrecord.ledger.checking import check_documents, check_ledger
from onrecord.ledger.edits import Edit
from onrecord.ledger.index import unpack_steps
from onrecord.ledger.keys import Kind, inside
from onrecord.ledger.loading import load_reading
from onrecord.ledger.rereading import replace_reading
from onrecord.ledger.verdict_kinds import Decision, Ground
from onrecord.ledger.verdicts import decide, verdicts_on
from onrecord.ledger.writer import add
from onrecord.linking.identity import identify
from onrecord.types import Act, SourceKind, Span

from .articles import article, reread, says
from .snapshot import snapshot

PORT = says(("Lena Ostrow", "the port is closed"), ("Harald Benn", "the port is open"))


def names(store, table=tables.attributions, kind=Kind.ATTRIBUTION) -> list[str]:
    with store.reading() as connection:
        rows = connection.execute(
            select(table.c.mark, tables.documents.c.hash).join_from(
                table, tables.documents, table.c.document == tables.documents.c.id
            ).order_by(table.c.document, table.c.number)
        )  # fmt: skip
        return [inside(kind, row.hash, row.mark) for row in rows]


def said(store) -> dict[str, int]:
    with store.reading() as connection:
        return {row.key: row.said for row in connection.execute(select(tables.entities)) if row.type == 1}


def sound(store) -> bool:
    return not check_ledger(store) and not [one for _, found in check_documents(store) for one in found]


def test_what_is_rejected_leaves_claims_and_counts_at_once(store):
    add(store, PORT, identify)
    assert said(store) == {"lena ostrow": 1, "harald benn": 1}
    decide(store, names(store)[0], Decision.REJECT, by="ana", ground=Ground.SOURCE, note="she asked, he answered")
    assert said(store) == {"lena ostrow": 0, "harald benn": 1}
    with store.reading() as connection:
        appearing = connection.execute(select(tables.appearances.c.said)).scalars()
        assert sorted(len(unpack_steps(one)) for one in appearing) == [0, 0, 1]
    assert sound(store)


def test_a_later_verdict_takes_the_place_of_an_earlier_one_and_both_are_kept(store):
    add(store, PORT, identify)
    before, target = snapshot(store), names(store)[0]
    decide(store, target, Decision.REJECT, by="ana")
    decide(store, target, Decision.ACCEPT, by="ben")
    assert said(store)["lena ostrow"] == 1
    with store.reading() as connection:
        kept = verdicts_on(connection, target)
    assert [(one.decision, one.by) for one in kept] == [(Decision.REJECT, "ana"), (Decision.ACCEPT, "ben")]
    after = snapshot(store)
    assert {name for name in after if after[name] != before[name]} == {"attributions"}, "only the standing differs"
    assert sound(store)


def test_an_edit_replaces_and_the_suggestion_is_kept_beside_it(store):
    add(store, PORT, identify)
    target = names(store)[0]
    edit = Edit(act=Act.CLAIM, source_kind=SourceKind.UNNAMED_PERSON, content=(Span(22, 30),))
    decided = decide(store, target, Decision.EDIT, by="ana", edit=edit)
    assert decided.suggested.content == PORT.attributions[0].content
    with store.reading() as connection:
        shown = load_reading(connection, 1).attributions[0]
        stand_in = connection.execute(select(tables.statements.c.spans).where(tables.statements.c.number == 0))
        stand_in = stand_in.scalar()
    assert (shown.act, shown.source_kind, shown.content) == (Act.CLAIM, SourceKind.UNNAMED_PERSON, (Span(22, 30),))
    assert stand_in == connection_spans((Span(22, 30),))
    assert names(store)[0] == target, "its name stays"
    decide(store, target, Decision.UNSURE, by="ana")
    with store.reading() as connection:
        assert load_reading(connection, 1).attributions == PORT.attributions
    assert sound(store)


def connection_spans(spans) -> bytes:
    from onrecord.ledger.packing import pack_spans

    return pack_spans(spans)


def test_a_second_edit_starts_from_the_suggestion_not_from_the_first(store):
    add(store, PORT, identify)
    target = names(store)[0]
    decide(store, target, Decision.EDIT, by="ana", edit=Edit(act=Act.CLAIM))
    decide(store, target, Decision.EDIT, by="ana", edit=Edit(source_kind=SourceKind.UNNAMED_PERSON))
    with store.reading() as connection:
        shown = load_reading(connection, 1).attributions[0]
    assert (shown.act, shown.source_kind) == (None, SourceKind.UNNAMED_PERSON)


@pytest.mark.parametrize(
    ("decision", "options"),
    [
        (Decision.ACCEPT, {"ground": Ground.ACT}),
        (Decision.EDIT, {}),
        (Decision.EDIT, {"edit": Edit()}),
        (Decision.EDIT, {"edit": Edit(content=(Span(0, 9_999),))}),
        (Decision.EDIT, {"edit": Edit(content=())}),
        (Decision.EDIT, {"edit": Edit(spans=(Span(0, 4),))}),
        (Decision.REJECT, {"edit": Edit(act=Act.SAY)}),
    ],
)
def test_a_verdict_that_makes_no_sense_is_refused(store, decision, options):
    add(store, PORT, identify)
    with pytest.raises(BadInput):
        decide(store, names(store)[0], decision, by="ana", **options)
    with store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(tables.verdicts)) == 0


@pytest.mark.parametrize("name", ["a000000000000-0000000000", "nonsense", "e0000000000000000"])
def test_a_verdict_on_nothing_is_refused(store, name):
    add(store, PORT, identify)
    with pytest.raises(NotFound):
        decide(store, name, Decision.ACCEPT, by="ana")


def test_a_newer_reading_keeps_the_verdicts_on_the_same_spans(store):
    reading = article(3)
    add(store, reading, identify)
    statement = names(store, tables.statements, Kind.STATEMENT)[4]
    first, second = names(store)[:2]
    decide(store, first, Decision.REJECT, by="ana", ground=Ground.BOUNDARY)
    decide(store, second, Decision.EDIT, by="ana", edit=Edit(act=Act.WARN))
    decide(store, statement, Decision.ACCEPT, by="ana")
    before = snapshot(store)
    done = replace_reading(store, reread(reading), identify)
    assert (done.before.reader, done.after.reader, done.unanchored) == ("templates", "newer", ())
    after = snapshot(store)
    assert {name for name in after if after[name] != before[name]} == {"readings"}
    assert sound(store)


def test_a_verdict_is_never_moved_to_a_lookalike(store):
    add(store, PORT, identify)
    target = names(store)[0]
    decide(store, target, Decision.REJECT, by="ana")
    content = PORT.attributions[0].content[0]
    longer = replace(PORT.attributions[0], content=(Span(content.start, content.end - 1),))
    newer = reread(replace(PORT, attributions=(longer, PORT.attributions[1])))
    assert replace_reading(store, newer, identify).unanchored == (target,)
    assert said(store)["lena ostrow"] == 1
    assert replace_reading(store, reread(PORT, "third"), identify).unanchored == ()
    assert said(store)["lena ostrow"] == 0, "it takes effect again where it fits again"
    assert sound(store)
