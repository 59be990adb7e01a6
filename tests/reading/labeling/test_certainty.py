"""How sure the source is: the weakest of the words that decide."""

import pytest

from onrecord.types import Certainty
from tests.reading.labeling.marked import labels, words

C, R, P, U = Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN


def certainty_of(marked):
    return labels(marked).statements[-1].certainty


@pytest.mark.parametrize(
    ("marked", "certainty"),
    [
        ("[_The wall_ *may fall*].", P),
        ("[_The wall_ *might have fallen*].", P),
        ("[_The wall_ *could fall*].", P),
        ("[_The crane_ *can lift* nine tons].", C),
        ("[_Nobody_ *could open* the door].", C),
        ("[_The crew_ *could not land*].", C),
        ("[_The thief_ *must have had* a key].", R),
        ("[_Drivers_ *must carry* chains].", C),
        ("[_The rain_ *should end* by noon].", R),
        ("[_The state_ *should pay* for the repairs].", U),
        ("[_A strike_ *would cost* millions].", R),
        ("[_The court_ *will sit* on Monday].", C),
        ("[_Rents_ *will rise* further].", R),
        ("[_The crew_ *had to swim* ashore].", C),
    ],
)
def test_modals(marked, certainty):
    assert certainty_of(marked).value is certainty


@pytest.mark.parametrize(
    ("marked", "certainty"),
    [
        ("[_The letter_ *was probably forged*].", R),
        ("[Perhaps _the letter_ *was forged*].", P),
        ("[_The firm_ *has reportedly been sold*].", R),
        ("[_The clerk_ *allegedly sold* the keys].", P),
        ("[_The lock_ *appears to be* broken].", R),
        ("[_The deal_ *looks* out of reach].", R),
        ("[_The guard_ *looked* at the map].", C),
        ("[_The truce_ *is likely to hold*].", R),
        ("[It is possible that _he_ *slept*].", P),
        ("[There is a risk that _the wall_ *falls*].", P),
        ("[_As many as forty people_ *were* on board].", R),
        ("[_The blaze_ *destroyed* an estimated 400 homes].", R),
        ("[_At least forty people_ *were* on board].", C),
        ("[_The seal_ *was almost certainly broken*].", R),
        ("[_The seal_ *was certainly broken*].", C),
        ("[_The board_ *will consider closing* the branch].", P),
        ("[_The twins_, *believed dead*, walked in].", R),
        ("[_An alleged bribe_ *was paid* in cash].", C),
        ("[_It_ *rained*, possibly the last time this year].", C),
    ],
)
def test_hedges(marked, certainty):
    assert certainty_of(marked).value is certainty


@pytest.mark.parametrize(
    ("marked", "certainty"),
    [
        ("[if _the dam_ *fails*]", U),
        ("[unless _the state_ *pays*]", U),
        ("[provided _the pumps_ *work*]", U),
        ("[as long as both sides *want* it]", U),
        ("[until _the snow_ *melts*]", U),
        ("[until _the snow_ *melted*]", C),
        ("[when _the roof_ *fell*]", C),
        ("[Should _the dam_ *fail*]", U),
        ("[Did _he_ *act* alone?]", U),
        ("[_Who_ *gave* the order?]", U),
        ("[It is not known whether _he_ *could swim*].", U),
        ("[It remains to be seen whether _the truce_ *will hold*].", U),
        ("[How _the fire_ *began* is unclear].", U),
        ("[_The cause of the fire_ *is unclear*].", C),
        ("[In this case _the court_ *was right*].", C),
    ],
)
def test_what_is_open(marked, certainty):
    assert certainty_of(marked).value is certainty


@pytest.mark.parametrize(
    ("marked", "certainty"),
    [
        ("<Divers> {believe} [_the wreck_ *is* older].", R),
        ("<Villagers> {fear} [_the slope_ *will slide*].", P),
        ("<The logs> {indicate} that [_the ship_ *had stopped*].", R),
        ("<The logs> {indicate} that [_the ship_ *may have stopped*].", P),
        ("<The auditors> {concluded} that [_the sum_ *was missing*].", C),
        ("<The firm> {vowed} [*to repair* the weir].", C),
        ("<The firm> {said} [_it_ *would repair* the weir].", C),
        ("<The firm> {denied} that [_it_ *had sold* the data].", C),
        ("<The union> {urged} [_the firm_ *to wait*].", U),
        ("<The judge> {ordered} [_the firm_ *to wait*].", U),
        ("<The agency> {warned} that [_waves_ *will top* the wall].", R),
        ("<The agency> {warned} that [_the wall_ *was cracked*].", C),
        ("<The mayor> {confirmed} [_the pool_ *would stay* shut].", C),
        ("<The bank> {predicted} that [_rates_ *will certainly fall*].", C),
        ("{In the judgment of} <the envoy>, [_the truce_ *is* dead].", R),
        ("<Nobody at the port> {could say} [who *owned* the ship].", U),
        ("<The firm> {did not know} that [_the valve_ *was faulty*].", C),
        ("<The firm> {did not know} [whether _the valve_ *was faulty*].", U),
        ("<The coach> {did not rule out} that [_she_ *would play*].", P),
        ("<The army> {has yet to confirm} that [_the town_ *fell*].", U),
        ("<The sides> {did not promise} [*to disarm*].", U),
        ("<Growers> {doubt} that [_the rains_ *will come*].", P),
        ("The man, {said} [*to be* in his forties]", R),
    ],
)
def test_cues_and_what_they_do_to_their_content(marked, certainty):
    assert certainty_of(marked).value is certainty


def test_a_clause_of_time_is_taken_for_granted():
    fear = labels("<Villagers> {fear} [_the militia_ *will return*] [once _the troops_ *leave*].")
    assert [statement.certainty.value for statement in fear.statements] == [P, C]


def test_all_coordinated_statements_are_reached():
    found = labels("<The ministry> {forecasts} that [_cases_ *will peak* in March] and [*then decline*].")
    assert [statement.certainty.value for statement in found.statements] == [R, R]


def test_the_weakest_word_decides_and_is_named():
    marked = "<Engineers> {think} that [_the antenna_ *may be* faulty]."
    found = certainty_of(marked)
    assert found.value is P
    assert words(marked, found.deciding) == ["may"]
    assert found.reason == "“may” makes it possible only"


def test_what_is_said_flatly_says_so():
    assert certainty_of("[_The bridge_ *is shut*].").reason == "it is said flatly"
