"""The cue of an attribution looked up in the lexicon: which row holds, and whether it is negated or refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from onrecord.reading.labeling.clause import ClauseReading
from onrecord.reading.labeling.label import Frame
from onrecord.reading.labeling.surroundings import Surroundings
from onrecord.reading.labeling.verbs import AUXILIARIES, BE, HAVE, NOT, skips
from onrecord.reading.lexicon import Cue, Found, Lexicon, Negated, Part, TextWords, When, Word
from onrecord.reading.lexicon.inflection import base_forms, is_gerund, is_participle, is_past
from onrecord.reading.syntax import Syntax
from onrecord.types import Act, Span, cover

_BEFORE: Final = 40
"""How far before a cue its negation and auxiliaries are looked for, in characters."""

_AFTER: Final = 120
"""How far past a cue its particles are looked for ("called repeatedly *for*"), in characters."""

_TRANSPARENT: Final = frozenset(
    "continue begin start go try seek attempt seem appear need have use rush hasten move help be come keep proceed "
    "want wish like manage dare bother pause hold run file take give spend bankroll".split()
)
"""Verbs that leave the act to the verb that follows them ("went on to deny", "sought to reassure")."""

_NOBODY: Final = re.compile(r"(?:nobody|no one|none|neither|no|few)\b", re.IGNORECASE)
_DETERMINERS: Final = frozenset(
    "a an the this that these those his her its their our my your no any some such 's of in amid despite with by on "
    "over following after under against about growing new".split()
)
_PREPOSITIONS_IN_ING: Final = frozenset("regarding concerning considering following including according".split())
_WITHHOLDING: Final = frozenset("would will wo".split())
_ALWAYS_DIRECT: Final = frozenset((Part.PREPOSITION, Part.PHRASE, Part.NOUN, Part.PUNCTUATION))


@dataclass(frozen=True)
class CueReading:
    """A cue with the row that holds for it.

    Attributes:
        row: ``None`` where the lexicon has none.
        words: the cue's words, and those before and after it that may belong to it.
        own: places of the words inside the cue's spans.
        at: places of the words that matched.
        negations: places of words that negate it.
    """

    text: str
    frame: Frame
    row: Cue | None
    words: tuple[Word, ...]
    own: range
    at: tuple[int, ...]
    negations: tuple[int, ...]
    nobody: Span | None

    @property
    def negated(self) -> bool:
        return bool(self.negations) or self.nobody is not None

    @cached_property
    def effect(self) -> Negated | None:
        """What its negation means; ``None`` where it is not negated."""
        if not self.negated:
            return None
        return self.row.negated if self.row is not None else Negated.SAME

    @cached_property
    def withholds(self) -> bool:
        """Whether it refuses speech ("would not say")."""
        return bool(self.negations) and any(
            self.words[at].text in _WITHHOLDING for at in range(max(0, self.negations[0] - 2), self.negations[0] + 1)
        )

    @cached_property
    def deciding(self) -> Span:
        """The cue with what negates it."""
        places = [*self.own, *self.negations]
        return cover(self.words[at].span for at in places) if places else cover(self.frame.cue)

    @property
    def all_deciding(self) -> tuple[Span, ...]:
        """The cue with what negates it, and the word of the source that says that nobody spoke."""
        return (self.deciding,) if self.nobody is None else (self.nobody, self.deciding)

    @cached_property
    def past(self) -> bool:
        """Whether it tells of speech in the past, so that the tenses of indirect speech are shifted back."""
        if self.frame.direct or (self.row is not None and self.row.part in _ALWAYS_DIRECT):
            return False
        words = [self.words[at].text for at in self.own]
        finite = next((word for word in words if not skips(word)), "")
        if finite in HAVE or finite in ("was", "were", "did", "would", "could"):
            return True
        return is_past(finite) or is_participle(finite) or is_gerund(finite)


def read_cue(
    words: TextWords,
    syntax: Syntax | None,
    lexicon: Lexicon,
    frame: Frame,
    clauses: Sequence[ClauseReading],
    main: ClauseReading | None,
) -> CueReading | None:
    """Look a cue up; ``None`` for the author's voice.

    Args:
        clauses: the statements of the content, in text order.
        main: the first of them that is no subordinate clause.
    """
    if not frame.cue:
        return None
    text = words.text
    whole = cover(frame.cue)
    low = max(0, whole.start - _BEFORE)
    line = text.rfind("\n", low, whole.start) + 1
    near = words.inside(Span(max(low, line), min(len(text), whole.end + _AFTER)))
    starts = {word.start for span in frame.cue for word in words.inside(span)}
    own = [at for at, word in enumerate(near) if word.start in starts]
    nobody = _nobody(text, frame)
    if not own:
        return CueReading(text, frame, _punctuation(lexicon, text, whole), (), range(0), (), (), nobody)
    inside = range(own[0], own[-1] + 1)
    around = Surroundings(words, frame, tuple(near), inside, clauses, main)
    found, row = _row(lexicon, near, inside, around, syntax)
    places = found.at if found is not None else ()
    return CueReading(text, frame, row, tuple(near), inside, places, _negations(near, inside, places), nobody)


def _punctuation(lexicon: Lexicon, text: str, whole: Span) -> Cue | None:
    """The row of a cue without a word (":")."""
    sign = whole.of(text).strip()
    return next((cue for cue in lexicon.cues if cue.part is Part.PUNCTUATION and cue.pattern == (sign,)), None)


def _row(
    lexicon: Lexicon, words: Sequence[Word], inside: range, around: Surroundings, syntax: Syntax | None
) -> tuple[Found[Cue] | None, Cue | None]:
    """The pattern that counts, and its row: the first in the cue, but past verbs that only lead up to another."""
    best: tuple[Found[Cue], Cue] | None = None
    at = inside.start
    while at < inside.stop:
        choice = _at(lexicon, words, at, inside, around, syntax)
        if choice is None:
            at += 1
            continue
        if best is None or _leads_to(best, choice, words):
            best = choice
        at = max(at, *choice[0].at) + 1
    return best if best is not None else (None, None)


def _at(
    lexicon: Lexicon,
    words: Sequence[Word],
    at: int,
    own: range,
    around: Surroundings,
    syntax: Syntax | None,
) -> tuple[Found[Cue], Cue] | None:
    every = lexicon.cue_patterns.at(words, at)
    if not every:
        return None
    for strict in (True, False):
        for found in every:
            for row in found.rows:
                if row.part is Part.PREPOSITION and found.size == 1 and (at > own.start or len(own) > 1):
                    continue  # alone it is a cue where it is all of it; in "was dismayed by" it tells nothing
                if strict and not _is_part(row.part, words, at, syntax):
                    continue
                if row.when is When.ALWAYS or around.holds(row.when, at):
                    return found, row
    return None


def _leads_to(before: tuple[Found[Cue], Cue], after: tuple[Found[Cue], Cue], words: Sequence[Word]) -> bool:
    """Whether an earlier match leaves the act to a later one of the same cue."""
    verb = words[before[0].at[0]].text
    first = after[0].at[0]
    if before[1].part is Part.NOUN and after[1].part is Part.VERB and before[0].size == 1:
        return words[first - 1].text != "to"  # "the analysis shows"
    if words[first].text in _PREPOSITIONS_IN_ING:
        return False
    joined = is_gerund(words[first].text) or words[first - 1].text == "to"
    if not joined or after[1].part is not Part.VERB:
        return False
    return before[1].act is Act.SAY or any(base in _TRANSPARENT for base in base_forms(verb))


def _is_part(part: Part, words: Sequence[Word], at: int, syntax: Syntax | None) -> bool:
    """Whether a word may have a part of speech, as far as nouns and verbs go."""
    if part not in (Part.NOUN, Part.VERB):
        return True
    if syntax is not None:
        unit = syntax.unit_at(words[at].start)
        if unit is not None:
            return (syntax.pos_of(unit) in ("NOUN", "PROPN")) == (part is Part.NOUN)
    word, before = words[at].text, words[at - 1].text if at else ""
    noun = before in _DETERMINERS or (before in BE and not is_participle(word) and not is_gerund(word))
    return noun == (part is Part.NOUN)


def _negations(words: Sequence[Word], inside: range, matched: Iterable[int]) -> tuple[int, ...]:
    """Words that negate a cue: in it, or among the auxiliaries right before it."""
    matched = set(matched)
    last = max(matched, default=inside.stop - 1)
    low = inside.start
    while low > 0 and not words[low].after_break:
        before = words[low - 1].text
        if before not in AUXILIARIES and before not in NOT and not skips(before):
            break
        low -= 1
    return tuple(
        at for at in range(low, last) if at not in matched and _negates(words, at)
    )


def _negates(words: Sequence[Word], at: int) -> bool:
    word = words[at].text
    return word in NOT or word == "neither" or (word == "yet" and at + 1 < len(words) and words[at + 1].text == "to")


def _nobody(text: str, frame: Frame) -> Span | None:
    """The word of a source that says that nobody spoke."""
    for span in frame.source:
        match = _NOBODY.match(text, span.start, span.end)
        if match is not None and match.group().lower() != "few":
            return Span(*match.span())
    return None
