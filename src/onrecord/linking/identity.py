"""Who an entity is beyond its document: the rule by which entities of many documents are one.

The rule looks at one document at a time, so that the outcome cannot depend on the order in which documents come:

- a person is known by a full name, of two words at least; a surname, a nickname or initials with a surname are not
  enough, and hold in their document only;
- any other entity is known by its full name; a name made of common words alone ("the Supreme Court", "the Front")
  could be another body in the next document, and holds in its document only;
- namesakes are told apart by a trait: the entry of a watch list that the entity certainly is, else the field of life
  that its roles show (a minister is not a goalkeeper). Documents that give no trait go with their namesakes as long as
  there is only one trait among them.

Nothing is ever merged because an alias agrees.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from onrecord.types import Entity, EntityId, Mention, MentionForm, MentionType, Reading
from onrecord.types.identity import Identity
from onrecord.types.words import name_key, words

_FOLDED_TYPES: Final = {MentionType.PLACE: MentionType.GEOPOLITICAL}

_TITLES: Final = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady sheikh sheik imam mullah maulvi mawlawi ayatollah hajji haji "
    "president premier minister chancellor senator congressman congresswoman representative rep sen gov governor mayor "
    "judge justice general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral king queen prince "
    "princess pope cardinal bishop archbishop rev reverend father sister brother king emperor ambassador secretary "
    "spokesman spokeswoman spokesperson chairman chairwoman chair director chief deputy acting former late".split()
)
"""Words before a name that are no part of it."""

_PARTICLES: Final = frozenset("al el bin ibn abu de da di du del della der den van von le la of jr sr ii iii".split())
"""Words of a name that alone do not make it full."""

_COMMON: Final = frozenset(
    "administration agency air alliance ambassador armed army assembly association authorities authority bank board "
    "border branch brigade bureau cabinet capital center central centre chamber church city civil club coalition "
    "college command commission committee communist company conference congress constitutional corporation corps "
    "council county court criminal customs defence defense democratic department district division economic economy "
    "education electoral embassy energy environment environmental executive faculty federal federation finance firm "
    "fleet force forces foreign foundation front fund general government governorate group guard hall headquarters "
    "health high hospital house human immigration independent industry inspectorate institute institution "
    "intelligence interior international jail joint judiciary justice kingdom labor labour league legislature liberal "
    "lower main military militia minister ministry mission movement municipal museum national navy network "
    "newspaper of office opposition organisation organization palace panel parliament parliamentary party people "
    "police political presidency presidential press prime prison prosecutor prosecutors province public reform "
    "region regional regulator republic republican reserve resistance revolutionary right rights royal ruling school "
    "secretariat secretary security senate service services social socialist society southern state states station "
    "supreme task team trade treasury tribunal union united university upper war watchdog western workers world "
    "north south east west northern eastern experts expert monitoring observers reporters the and for on in "
    "new old first second third".split()
)
"""Words that name kinds of bodies. A name with no other word is a description that fits one in every country."""

_DOCUMENTS: Final = frozenset(
    "analysis assessment audit bulletin communique dossier estimate file findings forecast inquiry investigation "
    "leaflet letter memo memorandum note outlook paper poll probe release report review ruling statement study survey "
    "update verdict".split()
)
"""Words for documents of which a body issues one after the other: "the UN report" is another one every year."""

_PROPER: Final = frozenset(
    {"united nations", "european union", "african union", "world bank", "united states", "united kingdom"}
)
"""Names made of common words that belong to one body only."""

_FIELDS: Final[Mapping[str, frozenset[str]]] = {
    "sport": frozenset(
        "athlete batsman boxer coach cricketer cyclist defender driver footballer forward goalkeeper golfer gymnast "
        "jockey midfielder pitcher quarterback referee runner skier sprinter striker swimmer umpire wrestler".split()
    ),
    "arts": frozenset(
        "actor actress artist author choreographer comedian composer conductor dancer dramatist filmmaker guitarist "
        "musician novelist painter playwright poet rapper sculptor singer songwriter violinist".split()
    ),
    "medicine and science": frozenset(
        "astronomer biologist cardiologist chemist dentist dermatologist ecologist epidemiologist geneticist geologist "
        "immunologist mathematician neurologist nurse pediatrician physician physicist psychiatrist seismologist "
        "surgeon veterinarian virologist zoologist".split()
    ),
    "public office": frozenset(
        "ambassador chancellor commissioner congressman congresswoman councillor councilor councilwoman councilman "
        "deputy diplomat emir envoy governor lawmaker legislator mayor minister premier president senator sultan "
        "king queen admiral brigadier colonel commander general lieutenant".split()
    ),
}
"""Fields of life that one person is seldom in twice, by the nouns of roles. Words of several fields ("director",
"captain", "doctor", "chief") are left out, so that a role proves nothing rather than too much."""

_INITIAL: Final = re.compile(r"^[^\W\d_]$")


def identify(reading: Reading) -> dict[EntityId, Identity]:
    """Who the named entities of a reading are; those without a name are left out."""
    text = reading.document.text
    mentions: dict[EntityId, list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        if mention.entity is not None:
            mentions[mention.entity].append(mention)
    found = {}
    for entity in reading.entities:
        written = _names(text, mentions[entity.id])
        if written:
            found[entity.id] = _identity(entity, written)
    return _namesakes_apart(found)


def _namesakes_apart(found: dict[EntityId, Identity]) -> dict[EntityId, Identity]:
    """Two persons of one name in one document are two, and which of them the next document means cannot be told."""
    named = Counter(one.key for one in found.values() if one.type is MentionType.PERSON)
    return {
        entity: replace(one, whole=False) if one.type is MentionType.PERSON and named[one.key] > 1 else one
        for entity, one in found.items()
    }


def _names(text: str, mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The names by which a document calls an entity, in text order."""
    named = [mention for mention in mentions if mention.form is MentionForm.NAME]
    return tuple(dict.fromkeys((mention.name or mention.span).of(text) for mention in named))


def _identity(entity: Entity, written: tuple[str, ...]) -> Identity:
    kind = _FOLDED_TYPES.get(entity.type, entity.type)
    keyed = {name: key for name in (entity.name, *written) if (key := _key(name, kind))}
    own = _key(entity.name, kind)
    known = {key for name, key in keyed.items() if name in written}
    if own not in known:  # the entity is called by its description; its name is the longest that the text gives
        own = max(known, key=lambda key: (len(key.split()), len(key), key), default=own)
    return Identity(
        type=kind,
        key=own,
        whole=bool(own) and entity.resolved and is_full_name(own, kind),
        trait=_trait(entity, kind),
        names=tuple(dict.fromkeys((*written, *(name for name in [entity.name] if _key(name, kind) == own)))),
    )


def _key(name: str, kind: MentionType) -> str:
    """A name without the titles before it."""
    parts = name_key(name).split()
    if kind is MentionType.PERSON:
        while len(parts) > 1 and parts[0] in _TITLES:
            parts = parts[1:]
    return " ".join(parts)


def is_full_name(key: str, kind: MentionType) -> bool:
    """Whether a name says who this is in every document.

    Args:
        key: a name as `onrecord.types.words.name_key` gives it.
        kind: what the name is of.
    """
    parts = key.split()
    if kind is MentionType.PERSON:
        telling = [part for part in parts if part not in _PARTICLES and not _INITIAL.match(part)]
        return len(telling) >= 2
    if kind is MentionType.WORK and set(parts) & _DOCUMENTS:
        return False
    if kind in {MentionType.WORK, MentionType.EVENT, MentionType.OTHER}:
        return len(parts) >= 2 and any(part not in _COMMON and not part.isdigit() for part in parts)
    return key in _PROPER or any(part not in _COMMON and not part.isdigit() for part in parts)


def _trait(entity: Entity, kind: MentionType) -> str | None:
    """The entry of a watch list that an entity certainly is, else the one field of life that its roles show."""
    entries = sorted(f"list:{link.list}:{link.id}" for link in entity.links if link.certain)
    if entries:
        return entries[0]
    if kind is not MentionType.PERSON:
        return None
    said = {word for role in entity.roles for word in words(role)}
    fields = [field for field, nouns in _FIELDS.items() if said & nouns]
    return f"field:{fields[0]}" if len(fields) == 1 else None
