"""Packed spans and numbers come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.packing import pack_numbers, pack_spans, unpack_numbers, unpack_spans
from onrecord.types import Span

SPANS = st.lists(
    st.tuples(st.integers(0, 2_000_000), st.integers(1, 5_000)).map(lambda pair: Span(pair[0], sum(pair)))
)


@given(SPANS)
def test_spans_come_back_in_their_order(spans):
    assert unpack_spans(pack_spans(spans)) == tuple(spans)


@given(st.lists(st.integers(-(2**62), 2**62)))
def test_numbers_come_back(numbers):
    assert unpack_numbers(pack_numbers(numbers)) == tuple(numbers)


def test_a_span_of_an_article_takes_a_few_bytes():
    assert len(pack_spans([Span(3_000, 3_120)])) == 4
    assert pack_spans([]) == b""


@pytest.mark.parametrize("damaged", [b"\x80", pack_numbers([1, 2, 3])])
def test_half_a_span_is_refused(damaged):
    with pytest.raises(ValueError, match="within"):
        unpack_spans(damaged)
