"""Names of bodies, places and other things inside one document: acronyms, short forms, demonyms."""

from __future__ import annotations

from typing import Final

_LEGAL: Final = frozenset(
    "inc incorporated corp corporation co company ltd limited llc llp plc gmbh ag sa nv bv oy ab asa spa srl pty group "
    "holdings holding".split()
)
_JOINING: Final = frozenset("of for the and on in to de du des la le & at".split())
DEMONYMS: Final = {
    "american": ("united states", "us", "usa", "america"), "british": ("britain", "united kingdom", "uk"),
    "dutch": ("netherlands", "holland"), "french": ("france",), "spanish": ("spain",), "greek": ("greece",),
    "danish": ("denmark",), "swiss": ("switzerland",), "welsh": ("wales",), "filipino": ("philippines",),
    "philippine": ("philippines",), "thai": ("thailand",), "turkish": ("turkey", "türkiye"), "finnish": ("finland",),
    "polish": ("poland",), "irish": ("ireland",), "czech": ("czech republic", "czechia"), "iraqi": ("iraq",),
    "emirati": ("united arab emirates", "uae"), "lebanese": ("lebanon",), "burmese": ("burma", "myanmar"),
    "congolese": ("congo",), "peruvian": ("peru",), "norwegian": ("norway",), "swedish": ("sweden",),
    "saudi": ("saudi arabia",), "cypriot": ("cyprus",), "chinese": ("china",), "iranian": ("iran",),
    "cuban": ("cuba",), "omani": ("oman",), "qatari": ("qatar",), "malian": ("mali",), "chadian": ("chad",),
    "european": ("europe", "european union", "eu"), "north korean": ("north korea",), "south korean": ("south korea",),
    "yemeni": ("yemen",), "palestinian": ("palestine",),
}  # fmt: skip
"""Demonyms whose country does not begin with the same four letters, or begins with fewer."""
_ENDINGS: Final = frozenset(
    "n an ian ean ese ish i ic ni ani lese stani a er ine nian vian gian rian tian lian dian".split()
)

_LONGEST_ENDING: Final = max(map(len, _ENDINGS))
_LEAST: Final = 4
"""Letters that a demonym has in common with its place, at least."""
_MOST_LOST: Final = 4
"""Letters of a place that its demonym does without, at most ("Germ-any")."""


def initials(name: list[str]) -> set[str]:
    """The acronyms a name may have, with and without its joining words ("of", "and")."""
    full = "".join(word[0] for word in name if word[0].isalnum())
    short = "".join(word[0] for word in name if word not in _JOINING and word[0].isalnum())
    return {full, short}


def is_acronym(written: str) -> bool:
    """Whether a name is written as an acronym: two to seven letters, most of them capitals."""
    letters = [character for character in written if character.isalpha()]
    return 2 <= len(letters) <= 7 and " " not in written and sum(c.isupper() for c in letters) * 3 >= 2 * len(letters)


def without_form(name: list[str]) -> list[str]:
    """A company's name without the words of its legal form at the end."""
    kept = list(name)
    while len(kept) > 1 and kept[-1] in _LEGAL:
        kept.pop()
    return kept


def is_short_form(short: list[str], long: list[str]) -> bool:
    """Whether a name begins as a longer one does ("Dunmore" for "Dunmore Marine Ltd")."""
    return 0 < len(short) < len(long) and long[: len(short)] == short and len(short[0]) > 2


def is_demonym(adjective: str, place: str) -> bool:
    """Whether an adjective ("Ugandan") is of a place ("Uganda")."""
    if adjective in DEMONYMS:
        return place in DEMONYMS[adjective]
    common = 0
    while common < min(len(adjective), len(place)) and adjective[common] == place[common]:
        common += 1
    return common >= _LEAST and adjective[common:] in _ENDINGS | {""} and len(place) - common <= _MOST_LOST


def stems_of_demonym(adjective: str) -> list[str]:
    """What an adjective may have in common with its place: all but an ending."""
    cuts = range(max(_LEAST, len(adjective) - _LONGEST_ENDING), len(adjective) + 1)
    return [adjective[:cut] for cut in cuts if not adjective[cut:] or adjective[cut:] in _ENDINGS]


def beginnings(place: str) -> list[str]:
    """What a place may have in common with its demonym: all but a few letters."""
    return [place[:cut] for cut in range(max(_LEAST, len(place) - _MOST_LOST), len(place) + 1)]
