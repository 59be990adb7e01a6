"""Whether what is said around a date is past or to come, so that "on Friday" is last Friday or next."""

from __future__ import annotations

from enum import Enum

from onrecord.reading.quantities.nouns import is_plural
from onrecord.reading.quantities.words import Kind, Words
from onrecord.reading.syntax import Syntax

_FUTURE = frozenset(
    "will ll shall due scheduled slated expected planned set upcoming tomorrow would may might could can should must"
    " plans plan planning hopes hope intends intend going poised vows pledges expects expect aims aim wants want"
    " forecast forecasts faces awaits ahead deadline forthcoming likely unless".split()
)
_PRESENT = frozenset(
    "opens open begins begin starts start ends end expires expire closes close resumes resume runs run takes take"
    " comes come goes go meets meet holds hold votes vote stays stay leaves leave arrives arrive returns return kicks"
    " kick launches launch hosts host marks mark falls plays play decides decide elects elect".split()
)
_AUXILIARIES = frozenset({"was", "were", "had", "did", "has", "have", "been", "wasn", "weren", "didn"})
_IRREGULAR = frozenset(
    "said told met fell rose came went got gave won lost ran saw found held kept led left made paid sent stood began"
    " became broke brought built bought caught chose drew drove fought flew fled grew hid knew lay rode sank sang"
    " shook shot sold spent spoke stole struck swam swept swore taught took tore thought threw understood woke wore"
    " wrote ate bore dealt drank dug fed felt flung forbade forgot froze ground heard hung lent lit meant rang sat"
    " sought shed shrank slept slid slung spun sprang sprung stuck stung strode sworn wept wound withdrew died arose"
    " awoke overcame overthrew undertook".split()
)
_ADJECTIVES = frozenset(
    "united armed limited hundred red wounded injured indeed need bed shed speed feed seed weed exceed proceed"
    " succeed agreed embed".split()
)
_AHEAD = _FUTURE | frozenset(
    "agreed promised vowed pledged decided aimed hoped intended wanted prepared prepares prepare asked ordered"
    " invited urged told ready".split()
)
"""Above an infinitive they look ahead ("agreed to meet on Friday")."""
_DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your all some any no one two which whom what him them us"
    " me it".split()
)
_REACH = 40


class Tense(Enum):
    """The tense around a date."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


def is_past(words: Words, at: int) -> bool:
    """Whether a word looks like a verb in the past."""
    word = words.low[at]
    if word in _AUXILIARIES or word in _IRREGULAR:
        return True
    return (
        len(word) > 3
        and word.endswith("ed")
        and word not in _ADJECTIVES
        and words.kind[at] == Kind.WORD
        and not words.raw[at][0].isupper()
    )


def around(words: Words, first: int, end: int, syntax: Syntax | None) -> Tense:
    """The tense of the clause that a date is in.

    Args:
        first, end: the words of the date.
    """
    low = words.low
    if low[first - 1] in ("until", "till") or (low[first - 1] == "from" and low[end] in ("onward", "onwards", "on")):
        return Tense.FUTURE
    if syntax is not None:
        found = _by_syntax(words, first, end, syntax)
        if found is not Tense.UNKNOWN:
            return found
    return _by_words(words, first, end)


def _by_syntax(words: Words, first: int, end: int, syntax: Syntax) -> Tense:
    unit = syntax.unit_at(words.start[first])
    if unit is None:
        return Tense.UNKNOWN
    direct = syntax.head_of(unit)
    while direct is not None and words.start[first] <= syntax.start[direct] < words.end[end - 1]:
        direct = syntax.head_of(direct)  # the head of the date's own words
    for above in (unit, *syntax.ancestors(unit)):
        if syntax.pos_of(above) not in ("VERB", "AUX") and not syntax.children(above, "cop"):
            continue
        helpers = [syntax.word(child) for child in syntax.children(above, "aux", "aux:pass", "cop")]
        if any(word in _FUTURE for word in helpers) or syntax.word(above) in _FUTURE:
            return Tense.FUTURE
        if any(word in _AUXILIARIES for word in helpers):
            return Tense.PAST
        tense = syntax.tense_of(above)
        if tense in ("past", "past participle"):
            return Tense.PAST
        if above != direct:  # a date that hangs on a noun says nothing of a verb in the present above it
            return Tense.UNKNOWN
        if tense == "base" and not any(syntax.word(higher) in _AHEAD for higher in syntax.ancestors(above)):
            return Tense.UNKNOWN
        if tense in ("present", "base") or any(word in ("is", "are") for word in helpers):
            return Tense.FUTURE  # "agreed to meet on Friday", "meets on Friday"
    return Tense.UNKNOWN


def _by_words(words: Words, first: int, end: int) -> Tense:
    """The nearest verb before the date in its sentence decides, else the first after it."""
    low = words.low
    sentence = words.sentence[first]
    place = first - 1
    while place > 0 and words.sentence[place] == sentence and first - place < _REACH:
        word = low[place]
        if word in _FUTURE:
            return _future(words, place)
        if word == "to" and _infinitive(words, place):
            return Tense.FUTURE
        if is_past(words, place):
            return _past(words, place)
        if word in _PRESENT and words.kind[place] == Kind.WORD:
            return Tense.FUTURE
        if word == "to" and _base(words, place + 1):
            return Tense.FUTURE if _FUTURE.intersection(low[max(0, place - 4) : place]) else Tense.UNKNOWN
        if word == ";":
            break
        place -= 1
    place = end
    while words.sentence[place] == sentence and words.kind[place] != Kind.BREAK and place - end < _REACH:
        word = low[place]
        if word in _FUTURE:
            return Tense.FUTURE
        if is_past(words, place):
            return Tense.PAST
        if word in _PRESENT:
            return Tense.FUTURE
        place += 1
    return Tense.UNKNOWN


def _future(words: Words, place: int) -> Tense:
    """Future, unless the marker is part of something past ("had been due", "could have", "the set")."""
    low = words.low
    if low[place] in ("would", "could", "might", "should", "must", "may") and low[place + 1] == "have":
        return Tense.PAST
    if low[place] == "set" and low[place + 1] not in ("for", "to"):
        return Tense.PAST
    if low[place] in ("expected", "planned", "scheduled", "due") and low[place - 1] in ("had", "as", "than"):
        return Tense.PAST
    if low[place] == "expected" and low[place - 1] == "been" and low[place - 2] == "had":
        return Tense.PAST
    return Tense.FUTURE


def _past(words: Words, place: int) -> Tense:
    """Past, unless a participle of what is to come ("to be held", "will be offered")."""
    low = words.low
    for before in range(place - 1, max(0, place - 4), -1):
        if low[before] in ("will", "ll", "shall"):
            return Tense.FUTURE
        if low[before] == "be":
            return Tense.FUTURE
        if low[before] in _AUXILIARIES or words.kind[before] != Kind.WORD:
            break
    return Tense.PAST


def _infinitive(words: Words, place: int) -> bool:
    """Whether "to" begins an infinitive that looks ahead ("plans to meet", "is to be")."""
    following = words.low[place + 1]
    if words.kind[place + 1] != Kind.WORD or words.raw[place + 1][0].isupper():
        return False
    before = words.low[place - 1]
    return following == "be" or before in _AHEAD or before in ("is", "are", "meeting", "continue", "about", "time")


def _base(words: Words, at: int) -> bool:
    """Whether the word after "to" may be an infinitive."""
    word = words.low[at]
    return words.kind[at] == Kind.WORD and words.raw[at].islower() and not is_plural(word) and word not in _DETERMINERS
