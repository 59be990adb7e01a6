"""Which attribution or author's sentence reports what stands at a place of a passage."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from onrecord.reading.layers import Layered
from onrecord.reading.parsed import Parsed, Run
from onrecord.types import Attribution, Reading, Span

_NONE = -1


def homes_of(reading: Reading, layers: Sequence[Layered]) -> list[Homes]:
    """The passages of a reading with their syntax and attributions by place, for the rules that need both."""
    starts = [min(span.start for span in (*item.source, *item.cue, *item.content)) for item in reading.attributions]
    found = []
    for layered in layers:
        p = Parsed.of(reading.document.text, layered)
        if len(p):
            low, high = bisect_left(starts, p.start[0] - _MARKS), bisect_right(starts, p.end[-1])
            found.append(Homes(p, reading.attributions[low:high]))
    return found


_MARKS: Final = 8
"""Code points of marks before the first word of a passage."""


class Homes:
    """The attributions of one passage by place."""

    def __init__(self, p: Parsed, attributions: Sequence[Attribution]) -> None:
        first, last = p.start[0], p.end[-1]
        self._p = p
        self.attributions = [
            item for item in attributions if first < item.content[0].end and item.content[0].start <= last
        ]
        size = len(p)
        self._cue = [_NONE] * size
        self._content = [_NONE] * size
        self._source = [_NONE] * size
        order = sorted(range(len(self.attributions)), key=lambda at: -sum(map(len, self.attributions[at].content)))
        for at in order:  # the smallest content comes last and stays
            item = self.attributions[at]
            for places, spans in ((self._content, item.content), (self._cue, item.cue), (self._source, item.source)):
                for span in spans:
                    units = p.syntax.units(span)
                    places[units.start : units.stop] = [at] * len(units)

    @cached_property
    def _place(self) -> dict[str, int]:
        return {item.id: at for at, item in enumerate(self.attributions)}

    def of(self, cue: Sequence[int], by: Run | None = None) -> Attribution | None:
        """Where what the units of a cue say is reported: the attribution with this cue, else the one around it.

        Args:
            by: who says it; where nothing else is found, an attribution of this source beside it.
        """
        for unit in cue:
            if self._cue[unit] != _NONE:
                return self.attributions[self._cue[unit]]
        found = self.around(cue[0])
        if not found and by is not None:
            found = self.around(by[1])
        return found[0] if found else None

    def around(self, unit: int) -> list[Attribution]:
        """The attribution in whose content a unit stands, and those around it; else the one it is cue or source of."""
        at = self._content[unit]
        if at == _NONE:
            at = self._cue[unit] if self._cue[unit] != _NONE else self._source[unit]
        found = []
        while at != _NONE:
            item = self.attributions[at]
            found.append(item)
            at = _NONE if item.parent is None else self._place.get(item.parent, _NONE)
        return found

    def telling(self, unit: int) -> Attribution | None:
        """The innermost attribution in whose content a unit stands."""
        return self.attributions[self._content[unit]] if self._content[unit] != _NONE else None

    def beside(self, unit: int) -> Attribution | None:
        """The first attribution in the sentence of a unit."""
        low, high = self._p.sentence(unit)
        for at in range(low, high):
            for places in (self._content, self._cue, self._source):
                if places[at] != _NONE:
                    return self.attributions[places[at]]
        return None

    def own_cue(self, cue: Sequence[int], home: Attribution) -> bool:
        """Whether the units are the cue of the attribution."""
        return any(self._cue[unit] != _NONE and self.attributions[self._cue[unit]] is home for unit in cue)

    @property
    def p(self) -> Parsed:
        """The passage."""
        return self._p

    def run(self, item: Attribution, unit: int) -> Run | None:
        """The units of the stretch of a content that holds a unit."""
        return next(
            (run for span in item.content if (run := self._run(span)) is not None and run[0] <= unit <= run[1]), None
        )

    def cue_word(self, item: Attribution) -> str | None:
        """The main word of a cue: its last verb, else its last word."""
        if not item.cue:
            return None
        units = list(self._p.syntax.units(item.cue[0]))
        verbs = [unit for unit in units if self._p.pos[unit] == "VERB"]
        return self._p.words[(verbs or units)[-1]] if units else None

    def _run(self, span: Span) -> Run | None:
        units = self._p.syntax.units(span)
        return (units.start, units.stop - 1) if len(units) else None
