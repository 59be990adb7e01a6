"""Two names of persons: whether they are one name, by the words they share, lack and contradict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.linking.watchlists.agreement import Agreement
from onrecord.linking.watchlists.answers import COMMON_NAMES, NOTHING, Answer, Comparison
from onrecord.linking.watchlists.entries import NameQuality
from onrecord.linking.watchlists.name_table import FAMILY, ORDERED, PATRONYMIC, SOFT
from onrecord.linking.watchlists.pairing import Pair, Pairing, pair_off
from onrecord.linking.watchlists.person_names import NameWord, PersonName
from onrecord.linking.watchlists.romanization import EASTERN
from onrecord.linking.watchlists.sounds import cost, sounds
from onrecord.linking.watchlists.weights import COMMON, ENOUGH, INITIAL, RARE, USUAL
from onrecord.linking.watchlists.wording import shared_words, shown

NEAR_SHARE: Final = 0.7
"""What a word that agrees but nearly tells, of what it would tell if it agreed."""
TITLE_WEIGHT: Final = 1.0
"""What a title tells that both one-word names carry ("Mullah Baradar")."""
ENOUGH_AND_MORE: Final = 5.0
"""What a name must tell at least that is longer in the text than on the list."""
UNSAID: Final = 0.25
"""How much farther from the name each word is that the text lacks."""
MISSING_SHARE: Final = 1 / 3
"""Part of the listed words that may be missing."""

Weigh = Callable[[str], float]
"""What a listed word tells, on the scale of ``weights``."""


def compare_persons(
    written: PersonName,
    words: Sequence[str],
    flags: Sequence[int],
    quality: NameQuality,
    weigh: Weigh,
    *,
    same_title: bool = False,
) -> Comparison:
    """Compare a name as written with one as listed.

    Arguments:
        words, flags: of the listed name, as in a ``NameTable``.
        same_title: both stand with the same honorific.
    """
    pairing = pair_off([word.text for word in written.words], words, [word.joined for word in written.words])
    if not pairing.pairs:
        return NOTHING
    names = _Names(written, words, flags, quality, pairing)
    if names.contradict():
        return NOTHING
    weight = sum(_told(pair, weigh) for pair in pairing.pairs)
    if len(pairing.pairs) == 1 and len(pairing.pairs[0].at) == 1:
        return _one_word(names, weight) if same_title else NOTHING
    if not names.settled(weigh):
        return NOTHING
    fits = names.fit()
    against = names.against()
    if (fits and weight >= ENOUGH) or (weight >= ENOUGH_AND_MORE and names.more_in_the_middle()):
        answer = Answer.LINK
    elif weight >= ENOUGH or (names.complete and pairing.in_order and quality is not NameQuality.LOW):
        answer = Answer.UNSURE
        against += [COMMON_NAMES] if fits else []
    else:
        return NOTHING
    apart = _apart(pairing.pairs) + UNSAID * len(names.unsaid)
    return Comparison(answer, weight, names.exact, fits, shared_words(pairing.pairs), tuple(against), apart)


@dataclass(frozen=True, slots=True)
class _Names:
    """Two names with their words paired off."""

    written: PersonName
    words: Sequence[str]
    flags: Sequence[int]
    quality: NameQuality
    pairing: Pairing

    @property
    def extra(self) -> list[NameWord]:
        """Words that only the text has, but titles, and patronymics where the list gives none."""
        bare = not any(flag & PATRONYMIC for flag in self.flags)
        more = (self.written.words[at] for at in self.pairing.extra)
        return [word for word in more if not word.soft and not (word.patronymic and bare)]

    @property
    def unsaid(self) -> list[int]:
        """Places of words that only the list has, but titles and patronymics."""
        return [place for place in self.pairing.unsaid if not self.flags[place] & (PATRONYMIC | SOFT)]

    @property
    def complete(self) -> bool:
        return not self.extra and not self.unsaid

    @property
    def exact(self) -> bool:
        return self.complete and all(pair.agreement is Agreement.EXACT for pair in self.pairing.pairs)

    @property
    def near(self) -> int:
        """Words that agree but nearly."""
        return sum(pair.agreement is Agreement.NEAR for pair in self.pairing.pairs)

    def contradict(self) -> bool:
        """Whether one name has a word in place of another: another given name, patronymic, or title that is a name."""
        soft = any(self.written.words[at].soft for at in self.pairing.extra)
        if soft and (self.unsaid or any(self.flags[place] & SOFT for place in self.pairing.unsaid)):
            return True
        patronymic = any(self.written.words[at].patronymic for at in self.pairing.extra)
        if patronymic and any(self.flags[place] & PATRONYMIC for place in self.pairing.unsaid):
            return True
        if self.extra and self.unsaid:
            return True
        # Where the list begins with a given name that the text lacks, the text may mean the father.
        return 0 in self.unsaid and len(self.words) > 2 and len(self.pairing.pairs) < 3

    def settled(self, weigh: Weigh) -> bool:
        """Whether two words agree, or a rare one and two initials; and not all of them but nearly."""
        full = [pair for pair in self.pairing.pairs if pair.agreement is not Agreement.INITIAL]
        by_initials = len(full) == 1 and len(self.pairing.pairs) >= 3 and weigh(full[0].listed) >= RARE
        enough = by_initials or sum(len(pair.at) for pair in full) >= 2
        return enough and self.near < max(2, len(self.pairing.pairs) - 1)

    def fit(self) -> bool:
        """Whether nothing is in the way of a link but what the shared words weigh."""
        whole = self.complete or (not self.extra and self.may_be_missing())
        return whole and self.pairing.in_order and self.quality is not NameQuality.LOW

    def may_be_missing(self) -> bool:
        """Whether the listed words that the text lacks are such as print leaves out: not the family's."""
        core = [place for place in range(len(self.words)) if not self.flags[place] & (PATRONYMIC | SOFT)]
        if not core or len(self.unsaid) > max(1.0, MISSING_SHARE * len(core)):
            return False
        if any(word.startswith(EASTERN) for word in self.words):
            return False
        matched = {place for pair in self.pairing.pairs for place in pair.listed_at}
        families = [place for place in core if self.flags[place] & FAMILY]
        if self.flags[0] & ORDERED and families:
            given = {place for place in core if not self.flags[place] & FAMILY}
            return families[0] in matched and (not given or bool(matched & given))
        if core[0] in matched and core[-1] in matched:
            return True
        return len(core) >= 4 and len(matched & set(core)) >= 3

    def more_in_the_middle(self) -> bool:
        """Whether the text gives the whole listed name and one more in its middle, as a father's or second name."""
        if self.unsaid or len(self.extra) != 1 or self.quality is NameQuality.LOW or not self.pairing.in_order:
            return False
        at = self.written.words.index(self.extra[0])
        return self.pairing.pairs[0].at[0] < at < self.pairing.pairs[-1].at[0]

    def against(self) -> list[str]:
        """What speaks against the two being one, in words."""
        found = []
        if self.unsaid:
            found.append(f"the text lacks {', '.join(shown(self.words[place]) for place in self.unsaid)}")
        if self.extra:
            found.append(f"the list lacks {', '.join(shown(word.text) for word in self.extra)}")
        if not self.pairing.in_order:
            found.append("the names stand in another order")
        if self.near:
            found.append("the spelling differs by more than transliteration does")
        if self.quality is NameQuality.LOW:
            found.append("the list itself calls this alias weak")
        return found


def _told(pair: Pair, weigh: Weigh) -> float:
    if pair.agreement is Agreement.INITIAL:
        return INITIAL
    # A rare spelling of a common name is common.
    told = min(sum(weigh(word) for word in side.split()) for side in (pair.listed, pair.written))
    if " " in pair.written:
        told = max(told, USUAL)
    return told * (NEAR_SHARE if pair.agreement is Agreement.NEAR else 1.0)


def _one_word(names: _Names, weight: float) -> Comparison:
    """One word in common, with one title: something only if it is the whole of both names."""
    one = names.pairing.pairs[0]
    listed = sum(not flag & SOFT for flag in names.flags)
    if not names.complete or len(names.written.core) > 1 or listed > 1:
        return NOTHING
    if names.quality is NameQuality.LOW or one.agreement < Agreement.SOUND or weight <= COMMON + INITIAL:
        return NOTHING
    told = weight + TITLE_WEIGHT
    agreeing = f"{shared_words([one])}, which the list gives as a name by itself, and its title"
    if told >= ENOUGH:
        return Comparison(Answer.LINK, told, one.agreement is Agreement.EXACT, True, agreeing)
    return Comparison(Answer.UNSURE, told, False, True, agreeing, ("one name only, and not a rare one",))


def _apart(pairs: Sequence[Pair]) -> float:
    """What the spellings cost together."""
    return sum(
        cost(sounds(pair.written.replace(" ", "")), sounds(pair.listed.replace(" ", "")))
        for pair in pairs
        if pair.agreement in {Agreement.SOUND, Agreement.NEAR} and not pair.written.startswith(EASTERN)
    )
