"""Stances that a verb or adjective takes: "rejected the findings", "agreed with the board", "skeptical of it"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from onrecord.reading.asserted import asserted
from onrecord.reading.forms import form_of
from onrecord.reading.parsed import VERBS, Parsed, Run
from onrecord.reading.stances.cues import (
    ADJECTIVES,
    ASSUMED,
    JUDGMENTS,
    OPPOSITE,
    PROPOSED,
    REFUSED,
    StanceCue,
    is_said,
    stance_cues,
)
from onrecord.reading.stances.draft import Draft
from onrecord.reading.stances.objects import (
    BREAKS,
    CLAUSES,
    FAR,
    NOBODY,
    POINTING,
    describes,
    head_of,
    is_passive,
    object_from,
    said_or_pointing,
    somebody,
    subject_of,
)
from onrecord.types import StanceKind

_COUNTED: Final = frozenset("the first second third fourth latter former other others one two".split())
_BEFORE_PARTICLES: Final = frozenset("it them some serious the his her their its".split())
_SAYING: Final = frozenset("say claim allege tell report write state assert find testify suggest announce".split())
_GIVING: Final = frozenset("give tell say offer report".split())
_DENIALS: Final = frozenset("issue make give repeat offer publish release".split())
_ACCEPTING: Final = frozenset("accept agree believe recognize share".split())
_ADJECTIVES: Final = frozenset({*ADJECTIVES, "convinced", "persuaded"})
_AROUND: Final = 14
"""Units between a verb and the words after its object: "called the whole of it *into question*"."""


def from_verbs(p: Parsed) -> Iterator[Draft]:
    """The stances that verbs of a passage take."""
    for unit in p.where(stance_cues):
        if p.pos[unit] not in VERBS or p.relation[unit] in ("amod", "compound", "aux", "cop", "nmod"):
            continue
        for cue in stance_cues(p.words[unit]):
            draft = _taken(p, unit, cue)
            if draft is not None:
                yield draft
                break
    yield from _by_noun(p)


def from_adjectives(p: Parsed) -> Iterator[Draft]:
    """As in "historians are skeptical of his claim", "they are not convinced"."""
    for unit in p.among(_ADJECTIVES):
        low, high = p.sentence(unit)
        word = p.words[unit]
        before = p.words[max(low, unit - 4) : unit]
        sure = word in ("convinced", "persuaded")
        if sure and not any(negation in before for negation in ("not", "t", "never", "hardly")):
            continue
        if not sure and any(negation in before for negation in ("not", "t", "never")):
            continue
        subject = subject_of(p, unit, low)
        if subject is None or not low <= subject < unit or any(other in NOBODY for other in before):
            continue
        target = None
        if unit + 1 < high and p.words[unit + 1] in ("of", "about", "by", "that"):
            target = object_from(p, unit + 2 if p.words[unit + 1] != "that" else unit + 1, high)
            head = None if target is None else head_of(p, *target)
            if head is None or not (said_or_pointing(p, head) or somebody(p, head)):
                continue
        kind = ADJECTIVES.get(word, StanceKind.QUESTION)
        yield Draft(kind, (unit,), p.phrase(subject, low, unit), target, f"“{word}” takes the stance: {kind.value}")


def _by_noun(p: Parsed) -> Iterator[Draft]:
    """As in "issued a denial of the claims", "gave the same account"."""
    for unit in p.among(("denial", "denials", "same")):
        low, high = p.sentence(unit)
        same = p.words[unit] == "same"
        head = p.head[unit] if same and p.relation[unit] == "amod" else unit
        verb = p.head[head] if head >= low else -1
        if verb < low or form_of(p.words[verb], _GIVING if same else _DENIALS) is None or not asserted(p, verb):
            continue
        if same and head != unit and not is_said(p.words[head]):
            continue
        subject = subject_of(p, verb, low)
        if subject is None or not low <= subject < verb or p.words[subject] in NOBODY:
            continue
        kind = StanceKind.AFFIRM if same else StanceKind.DENY
        target = object_from(p, unit + 2, high) if unit + 2 < high and not same and p.words[unit + 1] == "of" else None
        yield Draft(kind, (unit, verb), p.phrase(subject, low, verb), target, f"“{p.words[unit]}” takes a stance")


def _taken(p: Parsed, unit: int, cue: StanceCue) -> Draft | None:
    low, high = p.sentence(unit)
    if cue.around:
        around = _around(p, unit, cue, high)
        if around is None:
            return None
        high = around
    after = _after(p, unit, cue, high)
    if after is None:
        return None
    by, target = _parties(p, unit, after, low, high)
    if by is None or p.pos[by[0]] == "ADP" or any(p.words[at] in NOBODY for at in (by[0], by[1], max(by[0] - 1, low))):
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
    if kind is None or not (asserted(p, unit) or _can_confirm(p, unit, kind)):
        kind = _not_accepted(p, unit, kind)
    if kind is None or p.words[unit - 1] in ("neither", "nor"):
        return None
    return Draft(kind, (unit,), by, target, f"“{p.words[unit]}” takes the stance: {kind.value}", cue.own)


def _around(p: Parsed, unit: int, cue: StanceCue, high: int) -> int | None:
    """Where the words begin that have to follow the object."""
    for at in range(unit + 1, min(high, unit + _AROUND)):
        if p.parted(at):
            return None
        if at > unit + 1 and any(tuple(p.words[at : at + len(words)]) == words for words in cue.around):
            return at
    return None


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
    subject = subject_of(p, unit, low)
    if is_passive(p, unit, low):
        agents = [
            child for child in p.children(unit, "obl", "obl:agent")
            if any(p.words[case] == "by" for case in p.children(child, "case"))
        ]  # fmt: skip
        if not agents or subject is None:
            return None, None
        return p.phrase(agents[0], unit + 1, p.sentence(unit)[1]), p.phrase(subject, low, high)
    if subject is None or not low <= subject < unit:
        return None, None
    target = object_from(p, after, high) if after < high else None
    return p.phrase(subject, low, unit), target or _before(p, unit, subject, low)


def _before(p: Parsed, unit: int, subject: int, low: int) -> Run | None:
    """The object of a relative clause before it: "*a charge* the party denies", "*which* the party denies"."""
    first = p.phrase(subject, low, unit)[0]
    before = first - 1
    if before < low:
        return None
    if p.words[before] == "which":
        return before, before
    relative = p.relation[unit] == "acl:relcl" and low <= p.head[unit] < first
    return p.phrase(p.head[unit], low, first) if relative and is_said(p.words[p.head[unit]]) else None


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
    if last == first and word == "which":
        return cue.kind is not StanceKind.QUESTION
    if word in CLAUSES and not (word == "that" and p.relation[first] == "det"):
        if cue.clause:
            return word in ("whether", "if", "how")
        if word == "what":
            return any(form_of(p.words[at], _SAYING) for at in range(first, last + 1))
        return not cue.sides and (not cue.said or word == "that" or cue.kind is StanceKind.QUESTION)
    if not {*p.words[first : last + 1]} - _COUNTED:
        return True  # "accepted the first finding but rejected the second"
    if cue.clause:
        return False
    head = head_of(p, first, last)
    if head is None:
        return not cue.said and p.pos[first] == "VERB" and cue.kind is not StanceKind.QUESTION
    noun = p.words[head]
    if noun in POINTING:
        return not cue.sides and cue.lemma not in ("withdraw", "contest", "take", "share", "correct")
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


def _judged(p: Parsed, unit: int, target: Run | None, high: int) -> tuple[StanceKind, Run] | None:
    """As in "Called the report a lie", "described both accusations as false": the stance and what it is aimed at."""
    if target is None:
        return None
    end = next((at for at in range(unit + 1, min(high, unit + FAR)) if p.parted(at) and p.words[at] in BREAKS), None)
    end = min(high, unit + FAR) if end is None else end
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
    if not said_or_pointing(p, head_of(p, target[0], last)):
        return None
    return found[1], (target[0], last)


def _judged_passive(p: Parsed, unit: int, target: Run | None, high: int) -> tuple[StanceKind, Run] | None:
    """As in "the study was dismissed by the firm as flawed": the subject is what is judged."""
    if target is None:
        return None
    if not said_or_pointing(p, head_of(p, *target)):
        return None
    for at in range(unit + 1, min(high, unit + FAR)):
        kind = JUDGMENTS.get(p.words[at])
        if kind is not None and not describes(p, at, high):
            return kind, target
    return None


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
        if p.words[at - 1] in POINTING:
            break
        at -= 1
    last = at - 1
    while last > target[0] and (
        p.pos[last] in ("CCONJ", "DET", "ADV") or (p.pos[last] == "ADJ" and p.words[last] not in POINTING)
    ):
        last -= 1
    return last


def _can_confirm(p: Parsed, unit: int, kind: StanceKind) -> bool:
    """As in "I can confirm that": a "can" that does it."""
    before = p.words[max(0, unit - 3) : unit]
    return kind is StanceKind.AFFIRM and "can" in before and any(word in ("i", "we") for word in before)


def _not_accepted(p: Parsed, unit: int, kind: StanceKind | None) -> StanceKind | None:
    """As in "Does not accept the findings" denies them; "did not confirm" and "has never denied" take no stance."""
    if kind is not StanceKind.AFFIRM or form_of(p.words[unit], _ACCEPTING) is None:
        return None
    before = p.words[max(0, unit - 3) : unit]
    plain = not any(word in ("may", "might", "could", "would", "should", "will", "if", "to") for word in before)
    return StanceKind.DENY if plain and any(word in ("not", "t", "never") for word in before) else None
