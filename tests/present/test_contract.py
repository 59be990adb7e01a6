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
from onrecord.types import BlockKind, EchoKind, MentionForm, MentionType, Quotation, SourceKind

from .builder import Builder
from .sample import sample

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "reading.schema.json").read_text("utf-8"))


def as_json(made: Builder) -> dict[str, Any]:
    return cast(dict[str, Any], json.loads(to_json(made.reading())))


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
    ],
)
def test_the_schema_names_the_same_kinds_as_the_types(name: str, enum: Any) -> None:
    assert set(SCHEMA["$defs"][name]["enum"]) == {member.value for member in enum}


def keys_of(definition: dict[str, Any]) -> set[str]:
    own = set(definition.get("properties", {}))
    for part in definition.get("allOf", []):
        own |= keys_of(SCHEMA["$defs"][part["$ref"].split("/")[-1]])
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
    }
    for name, part in parts.items():
        assert set(part) == keys_of(SCHEMA["$defs"][name]), name


def test_what_is_not_read_yet_is_null_or_empty() -> None:
    found = json.loads(to_json(sample()))
    for one in found["attributions"]:
        assert [one[key] for key in ("act", "certainty", "polarity", "reporter_stance", "commitment")] == [None] * 5
        assert one["statements"] == one["conduct"] == []
    for one in found["entities"]:
        assert one["roles"] == one["links"] == []
        assert one["issuer"] is one["affiliation"] is one["anonymity"] is None
    assert found["quantities"] == found["dates"] == found["stances"] == []
    assert found["model"] == {"reader": "en-1", "lexicon": None}


def test_spans_count_code_points_of_the_text() -> None:
    found = json.loads(to_json(sample()))
    text, one = found["document"]["text"], found["attributions"][-1]
    words = {text[span["start"] : span["end"]] for span in found["document"]["echo"]["spans"]}
    assert words == {"told Coastwire News"}
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
def test_any_text_is_one_line_and_comes_back(words: str) -> None:
    made = Builder()
    made.block(BlockKind.PARAGRAPH, words + ".")
    line = to_json(made.reading())
    assert line.splitlines() == [line]
    assert not any(character in line for character in "\x1b\x9b\u202e\u2066")
    assert json.loads(line)["document"]["text"] == words + "."


def test_a_lone_surrogate_can_be_written_and_comes_back() -> None:
    made = Builder()
    made.block(BlockKind.PARAGRAPH, "half a \ud83d sign")
    line = to_json(made.reading())
    line.encode("utf-8")
    assert json.loads(line)["document"]["text"] == "half a \ud83d sign"
