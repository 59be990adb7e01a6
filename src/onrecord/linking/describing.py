"""What a document tells of each of its entities: name, roles, issuer, affiliation, why it is not named or not known."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from onrecord.linking.anonymity import anonymity
from onrecord.linking.coreference import Cluster
from onrecord.linking.names import words
from onrecord.linking.persons import name_words
from onrecord.types import Entity, EntityId, Mention, MentionForm, MentionId, MentionType, Reading, SourceKind, Span

_ARTICLE = re.compile(r"^(?:the|a|an|his|her|their|its|our|my|one|another|this|that)\s+", re.IGNORECASE)
_COURTESY = re.compile(r"^(?:mr|mrs|ms|miss|mx|dr|prof)\.?$", re.IGNORECASE)
_AGE = re.compile(r"\b\d{1,3}(?:-year-old)?\b")
_UNNAMED = frozenset({SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP})
_ISSUERS = frozenset({MentionType.ORGANIZATION, MentionType.GEOPOLITICAL, MentionType.PERSON})
_BODIES = frozenset({MentionType.ORGANIZATION, MentionType.GEOPOLITICAL})


class Describer:
    """Describes the entities of one reading whose mentions and attributions are linked."""

    def __init__(
        self,
        reading: Reading,
        clusters: Mapping[EntityId, Cluster],
        numbers: Mapping[int, MentionId],
        ids: Mapping[int, EntityId],
    ) -> None:
        self._text = reading.document.text
        self._mentions = reading.mentions
        self._starts = [mention.span.start for mention in reading.mentions]
        self._clusters = clusters
        self._places = {mention.id: at for at, mention in enumerate(reading.mentions)}
        self._numbers = numbers
        self._ids = ids
        self._sources: dict[EntityId, list[Span]] = {}
        self._kinds: dict[EntityId, SourceKind] = {}
        for attribution in reading.attributions:
            if attribution.source_entity is not None:
                self._sources.setdefault(attribution.source_entity, []).append(attribution.source[0])
                self._kinds.setdefault(attribution.source_entity, attribution.source_kind)

    def entity(self, id_: EntityId) -> Entity:
        """All that is known of one entity."""
        cluster = self._clusters[id_]
        members = [self._at(at) for at in sorted(cluster.members) if at in self._numbers]
        name = self._name(members)
        reason = self._unresolved(id_, cluster, name)
        return Entity(
            id=id_,
            name=name,
            type=cluster.type,
            mentions=tuple(mention.id for mention in members),
            resolved=reason is None,
            reason=reason,
            roles=self._roles(cluster, members) if cluster.type is MentionType.PERSON else (),
            issuer=self._inside(members, _ISSUERS, id_) if cluster.type is MentionType.WORK else None,
            affiliation=self._inside(members, _BODIES, id_) if cluster.type is MentionType.PERSON else None,
            anonymity=self._anonymity(id_) if self._kinds.get(id_) in _UNNAMED else None,
            members=tuple(self._ids[part] for part in cluster.parts if part in self._ids),
        )

    def _at(self, at: int) -> Mention:
        return self._mentions[self._places[self._numbers[at]]]

    def _name(self, members: list[Mention]) -> str:
        """The fullest name, the earliest of several; else the fullest description, the earliest of several."""
        nouns = [mention for mention in members if mention.form is MentionForm.NAME and mention.name is not None]
        named = nouns or [mention for mention in members if mention.name is not None]
        if named:
            spans = [mention.name for mention in named if mention.name is not None]
            return max(spans, key=lambda span: (len(words(span.of(self._text))), -span.start)).of(self._text)
        described = [mention for mention in members if mention.form is MentionForm.NOMINAL] or members
        return max(described, key=lambda mention: (len(mention.span), -mention.span.start)).span.of(self._text)

    def _roles(self, cluster: Cluster, members: list[Mention]) -> tuple[str, ...]:
        """What stands before the name, and descriptions beside it, as written, each once, in text order."""
        described = {self._numbers[at] for at in cluster.described if at in self._numbers}
        roles: dict[str, None] = {}
        for mention in members:
            if mention.name is not None and mention.span.start < mention.name.start:
                role = Span(mention.span.start, mention.name.start).of(self._text)
            elif mention.id in described:
                role = mention.span.of(self._text)
            else:
                continue
            role = _ARTICLE.sub("", role.strip(" ,\n\t")).strip(" ,")
            if role and not _COURTESY.match(role) and not _AGE.fullmatch(role) and any(map(str.isalpha, role)):
                roles.setdefault(role)
        return tuple(roles)

    def _inside(self, members: list[Mention], types: frozenset[MentionType], own: EntityId) -> EntityId | None:
        """The first other entity of some types that is named inside a mention, outside its own name."""
        pronoun: EntityId | None = None
        for mention in members:
            if mention.form in (MentionForm.PRONOUN, MentionForm.ADJECTIVE):
                continue
            first = bisect_left(self._starts, mention.span.start)
            last = bisect_left(self._starts, mention.span.end)
            for inner in self._mentions[first:last]:
                own_name = mention.name is not None and mention.name.overlaps(inner.span)
                if inner is mention or own_name or inner.entity in (None, own) or inner.type not in types:
                    continue
                if inner.name is not None:
                    return inner.entity
                pronoun = pronoun or inner.entity
        return pronoun

    def _anonymity(self, id_: EntityId) -> str | None:
        return next((found for span in self._sources[id_] if (found := anonymity(self._text, span))), None)

    def _unresolved(self, id_: EntityId, cluster: Cluster, name: str) -> str | None:
        if cluster.ambiguous:
            either = f"{', '.join(cluster.ambiguous[:-1])} or {cluster.ambiguous[-1]}"
            return f"“{name}” may be {either}; the text does not tell which"
        kind = self._kinds.get(id_)
        if cluster.named and cluster.type is MentionType.PERSON and len(name_words(name)) == 1:
            return "only one name is given, and the text never introduces the person"
        if cluster.named or cluster.parts:
            return None
        if kind in _UNNAMED:
            return "the text does not name this source"
        return None

