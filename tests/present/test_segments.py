"""Segments cover a block without gap or overlap, and each knows exactly what lies over it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.present.segments import Mark, Role, by_block, segments
from onrecord.types import AttributionId, Block, BlockKind, Span

LENGTH = 30


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, LENGTH + 9))
        end = draw(st.integers(start + 1, LENGTH + 10))
        found.append(Mark(Span(start, end), draw(st.sampled_from(list(Role))), AttributionId(f"a{number}")))
    return found


@given(marks(), st.integers(0, 10))
def test_segments_cover_a_block_and_know_their_marks(found: list[Mark], start: int) -> None:
    block = Span(start, LENGTH)
    within = [mark for mark in found if mark.span.overlaps(block)]
    cut = segments(block, within)
    assert cut[0].span.start == block.start
    assert cut[-1].span.end == block.end
    assert all(one.span.end == two.span.start for one, two in pairwise(cut))
    for segment in cut:
        assert set(segment.over) == {mark for mark in within if mark.span.contains(segment.span)}
    opened = [mark for segment in cut for mark in segment.opens]
    closed = [mark for segment in cut for mark in segment.closes]
    assert sorted(opened, key=repr) == sorted((m for m in within if m.span.start >= block.start), key=repr)
    assert sorted(closed, key=repr) == sorted((m for m in within if m.span.end <= block.end), key=repr)


@given(marks())
def test_marks_go_to_the_blocks_they_reach_into(found: list[Mark]) -> None:
    spans = [Span(0, 8), Span(10, 15), Span(17, 30)]
    blocks = [Block(BlockKind.PARAGRAPH, span) for span in spans]
    for span, given_marks in zip(spans, by_block(blocks, found), strict=True):
        assert given_marks == [mark for mark in found if mark.span.overlaps(span)]


def test_outer_marks_come_first() -> None:
    outer = Mark(Span(0, 20), Role.CONTENT, AttributionId("a1"))
    inner = Mark(Span(5, 20), Role.CONTENT, AttributionId("a2"))
    _, last = segments(Span(0, 20), [inner, outer])
    assert last.of(Role.CONTENT) == ("a1", "a2")
    assert last.closes == (inner, outer)
