"""What the rules of labeling are given, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from onrecord.types import Roles, SourceKind, Span

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Label(Generic[Value]):
    """A label with the words that decide it and one sentence that says why.

    Attributes:
        deciding: spans of the document; none where nothing but the absence of other words decides.
        reason: a sentence for a reporter, with the deciding words in quotation marks.
    """

    value: Value
    deciding: tuple[Span, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution as the rules see it; the author's voice has neither source nor cue.

    Attributes:
        kind: the source's kind, where it is known.
        direct: whether the content is a direct quotation, so that its tenses are the speaker's own.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: SourceKind | None = None
    direct: bool = False


NO_ROLES: Final = Roles()


@dataclass(frozen=True, slots=True)
class Clause:
    """One statement as the rules see it.

    Attributes:
        spans: its words, without what it shares with other statements.
        roles: its subject, predicate and object; the predicate with auxiliaries and negation, as far as known.
        head: the unit of the predicate's main word, where the syntax is known.
        headline: whether it stands in a headline, whose present tense tells of the past.
    """

    spans: tuple[Span, ...]
    roles: Roles = NO_ROLES
    head: int | None = None
    headline: bool = False


def quoted(text: str, *spans: Span) -> str:
    """Words of the text in quotation marks, for a reason."""
    return "“" + " ... ".join(" ".join(span.of(text).split()) for span in spans) + "”"
