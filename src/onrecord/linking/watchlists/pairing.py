"""The words of two names paired off: which agree, which stand on one side only, and whether the order fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.linking.watchlists.agreement import Agreement, agree


@dataclass(frozen=True, slots=True)
class Pair:
    """Words that agree.

    Attributes:
        written, listed: the words; two that the other name writes as one are joined.
        at: places of the written words; listed_at: places of the listed ones.
    """

    written: str
    listed: str
    agreement: Agreement
    at: tuple[int, ...]
    listed_at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs in the order written, and the places of the words that are left on each side."""

    pairs: tuple[Pair, ...]
    extra: tuple[int, ...]
    unsaid: tuple[int, ...]

    @property
    def in_order(self) -> bool:
        """Whether the listed words come in the order written, or with the last ones moved to the front as a block."""
        places = [pair.listed_at[0] for pair in self.pairs]
        descents = sum(a > b for a, b in pairwise(places))
        return descents == 0 or (descents == 1 and places[-1] < places[0])


def pair_off(
    written: Sequence[str], listed: Sequence[str], joined: Sequence[str] = (), *, together: bool = True
) -> Pairing:
    """Pair the words of two names, the best agreements first, then those nearest in place.

    Arguments:
        joined: for each written word the particle that stood before it, or nothing.
        together: whether two words of the one may be one word of the other.
    """
    options = []
    for at, word in enumerate(written):
        for place, other in enumerate(listed):
            agreement = _agree(word, other)
            if agreement is not Agreement.NONE:
                options.append((-agreement, abs(at - place), at, place))
    found: list[Pair] = []
    free, open_ = set(range(len(written))), set(range(len(listed)))
    for negative, _, at, place in sorted(options):
        if at in free and place in open_:
            free.discard(at)
            open_.discard(place)
            found.append(Pair(written[at], listed[place], Agreement(-negative), (at,), (place,)))
    if together and free and open_:
        found += _together(written, listed, joined, free, open_)
    found.sort(key=lambda pair: pair.at)
    return Pairing(tuple(found), tuple(sorted(free)), tuple(sorted(open_)))


def _agree(a: str, b: str) -> Agreement:
    if len(a) == 1 or len(b) == 1:
        if a == b:
            return Agreement.INITIAL
        return Agreement.INITIAL if a[:1] == b[:1] and a.isalpha() and b.isalpha() else Agreement.NONE
    return agree(a, b)


def _together(
    written: Sequence[str], listed: Sequence[str], joined: Sequence[str], free: set[int], open_: set[int]
) -> list[Pair]:
    """Pairs of two words on one side with one on the other (Gholam Reza, Gholamreza)."""
    found = []
    for at in sorted(free):
        particle = joined[at] if at < len(joined) else ""
        for place in sorted(open_):
            one = _agree(particle + written[at], listed[place]) if particle and at in free else Agreement.NONE
            if one >= Agreement.SOUND and place in open_:
                found.append(Pair(particle + written[at], listed[place], one, (at,), (place,)))
                free.discard(at)
                open_.discard(place)
    for at in sorted(free):
        if at + 1 not in free or at not in free:
            continue
        particle = joined[at + 1] if at + 1 < len(joined) else ""
        for place in sorted(open_):
            both = max(_long(written[at] + middle + written[at + 1], listed[place]) for middle in {particle, ""})
            if both >= Agreement.SOUND:
                found.append(Pair(f"{written[at]} {written[at + 1]}", listed[place], both, (at, at + 1), (place,)))
                free -= {at, at + 1}
                open_.discard(place)
                break
    for place in sorted(open_):
        if place + 1 not in open_ or place not in open_:
            continue
        for at in sorted(free):
            both = _long(written[at], listed[place] + listed[place + 1])
            if both >= Agreement.SOUND:
                found.append(Pair(written[at], f"{listed[place]} {listed[place + 1]}", both, (at,), (place, place + 1)))
                free.discard(at)
                open_ -= {place, place + 1}
                break
    return found


def _long(a: str, b: str) -> Agreement:
    return agree(a, b) if min(len(a), len(b)) > 4 and abs(len(a) - len(b)) < 4 else Agreement.NONE
