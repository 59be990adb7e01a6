"""The table for people: everything there at any width, and nothing in it that a terminal would obey."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from onrecord.present import print_reading
from onrecord.types import BlockKind, ChainLink, LinkKind, Metadata, Quotation, Reading, SourceKind

from .builder import Builder, publisher
from .sample import sample

WIDTHS = (40, 60, 80, 95, 96, 120, 160, 200)


class _Ascii(io.StringIO):
    encoding = "ascii"


def shown(reading: Reading, width: int, *, authors_voice: bool = False, terminal: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=terminal, color_system="standard" if terminal else None)
    print_reading(reading, console, authors_voice=authors_voice)
    return out.getvalue()


def letters(words: str) -> str:
    """Words without the white space that wrapping changes."""
    return "".join(words.split())


def hostile(words: str) -> Reading:
    made = Builder(metadata=Metadata(title=words, publisher=words, language="en"))
    made.block(BlockKind.PARAGRAPH, f"{words} source said content {words}.")
    made.say(
        None,
        f"{words} source",
        "said",
        f"content {words}",
        chain=(publisher(words), ChainLink(words, LinkKind.DOCUMENT)),
    )
    made.carries(words, words, "x")
    return made.reading()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_longer_than_the_console(width: int) -> None:
    lines = shown(sample(), width, authors_voice=True).splitlines()
    assert max(cell_len(line) for line in lines) <= width


@pytest.mark.parametrize("width", [40, 80])
def test_stacked_records_hold_every_word(width: int) -> None:
    reading = sample()
    printed = letters(shown(reading, width))
    for one in reading.attributions:
        if one.source_kind is not SourceKind.AUTHOR:
            for span in (*one.source, *one.cue, *one.content):
                assert letters(span.of(reading.document.text)) in printed


def test_columns_have_heads_and_long_contents_wrap() -> None:
    printed = shown(sample(), 120)
    assert all(head in printed for head in ("Source", "Cue", "Content", "Kind"))
    assert "January, that the silt was" in printed  # the end of a content of five lines


def test_the_heading_says_where_it_is_from_and_how_much() -> None:
    printed = shown(sample(), 120)
    for words in ("Dredging firm hid", "Harbor Weekly", "2026-04-17", "harbor-weekly-silt.html", "17 attributions"):
        assert words in printed
    assert 'Carries reporting of Coastwire News: "told Coastwire News"' in printed


@pytest.mark.parametrize("width", [40, 120])
def test_nesting_has_a_tree_and_the_chain_a_via(width: int) -> None:
    printed = shown(sample(), width)
    assert printed.count("└─") == 5
    assert "via One of them" in printed


def test_kinds_differ_without_color() -> None:
    printed = shown(sample(), 120)
    assert "○ officials" in printed
    assert "● Vance" in printed
    assert "■ The report" in printed
    assert "— unspecified" in printed
    assert "unnamed group" in printed
    assert "no source given" in printed


def test_direct_quotations_are_marked() -> None:
    made = Builder()
    made.block(BlockKind.PARAGRAPH, "“Go,” she said.")
    made.say(None, "she", "said", "“Go,”", quotation=Quotation.DIRECT)
    assert "direct quote" in shown(made.reading(), 120)


def test_the_authors_voice_is_counted_and_shown_only_when_asked() -> None:
    assert "5 sentences in the article's own voice" in shown(sample(), 120)
    assert "Correction" not in shown(sample(), 120)
    asked = shown(sample(), 120, authors_voice=True)
    assert "Correction" in asked
    assert "implied,notstated" in letters(asked)


def test_nothing_found_is_said() -> None:
    printed = shown(Builder().reading(), 60)
    assert "0 attributions" in printed
    assert "no attribution was found" in printed


HOSTILE = "\x1b[31mred\x1b]8;;http://x\x07 \x9b2J \u202eevil\u2066 [bold]b[/bold] [/] :smile: \x00\x7f\ud800"


@pytest.mark.parametrize("width", [40, 120])
@pytest.mark.parametrize("terminal", [False, True])
def test_hostile_text_is_inert(width: int, terminal: bool) -> None:
    printed = shown(hostile(HOSTILE), width, terminal=terminal)
    printed.encode("utf-8")
    assert "\x1b[31m" not in printed  # the text's own red; the table itself uses none
    assert not any(sign in printed for sign in "\x9b\u202e\u2066\x00\x07\x7f")
    assert "\x1b]" not in printed
    assert "[bold]" in printed
    assert ":smile:" in letters(printed)
    assert "␛[31m" in printed
    assert "<U+202E>" in printed


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=40), st.integers(40, 200))
def test_any_text_at_any_width(words: str, width: int) -> None:
    printed = shown(hostile(words), width)
    assert max(cell_len(line) for line in printed.splitlines()) <= width
    assert not any(ord(sign) < 32 and sign != "\n" for sign in printed)


def test_a_console_of_ascii_gets_ascii() -> None:
    out = _Ascii()
    print_reading(sample(), Console(file=out, width=80))
    out.getvalue().encode("ascii")
    assert "`- " in out.getvalue()
