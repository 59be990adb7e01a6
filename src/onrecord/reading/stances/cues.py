"""Words that take a stance toward what somebody said (SDQC: Gorrell et al. 2019), and what they may be aimed at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from onrecord.reading.lexicon.inflection import base_forms
from onrecord.types import StanceKind


@dataclass(frozen=True, slots=True)
class StanceCue:
    """A verb that takes a stance.

    Attributes:
        after: the particles or prepositions that must follow it; none where it takes an object.
        said: whether the object must be a word for something said: "rejected the plan" takes none.
        people: whether somebody may be its object ("contradicted him").
        bare: whether it needs no object ("the museum disagrees").
        judges: whether what follows the object says of what kind the stance is ("called it a lie").
        own: whether one's own words may be meant ("withdrew the claim").
        clause: whether it takes a clause alone ("wondered whether").
        around: words that follow the object: "brushed it *aside*", "called it *into question*".
        sides: whether people, plans and ideas are its objects as often: "backed the union" takes a stance only
            "on the doors".
    """

    lemma: str
    kind: StanceKind | None
    after: tuple[tuple[str, ...], ...] = ()
    said: bool = False
    people: bool = False
    bare: bool = False
    judges: bool = False
    sides: bool = False
    own: bool = False
    clause: bool = False
    around: tuple[tuple[str, ...], ...] = ()


_DENY, _AFFIRM, _QUESTION = StanceKind.DENY, StanceKind.AFFIRM, StanceKind.QUESTION


def _cues(*cues: StanceCue) -> dict[str, tuple[StanceCue, ...]]:
    found: dict[str, tuple[StanceCue, ...]] = {}
    for cue in cues:
        for lemma in cue.lemma.split():
            one = replace(cue, lemma=lemma)
            found[lemma] = (*found.get(lemma, ()), one)
    return found


VERBS: Final = _cues(
    StanceCue("deny dispute refute rebut disprove debunk discredit gainsay disavow", _DENY),
    StanceCue("contradict", _DENY, people=True),
    StanceCue("reject dismiss repudiate contest rubbish deride belie deflate demolish", _DENY, said=True),
    StanceCue("retract withdraw disown correct rescind", _DENY, said=True, own=True),
    StanceCue("recant backtrack", _DENY, said=True, own=True, bare=True),
    StanceCue("disagree", _DENY, (("with",), ("that",), ()), people=True, bare=True),
    StanceCue("brush wave laugh shrug", _DENY, (("aside",), ("off",), ("away",)), said=True),
    StanceCue("brush wave laugh shrug shoot knock throw bat", _DENY, said=True,
              around=(("aside",), ("off",), ("away",), ("down",), ("out",))),
    StanceCue("take walk roll", _DENY, said=True, own=True, around=(("back",),)),
    StanceCue("take walk", _DENY, (("back",),), said=True, own=True),
    StanceCue("scoff sneer", _DENY, (("at",),)),
    StanceCue("hit push lash", _DENY, (("back", "at"), ("back", "against"), ("out", "at")), said=True, people=True),
    StanceCue("take", _DENY, (("exception", "to"),), said=True),
    StanceCue("pour heap", _DENY, (("cold", "water", "on"), ("scorn", "on"))),
    StanceCue("give", _DENY, (("the", "lie", "to"), ("short", "shrift", "to"))),
    StanceCue("confirm corroborate verify acknowledge admit concede substantiate authenticate", _AFFIRM),
    StanceCue("accept recognize share second", _AFFIRM, said=True),
    StanceCue("uphold endorse echo vindicate validate support", _AFFIRM, said=True, sides=True),
    StanceCue("back", _AFFIRM, (("up",),), said=True),
    StanceCue("back bear", _AFFIRM, said=True, people=True, around=(("up",), ("out",))),
    StanceCue("back", _AFFIRM, said=True, sides=True),
    StanceCue("agree concur", _AFFIRM, (("with",), ("that",)), people=True),
    StanceCue("agree concur", _AFFIRM, bare=True),
    StanceCue("side", _AFFIRM, (("with",),), people=True),
    StanceCue("stand stick", _AFFIRM, (("by",), ("behind",), ("to",)), said=True, own=True),
    StanceCue("go", _AFFIRM, (("along", "with"),), said=True),
    StanceCue("bear", _AFFIRM, (("out",),), said=True),
    StanceCue("vouch", _AFFIRM, (("for",),), said=True, people=True),
    StanceCue("attest testify own", _AFFIRM, (("to",), ("up", "to"))),
    StanceCue("lend give add", _AFFIRM, (("credence", "to"), ("weight", "to"), ("support", "to")), said=True),
    StanceCue("question doubt query", _QUESTION, said=True),
    StanceCue("challenge", _QUESTION, said=True),
    StanceCue("wonder", _QUESTION, clause=True),
    StanceCue("call throw", _QUESTION, said=True, around=(("into", "question"), ("into", "doubt"))),
    StanceCue("treat view greet receive", _QUESTION, said=True,
              around=(("with", "caution"), ("with", "suspicion"), ("with", "skepticism"), ("with", "scepticism"),
                      ("with", "disbelief"))),
    StanceCue("take", _QUESTION, said=True, around=(("with", "a", "pinch"), ("with", "a", "grain"))),
    StanceCue("cast throw", _QUESTION, (
        ("doubt", "on"), ("doubt", "over"), ("doubt", "upon"), ("doubts", "on"), ("doubts", "over"))),
    StanceCue("take", _QUESTION, (("issue", "with"),)),
    StanceCue("pick poke find", _QUESTION, (
        ("holes", "in"), ("fault", "with"), ("a", "hole", "in"), ("flaws", "in")), said=True),
    StanceCue("distance", _QUESTION, (("itself", "from"), ("himself", "from"), ("herself", "from"), ("themselves",
    "from")),
              said=True, people=True),
    StanceCue("raise express voice", _QUESTION, (
        ("doubt", "about"), ("doubts", "about"), ("doubt", "over"), ("doubts", "over"), ("questions", "about"),
        ("questions", "over"), ("skepticism", "about"), ("skepticism", "over"), ("scepticism", "about")), said=True),
    StanceCue("have", _QUESTION, (("doubts", "about"), ("doubts", "over"), ("reservations", "about")), said=True),
    StanceCue("call describe label brand term dub characterize denounce condemn slam blast dismiss reject deride mock "
              "attack regard consider find", None, judges=True),
)  # fmt: skip

DECLINING: Final = frozenset("decline refuse".split())
DECLINED: Final = frozenset(
    "comment discuss say confirm answer elaborate respond speak talk disclose reveal address engage specify explain "
    "clarify provide deny rule speculate give share weigh".split()
)
"""What is declined: speaking of it. "Declined an invitation" declines something else."""
NOT_DECLINED: Final = frozenset("invitation offer bid chance".split())

SAID: Final = frozenset(
    "account accusation admission allegation analysis argument article assertion assessment assumption audit "
    "calculation charge claim comment comparison complaint conclusion contention criticism declaration denial "
    "description estimate evidence explanation figure finding forecast hypothesis idea insinuation interpretation "
    "judgment letter memoir message narrative notion number opinion paper picture portrayal post prediction "
    "projection publication reading remark report result rumor statement statistic story study suggestion survey "
    "take testimony theory total tweet verdict version view warning word research rest data optimism pessimism "
    "concern suspicion inference premise reasoning characterization assurance thesis rationale case poll sum toll "
    "count cost accusation dossier documentary book memo note everything all part diagnosis review reports hoax "
    "statement broadcast coverage speculation representation".split()
)
"""Nouns for something said, found or counted."""
REFUSED: Final = frozenset(
    "entry access bail visa treatment permission request application appeal motion bid opportunity chance right "
    "penalty goal wish refund leave asylum parole care admission loan service permit license passage existence".split()
)
"""What is denied to somebody, not of something said."""

_FALSE: Final = (
    "lie", "lies", "lying", "lied", "liar", "liars", "false", "falsehood", "falsehoods", "baseless", "untrue",
    "untruth",
    "untruths", "fabrication", "fabrications", "fabricated", "nonsense", "nonsensical", "fiction", "fictional",
    "fictitious",
    "invention", "inventions", "invented", "absurd", "absurdity", "ridiculous", "fake", "unfounded", "groundless",
    "incorrect",
    "wrong", "inaccurate", "misleading", "myth", "fairy", "propaganda", "slander", "slanderous", "libel",
    "libelous", "smear",
    "smears", "hoax", "preposterous", "ludicrous", "rubbish", "garbage", "bogus", "mistaken", "erroneous", "flawed",
    "defamatory", "bunk", "baloney", "hogwash", "fantasy", "disinformation", "misinformation", "misread",
    "misrepresented",
    "misunderstood", "distorted", "distortion", "outlandish", "meritless", "witch", "farce", "unjustified", "invalid",
    "misstated", "gossip", "hearsay", "scurrilous", "laughable", "garbled",
)  # fmt: skip
_TRUE: Final = (
    "true", "accurate", "correct", "credible", "right", "sound", "reliable", "truthful", "valid", "justified", "fair",
    "plausible", "believable", "convincing",
)  # fmt: skip
_DOUBTFUL: Final = (
    "doubtful", "dubious", "questionable", "implausible", "unproven", "unlikely", "speculative", "unconvincing",
    "exaggerated",
    "unsubstantiated", "skeptical", "sceptical", "unconvinced", "unreliable", "overstated", "premature",
    "inflated", "suspect",
    "unverified",
)  # fmt: skip
JUDGMENTS: Final = dict.fromkeys(_FALSE, _DENY) | dict.fromkeys(_TRUE, _AFFIRM) | dict.fromkeys(_DOUBTFUL, _QUESTION)
"""Words that judge what somebody said, with the stance that they take."""
OPPOSITE: Final = {_DENY: _AFFIRM, _AFFIRM: _DENY, _QUESTION: None}
"""What a judgment becomes when it is negated ("not true"); to call something not doubtful says too little."""


ADJECTIVES: Final = {
    "skeptical": _QUESTION, "sceptical": _QUESTION, "doubtful": _QUESTION, "dubious": _QUESTION,
    "unconvinced": _QUESTION,
    "dismissive": _DENY, "distrustful": _QUESTION,
}  # fmt: skip
"""What somebody is of what another said: "skeptical of his claim"."""
PROPOSED: Final = frozenset(
    "idea notion suggestion case part number cost care evidence data work count sum research".split()
)
"""Of these, what may be proposed or done as well as said: backing it affirms nothing."""
ASSUMED: Final = frozenset("responsibility guilt wrongdoing involvement blame liability fault".split())
"""What is denied in general; accepting it is something else."""
SINGLE_SENSED: Final = frozenset("true right wrong fair sound correct valid suspect premature reliable".split())
"""Judgments that before a noun judge that noun: "a true friend"."""


@lru_cache(maxsize=16_384)
def stance_cues(word: str) -> tuple[StanceCue, ...]:
    """The cues that a lowercase word is a form of."""
    return next((VERBS[form] for form in base_forms(word) if form in VERBS), ())


@lru_cache(maxsize=16_384)
def is_said(word: str) -> bool:
    """Whether a lowercase noun stands for something said, found or counted."""
    return word in SAID or any(form in SAID for form in base_forms(word))
