"""Gold texts for acts, statements, certainty, polarity, time and roles: TOML files, spans given by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from onrecord.errors import BadInput
from onrecord.evaluation.places import Entry, entries, twice
from onrecord.types import Act, Certainty, Polarity, ReporterStance, Roles, Span, Time

_TEXT = frozenset("id field register text attribution".split())
_ATTRIBUTION = frozenset("author source cue content act reporter_stance parent statements".split())
_STATEMENT = frozenset("words shared certainty polarity time subject predicate object deciding".split())
_Label = TypeVar("_Label", bound=Enum)


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One statement as people marked it.

    Attributes:
        words: its pieces, in text order.
        shared: spans outside its pieces that it has in common with another statement or with a source: a subject, an
            antecedent.
        deciding: the words for which it is not certain, or not positive.
    """

    words: tuple[Span, ...]
    shared: tuple[Span, ...]
    certainty: Certainty
    polarity: Polarity
    time: Time
    roles: Roles
    deciding: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class LabeledAttribution:
    """One attribution, or a stretch of the author's voice, with its labels.

    Attributes:
        cue: empty for the author's voice, which has neither act nor reporter's stance.
        parent: the place, from 0, of the one in whose content it stands.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    statements: tuple[GoldStatement, ...]
    act: Act | None = None
    reporter_stance: ReporterStance | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class StatementText:
    """One text of the gold set."""

    id: str
    field: str
    register: str
    text: str
    attributions: tuple[LabeledAttribution, ...]


def texts(folder: Path, split: str | None = None) -> Iterator[StatementText]:
    """Every text of a folder, or of its part ``split``.

    Raises:
        BadInput: a file is not TOML, an unknown key or label stands in it, or words that its text does not hold.
    """
    for entry in entries(folder, split):
        yield marked(entry, entry.raw)


def annotated_twice(folder: Path) -> Iterator[tuple[StatementText, StatementText]]:
    """The texts that were annotated twice: first and second labels.

    Raises:
        BadInput: as :func:`texts`, or the folder holds no second annotation.
    """
    for entry, labels in twice(folder):
        yield marked(entry, entry.raw), marked(entry, labels)


def marked(entry: Entry, labels: Mapping[str, Any]) -> StatementText:
    """The text of ``entry`` with the labels of another table: its own, or a second annotator's.

    Raises:
        BadInput: as :func:`texts`.
    """
    _known(entry, labels, _TEXT)
    attributions = tuple(_attribution(entry, item) for item in labels.get("attribution", []))
    return StatementText(entry.id, str(entry.raw["field"]), str(entry.raw["register"]), entry.text, attributions)


def _attribution(entry: Entry, item: Mapping[str, Any]) -> LabeledAttribution:
    _known(entry, item, _ATTRIBUTION)
    by_author = bool(item.get("author", False))
    cue = entry.spans(item.get("cue"))
    if by_author is bool(cue) or by_author is ("act" in item):
        problem = f"{entry.file}: an attribution of text {entry.id} has no cue and act, or the author's voice has."
        raise BadInput(problem, "Give it a cue and an act, or 'author = true' and neither.")
    return LabeledAttribution(
        source=entry.spans(item.get("source")),
        cue=cue,
        content=entry.spans(item["content"]),
        statements=tuple(_statement(entry, one, cue) for one in item.get("statements", [])),
        act=None if by_author else _label(entry, Act, item["act"]),
        reporter_stance=None if by_author else _label(entry, ReporterStance, item["reporter_stance"]),
        parent=item["parent"] - 1 if "parent" in item else None,
    )


def _statement(entry: Entry, item: Mapping[str, Any], cue: tuple[Span, ...]) -> GoldStatement:
    _known(entry, item, _STATEMENT)
    words, shared = entry.spans(item["words"]), entry.spans(item.get("shared"))
    where = (*words, *shared, *cue)
    subject, predicate, object_ = (
        _inside(entry, item[role], where) if role in item else None for role in ("subject", "predicate", "object")
    )
    return GoldStatement(
        words=words,
        shared=shared,
        certainty=_label(entry, Certainty, item["certainty"]),
        polarity=_label(entry, Polarity, item["polarity"]),
        time=_label(entry, Time, item["time"]),
        roles=Roles(subject, predicate, object_),
        deciding=tuple(_inside(entry, one, where) for one in item.get("deciding", [])),
    )


def _inside(entry: Entry, given: object, where: tuple[Span, ...]) -> Span:
    """Where words stand that were not numbered: first in the statement, then in its cue, then anywhere."""
    if isinstance(given, str):
        found = re.compile(rf"(?<!\w){re.escape(given)}(?!\w)")
        for span in where:
            match = found.search(entry.text, span.start, span.end)
            if match:
                return Span(match.start(), match.end())
    return entry.spans(given)[0]


def _label(entry: Entry, kind: type[_Label], given: object) -> _Label:
    try:
        return kind(given)
    except ValueError:
        problem = f"{entry.file}: text {entry.id} has the unknown label “{given}”."
        raise BadInput(problem, f"Use {', '.join(item.value for item in kind)}.") from None


def _known(entry: Entry, item: Mapping[str, Any], keys: frozenset[str]) -> None:
    unknown = sorted(set(item) - keys)
    if unknown:
        problem = f"{entry.file}: text {entry.id} has the unknown key “{unknown[0]}”."
        raise BadInput(problem, f"Use {', '.join(sorted(keys))}.")
