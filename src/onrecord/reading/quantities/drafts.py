"""A quantity while it is being read: its words, interval and unit."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.quantities.units import Unit
from onrecord.types import Change


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity by its words.

    Attributes:
        first, end: all its words, modifier and unit included; ``end`` is not.
        number: the first word of the number itself, or of the sign of money before it.
        tail: behind the last word of the number and its unit, whatever stands between the two included.
        low, high: the interval as the modifier leaves it.
        plain: the bounds without the modifier.
        fraction: a share, not a number of things.
    """

    first: int
    end: int
    number: int
    tail: int
    low: float | None
    high: float | None
    plain: tuple[float, float]
    unit: Unit | None = None
    modifier: str | None = None
    fraction: bool = False
    magnitude: float = 1
    change: Change | None = None

    @property
    def norm(self) -> str | None:
        """The normal form of the unit."""
        if self.fraction:
            return "fraction"
        return None if self.unit is None else self.unit.norm
