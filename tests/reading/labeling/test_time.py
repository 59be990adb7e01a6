"""When a statement holds, seen from the time of speaking."""

import pytest

from onrecord.types import Time
from tests.reading.labeling.marked import labels

PAST, NOW, AHEAD, NONE = Time.PAST, Time.PRESENT, Time.FUTURE, Time.NONE


def time_of(marked, *, headline=False):
    return labels(marked, headline=headline).statements[-1].time.value


@pytest.mark.parametrize(
    ("marked", "time"),
    [
        ("[_The roof_ *fell*].", PAST),
        ("[_The roof_ *has fallen*].", PAST),
        ("[_The roof_ *had been leaking*].", PAST),
        ("[_The roof_ *is falling*].", NOW),
        ("[_The roof_ *leaks*].", NOW),
        ("[_The hall_ *has been closed* since May].", NOW),
        ("[_The hall_ *has not been used* since May].", PAST),
        ("[_Growers_ *have known* it for decades].", NOW),
        ("[_The roof_ *will be mended*].", AHEAD),
        ("[_The roof_ *is going to fall*].", AHEAD),
        ("[_The court_ *is to rule* on it].", AHEAD),
        ("[_The roof_ *may fall*].", AHEAD),
        ("[_The roof_ *may have fallen*].", PAST),
        ("[_The roof_ *may be* rotten].", NOW),
        ("[_The court_ *sits* on Thursday].", AHEAD),
        ("[_The firm_ *is closing* the branch next week].", AHEAD),
        ("[_The crew_ *misread* the chart].", PAST),
        ("[_The strike_ *cost* the port millions].", PAST),
        ("[_The lock_ *appears to have been cut*].", PAST),
        ("[once _the troops_ *leave*]", AHEAD),
        ("[if _the dam_ *fails*]", AHEAD),
        ("[before _the wave_ *struck*]", PAST),
    ],
)
def test_tenses_of_the_author(marked, time):
    assert time_of(marked) is time


@pytest.mark.parametrize(
    ("marked", "time"),
    [
        ("<He> {said} [_the firm_ *was solvent*].", NOW),
        ("<He> {says} [_the firm_ *was solvent*].", PAST),
        ("“[_The firm_ *was solvent*],” <he> {said}.", PAST),
        ("<He> {said} [_the firm_ *was solvent* last year].", PAST),
        ("<He> {said} [_the firm_ *bought* the mill].", PAST),
        ("<He> {said} [_the firm_ *was buying* the mill].", NOW),
        ("<He> {said} [_the mill_ *was sold*].", PAST),
        ("<He> {said} [_the firm_ *would buy* the mill].", AHEAD),
        ("<He> {said} [_the firm_ *would have bought* the mill].", PAST),
        ("<He> {said} [_the train_ *was due to leave* at nine].", AHEAD),
        ("<He> {said} [_he_ *walked* there every day].", NOW),
    ],
)
def test_tenses_are_shifted_back_in_indirect_speech_after_a_past_cue(marked, time):
    assert time_of(marked) is time


@pytest.mark.parametrize(
    ("marked", "time"),
    [
        ("<The firm> {promised} [*to pay*].", AHEAD),
        ("<The union> {demanded} that [_the line_ *be stopped*].", AHEAD),
        ("<The firm> {denied} [*having sold* the data].", PAST),
        ("<The firm> {denied} [*selling* the data].", PAST),
        ("<The firm> {apologized for} [*overcharging* clients].", PAST),
        ("[_The vase_] {is thought} [*to be* a copy].", NOW),
        ("[_The vase_] {is thought} [*to have been sold*].", PAST),
        ("“[*Stay* off the ice],” <the warden> {said}.", AHEAD),
        ("<Critics> {called} [_the second act_ *at fault*].", NONE),
    ],
)
def test_infinitives_participles_and_small_clauses(marked, time):
    assert time_of(marked) is time


def test_a_participle_clause_has_the_time_of_what_it_hangs_on():
    found = labels("<The firm> {said} that [_it_ *will hire*], [*creating* 200 jobs].")
    assert [statement.time.value for statement in found.statements] == [AHEAD, AHEAD]


def test_a_headline_tells_in_the_present_what_has_happened():
    assert time_of("[_Shelling_ *kills* six in Orsha]", headline=True) is PAST
    assert time_of("[_Bank_ *to cut* rates]", headline=True) is AHEAD
    assert time_of("[_Mayor_ *is* ill]", headline=True) is NOW
