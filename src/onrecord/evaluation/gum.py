"""GUM's entities: CoNLL-U files whose ``Entity=`` brackets hold nested mentions and coreference.

Zeldes, *The GUM Corpus*, Language Resources and Evaluation 51, 2017; the format is that of CorefUD 1.0 (Nedoluzhko et
al. 2022, section 3): ``# global.Entity`` gives the order of the fields, ``(1-person-...`` opens a mention of entity 1,
``1)`` closes it. Only mentions of kinds that a reading has are kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from onrecord.errors import BadInput
from onrecord.evaluation.entity_gold import EntityText, GoldEntity, GoldMention
from onrecord.evaluation.mentions import is_office
from onrecord.types import MentionForm, MentionType, Span

_TYPES = {
    "person": frozenset({MentionType.PERSON}),
    "organization": frozenset({MentionType.ORGANIZATION}),
    "place": frozenset({MentionType.GEOPOLITICAL, MentionType.PLACE, MentionType.FACILITY}),
    "event": frozenset({MentionType.EVENT}),
    "object": frozenset({MentionType.OTHER, MentionType.WORK}),
}
_NAMED = frozenset({MentionType.OTHER, MentionType.WORK})
"""What a named one of GUM's other kinds (abstract, substance, animal, plant) may be: a law, a brand, a book."""
_LEFT_OUT = frozenset({"time", "quantity"})
"""Named or not: a reading has dates and quantities for these, and no mentions."""
_BRACKETS = re.compile(r"\((?P<open>[^()]+)(?P<closed>\)?)|(?P<close>[^()]+)\)")
_SMALL_PARTS = frozenset("de du da di la le von van der den al el bin ibn - – &".split())
"""Words inside a name that are no proper nouns themselves."""
_SMALL_PARTS_OF_BODIES = _SMALL_PARTS | frozenset("of for and the".split())


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    head: int
    universal: str
    own: str


@dataclass(slots=True)
class _Parsed:
    """A document while it is read; ``spans`` are first word, last word, entity, kind and least span."""

    name: str
    fields: list[str] = field(default_factory=list)
    text: str = ""
    words: list[_Word] = field(default_factory=list)
    spans: list[tuple[int, int, str, str, str]] = field(default_factory=list)


def texts(place: Path, *, genre: str | None = None, split: str | None = None) -> Iterator[EntityText]:
    """The documents of a file, of a folder of ``*.conllu``, or of GUM itself (a folder with ``dep`` and ``splits.md``).

    Args:
        genre, split: only documents of a genre ("news") and part ("dev"), which GUM's own folder tells.

    Raises:
        BadInput: there is none, or a file is not CoNLL-U with entities.
    """
    folder = place / "dep" if (place / "dep").is_dir() else place
    files = [place] if place.is_file() else sorted(folder.glob("*.conllu"))
    parts = _splits(place / "splits.md") if split else {}
    count = 0
    for file in files:
        if genre is not None and not file.stem.startswith(f"GUM_{genre}_"):
            continue
        if split is None or parts.get(file.stem) == split:
            count += 1
            yield replace(read(file), split=split or "")
    if not count:
        raise BadInput(f"{place} holds no such CoNLL-U file.", "Give a *.conllu file or a folder of them.")


def _splits(file: Path) -> dict[str, str]:
    if not file.is_file():
        raise BadInput(f"{file} is not there.", "Leave --split out, or give GUM's folder, which holds splits.md.")
    parts: dict[str, str] = {}
    part = ""
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("## "):
            part = line[3:].strip()
        elif line.strip().startswith("* "):
            parts[line.strip()[2:].strip()] = part
    return parts


def read(file: Path) -> EntityText:
    """One document: its text with a blank line between paragraphs, and its entities.

    Raises:
        BadInput: it is not CoNLL-U, or has no ``# global.Entity`` line.
    """
    parsed = _parse(file)
    mentions: dict[str, list[GoldMention]] = defaultdict(list)
    types: dict[str, frozenset[MentionType]] = {}
    for first, last, entity, kind, least in parsed.spans:
        mention = _mention(parsed, first, last, least, person=kind == "person")
        allowed = _TYPES.get(kind) or (_NAMED if mention.name and kind not in _LEFT_OUT else None)
        if "etype" not in parsed.fields:
            allowed = frozenset(MentionType)
        if allowed is not None:
            mentions[entity].append(mention)
            types[entity] = types.get(entity, frozenset()) | allowed
    entities = [
        GoldEntity(key, _longest(parsed.text, found), types[key], tuple(sorted(found, key=lambda m: m.span)))
        for key, found in mentions.items()
    ]
    return EntityText(parsed.name, parsed.text, tuple(entities))


def _longest(text: str, mentions: list[GoldMention]) -> str:
    names = [mention.name.of(text) for mention in mentions if mention.name]
    return max(names or [mention.span.of(text) for mention in mentions], key=len)


def _parse(file: Path) -> _Parsed:
    parsed = _Parsed(file.stem)
    opened: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    sentence, glued_until = 0, 0
    space, glued_space = "", ""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.startswith("# global.Entity"):
            parsed.fields = line.partition("=")[2].strip().split("-")
        elif line.startswith("# newpar") and parsed.text:
            space = "\n\n"
        elif not line:
            sentence = len(parsed.words)
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 10 or not parsed.fields:
            problem = "is no line of CoNLL-U" if parsed.fields else "comes before “# global.Entity”"
            raise BadInput(f"{file}: line {number} {problem}.", "Give CoNLL-U with entities in its MISC column.")
        if "-" in fields[0]:  # "8-9 mayor's": the words of a contraction are written together
            glued_until = len(parsed.words) + int(fields[0].split("-")[1]) - int(fields[0].split("-")[0])
            glued_space = "" if "SpaceAfter=No" in fields[9] else " "
        if not fields[0].isdigit():
            continue
        here = len(parsed.words)
        start = len(parsed.text) + len(space)
        parsed.text += space + fields[1]
        head = sentence + int(fields[6]) - 1 if fields[6] not in {"0", "_"} else -1
        parsed.words.append(_Word(start, start + len(fields[1]), head, fields[3], fields[4]))
        space = "" if here < glued_until or "SpaceAfter=No" in fields[9] else " "
        if here == glued_until and glued_until:
            space, glued_until = glued_space, 0
        _brackets(fields[9], here, parsed.fields, opened, parsed.spans)
    return parsed


def _brackets(
    misc: str,
    here: int,
    order: list[str],
    opened: dict[str, list[tuple[int, str, str]]],
    spans: list[tuple[int, int, str, str, str]],
) -> None:
    """Open and close mentions at one word."""
    value = next((item[7:] for item in misc.split("|") if item.startswith("Entity=")), "")
    for match in _BRACKETS.finditer(value):
        if match["open"]:
            values = dict(zip(order, match["open"].split("-", len(order) - 1), strict=False))
            entity, kind, least = values["GRP"], values.get("etype", ""), values.get("minspan", "")
            if match["closed"]:
                spans.append((here, here, entity, kind, least))
            else:
                opened[entity].append((here, kind, least))
        elif opened[match["close"].split("[")[0]]:
            first, kind, least = opened[match["close"].split("[")[0]].pop()
            spans.append((first, here, match["close"].split("[")[0], kind, least))


def _mention(parsed: _Parsed, first: int, last: int, least: str, *, person: bool) -> GoldMention:
    words = parsed.words
    if last > first and words[last].universal == "PART" and words[last].own == "POS":
        last -= 1  # GUM counts the 's of a possessive in
    span = Span(words[first].start, words[last].end)
    inside = range(first, last + 1)
    head = next((at for at in inside if words[at].head not in inside and words[at].universal != "PUNCT"), last)
    if words[head].universal == "PROPN":
        name = _name(parsed, first, last, head, _SMALL_PARTS if person else _SMALL_PARTS_OF_BODIES)
        if not (person and is_office(name.of(parsed.text))):
            return GoldMention(span, MentionForm.NAME, name, name)
    if words[head].universal in {"PRON", "DET"}:
        return GoldMention(span, MentionForm.PRONOUN, span)
    demonym = first == last and words[head].universal == "ADJ" and parsed.text[words[head].start].isupper()
    form = MentionForm.ADJECTIVE if demonym else MentionForm.NOMINAL
    given = [first + int(one) - 1 for one in least.split(",") if one.isdigit()]
    core = [at for at in given if at in inside] or [head]
    return GoldMention(span, form, Span(words[min(core)].start, words[max(core)].end))


def _name(parsed: _Parsed, first: int, last: int, head: int, small: frozenset[str]) -> Span:
    """The proper nouns around the head, with the small words between them ("Bank of England")."""
    begin = end = head
    for at in range(head - 1, first - 1, -1):
        if _proper(parsed, at):
            begin = at
        elif parsed.text[parsed.words[at].start : parsed.words[at].end] not in small:
            break
    for at in range(head + 1, last + 1):
        if _proper(parsed, at):
            end = at
        elif parsed.text[parsed.words[at].start : parsed.words[at].end] not in small:
            break
    return Span(parsed.words[begin].start, parsed.words[end].end)


def _proper(parsed: _Parsed, at: int) -> bool:
    word = parsed.words[at]
    return word.universal == "PROPN" or word.own in {"NNP", "NNPS"}
