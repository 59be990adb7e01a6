"""Readings without a reader: articles from templates, with what a perfect reader would find in them."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.ledger.world import Known, World
from onrecord.types import (
    Act,
    Attribution,
    AttributionId,
    Block,
    BlockKind,
    Certainty,
    ChainLink,
    Commitment,
    CommitmentKind,
    Date,
    DateId,
    Document,
    DocumentId,
    Entity,
    EntityId,
    Granularity,
    LinkKind,
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

_CUES = (
    ("said", Act.SAY, ReporterStance.NEUTRAL), ("told reporters", Act.SAY, ReporterStance.NEUTRAL),
    ("claimed", Act.CLAIM, ReporterStance.DISTANCING), ("confirmed", Act.CONFIRM, ReporterStance.ENDORSING),
    ("warned", Act.WARN, ReporterStance.NEUTRAL), ("estimated", Act.ESTIMATE, ReporterStance.NEUTRAL),
    ("predicted", Act.PREDICT, ReporterStance.NEUTRAL), ("pledged", Act.PLEDGE, ReporterStance.NEUTRAL),
    ("denied", Act.DENY, ReporterStance.NEUTRAL), ("believes", Act.BELIEVE, ReporterStance.NEUTRAL),
)  # fmt: skip
_CUE_WEIGHTS = (50, 15, 8, 4, 6, 4, 3, 4, 3, 3)
_KINDS = {
    MentionType.PERSON: SourceKind.NAMED_PERSON,
    MentionType.ORGANIZATION: SourceKind.NAMED_ORGANIZATION,
    MentionType.GEOPOLITICAL: SourceKind.NAMED_ORGANIZATION,
}
_START = date(2015, 1, 1)
_DAYS = 3_650


def make_reading(world: World, number: int, seed: int = 7, paragraphs: int = 15) -> Reading:
    """The reading with a number; the same for the same world, number and seed."""
    return _Article(world, random.Random(f"{seed} {number}"), number).make(paragraphs)


@dataclass
class _Article:
    world: World
    chance: random.Random
    number: int
    text: str = ""
    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    entities: dict[str, tuple[EntityId, Known]] = field(default_factory=dict)
    attributions: list[Attribution] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)
    statements: int = 0

    def make(self, paragraphs: int) -> Reading:
        chance = self.chance
        cast = [self.world.known.draw(chance) for _ in range(chance.randint(8, 24))]
        outlet = self.world.outlets.draw(chance)
        published = (_START + timedelta(chance.randrange(_DAYS))).isoformat()
        self._outer = ChainLink(outlet, LinkKind.PUBLISHER)
        self._block(BlockKind.FURNITURE, lambda: self._add("Home News Weather Sport Subscribe"))
        self._block(BlockKind.HEADLINE, lambda: self._voice(cast))
        self._block(BlockKind.BYLINE, lambda: self._add(f"By {chance.choice(cast).name}"))
        for _ in range(paragraphs):
            self._block(BlockKind.PARAGRAPH, lambda: self._paragraph(cast))
        text = "".join(self.parts)
        original = f"<article>{text}</article>".encode()
        url = f"https://{outlet.lower().replace(' ', '-')}.example/{self.number}"
        name = hashlib.sha256(original + b"\0" + url.encode()).hexdigest()
        document = Document(
            DocumentId(f"sha256:{name}"), url, text, tuple(self.blocks),
            Metadata(text[35:80].strip(), None, outlet, published, url, "en"), original,
        )  # fmt: skip
        mentioned: dict[EntityId | None, list[MentionId]] = {}
        for mention in self.mentions:
            mentioned.setdefault(mention.entity, []).append(mention.id)
        entities = tuple(
            Entity(key, known.name, known.type, tuple(mentioned[key])) for key, known in self.entities.values()
        )
        return Reading(
            document, tuple(self.attributions), tuple(self.mentions), entities, None,
            ModelVersion("templates", "1"), tuple(self.quantities), tuple(self.dates), tuple(self.stances),
        )  # fmt: skip

    def _block(self, kind: BlockKind, fill: object) -> None:
        if self.parts:
            self._add("\n\n")
        start = self.length
        assert callable(fill)
        fill()
        self.blocks.append(Block(kind, Span(start, self.length)))

    def _add(self, words: str) -> Span:
        self.parts.append(words)
        self.length += len(words)
        return Span(self.length - len(words), self.length) if words else Span(0, 1)

    def _name(self, known: Known) -> tuple[Span, EntityId]:
        """Name somebody: in full the first time, then in short."""
        first = known.name not in self.entities
        key, _ = self.entities.setdefault(known.name, (EntityId(f"e{len(self.entities) + 1}"), known))
        span = self._add(known.name if first else known.short)
        self.mentions.append(
            Mention(MentionId(f"m{len(self.mentions) + 1}"), span, MentionForm.NAME, known.type, key, span)
        )
        return span, key

    def _paragraph(self, cast: list[Known]) -> None:
        for place in range(2):
            if place:
                self._add(" ")
            if self.chance.random() < 0.45:
                self._said(cast)
            else:
                self._voice(cast)

    def _voice(self, cast: list[Known]) -> None:
        number = self._next()
        statement = self._statement(cast)
        self._add(".")
        self.attributions.append(Attribution(
            number, (), (), statement.spans, SourceKind.AUTHOR, Quotation.INDIRECT, 0.97, chain=(self._outer,),
            act=Act.SAY, certainty=statement.certainty, polarity=statement.polarity,
            reporter_stance=ReporterStance.NEUTRAL, statements=(statement,),
            reasons=("stands outside every attribution",),
        ))  # fmt: skip

    def _said(self, cast: list[Known]) -> None:
        chance, number = self.chance, self._next()
        speaker = chance.choice(cast)
        source, key = self._name(speaker)
        self._add(" ")
        word, act, stance = chance.choices(_CUES, _CUE_WEIGHTS)[0]
        cue = self._add(word)
        self._add(" that ")
        statements = [self._statement(cast)]
        if chance.random() < 0.3:
            self._add(" and that ")
            statements.append(self._statement(cast))
        self._add(".")
        content = Span(statements[0].spans[0].start, statements[-1].spans[0].end)
        kind = _KINDS[speaker.type]
        link = ChainLink(source.of(self._so_far(source)), LinkKind(kind.value), key, word, source)
        commitment = None
        if act is Act.PLEDGE:
            commitment = Commitment(CommitmentKind.PLEDGE, (content,), by=key, by_span=source)
        if act is Act.DENY and len(self.entities) > 1:
            other = chance.choice(list(self.entities.values()))[0]
            self.stances.append(Stance(number, StanceKind.DENY, other, (statements[0].id,)))
        self.attributions.append(Attribution(
            number, (source,), (cue,), (content,), kind, Quotation.INDIRECT, round(chance.uniform(0.4, 0.99), 4), key,
            chain=(self._outer, link), act=act, certainty=statements[0].certainty, polarity=statements[0].polarity,
            reporter_stance=stance, statements=tuple(statements), commitment=commitment,
            reasons=(f"cue “{word}”", f"'{speaker.name}' is named"),
        ))  # fmt: skip

    def _statement(self, cast: list[Known]) -> Statement:
        chance, start = self.chance, self.length
        subject, key = self._name(chance.choice(cast))
        keys, quantities, dates = [key], [], []
        self._add(" ")
        predicate = self._add(self.world.words.draw(chance) + "ed")
        self._add(" " + " ".join(self.world.words.draw(chance) for _ in range(chance.randint(3, 9))) + " ")
        thing = None
        if chance.random() < 0.5:
            thing, other = self._name(chance.choice(cast))
            if other not in keys:
                keys.append(other)
        if chance.random() < 0.2:
            quantities.append(self._quantity(keys[0]))
        if chance.random() < 0.2:
            dates.append(self._date())
        if not (thing or quantities or dates):
            self._add(self.world.words.draw(chance))
        self.statements += 1
        return Statement(
            StatementId(f"s{self.statements}"), (Span(start, self.length),),
            chance.choices(list(Certainty), (70, 12, 10, 8))[0], chance.choices(list(Polarity), (85, 12, 3))[0],
            chance.choice(list(Time)), Roles(subject, predicate, thing), (predicate,), tuple(keys), tuple(quantities),
            tuple(dates), ("no word takes away from it", "the verb is not denied"),
        )  # fmt: skip

    def _quantity(self, about: EntityId) -> QuantityId:
        low = self.chance.choice((5, 12, 40, 300, 4_000, 25_000))
        unit = self.world.units.draw(self.chance)
        span = self._add(f" about {low} {unit}")
        key = QuantityId(f"q{len(self.quantities) + 1}")
        self.quantities.append(
            Quantity(key, Span(span.start + 1, span.end), low, low, unit, modifier="about", entity=about)
        )
        return key

    def _date(self) -> DateId:
        year = self.chance.randint(2010, 2024)
        span = self._add(f" in {year}")
        key = DateId(f"d{len(self.dates) + 1}")
        self.dates.append(Date(key, Span(span.start + 4, span.end), str(year), Granularity.YEAR))
        return key

    def _next(self) -> AttributionId:
        return AttributionId(f"a{len(self.attributions) + 1}")

    def _so_far(self, span: Span) -> str:
        """Text in which a span just written can be looked up."""
        recent, at = [], self.length
        for part in reversed(self.parts):
            recent.append(part)
            at -= len(part)
            if at <= span.start:
                break
        return " " * at + "".join(reversed(recent))
