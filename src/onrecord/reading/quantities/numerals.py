"""Numerals: digits, number words, fractions and indefinite numbers ("dozens"), each as an interval.

Indefinite plurals are intervals of one order of magnitude: "hundreds" is 100 to 999, "tens of thousands" 10,000 to
99,999. "Dozens" is 24 to 99 and "scores" 40 to 99: at least two of them, and less than a hundred.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.quantities.nouns import is_plural, stops
from onrecord.reading.quantities.words import Kind, Words

UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "million": 1e6, "mln": 1e6, "mn": 1e6, "crore": 1e7,
    "crores": 1e7, "billion": 1e9, "bln": 1e9, "bn": 1e9, "trillion": 1e12, "trn": 1e12, "tn": 1e12,
}  # fmt: skip
GLUED = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "t": 1e12, "tn": 1e12, "trn": 1e12}
"""Magnitudes written right after the digits; "m", "b" and "t" only where money says that they are none of length."""
ALWAYS_GLUED = frozenset({"k", "mn", "mln", "bn", "bln", "tn", "trn"})
DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12, "fifteenth": 15, "twentieth": 20, "fiftieth": 50, "hundredth": 100,
    "thousandth": 1000,
}  # fmt: skip
DENOMINATORS |= {f"{word}s": number for word, number in DENOMINATORS.items() if not word.endswith("s")}
INDEFINITE = {
    "dozens": (24.0, 99.0), "scores": (40.0, 99.0), "hundreds": (1e2, 999.0), "thousands": (1e3, 9_999.0),
    "lakhs": (1e5, 999_999.0), "millions": (1e6, 9_999_999.0), "crores": (1e7, 99_999_999.0),
    "billions": (1e9, 9_999_999_999.0), "trillions": (1e12, 9_999_999_999_999.0),
}  # fmt: skip
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}
_SLASHED = frozenset({2, 3, 4, 5, 8, 10, 16, 32, 64})
_SOME = frozenset({"several", "few"})
STARTS = frozenset({*UNITS, *TENS, *DENOMINATORS, *INDEFINITE, *_SOME, "tens", "a", "an", "hundred", "thousand",
                    "million", "billion", "trillion", "dozen"})  # fmt: skip
"""Words that a numeral in words may begin with."""
_LONGEST = 15
"""Digits that a number is given a value up to; what is longer is a code."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral and the words it takes.

    Attributes:
        low, high: the interval; the same number for all but the indefinite ones.
        first, end: its words, ``end`` not included.
        magnitude: what "thousand", "million" ... after it multiply it by; 1 without.
        spelled: written in words.
        fraction: a share of something ("a third"), not a number of things.
    """

    low: float
    high: float
    first: int
    end: int
    magnitude: float = 1
    spelled: bool = False
    fraction: bool = False

    def times(self, magnitude: float) -> Numeral:
        """The numeral with the magnitude that another one beside it has ("5 to 7 million")."""
        return Numeral(
            self.low * magnitude, self.high * magnitude, self.first, self.end, magnitude, self.spelled, self.fraction
        )


def numeral(words: Words, at: int, money: bool = False) -> Numeral | None:
    """The numeral that begins at a word, if one does.

    Args:
        money: a currency is written before it, so that "40m" is forty million and not meters.
    """
    if words.kind[at] == Kind.NUMBER:
        return _digits(words, at, money)
    if words.low[at] in STARTS:
        return _spelled(words, at)
    if words.low[at] in _VULGAR:
        return Numeral(_VULGAR[words.low[at]], _VULGAR[words.low[at]], at, at + 1, fraction=True)
    return None


def digits(word: str) -> float | None:
    """The value of digits with their separators; ``None`` for more of them than a number has."""
    plain = "".join(character for character in word if character in "0123456789.")
    return float(plain) if len(plain) <= _LONGEST else None


def _digits(words: Words, at: int, money: bool) -> Numeral | None:
    value = digits(words.raw[at])
    if value is None:
        return None
    end = at + 1
    low = words.low
    if low[end] in _VULGAR and words.glued(end):
        value, end = value + _VULGAR[low[end]], end + 1
    elif (share := _slashed(words, at)) is not None:
        value, end = share, at + 3
        if not money and value < 1:
            return Numeral(value, value, at, end, fraction=True)
    else:
        whole = end + 1 if words.hyphen(end) and words.glued(end + 1) else end
        share = _slashed(words, whole) if words.kind[whole] == Kind.NUMBER and value.is_integer() else None
        if share is not None and share < 1:
            value, end = value + share, whole + 3
    magnitude = 1.0
    if low[end] in GLUED and words.glued(end) and (money or low[end] in ALWAYS_GLUED or _millions(words, end)):
        magnitude, end = GLUED[low[end]], end + 1
    factor, end = _magnitude(words, end)
    magnitude *= factor
    return Numeral(value * magnitude, value * magnitude, at, end, magnitude)


def _millions(words: Words, at: int) -> bool:
    """Whether the "m" in "1.2m people" is a million: it is where something is counted and not measured."""
    following = words.raw[at + 1]
    return words.raw[at] == "m" and following[:1].isalpha() and is_plural(following) and not stops(following.lower())


def _slashed(words: Words, at: int) -> float | None:
    """The value of "3/4"."""
    if words.low[at + 1] not in ("/", "⁄") or words.kind[at + 2] != Kind.NUMBER:
        return None
    if not (words.glued(at + 1) and words.glued(at + 2)) or words.low[at + 3] == "/":
        return None
    over, under = digits(words.raw[at]), digits(words.raw[at + 2])
    if over is None or under is None or under not in _SLASHED or not 0 < over < under:
        return None
    return over / under


def _magnitude(words: Words, at: int) -> tuple[float, int]:
    """The product of the magnitudes at a place ("lakh crore", "-million"), and where they end."""
    product = 1.0
    for _ in range(2):  # "lakh crore", "thousand million"; more of them is no number
        place = at + 1 if words.hyphen(at) and words.glued(at + 1) else at
        word = words.low[place]
        factor = MAGNITUDES.get(word)
        if factor is None and word == "dozen":
            factor = 12.0
        if factor is None:
            return product, at
        product, at = product * factor, place + 1
    return product, at


def _spelled(words: Words, at: int) -> Numeral | None:
    low = words.low
    word = low[at]
    if word in ("a", "an"):
        return _after_article(words, at)
    if word in _SOME:
        return _indefinite(words, at, at + 1)
    if word in INDEFINITE or word == "tens":
        return _indefinite(words, at, at)
    if word in ("half", "quarter", "quarters", "halves"):
        return _half(words, at) if word == "half" else None
    if word in DENOMINATORS:
        return None
    return _cardinal(words, at)


def _after_article(words: Words, at: int) -> Numeral | None:
    """As in “a hundred”, “a third”, “a million and a half”."""
    word = words.low[at + 1]
    if word in ("few", "couple"):
        if words.low[at + 2] in ("dozen", "hundred", "thousand", "million", "billion"):
            return _indefinite(words, at, at + 2)
        return None
    if word in ("hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore"):
        value, end = _magnitude(words, at + 1)
        if words.match(end, ("and", "a", "half")):
            value, end = value * 1.5, end + 3
        elif value == 100 and words.low[end] == "and" and (words.low[end + 1] in UNITS or words.low[end + 1] in TENS):
            rest = _cardinal(words, end + 1)
            if rest is not None:
                value, end = value + rest.low, rest.end
        return Numeral(value, value, at, end, spelled=True)
    if word == "half" and words.low[at + 2] in ("dozen", "million", "billion"):
        return _half(words, at + 1, first=at)
    if word in DENOMINATORS and not word.endswith("s") and word != "half":
        return _share(words, 1, at, at + 1)
    return None


def _half(words: Words, at: int, first: int | None = None) -> Numeral:
    """As in “half”, “half a million”, “half-million”."""
    first = at if first is None else first
    place = at + 1
    if (words.hyphen(place) and words.low[place + 1] in ("million", "billion", "dozen")) or words.low[place] == "a":
        place += 1
    factor, end = _magnitude(words, place)
    if end > place:
        return Numeral(factor / 2, factor / 2, first, end, spelled=True)
    return Numeral(0.5, 0.5, first, at + 1, spelled=True, fraction=True)


def _share(words: Words, over: float, first: int, at: int) -> Numeral:
    """So many of the denominator at a place; "a quarter of a million" is a number."""
    value = over / DENOMINATORS[words.low[at]]
    if words.match(at + 1, ("of", "a")):
        factor, end = _magnitude(words, at + 3)
        if end > at + 3:
            return Numeral(value * factor, value * factor, first, end, spelled=True)
    return Numeral(value, value, first, at + 1, spelled=True, fraction=True)


def _indefinite(words: Words, first: int, at: int) -> Numeral | None:
    """As in “dozens”, “tens of thousands”, “several hundred”."""
    low = words.low
    word = low[at]
    if at > first:
        word += "" if word.endswith("s") else "s"
        if word not in INDEFINITE:
            return None
        bounds = INDEFINITE[word]
        factor, end = _magnitude(words, at + 1)
        if low[first + 1] == "couple":
            bounds = (2 * MAGNITUDES.get(low[at], 12.0),) * 2
        return Numeral(bounds[0] * factor, bounds[1] * factor, first, end, spelled=True)
    factor, end, ten = 1.0, at + 1, word == "tens"
    while factor < 1e9 and low[end] == "of" and low[end + 1] in INDEFINITE and low[end + 1] not in ("dozens", "scores"):
        factor *= INDEFINITE[low[end + 1]][0]
        end += 2
    if ten:
        return Numeral(10 * factor, 100 * factor - 1, at, end, spelled=True) if factor > 1 else None
    bottom, top = INDEFINITE[word]
    return Numeral(bottom * factor, top * factor if factor == 1 else (top + 1) * factor - 1, at, end, spelled=True)


def _cardinal(words: Words, at: int) -> Numeral | None:
    """As in “one hundred and twenty-three thousand”, “two and a half million”, “two-thirds”."""
    low = words.low
    total, current, end = 0.0, 0.0, at
    last = 0
    """How big the part before was: 1 for units, 10 for tens, else the magnitude."""
    while True:
        place = end + 1 if end > at and words.hyphen(end) and words.glued(end + 1) else end
        word = low[place]
        if word == "and" and last >= 100 and end > at and (low[place + 1] in UNITS or low[place + 1] in TENS):
            place += 1
            word = low[place]
            if last >= 1000 and low[place + 1] not in MAGNITUDES and low[place + 2] in MAGNITUDES:
                break
        if word in UNITS and last not in (1,) and not (last == 10 and (UNITS[word] > 9 or UNITS[word] == 0)):
            current, last = current + UNITS[word], 1
        elif word in TENS and last not in (1, 10):
            current, last = current + TENS[word], 10
        elif word == "hundred" and 0 < current < 100:
            current, last = current * 100, 100
        elif word == "dozen" and current:
            current, last = current * 12, 12
        elif word in MAGNITUDES and word != "hundred" and current:
            total, current, last = total + current * MAGNITUDES[word], 0.0, int(MAGNITUDES[word])
        else:
            break
        end = place + 1
    value = total + current
    if end == at or value == 0:
        return None
    if (not total and value < 20) or value == current:
        place = end + 1 if words.hyphen(end) and words.glued(end + 1) else end
        word = low[place]
        if word in DENOMINATORS and word.endswith("s") != (value == 1):
            return _share(words, value, at, place)
    if words.match(end, ("and", "a", "half")) or words.match(end, ("and", "a", "quarter")):
        value += 0.5 if low[end + 2] == "half" else 0.25
        end += 3
        factor, end = _magnitude(words, end)
        return Numeral(value * factor, value * factor, at, end, factor, spelled=True)
    magnitude = float(last) if last >= 1000 and not current else 1.0
    return Numeral(value, value, at, end, magnitude, spelled=True)
