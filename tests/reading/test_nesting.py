"""One tree of attributions."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.drafts import Draft
from onrecord.reading.nesting import settled
from onrecord.types import Span


def draft(cue: tuple[int, int], *content: tuple[int, int], depth: int = 0) -> Draft:
    return Draft((), (Span(*cue),), tuple(Span(*part) for part in content), (), depth, None)


def test_the_smallest_content_around_a_cue_is_its_parent():
    outer, middle, inner = draft((0, 4), (5, 100)), draft((10, 14), (15, 60)), draft((20, 24), (25, 40))
    assert [one.parent for one in settled([inner, outer, middle])] == [2, None, 1]


def test_a_cue_that_is_found_again_counts_once_and_the_first_pass_wins():
    first, again = draft((10, 14), (20, 50)), draft((10, 14), (20, 30), depth=1)
    assert [one.content for one in settled([first, again])] == [first.content]


def test_two_that_hold_each_others_cue_are_not_inside_each_other():
    assert [one.parent for one in settled([draft((0, 4), (10, 30)), draft((12, 14), (0, 9))])] == [None, None]


def test_a_circle_of_contents_in_pieces_is_opened():
    first = draft((0, 2), (10, 12), (30, 40))
    second = draft((10, 12), (20, 22))
    third = draft((20, 22), (0, 2))
    parents = [one.parent for one in settled([first, second, third])]
    assert parents == [None, 0, 1]


_SPAN = st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda pair: (pair[0], pair[0] + pair[1]))
_DRAFTS = st.lists(
    st.builds(
        lambda cue, content: draft((cue, cue + 2), *content),
        st.integers(0, 60),
        st.lists(_SPAN, min_size=1, max_size=3),
    ),
    max_size=10,
)


@given(_DRAFTS)
def test_parents_hold_the_cues_of_their_children_and_never_run_in_a_circle(drafts):
    kept = settled(drafts)
    for number, one in enumerate(kept):
        seen = [number]
        while (above := kept[seen[-1]].parent) is not None:
            assert above not in seen
            seen.append(above)
        if one.parent is not None:
            assert any(part.contains(one.cue[0]) for part in kept[one.parent].content)
    cues = sorted(one.cue[0] for one in kept)
    assert not any(before.overlaps(after) for before, after in pairwise(cues))
