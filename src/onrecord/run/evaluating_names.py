"""Linking against gold pairs of names: each pair alone, on a list with one entry and in a text of one name."""

from __future__ import annotations

from pathlib import Path

from onrecord.evaluation.names import Answered, NamePair, pairs
from onrecord.linking.watchlists.entries import EntryType, NameQuality, WatchEntry, WatchList, WatchName
from onrecord.linking.watchlists.index import build
from onrecord.linking.watchlists.link_entities import link_entities
from onrecord.run.evaluating import plain_document
from onrecord.types import Entity, EntityId, Mention, MentionForm, MentionId, MentionType, ModelVersion, Reading, Span


def evaluate_name_pairs(file: Path, split: str | None = None) -> tuple[Answered, ...]:
    """Answer every pair of a table, or of one of its halves.

    No list around an entry tells here which names are common, and no text tells more than the name.

    Raises:
        BadInput: the file is not a table of name pairs.
    """
    return tuple(Answered(pair, _linked(pair)) for pair in pairs(file) if split in {None, pair.split})


def _linked(pair: NamePair) -> bool:
    qualities = [NameQuality.LOW if name in pair.weak else NameQuality.ALSO for name in pair.listed]
    names = [WatchName(name, quality) for name, quality in zip(pair.listed, qualities, strict=True)]
    names[0] = WatchName(pair.listed[0], NameQuality.PRIMARY)
    index = build(WatchList("gold", (WatchEntry(pair.id, EntryType(pair.listed_type), tuple(names)),)))
    links = link_entities(only_name(pair.written, MentionType(pair.written_type)), (index,))
    return any(link.certain for found in links.values() for link in found)


def only_name(name: str, kind: MentionType) -> Reading:
    """A reading of a text that is one name."""
    mention = Mention(MentionId("m1"), Span(0, len(name)), MentionForm.NAME, kind, EntityId("e1"))
    entity = Entity(EntityId("e1"), name, kind, (mention.id,))
    return Reading(plain_document(name), (), (mention,), (entity,), None, ModelVersion("none"))
