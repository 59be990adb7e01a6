"""Sources that point to the right entity, to a wrong one, or to none."""

from collections import Counter

import pytest

from onrecord.evaluation.entity_gold import EntityText, GoldEntity, GoldMention, GoldSource
from onrecord.evaluation.source_resolution import Pointing, PointingScores, pointing, share, simplified
from onrecord.types import MentionForm, MentionType
from tests.evaluation.readings import reading, span

TEXT = (
    "Ada Brook met the auditor, Bo Brook. She said he lied. He denied it. Brook and Brook said they would talk. "
    "Officials said they knew. The agency said nothing."
)
PERSON = frozenset({MentionType.PERSON})


def mention(words, number=1, form=MentionForm.NAME):
    place = span(TEXT, words, number)
    return GoldMention(place, form, place, place if form is MentionForm.NAME else None)


def pronoun(words, number=1):
    return mention(words, number, MentionForm.PRONOUN)


ADA = GoldEntity("ada", "Ada Brook", PERSON, (mention("Ada Brook"), pronoun("She"), mention("Brook", 3)))
AUDITOR = mention("the auditor", form=MentionForm.NOMINAL)
BO = GoldEntity("bo", "Bo Brook", PERSON, (AUDITOR, mention("Bo Brook"), pronoun("He"), mention("Brook", 4)))
BOTH = GoldEntity(
    "both", "Brook and Brook", PERSON,
    (mention("Brook and Brook", form=MentionForm.NOMINAL), pronoun("they")), members=("ada", "bo"),
)  # fmt: skip
OFFICIALS = GoldEntity(
    "officials", "Officials", PERSON, (mention("Officials", form=MentionForm.NOMINAL), pronoun("they", 2)),
    resolved=False, reason="the text does not name this source",
)  # fmt: skip
AGENCY = GoldEntity(
    "agency", "The agency", PERSON, (mention("The agency", form=MentionForm.NOMINAL),),
    resolved=False, reason="two agencies have been named",
)  # fmt: skip
GOLD = EntityText("brooks", TEXT, (ADA, BO, BOTH, OFFICIALS, AGENCY))


def outcome(words, entity, entities, points_to, number=1):
    source = GoldSource(span(TEXT, words, number), entity, words.lower() in {"she", "he", "they"})
    return pointing(GOLD, source, reading(TEXT, entities, [((words, number), points_to)]))


def test_a_pronoun_that_points_to_the_right_name():
    assert outcome("She", "ada", [("Ada Brook", ["Ada Brook", "She"])], 0) is Pointing.RIGHT


def test_a_title_or_a_short_form_of_the_name_is_right_too():
    assert outcome("She", "ada", [("Dr Ada Brook", ["Ada Brook", "She"])], 0) is Pointing.RIGHT
    assert outcome("She", "ada", [("Brook", [("Brook", 3), "She"])], 0) is Pointing.RIGHT


def test_a_wrong_name_counts_apart_from_none():
    assert outcome("She", "ada", [("Bo Brook", ["Bo Brook", "She"])], 0) is Pointing.WRONG_NAME
    assert outcome("She", "ada", [], None) is Pointing.UNRESOLVED


def test_a_pronoun_that_points_to_itself_is_unresolved():
    assert outcome("She", "ada", [("She", ["She"])], 0) is Pointing.UNRESOLVED


def test_a_name_that_the_gold_does_not_know_is_wrong():
    assert outcome("He", "bo", [("Talk", [("talk", 1), "He"])], 0) is Pointing.OTHER
    assert outcome("He", "bo", [("Lied Denied", ["Ada Brook met", "He"])], 0) is Pointing.WRONG_NAME


def test_a_description_of_the_right_person_is_right():
    assert outcome("He", "bo", [("the auditor", ["the auditor", "He"])], 0) is Pointing.RIGHT


def test_a_nameless_phrase_that_stands_for_a_named_person_is_unresolved_by_itself():
    assert outcome("the auditor", "bo", [("the auditor", ["the auditor"])], 0) is Pointing.UNRESOLVED


def test_a_nameless_source_is_right_as_itself():
    assert outcome("Officials", "officials", [("Officials", ["Officials"])], 0) is Pointing.RIGHT
    assert outcome("they", "officials", [("Officials", ["Officials", ("they", 2)])], 0, 2) is Pointing.RIGHT
    assert outcome("they", "officials", [], None, 2) is Pointing.UNRESOLVED


def test_of_two_who_speak_together_one_is_a_part():
    assert outcome("they", "both", [("Ada Brook", ["Ada Brook", "they"])], 0) is Pointing.PART
    assert outcome("they", "both", [("Brook and Brook", ["Brook and Brook", "they"])], 0) is Pointing.RIGHT


def test_where_nobody_can_tell_unresolved_is_right():
    assert outcome("The agency", "agency", [], None) is Pointing.RIGHT
    assert outcome("The agency", "agency", [("The agency", ["The agency"])], 0) is Pointing.RIGHT
    assert outcome("The agency", "agency", [("Ada Brook", ["Ada Brook", "The agency"])], 0) is Pointing.WRONG_NAME


def test_a_source_that_is_not_found_is_missed():
    source = GoldSource(span(TEXT, "She"), "ada", pronoun=True)
    assert pointing(GOLD, source, reading(TEXT, [])) is Pointing.MISSED


def test_without_an_attribution_the_mention_tells():
    source = GoldSource(span(TEXT, "She"), "ada", pronoun=True)
    assert pointing(GOLD, source, reading(TEXT, [("Ada Brook", ["Ada Brook", "She"])])) is Pointing.RIGHT


def test_a_source_may_have_an_apposition_more_than_the_gold():
    source = GoldSource(span(TEXT, "the auditor"), "bo", pronoun=False)
    read = reading(TEXT, [("Bo Brook", ["Bo Brook", "the auditor"])], [("the auditor, Bo Brook", 0)])
    assert pointing(GOLD, source, read) is Pointing.RIGHT


def test_pronouns_are_counted_by_themselves():
    scores = PointingScores()
    scores.count(GoldSource(span(TEXT, "She"), "ada", pronoun=True), Pointing.RIGHT)
    scores.count(GoldSource(span(TEXT, "Officials"), "officials", pronoun=False), Pointing.MISSED)
    assert share(scores.all, Pointing.RIGHT) == 50
    assert share(scores.pronouns, Pointing.RIGHT) == 100
    assert share(Counter(), Pointing.RIGHT) == 0


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("the U.N.’s", ("un",)),
        ("Sen. Ada Brook", ("ada", "brook")),
        ("Ada Brook’s campaign", ("ada", "brook", "campaign")),
    ],
)
def test_names_are_compared_by_their_words(name, words):
    assert simplified(name) == words
