"""Given names: whose they are, in what spelling, and what the table may hold."""

import re
from collections import Counter
from importlib.resources import files

import pytest

from onrecord.linking.given_names import gender_of_given_name
from onrecord.linking.persons import Gender

ROWS = [
    line.split("\t")
    for line in (files("onrecord.linking") / "tables" / "given_names.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Oliver", Gender.MAN),
        ("Siobhan", Gender.WOMAN),
        ("Thierry", Gender.MAN),
        ("Ursula", Gender.WOMAN),
        ("Volodymyr", Gender.MAN),
        ("Olena", Gender.WOMAN),
        ("Sirajuddin", Gender.MAN),
        ("Fawzia", Gender.WOMAN),
        ("Mehmet", Gender.MAN),
        ("Narendra", Gender.MAN),
        ("Nirmala", Gender.WOMAN),
        ("Shinzo", Gender.MAN),
        ("Yo-jong", Gender.WOMAN),
        ("Olusegun", Gender.MAN),
        ("Ngozi", Gender.WOMAN),
    ],
)
def test_a_given_name_of_any_language_tells(name: str, gender: Gender) -> None:
    assert gender_of_given_name(name) is gender


@pytest.mark.parametrize("name", ["Kim", "Jean", "Andrea", "Nicola", "Sasha", "Robin", "Jan", "Nour"])
def test_a_name_of_both_tells_nothing(name: str) -> None:
    assert gender_of_given_name(name) is None


@pytest.mark.parametrize("name", ["Dunmore", "Xq", "", "Ministry"])
def test_a_word_that_is_no_given_name_tells_nothing(name: str) -> None:
    assert gender_of_given_name(name) is None


@pytest.mark.parametrize(
    ("written", "plain"),
    [("José", "Jose"), ("Søren", "Soren"), ("Paweł", "Pawel"), ("Çiğdem", "Cigdem"), ("ZOË", "zoe"), ("Işıl", "Isil")],
)
def test_accents_and_case_make_no_difference(written: str, plain: str) -> None:
    assert gender_of_given_name(written) is gender_of_given_name(plain) is not None


def test_a_double_name_goes_by_the_part_that_tells() -> None:
    assert gender_of_given_name("Jean-Claude") is None  # both parts are borne by both
    assert gender_of_given_name("Jean-Pierre") is Gender.MAN
    assert gender_of_given_name("Maria-Elena") is Gender.WOMAN
    assert gender_of_given_name("Anna-Peter") is None


def test_the_table_has_columns_and_each_name_once_without_accents() -> None:
    assert ROWS[0] == ["name", "gender"]
    names = Counter(name for name, _ in ROWS[1:])
    assert [name for name, count in names.items() if count > 1] == []
    assert [name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []
    assert {gender for _, gender in ROWS[1:]} == {"man", "woman", "either"}


def test_the_table_is_large_enough_to_be_of_use() -> None:
    genders = Counter(gender for _, gender in ROWS[1:])
    assert genders["man"] > 2000
    assert genders["woman"] > 2000
