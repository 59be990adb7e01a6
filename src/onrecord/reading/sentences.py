"""Sentences of one block, as spans of the text.

Every possible end (a full stop, a question or exclamation mark, an ellipsis, a line end) is judged by the word before
it and the word after it alone, so that the work grows with the length of the text and with nothing else.
"""

from __future__ import annotations

import re

from onrecord.reading.abbreviations import (
    BEFORE_NAMES,
    BEFORE_NUMBERS,
    BRANDS,
    CLOCK,
    ELSEWHERE,
    NEVER_LAST,
    SPEECH,
    STARTERS,
    TAG_GOES_ON,
    TIME_GOES_ON,
)
from onrecord.types import Span

_CLOSING = "”’\"'»)]"
_OPENING = "“‘\"'«„([`¿¡"
_END = re.compile(
    rf"(?<![.!?…。])(?:\.(?: \.)+|[.!?…。]++)(?:[{re.escape(_CLOSING)}]|[ \u00a0\u202f]»)*+"
    r"(?P<note>\[\d{1,3}\]|[¹²³⁰-⁹]{1,3}|\d{1,3}(?= ))?(?=\s|\Z)"
)
_LINE = re.compile(r"\n\s*")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.&?)+[^\W\d_]{1,2}")
_ITEM = re.compile(r"(?:[-*•‣◦▪●–—]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s|\[\d{1,3}\]\s)", re.IGNORECASE)
_LABEL = re.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxlIVXL]{1,5})\.")
_WORD = re.compile(r"[^\W_](?:[\w’'&-]|\.(?=\w))*")
_NAMED = r"(?:[A-ZÀ-Þ][\w’'-]*\.?|de|del|da|di|van|von|der|den|bin|al|el|la|le)"
_TAG = re.compile(
    rf"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Oo]ne)(?: [\w’'-]+){{1,3}}?"
    rf"|[SsHh]?[Hh]e|They|I|We|{_NAMED}(?: {_NAMED}){{0,4}}?)"
    r"(?: [a-z]+ly| has| had| then| also)? (?P<verb>[a-z]+)(?P<rest>[^\n.!?…;:]{0,80})"
)
_LOWER_BRAND = re.compile(r"[a-z]{1,2}[A-Z]|(?:al|el|ar|as|an)-[A-Z]")
_ROMAN = re.compile(r"[IVXLC]+(?![\w’'])")
# No word that decides is longer; a longer run without white space is no word.
_REACH = 40
_FULL_LINE = 60


def split(text: str, span: Span) -> list[Span]:
    """The sentences of one block, in order, without the white space around them.

    Args:
        text: the document's text.
        span: the block, or any stretch of the text.

    Returns:
        Spans that together hold every character of ``span`` that is not white space.
    """
    end = min(span.end, len(text))
    found: list[Span] = []
    start = span.start
    for stop in _stops(text, span.start, end):
        found += _trimmed(text, start, stop)
        start = stop
    return found + _trimmed(text, start, end)


def _stops(text: str, start: int, end: int) -> list[int]:
    """Where sentences end, in order."""
    lines = [match.start() for match in _LINE.finditer(text, start, end) if _line_ends(text, match, start, end)]
    stops: list[int] = []
    begun, line = start, 0
    for mark in _END.finditer(text, start, end):
        while line < len(lines) and lines[line] < mark.start():
            stops.append(lines[line])
            begun, line = lines[line], line + 1
        if mark.end() < end and _ends(text, mark, begun, end):
            stops.append(mark.end())
            begun = mark.end()
    return sorted({*stops, *lines[line:]})


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if start < end else []


def _line_ends(text: str, gap: re.Match[str], start: int, end: int) -> bool:
    """Whether a sentence ends at a line end: it does not where a paragraph was merely wrapped."""
    if gap.start() <= start or gap.end() >= end:
        return False
    if gap.group().count("\n") > 1 or _ITEM.match(text, gap.end(), end):
        return True
    head = max(start, gap.start() - _FULL_LINE)
    before = text[head : gap.start()].rstrip(" \t")
    if not before:
        return True
    following = text[gap.end() : gap.end() + _FULL_LINE].split("\n", 1)[0]
    if " | " in before or " | " in following or before[-1] in ".!?…:;|" + _CLOSING:
        return True
    if following[0].islower() or before[-1] in ",-–—&(“‘":
        return False
    return "\n" in before or head == start


def _ends(text: str, mark: re.Match[str], begun: int, end: int) -> bool:
    """Whether the mark at ``mark`` ends the sentence that began at ``begun``."""
    after = _after(text, mark.end(), end)
    if after >= end:
        return False
    opened = after
    while opened < end and text[opened] in _OPENING:
        opened += 1
    following = _WORD.match(text, opened, min(end, opened + _REACH))
    if following is None:
        return text[after] in "•‣◦▪●$£€¥#@§" or opened > after
    word = following.group()
    before = _before(text, mark.start(), begun)
    if (
        mark["note"]
        and mark["note"].isdigit()
        and not (before[-1:].islower() and len(before) > 2 and word[0].isupper())
    ):
        return False
    if word[0].islower():
        return bool(_LOWER_BRAND.match(word)) and not _abbreviated(before)
    if _is_label(text, mark, begun):
        return False
    closers = mark.group().strip(".!?…。 0123456789")
    if mark.group()[0] not in ".。" or mark.group().startswith(".."):
        return not (before in BRANDS and word not in STARTERS) and not (
            closers and _is_tag(text, opened, end, full=False)
        )
    if closers.strip(")]") and opened == after and _is_tag(text, opened, end, full=True):
        return False
    return _stop_ends(before, word, opened > after, text[opened - 1], text[following.end() : following.end() + 1])


def _stop_ends(before: str, word: str, quoted: bool, opening: str, beyond: str) -> bool:
    """Whether a full stop between two words ends a sentence."""
    starts = word in STARTERS and not (len(word) == 1 and beyond == ".")
    folded = before.lower()
    if not before:
        return True
    if before in BEFORE_NAMES or folded in NEVER_LAST:
        return False
    if folded in BEFORE_NUMBERS:
        return not (word[0].isdigit() or (word != "I" and _ROMAN.fullmatch(word))) and (
            starts or folded in ("no", "fig")
        )
    if folded in CLOCK:
        return word not in TIME_GOES_ON and not word[0].isdigit()
    if _abbreviated(before):
        return starts and not (quoted and opening in "([")
    return True


def _abbreviated(before: str) -> bool:
    """Whether a word with a full stop after it is an abbreviation or an initial."""
    if len(before) == 1:
        return before.isupper()
    return before in ELSEWHERE or before in BEFORE_NAMES or bool(_INITIALS.fullmatch(before))


def _is_label(text: str, mark: re.Match[str], begun: int) -> bool:
    """Whether all there is before the mark is the number or letter of a paragraph."""
    start = begun
    while start < mark.start() and text[start].isspace():
        start += 1
    return mark.end() - start <= _REACH // 2 and bool(_LABEL.fullmatch(text, start, mark.end()))


def _is_tag(text: str, start: int, end: int, full: bool) -> bool:
    """Whether a quotation goes on as "Vaughn asked." does; ``full``: only if nothing follows the verb."""
    tag = _TAG.match(text, start, min(end, start + 240))
    if tag is None or tag["verb"] not in SPEECH:
        return False
    rest = tag["rest"].strip(" ,”\"'")
    if not rest:
        return True
    if full:
        return False
    if tag["rest"].startswith(","):
        return True
    words = rest.split()
    if words[0] in TAG_GOES_ON or words[0].endswith("ly") or words[0].endswith("day"):
        return True
    return (
        tag["verb"] in ("asked", "asks", "told", "tells") and len(words) <= 6 and not {"to", "that", "if"} & set(words)
    )


def _after(text: str, index: int, end: int) -> int:
    while index < end and text[index].isspace():
        index += 1
    return index


def _before(text: str, stop: int, begun: int) -> str:
    """The word that ends at ``stop``, without marks around it."""
    window = text[max(begun, stop - _REACH) : stop]
    return (
        window.split()[-1].strip(_OPENING + _CLOSING + ",;:–—-/") if window.strip() and not window[-1].isspace() else ""
    )
