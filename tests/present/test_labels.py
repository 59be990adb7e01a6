"""Labels in plain words: each has its sentence, and what one expects is told apart from what one does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.present.labels import ACTS, attribution_labels, main_statement, sentence, statement_labels
from onrecord.types import Act, Certainty, Polarity, ReporterStance, Statement, Time

from .builder import Builder
from .sample import sample
from .sample_layers import DENIAL


def statement(certainty: Certainty, polarity: Polarity, time: Time, *reasons: str) -> Statement:
    made = Builder(text="word")
    return replace(made.statement("word", certainty=certainty, polarity=polarity, time=time), reasons=reasons)


def test_every_act_has_its_words() -> None:
    assert set(ACTS) == set(Act)


def test_the_labels_of_a_denial_read_as_one_line() -> None:
    denial = next(one for one in sample().attributions if one.id == DENIAL)
    labels = attribution_labels(denial)
    line = [label for label in labels.all if not label.silent]
    assert [label.words for label in line] == ["denies", "certain", "negative", "past"]
    assert [label.plain for label in line] == [False, True, False, True]
    assert labels.all[-1].words == "reporter neutral"  # told only when one asks


def test_a_reporter_who_takes_a_side_is_in_the_line() -> None:
    claim = next(one for one in sample().attributions if one.reporter_stance is ReporterStance.DISTANCING)
    assert attribution_labels(claim).all[-1].words == "reporter keeps distance"
    assert not attribution_labels(claim).all[-1].silent


def test_each_label_answers_with_its_own_reason() -> None:
    one = statement(
        Certainty.POSSIBLE, Polarity.NEGATIVE, Time.PAST,
        "possible: “might” makes it possible only", "negative: “not” negates it", "past: “was” is over",
    )  # fmt: skip
    assert [(label.words, label.reason) for label in statement_labels(one)] == [
        ("possible", "“might” makes it possible only."),
        ("negative", "“not” negates it."),
        ("past", "“was” is over."),
    ]


def test_two_unknowns_of_one_reason_are_one_label() -> None:
    one = statement(
        Certainty.UNKNOWN, Polarity.UNKNOWN, Time.FUTURE,
        "unknown: “if” makes it a condition", "unknown: “if” makes it a condition", "future: “opens” is to come",
    )  # fmt: skip
    assert [label.words for label in statement_labels(one)] == ["unknown whether it is so", "future"]


def test_two_unknowns_of_two_reasons_stay_two() -> None:
    one = statement(
        Certainty.UNKNOWN, Polarity.UNKNOWN, Time.NONE, "unknown: “whether” asks", "unknown: “or not” leaves both",
        "none: no verb tells when",
    )  # fmt: skip
    assert [(label.words, label.reason) for label in statement_labels(one)] == [
        ("certainty unknown", "“whether” asks."),
        ("polarity unknown", "“or not” leaves both."),
        ("no time", "No verb tells when."),
    ]


def test_a_label_without_a_reason_says_so() -> None:
    assert statement_labels(statement(Certainty.CERTAIN, Polarity.POSITIVE, Time.PAST))[0].reason == (
        "The reader kept no reason."
    )


def test_the_main_statement_is_the_one_whose_labels_the_attribution_has() -> None:
    made = Builder(text="yes and no")
    made.say(None, "", "and", "no")
    first = made.statement("yes")
    second = made.statement("no", polarity=Polarity.NEGATIVE)
    made.label(made.attributions[0].id, Act.SAY, first, second, main=1)
    assert main_statement(made.attributions[0]) == second


def test_reasons_that_answer_for_no_label_are_kept() -> None:
    denial = next(one for one in sample().attributions if one.id == DENIAL)
    assert attribution_labels(denial).rest == ("Two quotations in one paragraph with one speaker between them.",)


@pytest.mark.parametrize(
    ("reason", "shown"),
    [
        ("it is said flatly", "It is said flatly."),
        ("“not” negates it", "“not” negates it."),
        ("cue “told”", "“told” marks the attribution."),
        ("'clerks' is plural and names nobody", "“clerks” is plural and names nobody."),
        ("'mayor' is described and then named: 'Ada Lund'", "“mayor” is described and then named: “Ada Lund”."),
        ("'council's' isn't a name", "“council's” isn't a name."),
        ("Done.", "Done."),
        ("she said “so.”", "She said “so.”"),
    ],
)
def test_a_reason_becomes_a_sentence(reason: str, shown: str) -> None:
    assert sentence(reason) == shown
