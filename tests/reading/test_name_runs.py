"""Names: what the model marked, with the edges that spelling shows."""

import numpy as np
import pytest

from onrecord.reading.labels import MENTION_TYPES
from onrecord.reading.model import SHIPPED
from onrecord.reading.name_runs import names
from onrecord.reading.tokens import Wordpieces

WORDPIECES = Wordpieces(SHIPPED / "tokenizer.json")


def found(text: str, *marked: str, kind: str = "organization") -> list[str]:
    """The names of a text in which the model is sure of some words."""
    tokens = WORDPIECES(text)
    scores = np.zeros((tokens.units, 1 + 2 * len(MENTION_TYPES)), np.float32)
    scores[:, 0] = 5
    begins = 1 + 2 * MENTION_TYPES.index(kind)
    for words in marked:
        start = text.index(words)
        inside = (tokens.unit_start >= start) & (tokens.unit_start < start + len(words))
        for number, unit in enumerate(np.flatnonzero(inside)):
            scores[unit, begins + bool(number)] = 10
    return [text[tokens.unit_start[n.run[0]] : tokens.unit_end[n.run[1]]] for n in names(text, tokens, scores)]


@pytest.mark.parametrize(
    ("text", "marked", "name"),
    [
        ("Fighters of ISIS-K left.", "ISIS", "ISIS-K"),
        ("An F-16 crashed.", "F", "F-16"),
        ("A German-backed plan.", "German-backed", "German"),
        ("He met the Prime Minister there.", "the Prime Minister there", "Prime Minister"),
        ("Leaders of al Qaeda fled.", "al Qaeda", "al Qaeda"),
        ("Shares of Brown&Vale fell.", "Brown", "Brown&Vale"),
        ("Marlow’s plan failed.", "Marlow", "Marlow"),
    ],
)
def test_the_edges_of_a_name(text, marked, name):
    assert found(text, marked) == [name]


def test_a_name_without_a_capital_is_none():
    assert found("They met the board there.", "the board") == []


def test_names_written_together_are_one():
    assert found("The Brisk/Marlow deal.", "Brisk", "Marlow") == ["Brisk/Marlow"]


def test_names_apart_stay_two():
    assert found("Brisk met Marlow.", "Brisk", "Marlow") == ["Brisk", "Marlow"]


def test_a_name_has_the_type_that_speaks_loudest_over_all_its_words():
    text = "Port Marlow Council"
    tokens = WORDPIECES(text)
    scores = np.full((3, 17), -5, np.float32)
    scores[0, 1 + 2 * MENTION_TYPES.index("place")] = 4
    for unit, kind in ((0, 1), (1, 2), (2, 2)):
        scores[unit, 2 * MENTION_TYPES.index("organization") + kind] = 3
    (name,) = names(text, tokens, scores)
    assert (name.run, MENTION_TYPES[name.type]) == ((0, 2), "organization")


def test_no_words_no_names():
    assert names("", WORDPIECES(""), np.zeros((0, 17), np.float32)) == []
