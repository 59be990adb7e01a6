"""What one document adds to the questions across documents. Pure: rows in, rows out.

An appearance says of one entity in one document which statements are about it and which it is the source of. What a
person rejected adds nothing; what is undecided does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Table

from onrecord.ledger import tables
from onrecord.ledger.codes import SOURCES
from onrecord.ledger.keys import digest
from onrecord.ledger.packing import pack_numbers, unpack_numbers
from onrecord.ledger.verdict_kinds import Standing
from onrecord.types import SourceKind

AnyMapping = Mapping[str, Any]

_AUTHOR: Final = SOURCES.number(SourceKind.AUTHOR)
NO_FIGURE: Final = frozenset({"year-old"})
"""Units of what is a number and no figure: ages."""


@dataclass(slots=True)
class Appearance:
    """One entity in one document.

    Attributes:
        about, said: numbers of statements about it and by it.
        voiced: of the document's publisher, numbers of the statements in its own voice.
        about_acts, said_acts: one bit for each act of these, the publisher's own voice being among what is said.
    """

    about: list[int] = field(default_factory=list)
    said: list[int] = field(default_factory=list)
    voiced: list[int] = field(default_factory=list)
    about_acts: int = 0
    said_acts: int = 0


@dataclass(slots=True)
class Index:
    """What one document adds.

    Attributes:
        appearances: by entity.
        quantities, commitments, stances: values for the columns that tell who and where, by key of the row.
        acts: one bit for each act of its statements.
    """

    appearances: dict[int, Appearance]
    quantities: dict[int, dict[str, int | None]]
    commitments: dict[int, dict[str, int | None]]
    stances: dict[int, dict[str, int | None]]
    acts: int


def index(
    place: int,
    publisher: int | None,
    publics: Mapping[int, int],
    rows: Mapping[Table, Sequence[AnyMapping]],
) -> Index:
    """What a document adds to the questions across documents.

    Args:
        place: where it stands in every list.
        publisher: who publishes the document is in the ledger; the source of what it says in its own voice.
        publics: the public numbers of the entities of the ledger.
        rows: of its entities, each with who it is in the ledger, its attributions, statements, quantities,
            commitments and stances, in the order of their keys.
    """
    entities, attributions = rows[tables.document_entities], rows[tables.attributions]
    who: dict[int, int] = {row["number"]: row["entity"] for row in entities if row["entity"] is not None}
    body = {row["number"]: (row["affiliation"], *unpack_numbers(row["members"])) for row in entities}
    told = {row["number"]: row for row in attributions}
    found = {entity: Appearance() for entity in who.values()}
    if publisher is not None:
        found[publisher] = Appearance()
    quoted: dict[int, AnyMapping] = {}
    acts = 0
    for row in rows[tables.statements]:
        attribution = told[row["attribution"]]
        if Standing.REJECTED in (row["standing"], attribution["standing"]):
            continue
        act = 1 << (attribution["act"] or 0)
        acts |= act
        for entity in _known(who, unpack_numbers(row["entities"])):
            found[entity].about.append(row["number"])
            found[entity].about_acts |= act
        for entity in _known(who, _speakers(attribution, body)):
            found[entity].said.append(row["number"])
            found[entity].said_acts |= act
        if publisher is not None and attribution["source_kind"] == _AUTHOR:
            found[publisher].voiced.append(row["number"])
            found[publisher].said_acts |= act
        for quantity in unpack_numbers(row["quantities"]):
            quoted.setdefault(quantity, attribution)
    live = {number for number, row in told.items() if row["standing"] != Standing.REJECTED}
    speakers = {row["number"]: f"unnamed {row['name']}" for row in entities}
    speakers |= {number: f"entity {publics[entity]}" for number, entity in who.items()}
    voice = f"document {place}" if publisher is None else f"entity {publics[publisher]}"
    figures = _Figures(place, voice, who, publics, speakers)
    return Index(
        found,
        {row["number"]: figures.values(row, quoted.get(row["number"])) for row in rows[tables.quantities]},
        {
            row["attribution"]: {
                "giver": who.get(row["by"]), "taker": who.get(row["to"]),
                "place": place if row["attribution"] in live else None,
            }
            for row in rows[tables.commitments]
        },
        {
            row["number"]: {
                "taker": who.get(told[row["attribution"]]["source_entity"] if row["by"] is None else row["by"]),
                "target": who.get(row["toward"]),
                "place": place if row["attribution"] in live else None,
            }
            for row in rows[tables.stances]
        },
        acts,
    )  # fmt: skip


def _known(who: Mapping[int, int], numbers: Iterable[int | None]) -> Iterable[int]:
    """The entities of the ledger for entities of the document, each once."""
    return dict.fromkeys(who[number] for number in numbers if number is not None and number in who)


def _speakers(attribution: AnyMapping, body: Mapping[int, tuple[int | None, ...]]) -> tuple[int | None, ...]:
    """Whose word an attribution is: its source, the body it belongs to, each of several who speak together, and an
    implied source.
    """
    source = attribution["source_entity"]
    return source, *(() if source is None else body[source]), attribution["context_source"]


@dataclass(frozen=True, slots=True)
class _Figures:
    """Makes figures of the quantities of one document."""

    place: int
    publisher: str
    who: Mapping[int, int]
    publics: Mapping[int, int]
    speakers: Mapping[int, str]

    def values(self, row: AnyMapping, attribution: AnyMapping | None) -> dict[str, int | None]:
        """Whether a quantity is a figure, about whom, and which: one value of one source is one figure."""
        if attribution is None or row["unit"] in NO_FIGURE:
            return {"about": None, "place": None, "figure": None}
        about = self.who.get(row["entity"])
        source = attribution["source_entity"]
        thing = f"document {self.place}" if about is None else f"entity {self.publics[about]}"
        unit = (row["unit_norm"] or row["unit"] or "").casefold()
        bounds = row["change"] or " ".join("" if end is None else repr(float(end)) for end in (row["low"], row["high"]))
        speaker = self.publisher if source is None else self.speakers[source]
        key = digest("figure", thing, bounds, unit, row["as_of"] or "", speaker)
        return {"about": about, "place": self.place, "figure": key}


def appearance_rows(document: int, place: int, found: Index) -> list[dict[str, object]]:
    """Rows of ``appearances``, ordered by entity, so that writers touch the table in one direction."""
    return [
        {
            "entity": entity, "place": place, "document": document,
            "about": pack_numbers(_steps(one.about)), "said": pack_numbers(_steps(one.said)),
            "voiced": pack_numbers(_steps(one.voiced)),
            "about_acts": one.about_acts, "said_acts": one.said_acts,
        }
        for entity, one in sorted(found.appearances.items())
    ]  # fmt: skip


def _steps(numbers: Sequence[int]) -> list[int]:
    """Rising numbers as the steps between them, which pack into a byte each."""
    return [number - before for before, number in zip((0, *numbers), numbers, strict=False)]


def unpack_steps(packed: bytes) -> list[int]:
    """The rising numbers of an appearance."""
    at = 0
    return [at := at + step for step in unpack_numbers(packed)]

