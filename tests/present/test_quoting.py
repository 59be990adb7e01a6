"""Words that a reason quotes are found where they stand, and nowhere else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.present.quoting import Part, parts
from onrecord.types import Span

TEXT = "Nobody said no.\nThe mayor has\n not said that the bridge is not safe."


def test_a_reason_is_cut_at_its_quotations() -> None:
    deciding = Span(TEXT.index("not"), TEXT.index("not") + 3)
    assert list(parts("Here “not” negates it.", TEXT, (deciding,))) == [
        Part("Here "),
        Part("“not”", True, (deciding,)),
        Part(" negates it."),
    ]


def test_a_span_of_just_these_words_wins_over_an_earlier_place() -> None:
    sentence, second = Span(16, len(TEXT)), Span(TEXT.rindex("not"), TEXT.rindex("not") + 3)
    (part, _) = parts("“not” negates it.", TEXT, (sentence, second))
    assert part.spans == (second,)


def test_only_whole_words_are_found() -> None:
    (part, _) = parts("“no” negates it.", TEXT, (Span(0, 15),))
    assert [span.of(TEXT) for span in part.spans] == ["no"]
    assert part.spans[0].start == 12


def test_white_space_between_words_may_differ() -> None:
    (part, _) = parts("“has not said” is over.", TEXT, (Span(16, len(TEXT)),))
    assert [span.of(TEXT) for span in part.spans] == ["has\n not said"]


def test_words_that_stand_apart_are_found_apart() -> None:
    (part, _) = parts("“mayor ... bridge” is so.", TEXT, (Span(16, len(TEXT)),))
    assert [span.of(TEXT) for span in part.spans] == ["mayor", "bridge"]


def test_words_that_are_not_there_stay_words() -> None:
    (part, _) = parts("“perhaps” hedges.", TEXT, (Span(0, len(TEXT)),))
    assert part == Part("“perhaps”", True)


@given(st.text(alphabet="ab “”'.", max_size=40), st.text(alphabet="ab \n", max_size=30))
def test_the_parts_are_the_reason(reason: str, text: str) -> None:
    near = (Span(0, len(text)),) if text else ()
    found = list(parts(reason, text, near))
    assert "".join(part.words for part in found) == reason
    for part in found:
        for span in part.spans:
            assert " ".join(span.of(text).split()) in part.words
