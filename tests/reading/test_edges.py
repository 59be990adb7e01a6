"""Which marks at the edges belong to a span, and what is a dateline."""

import time

import pytest

from onrecord.reading.edges import Blocks, spans, without_dateline
from onrecord.reading.model import SHIPPED
from onrecord.reading.tokens import Wordpieces
from onrecord.types import Block, BlockKind, Span

WORDPIECES = Wordpieces(SHIPPED / "tokenizer.json")


def widened(text: str, words: str) -> str:
    """The span of the units of some words."""
    tokens = WORDPIECES(text)
    start = text.index(words)
    units = [n for n in range(tokens.units) if start <= tokens.unit_start[n] < start + len(words)]
    blocks = Blocks([Block(BlockKind.PARAGRAPH, Span(0, len(text)))])
    (span,) = spans(text, tokens, blocks, [(units[0], units[-1])])
    return span.of(text)


@pytest.mark.parametrize(
    ("text", "words", "span"),
    [
        ("“We will not go,” she said.", "We will not go", "“We will not go,”"),
        ("He paid $5 million to them.", "5 million", "$5 million"),
        ("It rose 5% in May.", "5", "5%"),
        ("Sen. Ann Vale (D-Wis.) said so.", "Sen. Ann Vale (D-Wis", "Sen. Ann Vale (D-Wis.)"),
        ("The agency (EPA) said so.", "The agency (EPA", "The agency (EPA)"),
        ("Dunmore Inc. said so.", "Dunmore Inc", "Dunmore Inc."),
        ("“We stay, and more on it later.", "We stay", "“We stay"),
        ("Will they pay? Nobody knows.", "Will they pay", "Will they pay?"),
        ("She left. He stayed.", "She left", "She left"),
    ],
)
def test_marks_at_the_edges(text, words, span):
    assert widened(text, words) == span


def test_a_span_never_crosses_a_block():
    text = "First one\n\nsecond one"
    tokens = WORDPIECES(text)
    blocks = Blocks([Block(BlockKind.PARAGRAPH, Span(0, 9)), Block(BlockKind.PARAGRAPH, Span(11, 21))])
    assert [span.of(text) for span in spans(text, tokens, blocks, [(0, 3)])] == ["First one", "second one"]


def undated(text: str) -> str:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return without_dateline(text, block.span, block).of(text)


@pytest.mark.parametrize(
    "line",
    [
        "MARLOW (Agency) - ",
        "MARLOW -- ",
        "MARLOW, Kenya, May 5 (Agency) – ",
        "PORT MARLOW, Kenya — ",
        "ST. MARLOW/GENEVA – ",
    ],
)
def test_a_dateline_is_no_part_of_what_is_said(line):
    assert undated(f"{line}The bridge is safe.") == "The bridge is safe."


@pytest.mark.parametrize(
    "text", ["The bridge – it was new – fell.", "MARLOW is safe.", "EU-backed talks failed.", "MARLOW - "]
)
def test_what_is_no_dateline_stays(text):
    assert undated(text) == text


@pytest.mark.parametrize("part", ["-", " ", "A", "A.", "AB ", "AB, ", " -", "(", "AB (", "AB-", "A -", "AB, Cd. "])
def test_a_hostile_beginning_costs_nothing(part):
    text = "AB" + part * (100_000 // len(part))
    began = time.perf_counter()
    undated(text)
    undated(text + " x")
    assert time.perf_counter() - began < 0.5


def test_quotations_that_nothing_closes_cost_little():
    text = "“a " * 7000 + "b"
    tokens = WORDPIECES(text)
    blocks = Blocks([Block(BlockKind.PARAGRAPH, Span(0, len(text)))])
    began = time.perf_counter()
    assert len(spans(text, tokens, blocks, [(unit, unit) for unit in range(0, tokens.units, 5)])) > 1000
    assert time.perf_counter() - began < 3
