"""Which names are of one: short forms, titles, initials, acronyms, demonyms, companies; free of order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.bodies import beginnings, is_demonym, stems_of_demonym
from onrecord.linking.naming import group_names
from onrecord.linking.persons import name_words, same_full_name
from onrecord.types import Mention, MentionForm, MentionId, MentionType, Span
from tests.linking.read_by_hand import FORMS, TYPES

Name = tuple[str, str] | tuple[str, str, str]
"""What is written, form and type as one letter each, and the bare name where it is not all of it."""


def groups(*names: Name, likely: dict[int, list[tuple[int, float]]] | None = None) -> list[set[str]]:
    """The names of each group, as written."""
    text, mentions = mentioned(names)
    found = group_names(text, mentions, likely or {})
    assert sorted(at for group in found for at in group.members) == list(range(len(names))), "each in one group"
    return [{mentions[at].span.of(text) for at in group.members} for group in found]


def mentioned(names) -> tuple[str, list[Mention]]:
    text, mentions = "", []
    for written, what, *bare in names:
        span = Span(len(text), len(text) + len(written))
        inner = bare[0] if bare else written
        start = span.start + written.index(inner)
        text += written + "\n"
        mentions.append(
            Mention(MentionId(""), span, FORMS[what[0]], TYPES[what[1]], None, Span(start, start + len(inner)))
        )
    return text, mentions


def together(*names: Name) -> bool:
    return len(groups(*names)) == 1


@pytest.mark.parametrize(
    "names",
    [
        [("Tarik Belman", "nP"), ("Belman", "nP")],
        [("Tarik Belman", "nP"), ("Tarik", "nP")],
        [("President Tarik Belman", "nP", "Tarik Belman"), ("Mr. Belman", "nP", "Belman")],
        [("Tarik J. Belman", "nP"), ("Tarik Belman", "nP")],
        [("T. Belman", "nP"), ("Tarik Belman", "nP")],
        [("Omar bin Rashad", "nP"), ("bin Rashad", "nP")],
        [("Belman", "nP"), ("Belman’s", "nP")],
        [("Tarik Belman", "nP"), ("Belman", "nO")],
        [("Dr. Tarik Belman Jr.", "nP"), ("Tarik Belman", "nP")],
    ],
)
def test_a_person_by_full_and_short_name(names):
    assert together(*names)
    assert together(*reversed(names))


@pytest.mark.parametrize(
    "names",
    [
        [("World Tin Council", "nO"), ("WTC", "nO")],
        [("Bureau of Mines and Wells", "nO"), ("BMW", "nO")],
        [("Bureau of Mines and Wells", "nO"), ("BOMAW", "nO")],
        [("Dunmore Marine Ltd", "nO"), ("Dunmore", "nO")],
        [("Dunmore Marine Ltd", "nO"), ("Dunmore Marine", "nO")],
        [("U.N.", "nO"), ("UN", "nO")],
        [("Uganda", "nG"), ("Ugandan", "aG")],
        [("Germany", "nG"), ("German", "aG")],
        [("the Netherlands", "nG", "Netherlands"), ("Dutch", "aG")],
        [("North Korea", "nG"), ("North Korean", "aG")],
    ],
)
def test_a_body_or_a_place_by_long_and_short_name(names):
    assert together(*names)
    assert together(*reversed(names))


@pytest.mark.parametrize(
    "names",
    [
        [("Tarik Belman", "nP"), ("Lina Belman", "nP")],
        [("J. Belman", "nP"), ("Tarik Belman", "nP")],
        [("World Tin Council", "nO"), ("Western Trade Chamber", "nO"), ("WTC", "nO")],
        [("Dunmore Marine", "nO"), ("Dunmore Foods", "nO"), ("Dunmore", "nO")],
        [("Austria", "nG"), ("Australian", "aG")],
        [("Niger", "nG"), ("Nigeria", "nG")],
        [("The New", "nO"), ("This", "nO")],
    ],
)
def test_what_may_be_two_stays_apart(names):
    assert len(groups(*names)) == len(names)


def test_a_surname_of_two_is_nobodys_and_says_who_it_may_be():
    text, mentions = mentioned([("Tarik Belman", "nP"), ("Lina Belman", "nP"), ("Belman", "nP")])
    (alone,) = [group for group in group_names(text, mentions, {}) if group.members == (2,)]
    assert alone.ambiguous == ("Tarik Belman", "Lina Belman")


def test_a_surname_of_two_goes_by_title():
    names = [("Tarik Belman", "nP"), ("Mrs. Lina Belman", "nP", "Lina Belman"), ("Mrs. Belman", "nP", "Belman")]
    assert {"Mrs. Lina Belman", "Mrs. Belman"} in groups(*names)


def test_a_surname_of_two_goes_by_the_readers_coreference_where_that_is_sure():
    names = [("Tarik Belman", "nP"), ("Lina Belman", "nP"), ("Belman", "nP")]
    assert {"Lina Belman", "Belman"} in groups(*names, likely={2: [(1, 0.8), (0, 0.1)]})
    assert {"Belman"} in groups(*names, likely={2: [(1, 0.4), (0, 0.4)]})


def test_a_surname_of_two_goes_to_whom_the_story_is_about():
    names = [("Tarik Belman", "nP"), *[("Lina Belman", "nP")] * 3, ("Belman", "nP")]
    assert {"Lina Belman", "Belman"} in groups(*names)


def test_a_title_that_contradicts_keeps_a_surname_apart():
    assert {"Mrs. Belman"} in groups(("Mr. Tarik Belman", "nP", "Tarik Belman"), ("Mrs. Belman", "nP", "Belman"))


def test_a_man_and_a_woman_of_one_surname_are_two_and_the_bare_name_is_either():
    names = [("Mr. Kane", "nP", "Kane"), ("Mrs. Kane", "nP", "Kane"), ("Kane", "nP")]
    assert sorted(map(sorted, groups(*names))) == [["Kane"], ["Mr. Kane"], ["Mrs. Kane"]]
    text, mentions = mentioned(names)
    assert group_names(text, mentions, {})[-1].ambiguous == ("Mr. Kane", "Mrs. Kane")


def test_a_surname_that_is_a_word_for_a_man_tells_nothing():
    assert together(("Jean King", "nP"), ("Mrs. King", "nP", "King"))


def test_titles_and_suffixes_are_no_part_of_a_name():
    assert name_words("Former Prime Minister Lina Belman") == ("lina", "belman")
    assert name_words("Dr.") == ("dr",)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Donna J. Reyes", "Donna Reyes", True),
        ("D. J. Reyes", "Donna Reyes", True),
        ("J. Donna Reyes", "Donna Reyes", True),
        ("Donna Reyes", "Diego Reyes", False),
        ("Donna Reyes", "Donna Ruiz", False),
    ],
)
def test_full_names_of_one_person(one, other, same):
    assert same_full_name(name_words(one), name_words(other)) is same
    assert same_full_name(name_words(other), name_words(one)) is same


_COUNTRIES = st.sampled_from("uganda germany austria australia niger nigeria mexico canada brazil kenya italy".split())
_ADJECTIVES = st.sampled_from(
    "ugandan german austrian australian nigerien nigerian mexican canadian brazilian kenyan italian georgian".split()
)


@given(_ADJECTIVES, _COUNTRIES)
def test_every_demonym_is_found_by_what_it_has_in_common_with_its_place(adjective, country):
    if is_demonym(adjective, country):
        assert set(stems_of_demonym(adjective)) & set(beginnings(country))


_NAMES = st.lists(
    st.sampled_from(
        [
            ("Tarik Belman", "nP"), ("Lina Belman", "nP"), ("Belman", "nP"), ("Mr. Belman", "nP", "Belman"),
            ("T. Belman", "nP"), ("Mrs. Belman", "nP", "Belman"), ("Lina", "nP"), ("Tarik J. Belman", "nP"),
            ("Dunmore", "nO"), ("Dunmore Marine Ltd", "nO"), ("Dunmore Foods", "nO"), ("DM", "nO"), ("Kenya", "nG"),
            ("Kenyan", "aG"), ("Kenya", "nO"), ("The New", "nO"),
        ]
    ),
    min_size=1,
    max_size=9,
)
_LIKELY = st.dictionaries(
    st.integers(0, 8), st.lists(st.tuples(st.integers(0, 8), st.sampled_from([0.2, 0.5, 0.9])), max_size=2), max_size=4
)


@given(_NAMES, _LIKELY, st.randoms(use_true_random=False))
def test_the_order_of_the_list_changes_nothing(names, likely, random):
    text, mentions = mentioned(names)
    count = len(mentions)
    links = {at: [(to, p) for to, p in pairs if to < count] for at, pairs in likely.items() if at < count}
    order = list(range(count))
    random.shuffle(order)
    place = {at: new for new, at in enumerate(order)}
    moved = {place[at]: [(place[to], p) for to, p in pairs] for at, pairs in links.items()}

    def outcome(group, listed):
        spans = sorted(listed[at].span for at in group.members)
        return spans, group.type, sorted(group.ambiguous)

    one = [outcome(group, mentions) for group in group_names(text, mentions, links)]
    shuffled = [mentions[at] for at in order]
    other = [outcome(group, shuffled) for group in group_names(text, shuffled, moved)]
    assert sorted(one) == sorted(other)


def test_ten_thousand_namesakes_and_bodies_that_begin_alike_are_told_apart_at_once():
    people = [(f"Given{n} Smith", "nP") for n in range(3000)] + [("Mr. Smith", "nP", "Smith")] * 3000
    bodies = [(f"National Board{n}", "nO") for n in range(3000)] + [("National", "nO")]
    lands = [(f"Nort{n}ia", "nG") for n in range(1500)] + [(f"Nort{n}ian", "aG") for n in range(1500)]
    found = groups(*people, *bodies, *lands)
    assert len(found) == 3000 + 1 + 3001 + 1500


def test_a_mention_without_a_name_is_no_ones():
    mention = Mention(MentionId(""), Span(0, 3), MentionForm.PRONOUN, MentionType.PERSON)
    assert group_names("she", [mention], {}) == []
