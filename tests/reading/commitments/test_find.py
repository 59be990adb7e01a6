"""Commitments and the words about conduct in whole sentences, as the shipped model reads them."""

import pytest

from onrecord.run.evaluating import plain_document
from onrecord.run.pipeline import reader
from onrecord.types import Commitment, CommitmentKind, ConductRelation


def commitments(text: str) -> list[Commitment]:
    return [one.commitment for one in reader().read(plain_document(text)).attributions if one.commitment is not None]


def words(text: str, commitment: Commitment) -> str:
    return " ".join(span.of(text) for span in commitment.what)


@pytest.mark.parametrize(
    ("text", "kind", "by", "what"),
    [
        ("The county promised to repave Mill Road.", "pledge", "The county", "to repave Mill Road"),
        (
            "The ministry gave an assurance that no school would be closed.",
            "pledge",
            "The ministry",
            "no school would be closed",
        ),
        ("The ferry company has pledged 3 million euros.", "pledge", "The ferry company", "3 million euros"),
        ("The council is calling for a public inquiry.", "demand", "The council", "a public inquiry"),
        (
            "A court ordered the bakery to pay its drivers.",
            "demand",
            "A court",
            "to pay its drivers",
        ),
        (
            "The rebels gave the garrison until Sunday to surrender.",
            "demand",
            "The rebels",
            "to surrender",
        ),
    ],
)
def test_who_is_bound_to_what(text, kind, by, what):
    [found] = commitments(text)
    assert found.kind is CommitmentKind(kind)
    assert found.by_span is not None
    assert found.by_span.of(text) == by
    assert words(text, found) == what


@pytest.mark.parametrize(
    "text",
    [
        "The brewery plans to open a bar in Leeds.",
        "Forecasters expect snow to fall by Friday.",
        "The minister declined to make any promises.",
        "The gadget promises to cut bills in half.",
        "The firm ordered 40 tractors from Poland.",
        "The captain did not respond to a request for comment.",
        "Doctors advise patients to walk every day.",
        "They moved house in order to save money.",
    ],
)
def test_plans_forecasts_refusals_and_advice_are_no_commitments(text):
    assert commitments(text) == []


def test_we_will_of_ones_own_act_is_the_pledge_of_whoever_is_quoted():
    text = "“We will compensate every passenger,” said Mona Reyes, the airline's director."
    [found] = commitments(text)
    assert found.kind is CommitmentKind.PLEDGE
    assert found.by_span is not None
    assert "Mona Reyes" in found.by_span.of(text)


def test_we_will_of_what_happens_to_one_is_a_forecast():
    assert commitments("“We will win on Saturday,” said Mona Reyes, the coach.") == []


def test_what_is_given_in_return_and_the_agreement_it_stands_in():
    text = "Under the Orsk accord, the militia agreed to leave the valley in return for the release of its leader."
    [found] = commitments(text)
    assert [span.of(text) for span in found.exchange] == ["the release of its leader"]
    assert found.instrument == "the Orsk accord"
    assert words(text, found) == "to leave the valley"


def test_a_pledge_in_exchange_for_something_names_what_was_given_for_it():
    text = "The treaty led to the return of the island in exchange for a pledge from Ruritania to close its base."
    [found] = commitments(text)
    assert [span.of(text) for span in found.exchange] == ["the return of the island"]
    assert found.by_span is not None
    assert found.by_span.of(text) == "Ruritania"


@pytest.mark.parametrize(
    ("text", "relation", "drawn"),
    [
        ("The mill fired forty people in breach of its promise.", "contradicts", "in breach of its promise"),
        ("The mill rehired them, as promised.", "keeps", "as promised"),
        ("The mill failed to honor its pledge.", "contradicts", "honor its pledge"),
        ("The mill kept its word.", "keeps", "kept its word"),
        ("The promise was not kept.", "contradicts", "The promise was not kept"),
        ("This is contrary to what the mill had promised.", "contradicts", "contrary to what the mill had promised"),
    ],
)
def test_words_that_say_that_a_commitment_was_kept_or_broken(text, relation, drawn):
    [sign] = reader().read(plain_document(text)).conduct_signs
    assert sign.relation is ConductRelation(relation)
    assert [span.of(text) for span in sign.spans] == [drawn]


def test_what_was_not_given_as_a_commitment_is_not_kept_or_broken():
    text = "Despite the rain, the mill opened. Its line of credit was cut, and in line with forecasts it lost money."
    assert reader().read(plain_document(text)).conduct_signs == ()
