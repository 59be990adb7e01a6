"""The outline: text order, children under parents, words on one line."""

from __future__ import annotations

from dataclasses import replace

from onrecord.present.outline import outline, passage, shortened
from onrecord.types import AttributionId, BlockKind, Span

from .builder import Builder
from .sample import sample


def test_children_stand_under_their_parents_in_text_order() -> None:
    listed = outline(sample())
    assert [entry.number for entry in listed.entries] == list(range(1, 20))
    assert [entry.depth for entry in listed.entries] == [0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 2, 0, 0, 1, 0, 0, 0, 0, 0]


def test_the_authors_voice_stands_apart() -> None:
    listed = outline(sample())
    assert len(listed.voice) == 5
    assert [bool(entry.implied_source) for entry in listed.voice] == [False, False, True, True, False]


def test_a_pronoun_is_named() -> None:
    entry = next(entry for entry in outline(sample()).entries if entry.source == "He")
    assert entry.name == entry.who == "Halvard Reyes"


def test_a_name_that_the_source_says_itself_is_not_said_again() -> None:
    entry = next(entry for entry in outline(sample()).entries if entry.source.startswith("The mayor"))
    assert entry.name is None
    assert entry.who == "Lucia Brandt"


def test_who_cannot_be_told_keeps_the_words_and_says_why() -> None:
    entry = next(entry for entry in outline(sample()).entries if entry.source == "Vance")
    assert entry.who == "Vance"
    assert entry.unresolved is not None
    assert entry.unresolved.startswith("A surname")
    unnamed = next(entry for entry in outline(sample()).entries if entry.source == "officials")
    assert unnamed.who == "officials"


def test_words_are_cut_between_words() -> None:
    assert shortened("one two three", 40) == "one two three"
    assert shortened("one two, three", 9) == "one two …"
    assert shortened("unbreakable", 5) == "unbre…"


def test_circles_and_lost_parents_lose_nothing() -> None:
    reading = sample()
    first, second, third, *rest = (one for one in reading.attributions if one.source)
    broken = (
        replace(first, parent=second.id),
        replace(second, parent=first.id),
        replace(third, parent=AttributionId("lost")),
        *rest,
    )
    listed = outline(replace(reading, attributions=broken))
    assert sorted(entry.attribution.id for entry in listed.entries) == sorted(one.id for one in broken)


def test_a_gap_between_fragments_is_shown_and_white_space_is_none() -> None:
    made = Builder()
    made.block(BlockKind.PARAGRAPH, "one two\n three four")
    assert passage(made.text, made.spans(["one", "three"])) == "one … three"
    assert passage(made.text, made.spans(["two", "three"])) == "two three"
    assert passage(made.text, (Span(0, 14),)) == "one two three"
