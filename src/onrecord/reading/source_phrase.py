"""The noun phrase of a source: its words, its parts between commas, and the words up to the noun that decides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reading.source_function_words import (
    CUTS,
    DEFINITE,
    INDEFINITE,
    LATER_CUTS,
    LEADING,
    MAYBE_ADJECTIVES,
    PARTICLES,
    SUBJECTS,
    TITLE_CASE_CUTS,
)
from onrecord.reading.source_pronouns import ANONYMOUS_MANY
from onrecord.reading.source_words import (
    AGENTS,
    DOCUMENTS,
    GROUPS,
    ORGANIZATIONS,
    PERSONS,
)
from onrecord.types import Span

_TOKEN = re.compile(r"[@#$]?[^\W_][\w.&’'/-]*%?|[&%]|[,;:()\[\]]|\s[-–—]+\s|—|–")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_BREAKS = frozenset(",;:()[]–—")
_NUMBER = re.compile(r"[$€£]?\d[\d.,:/-]*%?(?:st|nd|rd|th|s|m|bn)?|[$#]\S+")
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "wives": "wife", "police": "police", "media": "media",
    "data": "datum", "criteria": "criterion", "alumni": "alumnus", "leaves": "leaf", "theses": "thesis",
    "analyses": "analysis", "kids": "kid", "people": "people", "press": "press", "families": "family",
    "businesses": "business", "congress": "congress", "committees": "committee", "employees": "employee",
    "series": "series", "news": "news", "stats": "statistic", "staff": "staff", "mediums": "medium", "media's": "media",
    "minutes": "minute", "proceedings": "record", "findings": "finding", "gentlemen": "man", "sons-in-law": "son",
    "attorneys-general": "attorney-general", "passersby": "passerby",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a source; ``owner`` where it carries a possessive ending, which ``text`` leaves out."""

    text: str
    span: Span
    owner: bool = False

    @property
    def folded(self) -> str:
        return self.text.lower().rstrip(".") if len(self.text) > 2 else self.text.lower()

    @property
    def capital(self) -> bool:
        letter = self.text[0] if self.text[0].isalnum() else self.text[1:2]
        article = self.text[:3].lower() in ("al-", "el-") and self.text[3:4].isupper()
        return letter.isupper() or self.text[0] == "@" or article

    @property
    def is_break(self) -> bool:
        return self.text in _BREAKS


def words_of(text: str, source: Sequence[Span]) -> list[Word]:
    """The words and breaks (commas, brackets, dashes) of a source; a gap between its spans is a break."""
    found: list[Word] = []
    for span in sorted(source):
        if found:
            found.append(Word(",", Span(span.start, span.start + 1)))
        for match in _TOKEN.finditer(text, span.start, min(span.end, len(text))):
            found.append(_word(match))
    return found


def _word(match: re.Match[str]) -> Word:
    words = match.group().strip()
    if words[0] in "-–—":
        return Word("—", Span(match.start(), match.end()))
    owner = False
    if not _INITIALS.fullmatch(words):
        stripped = words.rstrip(".,-/")
        words = words if stripped + "." == words and len(stripped) <= 4 and stripped[:1].isupper() else stripped
    for ending in ("'s", "’s", "'S", "’S"):
        if words.endswith(ending) and len(words) > 2:
            words, owner = words[:-2], True
    if words.endswith(("'", "’")):
        owner = words[-2:-1] in ("s", "x", "z")
        words = words.rstrip("'’")
    words = words or match.group().strip()
    return Word(words, Span(match.start(), match.start() + max(1, len(words))), owner)


def segments(words: Sequence[Word]) -> list[list[Word]]:
    """The stretches between breaks, without what stands in brackets, unless that is all there is."""
    found: list[list[Word]] = [[]]
    depth = 0
    for word in words:
        if word.text in "([":
            depth += 1
        elif word.text in ")]":
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif word.is_break:
            found.append([])
        else:
            found[-1].append(word)
    kept = [segment for segment in found if segment]
    bracketed = [word for word in words if not word.is_break]
    return kept or ([bracketed] if bracketed else [])


def without_lead(words: list[Word]) -> list[Word]:
    """A noun phrase without prepositions and conjunctions before it."""
    while len(words) > 1 and words[0].folded in LEADING and not (words[0].folded == "no" or words[1].folded == "of"):
        words = words[1:]
    return words


def core_length(words: Sequence[Word]) -> int:
    """How many words of a noun phrase stand up to and with the noun that decides."""
    for index in range(1, len(words)):
        if _cuts(words, index):
            return index
    return len(words)


def _cuts(words: Sequence[Word], index: int) -> bool:
    folded, before = words[index].folded.split("'")[0].split("’")[0], words[index - 1]
    determined = (
        before.folded in DEFINITE or before.folded in INDEFINITE or is_number(before) or before.folded.endswith("ly")
    )
    if words[index].capital:
        return (folded in TITLE_CASE_CUTS and words[index].text.istitle()) or (
            folded == "of" and words[index].text == "Of" and known(before.folded) and before.folded != "chief"
        )
    if folded in CUTS:
        return not (folded in MAYBE_ADJECTIVES and determined)
    if folded in LATER_CUTS:
        return not determined and (
            before.capital or known(before.folded) or is_plural(before.folded) or folded in SUBJECTS
        )
    return _is_participle(words, index)


def _is_participle(words: Sequence[Word], index: int) -> bool:
    """Whether a word in -ing or -ed begins a clause ("officials briefed on it") and is not an adjective."""
    folded, before = words[index].folded, words[index - 1].folded
    if not folded.endswith(("ing", "ed")) or known(folded):
        return False
    if known(before) or is_plural(before):
        return True
    ends = index + 1 == len(words) or words[index + 1].folded in CUTS
    return ends and not before.endswith("ly") and before not in DEFINITE and before not in INDEFINITE and index > 1


def known(word: str) -> bool:
    """Whether a noun, in either number, is in the word lists of sources."""
    forms = {word, singular(word)}
    return any(forms & nouns for nouns in (PERSONS, GROUPS, ORGANIZATIONS, AGENTS, DOCUMENTS, ANONYMOUS_MANY))


def singular(word: str) -> str:
    """A noun, folded, in the singular; a singular is returned as it is."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, noun in (
        ("women", "woman"),
        ("men", "man"),
        ("people", "person"),
        ("children", "child"),
        ("folks", "folk"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + noun
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "as")) and len(word) >= 3:
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Whether a folded noun is a plural by its form."""
    return singular(word) != word and word not in ("data", "series", "news", "press")


def is_number(word: Word) -> bool:
    return bool(_NUMBER.fullmatch(word.text))


def trailing_name(words: Sequence[Word]) -> int:
    """Where the capitalized words at the end of a noun phrase begin, small words inside a name ("van") included."""
    start = len(words)
    while start and (
        words[start - 1].capital
        or (words[start - 1].text == "&" and start > 1)
        or (start < len(words) and start > 1 and words[start - 1].text in PARTICLES and words[start - 2].capital)
    ):
        start -= 1
    return start
