"""The ways through a reading: from a figure, a stance, a pledge or an entity to the entries it belongs to."""

from __future__ import annotations

from onrecord.present.index import index
from onrecord.present.who import profiles
from onrecord.types import BlockKind, EntityId, MentionType

from .builder import Builder
from .sample import sample
from .sample_layers import CONDUCT, DENIAL, PLEDGE


def test_a_figure_belongs_to_the_innermost_content_around_it() -> None:
    known = index(sample())
    text = known.text
    held = {quantity.span.of(text): known.holders.get(quantity.id) for quantity in known.reading.quantities}
    states, officials = held["61 samples"], held["an estimated 40 to 55 million"]
    assert states is not None
    assert states.cue == "states"
    assert officials is not None
    assert officials.source == "officials"
    assert held["nine fields"] is None  # a list of the article's, in nobody's content


def test_the_shortest_piece_of_content_wins() -> None:
    made = Builder()
    made.block(BlockKind.PARAGRAPH, "He says she says 9 boats sank, and so on.")
    outer = made.say(None, "He", "says", "she says 9 boats sank, and so on")
    made.say("she", "she", "says", "9 boats sank", parent=outer)
    made.quantity("9 boats", 9, 9, "boats")
    known = index(made.reading())
    assert known.holders[made.quantities[0].id].source == "she"


def test_a_stance_is_found_from_both_ends() -> None:
    known = index(sample())
    assert [stance.kind.value for stance in known.taken[DENIAL]] == ["deny"]
    reached = [key for key, stances in known.met.items() if any(one.attribution == DENIAL for one in stances)]
    assert reached == ["a1", "a2", "a3", "a4"]


def test_conduct_is_found_from_the_commitment() -> None:
    ((entry, conduct),) = index(sample()).conduct[PLEDGE]
    assert entry.attribution.id == CONDUCT
    assert conduct.relation.value == "contradicts"


def test_those_cited_most_come_first() -> None:
    known = profiles(index(sample()))
    assert [len(one.sources) for one in known[:3]] == [3, 2, 2]
    assert known[0].entity.name == "the Coastal Inspectorate’s report"
    assert known[-1].entity.name == "Port Merrow"
    assert [one.foremost for one in known[-2:]] == [True, False]


def test_other_names_are_those_of_the_text() -> None:
    by_id = {one.entity.id: one for one in profiles(index(sample()))}
    assert by_id[EntityId("e6")].names == ("Dunmore",)
    assert by_id[EntityId("e6")].mentions == 2
    assert by_id[EntityId("e4")].names == ()


def test_writings_of_one_name_are_one_name() -> None:
    made = Builder(text="Al-Hadid Group, the Al Hadid Group")
    group = made.entity("e1", "Al-Hadid Group", MentionType.ORGANIZATION)
    for words in ("Al-Hadid Group", "the Al Hadid Group"):
        made.mention(group, made.at(words))
    assert profiles(index(made.reading()))[0].names == ()
