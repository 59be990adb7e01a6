"""What a name names, from its own words, from what is known of it, and from the words beside it.

The model guesses a type from everything it saw in training, where many names had several types at once. The signs here
are those that a reader would give as a reason: "River" at the end, a state's name, "the firm" before, "in" before a
name that is nobody's. Metonymy is left alone: in "Kabul said", Kabul stays a geopolitical entity.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from onrecord.reading.name_signs import UNSURE_TITLES, Beside, plain
from onrecord.reading.name_tables import Sign, Where, demonyms, known_names, name_words
from onrecord.reading.source_function_words import CALENDAR, GIVEN_NAMES
from onrecord.types import MentionType

_PERSON: Final = MentionType.PERSON
_ORGANIZATION: Final = MentionType.ORGANIZATION
_GEOPOLITICAL: Final = MentionType.GEOPOLITICAL
_FACILITY: Final = MentionType.FACILITY
_PLACES: Final = frozenset({MentionType.GEOPOLITICAL, MentionType.PLACE, MentionType.FACILITY})

_TITLES_ALONE: Final = frozenset(
    "mr mrs ms miss mx dr prof professor president vice prime minister senator sen representative rep congressman "
    "congresswoman governor gov mayor secretary chancellor premier ambassador officer sheriff sergeant sgt lieutenant "
    "lt captain capt colonel col gen admiral chairman chairwoman chairperson spokesman spokeswoman director sir madam "
    "rev reverend attorney deputy chief judge justice detective inspector superintendent commissioner".split()
)
_SMALL: Final = frozenset("the a an this that it he she they we i you in on at of and but if so".split())
_PREPOSITIONS: Final = frozenset("of for on against to in at and de des du del".split())
_NUMBER: Final = re.compile(r"[\d.,%$€£:]+")
_HOUSED: Final = frozenset(
    "hospital infirmary museum gallery library theatre theater hotel casino restaurant cinema zoo aquarium observatory "
    "studios mall cathedral mosque synagogue school".split()
)
"""Buildings that are bodies too: schemes and readers differ, and the model's word counts more."""
_BODIES_ANYWAY: Final = frozenset("conference convention plan index review district budget".split())
"""Words that end names of events and works, and of bodies where the model says so."""
_COUNTIES: Final = frozenset("county province governorate prefecture oblast".split())
"""Words for land that end no names of bodies, as "City", "State" and "Republic" do."""
_PREMISES: Final = frozenset("center centre school church studio".split())


class Strength(IntEnum):
    """What a type rests on; the values are weights where mentions of one name are of several types."""

    MODEL = 1
    HINT = 2
    """A sign that fits other names too: "in" before a name."""
    SIGN = 4
    """What is known of the name, or a word in it or beside it."""
    CERTAIN = 8
    """A title before a person's name."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The type of one name; ``None`` where it is no name."""

    type: MentionType | None
    strength: Strength


def name_type(
    words: Sequence[str], context_before: str, context_after: str, by_model: MentionType
) -> MentionType | None:
    """The type of one name, or ``None`` where the words name nothing.

    Args:
        words: the name, as written.
        context_before, context_after: what stands right before and after it in its line, blanks included;
            :data:`onrecord.reading.name_signs.WIDELY` code points are enough.
        by_model: what the model takes it for.
    """
    return judge(words, context_before, context_after, by_model).type


def judge(words: Sequence[str], context_before: str, context_after: str, by_model: MentionType) -> Judged:
    """The same with what it rests on."""
    name = tuple(word for word in map(plain, words) if word)
    beside = Beside(context_before, context_after)
    if not name or _is_no_name(name, words, by_model, beside):
        return Judged(None, Strength.CERTAIN)
    return _Name(name, tuple(words), beside, by_model).judged()


def head_of(name: Sequence[str]) -> Sequence[str]:
    """The last two plain words of a name before a preposition, or at its end, numbers left out."""
    end = next((at for at, word in enumerate(name) if at and word in _PREPOSITIONS), len(name))
    while end > 1 and _NUMBER.fullmatch(name[end - 1]):
        end -= 1
    return name[max(0, end - 2) : end]


def _is_no_name(name: Sequence[str], words: Sequence[str], by_model: MentionType, beside: Beside) -> bool:
    """Whether the words are days, months, titles alone, numbers, or no more than small words."""
    if all(word in CALENDAR or _NUMBER.fullmatch(word) for word in name):
        return by_model is not _PERSON and not beside.title()
    if all(word in _TITLES_ALONE or word in _SMALL for word in name):
        return not beside.title()
    return not any(letter.isupper() or letter.isdigit() or not letter.isascii() for word in words for letter in word)


@dataclass(frozen=True, slots=True)
class _Name:
    """One name with all that may tell its type; ``name`` is plain, ``words`` are as written."""

    name: tuple[str, ...]
    words: tuple[str, ...]
    beside: Beside
    model: MentionType

    def judged(self) -> Judged:
        title = self.beside.title()
        sure_title = bool(title) and title not in UNSURE_TITLES
        if sure_title and self.model is _PERSON:
            return Judged(_PERSON, Strength.CERTAIN)
        known = None if sure_title else self._known()
        if known is not None:
            return Judged(known, Strength.SIGN)
        own = self._by_own_words()
        if own is not None:
            return Judged(own, Strength.SIGN)
        if sure_title or (title and len(self.name) > 1):
            return Judged(_PERSON, Strength.CERTAIN)
        if self.model is _PERSON and self.beside.aged():
            return Judged(_PERSON, Strength.SIGN)
        if self.model is not _PERSON and 2 <= len(self.name) <= 3 and self.beside.role():
            return Judged(_PERSON, Strength.SIGN)
        return self._by_context() or Judged(self.model, Strength.MODEL)

    def _known(self) -> MentionType | None:
        """The type of a name that is known by itself."""
        joined = " ".join(self.name[1:] if len(self.name) > 1 and self.name[0] == "the" else self.name)
        sign = known_names().get(joined)
        if sign is None or (len(joined) < 3 and not "".join(self.words).replace(".", "").isupper()):
            return None
        if joined in demonyms():
            if self.model is _PERSON:
                return None
            return MentionType.OTHER if self.beside.language() else _GEOPOLITICAL
        if sign.type is _GEOPOLITICAL and self.model is _ORGANIZATION and self.beside.sport():
            return _ORGANIZATION
        if not sign.sure and self.model is _PERSON and not self.beside.located():
            return None
        if not sign.sure and self.model is _ORGANIZATION and sign.type is not _GEOPOLITICAL:
            return None
        return sign.type

    def _by_own_words(self) -> MentionType | None:
        """The type that a word of the name tells, for names of several words."""
        if len(self.name) < 2:
            return None
        table, head = name_words()[Where.LAST], head_of(self.name)
        sign = table.get(" ".join(head)) or table.get(head[-1])
        found = None
        if sign is not None:
            found = self._against_a_person(sign) if self.model is _PERSON else self._against_the_model(sign, head[-1])
        if found is not None:
            return found
        first = name_words()[Where.FIRST].get(self.name[0])
        if first is not None and (first.sure or self.model is not _PERSON or self.beside.at()):
            return first.type
        return None

    def _against_a_person(self, sign: Sign) -> MentionType | None:
        """What the last word says of what the model takes for a person."""
        if not sign.sure or (len(self.name) == 2 and self.name[0] in GIVEN_NAMES):
            return sign.type if sign.type is _ORGANIZATION and self.beside.thing() else None
        if sign.type in (_ORGANIZATION, MentionType.WORK):
            return sign.type
        return sign.type if self.beside.before.lower().endswith("the ") or self.beside.at() else None

    def _against_the_model(self, sign: Sign, head: str) -> MentionType | None:
        """What the last word says where the model sees no person."""
        if self.model is _ORGANIZATION:
            if sign.type is _FACILITY:
                housed = (head in _HOUSED or not sign.sure) and not self.beside.inside()
                return _ORGANIZATION if housed or self.beside.speaks() else _FACILITY
            if head in _BODIES_ANYWAY or (sign.type is _GEOPOLITICAL and head not in _COUNTIES):
                return _ORGANIZATION
        if sign.type is _ORGANIZATION and self.model in _PLACES and head in _PREMISES:
            return _FACILITY
        if sign.type is _GEOPOLITICAL and head in ("town", "city", "county") and self.beside.sport():
            return _ORGANIZATION
        return sign.type

    def _by_context(self) -> Judged | None:
        """What the words beside a name tell of one that does not tell by itself."""
        given = len(self.name) > 1 and self.name[0] in GIVEN_NAMES
        for where in (Where.BEFORE, Where.AFTER):
            sign = self.beside.sign(where)
            if sign is None or (self.model is _PERSON and (given or not sign.sure)):
                continue
            if self.model is not _ORGANIZATION or sign.sure or sign.type not in _PLACES:
                return Judged(sign.type, Strength.SIGN if sign.sure else Strength.HINT)
        if self.model is _GEOPOLITICAL and self.beside.opponent():
            return Judged(_ORGANIZATION, Strength.HINT)
        written = " ".join(self.words)
        if len(written) > 2 and written.isupper() and self.beside.dateline():
            return Judged(_GEOPOLITICAL, Strength.SIGN)
        if self.model is _PERSON and not given and self.beside.thing():
            return Judged(_ORGANIZATION, Strength.HINT)
        acronym = self.model is _ORGANIZATION and written.isupper()
        if len(self.name) == 1 and self.model in (_PERSON, _ORGANIZATION) and not acronym:
            governs = self.model is _ORGANIZATION and self.beside.governs()
            if governs or self.beside.located():
                return Judged(_GEOPOLITICAL, Strength.HINT)
        return None
