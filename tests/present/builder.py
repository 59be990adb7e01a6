"""Builds readings by hand: blocks of text, then attributions found by their words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.types import (
    Act,
    Attribution,
    AttributionId,
    Block,
    BlockKind,
    Certainty,
    ChainLink,
    Change,
    Date,
    DateId,
    Document,
    DocumentId,
    Echo,
    EchoKind,
    Entity,
    EntityId,
    Granularity,
    LinkKind,
    ListLink,
    Mention,
    MentionForm,
    MentionId,
    MentionType,
    Metadata,
    ModelVersion,
    Polarity,
    Quantity,
    QuantityId,
    Quotation,
    Reading,
    ReporterStance,
    Roles,
    SourceKind,
    Span,
    Stance,
    StanceKind,
    Statement,
    StatementId,
    Time,
)

Words = str | Sequence[str]


@dataclass
class Builder:
    """One document and what was read in it; words are looked up in the text written so far."""

    source: str = "article.html"
    metadata: Metadata = field(default_factory=lambda: Metadata(language="en"))
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    entities: dict[EntityId, Entity] = field(default_factory=dict)
    echo: Echo | None = None
    quantities: list[Quantity] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)
    lexicon: str | None = None
    _drafted: int = 0

    def block(self, kind: BlockKind, words: str, *, credit: str | None = None, page: int | None = None) -> None:
        start = len(self.text) + (2 if self.text else 0)
        self.text += ("\n\n" if self.text else "") + words
        found = None if credit is None else Span(start + words.index(credit), start + words.index(credit) + len(credit))
        self.blocks.append(Block(kind, Span(start, start + len(words)), page, found))

    def at(self, words: str, inside: str | None = None) -> Span:
        base = 0 if inside is None else self.text.index(inside)
        start = self.text.index(words, base)
        return Span(start, start + len(words))

    def spans(self, words: Words, inside: str | None = None) -> tuple[Span, ...]:
        parts = [words] if isinstance(words, str) else list(words)
        return tuple(self.at(part, inside) for part in parts if part)

    def entity(
        self,
        key: str,
        name: str,
        kind: MentionType,
        *,
        resolved: bool = True,
        reason: str | None = None,
        roles: Sequence[str] = (),
        links: Sequence[ListLink] = (),
        issuer: EntityId | None = None,
        affiliation: EntityId | None = None,
        anonymity: str | None = None,
        members: Sequence[EntityId] = (),
    ) -> EntityId:
        self.entities[EntityId(key)] = Entity(
            EntityId(key),
            name,
            kind,
            (),
            resolved,
            reason,
            tuple(roles),
            tuple(links),
            issuer,
            affiliation,
            anonymity,
            tuple(members),
        )
        return EntityId(key)

    def mention(self, entity: EntityId, span: Span, form: MentionForm = MentionForm.NAME) -> None:
        key = MentionId(f"m{len(self.mentions) + 1}")
        known = self.entities[entity]
        self.mentions.append(Mention(key, span, form, known.type, entity))
        self.entities[entity] = replace(known, mentions=(*known.mentions, key))

    def say(
        self,
        inside: str | None,
        source: Words,
        cue: Words,
        content: Words,
        *,
        kind: SourceKind = SourceKind.NAMED_PERSON,
        quotation: Quotation = Quotation.INDIRECT,
        entity: EntityId | None = None,
        form: MentionForm | None = None,
        parent: AttributionId | None = None,
        context: EntityId | None = None,
        chain: Sequence[ChainLink] = (),
        confidence: float = 0.9,
        reasons: Sequence[str] = (),
    ) -> AttributionId:
        key = AttributionId(f"a{len(self.attributions) + 1}")
        spans = self.spans(source, inside)
        if entity is not None and form is not None:
            for span in spans:
                self.mention(entity, span, form)
        self.attributions.append(
            Attribution(
                key,
                spans,
                self.spans(cue, inside),
                self.spans(content, inside),
                kind,
                quotation,
                confidence,
                entity,
                context,
                parent,
                tuple(chain),
                reasons=tuple(reasons),
            )
        )
        return key

    def label(
        self,
        key: AttributionId,
        act: Act | None,
        *statements: Statement,
        stance: ReporterStance | None = ReporterStance.NEUTRAL,
        main: int = 0,
        why: Sequence[str] = (),
    ) -> None:
        """Gives an attribution its labels; those of the statement in place ``main`` are its own, too."""
        reasons = list(why)
        if act is not None:
            reasons.append(f"{act.value}: the cue tells of it")
        if stance is not None and act is not None:
            reasons.append(f"{stance.value}: the cue takes {'no' if stance is ReporterStance.NEUTRAL else 'a'} side")
        own = statements[main] if statements else None
        self.amend(
            key,
            act=act,
            reporter_stance=stance if act is not None else None,
            statements=statements,
            certainty=own.certainty if own else None,
            polarity=own.polarity if own else None,
            reasons=(*self.said(key).reasons, *reasons),
        )

    def said(self, key: AttributionId) -> Attribution:
        return next(one for one in self.attributions if one.id == key)

    def amend(self, key: AttributionId, **fields: object) -> None:
        """Sets fields of an attribution."""
        self.attributions = [replace(one, **fields) if one.id == key else one for one in self.attributions]  # type: ignore[arg-type]

    def statement(
        self,
        words: Words,
        *,
        certainty: Certainty = Certainty.CERTAIN,
        polarity: Polarity = Polarity.POSITIVE,
        time: Time = Time.PAST,
        subject: str | None = None,
        predicate: str | None = None,
        object: str | None = None,
        deciding: Words = (),
        inside: str | None = None,
        reasons: Sequence[str] | None = None,
    ) -> Statement:
        """A statement in the words of the text, with the figures and dates that stand in it."""
        spans = self.spans(words, inside)
        start = inside if inside is not None else (words if isinstance(words, str) else words[0])

        def role(part: str | None) -> Span | None:
            return None if part is None else self.at(part, start)

        if reasons is None:
            shown = f"“{predicate}”" if predicate else "the verb"
            reasons = (
                f"{certainty.value}: it is said flatly",
                f"{polarity.value}: nothing in it says no",
                f"{time.value}: {shown} tells when",
            )
        self._drafted += 1
        return Statement(
            StatementId(f"s{self._drafted}"),
            spans,
            certainty,
            polarity,
            time,
            Roles(role(subject), role(predicate), role(object)),
            self.spans(deciding, start),
            quantities=tuple(one.id for one in self.quantities if any(span.contains(one.span) for span in spans)),
            dates=tuple(one.id for one in self.dates if any(span.contains(one.span) for span in spans)),
            reasons=tuple(reasons),
        )

    def quantity(
        self,
        words: str,
        low: float | None,
        high: float | None,
        unit: str | None = None,
        *,
        modifier: str | None = None,
        entity: EntityId | None = None,
        as_of: str | None = None,
        change: Change | None = None,
    ) -> QuantityId:
        key = QuantityId(f"q{len(self.quantities) + 1}")
        self.quantities.append(
            Quantity(
                key,
                self.at(words),
                low,
                high,
                unit,
                modifier=modifier,
                entity=entity,
                as_of=as_of,
                change=change,
            )
        )
        return key

    def date(self, words: str, value: str | None, granularity: Granularity | None) -> DateId:
        key = DateId(f"d{len(self.dates) + 1}")
        self.dates.append(Date(key, self.at(words), value, granularity))
        return key

    def stands(
        self,
        key: AttributionId,
        kind: StanceKind,
        toward: EntityId | None,
        statements: Sequence[StatementId],
        reason: str,
        *,
        target: Words = (),
    ) -> None:
        self.stances.append(
            Stance(
                key,
                kind,
                toward,
                tuple(statements),
                (reason,),
                by=self.said(key).source_entity,
                target=self.spans(target),
            )
        )

    def carries(self, of: str, words: str, reason: str) -> None:
        self.echo = Echo(of, EchoKind.CITATION, self.spans(words), 0.83, reason)

    def reading(self) -> Reading:
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        document = Document(
            DocumentId(f"sha256:{digest}"), self.source, self.text, tuple(self.blocks), self.metadata, b""
        )
        return Reading(
            document,
            tuple(self.attributions),
            tuple(self.mentions),
            tuple(self.entities.values()),
            self.echo,
            ModelVersion("en-1", self.lexicon),
            tuple(sorted(self.quantities, key=lambda one: one.span)),
            tuple(sorted(self.dates, key=lambda one: one.span)),
            tuple(self.stances),
        )


def publisher(name: str | None = None) -> ChainLink:
    return ChainLink(name, LinkKind.PUBLISHER)
