"""Resolves expressions of time into TIMEX3 values.

What has no year takes it from the date of publication and the tense around it, as news does: "on Friday" with a past
verb is the last Friday up to the day of publication, with a future one the next; so with "in March". "A week earlier",
"the next day" are reckoned from the date last spoken of.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.reading.dates.meanings import (
    Anchor,
    Clock,
    Day,
    Fixed,
    Holiday,
    Length,
    Meaning,
    Month,
    Part,
    Period,
    Shifted,
    ShiftedMonth,
    Weekday,
    Weekend,
    WeekOf,
)
from onrecord.reading.dates.names import SEASON_MONTHS
from onrecord.reading.dates.tense import Tense
from onrecord.types import Granularity

_PART_GRAINS = {"Q": Granularity.QUARTER, "H": Granularity.QUARTER}
_NEAR = 45
"""Days: a day of the year as near as this is meant whatever the tense."""
_NEAR_MONTHS = 2
"""A month so few months ago is not the one to come, whatever the tense: that would be "next February"."""
_OFFSET = 10
"""A shift of months and parts counts years from this on: 10 is next year, -10 last year."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value with its granularity, and the first day of what it names, to reckon from."""

    value: str | None
    granularity: Granularity | None
    day: date | None = None


_UNKNOWN: dict[type, Granularity] = {
    Day: Granularity.DAY, Weekday: Granularity.DAY, Holiday: Granularity.DAY, Month: Granularity.MONTH,
    ShiftedMonth: Granularity.MONTH, Weekend: Granularity.WEEK, WeekOf: Granularity.WEEK, Clock: Granularity.TIME,
}  # fmt: skip


def resolve(meaning: Meaning, published: date | None, reference: Resolved | None, tense: Tense) -> Resolved:
    """The value of an expression.

    Args:
        published: the date of publication; without it only what is complete resolves.
        reference: the date last spoken of.
        tense: of the clause around.
    """
    try:
        found = _resolve(meaning, published, reference, tense)
    except (OverflowError, ValueError):  # a day no calendar has, or a year out of its reach
        found = None
    return found or Resolved(None, _unknown(meaning))


def _unknown(meaning: Meaning) -> Granularity | None:
    if isinstance(meaning, Shifted):
        known = meaning.amount is not None and meaning.anchor is Anchor.SPEECH
        return _SHIFT_GRAINS.get(meaning.period) if known else None
    if isinstance(meaning, Part):
        return _PART_GRAINS.get(meaning.part[0], Granularity.SEASON)
    return _UNKNOWN.get(type(meaning))


def _resolve(meaning: Meaning, published: date | None, reference: Resolved | None, tense: Tense) -> Resolved | None:
    if isinstance(meaning, Fixed):
        start = None
        if meaning.granularity is Granularity.YEAR and meaning.value is not None and meaning.value.isdigit():
            start = date(int(meaning.value), 1, 1)
        return Resolved(meaning.value, meaning.granularity, start)
    if isinstance(meaning, Length):
        return Resolved(meaning.value, Granularity.DURATION)
    if isinstance(meaning, Day):
        return _day(meaning, published, tense)
    if isinstance(meaning, Month):
        return _month(meaning, published, tense)
    if isinstance(meaning, Part):
        return _part(meaning, published, tense)
    if isinstance(meaning, Clock):
        return _clock(meaning, published, reference, tense)
    if isinstance(meaning, Holiday):
        return _holiday(meaning, published, tense)
    if isinstance(meaning, WeekOf):
        inner = _day(meaning.day, published, tense)
        return None if inner is None or inner.day is None else _week(inner.day)
    if isinstance(meaning, Shifted):
        return _shifted(meaning, published, reference)
    if published is None:
        return None
    if isinstance(meaning, Weekday):
        return _of_day(_weekday(meaning, published, tense))
    if isinstance(meaning, ShiftedMonth):
        return _shifted_month(meaning, published)
    return _weekend(meaning, published, tense)


def _of_day(day: date) -> Resolved:
    return Resolved(day.isoformat(), Granularity.DAY, day)


def _week(day: date) -> Resolved:
    year, week, _ = day.isocalendar()
    return Resolved(f"{year:04d}-W{week:02d}", Granularity.WEEK, day - timedelta(days=day.weekday()))


def _day(meaning: Day, published: date | None, tense: Tense) -> Resolved | None:
    if meaning.month is None:
        return None if published is None else _day_of_month(meaning, published, tense)
    if meaning.year is not None:
        return _of_day(date(meaning.year, meaning.month, meaning.day))
    if published is None:
        return None
    days = [
        date(year, meaning.month, meaning.day)
        for year in (published.year - 1, published.year, published.year + 1)
        if meaning.day <= calendar.monthrange(year, meaning.month)[1]
    ]
    if meaning.weekday is not None:
        days = [day for day in days if day.weekday() == meaning.weekday] or days
    return _of_day(_choose(days, published, tense))


def _choose(days: list[date], published: date, tense: Tense) -> date:
    """Of the same day in several years, the one meant."""
    past = [day for day in days if day <= published]
    future = [day for day in days if day >= published]
    nearest = min(days, key=lambda day: abs((day - published).days))
    if abs((nearest - published).days) <= _NEAR:
        return nearest  # what is a year away in the other direction is told with its year, or with "last" or "next"
    if tense is Tense.PAST and past:
        return past[-1]
    return future[0] if tense is Tense.FUTURE and future else nearest


def _day_of_month(meaning: Day, published: date, tense: Tense) -> Resolved | None:
    """As in “Friday the 16th”: the nearest such day on the side of the tense."""
    first = published.replace(day=1)
    days = []
    for step in range(-7, 8):
        month = _add_months(first, step)
        if meaning.day <= calendar.monthrange(month.year, month.month)[1]:
            day = month.replace(day=meaning.day)
            if meaning.weekday is None or day.weekday() == meaning.weekday:
                days.append(day)
    return _of_day(_choose(days, published, tense)) if days else None


def _month(meaning: Month, published: date | None, tense: Tense) -> Resolved | None:
    year = meaning.year
    if year is None:
        if published is None:
            return None
        ahead = (meaning.month - published.month) % 12
        # Without a verb to tell, the nearer one; half a year away it is the one before.
        coming = tense is Tense.FUTURE or (tense is Tense.UNKNOWN and ahead < 6)
        if ahead >= 12 - _NEAR_MONTHS:
            coming = False
        year = published.year + (meaning.month < published.month if coming else -(meaning.month > published.month))
    return Resolved(f"{year:04d}-{meaning.month:02d}", Granularity.MONTH, date(year, meaning.month, 1))


def _shifted_month(meaning: ShiftedMonth, published: date) -> Resolved:
    shift, month = meaning.shift, meaning.month
    if abs(shift) >= _OFFSET or shift == 0:
        year = published.year + shift // _OFFSET
    elif shift < 0:
        year = published.year - (month >= published.month)
    else:
        year = published.year + (month <= published.month)
    return Resolved(f"{year:04d}-{month:02d}", Granularity.MONTH, date(year, month, 1))


def _part(meaning: Part, published: date | None, tense: Tense) -> Resolved | None:
    part, year = meaning.part, meaning.year
    grain = _PART_GRAINS.get(part[0], Granularity.SEASON)
    if part == "Q":
        if published is None:
            return None
        index = published.year * 4 + (published.month - 1) // 3 + (meaning.shift or 0)
        year, part = index // 4, f"Q{index % 4 + 1}"
    elif year is None:
        if published is None:
            return None
        year = _year_of_part(part, meaning.shift, published, tense)
    month = {"Q": 3, "H": 6}.get(part[0])
    first = SEASON_MONTHS[part] if month is None else (int(part[1]) - 1) * month + 1
    return Resolved(f"{year:04d}-{part}", grain, date(year, first, 1))


def _year_of_part(part: str, shift: int | None, published: date, tense: Tense) -> int:
    if shift is not None and abs(shift) >= _OFFSET:
        return published.year + shift // _OFFSET
    if part in SEASON_MONTHS:
        first = SEASON_MONTHS[part]
        # A winter belongs to the year in which it begins.
        now = published.year - (part == "WI" and published.month <= 2)
        running = (published.month - first) % 12 < 3
        if shift == 0:
            return now
        begun = published.month >= first or now < published.year
        last = now if begun and not running else now - 1
        if shift == -1:
            return last
        if shift == 1:
            return now if not begun else now + 1
        if tense is Tense.FUTURE:
            return now if running or not begun else now + 1
        return now if running else last
    length = 3 if part[0] == "Q" else 6
    first = (int(part[1]) - 1) * length + 1
    if shift == 0:
        return published.year
    if tense is Tense.FUTURE:
        return published.year + (first + length - 1 < published.month)
    # A quarter is reported on from its last days on.
    return published.year - (first > published.month or (first <= published.month < first + length - 1))


def _weekday(meaning: Weekday, published: date, tense: Tense) -> date:
    back = (published.weekday() - meaning.weekday) % 7
    ahead = (meaning.weekday - published.weekday()) % 7
    if meaning.shift == -1:
        return published - timedelta(days=back or 7)
    if meaning.shift == 1:
        return published + timedelta(days=ahead or 7)
    if meaning.shift == 0:
        within = published + timedelta(days=meaning.weekday - published.weekday())
        return within if tense is not Tense.FUTURE or within >= published else published + timedelta(days=ahead)
    return published + timedelta(days=ahead) if tense is Tense.FUTURE else published - timedelta(days=back)


def _weekend(meaning: Weekend, published: date, tense: Tense) -> Resolved:
    saturday = published + timedelta(days=5 - published.weekday())
    if meaning.shift is not None and meaning.shift != 0:
        saturday += timedelta(days=7 * meaning.shift)
    elif meaning.shift is None and tense is not Tense.FUTURE and published < saturday:
        saturday -= timedelta(days=7)
    year, week, _ = saturday.isocalendar()
    return Resolved(f"{year:04d}-W{week:02d}-WE", Granularity.WEEK, saturday)


def _clock(meaning: Clock, published: date | None, reference: Resolved | None, tense: Tense) -> Resolved | None:
    if meaning.day is None:
        day = published
        if reference is not None and reference.day is not None and reference.granularity in _DAYS:
            day = reference.day
    else:
        found = _resolve(meaning.day, published, reference, tense)
        day = None if found is None else found.day
    return None if day is None else Resolved(day.isoformat() + meaning.time, Granularity.TIME, day)


_DAYS = (Granularity.DAY, Granularity.TIME)
_FINE = {
    Period.DAY: (*_DAYS, Granularity.WEEK), Period.NIGHT: (*_DAYS, Granularity.WEEK),
    Period.WEEK: (*_DAYS, Granularity.WEEK), Period.FORTNIGHT: (*_DAYS, Granularity.WEEK),
    Period.MONTH: (*_DAYS, Granularity.WEEK, Granularity.MONTH),
}  # fmt: skip
"""What a shift by a fine period may be reckoned from."""
_SHIFT_GRAINS = {
    Period.SECOND: Granularity.TIME, Period.MINUTE: Granularity.TIME, Period.HOUR: Granularity.TIME,
    Period.DAY: Granularity.DAY, Period.NIGHT: Granularity.DAY, Period.WEEK: Granularity.WEEK,
    Period.FORTNIGHT: Granularity.WEEK, Period.MONTH: Granularity.MONTH, Period.QUARTER: Granularity.QUARTER,
    Period.YEAR: Granularity.YEAR, Period.DECADE: Granularity.DECADE, Period.CENTURY: Granularity.CENTURY,
}  # fmt: skip


def _shifted(meaning: Shifted, published: date | None, reference: Resolved | None) -> Resolved | None:
    amount = meaning.amount
    if amount is None:
        return None
    base = published
    if meaning.anchor is Anchor.NARRATIVE:
        if reference is not None and reference.day is not None:
            if meaning.period in _FINE and reference.granularity not in _FINE[meaning.period]:
                return None  # "in 2012 ... that night"
            base = reference.day
        elif amount > 0 or meaning.period not in (Period.YEAR, Period.MONTH, Period.QUARTER):
            return None
    if base is None:
        return None
    if meaning.period is Period.YEAR and abs(amount) == 1 and reference is not None and reference.day is not None:
        # "2.1% in July, from 2.6% a year earlier": the same month or quarter of another year.
        told = meaning.anchor is Anchor.NARRATIVE or _recent(reference.day, published)
        if told and reference.granularity in (Granularity.MONTH, Granularity.QUARTER):
            return _like(reference, _add_months(reference.day, 12 * amount))
    return _moved(base, meaning.period, amount)


def _recent(day: date, published: date | None) -> bool:
    """Whether a date is of the year before publication, so that "a year ago" may compare with it."""
    return published is not None and timedelta(0) <= published - day < timedelta(days=366)


def _like(reference: Resolved, moved: date) -> Resolved:
    value = reference.value or ""
    return Resolved(f"{moved.year:04d}{value[4:]}", reference.granularity, moved)


def _moved(base: date, period: Period, amount: int) -> Resolved | None:
    if period in (Period.DAY, Period.NIGHT):
        return _of_day(base + timedelta(days=amount))
    if period is Period.WEEK or period is Period.FORTNIGHT:
        return _week(base + timedelta(days=7 * amount * (2 if period is Period.FORTNIGHT else 1)))
    if period is Period.MONTH:
        month = _add_months(base.replace(day=1), amount)
        return Resolved(f"{month.year:04d}-{month.month:02d}", Granularity.MONTH, month)
    if period is Period.QUARTER:
        index = base.year * 4 + (base.month - 1) // 3 + amount
        start = date(index // 4, index % 4 * 3 + 1, 1)
        return Resolved(f"{start.year:04d}-Q{index % 4 + 1}", Granularity.QUARTER, start)
    if period is Period.HOUR and abs(amount) % 24 == 0:
        return _of_day(base + timedelta(days=amount // 24))
    if period in (Period.HOUR, Period.MINUTE, Period.SECOND):
        return None
    years = {Period.YEAR: 1, Period.DECADE: 10, Period.CENTURY: 100}[period] * amount
    year = base.year + years
    if not 1 <= year <= 9999:
        return None
    start = date(year, 1, 1)
    if period is Period.DECADE and amount == 0:
        return Resolved(f"{year // 10:03d}", Granularity.DECADE, start)
    if period is Period.CENTURY and abs(amount) <= 1:
        return Resolved(f"{year // 100:02d}", Granularity.CENTURY, start)
    return Resolved(f"{year:04d}", Granularity.YEAR, start)


def _add_months(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


_FIXED_DAYS = {
    "christmas": (12, 25), "christmas-eve": (12, 24), "boxing-day": (12, 26), "new-year": (1, 1),
    "new-year-eve": (12, 31), "valentine": (2, 14), "halloween": (10, 31), "july-4": (7, 4), "may-day": (5, 1),
}  # fmt: skip
_MOVING = {"easter": 0, "easter-monday": 1, "good-friday": -2}


def _holiday(meaning: Holiday, published: date | None, tense: Tense) -> Resolved | None:
    if meaning.year is not None:
        return _of_day(_holiday_in(meaning.name, meaning.year))
    if published is None:
        return None
    days = [_holiday_in(meaning.name, published.year + step) for step in (-1, 0, 1)]
    return _of_day(_choose(days, published, tense))


def _holiday_in(name: str, year: int) -> date:
    if name in _FIXED_DAYS:
        return date(year, *_FIXED_DAYS[name])
    if name in _MOVING:
        return _easter(year) + timedelta(days=_MOVING[name])
    if name == "thanksgiving":  # the fourth Thursday of November
        return _nth_weekday(year, 11, 3, 4)
    if name == "labor-day":
        return _nth_weekday(year, 9, 0, 1)
    last = date(year, 5, 31)  # Memorial Day: the last Monday of May
    return last - timedelta(days=last.weekday())


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * shift) // 451
    month, day = divmod(epact + shift - 7 * late + 114, 31)
    return date(year, month, day + 1)
