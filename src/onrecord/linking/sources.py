"""Which entity stands behind each attribution, and what is known of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.linking.coreference import Cluster, clusters
from onrecord.linking.describing import Describer
from onrecord.linking.groups import parts
from onrecord.linking.names import is_pronoun
from onrecord.types import (
    Attribution,
    EntityId,
    Mention,
    MentionForm,
    MentionId,
    MentionType,
    Quotation,
    Reading,
    SourceKind,
    Span,
    cover,
)

_TYPES = {
    SourceKind.NAMED_PERSON: MentionType.PERSON,
    SourceKind.UNNAMED_PERSON: MentionType.PERSON,
    SourceKind.UNNAMED_GROUP: MentionType.PERSON,
    SourceKind.NAMED_ORGANIZATION: MentionType.ORGANIZATION,
    SourceKind.DOCUMENT: MentionType.WORK,
}
_NAMED = frozenset({SourceKind.NAMED_PERSON, SourceKind.NAMED_ORGANIZATION})
_SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})


def resolve(reading: Reading) -> Reading:
    """The reading with entities: whoever or whatever has a name or is a source, as far as the text tells.

    Mentions of nothing that became an entity are dropped, names aside.
    """
    reading = _with_sources_as_mentions(reading)
    found = clusters(reading)
    of = {at: number for number, cluster in enumerate(found) for at in cluster.members}
    lookup = _Lookup(reading.mentions)
    sources: dict[str, int] = {}
    for attribution in reading.attributions:
        if attribution.source:
            at = lookup.source(attribution.source)
            if at is not None and at in of:
                sources[attribution.id] = of[at]
    _join_speakers(reading, found, of, sources)
    return _Result(reading, found, of, sources).reading()


def _with_sources_as_mentions(reading: Reading) -> Reading:
    """A mention for every source in which the reader has seen none."""
    lookup = _Lookup(reading.mentions)
    added = {}
    for attribution in reading.attributions:
        if not attribution.source:
            continue
        span = cover(attribution.source)
        if lookup.is_group(reading.document.text, span):
            added[span] = Mention(MentionId(f"group {span.start}"), span, MentionForm.NOMINAL, MentionType.PERSON)
            continue
        if lookup.source(attribution.source) is not None:
            continue
        kind = _TYPES.get(attribution.source_kind, MentionType.OTHER)
        said = span.of(reading.document.text)
        named = attribution.source_kind in _NAMED and not is_pronoun(said)
        form = MentionForm.PRONOUN if is_pronoun(said) else MentionForm.NAME if named else MentionForm.NOMINAL
        name = span if named else None
        added[span] = Mention(MentionId(f"source {span.start} {span.end}"), span, form, kind, None, name)
    if not added:
        return reading
    return replace(reading, mentions=tuple(sorted((*reading.mentions, *added.values()), key=_place)))


def _place(mention: Mention) -> tuple[Span, Span]:
    return mention.span, mention.head or mention.span


class _Lookup:
    """Mentions by place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [mention.span.start for mention in mentions]

    def inside(self, span: Span) -> list[int]:
        """Places in the list of the mentions that lie in a span, in text order."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [at for at in range(first, last) if span.contains(self._mentions[at].span)]

    def is_group(self, text: str, span: Span) -> bool:
        """Whether a span holds nothing but several names and what joins them."""
        return bool(parts(text, self._mentions, self._starts, span))

    def source(self, source: Sequence[Span]) -> int | None:
        """The mention that a source is: the first in it, and of those that begin together the longest."""
        for span in source:
            inside = self.inside(span)
            if inside:
                first = self._mentions[inside[0]].span.start
                beginning = [at for at in inside if self._mentions[at].span.start == first]
                return max(beginning, key=lambda at: (self._mentions[at].span.end, self._mentions[at].name is not None))
        return None


def _join_speakers(
    reading: Reading, found: Sequence[Cluster], of: dict[int, int], sources: dict[str, int]
) -> None:
    """"I" in a direct quotation is whoever is quoted."""
    lookup = _Lookup(reading.mentions)
    text = reading.document.text
    # Inner quotations come later and overrule outer ones.
    for attribution in reading.attributions:
        if attribution.quotation is not Quotation.DIRECT or attribution.id not in sources:
            continue
        speaker = sources[attribution.id]
        for span in attribution.content:
            for at in lookup.inside(span):
                mention = reading.mentions[at]
                if mention.form is MentionForm.PRONOUN and mention.span.of(text).lower() in _SPEAKER:
                    if at in of:
                        found[of[at]].members.remove(at)
                    found[speaker].members.append(at)
                    of[at] = speaker


@dataclass(slots=True)
class _Result:
    """Turns clusters into entities with ids in text order."""

    _reading: Reading
    _clusters: Sequence[Cluster]
    _of: dict[int, int]
    _sources: dict[str, int]
    _described_as: dict[int, set[SourceKind]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        text = self._reading.document.text
        for attribution in self._reading.attributions:
            number = self._sources.get(attribution.id)
            if number is not None and not is_pronoun(cover(attribution.source).of(text)):
                self._described_as[number].add(attribution.source_kind)

    def reading(self) -> Reading:
        quoted = set(self._sources.values())
        kept = [n for n, cluster in enumerate(self._clusters) if cluster.members and (cluster.named or n in quoted)]
        kept.sort(key=lambda n: min(self._reading.mentions[at].span for at in self._clusters[n].members))
        ids = {number: EntityId(f"e{place}") for place, number in enumerate(kept, 1)}
        all_ = enumerate(self._reading.mentions)
        shown = [at for at, mention in all_ if self._of.get(at) in ids or mention.name is not None]
        numbers = {at: MentionId(f"m{place}") for place, at in enumerate(shown, 1)}
        mentions = tuple(
            replace(
                self._reading.mentions[at],
                id=numbers[at],
                entity=ids.get(self._of[at]) if at in self._of else None,
                type=self._clusters[self._of[at]].type if self._of.get(at) in ids else self._reading.mentions[at].type,
            )
            for at in shown
        )
        attributions = tuple(self._attribution(item, ids) for item in self._reading.attributions)
        linked = replace(self._reading, mentions=mentions, attributions=attributions, antecedents=())
        describer = Describer(linked, {ids[n]: self._clusters[n] for n in kept}, numbers, ids)
        return replace(linked, entities=tuple(describer.entity(ids[number]) for number in kept))

    def _attribution(self, attribution: Attribution, ids: dict[int, EntityId]) -> Attribution:
        number = self._sources.get(attribution.id)
        if number is None:
            if attribution.source:
                said = cover(attribution.source).of(self._reading.document.text)
                reason = f"who is meant by “{said}” cannot be told from the text"
                return replace(attribution, reasons=(*attribution.reasons, reason))
            return attribution
        cluster = self._clusters[number]
        kind = self._kind(attribution, cluster)
        reasons = attribution.reasons
        if kind is not attribution.source_kind and cluster.named:
            name = next((m.name for at in cluster.members if (m := self._reading.mentions[at]).name is not None), None)
            if name is not None:
                reasons = (*reasons, f"stands for “{name.of(self._reading.document.text)}”")
        return replace(attribution, source_entity=ids[number], source_kind=kind, reasons=reasons)

    def _kind(self, attribution: Attribution, cluster: Cluster) -> SourceKind:
        """The kind of a source: a pronoun or a description has the kind of what it stands for."""
        kind = attribution.source_kind
        pronoun = is_pronoun(cover(attribution.source).of(self._reading.document.text))
        if cluster.named:
            if cluster.type is MentionType.PERSON and kind is not SourceKind.DOCUMENT:
                return SourceKind.NAMED_PERSON
            if cluster.type is MentionType.WORK and pronoun:
                return SourceKind.DOCUMENT
            if cluster.type in (MentionType.ORGANIZATION, MentionType.GEOPOLITICAL) and (
                pronoun or kind is SourceKind.UNNAMED_GROUP
            ):
                return SourceKind.NAMED_ORGANIZATION
            return kind
        if not pronoun:
            return kind
        if cluster.type is MentionType.WORK:
            return SourceKind.DOCUMENT
        others = self._described_as[self._sources[attribution.id]]
        return next(iter(others)) if len(others) == 1 else kind
