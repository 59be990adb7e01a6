"""Word pieces keep exact offsets and know case, lines and quotation marks."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.model import SHIPPED
from onrecord.reading.tokens import Case, Line, Quote, Wordpieces, quote_states

WORDPIECES = Wordpieces(SHIPPED / "tokenizer.json")


def test_units_are_words_with_letters_or_digits():
    text = "“We don’t know,” Smith’s aide said."
    tokens = WORDPIECES(text)
    units = [text[a:b] for a, b in zip(tokens.unit_start, tokens.unit_end, strict=True)]
    assert units == ["We", "don", "t", "know", "Smith", "s", "aide", "said"]


def test_a_word_of_several_pieces_is_one_unit():
    tokens = WORDPIECES("Haqqani")
    assert tokens.pieces > 1
    assert (tokens.unit_start.tolist(), tokens.unit_end.tolist()) == ([0], [7])


def test_case_and_line_starts():
    tokens = WORDPIECES("UN says\n\nMayor, 5pm,\niPod no")
    cases = [Case(value).name for value in tokens.case]
    assert cases[:4] == ["UPPER", "LOWER", "TITLE", "PUNCTUATION"]
    starts = [Line(value) for value in tokens.line if value != Line.INSIDE]
    assert starts == [Line.FIRST_AFTER_BLANK, Line.FIRST_AFTER_BLANK, Line.FIRST]


def test_quote_states_of_closed_and_unclosed_speech():
    closed = quote_states("He said “go” and left")
    assert closed[8] == Quote.INSIDE
    assert closed[13] == Quote.OUTSIDE
    assert set(quote_states('"We go on')) == {Quote.UNCLOSED}


@given(st.text(max_size=200))
def test_offsets_lie_in_the_text_and_in_order(text):
    tokens = WORDPIECES(text)
    previous = 0
    for start, end in zip(tokens.unit_start.tolist(), tokens.unit_end.tolist(), strict=True):
        assert previous <= start < end <= len(text)
        assert any(character.isalnum() for character in text[start:end])
        previous = end


def test_lines_given_are_the_only_ones_read():
    text = "Weather 15 C\n\nThe report says so."
    tokens = WORDPIECES(text, [(14, len(text))])
    assert int(tokens.unit_start.min()) == 14
