"""Stances in whole sentences before linking: of what kind they are, whose, and the words for what they are aimed at."""

import pytest

from onrecord.run.evaluating import plain_document
from onrecord.run.pipeline import reader
from onrecord.types import StanceKind


def stances(text: str) -> list[tuple[StanceKind, str | None, list[str]]]:
    return [
        (one.kind, one.by_span and one.by_span.of(text), [span.of(text) for span in one.target])
        for one in reader().read(plain_document(text)).stances
    ]


@pytest.mark.parametrize(
    ("text", "kind", "by", "target"),
    [
        ("The envoy rejected the report's findings.", "deny", "The envoy", "the report's findings"),
        ("The envoy dismissed the claim as absurd.", "deny", "The envoy", "the claim"),
        ("The envoy called the allegations a lie.", "deny", "The envoy", "the allegations"),
        ("The envoy cast doubt on that figure.", "question", "The envoy", "that figure"),
        ("The envoy confirmed their account.", "affirm", "The envoy", "their account"),
        ("The envoy agreed with the auditors.", "affirm", "The envoy", "the auditors"),
    ],
)
def test_a_verb_takes_a_stance_toward_words_for_something_said(text, kind, by, target):
    assert stances(text) == [(StanceKind(kind), by, [target])]


@pytest.mark.parametrize(
    "text", ["The envoy declined to comment.", "The envoy would not comment.", "The envoy had no comment."]
)
def test_not_to_speak_of_it_is_declining(text):
    assert stances(text) == [(StanceKind.DECLINE, "The envoy", [])]


def test_neither_confirming_nor_denying_is_declining():
    [(kind, by, _)] = stances("The envoy neither confirmed nor denied the report.")
    assert kind is StanceKind.DECLINE
    assert by == "The envoy"


def test_a_judgment_in_what_is_said_is_a_stance_of_who_says_it():
    assert stances("The envoy said the claims were untrue.") == [(StanceKind.DENY, "The envoy", ["the claims"])]


@pytest.mark.parametrize(
    "text",
    [
        "Two clerks were denied entry to the archive.",
        "The board rejected the plan by four votes.",
        "There were 31 confirmed cases of cholera.",
        "A boy was questioned by police for an hour.",
        "The envoy did not respond to questions.",
        "She has never denied it.",
        "The shares declined by 4 percent.",
        "The union backed the mayor.",
    ],
)
def test_refusals_decisions_and_events_are_no_stances(text):
    assert stances(text) == []
