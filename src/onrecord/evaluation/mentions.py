"""Which predicted mention is which mention of the gold, and what of a name counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from onrecord.evaluation.entity_gold import GoldMention
from onrecord.types import Mention, MentionForm, Span

_WORD = re.compile(r"[^\W_]+(?:[.’'&-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’][sS]?$")
_ARTICLES = frozenset("the a an".split())
_OFFICES = frozenset(
    "president minister chancellor premier senator sen representative rep congressman congresswoman governor gov mayor "
    "councillor councilor ambassador secretary general director chairman professor commissioner".split()
)
_TITLES = _OFFICES | frozenset(
    "mr mrs ms miss mx dr prof sir dame lord lady baroness count rev reverend fr father sister saint st vice prime "
    "deputy judge justice king queen prince princess pope archbishop bishop cardinal imam rabbi sheikh captain capt "
    "major colonel col gen lieutenant lt sergeant sgt admiral commander officer inspector sheriff chief coach".split()
)
"""Words that are often written as part of a name and are none; corpora differ on them, so they count on no side."""


class Matching(StrEnum):
    """When a predicted mention is one of the gold.

    ``EXACT``: the same letters and digits, a possessive 's aside. ``HEAD``: each holds what the other must hold at
    least, its head or bare name, as the scorers of MUC and CorefUD allow; schemes differ on where phrases end.
    """

    EXACT = "exact"
    HEAD = "head"


def bare(text: str, span: Span) -> Span:
    """A name without articles and titles before it and the 's after it; the span itself where nothing is left."""
    found = [Span(match.start(), match.end()) for match in _WORD.finditer(text, span.start, span.end)]
    if not found:
        return span
    ending = _POSSESSIVE.search(found[-1].of(text))
    end = found[-1].end - (len(ending.group()) if ending and ending.start() else 0)
    words = [word.of(text).lower() for word in found]
    first = 0
    while first < len(found) - 1 and words[first] in _ARTICLES | _TITLES:
        first += 1
    for at in range(first, len(found) - 1):  # "Home Secretary Ada Brook", "US President Ada Brook"
        if words[at] in _OFFICES and text[found[at + 1].start].isupper():
            first = at + 1
    return Span(found[first].start, end)


def is_office(name: str) -> bool:
    """Whether what is written like a name names an office and nobody in it: "President", "Home Secretary"."""
    words = [word.lower() for word in _WORD.findall(name)]
    return bool(words) and (words[-1] in _OFFICES or all(word in _TITLES for word in words))


def predicted_core(mention: Mention) -> Span:
    """The least of a predicted mention: its bare name, else its head, else all of it."""
    return mention.name or mention.head or mention.span


def is_name(mention: Mention) -> bool:
    """Whether a predicted mention names its entity."""
    return mention.form is MentionForm.NAME


def pair(
    text: str, gold: Sequence[GoldMention], predicted: Sequence[Mention], matching: Matching
) -> list[tuple[int, int]]:
    """Places of gold and predicted mentions that are the same, each used once, the most alike first."""
    trimmed = [_unpossessed(text, mention.span) for mention in gold]
    found = [_unpossessed(text, mention.span) for mention in predicted]
    candidates = []
    by_start = sorted(range(len(predicted)), key=lambda j: found[j].start)
    for i, mention in enumerate(gold):
        for j in by_start:
            if found[j].start >= mention.span.end:
                break
            if found[j] == trimmed[i] or (
                matching is Matching.HEAD
                and found[j].contains(_unpossessed(text, mention.core))
                and mention.span.contains(_unpossessed(text, predicted_core(predicted[j])))
            ):
                common = min(found[j].end, trimmed[i].end) - max(found[j].start, trimmed[i].start)
                candidates.append((-2 * common / (len(found[j]) + len(trimmed[i])), i, j))
    pairs = []
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            pairs.append((i, j))
    return pairs


def _unpossessed(text: str, span: Span) -> Span:
    """A span from its first to its last letter or digit, without a possessive 's."""
    end = span.end
    ending = _POSSESSIVE.search(text, span.start, span.end) if text[span.end - 1] in "sS'’" else None
    if ending and ending.start() > span.start:
        end = ending.start()
    start = span.start
    while start < end - 1 and not text[start].isalnum():
        start += 1
    while end > start + 1 and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)
