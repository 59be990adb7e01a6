"""The same entity in many documents: never more than names, types, roles and lists allow, in whatever order."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from onrecord.ledger import tables
from onrecord.ledger.address import parse
from onrecord.ledger.identities import Judged, Linked, clusters
from onrecord.ledger.reindexing import drain
from onrecord.ledger.removal import remove
from onrecord.ledger.store import open_store
from onrecord.ledger.verdict_kinds import Judgement
from onrecord.ledger.writer import add
from onrecord.linking.identity import identify, is_full_name
from onrecord.types import ListLink, MentionType

from .articles import says
from .snapshot import snapshot

ORG = MentionType.ORGANIZATION
LINK = ListLink("un-sc", "TAi.144", 0.99, True, "names and date of birth agree")
OTHER = ListLink("un-sc", "QDi.009", 0.99, True, "names agree")


def who(store) -> dict[str, list[tuple[str, int]]]:
    """Entities by key: trait and how many documents, those that are one counted together by their lead."""
    with store.reading() as connection:
        found: dict[str, list[tuple[str, int]]] = {}
        for row in connection.execute(select(tables.entities).order_by(tables.entities.c.public)):
            if row.key == "harbor courier":  # who publishes all of it
                continue
            found.setdefault(row.key, []).append((row.trait or ("scoped" if row.scope else ""), row.documents))
        return {key: sorted(values) for key, values in found.items()}


def add_all(store, *readings) -> None:
    for reading in readings:
        add(store, reading, identify)
    drain(store)


def test_a_full_name_is_one_person_in_every_document(store):
    add_all(store, says(("Lena Ostrow", "one")), says(("Lena Ostrow", "two")), says(("Dr. Lena Ostrow", "three")))
    assert who(store) == {"lena ostrow": [("", 3)]}


@pytest.mark.parametrize("name", ["Ostrow", "L. Ostrow", "Mullah Ostrow", "al-Ostrow"])
def test_a_surname_a_title_and_initials_are_not_enough(store, name):
    add_all(store, says((name, "one")), says((name, "two")))
    assert sum(len(values) for values in who(store).values()) == 2


def test_an_organization_is_known_by_a_name_of_its_own(store):
    types = {"Marun Front": ORG, "the Front": ORG}
    for number in "12":
        add_all(store, says(("Marun Front", number), types=types), says(("the Front", number), types=types))
    assert who(store) == {"marun front": [("", 2)], "front": [("scoped", 1), ("scoped", 1)]}


def test_what_one_name_is_of_must_agree(store):
    add_all(
        store, says(("Victoria Lane", "one")), says(("Victoria Lane", "two"), types={"Victoria Lane": ORG})
    )
    assert who(store) == {"victoria lane": [("", 1), ("", 1)]}


def test_nobody_is_merged_because_an_alias_agrees(store):
    add_all(
        store,
        says(("International Court of Arms", "one"), ("ICA", "two"),
             types={"International Court of Arms": ORG, "ICA": ORG}),
        says(("Inland Canal Agency", "one"), ("ICA", "two"), types={"Inland Canal Agency": ORG, "ICA": ORG}),
    )  # fmt: skip
    assert {"international court of arms", "inland canal agency"} <= set(who(store))


@pytest.mark.parametrize(
    ("name", "kind", "full"),
    [
        ("lena ostrow", MentionType.PERSON, True),
        ("ostrow", MentionType.PERSON, False),
        ("j ostrow", MentionType.PERSON, False),
        ("abu ostrow", MentionType.PERSON, False),
        ("united nations", ORG, True),
        ("supreme court", ORG, False),
        ("foreign ministry", ORG, False),
        ("marun interior ministry", ORG, True),
        ("2023 report", MentionType.WORK, False),
        ("marun report", MentionType.WORK, False),
        ("marun compact", MentionType.WORK, True),
    ],
)
def test_which_names_say_who_it_is_everywhere(name, kind, full):
    assert is_full_name(name, kind) is full


def test_namesakes_on_different_entries_of_a_list_are_two(store):
    plain = says(("Omar Haji", "one"))
    add_all(store, plain, says(("Omar Haji", "two"), links={"Omar Haji": (LINK,)}))
    assert who(store) == {"omar haji": [("", 2)]}, "one trait disagrees with nobody"
    add_all(store, says(("Omar Haji", "three"), links={"Omar Haji": (OTHER,)}))
    assert who(store) == {"omar haji": [("", 1), ("list:un-sc:QDi.009", 1), ("list:un-sc:TAi.144", 1)]}


def test_a_minister_is_not_a_goalkeeper(store):
    add_all(
        store,
        says(("Ivo Marten", "one"), roles={"Ivo Marten": ("deputy minister",)}),
        says(("Ivo Marten", "two"), roles={"Ivo Marten": ("goalkeeper",)}),
        says(("Ivo Marten", "three"), roles={"Ivo Marten": ("mayor of Port Ells",)}),
    )
    assert who(store) == {"ivo marten": [("field:public office", 2), ("field:sport", 1)]}


def test_two_spellings_of_one_list_entry_are_one(store):
    add_all(
        store,
        says(("Omar Haji", "one"), links={"Omar Haji": (LINK,)}),
        says(("Umar Haajji", "two"), links={"Umar Haajji": (LINK,)}),
        says(("Omar Haji", "three")),
    )
    with store.reading() as connection:
        people = select(tables.entities.c.cluster).where(tables.entities.c.type == 1)
        assert len(set(connection.execute(people).scalars())) == 1
    assert sum(n for values in who(store).values() for _, n in values) == 3


def test_removing_a_document_undoes_what_it_parted(store, tmp_path):
    first = says(("Omar Haji", "one"), links={"Omar Haji": (LINK,)})
    second = says(("Omar Haji", "two"))
    third = says(("Omar Haji", "three"), links={"Omar Haji": (OTHER,)})
    add_all(store, first, second, third)
    remove(store, third.document.id, "a court order", by="ana")
    drain(store)
    assert who(store) == {"omar haji": [("", 2)]}


PEOPLE = [
    says(("Omar Haji", "one")),
    says(("Omar Haji", "two"), links={"Omar Haji": (LINK,)}),
    says(("Omar Haji", "three"), links={"Omar Haji": (OTHER,)}),
    says(("Umar Haji", "four"), links={"Umar Haji": (LINK,)}),
    says(("Omar Haji", "five"), roles={"Omar Haji": ("striker",)}),
    says(("Haji", "six"), ("Omar Haji", "seven")),
]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_arrival_makes_no_difference_to_who_is_who(store, tmp_path, seed):
    add_all(store, *PEOPLE)
    shuffled = random.Random(seed).sample(PEOPLE, len(PEOPLE))
    with open_store(parse(str(tmp_path / "other.db"))) as other:
        add_all(other, *shuffled)
        assert snapshot(other) == snapshot(store)


# ---------------------------------------------------------------------- the pure rule

LINKED = st.lists(
    st.builds(Linked, st.integers(1, 8), st.sampled_from([None, "x", "y"])), unique_by=lambda one: one.public
)
JUDGED = st.lists(st.builds(Judged, st.integers(1, 8), st.integers(1, 8), st.sampled_from(list(Judgement))))


@given(LINKED, JUDGED, st.randoms())
def test_clusters_do_not_depend_on_the_order_of_entities(linked, judged, chance):
    shuffled = chance.sample(linked, len(linked))
    assert clusters(linked, judged) == clusters(shuffled, judged)


@given(LINKED, JUDGED)
def test_undoing_a_decision_leaves_no_trace(linked, judged):
    assert clusters(linked, [*judged, *judged][: len(judged)]) == clusters(linked, judged)
    found = clusters(linked, judged)
    assert set(found) == {one.public for one in linked}
    assert all(found[lead] == lead <= public for public, lead in found.items())


def test_a_list_makes_one_and_a_person_parts():
    three = [Linked(1, "x"), Linked(2, "x"), Linked(3, "x")]
    assert clusters(three, []) == {1: 1, 2: 1, 3: 1}
    assert clusters(three, [Judged(1, 2, Judgement.DIFFERENT)]) == {1: 1, 2: 2, 3: 1}
    assert clusters([Linked(1, None), Linked(2, None)], [Judged(1, 2, Judgement.SAME)]) == {1: 1, 2: 1}
    assert clusters([Linked(1, None), Linked(2, None)], [Judged(1, 2, Judgement.UNSURE)]) == {1: 1, 2: 2}


def test_of_several_decisions_on_a_pair_the_last_counts():
    pair = [Linked(1, None), Linked(2, None)]
    for first, last in itertools.permutations([Judgement.SAME, Judgement.DIFFERENT]):
        found = clusters(pair, [Judged(1, 2, first), Judged(2, 1, last)])
        assert (found[2] == 1) is (last is Judgement.SAME)
