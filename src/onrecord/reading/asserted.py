"""Whether a text says that something was said, and not that it was refused, wished for or only supposed."""

from __future__ import annotations

from typing import Final

from onrecord.reading.forms import form_of
from onrecord.reading.parsed import VERBS, Parsed

_NOT: Final = frozenset("not never t nor neither hardly nt without cannot".split())
_MODALS: Final = frozenset("may might could can would should must will shall ll d ought".split())
_CONDITIONS: Final = frozenset("if unless whether should had lest".split())
_KEEPS_INFINITIVE: Final = frozenset(
    "go say report allege claim believe continue step come manage move find appear prove understand use "
    "return rush vote "
    "begin start know seem".split()
)
"""Verbs before "to" that leave what follows said to be so: "went on to promise", "is said to have promised"."""
_DENIES: Final = frozenset(
    "deny decline refuse fail avoid doubt hesitate stop resist reject forbid deny lack forget".split()
)
_SUPPOSES: Final = frozenset(
    "expect want hope wish plan intend ask urge call demand seek try prepare consider threaten need like aim expect "
    "tell order request invite encourage suggest recommend propose press push wait struggle beg persuade convince "
    "pressure force compel predict".split()
)
"""Verbs over a cue that leave open whether it comes to be."""
_TELLING: Final = frozenset("tell convince persuade".split())
"""Of these, verbs whose clause is told as a fact: "told them that he had promised"."""
_HOPEFUL: Final = frozenset(
    "likely unlikely willing ready prepared set due about reluctant eager poised able free".split()
)
_WHENEVER: Final = frozenset("when whenever until before once".split())
_UP: Final = 4
"""Heads above a cue that are asked."""


def asserted(p: Parsed, unit: int) -> bool:
    """Whether what a unit reports is said to have been: not negated, not asked, not conditional, not to come."""
    low, high = p.sentence(unit)
    if "?" in p.text[p.end[high - 1] : p.end[high - 1] + 2]:
        return False
    before = p.words[max(low, unit - 3) : unit]
    if p.pos[unit] in VERBS:
        if _negated(p, unit, low) or _modal(p, unit, low):
            return False
        if "to" in before[-2:] and p.words[unit - 1 if before[-1] == "to" else unit - 2] == "to":
            return _infinitive(p, unit, low)
    elif "no" in before or "without" in before or "any" in before:
        return False
    return not _conditional(p, unit, low) and not _whenever(p, unit) and not _overruled(p, unit, low)


def _negated(p: Parsed, unit: int, low: int) -> bool:
    if any(p.words[child] in _NOT for child in p.children(unit, "advmod", "cc")):
        return True
    at = unit - 1
    while at >= low and unit - at <= 4 and (p.pos[at] in ("AUX", "ADV", "PART") or p.words[at] in _NOT):
        if p.words[at] in _NOT:
            return True
        at -= 1
    return False


def _modal(p: Parsed, unit: int, low: int) -> bool:
    if any(p.words[child] in _MODALS for child in p.children(unit, "aux")):
        return True
    at = unit - 1
    while at >= low and unit - at <= 4 and p.pos[at] in ("AUX", "ADV", "PART"):
        if p.words[at] in _MODALS and p.pos[at] == "AUX":
            return True
        at -= 1
    return False


def _infinitive(p: Parsed, unit: int, low: int) -> bool:
    """A cue after "to": it counts where what stands over it says that it was done."""
    perfect = p.words[unit - 1] == "have"
    at = unit - (2 if perfect else 1)
    while at > low and p.words[at] != "to":
        at -= 1
    governors = [p.words[before] for before in range(max(low, at - 3), at)]
    if any(word in _HOPEFUL for word in governors):
        return False
    if perfect:
        return True
    return any(form_of(word, _KEEPS_INFINITIVE) for word in governors)


def _conditional(p: Parsed, unit: int, low: int) -> bool:
    """Whether "if" opens the clause of a cue, or one above it."""
    at = unit
    while at > low:
        if p.words[at] in ("if", "unless", "whether") and p.relation[at] == "mark":
            head = p.head[at]
            if head == unit or head in _above(p, unit) or unit - at < 6:
                return True
        if p.parted(at):
            break
        at -= 1
    return p.words[at] in ("if", "unless", "whether") and unit - at < 12


def _whenever(p: Parsed, unit: int) -> bool:
    """As in "When veterans ask for help": what happens whenever, or is yet to."""
    if p.tense[unit] not in ("present", "base") or p.children(unit, "aux"):
        return False
    return any(p.words[mark] in _WHENEVER for mark in p.children(unit, "advmod", "mark"))


def _above(p: Parsed, unit: int) -> list[int]:
    found = []
    for head in p.ancestors(unit):
        found.append(head)
        if len(found) == _UP:
            break
    return found


def _overruled(p: Parsed, unit: int, low: int) -> bool:
    """Whether a verb right above a cue denies, wishes or expects it: "denied having promised"."""
    at = unit
    for head in _above(p, unit):
        relation = p.relation[at]
        if relation in ("conj", "parataxis", "acl:relcl", "nsubj", "advcl", "appos"):
            return relation == "advcl" and p.words[max(low, at - 1)] == "without"
        if relation == "ccomp" and p.pos[unit] in VERBS and p.tense[unit] in ("past", "present"):
            return form_of(p.words[head], _DENIES) is not None and not _denied(p, head)
        supposing = _SUPPOSES - _TELLING if relation == "ccomp" else _SUPPOSES
        if p.pos[head] in VERBS and (
            form_of(p.words[head], _DENIES) or (p.pos[at] in VERBS and form_of(p.words[head], supposing))
        ):
            return not (relation in ("obl", "obj") and p.pos[unit] not in VERBS and _answers(p, head))
        if p.pos[head] in VERBS and (_negated(p, head, low) or _modal(p, head, low)):
            return relation in ("obj", "nsubj:pass", "xcomp")
        at = head
    return False


def _denied(p: Parsed, head: int) -> bool:
    return any(p.words[child] in _NOT for child in p.children(head, "advmod"))


def _answers(p: Parsed, head: int) -> bool:
    """Verbs that take up a pledge or demand that was made: "failed to keep its promise", "rejected calls"."""
    return form_of(p.words[head], frozenset({"reject", "refuse", "resist", "deny", "forget"})) is not None
