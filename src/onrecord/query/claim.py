"""One claim: its evidence with chains, its origins with reasons, who stands how to it."""

from __future__ import annotations

from onrecord.ledger.finding import find_inside
from onrecord.ledger.keys import Kind
from onrecord.query.answers import ClaimDetail, Evidence, Origin
from onrecord.query.claims import claim_of
from onrecord.query.evidence import evidence
from onrecord.query.view import View
from onrecord.types import Act, LinkKind, SourceKind, StanceKind

NOT_PUT_FORWARD = frozenset({Act.DENY, Act.ASK, Act.DECLINE, Act.DEMAND, Act.PLEDGE})
"""Acts whose sources do not put forward that what they speak of is so."""


def claim(view: View, name: str) -> ClaimDetail:
    """Everything on record about a claim.

    Args:
        view: what is seen of the ledger.
        name: of a claim, or of a statement, which stands for the claim it is part of.

    Raises:
        NotFound: there is no such claim.
    """
    found = find_inside(view.connection, name, Kind.CLAIM, Kind.STATEMENT)
    loaded = view.load([found.document])[found.document]
    own = evidence(loaded, found.row.number, view.names)
    return ClaimDetail(claim_of(loaded, found.row.number, view.names), (own,), origins((own,)))


def origins(every: tuple[Evidence, ...]) -> tuple[Origin, ...]:
    """The terminal sources of evidence; what does not put the claim forward has none."""
    found = []
    for one in every:
        if one.stance is not StanceKind.AFFIRM or one.act in NOT_PUT_FORWARD:
            continue
        last = one.chain[-1] if one.chain else None
        kind = one.source_kind
        if last is None or last.kind is LinkKind.PUBLISHER:
            reason = "the article says it in its own voice"
            found.append(Origin(one.citation.publisher, SourceKind.AUTHOR, one.speaker.entity, (one.id,), (reason,)))
            continue
        if last.implied:
            kind, reason = SourceKind(last.kind.value), "the passage goes on reporting this source"
        else:
            reason = "the last source inward that the text names"
        found.append(Origin(one.speaker.name, kind, one.speaker.entity, (one.id,), (reason,)))
    return tuple(found)
