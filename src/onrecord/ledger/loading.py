"""Rows back to a reading: the exact one that was packed, stand-ins left out.

Ids are counted in text order (``a1``, ``m1``), as readers give them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from onrecord.ledger import codes, tables
from onrecord.ledger.keys import document_id
from onrecord.ledger.originals import load_original
from onrecord.ledger.packing import unpack_numbers, unpack_spans
from onrecord.ledger.rows import TEN_THOUSANDTHS, inflated
from onrecord.types import (
    Attribution,
    AttributionId,
    Block,
    ChainLink,
    Change,
    Commitment,
    Conduct,
    Date,
    DateId,
    Document,
    Echo,
    Entity,
    EntityId,
    Interval,
    ListLink,
    Mention,
    MentionId,
    Metadata,
    ModelVersion,
    Quantity,
    QuantityId,
    Reading,
    Roles,
    Span,
    Stance,
    Statement,
    StatementId,
)

AnyRow = Row[Any]


def load_text(connection: Connection, number: int) -> str:
    """The text of a document.

    Raises:
        LookupError: it has none, because it was removed.
    """
    data: bytes | None = connection.scalar(select(tables.texts.c.bytes).where(tables.texts.c.document == number))
    if data is None:
        raise LookupError(f"document {number} has no text")
    return inflated(data)


def load_document(connection: Connection, number: int, *, original: bool = False) -> Document:
    """A document as it was taken in.

    Args:
        connection: where it is read from.
        number: of the document in the ledger.
        original: load its original bytes, too; otherwise they are left empty.

    Raises:
        LookupError: it has no text, because it was removed.
    """
    known = tables.documents
    query = select(known, tables.publishers.c.name.label("publisher_name")).join_from(
        known, tables.publishers, known.c.publisher == tables.publishers.c.id, isouter=True
    )
    row = connection.execute(query.where(known.c.id == number)).one()
    blocks = tuple(
        Block(
            codes.BLOCKS.member(one.kind), Span(one.start, one.stop), one.page,
            None if one.credit_start is None else Span(one.credit_start, one.credit_stop),
        )
        for one in _of(connection, tables.blocks, number)
    )  # fmt: skip
    metadata = Metadata(row.title, row.byline, row.publisher_name, row.published, row.address, row.language)
    data = load_original(connection, row.original) if original else b""
    return Document(document_id(row.hash), row.source, load_text(connection, number), blocks, metadata, data)


def load_reading(connection: Connection, number: int, *, original: bool = False) -> Reading:
    """The reading of a document that is shown now.

    Raises:
        LookupError: it has none, because it was removed.
    """
    return _Loading(connection, number, original).reading()


def load_model(connection: Connection, number: int) -> ModelVersion:
    """Which model and lexicon the shown reading of a document is by."""
    query = (
        select(tables.models.c.reader, tables.models.c.lexicon)
        .join_from(tables.readings, tables.models, tables.readings.c.model == tables.models.c.id)
        .where(tables.readings.c.document == number)
        .order_by(tables.readings.c.number.desc())
        .limit(1)
    )
    row = connection.execute(query).one()
    return ModelVersion(row.reader, row.lexicon or None)


def _of(connection: Connection, table: Table, number: int) -> Sequence[AnyRow]:
    """The rows of a document in a table, in the order of its key."""
    return connection.execute(
        select(table).where(table.c.document == number).order_by(*table.primary_key.columns)
    ).all()


def _maybe_span(packed: bytes) -> Span | None:
    spans = unpack_spans(packed)
    return spans[0] if spans else None


def _entity(number: int | None) -> EntityId | None:
    return None if number is None else EntityId(f"e{number + 1}")


def _attribution(number: int) -> AttributionId:
    return AttributionId(f"a{number + 1}")


class _Loading:
    def __init__(self, connection: Connection, number: int, original: bool) -> None:
        self._connection = connection
        self._number = number
        self._document = load_document(connection, number, original=original)
        packed = connection.scalar(select(tables.reasons.c.bytes).where(tables.reasons.c.document == number))
        self._sentences: list[str] = json.loads(inflated(packed)) if packed else []

    def reading(self) -> Reading:
        mentions = tuple(self._mention(row) for row in self._rows(tables.mentions))
        return Reading(
            document=self._document,
            attributions=self._attributions(),
            mentions=mentions,
            entities=self._entities(mentions),
            echo=self._echo(),
            model=load_model(self._connection, self._number),
            quantities=tuple(self._quantity(row) for row in self._rows(tables.quantities)),
            dates=tuple(
                Date(DateId(f"d{row.number + 1}"), Span(row.start, row.stop), row.value,
                     codes.GRANULARITIES.member_or_none(row.granularity))
                for row in self._rows(tables.dates)
            ),
            stances=tuple(
                Stance(
                    _attribution(row.attribution), codes.STANCES.member(row.kind), _entity(row.toward),
                    tuple(StatementId(f"s{one + 1}") for one in unpack_numbers(row.statements)),
                    self._reasons(row.reasons), _entity(row.by), _maybe_span(row.by_span), unpack_spans(row.aimed_at),
                )
                for row in self._rows(tables.stances)
            ),
        )  # fmt: skip

    def _rows(self, table: Table) -> Sequence[AnyRow]:
        return _of(self._connection, table, self._number)

    def _reasons(self, packed: bytes) -> tuple[str, ...]:
        return tuple(self._sentences[one] for one in unpack_numbers(packed))

    def _mention(self, row: AnyRow) -> Mention:
        return Mention(
            MentionId(f"m{row.number + 1}"), Span(row.start, row.stop), codes.FORMS.member(row.form),
            codes.TYPES.member(row.type), _entity(row.entity),
            None if row.name_start is None else Span(row.name_start, row.name_stop),
            None if row.head_start is None else Span(row.head_start, row.head_stop), bool(row.subject),
        )  # fmt: skip

    def _entities(self, mentions: tuple[Mention, ...]) -> tuple[Entity, ...]:
        mentioned: dict[EntityId | None, list[MentionId]] = defaultdict(list)
        for mention in mentions:
            mentioned[mention.entity].append(mention.id)
        links: dict[int, list[ListLink]] = defaultdict(list)
        for row in self._rows(tables.list_links):
            score = row.score / TEN_THOUSANDTHS
            links[row.entity].append(ListLink(row.list, row.reference, score, bool(row.certain), row.reason))
        found = []
        for row in self._rows(tables.document_entities):
            own = EntityId(f"e{row.number + 1}")
            found.append(Entity(
                own, row.name, codes.TYPES.member(row.type), tuple(mentioned[own]), bool(row.resolved), row.reason,
                tuple(json.loads(row.roles)) if row.roles else (), tuple(links[row.number]), _entity(row.issuer),
                _entity(row.affiliation), row.anonymity,
                tuple(EntityId(f"e{one + 1}") for one in unpack_numbers(row.members)),
            ))  # fmt: skip
        return tuple(found)

    def _attributions(self) -> tuple[Attribution, ...]:
        chains = self._chains()
        statements: dict[int, list[Statement]] = defaultdict(list)
        for row in self._rows(tables.statements):
            if not row.stand_in:
                statements[row.attribution].append(self._statement(row))
        commitments = {row.attribution: self._commitment(row) for row in self._rows(tables.commitments)}
        conduct: dict[int, list[Conduct]] = defaultdict(list)
        for row in self._rows(tables.conduct):
            one = Conduct(_attribution(row.commitment), codes.CONDUCTS.member(row.relation), unpack_spans(row.spans))
            conduct[row.attribution].append(one)
        return tuple(
            Attribution(
                id=_attribution(row.number),
                source=unpack_spans(row.source),
                cue=unpack_spans(row.cue),
                content=unpack_spans(row.content),
                source_kind=codes.SOURCES.member(row.source_kind),
                quotation=codes.QUOTATIONS.member(row.quotation),
                confidence=row.confidence / TEN_THOUSANDTHS,
                source_entity=_entity(row.source_entity),
                context_source=_entity(row.context_source),
                parent=None if row.parent is None else _attribution(row.parent),
                chain=() if row.chain is None else chains[row.chain],
                act=codes.ACTS.member_or_none(row.act),
                certainty=codes.CERTAINTIES.member_or_none(row.certainty),
                polarity=codes.POLARITIES.member_or_none(row.polarity),
                reporter_stance=codes.REPORTER_STANCES.member_or_none(row.reporter_stance),
                statements=tuple(statements[row.number]),
                commitment=commitments.get(row.number),
                conduct=tuple(conduct[row.number]),
                reasons=self._reasons(row.reasons),
            )
            for row in self._rows(tables.attributions)
        )

    def _chains(self) -> dict[int, tuple[ChainLink, ...]]:
        whole: dict[int, tuple[ChainLink, ...]] = {}
        for row in self._rows(tables.chains):  # a link comes after the one before it
            whole[row.number] = (*(() if row.outer is None else whole[row.outer]), self._chain_link(row))
        return whole

    def _chain_link(self, row: AnyRow) -> ChainLink:
        span = None if row.start is None else Span(row.start, row.stop)
        name = span.of(self._document.text) if span is not None and row.name is None else row.name
        certainty = codes.CERTAINTIES.member_or_none(row.certainty)
        return ChainLink(
            name, codes.LINKS.member(row.kind), _entity(row.entity), row.cue, span, bool(row.implied), certainty
        )

    def _statement(self, row: AnyRow) -> Statement:
        return Statement(
            id=StatementId(f"s{row.number + 1}"),
            spans=unpack_spans(row.spans),
            certainty=codes.CERTAINTIES.member(row.certainty),
            polarity=codes.POLARITIES.member(row.polarity),
            time=codes.TIMES.member(row.time),
            roles=Roles(_maybe_span(row.subject), _maybe_span(row.predicate), _maybe_span(row.object)),
            deciding=unpack_spans(row.deciding),
            entities=tuple(EntityId(f"e{one + 1}") for one in unpack_numbers(row.entities)),
            quantities=tuple(QuantityId(f"q{one + 1}") for one in unpack_numbers(row.quantities)),
            dates=tuple(DateId(f"d{one + 1}") for one in unpack_numbers(row.dates)),
            reasons=self._reasons(row.reasons),
        )

    def _commitment(self, row: AnyRow) -> Commitment:
        return Commitment(
            kind=codes.COMMITMENTS.member(row.kind),
            what=unpack_spans(row.what),
            by=_entity(row.by),
            to=_entity(row.to),
            by_span=_maybe_span(row.by_span),
            to_span=_maybe_span(row.to_span),
            exchange=unpack_spans(row.exchange),
            instrument=row.instrument,
            date=row.date,
            deadline=row.deadline,
            reasons=self._reasons(row.reasons),
        )

    def _quantity(self, row: AnyRow) -> Quantity:
        bounds = json.loads(row.change) if row.change else None
        change = Change(Interval(bounds[0], bounds[1]), Interval(bounds[2], bounds[3])) if bounds else None
        return Quantity(
            QuantityId(f"q{row.number + 1}"), Span(row.start, row.stop), row.low, row.high, row.unit, row.unit_norm,
            row.modifier, _entity(row.entity), row.as_of, change,
        )  # fmt: skip

    def _echo(self) -> Echo | None:
        rows = self._rows(tables.echoes)
        if not rows:
            return None
        row = rows[0]
        kind, spans = codes.ECHOES.member(row.kind), unpack_spans(row.spans)
        return Echo(row.of, kind, spans, row.confidence / TEN_THOUSANDTHS, row.reason)
