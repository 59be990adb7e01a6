"""What a source does: the cue decides, its complement and its negation decide with it, and then what is said."""

import pytest

from onrecord.types import Act
from tests.reading.labeling.marked import labels, words


@pytest.mark.parametrize(
    ("marked", "act"),
    [
        ("<The harbor office> {said} [_the lock_ *was shut*].", Act.SAY),
        ("{According to} <two dockers>, [_the crane_ *fell*].", Act.SAY),
        ("<The owner> {insisted} that [_the lift_ *was safe*].", Act.CLAIM),
        ("<The clinic> {acknowledged} [_the files_ *were lost*].", Act.CONFIRM),
        ("<The envoy> {denied} that [_he_ *had met* the dealer].", Act.DENY),
        ("<Surveyors> {put} [_the cost_ *at nine million*].", Act.ESTIMATE),
        ("<The bank> {forecast} that [_rents_ *would fall*].", Act.PREDICT),
        ("<The firm> {undertook} [*to repair* the weir].", Act.PLEDGE),
        ("<The islands> {called on} [_the mainland_ *to share* its fuel].", Act.DEMAND),
        ("<Tenants> {accused} [_the landlord_ of *cutting* the heat].", Act.ACCUSE),
        ("<The coast guard> {cautioned} that [_the ice_ *was thin*].", Act.WARN),
        ("<Growers> {suspect} that [_the seed_ *was old*].", Act.BELIEVE),
        ("<The auditors> {concluded} that [_the sum_ *was missing*].", Act.INFER),
        ("<A clerk> {wondered} whether [_the map_ *was* real].", Act.ASK),
        ("<The club> {declined to say} [who _who_ *had paid*].", Act.DECLINE),
        ("<The tribunal> {ruled} that [_the lease_ *was void*].", Act.DECIDE),
        ("<The bishops> {condemned} [_the raid_ as *cowardly*].", Act.EXPRESS),
    ],
)
def test_each_act_has_its_cues(marked, act):
    assert labels(marked).act.value is act


@pytest.mark.parametrize(
    ("marked", "act"),
    [
        ("<The two states> {agreed} [*to share* the water].", Act.PLEDGE),
        ("<The second expert> {agreed} that [_the bolt_ *was loose*].", Act.CONFIRM),
        ("<The nurse> {asked} [whether _the ward_ *was open*].", Act.ASK),
        ("<The nurse> {asked} [_visitors_ *to leave*].", Act.ASK),
        ("<The captain> {told} [_the crew_ *to leave* the ship].", Act.DEMAND),
        ("<The captain> {told} [_the crew_ *was leaving*].", Act.SAY),
        ("<The chair> {insisted} that [_he_ *resign*].", Act.DEMAND),
        ("<The chair> {insisted} that [_he_ *had resigned*].", Act.CLAIM),
        ("<The panel> {suggested} that [_the pier_ *should be closed*].", Act.DEMAND),
        ("<He> {pointed to} [_rents_ *rising* in the north].", Act.SAY),
        ("<The marks> {point to} [_a second boat_ *having been* there].", Act.INFER),
        ("<The tracks> {suggest} that [_two men_ *were* there].", Act.INFER),
        ("<The minister> {ordered} [_the port_ *to close*].", Act.DEMAND),
        ("<The High Court> {ordered} [_the port_ *to close*].", Act.DECIDE),
        ("<The lender> {rejected} [the appeal for more time].", Act.DECIDE),
        ("<The lender> {rejected} [the claim that it had lied].", Act.DENY),
        ("<She> {swore} [*to find* him].", Act.PLEDGE),
        ("<She> {swore} [_the door_ *was locked*].", Act.CLAIM),
        ("<He> {assured} tenants that [_rents_ *would not rise*].", Act.PLEDGE),
        ("<He> {assured} parents that [_the water_ *was clean*].", Act.SAY),
        ("<Fitters> {reckon} that [_nine in ten boilers_ *were* faulty].", Act.ESTIMATE),
        ("<Fitters> {reckon} that [_the boiler_ *was* faulty].", Act.BELIEVE),
    ],
)
def test_what_follows_decides_between_the_acts_of_one_cue(marked, act):
    assert labels(marked).act.value is act


@pytest.mark.parametrize(
    ("marked", "act"),
    [
        ("<The envoys> {made repeated assurances} that [_no base_ *would be built*].", Act.PLEDGE),
        ("<A second test> {cast serious doubt on} [the finding].", Act.BELIEVE),
        ("[_The crew_ *slept*], {in the view of} <the inspector>.", Act.BELIEVE),
        ("[_The vase_] {is widely believed} [*to be* a copy].", Act.BELIEVE),
        ("<The firm> {stopped short of} [*blaming* the pilot].", Act.DECLINE),
        ("<The mayor> {played down} [the risk of a flood].", Act.DENY),
        ("<She> {went on record} as saying [_the count_ *was fair*].", Act.SAY),
        ("<The board> {neither confirmed nor denied} that [_a bid_ *was made*].", Act.DECLINE),
        ("<He> {sought to reassure} callers that [_the gas_ *would be cut off*].", Act.PLEDGE),
        ("<The spokesman> {went on to deny} that [_a shot_ *was fired*].", Act.DENY),
        ("<The agency> {issued a statement warning} that [_the dam_ *was weak*].", Act.WARN),
        ("<The guild> {called repeatedly for} [a truce].", Act.DEMAND),
    ],
)
def test_cues_of_several_words(marked, act):
    assert labels(marked).act.value is act


@pytest.mark.parametrize(
    ("marked", "act"),
    [
        ("<The police> {did not say} [who *had called*].", Act.SAY),
        ("<The police> {would not say} [who *had called*].", Act.DECLINE),
        ("<The police> {refused to confirm} that [_a man_ *was held*].", Act.DECLINE),
        ("<The police> {could not rule out} that [_the fire_ *was set*].", Act.SAY),
        ("<The court> {does not accept} that [_notice_ *was given*].", Act.DENY),
        ("<Divers> {do not think} [_the wreck_ *is* older].", Act.BELIEVE),
    ],
)
def test_negated_cues(marked, act):
    assert labels(marked).act.value is act


@pytest.mark.parametrize(
    ("marked", "act"),
    [
        ("“[_Prices_ *will rise* again],” <the grocer> {said}.", Act.PREDICT),
        ("“[_We_ *will close* on Monday],” <the grocer> {said}.", Act.SAY),
        ("<The council> {said} [_the roof_ *would be mended* by May].", Act.SAY),
        ("<The broker> {said} [_the peg_ *could collapse*].", Act.PREDICT),
        ("<The broker> {said} [_the peg_ *was unlikely to hold*].", Act.PREDICT),
        ("“[*Keep* off the pier],” <the warden> {said}.", Act.DEMAND),
        ("“[_Who_ *signed* the form?]” <the clerk> {said}.", Act.ASK),
        ("<The tutor> {said} [if _it_ *rains*], [_the road_ *will flood*].", Act.PREDICT),
    ],
)
def test_a_neutral_cue_leaves_the_act_to_what_is_said(marked, act):
    assert labels(marked).act.value is act


def test_the_author_has_no_act():
    assert labels("[_The bridge_ *is shut*].").act is None


def test_a_cue_that_the_lexicon_does_not_know_is_saying_and_says_so():
    found = labels("<The poet> {hummed} that [_spring_ *had come*].").act
    assert found.value is Act.SAY
    assert "no cue of the lexicon" in found.reason


def test_the_reason_names_the_words_that_decide():
    marked = "<The envoy> {flatly denied} that [_he_ *had met* the dealer]."
    found = labels(marked).act
    assert words(marked, found.deciding) == ["flatly denied"]
    assert found.reason == "“flatly denied” is a cue of denial"
