"""Parts of a year: quarters, halves, seasons."""

from __future__ import annotations

from onrecord.reading.dates.meanings import Expression, Part
from onrecord.reading.dates.names import ORDINALS, SEASONS
from onrecord.reading.quantities.nouns import stops
from onrecord.reading.quantities.words import HYPHENS, Kind, Words

_PLAY = frozenset(
    "touchdown touchdowns outscored halftime quarterback rebounds goal goals coach innings scored scoring equalizer"
    " equaliser penalty striker midfielder visitors kickoff kick-off fouls timeout".split()
)
_SHIFTS = {"last": -1, "this": 0, "next": 1, "past": -1, "previous": -1, "coming": 1, "current": 0}
_BUSINESS = frozenset(
    "profit profits loss losses revenue revenues sales earnings results income net growth output pretax operating"
    " figures gdp turnover dividend".split()
)
_GENERIC = frozenset({
    "in", "of", "during", "by", "since", "from", "until", "over", "through", "for", "till", "before", "after",
})  # fmt: skip


def quarter(words: Words, at: int) -> list[Expression]:
    """As in “the second quarter”, “third-quarter”, “last quarter”; “quarter” is at the place."""
    low = words.low
    place = at - 2 if low[at - 1] in HYPHENS and low[at - 1] else at - 1
    ordinal = ORDINALS.get(low[place])
    if ordinal is None and low[place] in ("1st", "2nd", "3rd", "4th"):
        ordinal = int(low[place][0])
    if low[place] in ("final", "last") and low[at + 1] == "of":
        ordinal = 4
    if ordinal is not None and ordinal <= 4:
        if _played(words, at):
            return []
        first = place - 1 if low[place - 1] in ("fiscal", "calendar", "financial") else place
        first = first - 1 if low[first - 1] == "the" and place == at - 1 else first
        year, end = _year(words, at + 1)
        return [Expression(first, end, Part(year, f"Q{ordinal}"))]
    shift = _SHIFTS.get(low[at - 1])
    if shift is None or low[at + 1] in ("of", "century") or _played(words, at):
        return []
    first = at - 2 if low[at - 2] in ("the", "this") else at - 1
    if low[at - 1] in ("last", "past", "next") and low[at - 2] == "the":
        return []
    return [Expression(first, at + 1, Part(None, "Q", shift))]


def half(words: Words, at: int) -> list[Expression]:
    """As in “the first half of 2024”, “first-half profit”; “half” is at the place."""
    low = words.low
    place = at - 2 if low[at - 1] in HYPHENS and low[at - 1] else at - 1
    if low[place] not in ("first", "second") or _played(words, at):
        return []
    year, end = _year(words, at + 1)
    of_year = low[at + 1] == "of" and low[at + 2] in ("the", "this", "last", "next") and low[at + 3] == "year"
    if year is None and not of_year and low[at + 1] not in _BUSINESS:
        return []
    first = place - 1 if low[place - 1] == "the" and place == at - 1 else place
    shift = None
    if of_year:
        end, shift = at + 4, _SHIFTS.get(low[at + 2], 0)
    return [Expression(first, end, Part(year, f"H{ORDINALS[low[place]]}", shift))]


def short(words: Words, at: int) -> list[Expression]:
    """As in “q3 2023”, “H1”; the letter is at the place."""
    letter, digit = words.raw[at], words.raw[at + 1]
    if letter not in ("Q", "H") or not words.glued(at + 1) or digit not in ("1", "2", "3", "4"):
        return []
    if (letter == "H" and digit not in "12") or (words.glued(at + 2) and words.kind[at + 2] == Kind.WORD):
        return []
    year, end = _year(words, at + 2)
    if letter == "H" and year is None and words.low[at + 2] not in _BUSINESS:
        return []
    return [Expression(at, end, Part(year, letter + digit))]


def season(words: Words, at: int) -> list[Expression]:
    """As in “last summer”, “the spring of 2015”, “winter 2019”, “in the autumn”."""
    low = words.low
    word = low[at]
    if words.raw[at][0].isupper() and not words.first_of_sentence(at):
        return []
    code = SEASONS[word]
    before = low[at - 1]
    first = at - 1 if before in ("early", "mid", "late") else at
    if before in HYPHENS and before and low[at - 2] == "mid":
        first = at - 2
    year, end = _year(words, at + 1)
    lead = low[first - 1]
    if year is not None:
        return [Expression(first - 1 if lead == "the" else first, end, Part(year, code))]
    if words.hyphen(at + 1):
        return []
    shift = _SHIFTS.get(lead)
    if shift is not None:
        return [Expression(first - 1, at + 1, Part(None, code, shift))]
    if word == "fall" and low[at + 1] == "of":
        return []
    article = lead == "the"
    opened = first - 1 if article else first
    verb = word in ("fall", "spring") and not article and low[opened - 1] not in ("in", "by")
    if low[opened - 1] not in _GENERIC or verb:
        return []
    following = words.kind[at + 1] == Kind.WORD and words.raw[at + 1].islower()
    if following and not stops(low[at + 1]):
        return []  # "in winter coats"
    return [Expression(opened, at + 1, Part(None, code))]


def _year(words: Words, at: int) -> tuple[int | None, int]:
    """The year of a part of it ("of 2023", "2023", "of fiscal 2023")."""
    low = words.low
    place = at + 1 if low[at] in ("of", ",", "in") else at
    if low[place] in ("fiscal", "fy"):
        place += 1
        place += low[place] == "year"
    raw = words.raw[place]
    if words.kind[place] == Kind.NUMBER and len(raw) == 4 and raw.isdigit() and 1500 <= int(raw) <= 2100:
        return int(raw), place + 1
    return None, at


def _played(words: Words, at: int) -> bool:
    """Whether the words around are of a match, whose quarters and halves are none of a year."""
    return any(word in _PLAY for word in words.low[max(0, at - 25) : at + 25])
