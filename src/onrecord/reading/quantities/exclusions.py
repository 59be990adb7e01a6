"""Numbers that count nothing: names, codes, places in a list, scores, addresses, telephone numbers."""

from __future__ import annotations

from onrecord.reading.quantities import money
from onrecord.reading.quantities.nouns import is_plural, stops
from onrecord.reading.quantities.numerals import MAGNITUDES, Numeral, digits
from onrecord.reading.quantities.units import measure, percent
from onrecord.reading.quantities.words import Kind, Words

DESIGNATORS = frozenset(
    "article articles art section sections sec chapter chapters paragraph paragraphs para paras clause clauses rule"
    " rules annex annexes appendix schedule table tables figure fig chart map plate page pages p pp footnote note"
    " volume vol issue number no no. nos nos. № resolution resolutions directive regulation decree order law act bill"
    " amendment proposition prop measure title form code case count counts exhibit item question verse psalm highway"
    " route interstate road motorway autoroute junction exit lane flight runway gate terminal stand hangar platform"
    " pier dock berth line channel radio studio area zone sector district precinct ward constituency region unit"
    " battalion brigade regiment squadron company division corps base camp post checkpoint hill room suite apartment"
    " apt flat floor building block tower cell courtroom court box lot plot house reactor pipeline grade class level"
    " tier stage step phase type category cat group pool round heat game week matchday lap season episode part series"
    " version model mark mk apollo soyuz voyager boeing airbus windows iphone galaxy playstation formula local agenda"
    " vision horizon super bowl factor protocol operation day chemotherapy size seed world cup".split()
) - {"counts", "company", "court", "house", "week", "day", "season", "game", "series", "act", "world", "cup"}
_NUMBERED_NAMES = frozenset({
    "fortune", "ftse", "nikkei", "dax", "dow", "russell", "p", "cac", "ibex", "nasdaq", "asx", "kospi", "topix",
    "formula", "stoxx", "csi", "smi", "aim", "forbes", "inc", "top",
})  # fmt: skip
"""Names that hold a number even with a plural after it ("Fortune 500 companies")."""
_EMERGENCY = frozenset({"911", "999", "112", "000"})
_CALLS = frozenset({
    "call", "calls", "caller", "callers", "operator", "operators", "dispatcher", "dispatchers", "center", "emergency",
    "recording", "recordings", "tape", "tapes",
})  # fmt: skip
_STREETS = frozenset(
    "street st st. avenue ave road rd lane drive boulevard blvd square place way court terrace row crescent quay"
    " plaza parkway highway alley close gardens embankment".split()
)
_SCORES = frozenset(
    "win wins victory victories vote votes lead leads draw draws defeat defeats loss losses decision ruling majority"
    " margin tie verdict triumph rout thriller scoreline record split down up ahead behind on at".split()
)
_PLAYED = frozenset(
    "won win wins winning beat beats beating lost lose loses losing led lead leads leading drew draw drawn trail"
    " trails trailed trailing defeated defeat edged thrashed voted vote ruled passed carried tied tie rejected"
    " approved adopted by and but then".split()
)
_COMMON_FIRST = frozenset(
    "about some nearly almost over under around roughly approximately only just another of in on at by for from to"
    " with and but or as all the a an its his her their our your these those both between than least most more up out"
    " one two three killing wounding injuring including leaving so then now yet if when while after before since until"
    " per plus minus is are was were be been has have had will would not no aged nor us eu uk un versus vs where that"
    " which who".split()
)
_MONTHS_AND_DAYS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul"
    " aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
)
_NO_UNIT = frozenset({"time", "times", "off", "way", "sided", "man", "stop", "hand", "faced", "fold", "size", "piece"})
_NOT_COUNTED = frozenset(
    "of another day time thing things way point side hand moment reason evening morning night afternoon more such"
    " that who which is was on in to has had can could may might would will should must does did and or but as at by"
    " for with too not if when last final".split()
)
"""What follows a "one" that is no number."""


def is_code(words: Words, number: Numeral) -> bool:
    """Whether a number is part of a code or a name: "F-16", "A350", "3.2.1", "0800 555 0111", "77/19"."""
    at, end = number.first, number.end
    low, kind = words.low, words.kind
    if words.glued(at):
        before = low[at - 1]
        if kind[at - 1] == Kind.WORD and money.before(words, at) is None:
            return True
        if before in "-‑–" and at > 1 and words.glued(at - 1) and kind[at - 2] in (Kind.WORD, Kind.NUMBER):
            return low[at - 2] not in ("mid", "magnitude", "to", "minus") or kind[at - 2] == Kind.NUMBER
        if before in "./:#@_&*\\+=" and before and not (before == ":" and not words.glued(at - 1)):
            return before != "+" or kind[at + 1] == Kind.NUMBER
    if kind[at] == Kind.NUMBER:
        if _lettered(words, end) or _dotted(words, end):
            return True
        raw = words.raw[at]
        if raw[0] == "0" and len(raw) > 1 and "." not in raw:
            return True
        if (kind[end] == Kind.NUMBER and not number.magnitude > 1) or (
            kind[at - 1] == Kind.NUMBER and words.sentence[at - 1] == words.sentence[at] and low[at - 1].isdigit()
        ):
            return True
        if words.hyphen(end) and kind[end + 1] == Kind.NUMBER and words.glued(end + 1):
            return (words.hyphen(end + 2) and kind[end + 3] == Kind.NUMBER) or _telephone(words, end + 1)
    return False


def _lettered(words: Words, end: int) -> bool:
    """Whether letters that are no unit hang on the digits ("4x100", "5G", "767s", "12th")."""
    if not words.glued(end) or words.kind[end] != Kind.WORD:
        return False
    if words.kind[end + 1] == Kind.NUMBER and words.glued(end + 1):
        return True
    # "1.6km", "40m", "-31C"; ordinals and model names are none of it.
    return measure(words, end) is None and words.raw[end] not in ("KC",) and percent(words, end) is None


def _dotted(words: Words, end: int) -> bool:
    return words.low[end] in (".", "/", ":") and words.glued(end) and words.glued(end + 1) and (
        words.kind[end + 1] == Kind.NUMBER
    )  # fmt: skip


def _telephone(words: Words, second: int) -> bool:
    raw = words.raw[second]
    return (raw[0] == "0" and len(raw) > 1) or (len(raw) == 4 and len(words.raw[second - 2]) <= 3)


def is_named(words: Words, number: Numeral, first: int) -> bool:
    """Whether the word before a bare number makes it a name or a place in a list ("Article 5", "Apollo 11").

    Args:
        first: the first word of the number's modifiers.
    """
    at, end = number.first, number.end
    if first != at or number.magnitude > 1:
        return False
    low, kind = words.low, words.kind
    before = low[at - 1]
    if before == "#":
        return True
    if words.raw[at] in _EMERGENCY and low[end] in _CALLS:
        return True
    if kind[at - 1] != Kind.WORD:
        return _listed(words, at, end) or _postal(words, at)
    if before in DESIGNATORS and not _measured(words, end):
        # "counts", "lines" and the like are counted themselves; a designator stands before its number in the singular.
        return not (kind[at] == Kind.WORD and not words.raw[at - 1][0].isupper() and is_plural(words.raw[end]))
    if before in _NUMBERED_NAMES and words.raw[at - 1][0].isupper():
        return True
    if before == "of" and low[at - 2] in ("group", "gang", "big") and words.raw[at - 2][0].isupper():
        return True
    if kind[at] == Kind.WORD:
        return False
    if _address(words, end) or _postal(words, at):
        return True
    name = words.raw[at - 1]
    if not name[0].isupper() or before in _COMMON_FIRST or before in _MONTHS_AND_DAYS or before.endswith("ing"):
        return False
    if "," in words.raw[at] or "." in words.raw[at] or _measured(words, end):
        return False
    return not (is_plural(words.raw[end]) or is_plural(words.raw[end + 1])) or stops(low[end])


def _measured(words: Words, end: int) -> bool:
    """Whether a unit follows that makes a number one of something."""
    return (
        percent(words, end) is not None
        or words.low[end] in MAGNITUDES
        or (measure(words, end) is not None and words.low[end] not in ("day", "second", "quarter", "minute"))
    )


def _listed(words: Words, at: int, end: int) -> bool:
    """Whether a number is a paragraph's, or a note's in brackets ("12. The Panel", "[3]", "(1)")."""
    low = words.low
    opened = words.kind[at - 1] == Kind.BREAK or low[at - 1] in ("—", "–", ":", ".")
    if opened and low[end] in (".", ")") and words.glued(end) and words.kind[end + 1] == Kind.WORD:
        return words.kind[at] == Kind.NUMBER and words.raw[end + 1][0].isupper()
    return low[at - 1] in ("(", "[") and low[end] in (")", "]") and len(words.raw[at]) <= 3


def _address(words: Words, end: int) -> bool:
    """Whether a number that ends at a word is a house's ("10 Downing Street")."""
    place = end
    while place < end + 3 and words.raw[place][:1].isupper() and words.kind[place] == Kind.WORD:
        place += 1
        if words.low[place] in _STREETS and words.raw[place][0].isupper():
            return True
    return False


def _postal(words: Words, at: int) -> bool:
    """Whether digits are a postal code ("New York, NY 10032")."""
    place = at - 2 if words.low[at - 1] == "," else at - 1
    state = words.raw[place]
    return len(words.raw[at]) == 5 and words.raw[at].isdigit() and len(state) == 2 and state.isupper()


def is_score(words: Words, first: Numeral, second: Numeral, unit_follows: bool) -> bool:
    """Whether two numbers are a score or the count of a vote ("won 3-1", "52 to 48")."""
    low = words.low
    if first.spelled or second.spelled:
        return first.low > second.low and not unit_follows
    hyphen = words.hyphen(first.end)
    if first.low >= second.low:
        return True
    before = low[first.first - 1]
    if hyphen and low[second.end] in _SCORES and low[second.end] not in ("on", "at", "up", "down"):
        return True
    return not unit_follows and before in _PLAYED and (hyphen or before not in ("by", "and", "but", "then"))


def is_idle_one(words: Words, number: Numeral) -> bool:
    """Whether "one" is a pronoun or part of a phrase, and counts nothing."""
    if not number.spelled or number.low != 1 or number.end != number.first + 1:
        return False
    if words.low[number.first] != "one":
        return False
    before, after = words.low[number.first - 1], words.low[number.end]
    if before in ("no", "any", "every", "each", "this", "that", "which", "the", "another", "some", "only"):
        return after in _NOT_COUNTED or before != "only" or words.kind[number.end] != Kind.WORD
    return after in _NOT_COUNTED or words.kind[number.end] != Kind.WORD


def no_unit(part: str) -> bool:
    """Whether a hyphenated part makes a number an idiom ("two-time champion", "one-off")."""
    return part in _NO_UNIT


def is_clock_or_ratio(words: Words, number: Numeral) -> bool:
    """Whether a colon ties a number to another ("4:30", "3:1")."""
    end = number.end
    return words.low[end] == ":" and words.glued(end) and words.kind[end + 1] == Kind.NUMBER and words.glued(end + 1)


def too_long(words: Words, at: int) -> bool:
    """Whether digits are too many for a number."""
    return words.kind[at] == Kind.NUMBER and digits(words.raw[at]) is None
