"""Entity metrics: bare names found, exactly and partly, with and without their type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.evaluation.entity_gold import EntityText
from onrecord.evaluation.mentions import bare, is_name
from onrecord.evaluation.spans import Counts
from onrecord.types import Mention, MentionForm, MentionType, Span


@dataclass(slots=True)
class NameScores:
    """Sums over texts.

    Attributes:
        exact: bare names right from the first letter to the last, whatever their type.
        typed: those whose type is right too.
        partial: names by the share of them that is found (Pareti 2015), whatever their type.
        of_type: ``typed`` for the names of one type; a name whose gold allows several counts for each of them.
    """

    exact: Counts = field(default_factory=Counts)
    typed: Counts = field(default_factory=Counts)
    partial: Counts = field(default_factory=Counts)
    of_type: dict[MentionType, Counts] = field(default_factory=lambda: defaultdict(Counts))

    def add(self, gold: EntityText, mentions: Iterable[Mention]) -> None:
        """Count one text.

        Names inside longer names ("Norwegian" in "Norwegian Football Federation") and demonyms are neither asked for
        nor wrong: schemes differ on them.
        """
        asked, optional = _asked(gold)
        named = [mention for mention in mentions if is_name(mention)]
        found = {bare(gold.text, mention.name or mention.span): mention.type for mention in named}
        counted = {span: kind for span, kind in found.items() if span in asked or span not in optional}
        right = [span for span in counted if span in asked]
        typed = [span for span in right if counted[span] in asked[span]]
        self.exact.add(len(right), len(counted), len(right), len(asked))
        self.typed.add(len(typed), len(counted), len(typed), len(asked))
        self.partial.add(
            sum(_share(span, asked) for span in counted), len(counted),
            sum(_share(span, counted) for span in asked), len(asked),
        )  # fmt: skip
        for kind in MentionType:
            hits = [span for span in typed if counted[span] is kind]
            allowed = [span for span in asked if kind in asked[span]]
            if allowed or kind in counted.values():
                predicted = sum(given is kind for given in counted.values())
                self.of_type[kind].add(len(hits), predicted, len(hits), len(allowed))


def _asked(gold: EntityText) -> tuple[dict[Span, frozenset[MentionType]], set[Span]]:
    """The names of a text that a reader should find, with their types, and those that it may find."""
    names: dict[Span, frozenset[MentionType]] = {}
    optional: set[Span] = set()
    for entity in gold.entities:
        for mention in entity.mentions:
            if mention.name is not None:
                names[bare(gold.text, mention.name)] = entity.types
            elif mention.form is MentionForm.ADJECTIVE:
                optional.add(bare(gold.text, mention.span))
    inner = {span for span in names if any(other != span and other.contains(span) for other in names)}
    return {span: types for span, types in names.items() if span not in inner}, optional | inner


def _share(span: Span, others: Iterable[Span]) -> float:
    common = (min(span.end, other.end) - max(span.start, other.start) for other in others)
    return sum(length for length in common if length > 0) / len(span)
