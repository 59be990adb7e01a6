"""Classes of verbs and of words around them that the rules of labeling ask for; base forms unless said otherwise."""

from __future__ import annotations

from typing import Final

from onrecord.reading.lexicon.inflection import base_forms
from onrecord.reading.lexicon.pattern import NO_ADVERBS

BE: Final = frozenset("be am is are was were been being 's 're 'm".split())
HAVE: Final = frozenset("have has had having 've".split())
DO: Final = frozenset("do does did".split())
MODALS: Final = frozenset("will wo 'll would 'd shall sha may might could can ca should must ought".split())
AUXILIARIES: Final = BE | HAVE | DO | MODALS | {"need"}
NOT: Final = frozenset("not n't never".split())

ADVERBS: Final = frozenset(
    "also now still then later again already ever even so too only just once first long since yet always often "
    "much not n't never almost hardly soon all both either neither nor no longer further instead largely perhaps "
    "maybe".split()
)
"""Adverbs that may stand between auxiliaries, beside those in "-ly"."""

STATIVE: Final = frozenset(
    "be have own belong contain remain stay know want need like love hate lack think believe mean depend deserve "
    "exist include hold stand live prove owe possess matter understand consist differ equal fit resemble seem "
    "appear suffice rely hope fear doubt keep involve require oppose support control prefer enjoy".split()
)
"""Verbs that tell of a state, not of an event (Vendler 1957)."""

HAPPENING: Final = frozenset(
    "rise fall recover grow shrink increase decrease decline drop climb soar plunge surge slow slump rebound "
    "worsen improve deteriorate ease weaken strengthen stabilize peak double triple halve become get turn happen "
    "occur emerge vanish disappear collapse fail succeed survive suffer die lose win reach hit exceed top surpass "
    "outnumber face spread last persist evolve melt warm cool dry flood burn erupt explode crash break "
    "burst sink drown freeze brighten cost benefit hurt harm damage prompt cause result affect rewrite reshape "
    "transform trigger fuel boost spur undermine destroy erode devastate expand average total outstrip outpace "
    "overtake stall falter struggle thrive flourish dominate prevail rain snow materialize overcome cripple drag "
    "tumble sag jump bounce have need".split()
)
"""Verbs of what mostly happens to people, and is not in the power of whoever speaks of it."""

HAPPENING_ALONE: Final = frozenset(
    "end start begin stop change move open close resume drag slip shift settle fade lift".split()
)
"""Verbs of what happens where they have no object ("the rain will end"), and of what is done where they have one."""

EFFECT: Final = frozenset(
    "give bring help make create allow enable force push drive make open put leave let prevent reduce cut raise "
    "lower add improve protect".split()
)
"""Verbs of effects, when a thing or a measure is their subject."""

IMPERATIVE_OPENERS: Final = frozenset("please do don let never always just".split())

NO_COMMANDS: Final = frozenset("believe trust look listen mind see say suppose thank imagine guess".split())
"""Bare verbs that open a remark and command nothing ("believe me", "look", "say")."""

FIRST_PERSON: Final = frozenset("i we".split())
PRONOUNS: Final = frozenset("i we he she it they you".split())

QUESTION_WORDS: Final = frozenset("who whom whose what which when where why how".split())
RELATIVES: Final = frozenset("who whom whose which that where".split())

CONDITION_MARKS: Final = frozenset("if unless".split())
PRESUPPOSING_MARKS: Final = frozenset(
    "when while before after once since because although though whereas as".split()
)
"""Subordinators whose clause is taken for granted: what a cue does to the main clause does not reach it."""

_CONJUNCTIONS: Final = frozenset("and but or so then yet nor also".split())


def skips(word: str) -> bool:
    """Whether a word may stand at a clause's beginning before its mark or between auxiliaries."""
    if word in ADVERBS or word in _CONJUNCTIONS:
        return True
    return word.endswith("ly") and len(word) > 3 and word not in NO_ADVERBS


def is_form_of(word: str, verbs: frozenset[str]) -> bool:
    """Whether a lowercase word may be a form of one of some verbs."""
    return any(base in verbs for base in base_forms(word))
