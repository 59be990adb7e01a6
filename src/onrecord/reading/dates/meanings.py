"""What expressions of time mean, before they are resolved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from onrecord.types import Granularity


class Anchor(Enum):
    """What an expression is reckoned from: the date of publication, or the date last spoken of."""

    SPEECH = 0
    NARRATIVE = 1


class Period(Enum):
    """A unit of the calendar, by its TIMEX3 letter."""

    SECOND = "S"
    MINUTE = "MI"
    HOUR = "H"
    DAY = "D"
    NIGHT = "N"
    WEEK = "W"
    FORTNIGHT = "F"
    MONTH = "M"
    QUARTER = "Q"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month; ``month`` is ``None`` for "the 16th"."""

    year: int | None
    month: int | None
    day: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month."""

    year: int | None
    month: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a year as TIMEX3 writes it: "Q2", "H1", "SU"; ``shift`` as in :class:`Weekday`."""

    year: int | None
    part: str
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday is 0); ``shift`` is -1 for "last", 0 for "this", 1 for "next"."""

    weekday: int
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many periods before or after something: "two years ago", "last month", "the next day".

    Attributes:
        amount: ``None`` for an unknown number ("years later").
    """

    period: Period
    amount: int | None
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class ShiftedMonth:
    """A month of the year before, of this or the next: "last March", "this past June"."""

    month: int
    shift: int


@dataclass(frozen=True, slots=True)
class Weekend:
    """A weekend; ``shift`` as in :class:`Weekday`."""

    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday by its name; its day depends on the year."""

    name: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that a day is in."""

    day: Day


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of a day: "T15:30", or a part of the day, "TMO"."""

    time: str
    day: Meaning | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, with its TIMEX3 value; ``amount`` and ``period`` where it is one number of one unit."""

    value: str | None
    amount: float | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """What needs no resolving: years, decades, sets, references."""

    value: str | None
    granularity: Granularity | None


Meaning = Day | Month | Part | Weekday | Shifted | ShiftedMonth | Weekend | Holiday | WeekOf | Clock | Length | Fixed


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of time and the words it takes; ``end`` is not one of them."""

    first: int
    end: int
    meaning: Meaning
