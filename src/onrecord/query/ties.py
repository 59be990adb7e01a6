"""Ties: what is said of the relation between two entities."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from onrecord.errors import BadInput
from onrecord.ledger.keys import Kind
from onrecord.ledger.packing import unpack_spans
from onrecord.query.answers import Page, TieAnswer
from onrecord.query.evidence import evidence, role_entities
from onrecord.query.paging import parse_token, token
from onrecord.query.streams import ALWAYS, Candidate, Period, about, both, walk
from onrecord.query.view import Loaded, View
from onrecord.query.who import Names


def ties(
    view: View,
    a: str,
    b: str,
    *,
    period: Period = ALWAYS,
    limit: int = 20,
    after: str | None = None,
) -> Page[TieAnswer]:
    """Statements about two entities, newest first.

    Raises:
        NotFound: one of them is not on record.
        BadInput: they are one and the same, or the token is malformed.
    """
    start, connection = parse_token(after, 2), view.connection
    first, second = view.meant(a).ids, view.meant(b).ids
    if set(first) & set(second):
        raise BadInput(f"{a} and {b} are one entity in this ledger.", "Name two.")
    begin = None if start is None else start[0]
    stream = both(about(connection, first, period, begin), about(connection, second, period, begin))
    items: list[TieAnswer] = []
    last = (0, 0)
    produce = partial(_ties, first=frozenset(first), second=frozenset(second), names=view.names)
    for place, (number, item) in walk(view, (one for one in stream if one.statements), produce):
        if start is not None and place == start[0] and number <= start[1]:
            continue
        if len(items) == limit:
            return Page(tuple(items), token(*last))
        items.append(item)
        last = (place, number)
    return Page(tuple(items))


def _ties(
    loaded: Loaded, candidate: Candidate, *, first: frozenset[int], second: frozenset[int], names: Names
) -> Iterator[tuple[int, TieAnswer]]:
    for number in sorted(candidate.statements or ()):
        if number not in loaded.statements or not loaded.is_live(number):
            continue
        own = evidence(loaded, number, names)
        yield number, TieAnswer(
            id=own.id,
            claim=loaded.name(Kind.CLAIM, loaded.statements[number]["mark"]),
            text=own.text,
            direct=_is_direct(loaded, number, first, second),
            evidence=own,
        )


def _is_direct(loaded: Loaded, number: int, first: frozenset[int], second: frozenset[int]) -> bool:
    """Whether the one is the subject of a statement and the other its object."""
    row = loaded.statements[number]
    inside = role_entities(loaded, row)
    ends = [{loaded.who(inside.get(span)) for span in unpack_spans(row[part])} for part in ("subject", "object")]
    return bool((ends[0] & first and ends[1] & second) or (ends[0] & second and ends[1] & first))
