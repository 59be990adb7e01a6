"""Claims: what is said about whom, by whom, in what act and when. Until statements are grouped, each is one claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from onrecord.ledger import codes
from onrecord.ledger.full_text import Term, holding
from onrecord.ledger.keys import Kind
from onrecord.ledger.packing import unpack_numbers
from onrecord.ledger.verdict_kinds import Standing
from onrecord.query.answers import ClaimAnswer, Counts, Page, Stander
from onrecord.query.evidence import named_in, speaker, stance_of, stance_taker
from onrecord.query.paging import parse_token, token
from onrecord.query.streams import (
    ALWAYS,
    Candidate,
    Period,
    about,
    all_documents,
    both,
    holding_words,
    said_by,
    walk,
    within,
)
from onrecord.query.terms import Matcher, parse_terms
from onrecord.query.view import Loaded, View
from onrecord.query.who import Names
from onrecord.types import Act, StanceKind


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are asked for.

    Attributes:
        about: whom they are about, by any name or public name.
        by: whose word they are: a source, or the publisher for what articles say in their own voice.
        act: what the source does in saying them.
        period: when their documents were published.
        text: words and phrases in them.
        accepted: only what a person accepted.
    """

    about: str | None = None
    by: str | None = None
    act: Act | None = None
    period: Period = ALWAYS
    text: str | None = None
    accepted: bool = False


def claims(
    view: View, wanted: ClaimFilter, *, limit: int = 20, after: str | None = None
) -> Page[ClaimAnswer]:
    """Claims, newest first.

    Raises:
        NotFound: nobody of a name that is asked for is on record.
        BadInput: the token or the search is malformed.
    """
    start = parse_token(after, 2)
    terms = parse_terms(wanted.text) if wanted.text is not None else ()
    stream = _stream(view, wanted, terms, None if start is None else start[0])
    produce = partial(_claims_of, wanted=wanted, matcher=Matcher(terms) if terms else None, names=view.names)
    return page(walk(view, stream, produce), start, limit)


def page(
    found: Iterator[tuple[int, tuple[int, ClaimAnswer]]], start: tuple[int, ...] | None, limit: int
) -> Page[ClaimAnswer]:
    """The first claims of a walk after a place."""
    items: list[ClaimAnswer] = []
    last = (0, 0)
    for place, (number, claim) in found:
        if start is not None and place == start[0] and number <= start[1]:
            continue
        if len(items) == limit:
            return Page(tuple(items), token(*last))
        items.append(claim)
        last = (place, number)
    return Page(tuple(items))


def claim_of(loaded: Loaded, number: int, names: Names) -> ClaimAnswer:
    """The claim that a statement is by itself."""
    row = loaded.statements[number]
    attribution = loaded.attributions[row["attribution"]]
    own = stance_of(attribution["act"])
    who = speaker(loaded, attribution, names)
    stands: dict[StanceKind, list[Stander]] = {kind: [] for kind in StanceKind}
    stands[own].append(Stander(who.name, who.entity))
    for stance in loaded.stances:
        if number in unpack_numbers(stance["statements"]):
            taker = stance_taker(loaded, stance, names)
            toward = "claim" if stance["toward"] is None else "source"
            stands[codes.STANCES.member(stance["kind"])].append(Stander(taker.name, taker.entity, toward))
    affirmed = own is StanceKind.AFFIRM
    return ClaimAnswer(
        id=loaded.name(Kind.CLAIM, row["mark"]),
        text=loaded.statement_text(number),
        entities=named_in(loaded, number, names),
        counts=Counts(*[int(affirmed)] * 5),
        affirmed_by=tuple(dict.fromkeys(stands[StanceKind.AFFIRM])),
        denied_by=tuple(dict.fromkeys(stands[StanceKind.DENY])),
        questioned_by=tuple(dict.fromkeys(stands[StanceKind.QUESTION])),
        declined_by=tuple(dict.fromkeys(stands[StanceKind.DECLINE])),
        first_seen=loaded.day,
        last_seen=loaded.day,
        act=codes.ACTS.member_or_none(attribution["act"]),
        certainty=codes.CERTAINTIES.member_or_none(row["certainty"]),
        standing=Standing(row["standing"]) or Standing(attribution["standing"]),
        document=loaded.id,
    )


def _stream(
    view: View, wanted: ClaimFilter, terms: tuple[Term, ...], start: int | None
) -> Iterator[Candidate]:
    connection = view.connection
    acts = codes.ACTS.mask([wanted.act]) if wanted.act is not None else 0
    streams = []
    if wanted.about is not None:
        meant = view.meant(wanted.about)
        streams.append(about(connection, meant.ids, wanted.period, start, acts))
    if wanted.by is not None:
        meant = view.meant(wanted.by)
        streams.append(said_by(connection, meant.ids, wanted.period, start, acts))
    if not streams:
        if terms:
            return holding_words(view, terms, wanted.period, start)
        return all_documents(connection, wanted.period, start, acts)
    stream = streams[0] if len(streams) == 1 else both(*streams)
    return within(stream, holding(view.store, connection, terms)) if terms else stream


def _claims_of(
    loaded: Loaded, candidate: Candidate, *, wanted: ClaimFilter, matcher: Matcher | None, names: Names
) -> Iterator[tuple[int, ClaimAnswer]]:
    act = codes.ACTS.number_or_none(wanted.act)
    for number in sorted(loaded.statements if candidate.statements is None else candidate.statements):
        if number not in loaded.statements or not loaded.is_live(number, accepted=wanted.accepted):
            continue
        attribution = loaded.attributions[loaded.statements[number]["attribution"]]
        if act is not None and attribution["act"] != act:
            continue
        if matcher is not None and not matcher.holds(loaded.statement_text(number)):
            continue
        yield number, claim_of(loaded, number, names)
