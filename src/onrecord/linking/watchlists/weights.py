"""How much it tells that two names share a word: a namesake shares a common name easily, a rare one hardly ever.

Weights are rough counts of tens: 1 for a word that one in some tens of people in its country bears, 3 for one that few
do. Two names are taken for one only if their common words weigh ``ENOUGH`` together: a common and a rare word do, two
common ones do not. Set on the development half of ``eval/gold/names``; precision before recall.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from onrecord.linking.watchlists import tables
from onrecord.linking.watchlists.romanization import EASTERN, eastern_key, syllables
from onrecord.linking.watchlists.sounds import lumped

ENOUGH: Final = 4.0
INITIAL: Final = 0.5
"""What an initial tells."""
COMMON: Final = 1.0
FOREIGN: Final = 1.5
"""A kind of body in another language than English ("jaish"), or a person's common name in that of a body."""
USUAL: Final = 2.0
RARE: Final = 3.0
LONG_WORD: Final = 7
"""Letters from which the one word of an organization's name is distinctive by itself."""
_FREQUENT_ENTRIES: Final = 6
_FREQUENT_SHARE: Final = 0.001
"""A word that so many of a list's entries bear, and this share of them, is not rare, whatever the tables say."""

_COMMON_KOREAN: Final = frozenset(
    "k:yongcol k:songho k:yongho k:myongsu k:yongsu k:conghun k:ciyong k:minsu k:songmin k:cihun k:yongnam "
    "k:yongil k:congcol k:kwangho k:songnam k:cholsu k:colsu k:yongsik k:conghyok k:minho k:congho k:kyongho".split()
)


@lru_cache(maxsize=65536)
def person_weight(word: str) -> float:
    """What it tells that two persons share this word of a name, whatever list it stands on."""
    if word.startswith(EASTERN):
        return _eastern_weight(word)
    if len(word) == 1:
        return INITIAL
    common = tables.common_names()
    if word in common or lumped(word) in _lumped_common() or len(word) == 2:
        return COMMON
    for prefix in ("abu", "umm"):
        if word.startswith(prefix) and len(word) > 5:
            return min(USUAL, person_weight(word[3:]))
    if word.startswith("abd") or word in tables.country_words():
        return FOREIGN
    if (word.endswith(("din", "ulah")) and len(word) > 5) or len(word) == 3:
        return USUAL
    return RARE


def _eastern_weight(word: str) -> float:
    if word in _COMMON_KOREAN:
        return 1.5
    size = len(syllables(word[2:]) or ()) if word.startswith("h:") else 0
    if word.startswith("h:"):
        # Family names of two syllables (Ouyang) are rare; given names of two are many, those of one few.
        return COMMON if size <= 1 else RARE
    family = word[2:] in tables.common_names() or lumped(word[2:]) in _lumped_common()
    return COMMON if family or len(eastern_key(word)) < 7 else RARE


@cache
def _lumped_common() -> frozenset[str]:
    return frozenset(lumped(word) for word in tables.common_names() if len(word) > 3)


@lru_cache(maxsize=65536)
def body_weight(word: str) -> float:
    """What it tells that two organizations share this word of a name."""
    if word.isdigit():
        return 0.5
    if is_general(word):
        known = tables.organization_words().get(word)
        return FOREIGN if known and known.foreign else COMMON
    if len(word) <= 2:
        return COMMON
    if word in tables.common_names() or lumped(word) in _lumped_common():
        return FOREIGN
    return USUAL if len(word) == 3 else RARE


def is_general(word: str) -> bool:
    """Whether many organizations bear this word: a kind of body, an everyday word or a country."""
    return word in tables.organization_words() or word in tables.ordinary_words() or word in tables.country_words()


def known_from_list(weight: float, entries_with: int, entries: int) -> float:
    """A weight brought down for a word that many entries of the list bear."""
    frequent = entries_with > max(_FREQUENT_ENTRIES, _FREQUENT_SHARE * entries)
    return min(weight, USUAL) if frequent else weight
