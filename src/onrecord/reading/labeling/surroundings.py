"""What stands around a cue: which conditions of its rows in the lexicon hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.reading.labeling.clause import ClauseReading
from onrecord.reading.labeling.label import Frame
from onrecord.reading.labeling.mood import infinitive, ought
from onrecord.reading.labeling.verbs import BE, PRONOUNS, QUESTION_WORDS, skips
from onrecord.reading.lexicon import TextWords, When, Word
from onrecord.reading.lexicon.inflection import is_gerund, is_participle
from onrecord.types import SourceKind, Span

_OPENING: Final = 80
"""How much of a content is looked at for how it begins, in characters."""

_DECIDING_BODY: Final = re.compile(
    r"\b(?:courts?|judges?|justices?|jury|juries|tribunals?|regulators?|watchdogs?|magistrates?|arbitrators?|"
    r"commission|authority|inspectorate|ombudsman|referees?|umpires?)\b",
    re.IGNORECASE,
)
_REQUEST: Final = re.compile(
    r"\b(?:requests?|appeals?|bids?|pleas?|applications?|motions?|petitions?|calls|demands?|offers?|proposals?|plans?|"
    r"invitations?|bail|permission|deal|bills?|amendments?)\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|half|third|quarter)\b",
    re.IGNORECASE,
)
_PEOPLE: Final = frozenset((SourceKind.NAMED_PERSON, SourceKind.UNNAMED_PERSON, SourceKind.NAMED_ORGANIZATION))


class Surroundings:
    """What stands around one cue; each condition is looked at only when a row asks for it."""

    def __init__(
        self,
        words: TextWords,
        frame: Frame,
        near: tuple[Word, ...],
        inside: range,
        clauses: Sequence[ClauseReading],
        main: ClauseReading | None,
    ) -> None:
        self._text = words.text
        self._frame = frame
        self._near = near
        self._inside = inside
        self._clauses = clauses
        self._content = frame.content[0] if frame.content else None
        self._main = main
        self._opening = self._first_word(words)

    def _first_word(self, words: TextWords) -> str:
        if self._content is None:
            return ""
        end = min(self._content.end, self._content.start + _OPENING)
        opening = words.inside(Span(self._content.start, end))
        return next((word.text for word in opening if not skips(word.text)), "")

    def holds(self, when: When, at: int) -> bool:
        """Whether a condition holds for a row that matched at a word."""
        match when:
            case When.TO:
                return self._leads_with_to
            case When.OBJECT_TO:
                return self._object_to()
            case When.ING:
                return is_gerund(self._opening)
            case When.THAT:
                return self._opening == "that" or not self._content_follows
            case When.WHETHER:
                return self._opening in QUESTION_WORDS or self._opening in ("whether", "if")
            case When.SHOULD:
                return self._main is not None and ought(self._main)
            case When.FUTURE:
                return any(clause.modal in ("will", "would", "shall") or infinitive(clause) for clause in self._clauses)
            case When.PASSIVE:
                return self._passive(at)
            case When.DOCUMENT:
                return self._frame.kind is SourceKind.DOCUMENT
            case When.PERSON:
                return self._frame.kind in _PEOPLE or any(
                    span.of(self._text).lower() in PRONOUNS - {"it"} for span in self._frame.source
                )
            case When.COURT:
                return any(_DECIDING_BODY.search(self._text, span.start, span.end) for span in self._frame.source)
            case When.REQUEST:
                return self._content_has(_REQUEST, _OPENING)
            case When.NUMBER:
                return self._content_has(_NUMBER, None)
            case _:
                return True

    @property
    def _content_follows(self) -> bool:
        return self._content is not None and self._content.start >= self._near[self._inside.start].start

    @property
    def _leads_with_to(self) -> bool:
        return self._opening == "to" or (self._main is not None and self._main.mark == "to")

    def _object_to(self) -> bool:
        if not self._leads_with_to:
            return self._main is not None and infinitive(self._main)
        content = self._content
        return content is not None and any(
            word.end <= content.start and word.text not in ("that", "to", "not")
            for word in self._near[self._inside.stop :]
        )

    def _passive(self, at: int) -> bool:
        if not is_participle(self._near[at].text):
            return False
        before = at - 1
        while before > 0 and skips(self._near[before].text):
            before -= 1
        led = before >= 0 and self._near[before].text in BE and not self._near[at].after_break
        return led or not self._frame.source

    def _content_has(self, pattern: re.Pattern[str], length: int | None) -> bool:
        content = self._content
        if content is None:
            return False
        end = content.end if length is None else min(content.end, content.start + length)
        return pattern.search(self._text, content.start, end) is not None
