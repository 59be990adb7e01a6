"""Words that report pledges and demands, and what must follow them for there to be one.

A frame is what stands after the word: ``to`` (an infinitive), ``that`` (a clause), ``object`` (a noun phrase),
``gerund`` (after "to"); with ``person-`` before it where a noun phrase comes first ("urged *ministers* to act"), and
with the preposition before a colon where there is one ("call *on* them to act": ``on:person-to``). ``FUTURE`` marks
words that pledge only what is still to come ("agreed that the road was bad" pledges nothing).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.reading.lexicon.inflection import base_forms
from onrecord.types import CommitmentKind


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb that reports a commitment.

    Attributes:
        frames: what may follow it.
        future: whether a clause after it must look ahead.
        things: whether a noun phrase after it must be one of :data:`ACTIONS`, money, or something like them.
        reflexive: whether the noun phrase after it must be "itself" or the like.
    """

    lemma: str
    kind: CommitmentKind
    frames: frozenset[str]
    future: bool = False
    things: bool = False
    reflexive: bool = False


def _verbs(kind: CommitmentKind, table: dict[str, str]) -> dict[str, VerbCue]:
    found = {}
    for names, frames in table.items():
        words = frozenset(frames.split())
        for lemma in names.split():
            found[lemma] = VerbCue(
                lemma,
                kind,
                words - {"FUTURE", "THINGS", "REFLEXIVE"},
                "FUTURE" in words,
                "THINGS" in words,
                "REFLEXIVE" in words,
            )
    return found


_PLEDGES: Final = {
    "promise vow pledge": "to that object person-to person-that person-object to:person-that to:person-to "
    "with:person-to to:gerund FUTURE",
    "swear": "to that to:person-that off:object FUTURE",
    "guarantee": "to that object person-object person-that FUTURE",
    "assure reassure": "person-that person-of FUTURE",
    "undertake": "to that FUTURE",
    "agree": "to to:object to:gerund on:object that with:person-to with:person-that FUTURE",
    "consent": "to to:object to:gerund",
    "covenant": "to that with:person-to FUTURE",
    "commit": "to gerund to:gerund to:object person-to person-gerund object THINGS",
    "bind": "person-to person-gerund REFLEXIVE",
    "contract": "to with:person-to",
}
_DEMANDS: Final = {
    "demand": "to that object person-that of:person-that of:person-to",
    "order command": "person-to that person-that object THINGS",
    "urge implore beseech entreat": "person-to that object person-that to:gerund",
    "beg": "person-to that for:object person-for for:person-to",
    "plead": "with:person-to for:object with:person-for for:person-to that",
    "call": "on:person-to upon:person-to for:object for:person-to",
    "appeal": "to:person-to for:object for:person-to to:person-for to:person-that",
    "ask": "to person-to for:object person-for for:person-to that",
    "request": "to person-to that object from:person-that of:person-that",
    "petition lobby press pressure push": "person-to for:object person-for for:person-to",
    "campaign": "for:object THINGS",
    "clamor shout chant yell cry": "for:object for:person-to",
    "hold": "out-for:object",
    "insist": "on:object upon:object that",
    "bar ban prohibit restrain": "person-from",
    "forbid": "person-to person-from",
    "instruct direct oblige summon": "person-to",
    "require": "person-to that",
    "tell": "person-to",
    "exhort": "person-to",
    "enjoin": "person-to person-from",
}
VERBS: Final = _verbs(CommitmentKind.PLEDGE, _PLEDGES) | _verbs(CommitmentKind.DEMAND, _DEMANDS)

PLEDGE_NOUNS: Final = frozenset(
    "promise pledge vow assurance reassurance guarantee undertaking commitment oath word".split()
)
AGREEMENT_NOUNS: Final = frozenset(
    "agreement accord deal pact treaty settlement compact truce ceasefire contract understanding arrangement "
    "covenant".split()
)
DUTY_NOUNS: Final = frozenset("obligation duty".split())
DEMAND_NOUNS: Final = frozenset(
    "demand call request appeal plea order ultimatum petition instruction entreaty injunction".split()
)
INSTRUMENTS: Final = AGREEMENT_NOUNS | frozenset(
    "convention charter decree resolution memorandum protocol constitution concordat armistice plan framework term "
    "terms bargain manifesto letter statute lease license permit bond plea-deal".split()
)
"""Nouns for what a commitment may stand in."""
LAWS: Final = frozenset("law act code regulation rule bill legislation statute constitution policy directive".split())
"""What binds everybody, and is no commitment of anybody."""

GIVING: Final = frozenset(
    "give make issue offer renew repeat reaffirm reiterate restate sign take swear enter reach strike conclude seal "
    "clinch honor keep break breach violate renege abandon betray uphold fulfill fulfil drop ignore forget deliver "
    "stick backtrack retract withdraw extend add announce join endorse accept obtain win secure receive extract go "
    "live back file submit launch lodge deliver sound put secure voice hold flout scrap dishonor meet".split()
)
"""Verbs beside a noun that tell that the pledge or demand was given."""
RECEIVING: Final = frozenset(
    "obtain win secure receive extract get accept reject grant refuse deny heed ignore".split()
)
"""Of these, verbs whose subject is who was given the pledge, or to whom the demand was put."""

ACTIONS: Final = (
    "tion", "sion", "ment", "ance", "ence", "al", "ure",
)  # fmt: skip
"""Endings of nouns for acts."""
SHORT_ACTIONS: Final = frozenset(
    "halt ban end stop recount probe inquiry review retreat release return freeze curfew lockdown cut hold shutdown "
    "recall audit search raid strike sale restart withdrawal handover overhaul pause ceasefire truce crackdown "
    "boycott".split()
)
RESOURCES: Final = frozenset(
    "dollar pound euro franc yen yuan rupee crown krone krona peso ruble million billion trillion fund money aid "
    "troop soldier resource force sum cash support assistance share percent".split()
)

FUTURE: Final = frozenset("will ll would d shall wo won should must may cannot".split())
"""Auxiliaries of what is still to come."""
DEONTIC: Final = frozenset("must should shall".split())


OF_A_PARTY: Final = frozenset(
    "side party state member signatory nation army force negotiator delegation insurgent bloc".split()
)
"""Nouns for those who sign and fight, beside the classes of sources."""


@lru_cache(maxsize=16_384)
def verb_cue(word: str) -> VerbCue | None:
    """The cue that a lowercase word is a form of."""
    return next((VERBS[form] for form in base_forms(word) if form in VERBS), None)


def is_action(word: str) -> bool:
    """Whether a noun may name an act: "evacuation", "release"."""
    if word in SHORT_ACTIONS or word.removesuffix("s") in SHORT_ACTIONS:
        return True
    return len(word) > 5 and word.removesuffix("s").endswith(ACTIONS)
