"""Titles in quotation marks ("Nobody Threw a Rope") as names of works; what is said is not written with capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.reading.labels import MENTION_TYPES
from onrecord.reading.name_runs import Name
from onrecord.reading.syntax import Syntax
from onrecord.types import MentionType, Span

_QUOTED: Final = re.compile(r"[“\"](?P<title>[^“”\"\n]{3,90})[”\"]")
_SMALL: Final = frozenset(
    "a an the of in on at for and or to by with from as is vs v de la le el but nor into over up il du der die das "
    "y".split()
)
"""Words of a title that are written in small letters."""
_NICKNAME: Final = re.compile(
    r"\b(?:nicknamed|dubbed|as|aka|himself|herself|winner|called (?:him|her|them))\s(?:the\s)?$"
)
_LONGEST: Final = 10
"""Words in a title."""
_AROUND: Final = 120
"""Code points before and after a title that show whether it stands in a headline."""
_WORK: Final = MENTION_TYPES.index(MentionType.WORK.value)


def with_titles(text: str, syntax: Syntax, names: Sequence[Name]) -> list[Name]:
    """The names with those in quotation marks whole; a title that the model saw nothing of is taken for a work."""
    found: list[Name] = []
    place = 0
    for title in _titles(text, syntax):
        units = syntax.units(title)
        while place < len(names) and names[place].run[1] < units.start:
            found.append(names[place])
            place += 1
        behind = place
        while behind < len(names) and names[behind].run[0] < units.stop:
            behind += 1
        inside = names[place:behind]
        if inside and (inside[0].run[0] < units.start or inside[-1].run[1] >= units.stop):
            continue
        alone = len(inside) == 1 and inside[0].run[1] - inside[0].run[0] + 1 >= len(units) - 1
        found.append(Name((units.start, units.stop - 1), inside[0].type if alone else _WORK))
        place = behind
    return [*found, *names[place:]]


def _titles(text: str, syntax: Syntax) -> Iterator[Span]:
    if not len(syntax):
        return
    low, high = int(syntax.start[0]), int(syntax.end[-1])
    for match in _QUOTED.finditer(text, low, min(len(text), high + 2)):
        title = match["title"].rstrip(" ,")
        if _is_title(title) and not _is_beside_a_name(text, match) and not _is_in_a_headline(text, match):
            start = match.start("title")
            span = Span(start, start + len(title))
            if len(syntax.units(span)) > 1:
                yield span


def _is_title(words: str) -> bool:
    """Whether words are written as a title: capitals but for small words, and no end of a sentence."""
    found = words.split()
    if not 2 <= len(found) <= _LONGEST or words[-1] in ".!?…" or words.isupper():
        return False
    capital = [word[:1].isupper() or word[:1].isdigit() for word in found]
    small = all(big or word.lower() in _SMALL for big, word in zip(capital, found, strict=True))
    return capital[0] and small and sum(capital) > 1


def _is_beside_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether somebody is called so: "Ray "The Gaffer" Dipstone"."""
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 2]
    between = before[-1:] == " " and before.rstrip().rpartition(" ")[2][:1].isupper()
    return bool(_NICKNAME.search(before)) or (between and after[:1] == " " and after[1:].isupper())


def _is_in_a_headline(text: str, match: re.Match[str]) -> bool:
    """Whether the whole line is written with capitals."""
    before = text[max(0, match.start() - _AROUND) : match.start()].rpartition("\n")[2]
    line = before + text[match.end() : match.end() + _AROUND].partition("\n")[0]
    words = [word for word in line.split() if word[:1].isalpha() and word.lower() not in _SMALL]
    return bool(words) and sum(word[:1].isupper() for word in words) > 0.7 * len(words)
