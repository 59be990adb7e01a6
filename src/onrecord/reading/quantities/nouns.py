"""The noun that a number counts, with the modifiers before it ("200 government soldiers").

Where parts of speech are known, the noun phrase is the run of adjectives and nouns after the number up to its last
noun. Without them it is the words up to the first plural noun: a number other than one is followed by a plural, and
what comes before the plural modifies it.
"""

from __future__ import annotations

import itertools

from onrecord.reading.quantities.words import Kind, Words
from onrecord.reading.syntax import Syntax

_STOPS = frozenset(
    "a an the this that these those my your his her its our their of in on at to for from by with without within into"
    " onto over under above below between among through during before after since until till against across along"
    " around about near behind beyond despite toward towards upon as than per via amid off out up down and or but nor"
    " so yet if when while where who whom whose which what how why whether because though although unless is are was"
    " were be been being am has have had having do does did will would can could may might must shall should not no n"
    " he she it they we you i him them us me one two three four five six seven eight nine ten there here then now ago"
    " already also too still ever never just only even again away back today yesterday tomorrow tonight each every all"
    " both some any many much several few more less fewer said called named dubbed titled says say"
    " told according like including excluding compared versus vs either neither such once twice together alone apart"
    " respectively instead altogether perhaps however therefore meanwhile monday tuesday wednesday thursday friday"
    " saturday sunday january february april last next june july august september october november december lower s re"
    " ve ll".split()
)
_PARTICIPLES = frozenset(
    "paid lost held found sold signed tested closed continued failed reported left known taken registered given".split()
)
"""Verbs that often stand before a noun as its adjectives ("216 paid staffers")."""
_VERBS = frozenset(
    "died die dies fled fell rose came come comes went go goes got get gets left leave took take made make makes gave"
    " give gives won lost lose loses ran saw see sees found find held kept keep keeps led met paid pays put puts sat"
    " sit sits sent send sends stood began begin begins became become becomes broke brought built bought caught chose"
    " drew drove fought flew grew knew lay lived live remained say seem seemed seems showed spent stayed sold signed"
    " swam survived survive voted needed wanted worked faced joined join received receive suffered suffer sustained"
    " reported attended escaped arrived believe believed think thought felt feel agreed agree disagreed disagree"
    " refused served serve turned gathered marched drowned perished vanished disappeared resigned returned crossed"
    " entered reached moved opened closed ended started failed passed followed continued continue gone seen known"
    " given shown being supported opposed oppose needs wants remains".split()
)
_IRREGULAR = frozenset(
    "people men women children police personnel staff crew troops cattle sheep fish aircraft spacecraft feet teeth"
    " mice geese oxen series species headquarters offspring livestock poultry deer salmon media data criteria"
    " phenomena bacteria viruses fungi alumni cacti nuclei crises theses analyses bases diagnoses oases women's"
    " servicemen servicewomen policemen policewomen firemen fishermen businessmen businesswomen gunmen lawmen"
    " congressmen congresswomen chairmen spokesmen clergymen schoolchildren grandchildren stepchildren townspeople"
    " tradespeople salespeople horsepower yen clergy folk youth faithful gentry cavalry infantry sweepstakes others"
    " lives wives knives halves leaves loaves wolves shelves thieves faculty".split()
)
_NO_PLURAL = frozenset(
    "is was has does this thus his its as us yes plus minus perhaps across always sometimes besides afterwards"
    " towards whereas unless versus overseas various previous serious religious famous dangerous anonymous indigenous"
    " enormous numerous nervous continuous precious vicious suspicious mysterious civilis less gross cross press mass"
    " class business illness process success access princess mattress address wireless homeless endless helpless"
    " armless jobless seamless stress dress loss boss glass grass brass express congress progress campus virus bus gas"
    " bias census consensus bonus status corpus genus focus chorus crisis basis analysis thesis emphasis paris texas"
    " kansas arkansas illinois los las des les alas christmas sars aids news politics economics physics mathematics"
    " athletics gymnastics diabetes measles rabies ss".split()
)
_RESULT = frozenset({"dead", "wounded", "injured", "missing", "hurt", "homeless", "unemployed"})
"""Adjectives that stand for those they are said of ("left 12 dead and 30 injured")."""
_NOUN_RUN = 7
"""Words that a noun phrase is followed over; longer ones are lists or mistakes."""
_OPEN, _CLOSE = frozenset("“\"‘"), frozenset("”\"’")


def counted(words: Words, at: int, one: bool, syntax: Syntax | None) -> tuple[int, int] | None:
    """The words of the noun phrase that begins after a number, if there is one.

    Args:
        at: the word after the number.
        one: the number is one, or a share of something, so that the noun may be singular.
        syntax: parts of speech, where they are known.
    """
    while words.low[at] in ("more", "of") and words.kind[at + 1] == Kind.WORD and words.low[at] == "more":
        at += 1
    if words.kind[at] == Kind.BREAK:
        return None
    if words.low[at] in _RESULT and not _goes_on(words, at):
        return at, at + 1
    if words.low[at] in ("others", "other") and not _goes_on(words, at) and words.low[at] == "others":
        return at, at + 1
    run = _run(words, at)
    if not run:
        return None
    if syntax is not None and all(first == end for (_, end), (first, _) in itertools.pairwise(run)):
        found = _by_head(words, at, run, syntax) or _by_parts_of_speech(words, run, syntax)
        if found is not None or _is_verb(words, at, run[0][0], syntax):
            return found
    return _by_plural(words, run, one)


def _is_verb(words: Words, at: int, first: int, syntax: Syntax) -> bool:
    """Whether the word after a number is the verb that the number itself is an argument of ("12 attended")."""
    number, unit = syntax.unit_at(words.start[at - 1]), syntax.unit_at(words.start[first])
    if unit is None or number is None or syntax.pos_of(unit) not in ("VERB", "AUX"):
        return False
    return syntax.relation_of(unit) != "amod" and syntax.relation_of(number) != "nummod"


def _goes_on(words: Words, at: int) -> bool:
    """Whether a noun may follow a word in its phrase."""
    following = words.low[at + 1]
    return words.kind[at + 1] == Kind.WORD and following not in _STOPS and following not in _VERBS


def _run(words: Words, at: int) -> list[tuple[int, int]]:
    """The words that may be one noun phrase, those with hyphens as one, as (first, end)."""
    low, kind = words.low, words.kind
    run: list[tuple[int, int]] = []
    place = at
    quoted = False
    while len(run) < _NOUN_RUN:
        if low[place] in _OPEN and not quoted and kind[place + 1] == Kind.WORD:
            quoted, place = True, place + 1
            continue
        if low[place] in _CLOSE and quoted:
            quoted, place = False, place + 1
            continue
        if low[place] == "," and run and _list_of_adjectives(words, place):
            place += 1
            continue
        if low[place] in ("and", "or") and run and _modifiers_joined(words, run, place):
            place += 1
            continue
        if kind[place] != Kind.WORD:
            break
        if low[place] in _STOPS and not (_coded(words, place) or _capital_name(words, place)):
            break
        first = place
        place += 1
        # "A350s", "MiG-29s", "pick-ups", "X-ray"
        while words.glued(place) and (
            kind[place] in (Kind.WORD, Kind.NUMBER)
            or (low[place] in "-‑&." and words.glued(place + 1) and kind[place + 1] in (Kind.WORD, Kind.NUMBER))
        ):
            place += 1
        run.append((first, place))
    return run


def _coded(words: Words, place: int) -> bool:
    """Whether a letter is the first of a code ("A350s")."""
    return words.kind[place + 1] == Kind.NUMBER and words.glued(place + 1)


def _modifiers_joined(words: Words, run: list[tuple[int, int]], place: int) -> bool:
    """Whether "and" joins two modifiers of a noun to come ("two lobbying and consulting firms")."""
    following = place + 1
    return (
        not any(_plural(words.of(first, end)) for first, end in run)
        and not any(words.low[first] in _VERBS or words.low[first].endswith("ed") for first, _ in run)
        and words.kind[following] == Kind.WORD
        and words.low[following] not in _STOPS
        and words.low[following] not in _VERBS
        and words.kind[following + 1] == Kind.WORD
        and _plural(words.raw[following + 1])
        and not _plural(words.raw[following])
    )


def _capital_name(words: Words, place: int) -> bool:
    """Whether a word of grammar is a name here ("12 US troops", "three May Day marches")."""
    return words.raw[place] in ("US", "IT") or (words.raw[place] == "May" and words.raw[place + 1] == "Day")


def _list_of_adjectives(words: Words, comma: int) -> bool:
    """Whether the comma parts two adjectives of a noun ("small, poor villages")."""
    after = words.low[comma + 1]
    return (
        words.kind[comma + 1] == Kind.WORD
        and after not in _STOPS
        and not words.raw[comma + 1][0].isupper()
        and _plural(words.raw[comma + 2])
        and words.low[comma + 2] not in _VERBS
        and not _plural(words.raw[comma - 1])
    )


def _by_head(words: Words, at: int, run: list[tuple[int, int]], syntax: Syntax) -> tuple[int, int] | None:
    """The words up to the noun that the number hangs on, if that is one of the run."""
    unit = syntax.unit_at(words.start[at - 1])
    if unit is None or syntax.relation_of(unit) != "nummod":
        return None
    head = syntax.head_of(unit)
    if head is None or syntax.pos_of(head) not in ("NOUN", "PROPN"):
        return None
    for first, end in run:
        if words.start[first] <= syntax.start[head] < words.end[end - 1]:
            return run[0][0], end
    return None


def _by_parts_of_speech(words: Words, run: list[tuple[int, int]], syntax: Syntax) -> tuple[int, int] | None:
    last: int | None = None
    for place, (first, end) in enumerate(run):
        unit = syntax.unit_at(words.start[first])
        if unit is None:
            break
        pos = syntax.pos_of(unit)
        if pos in ("NOUN", "PROPN"):
            last = place
        elif last is not None and pos != "ADJ":
            break
        elif pos in ("VERB", "AUX"):
            if syntax.relation_of(unit) != "amod" and end == first + 1:
                break
        elif pos not in ("ADJ", "ADV", "NUM", "X", "SYM"):
            break
    if last is None:
        return None
    # An adjective after the noun begins something else ("12 people dead").
    nouns = [
        place
        for place in range(last + 1)
        if (unit := syntax.unit_at(words.start[run[place][0]])) is not None
        and syntax.pos_of(unit) in ("NOUN", "PROPN")
    ]
    head = nouns[0]
    for place in nouns[1:]:
        if place != head + 1:
            break
        head = place
    return run[0][0], run[head][1]


def _by_plural(words: Words, run: list[tuple[int, int]], one: bool) -> tuple[int, int] | None:
    heads = [place for place, (first, end) in enumerate(run) if _plural(words.of(first, end))]
    if one and (not heads or heads[0] > 0):
        return _singular(words, run, heads[0] if heads else None)
    if not heads:
        return None
    head = heads[0]
    if any(words.low[first] in _VERBS - _PARTICIPLES and end == first + 1 for first, end in run[:head]):
        return None
    while head + 1 in heads and words.low[run[head + 1][0]] not in _VERBS:
        head += 1
    return run[0][0], run[head][1]


def _singular(words: Words, run: list[tuple[int, int]], plural: int | None) -> tuple[int, int] | None:
    """The phrase of a singular noun: up to the first word that looks like a verb."""
    last = 0
    for place, (_, end) in enumerate(run):
        word = words.low[end - 1]
        if place and (word in _VERBS or word in _RESULT or word.endswith(("ed", "ly"))):
            break
        last = place
        if place == plural:
            break
    first = run[0][0]
    if last == 0 and words.low[first].endswith("ed"):
        return None
    return None if words.low[first] in _VERBS or words.low[first].endswith("ly") else (first, run[last][1])


def _plural(word: str) -> bool:
    low = word.lower()
    if "-" in low and low.rpartition("-")[2]:
        low = low.rpartition("-")[2]
    if low in _IRREGULAR:
        return True
    if len(low) < 3 or low[-1] != "s" or low in _NO_PLURAL or low in _VERBS:
        return False
    return not low.endswith(("ss", "ous", "sis", "wards")) or word[-2:].isdigit()


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    return _plural(word)


def stops(word: str) -> bool:
    """Whether a word, lowercase, belongs to grammar, so that no noun phrase goes over it."""
    return word in _STOPS or word in _VERBS


_PERSONS = frozenset(
    "people person persons man men woman women child children boy boys girl girls baby babies infant infants toddler"
    " toddlers teenager teenagers youth youths adult adults student students pupil pupils teacher teachers citizen"
    " citizens civilian civilians resident residents inhabitant inhabitants villager villagers local locals refugee"
    " refugees migrant migrants asylum-seeker asylum-seekers evacuee evacuees returnee returnees passenger passengers"
    " crew staff personnel police troops soldier soldiers officer officers fighter fighters rebel rebels militant"
    " militants insurgent insurgents combatant combatants gunman gunmen terrorist terrorists extremist extremists"
    " jihadist jihadists peacekeeper peacekeepers marine marines sailor sailors pilot pilots recruit recruits defender"
    " defenders bystander bystanders victim victims casualty casualties survivor survivors patient patients doctor"
    " doctors nurse nurses worker workers employee employees laborer laborers labourer labourers miner miners driver"
    " drivers farmer farmers mechanic mechanics engineer engineers scientist scientists researcher researchers expert"
    " experts economist economists analyst analysts lawyer lawyers judge judges juror jurors justice justices"
    " prosecutor prosecutors defendant defendants suspect suspects convict convicts prisoner prisoners detainee"
    " detainees inmate inmates hostage hostages captive captives witness witnesses respondent respondents participant"
    " participants volunteer volunteers viewer viewers spectator spectators fan fans visitor visitors tourist tourists"
    " traveler travelers traveller travellers guest guests customer customers client clients subscriber subscribers"
    " user users consumer consumers shareholder shareholders investor investors depositor depositors creditor"
    " creditors owner owners tenant tenants member members minister ministers official officials diplomat diplomats"
    " lawmaker lawmakers legislator legislators senator senators deputy deputies delegate delegates councillor"
    " councillors councilor councilors mayor mayors governor governors candidate candidates voter voters supporter"
    " supporters protester protesters protestor protestors demonstrator demonstrators activist activists observer"
    " observers monitor monitors journalist journalists reporter reporters individual individuals widow widows orphan"
    " orphans parent parents mother mothers father fathers son sons daughter daughters brother brothers sister sisters"
    " grandchildren grandchild diver divers climber climbers hiker hikers swimmer swimmers athlete athletes player"
    " players coach coaches screenwriter screenwriters actor actors artist artists writer writers author authors"
    " musician musicians monk monks nun nuns priest priests bishop bishops pilgrim pilgrims worshipper worshippers"
    " immigrant immigrants emigrant emigrants foreigner foreigners national nationals christian christians muslim"
    " muslims jew jews american americans syrian syrians afghan afghans ukrainian ukrainians russian russians"
    " palestinian palestinians israeli israelis iraqi iraqis burglar burglars robber robbers smuggler smugglers"
    " trafficker traffickers hacker hackers firefighter firefighters paramedic paramedics rescuer rescuers guard"
    " guards policeman policemen commander commanders leader leaders dead wounded injured others pensioner pensioners"
    " retiree retirees applicant applicants trainee trainees graduate graduates staffer staffers aide aides director"
    " directors manager managers executive executives inspector inspectors agent agents mercenary mercenaries"
    " lives".split()
)


def is_person(word: str) -> bool:
    """Whether a noun, lowercase, counts people."""
    return word in _PERSONS
