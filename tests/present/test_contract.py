"""The JSON contract: every key there, one line, the same every time, and as docs/reading.schema.json says."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from onrecord.present import reading_object, to_json
from onrecord.types import (
    Act,
    BlockKind,
    Certainty,
    Change,
    CommitmentKind,
    ConductRelation,
    EchoKind,
    Granularity,
    Interval,
    MentionForm,
    MentionType,
    Polarity,
    Quotation,
    ReporterStance,
    SourceKind,
    StanceKind,
    Time,
)

from .builder import Builder
from .sample import sample

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "reading.schema.json").read_text("utf-8"))


def as_json(made: Builder) -> dict[str, Any]:
    return cast(dict[str, Any], json.loads(to_json(made.reading())))


def attributed(found: dict[str, Any], cue: str) -> dict[str, Any]:
    """The attribution with a cue."""
    return next(one for one in found["attributions"] if [words(found, span) for span in one["cue"]] == [cue])


def words(found: dict[str, Any], span: dict[str, int]) -> str:
    return cast(str, found["document"]["text"][span["start"] : span["end"]])


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_full_reading_is_as_the_schema_says() -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(to_json(sample())))


def test_an_empty_reading_is_as_the_schema_says() -> None:
    found = as_json(Builder())
    Draft202012Validator(SCHEMA).validate(found)
    assert found["document"]["echo"] is None


def test_fields_may_be_added() -> None:
    found = json.loads(to_json(sample()))
    found["later"] = found["document"]["later"] = found["attributions"][0]["later"] = 1
    Draft202012Validator(SCHEMA).validate(found)


@pytest.mark.parametrize(
    ("name", "enum"),
    [
        ("sourceKind", SourceKind),
        ("quotation", Quotation),
        ("mentionType", MentionType),
        ("mentionForm", MentionForm),
        ("blockKind", BlockKind),
        ("echoKind", EchoKind),
        ("act", Act),
        ("certainty", Certainty),
        ("polarity", Polarity),
        ("time", Time),
        ("reporterStance", ReporterStance),
        ("granularity", Granularity),
        ("commitmentKind", CommitmentKind),
        ("conductRelation", ConductRelation),
        ("stanceKind", StanceKind),
    ],
)
def test_the_schema_names_the_same_kinds_as_the_types(name: str, enum: Any) -> None:
    assert set(SCHEMA["$defs"][name]["enum"]) - {None} == {member.value for member in enum}


def keys_of(definition: dict[str, Any]) -> set[str]:
    own = set(definition.get("properties", {}))
    for part in definition.get("allOf", []):
        own |= keys_of(SCHEMA["$defs"][part["$ref"].split("/")[-1]])
    return own


def required_of(definition: dict[str, Any]) -> set[str]:
    own = set(definition.get("required", []))
    for part in definition.get("allOf", []):
        own |= required_of(SCHEMA["$defs"][part["$ref"].split("/")[-1]])
    return own


def test_every_key_of_the_contract_is_there() -> None:
    found = json.loads(to_json(sample()))
    assert set(found) == set(SCHEMA["properties"])
    parts = {
        "document": found["document"],
        "block": found["document"]["blocks"][0],
        "echo": found["document"]["echo"],
        "mention": found["mentions"][0],
        "entity": found["entities"][0],
        "attribution": found["attributions"][0],
        "chainLink": found["attributions"][0]["chain"][0],
        "statement": attributed(found, "claims")["statements"][0],
        "commitment": attributed(found, "added")["commitment"],
        "conduct": next(one["conduct"][0] for one in found["attributions"] if one["conduct"]),
        "listLink": next(one["links"][0] for one in found["entities"] if one["links"]),
        "quantity": found["quantities"][0],
        "date": found["dates"][0],
        "stance": found["stances"][0],
    }
    for name, part in parts.items():
        assert set(part) == keys_of(SCHEMA["$defs"][name]), name
        assert set(part) == required_of(SCHEMA["$defs"][name]), name


def test_labels_stand_on_the_attribution_and_on_its_statements() -> None:
    found = json.loads(to_json(sample()))
    one = attributed(found, "claims")
    assert [one[key] for key in ("act", "certainty", "polarity", "reporter_stance")] == [
        "claim", "certain", "positive", "distancing",
    ]  # fmt: skip
    assert [statement["polarity"] for statement in one["statements"]] == ["positive", "negative"]
    silent = one["statements"][1]
    assert [words(found, span) for span in silent["spans"]] == ["A company paid to keep the harbor open", "told no one"]
    assert words(found, silent["roles"]["object"]) == "no one"
    assert [words(found, span) for span in silent["deciding"]] == ["no one"]
    assert silent["reasons"][1] == "negative: “no one” negates it"


def test_a_content_without_a_statement_has_an_act_and_no_certainty() -> None:
    one = attributed(json.loads(to_json(sample())), "declined to comment")
    assert [one[key] for key in ("act", "certainty", "polarity", "statements")] == ["decline", None, None, []]


def test_the_authors_voice_has_neither_act_nor_stance() -> None:
    found = json.loads(to_json(sample()))
    voice = next(one for one in found["attributions"] if one["source_kind"] == "author" and one["statements"])
    assert voice["act"] is voice["reporter_stance"] is None
    assert voice["certainty"] == "certain"


def test_figures_are_intervals_and_whole_numbers_have_no_point() -> None:
    found = json.loads(to_json(sample()))
    by_words = {words(found, one): one for one in found["quantities"]}
    least = by_words["at least 38"]
    assert (least["low"], least["high"], least["modifier"]) == (38, None, "at least")
    range_of = by_words["an estimated 40 to 55 million"]
    assert (range_of["low"], range_of["high"]) == (40_000_000, 55_000_000)
    assert '"low": 40000000, ' in to_json(sample())
    assert by_words["61 samples"]["change"] is None


def test_a_change_has_both_ends() -> None:
    made = Builder()
    made.block(BlockKind.PARAGRAPH, "It rose from 5 to 7 percent.")
    made.quantity("from 5 to 7 percent", 7, 7, "percent", change=Change(Interval(5, 5), Interval(7, 7)))
    assert as_json(made)["quantities"][0]["change"] == {"from": {"low": 5, "high": 5}, "to": {"low": 7, "high": 7}}


def test_a_commitment_names_who_what_and_by_when() -> None:
    found = json.loads(to_json(sample()))
    pledge = attributed(found, "added")["commitment"]
    assert (pledge["kind"], pledge["by"], pledge["to"], pledge["deadline"]) == ("pledge", "e6", None, "2026-06")
    assert words(found, pledge["to_span"]) == "the town"
    assert [words(found, span) for span in pledge["what"]] == ["open its records"]
    conduct = next(one for one in found["attributions"] if one["conduct"])["conduct"][0]
    assert (conduct["commitment"], conduct["relation"]) == (attributed(found, "added")["id"], "contradicts")


def test_a_stance_names_whom_and_which_statements_it_reaches() -> None:
    found = json.loads(to_json(sample()))
    denial, declined = found["stances"]
    assert (denial["stance"], denial["by"], denial["toward"]) == ("deny", "e3", {"source_entity": "e2"})
    assert len(denial["statements"]) == 6
    assert (declined["stance"], declined["toward"]) == ("decline", {"source_entity": None})


def test_an_entity_tells_its_office_its_issuer_and_its_lists() -> None:
    by_id = {one["id"]: one for one in json.loads(to_json(sample()))["entities"]}
    assert by_id["e3"]["roles"] == ["Dunmore’s chief executive"]
    assert by_id["e2"]["issuer"] == "e1"
    assert by_id["e9"]["affiliation"] == "e7"
    link = by_id["e3"]["links"][0]
    assert (link["list"], link["id"], link["score"], link["certain"]) == ("harbor-watch", "HW-114", 0.61, False)
    assert "no date of birth" in link["reason"]


def test_spans_count_code_points_of_the_text() -> None:
    found = json.loads(to_json(sample()))
    text, one = found["document"]["text"], found["attributions"][-1]
    assert {words(found, span) for span in found["document"]["echo"]["spans"]} == {"told Coastwire News"}
    assert all(text[span["start"] : span["end"]] for span in one["content"])


def test_the_publication_is_a_link_of_kind_author() -> None:
    chain = json.loads(to_json(sample()))["attributions"][0]["chain"]
    assert chain[0]["kind"] == "author"


def test_confidence_has_four_places() -> None:
    reading = sample()
    first = replace(reading.attributions[0], confidence=0.123456789)
    found = reading_object(replace(reading, attributions=(first,)))
    assert cast(list[dict[str, object]], found["attributions"])[0]["confidence"] == 0.1235


def test_letters_of_all_scripts_stand_as_they_are() -> None:
    made = Builder()
    made.block(BlockKind.PARAGRAPH, "Łódź, Київ, 北京 \U0001f600")
    assert "Łódź, Київ, 北京 \U0001f600" in to_json(made.reading())


def test_the_same_reading_gives_the_same_line() -> None:
    assert to_json(sample()) == to_json(sample())


HOSTILE = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from('\u2028\u2029\x85\x9b\u202e\u2066\x1b\n\r"\\'))
)


@given(HOSTILE)
def test_any_text_is_one_line_and_comes_back(said: str) -> None:
    made = Builder()
    made.block(BlockKind.PARAGRAPH, said + ".")
    line = to_json(made.reading())
    assert line.splitlines() == [line]
    assert not any(character in line for character in "\x1b\x9b\u202e\u2066")
    assert json.loads(line)["document"]["text"] == said + "."


def test_a_lone_surrogate_can_be_written_and_comes_back() -> None:
    made = Builder()
    made.block(BlockKind.PARAGRAPH, "half a \ud83d sign")
    line = to_json(made.reading())
    line.encode("utf-8")
    assert json.loads(line)["document"]["text"] == "half a \ud83d sign"
