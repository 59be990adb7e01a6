"""Quotation: which words stand in marks, and how much of a content does."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.quotation import Quotations
from onrecord.types import Block, BlockKind, Quotation, Span


def blocks_of(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[Block]:
    found, start = [], 0
    for part in text.split("\n\n"):
        if part:
            found.append(Block(kind, Span(start, start + len(part))))
        start += len(part) + 2
    return found


def quoted(text: str) -> list[str]:
    return [span.of(text) for span in Quotations(text, blocks_of(text)).spans]


def judged(text: str, *contents: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Quotation:
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in contents]
    return Quotations(text, blocks_of(text, kind)).of(spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said “we did it” and "no way," too.', ["we did it", "no way,"]),
        (
            "‘The workers’ union is strong,’ he said. ‘It isn’t mine.’",
            ["The workers’ union is strong,", "It isn’t mine."],
        ),
        ("'The workers' union isn't weak,' he said.", ["The workers' union isn't weak,"]),
        ("The owners’ plan isn’t the workers’ plan.", []),
        ("rock 'n' roll in the '90s, so get 'em", []),
        ('He is 5\'10" tall and has a 6" knife.', []),
        ("''In short,'' she said, ``yes''.", ["In short,", "yes"]),
        ("« Oui », „ja“ and ”nein”", ["Oui", "ja", "nein"]),
        ("“One two.\n\n“Three four,” he said.", ["One two.", "Three four,"]),
        ("He said “it is 'over' now”.", ["it is 'over' now"]),
        ('“Mixed marks" are closed.', ["Mixed marks"]),
        ("“”", []),
    ],
)
def test_quoted_words(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "contents", "expected"),
    [
        ("“We did it,” Vaughn said.", ["“We did it,”"], Quotation.DIRECT),
        ("“We did it,” Vaughn said.", ["We did it"], Quotation.DIRECT),
        ("“We,” he said, “did it.”", ["“We,”", "“did it.”"], Quotation.DIRECT),
        ("He said that “it is over now”.", ["that “it is over now”"], Quotation.DIRECT),
        ("He said that it was over.", ["that it was over"], Quotation.INDIRECT),
        ("He said the deal was “dead”.", ["the deal was “dead”"], Quotation.MIXED),
        ("He said the owners’ plan was off.", ["the owners’ plan was off"], Quotation.INDIRECT),
        ("‘It isn’t over,’ he said.", ["‘It isn’t over,’"], Quotation.DIRECT),
        ("“One two.\n\n“Three four,” he said.", ["“One two.\n\n“Three four,”"], Quotation.DIRECT),
        ("He said so.", [], Quotation.INDIRECT),
    ],
)
def test_how_much_is_quoted(text: str, contents: list[str], expected: Quotation) -> None:
    assert judged(text, *contents) is expected


def test_a_block_quotation_is_quoted() -> None:
    assert judged("The board must act.", "The board must act", kind=BlockKind.QUOTE) is Quotation.DIRECT


def test_a_stray_word_at_the_edge_changes_nothing() -> None:
    text = "“We never thought that anyone would come to this place again,” he said."
    assert Quotations(text, blocks_of(text)).of([Span(0, text.index(" said"))]) is Quotation.DIRECT


@given(st.text(alphabet=st.sampled_from("as ’‘“”\"'«»„.\n`5"), max_size=60))
def test_spans_are_ordered_and_apart(text: str) -> None:
    spans = Quotations(text, blocks_of(text)).spans
    assert all(a.end <= b.start for a, b in pairwise(spans))
    if text.strip():
        Quotations(text, blocks_of(text)).of([Span(0, len(text))])
