"""Words in a form in which a deed and the noun for it are alike: "will close" and "the closure"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_NAME: Final = re.compile(r"(?:(?<=\s)|^)[A-Z][^\W_]*")
_LITTLE: Final = frozenset(
    "a an the this that these those it its he she they them his her their him we us our you your i my me who whom "
    "whose which what and or but nor if as at by for from in into of off on onto out over to up with about after "
    "before between during under than then there here so not no never n t s is am are was were be been being has "
    "have had do does did will would shall should can could may might must also just only very more most much many "
    "any some all both each every other such own same too again still yet now when where why how while because until "
    "since though although one ll re ve d said says say claim claims claimed report reports reported allegation "
    "allegations accusation accusations statement statements".split()
)
_IRREGULAR: Final = {
    form: stem
    for stem, forms in {
        "pay": "paid", "los": "lost lose loss", "dead": "die died dies death deaths dying dead deadly",
        "kil": "killing killings",
        "tak": "took taken take taking", "fal": "fell fallen fall", "sel": "sold sell sale sales selling",
        "bui": "bought buy",
        "ste": "stole stolen steal theft", "giv": "gave given give gift", "fly": "flew flown flight",
        "spe": "spent spend",
        "kno": "knew known know knowledge", "wri": "wrote written write", "hid": "hid hidden hide",
        "lea": "left leave leaving",
        "shoo": "shot shots shoot shooting shootings", "fin": "found find", "mak": "made make making",
        "met": "met meet meeting meetings",
        "hel": "held hold", "bui(l)": "built build building", "thro": "threw thrown throw", "rise": "rose risen rise",
        "gro": "grew grown grow growth", "bre": "broke broken break breach", "dri": "drove driven drive",
        "see": "saw seen see",
        "com": "came come", "go": "went gone go", "run": "ran run", "get": "got gotten get",
        "ris": "risk risks risky",
        "fun": "fund funds funded funding", "tor": "torture tortured", "pois": "poison poisoned poisoning",
        "bro": "bring brought", "sen": "sent send", "win": "won win", "hurt": "hurt hurts", "tel": "told tell",
        "beg": "began begun",
        "arr": "arrive arrived arrival", "dec": "decide decided decision", "exp": "expand expanded expansion",
        "fle": "fled flee",
        "inv": "invade invaded invasion", "cho": "chose chosen choose choice", "lie": "lied lying",
        "swa": "swap swapped",
    }.items()
    for form in forms.split()
}  # fmt: skip
_ENDINGS: Final = (
    "ization", "isation", "ations", "ation", "itions", "ition", "ments", "ment", "ings", "ing", "ures", "ure",
    "ions", "ion",
    "ances", "ance", "ences", "ence", "ally", "als", "al", "ers", "ors", "er", "or", "ies", "ied", "ed", "es",
    "ly", "s", "y", "e",
)  # fmt: skip
_SHORTEST: Final = 3


def named(said: str) -> frozenset[str]:
    """The stems of words that are capitalized inside what is said, which are mostly names."""
    return frozenset(_stem(match[0].lower()) for match in _NAME.finditer(said))


def stems(said: str) -> frozenset[str]:
    """The stems of the content words of some words; numbers stand for themselves."""
    return frozenset(_stem(word) for word in _WORD.findall(said.lower()) if word not in _LITTLE)


@lru_cache(maxsize=32_768)
def _stem(word: str) -> str:
    known = _IRREGULAR.get(word)
    if known is not None:
        return known
    if word[0].isdigit():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST and word[-1] == word[-2]:
        word = word[:-1]
    return word
