"""CoreNLP's layers of PolNeAR as silver labels, turned from Universal Dependencies 1 and Penn tags to ours."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from training.corpora.words import Reference, Word

_RELATION = {
    "dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj", "auxpass": "aux:pass", "neg": "advmod",
    "nmod:tmod": "obl:unmarked", "nmod:npmod": "obl:unmarked", "mwe": "fixed", "name": "flat", "foreign": "flat",
}  # fmt: skip
_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "IN": "ADP", "TO": "PART", "DT": "DET",
    "PDT": "DET", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV",
    "CC": "CCONJ", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "WDT": "PRON", "EX": "PRON",
    "CD": "NUM", "MD": "AUX", "POS": "PART", "RP": "ADP", "UH": "INTJ", "FW": "X", "LS": "X", "SYM": "SYM",
    "$": "SYM", "#": "SYM",
}  # fmt: skip
_VERBAL = frozenset({"VERB", "AUX", "ADJ", "ADV"})
_BRACKET = re.compile(r"(\d+)\*?(\(\)|\(|\))?")


def words(file: Path) -> tuple[list[Word], list[Reference]]:
    """The tokens and coreferent mentions of one layer file."""
    rows = [row for row in (line.split("\t") for line in file.read_text("utf-8").splitlines()) if len(row) > 9]
    first_of: dict[str, int] = {}
    for place, row in enumerate(rows):
        first_of.setdefault(row[0], place)
    found = []
    for row in rows:
        head = int(row[8])
        found.append(
            Word(int(row[2]), int(row[3]), first_of[row[0]] + head - 1 if head else -1, row[9], _pos(row), row[6])
        )
    found = [_converted(word, found) for word in found]
    _names_from_the_left(found, [row[7] for row in rows])
    return found, _references(rows, found)


def _pos(row: list[str]) -> str:
    tag, relation = row[6], row[9]
    if tag.startswith("VB"):
        return "AUX" if relation in {"aux", "auxpass", "cop"} else "VERB"
    if tag == "IN" and relation in {"mark", "advcl"}:
        return "SCONJ"
    if tag == "TO" and relation == "case":
        return "ADP"
    if tag == "DT" and relation not in {"det", "det:predet", "neg"}:
        return "PRON"
    if tag == "RB" and row[5] in {"not", "n't"}:
        return "PART"
    return _POS.get(tag, "X")


def _converted(word: Word, all_: list[Word]) -> Word:
    relation = _RELATION.get(word.relation, word.relation)
    if relation == "nmod" and word.head >= 0 and all_[word.head].pos in _VERBAL:
        relation = "obl"
    return replace(word, relation=relation)


def _names_from_the_left(found: list[Word], tags: list[str]) -> None:
    """Names of persons hang on their first word, not on their last, and titles on that."""
    place = 0
    while place < len(found):
        last = place
        while last + 1 < len(found) and tags[place] == tags[last + 1] == "PERSON" and found[last + 1].pos == "PROPN":
            last += 1
        if last > place and found[place].pos == "PROPN" and found[place].head in range(place, last + 1):
            inside = range(place, last + 1)
            top = next((at for at in inside if found[at].head not in inside), None)
            if top is not None:
                above, relation = found[top].head, found[top].relation
                for at, word in enumerate(found):
                    if word.head == top and at not in inside:
                        title = word.relation == "compound" and at < place
                        found[at] = replace(word, head=place, relation="nmod:desc" if title else word.relation)
                for at in inside:
                    found[at] = replace(found[at], head=place, relation="flat")
                found[place] = replace(found[place], head=above, relation=relation)
        place = last + 1


def _references(rows: list[list[str]], found: list[Word]) -> list[Reference]:
    opened: dict[str, list[int]] = defaultdict(list)
    references = []
    for here, row in enumerate(rows):
        for name, bracket in _BRACKET.findall(row[10]) if len(row) > 10 else ():
            if bracket == "(":
                opened[name].append(here)
            first = here if bracket == "()" else opened[name].pop() if bracket == ")" and opened[name] else None
            if first is not None:
                inside = range(first, here + 1)
                heads = [at for at in inside if found[at].head not in inside and found[at].relation != "punct"]
                references.append(Reference(first, here, heads[0] if heads else here, (), int(name)))
    return references
