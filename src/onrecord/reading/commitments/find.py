"""From a reading and its syntax to the commitments and conduct in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.reading.commitments.conduct import signs
from onrecord.reading.commitments.cues import FUTURE
from onrecord.reading.commitments.draft import Draft
from onrecord.reading.commitments.duties import from_duties
from onrecord.reading.commitments.nouns import from_nouns
from onrecord.reading.commitments.speech import from_document, from_speech, imperative, modals
from onrecord.reading.commitments.terms import (
    Calendar,
    deadline,
    exchange,
    given,
    instrument,
    other_party,
    told,
    without,
)
from onrecord.reading.commitments.verbs import from_verbs
from onrecord.reading.homes import Homes
from onrecord.reading.parsed import Parsed, Run
from onrecord.types import (
    Attribution,
    AttributionId,
    Commitment,
    ConductSign,
    Quotation,
    Reading,
    SourceKind,
    Span,
    cover,
)

_SPEAKERS = frozenset({"i", "we"})


def find(reading: Reading, passages: Sequence[Homes]) -> Reading:
    """The reading with the commitments its attributions report, and with the words about conduct that linking resolves.

    Args:
        passages: its passages, see :func:`onrecord.reading.homes.homes_of`.
    """
    calendar = Calendar(reading.dates)
    found: dict[AttributionId, Commitment] = {}
    conduct: list[ConductSign] = []
    for homes in passages:
        p = homes.p
        for draft, home in _at_home(p, homes):
            if home.id not in found:
                commitment = _written(p, draft, home, calendar, homes.own_cue(draft.cue, home))
                if commitment is not None:
                    found[home.id] = commitment
        conduct += signs(p, homes)
    if not found and not conduct:
        return reading
    attributions = tuple(
        replace(item, commitment=found[item.id]) if item.id in found else item for item in reading.attributions
    )
    return replace(reading, attributions=attributions, conduct_signs=tuple(conduct))


def _at_home(p: Parsed, homes: Homes) -> Iterator[tuple[Draft, Attribution]]:
    """Drafts with the attribution or author's sentence that reports each: what a cue of its own reports comes first."""
    drafts = [*from_verbs(p), *from_nouns(p), *from_duties(p)]
    drafts += [*_spoken(p, homes), *_ordered(p, homes)]
    placed = [(draft, home) for draft in drafts if (home := homes.of(draft.cue, draft.by)) is not None]
    placed.sort(key=lambda pair: (not homes.own_cue(pair[0].cue, pair[1]), pair[0].cue[0]))
    return iter(placed)


def _ordered(p: Parsed, homes: Homes) -> Iterator[Draft]:
    for item in homes.attributions:
        if item.quotation is Quotation.DIRECT:
            units = p.syntax.units(item.content[0])
            if len(units):
                high = min(p.sentence(units.start)[1], units.stop)
                draft = imperative(p, units.start, high, homes.cue_word(item))
                if draft is not None:
                    yield draft


def _spoken(p: Parsed, homes: Homes) -> Iterator[Draft]:
    for unit in modals(p):
        item = next(iter(homes.around(unit)), None)
        run = None if item is None else homes.run(item, unit)
        if item is None or run is None:
            continue
        author = item.source_kind is SourceKind.AUTHOR
        cue = None if author else homes.cue_word(item)
        draft = from_speech(p, unit, run, author, cue, item.quotation is Quotation.DIRECT)
        if draft is None and item.source_kind is SourceKind.DOCUMENT and item.source:
            units = p.syntax.units(item.source[0])
            draft = from_document(p, unit, run, (units.start, units.stop - 1)) if len(units) else None
        if draft is not None:
            yield draft


def _written(p: Parsed, draft: Draft, home: Attribution, calendar: Calendar, own: bool) -> Commitment | None:
    """A commitment in spans; ``None`` where the content beside a quotation pledges nothing."""
    given_for = exchange(p, draft)
    draft = replace(draft, what=tuple(without(run, given_for, p) for run in draft.what), exchange=given_for)
    what = tuple(p.span(run) for run in draft.what)
    if draft.by is None and draft.speaker is None and not own and p.pos[draft.cue[0]] == "VERB":
        return None  # nobody is seen to say it
    if not what:
        what = _content(p, draft, home) if own else ()
        if not what:
            return None
    by = None if draft.by is None else p.span(draft.by)
    if home.source and _by_source(p, draft, home, own):
        by = home.source[0]
    place = instrument(p, draft)
    to = draft.to or (other_party(p, place) if place is not None else None)
    if to is None and draft.speaker:
        to = told(p, home)
    return Commitment(
        kind=draft.kind,
        what=what,
        by_span=by,
        to_span=None if to is None else p.span(to),
        exchange=tuple(p.span(run) for run in given_for),
        instrument=None if place is None else p.span(place).of(p.text),
        date=given(p, draft, calendar),
        deadline=deadline(p, draft, calendar),
        reasons=(draft.reason,),
    )


def _content(p: Parsed, draft: Draft, home: Attribution) -> tuple[Span, ...]:
    """The content of the cue's own attribution, if it is quoted or stands first, looks ahead and asks nothing."""
    if home.quotation is not Quotation.DIRECT and home.content[0].start > home.cue[0].start:
        return ()
    words = cover(home.content).of(p.text)
    if "?" in words[-3:]:
        return ()
    lowered = words.lower().replace("’", "'").replace("'ll", " will").split()
    pledges = draft.kind.value == "pledge"
    return home.content if not pledges or any(word.strip('.,"“') in FUTURE for word in lowered) else ()


def _by_source(p: Parsed, draft: Draft, home: Attribution, own: bool) -> bool:
    """Whether the source of the attribution is who is bound or demands: it says so, or it is the "I" of a quotation."""
    if draft.speaker is not None:
        return draft.speaker
    if own and draft.by is not None and draft.to is not None and home.source[0].overlaps(p.span(draft.to)):
        return False
    return own or (draft.by is not None and _speaks(p, draft.by, home))


def _speaks(p: Parsed, by: Run, home: Attribution) -> bool:
    return by[0] == by[1] and p.words[by[0]] in _SPEAKERS and home.quotation is not Quotation.INDIRECT
