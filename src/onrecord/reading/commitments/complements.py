"""What follows a word that reports a commitment: to whom, and the words of what is pledged or demanded.

The walk goes from word to word and asks the syntax only for what words alone do not tell: where a cue stands is
mostly parsed well, what hangs on it less so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onrecord.reading.parsed import NOUNS, VERBS, Parsed, Run

_PREPOSITIONS: Final = frozenset("on upon to with for of from off".split())
_LONGEST_PARTY: Final = 24
"""Units of a noun phrase between a cue and what it reports."""
_ASKING: Final = frozenset("how what why whether who whom when where which".split())
_LONGEST_ASIDE: Final = 12
"""Units between two commas after a cue."""
_BREAKS: Final = frozenset(
    "because although though while whereas unless but when after before since as if according saying adding which who "
    "whose despite notwithstanding".split()
)
"""Words that end a complement when they open a clause."""
_COORDINATING: Final = frozenset({"and", "but", "or", "yet"})
_NEGATION: Final = frozenset({"not", "never"})
_PRONOUNS: Final = frozenset("him her them us me you it everyone everybody".split())
_QUOTES: Final = '"“”‘«»'
_CONDITIONS: Final = (
    ("provided", "that"), ("provided",), ("providing",), ("as", "long", "as"), ("so", "long", "as"), ("if",), ("once",),
)  # fmt: skip
_EXCHANGE: Final = (
    ("in", "exchange", "for"), ("in", "return", "for"), ("on", "condition", "that"), ("on", "the", "condition", "that"),
    ("in", "exchange"), ("in", "return"), ("on", "condition"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Complement:
    """What stands after a cue.

    Attributes:
        frame: see :mod:`onrecord.reading.commitments.cues`.
        party: the noun phrase before it.
        start: the first unit of what is pledged or demanded; the unit after the cue's where there is nothing.
    """

    frame: str
    party: Run | None
    start: int


def complement(p: Parsed, at: int, high: int) -> Complement | None:
    """What stands from unit ``at`` on, up to ``high`` (exclusive); ``None`` where the phrase has ended."""
    found = _complement(p, at, high)
    return found if found is not None and found.start < high else None


def _complement(p: Parsed, at: int, high: int) -> Complement | None:
    while at < high and p.pos[at] == "ADV" and p.words[at] not in _NEGATION | _ASKING and not p.parted(at):
        at += 1
    if at >= high:
        return None
    if _opens_quote(p, at):
        return Complement("speech", None, at)
    aside = _past_parenthesis(p, at, high)
    past, at = aside != at, aside
    preposition = ""
    if p.words[at] == "out" and at + 1 < high and p.words[at + 1] == "for":
        return Complement("out-for:object", None, at + 2) if at + 2 < high else None
    if p.words[at] in _PREPOSITIONS and marker(p, at, high) is None:
        if p.parted(at) and not past:
            return None
        preposition, at = f"{p.words[at]}:", at + 1
    first = at
    if first < high and p.pos[first] == "AUX":
        return None
    commas = 0
    while at < min(high, first + _LONGEST_PARTY):
        if p.parted(at) and at > first:
            commas += 1
            if commas > 2 or p.pos[at] in VERBS or p.pos[at] == "PRON" or p.words[at] in _BREAKS | _COORDINATING:
                break
        elif at > first and _goes_on(p, at, high):
            break
        elif at == first and not past and p.parted(at) and ":" not in p.gap(at):
            return None
        found = marker(p, at, high)
        if found is not None:
            start = at + 1 if found == "that" else at
            party = (first, at - 1) if at > first else None
            return Complement(f"{preposition}{'person-' if party else ''}{found}", party, start)
        if at > first and p.words[at] in _BREAKS and p.relation[at] in ("mark", "advmod", "case"):
            break
        if _opens_quote(p, at) and at > first:
            break
        at += 1
    return _without_marker(p, preposition, first, high)


def _goes_on(p: Parsed, at: int, high: int) -> bool:
    """Whether the noun phrase after a cue has ended and a verb of the sentence's own follows."""
    if p.words[at] in _COORDINATING:
        return at + 1 < high and p.pos[at + 1] in VERBS and p.tense[at + 1] in ("past", "present", "past participle")
    return p.pos[at] == "VERB" and p.tense[at] in ("past", "present") and p.relation[at] in ("root", "conj", "ccomp")


def _past_parenthesis(p: Parsed, at: int, high: int) -> int:
    """The unit after what is set off by commas right after a cue: "an obligation, laid down in law, *to* pay"."""
    if not p.parted(at) or "," not in p.gap(at):
        return at
    for closing in range(at + 1, min(high, at + _LONGEST_ASIDE)):
        if p.parted(closing) and marker(p, closing, high) is not None:
            return closing
    return at


def _without_marker(p: Parsed, preposition: str, first: int, high: int) -> Complement | None:
    if first >= high or p.pos[first] in ("SCONJ", "CCONJ") or p.words[first] in _BREAKS | _ASKING:
        return None
    modal = _modal_ahead(p, first, high)
    if modal is not None and p.pos[first] in {"DET", "ADJ", *NOUNS}:
        return Complement(f"{preposition}that", None, first)
    if p.pos[first] in VERBS and p.tense[first] in ("past", "present", "none"):
        return None
    second = _second_object(p, first, high)
    if second is not None:
        return Complement(f"{preposition}person-object", (first, second - 1), second)
    asked = _asked_for(p, first, high)
    if asked is not None:
        return Complement(f"{preposition}person-for", (first, asked - 1), asked + 1)
    return Complement(f"{preposition}object", None, first)


def marker(p: Parsed, at: int, high: int) -> str | None:
    """Whether an infinitive, a clause or a gerund opens at a unit: ``to``, ``that``, ``gerund`` or ``None``."""
    word = p.words[at]
    if word in _NEGATION:
        return "to" if at + 1 < high and p.words[at + 1] == "to" and marker(p, at + 1, high) == "to" else None
    if word == "that":
        relative = at + 1 < high and p.pos[at + 1] in VERBS and p.tense[at + 1] in ("past", "present")
        return "that" if (p.relation[at] == "mark" or p.pos[at] == "SCONJ") and not relative else None
    if word == "from":
        opens = at + 1 < high and p.pos[at + 1] in VERBS and p.tense[at + 1] == "present participle"
        return "from" if opens else None
    if word != "to":
        return None
    at += 1
    while at < high and (p.pos[at] == "ADV" or p.words[at] in _NEGATION):
        at += 1
    if at >= high:
        return None
    if p.pos[at] in VERBS:
        if p.tense[at] == "present participle":
            return "gerund"
        if p.tense[at] in ("base", "none", "present") and p.relation[at] != "amod":
            return "to"
    return None


def extent(p: Parsed, start: int, high: int, clause: bool = False) -> Run:
    """The words of what is pledged or demanded from ``start`` on: up to where the sentence goes on to something else.

    Args:
        clause: whether it is a clause with a subject, which "and" and another one may continue.
    """
    at = start
    above = _outside(p, start)
    while at + 1 < high:
        following = at + 1
        word = p.words[following]
        gap = p.gap(following)
        if any(mark in gap for mark in ";:—") or (
            any(mark in gap for mark in _QUOTES) and any(mark in gap for mark in ".,")
        ):
            break
        if exchange_at(p, following, high) is not None or following in above:
            break
        if p.parted(following) and (
            word in _BREAKS
            or p.tense[following] == "present participle"
            or _speaks(p, following, high)
            or (word == "in" and _names_breach(p, following, high))
            or (_main_clause(p, start, following, high) and not (clause and not _has_verb(p, start, following)))
        ):
            break
        if word in _COORDINATING and _turns_away(p, following, high, clause):
            break
        if word in ("despite", "notwithstanding", "according") or _tells_when(p, following, high):
            break
        at = following
    return start, at


def _tells_when(p: Parsed, at: int, high: int) -> bool:
    """Whether "as" or "after" opens a clause about when it was said: "... as he opened the session"."""
    if p.words[at] not in ("as", "after", "while") or p.relation[at] not in ("mark", "advmod"):
        return False
    return any(
        p.pos[verb] in VERBS and p.tense[verb] == "past" and p.relation[verb] not in ("acl", "amod")
        for verb in range(at + 2, min(high, at + 6))
    )


def _outside(p: Parsed, start: int) -> set[int]:
    """The verbs of the sentence over whatever the words from a unit on hang on: where one stands, they have ended."""
    found: set[int] = set()
    passed = False
    for head in p.ancestors(start):
        if passed and head > start and p.pos[head] in VERBS:
            found.add(head)
        passed |= head < start
    return found


def exchange_at(p: Parsed, at: int, high: int) -> int | None:
    """The unit after words like "in exchange for" that stand at a unit."""
    first = p.words[at]
    if first not in ("in", "on"):
        return None
    for words in _EXCHANGE:
        if first == words[0] and tuple(p.words[at : min(high, at + len(words))]) == words:
            return at + len(words)
    return None


def condition_at(p: Parsed, at: int, high: int) -> int | None:
    """The unit after "if", "provided" or "as long as" that stands at a unit."""
    for words in _CONDITIONS:
        if p.words[at] == words[0] and tuple(p.words[at : min(high, at + len(words))]) == words:
            return at + len(words)
    return None


def _opens_quote(p: Parsed, at: int) -> bool:
    gap = p.gap(at)
    return ":" in gap or any(mark in gap for mark in _QUOTES)


def _modal_ahead(p: Parsed, first: int, high: int) -> int | None:
    """The modal of a clause without "that": "pledged *no one would* be harmed"."""
    for at in range(first, min(high, first + 12)):
        if p.words[at] in ("will", "would", "shall", "ll", "won") and p.pos[at] == "AUX":
            return at if at > first else None
        if (p.parted(at) and at > first) or p.words[at] in {
            "who",
            "which",
            "that",
            "to",
            "and",
            "whether",
            "how",
            "why",
            "what",
            "where",
        } | _BREAKS:
            return None
        if p.pos[at] in VERBS and p.relation[at] not in ("amod", "acl", "compound"):
            return None
    return None


def _second_object(p: Parsed, first: int, high: int) -> int | None:
    """Where a second noun phrase begins after a first one: "promised them | a raise"."""
    if p.words[first] in _PRONOUNS and first + 1 < high and not p.parted(first + 1):
        after = first + 1
        return after if p.pos[after] in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON") else None
    for at in range(first + 1, min(high, first + 8)):
        if p.parted(at) or p.pos[at] in ("ADP", "VERB", "AUX", "CCONJ", "SCONJ", "PART"):
            return None
        opens = p.pos[at] == "DET" or (p.relation[at] == "nmod:poss" and p.pos[at] == "PRON")
        opens = opens or (p.relation[at] == "amod" and p.head[at] > at and p.words[at - 1].endswith("s"))
        if opens and p.pos[at - 1] in ("NOUN", "PROPN"):
            return at
    return None


def _asked_for(p: Parsed, first: int, high: int) -> int | None:
    """The "for" of "asking the retailer for heated rooms": the first one after a noun phrase about somebody."""
    for at in range(first + 1, min(high, first + 10)):
        if p.parted(at) or p.pos[at] in ("VERB", "AUX", "SCONJ"):
            return None
        if p.words[at] == "for" and p.pos[at - 1] in NOUNS:
            return at
    return None


def _turns_away(p: Parsed, at: int, high: int, clause: bool) -> bool:
    """Whether after "and" or "but" something else begins than a further part of what is pledged."""
    if p.words[at] == "but" and p.parted(at):
        return True
    after = at + 1
    while after < high and (p.pos[after] == "ADV" or p.words[after] in _NEGATION):
        after += 1
    if after >= high or p.words[after] in ("to", "that"):
        return False
    if p.pos[after] in VERBS:  # "and kept its word", "and said"; but "and would not allow", "and help"
        if p.words[after] in ("will", "would", "must", "shall"):
            return not clause
        return p.tense[after] in ("past", "present") and p.relation[after] != "amod"
    for verb in range(after, min(high, after + 10)):  # a clause of its own: with a modal it may go on
        if p.words[verb] in ("will", "would", "shall", "must") and p.pos[verb] == "AUX":
            return not clause
        if p.words[verb] in ("who", "which", "that", "to") or (p.parted(verb) and verb > after):
            return False
        if p.pos[verb] in VERBS and p.tense[verb] in ("past", "present") and p.relation[verb] not in ("amod", "acl"):
            return True
    return False


def _has_verb(p: Parsed, start: int, end: int) -> bool:
    """Whether after a comma the cue's own clause goes on: "..., received a permit", "..., the council left"."""
    return any(p.pos[at] in VERBS and p.relation[at] not in ("amod", "acl") for at in range(start, end))


def _main_clause(p: Parsed, start: int, at: int, high: int) -> bool:
    """Whether after a comma the cue's own clause goes on: "..., received a permit", "..., the council left"."""
    if p.pos[at] == "VERB" and p.tense[at] in ("past", "present", "past participle"):
        return at + 1 < high and p.pos[at + 1] in ("DET", "ADP", "NUM", "ADV", "PRON", "PROPN", "SCONJ")
    if p.pos[at] not in ("DET", "PRON", "PROPN", "NOUN", "ADJ"):
        return False
    for unit in range(at, min(high, at + 8)):
        if p.relation[unit] in ("nsubj", "nsubj:pass"):
            above = p.head[unit]
            return above > unit and above in set(p.ancestors(start))
        if p.parted(unit) and unit > at:
            return False
    return False


def _speaks(p: Parsed, at: int, high: int) -> bool:
    """Whether after a comma words like "the firm said" follow."""
    for verb in range(at, min(high, at + 8)):
        if p.words[verb] in ("said", "says", "say", "told", "wrote", "added", "found", "testified", "reported"):
            return True
        if p.parted(verb) and verb > at:
            return False
    return False


def _names_breach(p: Parsed, at: int, high: int) -> bool:
    return any(
        p.words[unit] in ("breach", "violation", "contradiction", "defiance", "line", "contravention", "spite")
        for unit in range(at + 1, min(high, at + 4))
    )
