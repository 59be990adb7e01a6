"""The table for people: everything there at any width, and nothing in it that a terminal would obey."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from onrecord.present import print_reading
from onrecord.present.index import index
from onrecord.present.table_notes import notes
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


def notes_of(reading: Reading) -> dict[str, list[str]]:
    """The lines under each content, by cue; of several with one cue, those of the last."""
    known = index(reading)
    return {entry.cue: list(notes(known, entry)) for entry in known.listed.entries}


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
    assert all(head in printed for head in ("Source", "Cue", "Content"))
    assert "clean enough to grow wheat on" in " ".join(printed.split())  # the end of a content of four lines


def test_the_heading_says_where_it_is_from_and_how_much() -> None:
    printed = shown(sample(), 120)
    for words in ("Dredging firm hid", "Harbor Weekly", "2026-04-17", "harbor-weekly-silt.html"):
        assert words in printed
    assert "19 attributions · 8 with no named source" in printed
    assert "5 figures" in printed
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
    assert "— no source given" in printed
    assert "unnamed group" in printed


def test_a_source_has_its_name_or_says_that_it_has_none() -> None:
    assert "He [Halvard Reyes]" in shown(sample(), 100)
    printed = " ".join(shown(sample(), 60).split())
    assert "It [the Coastal Inspectorate’s report]" in printed
    assert "not resolved" in printed


def test_labels_stand_where_they_say_more_than_says_certain_positive() -> None:
    lines = notes_of(sample())
    assert lines["told"][0] == "denies, negative"
    assert lines["is widely regarded as"] == ["believes, probable"]
    assert lines["states"] == ["denied by Halvard Reyes (5)"]
    assert lines["had been told by"] == []
    assert lines["warned"] == ["denied by Halvard Reyes (5)"]  # the cue shows the act
    assert lines["asked for"] == []


def test_a_pledge_says_whose_to_whom_and_by_when_and_that_it_is_said_to_be_broken() -> None:
    lines = notes_of(sample())
    assert lines["added"] == [
        "pledge of Dunmore Marine to the town: “open its records”, by 2026-06",
        "said to be broken in 18",
    ]
    assert lines["demanded"] == ["demand to Dunmore Marine: “publish it”, by 2026-05-15"]
    assert lines["said"][-1] == "said to break the pledge in 6"


def test_a_denial_says_of_what() -> None:
    lines = notes_of(sample())
    assert lines["told"][1] == "denies everything that the Coastal Inspectorate’s report says: 6 statements"
    assert lines["declined to comment"][-1] == "declines to comment on “the meeting” (7)"


@pytest.mark.parametrize("width", [40, 80])
def test_every_note_is_printed(width: int) -> None:
    printed = letters(shown(sample(), width)).replace("→", "")
    for lines in notes_of(sample()).values():
        for line in lines:
            assert letters(line) in printed


def test_figures_stand_out_on_a_terminal() -> None:
    printed = shown(sample(), 120, terminal=True)
    assert "\x1b[1m61 samples\x1b[0m" in printed


@pytest.mark.parametrize("width", [40, 120])
def test_watch_lists_say_unsure_and_why(width: int) -> None:
    printed = " ".join(shown(sample(), width).split())
    assert "Halvard Reyes may be HW-114 on harbor-watch (61 %), unsure:" in printed
    assert "Dunmore Marine is HW-020 on harbor-watch (97 %):" in printed
    assert "no date of birth" in printed
    assert "On watch lists" not in shown(hostile("x"), width)


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
