"""Pledges and demands that a verb reports: "vowed to leave", "urged them to stay", "were promised that"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onrecord.reading.asserted import asserted
from onrecord.reading.commitments.agents import Agent, agent, surely_somebody
from onrecord.reading.commitments.complements import Complement, complement, extent
from onrecord.reading.commitments.cues import (
    AGREEMENT_NOUNS,
    DEMAND_NOUNS,
    FUTURE,
    RESOURCES,
    VerbCue,
    is_action,
    verb_cue,
)
from onrecord.reading.commitments.draft import Draft
from onrecord.reading.forms import noun_in
from onrecord.reading.parsed import NOUNS, Parsed, Run
from onrecord.types import CommitmentKind

_BE: Final = frozenset("be is are was were been being am s re".split())
_REFLEXIVE: Final = frozenset("itself himself herself themselves ourselves myself yourself".split())
_AROUND: Final = frozenset("in on at by under during since within last this next after before".split())
"""Prepositions of when, where and under what; their phrases name no party."""
_WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_NOT_ASKED: Final = frozenset("comment interview reaction response directions".split())
"""What reporters ask for."""
_NOT_TO: Final = frozenset(
    "comment know remain speak describe explain discuss say name elaborate respond answer clarify confirm identify "
    "rate choose imagine list".split()
)
"""Infinitives after "asked to", "demanded to" that demand nothing of anybody."""
_VAGUE: Final = frozenset("anything nothing much little allegiance something everything what so".split())
_WITH_INFINITIVE: Final = frozenset(
    "failure refusal decision plan effort attempt ability right need willingness reluctance inability desire "
    "intention bid move push vote chance opportunity".split()
)
"""Nouns that an infinitive completes: "pressed him on his refusal to pay"."""
_SHORT: Final = 3
"""Units of "to do" with an adverb."""
_NEAR: Final = 14
"""Units in which a clause comes to its verb."""
_CLAUSES: Final = frozenset("since because after before when while as".split())
_OWN_PRONOUNS: Final = frozenset("it they he she we i neither both each none".split())
_SPEAKING: Final = frozenset("promise vow pledge guarantee demand urge beg plead implore request order command".split())
"""Verbs that may stand beside a quotation that is the pledge or demand."""


def from_verbs(p: Parsed) -> Iterator[Draft]:
    """The commitments that verbs of a passage report, in text order."""
    for unit in p.where(verb_cue):
        cue = verb_cue(p.words[unit])
        if cue is None or not (p.pos[unit] == "ADJ" or p.verbal(unit)):
            continue
        if p.relation[unit] in ("amod", "compound", "nmod", "case") or _names_nothing(p, unit):
            continue
        draft = _from_verb(p, unit, cue)
        if draft is not None and asserted(p, unit):
            yield draft


def _names_nothing(p: Parsed, unit: int) -> bool:
    """A participle before its noun, whatever the parser says: "the promised reforms"."""
    following = unit + 1
    return (
        p.tense[unit] == "past participle"
        and p.words[unit - 1] in ("the", "a", "its", "their", "his", "her")
        and following < len(p)
        and p.pos[following] in ("NOUN", "ADJ")
    )


def _from_verb(p: Parsed, unit: int, cue: VerbCue) -> Draft | None:
    low, high = p.sentence(unit)
    passive = _passive(p, unit, low)
    subject = subject_of(p, unit, low)
    if subject is None and p.tense[unit] == "base" and p.words[unit - 1] != "to":
        return None  # "Tell them to wait" tells of no demand
    found = complement(p, unit + 1, high)
    if found is None:
        return _beside_quotation(p, unit, cue, subject, passive)
    if passive:
        return _from_passive(p, unit, cue, found, subject, high)
    found = _for_what(p, cue, _settled(p, unit, found))
    if found.frame == "speech":
        return _beside_quotation(p, unit, cue, subject, passive)
    if found.frame not in cue.frames and found.frame != "for:clause":
        return None
    if not _fits(p, unit, cue, found, subject):
        return None
    by = p.phrase(subject, low, high) if subject is not None else None
    acting = agent(p, subject) if subject is not None else Agent.PARTY
    if cue.lemma == "require" and p.tense[unit] == "present participle":
        return None
    kind, party, instrument, speaker = cue.kind, found.party, None, None
    if acting is Agent.INSTRUMENT and (cue.lemma in ("bind", "require", "oblige", "commit") or _provides(cue, found)):
        kind, by, party, instrument, speaker = CommitmentKind.PLEDGE, party, None, by, False
    elif (
        acting is Agent.LAW
        or (acting is Agent.INSTRUMENT and kind is CommitmentKind.PLEDGE)
        or acting is Agent.THING
        or (acting is Agent.DOCUMENT and kind is CommitmentKind.PLEDGE)
    ):
        return None
    if party is not None and p.words[party[0]] in _REFLEXIVE:
        party = None
    what = extent(p, found.start, high, found.frame.endswith("that"))
    if p.words[found.start] == "to" and p.words[what[1]] == "do" and what[1] - found.start < _SHORT:
        return None  # "what she had sworn to do" says not what
    if found.frame.endswith(("object", "for")):
        what = _first_phrase(p, what)
    if party is None and cue.lemma in ("demand", "request"):
        what, party = _from_whom(p, what)
    return Draft(kind, (unit,), (what,), f"“{p.words[unit]}” reports a {kind.value}", by, party, speaker, instrument)


def _from_passive(
    p: Parsed, unit: int, cue: VerbCue, found: Complement, subject: int | None, high: int
) -> Draft | None:
    """As in "Users were promised that ...", "the firm was ordered to ...": the subject is the one it is put to."""
    low, _ = p.sentence(unit)
    frame = found.frame
    if frame.startswith("person-") and found.party is not None:
        frame = frame.removeprefix("person-")
    if cue.lemma == "commit" or (cue.lemma == "bind" and frame == "to"):
        by = p.phrase(subject, low, high) if subject is not None else None
        if frame not in ("gerund", "to") or subject is None or agent(p, subject) is not Agent.PARTY:
            return None
        if cue.lemma == "bind":
            return None
        what = extent(p, found.start, high)
        return Draft(cue.kind, (unit,), (what,), f"“{p.words[unit]}” reports a pledge", by)
    if frame == "of:object" and "person-of" in cue.frames:
        frame = "of"
    if f"person-{frame}" not in cue.frames and frame not in cue.frames:
        return None
    if frame not in ("to", "that", "from", "of") or cue.lemma in (
        "agree",
        "oblige",
        "contract",
        "pressure",
        "push",
        "press",
    ):
        return None
    if cue.lemma == "ask" and (unit == low or p.words[unit - 1] in ("when", "if", "once", "as")):
        return None
    if cue.future and frame == "that" and not looks_ahead(p, found.start, high):
        return None
    if cue.lemma in ("ask", "tell", "require", "demand") and p.words[_verb_after(p, found.start, high)] in _NOT_TO:
        return None
    by = _agent_phrase(p, unit, high)
    if cue.lemma == "require" and (by is None or agent(p, by[1]) is not Agent.PARTY):
        return None
    to = p.phrase(subject, low, high) if subject is not None and f"person-{frame}" in cue.frames else None
    if to is not None and agent(p, subject if subject is not None else to[1]) is Agent.THING and frame == "to":
        to = None
    what = extent(p, found.start, high, frame == "that")
    return Draft(cue.kind, (unit,), (what,), f"“{p.words[unit]}” reports a {cue.kind.value}", by, to, False)


def _beside_quotation(p: Parsed, unit: int, cue: VerbCue, subject: int | None, passive: bool) -> Draft | None:
    """As in "“Rents will fall,” she promised": what is pledged is the content of the attribution with this cue."""
    if passive or cue.lemma not in _SPEAKING:
        return None
    low, high = p.sentence(unit)
    by = p.phrase(subject, low, high) if subject is not None else None
    return Draft(cue.kind, (unit,), (), f"“{p.words[unit]}” beside what is said reports a {cue.kind.value}", by)


def _settled(p: Parsed, unit: int, found: Complement) -> Complement:
    """A complement whose first noun phrase is what it seems: words of time and place are no party."""
    party = found.party
    if party is None:
        return found
    first, last = party
    for at in range(first, last + 1):
        if p.words[at] == "by" and noun_in(p.words[at - 1], DEMAND_NOUNS):
            continue
        if p.words[at] in _AROUND and p.pos[at] in ("ADP", "DET", "ADJ", "SCONJ") and _circumstance(p, unit, at):
            last = at - 1
            break
        if p.pos[at] == "PROPN" and at > first and p.words[at] in _WEEKDAYS:
            last = at - 1
            break
    if last < first:
        return Complement(found.frame.replace("person-", ""), None, found.start)
    return Complement(found.frame, (first, last), found.start)


def _for_what(p: Parsed, cue: VerbCue, found: Complement) -> Complement:
    """A complement in a frame that the cue has: two noun phrases may be one ("a raise for nurses"), what seems a party
    may be a thing ("called for compensation to be paid"), and what is agreed to may be a request with what it asks for.
    """
    if found.party is None:
        return found
    if not _is_party(p, found.party):
        first = found.party[0]
        if cue.future and found.frame.endswith("person-that") and not found.frame.startswith("to:"):
            return Complement("that", None, found.start)  # "swore on the Bible that", "vowed in court that"
        if found.frame == "for:person-to" and found.frame in cue.frames:
            return Complement("for:object" if p.pos[first] == "VERB" else "for:clause", None, first)
        if "object" in cue.frames and found.frame in ("person-to", "person-for", "person-object"):
            return Complement("object", None, first)
        return Complement("nothing", None, found.start) if found.frame != "to:person-that" else _request(p, cue, found)
    if found.frame == "person-to" and "person-for" in cue.frames:  # "asked Turkey for permission to use the base"
        first, last = found.party
        about = next((at for at in range(first + 1, last) if p.words[at] == "for" and p.pos[at - 1] in NOUNS), None)
        if about is not None:
            return Complement("person-for", (first, about - 1), about + 1)
    if found.frame in cue.frames:
        return found
    preposition, _, rest = found.frame.rpartition(":")
    if rest.startswith("person-") and f"{preposition}:object" in cue.frames:
        return Complement(f"{preposition}:object", None, found.party[0])
    if found.frame in ("person-for", "person-object") and "object" in cue.frames:
        return Complement("object", None, found.party[0])
    return _request(p, cue, found)


def _request(p: Parsed, cue: VerbCue, found: Complement) -> Complement:
    """As in "Agreed to a request by tenants that ...": what is agreed to is what was asked for."""
    if cue.lemma == "agree" and found.party is not None and found.frame in ("to:person-that", "to:person-to"):
        first, last = found.party
        noun = next((at for at in range(first, last + 1) if noun_in(p.words[at], DEMAND_NOUNS)), None)
        if noun is not None:
            by = noun + 2 if noun + 2 <= last and p.words[noun + 1] in ("by", "from") else None
            return Complement("to", None if by is None else (by, last), found.start)
    return found


def _is_party(p: Parsed, run: Run) -> bool:
    """Whether a noun phrase is about somebody who can be asked, told or promised something."""
    first, last = run
    if p.words[first] in _REFLEXIVE:
        return True
    noun = _head_noun(p, first, last + 1)
    return noun is not None and agent(p, noun) in (Agent.PARTY, Agent.INSTRUMENT)


def subject_of(p: Parsed, unit: int, low: int) -> int | None:
    """The head of a verb's subject; a relative pronoun stands for the noun before it."""
    subject = p.subject(unit)
    if subject is None or p.words[subject] not in ("who", "which", "that") or p.pos[subject] != "PRON":
        return subject
    before = subject - 1
    if before < low or p.pos[before] not in NOUNS:
        return subject
    return (
        p.head[before]
        if p.relation[before] in ("flat", "compound", "goeswith") and p.head[before] < subject
        else before
    )


def _circumstance(p: Parsed, unit: int, at: int) -> bool:
    """Whether a preposition's phrase hangs on the cue, and not on the noun before it."""
    head = p.head[at]
    return head < 0 or p.head[head] == unit or p.pos[head] in ("VERB", "NUM", "PROPN") or p.head[head] < at - 12


def _fits(p: Parsed, unit: int, cue: VerbCue, found: Complement, subject: int | None) -> bool:
    """What the frame alone does not tell: that it looks ahead, that a thing can be pledged or asked for."""
    high = p.sentence(unit)[1]
    frame = found.frame
    first = p.words[found.start] if found.start < high else ""
    if frame == "for:clause":
        return True
    if frame.endswith("person-to") and _of_a_noun(p, found):
        return False
    if frame.endswith("that"):
        if cue.lemma == "insist":
            return _insists(p, found.start, high)
        if cue.lemma == "agree" and p.words[found.start] not in _OWN_PRONOUNS:
            return False
        return not cue.future or looks_ahead(p, found.start, high)
    if cue.lemma == "promise" and frame == "to" and subject is not None and not surely_somebody(p, subject):
        return False
    if cue.lemma == "promise" and frame == "to" and subject is not None and p.words[subject] in ("it", "this", "that"):
        return p.words[_verb_after(p, found.start, high)] not in ("be", "become", "make", "prove", "bring", "last")
    if cue.reflexive or cue.lemma == "commit":
        reflexive = found.party is not None and p.words[found.party[0]] in _REFLEXIVE
        instrument = subject is not None and agent(p, subject) is Agent.INSTRUMENT
        if cue.lemma == "bind" or (found.party is not None and instrument):
            return reflexive or instrument
        if frame == "to:object":
            noun = _head_noun(p, found.start, high)
            return noun is not None and is_action(p.words[noun])
        if frame == "object":
            return any(noun_in(p.words[at], RESOURCES) for at in range(found.start, min(high, found.start + 6)))
        return reflexive or found.party is None
    if frame.endswith("to") and cue.lemma in ("ask", "demand", "tell", "request"):
        if found.party is None and first in ("not", "never"):
            return False
        return p.words[_verb_after(p, found.start, high)] not in _NOT_TO
    if not frame.endswith(("object", "for")):
        return True
    noun = _head_noun(p, found.start, high)
    if noun is None or p.words[noun] in _VAGUE or p.words[noun] in _NOT_ASKED or _acts(p, found.start):
        return False
    if cue.lemma in ("order", "command", "campaign"):
        return is_action(p.words[noun])
    if cue.lemma == "guarantee":
        return subject is not None and (
            _body(p, subject) if frame == "object" else agent(p, subject) is Agent.PARTY and surely_somebody(p, subject)
        )
    if cue.lemma == "agree":
        return bool(
            is_action(p.words[noun])
            or noun_in(
                p.words[noun], DEMAND_NOUNS | AGREEMENT_NOUNS | frozenset({"term", "proposal", "plan", "timetable"})
            )
        )
    return cue.lemma != "undertake"


def _acts(p: Parsed, unit: int) -> bool:
    """Whether a verb stands where a noun phrase should: "insisted on paying"."""
    return p.pos[unit] == "VERB" and p.relation[unit] not in ("amod", "compound")


def _provides(cue: VerbCue, found: Complement) -> bool:
    """As in "the deal calls for both sides to withdraw"."""
    return cue.lemma == "call" and found.frame == "for:person-to" and found.party is not None


def _insists(p: Parsed, start: int, high: int) -> bool:
    """Whether "insisted that" asks for something: with "must" or "should", or a verb in the subjunctive."""
    for at in range(start, min(high, start + _NEAR)):
        word = p.words[at]
        if word in ("must", "should", "has", "have") and p.pos[at] in ("AUX", "VERB"):
            return word in ("must", "should") or (at + 1 < high and p.words[at + 1] == "to")
        if word == "be" or (p.pos[at] == "VERB" and p.tense[at] == "base" and at > start):
            return p.words[at - 1] not in ("to", "would", "will", "could", "can", "may", "might", "did", "does", "not")
        if (
            p.pos[at] in ("VERB", "AUX")
            and p.tense[at] in ("past", "present")
            and p.relation[at] not in ("acl", "amod")
        ):
            return False
    return False


def _of_a_noun(p: Parsed, found: Complement) -> bool:
    """Whether the infinitive hangs on a later noun than the party: "pressed him on his failure to pay"."""
    if p.words[found.start - 1] in _WITH_INFINITIVE and (found.party is None or found.start - 1 > found.party[1]):
        return True
    verb = _verb_after(p, found.start, len(p))
    return found.party is not None and p.relation[verb] == "acl" and p.head[verb] > found.party[1]


def looks_ahead(p: Parsed, start: int, high: int) -> bool:
    """Whether a clause from a unit on is about what is to come, or its second half is ("is safe and will stay so")."""
    for at in range(start, min(high, start + 25)):
        word = p.words[at]
        if (p.pos[at] == "AUX" and word in FUTURE) or (word == "going" and at + 1 < high and p.words[at + 1] == "to"):
            return True
        if p.parted(at) and word in ("but", "while", "which", "who"):
            return False
    return False


def _passive(p: Parsed, unit: int, low: int) -> bool:
    if p.words[unit] in ("committed", "bound") and p.pos[unit] == "ADJ":
        return True
    if p.tense[unit] != "past participle" and p.relation[unit] != "acl":
        return False
    if p.children(unit, "aux:pass") or p.children(unit, "nsubj:pass"):
        return True
    at = unit - 1
    while at >= low and unit - at <= 4 and p.pos[at] in ("AUX", "ADV", "PART"):
        if p.words[at] in _BE:
            return True
        at -= 1
    return p.relation[unit] == "acl" and p.tense[unit] == "past participle"


def _agent_phrase(p: Parsed, unit: int, high: int) -> Run | None:
    """Who it is done by."""
    for child in p.children(unit, "obl", "obl:agent"):
        if any(p.words[case] == "by" for case in p.children(child, "case")) and agent(p, child) is Agent.PARTY:
            return p.phrase(child, unit + 1, high)
    return None


def _verb_after(p: Parsed, start: int, high: int) -> int:
    """The verb of an infinitive."""
    return next((at for at in range(start, min(high, start + 6)) if p.pos[at] == "VERB"), start)


def _head_noun(p: Parsed, start: int, high: int) -> int | None:
    """The head of a noun phrase that begins at a unit: its last noun before anything that only follows it."""
    if p.words[start] in ("that", "this", "it"):
        return start if start + 1 >= high or p.pos[start + 1] not in NOUNS else start + 1
    head = None
    for at in range(start, min(high, start + 10)):
        if at == start and p.words[at] == "both":
            continue
        if (p.parted(at) and at > start) or p.pos[at] in ("ADP", "SCONJ", "CCONJ") or p.words[at] in ("who", "that"):
            break
        if p.pos[at] in NOUNS:
            head = at
    return head


def _first_phrase(p: Parsed, what: Run) -> Run:
    """A noun phrase ends at a comma, but for one that sets off a name or a further item."""
    for at in range(what[0] + 1, what[1] + 1):
        if p.parted(at) and p.pos[at] not in ("PROPN", "NUM") and p.words[at] not in ("and", "or"):
            return what[0], at - 1
        if p.words[at] in _CLAUSES and p.relation[at] in ("mark", "advmod"):
            return what[0], at - 1
    return what


def _from_whom(p: Parsed, what: Run) -> tuple[Run, Run | None]:
    """As in "demanded an apology *from the magazine*": what is demanded, and of whom."""
    for at in range(what[0] + 1, what[1]):
        if p.words[at] == "from" and p.pos[at] == "ADP" and _is_party(p, (at + 1, what[1])):
            return (what[0], at - 1), (at + 1, what[1])
    return what, None


def _body(p: Parsed, subject: int) -> bool:
    """Whether a subject is a body, not a person or a thing."""
    return agent(p, subject) is Agent.PARTY and int(p.layered.kinds[subject][1:3].argmax()) == 1
