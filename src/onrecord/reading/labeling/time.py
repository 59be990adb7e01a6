"""When a statement says that something holds, seen from the time of speaking: by tense, modals and what stands by."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from onrecord.reading.labeling.clause import ClauseReading
from onrecord.reading.labeling.cue import CueReading
from onrecord.reading.labeling.label import Label, quoted
from onrecord.reading.labeling.mood import condition_words, infinitive, ought, presupposing
from onrecord.reading.labeling.time_words import (
    AHEAD,
    CHANCE,
    FUTURE_WORDS,
    GOES_ON,
    HABIT,
    LOOKING_BACK,
    LOOKING_FORWARD,
    OF_A_CLAUSE,
    PAST_WORDS,
    SAME_IN_THE_PAST,
    WISHES,
)
from onrecord.reading.labeling.verbs import AUXILIARIES, BE, DO, HAVE, NOT, STATIVE, is_form_of
from onrecord.reading.lexicon import CertaintyEffect, PolarityEffect
from onrecord.reading.lexicon.inflection import base_forms, is_gerund, is_participle, is_past
from onrecord.types import Act, Roles, Span, Time


class _Why(StrEnum):
    """What is said of the predicate's words in a reason."""

    OVER = "is over"
    BEFORE = "was before"
    NOW = "is so now"
    UNDER_WAY = "is under way"
    GOES_ON = "goes on"
    UNTIL_NOW = "is so until now"
    WHEN_SAID = "was so when it was said"
    TO_COME = "tells of what is to come"
    MAY_COME = "tells of what may come"
    CONDITION = "is a condition of what is to come"
    ASKED = "is what is asked for"
    COMMAND = "tells what to do"
    TIMETABLE = "stands in a timetable"
    HEADLINE = "is a headline’s way to tell what happened"
    SAME_TIME = "is at the time of what it hangs on"


_Answer = tuple[Time, _Why]
_OVER: _Answer = (Time.PAST, _Why.OVER)
_NOW: _Answer = (Time.PRESENT, _Why.NOW)
_TO_COME: _Answer = (Time.FUTURE, _Why.TO_COME)
_CONDITION: _Answer = (Time.FUTURE, _Why.CONDITION)


def time(
    clause: ClauseReading, cue: CueReading | None, act: Act | None = None, governing: Time | None = None
) -> Label[Time]:
    """When a statement holds.

    Args:
        act: that of the attribution; decides the time of infinitives and participles.
        governing: time of the statement that this one hangs on, for participle clauses.
    """
    if not clause.group or _verbless(clause):
        return Label(Time.NONE, (), "no verb tells when")
    clause = _told(clause)
    value, why = _Reader(clause, cue, act, governing).answer()
    return Label(value, (), f"{quoted(clause.text, clause.span(*clause.predicate))} {why}")


def _verbless(clause: ClauseReading) -> bool:
    """A small clause: its predicate is a noun, an adjective or "at nine"."""
    group = clause.group
    if any(word in AUXILIARIES for word in group):
        return False
    if group[0] in ("at", "as", "a", "an", "the"):
        return True
    if clause.syntax is None:
        return False
    units = [clause.syntax.unit_at(clause.words[at].start) for at in clause.predicate]
    parts = {clause.syntax.pos_of(unit) for unit in units if unit is not None}
    return bool(parts) and not parts & {"VERB", "AUX"}


def _told(clause: ClauseReading) -> ClauseReading:
    """In "it is unlikely that the virus spread", the clause that tells what is unlikely."""
    syntax, head = clause.syntax, clause.clause.head
    if syntax is None or head is None or clause.mark != "it" or not OF_A_CLAUSE & set(clause.group):
        return clause
    below = next(iter(syntax.children(head, "csubj", "ccomp")), None)
    if below is None:
        return clause
    units = [*syntax.children(below, "aux", "aux:pass", "cop"), below]
    span = Span(int(syntax.start[min(units)]), int(syntax.end[max(units)]))
    places = [at for at, word in enumerate(clause.words) if span.start <= word.start < span.end]
    if not places:
        return clause
    subject = next(iter(syntax.children(below, "nsubj", "nsubj:pass")), None)
    roles = Roles(syntax.span(subject) if subject is not None else None, span)
    inner = replace(clause.clause, roles=roles, head=below)
    return replace(clause, clause=inner, predicate=range(places[0], places[-1] + 1))


class _Reader:
    """Reads the time off one predicate."""

    def __init__(
        self, clause: ClauseReading, cue: CueReading | None, act: Act | None, governing: Time | None
    ) -> None:
        self.clause = clause
        self.cue = cue
        self.act = act
        self.governing = governing
        self.group = clause.group
        self.shifted = cue is not None and cue.past

    def answer(self) -> _Answer:
        clause, group = self.clause, self.group
        finite, rest = group[0], group[1:]
        if clause.imperative:
            return Time.FUTURE, _Why.COMMAND
        if infinitive(clause):
            return self._infinitive()
        if is_gerund(finite) and finite != "being":
            return self._participle()
        if clause.modal:
            return self._modal()
        if finite in HAVE and rest and (is_participle(rest[0]) or rest[0] == "had"):
            return self._perfect(finite, rest)
        if finite in HAVE and any(clause.words[at].text == "yet" for at in clause.predicate):
            return Time.PRESENT, _Why.UNTIL_NOW
        if any(group[at : at + 2] == ("to", "have") for at in range(len(group) - 2)):
            return _OVER
        if finite == "be" and self.act in LOOKING_FORWARD:
            return Time.FUTURE, _Why.ASKED
        if finite in BE:
            return self._be(finite, rest)
        if finite in DO and rest:
            return self._simple(rest[0], past=finite == "did")
        bare = is_participle(finite) and clause.predicate.start <= clause.opening + 1
        if bare and condition_words(clause) is not None:
            return _CONDITION  # "if elected"
        if self._asked_for(finite):
            return Time.FUTURE, _Why.ASKED
        if rest and rest[0] in CHANCE and not is_past(finite):
            return _TO_COME  # "remains improbable"
        if self.governing is Time.FUTURE and base_forms(finite) == (finite,) and clause.opening in clause.predicate:
            return _TO_COME  # "will peak and *decline*"
        return self._simple(finite, past=self._is_past(finite))

    def _infinitive(self) -> _Answer:
        if self.clause.perfect:
            return _OVER
        wished = self.cue is not None and self.cue.row is not None and self.cue.row.pattern[0] in WISHES
        return _TO_COME if self.act in LOOKING_FORWARD or wished or self.clause.headline else _NOW

    def _participle(self) -> _Answer:
        if self.clause.perfect:
            return _OVER
        if self.governing is not None:
            return self.governing, _Why.SAME_TIME
        if self.act in LOOKING_FORWARD and self.act not in LOOKING_BACK:
            return _TO_COME
        return _OVER

    def _modal(self) -> _Answer:
        clause = self.clause
        if clause.perfect:
            return _OVER
        if clause.modal in ("will", "would", "shall"):
            return _TO_COME
        if clause.modal == "can":
            return _NOW
        if clause.modal == "could" and self._negative:
            return (Time.PRESENT, _Why.WHEN_SAID) if self.shifted else _OVER
        duty = clause.modal in ("must", "should", "ought") and clause.passive
        state = clause.copula or is_form_of(clause.main_verb, STATIVE)
        if (state and not duty) or (clause.modal == "could" and self._nobody):
            return _NOW
        return Time.FUTURE, _Why.MAY_COME

    def _perfect(self, finite: str, rest: tuple[str, ...]) -> _Answer:
        if finite == "had":
            return Time.PAST, _Why.BEFORE
        state = rest[0] == "been" or is_form_of(rest[0], STATIVE)
        under_way = rest[0] == "been" and len(rest) > 1 and is_gerund(rest[1])
        if under_way or (state and not self._negative and self._has(GOES_ON)):
            return Time.PRESENT, _Why.GOES_ON
        return _OVER

    def _be(self, finite: str, rest: tuple[str, ...]) -> _Answer:
        past = finite in ("was", "were")
        if self._looks_ahead(rest, past=past):
            # "Was going to run", in the author's own words, is over; "was to run" and "was likely to" look on.
            closed = past and not self.shifted and rest[0] != "to" and not {"likely", "unlikely"} & set(rest)
            return _OVER if closed else _TO_COME
        if rest and is_gerund(rest[0]) and rest[0] != "being":
            if not past and self._has(FUTURE_WORDS):
                return Time.FUTURE, _Why.TIMETABLE
            return (Time.PRESENT, _Why.UNDER_WAY) if not past or self.shifted else _OVER
        if rest and is_participle(rest[0]):
            condition = condition_words(self.clause)
            if condition is not None and (not past or self._open_condition):
                return _CONDITION
            if past:
                return _OVER
        return self._simple("be", past=past)

    def _looks_ahead(self, rest: tuple[str, ...], *, past: bool) -> bool:
        if not rest:
            return False
        if rest[0] == "to" or (AHEAD & set(rest) and "to" in rest):
            return True
        return rest[0] in CHANCE and not past and self.clause.mark != "it"

    @property
    def _open_condition(self) -> bool:
        """Whether it is a condition of what is to come: "if the match was abandoned", said before it."""
        condition = condition_words(self.clause)
        if condition is None:
            return False
        return self.shifted or self.clause.words[condition.at[0]].text in ("if", "unless", "until")

    def _simple(self, verb: str, *, past: bool) -> _Answer:
        clause = self.clause
        state = is_form_of(verb, STATIVE)
        condition = condition_words(clause) is not None
        if past:
            if condition and self.shifted:
                return _CONDITION
            if not self.shifted or self._was_past:
                return _OVER
            return (Time.PRESENT, _Why.WHEN_SAID) if state or self._has(HABIT) else _OVER
        if clause.headline and not state:
            return Time.PAST, _Why.HEADLINE
        if condition:
            return _NOW if verb in ("be", "have") else _CONDITION
        if clause.mark in ("once", "before", "after", "when") and presupposing(clause):
            return _TO_COME
        if not state and self._has(FUTURE_WORDS):
            return Time.FUTURE, _Why.TIMETABLE
        return _NOW

    @property
    def _was_past(self) -> bool:
        """Whether a past tense in indirect speech tells of the past, even of a state."""
        clause = self.clause
        if clause.mark in ("when", "before", "after", "once") or self._has(PAST_WORDS):
            return True
        never = any(clause.words[at].text == "never" for at in clause.predicate)
        return never or (self.governing is Time.PAST and presupposing(clause))

    def _asked_for(self, finite: str) -> bool:
        """Whether it is what a demand asks for: "ordered all aircraft *grounded*", "asked that he *come*"."""
        row = self.cue.row if self.cue is not None else None
        if row is None or row.certainty is not CertaintyEffect.UNKNOWN or row.polarity is not PolarityEffect.KEEP:
            return False
        if row.act not in (Act.DEMAND, Act.DECIDE, Act.ASK) or presupposing(self.clause):
            return False
        return ought(self.clause) or is_participle(finite)

    def _is_past(self, verb: str) -> bool:
        """Whether a finite verb is past; where its spelling does not tell ("put"), its subject or the syntax does."""
        if verb not in SAME_IN_THE_PAST:
            return is_past(verb) or is_participle(verb)
        subject = self.clause.subject.split()
        if subject and "and" not in subject and not subject[-1].endswith("s") and subject[-1] not in _PLURAL:
            return True  # in the present, the verb would end in "s"
        syntax = self.clause.syntax
        place = next((at for at in self.clause.predicate if self.clause.words[at].text == verb), None)
        if syntax is None or place is None:
            return True
        unit = syntax.unit_at(self.clause.words[place].start)
        return unit is None or syntax.tense_of(unit) != "present"

    @property
    def _negative(self) -> bool:
        return any(self.clause.words[at].text in NOT for at in self.clause.predicate)

    @property
    def _nobody(self) -> bool:
        return any(word.text in ("no", "nobody", "nothing", "none") for word in self.clause.words)

    def _has(self, pattern: re.Pattern[str]) -> bool:
        text = self.clause.text
        return any(pattern.search(text, span.start, span.end) is not None for span in self.clause.clause.spans)


_PLURAL = frozenset("i you we they".split())
