"""Gold for entities: every mention of everyone and everything that is named or quoted, and who each source is.

Our own gold is TOML (:func:`texts`); the same types hold what is read from GUM (:mod:`onrecord.evaluation.gum`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from onrecord.errors import BadInput
from onrecord.evaluation import gold
from onrecord.evaluation.places import Entry, file_entries
from onrecord.types import MentionForm, MentionType, Span

Label = TypeVar("Label", MentionType, MentionForm)

PRONOUNS = frozenset("he she they it him her them his their its hers theirs".split())
"""What makes a source a pronoun source; "who", "I" and "we" do not."""
_TEXT = frozenset("id of text split field register features entity source".split())
_ENTITY = frozenset("key name type mentions roles issuer affiliation anonymity resolved reason members".split())
_MENTION = frozenset("s n form name head".split())
_SOURCE = frozenset("words entity".split())


@dataclass(frozen=True, slots=True)
class GoldMention:
    """One mention.

    Attributes:
        name: the bare name, of mentions that hold one.
        core: the least that a reader must find of it: the bare name, the pronoun, or the head of the phrase.
    """

    span: Span
    form: MentionForm
    core: Span
    name: Span | None = None


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """One entity of a text.

    Attributes:
        types: its type; several where the gold is coarser than we are, and any of them is right.
        members: keys of those who are meant together ("Smith and Jones", "they").
        resolved, reason, issuer, affiliation, anonymity, roles: as on :class:`onrecord.types.Entity`; ``issuer`` and
            ``affiliation`` are keys.
    """

    key: str
    name: str
    types: frozenset[MentionType]
    mentions: tuple[GoldMention, ...]
    roles: tuple[str, ...] = ()
    issuer: str | None = None
    affiliation: str | None = None
    anonymity: str | None = None
    resolved: bool = True
    reason: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldSource:
    """The words of an attribution's source, and the key of the entity they refer to."""

    span: Span
    entity: str
    pronoun: bool


@dataclass(frozen=True, slots=True)
class EntityText:
    """One text with its entities.

    Attributes:
        split: ``test`` is measured on and not looked at, ``dev`` is developed on.
        features: what makes the text worth having, in free words.
    """

    id: str
    text: str
    entities: tuple[GoldEntity, ...]
    sources: tuple[GoldSource, ...] = ()
    split: str = ""
    field: str = ""
    features: tuple[str, ...] = ()

    def entity(self, key: str) -> GoldEntity:
        """The entity of a key.

        Raises:
            KeyError: there is none.
        """
        for entity in self.entities:
            if entity.key == key:
                return entity
        raise KeyError(key)


def texts(folder: Path, split: str | None = None) -> Iterator[EntityText]:
    """Every text of every ``*.toml`` in a folder, by file name; of one part where ``split`` names it.

    A text that says ``of = "court-01"`` is the text of that id in the folder ``attribution`` beside this one.

    Raises:
        BadInput: a file is not TOML, holds an unknown key, label or word, or says the same thing twice.
    """
    others: dict[str, str] | None = None
    seen: set[str] = set()
    for file in sorted(folder.glob("*.toml")):
        for entry in file_entries(file):
            raw = entry.raw
            if "of" in raw:
                if others is None:
                    beside = gold.texts(folder.parent / "attribution")
                    others = {item.article.name: item.article.text for item in beside}
                if raw["of"] not in others:
                    raise _bad(entry, f"no text of the attribution gold is called {raw['of']}", "Correct its “of”.")
                entry = Entry(file, {**raw, "text": others[raw["of"]]})  # noqa: PLW2901
            if entry.id in seen:
                raise _bad(entry, "another text has the same id", "Give each text an id of its own.")
            seen.add(entry.id)
            if split in {None, raw.get("split")}:
                yield _text(entry)


def _text(entry: Entry) -> EntityText:
    raw = entry.raw
    _known(entry, raw, _TEXT)
    if raw.get("split") not in {"dev", "test"}:
        raise _bad(entry, "its split is neither dev nor test", 'Say split = "dev" or split = "test".')
    entities = tuple(_entity(entry, item) for item in raw.get("entity", []))
    _distinct(entry, [entity.key for entity in entities], "the key of an entity")
    _distinct(entry, [mention.span for entity in entities for mention in entity.mentions], "a mention")
    keys = {entity.key for entity in entities}
    for entity in entities:
        for key in (entity.issuer, entity.affiliation, *entity.members):
            if key is not None and key not in keys:
                raise _bad(entry, f"{entity.key} points to {key}, which is no key", "Correct the key.")
    sources = tuple(_source(entry, item, keys) for item in raw.get("source", []))
    _distinct(entry, [source.span for source in sources], "a source")
    return EntityText(
        entry.id, entry.text, entities, sources, raw["split"], raw.get("field", ""), tuple(raw.get("features", ()))
    )


def _entity(entry: Entry, item: Mapping[str, Any]) -> GoldEntity:
    _known(entry, item, _ENTITY)
    resolved = item.get("resolved", True)
    if resolved is ("reason" in item):
        raise _bad(entry, f"{item['key']} has a reason and is resolved, or neither", "Give both or none.")
    mentions = tuple(sorted((_mention(entry, one) for one in item["mentions"]), key=lambda one: one.span))
    if not mentions:
        raise _bad(entry, f"{item['key']} has no mention", "Mark where it is mentioned.")
    return GoldEntity(
        key=item["key"],
        name=item["name"],
        types=frozenset({_label(entry, MentionType, item["type"])}),
        mentions=mentions,
        roles=tuple(item.get("roles", ())),
        issuer=item.get("issuer"),
        affiliation=item.get("affiliation"),
        anonymity=item.get("anonymity"),
        resolved=resolved,
        reason=item.get("reason"),
        members=tuple(item.get("members", ())),
    )


def _mention(entry: Entry, item: str | Mapping[str, Any]) -> GoldMention:
    if isinstance(item, str):
        item = {"s": item}
    _known(entry, item, _MENTION)
    (span,) = entry.spans({"s": item["s"], "n": item["n"]} if "n" in item else item["s"])
    form = _label(entry, MentionForm, item.get("form", "name"))
    name = _inside(entry, span, item.get("name", item["s"])) if form is MentionForm.NAME else None
    core = _inside(entry, span, item["head"]) if "head" in item else name or _last_word(entry.text, span, form)
    return GoldMention(span, form, core, name)


def _inside(entry: Entry, span: Span, words: str) -> Span:
    at = entry.text.find(words, span.start, span.end)
    if at < 0:
        raise _bad(entry, f"“{words}” does not stand in “{span.of(entry.text)}”", "Correct the words.")
    return Span(at, at + len(words))


def _last_word(text: str, span: Span, form: MentionForm) -> Span:
    if form is not MentionForm.NOMINAL:
        return span
    return Span(span.start + span.of(text).rfind(" ") + 1, span.end)


def _source(entry: Entry, item: Mapping[str, Any], keys: set[str]) -> GoldSource:
    _known(entry, item, _SOURCE)
    (span,) = entry.spans(item["words"])
    if item["entity"] not in keys:
        raise _bad(entry, f"the source “{span.of(entry.text)}” points to {item['entity']}", "Correct the key.")
    return GoldSource(span, item["entity"], span.of(entry.text).lower() in PRONOUNS)


def _label(entry: Entry, labels: type[Label], given: str) -> Label:
    try:
        return labels(given)
    except ValueError as error:
        raise _bad(entry, f"“{given}” is no label", f"Use {', '.join(label.value for label in labels)}.") from error


def _known(entry: Entry, item: Mapping[str, Any], keys: frozenset[str]) -> None:
    unknown = sorted(set(item) - keys)
    if unknown:
        raise _bad(entry, f"“{unknown[0]}” is an unknown key", f"Use {', '.join(sorted(keys))}.")


def _distinct(entry: Entry, items: list[Any], what: str) -> None:
    for number, item in enumerate(items):
        if item in items[:number]:
            shown = f"“{item.of(entry.text)}” at {item.start}" if isinstance(item, Span) else item
            raise _bad(entry, f"{what}, {shown}, is given twice", "Leave one out.")


def _bad(entry: Entry, problem: str, remedy: str) -> BadInput:
    return BadInput(f"{entry.file}: text {entry.id}: {problem}.", remedy)
