"""The kind of a source from one noun phrase without commas or conjunctions: its quantity, its noun or its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reading.source_common import BODY, DOCUMENT, MANY, NONE, ONE, PERSON, Decision, common, is_people
from onrecord.reading.source_function_words import (
    ADJECTIVES,
    DEFINITE,
    GIVEN_NAMES,
    HONORIFICS,
    INDEFINITE,
    OFFICES,
    PAPERS,
    SURNAMES,
    TITLES,
)
from onrecord.reading.source_names import KNOWN_BODIES, mention_type, name_is_body, usage
from onrecord.reading.source_nouns import Noun, classify, is_role
from onrecord.reading.source_phrase import Word, core_length, is_number, is_plural, trailing_name, without_lead
from onrecord.reading.source_pronouns import ANONYMOUS_MANY, ANONYMOUS_ONE, GENERIC
from onrecord.reading.source_words import NAME_ENDINGS, STRONG_ENDINGS
from onrecord.types import Mention, MentionType, Span

_NUMBERED = frozenset({
    "amendment", "annex", "article", "chapter", "clause", "directive", "paragraph", "proposition", "resolution",
    "rule", "section",
})  # fmt: skip
_OWNED = "'s"
"""Stands for a determiner where a name with a possessive ending comes first."""


@dataclass(frozen=True, slots=True)
class Heads:
    """Decides for the noun phrases of one document.

    Attributes:
        text: the document's text.
        mentions: names found in it, sorted by start.
    """

    text: str
    mentions: Sequence[Mention]

    def decide(self, words: list[Word]) -> Decision:
        """The kind of one noun phrase."""
        length = core_length(words)
        core, after = words[:length], words[length:]
        owners = [index for index, word in enumerate(core) if word.owner and index + 1 < len(core)]
        determiner = _determiner(core)
        if owners:
            core, determiner = core[owners[-1] + 1 :], _OWNED
        while len(core) > 1 and not core[0].capital and core[0].folded in DEFINITE | INDEFINITE:
            core = core[1:]
        if len(core) > 1 and core[0].capital and core[0].folded in DEFINITE | INDEFINITE:
            core = core[1:]
        return (
            self._quantity(core, after, determiner)
            or self._called(core, after)
            or self._headed(core, after, determiner)
        )

    def _called(self, core: list[Word], after: list[Word]) -> Decision | None:
        """A role whose bearer's name follows: "Secretary of State X Y", "a man named X Y"."""
        if classify(core[-1].folded) is not Noun.PERSON or len(after) < 2:
            return None
        name = after[1:] if after[0].folded in ("named", "called") else []
        if after[0].folded == "of":
            offices = [index for index, word in enumerate(after[1:5], 1) if word.folded in OFFICES]
            name = after[offices[-1] + 1 :] if offices else []
        if (
            not name
            or not name[0].capital
            or self._mentioned(name[:1]) in (MentionType.GEOPOLITICAL, MentionType.PLACE)
        ):
            return None
        last = core_length(name)
        return Decision(PERSON, f"'{core[-1].text}' says what '{say(name[:last])}' is", say(name[:last]))

    def _quantity(self, core: list[Word], after: list[Word], determiner: str) -> Decision | None:
        """Partitives and bare numbers: "one of them", "most voters", "several"."""
        head = core[-1].folded
        of = after[1:] if after and after[0].folded in ("of", "in") else []
        if head in GENERIC or (head == "one" and core[0].folded == "no"):
            if after or len(core) > 1 or determiner:
                return Decision(MANY, f"'{head}' is limited to a group that is not named", head)
            return Decision(NONE, f"'{head}' is nobody in particular", head)
        if head in ANONYMOUS_ONE and not (core[-1].capital and len(core) > 1):
            whole = self.decide(without_lead(of)) if of else None
            if whole and whole.kind is DOCUMENT:
                return whole
            if whole and whole.reason.endswith("institutions that are not named"):
                return Decision(MANY, f"'{head}' of several, and not named", head)
            if after and after[0].folded == "in" and head == "one":
                return Decision(MANY, f"'{head} in' some number counts people", head)
            return Decision(ONE, f"'{head}' stands for one person who is not named", head)
        if head in ANONYMOUS_MANY or is_number(core[-1]):
            whole = self.decide(without_lead(of)) if of and after[0].folded == "of" else None
            if whole and whole.kind is DOCUMENT:
                return whole
            if len(core) > 1 and core[-2].folded in _NUMBERED:
                return Decision(DOCUMENT, f"'{say(core)}' is a part of a document", say(core))
            return Decision(MANY, f"'{head}' counts people who are not named", head)
        return None

    def _headed(self, core: list[Word], after: list[Word], determiner: str) -> Decision:
        """By the noun that decides, or by a name."""
        start = trailing_name(core)
        head = core[-1]
        noun = classify(head.folded, compound=not head.capital)
        mentioned = self._mentioned(core[start:])
        led = start > 0 and _is_led(core[start - 1]) and noun in (Noun.NOTHING, Noun.PERSON)
        if start < len(core) and (led or self._is_name(core[start:], noun, determiner, mentioned)):
            return self._name(core, start, determiner, mentioned)
        if noun is Noun.PERSON and determiner in ("the", "") and not after and not is_plural(head.folded):
            bearers = usage(self.text).bearers.get(head.folded, set())
            if len(bearers) == 1 and len(core) <= 2:
                name = next(iter(bearers))
                return Decision(PERSON, f"'{head.text}' goes with one name in this text: '{name}'", head.text)
        return common(core, noun, determiner, after)

    def _mentioned(self, words: list[Word]) -> MentionType | None:
        return mention_type(Span(words[0].span.start, words[-1].span.end), self.mentions) if words else None

    def _is_name(self, run: list[Word], noun: Noun, determiner: str, mentioned: MentionType | None) -> bool:
        """Whether the capitalized words at the end of a noun phrase are a name and not a common noun with a capital."""
        head = run[-1]
        used = usage(self.text)
        given = len(run) > 1 and run[0].folded in GIVEN_NAMES and not determiner
        if is_people(head.folded) and mentioned is not MentionType.PERSON and not given:
            return False
        joined = " ".join(word.folded for word in run)
        if joined in KNOWN_BODIES or (
            determiner == "the" and (f"the {joined}" in KNOWN_BODIES or head.folded in PAPERS)
        ):
            return True
        if len(run) > 1 and run[-2].folded in HONORIFICS:
            return True
        if (
            len(run) > 2
            and run[0].folded in TITLES
            and noun is not Noun.BODY
            and classify(run[-2].folded) is Noun.NOTHING
        ):
            return True
        if noun is Noun.NOTHING:
            return not (len(run) == 1 and is_plural(head.folded) and not determiner and head.folded in used.common)
        if len(run) == 1:
            return (
                used.person[head.text] > 0 and not determiner and noun is not Noun.PEOPLE and not is_plural(head.folded)
            )
        if mentioned is MentionType.PERSON and noun is not Noun.PEOPLE and not is_plural(head.folded):
            return True
        if run[-2].folded in TITLES and not is_role(head.folded):
            return noun is not Noun.BODY
        if (
            head.folded not in STRONG_ENDINGS
            and not determiner
            and (given or (head.folded in SURNAMES and classify(run[-2].folded) is Noun.NOTHING))
        ):
            return not is_plural(head.folded)
        if noun in (Noun.PERSON, Noun.PEOPLE) or (noun is Noun.BODY and not is_plural(head.folded)):
            return mentioned is MentionType.ORGANIZATION and is_plural(head.folded)
        if noun is Noun.BODY and head.folded not in NAME_ENDINGS:
            return mentioned is not None
        return bool(name_is_body(self.text, [word.text for word in run], False, mentioned))

    def _name(self, core: list[Word], start: int, determiner: str, mentioned: MentionType | None) -> Decision:
        """A named person or institution."""
        run = core[start:]
        name = say(run)
        if core[-1].text.startswith("@"):
            return Decision(PERSON, f"'{name}' is the name of an account", name)
        titles = [index for index, word in enumerate(run[:-1]) if _is_title(word)]
        while titles and titles[-1] + 2 < len(run) and run[titles[-1] + 1].folded in OFFICES | {"of"}:
            titles.append(titles[-1] + 1)
        bare = run[titles[-1] + 1 :] if titles else run
        body = name_is_body(self.text, [word.text for word in bare], determiner == "the" and not titles, mentioned)
        role = classify(core[start - 1].folded) if start else Noun.NOTHING
        if role is Noun.PERSON and not _is_led(core[start - 1]):
            role = Noun.NOTHING
        if titles and not (body and mentioned is not MentionType.PERSON and classify(run[-1].folded) is Noun.BODY):
            title = say(run[: titles[-1] + 1])
            if len(bare) == 1 and len(bare[0].text.strip(".")) == 1:
                return Decision(ONE, f"'{name}' gives an initial only", name)
            return Decision(PERSON, f"'{title}' is a title before the name '{say(bare)}'", name)
        if role in (Noun.PERSON, Noun.PEOPLE):
            return Decision(PERSON, f"'{core[start - 1].text}' says what '{name}' is", name)
        if role is Noun.BODY or (role is Noun.AGENT and (body or len(run) == 1)):
            return Decision(BODY, f"'{core[start - 1].text}' says what '{name}' is", name)
        if role is Noun.DOCUMENT or mentioned is MentionType.WORK:
            return Decision(DOCUMENT, f"'{name}' is the name of a document", name)
        if body:
            return Decision(BODY, f"'{name}' is the name of an institution", name)
        if len(name.strip(".")) == 1:
            return Decision(NONE, f"'{name}' is a letter, not a name", name)
        return Decision(PERSON, f"'{name}' is a person's name", name)


def _is_title(word: Word) -> bool:
    return word.folded in TITLES or (is_role(word.folded) and word.folded not in KNOWN_BODIES)


def _is_led(word: Word) -> bool:
    """Whether a word before a name says who bears it ("strategist") and is not an adjective ("conservative")."""
    return classify(word.folded) is Noun.PERSON and word.folded not in ADJECTIVES


def _determiner(core: list[Word]) -> str:
    folded = core[0].folded
    return folded if folded in DEFINITE | INDEFINITE else ""


def say(words: Sequence[Word]) -> str:
    """The words with a space between them."""
    return " ".join(word.text for word in words)
