"""What the words that a stance is aimed at pick out."""

import pytest

from onrecord.linking.targets import Form, aim


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("the claims", Form.UTTERANCE), ("the report", Form.WORK), ("the death toll", Form.FIGURE),
        ("this", Form.POINTING),
        ("that", Form.POINTING), ("the rest", Form.REST), ("any wrongdoing", Form.GENERIC),
        ("the closure", Form.THING),
        ("that the bridge had fallen", Form.CLAUSE), ("how they had counted", Form.CLAUSE),
        ("all of it", Form.POINTING),
        ("what the brother had said", Form.UTTERANCE), ("all of the claims", Form.UTTERANCE),
    ],
)  # fmt: skip
def test_forms(said, form):
    assert aim(said).form is form


def test_an_owner_before_the_noun():
    assert aim("their account").owned
    assert aim("the report's findings").owned
    assert not aim("the findings").owned


def test_an_ordinal_counts_from_nothing_and_the_latter_is_the_last():
    assert aim("the second allegation").ordinal == 1
    assert aim("the latter claim").ordinal == -1


def test_what_a_claim_is_about_begins_after_that():
    said = "the claim that 200 jobs would go"
    topic = aim(said).topic
    assert topic is not None
    assert said[topic:] == "200 jobs would go"


def test_this_claim_is_one_and_the_claims_are_many():
    assert aim("this claim").single
    assert not aim("the claims").single
