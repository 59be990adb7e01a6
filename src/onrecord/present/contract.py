"""The JSON contract of a reading, ``onrecord.reading/1``; its schema is ``docs/reading.schema.json``.

Every key of the contract is always there; what the text does not tell is ``null`` or an empty list.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from enum import StrEnum

from onrecord.types import (
    Attribution,
    Block,
    ChainLink,
    Commitment,
    Conduct,
    Date,
    Echo,
    Entity,
    Interval,
    LinkKind,
    ListLink,
    Mention,
    Quantity,
    Reading,
    SourceKind,
    Span,
    Stance,
    Statement,
)

SCHEMA = "onrecord.reading/1"

FLOAT_PLACES = 4
"""Places of decimals kept: finer differences in a confidence mean nothing and differ between processors."""

_Object = dict[str, object]

# Valid inside a JSON string as they are, and still harmful: some programs end a line at NEL, U+2028 and U+2029;
# a terminal obeys C1 controls and bidi overrides; UTF-8 has no bytes for a lone surrogate.
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def reading_object(reading: Reading) -> dict[str, object]:
    """The reading as one JSON object, keys in the order of the contract."""
    document = reading.document
    metadata = document.metadata
    return {
        "schema": SCHEMA,
        "document": {
            "id": document.id,
            "source": document.source,
            "title": metadata.title,
            "byline": metadata.byline,
            "publisher": metadata.publisher,
            "url": metadata.url,
            "published": metadata.published,
            "language": metadata.language,
            "text": document.text,
            "blocks": [_block(block) for block in document.blocks],
            "echo": None if reading.echo is None else _echo(reading.echo),
        },
        "mentions": [_mention(mention) for mention in reading.mentions],
        "entities": [_entity(entity) for entity in reading.entities],
        "attributions": [_attribution(attribution) for attribution in reading.attributions],
        "quantities": [_quantity(quantity) for quantity in reading.quantities],
        "dates": [_date(date) for date in reading.dates],
        "stances": [_stance(stance) for stance in reading.stances],
        "model": {"reader": reading.model.reader, "lexicon": reading.model.lexicon},
    }


def to_json(reading: Reading) -> str:
    r"""The reading as one line of JSON without its line end; the same reading gives the same line.

    Letters of all scripts stand as they are. Line separators, C1 controls, bidi controls and lone surrogates are
    escaped (``\u2028``), so the line is one line to every program and can be written as UTF-8.
    """
    line = json.dumps(reading_object(reading), ensure_ascii=False, allow_nan=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def _span(span: Span) -> _Object:
    return {"start": span.start, "end": span.end}


def _span_or_null(span: Span | None) -> _Object | None:
    return None if span is None else _span(span)


def _spans(spans: Iterable[Span]) -> list[_Object]:
    return [_span(span) for span in spans]


def _rounded(number: float) -> float:
    return round(float(number), FLOAT_PLACES)


def _block(block: Block) -> _Object:
    return {
        "kind": block.kind.value,
        "start": block.span.start,
        "end": block.span.end,
        "page": block.page,
        "credit": _span_or_null(block.credit),
    }


def _echo(echo: Echo) -> _Object:
    return {
        "of": echo.of,
        "kind": echo.kind.value,
        "spans": _spans(echo.spans),
        "confidence": _rounded(echo.confidence),
        "reason": echo.reason,
    }


def _mention(mention: Mention) -> _Object:
    return {
        "id": mention.id,
        "start": mention.span.start,
        "end": mention.span.end,
        "form": mention.form.value,
        "name": _span_or_null(mention.name),
        "type": mention.type.value,
        "entity": mention.entity,
    }


def _entity(entity: Entity) -> _Object:
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type.value,
        "mentions": list(entity.mentions),
        "resolved": entity.resolved,
        "reason": entity.reason,
        "roles": list(entity.roles),
        "links": [_list_link(link) for link in entity.links],
        "issuer": entity.issuer,
        "affiliation": entity.affiliation,
        "anonymity": entity.anonymity,
        "members": list(entity.members),
    }


def _list_link(link: ListLink) -> _Object:
    return {
        "list": link.list,
        "id": link.id,
        "score": _rounded(link.score),
        "certain": link.certain,
        "reason": link.reason,
    }


def link_kind(kind: LinkKind) -> SourceKind:
    """The source kind a link of a chain has in the contract: the publication itself is the author."""
    return SourceKind.AUTHOR if kind is LinkKind.PUBLISHER else SourceKind(kind.value)


def _chain_link(link: ChainLink) -> _Object:
    return {
        "name": link.name,
        "kind": link_kind(link.kind).value,
        "entity": link.entity,
        "cue": link.cue,
        "span": _span_or_null(link.span),
        "certainty": _value(link.certainty),
        "implied": link.implied,
    }


def _attribution(attribution: Attribution) -> _Object:
    return {
        "id": attribution.id,
        "source": _spans(attribution.source),
        "cue": _spans(attribution.cue),
        "content": _spans(attribution.content),
        "source_kind": attribution.source_kind.value,
        "source_entity": attribution.source_entity,
        "context_source": attribution.context_source,
        "parent": attribution.parent,
        "chain": [_chain_link(link) for link in attribution.chain],
        "quotation": attribution.quotation.value,
        "act": _value(attribution.act),
        "certainty": _value(attribution.certainty),
        "polarity": _value(attribution.polarity),
        "reporter_stance": _value(attribution.reporter_stance),
        "statements": [_statement(statement) for statement in attribution.statements],
        "commitment": None if attribution.commitment is None else _commitment(attribution.commitment),
        "conduct": [_conduct(conduct) for conduct in attribution.conduct],
        "confidence": _rounded(attribution.confidence),
        "reasons": list(attribution.reasons),
    }


def _statement(statement: Statement) -> _Object:
    return {
        "id": statement.id,
        "spans": _spans(statement.spans),
        "certainty": statement.certainty.value,
        "polarity": statement.polarity.value,
        "time": statement.time.value,
        "roles": {
            "subject": _span_or_null(statement.roles.subject),
            "predicate": _span_or_null(statement.roles.predicate),
            "object": _span_or_null(statement.roles.object),
        },
        "deciding": _spans(statement.deciding),
        "entities": list(statement.entities),
        "quantities": list(statement.quantities),
        "dates": list(statement.dates),
        "reasons": list(statement.reasons),
    }


def _commitment(commitment: Commitment) -> _Object:
    return {
        "kind": commitment.kind.value,
        "by": commitment.by,
        "to": commitment.to,
        "by_span": _span_or_null(commitment.by_span),
        "to_span": _span_or_null(commitment.to_span),
        "what": _spans(commitment.what),
        "exchange": _spans(commitment.exchange),
        "instrument": commitment.instrument,
        "date": commitment.date,
        "deadline": commitment.deadline,
        "reasons": list(commitment.reasons),
    }


def _conduct(conduct: Conduct) -> _Object:
    return {
        "commitment": conduct.commitment,
        "relation": conduct.relation.value,
        "spans": _spans(conduct.spans),
    }


def _quantity(quantity: Quantity) -> _Object:
    return {
        "id": quantity.id,
        **_span(quantity.span),
        **_interval(Interval(quantity.low, quantity.high)),
        "unit": quantity.unit,
        "unit_norm": quantity.unit_norm,
        "modifier": quantity.modifier,
        "entity": quantity.entity,
        "as_of": quantity.as_of,
        "change": None
        if quantity.change is None
        else {"from": _interval(quantity.change.before), "to": _interval(quantity.change.after)},
    }


def _interval(interval: Interval) -> _Object:
    return {"low": _number(interval.low), "high": _number(interval.high)}


def _number(number: float | None) -> float | int | None:
    """Whole numbers without a decimal point; what a text says has no more than a dozen digits that mean anything."""
    if number is None or not math.isfinite(number):
        return None
    return int(number) if number == int(number) else float(f"{number:.12g}")


def _date(date: Date) -> _Object:
    return {
        "id": date.id,
        **_span(date.span),
        "value": date.value,
        "granularity": _value(date.granularity),
    }


def _stance(stance: Stance) -> _Object:
    return {
        "attribution": stance.attribution,
        "stance": stance.kind.value,
        "by": stance.by,
        "by_span": _span_or_null(stance.by_span),
        "toward": {"source_entity": stance.toward},
        "target": _spans(stance.target),
        "statements": list(stance.statements),
        "reasons": list(stance.reasons),
    }


def _value(member: StrEnum | None) -> str | None:
    return None if member is None else member.value
