"""Words by which a text itself says that a commitment was kept or broken.

Three forms: a preposition or adverb over what is committed to ("in breach of the accord", "as promised"), a verb with
it as object or subject ("reneged on its pledge"), and a noun phrase with an adjective ("a broken promise"). Which
commitment is meant is left to linking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from onrecord.reading.commitments.conduct_verbs import by_predicate, by_verb
from onrecord.reading.commitments.references import COMMITTED, REACH, Link, other, reference
from onrecord.reading.forms import noun_in
from onrecord.reading.homes import Homes
from onrecord.reading.parsed import VERBS, Parsed, Run
from onrecord.types import Attribution, ConductRelation, ConductSign, Span

_KEEPS, _CONTRADICTS = ConductRelation.KEEPS, ConductRelation.CONTRADICTS
_PHRASES: Final = {
    _CONTRADICTS: (
        r"in (?:\w+(?:, | and | ))?(?:contradiction|contravention|violation|breach|defiance|disregard|betrayal) "
        r"(?:to|of|with)",
        r"contrary to", r"in spite of", r"despite", r"notwithstanding", r"at odds with", r"inconsistent with",
        r"incompatible with", r"out of (?:line|step) with", r"(?:fl(?:y|ies|ew|ying)) in the face of",
        r"r[ua]n(?:s|ning)? counter to", r"makes? a mockery of",
        r"an? (?:\w+ )?(?:betrayal|breach|violation|mockery|reversal|abandonment|repudiation|rejection) of",
        r"a (?:\w+ )?(?:retreat|departure|climbdown) from", r"an? (?:\w+ )?(?:u-turn|about-face|about-turn"
        r"|volte-face) on",
    ),
    _KEEPS: (
        r"in (?:\w+ )?(?:line|accordance|keeping|compliance|accord|conformity|fulfil?lment) (?:with|of)", r"true to",
        r"consistent with", r"pursuant to", r"as good as", r"faithful to",
    ),
}  # fmt: skip
_PHRASE: Final = re.compile(
    r"\b(?:" + "|".join(
        f"(?P<{relation.value}>{'|'.join(patterns)})" for relation, patterns in _PHRASES.items()
    ) + r")\b", re.IGNORECASE,
)  # fmt: skip
_KEYS: Final = frozenset(
    "contradiction contravention violation breach defiance disregard betrayal contrary spite despite notwithstanding "
    "odds inconsistent incompatible line step face counter mockery accordance keeping compliance accord conformity "
    "fulfillment fulfilment true consistent pursuant good faithful reversal abandonment repudiation rejection retreat "
    "departure climbdown turn volte".split()
)
"""Words of which one stands in each phrase."""
_GIVEN: Final = (
    r"(?:promised|pledged|agreed|vowed|sworn|swore|undertaken|undertook|assured|guaranteed|committed|stipulated|signed)"
)
_AS: Final = re.compile(
    r"\b(?:just |exactly |precisely |much )?as (?:it |he |she |they |we |had |has |have |was |were |been |so |once "
    rf"|originally |previously |initially |publicly |solemnly |it\W+)*{_GIVEN}\b"
    r"|\b(?:just |exactly |precisely )?as (?:it|he|she|they) (?:had |has |have )?said (?:it|he|she|they) would"
    r"(?: be)?\b"
    r"|\bas (?:the|its|their|his|her|that) (?:[\w-]+ ){0,4}?(?:requires?|required|demands?|demanded|stipulates?"
    r"|stipulated|obliges?|provides?|provided for|lays? down|laid down|prescribes?|foresees?|sets? out)\b"
    r"|\bas (?:ordered|demanded|requested|instructed)\b",
    re.IGNORECASE,
)
_WHAT: Final = re.compile(
    r"\b(?P<not>not )?(?:exactly |just |precisely )?what (?:[\w'’-]+ ){1,6}?(?:promised|pledged|agreed|vowed"
    r"|sworn|requires?"
    r"|required|demands?|stipulates?|lays? down|laid down|prescribes?|sets? out|said|signed(?: up (?:to|for))?"
    r"|undertaken)"
    r"\b(?: to do)?",
    re.IGNORECASE,
)
"""With "not" before it, or with "did" or the like."""
_FORBIDDEN: Final = re.compile(
    r"\b(?:which|something|that) (?:the|its|their|his|her|that) (?:[\w-]+ ){0,3}?(?:forbids?|prohibits?|bans?"
    r"|rules? out"
    r"|outlaws?|does not allow|disallows?|bars?)\b",
    re.IGNORECASE,
)
_DOING: Final = frozenset("did do does done doing got delivered get".split())
_OPPOSITE: Final = re.compile(
    r"\b(?:done|did|does|doing|do) (?:just |exactly |precisely )?the (?:exact |very )?(?:opposite|reverse|contrary)\b"
)
_NOT: Final = frozenset("not never t no hardly nor neither without".split())
_UP: Final = 4
"""Heads above words that are asked where they are told."""


def signs(p: Parsed, homes: Homes) -> Iterator[ConductSign]:
    """The words of a passage that say that a commitment was kept or broken, in text order."""
    found = [*_by_phrase(p), *_by_pattern(p), *by_verb(p), *by_predicate(p)]
    taken: list[Run] = []
    for link in sorted(found, key=lambda one: (one.words, one.refers is None)):
        if any(link.words[0] <= last and first <= link.words[1] for first, last in taken):
            continue
        home = _home(p, homes, link.words[0])
        if home is None:
            continue
        taken.append(link.words)
        subject = _actor(p, link.words[0])
        yield ConductSign(
            attribution=home.id,
            relation=link.relation,
            spans=(p.span(link.words),),
            refers=None if link.refers is None else p.span(link.refers),
            actor=None if subject is None else p.span(subject),
        )


def _home(p: Parsed, homes: Homes, unit: int) -> Attribution | None:
    """Where words are told, or else the clause that they hang on."""
    above = (unit, *islice(p.ancestors(unit), _UP))
    told = next((item for at in above if (item := homes.telling(at)) is not None), None)
    return told or next((around[0] for at in above if (around := homes.around(at))), None) or homes.beside(unit)


def _by_phrase(p: Parsed) -> Iterator[Link]:
    """As in "in breach of the accord", "despite those promises", "assurances notwithstanding"."""
    for match in _matches(p):
        first, last = _units(p, match.start(), match.end())
        if first is None or last is None:
            continue
        low, high = p.sentence(first)
        refers = reference(p, last + 1, high, pronouns=True, idioms=p.words[last] == "as" or p.words[first] == "true")
        words = (first, refers[1]) if refers is not None else (first, last)
        if refers is None and p.words[first] == "notwithstanding" and noun_in(p.words[first - 1], COMMITTED):
            refers = p.phrase(first - 1, low, first)
            words = refers[0], first
        if refers is None:
            continue
        relation = _CONTRADICTS if match.lastgroup == _CONTRADICTS.value else _KEEPS
        if any(word in _NOT for word in p.words[max(0, first - 2) : first]):
            relation = other(relation)
        yield Link(relation, words, refers)


def _matches(p: Parsed) -> Iterator[re.Match[str]]:
    """Where the phrases stand: they are looked for around their rare words alone."""
    taken = -1
    for key in p.among(_KEYS):
        low, high = p.sentence(key)
        for match in _PHRASE.finditer(p.text, p.start[max(low, key - 3)], p.end[min(high, key + 5) - 1]):
            if match.start() > taken:
                taken = match.start()
                yield match


def _by_pattern(p: Parsed) -> Iterator[Link]:
    """As in "as promised", "which is not what the contract lays down", "which the treaty forbids"."""
    for opening, pattern in (
        ("as", _AS),
        ("what", _WHAT),
        ("which", _FORBIDDEN),
        ("something", _FORBIDDEN),
        ("the", _OPPOSITE),
    ):
        for place in p.places.get(opening, ()):
            low, high = p.sentence(place)
            start = p.start[max(low, place - 3)]
            match = pattern.search(p.text, start, p.end[min(high, place + REACH + 3) - 1])
            if match is None or match.end() < p.end[place] or match.start() > p.start[place]:
                continue
            first, last = _units(p, match.start(), match.end())
            if first is None or last is None or last - first > REACH + 2:
                continue
            relation = _relation(p, pattern, match, first, low)
            if relation is not None:
                refers = next(
                    (at for at in range(first, last + 1) if p.pos[at] == "NOUN" and noun_in(p.words[at], COMMITTED)),
                    None,
                )
                yield Link(relation, (first, last), None if refers is None else (refers, refers))


def _relation(
    p: Parsed, pattern: re.Pattern[str], match: re.Match[str], first: int, low: int
) -> ConductRelation | None:
    if pattern is _FORBIDDEN or pattern is _OPPOSITE:
        return _CONTRADICTS
    if pattern is _WHAT:
        if match["not"]:
            return _CONTRADICTS
        doing = any(word in _DOING for word in p.words[max(low, first - 3) : first])
        return _KEEPS if doing and not _clause_negated(p, first, low) else None
    return other(_KEEPS) if _clause_negated(p, first, low) else _KEEPS


def _clause_negated(p: Parsed, unit: int, low: int) -> bool:
    """Whether the clause before "as promised" says that something was not done."""
    at = unit - 1
    while at >= low and unit - at < 14:
        if p.words[at] in ("not", "t", "never", "failed", "nothing"):
            return True
        if p.words[at] in ("and", "but", "which", "who"):
            return False
        at -= 1
    return False


def _actor(p: Parsed, unit: int) -> Run | None:
    """Who acts in the clause of a unit: the subject of its verb or of the verb it hangs on."""
    at: int | None = unit
    for _ in range(6):
        if at is None or at < 0:
            return None
        if p.pos[at] in VERBS:
            subject = p.subject(at)
            if subject is not None:
                low, high = p.sentence(unit)
                return p.phrase(subject, low, high)
        at = p.head[at]
    return None


def _units(p: Parsed, start: int, end: int) -> tuple[int | None, int | None]:
    units = p.syntax.units(Span(start, end))
    return (units.start, units.stop - 1) if len(units) else (None, None)
