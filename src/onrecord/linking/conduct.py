"""Which commitment of a document is said to be kept or broken.

A commitment named in the very words that draw the link comes first ("reneged on its promise to leave"). Else those of
the document are weighed: by whoever acted, under the agreement that is named, from the year that is named, of the sort
that is named ("promise" is no "contract"), and the nearest before, or failing that the nearest after.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.linking.places import Referents
from onrecord.types import (
    Attribution,
    AttributionId,
    Commitment,
    CommitmentKind,
    Conduct,
    ConductSign,
    EntityId,
    Reading,
    Span,
    cover,
)

_WORD: Final = re.compile(r"[^\W_]+")
_YEAR: Final = re.compile(r"\b(?:1[89]|20)\d\d\b")
_AGREEMENTS: Final = frozenset(
    "agreement accord deal pact treaty settlement truce ceasefire contract convention charter decree resolution "
    "memorandum protocol constitution armistice bargain covenant terms statute lease license permit arrangement".split()
)
_LITTLE: Final = frozenset("the a an its his her their of to with that this those these own it they he she".split())
NEAR: Final = 24
"""Commitments before and after the words that are weighed."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    item: Attribution
    place: Span
    parties: frozenset[EntityId]
    words: frozenset[str]
    instrument: frozenset[str]
    years: frozenset[str]


def links(reading: Reading, referents: Referents) -> dict[AttributionId, list[Conduct]]:
    """The conduct that each attribution or author's sentence tells, by its id."""
    text = reading.document.text
    candidates = [_candidate(text, item, referents) for item in reading.attributions if item.commitment is not None]
    candidates.sort(key=lambda one: one.place)
    starts = [one.place.start for one in candidates]
    found: dict[AttributionId, list[Conduct]] = {}
    for sign in reading.conduct_signs:
        at = bisect_left(starts, sign.spans[0].start)
        near = candidates[max(0, at - NEAR) : at + NEAR]
        chosen = _chosen(text, sign, near, referents)
        if chosen is not None:
            told = found.setdefault(sign.attribution, [])
            if all(other.commitment != chosen.item.id for other in told):
                told.append(Conduct(chosen.item.id, sign.relation, sign.spans))
    return found


def _parties(commitment: Commitment, referents: Referents) -> frozenset[EntityId]:
    """Who is bound, and whom the words for them name: "Ruritanian negotiators" are Ruritania's."""
    found = {commitment.by}
    if commitment.by_span is not None:
        found |= {mention.entity for mention in referents.inside(commitment.by_span)}
    return frozenset(entity for entity in found if entity is not None)


def _candidate(text: str, item: Attribution, referents: Referents) -> _Candidate:
    commitment = item.commitment
    assert commitment is not None
    reports = item.cue or commitment.what
    place = cover((*reports, *commitment.what))
    words = _words(" ".join(span.of(text) for span in (*(item.cue or item.content), *commitment.what)))
    years = set(_YEAR.findall(_sentence(text, cover((*item.cue, *item.content)))))
    if commitment.date:
        years.add(commitment.date[:4])
    return _Candidate(
        item, place, _parties(commitment, referents), words, _words(commitment.instrument or ""), frozenset(years)
    )


def _sentence(text: str, span: Span) -> str:
    """A span with what stands before it in its sentence."""
    before = text[max(0, span.start - _BEFORE) : span.start]
    cut = max(before.rfind("\n"), before.rfind(". "), before.rfind(".” "), before.rfind('." '))
    return before[cut + 1 :] + span.of(text)


def _chosen(text: str, sign: ConductSign, near: Sequence[_Candidate], referents: Referents) -> _Candidate | None:
    """The commitment that the words fit best, or none where nothing but its nearness speaks for any."""
    drawn = cover(sign.spans)
    best: tuple[float, _Candidate] | None = None
    actor = referents.of(sign.actor)
    refers = sign.refers.of(text) if sign.refers is not None else ""
    owners = {mention.entity for mention in referents.inside(sign.refers)} if sign.refers is not None else set()
    owners.discard(None)
    for candidate in near:
        score = _score(drawn, refers, owners, actor, candidate)
        if score is not None and (best is None or score > best[0]):
            best = score, candidate
    return best[1] if best is not None else None


def _score(
    drawn: Span,
    refers: str,
    owners: set[EntityId | None],
    actor: EntityId | None,
    candidate: _Candidate,
) -> float | None:
    commitment = candidate.item.commitment
    assert commitment is not None
    named = _words(refers)
    score = 0.0
    gap = candidate.place.start - drawn.end if candidate.place.start >= drawn.end else drawn.start - candidate.place.end
    after = candidate.place.start >= drawn.start
    if (after and 0 <= gap < 3) or drawn.overlaps(candidate.place):  # the words go on with what was pledged
        score += 4
    if owners & candidate.parties:
        score += 2
    elif actor is not None and actor in candidate.parties:
        score += 1.5
    elif candidate.parties and (owners or actor is not None):
        score -= 0.5
    years = set(_YEAR.findall(refers))
    if years:
        score += 1.5 if years & candidate.years else -1
    agreement = named & _AGREEMENTS
    if agreement:
        if candidate.instrument & named:
            score += 2
        elif not candidate.words & agreement and "agreed" not in candidate.words:
            score -= 2
    if named & candidate.words - _AGREEMENTS:
        score += 0.5
    if candidate.item.commitment is not None and commitment.kind is CommitmentKind.DEMAND:
        score -= 1.5
    score -= min(max(gap, 0), 4000) / 4000
    if after:
        score -= 0.75
    return score if score > _LEAST else None


_BEFORE: Final = 300
"""Code points of a sentence before what is pledged that are looked at for a year."""
_LEAST: Final = -2.0
"""Score from which a commitment is taken to be meant; a demand of somebody else's, far off, stays below."""


def _words(said: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in _WORD.findall(said.lower()) if word not in _LITTLE)
