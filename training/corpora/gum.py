"""GUM (Zeldes 2017): discourse units, syntax, entities and coreference, and, for want of PolNeAR, attributions.

Discourse units come from ``Discourse=`` and entities from ``Entity=`` in the CoNLL-U files; attributions from the
relations of that name in the RST trees: the satellite unit holds source and cue (found by its dependencies), the
nucleus is the content.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from onrecord.evaluation.polnear import Fragments, GoldArticle, GoldAttribution
from onrecord.reading.tokens import Wordpieces
from training.corpora import polnear
from training.corpora.words import Reference, Word, with_references, with_syntax
from training.features import Article, Example, mention_labels

_BRACKET = re.compile(r"(\(?)(\d+)(?:-([a-z]+)[^()]*)?(\)?)")
_IN_NAME = frozenset({"flat", "compound", "fixed", "goeswith", "nmod:unmarked", "case", "det", "cc", "nummod"})
_TYPES: dict[str, tuple[str, ...]] = {
    "person": ("person",), "organization": ("organization",), "place": ("geopolitical", "place", "facility"),
    "event": ("event",), "object": ("other", "work"),
}  # fmt: skip


@dataclass(slots=True)
class Parsed:
    """A document's text, its words, the places of the words that begin a discourse unit, and its mentions."""

    text: str = ""
    words: list[Word] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)


def load(data: Path, wordpieces: Wordpieces) -> list[Article]:
    """All documents but those of the dev, test and test2 splits, with all layers but attributions."""
    return [Article([layered(parsed(file), wordpieces)]) for file in _files(data)]


def layered(document: Parsed, wordpieces: Wordpieces) -> Example:
    """One document with discourse units, syntax, names, entity types and coreference."""
    example = with_syntax(clauses(document, wordpieces), document.words)
    example = with_references(example, document.words, document.references, others=True)
    names, unsure = _names(document)
    return replace(example, mentions=mention_labels(example.tokens, names, unsure))


def load_attributions(data: Path, wordpieces: Wordpieces) -> list[Article]:
    """The same documents with discourse units and attributions."""
    found = []
    for file in _files(data):
        document = parsed(file)
        gold = GoldArticle(file.stem, "", document.text, tuple(_attributions(document, _tree(data, file.stem))))
        example = polnear.example(wordpieces(document.text), gold)
        found.append(Article([replace(example, clauses=clauses(document, wordpieces).clauses)]))
    return found


def clauses(document: Parsed, wordpieces: Wordpieces) -> Example:
    """One document with a 1 on every unit that begins a discourse unit."""
    tokens = wordpieces(document.text)
    labels = np.zeros(tokens.units, np.int64)
    for begin in document.begins:
        unit = int(np.searchsorted(tokens.unit_end, document.words[begin].start, side="right"))
        if unit < tokens.units:
            labels[unit] = 1
    return Example(tokens, clauses=labels)


def parsed(file: Path) -> Parsed:
    """Read one CoNLL-U file."""
    document = Parsed()
    opened: dict[str, list[tuple[int, str]]] = defaultdict(list)
    spans: list[tuple[int, int, str, str]] = []
    kinds: dict[str, str] = {}
    sentence = 0
    glued: set[int] = set()
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("# newpar") and document.text:
            document.text += "\n\n"
        if not line:
            sentence = len(document.words)
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if "-" in fields[0]:  # "8-9 daughter's": the words of a contraction are written together
            first, last = fields[0].split("-")
            glued = {len(document.words) + at for at in range(int(last) - int(first))}
            if "SpaceAfter=No" in fields[9]:
                glued.add(len(document.words) + int(last) - int(first))
        if not fields[0].isdigit():
            continue
        if "Discourse=" in fields[9]:
            document.begins.append(len(document.words))
        start = len(document.text)
        head = int(fields[6])
        here = len(document.words)
        document.words.append(
            Word(start, start + len(fields[1]), sentence + head - 1 if head else -1, fields[7], fields[3], fields[4])
        )
        document.text += fields[1] + ("" if "SpaceAfter=No" in fields[9] or here in glued else " ")
        for opening, name, kind, closing in _BRACKET.findall(_field(fields[9], "Entity")):
            if opening:
                kinds[name] = kind or kinds.get(name, "")
                opened[name].append((here, kind))
            if closing and opened[name]:
                first, own = opened[name].pop()
                spans.append((first, here, name, own or kinds.get(name, "")))
    clusters: dict[str, int] = {}
    for first, last, name, kind in sorted(spans):
        inside = range(first, last + 1)
        tops = [at for at in inside if document.words[at].head not in inside]
        heads = [at for at in tops if document.words[at].relation != "punct"]
        types = _TYPES.get(kind, ())
        cluster = clusters.setdefault(name, len(clusters))
        document.references.append(Reference(first, last, heads[0] if heads else last, types, cluster))
    return document


def _names(document: Parsed) -> tuple[list[tuple[tuple[int, int], tuple[str, ...]]], list[tuple[int, int]]]:
    """Bare names with their types, and proper nouns beside them (titles) of which nothing is said."""
    names: dict[tuple[int, int], tuple[str, ...]] = {}
    unsure = []
    words = document.words
    for reference in document.references:
        if words[reference.head].pos != "PROPN":
            continue
        part = [at for at in range(reference.first, reference.last + 1) if _of_name(words, at, reference.head)]
        first, last = min(part), max(part)
        if reference.types:
            names[(words[first].start, words[last].end)] = reference.types
        else:
            unsure.append((words[first].start, words[last].end))
        unsure += [
            (word.start, word.end)
            for word in words[reference.first : reference.last + 1]
            if word.pos == "PROPN" and not words[first].start <= word.start < words[last].end
        ]
    outer = sorted(names.items(), key=lambda item: item[0][0] - item[0][1])
    kept: list[tuple[tuple[int, int], tuple[str, ...]]] = []
    for span, types in outer:  # the longest name wins; names inside it are parts of it
        if not any(a <= span[0] and span[1] <= b for (a, b), _ in kept):
            kept.append((span, types))
    taken = [span for span, _ in kept]
    return sorted(kept), [u for u in unsure if not any(a <= u[0] < b for a, b in taken)]


def _of_name(words: list[Word], at: int, head: int) -> bool:
    """Whether a word belongs to the bare name: flat and compound parts, and what joins them."""
    while at != head:
        word = words[at]
        joined = word.relation in _IN_NAME
        proper = word.pos == "PROPN" and word.relation in {"nmod", "conj", "amod"}
        if not (joined or proper) or word.head < 0:
            return False
        if word.relation in {"case", "det", "cc"} and (word.head == head or words[word.head].pos != "PROPN"):
            return False
        at = word.head
    return True


def _field(misc: str, name: str) -> str:
    return next((part[len(name) + 1 :] for part in misc.split("|") if part.startswith(name + "=")), "")


def _attributions(document: Parsed, tree: ET.Element) -> list[GoldAttribution]:
    segments = [element.get("id", "") for element in tree.iter("segment")]
    children: dict[str, list[ET.Element]] = {}
    for element in [*tree.iter("segment"), *tree.iter("group")]:
        children.setdefault(element.get("parent", ""), []).append(element)
    edges = [*document.begins, len(document.words)]
    if len(segments) != len(document.begins):
        return []
    found = []
    for number, element in enumerate(tree.iter("segment")):
        if not element.get("relname", "").startswith("attribution"):
            continue
        roles = _source_and_cue(document, range(edges[number], edges[number + 1]))
        nucleus = sorted(_under(element.get("parent", ""), children, segments, element.get("id", "")))
        content: Fragments = tuple(
            (document.words[edges[at]].start, document.words[edges[at + 1] - 1].end) for at in nucleus
        )
        if roles is not None and content:
            found.append(GoldAttribution(roles[0], roles[1], content))
    return found


def _under(node: str, children: dict[str, list[ET.Element]], segments: list[str], but: str) -> set[int]:
    """Places of the segments in a node's subtree, one branch left out."""
    found = {segments.index(node)} if node in segments else set()
    for child in children.get(node, []):
        name = child.get("id", "")
        if name != but:
            found |= _under(name, children, segments, but)
    return found


def _source_and_cue(document: Parsed, unit: range) -> tuple[Fragments, Fragments] | None:
    """The head verb with its auxiliaries, and its subject, in the discourse unit that attributes."""
    heads = [at for at in unit if document.words[at].head not in unit and document.words[at].relation != "punct"]
    if not heads:
        return None
    verb = heads[0]
    source: Fragments
    case = [at for at in unit if document.words[at].head == verb and document.words[at].relation == "case"]
    if case:  # "According to ABC News,": the preposition is the cue, its noun the source
        named = [at for at in unit if at > case[0] and _descends(document, at, verb) and at - case[0] > 1]
        cue_end = document.words[min(case[0] + 1, unit[-1])].end
        source = ((document.words[named[0]].start, document.words[named[-1]].end),) if named else ()
        return source, ((document.words[case[0]].start, cue_end),)
    group = [at for at in unit if document.words[at].head == verb and document.words[at].relation.startswith("aux")]
    cue = range(min([verb, *group]), verb + 1)
    subject = [at for at in unit if document.words[at].head == verb and document.words[at].relation.startswith("nsubj")]
    if subject:
        inside = [at for at in unit if _descends(document, at, subject[0]) and at not in cue]
        source = ((document.words[inside[0]].start, document.words[inside[-1]].end),) if inside else ()
    else:
        source = ()
    return source, ((document.words[cue[0]].start, document.words[cue[-1]].end),)


def _descends(document: Parsed, at: int, ancestor: int) -> bool:
    while at != -1:
        if at == ancestor:
            return True
        at = document.words[at].head
    return False


def _tree(data: Path, name: str) -> ET.Element:
    return ET.parse(data / "gum" / "rst" / "rstweb" / f"{name}.rs4").getroot()  # noqa: S314 - a corpus of our choice


def _files(data: Path) -> list[Path]:
    held_out = _held_out(data / "gum" / "splits.md")
    return [file for file in sorted((data / "gum" / "dep").glob("*.conllu")) if file.stem not in held_out]


def _held_out(splits: Path) -> set[str]:
    held_out: set[str] = set()
    section = ""
    for line in splits.read_text("utf-8").splitlines():
        if line.startswith("## "):
            section = line[3:].strip()
        elif line.strip().startswith("* ") and section != "train":
            held_out.add(line.strip()[2:])
    return held_out
