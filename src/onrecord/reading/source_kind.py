"""What kind of source stands behind an attribution, from the words of its source and where they stand.

There is no parser: the noun that decides is the last one before a preposition, a relative clause or a participle;
determiners, possessives and number then tell an identified institution from an unnamed group. A name after a comma
("the prosecutor, Otto Vance") overrules a description.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.reading.source_common import BODY, DOCUMENT, MANY, NONE, ONE, PERSON, PRONOUN, Decision
from onrecord.reading.source_function_words import CALENDAR, DEFINITE, INDEFINITE, LEADING, SUBJECTS, TITLES
from onrecord.reading.source_heads import Heads, say
from onrecord.reading.source_nouns import Noun, classify, is_role
from onrecord.reading.source_phrase import (
    Word,
    core_length,
    is_number,
    is_plural,
    segments,
    singular,
    trailing_name,
    without_lead,
    words_of,
)
from onrecord.reading.source_pronouns import PRONOUNS_MANY, PRONOUNS_ONE, PRONOUNS_OPEN
from onrecord.types import Mention, SourceKind, Span

__all__ = ["PRONOUN", "Decision", "decide"]

_NAMED = frozenset({PERSON, BODY})
_AFTER_PRONOUNS = frozenset({
    "all", "alone", "are", "both", "have", "herself", "himself", "itself", "themselves", "too",
})  # fmt: skip
_PLACED = frozenset({"at", "from", "in", "near", "of", "outside"})
_LIVE_THERE = frozenset({"citizen", "inhabitant", "native", "resident", "residents", "voter"})


def decide(text: str, source: Sequence[Span], mentions: Sequence[Mention]) -> Decision:
    """The kind of one source.

    Args:
        text: the document's text.
        source: the source's spans; none where the text names no source.
        mentions: names found in the document, sorted by start; taken as evidence that may be wrong or missing.
    """
    phrases = _Phrases(Heads(text, mentions))
    parts = segments(words_of(text, source))
    if not parts:
        return Decision(NONE, "no source is named", "")
    if len(parts) > 1 and parts[1][0].text.endswith("-based"):
        parts = parts[1:]
    first = phrases.decide(without_lead(parts[0]))
    if first.kind is NONE and first.deciding != PRONOUN and len(parts) > 1 and not parts[0][-1].capital:
        # Adjectives with a comma between them: "the soft-spoken, 62-year-old envoy".
        parts = [parts[0] + parts[1], *parts[2:]]
        first = phrases.decide(without_lead(parts[0]))
    if first.named or (len(parts[0]) in (2, 3, 4) and all(word.capital for word in parts[0])):
        return phrases.described(parts) or first
    return phrases.apposition(parts, first) or first


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Decides for noun phrases and for what commas and conjunctions make of them."""

    heads: Heads

    def decide(self, words: list[Word]) -> Decision:
        """The kind of one noun phrase without commas."""
        pronoun = self._pronoun(words)
        if pronoun:
            return pronoun
        return self._pair(words) or self.heads.decide(words)

    def described(self, parts: Sequence[list[Word]]) -> Decision | None:
        """A decision on a name from what is said of it after a comma: "Tallis, a lawyer", "Tallis, a supplier"."""
        if len(parts) < 2 or trailing_name(parts[0]) == len(parts[0]):
            return None
        part = parts[1]
        if part[0].folded == "who" or (len(part) == 1 and is_number(part[0]) and len(part[0].text) < 4):
            return _described(parts[0], "a person", PERSON)
        noun = classify(part[core_length(part) - 1].folded)
        if part[0].folded not in ("a", "an", "the") and noun is not Noun.PERSON:
            return None
        if noun is Noun.PERSON and not part[0].capital and not is_plural(part[core_length(part) - 1].folded):
            return _described(parts[0], "a person", PERSON)
        if (
            noun is Noun.BODY
            and core_length(parts[0]) == len(parts[0])
            and trailing_name(part[: core_length(part)]) == core_length(part)
        ):
            return _described(parts[0], "an institution", BODY)
        return None

    def apposition(self, parts: Sequence[list[Word]], first: Decision) -> Decision | None:
        """A decision from a name that follows a description and a comma, if there is one."""
        if first.deciding in (PRONOUN, "") or first.kind is PERSON or len(parts) < 2:
            return None
        plural = is_plural(first.deciding.lower())
        place = _place_after(parts[0])
        for part in parts[1:3]:
            length = core_length(part)
            start = trailing_name(part[:length])
            if start == length or length > 8 or is_number(part[0]) or not _may_name(part, start):
                continue
            named = self.decide(part)
            if named.kind not in _NAMED or (named.kind is BODY and not part[0].capital):
                continue
            many = "and" in [word.text for word in part]
            if place and (named.kind is BODY or place != "of" or length - start < 2):
                return None
            if plural and not many and (named.kind is PERSON or core_length(parts[0]) < len(parts[0])):
                return None
            if named.kind is BODY and first.kind is ONE and is_role(first.deciding.lower()):
                return None
            name = say(part[start:length])
            kind = BODY if first.kind is BODY else named.kind
            return Decision(kind, f"'{first.deciding}' is described and then named: '{name}'", name)
        return None

    def _pronoun(self, words: list[Word]) -> Decision | None:
        folded = [word.folded for word in words]
        stem = folded[0].split("'")[0].split("’")[0]
        rest = set(folded[1:]) - _AFTER_PRONOUNS
        if stem in PRONOUNS_ONE:
            kind = ONE
        elif stem in PRONOUNS_MANY:
            kind = MANY
        elif stem in PRONOUNS_OPEN:
            kind = NONE
        else:
            return None
        if rest and (folded[0] not in SUBJECTS or {"and", "or", "&", "of"} & rest):
            return None
        return Decision(kind, f"'{words[0].text}' is a pronoun", PRONOUN)

    def _pair(self, words: list[Word]) -> Decision | None:
        """Two noun phrases joined by "and" or "or"."""
        core = core_length(words)
        for index in range(1, min(core, len(words) - 1)):
            if words[index].folded not in ("and", "or", "nor", "&") or (
                words[index].text == "&" and words[index + 1].capital
            ):
                continue
            left, right = words[:index], words[index + 1 :]
            if self._is_one_name(left, right):
                continue
            if left[-1].capital and right[0].capital and _modified(right):
                return self.decide(right)
            one, other = self.decide(left), self.decide(without_lead(right))
            if one.kind is NONE and one.deciding != PRONOUN and not left[-1].capital:
                return other
            return _joined(one, other, words[index].folded)
        return None

    def _is_one_name(self, left: list[Word], right: list[Word]) -> bool:
        """Whether "and" stands inside the name of an institution ("Ministry of Labour and Social Affairs")."""
        end = core_length(right)
        if not left[-1].capital or not right[0].capital or not end:
            return False
        noun = classify(right[end - 1].folded)
        return (
            noun is Noun.BODY
            and len(left) - trailing_name(left) < 4
            and not any(word.folded in TITLES for word in left)
        )


def _joined(one: Decision, other: Decision, conjunction: str) -> Decision:
    if PRONOUN in (one.deciding, other.deciding):
        return Decision(MANY, "a pronoun and others", PRONOUN if one.deciding == other.deciding else other.deciding)
    if one.kind in _NAMED or (one.kind is other.kind and one.kind is not ONE):
        return one
    if other.kind in _NAMED:
        return other
    if one.kind is DOCUMENT:
        return one
    return replace(one, kind=MANY, reason=f"'{one.deciding}' {conjunction} '{other.deciding}' are not named")


def _modified(right: list[Word]) -> bool:
    """Whether a plural noun after "and" goes with the names on both sides ("Treasury and Admiralty spokesmen")."""
    head = right[core_length(right) - 1]
    adjective = right[0].folded.endswith(("an", "ic", "ish", "ese", "al"))
    return not head.capital and is_plural(head.folded) and is_role(singular(head.folded)) and not adjective


def _described(words: list[Word], what: str, kind: SourceKind) -> Decision:
    name = say(words[: core_length(words)])
    return Decision(kind, f"'{name}' is described as {what}", name)


def _place_after(words: list[Word]) -> str:
    """The preposition before the name that ends these words: a comma may then only add a state to a town."""
    start = trailing_name(words)
    if any(word.folded in _LIVE_THERE for word in words):
        return "in" if 0 < start < len(words) else ""
    return words[start - 1].folded if 0 < start < len(words) and words[start - 1].folded in _PLACED else ""


def _may_name(part: list[Word], start: int) -> bool:
    """Whether what stands before a name in its part only says what it is ("the baker", "farmer")."""
    if part[start].folded in CALENDAR or part[0].folded in LEADING:
        return False
    return (
        start == 0
        or part[0].folded in DEFINITE
        or part[0].folded in INDEFINITE
        or (classify(part[start - 1].folded) in (Noun.PERSON, Noun.BODY) and not part[0].folded.endswith(("ing", "ed")))
    )
