"""What the words that a stance is aimed at pick out: whose words, which of them, what about."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

_TOKEN: Final = re.compile(r"[^\W_]+|['’]s\b|[,;:]")
_OWNER: Final = re.compile(r"['’]s\b|s['’](?=\s)")
_ORDINALS: Final = {
    "first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "former": 0, "latter": -1, "last": -1, "other": -1,
}  # fmt: skip
_OWNERS: Final = frozenset("its their his her".split())
_POINTING: Final = frozenset("this that it these those them him her he she they everything all both anything".split())
_GENERIC: Final = frozenset(
    "wrongdoing involvement responsibility guilt knowledge liability fault role link links connection charges "
    "misconduct impropriety complicity guilty".split()
)
FIGURES: Final = frozenset(
    "figure figures number numbers toll count total estimate estimates statistic statistics sum amount cost price "
    "data tally calculation calculations projection percentage".split()
)
WORKS: Final = frozenset(
    "report study paper article story audit survey book documentary memo note dossier letter assessment analysis "
    "review memoir publication broadcast tweet post poll documents document".split()
)
UTTERANCES: Final = frozenset(
    "account accusation accusations admission allegation allegations analysis argument arguments assertion "
    "assertions assessment assumption claim claims comment comments comparison complaint complaints conclusion "
    "conclusions contention criticism criticisms declaration denial description evidence explanation finding "
    "findings forecast forecasts idea insinuation insinuations interpretation judgment narrative notion opinion "
    "opinions picture portrayal prediction predictions reading remark remarks result results rumor rumors statement "
    "statements suggestion suggestions testimony theory theories verdict version view views warning warnings word "
    "words research charge charges optimism pessimism concern concerns suspicion suspicions reports studies stories "
    "articles premise reasoning characterization assurance assurances thesis rationale case accusations part "
    "speculation representation coverage diagnosis".split()
)
_TOPIC: Final = frozenset("that of about on regarding over concerning as to for in against".split())
_AFTER: Final = frozenset("of in on for to with from by at about as between against".split())
_CLAUSES: Final = frozenset("that whether how why if when where".split())
_SAYING: Final = frozenset(
    "say says said saying claim claims claimed allege alleges alleged tell told report reported wrote".split()
)
_FINITE: Final = re.compile(
    r"(?<!who )(?<!which )(?<!that )(?<!what )"
    r"\b(?:is|are|was|were|has|had|have|will|would|can|could|may|might|did|does|do)\b"
)
_POINTS: Final = frozenset("first second third fourth latter former one point other".split())
_SINGLE: Final = frozenset("this that it".split())


class Form(StrEnum):
    """What the words are."""

    NONE = "none"
    CLAUSE = "clause"
    UTTERANCE = "utterance"
    WORK = "work"
    FIGURE = "figure"
    POINTING = "pointing"
    REST = "rest"
    GENERIC = "generic"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Aim:
    """What the words of a target tell.

    Attributes:
        noun: its head noun, folded.
        owned: whether somebody's name or a possessive stands before it ("their account").
        ordinal: which one of several, counted from 0; -1 is the last.
        single: whether it points at one statement ("this claim", "it").
        topic: where the words begin, in the target, that say what it is about; ``None`` where there are none.
        owner_after: where the words begin that say whose it is ("the claims *of the panel*").
    """

    form: Form
    noun: str = ""
    owned: bool = False
    ordinal: int | None = None
    single: bool = False
    topic: int | None = None
    owner_after: int | None = None


def aim(said: str) -> Aim:
    """Look through the words of a target."""
    found = [(match[0].lower(), match.start(), match.end()) for match in _TOKEN.finditer(said)]
    words = [word for word, _, _ in found]
    if not words:
        return Aim(Form.NONE)
    if len(words) > 2 and words[0] in _POINTING and words[1] == "of" and words[2] not in _POINTING:
        after = found[2][1]
        inner = aim(said[after:])
        return replace(
            inner,
            topic=None if inner.topic is None else inner.topic + after,
            owner_after=None if inner.owner_after is None else inner.owner_after + after,
        )
    if (
        len(words) > 1
        and words[0] in _CLAUSES
        and not (words[0] == "that" and _noun_at(words) is not None and len(words) < 4)
    ):
        return Aim(Form.CLAUSE, topic=found[min(1, len(found) - 1)][1])
    if words[0] in ("what", "everything", "all", "anything") and any(word in _SAYING for word in words):
        return Aim(Form.UTTERANCE, words[0], owned=True)
    if "rest" in words[:2] or "remainder" in words[:2]:
        return Aim(Form.REST)
    at = _noun_at(words)
    ordinal = next((_ORDINALS[word] for word in words[: (at or 0) + 1] if word in _ORDINALS), None)
    if at is None:
        if words[0] in _POINTING and (len(words) == 1 or words[1] in ("of", "on", "in", "as", "about")):
            topic = _topic(found, 0)
            if topic is not None and words[1] == "of":
                topic = None
            return Aim(Form.POINTING, words[0], single=words[0] in _SINGLE, topic=topic)
        if any(word in _GENERIC for word in words[:4]):
            return Aim(Form.GENERIC, ordinal=ordinal)
        if len(words) > 2 and _FINITE.search(said.lower()):
            return Aim(Form.CLAUSE, topic=0)
        if words[-1] not in _POINTS:
            ordinal = None
        end = next((place for place, word in enumerate(words) if place > 0 and word in _AFTER), len(words))
        return Aim(Form.THING, words[end - 1], ordinal=ordinal, topic=0)
    noun = words[at]
    owned = any(word in _OWNERS for word in words[:at]) or bool(_OWNER.search(said[: found[at][1]]))
    form = Form.FIGURE if noun in FIGURES else Form.WORK if noun in WORKS else Form.UTTERANCE
    after = at + 1
    owner_after = found[after + 1][1] if after + 1 < len(words) and words[after] in ("by", "from", "of") else None
    topic = _topic(found, at)
    if form is Form.FIGURE and topic is None and at > 0:
        topic = 0
    return Aim(form, noun, owned, ordinal, words[0] in ("this", "that") or not noun.endswith("s"), topic, owner_after)


def _noun_at(words: list[str]) -> int | None:
    """The place of the noun for something said: the last one before anything that follows it."""
    place = None
    for at, word in enumerate(words):
        if at > 0 and word in (
            "of",
            "that",
            "on",
            "about",
            "by",
            "from",
            "in",
            "as",
            "which",
            "who",
            ",",
            "regarding",
            "over",
        ):
            break
        if word in FIGURES or word in WORKS or word in UTTERANCES:
            owner = at + 1 < len(words) and words[at + 1] in ("'s", "’s")
            place = place if owner else at
    return place


def _topic(found: list[tuple[str, int, int]], noun: int) -> int | None:
    """Where the words begin that say what it is about: "the claim | that 200 jobs would go"."""
    if noun + 2 < len(found) and found[noun + 1][0] in _TOPIC:
        return found[noun + 2][1]
    that = next((at for at in range(noun + 1, len(found) - 1) if found[at][0] == "that"), None)
    return None if that is None else found[that + 1][1]
