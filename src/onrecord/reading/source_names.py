"""What a capitalized name names: a person or an institution.

Signs are weighed in this order: a word of the name itself ("Ministry"), the type of a mention there, lists of states
and bodies, and how the rest of the text uses the name ("Mr Kollmar", "Kollmar Beton", "in Kollmar").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.reading.outlets import KNOWN as OUTLETS
from onrecord.reading.source_function_words import (
    GIVEN_NAMES,
    NAMED_BODIES,
    PARTICLES,
    STATES,
    TITLES,
)
from onrecord.reading.source_phrase import singular
from onrecord.reading.source_words import DOCUMENTS, NAME_ENDINGS, ORGANIZATIONS, PERSONS, STRONG_ENDINGS
from onrecord.types import Mention, MentionForm, MentionType, Span

_CAPITAL = r"[A-ZÀ-Þ](?:[\w&-]|[’'](?!s\b)(?=\w))*"
_RUN = re.compile(rf"{_CAPITAL}(?: (?:(?:van|von|der|den|de|del|da|di|bin|al|el|la|le) ){{0,2}}{_CAPITAL}){{0,7}}")
_WORD = re.compile(r"[\w’'&-]+\.?")
_AGE = re.compile(r",? \(?\d{1,3}[,)]|, who\b")
_OF_A_STATE = re.compile(
    r"[’']s (?:government|army|president|ambassador|capital|parliament|ministry|foreign|defen[cs]e|board|shares|"
    r"headquarters|subsidiar|customers|executives|members|forces|troops|economy|military|shareholders|website|founder)"
)
_IN_IT = frozenset({"across", "at", "in", "inside", "into", "near", "outside", "throughout"})
_ENDS = re.compile(r"[.,;:)?!]|$| (?:and|or|in|on|of|for|to|is|was|has|had|said|says|that|which|by|with|from|as|at)\b")
_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|Da|La|Le|Lo|Fitz|Van|Du|O['’])\w*[a-z][A-Z]|[A-Z]{2,}[a-z]{2,}")
KNOWN_BODIES = OUTLETS | STATES | NAMED_BODIES
"""Institutions, states and outlets known by name, folded."""

PERSON_TYPES = frozenset({MentionType.PERSON})
BODY_TYPES = frozenset({MentionType.ORGANIZATION, MentionType.GEOPOLITICAL, MentionType.PLACE, MentionType.FACILITY})


@dataclass(slots=True)
class Usage:
    """How a text uses its names; counts by word, folded where the text shouts."""

    person: Counter[str] = field(default_factory=Counter)
    body: Counter[str] = field(default_factory=Counter)
    last: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)
    common: set[str] = field(default_factory=set)
    bearers: dict[str, set[str]] = field(default_factory=dict)

    def leaning(self, words: Sequence[str]) -> int:
        """Positive where the text uses a name as a person's, negative where as a body's, 0 where it does not tell."""
        last, first = words[-1], words[0]
        votes = self.person[last] - self.body[last]
        if len(words) == 1:
            # "Kollmar" after "Kollmar Beton" is the firm; people are called by the last word of their names.
            begins_only = self.first[last] > 0 and not self.last[last]
            return votes + 3 * (self.last[last] > 0) + 3 * (last.lower() in GIVEN_NAMES) - 2 * begins_only
        return votes - self.body[first] + min(2, self.alone[last]) - min(2, self.alone[first])


@lru_cache(maxsize=2)
def usage(text: str) -> Usage:
    """Count how every capitalized word of a text is used, in one pass."""
    found = Usage()
    found.common = set(re.findall(r"(?<![\w’'-])[a-z][a-z-]{3,30}", text))
    end = 0
    for match in _RUN.finditer(text):
        words = [_bare(word) for word in match.group().split() if word not in PARTICLES]
        left = _left(text, match.start(), end)
        end = match.end()
        while len(words) > 1 and words[0].lower() in found.common and words[0].lower() not in TITLES:
            words = words[1:]
            left = ""
        role = left.rstrip(".").lower()
        while len(words) > 1 and (words[0].rstrip(".").lower() in TITLES or words[0].lower() in PERSONS):
            role, words = words[0].rstrip(".").lower(), words[1:]
        _count(found, words, role, left, text[match.end() : match.end() + 24])
    return found


def _count(found: Usage, words: list[str], role: str, left: str, right: str) -> None:
    last, first = words[-1], words[0]
    titled = role in TITLES or role in PERSONS
    if last.lower() in NAME_ENDINGS and len(words) > 1 and not titled:
        found.body[first] += 2
        return
    noun = singular(last.lower())
    if noun in PERSONS or noun in DOCUMENTS or noun in ORGANIZATIONS:
        found.person[last] += first.lower() in GIVEN_NAMES and len(words) in (2, 3)
        return
    if titled:
        found.bearers.setdefault(role, set()).add(last)
    if titled or _AGE.match(right):
        found.person[last] += 2
    ends = bool(_ENDS.match(right))
    if (left in _IN_IT and ends) or right.startswith(", which") or _OF_A_STATE.match(right):
        found.body[last] += 1
    if left.lower() == "the" and not titled:
        found.body[last] += ends
    elif len(words) in (2, 3):
        found.last[last] += 1
        found.first[first] += 1
        found.person[last] += first.lower() in GIVEN_NAMES
    elif len(words) == 1:
        found.alone[last] += 1


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("’'")


def _left(text: str, start: int, floor: int) -> str:
    words = _WORD.findall(text[max(floor, start - 24) : start])
    return (
        words[-1] if words and text[start - 1 : start] == " " and text[start - 2 : start - 1] not in (",", "”") else ""
    )


MOST = 0.7
"""Share of a name's letters that a mention must hold to tell its type."""


def mention_type(span: Span, mentions: Sequence[Mention]) -> MentionType | None:
    """The type of the named mention that shares most with a name, or of the one that ends with it.

    A mention of the front of a name tells nothing: models cut names, and "Corwin" alone looks like a place.

    Args:
        span: where the name stands.
        mentions: names found by the model, sorted by start.
    """
    low = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    high = bisect_right(mentions, span.end - 1, key=lambda mention: mention.span.start)
    best: tuple[int, MentionType] | None = None
    for mention in mentions[max(0, low - 2) : high]:
        shared = min(mention.span.end, span.end) - max(mention.span.start, span.start)
        tells = shared > 0 and (mention.span.end == span.end or shared >= MOST * len(span))
        if mention.form is MentionForm.NAME and tells and (best is None or shared > best[0]):
            best = shared, mention.type
    return best[1] if best else None


def name_is_body(text: str, words: Sequence[str], the: bool, found: MentionType | None) -> bool | None:
    """Whether a name is that of an institution or state; ``None`` where nothing tells.

    Args:
        text: the document's text.
        words: the name's words, without titles.
        the: whether "the" stands before it.
        found: the type of a mention there.
    """
    folded = [word.lower().rstrip(".") for word in words]
    if folded[-1] in STRONG_ENDINGS and (len(words) > 1 or the):
        return True
    if found in PERSON_TYPES:
        return False
    if found in BODY_TYPES:
        return True
    joined = " ".join(folded)
    if joined.endswith((".com", ".org", ".net")):
        return True
    if joined in KNOWN_BODIES or folded[-1] in STATES or "&" in joined or "pac" in folded:
        return True
    if len(words) > 1 and (any(word in STRONG_ENDINGS for word in folded) or folded[-1] in NAME_ENDINGS):
        return folded[0] not in GIVEN_NAMES or the
    written = [_as_written(text, word) for word in words]
    if (
        len(written) == 1
        and (the or len(written[0]) <= 6 or "-" in written[0])
        and len(written[0]) > 1
        and written[0].isupper()
    ):
        return True
    if len(words) > 1 and folded[0] in GIVEN_NAMES and not the:
        return False
    leaning = usage(text).leaning(written)
    if leaning:
        return leaning < 0
    if len(words) == 1 and (folded[0] in NAME_ENDINGS or folded[0] in ORGANIZATIONS):
        return the or len(folded[0]) > 6
    if the or (len(written) == 1 and _CAMEL.match(written[0])):
        return True
    return None


def _as_written(text: str, word: str) -> str:
    """A shouted name as the rest of the text writes it."""
    if not word.isupper() or len(word) < 3:
        return word
    found, title = usage(text), word.capitalize()
    return title if found.alone[title] or found.last[title] or found.person[title] else word
