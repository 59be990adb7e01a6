"""Whether a prediction names the party that people named."""

import pytest

from onrecord.evaluation.parties import Named, is_pronoun, same
from onrecord.types import Span

TEXT = (
    "The mayor of Lund, Ada Ruiz, met Nurses at two clinics. Lund and Osmar agreed. "
    "The board's lawyer spoke for the health board, and it signed."
)


def at(words: str, number: int = 1) -> Span:
    start = -1
    for _ in range(number):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("found", "gold"),
    [
        ("The mayor of Lund, Ada Ruiz,", "The mayor of Lund, Ada Ruiz,"),
        ("Ada Ruiz", "The mayor of Lund, Ada Ruiz,"),
        ("The mayor", "The mayor of Lund, Ada Ruiz,"),
        ("Nurses", "Nurses at two clinics"),
        ("Lund and Osmar", "Osmar"),
        ("health board", "the health board"),
        ("lawyer", "The board's lawyer"),
    ],
)
def test_words_that_share_a_head_name_one_party(found, gold):
    assert same(TEXT, Named((at(found),)), [at(gold)])
    assert same(TEXT, Named((at(gold),)), [at(found)])


@pytest.mark.parametrize(
    ("found", "gold"),
    [
        ("two clinics", "Nurses at two clinics"),
        ("The board's lawyer", "the health board"),
        ("met Nurses", "Ada Ruiz"),
        ("Lund", "Ada Ruiz"),
    ],
)
def test_others_do_not(found, gold):
    assert not same(TEXT, Named((at(found),)), [at(gold)])


def test_a_place_behind_the_head_is_not_the_party():
    assert not same(TEXT, Named((at("Lund"),)), [at("The mayor of Lund, Ada Ruiz,")])


def test_a_pronoun_counts_by_what_it_was_resolved_to():
    gold = [at("it signed"[:2], 1), at("the health board")]
    pronoun = at("it", TEXT.count("it"))
    assert not same(TEXT, Named((pronoun,)), [pronoun, at("the health board")])
    assert same(TEXT, Named((pronoun,), (at("the health board"),)), gold)
    assert same(TEXT, Named((pronoun,), (), "Health Board"), gold)
    assert not same(TEXT, Named((pronoun,), (), "Ada Ruiz"), gold)


def test_a_pronoun_that_nothing_resolves_is_its_own_name():
    pronoun = at("it", TEXT.count("it"))
    assert same(TEXT, Named((pronoun,)), [pronoun])


def test_what_a_pronoun_is():
    assert all(map(is_pronoun, ("He", "its", "which", "They,")))
    assert not any(map(is_pronoun, ("the army", "Itala", "some people")))
