"""Every span of every output is a slice of the document's text, whatever the text; the same text, the same bytes."""

import json
import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import OnrecordError
from onrecord.intake.sources import Raw
from onrecord.intake.take import take_in
from onrecord.linking.link import link
from onrecord.present.contract import to_json
from onrecord.run.pipeline import read_raw, reader
from onrecord.settings import Settings

_STRANGE = st.text(
    st.sampled_from(
        "ae\u0301\u0308 é👩‍🔬🇺🇳\u202e\u200f\u05d0\u0627ß\u00ad\r\n\t“”\"'(),.!?0123456789\ufeff\u2028\x00\x1b漢ﬁİ"
    ),
    max_size=60,
)
_WORDS = st.sampled_from(
    [
        "The ministry said the bridge is safe.",
        "“We will not go,” Dr. Vaughn told reporters, “until they pay.”",
        "According to the report, an estimated 4,000 people left.",
        "It is believed that the talks failed, and officials denied it.",
        "\n\n",
        "\r\n",
        "He added:",
    ]
)
_PEOPLE = st.sampled_from(
    [
        "Okafor said she would resign.",
        "“I never met him,” Tom Okafor told reporters. “He and Ruiz lied.”",
        "They denied that the 5,000 Ugandan miners had left in 2021.",
        "The UN report says the WTO (World Trade Organization) and Smith & Sons pledged to pay.",
        "An official, who asked not to be named, said Mrs. Okafor’s spokesman called the report’s findings untrue.",
        "A U.S. official said: “Ruiz said ‘we will leave by May’.”",
        "MARLOW (Agency) -- Ruiz and Okafor rejected it.",
        "He ((said) that “it said “they said",
    ]
)
_TEXTS = st.lists(st.one_of(_STRANGE, _WORDS, st.text(max_size=40)), min_size=1, max_size=8).map(" ".join)


def spans(value: object):
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value["start"], value["end"]
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_spans_are_slices_of_the_text(text):
    # English sentences before and after let language identification pass and give the reader something to find.
    framed = f"The mayor said that the bridge is safe and will open on Monday.\n\n{text}\n\nShe told reporters it was."
    try:
        first = to_json(read_raw(Raw("random.txt", framed.encode("utf-8", "replace")), Settings()))
    except OnrecordError:
        return
    again = to_json(read_raw(Raw("random.txt", framed.encode("utf-8", "replace")), Settings()))
    assert first == again
    found = json.loads(first)
    length = len(found["document"]["text"])
    for start, end in spans(found):
        assert 0 <= start < end <= length
    blocks = found["document"]["blocks"]
    for attribution in found["attributions"]:
        for role in ("source", "cue", "content"):
            for span in attribution[role]:
                words = found["document"]["text"][span["start"] : span["end"]]
                assert words.strip() == words
                assert any(unicodedata.category(c)[0] in "LNSMC" or c.isalnum() for c in words)
                assert any(b["start"] <= span["start"] and span["end"] <= b["end"] for b in blocks), "crosses a block"
    assert broken_references(found) == []


def ids(value: object, *names: str):
    """Everything that stands under some field names, wherever it is."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in names:
                yield from (one for one in (inner if isinstance(inner, list) else [inner]) if isinstance(one, str))
            yield from ids(inner, *names)
    elif isinstance(value, list):
        for inner in value:
            yield from ids(inner, *names)


def broken_references(found: dict) -> list[tuple[str, str]]:
    """References to what is not there, with where they stand."""
    statements = [one for item in found["attributions"] for one in item["statements"]]
    known = {kind: {one["id"] for one in found[kind]} for kind in ("mentions", "entities", "attributions")}
    known |= {kind: {one["id"] for one in found[kind]} for kind in ("quantities", "dates")}
    entities = ("entity", "source_entity", "context_source", "issuer", "affiliation", "members", "by", "to")
    asked = [("entities", one) for part in ("mentions", "attributions", "quantities", "stances", "entities")
             for one in ids(found[part], *entities)]  # fmt: skip
    asked += [("mentions", one) for one in ids(found["entities"], "mentions")]
    for kind in ("entities", "quantities", "dates"):
        asked += [(kind, one) for statement in statements for one in statement[kind]]
    asked += [("attributions", one) for one in ids(found["attributions"], "parent", "commitment")]
    asked += [("attributions", one["attribution"]) for one in found["stances"]]
    said = {one["id"] for one in statements}
    lost = [("statements", one) for one in ids(found["stances"], "statements") if one not in said]
    for kind, own in known.items():
        if len(own) != len(found[kind]):
            lost.append((kind, "an id twice"))
    return lost + [(kind, one) for kind, one in asked if one not in known[kind]]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(_PEOPLE, _WORDS), min_size=2, max_size=7).map(" ".join))
def test_every_id_that_is_told_exists_and_every_mention_belongs_to_its_entity(text):
    raw = Raw("people.txt", f"Mayor Lina Okafor opened the bridge.\n\n{text}".encode())
    try:
        found = json.loads(to_json(read_raw(raw, Settings())))
    except OnrecordError:
        return
    assert broken_references(found) == []
    owner = {one: entity["id"] for entity in found["entities"] for one in entity["mentions"]}
    assert owner == {one["id"]: one["entity"] for one in found["mentions"] if one["entity"] is not None}
    order = [one["id"] for one in found["mentions"]]
    assert order == [f"m{number}" for number in range(1, len(order) + 1)]
    numbers = [int(item["id"][1:]) for item in found["attributions"]]
    assert numbers == list(range(1, len(numbers) + 1))


def test_linking_says_the_same_of_the_same_reading():
    text = "Mayor Lina Okafor met Tom Okafor. She said he left. “I stayed,” Okafor said. A driver denied it."
    raw = reader().read(take_in(Raw("same.txt", text.encode()), Settings()))
    assert link(raw) == link(raw)


def test_parents_hold_their_children():
    text = "The mayor said the minister told her that the report claims the bridge is unsafe.\n\nNobody replied to us."
    found = json.loads(to_json(read_raw(Raw("nested.txt", text.encode()), Settings())))
    by_id = {item["id"]: item for item in found["attributions"]}
    for item in found["attributions"]:
        if item["parent"] is not None:
            outer = by_id[item["parent"]]["content"]
            assert all(any(o["start"] <= c["start"] and c["end"] <= o["end"] for o in outer) for c in item["cue"])
