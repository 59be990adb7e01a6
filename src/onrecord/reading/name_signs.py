"""What stands beside a name and says what it names: titles, prepositions, and words of sport, speech and land."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.reading.name_tables import Sign, Where, name_words
from onrecord.reading.source_function_words import TITLES
from onrecord.reading.source_nouns import Noun, classify
from onrecord.types import MentionType
from onrecord.types.words import folded

NEAR: Final = 60
"""Code points before and after a name in which signs stand; the longest is three words."""
WIDELY: Final = 160
"""Code points before and after a name that show what a passage is about."""

UNSURE_TITLES: Final = frozenset(
    {"general", "major", "secretary", "don", "saint", "st", "justice", "chief", "mother", "premier"}
)
"""Words before names of persons that begin names of bodies and places too."""
_NOT_ROLES: Final = frozenset(
    "member ally neighbor neighbour host champion leader rival partner owner sponsor exporter producer supplier winner "
    "buyer maker opponent newcomer holder guest lender borrower investor employer operator developer publisher "
    "creditor donor contender dealer giant fighter customer client consumer fan conservative liberal democrat "
    "republican public private major general individual chief head local marine militant rebel".split()
)
"""Nouns for persons that stand before bodies and states as well."""
_MINDED: Final = frozenset(
    "confidence faith trust trusts trusted interest interested believe believes believed believing belief pride hope "
    "anger delight disappointed confident engaged engage investment invest invested investing invests investor "
    "investors stake stakes share shares shareholder shareholders stocks part role trade trading change result "
    "resulted increase rise drop fall surge decline lead vote".split()
)
"""Words before "in" after which persons and firms follow as well as places."""

_LANGUAGE_BEFORE: Final = re.compile(r"\b(?:in|into|speaks?|speaking|spoke|spoken|learn|fluent in|from)\s$")
_LANGUAGE_AFTER: Final = re.compile(
    r"[.,;:)?!\"”]|$|\s+(?:and|or|but|as|at|that|when|while|because|rather|instead|only)\b"
)
_IN: Final = re.compile(r"(?P<word>[\w’'-]+)?\s*(?:^|\b)(?:in|near|outside|inside|throughout|across)\s$")
_ENDS: Final = re.compile(
    r"[.,;:)?!\"”—–]|$|\s+(?:and|or|but|on|after|before|when|where|which|who|during|since|for|to|has|had|was|is|were|are|"
    r"by|with|at|last|this|that|as|said|says|until|while|because|over|from|in|late|early|overnight|alone|killed|killing|"
    r"near|around|against|[—–(]|\d|[a-z]{2,}ed\b)"
)
_LAND: Final = re.compile(
    r"\b(?:(?:invasion|annexation|occupation|shelling|siege|streets|outskirts|suburbs|residents|citizens|coast|"
    r"coast guard|parliament|mayor|governor|north|south|east|west|villages|towns|skies|airspace|hills) of|"
    r"arms embargo on|(?:ambassador|envoy|embassy|consulate|flights?|trains?|ferry|road|troops|aid) (?:to|in|from)|"
    r"borders? with|(?:ridge|hills?|skies|sky|valley) (?:above|over|around|near)|"
    r"(?:miles|kilomet(?:er|re)s|km|minutes|hours) from|"
    r"(?:villagers?|farmers?|elders?|residents?|refugees|fishermen|shepherds?|herders?|miners?) (?:from|in|near))\s$"
)
"""What is before the name of a place and hardly ever before that of a person."""
_OF_A_STATE: Final = re.compile(
    r"[’']s? (?:government|army|capital|parliament|president|prime minister|foreign minister|ambassador|economy|"
    r"military|central bank|supreme court|constitution|coast|currency|border|airspace|territory|armed forces)\b"
)
_OF_A_STATE_ALONE: Final = re.compile(
    r"[’']s? (?:capital|parliament|prime minister|central bank|coast|currency|airspace|armed forces)\b"
)
"""What no person has."""
_AGE: Final = re.compile(r",? \(?\d{1,3}[,)]|, aged? \d|, who\b|, whose\b")
_A_THING: Final = re.compile(r",? which\b|\s+(?:said|says) its\b|, its\b")
_SPORT: Final = re.compile(
    r"\b(?:match(?:es)?|goals?|goalkeeper|striker|midfielder|defender|winger|quarterback|penalty|half-?time|kick-off|"
    r"coach|season|play-?offs?|cup|scored?|equali[sz]er?|unbeaten|innings|wickets?|touchdowns?|tournament|qualifiers?|"
    r"stoppage|league|squad|fixture|semi-?final|quarter-?final|referee|teammates?)\b|\b\d{1,3} ?[–-] ?\d{1,3}\b",
    re.IGNORECASE,
)
_AGAINST: Final = re.compile(
    r"\b(?:against|v|vs|versus|beats?|beating|thrashed|faced?|hosts?|hosted|(?:defeat|win|victory|draw|loss|lost|lose) "
    r"(?:by|to|over|against|at|with))\s$"
)
_SPEAKS: Final = re.compile(
    r"\s+(?:said|says|say|told|announced|confirmed|declined|denied|added|reported|warned|agreed|refused|has|had|will|"
    r"plans?|paid|hired|fired|received|spokes\w+|officials?|employees|staff|board|executives?)\b|"
    r"[’']s (?:board|staff|chief|director|ceo)"
)
_AT: Final = re.compile(r"\b(?:in|at|inside|outside|near|to|from|on|behind|opposite|into)\s(?:the\s)?$")
_INSIDE: Final = re.compile(r"\b(?:in|inside|outside|near|behind|opposite|into|beside|around)\s(?:the\s)?$")
_DATELINE: Final = re.compile(r"(?:, [\w. ]{2,25})?(?:,? \(?[A-Z][\w. ]{1,20}\)?)?\s*[—–-]{1,2}\s")


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands before and after a name in its line."""

    before: str
    after: str

    def title(self) -> str:
        """The title right before the name ("Mr", "Gov."), folded; empty where there is none."""
        if not self.before[-1:].isspace() or not self.before.strip():
            return ""
        last = self.before[-NEAR:].rsplit(None, 1)[-1]
        word = last.rstrip(".").lstrip("(\"“‘'[")
        if last.endswith((",", ";", ":", "”", '"')) or (last.endswith(".") and len(word) > 4):
            return ""
        plain = folded(word)
        return plain if plain in TITLES and word[:1].isupper() else ""

    def role(self) -> bool:
        """Whether the word right before says what a person is: "lawyer"."""
        last = self.before[-NEAR:].split()[-1:] if self.before.endswith(" ") else []
        if not last or not last[0].isalpha() or not last[0].islower() or last[0] in _NOT_ROLES:
            return False
        return classify(last[0]) is Noun.PERSON and not last[0].endswith("s")

    def sign(self, where: Where) -> Sign | None:
        """The word right before or right after the name that says what it is: "the firm", "river"."""
        table = name_words()[where]
        if where is Where.AFTER:
            following = self.after[:NEAR].split(None, 1)[:1] if self.after.startswith(" ") else []
            return table.get(following[0].rstrip(".,;:!?’”\"')")) if following else None
        before = self.before[-NEAR:].rstrip("\"“‘'")
        last = before.split()[-3:] if before[-1:].isspace() else []
        for first in range(len(last)):
            found = table.get(" ".join(last[first:]).lstrip("(\"“‘'"))
            if found is not None:
                return found
        return None

    def located(self) -> bool:
        """Whether something is said to be in what the name names, or that to have what only land has."""
        near = _IN.search(self.before[-NEAR:])
        if near and (near["word"] or "").lower() not in _MINDED and _ENDS.match(self.after):
            return True
        if _OF_A_STATE_ALONE.match(self.after) or _LAND.search(self.before[-NEAR:]):
            return True
        signs = (self.sign(Where.BEFORE), self.sign(Where.AFTER))
        places = (MentionType.GEOPOLITICAL, MentionType.PLACE, MentionType.FACILITY)
        return any(sign is not None and sign.sure and sign.type in places for sign in signs)

    def governs(self) -> bool:
        """Whether the name has what a state has, or a leader: "'s army"."""
        return bool(_OF_A_STATE.match(self.after))

    def language(self) -> bool:
        """Whether somebody speaks or writes in it."""
        return bool(_LANGUAGE_BEFORE.search(self.before) and _LANGUAGE_AFTER.match(self.after))

    def aged(self) -> bool:
        """Whether an age or "who" follows."""
        return bool(_AGE.match(self.after))

    def thing(self) -> bool:
        """Whether "which" or "its" follows."""
        return bool(_A_THING.match(self.after))

    def sport(self) -> bool:
        """Whether the passage is about sport, where a town or a state is its team."""
        return bool(_SPORT.search(self.before) or _SPORT.search(self.after))

    def opponent(self) -> bool:
        """Whether somebody plays against the name."""
        return bool(_AGAINST.search(self.before)) and self.sport()

    def speaks(self) -> bool:
        """Whether the name does what bodies do."""
        return bool(_SPEAKS.match(self.after))

    def at(self) -> bool:
        """Whether something is at or in the name."""
        return bool(_AT.search(self.before[-NEAR:]))

    def inside(self) -> bool:
        """Whether something is in it or around it, not merely at it."""
        return bool(_INSIDE.search(self.before[-NEAR:]))

    def dateline(self) -> bool:
        """Whether a line begins with the name as with "TOWN, Country (Agency) -"."""
        return not self.before.strip() and bool(_DATELINE.match(self.after))


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A word of a name without case, accents, dots, marks at its edges and a genitive ending."""
    kept = folded(word).strip("\"“”‘’'()[]{}.,;:!?-–—*")
    for ending in ("'s", "’s"):
        kept = kept.removesuffix(ending)
    return kept.replace("’", "'").replace(".", "")
