"""The other questions: documents, search, sources, figures, pledges, disputes, ties, dossiers, who is who."""

from collections import Counter

import pytest

from onrecord.errors import BadInput, NotFound
from onrecord.ledger.decisions import judge
from onrecord.ledger.verdict_kinds import Decision, Judgement
from onrecord.ledger.verdicts import decide
from onrecord.query.disputes import disputes
from onrecord.query.documents import DocumentFilter, documents
from onrecord.query.dossier import dossiers
from onrecord.query.figures import figures
from onrecord.query.identities import entities_named, suggestions
from onrecord.query.pledges import pledges
from onrecord.query.search import search
from onrecord.query.sources import sources
from onrecord.query.streams import Period
from onrecord.query.ties import ties
from onrecord.types import Act, StanceKind
from tests.ledger.articles import article, says, small_world

from .plain import named, told

READINGS = [article(number) for number in range(30)]
SOME = [known.name for known in small_world().known.things[:4]]


def paged(ledger, question, *arguments, size=5, **options):
    found, after = [], None
    while True:
        page = ledger.ask(question, *arguments, limit=size, after=after, **options)
        found += page.items
        if page.next is None:
            return found
        after = page.next


# ---------------------------------------------------------------------- documents and words


def test_documents_are_listed_newest_first_with_versions(ledger):
    old = says(("Lena Ostrow", "one"), url="https://c.example/1", published="2024-05-02")
    new = says(("Lena Ostrow", "two"), url="https://c.example/1", published="2024-05-03")
    other = says(("Lena Ostrow", "three"), publisher="Lowland Post", published=None)
    ledger.add(new, other, old)
    found = paged(ledger, documents, DocumentFilter(), size=1)
    assert [(one.published, one.version, one.versions) for one in found] == [
        ("2024-05-03", 2, 2), ("2024-05-02", 1, 2), (None, 1, 1)
    ]  # fmt: skip
    assert [one.published for one in paged(ledger, documents, DocumentFilter(publisher="lowland post"))] == [None]
    assert len(paged(ledger, documents, DocumentFilter(url="https://c.example/1"))) == 2
    assert len(paged(ledger, documents, DocumentFilter(text="three"))) == 1
    assert len(paged(ledger, documents, DocumentFilter(period=Period("2024-05-03", None)))) == 1
    with pytest.raises(NotFound, match="Nothing published by Courier") as error:
        paged(ledger, documents, DocumentFilter(publisher="Courier"))
    assert "Harbor Courier" in error.value.remedy


def test_search_shows_the_words_where_they_stand(ledger):
    ledger.add(
        says(("Lena Ostrow", "the port of Vell is closed"), published="2024-05-02"),
        says(("Harald Benn", "the old port was closed"), published="2024-05-03"),
        says(("Ana Vell", "nothing happened")),
    )
    found = paged(ledger, search, "port closed", size=1)
    assert [one.published for one in found] == ["2024-05-03", "2024-05-02"]
    assert [[one.text[m.start : m.end] for m in one.matches] for one in found] == [["port", "closed"]] * 2
    assert [one.published for one in paged(ledger, search, '"port of vell"')] == ["2024-05-02"]
    assert len(paged(ledger, search, "clos*")) == 2
    assert paged(ledger, search, "port nothing") == []
    with pytest.raises(BadInput):
        ledger.ask(search, "...")


# ---------------------------------------------------------------------- who, how many, what


def test_sources_are_counted_and_those_that_are_one_together(many):
    expected = Counter(
        named(r, a.source_entity) for r in READINGS for a, _ in told(r) if a.source_entity is not None
    )
    found = paged(many, sources)
    assert {one.name: one.statements for one in found} == dict(expected)
    assert [one.statements for one in found] == sorted(expected.values(), reverse=True)
    judge(many.store, found[0].entity, found[1].entity, Judgement.SAME, by="ana")
    merged = paged(many, sources)
    assert merged[0].statements == found[0].statements + found[1].statements
    assert len(merged) == len(found) - 1


def test_figures_give_one_value_of_one_source_once(many):
    expected = {
        (named(r, q.entity), q.low, q.unit, named(r, a.source_entity) or r.document.metadata.publisher)
        for r in READINGS
        for a, s in told(r)
        for q in r.quantities
        if q.id in s.quantities
    }
    found = paged(many, figures)
    assert len(found) == len(expected)
    assert {(one.entity.name, one.low, one.unit, one.source.name) for one in found} == expected
    assert all(str(int(one.low)) in one.text.replace(",", "") for one in found)
    assert all(one.evidence for one in found)
    name = found[0].entity.name
    assert {one.entity.name for one in paged(many, figures, name)} == {name}
    unit = found[0].unit
    assert {one.unit for one in paged(many, figures, unit=unit)} == {unit}


def test_the_figure_of_a_rejected_statement_is_gone(many):
    one = paged(many, figures)[0]
    for each in one.evidence:
        decide(many.store, each.id, Decision.REJECT, by="ana")
    assert one.id not in {each.id for each in paged(many, figures)}


def test_pledges_are_by_whom_and_when(many):
    expected = Counter(
        named(r, a.commitment.by) for r in READINGS for a in r.attributions if a.commitment is not None
    )
    found = paged(many, pledges)
    assert Counter(one.by.name for one in found) == expected
    assert all(one.evidence[0].act is Act.PLEDGE for one in found)
    name = next(iter(expected))
    assert len(paged(many, pledges, name)) == expected[name]


def test_disputes_are_stances_and_denials(many):
    stances = sum(len(r.stances) for r in READINGS)
    taken = {(r.document.id, stance.attribution) for r in READINGS for stance in r.stances}
    denials = {
        (r.document.id, a.id) for r in READINGS for a in r.attributions if a.act is Act.DENY and a.statements
    }
    found = paged(many, disputes)
    assert len(found) == stances + len(denials - taken)
    assert {one.stance for one in found} == {StanceKind.DENY}
    name = found[0].by.name
    own = paged(many, disputes, name)
    assert found[0].id in {one.id for one in own}
    assert set(own) <= set(found)


def test_ties_are_statements_about_both(many):
    pairs = Counter(
        frozenset((named(r, x), named(r, y)))
        for r in READINGS for _, s in told(r) for x in s.entities for y in s.entities if x < y
    )  # fmt: skip
    pair, count = next((pair, count) for pair, count in pairs.most_common() if len(pair) == 2)
    a, b = sorted(pair)
    found = paged(many, ties, a, b, size=2)
    assert len(found) == count
    assert found == paged(many, ties, b, a)
    assert all(one.direct for one in found)
    assert all({one.evidence.roles.subject.entity, one.evidence.roles.object.entity} != {None} for one in found)
    with pytest.raises(BadInput, match="one entity"):
        many.ask(ties, a, a)


# ---------------------------------------------------------------------- dossiers and identities


@pytest.mark.parametrize("name", SOME)
def test_a_dossier_counts_what_the_questions_give(many, name):
    (found,) = many.ask(dossiers, name)
    about = sum(name in {named(r, e) for e in s.entities} for r in READINGS for _, s in told(r))
    said = sum(named(r, a.source_entity) == name for r in READINGS for a, _ in told(r))
    assert (found.entity.name, found.about, found.said) == (name, about, said)
    assert sum(count for _, count in found.about_certainty) == about
    assert found.documents == sum(name in {e.name for e in r.entities} for r in READINGS)
    assert len(found.claims_about) == min(10, about)
    assert found.entity.entity not in {one.entity.entity for one in found.appears_with}
    assert found.first_seen <= found.last_seen


def test_a_name_that_two_bear_gives_two_dossiers(ledger):
    ledger.add(
        says(("Ivo Marten", "one"), roles={"Ivo Marten": ("goalkeeper",)}),
        says(("Ivo Marten", "two"), roles={"Ivo Marten": ("deputy minister",)}),
    )
    from onrecord.ledger.reindexing import drain

    drain(ledger.store)
    found = ledger.ask(dossiers, "Ivo Marten")
    assert {one.roles for one in found} == {(("goalkeeper", 1),), (("deputy minister", 1),)}
    assert [len(one.claims_by) for one in found] == [1, 1]
    (pair,) = ledger.ask(suggestions, "Ivo Marten").items
    assert "public office" in pair.reason
    assert "sport" in pair.reason
    judge(ledger.store, pair.a.entity, pair.b.entity, Judgement.DIFFERENT, by="ana")
    assert ledger.ask(suggestions, "Ivo Marten").items == ()


def test_entities_are_listed_with_the_documents_they_stand_in(ledger):
    one, two = says(("Lena Ostrow", "one")), says(("Lena Ostrow", "two"))
    ledger.add(one, two)
    (found,) = ledger.ask(entities_named, "lena ostrow")
    assert {bearer.document for bearer in found.bearers} == {one.document.id, two.document.id}
    apart = found.bearers[0].id
    judge(ledger.store, found.entity.entity, apart, Judgement.DIFFERENT, by="ana")
    parted = ledger.ask(entities_named, "lena ostrow")
    assert [len(each.bearers) for each in parted] == [1, 1]


def test_names_that_several_share_are_suggested_page_by_page(ledger):
    for name in ("Nazary", "Velt"):
        ledger.add(says((name, "one")), says((name, "two")))
    first = ledger.ask(suggestions, limit=1)
    second = ledger.ask(suggestions, limit=1, after=first.next)
    assert {pair.a.name for pair in (*first.items, *second.items)} == {"Nazary", "Velt"}
