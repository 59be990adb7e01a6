"""Full-text search finds words and phrases alike on every database, and nothing in furniture."""

import pytest

from onrecord.ledger.full_text import PART, Term, holding, is_indexed
from onrecord.ledger.writer import add
from onrecord.linking.identity import identify
from onrecord.types.words import words

from .articles import says

TEXTS = {
    "port": says(("Lena Ostrow", "the Port of Ábrány is closed for 4,000 barges")),
    "al": says(("Harald Benn", "al-Qaeda's men closed a port in the U.N. zone")),
    "none": says(("Ana Vell", "nothing happened")),
}


@pytest.fixture
def numbers(store) -> dict[int, str]:
    return {add(store, reading, identify).number: name for name, reading in TEXTS.items()}


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ([Term(("port",))], {"port", "al"}),
        ([Term(("abrany",))], {"port"}),
        ([Term(("port", "of"))], {"port"}),
        ([Term(("of", "port"))], set()),
        ([Term(("al", "qaeda"))], {"al"}),
        ([Term(("4", "000"))], {"port"}),
        ([Term(("clos",), prefix=True)], {"port", "al"}),
        ([Term(("a", "po"), prefix=True)], {"al"}),
        ([Term(("port",)), Term(("closed",))], {"port", "al"}),
        ([Term(("port",)), Term(("benn",))], {"al"}),
        ([Term(("and",)), Term(("or",)), Term(("not",))], set()),
        ([], set()),
    ],
)
def test_words_and_phrases_are_found(store, numbers, terms, found):
    with store.reading() as connection:
        assert {numbers[one] for one in holding(store, connection, terms)} == found


def test_a_long_document_is_found_by_its_last_word(store):
    reading = says(("Lena Ostrow", "it is so"), extra="word " * (2 * PART) + "omega " + "λόγος " * 5)
    number = add(store, reading, identify).number
    with store.reading() as connection:
        assert holding(store, connection, [Term(("omega",))]) == {number}
        assert holding(store, connection, [Term(tuple(words("λόγος")))]) == {number}


def test_an_index_that_lacks_a_document_is_noticed(store, numbers):
    with store.reading() as connection:
        assert is_indexed(store, connection, 1, ["some"] * 13) or not is_indexed(store, connection, 99, ["some"])
        assert not is_indexed(store, connection, 99, ["some"])
