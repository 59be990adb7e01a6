"""Names of persons taken apart: titles off, compounds made one word, family names and patronymics marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.linking.watchlists import tables
from onrecord.linking.watchlists.fold import CONSONANTS_ONLY, fold
from onrecord.linking.watchlists.romanization import chinese, korean


@dataclass(frozen=True, slots=True)
class NameWord:
    """One word of a name.

    Attributes:
        text: folded; compounds like *abd al-Karim* are one word, ``abdkarim``.
        family: it is the family name, as the order of the listed name says.
        patronymic: a Slavic father's name, which may be left out.
        soft: a title that may also be a name; it may be left out.
        joined: a particle stood before it ("bin" Laden), by which it may be written together with the word before.
    """

    text: str
    family: bool = False
    patronymic: bool = False
    soft: bool = False
    joined: str = ""

    @property
    def initial(self) -> bool:
        """Whether only the first letter is given."""
        return len(self.text) == 1


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name of a person; given names come first where the name itself tells which they are.

    Attributes:
        titles: honorifics that stood with it ("mullah").
        ordered: the list says which words are the family name.
    """

    words: tuple[NameWord, ...]
    titles: tuple[str, ...] = ()
    ordered: bool = False

    @property
    def core(self) -> tuple[NameWord, ...]:
        """The words that must be there: no patronymic, no title that may be a name, unless nothing else is left."""
        firm = tuple(word for word in self.words if not (word.soft or word.patronymic))
        return firm or self.words


_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|\u201c[^\u201d]*\u201d")
_MARKS: Final = frozenset("([\"\u201c")
_WORD = re.compile(rf"{CONSONANTS_ONLY}?[a-z0-9']+")
_SUFFIX = re.compile(r"^(?:jr|sr|i{1,3}|iv|phd|md|esq|retd?)\.?$")
_ARTICLES: Final = frozenset({"al", "el", "ul", "il", "ol"})
_SUN = re.compile(r"^[aeiou](sh|[dnrstzlj])$")
_SONS: Final = frozenset(
    "bin ibn ben bint bent binti ould wuld wlad ogly oglu oglou ugli uly qizi kyzy kizi gizi von van de del della dela "
    "der den di da dos das do du des la le las los y e i ter ten af av zu zum bar".split()
)
_FIRST_NAMES: Final = frozenset("ben van di da do du la le i e y bar".split())
"""Particles that at the beginning of a name are names themselves."""
_ABD = re.compile(r"^abd(?:u|[aeou]{1,2}(?:[lrsnzdt]|sh))?$")
_ABD_TOGETHER = re.compile(r"^abd[aeiou]{1,2}([a-z]{4,})$")
_ABD_NAMES: Final = frozenset(
    "abdi abdo abdou abda abde abdulle abdullahi abdoulaye abdullaev abdullayev abdul".split()
)
_ALLAH = re.compile(r"^(?:[aeou]l?)?l+[aeo]h?$|^[aou]ll?ah?$")
_TOGETHER_ALLAH = re.compile(r"^([a-z]{3,}?[^aeiou])[aou]ll?ah?$")
_DIN = re.compile(r"^(?:[aeou]{1,2}[dl]{0,2})?d(?:in|een|ine|ien|yn|iin|ein)$")
_TOGETHER_DIN = re.compile(r"^([a-z]{2,}?[^aeiou])(?:[aeou]{1,2}d)?d(?:in|een|ine|ien|yn|iin)$|"
                           r"^([a-z]{2,}?[^aeiou])[aeou]{1,2}d(?:in|een|ine|ien|yn|iin)$")  # fmt: skip
_TOGETHER_RAHMAN = re.compile(r"^([a-z]{3,}?)(?:[aeou]r)(r[ae]h?[hk]?m[aeou]+n)$")
_TOGETHER_UL = re.compile(r"^([a-z]{3,}?)ul(ha[qk]u?e?|hud[ah]+|islam|mulk|hasan|hassan|karim|kareem)$")
_PATRONYMIC = re.compile(r"(?:ovich|evich|ovych|evych|yevich|ievich|ovna|evna|ivna|yivna|inichna|ichna|auna|euna)$")


def person_names(text: str) -> tuple[PersonName, ...]:
    """The readings of a person's name as written: as it stands, and what stands in its brackets.

    A Chinese or Korean name has two, where it may begin or end with the family name.
    """
    found: list[PersonName] = []
    inner = [match[0][1:-1] for match in _BRACKETS.finditer(text)] if _MARKS & set(text) else []
    outer = _BRACKETS.sub(" ", text) if inner else text
    for part in (outer, *(part for part in inner if len(part.split()) > 1)):
        for turned in (False, True):
            name = person_name(part, turned=turned)
            if name is not None and name not in found:
                found.append(name)
    return tuple(found)


@lru_cache(maxsize=65536)
def person_name(text: str, *, turned: bool = False) -> PersonName | None:
    """A person's name taken apart; ``None`` where no word of a name is left.

    ``FAMILY, Given`` is put in the order given, family. Titles, articles and particles are dropped.

    Arguments:
        turned: of a Chinese or Korean name that may begin or end with the family name, take the end for it.
    """
    text = text.strip()
    text = text[:-2] if text.endswith(("'s", "\u2019s")) else text
    before, comma, after = fold(text).partition(",")
    if comma and all(_SUFFIX.match(word) for word in after.replace(",", " ").split()):
        comma, after = "", ""
    given, given_titles = _without_titles(_raw(after))
    family, family_titles = _without_titles(_raw(before))
    titles = (*given_titles, *family_titles)
    eastern = _eastern(family, given, comma=bool(comma), turned=turned and not comma)
    if eastern is not None:
        return PersonName(eastern, titles, ordered=True)
    words = _with_patronymic(_compounds([*given, *family], len(given) if comma else len(given) + len(family)))
    return PersonName(tuple(words), titles, ordered=bool(comma)) if words else None


def _raw(text: str) -> list[str]:
    return [match[0] for match in _WORD.finditer(text) if match[0].strip("'")]


def _without_titles(words: list[str]) -> tuple[list[str], list[str]]:
    titles = tables.titles()
    kept = [word for word in words if word.strip("'") not in titles and not _SUFFIX.match(word)]
    return kept, [word for word in words if word.strip("'") in titles]


def _eastern(family: list[str], given: list[str], *, comma: bool, turned: bool) -> tuple[NameWord, ...] | None:
    ordered = [*family, *given] if comma else family
    found = chinese(ordered, turned=turned) or korean(ordered, turned=turned)
    if found is None:
        return None
    return NameWord(found[0]), NameWord(found[1], family=True)


def _compounds(raw: list[str], families: int) -> list[NameWord]:
    """Words with their particles dropped, and the parts of Arabic compounds joined.

    Arguments:
        families: the place from which words are the family name ("RAUF, Abdur" is abd al-Rauf all the same).
    """
    raw = [word.replace("'", "") for word in raw]
    words: list[NameWord] = []
    prefix = particle = ""
    soft = tables.titles_or_names()
    for at, word in enumerate(raw):
        following = raw[at + 1] if at + 1 < len(raw) else ""
        if following and _is_particle(word, following, first=at == 0):
            particle = "" if word in _ARTICLES or _SUN.match(word) else word
            continue
        if following and _ABD.match(word):
            prefix = "abd"
            continue
        if following and word in {"abu", "abou", "abo", "abi", "bu", "bou", "um", "umm", "oum"} and not prefix:
            prefix = "umm" if word.endswith("m") else "abu"
            continue
        if words and not prefix and (_DIN.match(word) or _ALLAH.match(word)) and not words[-1].initial:
            joined = words[-1].text + ("din" if _DIN.match(word) else "ulah")
            words[-1] = NameWord(joined, family=words[-1].family)
            continue
        parts = [prefix + word] if prefix else _parted(word)
        words.extend(
            NameWord(part, family=at >= families, soft=part in soft, joined=particle if number == 0 else "")
            for number, part in enumerate(parts)
        )
        prefix = particle = ""
    return words


def _is_particle(word: str, following: str, *, first: bool) -> bool:
    if word in _ARTICLES:
        return True
    sun = _SUN.match(word)
    if sun and following.startswith(sun[1]):
        return True
    return word in _SONS and not (first and word in _FIRST_NAMES)


def _parted(word: str) -> list[str]:
    """A word that holds a compound written together, in the form in which compounds written apart come out."""
    if word.startswith("abou"):
        word = "abu" + word[4:]
    if word.startswith("abd") and word not in _ABD_NAMES:
        together = _ABD_TOGETHER.match(word)
        if together and not re.match(r"l+[ae]h?", together[1] if len(together[1]) < 6 else "x"):
            rest = together[1]
            if rest[0] == "l" or rest[0] == rest[1]:
                rest = rest[1:]
            return ["abd" + rest]
    if len(word) < 6:
        return [word]
    for sign, pattern in (("m", _TOGETHER_RAHMAN), ("ul", _TOGETHER_UL)):
        match = pattern.match(word) if sign in word and not word.startswith("abd") else None
        if match:
            return [match[1], match[2]]
    din = _TOGETHER_DIN.match(word) if "d" in word[-6:] and word[-1] in "ne" else None
    if din:
        return [(din[1] or din[2]) + "din"]
    allah = _TOGETHER_ALLAH.match(word) if "l" in word[-4:] else None
    if allah and not word.startswith("abd"):
        return [allah[1] + "ulah"]
    return [word]


def _with_patronymic(words: list[NameWord]) -> list[NameWord]:
    if len(words) < 3:
        return words
    for at in range(1, len(words)):
        word = words[at]
        if _PATRONYMIC.search(word.text):
            rest = any(not other.family for place, other in enumerate(words) if place != at)
            if rest:
                return [*words[:at], NameWord(word.text, patronymic=True), *words[at + 1 :]]
    return words
