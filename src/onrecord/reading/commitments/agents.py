"""Who may pledge and demand: people and bodies; a machine that "promises to halve costs" does not."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import numpy as np

from onrecord.reading.commitments.cues import AGREEMENT_NOUNS, INSTRUMENTS, LAWS, OF_A_PARTY, RESOURCES
from onrecord.reading.forms import noun_in
from onrecord.reading.labels import MENTION_TYPES
from onrecord.reading.parsed import Parsed
from onrecord.reading.source_nouns import Noun, classify

_AGENT_NOUNS: Final = frozenset({Noun.PERSON, Noun.PEOPLE, Noun.BODY, Noun.AGENT})
_ACTING: Final = [1 + MENTION_TYPES.index(name) for name in ("person", "organization", "geopolitical", "facility")]
"""Places, among the probabilities of types, of those that can act; a facility stands for who runs it."""
_CURRENCY: Final = ("$", "£", "€")
_NOBODY: Final = frozenset("nobody none nothing noone".split())
_LEAST: Final = 0.5
"""Probability that a noun stands for somebody, from which it is taken to."""

_SURE: Final = 0.75
"""The same where a thing is as likely; in sentences of ours bodies had 0.77 and more, things 0.62 and less."""


class Agent(StrEnum):
    """What stands as a subject."""

    PARTY = "party"
    INSTRUMENT = "instrument"
    LAW = "law"
    DOCUMENT = "document"
    THING = "thing"


def surely_somebody(p: Parsed, unit: int) -> bool:
    """Whether a noun is known to stand for somebody: "promises to" is as often said of things."""
    if p.pos[unit] != "NOUN" or classify(p.words[unit]) in _AGENT_NOUNS:
        return True
    return float(np.exp(p.layered.kinds[unit])[_ACTING].sum()) >= _SURE


def agent(p: Parsed, unit: int) -> Agent:
    """What the noun, name or pronoun at a unit is as the subject of a pledge or demand."""
    word = p.words[unit]
    if word in _NOBODY:
        return Agent.THING
    if p.pos[unit] in ("PRON", "NUM"):
        return Agent.THING if noun_in(word, RESOURCES) or p.gap(unit).endswith(_CURRENCY) else Agent.PARTY
    if noun_in(word, AGREEMENT_NOUNS):
        return Agent.INSTRUMENT
    if noun_in(word, LAWS):
        return Agent.LAW
    if noun_in(word, INSTRUMENTS):
        return Agent.INSTRUMENT
    noun = classify(word)
    if noun in _AGENT_NOUNS or noun_in(word, OF_A_PARTY):
        return Agent.PARTY
    if noun is Noun.DOCUMENT:
        return Agent.DOCUMENT
    kinds = np.exp(p.layered.kinds[unit])
    acting = float(kinds[_ACTING].sum())
    if p.pos[unit] == "PROPN":  # of names the head for types knows less than of nouns
        return Agent.PARTY if acting + float(kinds[0]) >= _LEAST else Agent.THING
    return Agent.PARTY if acting >= _LEAST else Agent.THING
