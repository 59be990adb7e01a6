"""Sentences: ends that are ends, ends that are not, and nothing lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.sentences import split
from onrecord.types import Span


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in split(text, Span(0, max(1, len(text))))]


ONE = [
    "“Is it safe?” Vaughn asked.",
    "“Go!” he said.",
    "“Why now?” the harbour master asked reporters.",
    "“How many?” asked Judge Marl.",
    '"Who paid?" Ms. Orr wondered aloud.',
    "‘Is it safe?’ Dr Lund asked on Tuesday.",
    "Dr. A. B. Smith Jr. said no.",
    "U.S. officials met Gen. Smith and Sen. Arl (R-Ohio) on Jan. 5.",
    "The rule on p. 5 of No. 10 follows Roe v. Wade, e.g. in Texas.",
    "Acme Co. Ltd. said so at 5 p.m. Monday.",
    "It grew 3.5 percent, says www.example.com or desk@example.com today.",
    "Yahoo! shares fell.",
    "Wait... what?",
    "12. The Panel visited the port.",
    "3.11 The Ministry replied.",
    "It was, he said, “over. done”.",
    "The plan (really?) went ahead.",
    "“No, no, no!” — that was all he said.",
]
SEVERAL = [
    ["“We lost,” Vaughn said.", "“We did it.”", "He left."],
    ["They left the U.S.", "The report does not say why."],
    ["He works for Acme Inc.", "It closed at 6 a.m.", "She knows."],
    ["“Really?”", "She said the plan was dead."],
    ["“No.”", "The judge said no more."],
    ["So…", "Then he left."],
    ["He was born in 1990.", "12 people died."],
    ["12. The Panel met.", "13. The Panel left."],
    ["It was false.[12]", "The other was true."],
    ["It was false.12", "The other was true."],
    ["He lives in Washington, D.C.", "The house is old."],
    ["It ended World War I.", "The next was worse."],
    ["Sales rose.", "iPhone sales fell."],
    ["(It rained.)", "[T]he match went on."],
    ["‘It is over.’", "He stayed."],
    ["- bread", "- milk"],
    ["Name | Age", "Ann | 12"],
    ["First line:", "Second line"],
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("expected", SEVERAL)
def test_several_sentences(expected: list[str]) -> None:
    joiner = "\n" if expected[0].startswith("-") or "|" in expected[0] or expected[0].endswith(":") else " "
    assert sentences(joiner.join(expected)) == expected


def test_a_wrapped_line_is_no_end() -> None:
    text = "The ministry said in a long statement that was sent to every paper\nthat nothing had happened."
    assert sentences(text) == [text]


def test_only_the_span_is_divided() -> None:
    text = "One. Two. Three."
    assert [span.of(text) for span in split(text, Span(5, 16))] == ["Two.", "Three."]


@given(st.text(alphabet=st.sampled_from("aA1 .!?…\n“”‘’\"'()[]-—Mr•|é"), max_size=80))
def test_every_character_is_in_one_sentence(text: str) -> None:
    spans = split(text, Span(0, max(1, len(text))))
    covered = [False] * len(text)
    for span in spans:
        assert span.of(text) == span.of(text).strip()
        for index in range(span.start, span.end):
            assert not covered[index]
            covered[index] = True
    assert all(flag or text[index].isspace() for index, flag in enumerate(covered))


@pytest.mark.parametrize("piece", ["word ", "a.", ". ", "Dr. ", "”", "\n", " ", "!”"])
def test_time_grows_with_length_alone(piece: str) -> None:
    text = piece * (250_000 // len(piece))
    begun = time.perf_counter()
    split(text, Span(0, len(text)))
    assert time.perf_counter() - begun < 3
