"""Whether a statement says yes or no, in its own words and not in its cue's."""

import pytest

from onrecord.types import Polarity
from tests.reading.labeling.marked import labels, words

Y, N, U = Polarity.POSITIVE, Polarity.NEGATIVE, Polarity.UNKNOWN


def polarity_of(marked):
    return labels(marked).statements[-1].polarity


@pytest.mark.parametrize(
    ("marked", "polarity"),
    [
        ("[_The bridge_ *is not safe*].", N),
        ("[_The fee_ *was never paid*].", N),
        ("[_The ferry_ *no longer runs*].", N),
        ("[_The road_ *is not yet open*].", N),
        ("[_The firm_ *has yet to pay*].", N),
        ("[_The crew_ *cannot land*].", N),
        ("[_They_ *didn’t see* it].", N),
        ("[_No patients_ *were harmed*].", N),
        ("[_Nobody_ *was hurt*].", N),
        ("[_Almost none of it_ *was found*].", N),
        ("[_Neither pump_ *worked*].", N),
        ("[_The thieves_ *took* nothing].", N),
        ("[_They_ *found* no proof of fraud].", N),
        ("[_The brigade_ *has* hardly any fuel].", N),
        ("[_The hall_ *is hardly ever heated*].", N),
        ("[_The sides_ *failed to agree*].", N),
        ("[_The clinic_ *lacks* a doctor].", N),
        ("[_The owner_ *has refused to sign*].", N),
        ("[_The truce_ *is unlikely to hold*].", N),
        ("[Not all members *voted*].", N),
    ],
)
def test_what_says_no(marked, polarity):
    assert polarity_of(marked).value is polarity


@pytest.mark.parametrize(
    "marked",
    [
        "[_The bridge_ *is safe*].",
        "[_The bridge_ *is not only safe* but cheap].",
        "[_No fewer than nine firms_ *bid* for it].",
        "[_He_ *left* without paying].",
        "[_He_ *walked* instead of driving].",
        "[_We_ *had* masks but no filters].",
        "[_The search_ *was unlawful*].",
        "[_The firm_ *stopped paying*].",
        "[_Few members_ *voted*].",
        "[_He_ *was no doubt asleep*].",
        "[_The sides_ *did not fail to agree*].",
        "[_Two referees who did not report the gift_ *were banned*].",
    ],
)
def test_what_only_looks_like_no(marked):
    assert polarity_of(marked).value is Y


@pytest.mark.parametrize(
    ("marked", "polarity"),
    [
        ("<The firm> {denied} that [_it_ *sold* the data].", Y),
        ("<The firm> {denied} that [_it_ *had not paid*].", N),
        ("<Divers> {do not think} [_the wreck_ *is* older].", N),
        ("[_The truce_] {is not believed} [*to cover* the passes].", N),
        ("<The union> {urged} [_members_ *not to sell*].", N),
        ("<The clerk> {asked} [whether _the bus_ *had left*].", U),
        ("<The club> {refused to say} [whether _she_ *would play*].", U),
        ("<The club> {did not say} [who *had paid*].", U),
        ("<The inquiry> {found no evidence} that [_files_ *were burned*].", N),
        ("<Police> {could not rule out} that [_the fire_ *was set*].", Y),
        ("<He> {did not know} that [_the road_ *was shut*].", Y),
    ],
)
def test_cues_and_what_they_do_to_polarity(marked, polarity):
    assert polarity_of(marked).value is polarity


@pytest.mark.parametrize(
    "marked", ["[if _the talks_ *fail*]", "[unless _it_ *is not paid*]", "[Did _he_ *not act* alone?]"]
)
def test_what_is_open_has_no_polarity(marked):
    assert polarity_of(marked).value is U


def test_the_negation_is_named():
    marked = "[_The road_ *is not yet open*]."
    found = polarity_of(marked)
    assert words(marked, found.deciding) == ["not yet"]
    assert found.reason == "“not yet” negates it"
