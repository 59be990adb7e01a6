"""Times of day: "4:30 p.m.", "0930 GMT", "noon", "the morning of", "tonight"."""

from __future__ import annotations

from onrecord.reading.dates.meanings import Anchor, Clock, Expression, Period, Shifted
from onrecord.reading.dates.names import DAYTIMES, PLURAL_WEEKDAYS, WEEKDAYS
from onrecord.reading.quantities import modifiers
from onrecord.reading.quantities.nouns import stops
from onrecord.reading.quantities.numerals import UNITS
from onrecord.reading.quantities.words import Kind, Words

_HALVES = {"a.m.": 0, "am": 0, "a.m": 0, "p.m.": 12, "pm": 12, "p.m": 12, "a. m.": 0, "p. m.": 12}
_ZONES = frozenset(
    "gmt utc est edt cst cdt mst mdt pst pdt cet cest eet eest bst ist jst msk et pt ct aest aedt hkt sgt wib".split()
)
_AT = frozenset({
    "at", "around", "about", "after", "before", "by", "until", "till", "from", "to", "past", "between", "and",
})  # fmt: skip
_TODAY = Shifted(Period.DAY, 0, Anchor.SPEECH)
_TOMORROW = Shifted(Period.DAY, 1, Anchor.SPEECH)
_YESTERDAY = Shifted(Period.DAY, -1, Anchor.SPEECH)


def clock(words: Words, at: int) -> list[Expression]:
    """The time that begins at a number."""
    low, raw = words.low, words.raw
    if words.glued(at) and words.kind[at - 1] in (Kind.WORD, Kind.NUMBER):
        return []
    if words.glued(at) and low[at - 1] in (":", ".", "/", "-", "$", "€", "£"):
        return []
    hour_minute = _hour_minute(words, at)
    if hour_minute is None:
        return []
    hour, minute, end, sure = hour_minute
    half = _HALVES.get(low[end])
    if half is not None:
        if not 1 <= hour <= 12:
            return []
        hour, end, sure = hour % 12 + half, end + 1, True
        if raw[end] == "." and words.glued(end) and not low[end - 1].endswith("."):
            end += low[end - 1] in ("a.m", "p.m")
    elif low[end] in ("o", "o’clock", "o'clock") and low[end + 1] in ("’", "'") and low[end + 2] == "clock":
        end, sure = end + 3, True
    elif low[end] == "hours" and len(raw[at]) == 4 and "." not in raw[at]:
        end, sure = end + 1, True
    zone = _zone(words, end)
    if zone > end:
        if not sure and len(raw[at]) not in (4, 5):
            return []
        end, sure = zone, True
    if not sure and half is None:
        found = _on_the_morning(words, at, hour, end)
        if found is None:
            return []
        hour, sure = found, True
    if hour > 24 or minute > 59:
        return []
    first = modifiers.before(words, at).first
    first = at if low[first] in ("between", "over", "under", "only", "just", "up", "another", "some") else first
    return [Expression(first, end, Clock(f"T{hour:02d}:{minute:02d}"))]


def spelled(words: Words, at: int) -> list[Expression]:
    """As in “ten o'clock”; “clock” is at the place."""
    low = words.low
    hour = UNITS.get(low[at - 3])
    if low[at - 1] not in ("'", "’") or low[at - 2] != "o" or hour is None or not 1 <= hour <= 12:
        return []
    return [Expression(at - 3, at + 1, Clock(f"T{hour:02d}:00"))]


def _hour_minute(words: Words, at: int) -> tuple[int, int, int, bool] | None:
    """Hour, minute, where they end, and whether they are surely a time."""
    low, raw = words.low, words.raw
    if low[at + 1] == ":" and words.glued(at + 1) and words.glued(at + 2) and len(raw[at + 2]) == 2:
        if raw[at].isdigit() and raw[at + 2].isdigit() and int(raw[at][:3]) <= 24 and int(raw[at + 2]) <= 59:
            end = at + 3
            if low[end] == ":" and words.glued(end) and raw[end + 1].isdigit():
                end += 2
            bare = low[at - 1] not in ("won", "ratio", "verse") and (len(raw[at]) == 2 or low[at - 1] in _AT)
            return int(raw[at]), int(raw[at + 2]), end, bare and int(raw[at]) < 24
        return None
    whole, dot, rest = raw[at].partition(".")
    if dot and len(rest) == 2 and whole.isdigit() and len(whole) <= 2 and int(whole) <= 24 and int(rest) <= 59:
        return int(whole), int(rest), at + 1, False
    if not raw[at].isdigit():
        return None
    if len(raw[at]) == 4 and int(raw[at][:2]) <= 24 and int(raw[at][2:]) <= 59:
        return int(raw[at][:2]), int(raw[at][2:]), at + 1, False
    return (int(raw[at]), 0, at + 1, False) if len(raw[at]) <= 2 else None


def _zone(words: Words, at: int) -> int:
    """Where a time zone ends that begins at a place."""
    low = words.low
    if low[at] == "local" and low[at + 1] == "time":
        return at + 2
    place = at + 1 if low[at] == "(" else at
    if low[place] in _ZONES and words.raw[place].isupper():
        return place + 1 if place == at else at
    return at


def _on_the_morning(words: Words, at: int, hour: int, end: int) -> int | None:
    """The hour of "11 on Monday morning", "at 8 on Friday night"; ``None`` where no part of a day says which."""
    low = words.low
    if low[at - 1] not in _AT or not 1 <= hour <= 12:
        return None
    place = end
    if (low[place] == "on" and low[place + 1] in WEEKDAYS) or (low[place] == "in" and low[place + 1] == "the"):
        place += 2
    elif low[place] in ("tomorrow", "yesterday", "this"):
        place += 1
    else:
        return None
    part = low[place]
    if part == "morning":
        return hour % 12
    if part in ("afternoon", "evening"):
        return hour % 12 + 12
    return (hour % 12 + 12 if hour >= 6 else hour % 12) if part == "night" else None


def daytime(words: Words, at: int) -> list[Expression]:
    """A part of the day: "this morning", "noon", "last night", "the night of"."""
    low = words.low
    word = low[at]
    value = DAYTIMES[word]
    before = low[at - 1]
    if word in ("noon", "midday", "midnight"):
        if words.hyphen(at + 1) or (words.kind[at + 1] == Kind.WORD and words.raw[at + 1][0].isupper() and (
            low[at + 1] not in WEEKDAYS
        )):
            return []  # "High Noon Saloon"
        return [Expression(at, at + 1, Clock(value))]
    if words.hyphen(at + 1) and words.glued(at + 2):
        return []
    if before in WEEKDAYS or before in PLURAL_WEEKDAYS:
        return [Expression(at, at + 1, Clock(value))]
    if before == "this":
        return [Expression(_early(words, at - 1), at + 1, Clock(value, _TODAY))]
    if before == "last" and word == "night":
        return [Expression(_early(words, at - 1), at + 1, Clock(value, _YESTERDAY))]
    if before in ("tomorrow", "yesterday"):
        return [Expression(_early(words, at - 1), at + 1, Clock(value, _TOMORROW if before[0] == "t" else _YESTERDAY))]
    if before in ("next", "following", "previous") and low[at - 2] == "the":
        amount = -1 if before == "previous" else 1
        return [Expression(at - 2, at + 1, Clock(value, Shifted(Period.DAY, amount, Anchor.NARRATIVE)))]
    if before == "that" and low[at - 2] != "of":
        return [Expression(at - 1, at + 1, Clock(value, Shifted(Period.DAY, 0, Anchor.NARRATIVE)))]
    if before == "the" or (before in ("early", "late") and low[at - 2] == "the"):
        first = at - 1 if before == "the" else at - 2
        if low[at + 1] == "of":
            return [Expression(first, at + 1, Clock(value))]
        noun = words.kind[at + 1] == Kind.WORD and words.raw[at + 1].islower() and not stops(low[at + 1])
        alone = not noun and low[at + 1] not in ("after", "before")
        if low[first - 1] in ("in", "during", "into") and word != "night" and alone:
            return [Expression(first, at + 1, Clock(value, Shifted(Period.DAY, 0, Anchor.NARRATIVE)))]
    return []


def _early(words: Words, at: int) -> int:
    return at - 1 if words.low[at - 1] in ("early", "late", "earlier", "later") else at


def by_word(words: Words, at: int) -> list[Expression]:
    """As in “today”, “yesterday”, “tonight”, “overnight”."""
    word = words.low[at]
    first = _early(words, at)
    if word == "tonight":
        return [Expression(first, at + 1, Clock("TNI", _TODAY))]
    if word == "overnight":
        after = words.raw[at + 1]
        # "Overnight lows": said of nights in general.
        if words.kind[at + 1] == Kind.WORD and words.first_of_sentence(at) and after.islower():
            return []
        return [Expression(at, at + 1, Clock("TNI", _TODAY))]
    if word == "today":
        if words.low[at - 1] in ("usa", "’", "of", "'") and words.low[at - 1] == "usa":
            return []
        return [Expression(first, at + 1, _TODAY)]
    return [Expression(first, at + 1, _TOMORROW if word == "tomorrow" else _YESTERDAY)]
