"""Why a source is not named: the words of its own sentence, and no others."""

import time

import pytest

from onrecord.linking.anonymity import anonymity
from onrecord.types import Span


def reason(text: str, source: str = "official") -> str | None:
    start = text.index(source)
    return anonymity(text, Span(start, start + len(source)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("An official, speaking on condition of anonymity, said so.", "on condition of anonymity"),
        ("An official said so on the condition that he not be named.", "on the condition that he not be named"),
        ("An official who requested anonymity to discuss it said so.", "requested anonymity to discuss it"),
        ("The official asked not to be named.", "asked not to be named"),
        ("The official asked that her name not be used.", "asked that her name not be used"),
        ("The official declined to be identified.", "declined to be identified"),
        ("An official who was not authorized to speak publicly said so.", "was not authorized to speak publicly"),
        ("An official not being allowed to speak to the press said so.", "not being allowed to speak to the press"),
        ("The official spoke anonymously.", "spoke anonymously"),
        ("An official, whose name has been withheld for safety, said so.", "whose name has been withheld for safety"),
        ("The official cannot be named for legal reasons.", "cannot be named for legal reasons"),
        ("The official said so, fearing reprisals.", "fearing reprisals"),
        ("The official talked to us, in fear of no one but fearing for his safety.", "fearing for his safety"),
    ],
)
def test_the_reason_is_told_in_the_words_of_the_text(text, words):
    found = reason(text)
    assert found is not None
    assert found.startswith(words)
    assert found in text


@pytest.mark.parametrize(
    "text",
    [
        "An official said the bridge is safe.",
        "An official said so. A driver asked not to be named.",
        "An official said so.\nA driver asked not to be named.",
        "An official declined to be photographed.",
    ],
)
def test_no_reason_is_taken_from_elsewhere(text):
    assert reason(text) is None


@pytest.mark.parametrize("before", ["a U.S. State Department", "an aide of Gov. Hale, an", "a St. Marlow"])
def test_the_dot_of_an_abbreviation_ends_no_sentence(before):
    text = f"It was {before} official, who spoke on condition of anonymity, said the clerk."
    assert anonymity(text, Span(7, 9)) == "on condition of anonymity"


def test_the_reason_ends_where_the_speaking_begins():
    assert reason("An official, citing fear, asked not to be named because talks go on, said it.") == (
        "asked not to be named because talks go on"
    )


@pytest.mark.parametrize("filler", [" ", ",", "-", "on condition ", "A. ", "his name "])
def test_a_long_text_without_an_end_costs_nothing(filler):
    began = time.perf_counter()
    anonymity("official " + filler * (100_000 // len(filler)), Span(0, 8))
    assert time.perf_counter() - began < 0.5
