"""Gold texts for stances: TOML files, spans given by their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import BadInput
from onrecord.evaluation.places import Entry, entries, twice
from onrecord.types import Span, StanceKind

_STANCE = frozenset("source source_is cue words kind toward toward_is reaches optional".split())
_TEXT = frozenset("id field published text stance".split())


@dataclass(frozen=True, slots=True)
class GoldStance:
    """How a source stands to what another said, as people marked it.

    Attributes:
        source: the words for who takes the stance.
        source_elsewhere: other words of the text for the same source, or for the body it speaks for.
        toward: the words that name the source or document all of whose statements are meant, wherever they stand;
            empty where the stance is aimed at single statements.
        reaches: the contents, or the parts of contents, that it reaches.
        words: what takes the stance where the cue alone does not ("the claim was untrue").
        optional: careful people may differ; counts neither for nor against.
    """

    kind: StanceKind
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    reaches: tuple[Span, ...]
    source_elsewhere: tuple[Span, ...] = ()
    toward: tuple[Span, ...] = ()
    words: tuple[Span, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class StanceText:
    """One text of the gold set.

    Attributes:
        published: ISO date that its relative dates resolve against.
    """

    id: str
    field: str
    published: str
    text: str
    stances: tuple[GoldStance, ...]


def texts(folder: Path, split: str | None = None) -> Iterator[StanceText]:
    """Every text of a folder, or of its part ``split``.

    Raises:
        BadInput: a file is not TOML, an unknown key stands in it, or words that its text does not hold.
    """
    for entry in entries(folder, split):
        yield marked(entry, entry.raw)


def annotated_twice(folder: Path) -> Iterator[tuple[StanceText, StanceText]]:
    """The texts that were annotated twice: first and second labels.

    Raises:
        BadInput: as :func:`texts`, or the folder holds no second annotation.
    """
    for entry, labels in twice(folder):
        yield marked(entry, entry.raw), marked(entry, labels)


def marked(entry: Entry, labels: Mapping[str, Any]) -> StanceText:
    """The text of ``entry`` with the labels of another table: its own, or a second annotator's.

    Raises:
        BadInput: as :func:`texts`.
    """
    _known(entry, labels, _TEXT)
    stances = tuple(_stance(entry, item) for item in labels.get("stance", []))
    return StanceText(entry.id, str(entry.raw["field"]), str(entry.raw["published"]), entry.text, stances)


def _stance(entry: Entry, item: Mapping[str, Any]) -> GoldStance:
    _known(entry, item, _STANCE)
    return GoldStance(
        kind=StanceKind(item["kind"]),
        source=entry.spans(item["source"]),
        cue=entry.spans(item["cue"]),
        reaches=entry.spans(item["reaches"]),
        source_elsewhere=entry.spans(item.get("source_is")),
        toward=(*entry.spans(item.get("toward")), *entry.spans(item.get("toward_is"))),
        words=entry.spans(item.get("words")),
        optional=item.get("optional", False),
    )


def _known(entry: Entry, item: Mapping[str, Any], keys: frozenset[str]) -> None:
    unknown = sorted(set(item) - keys)
    if unknown:
        problem = f"{entry.file}: text {entry.id} has the unknown key “{unknown[0]}”."
        raise BadInput(problem, f"Use {', '.join(sorted(keys))}.")
