"""Chains: from the publisher inward to the source of each attribution."""

from __future__ import annotations

from dataclasses import replace

from onrecord.types import Attribution, ChainLink, EntityId, LinkKind, Reading, SourceKind, cover


def with_chains(reading: Reading) -> Reading:
    """The reading with a chain on every attribution.

    In order: the page's publisher; the publisher whose reporting the page carries, where it says so; the sources
    of the attributions around this one; the context source, marked as implied; and the attribution's own source.
    """
    by_id = {attribution.id: attribution for attribution in reading.attributions}
    names = {entity.id: entity.name for entity in reading.entities}
    documents = {
        attribution.source_entity
        for attribution in reading.attributions
        if attribution.source_kind is SourceKind.DOCUMENT
    }
    outer = [ChainLink(reading.document.metadata.publisher, LinkKind.PUBLISHER)]
    if reading.echo is not None:
        words = reading.echo.spans[0]
        outer.append(
            ChainLink(reading.echo.of, LinkKind.NAMED_ORGANIZATION, cue=reading.echo.kind.value, span=words)
        )
    text = reading.document.text

    def link(attribution: Attribution) -> ChainLink:
        span = cover(attribution.source) if attribution.source else None
        return ChainLink(
            name=span.of(text) if span else None,
            kind=LinkKind(attribution.source_kind.value),
            entity=attribution.source_entity,
            cue=attribution.cue[0].of(text) if attribution.cue else None,
            span=span,
            certainty=attribution.certainty,
        )

    def implied(entity: EntityId) -> ChainLink:
        kind = LinkKind.DOCUMENT if entity in documents else LinkKind.UNSPECIFIED
        return ChainLink(names[entity], kind, entity=entity, implied=True)

    def chain(attribution: Attribution) -> tuple[ChainLink, ...]:
        inward: list[ChainLink] = []
        step: Attribution | None = attribution
        while step is not None:
            if step.source_kind is not SourceKind.AUTHOR:
                inward.append(link(step))
            if step.context_source is not None:
                inward.append(implied(step.context_source))
            step = by_id[step.parent] if step.parent is not None else None
        return (*outer, *reversed(inward))

    return replace(
        reading, attributions=tuple(replace(item, chain=chain(item)) for item in reading.attributions)
    )
