"""Answers as JSON objects, keys in the order of the contract; fields may be added and are never renamed."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Final

from onrecord.ledger.verdict_kinds import Standing
from onrecord.query.answers import (
    Citation,
    ClaimAnswer,
    ClaimDetail,
    ConductAnswer,
    DisputeAnswer,
    DocumentAnswer,
    Dossier,
    Evidence,
    FigureAnswer,
    Hit,
    Named,
    Origin,
    PledgeAnswer,
    RolesAnswer,
    SourceAnswer,
    Stander,
    TieAnswer,
)
from onrecord.types import ChainLink, LinkKind, SourceKind, Span

Object = dict[str, object]

STANDINGS: Final = {
    Standing.UNDECIDED: "undecided",
    Standing.ACCEPTED: "accepted",
    Standing.REJECTED: "rejected",
    Standing.UNSURE: "unsure",
    Standing.EDITED: "edited",
}


def claim_object(one: ClaimAnswer) -> Object:
    """A claim in a list."""
    return {
        "id": one.id,
        "text": one.text,
        "entities": [_named(entity) for entity in one.entities],
        "counts": {
            "statements": one.counts.statements,
            "documents": one.counts.documents,
            "publishers": one.counts.publishers,
            "origins": one.counts.origins,
            "origins_min": one.counts.origins_min,
        },
        "affirmed_by": _standers(one.affirmed_by),
        "denied_by": _standers(one.denied_by),
        "questioned_by": _standers(one.questioned_by),
        "declined_by": _standers(one.declined_by),
        "first_seen": one.first_seen,
        "last_seen": one.last_seen,
        "act": _value(one.act),
        "certainty": _value(one.certainty),
        "verdict": STANDINGS[one.standing],
        "document": one.document,
    }


def claim_detail_object(one: ClaimDetail) -> Object:
    """Everything on record about one claim."""
    return {
        **claim_object(one.claim),
        "evidence": [evidence_object(each) for each in one.evidence],
        "origins": [_origin(each) for each in one.origins],
        "related": [],
        "drift": [],
        "circular": None,
    }


def evidence_object(one: Evidence) -> Object:
    """One occasion on which a statement was made."""
    return {
        "id": one.id,
        "document": one.document,
        "attribution": one.attribution,
        "statement": one.statement,
        "spans": {"source": spans(one.source), "cue": spans(one.cue), "content": spans(one.content)},
        "text": one.text,
        "stance": one.stance.value,
        "certainty": _value(one.certainty),
        "chain": [chain_link_object(link) for link in one.chain],
        "echo_of": one.echo_of,
        "statement_spans": spans(one.spans),
        "speaker": _named(one.speaker),
        "source_kind": one.source_kind.value,
        "quotation": one.quotation.value,
        "act": _value(one.act),
        "polarity": _value(one.polarity),
        "time": _value(one.time),
        "reporter_stance": _value(one.reporter_stance),
        "roles": _roles(one.roles),
        "confidence": round(one.confidence, 4),
        "verdict": STANDINGS[one.standing],
        "whole_content": one.stand_in,
        "reasons": list(one.reasons),
        "citation": citation_object(one.citation),
    }


def citation_object(one: Citation) -> Object:
    """Where words stand, so that they can be cited."""
    return {
        "document": one.document,
        "title": one.title,
        "publisher": one.publisher,
        "url": one.url,
        "published": one.published,
        "retrieved": one.retrieved,
        "sha256": one.original,
        "paragraph": one.paragraph,
        "page": one.page,
    }


def document_object(one: DocumentAnswer) -> Object:
    """What is known of a document."""
    return {
        "id": one.id,
        "source": one.source,
        "title": one.title,
        "byline": one.byline,
        "publisher": one.publisher,
        "url": one.url,
        "published": one.published,
        "retrieved": one.retrieved,
        "language": one.language,
        "sha256": one.original,
        "length": one.length,
        "version": {"number": one.version, "of": one.versions},
        "model": {"reader": one.model.reader, "lexicon": one.model.lexicon},
    }


def hit_object(one: Hit) -> Object:
    """Words that a search found."""
    return {
        "document": one.document,
        "title": one.title,
        "publisher": one.publisher,
        "url": one.url,
        "published": one.published,
        "block": one.block.value,
        "start": one.span.start,
        "end": one.span.end,
        "text": one.text,
        "matches": spans(one.matches),
    }


def source_object(one: SourceAnswer) -> Object:
    """Somebody who is on record as a source."""
    return {
        "entity": one.entity,
        "name": one.name,
        "type": one.type.value,
        "statements": one.statements,
        "documents": one.documents,
    }


def figure_object(one: FigureAnswer) -> Object:
    """One value of one source."""
    return {
        "id": one.id,
        "entity": _named_or_null(one.entity),
        "low": number(one.low),
        "high": number(one.high),
        "unit": one.unit,
        "unit_norm": one.unit_norm,
        "modifier": one.modifier,
        "as_of": one.as_of,
        "from": None if one.before is None else {"low": number(one.before[0]), "high": number(one.before[1])},
        "source": _named_or_null(one.source),
        "text": one.text,
        "published": one.published,
        "certainty": _value(one.certainty),
        "evidence": [evidence_object(each) for each in one.evidence],
        "relations": [],
    }


def pledge_object(one: PledgeAnswer) -> Object:
    """A commitment on record."""
    return {
        "id": one.id,
        "kind": one.kind.value,
        "by": _named(one.by),
        "to": None if one.to is None else _named(one.to),
        "what": one.what,
        "exchange": one.exchange,
        "instrument": one.instrument,
        "date": one.date,
        "deadline": one.deadline,
        "evidence": [evidence_object(each) for each in one.evidence],
        "conduct": [_conduct(each) for each in one.conduct],
    }


def dispute_object(one: DisputeAnswer) -> Object:
    """A source that denies, questions or declines."""
    toward = None
    if one.toward is not None or one.toward_document is not None:
        entity = None if one.toward is None else one.toward.entity
        name = None if one.toward is None else one.toward.name
        toward = {"source_entity": entity, "name": name, "document": one.toward_document}
    return {
        "id": one.id,
        "stance": one.stance.value,
        "by": _named(one.by),
        "claims": list(one.claims),
        "toward": toward,
        "text": one.text,
        "evidence": evidence_object(one.evidence),
    }


def tie_object(one: TieAnswer) -> Object:
    """One statement about the relation of two entities."""
    return {
        "id": one.id,
        "claim": one.claim,
        "text": one.text,
        "direct": one.direct,
        "evidence": evidence_object(one.evidence),
    }


def dossier_object(one: Dossier) -> Object:
    """Everything on record about and by an entity."""
    return {
        "id": one.entity.entity,
        "name": one.entity.name,
        "type": _value(one.entity.type),
        "names": list(one.names),
        "same": list(one.same),
        "roles": [{"role": role, "documents": count} for role, count in one.roles],
        "links": [
            {"list": link.list, "id": link.id, "score": round(link.score, 4), "certain": link.certain,
             "reason": link.reason, "documents": link.documents}
            for link in one.links
        ],
        "counts": {"documents": one.documents, "about": one.about, "said": one.said},
        "first_seen": one.first_seen,
        "last_seen": one.last_seen,
        "looked_at": one.looked_at,
        "about_certainty": [{"certainty": _value(sure), "statements": count} for sure, count in one.about_certainty],
        "about_speakers": [{**_named(who), "statements": count} for who, count in one.about_speakers],
        "about": [claim_object(each) for each in one.claims_about],
        "says": [claim_object(each) for each in one.claims_by],
        "figures": [figure_object(each) for each in one.figures],
        "pledges": [pledge_object(each) for each in one.pledges],
        "disputes": [dispute_object(each) for each in one.disputes],
        "appears_with": [{**_named(each.entity), "documents": each.documents} for each in one.appears_with],
    }  # fmt: skip


def chain_link_object(link: ChainLink) -> Object:
    """One link of a chain; the publication itself is the author."""
    kind = SourceKind.AUTHOR if link.kind is LinkKind.PUBLISHER else SourceKind(link.kind.value)
    return {
        "name": link.name,
        "kind": kind.value,
        "entity": link.entity,
        "cue": link.cue,
        "span": None if link.span is None else {"start": link.span.start, "end": link.span.end},
        "certainty": _value(link.certainty),
        "implied": link.implied,
    }


def spans(every: Iterable[Span]) -> list[Object]:
    """Spans as objects."""
    return [{"start": span.start, "end": span.end} for span in every]


def number(bound: float | None) -> int | float | None:
    """A bound of a quantity; whole numbers without a decimal point."""
    return int(bound) if bound is not None and bound == int(bound) else bound


def _origin(one: Origin) -> Object:
    return {
        "name": one.name,
        "kind": one.kind.value,
        "entity": one.entity,
        "evidence": list(one.evidence),
        "reasons": list(one.reasons),
    }


def _conduct(one: ConductAnswer) -> Object:
    return {
        **evidence_object(one.evidence),
        "by": _named(one.by),
        "relation": one.relation.value,
        "conduct_spans": spans(one.spans),
    }


def _roles(one: RolesAnswer) -> Object:
    return {
        "subject": None if one.subject is None else _named(one.subject),
        "predicate": one.predicate,
        "object": None if one.object is None else _named(one.object),
    }


def _named(one: Named) -> Object:
    return {"name": one.name, "entity": one.entity}


def _named_or_null(one: Named) -> Object | None:
    return None if one.name is None else _named(one)


def _standers(every: Iterable[Stander]) -> list[Object]:
    return [{"name": one.name, "entity": one.entity, "toward": one.toward} for one in every]


def _value(member: Enum | None) -> object:
    return None if member is None else member.value
