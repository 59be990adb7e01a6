"""Evidence: one occasion on which a statement was made, with all that is needed to judge and to cite it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from onrecord.ledger import codes
from onrecord.ledger.keys import Kind
from onrecord.ledger.packing import unpack_numbers, unpack_spans
from onrecord.ledger.rows import TEN_THOUSANDTHS
from onrecord.ledger.verdict_kinds import Standing
from onrecord.query.answers import Citation, Evidence, Named, RolesAnswer
from onrecord.query.view import Loaded, Mapped
from onrecord.query.who import Names
from onrecord.types import (
    Act,
    BlockKind,
    ChainLink,
    EntityId,
    SourceKind,
    Span,
    StanceKind,
)

STANCES: Final = {Act.DENY: StanceKind.DENY, Act.ASK: StanceKind.QUESTION, Act.DECLINE: StanceKind.DECLINE}
"""Acts by which a source does other than affirm what it speaks of."""


def stance_of(act: int | None) -> StanceKind:
    """How the source of an attribution stands to what it says, by the number of its act."""
    member = codes.ACTS.member_or_none(act)
    return StanceKind.AFFIRM if member is None else STANCES.get(member, StanceKind.AFFIRM)


def speaker(loaded: Loaded, attribution: Mapped, names: Names) -> Named:
    """Whose word an attribution is: its source as the ledger knows it, else in the words of the text."""
    if attribution["source_kind"] == codes.SOURCES.number(SourceKind.AUTHOR):
        context = loaded.who(attribution["context_source"])
        return names.named(context) if context is not None else Named(loaded.row["publisher_name"])
    known = entity_of(loaded, attribution["source_entity"], names)
    if known is not None:
        return known
    spans = unpack_spans(attribution["source"])
    return Named(loaded.words(spans) if spans else None)


def entity_of(loaded: Loaded, number: int | None, names: Names) -> Named | None:
    """An entity of a document: who it is in the ledger, else as the document calls it."""
    known = loaded.who(number)
    if known is not None:
        return names.named(known)
    if number is None or number not in loaded.entities:
        return None
    row = loaded.entities[number]
    return Named(row["name"], loaded.name(Kind.ENTITY, row["mark"]), codes.TYPES.member(row["type"]))


def stance_taker(loaded: Loaded, stance: Mapped, names: Names) -> Named:
    """Whose stance it is."""
    by = entity_of(loaded, stance["by"], names)
    if by is not None:
        return by
    words = unpack_spans(stance["by_span"])
    if words:
        return Named(loaded.words(words))
    return speaker(loaded, loaded.attributions[stance["attribution"]], names)


def evidence(loaded: Loaded, number: int, names: Names) -> Evidence:
    """The evidence that a statement is."""
    row = loaded.statements[number]
    return _evidence(loaded, loaded.attributions[row["attribution"]], row, names)


def evidence_of_attribution(loaded: Loaded, number: int, names: Names) -> Evidence:
    """The evidence that the first statement of an attribution is; its whole content where it makes none."""
    for one, row in loaded.statements.items():
        if row["attribution"] == number and loaded.is_live(one):
            return evidence(loaded, one, names)
    return _evidence(loaded, loaded.attributions[number], None, names)


def _evidence(loaded: Loaded, attribution: Mapped, row: Mapped | None, names: Names) -> Evidence:
    own = loaded.name(Kind.ATTRIBUTION, attribution["mark"])
    statement = None if row is None else loaded.name(Kind.STATEMENT, row["mark"])
    spans = words_of(attribution) if row is None else unpack_spans(row["spans"])
    judged = attribution if row is None else row
    reasons = (*unpack_numbers(attribution["reasons"]), *(() if row is None else unpack_numbers(row["reasons"])))
    return Evidence(
        id=statement or own,
        document=loaded.id,
        attribution=own,
        statement=statement,
        source=unpack_spans(attribution["source"]),
        cue=unpack_spans(attribution["cue"]),
        content=unpack_spans(attribution["content"]),
        spans=spans,
        text=loaded.words(spans),
        stance=stance_of(attribution["act"]),
        certainty=codes.CERTAINTIES.member_or_none(judged["certainty"]),
        polarity=codes.POLARITIES.member_or_none(judged["polarity"]),
        time=None if row is None else codes.TIMES.member_or_none(row["time"]),
        act=codes.ACTS.member_or_none(attribution["act"]),
        reporter_stance=codes.REPORTER_STANCES.member_or_none(attribution["reporter_stance"]),
        source_kind=codes.SOURCES.member(attribution["source_kind"]),
        quotation=codes.QUOTATIONS.member(attribution["quotation"]),
        confidence=attribution["confidence"] / TEN_THOUSANDTHS,
        chain=tuple(_chain(loaded, attribution["chain"], names)),
        speaker=speaker(loaded, attribution, names),
        roles=RolesAnswer() if row is None else _roles(loaded, row, names),
        standing=Standing(judged["standing"]) or Standing(attribution["standing"]),
        stand_in=row is not None and bool(row["stand_in"]),
        reasons=tuple(loaded.sentences[one] for one in reasons),
        citation=citation(loaded, spans),
    )


def words_of(attribution: Mapped) -> tuple[Span, ...]:
    """Source, cue and content of an attribution, in the order of the text; touching pieces are one."""
    parts = sorted(span for part in ("source", "cue", "content") for span in unpack_spans(attribution[part]))
    joined: list[Span] = []
    for span in parts:
        if joined and span.start <= joined[-1].end + 1:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def citation(loaded: Loaded, spans: tuple[Span, ...]) -> Citation:
    """Where words stand."""
    row = loaded.row
    blocks = loaded.blocks
    place = bisect_right([block["start"] for block in blocks], spans[0].start) - 1 if spans else -1
    furniture = codes.BLOCKS.number(BlockKind.FURNITURE)
    story = [block["number"] for block in blocks if block["kind"] != furniture]
    own = blocks[place]["number"] if place >= 0 else None
    return Citation(
        loaded.id, row["title"], row["publisher_name"], row["address"], row["published"], row["retrieved"],
        row["original"].hex(), story.index(own) + 1 if own in story else None,
        blocks[place]["page"] if place >= 0 else None,
    )  # fmt: skip


def named_in(loaded: Loaded, number: int, names: Names) -> tuple[Named, ...]:
    """Who a statement is about, as far as they have names, each once."""
    found = (loaded.who(one) for one in loaded.entities_of(number))
    return tuple(dict.fromkeys(names.named(one) for one in found if one is not None))


def _chain(loaded: Loaded, last: int | None, names: Names) -> Iterator[ChainLink]:
    links = []
    while last is not None:
        row = loaded.chains[last]
        links.append(row)
        last = row["outer"]
    for row in reversed(links):
        span = None if row["start"] is None else Span(row["start"], row["stop"])
        name = span.of(loaded.text) if span is not None and row["name"] is None else row["name"]
        yield ChainLink(
            name, codes.LINKS.member(row["kind"]), _public(loaded, row["entity"], names), row["cue"], span,
            bool(row["implied"]), codes.CERTAINTIES.member_or_none(row["certainty"]),
        )  # fmt: skip


def _public(loaded: Loaded, number: int | None, names: Names) -> EntityId | None:
    """The public name of an entity of a document."""
    shown = entity_of(loaded, number, names)
    return None if shown is None or shown.entity is None else EntityId(shown.entity)


def _roles(loaded: Loaded, row: Mapped, names: Names) -> RolesAnswer:
    subject, predicate, thing = (unpack_spans(row[part]) for part in ("subject", "predicate", "object"))
    return RolesAnswer(
        _role(loaded, row, subject, names), loaded.words(predicate) or None, _role(loaded, row, thing, names)
    )


def _role(loaded: Loaded, row: Mapped, spans: tuple[Span, ...], names: Names) -> Named | None:
    """The words of a role, and who they name: an entity of the statement whose mention is in them."""
    if not spans:
        return None
    inside_role = role_entities(loaded, row).get(spans[0])
    who = None if inside_role is None else loaded.who(inside_role)
    if who is None:
        return Named(loaded.words(spans))
    shown = names.named(who)
    return Named(loaded.words(spans), shown.entity, shown.type)


def role_entities(loaded: Loaded, row: Mapped) -> dict[Span, int]:
    """For the subject and the object of a statement, the entity whose mention is the longest one inside."""
    found: dict[Span, int] = {}
    for part in ("subject", "object"):
        for span in unpack_spans(row[part]):
            best = max(
                (mention for mention in loaded.mentions if span.start <= mention[0] and mention[1] <= span.end),
                key=lambda mention: (mention[1] - mention[0], -mention[0]),
                default=None,
            )
            if best is not None:
                found[span] = best[2]
    return found
