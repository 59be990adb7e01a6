"""Two names of organizations: whether they are one name. All words that say which organization it is must be on both
sides; legal forms and words like "group" may be missing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from onrecord.linking.watchlists import tables
from onrecord.linking.watchlists.agreement import Agreement, agree
from onrecord.linking.watchlists.answers import COMMON_BODY, NOTHING, Answer, Comparison
from onrecord.linking.watchlists.entries import NameQuality
from onrecord.linking.watchlists.index import significant
from onrecord.linking.watchlists.name_table import ARTICLE, FORM
from onrecord.linking.watchlists.organization_names import OrganizationName, has_number
from onrecord.linking.watchlists.sounds import cost, sounds
from onrecord.linking.watchlists.weights import COMMON, ENOUGH, LONG_WORD, RARE, USUAL, is_general

GENERAL_MOST: Final = 1.5
"""What all general words of a name may tell together: "National Development Bank" is the name of many."""
ARTICLE_WEIGHT: Final = 1.0
"""What the Arabic article tells that both names have: no English word is "al-Noun"."""
LENGTH_WEIGHT: Final = 1.0
"""What the length of a long single word tells."""
PRIMARY_WEIGHT: Final = 1.0
"""What it tells that one word of middling length is the name under which the list has the entry, not an alias."""
SHORT_WORD: Final = 5
VERY_LONG_WORD: Final = 10
"""Letters under which one word tells little, and from which it tells enough even where a legal form is left out."""
COUNTRY_WEIGHT: Final = 2.5
"""What a country tells among the words of a longer name: there are many central banks, and one of Cuba."""
MANY_WORDS: Final = 3
MORE_WEIGHT: Final = 0.5
"""What each word beyond ``MANY_WORDS`` tells, because long names do not agree by chance."""
NEAR_SHARE: Final = 0.7
TRANSLATED_SHARE: Final = 0.5
"""What another word for the same kind of body tells (Brigade, Katibat), of what the same word would."""
ONE_WORD_COST: Final = 0.45
"""Up to which cost of spelling two one-word names are one; "Interpol" is not "Interpal"."""
APART: Final = 0.3
"""How far apart two names are taken to be whose words are not all the same to the letter."""
PARTLY: Final = 6.0
"""Weight from which a name that lacks one word of the other is worth a person's look."""

_Match = tuple[str, str, Agreement]


def compare_organizations(
    written: OrganizationName,
    words: Sequence[str],
    flags: int,
    quality: NameQuality,
    weigh: Callable[[str], float],
) -> Comparison:
    """Compare a name as written with one as listed.

    Arguments:
        words: of the listed name, as in a ``NameTable``; flags: of its first word; weigh: what a listed word tells.
    """
    matches, extra, unsaid = _match(written.words, words)
    if not matches:
        return NOTHING
    firm_extra, firm_unsaid = _firm(extra), _firm(unsaid)
    if firm_extra and firm_unsaid:
        return NOTHING
    weight = _weight(matches, weigh)
    one_word = len(significant(written.words)) == 1 and not any(is_general(listed) for _, listed, _ in matches)
    if one_word:
        spelled, listed, agreement = matches[0]
        if spelled in tables.known_acronyms() or (
            agreement is not Agreement.EXACT and cost(sounds(spelled), sounds(listed)) > ONE_WORD_COST
        ):
            return NOTHING
        weight += _by_itself(listed, quality, bare=not flags & FORM or written.form)
    weight += ARTICLE_WEIGHT if flags & ARTICLE and written.article and len(matches) == 1 else 0.0
    complete = not firm_extra and not firm_unsaid
    near = sum(agreement is Agreement.NEAR for _, _, agreement in matches)
    agreeing = _agreeing(matches)
    exact = complete and not extra and not unsaid and all(agreement is Agreement.EXACT for *_, agreement in matches)
    against = _against(firm_extra, firm_unsaid, quality, near)
    fits = complete and quality is not NameQuality.LOW and near < max(1, len(matches) - 1)
    if set(extra) | set(unsaid) and any(listed in tables.common_names() for _, listed, _ in matches):
        fits, against = False, [*against, "it may be a person's name that the organization bears"]
    if len(written.words) == 1 and unsaid:
        return NOTHING  # the Taliban are not Tehrik-e-Taliban
    if not complete:
        if weight >= PARTLY and len(firm_extra) + len(firm_unsaid) == 1 and not any(map(has_number, extra + unsaid)):
            return Comparison(Answer.UNSURE, weight - USUAL, False, False, agreeing, tuple(against))
        return NOTHING
    if fits and weight >= ENOUGH:
        return Comparison(Answer.LINK, weight, exact, True, agreeing, tuple(against), 0.0 if exact else APART)
    same = all(agreement is Agreement.EXACT or agree(a, b) >= Agreement.SOUND for a, b, agreement in matches)
    if not same and all(is_general(listed) for _, listed, _ in matches):
        return NOTHING
    if near == len(matches) or weight < (COMMON + 1.5 if len(matches) == 1 else COMMON + 0.5):
        return NOTHING
    if fits:
        against.append(COMMON_BODY)
    return Comparison(Answer.UNSURE, weight, exact, fits, agreeing, tuple(against), 0.0 if exact else APART)


def _by_itself(word: str, quality: NameQuality, *, bare: bool) -> float:
    """What it tells beside its rarity that a word is the whole name.

    Arguments:
        bare: the list gives it without a legal form, or the text has one too. "Arizona S.A." is called after a place,
            and so may many be.
    """
    if len(word) < SHORT_WORD:
        return -1.0
    if not bare:
        return LENGTH_WEIGHT if len(word) >= VERY_LONG_WORD else 0.0
    if len(word) >= LONG_WORD:
        return LENGTH_WEIGHT
    return PRIMARY_WEIGHT if quality is NameQuality.PRIMARY else 0.0


def _match(written: Sequence[str], listed: Sequence[str]) -> tuple[list[_Match], list[str], list[str]]:
    """Words that agree, in any order; words left on each side."""
    left = list(listed)
    matches: list[_Match] = []
    extra = []
    for word in written:
        best: Agreement = Agreement.NONE
        place = -1
        for at, other in enumerate(left):
            agreement = _agree(word, other)
            if agreement > best:
                best, place = agreement, at
        if best is Agreement.NONE:
            extra.append(word)
        else:
            matches.append((word, left.pop(place), best))
    if len(extra) + len(left) == 3 and extra and left:
        matches += _written_together(extra, left)
    return matches, extra, left


def _agree(a: str, b: str) -> Agreement:
    if a == b:
        return Agreement.EXACT
    table = tables.organization_words()
    first, second = table.get(a), table.get(b)
    if first or second:
        same = first is not None and second is not None and first.group == second.group
        return Agreement.SOUND if same else Agreement.NONE
    if len(a) < 3 or len(b) < 3:
        return Agreement.NONE
    if a[:-1] == b or b[:-1] == a:
        return Agreement.SOUND if len(a) > 4 and (a + "s" == b or b + "s" == a) else agree(a, b)
    found = agree(a, b)
    if found is Agreement.NONE or has_number(a) or has_number(b):
        return Agreement.NONE
    ordinary = tables.ordinary_words()
    return Agreement.NONE if a in ordinary or b in ordinary else found


def _written_together(extra: list[str], left: list[str]) -> list[_Match]:
    """Two words of one name that the other writes as one."""
    found: list[_Match] = []
    for one, other, turned in ((extra, left, False), (left, extra, True)):
        for at in range(len(one) - 1):
            both = one[at] + one[at + 1]
            fitting = (i for i, word in enumerate(other) if len(both) > 5 and agree(both, word) >= Agreement.SOUND)
            place = next(fitting, -1)
            if place >= 0:
                single = other.pop(place)
                pair = f"{one[at]} {one[at + 1]}"
                found.append((single, pair, Agreement.SOUND) if turned else (pair, single, Agreement.SOUND))
                del one[at : at + 2]
                break
    return found


def _firm(words: Sequence[str]) -> list[str]:
    table = tables.organization_words()
    forms = tables.forms()
    return [word for word in words if word not in forms and not (word in table and table[word].optional)]


def _weight(matches: Sequence[_Match], weigh: Callable[[str], float]) -> float:
    general = rest = 0.0
    countries = tables.country_words()
    for written, listed, agreement in matches:
        share = NEAR_SHARE if agreement is Agreement.NEAR else 1.0
        if agreement is Agreement.SOUND and is_general(listed) and written.rstrip("s") != listed.rstrip("s"):
            share = TRANSLATED_SHARE
        told = max(RARE, weigh(listed)) if " " in listed else weigh(listed) * share
        if listed in countries and len(matches) >= MANY_WORDS:
            rest += COUNTRY_WEIGHT
        elif is_general(listed):
            general += told
        else:
            rest += told
    many = max(0, len(matches) - MANY_WORDS) * MORE_WEIGHT
    return rest + min(GENERAL_MOST, general) + many


def _agreeing(matches: Sequence[_Match]) -> str:
    exact = [written.title() for written, _, agreement in matches if agreement is Agreement.EXACT]
    other = [f"{a.title()} as {b.title()}" for a, b, agreement in matches if agreement is not Agreement.EXACT]
    parts = []
    if exact:
        parts.append(f"{', '.join(exact)} to the letter")
    if other:
        parts.append(f"{', '.join(other)} by transliteration or another word for it")
    return "; ".join(parts)


def _against(extra: list[str], unsaid: list[str], quality: NameQuality, near: int) -> list[str]:
    found = []
    if unsaid:
        found.append(f"the text lacks {', '.join(unsaid).title()}")
    if extra:
        found.append(f"the list lacks {', '.join(extra).title()}")
    if near:
        found.append("the spelling differs by more than transliteration does")
    if quality is NameQuality.LOW:
        found.append("the list itself calls this alias weak")
    return found
