"""Our own gold texts: TOML files with whole texts and spans given by their words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import BadInput
from onrecord.evaluation.polnear import Fragments, GoldArticle, GoldAttribution


@dataclass(frozen=True, slots=True)
class GoldText:
    """One text of the gold set.

    Attributes:
        features: what is special about it ("nested", "source-after" ...).
        kinds: the source kind of each attribution.
        parents: for each attribution the place of the one it stands in, or ``None``.
    """

    article: GoldArticle
    register: str
    features: tuple[str, ...]
    kinds: tuple[str, ...]
    parents: tuple[int | None, ...]


def texts(folder: Path) -> Iterator[GoldText]:
    """Every text of every ``*.toml`` in a folder, by file name.

    Raises:
        BadInput: a file is not TOML, or names words that its text does not hold.
    """
    for file in sorted(folder.glob("*.toml")):
        try:
            items = tomllib.loads(file.read_text("utf-8")).get("text", [])
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise BadInput(f"{file} is not valid TOML: {error}.", "Correct it; see docs/how-to-evaluate.md.") from error
        for item in items:
            yield _text(file, item)


def _text(file: Path, item: dict[str, Any]) -> GoldText:
    text: str = item["text"]
    marked = item.get("attribution", [])
    attributions = []
    for attribution in marked:
        roles = [attribution.get(role, []) for role in ("source", "cue", "content")]
        fragments = [
            tuple(_place(file, item["id"], text, words) for words in (role if isinstance(role, list) else [role]))
            for role in roles
        ]
        attributions.append(GoldAttribution(*fragments))
    parents = tuple(a["parent"] - 1 if "parent" in a else None for a in marked)
    return GoldText(
        article=GoldArticle(item["id"], "", text, tuple(attributions)),
        register=item.get("register", ""),
        features=tuple(item.get("features", ())),
        kinds=tuple(a.get("kind", "unspecified") for a in marked),
        parents=parents,
    )


def _place(file: Path, name: str, text: str, words: str | dict[str, Any]) -> tuple[int, int]:
    sought, number = (words, 1) if isinstance(words, str) else (words["s"], words.get("n", 1))
    at = -1
    for _ in range(number):
        at = text.find(sought, at + 1)
        if at < 0:
            raise BadInput(
                f"{file}: text {name} does not hold “{sought}” {number} times.", "Correct the words or the number n."
            )
    return at, at + len(sought)


__all__ = ["Fragments", "GoldText", "texts"]
