"""Quantities in readable normal form: ``4,000 to 6,000 fighters (estimated)``."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from onrecord.present.date_words import value_words
from onrecord.types import Change, Interval, Number, Quantity

_SCALES: Final = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SCALE_PLACES: Final = 3
"""Places of decimals after which a number is written out instead of scaled: ``1.234 million``, ``1,234,567``."""

_BEHIND: Final = ("or ", "and ", "+", "plus", "odd")
"""How a modifier that stands behind its number begins."""

_BETWEEN: Final = re.compile(r"^(?:somewhere |anywhere )?(?:between|ranging between)$", re.IGNORECASE)
_AGE: Final = "year-old"


def quantity_words(quantity: Quantity, text: str) -> str:
    """A quantity on one line: its interval, its unit, and in brackets the words that say how it is meant.

    Args:
        quantity: what is written.
        text: the document's text; a number in words ("dozens") is quoted from it beside its interval.
    """
    interval = Interval(quantity.low, quantity.high)
    modifier = " ".join((quantity.modifier or "").split())
    if quantity.change is not None:
        words = _with_unit(_change(quantity.change, _sign(quantity.unit)), quantity.unit)
        return f"{words} ({modifier})" if modifier else words
    amount = interval_words(interval, _sign(quantity.unit))
    if amount is None:
        return " ".join(quantity.span.of(text).split())
    if interval.low is None or interval.high is None:
        if modifier.startswith(_BEHIND):
            return _with_unit(f"{amount}{'' if modifier.startswith('+') else ' '}{modifier}", quantity.unit)
        return f"{modifier or ('up to' if interval.low is None else 'at least')} {_with_unit(amount, quantity.unit)}"
    notes = [] if not modifier or _BETWEEN.match(modifier) else [modifier]
    written = " ".join(quantity.span.of(text).split())
    if interval.low != interval.high and not any(character.isdigit() for character in written):
        notes = [f"“{written}”"]
    return _with_unit(amount, quantity.unit) + "".join(f" ({note})" for note in notes)


def interval_words(interval: Interval, sign: str = "") -> str | None:
    """The numbers of an interval; of an open one the bound it has; ``None`` where it has none.

    Args:
        interval: the bounds.
        sign: a sign of currency that stands before each number.
    """
    low, high = interval.low, interval.high
    if low is None and high is None:
        return None
    if low is None or high is None or low == high:
        bound = high if low is None else low
        assert bound is not None
        return _signed(sign, *_scaled(bound))
    (one, scale), (two, other) = _scaled(low), _scaled(high)
    if scale != other:
        return f"{_signed(sign, one, scale)} to {_signed(sign, two, other)}"
    return f"{sign}{one} to {_signed(sign, two, scale)}"


def _change(change: Change, sign: str) -> str:
    before, after = interval_words(change.before, sign), interval_words(change.after, sign)
    return " ".join(part for part in (before and f"from {before}", after and f"to {after}") if part)


def _signed(sign: str, number: str, scale: str) -> str:
    return f"{sign}{number}{' ' + scale if scale else ''}"


def _scaled(number: Number) -> tuple[str, str]:
    """A number's digits and the word for its magnitude: ``("2.3", "billion")``."""
    for size, word in _SCALES:
        if abs(number) >= size:
            short = round(number / size, _SCALE_PLACES)
            if abs(short * size - number) < 1:
                return _plain(short), word
            break
    return _plain(number), ""


def _plain(number: Number) -> str:
    if number == int(number):
        return f"{int(number):,}"
    return f"{number:,.6f}".rstrip("0").rstrip(".")


def _sign(unit: str | None) -> str:
    """The sign of currency with which a unit begins: ``$``, ``US$``."""
    first = (unit or "").split(maxsplit=1)[0] if unit and unit.strip() else ""
    return first if first and unicodedata.category(first[-1]) == "Sc" else ""


def _with_unit(amount: str, unit: str | None) -> str:
    unit = " ".join((unit or "").split())
    rest = unit[len(_sign(unit)) :].strip()
    if rest == _AGE:
        return f"{amount} years old"
    return f"{amount} {rest}" if rest else amount


def spelled_out(quantity: Quantity, text: str) -> bool:
    """Whether it is one exact number in words ("two camps"), so that its normal form tells nothing more."""
    exact = quantity.low is not None and quantity.low == quantity.high and not quantity.modifier
    return exact and quantity.change is None and not any(sign.isdigit() for sign in quantity.span.of(text))


def quantity_reason(quantity: Quantity, text: str, counted: str | None = None) -> str:
    """Why a quantity is written as it is, in words.

    Args:
        quantity: what is explained.
        text: the document's text.
        counted: the name of what it is a number of.
    """
    written = " ".join(quantity.span.of(text).split())
    low, high, modifier = quantity.low, quantity.high, " ".join((quantity.modifier or "").split())
    if quantity.change is not None:
        first = f"“{written}” tells what it was and what it became."
    elif low is None and high is None:
        first = f"“{written}” gives no number; its words stand as they are."
    elif low is None or high is None:
        first = f"“{written}” gives {'an upper' if low is None else 'a lower'} bound only."
    elif low == high:
        first = f"“{written}” gives one number."
    elif any(character.isdigit() for character in written):
        first = f"“{written}” gives a range, both ends included."
    else:
        first = f"“{written}” stands for a range and not for one number."
    parts = [first]
    if modifier and low is not None and high is not None and not _BETWEEN.match(modifier):
        parts.append(f"“{modifier}” says how it is meant and does not widen it.")
    if counted:
        parts.append(f"It is a number of {counted}.")
    if quantity.as_of:
        parts.append(f"It is as of {value_words(quantity.as_of)}.")
    return " ".join(parts)
