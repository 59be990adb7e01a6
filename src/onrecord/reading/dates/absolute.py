"""Days, months, years, decades and centuries by their names and numbers."""

from __future__ import annotations

import calendar

from onrecord.reading.dates.meanings import Day, Expression, Fixed, Month, ShiftedMonth, WeekOf
from onrecord.reading.dates.names import DECADE_WORDS, MONTHS, NAMED_MONTHS, ORDINALS, SHORT_MONTHS
from onrecord.reading.quantities import exclusions, modifiers, money, units
from onrecord.reading.quantities.nouns import is_plural, stops
from onrecord.reading.quantities.numerals import MAGNITUDES, Numeral
from onrecord.reading.quantities.words import HYPHENS, Kind, Words
from onrecord.types import Granularity

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_JOINTS = frozenset({"and", "to", "or", "through", "until", ",", *HYPHENS})
_YEAR_LEADS = frozenset(
    "in since by until till before after from of during late early mid the around about circa ca year and to through"
    " between for at fiscal summer spring autumn winter".split()
)
_PREPOSITIONS = frozenset("in since by until till before after from of during late early mid through on".split())
_MARCHING = frozenset({"on", "to", "through", "toward", "towards", "past", "into", "with", "for", "against"})
_MONTH_LEADS = frozenset({"in", "since", "during", "by", "until", "last", "this", "next", "early", "late", "mid"})
"""Before a month that has no day: a number after it may count something."""
_OF_A_YEAR = frozenset({"level", "levels", "prices", "terms", "figures", "elections", "rates", "baseline", "standards"})
"""Nouns before which a number like 2019 is the year that they are of."""
_FIRST, _LAST = 1000, 2100
_MODERN = 1900


def number(words: Words, at: int) -> list[Expression]:
    """The dates that begin at a number: "2 March", "2024-03-08", "1990s", "2019"."""
    low = words.low
    if exclusions.is_code(words, Numeral(0, 0, at, at + 1)) and not _dated_digits(words, at):
        return []
    found = _iso(words, at) or _slashed(words, at)
    if found:
        return found
    day = _day(words, at)
    if day is not None:
        value, end = day
        place = end + 1 if low[end] == "of" else end
        if _is_month(words, place):
            month = MONTHS[low[place]]
            year, after = _year_after(words, place + 1)
            return [Expression(at, after, Day(year, month, value))] if _valid(year, month, value) else []
        paired = _paired(words, at, value, end)
        if paired:
            return paired
    return _era(words, at) or _decade(words, at) or _year(words, at)


def _dated_digits(words: Words, at: int) -> bool:
    """Whether what looks like a code may be a date: "2024-03-08", "1998-2003", "24-25 May", "2nd", "1990s"."""
    end = at + 1
    if words.glued(at) and words.low[at - 1] not in (*HYPHENS, "(", "[", "“", '"', "'", "’", "‘", "/", "."):
        return False
    if words.glued(end) and words.low[end] in (*_SUFFIXES, "s"):
        return True
    return words.low[end] in (*HYPHENS, "/", ".") or words.low[at - 1] in (*HYPHENS, "/") or words.low[end] == ","


def _iso(words: Words, at: int) -> list[Expression]:
    raw = words.raw
    if len(raw[at]) != 4 or not raw[at].isdigit() or raw[at + 1] != "-" or raw[at + 3] != "-":
        return []
    month, day = raw[at + 2], raw[at + 4]
    if len(month) != 2 or len(day) != 2 or not (month + day).isdigit() or not words.glued(at + 4):
        return []
    year = int(raw[at])
    if not _valid(year, int(month), int(day)):
        return []
    return [Expression(at, at + 5, Day(year, int(month), int(day)))]


def _slashed(words: Words, at: int) -> list[Expression]:
    """Numbers only ("13/02/2024", "13.02.2024"); which is the month is told only where the other cannot be one."""
    raw = words.raw
    if raw[at + 1] == "/" and raw[at + 3] == "/" and words.glued(at + 4):
        first, second, third, end = raw[at], raw[at + 2], raw[at + 4], at + 5
    elif "." in raw[at] and raw[at + 1] == "." and words.glued(at + 2) and len(raw[at]) <= 5:
        first, _, second = raw[at].partition(".")
        third, end = raw[at + 2], at + 3
    else:
        return []
    if not (first.isdigit() and second.isdigit() and third.isdigit()) or len(third) != 4 or not words.glued(end - 1):
        return []
    a, b, year = int(first), int(second), int(third)
    if "." in raw[at]:
        return [Expression(at, end, Day(year, b, a))] if _valid(year, b, a) else []
    days = {(month, day) for month, day in ((a, b), (b, a)) if _valid(year, month, day)}
    if len(days) == 1:
        month, day = days.pop()
        return [Expression(at, end, Day(year, month, day))]
    return [Expression(at, end, Fixed(None, Granularity.DAY))] if days else []


def _day(words: Words, at: int) -> tuple[int, int] | None:
    """A day of the month at a place ("2", "2nd"), and where it ends."""
    raw = words.raw[at]
    if not raw.isdigit() or len(raw) > 2 or not 1 <= int(raw) <= 31:
        return None
    end = at + 2 if words.low[at + 1] in _SUFFIXES and words.glued(at + 1) else at + 1
    return int(raw), end


def _paired(words: Words, at: int, day: int, end: int) -> list[Expression]:
    """The first of "8 and 12 March", "24-25 May 2023": a day whose month stands after another."""
    if words.low[end] not in _JOINTS:
        return []
    other = _day(words, end + 1)
    if other is None:
        return []
    place = other[1] + 1 if words.low[other[1]] == "of" else other[1]
    if not _is_month(words, place) or not words.low[place - 1 :]:
        return []
    if words.kind[place + 1] == Kind.NUMBER and len(words.raw[place + 1]) <= 2:
        return []
    year, _ = _year_after(words, place + 1)
    return [Expression(at, end, Day(year, MONTHS[words.low[place]], day))]


def month(words: Words, at: int) -> list[Expression]:
    """The dates that a month's name begins: "March 3", "March 3-5", "March 2024", "March"."""
    if not _is_month(words, at):
        return []
    low = words.low
    value = MONTHS[low[at]]
    day = _day(words, at + 1)
    if day is not None and not _counts(words, day[1], at):
        return _month_day(words, at, value, *day)
    comma = low[at + 1] == ","
    year, end = _year_after(words, at + 1)
    if year is not None and (not comma or words.raw[at][0].isupper()):
        return [Expression(_opened(words, at), end, Month(year, value))]
    if low[at] in SHORT_MONTHS or not _is_calendar(words, at):
        return []
    before = low[at - 1]
    if before in ("last", "next", "this", "past", "coming") and low[at - 2] != "the":
        first = at - 2 if before in ("past", "coming") and low[at - 2] == "this" else at - 1
        shift = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0}[before]
        return [Expression(first, at + 1, ShiftedMonth(value, shift))]
    return [Expression(_opened(words, at), at + 1, Month(None, value))]


def _month_day(words: Words, at: int, month: int, day: int, end: int) -> list[Expression]:
    year, after = _year_after(words, end)
    if year is None and (month, day) == (9, 11) and _of_the_attacks(words, end):
        year, after = 2001, end
    first = at
    if not _valid(year, month, day):
        return []
    found = [Expression(first, after if year is not None else end, Day(year, month, day))]
    place = found[0].end
    if year is None and words.low[place] in _JOINTS and words.low[place] != ",":
        other = _day(words, place + 1)
        if other is not None and not _counts(words, other[1], None) and not _is_month(words, other[1]):
            year, after = _year_after(words, other[1])
            if other[0] > day and _valid(year, month, other[0]):
                found = [Expression(first, end, Day(year, month, day)),
                         Expression(place + 1, after if year else other[1], Day(year, month, other[0]))]  # fmt: skip
    return found


def _of_the_attacks(words: Words, end: int) -> bool:
    """Whether "Sept. 11" is the one that needs no year."""
    place = end + 1 if words.low[end] in ("terror", "terrorist") else end
    return words.low[place] in ("attacks", "hijackers", "hijackings", "commission")


def _counts(words: Words, end: int, month: int | None) -> bool:
    """Whether the number before a place counts something, and is no day ("In May 12 people died").

    Args:
        month: the month's word, where the number stands right after it.
    """
    low = words.low
    if low[end] in MAGNITUDES or units.percent(words, end) is not None:
        return True
    if low[end] == ":" and words.glued(end) and words.kind[end + 1] == Kind.NUMBER and words.glued(end + 1):
        return True
    if month is not None and (low[month].endswith(".") or low[month - 1] not in _MONTH_LEADS):
        return False
    return words.kind[end] == Kind.WORD and low[end] not in _SUFFIXES and is_plural(words.raw[end])


def _is_month(words: Words, at: int) -> bool:
    return words.low[at] in MONTHS and words.raw[at][0].isupper()


def _is_calendar(words: Words, at: int) -> bool:
    """Whether a month's name with no number beside it is one, and no person, verb or modal."""
    low = words.low
    if low[at] not in NAMED_MONTHS:
        return True
    before, after = low[at - 1], words.raw[at + 1]
    if before in _PREPOSITIONS or before in ("last", "next", "this", "past", "between", "and", "to", "mid", "or", "-"):
        return not (low[at] == "may" and before in ("and", "to", "or", "this"))
    if low[at] == "may":
        return False
    if words.raw[at - 1][:1].isupper() and not words.first_of_sentence(at - 1):
        return False  # a surname
    if words.first_of_sentence(at):
        return not (after[:1].isupper() or low[at + 1] in _MARCHING or low[at] == "august")
    return not after[:1].isupper()


def _opened(words: Words, at: int) -> int:
    """The first word of "early March", "mid-2023", "the end of September"."""
    low = words.low
    first = at
    if low[first - 1] in ("early", "mid", "late") or (low[first - 1] in HYPHENS and low[first - 2] == "mid"):
        first -= 2 if low[first - 1] in HYPHENS and low[first - 1] else 1
    if low[first - 1] == "of" and low[first - 2] in _EDGES and low[first - 3] == "the":
        return first - 3
    if low[first - 1] == "of" and low[first - 2] == "week" and low[first - 3] in ORDINALS and low[first - 4] == "the":
        return first - 4
    return first


_EDGES = frozenset({"end", "start", "beginning", "middle", "close", "turn", "rest", "first", "whole", "month"})


def _year_after(words: Words, at: int) -> tuple[int | None, int]:
    """The year right after a day or month ("March 3, 2024", "March of 2024", "March '24"), and where it ends."""
    low = words.low
    place = at + 1 if low[at] in (",", "of") else at
    raw = words.raw[place]
    lettered = words.glued(place + 1) and words.kind[place + 1] == Kind.WORD
    if len(raw) == 4 and raw.isdigit() and _FIRST <= int(raw) <= _LAST and not lettered:
        return int(raw), place + 1
    return None, at


def _decade(words: Words, at: int) -> list[Expression]:
    """As in “the 1990s”, “the mid-'90s”."""
    low = words.low
    if low[at + 1] != "s" or not words.glued(at + 1) or not low[at].endswith("0") or not low[at].isdigit():
        return []
    if len(low[at]) == 4 and _FIRST <= int(low[at]) <= _LAST:
        return [Expression(_the(words, at), at + 2, Fixed(low[at][:3], Granularity.DECADE))]
    if len(low[at]) != 2:
        return []
    short = low[at - 1] in ("'", "’", "‘") and words.glued(at)
    if short or low[at - 1] == "the" or (low[at - 1] in ("early", "mid", "late") and low[at - 2] == "the"):
        first = at - 1 if short else at
        return [Expression(_the(words, first), at + 2, Fixed("19" + low[at][0], Granularity.DECADE))]
    return []


def _the(words: Words, at: int) -> int:
    """The first word of "the early 2000s", "the mid-1990s"."""
    low = words.low
    first = at
    if low[first - 1] in HYPHENS and low[first - 1] and low[first - 2] in ("mid", "early", "late"):
        first -= 2
    elif low[first - 1] in ("early", "mid", "late"):
        first -= 1
    return first - 1 if low[first - 1] == "the" else first


def decade_word(words: Words, at: int) -> list[Expression]:
    """As in “the nineties”: of the century before this one, as people say it."""
    first = _the(words, at)
    if words.low[first] != "the":
        return []
    return [Expression(first, at + 1, Fixed("19" + DECADE_WORDS[words.low[at]], Granularity.DECADE))]


def century(words: Words, at: int) -> list[Expression]:
    """As in “the 19th century”, “the nineteenth century”; “century” is at the place."""
    low = words.low
    before = at - 2 if low[at - 1] in HYPHENS else at - 1
    if low[before] in _SUFFIXES and words.glued(before) and low[before - 1].isdigit() and len(low[before - 1]) <= 2:
        ordinal, first = int(low[before - 1]), before - 1
    elif low[before] in ORDINALS:
        ordinal, first = ORDINALS[low[before]], before
        if low[before - 1] in HYPHENS and low[before - 2] == "twenty":
            ordinal, first = 20 + ordinal, before - 2
    else:
        return []
    if not 1 <= ordinal <= 22 or (low[before] in ORDINALS and ordinal < 5 and low[first - 1] != "the"):
        return []
    return [Expression(_the(words, first), at + 1, Fixed(f"{ordinal - 1:02d}", Granularity.CENTURY))]


def _year(words: Words, at: int) -> list[Expression]:
    """A year by itself; a number of four digits that counts something is none."""
    raw = words.raw[at]
    low = words.low
    if len(raw) != 4 or not raw.isdigit():
        return _short_year(words, at)
    value = int(raw)
    end = at + 1
    before = low[at - 1]
    if not _FIRST <= value <= _LAST or money.before(words, at) is not None or not _year_fits(words, at):
        return []
    if value > _MODERN and low[end] in _OF_A_YEAR:
        return [Expression(at, end, Fixed(str(value), Granularity.YEAR))]
    lead = modifiers.before(words, at)
    if lead.first < at and before not in ("about", "around", "circa", "over", "between", "by", "just", "only"):
        return []
    if lead.bound is modifiers.Bound.LEAST or lead.bound is modifiers.Bound.MOST:
        return []
    if before in ("about", "around", "over") and words.kind[end] == Kind.WORD and not stops(low[end]):
        return []
    if words.kind[end] == Kind.WORD and not words.hyphen(end) and is_plural(words.raw[end]):
        adjectival = before in ("the", "its", "his", "her", "their", "s", "a") or _is_month(words, at - 1)
        timed = before in ("in", "since", "by", "until", "during") and value >= _MODERN and value % 100 != 0
        event = words.raw[at - 1][:1].isupper() and words.raw[end][0].isupper() and value > _MODERN
        opens = words.first_of_sentence(at) and value > _MODERN  # no other number begins a sentence in digits
        if not (adjectival or event or opens or (timed and value > _MODERN)):
            return []
    if value < _MODERN and before not in _YEAR_LEADS and not _noted(words, at):
        return []
    first = at
    if before in ("year", "fiscal"):
        first = at - 2 if before == "year" and low[at - 2] in ("fiscal", "financial") else at - 1
    elif before == "fy":
        first = at - 1
    first = _opened(words, first)
    return [Expression(first, end, Fixed(str(value), Granularity.YEAR))]


def _noted(words: Words, at: int) -> bool:
    """Whether a number stands as notes write years: "(1818", "c. 1818", "1710-1774", "born 1859"."""
    low = words.low
    if low[at - 1] in ("(", *HYPHENS, "born", "died", "reigned", "dated", "published", "or"):
        return True
    if low[at - 1] == "." and low[at - 2] in ("c", "b", "d", "ca"):
        return True
    after = words.raw[at + 2]
    return low[at + 1] in HYPHENS and len(after) in (2, 4) and after.isdigit()


def _era(words: Words, at: int) -> list[Expression]:
    """As in “347 AD”, “AD 79”, “44 BC”."""
    raw = words.raw
    before, after = raw[at - 1], raw[at + 1]
    if not raw[at].isdigit() or len(raw[at]) > 4:
        return []
    if after in ("BC", "BCE"):
        return [Expression(at, at + 2, Fixed(f"BC{int(raw[at]):04d}", Granularity.YEAR))]
    if after in ("AD", "CE"):
        return [Expression(at, at + 2, Fixed(f"{int(raw[at]):04d}", Granularity.YEAR))]
    if before == "AD" and len(raw[at]) >= 2:
        return [Expression(at - 1, at + 1, Fixed(f"{int(raw[at]):04d}", Granularity.YEAR))]
    return []


def _year_fits(words: Words, at: int) -> bool:
    low = words.low
    end = at + 1
    if low[at - 1] in exclusions.DESIGNATORS and low[at - 1] not in ("act", "season", "order", "rule", "law", "day"):
        return False
    if low[at - 1] == "#" or low[end] in MAGNITUDES or units.percent(words, end) is not None:
        return False
    if low[end] in ("hours", "gmt", "utc", "people", "km", "m", "ft"):
        return False
    if words.glued(end) and words.kind[end] in (Kind.WORD, Kind.NUMBER):
        return False
    measured = units.measure(words, end)
    return measured is None or measured.norm in units.TIMES or low[end] in ("second", "quarter")


def _short_year(words: Words, at: int) -> list[Expression]:
    """The second of "2022-23", "1998/99": of the century of the first."""
    raw = words.raw[at]
    mark = words.low[at - 1]
    if len(raw) != 2 or not raw.isdigit() or mark not in (*HYPHENS, "/"):
        return []
    if mark not in "–—" and not (words.glued(at) and words.glued(at - 1)):
        return []
    whole = words.raw[at - 2]
    if len(whole) != 4 or not whole.isdigit() or not _FIRST <= int(whole) < _LAST:
        return []
    value = int(whole) // 100 * 100 + int(raw)
    if value != int(whole) + 1 and not (int(whole) < value and not 1 <= int(raw) <= 12):
        return []
    return [Expression(at, at + 1, Fixed(str(value), Granularity.YEAR))]


def week_of(words: Words, expression: Expression) -> Expression:
    """As in “the week of 20 January” and “the week beginning 20 January” as a week; anything else as it is."""
    low = words.low
    at = expression.first
    if not isinstance(expression.meaning, Day) or low[at - 2] != "week":
        return expression
    if low[at - 1] not in ("of", "beginning", "starting", "ending"):
        return expression
    first = at - 3 if low[at - 3] == "the" else at - 2
    return Expression(first, expression.end, WeekOf(expression.meaning))


def _valid(year: int | None, month: int, day: int) -> bool:
    if not 1 <= month <= 12:
        return False
    return 1 <= day <= (calendar.monthrange(year, month)[1] if year is not None else (29 if month == 2 else 31))
