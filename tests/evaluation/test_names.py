"""Names found, exactly and partly, and mentions paired."""

from dataclasses import replace

import pytest

from onrecord.evaluation.entities import NameScores
from onrecord.evaluation.entity_gold import EntityText, GoldEntity, GoldMention
from onrecord.evaluation.mentions import Matching, bare, is_office, pair
from onrecord.types import EntityId, Mention, MentionForm, MentionId, MentionType, Span
from tests.evaluation.readings import span

TEXT = "Finance Minister Ada Brook told the Norwegian Ferry Board's Danish auditor so on Friday in Tarn."
PERSON, BODY, PLACE = MentionType.PERSON, MentionType.ORGANIZATION, MentionType.GEOPOLITICAL


def gold(words, name, kind):
    place = span(TEXT, words)
    bare_name = span(TEXT, name)
    return GoldEntity(name, name, frozenset({kind}), (GoldMention(place, MentionForm.NAME, bare_name, bare_name),))


DEMONYM = span(TEXT, "Danish")
GOLD = EntityText(
    "board",
    TEXT,
    (
        gold("Finance Minister Ada Brook", "Ada Brook", PERSON),
        gold("the Norwegian Ferry Board", "Norwegian Ferry Board", BODY),
        gold("Tarn", "Tarn", PLACE),
        GoldEntity("danish", "Danish", frozenset({PLACE}), (GoldMention(DEMONYM, MentionForm.ADJECTIVE, DEMONYM),)),
    ),
)


def found(words, kind=PERSON, form=MentionForm.NAME, name=None):
    place = span(TEXT, words)
    return Mention(MentionId("m1"), place, form, kind, EntityId("e1"), span(TEXT, name) if name else None)


RIGHT = (found("Ada Brook"), found("Norwegian Ferry Board", BODY), found("Tarn", PLACE))


def scored(*mentions):
    scores = NameScores()
    scores.add(GOLD, mentions)
    return scores


def test_the_same_names_are_all_right():
    scores = scored(*RIGHT)
    assert [counts.f1() for counts in (scores.exact, scores.typed, scores.partial)] == pytest.approx([100, 100, 100])
    assert scores.of_type[BODY].f1() == pytest.approx(100)


def test_articles_titles_and_possessives_do_not_count():
    widened = found("Finance Minister Ada Brook"), found("the Norwegian Ferry Board's", BODY), RIGHT[2]
    assert scored(*widened).exact.f1() == pytest.approx(100)


def test_the_bare_name_inside_a_longer_mention_counts():
    assert scored(found("Finance Minister Ada Brook", name="Ada Brook"), *RIGHT[1:]).exact.f1() == pytest.approx(100)


def test_a_name_of_the_wrong_type_is_found_but_not_right():
    scores = scored(*RIGHT[:2], found("Tarn", PERSON))
    assert scores.exact.f1() == pytest.approx(100)
    assert scores.typed.f1() == pytest.approx(200 / 3)
    assert scores.of_type[PLACE].f1() == 0


def test_half_a_name_is_half_found():
    scores = scored(found("Ada"))
    assert scores.exact.f1() == 0
    precision, recall = 1, 3 / 9 / 3
    assert scores.partial.f1() == pytest.approx(200 * precision * recall / (precision + recall))


def test_a_word_that_is_no_name_is_wrong():
    assert scored(*RIGHT, found("Friday")).exact.f1() == pytest.approx(100 * 2 * (3 / 4) / (1 + 3 / 4))


def test_demonyms_and_names_inside_names_are_neither_asked_for_nor_wrong():
    inner = gold("Norwegian", "Norwegian", PLACE)
    scores = NameScores()
    scores.add(replace(GOLD, entities=(*GOLD.entities, inner)), [*RIGHT, found("Danish", PLACE), found("Norwegian")])
    assert scores.exact.f1() == pytest.approx(100)


def test_pronouns_and_descriptions_are_no_names():
    assert scored(*RIGHT, found("auditor", form=MentionForm.NOMINAL)).exact.f1() == pytest.approx(100)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("the Ferry Board", "Ferry Board"),
        ("Dr. Ada Brook's", "Ada Brook"),
        ("US President Ada Brook", "Ada Brook"),
        ("Secretary-General", "Secretary-General"),
        ("The President", "President"),
        ("Martin Luther King", "Martin Luther King"),
    ],
)
def test_bare_names(written, name):
    assert bare(written, Span(0, len(written))).of(written) == name


def test_an_office_is_no_name():
    assert is_office("Home Secretary")
    assert is_office("Prime Minister")
    assert not is_office("Larry King")


def test_mentions_are_paired_exactly_or_by_their_heads():
    words = "the Norwegian Ferry Board's Danish auditor"
    master = GoldMention(span(TEXT, words), MentionForm.NOMINAL, span(TEXT, "auditor"))
    whole = found(words, form=MentionForm.NOMINAL)
    shorter = replace(whole, span=span(TEXT, "Danish auditor"), head=span(TEXT, "auditor"))
    longer = replace(shorter, span=span(TEXT, "the Norwegian Ferry Board's Danish auditor so"))
    for mention, exact in ((whole, 1), (shorter, 0), (longer, 0)):
        assert len(pair(TEXT, [master], [mention], Matching.EXACT)) == exact
        assert len(pair(TEXT, [master], [mention], Matching.HEAD)) == 1
    assert pair(TEXT, [master], [found("Tarn")], Matching.HEAD) == []


def test_each_mention_is_paired_once_with_the_most_alike():
    board = GoldMention(span(TEXT, "the Norwegian Ferry Board"), MentionForm.NAME, span(TEXT, "Norwegian Ferry Board"))
    short, long = found("Norwegian Ferry Board"), found("the Norwegian Ferry Board's")
    assert pair(TEXT, [board], [short, long], Matching.HEAD) == [(0, 1)]
