"""Chinese and Korean names: syllables in several romanizations.

A Chinese name is one in pinyin or Wade-Giles: every syllable is in the inventory and the family name is among the
common ones. Wade-Giles is compared without its apostrophes, because print drops them, so *ch* may be zh, ch, j or q.
A Korean name is compared with what the romanizations (McCune-Reischauer, Revised, North Korean and personal ones)
treat differently made one. Words of such names begin with ``h:`` (pinyin), ``w:`` (Wade-Giles) or ``k:`` (Korean).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

EASTERN: Final = ("h:", "w:", "k:")

_INITIALS: Final = "b p m f d t n l g k h j q x zh ch sh r z c s".split()
_FINALS: Final = {
    "b p m": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "m": "iu ou e",
    "p": "ou",
    "f": "a o ei ou an en ang eng u",
    "d t": "a e ai ei ao ou an ang eng ong i ie iao ian ing u uo ui uan un iu",
    "n l": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan un v ue ia",
    "g k h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j q x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh ch sh": "i a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "r": "i e ao ou an en ang eng ong u ua uo ui uan un",
    "z c s": "i a e ai ei ao ou an en ang eng ong u uo ui uan un",
}
_BARE: Final = (
    "a o e ai ei ao ou an en ang eng er yi ya yo ye yao you yan yin yang ying yong yu yue yuan yun "
    "wu wa wo wai wei wan wen wang weng"
).split()
_WADE_INITIALS: Final = {
    "zh": "ch", "j": "ch", "q": "ch", "x": "hs", "r": "j", "z": "ts", "c": "ts", "b": "p", "d": "t", "g": "k",
}  # fmt: skip
_WADE_FINALS: Final = {"ian": "ien", "ong": "ung", "ie": "ieh", "ue": "ueh", "iong": "iung", "v": "u"}
_WADE_WHOLE: Final = {
    "zi": "tzu", "ci": "tzu", "si": "ssu", "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "er": "erh",
    "you": "yu", "yi": "i", "ye": "yeh", "yan": "yen", "yong": "yung", "yue": "yueh", "gui": "kuei", "kui": "kuei",
    "he": "ho", "ge": "ko", "ke": "ko", "e": "o",
}  # fmt: skip
_FAMILY: Final = frozenset(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng "
    "han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu lyu lv ding ren yao shen zhong "
    "cui tan fan wan shi liao jia xia fu fang zou xiong bai meng qin qiu hou yin xue lei yan duan long tao mao gu shao "
    "qian dai hong gong wen lai kong chang hao bi pang niu hang qi ge qu kang dan ji geng xing ouyang sima zhuge "
    "shangguan xiahou situ huangfu murong linghu dongfang gongsun wei bo ni mei zuo cen cong xin ke".split()
)
_WADE_SIGNS = re.compile(r"'|^hs|^ts|^tz|^ss|ieh$|ien$|ung$|ueh$|^k[ou]|^t[ou]|^p[aei]|ih$|^ch[iu]|^erh$|^j(?:en|u)")


def _inventory() -> dict[str, str]:
    """Every syllable of pinyin with its Wade-Giles form without apostrophe or umlaut."""
    syllables: dict[str, str] = {}
    for initials, finals in _FINALS.items():
        for initial in initials.split():
            for final in finals.split():
                wade = _WADE_INITIALS.get(initial, initial) + _WADE_FINALS.get(final, final)
                if final == "uo" and initial not in {"g", "k", "h", "sh"}:
                    wade = _WADE_INITIALS.get(initial, initial) + "o"
                syllables[initial + final] = wade
    for syllable in _BARE:
        syllables[syllable] = syllable
    return syllables | _WADE_WHOLE | {"lyu": "lu", "lv": "lu", "nyu": "nu", "nv": "nu"}


@cache
def _pinyin() -> dict[str, str]:
    return _inventory()


@cache
def _wade() -> frozenset[str]:
    return frozenset(_pinyin().values()) | {"hsu", "tzu", "szu", "tsu"}


@lru_cache(maxsize=32768)
def syllables(word: str) -> tuple[str, ...] | None:
    """A word cut into syllables of pinyin, or ``None`` where it cannot be; up to four, the longest cut first."""
    if not word:
        return ()
    if len(word) > 24:
        return None
    for size in range(min(6, len(word)), 0, -1):
        if word[:size] in _pinyin():
            rest = syllables(word[size:])
            if rest is not None and len(rest) < 4:
                return (word[:size], *rest)
    return None


def chinese(words: list[str], *, turned: bool = False) -> tuple[str, str] | None:
    """The given name and family name of a Chinese name, as words with a prefix, or ``None`` if it is none.

    Arguments:
        words: folded words of the name in the order written, apostrophes kept, hyphens taken apart.
        turned: the family name stands last, if it may.
    """
    if not 2 <= len(words) <= 4:
        return None
    plain = [word.replace("'", "") for word in words]
    signs = sum(bool(_WADE_SIGNS.search(word)) for word in words)
    in_pinyin = all(_pinyin_word(word, alone=len(words) > 2) for word in plain)
    wade = None
    if (signs or in_pinyin) and all(word in _wade() for word in plain):
        wade = _arranged(plain, "w:", _wade_families(), turned=turned)
    if in_pinyin and not any("'" in word and not _split_mark(word) for word in words):
        found = _arranged(plain, "h:", _FAMILY, turned=turned)
        # Chou En-lai: Lai is a family name, too, but the family name comes first.
        first = wade is not None and plain[0] not in _FAMILY and plain[0] in _wade_families()
        if found is not None and not (first and len(plain) > 2):
            return found
    return wade


@cache
def _wade_families() -> frozenset[str]:
    return frozenset(_wade_word(word) for word in _FAMILY)


def _split_mark(word: str) -> bool:
    """Whether an apostrophe parts two syllables, as in Xi'an."""
    first, _, second = word.partition("'")
    return second[:1] in {"a", "o", "e"} and first in _pinyin() and second in _pinyin()


def _pinyin_word(word: str, *, alone: bool) -> bool:
    cut = syllables(word)
    return cut is not None and 1 <= len(cut) <= (1 if alone and word not in _FAMILY else 2)


def _arranged(
    words: list[str], prefix: str, families: frozenset[str], *, turned: bool
) -> tuple[str, str] | None:
    if len(words) > 2 and words[0] + words[1] in families:
        words = [words[0] + words[1], *words[2:]]
    first, last = words[0] in families, words[-1] in families
    if not (first or last):
        return None
    # Where both might be the family name, the longer part is the given name; else the family name comes first.
    if first and last and len(words) == 2:
        first = len(syllables(words[0]) or ()) <= len(syllables(words[1]) or ())
    first = first and not (turned and last)
    family, given = (words[0], words[1:]) if first else (words[-1], words[:-1])
    if not given:
        return None
    return prefix + _without_umlaut("".join(given)), prefix + _without_umlaut(family)


def _without_umlaut(word: str) -> str:
    """Passports write l\u00fc as lyu or lv, print as lu."""
    return re.sub(r"(?<=[ln])(?:yu|v)(?=e|$)", "u", word)


@lru_cache(maxsize=16384)
def _wade_word(word: str) -> str:
    return "".join(_pinyin()[syllable] for syllable in syllables(word) or ())


_KOREAN_FAMILIES: Final = (
    "pak park bak/li lee ri yi rhee rhie ree/kim gim/choe choi chwe/chong jung jeong chung/no noh roh ro/yun yoon/"
    "im lim rim/o oh/u woo wu/an ahn/ryu yoo yu you ryoo lyu/paek baek paik baik/so seo suh/sin shin/mun moon/"
    "ku koo gu goo/ko go koh/cho jo joe/kang gang/kwon gwon kweon/hwang/ha/han/ho heo hur huh/chang jang/chon jeon jun "
    "chun/nam/pae bae/sim shim/min/yang ryang/won/hong/hyon hyun/kil gil/maeng/myong myung/pang bang/pyon byun/sok suk/"
    "son sohn/song/sung/chi ji/chin jin/chu joo ju/ra na la/yom ryom/thae tae/kye/kwak gwak kwag/om eom um/chae/cha/"
    "kuk/tong/ki/ok/to do/yon/ma/pong bong/mo"
)
"""Family names, parted by slashes, each with its romanizations."""


@cache
def _korean_family() -> dict[str, str]:
    return {word: words.split()[0] for words in _KOREAN_FAMILIES.split("/") for word in words.split()}


_KOREAN_SYLLABLE = (
    "(?:kk|tt|pp|ss|jj|ch'?|th|ph|kh|sh|[kgtdpbjsmnrlhyw]'?)?"
    "(?:yeo|yae|you|woo|weo|eui|eo|eu|ae|oe|oi|ui|wa|wo|we|wi|ya|yo|yu|ye|oo|ou|ee|a|e|i|o|u)"
    "(?:ng|k|g|n|l|r|m|p|b|t|d|s)?"
)
_ONE = re.compile(_KOREAN_SYLLABLE)
_TWO = re.compile(f"({_KOREAN_SYLLABLE})({_KOREAN_SYLLABLE})")
_LUMPS = [
    (re.compile(pattern), plain)
    for pattern, plain in (
        ("'", ""), ("^sh", "s"), ("ch|jj|j", "c"), ("kk|kh|k|g(?!$)|(?<!n)g", "k"), ("tt|th|d", "t"), ("pp|ph|b", "p"),
        ("ss", "s"), ("r", "l"), ("yeo|you|yu", "yo"), ("eui|ui|wi", "i"), ("weo", "wo"), ("woo|oo|ou|eo|eu|u", "o"),
        ("ee", "i"), ("oi", "oe"),
    )
]  # fmt: skip


def korean(words: list[str], *, turned: bool = False) -> tuple[str, str] | None:
    """The given name and family name of a Korean name, or ``None`` if it is none; the given name has two syllables.

    A name of one syllable tells so little that it is left to be compared letter by letter.

    Arguments:
        words, turned: as for ``chinese``.
    """
    if not 2 <= len(words) <= 3:
        return None
    ways = [(words[0], words[1:]), (words[-1], words[:-1])]
    for family, given in reversed(ways) if turned else ways:
        if family not in _korean_family():
            continue
        parts = given if len(given) == 2 else _two(given[0])
        if parts and all(_ONE.fullmatch(part) for part in parts):
            return "k:" + "".join(_lumped(part) for part in parts), "k:" + _korean_family()[family]
    return None


def _two(word: str) -> list[str]:
    found = _TWO.fullmatch(word)
    return list(found.groups()) if found else []


@lru_cache(maxsize=8192)
def _lumped(syllable: str) -> str:
    for pattern, plain in _LUMPS:
        syllable = pattern.sub(plain, syllable)
    return syllable


def agree_eastern(a: str, b: str) -> bool:
    """Whether two words of Chinese or Korean names may be one, at least one of them with a prefix."""
    if a[:2] in EASTERN and b[:2] in EASTERN:
        if a[0] == b[0]:
            return a == b
        return {a[0], b[0]} == {"h", "w"} and eastern_key(a) == eastern_key(b)
    bare, other = (a[2:], b) if a[:2] in EASTERN else (b[2:], a)
    return bare == other


def eastern_key(word: str) -> str:
    """What the same word has in common in all romanizations."""
    if word.startswith("h:"):
        return "w:" + _wade_word(word[2:])
    return word.replace("'", "")
