"""Words by which a text itself says that a commitment was kept or broken.

Three forms: a preposition or adverb over what is committed to ("in breach of the accord", "as promised"), a verb with
it as object ("reneged on its pledge"), and a noun phrase with an adjective ("a broken promise"). Which commitment is
meant is left to linking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from onrecord.reading.commitments.cues import AGREEMENT_NOUNS, DUTY_NOUNS, INSTRUMENTS, PLEDGE_NOUNS
from onrecord.reading.forms import form_of, noun_in
from onrecord.reading.homes import Homes
from onrecord.reading.parsed import VERBS, Parsed, Run
from onrecord.types import Attribution, ConductRelation, ConductSign, Span

_COMMITTED: Final = (PLEDGE_NOUNS - {"oath"}) | AGREEMENT_NOUNS | DUTY_NOUNS | INSTRUMENTS - {"letter", "plan", "term"}
_KEEPS, _CONTRADICTS = ConductRelation.KEEPS, ConductRelation.CONTRADICTS

_PHRASES: Final = {
    _CONTRADICTS: (
        r"in (?:\w+(?:, | and | ))?(?:contradiction|contravention|violation|breach|defiance|disregard|betrayal) "
        r"(?:to|of|with)",
        r"contrary to", r"in spite of", r"despite", r"notwithstanding", r"at odds with", r"inconsistent with",
        r"incompatible with", r"out of (?:line|step) with", r"(?:fl(?:y|ies|ew|ying)) in the face of",
        r"r[ua]n(?:s|ning)? counter to", r"in flagrant breach of",
        r"a (?:\w+ )?(?:betrayal|breach|violation|mockery) of",
        r"makes? a mockery of",
    ),
    _KEEPS: (
        r"in (?:\w+ )?(?:line|accordance|keeping|compliance|accord|conformity|fulfil?lment) (?:with|of)", r"true to",
        r"consistent with", r"pursuant to", r"as good as",
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
    "fulfillment fulfilment true consistent honor honour pursuant".split()
)
"""Words of which one stands in each phrase."""
_AS: Final = re.compile(
    r"\b(?:just |exactly |precisely |much )?as (?:it |he |she |they |we |had |has |have |was |were |been |so |once "
    r"|originally |previously |initially |publicly |solemnly )*(?:promised|pledged|agreed|vowed|undertaken|undertook"
    r"|assured|guaranteed|committed|stipulated)\b"
    r"|\b(?:just |exactly |precisely )?as (?:it|he|she|they) (?:had |has |have )?said (?:it|he|she|they) would"
    r"(?: be)?\b"
    r"|\bas (?:the|its|their|his|her|that) (?:[\w-]+ ){0,4}?(?:requires?|required|demands?|demanded|stipulates?"
    r"|stipulated"
    r"|obliges?|provides?|provided for|lays? down|laid down|prescribes?|foresees?|sets? out)\b",
    re.IGNORECASE,
)
_NOT_WHAT: Final = re.compile(
    r"\bnot what (?:[\w'’-]+ ){1,6}?(?:promised|pledged|agreed|requires?|required|demands?|stipulates?|lays? down"
    r"|laid down|prescribes?|sets? out|said|signed(?: up (?:to|for))?|vowed)\b",
    re.IGNORECASE,
)

_BREAKING: Final = frozenset(
    "break breach violate betray ignore flout dishonor abandon disregard scrap contravene infringe defy drop "
    "forsake contradict ditch undermine repudiate".split()
)
_BREAKING_WITH: Final = {
    "renege": ("on",), "go": ("back",
    "against"), "backtrack": ("on",), "walk": ("away",), "default": ("on",), "row": ("back",),
    "depart": ("from",), "back": ("away", "out",
    "off"), "back-pedal": ("on",), "backpedal": ("on",), "fall": ("short",),
    "fly": ("in",), "welsh": ("on",), "pull": ("out",),
}  # fmt: skip
_KEEPING: Final = frozenset(
    "keep honor fulfill fulfil respect uphold redeem observe discharge implement satisfy".split()
)
_KEEPING_WITH: Final = {
    "deliver": ("on",), "make": ("good",), "live": ("up",), "stick": ("to",
    "by"), "comply": ("with",), "abide": ("by",),
    "adhere": ("to",), "follow": ("through",), "stand": ("by",), "act": ("on",), "meet": (),
}  # fmt: skip
_ALL: Final = _BREAKING | _KEEPING | frozenset(_BREAKING_WITH) | frozenset(_KEEPING_WITH)
_WORD_IDIOMS: Final = frozenset("word side part end faith".split())
"""What is kept in "kept its word", "kept their side of the bargain"."""
_NOT: Final = frozenset("not never t no hardly nor neither without".split())
_FAILS: Final = frozenset("fail refuse decline stop cease neglect unable".split())
_BROKEN: Final = frozenset("broken empty unfulfilled unkept hollow false forgotten abandoned".split())
_OWN: Final = frozenset("its their his her our that this those these the a".split())
_PRONOUNS: Final = frozenset("it this that them these those".split())
_UP: Final = 4
"""Heads above words that are asked where they are told."""
_REACH: Final = 10
"""Units between words that draw a link and the noun for the commitment."""


@dataclass(frozen=True, slots=True)
class _Link:
    relation: ConductRelation
    words: Run
    refers: Run | None


def signs(p: Parsed, homes: Homes) -> Iterator[ConductSign]:
    """The words of a passage that say that a commitment was kept or broken, in text order."""
    found = [*_by_phrase(p), *_by_pattern(p), *_by_verb(p), *_by_noun(p)]
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


def _by_phrase(p: Parsed) -> Iterator[_Link]:
    """As in "In breach of the accord", "despite those promises"."""
    for match in _matches(p):
        first, last = _units(p, match.start(), match.end())
        if first is None or last is None:
            continue
        _, high = p.sentence(first)
        refers = _reference(p, last + 1, high, pronouns=True)
        if refers is None:
            continue
        relation = _CONTRADICTS if match.lastgroup == _CONTRADICTS.value else _KEEPS
        if any(word in _NOT for word in p.words[max(0, first - 2) : first]):
            relation = _other(relation)
        yield _Link(relation, (first, refers[1]), refers)


def _matches(p: Parsed) -> Iterator[re.Match[str]]:
    """Where the phrases stand: they are looked for around their rare words alone."""
    taken = -1
    for key in p.among(_KEYS):
        low, high = p.sentence(key)
        for match in _PHRASE.finditer(p.text, p.start[max(low, key - 3)], p.end[min(high, key + 5) - 1]):
            if match.start() > taken:
                taken = match.start()
                yield match


def _by_pattern(p: Parsed) -> Iterator[_Link]:
    """As in "As promised", "which is not what the contract lays down"."""
    for pattern, opening, relation in ((_AS, "as", _KEEPS), (_NOT_WHAT, "what", _CONTRADICTS)):
        for place in p.places.get(opening, ()):
            low, high = p.sentence(place)
            match = pattern.search(p.text, p.start[max(low, place - 1)], p.end[min(high, place + _REACH + 3) - 1])
            if match is None or match.end() < p.end[place]:
                continue
            first, last = _units(p, match.start(), match.end())
            if first is None or last is None or last - first > _REACH + 2:
                continue
            refers = next(
                ((at, at) for at in range(first, last + 1) if noun_in(p.words[at], _COMMITTED) and p.pos[at] == "NOUN"),
                None,
            )
            negated = relation is _KEEPS and _clause_negated(p, first, low)
            yield _Link(_other(relation) if negated else relation, (first, last), refers)


def _by_verb(p: Parsed) -> Iterator[_Link]:
    """As in "Reneged on its pledge", "has honored its undertaking", "the promise was not kept"."""
    for unit in p.where(_verb):
        lemma = _verb(p.words[unit])
        if lemma is None or p.pos[unit] not in ("VERB", "ADJ") or p.relation[unit] in ("amod", "compound"):
            continue
        low, high = p.sentence(unit)
        after = unit + 1
        particles = _BREAKING_WITH.get(lemma, _KEEPING_WITH.get(lemma))
        plain = lemma in _BREAKING | _KEEPING or lemma == "meet"
        if particles and after < high and p.words[after] in particles:
            after += 1
            while after < high and p.words[after] in ("on", "from", "of", "to", "with", "by"):
                after += 1
        elif not plain:
            continue
        relation = _KEEPS if lemma in _KEEPING or lemma in _KEEPING_WITH else _CONTRADICTS
        refers = _reference(p, after, high, idioms=lemma in ("keep", "break", "honor", "stick", "make"))
        first, last = unit, unit
        if refers is None or _quality(p, refers):
            refers = _passive_reference(p, unit, low)
            if refers is None:
                continue
            first = min(refers[0], unit)
        else:
            last = refers[1]
        if _negated(p, unit, low):
            relation = _other(relation)
        elif _open(p, unit, low):
            continue
        yield _Link(relation, (first, last), refers)


def _by_noun(p: Parsed) -> Iterator[_Link]:
    """As in "A broken promise"."""
    for unit in p.among(_BROKEN):
        if unit + 1 < len(p) and noun_in(p.words[unit + 1], PLEDGE_NOUNS):
            yield _Link(_CONTRADICTS, (unit, unit + 1), (unit + 1, unit + 1))


@lru_cache(maxsize=16_384)
def _verb(word: str) -> str | None:
    return form_of(word, _ALL)


def _reference(p: Parsed, at: int, high: int, pronouns: bool = False, idioms: bool = False) -> Run | None:
    """The words for a commitment that begin at a unit: "the Taliban's 2021 pledges", "what it had signed", "them"."""
    if at >= high:
        return None
    if pronouns and p.words[at] in _PRONOUNS and (at + 1 >= high or p.parted(at + 1)):
        return at, at
    if p.words[at] == "what":
        end = next((unit for unit in range(at + 1, min(high, at + _REACH)) if p.parted(unit)), min(high, at + _REACH))
        verbs = "promise pledge sign agree vow undertake guarantee assure commit require demand stipulate lay"
        if any(form_of(p.words[unit], frozenset(verbs.split())) for unit in range(at + 1, end)):
            return at, end - 1
        return None
    for unit in range(at, min(high, at + _REACH)):
        parted = unit > at and p.parted(unit) and p.pos[unit] not in ("ADJ", "NOUN")
        verbal = unit > at and p.pos[unit] in ("VERB", "AUX", "SCONJ")
        if parted or (verbal and (p.parted(unit) or p.relation[unit] not in ("amod", "acl", "compound"))):
            return None
        noun = noun_in(p.words[unit], _COMMITTED)
        if noun == "word" and not (idioms or p.words[at] in ("its", "his", "her", "their")):
            noun = None
        if noun is not None and p.relation[unit] != "compound":
            return at, _end(p, unit, high)
        if idioms and p.words[unit] in _WORD_IDIOMS and p.words[unit - 1] in ("its", "his", "her", "their"):
            return at, unit
    return None


def _quality(p: Parsed, refers: Run) -> bool:
    """Whether "commitment" is something to be praised in somebody, not something given."""
    return noun_in(p.words[refers[1]], frozenset({"commitment"})) is not None and p.words[refers[0]] not in _OWN


def _end(p: Parsed, unit: int, high: int) -> int:
    """The last unit of what refers: with "it made to investors in 2022", not with what is pledged."""
    at = unit + 1
    if at < high and not p.parted(at) and p.words[at] in ("it", "he", "she", "they", "that"):
        end = next((place for place in range(at, min(high, at + 12)) if p.parted(place)), None)
        if end is not None and any(p.words[place] in ("made", "gave", "signed", "given") for place in range(at, end)):
            return end - 1
    return unit


def _passive_reference(p: Parsed, unit: int, low: int) -> Run | None:
    """The commitment that is the subject: "the undertaking was not honored"."""
    for subject in p.children(unit, "nsubj:pass", "nsubj"):
        if low <= subject < unit and noun_in(p.words[subject], _COMMITTED) and p.words[subject] != "word":
            return p.phrase(subject, low, unit)
    return None


def _negated(p: Parsed, unit: int, low: int) -> bool:
    before = range(max(low, unit - 5), unit)
    if any(p.words[child] in _NOT for child in p.children(unit, "advmod", "mark", "det")):
        return True
    for at in reversed(before):
        if p.parted(at + 1):
            return False
        if p.words[at] in _NOT or form_of(p.words[at], _FAILS) or p.words[at] in ("failure", "unable", "refusal"):
            return True
        if p.pos[at] == "NOUN" and at < unit - 2:
            return False
    return False


def _open(p: Parsed, unit: int, low: int) -> bool:
    """Whether it is only to come, wished for or supposed."""
    before = p.words[max(low, unit - 4) : unit]
    if any(
        word in ("may", "might", "could", "would", "will", "should", "must", "shall", "can", "if") for word in before
    ):
        return True
    if "to" in before[-1:]:
        return not any(form_of(word, frozenset({"appear", "seem", "go", "continue", "begin"})) for word in before)
    return False


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


def _other(relation: ConductRelation) -> ConductRelation:
    return _CONTRADICTS if relation is _KEEPS else _KEEPS
