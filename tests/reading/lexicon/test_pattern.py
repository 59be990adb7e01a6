"""Patterns over words: base forms, forms as they stand, gaps, what is passed over, and the longest first."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.lexicon import Lexicon, Patterns, TextWords, words_of
from onrecord.types import Span

LEXICON = Lexicon.load()


def patterns(*of, articles=False):
    return Patterns(((tuple(pattern.split()), pattern) for pattern in of), articles=articles)


def found(index, text):
    words = words_of(text)
    return [(hit.rows[0], [words[at].text for at in hit.at]) for hit in index.scan(words)]


def test_a_base_form_finds_all_its_forms_and_a_form_only_itself():
    index = patterns("deny", "expected to")
    assert found(index, "She denied it and is denying it.") == [("deny", ["denied"]), ("deny", ["denying"])]
    assert found(index, "He is expected to go; they expect to go.") == [("expected to", ["expected", "to"])]


def test_adverbs_and_negations_are_passed_over_and_articles_where_asked():
    assert found(patterns("be believed to"), "is not widely believed to") == [
        ("be believed to", ["is", "believed", "to"])
    ]
    assert found(patterns("deny allegation"), "denied the allegations") == []
    assert found(patterns("deny allegation", articles=True), "denied the allegations") != []


def test_gaps_hold_an_object_or_nothing_and_never_cross_a_comma():
    index = patterns("put _ at", "issue ... warning")
    assert found(index, "put the final death toll at nine")[0][1] == ["put", "at"]
    assert found(index, "put at risk") == []
    assert found(index, "issued warnings")[0][1] == ["issued", "warnings"]
    assert found(index, "issued two stern warnings")[0][1] == ["issued", "warnings"]
    assert found(index, "put on a coat, sat at home") == []


def test_the_longest_pattern_wins_and_none_begins_inside_another():
    index = patterns("not", "not only", "only")
    assert found(index, "not only this but only that") == [("not only", ["not", "only"]), ("only", ["only"])]


def test_contractions_are_taken_apart():
    assert [word.text for word in words_of("They can’t, won't and cannot; it’s hers.")] == [
        "they", "ca", "n't", "wo", "n't", "and", "can", "not", "it", "'s", "hers",
    ]  # fmt: skip


@given(st.text(max_size=120))
def test_words_stand_in_the_text_in_order(text):
    before = 0
    for word in TextWords(text).inside(Span(0, max(1, len(text)))):
        assert before <= word.start < word.end <= len(text)
        before = word.end


@given(st.lists(st.sampled_from("not put the toll at said denied , it is believed to widely".split()), max_size=20))
def test_what_is_found_stands_in_order_and_without_overlap(words):
    listed = words_of(" ".join(words))
    taken = set()
    for hit in LEXICON.cue_patterns.scan(listed):
        assert list(hit.at) == sorted(hit.at)
        assert hit.next == hit.at[-1] + 1
        assert not taken & set(hit.at)
        taken |= set(hit.at)


@given(st.text(alphabet="ab \n.’", max_size=60), st.integers(0, 60), st.integers(1, 60))
def test_a_span_has_the_words_that_begin_in_it(text, start, length):
    whole = TextWords(text).inside(Span(0, len(text) + 1))
    span = Span(start, start + length)
    assert TextWords(text).inside(span) == [word for word in whole if span.start <= word.start < span.end]


def test_a_very_long_line_is_read_in_pieces_with_the_same_words():
    text = "the wall may fall " * 5_000
    words = TextWords(text).inside(Span(0, len(text)))
    assert len(words) == 20_000
    assert [word.text for word in words[-4:]] == ["the", "wall", "may", "fall"]
