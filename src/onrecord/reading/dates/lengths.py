"""TIMEX3 values of lengths of time: "P3W", "PT45M", "PXY" where the number is not told."""

from __future__ import annotations

from onrecord.reading.dates.meanings import Period

_LETTERS = {
    Period.SECOND: ("PT", "S"), Period.MINUTE: ("PT", "M"), Period.HOUR: ("PT", "H"), Period.DAY: ("P", "D"),
    Period.NIGHT: ("P", "NI"), Period.WEEK: ("P", "W"), Period.FORTNIGHT: ("P", "W"), Period.MONTH: ("P", "M"),
    Period.QUARTER: ("P", "M"), Period.YEAR: ("P", "Y"), Period.DECADE: ("P", "DE"), Period.CENTURY: ("P", "CE"),
}  # fmt: skip
_MULTIPLES = {Period.FORTNIGHT: 2, Period.QUARTER: 3}
_HALVES = {Period.CENTURY: (Period.YEAR, 100), Period.DECADE: (Period.YEAR, 10), Period.HOUR: (Period.MINUTE, 60),
           Period.YEAR: (Period.MONTH, 12), Period.DAY: (Period.HOUR, 24)}  # fmt: skip


def value(amount: float | None, period: Period) -> str:
    """The value of so many periods; ``None`` for an unknown number."""
    head, letter = _LETTERS[period]
    if amount is None:
        return f"{head}X{letter}"
    if 0 < amount < 1 and period in _HALVES:
        finer, factor = _HALVES[period]
        if (amount * factor).is_integer():
            return value(amount * factor, finer)
    amount *= _MULTIPLES.get(period, 1)
    return f"{head}{number(amount)}{letter}"


def number(amount: float) -> str:
    """A number as values write it: whole without a decimal point."""
    return str(int(amount)) if float(amount).is_integer() else f"{amount:.10g}"


def together(first: str, second: str) -> str | None:
    """Two lengths as one: "PT3H" and "PT20M" are "PT3H20M"."""
    if first.startswith("PT") and second.startswith("PT"):
        return first + second[2:]
    if first.startswith("PT"):
        return None
    return first + ("T" + second[2:] if second.startswith("PT") else second[1:])
