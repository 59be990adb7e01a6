"""Stances that a verb takes: "rejected the findings", "agreed with the board", "declined to comment"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from onrecord.reading.asserted import asserted
from onrecord.reading.forms import form_of
from onrecord.reading.parsed import NOUNS, VERBS, Parsed, Run
from onrecord.reading.source_nouns import Noun, classify
from onrecord.reading.stances.cues import (
    ADJECTIVES,
    ASSUMED,
    DECLINED,
    DECLINING,
    JUDGMENTS,
    NOT_DECLINED,
    OPPOSITE,
    PROPOSED,
    REFUSED,
    SINGLE_SENSED,
    StanceCue,
    is_said,
    stance_cues,
)
from onrecord.reading.stances.draft import Draft
from onrecord.types import StanceKind

_BREAKS: Final = frozenset(
    "but while although though because after before when since whereas saying adding arguing insisting calling "
    "noting putting telling and as".split()
)
_COUNTED: Final = frozenset("the first second third fourth latter former other others one two".split())
_BEFORE_PARTICLES: Final = frozenset("it them some serious the his her their its".split())
_ALL: Final = frozenset(
    "it this that them these those all everything both none each much most him her he she they".split()
)
_PEOPLE: Final = frozenset({Noun.PERSON, Noun.PEOPLE, Noun.BODY, Noun.AGENT})
_CLAUSE: Final = frozenset("that whether how what why if when where who".split())
_SAYING: Final = frozenset("say claim allege tell report write state assert find testify suggest announce".split())
_NOBODY: Final = frozenset("nobody nothing none no".split())
_NEITHER: Final = frozenset({"neither", "nor"})
_REPORTED: Final = frozenset("ccomp xcomp advcl acl".split())
_ADJECTIVES: Final = frozenset({*ADJECTIVES, "convinced"})
_FAR: Final = 28
"""Units of an object that are looked at."""


def from_verbs(p: Parsed) -> Iterator[Draft]:
    """The stances that verbs of a passage take, in text order."""
    for unit in p.where(_declines):
        declined = _declined(p, unit)
        if declined is not None:
            yield declined
    for unit in p.where(stance_cues):
        cues = stance_cues(p.words[unit])
        if p.pos[unit] not in VERBS or p.relation[unit] in ("amod", "compound", "aux", "cop", "nmod"):
            continue
        for cue in cues:
            draft = _taken(p, unit, cue)
            if draft is not None:
                yield draft
                break


@lru_cache(maxsize=16_384)
def _declines(word: str) -> bool:
    return word in ("comment", "neither", "would", "will", "won") or form_of(word, DECLINING) is not None


def from_adjectives(p: Parsed) -> Iterator[Draft]:
    """As in "historians are skeptical of his claim", "they are not convinced"."""
    for unit in p.among(_ADJECTIVES):
        low, high = p.sentence(unit)
        word = p.words[unit]
        before = p.words[max(low, unit - 4) : unit]
        if word == "convinced" and not any(negation in before for negation in ("not", "t", "never", "hardly")):
            continue
        if word != "convinced" and any(negation in before for negation in ("not", "t", "never")):
            continue
        subject = _subject(p, unit, low)
        if subject is None or not low <= subject < unit or any(other in _NOBODY for other in before):
            continue
        target = None
        if unit + 1 < high and p.words[unit + 1] in ("of", "about", "by", "that"):
            target = _object(p, unit + 2 if p.words[unit + 1] != "that" else unit + 1, high)
            head = None if target is None else _head(p, *target)
            if head is None or not (is_said(p.words[head]) or p.words[head] in _ALL or somebody(p, head)):
                continue
        kind = ADJECTIVES.get(word, StanceKind.QUESTION)
        yield Draft(kind, (unit,), p.phrase(subject, low, unit), target, f"“{word}” takes the stance: {kind.value}")


def _taken(p: Parsed, unit: int, cue: StanceCue) -> Draft | None:
    low, high = p.sentence(unit)
    after = _after(p, unit, cue, high)
    if after is None:
        return None
    by, target = _parties(p, unit, after, low, high)
    if by is None or p.pos[by[0]] == "ADP" or any(p.words[at] in _NOBODY for at in (by[0], by[1], max(by[0] - 1, low))):
        return None
    kind = cue.kind
    if cue.judges:
        passive = target is not None and target[0] < unit
        judged = (_judged_passive if passive else _judged)(p, unit, target, high)
        if judged is None:
            return None
        kind, target = judged
    elif not _aimed(p, unit, cue, target):
        return None
    if not asserted(p, unit) or kind is None:
        negated = _not_accepted(p, unit, kind)
        if negated is None:
            return None
        kind = negated
    if p.words[unit - 1] in ("neither", "nor"):
        return None
    return Draft(kind, (unit,), by, target, f"“{p.words[unit]}” takes the stance: {kind.value}")


def _after(p: Parsed, unit: int, cue: StanceCue, high: int) -> int | None:
    """The unit where the object begins, past the particles that the cue needs; ``None`` where they are not there."""
    at = unit + 1
    if not cue.after:
        return at
    for particles in cue.after:
        if not particles:
            return at
        place = at
        while place < high and (p.pos[place] == "ADV" or p.words[place] in _BEFORE_PARTICLES):
            if p.words[place] == particles[0]:
                break
            place += 1
        words = tuple(p.words[place : place + len(particles)])
        if words == particles and place + len(particles) <= high:
            return place if particles == ("that",) else place + len(particles)
    return None


def _parties(p: Parsed, unit: int, after: int, low: int, high: int) -> tuple[Run | None, Run | None]:
    """Who takes the stance and at what it is aimed."""
    subject = _subject(p, unit, low)
    if _passive(p, unit, low):
        agents = [
            child for child in p.children(unit, "obl", "obl:agent")
            if any(p.words[case] == "by" for case in p.children(child, "case"))
        ]  # fmt: skip
        if not agents or subject is None:
            return None, None
        return p.phrase(agents[0], unit + 1, high), p.phrase(subject, low, high)
    if subject is None or not low <= subject < unit:
        return None, None
    by = p.phrase(subject, low, unit)
    return by, _object(p, after, high)


def _subject(p: Parsed, unit: int, low: int) -> int | None:
    subject = p.subject(unit)
    if subject is not None and p.words[subject] in ("who", "which", "that") and p.pos[subject] == "PRON":
        before = subject - 1
        return before if before >= low and p.pos[before] in NOUNS else None
    return subject


def _object(p: Parsed, at: int, high: int) -> Run | None:
    """The words of the object: up to a comma or a word that opens something else."""
    while at < high and p.pos[at] == "ADV" and p.words[at] not in _CLAUSE and not p.parted(at):
        at += 1
    if (
        at >= high
        or p.parted(at)
        or p.words[at] in (_BREAKS - {"as"})
        or (p.pos[at] in ("CCONJ", "SYM") and p.words[at] != "both")
    ):
        return None
    if p.words[at] in _ALL and p.pos[at] == "PRON" and p.words[at] not in ("that", "all", "both", "none", "each"):
        word = p.words[at + 1] if at + 1 < high and not p.parted(at + 1) else ""
        if word not in ("of", "on", "about", "as", "that"):
            return at, at
    clause = p.words[at] in _CLAUSE and (p.pos[at] in ("SCONJ", "ADV", "PRON") or p.relation[at] == "mark")
    clause = clause and not (p.words[at] == "that" and p.relation[at] in ("obj", "det", "nsubj", "nsubj:pass", "obl"))
    last = at
    for following in range(at + 1, min(high, at + _FAR)):
        if p.parted(following) and (not clause or p.words[following] in _BREAKS):
            break
        if p.words[following] in _BREAKS and (
            (p.relation[following] in ("mark", "cc", "advmod") and not _joins_nouns(p, following, high))
            or (p.words[following] == "as" and not clause)
        ):
            break
        last = following
    return at, last


def _joins_nouns(p: Parsed, at: int, high: int) -> bool:
    """Whether "and" goes on with a noun phrase: "the theft and the fire"."""
    if p.words[at] != "and" or at + 1 >= high:
        return False
    return p.pos[at + 1] in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "SCONJ") and not any(
        p.relation[unit] in ("nsubj", "nsubj:pass") for unit in range(at + 1, min(high, at + 6))
    )


def _aimed(p: Parsed, unit: int, cue: StanceCue, target: Run | None) -> bool:
    """Whether the object is something that a stance may be aimed at."""
    if target is None:
        return cue.bare and not _infinitive(p, unit) and not _elsewhere(p, unit)
    first, last = target
    word = p.words[first]
    if cue.lemma == "agree" and (word in ("to", "on")):
        return False
    if word == "to" and p.relation[first] == "mark":
        return False
    if word in _CLAUSE and not (word == "that" and p.relation[first] == "det"):
        if word == "what":
            return any(form_of(p.words[at], _SAYING) for at in range(first, last + 1))
        return not cue.sides and (not cue.said or word == "that" or cue.kind is StanceKind.QUESTION)
    if not {*p.words[first : last + 1]} - _COUNTED:
        return True  # "accepted the first finding but rejected the second"
    head = _head(p, first, last)
    if head is None:
        return not cue.said and p.pos[first] == "VERB" and cue.kind is not StanceKind.QUESTION
    noun = p.words[head]
    if noun in _ALL:
        return not cue.sides and cue.lemma not in ("withdraw", "contest", "take")
    if cue.sides:
        on = head + 1 <= last and p.words[head + 1] in ("on", "about")
        return (is_said(noun) and noun.removesuffix("s") not in PROPOSED) or (on and somebody(p, head))
    if is_said(noun):
        return True
    if cue.people:
        return somebody(p, head)
    if cue.said or noun.removesuffix("s") in REFUSED:
        return False
    return not (noun in ASSUMED and cue.kind is not StanceKind.DENY)


def _elsewhere(p: Parsed, unit: int) -> bool:
    """As in "He agrees with me", "where they disagree": with whom or on what is said, and cannot be followed."""
    high = p.sentence(unit)[1]
    if unit + 1 < high and p.words[unit + 1] in ("with", "that", "to", "on", "about", "over"):
        return True
    return any(p.words[child] in ("where", "if", "when", "whether") for child in p.children(unit, "advmod", "mark"))


def _infinitive(p: Parsed, unit: int) -> bool:
    """As in "Agreed to leave"."""
    return any(
        p.words[mark] == "to" for child in p.children(unit, "xcomp", "advcl") for mark in p.children(child, "mark")
    )


def _head(p: Parsed, first: int, last: int) -> int | None:
    """The head noun of an object: its last noun before anything that only follows it."""
    if first + 2 <= last and p.words[first] in _ALL and p.words[first + 1] == "of" and p.words[first + 2] not in _ALL:
        return _head(p, first + 2, last)
    if p.words[first] in _ALL and p.pos[first] == "PRON":
        return first
    head = None
    for at in range(first, last + 1):
        if p.pos[at] in ("ADP", "SCONJ", "AUX") or (p.words[at] in ("who", "which", "that") and at > first):
            break
        if p.pos[at] == "VERB" and p.relation[at] not in ("amod", "compound"):
            break
        if p.pos[at] in NOUNS or p.words[at] in _ALL:
            owner = at + 1 <= last and p.words[at + 1] == "s" and p.start[at + 1] - p.end[at] == 1
            if not owner and p.relation[at] != "nmod:poss":
                head = at
    return head


def somebody(p: Parsed, head: int) -> bool:
    if p.words[head] in ("him", "her", "them"):
        return True
    if classify(p.words[head]) in _PEOPLE:
        return True
    kinds = p.layered.kinds[head]
    return bool(int(kinds.argmax()) in (1, 2, 3))


def _judged(p: Parsed, unit: int, target: Run | None, high: int) -> tuple[StanceKind, Run] | None:
    """As in "Called the report a lie", "described both accusations as false": the stance and what it is aimed at."""
    if target is None:
        return None
    end = next((at for at in range(unit + 1, min(high, unit + _FAR)) if p.parted(at) and p.words[at] in _BREAKS), None)
    end = min(high, unit + _FAR) if end is None else end
    found = None
    for at in range(target[0], end):
        kind = JUDGMENTS.get(p.words[at])
        if kind is not None and p.relation[at] != "nmod:poss" and not describes(p, at, end):
            negated = any(word in ("not", "never", "no", "without") for word in p.words[max(target[0], at - 2) : at])
            if found is None or kind is StanceKind.DENY:
                found = found[0] if found is not None else at, (OPPOSITE[kind] if negated else kind)
            continue
        if (
            p.words[at] in ("without", "no")
            and at + 1 < end
            and p.words[at + 1] in ("foundation", "basis", "merit", "truth")
        ):
            found = at, StanceKind.DENY
    if found is None or found[1] is None:
        return None
    last = _object_end(p, target, found[0])
    if last < target[0]:
        return None
    head = _head(p, target[0], last)
    if head is None or not (is_said(p.words[head]) or p.words[head] in _ALL):
        return None
    return found[1], (target[0], last)


def _judged_passive(p: Parsed, unit: int, target: Run | None, high: int) -> tuple[StanceKind, Run] | None:
    """As in "the study was dismissed by the firm as flawed": the subject is what is judged."""
    if target is None:
        return None
    head = _head(p, *target)
    if head is None or not (is_said(p.words[head]) or p.words[head] in _ALL):
        return None
    for at in range(unit + 1, min(high, unit + _FAR)):
        kind = JUDGMENTS.get(p.words[at])
        if kind is not None and not describes(p, at, high):
            return kind, target
    return None


def describes(p: Parsed, at: int, high: int) -> bool:
    """Whether a judgment only says of what sort the noun after it is: "a true wake-up call", "her right leg"."""
    return (
        p.words[at] in SINGLE_SENSED
        and at + 1 < high
        and p.pos[at + 1] in ("NOUN", "PROPN", "ADJ")
        and not p.parted(at + 1)
    )


def _object_end(p: Parsed, target: Run, judged: int) -> int:
    """The last unit of the object before what is said of it."""
    for at in range(target[0], judged + 1):
        if p.words[at] == "as" and at > target[0]:
            return at - 1
    at = judged
    while at - 1 >= target[0] and (
        p.pos[at - 1] in ("DET", "ADJ", "ADV")
        or p.words[at - 1] in ("a", "an", "not")
        or p.relation[at - 1] == "compound"
    ):
        if p.words[at - 1] in _ALL:
            break
        at -= 1
    last = at - 1
    while last > target[0] and (
        p.pos[last] in ("CCONJ", "DET", "ADV") or (p.pos[last] == "ADJ" and p.words[last] not in _ALL)
    ):
        last -= 1
    return last


def _passive(p: Parsed, unit: int, low: int) -> bool:
    if p.children(unit, "aux:pass", "nsubj:pass"):
        return True
    return (
        p.tense[unit] == "past participle"
        and unit > low
        and p.words[unit - 1] in ("was", "were", "is", "are", "been", "be", "being")
    )


def _not_accepted(p: Parsed, unit: int, kind: StanceKind | None) -> StanceKind | None:
    """As in "Does not accept the findings" denies them; "did not confirm" and "has never denied" take no stance."""
    if kind is not StanceKind.AFFIRM or form_of(p.words[unit], frozenset({"accept", "agree", "believe"})) is None:
        return None
    before = p.words[max(0, unit - 3) : unit]
    plain = not any(word in ("may", "might", "could", "would", "should", "will", "if", "to") for word in before)
    return StanceKind.DENY if plain and any(word in ("not", "t", "never") for word in before) else None


def _declined(p: Parsed, unit: int) -> Draft | None:
    """As in "declined to comment on the claims", "would not discuss it", "had no comment"."""
    low, high = p.sentence(unit)
    word = p.words[unit]
    if word == "comment":
        if p.words[unit - 1] != "no" or p.pos[unit] != "NOUN":
            return None
        verb: int | None = p.head[unit]
        if (
            verb is None
            or verb < low
            or form_of(p.words[verb], frozenset({"have", "offer", "make", "give", "say"})) is None
        ):
            return None
        return _decline(p, unit, _subject(p, verb, low), unit + 1, low, high)
    if word == "neither":
        verb = next(
            (at for at in range(unit + 1, min(high, unit + 4)) if form_of(p.words[at], frozenset({"confirm"}))), None
        )
        nor = next((at for at in range(unit + 2, min(high, unit + 6)) if p.words[at] == "nor"), None)
        if verb is None or nor is None:
            return None
        return _decline(p, verb, _subject(p, verb, low), nor + 2, low, high, nor + 1)
    if word in ("would", "will", "won"):
        return _would_not(p, unit, low, high)
    after = unit + 1
    subject = _subject(p, unit, low)
    if after < high and p.words[after] == "to":
        verb = after + 1
        while verb < high and p.pos[verb] == "ADV":
            verb += 1
        if verb >= high or p.words[verb] not in DECLINED | {"be"}:
            return None
        if p.words[verb] == "be" and (verb + 1 >= high or p.words[verb + 1] not in ("drawn", "quoted", "interviewed")):
            return None
        verb = verb + 1 if p.words[verb] == "be" else verb
        return _decline(p, unit, subject, _past_or(p, verb + 1, high), low, high, verb) if asserted(p, unit) else None
    if after < high and p.words[after] in ("comment", "comments"):
        return _decline(p, unit, subject, after + 1, low, high)
    return None


def _would_not(p: Parsed, unit: int, low: int, high: int) -> Draft | None:
    at = unit + 1
    if p.words[unit] == "won" and (at >= high or p.words[at] != "t"):
        return None
    subject = _subject(p, unit, low) if p.head[unit] < 0 else _subject(p, p.head[unit], low)
    negated = p.words[unit] == "won" or (subject is not None and _neither(p, subject, low))
    while at < high and (p.pos[at] in ("ADV", "PART") or p.words[at] in ("not", "t", "neither", "further")):
        if p.words[at] == "neither":
            return None
        negated |= p.words[at] in ("not", "t")
        at += 1
    if not negated or at >= high:
        return None
    verb = at
    if p.words[at] == "be" and at + 1 < high and p.words[at + 1] == "drawn":
        verb = at + 1
    elif p.words[at] not in ("comment", "discuss", "say", "confirm", "elaborate", "disclose", "reveal", "answer"):
        return None
    return _decline(p, verb, _subject(p, verb, low), _past_or(p, verb + 1, high), low, high)


def _neither(p: Parsed, subject: int, low: int) -> bool:
    """As in "Neither the club nor the player" and "none of them"."""
    return any(p.words[at] in ("neither", "none", "nobody") for at in range(max(low, subject - 6), subject + 1))


def _past_or(p: Parsed, at: int, high: int) -> int:
    """Past "confirm *or deny*"."""
    if at + 1 < high and p.words[at] in ("or", "nor") and p.words[at + 1] in ("deny", "denied", "discuss", "confirm"):
        return at + 2
    return at


def _decline(
    p: Parsed, unit: int, subject: int | None, at: int, low: int, high: int, verb: int | None = None
) -> Draft | None:
    if subject is None or not low <= subject or p.words[subject] in _NOBODY:
        return None
    while at < high and (
        p.words[at] in ("on", "about", "upon", "further", "publicly", "to", "in") or p.pos[at] == "ADV"
    ):
        if p.words[at] in _CLAUSE or p.parted(at):
            break
        if p.words[at] in ("to", "in"):
            return Draft(StanceKind.DECLINE, (unit,), p.phrase(subject, low, high), None, "nothing will be said of it")
        at += 1
    target = _object(p, at, high) if at < high else None
    if target is not None and p.words[target[0]] in ("for", "when", "after", "until"):
        target = None
    if target is not None and any(
        p.words[at].removesuffix("s") in NOT_DECLINED for at in range(target[0], target[1] + 1)
    ):
        return None
    cue = (unit,) if verb is None or verb == unit else (unit, verb)
    return Draft(StanceKind.DECLINE, cue, p.phrase(subject, low, high), target, "nothing will be said of it")
