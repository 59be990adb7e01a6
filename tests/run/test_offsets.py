"""Every span of every output is a slice of the document's text, whatever the text; the same text, the same bytes."""

import json
import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import OnrecordError
from onrecord.intake.sources import Raw
from onrecord.present.contract import to_json
from onrecord.run.pipeline import read_raw
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


def test_parents_hold_their_children():
    text = "The mayor said the minister told her that the report claims the bridge is unsafe.\n\nNobody replied to us."
    found = json.loads(to_json(read_raw(Raw("nested.txt", text.encode()), Settings())))
    by_id = {item["id"]: item for item in found["attributions"]}
    for item in found["attributions"]:
        if item["parent"] is not None:
            outer = by_id[item["parent"]]["content"]
            assert all(any(o["start"] <= c["start"] and c["end"] <= o["end"] for o in outer) for c in item["cue"])
