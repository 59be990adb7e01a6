"""Words in a form in which a deed and the noun for it are alike."""

import pytest

from onrecord.linking.stems import named, stems


@pytest.mark.parametrize(
    ("deed", "noun"),
    [
        ("close", "closure"), ("paid", "payments"), ("lost", "loss"), ("poisoned", "poisoning"),
        ("recruited", "recruitment"),
        ("stole", "theft"), ("invaded", "invasion"), ("died", "deaths"), ("arrested", "arrests"),
        ("expanded", "expansion"),
    ],
)  # fmt: skip
def test_a_deed_and_its_noun_share_a_stem(deed, noun):
    assert stems(deed) == stems(noun)


def test_little_words_and_words_for_saying_have_none():
    assert stems("the claim that it was not") == frozenset()


def test_numbers_stand_for_themselves():
    assert stems("2,000 files") >= {"2,000"}


def test_names_are_told_apart_by_their_capitals():
    assert named("the mayor of Lund and Osmar") == stems("Lund Osmar")
