"""Who is who: what a document tells of everyone and everything in it, sources first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.present.index import Index
from onrecord.present.outline import Entry
from onrecord.types import Entity, EntityId, Mention, MentionForm, MentionId
from onrecord.types.words import name_key


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity as it is listed.

    Attributes:
        names: other names the text gives it, as written.
        sources: the entries of which it is the source.
        mentions: how often the text mentions it.
    """

    entity: Entity
    names: tuple[str, ...]
    sources: tuple[Entry, ...]
    mentions: int

    @property
    def foremost(self) -> bool:
        """Whether there is more to tell of it than its name: it is a source, holds an office, is on a list."""
        one = self.entity
        told = one.roles or one.links or one.issuer or one.affiliation or one.members or one.anonymity
        return bool(self.sources or told)


def profiles(known: Index) -> tuple[Profile, ...]:
    """Everyone and everything, those first who are cited most, then those mentioned most."""
    mentions = {mention.id: mention for mention in known.reading.mentions}
    found = [_profile(known, entity, mentions) for entity in known.reading.entities]
    return tuple(sorted(found, key=lambda one: (-len(one.sources), not one.foremost, -one.mentions)))


def _profile(known: Index, entity: Entity, mentions: Mapping[MentionId, Mention]) -> Profile:
    own = [mentions[key] for key in entity.mentions if key in mentions]
    seen = {name_key(entity.name): entity.name}
    for name in _names(own, known.text):
        seen.setdefault(name_key(name), name)
    return Profile(entity, tuple(seen.values())[1:], tuple(known.sourced.get(entity.id, ())), len(own))


def _names(mentions: Sequence[Mention], text: str) -> Iterator[str]:
    for mention in mentions:
        if mention.form is MentionForm.NAME:
            yield " ".join((mention.name or mention.span).of(text).split())


def named(known: Index, entities: Sequence[EntityId]) -> list[Entity]:
    """The entities of ids, those that are not there left out."""
    return [known.entities[one] for one in entities if one in known.entities]
