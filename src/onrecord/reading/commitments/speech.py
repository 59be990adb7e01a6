"""Pledges and demands that nothing names but the form of what is said: "we will rebuild it", "this has to stop".

That somebody will do something is a pledge where it could be said afterward that the word was broken: where it is the
speaker's own act and owed to others. Which acts are, the verb tells; what a speaker will see, win, hold or discuss is
a forecast or a schedule.
"""

from __future__ import annotations

from typing import Final

from onrecord.reading.commitments.agents import Agent, agent
from onrecord.reading.commitments.complements import extent
from onrecord.reading.commitments.cues import INSTRUMENTS
from onrecord.reading.commitments.draft import Draft
from onrecord.reading.forms import form_of, noun_in
from onrecord.reading.parsed import VERBS, Parsed, Run
from onrecord.types import CommitmentKind

OWED: Final = frozenset(
    "abolish add adhere aid allow apologize appoint assist ban bear build bring cancel cap care cease clean "
    "clear close "
    "compensate complete comply connect construct cooperate correct cover create cut dedicate defend deliver disband "
    "dismantle distribute donate double eliminate employ enact end enforce ensure erase eradicate establish evacuate "
    "exempt expand extend finance finish fix free freeze fund give grant guarantee halt halve hand help hire honor "
    "implement impose improve increase install insulate introduce invest invite keep knock launch leave legalize "
    "legislate let lift limit listen lower maintain match mend modernize move nationalize obey offer offset oppose "
    "overhaul pay phase plant plug preserve prevent prioritize privatize promote prosecute protect provide publish "
    "pull punish pursue put raise rebuild reconsider reduce refill reform refrain refund reimburse reinstate reject "
    "release relocate remove renew reopen repair repay repeal replace replant rescue resettle resign respect restore "
    "restrict retain retrain return revive reverse review rid roll safeguard scrap secure send serve settle share "
    "shelter shield simplify slash spare speed spend sponsor stabilize staff stand stay step stop strengthen "
    "subsidize supply support surrender suspend tackle take tax teach toughen train transfer transform treble triple "
    "turn uphold upgrade vacate veto waive withdraw work".split()
)
"""Verbs of acts that one may owe to others."""
_ONLY_NEGATED: Final = frozenset(
    "attack ask charge fire harm interfere join negotiate raise seek sell shoot strike use allow open sign "
    "spy store touch enter cross carry force discriminate evict lay".split()
)
"""Verbs of acts that one may owe others to leave undone."""
_NO_ACT: Final = frozenset(
    "be have see know win lose need try wait think hope want like find get become feel remember miss happen comment "
    "tolerate accept forget hesitate surrender bow appeal fight discuss decide consider announce go continue look come "
    "meet play learn watch rule know talk".split()
)
_BEING: Final = frozenset("m re am are not".split())
_SPEAKERS: Final = frozenset("i we".split())
_OTHERS: Final = frozenset("it he she they".split())
_MODALS: Final = frozenset("will ll would shall won going".split())
_NOT_SAID_SO: Final = frozenset("if when whether because what how why which until where".split())
_DONE_FOR: Final = frozenset(
    "refund reimburse compensate repay repair replace rebuild restore release spare protect honor pay help "
    "consult withdraw "
    "correct return respect free vaccinate rehouse reinstate rehire".split()
)
"""Verbs of what is owed to others, in the passive: "customers would be refunded"."""
_LEFT_UNDONE: Final = frozenset(
    "touch cut close harm punish prosecute fire dismiss evict sell raise charge scan use reveal publish "
    "change affect reduce "
    "demolish deport extradite abolish scrap lay share forget abandon leave tax sack shut tolerate harm "
    "increase".split()
)
"""Verbs of what is promised not to be done to others."""
_WEAK: Final = frozenset(
    "take turn work leave move stand stay step put go serve send bring listen launch open publish review close "
    "pursue tax complete finish expand invite offer appoint introduce reject match present install connect".split()
)
"""Verbs so common that alone they owe nothing: they count for a speaker's "we will" or "I will", and if negated."""
_OF_A_BODY: Final = frozenset(
    "abide abolish adhere aid allow apologize ban cancel cease clean compensate comply cooperate cover deliver "
    "donate end ensure free give grant guarantee halt help honor keep legalize let lift match mend nationalize obey "
    "pay preserve prevent protect provide rebuild refrain refund rehire reimburse reinstate release renew reopen "
    "repair repay repeal replace respect restore return safeguard share spare stop supply support surrender suspend "
    "uphold vacate waive withdraw".split()
)
"""Verbs that alone bind a body which "said it would": its other acts are as often plans."""
_MEASURES: Final = frozenset(
    "cut scrap reduce lower raise increase halve slash double eliminate improve freeze cap limit".split()
)
_OWED_THINGS: Final = frozenset(
    "tax price fee rent emission pollution wage pay salary pension bill fare tariff allowance benefit wait time".split()
)
"""With these objects, measures are owed by a body as well."""
_SAY: Final = frozenset(
    "say tell reply answer add respond write state declare stress insist announce confirm post tweet note conclude "
    "explain proclaim maintain repeat reiterate affirm according".split()
)
_TELL: Final = frozenset({"tell", "order", "warn"})
_BINDING: Final = INSTRUMENTS - {"letter", "plan", "policy", "framework"}
_ORDERING: Final = frozenset("tell order shout chant yell plead beg urge demand cry implore appeal".split())
"""Verbs beside which a quotation in the imperative is a demand; "look," he said, is none."""
_NO_ORDERS: Final = frozenset(
    "let look listen imagine think say see know forget thank wait believe remember trust".split()
)
_LEAST_ORDER: Final = 2
"""Units of an imperative."""
_MUST: Final = frozenset("must has have".split())
_ALL_MODALS: Final = _MODALS | _MUST


def modals(p: Parsed) -> list[int]:
    """The units of words such as "will" and "must"."""
    return p.among(_ALL_MODALS)


def from_document(p: Parsed, unit: int, content: Run, source: Run) -> Draft | None:
    """As in "members shall notify it within ten days, the protocol says": what binds says who has to do what.

    Args:
        source: the words for the document.
    """
    named = next((at for at in range(source[0], source[1] + 1) if noun_in(p.words[at], _BINDING)), None)
    low, high = p.sentence(unit)
    low, high = max(low, content[0]), min(high, content[1] + 1)
    verb = next((at for at in range(unit + 1, min(high, unit + 4)) if p.pos[at] == "VERB"), None)
    if named is None or verb is None or p.words[verb] in _NO_ACT:
        return None
    subject = next((child for child in p.children(verb, "nsubj") if low <= child < unit), None)
    if subject is None or agent(p, subject) is not Agent.PARTY:
        return None
    if p.words[unit] in ("will", "would") and not _owed(p, verb, False, False, True):
        return None
    by = p.phrase(subject, low, unit)
    reason = f"“{p.words[unit]}” in what an agreement or program says names a duty"
    return Draft(CommitmentKind.PLEDGE, (unit,), (extent(p, unit, high),), reason, by, None, False, source)


def from_speech(p: Parsed, unit: int, content: Run, author: bool, cue: str | None, direct: bool) -> Draft | None:
    """The commitment that a modal gives to its sentence, as one attribution or the author's voice reports it.

    Args:
        content: the stretch of the content that holds the modal.
        author: whether it is the author's voice.
        cue: the main word of the attribution's cue.
        direct: whether it is quoted as it was said.
    """
    if not author and (cue is None or form_of(cue, _SAY) is None):
        return None
    low, high = p.sentence(unit)
    low, high = max(low, content[0]), min(high, content[1] + 1)
    if "?" in p.text[p.end[high - 1] : p.end[high - 1] + 2]:
        return None
    word = p.words[unit]
    if word == "going" and (unit + 1 >= high or p.words[unit + 1] != "to" or p.words[unit - 1] not in _BEING):
        return None
    if word in _MODALS:
        return _own_act(p, unit, low, high, cue, direct)
    return _must(p, unit, low, high, cue) if not author and p.pos[unit] in VERBS else None


def _own_act(p: Parsed, modal: int, low: int, high: int, cue: str | None, direct: bool) -> Draft | None:
    """As in "We will ...", or, told by another, "it would ..."."""
    if p.words[modal] == "would" and (direct or cue is None):
        return None
    subject = modal - 1
    while subject >= low and p.pos[subject] in ("ADV", "AUX") and not p.parted(subject + 1):
        subject -= 1
    verb, negated = modal + 1, p.words[modal] == "won"
    while verb < high and (
        p.pos[verb] in ("ADV", "PART") or p.words[verb] in ("not", "never", "t", "also", "all", "to")
    ):
        negated |= p.words[verb] in ("not", "never", "t")
        verb += 1
    if verb >= high or p.pos[verb] not in VERBS:
        return None
    speaker = subject >= low and p.words[subject] in _SPEAKERS
    if speaker or (subject >= low and cue is not None and not direct and p.words[subject] in _OTHERS):
        if subject > low and p.words[subject - 1] in _NOT_SAID_SO:
            return None
        if not _owed(p, verb, negated, speaker, p.words[subject] in ("he", "she")):
            return None
        first = subject
    else:
        told = _told_of_others(p, modal, verb, low, negated) if cue is not None else None
        if told is None:
            return None
        first = told
    run = (first, extent(p, modal, high)[1])
    by = (first, first) if cue is None or speaker else None
    reason = f"“{p.words[modal]} ... {p.words[verb]}” gives one's word for an act of one's own"
    return Draft(CommitmentKind.PLEDGE, (modal,), (run,), reason, by, None, True)


def _told_of_others(p: Parsed, modal: int, verb: int, low: int, negated: bool) -> int | None:
    """The first unit of "customers would be refunded", "pensions would not be cut", "its members would stay": what a
    body says of what it owes to others, or of those who act for it.
    """
    if p.words[verb] == "be" and verb + 1 < len(p) and p.tense[verb + 1] == "past participle":
        done = form_of(p.words[verb + 1], _LEFT_UNDONE if negated else _DONE_FOR)
        subject = next((child for child in p.children(verb + 1, "nsubj:pass", "nsubj") if low <= child < modal), None)
        return None if done is None or subject is None else max(low, p.phrase(subject, low, modal)[0])
    subject = next((child for child in p.children(verb, "nsubj") if low <= child < modal), None)
    if subject is None:
        return None
    first = p.phrase(subject, low, modal)[0]
    own = p.words[first] in ("its", "their", "his", "her", "our", "my") and agent(p, subject) is Agent.PARTY
    if p.parted(modal) and agent(p, subject) is Agent.PARTY:  # "The firm, it said, would add two routes"
        return first if _owed(p, verb, negated, False, True) else None
    return first if own and _owed(p, verb, negated, True, True) else None


def _owed(p: Parsed, verb: int, negated: bool, speaker: bool, person: bool) -> bool:
    word = p.words[verb]
    if word == "see" and tuple(p.words[verb + 1 : verb + 3]) in (("to", "it"), ("that", "it")):
        return True  # "will see to it that they are paid"
    if word in _NO_ACT:
        return False
    if negated:
        return word in OWED or word in _ONLY_NEGATED or speaker
    if word == "make" and verb + 1 < len(p):
        return p.words[verb + 1] in ("sure", "good", "available", "it", "every", "all", "up")
    if speaker:
        return word in OWED
    if word in _MEASURES and any(noun_in(p.words[at], _OWED_THINGS) for at in range(verb + 1, min(len(p), verb + 6))):
        return True
    return word in (OWED - _WEAK if person else _OF_A_BODY)


def imperative(p: Parsed, low: int, high: int, cue: str | None) -> Draft | None:
    """As in "“Give us back our land,” they told the governor": what somebody is told to do, in quotation."""
    if cue is None or form_of(cue, _ORDERING) is None or high - low < _LEAST_ORDER:
        return None
    first = low + (p.words[low] in ("please", "now"))
    negated = p.words[first] in ("don", "do", "never") and first + 1 < high
    verb = next((at for at in range(first, min(high, first + 4)) if p.pos[at] == "VERB"), None)
    if verb is None or (verb != first and not negated) or p.tense[verb] not in ("base", "present"):
        return None
    if p.words[verb] in _NO_ORDERS or p.children(verb, "nsubj") or not p.text[p.start[low]].isupper():
        return None
    return Draft(
        CommitmentKind.DEMAND, (verb,), ((low, extent(p, verb, high)[1]),), "what is said tells somebody to do it",
        None, None,
        True,
    )  # fmt: skip


def _must(p: Parsed, unit: int, low: int, high: int, cue: str | None) -> Draft | None:
    """As in "The operator must withdraw the plan", "this has to be done": somebody is told to do something."""
    verb = unit + 1
    if p.words[unit] != "must":
        if verb >= high or p.words[verb] != "to":
            return None
        verb += 1
    while verb < high and (p.pos[verb] == "ADV" or p.words[verb] in ("not", "never")):
        verb += 1
    if verb >= high or p.pos[verb] not in VERBS:
        return None
    passive = p.words[verb] == "be" and verb + 1 < high and p.tense[verb + 1] == "past participle"
    if p.words[verb] in ("have", "be", "mean", "feel", "know", "seem") and not passive:
        return None
    head = verb + 1 if passive else verb
    if p.relation[unit] in ("acl:relcl", "acl") or p.relation[head] in ("acl:relcl", "acl"):
        return None
    subject = next((child for child in p.children(head, "nsubj", "nsubj:pass") if low <= child < unit), None)
    if subject is None:
        subject = p.subject(head)
    if subject is None or not low <= subject < unit:
        return None
    word = p.words[subject]
    told = word == "you" and p.words[unit] == "must" and cue is not None and form_of(cue, _TELL) is not None
    if (word in ("i", "we", "you", "he", "she", "one") and not told) or p.words[unit] == "had":
        return None
    demonstrative = word in ("this", "that", "it") and (passive or p.words[verb] in ("stop", "end", "change", "cease"))
    party = word not in ("this", "that", "it") and agent(p, subject) is Agent.PARTY and p.pos[subject] != "PRON"
    if not (demonstrative or party or told or (passive and p.words[unit] == "must")):
        return None
    run: Run = (
        (unit, extent(p, unit, high)[1]) if party else (p.phrase(subject, low, high)[0], extent(p, unit, high)[1])
    )
    to = p.phrase(subject, low, high) if party and not passive else None
    reason = f"“{p.words[unit]}” in what is said asks for something to be done"
    return Draft(CommitmentKind.DEMAND, (unit,), (run,), reason, None, to, True)
