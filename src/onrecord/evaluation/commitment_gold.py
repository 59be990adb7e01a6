"""Gold texts for commitments and conduct: TOML files, spans given by their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import BadInput
from onrecord.evaluation.places import Entry, entries, twice
from onrecord.types import CommitmentKind, ConductRelation, Span

_COMMITMENT = frozenset(
    "cue kind by by_is to to_is what exchange instrument date deadline met optional".split()
)  # fmt: skip
_CONDUCT = frozenset("commitment sentence relation words optional".split())
_TEXT = frozenset("id field published text commitment conduct".split())


@dataclass(frozen=True, slots=True)
class Party:
    """Who is bound, who demands, or to whom it is given or put.

    Attributes:
        here: the words beside the cue, a pronoun perhaps; several where several parties are named; none where the
            party is only implied.
        elsewhere: other words of the text for the same party, or for the body it speaks for.
    """

    here: tuple[Span, ...]
    elsewhere: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldCommitment:
    """One pledge or demand as people marked it.

    Attributes:
        cue: the words that report it.
        instrument: the words for the agreement or order that it stands in.
        date, deadline: TIMEX3 values of when it was given and by when it is to be done; any of them is right.
        met: whether it was kept or met, where the text says so.
        optional: careful people may differ; counts neither for nor against.
    """

    kind: CommitmentKind
    cue: tuple[Span, ...]
    what: tuple[Span, ...]
    by: Party | None = None
    to: Party | None = None
    exchange: tuple[Span, ...] = ()
    instrument: Span | None = None
    date: tuple[str, ...] = ()
    deadline: tuple[str, ...] = ()
    met: bool | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldConduct:
    """Words that say that a commitment was kept or broken.

    Attributes:
        commitment: the place, from 0, of the commitment among those of its text.
        sentence: what was done or left undone.
        words: the words that draw the link.
    """

    commitment: int
    sentence: tuple[Span, ...]
    relation: ConductRelation
    words: tuple[Span, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class CommitmentText:
    """One text of the gold set.

    Attributes:
        published: ISO date that its relative dates resolve against.
    """

    id: str
    field: str
    published: str
    text: str
    commitments: tuple[GoldCommitment, ...]
    conduct: tuple[GoldConduct, ...]


def texts(folder: Path, split: str | None = None) -> Iterator[CommitmentText]:
    """Every text of a folder, or of its part ``split``.

    Raises:
        BadInput: a file is not TOML, an unknown key or label stands in it, or words that its text does not hold.
    """
    for entry in entries(folder, split):
        yield marked(entry, entry.raw)


def annotated_twice(folder: Path) -> Iterator[tuple[CommitmentText, CommitmentText]]:
    """The texts that were annotated twice: first and second labels.

    Raises:
        BadInput: as :func:`texts`, or the folder holds no second annotation.
    """
    for entry, labels in twice(folder):
        yield marked(entry, entry.raw), marked(entry, labels)


def marked(entry: Entry, labels: Mapping[str, Any]) -> CommitmentText:
    """The text of ``entry`` with the labels of another table: its own, or a second annotator's.

    Raises:
        BadInput: as :func:`texts`.
    """
    _known(entry, labels, _TEXT)
    commitments = tuple(_commitment(entry, item) for item in labels.get("commitment", []))
    conduct = tuple(_conduct(entry, item, len(commitments)) for item in labels.get("conduct", []))
    published = str(entry.raw["published"])
    return CommitmentText(entry.id, str(entry.raw["field"]), published, entry.text, commitments, conduct)


def _commitment(entry: Entry, item: Mapping[str, Any]) -> GoldCommitment:
    _known(entry, item, _COMMITMENT)
    instrument = entry.spans(item.get("instrument"))
    return GoldCommitment(
        kind=CommitmentKind(item["kind"]),
        cue=entry.spans(item["cue"]),
        what=entry.spans(item["what"]),
        by=_party(entry, item, "by"),
        to=_party(entry, item, "to"),
        exchange=entry.spans(item.get("exchange")),
        instrument=instrument[0] if instrument else None,
        date=_values(item.get("date")),
        deadline=_values(item.get("deadline")),
        met=item.get("met"),
        optional=item.get("optional", False),
    )


def _values(given: str | list[str] | None) -> tuple[str, ...]:
    return () if given is None else (given,) if isinstance(given, str) else tuple(given)


def _party(entry: Entry, item: Mapping[str, Any], role: str) -> Party | None:
    here = entry.spans(item.get(role))
    elsewhere = entry.spans(item.get(f"{role}_is"))
    return Party(here, elsewhere) if here or elsewhere else None


def _conduct(entry: Entry, item: Mapping[str, Any], commitments: int) -> GoldConduct:
    _known(entry, item, _CONDUCT)
    if not 1 <= item["commitment"] <= commitments:
        problem = f"{entry.file}: text {entry.id} has no commitment {item['commitment']}."
        raise BadInput(problem, "Count the commitments of the text from 1.")
    return GoldConduct(
        commitment=item["commitment"] - 1,
        sentence=entry.spans(item["sentence"]),
        relation=ConductRelation(item["relation"]),
        words=entry.spans(item["words"]),
        optional=item.get("optional", False),
    )


def _known(entry: Entry, item: Mapping[str, Any], keys: frozenset[str]) -> None:
    unknown = sorted(set(item) - keys)
    if unknown:
        problem = f"{entry.file}: text {entry.id} has the unknown key “{unknown[0]}”."
        raise BadInput(problem, f"Use {', '.join(sorted(keys))}.")
