"""A reading as rows. Pure; every span is checked against the text on the way: no text, no row."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Table

from onrecord.errors import UnsoundReading
from onrecord.ledger import codes, tables
from onrecord.ledger.keys import document_hash, mark
from onrecord.ledger.packing import pack_numbers, pack_spans
from onrecord.ledger.stand_ins import PREFIX, with_statements
from onrecord.types import (
    Attribution,
    ChainLink,
    Commitment,
    Document,
    Entity,
    EntityId,
    Mention,
    Quantity,
    Reading,
    Span,
    Statement,
)
from onrecord.types.identity import Identity

Row = dict[str, object]

TEN_THOUSANDTHS: Final = 10_000
"""Probabilities are kept to four places, as the JSON contract shows them."""


@dataclass(slots=True)
class Rows:
    """What is to be written for one document, without the document's number.

    Attributes:
        hash: of the document's name.
        tables: rows by table; for the tables of `onrecord.ledger.tables.INSIDE` except ``readings``.
        identities: who each entity is, by the number of the entity in the document.
        acts: one bit for each act in it.
    """

    hash: bytes
    tables: dict[Table, list[Row]] = field(default_factory=lambda: defaultdict(list))
    identities: dict[int, Identity] = field(default_factory=dict)
    acts: int = 0


def deflated(text: str) -> bytes:
    """A text as it is kept."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def inflated(data: bytes) -> str:
    """The text that was kept."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def text_hash(text: str) -> bytes:
    """SHA-256 of a text; lone surrogates count as Python encodes them."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def pack_document(document: Document) -> dict[Table, list[Row]]:
    """Rows of what never changes: the text and its blocks.

    Raises:
        UnsoundReading: a block is not in the text.
    """
    checked = _Checked(document)
    rows: list[Row] = []
    for number, block in enumerate(document.blocks):
        checked.one(block.span)
        rows.append({
            "number": number, "kind": codes.BLOCKS.number(block.kind), "start": block.span.start,
            "stop": block.span.end, "page": block.page,
            "credit_start": block.credit and checked.one(block.credit).start,
            "credit_stop": block.credit and block.credit.end,
        })  # fmt: skip
    return {tables.blocks: rows, tables.texts: [{"bytes": deflated(document.text)}]}


def pack_reading(reading: Reading, identities: Mapping[EntityId, Identity]) -> Rows:
    """Rows of what the reader found.

    Args:
        reading: what is packed.
        identities: who its named entities are.

    Raises:
        UnsoundReading: a span holds no text, or something is referred to that is not there.
    """
    return _Packing(with_statements(reading), identities).rows()


class _Checked:
    """Passes spans on that hold words of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._length = len(document.text)

    def one(self, span: Span) -> Span:
        if span.end > self._length or self._document.text[span.start : span.end].isspace():
            raise UnsoundReading(
                f"The reading of {self._document.source} has a span without text ({span.start} to {span.end}).",
                "This is a fault in Onrecord; report it with the document.",
            )
        return span

    def packed(self, spans: Sequence[Span]) -> bytes:
        for span in spans:
            self.one(span)
        return pack_spans(spans)

    def maybe(self, span: Span | None) -> bytes:
        return b"" if span is None else pack_spans((self.one(span),))


class _Packing:
    def __init__(self, reading: Reading, identities: Mapping[EntityId, Identity]) -> None:
        self._reading = reading
        self._text = reading.document.text
        self._identities = identities
        self._spans = _Checked(reading.document)
        self._rows = Rows(document_hash(reading.document.id))
        self._sentences: dict[str, int] = {}
        self._links: dict[tuple[int | None, ChainLink], int] = {}
        self._attribution = self._numbers("attribution", (item.id for item in reading.attributions))
        self._entity = self._numbers("entity", (item.id for item in reading.entities))
        self._mention = self._numbers("mention", (item.id for item in reading.mentions))
        self._quantity = self._numbers("quantity", (item.id for item in reading.quantities))
        self._date = self._numbers("date", (item.id for item in reading.dates))
        stated = (one.id for item in reading.attributions for one in item.statements)
        self._statement = self._numbers("statement", stated)

    def rows(self) -> Rows:
        reading, add = self._reading, self._rows.tables
        add[tables.mentions] = [self._mention_row(*item) for item in enumerate(reading.mentions)]
        for number, entity in enumerate(reading.entities):
            self._pack_entity(number, entity)
        seen: dict[int, int] = defaultdict(int)
        said: dict[int, int] = defaultdict(int)
        for number, attribution in enumerate(reading.attributions):
            self._pack_attribution(number, attribution, seen, said)
        self._rows.acts = codes.ACTS.mask(item.act for item in reading.attributions if item.statements)
        add[tables.quantities] = [self._quantity_row(*item) for item in enumerate(reading.quantities)]
        for number, date in enumerate(reading.dates):
            self._spans.one(date.span)
            add[tables.dates].append({
                "number": number, "start": date.span.start, "stop": date.span.end, "value": date.value,
                "granularity": codes.GRANULARITIES.number_or_none(date.granularity),
            })  # fmt: skip
        self._pack_stances()
        if reading.echo is not None:
            echo = reading.echo
            add[tables.echoes] = [{
                "of": echo.of, "kind": codes.ECHOES.number(echo.kind), "spans": self._spans.packed(echo.spans),
                "confidence": _ten_thousandths(echo.confidence), "reason": echo.reason,
            }]  # fmt: skip
        sentences = json.dumps(list(self._sentences), ensure_ascii=False)
        add[tables.reasons] = [{"bytes": deflated(sentences)}]
        return self._rows

    # ------------------------------------------------------------------ references

    def _numbers(self, what: str, ids: Iterable[str]) -> Callable[[str], int]:
        known: dict[str, int] = {}
        for number, one in enumerate(ids):
            if known.setdefault(one, number) != number:
                raise self._unsound(f"has two of {what} {one}")

        def number_of(one: str) -> int:
            if one not in known:
                raise self._unsound(f"refers to {what} {one}, which it does not have")
            return known[one]

        return number_of

    def _unsound(self, what: str) -> UnsoundReading:
        problem = f"The reading of {self._reading.document.source} {what}."
        return UnsoundReading(problem, "This is a fault in Onrecord; report it with the document.")

    def _entity_or_none(self, entity: EntityId | None) -> int | None:
        return None if entity is None else self._entity(entity)

    def _reasons(self, sentences: Sequence[str]) -> bytes:
        return pack_numbers(self._sentences.setdefault(one, len(self._sentences)) for one in sentences)

    # ------------------------------------------------------------------ entities

    def _mention_row(self, number: int, mention: Mention) -> Row:
        self._spans.one(mention.span)
        for inner in (mention.name, mention.head):
            if inner is not None:
                self._spans.one(inner)
        return {
            "number": number, "start": mention.span.start, "stop": mention.span.end,
            "form": codes.FORMS.number(mention.form), "type": codes.TYPES.number(mention.type),
            "entity": self._entity_or_none(mention.entity),
            "name_start": mention.name and mention.name.start, "name_stop": mention.name and mention.name.end,
            "head_start": mention.head and mention.head.start, "head_stop": mention.head and mention.head.end,
            "subject": int(mention.subject),
        }  # fmt: skip

    def _pack_entity(self, number: int, entity: Entity) -> None:
        places = [self._reading.mentions[self._mention(one)].span for one in entity.mentions]
        identity = self._identities.get(entity.id)
        if identity is not None:
            self._rows.identities[number] = identity
        others = identity is not None and identity.names != (entity.name,)
        self._rows.tables[tables.document_entities].append({
            "number": number,
            "mark": mark(places[:1], words=entity.name),
            "entity": None,
            "name": entity.name,
            "type": codes.TYPES.number(entity.type),
            "resolved": int(entity.resolved),
            "reason": entity.reason,
            "roles": json.dumps(entity.roles, ensure_ascii=False) if entity.roles else None,
            "issuer": self._entity_or_none(entity.issuer),
            "affiliation": self._entity_or_none(entity.affiliation),
            "anonymity": entity.anonymity,
            "members": pack_numbers(self._entity(one) for one in entity.members),
            "trait": identity.trait if identity else None,
            "whole": int(identity is not None and identity.whole),
            "names": json.dumps(identity.names, ensure_ascii=False) if identity and others else None,
            "apart": 0,
        })
        for place, link in enumerate(entity.links):
            self._rows.tables[tables.list_links].append({
                "entity": number, "number": place, "list": link.list, "reference": link.id,
                "score": _ten_thousandths(link.score), "certain": int(link.certain), "reason": link.reason,
            })  # fmt: skip

    # ------------------------------------------------------------------ attributions

    def _pack_attribution(
        self, number: int, attribution: Attribution, seen: dict[int, int], said: dict[int, int]
    ) -> None:
        source, cue, content = attribution.source, attribution.cue, attribution.content
        plain = mark(source, cue, content)
        own = mark(source, cue, content, ordinal=seen[plain]) if seen[plain] else plain
        seen[plain] += 1
        self._rows.tables[tables.attributions].append({
            "number": number,
            "mark": own,
            "source": self._spans.packed(source),
            "cue": self._spans.packed(cue),
            "content": self._spans.packed(content),
            "source_kind": codes.SOURCES.number(attribution.source_kind),
            "quotation": codes.QUOTATIONS.number(attribution.quotation),
            "confidence": _ten_thousandths(attribution.confidence),
            "source_entity": self._entity_or_none(attribution.source_entity),
            "context_source": self._entity_or_none(attribution.context_source),
            "parent": None if attribution.parent is None else self._attribution(attribution.parent),
            "chain": self._chain(attribution.chain),
            "act": codes.ACTS.number_or_none(attribution.act),
            "certainty": codes.CERTAINTIES.number_or_none(attribution.certainty),
            "polarity": codes.POLARITIES.number_or_none(attribution.polarity),
            "reporter_stance": codes.REPORTER_STANCES.number_or_none(attribution.reporter_stance),
            "reasons": self._reasons(attribution.reasons),
            "standing": 0,
            "suggested": None,
        })
        for statement in attribution.statements:
            self._pack_statement(number, statement, stand_in=statement.id.startswith(PREFIX), said=said)
        if attribution.commitment is not None:
            self._pack_commitment(number, attribution.commitment)
        for place, conduct in enumerate(attribution.conduct):
            self._rows.tables[tables.conduct].append({
                "attribution": number, "number": place, "commitment": self._attribution(conduct.commitment),
                "relation": codes.CONDUCTS.number(conduct.relation), "spans": self._spans.packed(conduct.spans),
            })  # fmt: skip

    def _chain(self, chain: Sequence[ChainLink]) -> int | None:
        """The number of the last link. Chains that begin alike share their links."""
        outer: int | None = None
        for link in chain:
            known = self._links.get((outer, link))
            if known is None:
                known = self._links[outer, link] = len(self._links)
                words = None if link.span is None else self._spans.one(link.span).of(self._text)
                self._rows.tables[tables.chains].append({
                    "number": known, "outer": outer, "kind": codes.LINKS.number(link.kind),
                    "name": None if link.name == words else link.name,
                    "entity": self._entity_or_none(link.entity), "cue": link.cue,
                    "start": link.span and link.span.start, "stop": link.span and link.span.end,
                    "implied": int(link.implied), "certainty": codes.CERTAINTIES.number_or_none(link.certainty),
                })  # fmt: skip
            outer = known
        return outer

    def _pack_statement(self, attribution: int, one: Statement, *, stand_in: bool, said: dict[int, int]) -> None:
        plain = mark(one.spans)
        own = mark(one.spans, ordinal=said[plain]) if said[plain] else plain
        said[plain] += 1
        if not one.spans:
            raise self._unsound(f"has a statement without words ({one.id})")
        self._rows.tables[tables.statements].append({
            "number": self._statement(one.id),
            "attribution": attribution,
            "mark": own,
            "spans": self._spans.packed(one.spans),
            "certainty": None if stand_in else codes.CERTAINTIES.number(one.certainty),
            "polarity": None if stand_in else codes.POLARITIES.number(one.polarity),
            "time": None if stand_in else codes.TIMES.number(one.time),
            "subject": self._spans.maybe(one.roles.subject),
            "predicate": self._spans.maybe(one.roles.predicate),
            "object": self._spans.maybe(one.roles.object),
            "deciding": self._spans.packed(one.deciding),
            "entities": pack_numbers(self._entity(entity) for entity in one.entities),
            "quantities": pack_numbers(self._quantity(quantity) for quantity in one.quantities),
            "dates": pack_numbers(self._date(date) for date in one.dates),
            "reasons": self._reasons(one.reasons),
            "stand_in": int(stand_in),
            "standing": 0,
            "suggested": None,
            "claim": None,
        })

    # ------------------------------------------------------------------ what else was read

    def _quantity_row(self, number: int, quantity: Quantity) -> Row:
        self._spans.one(quantity.span)
        change = quantity.change
        bounds = change and [change.before.low, change.before.high, change.after.low, change.after.high]
        return {
            "number": number, "mark": mark((quantity.span,)), "start": quantity.span.start, "stop": quantity.span.end,
            "low": quantity.low, "high": quantity.high, "unit": quantity.unit, "unit_norm": quantity.unit_norm,
            "modifier": quantity.modifier, "entity": self._entity_or_none(quantity.entity), "as_of": quantity.as_of,
            "change": json.dumps(bounds) if bounds else None, "about": None, "place": None, "figure": None,
        }  # fmt: skip

    def _pack_commitment(self, number: int, commitment: Commitment) -> None:
        self._rows.tables[tables.commitments].append({
            "attribution": number,
            "mark": self._rows.tables[tables.attributions][-1]["mark"],
            "kind": codes.COMMITMENTS.number(commitment.kind),
            "what": self._spans.packed(commitment.what),
            "by": self._entity_or_none(commitment.by),
            "to": self._entity_or_none(commitment.to),
            "by_span": self._spans.maybe(commitment.by_span),
            "to_span": self._spans.maybe(commitment.to_span),
            "exchange": self._spans.packed(commitment.exchange),
            "instrument": commitment.instrument,
            "date": commitment.date,
            "deadline": commitment.deadline,
            "reasons": self._reasons(commitment.reasons),
            "giver": None,
            "taker": None,
            "place": None,
        })

    def _pack_stances(self) -> None:
        taken: dict[int, int] = defaultdict(int)
        for number, stance in enumerate(self._reading.stances):
            attribution = self._attribution(stance.attribution)
            own = self._rows.tables[tables.attributions][attribution]["mark"]
            taken[attribution] += 1
            self._rows.tables[tables.stances].append({
                "number": number,
                "mark": mark(words=f"{own} {stance.kind.value}", ordinal=taken[attribution] - 1),
                "attribution": attribution,
                "kind": codes.STANCES.number(stance.kind),
                "toward": self._entity_or_none(stance.toward),
                "statements": pack_numbers(self._statement(one) for one in stance.statements),
                "by": self._entity_or_none(stance.by),
                "by_span": self._spans.maybe(stance.by_span),
                "aimed_at": self._spans.packed(stance.target),
                "reasons": self._reasons(stance.reasons),
                "taker": None,
                "target": None,
                "place": None,
            })


def _ten_thousandths(probability: float) -> int:
    return round(float(probability) * TEN_THOUSANDTHS)
