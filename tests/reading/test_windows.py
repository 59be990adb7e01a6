"""Windows cover all pieces, each answered for once."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.tokens import Line, Tokens
from onrecord.reading.windows import plan


def tokens(line_lengths: list[int]) -> Tokens:
    line = np.concatenate([[Line.FIRST] + [Line.INSIDE] * (n - 1) for n in line_lengths]).astype(np.uint8)
    count = len(line)
    zeros = np.zeros(count, np.uint8)
    places = np.arange(count, dtype=np.int32)
    return Tokens(places, zeros, line, zeros, places, places, places + 1)


@given(st.lists(st.integers(1, 150), min_size=1, max_size=30), st.integers(200, 400))
def test_every_piece_is_owned_exactly_once(lengths, size):
    made = tokens(lengths)
    windows = plan(made, size=size)
    assert windows[0].own_start == 0
    assert windows[-1].own_end == made.pieces
    for before, after in pairwise(windows):
        assert before.own_end == after.own_start
        assert before.start < after.start
    for window in windows:
        assert window.end - window.start <= size
        assert window.start <= window.own_start < window.own_end <= window.end


def test_windows_begin_with_lines_where_they_can():
    made = tokens([50] * 20)
    starts = [window.start for window in plan(made, size=320, overlap=96)]
    assert all(start % 50 == 0 for start in starts)


def test_nothing_gives_no_window():
    empty = np.zeros(0, np.int32)
    none = np.zeros(0, np.uint8)
    assert plan(Tokens(empty, none, none, none, empty, empty, empty)) == []
