"""Words beside a verb that place it in time, and classes of acts and words that decide where its form does not."""

from __future__ import annotations

import re
from typing import Final

from onrecord.types import Act

_MONTHS: Final = (
    "january|february|march|april|may|june|july|august|september|october|november|december"  # "may" after a preposition
)
_SEASONS: Final = "spring|summer|autumn|fall|winter|season"

PAST_WORDS: Final = re.compile(
    rf"\b(?:yesterday|ago|last (?:night|week|month|year|{_SEASONS}|\w+day|{_MONTHS})|previously|formerly|once|then|"
    r"earlier|at the time|originally|initially|until (?:then|recently)|in (?:1[5-9]|20)\d\d|during|before|after|when|"
    r"overnight|back then|all (?:night|day|week|season))\b",
    re.IGNORECASE,
)
"""Words that keep a past tense in the past, even where it was shifted back."""

FUTURE_WORDS: Final = re.compile(
    rf"\b(?:tomorrow|tonight|next (?:week|month|year|{_SEASONS}|\w+day)|later (?:this|today)|soon|"
    rf"(?:on|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:{_MONTHS}))\b",
    re.IGNORECASE,
)
"""Words that make a present tense one of a timetable."""

HABIT: Final = re.compile(
    r"\b(?:every|usually|normally|often|always|regularly|daily|each (?:day|week|month|year)|sometimes|still|now|"
    r"currently)\b",
    re.IGNORECASE,
)
"""Words of what is done again and again."""

GOES_ON: Final = re.compile(
    r"\b(?:since|always|long|for (?:the past|centuries|(?:\w+ )?(?:years|decades|months|weeks|days)))\b",
    re.IGNORECASE,
)
"""Words that make a present perfect one of what goes on."""

TIMETABLE: Final = re.compile(
    r"\b(?:on|from|until|by|in|next|this|at)\s+(?:\d{1,2}(?::\d\d)?\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
    rf"|\b(?:on|from|until|by|in)\s+(?:\d{{1,2}}\s+)?(?:{_MONTHS})\b|\bnext (?:week|month|year)\b"
    r"|\b(?:tomorrow|tonight|today|noon|midnight|easter|christmas)\b|\bat \d",
    re.IGNORECASE,
)
"""Days and hours on which something is to take place."""

LOOKING_FORWARD: Final = frozenset(
    (Act.PLEDGE, Act.DEMAND, Act.PREDICT, Act.DECIDE, Act.ASK, Act.WARN, Act.DECLINE, Act.EXPRESS)
)
"""Acts whose infinitives tell of what is to come."""

LOOKING_BACK: Final = frozenset((Act.DENY, Act.CONFIRM, Act.EXPRESS, Act.ACCUSE, Act.SAY, Act.CLAIM))
"""Acts whose "-ing" forms tell of what is over ("denied *selling* it")."""

WISHES: Final = frozenset("hope want wish dream aspire desire long yearn".split())
"""Cues of other acts whose infinitives tell of what is to come."""

AHEAD: Final = frozenset(
    "likely unlikely set due expected bound certain sure poised scheduled about projected forecast slated supposed "
    "going".split()
)
"""Words between "be" and "to" that look forward."""

CHANCE: Final = frozenset("possible probable improbable conceivable".split())
"""Adjectives that alone tell what may come ("a frost is possible")."""

OF_A_CLAUSE: Final = CHANCE | {"likely", "unlikely", "impossible", "certain", "doubtful", "plausible"}
"""Adjectives of which "it is ... that" tells a whole clause."""

SAME_IN_THE_PAST: Final = frozenset(
    "bet bid burst cast cost cut forecast hit hurt let put quit read rid set shed shut slit split spread thrust "
    "upset wed beat".split()
)
"""Verbs whose past is spelled like their present."""
