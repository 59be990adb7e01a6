"""Several who speak together."""

import pytest

from onrecord.linking.groups import parts
from onrecord.types import Span
from tests.linking.read_by_hand import Script


def joined(text: str, *names: str, form: str = "nP") -> list[str]:
    script = Script(text)
    for name in names:
        script.mention(name, form)
    starts = [mention.span.start for mention in script.mentions]
    return [script.mentions[at].span.of(text) for at in parts(text, script.mentions, starts, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Okafor and Belman", ["Okafor", "Belman"]),
        ("Okafor, Belman and Ruiz", ["Okafor", "Belman", "Ruiz"]),
        ("Okafor, Belman, and Ruiz", ["Okafor", "Belman", "Ruiz"]),
        ("Okafor & Belman", ["Okafor", "Belman"]),
        ("Okafor along with Belman", ["Okafor", "Belman"]),
        ("Marlow Council and the Tin Union", ["Marlow Council", "Tin Union"]),
    ],
)
def test_names_and_what_joins_them_are_a_group(text, names):
    assert joined(text, *names) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Okafor", ["Okafor"]),
        ("lawyers for Okafor and Belman", ["Okafor", "Belman"]),
        ("Okafor and Belman of Marlow", ["Okafor", "Belman"]),
        ("Okafor or Belman", ["Okafor", "Belman"]),
        ("Okafor met Belman", ["Okafor", "Belman"]),
        ("Okafor and others", ["Okafor"]),
    ],
)
def test_other_words_make_it_none(text, names):
    assert joined(text, *names) == []


def test_descriptions_are_no_names():
    assert joined("miners and drivers", "miners", "drivers", form="dP") == []
