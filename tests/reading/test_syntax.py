"""Walking a parse."""

from onrecord.types import Span
from tests.reading.hand_parsed import syntax

TEXT = "The old mayor of Marlow, who wept, left."
ROWS = """
The DET 3 det
old ADJ 3 amod
mayor NOUN 8 nsubj
of ADP 5 case
Marlow PROPN 3 nmod
who PRON 7 nsubj
wept VERB 3 acl:relcl past
left VERB 0 root past
"""
PARSED = syntax(TEXT, ROWS)


def test_what_hangs_on_a_unit():
    assert PARSED.children(2) == [0, 1, 4, 6]
    assert PARSED.children(2, "amod", "nmod") == [1, 4]
    assert PARSED.subtree(2) == [0, 1, 2, 3, 4, 5, 6]


def test_what_a_unit_hangs_on():
    assert list(PARSED.ancestors(3)) == [4, 2, 7]
    assert PARSED.head_of(7) is None


def test_units_and_places():
    assert PARSED.units(Span(4, 13)) == range(1, 3)
    assert PARSED.unit_at(5) == 1
    assert PARSED.unit_at(3) is None
    assert PARSED.span(4).of(TEXT) == "Marlow"
    assert (PARSED.word(4), PARSED.pos_of(4), PARSED.tense_of(6), PARSED.relation_of(6)) == (
        "marlow",
        "PROPN",
        "past",
        "acl:relcl",
    )
