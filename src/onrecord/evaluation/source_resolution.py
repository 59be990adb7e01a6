"""Whether sources point to the right entity, and how often they are given a wrong name.

A wrong name is worse than none, so it is counted apart: a person who reads "she said" with another's name beside it is
misled, one who reads "unresolved" is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf

from onrecord.evaluation.entity_gold import EntityText, GoldEntity, GoldMention, GoldSource
from onrecord.evaluation.mentions import bare, is_name, predicted_core
from onrecord.types import Entity, Mention, Reading, Span, cover

_WORD = re.compile(r"[^\W_]+(?:[.’'&-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’][sS]?(?![^\W_])")
SAME = 0.5
"""Spans that share more than this of their letters are one phrase, cut differently."""


class Pointing(StrEnum):
    """How the pointing of one source compares with the gold.

    ``PART``: to one of several who are meant together. ``OTHER``: to words without a name, be it somebody else's or,
    where the gold tells the name alone, a description of the right one.
    ``UNRESOLVED``: to nothing, or to nothing but itself. ``MISSED``: the source was not found.
    """

    RIGHT = "right"
    PART = "part"
    WRONG_NAME = "wrong name"
    OTHER = "other, unnamed"
    UNRESOLVED = "unresolved"
    MISSED = "missed"


@dataclass(slots=True)
class PointingScores:
    """How many sources fared how: all, and those that are "he", "she", "they" or "it"."""

    all: Counter[Pointing] = field(default_factory=Counter)
    pronouns: Counter[Pointing] = field(default_factory=Counter)

    def add(self, gold: EntityText, reading: Reading) -> None:
        """Count one text."""
        for source in gold.sources:
            self.count(source, pointing(gold, source, reading))

    def count(self, source: GoldSource, outcome: Pointing) -> None:
        self.all[outcome] += 1
        if source.pronoun:
            self.pronouns[outcome] += 1


def share(counts: Counter[Pointing], *outcomes: Pointing) -> float:
    """How many of all sources fared so, in percent; 0 where there are none."""
    total = counts.total()
    return 100 * sum(counts[outcome] for outcome in outcomes) / total if total else 0.0


def pointing(gold: EntityText, source: GoldSource, reading: Reading) -> Pointing:
    """Compare what one source points to with the gold.

    The entity that a reading shows is known by its name; where two of the gold have that name, or none has, by the
    mention that it shows for a name, and then by all that it shares with them, the source's own words aside.
    """
    wanted = gold.entity(source.entity)
    found, entity = _pointed(reading, source)
    if not found:
        return Pointing.MISSED
    elsewhere = any(not mention.span.overlaps(source.span) for mention in wanted.mentions)
    if entity is None:
        return Pointing.UNRESOLVED if wanted.resolved or elsewhere else Pointing.RIGHT
    mentions = [mention for mention in reading.mentions if mention.entity == entity.id]
    shown = _known_as(gold, entity, mentions, source)
    if shown is None and wanted.members and _covers(gold, wanted, mentions):
        return Pointing.RIGHT
    if shown is None:
        others = [mention for mention in mentions if not mention.span.overlaps(source.span)]
        if not others:
            return Pointing.UNRESOLVED if wanted.resolved or elsewhere else Pointing.RIGHT
        return Pointing.WRONG_NAME if any(map(is_name, others)) else Pointing.OTHER
    if shown.key == wanted.key:
        return Pointing.RIGHT
    if shown.key in wanted.members:
        return Pointing.PART
    named = any(mention.name is not None for mention in shown.mentions)
    return Pointing.WRONG_NAME if named else Pointing.OTHER


def _pointed(reading: Reading, source: GoldSource) -> tuple[bool, Entity | None]:
    """Whether a source is found in a reading, and the entity that it points to there.

    The attribution whose source is most like it tells; where none is, a mention of the same words.
    """
    attributed = [
        (_likeness(cover(attribution.source), source), attribution.source_entity is not None, attribution.source_entity)
        for attribution in reading.attributions
        if attribution.source
    ]
    mentioned = [(_likeness(mention.span, source), True, mention.entity) for mention in reading.mentions]
    for found in (attributed, [item for item in mentioned if item[0] > SAME]):
        best = max(found, key=lambda item: item[:2], default=None)
        if best is not None and best[0]:
            return True, next((entity for entity in reading.entities if entity.id == best[2]), None)
    return False, None


def _likeness(found: Span, source: GoldSource) -> float:
    """How much a span and a source share, from 0 to 1; 0 where they are not the same phrase.

    A phrase may have an apposition or a relative clause more than the gold ("a deputy, who asked not to be named"),
    a pronoun may not.
    """
    common = min(found.end, source.span.end) - max(found.start, source.span.start)
    if common <= 0:
        return 0.0
    likeness = 2 * common / (len(found) + len(source.span))
    same_edge = found.start == source.span.start or found.end == source.span.end
    return likeness if likeness > SAME or (same_edge and not source.pronoun) else 0.0


def _known_as(gold: EntityText, entity: Entity, mentions: list[Mention], source: GoldSource) -> GoldEntity | None:
    """The entity of the gold that a reader takes a predicted one for."""
    called = _called(gold, entity.name)
    if len(called) == 1:
        return called[0]
    telling = [one for one in mentions if not one.span.overlaps(source.span) or _tells(gold, source, one)]
    shown = [one for one in telling if one.span.of(gold.text) == entity.name]
    for group in (shown, telling):
        best = Counter(filter(None, (_voted(mention, called or gold.entities) for mention in group))).most_common(2)
        if best and (len(best) == 1 or best[0][1] > best[1][1]):
            return gold.entity(best[0][0])
    return None


def _tells(gold: EntityText, source: GoldSource, mention: Mention) -> bool:
    """Whether a mention that is the source itself says who it is: by a name, or where the gold has none either."""
    names = [one.name for one in gold.entity(source.entity).mentions if one.name is not None]
    return is_name(mention) or (not source.pronoun and not names) or any(mention.span.contains(name) for name in names)


def _called(gold: EntityText, name: str) -> list[GoldEntity]:
    """The entities of the gold that have a name, or the most of it."""
    likeness = {
        one.key: max((_alike(name, other) for other in _names(gold, one)), default=0.0) for one in gold.entities
    }
    most = max(likeness.values(), default=0.0)
    return [one for one in gold.entities if most and likeness[one.key] == most]


def _alike(name: str, other: tuple[str, ...]) -> float:
    """How many words a shown name shares with one of the gold that ends alike; most if they are equal.

    "Clinton" is short for "Hillary Clinton"; "a director at Acme" is no longer form of "Acme".
    """
    words = simplified(name)
    if words == other:
        return inf
    if not words or not other or words[-1] != other[-1]:
        return 0.0
    longer = set(other) <= set(words) and all(not word.islower() for word in _WORD.findall(name))
    return float(len(set(words) & set(other))) if set(words) <= set(other) or longer else 0.0


def _voted(mention: Mention, entities: Sequence[GoldEntity]) -> str | None:
    """The key of the entity one of whose mentions is most like a predicted one."""
    best = max(
        ((_common(mention, other), one.key) for one in entities for other in one.mentions),
        key=lambda item: item[0],
        default=(0.0, None),
    )
    return best[1] if best[0] else None


def _common(mention: Mention, other: GoldMention) -> float:
    """How much of two mentions is shared, from 0 to 1; 0 where neither head nor beginning is the same."""
    span, core = mention.span, predicted_core(mention)
    heads = span.contains(other.core) and other.span.contains(core)
    if not heads and not (span.start == other.span.start and span.overlaps(other.core)):
        return 0.0
    return 2 * (min(span.end, other.span.end) - max(span.start, other.span.start)) / (len(span) + len(other.span))


def _names(gold: EntityText, entity: GoldEntity) -> set[tuple[str, ...]]:
    """What an entity is called; nothing where the gold has no name for it."""
    return {simplified(mention.name.of(gold.text)) for mention in entity.mentions if mention.name is not None}


def _covers(gold: EntityText, wanted: GoldEntity, mentions: list[Mention]) -> bool:
    """Whether every one of those meant together stands in the mentions of one predicted entity."""
    members = [gold.entity(key) for key in wanted.members]
    return all(
        any(mention.span.contains(one.core) for mention in mentions for one in member.mentions) for member in members
    )


def simplified(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without articles, titles, dots and the possessive 's."""
    plain = _POSSESSIVE.sub("", name)
    part = bare(plain, Span(0, len(plain))).of(plain) if plain else ""
    return tuple(word.replace(".", "").lower() for word in _WORD.findall(part))
