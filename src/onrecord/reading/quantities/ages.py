"""Ages: "34-year-old", "aged 18 to 29", "Brandt, 51,", "in their twenties", "children under 12"."""

from __future__ import annotations

from onrecord.reading.quantities.nouns import is_person
from onrecord.reading.quantities.numerals import Numeral
from onrecord.reading.quantities.units import Unit
from onrecord.reading.quantities.words import Kind, Words

UNIT = "year-old"
OLDEST = 115
"""Years that nobody is much older than: a bigger number is no age."""
_DAYS = 31
"""A number of up to so many after "May," may be a day."""
_AGED = frozenset({"aged", "age", "ages"})
_TURNED = frozenset({"turned", "turns", "turning", "turn"})
_PRONOUNS = frozenset({"he", "she", "i", "who", "they", "we", "youngest", "oldest", "eldest", "you"})
_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "your", "our"})
_TENS = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})
_DECADES = {
    "teens": (13.0, 19.0), "twenties": (20.0, 29.0), "thirties": (30.0, 39.0), "forties": (40.0, 49.0),
    "fifties": (50.0, 59.0), "sixties": (60.0, 69.0), "seventies": (70.0, 79.0), "eighties": (80.0, 89.0),
    "nineties": (90.0, 99.0),
}  # fmt: skip
DECADES = frozenset(_DECADES)
_COPULAS = frozenset({"is", "are", "was", "were", "am", "be"})
_BELONGING = frozenset({"people", "those", "everyone", "anyone", "adults", "children", "women", "men", "girls", "boys"})
_BOUNDS = frozenset({"under", "over", "above", "below"})


def after(words: Words, at: int) -> Unit | None:
    """As in “-year-old(s)”, “years old”, “years of age” after a number."""
    low = words.low
    place = at + 1 if words.hyphen(at) else at
    noun = low[place].removesuffix("s")
    if noun not in ("year", "month", "week", "day"):
        return None
    old = place + 2 if words.hyphen(place + 1) else place + 1
    text = f"{noun}-old"
    if low[old] in ("old", "olds"):
        return Unit(at, old + 1, text, text)
    if noun == "year" and low[old] == "of" and low[old + 1] == "age":
        return Unit(at, old + 2, text, text)
    return None


def decade(words: Words, at: int) -> tuple[float, float, int] | None:
    """The ages of "in his 40s", "in their early thirties": the bounds, and where they end."""
    low = words.low
    if words.kind[at] == Kind.NUMBER:
        if low[at + 1] != "s" or not words.glued(at + 1) or low[at] not in _TENS:
            return None
        bounds, end = (float(low[at]), float(low[at]) + 9), at + 2
    elif low[at] in _DECADES:
        bounds, end = _DECADES[low[at]], at + 1
    else:
        return None
    before = at - 1
    while low[before] in ("early", "mid", "late") or (low[before] in "-‑" and words.glued(at)):
        before -= 1
    return (*bounds, end) if low[before] in _POSSESSIVES else None


def introduced(words: Words, at: int) -> int | None:
    """The word that makes a number an age before it ("aged 34", "at the age of 34"), if there is one."""
    low = words.low
    if low[at - 1] in _AGED:
        return at - 1
    if low[at - 1] == "between" and low[at - 2] in _AGED:
        return at - 2
    if low[at - 1] == "of" and low[at - 2] in ("age", "ages"):
        return at - 3 if low[at - 3] == "the" else at - 2
    return None


def bare(words: Words, number: Numeral, first: int) -> bool:
    """Whether a number with no unit is an age by where it stands ("Brandt, 51,", "She turned 18").

    Args:
        first: the first word of the number's modifiers.
    """
    low = words.low
    if not (number.low.is_integer() and 0 < number.low <= OLDEST and number.magnitude == 1):
        return False
    if low[number.end] in ("or", "and") and low[number.end + 1] in ("older", "younger"):
        return True
    before, after = low[first - 1], low[number.end]
    if before in _TURNED:
        return True
    if before in ("both", "now", "then", "just") and low[first - 2] in (",", *_COPULAS):
        return low[first - 2] == "," and after in (",", ".", ")", "")
    closed = after in (",", ".", ")", ";", "and", "when", "at") or words.kind[number.end] == Kind.BREAK
    if before == "," and first == number.first and closed and after != ";":
        named = _a_person(words, first - 2) or (words.raw[first - 2][:1].isupper() and number.low > _DAYS)
        return named and not (words.kind[number.first] == Kind.WORD and number.low < 13)
    if before == "," and closed is False and low[number.end] in ("next", "this", "on", "in"):
        return _named(words, first - 2) and number.low >= 13 and words.kind[number.first] == Kind.NUMBER
    if before == "at" and low[first - 2] in ("died", "dies", "dead", "die", "retired", "retire", "debuted") and closed:
        return True
    if before in _COPULAS and low[first - 2] in _PRONOUNS:
        return closed or after in ("years",)
    return before == "at" and words.first_of_sentence(first - 1) and after == ","


def bound(words: Words, number: Numeral, first: int) -> bool:
    """Whether a bound with no unit is one of age ("children under 12", "whom are over 55")."""
    low = words.low
    if first != number.first - 1 or low[first] not in _BOUNDS or not 0 < number.low <= OLDEST:
        return False
    before = low[first - 1]
    return is_person(before) or before in _BELONGING or (before in _COPULAS and number.low.is_integer())


def _a_person(words: Words, at: int) -> bool:
    return _named(words, at) or is_person(words.low[at]) or words.low[at] in _ROLES or _role(words, at)


def _named(words: Words, at: int) -> bool:
    """Whether the word looks like the end of somebody's name."""
    word = words.raw[at]
    return words.kind[at] == Kind.WORD and word[:1].isupper() and words.low[at] not in _NO_NAMES


def _role(words: Words, at: int) -> bool:
    return words.kind[at] == Kind.WORD and words.low[at].endswith(("er", "or", "ist", "ian", "man", "woman"))


_ROLES = frozenset("captain bride groom victim suspect accused defendant couple twins widow general president".split())
_NO_NAMES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
