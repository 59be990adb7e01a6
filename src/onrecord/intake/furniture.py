"""Furniture: lines of a page that are no part of its article.

The rules know kinds of lines (weather, clocks, navigation, sharing, subscriptions, cookies, related links, copyright)
and not sites. They are only ever asked about single short lines; a sentence of a story is never furniture.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.intake import phrases

LONGEST = 160
"""The longest line, in characters, that is taken for furniture by its words. Copyright notices are the longest."""

_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_CLOCK = r"(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,5}\)?)?"
_WRITTEN_DATE = (
    rf"(?:{_DAY},?\s+)?(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH})(?:,?\s+\d{{4}})?"
)
_NUMBER_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_DATE_ONLY = re.compile(
    r"^(?:(?:first |last )?(?:published|posted|updated|modified|today is|date)(?:\s+(?:on|at))?\s*[:|-]?\s*)?"
    rf"(?:(?:{_WRITTEN_DATE}|{_NUMBER_DATE}|{_DAY}|{_CLOCK})[\s,.|·•–-]*){{0,4}}$",
    re.IGNORECASE,
)
_SKY = r"rain|sun|sunny|cloud|cloudy|clear|snow|fog|mist|wind|windy|showers|overcast|storms?|haze|fair"
_WEATHER = re.compile(
    r"^(?:(?-i:[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){0,2})[:,]?\s+)?[-−–]?\d{1,3}(?:[.,]\d)?\s*(?:°|º|deg(?:rees)?)?\s*[CF]?\b\.?"
    rf"(?:\s*[,|/·-]?\s*(?:[\w ]{{0,30}}(?:{_SKY}))?)?\s*$",
    re.IGNORECASE,
)
_TEMPERATURE = re.compile(r"\d\s*(?:°|º)|\d\s*[CF]\b|\bdegrees\b")

_WORDS = re.compile(rf"^[\W_]*(?:{'|'.join(phrases.WHOLE_LINES)})[\W_]*$", re.IGNORECASE)
_LINKS_HEADING = re.compile(rf"^[\W_]*(?:{'|'.join(phrases.LINK_HEADINGS)})[\W_]*$", re.IGNORECASE)
# A line that ends as a sentence does is furniture only by these.
_NOTICE = re.compile(rf"^(?:{'|'.join(phrases.NOTICES)})", re.IGNORECASE)
_LINK_LABEL = re.compile(rf"^(?:{'|'.join(phrases.LINK_LABELS)})\s*[:»>|–—]\s*\S", re.IGNORECASE)
_LINK_LABEL_UPPER = re.compile(
    r"^(?:READ MORE|READ ALSO|READ NEXT|SEE ALSO|RELATED|WATCH|ALSO READ|MORE)\b\s*[:»>|–—-]?\s+\S"
)
# "(c)" and "copyright" also begin items of lists and sentences about copyright, so a year must follow those.
_RIGHTS = re.compile(
    r"^(?:[\w .,'’&-]{0,60}\s)?(?:©|(?:\(c\)|copyright)\s*(?:©|\(c\))?,?\s*(?:©|\d{4}\b)).{0,140}$"
    r"|\ball rights reserved\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?i:(?:story|words|report(?:ing|ed)?|written|analysis|text)\s+)?(?i:by):?\s+"
    r"[A-ZÀ-Þ][\w.'’-]*"
    r"(?:\s+(?:[A-ZÀ-Þ][\w.'’-]*|de|von|van|der|den|del|di|da|dos|el|al|bin|ibn|la|le|and|&|for|in|at|of|the|on|to))*"
    r"(?:\s*[,|•·–—-].{1,80})?$"
)
_LINK_HEADING = 60
_SENTENCE_WORDS = 5
_MENU_SEPARATOR = re.compile(r"\s*[|•·»›>/]\s*")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")


def is_date_line(line: str) -> bool:
    """A line that is a date, a weekday or a time and nothing else."""
    return len(line) <= 60 and any(letter.isalnum() for letter in line) and bool(_DATE_ONLY.match(line))


def is_weather_line(line: str) -> bool:
    """A line that is a temperature, perhaps with a town and a word for the sky."""
    return len(line) <= 60 and bool(_TEMPERATURE.search(line)) and bool(_WEATHER.match(line))


def is_byline(line: str) -> bool:
    """A line that names who wrote the article: "By Mairead Colquist, health correspondent"."""
    line = line.strip()
    return len(line) <= 150 and not ends_sentence(line) and bool(_BYLINE.match(line))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_SENTENCE_END.search(line.rstrip()))


def is_menu(line: str) -> bool:
    """A line of three or more short names between bars or bullets: "Home | World | Politics | Sport"."""
    parts = [part for part in _MENU_SEPARATOR.split(line.strip(" |•·»›>/")) if part]
    return len(parts) >= 3 and all(len(part.split()) <= 3 and not ends_sentence(part) for part in parts)


@lru_cache(maxsize=65_536)  # asked several times of each line, and hostile texts have many lines
def is_furniture(line: str) -> bool:
    """Whether a line is furniture wherever it stands. A byline is not; a quoted sentence never is."""
    line = line.strip()
    if not line or len(line) > LONGEST or line[0] in "\"“‘'":
        return False
    if not any(letter.isalnum() for letter in line):
        return True
    if _NOTICE.match(line) or _LINK_LABEL.match(line) or _RIGHTS.search(line):
        return True
    if ends_sentence(line) and len(line.split()) > _SENTENCE_WORDS:
        return False
    return bool(
        is_date_line(line)
        or is_weather_line(line)
        or _WORDS.match(line)
        or _LINK_LABEL_UPPER.match(line)
        or is_menu(line)
    )


def opens_links(line: str) -> bool:
    """Whether a line is the heading of a list of other articles ("Related Articles", "Most read")."""
    line = line.strip()
    return len(line) <= _LINK_HEADING and bool(_LINKS_HEADING.match(line))
