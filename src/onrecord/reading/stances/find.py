"""From a reading and its syntax to the stances in it; what they reach is left to linking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.reading.homes import Homes
from onrecord.reading.parsed import Parsed
from onrecord.reading.stances.declining import declined
from onrecord.reading.stances.draft import Draft
from onrecord.reading.stances.judging import judged, judges
from onrecord.reading.stances.verbs import from_adjectives, from_verbs
from onrecord.types import Act, Attribution, Quotation, Reading, SourceKind, Stance, cover

_PRONOUNS = frozenset("it he she they we i".split())
"""Who takes a stance inside what somebody says: "said it rejected the claim"."""
_NO_JUDGMENT = frozenset({Act.ASK, Act.DECLINE, Act.PLEDGE, Act.DEMAND, Act.PREDICT, Act.DENY})


def find(reading: Reading, passages: Sequence[Homes]) -> Reading:
    """The reading with its stances: who takes them, of what kind, and the words for what they are aimed at.

    Args:
        passages: its passages, see :func:`onrecord.reading.homes.homes_of`.
    """
    stances = [stance for homes in passages for stance in _in_passage(homes.p, homes)]
    return replace(reading, stances=tuple(stances)) if stances else reading


def _in_passage(p: Parsed, homes: Homes) -> Iterator[Stance]:
    seen: set[int] = set()
    for draft, home in _at_home(p, homes):
        if draft.cue[0] not in seen:
            seen.add(draft.cue[0])
            yield _written(p, draft, home, homes.own_cue(draft.cue, home))


def _at_home(p: Parsed, homes: Homes) -> Iterator[tuple[Draft, Attribution]]:
    drafts = (*declined(p), *from_verbs(p), *from_adjectives(p))
    found = [(draft, home) for draft in drafts if (home := homes.of(draft.cue, draft.by)) is not None]
    for unit in judges(p):
        for item in homes.around(unit):
            run = homes.run(item, unit)
            judgment = None if run is None or item.source_kind is SourceKind.AUTHOR else judged(p, unit, run)
            if judgment is None or _names(p, judgment, item) or (judgment.target is None and not _quoted(item)):
                continue  # "what the auditors say is false": whoever reports that judges it, not the auditors
            if item.act not in _NO_JUDGMENT:
                found.append((judgment, item))
            break
    return iter(sorted(found, key=lambda pair: (pair[0].cue, pair[1].parent is not None)))


def _relative(p: Parsed, home: Attribution) -> bool:
    """Whether the source is only "who" or "which"."""
    return home.source[0].of(p.text).lower() in ("who", "which", "that")


def _quoted(item: Attribution) -> bool:
    return item.quotation is Quotation.DIRECT


def _names(p: Parsed, draft: Draft, item: Attribution) -> bool:
    """Whether the words that are judged hold the attribution's own cue."""
    return draft.target is not None and any(p.span(draft.target).contains(span) for span in item.cue)


def _written(p: Parsed, draft: Draft, home: Attribution, own: bool) -> Stance:
    by = None if draft.by is None else p.span(draft.by)
    if (
        (own or by is None or by.of(p.text).lower() in _PRONOUNS)
        and home.source
        and not (by is not None and _relative(p, home))
    ):
        by = cover(home.source[:1])
    return Stance(
        attribution=home.id,
        kind=draft.kind,
        toward=None,
        statements=(),
        reasons=(draft.reason,),
        by_span=by,
        target=() if draft.target is None else (p.span(draft.target),),
        own=draft.own,
    )
