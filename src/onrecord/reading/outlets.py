"""News outlets: what their names look like, and those known by a name that does not show it."""

from __future__ import annotations

import re

WORDS = frozenset({
    "advertiser", "agency", "argus", "broadcaster", "broadcasting", "bulletin", "chronicle", "courier", "daily",
    "digital", "dispatch", "echo", "enquirer", "examiner", "express", "fm", "gazeta", "gazette", "globe",
    "guardian", "haaretz", "herald", "independent", "inquirer", "journal", "ledger", "magazine", "mail",
    "media", "mercury", "mirror", "monitor", "network", "news", "newspaper", "newspapers", "newsroom",
    "newswire", "nightly", "novosti", "observer", "post", "press", "presse", "radio", "record", "register",
    "reporter", "review", "sentinel", "shimbun", "standard", "star", "sun", "telegraph", "television",
    "tidende", "times", "today", "tonight", "tribune", "tv", "weekly", "wire", "yomiuri", "zaman", "zeitung",
})  # fmt: skip
"""Words that the names of outlets hold or end in."""

STRONG = frozenset({
    "broadcasting", "bulletin", "chronicle", "courier", "dispatch", "gazette", "herald", "inquirer", "journal",
    "magazine", "news", "newspaper", "newspapers", "newsroom", "newswire", "nightly", "post", "press", "radio",
    "shimbun", "telegraph", "television", "times", "tribune", "tv", "zeitung",
})  # fmt: skip
"""Those that hardly any other name ends in."""

KNOWN = frozenset({
    "abc", "afp", "afrique", "aftonbladet", "agence france-presse", "al arabiya", "al jazeera", "al-monitor",
    "anadolu", "ani", "ansa", "antara", "ap", "ard", "ariana news", "ars technica", "associated press", "axios",
    "barron's", "barron’s", "bbc", "bellingcat", "bernama", "bild", "bloomberg", "breitbart", "buzzfeed",
    "caixin", "cbc", "cbs", "channel 4", "clarin", "clarín", "cnbc", "cnn", "corriere", "corriere della sera",
    "ctv", "dagens nyheter", "daily maverick", "dawn", "de volkskrant", "der spiegel", "deutsche welle",
    "die zeit", "dpa", "dw", "efe", "el pais", "el país", "espn", "euronews", "folha", "forbes", "fortune",
    "fox", "france 24", "ft", "gannett", "gizmodo", "globes", "globo", "haaretz", "helsingin sanomat",
    "huffington post", "huffpost", "ians", "interfax", "itar-tass", "itn", "itv", "jeune afrique",
    "just security", "khaama press", "kommersant", "kyodo", "la repubblica", "lawfare", "lbc", "le figaro",
    "le monde", "liberation", "libération", "marketwatch", "mashable", "mcclatchy", "meduza", "mother jones",
    "msnbc", "national review", "nbc", "new yorker", "newsweek", "nhk", "nikkei", "nos", "novaya gazeta", "npr",
    "nrk", "nyt", "o globo", "orf", "pa", "pa media", "pbs", "politico", "premium times", "press association",
    "propublica", "pti", "quartz", "rai", "reuters", "rfe/rl", "rferl", "rfi", "ria novosti", "roll call", "rt",
    "rte", "rté", "salon", "scmp", "sky", "sky news", "slate", "sportico", "sputnik", "stat", "statista news",
    "statnews", "stern", "svt", "tass", "techcrunch", "telegraaf", "the associated press", "the athletic",
    "the atlantic", "the economist", "the guardian", "the hill", "the hindu", "the independent",
    "the intercept", "the mirror", "the nation", "the new republic", "the new yorker", "the register",
    "the sun", "the telegraph", "the verge", "thomson reuters", "time", "tolonews", "ukrinform", "upi",
    "usa today", "vice", "voa", "voice of america", "vox", "wapo", "wired", "wsj", "xinhua", "yle", "yonhap",
    "zdf",
})  # fmt: skip
"""Outlets known by a name that does not show it, folded."""

_WHOLE_ONLY = frozenset({
    "abc", "ani", "ap", "ard", "bild", "caixin", "dawn", "dpa", "dw", "forbes", "fortune", "fox", "ft", "globe",
    "globes", "globo", "ians", "nos", "pa", "quartz", "rai", "rt", "rte", "salon", "sky", "slate", "sputnik",
    "stat", "stern", "time", "vice", "vox", "wired",
})  # fmt: skip
"""Known names that begin other names too: nothing but a day may follow ("Vice President" is no outlet)."""

_CONTINUED = frozenset({
    "1", "2", "24", "3", "4", "5", "7", "america", "arabic", "breakfast", "business", "daily", "digital",
    "english", "evening", "five", "four", "international", "live", "magazine", "morning", "news", "newsnight",
    "one", "online", "persian", "plus", "radio", "service", "sport", "sports", "sunday", "television", "three",
    "today", "tonight", "turkish", "tv", "two", "weekly", "world",
})  # fmt: skip
_WITH_THE = STRONG | frozenset({
    "courier", "examiner", "express", "globe", "guardian", "independent", "mail", "mirror", "observer",
    "standard", "star", "sun",
})  # fmt: skip
_FIRST = frozenset({"canal", "daily", "diario", "diário", "kanal", "radio", "sunday", "tv"})
_NO_OUTLET = re.compile(
    r"\b(?:health|energy|environment\w*|protection|intelligence|security|space|regulatory|medicines?|atomic|university|academic|"
    r"development|aid|refugee|un|u\.n|eu|federal|human|rights|state|social|railway|drugs?|standards|food|criminal|medical|"
    r"judicial|peer|election|military|border|transport|maritime|aviation|police|water|housing|children|astro\w+|biolog\w+|"
    r"chemi\w+|physic\w*|royal|england|quarterly|law|accounting|double|gold|silver|youth|support|crisis|enforcement)\b"
    r".*\b(?:agency|network|monitor|observer|review|register|record|standard|today|digital|media|press|guardian|advertiser|"
    r"journal|star|sun|echo|mirror|bulletin)$"
)
_NEWSY = frozenset({
    "abc", "broadcasting", "cbs", "fox", "journal", "nbc", "news", "post", "press", "radio", "sky",
    "television", "times", "tv", "wire",
})  # fmt: skip
_JOBS = frozenset({
    "anchor", "chief", "columnist", "correspondent", "editor", "host", "magazine", "political", "reporter",
    "writer",
})  # fmt: skip
_DAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\d+"
)


def find_outlet(name: str) -> str | None:
    """The beginning of a capitalized stretch that is the name of a news outlet, as written; ``None`` where none is.

    "CNN Thursday" gives "CNN"; "Vice President" gives ``None``.
    """
    words = _bare(name).split(" ")
    for length in range(len(words), 0, -1):
        candidate = _bare(" ".join(words[:length]))
        folded = candidate.lower().replace(".", "").removeprefix("the ")
        the = candidate[:4].lower() == "the "
        if folded in KNOWN or (f"the {folded}" in KNOWN and (the or " " in folded)):
            rest = words[length].lower() if length < len(words) else ""
            if folded in _WHOLE_ONLY and rest and not _DAY.fullmatch(rest):
                return None
            return candidate
        first, others = folded.split(" ", 1)[0], folded.split(" ")[1:]
        if not others:
            fits = the and folded in _WITH_THE
        else:
            known = first in KNOWN and set(others) <= _CONTINUED
            fits = known or (_looks_like_one(folded) and _may_follow(words, length))
        if fits:
            return candidate
    return None


def _looks_like_one(folded: str) -> bool:
    """Whether a name of several words, folded, is shaped as an outlet's is."""
    words = folded.split(" ")
    if _NO_OUTLET.search(folded):
        return False
    if words[-1] in ("agency", "network", "digital", "media"):
        return not _NEWSY.isdisjoint(words)
    return words[-1] in WORDS or words[0] in _FIRST


def _may_follow(words: list[str], length: int) -> bool:
    """Whether a name may end after ``length`` of the capitalized words: at their end, a possessive, a day, a job."""
    if length == len(words):
        return True
    following = words[length].lower()
    return bool(_DAY.fullmatch(following)) or following in _JOBS or words[length - 1].endswith(("'s", "’s"))


def _bare(name: str) -> str:
    return re.sub(r"(?:'s|’s)$", "", name.strip(" .,;:-'’"))
