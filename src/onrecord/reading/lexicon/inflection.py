"""Base forms of English words, as far as a lexicon needs them: an irregular table and rules of endings.

A word may have several base forms ("found": find, found; "hoping": hope, hop). All that the spelling allows are
given, likeliest first; a lexicon keeps those it holds. American spelling is the base form of British spelling.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_IRREGULAR: Final = {
    form: base
    for base, forms in {
        "be": "am is are was were been being 's 're 'm",
        "have": "has had having 've",
        "do": "does did done doing",
        "can": "ca",
        "will": "wo 'll",
        "would": "'d",
        "shall": "sha",
        "abide": "abode", "arise": "arose arisen", "awake": "awoke awoken", "bear": "bore borne born",
        "beat": "beaten", "become": "became", "befall": "befell befallen", "beget": "begot begotten",
        "begin": "began begun", "behold": "beheld", "bend": "bent", "beseech": "besought", "bid": "bade bidden",
        "bind": "bound", "bite": "bit bitten", "bleed": "bled", "blow": "blew blown", "break": "broke broken",
        "breed": "bred", "bring": "brought", "build": "built", "burn": "burnt", "buy": "bought", "catch": "caught",
        "choose": "chose chosen", "cling": "clung", "come": "came", "creep": "crept", "deal": "dealt", "dig": "dug",
        "draw": "drew drawn", "dream": "dreamt", "drink": "drank drunk", "drive": "drove driven", "dwell": "dwelt",
        "eat": "ate eaten", "fall": "fell fallen", "feed": "fed", "feel": "felt", "fight": "fought", "find": "found",
        "flee": "fled", "fling": "flung", "fly": "flew flown flies", "forbid": "forbade forbidden",
        "forecast": "forecasted", "foresee": "foresaw foreseen", "foretell": "foretold", "forget": "forgot forgotten",
        "forgive": "forgave forgiven", "forgo": "forwent forgone", "forsake": "forsook forsaken",
        "freeze": "froze frozen", "gainsay": "gainsaid", "get": "got gotten", "give": "gave given",
        "go": "went gone goes",
        "grind": "ground", "grow": "grew grown", "hang": "hung", "hear": "heard", "hide": "hid hidden", "hold": "held",
        "keep": "kept", "kneel": "knelt", "know": "knew known", "lay": "laid", "lead": "led", "leap": "leapt",
        "learn": "learnt", "leave": "left", "lend": "lent", "lie": "lying lain", "light": "lit", "lose": "lost",
        "make": "made", "mean": "meant", "meet": "met", "mislead": "misled", "mistake": "mistook mistaken",
        "misunderstand": "misunderstood", "mow": "mown", "outdo": "outdid outdone", "overcome": "overcame",
        "oversee": "oversaw overseen", "overtake": "overtook overtaken", "overthrow": "overthrew overthrown",
        "partake": "partook partaken", "pay": "paid", "plead": "pled", "prove": "proven", "read": "",
        "rebuild": "rebuilt", "ride": "rode ridden", "ring": "rang rung", "rise": "rose risen", "run": "ran",
        "say": "said", "see": "saw seen", "seek": "sought", "sell": "sold", "send": "sent", "shake": "shook shaken",
        "shine": "shone", "shoot": "shot", "show": "shown", "shrink": "shrank shrunk", "sing": "sang sung",
        "sink": "sank sunk", "sit": "sat", "sleep": "slept", "slide": "slid", "smell": "smelt", "speak": "spoke spoken",
        "speed": "sped", "spell": "spelt", "spend": "spent", "spin": "spun", "spring": "sprang sprung",
        "stand": "stood", "steal": "stole stolen", "stick": "stuck", "sting": "stung", "stride": "strode",
        "strike": "struck stricken", "strive": "strove striven", "swear": "swore sworn", "sweep": "swept",
        "swell": "swollen", "swim": "swam swum", "swing": "swung", "take": "took taken", "teach": "taught",
        "tear": "tore torn", "tell": "told", "think": "thought", "throw": "threw thrown", "tread": "trod trodden",
        "undergo": "underwent undergone", "understand": "understood", "undertake": "undertook undertaken",
        "undo": "undid undone", "uphold": "upheld", "wake": "woke woken", "wear": "wore worn", "weave": "wove woven",
        "weep": "wept", "win": "won", "wind": "wound", "withdraw": "withdrew withdrawn", "withhold": "withheld",
        "withstand": "withstood", "wring": "wrung", "write": "wrote written", "rewrite": "rewrote rewritten",
        "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet",
        "analysis": "analyses", "hypothesis": "hypotheses", "thesis": "theses", "crisis": "crises",
    }.items()
    for form in forms.split()
}  # fmt: skip

_PARTICIPLES: Final = frozenset(
    "beaten become been begun bent bidden bitten borne bound bought bred broken brought built burnt cast caught "
    "chosen come cut dealt done drawn driven drunk eaten fallen fed felt forbidden forecast foreseen foretold "
    "forgotten forgiven fought found frozen given gone gotten grown heard held hidden hit hung hurt kept known "
    "laid led left lent let lost made meant met misled mistaken overcome overseen overtaken overthrown paid "
    "proven put quit read rebuilt ridden risen run rung said seen sent set shaken shot shown shrunk shut sold "
    "sought spent split spoken spread spun stolen stood struck stuck stung sung sunk sworn swept taken taught "
    "thought thrown told torn understood undertaken undergone undone upheld withdrawn withheld woken won worn "
    "wound woven written".split()
)
"""Past participles that do not end in "-ed"."""

_PASTS: Final = frozenset(
    "abode arose awoke ate bade beat became befell began beheld bent besought bit bled blew bore bought bound "
    "bred broke brought built burnt came cast caught chose clung cost crept cut dealt did drank dreamt drew drove "
    "dug dwelt fed fell felt fled flew flung forbade foresaw foretold forgave forgot fought found froze gainsaid "
    "gave got grew ground had heard held hid hit hung hurt kept knelt knew laid lay leapt learnt led left lent "
    "let lit lost made meant met misled mistook overcame oversaw overtook overthrew paid partook pled put quit "
    "ran rang read rebuilt rewrote rode rose said sang sank sat saw sent set shone shook shot shrank shut slept "
    "slid smelt sold sought sped spelt spent split spoke spread sprang spun stank stole stood strode strove "
    "struck stuck stung swam swept swore swung taught thought threw told took tore trod undertook underwent undid "
    "understood upheld wept went withdrew withheld withstood woke won wore wound wove wrote wrung was were could "
    "would might should".split()
)
"""Simple pasts that do not end in "-ed"."""

_BRITISH: Final = {
    "favour": "favor", "rumour": "rumor", "honour": "honor", "labour": "labor", "judgement": "judgment",
    "sceptical": "skeptical", "clamour": "clamor", "acknowledgement": "acknowledgment", "licence": "license",
    "programme": "program", "analyse": "analyze", "endeavour": "endeavor", "defence": "defense",
    "offence": "offense", "rumoured": "rumored", "favoured": "favored",
}  # fmt: skip

_VOWELS: Final = frozenset("aeiou")


@lru_cache(maxsize=65_536)
def base_forms(word: str) -> tuple[str, ...]:
    """All base forms that a lowercase word may have, itself last, likeliest first.

    >>> base_forms("denied")
    ('deny', 'denie', 'deni', 'denied')
    """
    word = word.replace("’", "'")
    found: dict[str, None] = {}
    irregular = _IRREGULAR.get(word)
    if irregular:
        found[irregular] = None
    else:
        for stem in _stems(word):
            found[stem] = None
    found[word] = None
    for form in tuple(found):
        american = _american(form)
        if american:
            found[american] = None
    return tuple(found)


def is_participle(word: str) -> bool:
    """Whether a lowercase word may be a past participle."""
    return _stripped(word) in _PARTICIPLES or (word.endswith("ed") and len(word) > 3)


def is_gerund(word: str) -> bool:
    """Whether a lowercase word may be a verb's "-ing" form."""
    return word.endswith("ing") and len(word) > 4 and any(letter in "aeiouy" for letter in word[:-3])


def _stems(word: str) -> list[str]:
    """Stems by ending; many more than there are words, as the lexicon chooses."""
    size = len(word)
    if size > 4 and word.endswith("ies"):
        return [word[:-3] + "y", word[:-1]]
    if size > 3 and word.endswith("es"):
        return [word[:-1], word[:-2]]
    if size > 3 and word.endswith("s") and not word.endswith("ss"):
        return [word[:-1]]
    if size > 4 and word.endswith("ied"):
        return [word[:-3] + "y", word[:-1], word[:-2]]
    if size > 3 and word.endswith("ed"):
        return _undone(word[:-2])
    if size > 4 and word.endswith("ing"):
        stem = word[:-3]
        return [*_undone(stem), *([stem[:-1] + "ie"] if stem.endswith("y") else [])]
    return []


def _undone(stem: str) -> list[str]:
    """What a stem before "-ed" or "-ing" may be: "claim", "believ(e)", "plan(n)", "mimic(k)"."""
    undone = [stem, stem + "e"]
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        undone.insert(1, stem[:-1])
    elif stem.endswith("ck"):
        undone.append(stem[:-1])
    return undone


def _american(word: str) -> str | None:
    known = _BRITISH.get(word)
    if known:
        return known
    if len(word) > 6 and word.endswith(("ise", "yse")):
        return word[:-2] + "ze"
    return None


def is_past(word: str) -> bool:
    """Whether a lowercase word may be a simple past."""
    return _stripped(word) in _PASTS or (word.endswith("ed") and len(word) > 3)


def _stripped(word: str) -> str:
    """A word without a prefix that leaves its inflection as it is ("misread", "outsold", "re-elected")."""
    for prefix in ("mis", "re-", "re", "over", "out", "under", "un"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            stem = word[len(prefix) :]
            if stem in _PASTS or stem in _PARTICIPLES:
                return stem
    return word
