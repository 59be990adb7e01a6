"""Words beside a statement that stand over it and belong to no statement: "*It remains to be seen* whether it works".

Where a clause that completes "it is unlikely" or "is not known" was made a statement by itself, the words that hedge
it are left over in the content. They are looked at only where they hold such a hedge.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord.reading.labeling.label import Clause, Frame
from onrecord.reading.labeling.verbs import QUESTION_WORDS
from onrecord.reading.lexicon import HedgeKind, HedgeWhen, Lexicon, TextWords, Word
from onrecord.types import Span

_LONGEST: Final = 80
"""How far from a statement such words are looked for, in characters: "it is by no means certain that" and more."""

_OVER: Final = frozenset((HedgeKind.LIKELIHOOD, HedgeKind.APPEARANCE))


def matrix(
    words: TextWords, lexicon: Lexicon, frame: Frame, clause: Clause, before: Clause | None, after: int | None
) -> tuple[Sequence[Word], Sequence[Word]]:
    """The words before and after a statement that stand over it; mostly none.

    Args:
        before: the statement before it.
        after: where the next statement begins.
    """
    start, end = clause.spans[0].start, clause.spans[-1].end
    content = next((span for span in frame.content if span.start <= start <= span.end), None)
    if content is None:
        return (), ()
    low = max(content.start, start - _LONGEST, before.spans[-1].end if before is not None else 0)
    high = min(content.end, end + _LONGEST, after if after is not None else content.end)
    return _leading(words, lexicon, low, start), _trailing(words, lexicon, clause, end, high)


def _leading(words: TextWords, lexicon: Lexicon, low: int, start: int) -> Sequence[Word]:
    if low >= start:
        return ()
    found = words.inside(Span(low, start))
    parted = [place for place, word in enumerate(found) if word.after_break]
    found = found[parted[-1] :] if parted else found
    hedged = any(hit.rows[0].kind in _OVER for hit in lexicon.hedge_patterns.scan(found))
    return found if hedged else ()


def _trailing(words: TextWords, lexicon: Lexicon, clause: Clause, end: int, high: int) -> Sequence[Word]:
    first = words.inside(clause.spans[0])[:1]
    if end >= high or not first or first[0].text not in QUESTION_WORDS | {"whether"}:
        return ()
    found = words.inside(Span(end, high))
    parted = next((place for place, word in enumerate(found) if word.after_break), len(found))
    found = found[:parted]
    open_ = any(row.when is HedgeWhen.EXTRAPOSED for hit in lexicon.hedge_patterns.scan(found) for row in hit.rows)
    return found if open_ else ()
