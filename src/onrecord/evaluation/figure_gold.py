"""Gold texts for quantities and dates: TOML files, spans given by their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.errors import BadInput
from onrecord.evaluation.places import Entry, entries, twice
from onrecord.types import Change, Granularity, Interval, Span

_QUANTITY = frozenset("s n value low high unit norm modifier as_of from to".split())
_DATE = frozenset("s n value granularity".split())
_TEXT = frozenset("id field published text quantities dates".split())


@dataclass(frozen=True, slots=True)
class GoldQuantity:
    """One quantity as people marked it; the fields are those of :class:`onrecord.types.Quantity`."""

    span: Span
    low: float | None
    high: float | None
    unit: str | None = None
    norm: str | None = None
    modifier: str | None = None
    as_of: str | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class GoldDate:
    """One expression of time as people marked it."""

    span: Span
    value: str | None
    granularity: Granularity | None


@dataclass(frozen=True, slots=True)
class FigureText:
    """One text with all its quantities and dates."""

    id: str
    text: str
    published: date
    quantities: tuple[GoldQuantity, ...]
    dates: tuple[GoldDate, ...]


def texts(folder: Path, split: str | None = None) -> Iterator[FigureText]:
    """The gold texts of a folder, or of its part ``split``.

    Raises:
        BadInput: the folder holds no gold, or gold that its texts do not hold.
    """
    for entry in entries(folder, split):
        yield marked(entry, entry.raw)


def annotated_twice(folder: Path) -> Iterator[tuple[FigureText, FigureText]]:
    """The texts that were annotated twice: first and second labels.

    Raises:
        BadInput: as :func:`texts`, or the folder holds no second annotation.
    """
    for entry, labels in twice(folder):
        yield marked(entry, entry.raw), marked(entry, labels)


def marked(entry: Entry, labels: Mapping[str, Any]) -> FigureText:
    """The text of ``entry`` with the labels of another table: its own, or a second annotator's.

    Raises:
        BadInput: as :func:`texts`.
    """
    _known(entry, labels, _TEXT)
    try:
        published = date.fromisoformat(str(entry.raw.get("published")))
    except ValueError as error:
        problem = f"{entry.file}: text {entry.id} does not say when it was published."
        raise BadInput(problem, 'Give it a line like published = "2024-03-14".') from error
    return FigureText(
        id=entry.id,
        text=entry.text,
        published=published,
        quantities=tuple(_quantity(entry, raw) for raw in labels.get("quantities", ())),
        dates=tuple(_date(entry, raw) for raw in labels.get("dates", ())),
    )


def _quantity(entry: Entry, raw: Mapping[str, Any]) -> GoldQuantity:
    _known(entry, raw, _QUANTITY)
    interval = _interval(raw.get("value", raw))
    change = Change(_interval(raw["from"]), _interval(raw["to"])) if "from" in raw and "to" in raw else None
    return GoldQuantity(
        span=_span(entry, raw),
        low=interval.low,
        high=interval.high,
        unit=raw.get("unit"),
        norm=raw.get("norm"),
        modifier=raw.get("modifier"),
        as_of=raw.get("as_of"),
        change=change,
    )


def _date(entry: Entry, raw: Mapping[str, Any]) -> GoldDate:
    _known(entry, raw, _DATE)
    granularity = raw.get("granularity")
    try:
        return GoldDate(
            _span(entry, raw), raw.get("value"), None if granularity is None else Granularity(granularity)
        )
    except ValueError as error:
        problem = f"{entry.file}: text {entry.id} has a date of granularity “{granularity}”, which there is not."
        raise BadInput(problem, f"Take one of {', '.join(Granularity)}.") from error


def _interval(raw: object) -> Interval:
    if isinstance(raw, Mapping):
        return Interval(_number(raw.get("low")), _number(raw.get("high")))
    return Interval(_number(raw), _number(raw))


def _number(raw: object) -> float | None:
    return float(raw) if isinstance(raw, int | float) else None


def _span(entry: Entry, raw: Mapping[str, Any]) -> Span:
    given = {"s": raw["s"], "n": raw["n"]} if "n" in raw else raw["s"]
    return entry.spans(given)[0]


def _known(entry: Entry, raw: Mapping[str, Any], keys: frozenset[str]) -> None:
    unknown = sorted(set(raw) - keys)
    if unknown:
        problem = f"{entry.file}: text {entry.id} has “{unknown[0]}”, which is no key of this gold."
        raise BadInput(problem, f"Use only {', '.join(sorted(keys))}.")
