"""Gold for pronoun sources of texts that are not ours to store: offsets and names only.

A table of tab-separated values with the columns ``article``, ``start``, ``end`` (the pronoun), ``name`` and ``mention``
(where the name stands once). A name is the fullest that the article gives; ``group: words`` where it gives none,
``A + B`` for several together, ``?`` where nobody can tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import BadInput
from onrecord.evaluation.entity_gold import EntityText, GoldEntity, GoldMention, GoldSource
from onrecord.types import MentionForm, MentionType, Span

COLUMNS = ("article", "start", "end", "name", "mention")
UNKNOWN = "?"
GROUP = "group: "
TOGETHER = " + "


@dataclass(frozen=True, slots=True)
class PronounRow:
    """One pronoun source; ``mention`` is ``None`` where nobody can tell who is meant."""

    article: str
    span: Span
    name: str
    mention: int | None


def rows(file: Path) -> tuple[PronounRow, ...]:
    """The table's rows.

    Raises:
        BadInput: it has other columns, or a place that is no number.
    """
    lines = file.read_text("utf-8").splitlines()
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise BadInput(f"{file} is no table of pronoun sources.", f"Its columns are {', '.join(COLUMNS)}.")
    found = []
    for number, line in enumerate(lines[1:], 2):
        try:
            article, start, end, name, mention = line.split("\t")
            found.append(PronounRow(article, Span(int(start), int(end)), name, int(mention) if mention else None))
        except ValueError as error:
            raise BadInput(f"{file}: line {number} is not valid: {error}.", "Correct it.") from error
    return tuple(found)


def texts(file: Path, articles: Mapping[str, str]) -> Iterator[EntityText]:
    """The articles of a table with what it says of them.

    Args:
        articles: the text of each article by its name.

    Raises:
        BadInput: an article is missing, or does not hold a name where the table says.
    """
    by_article: dict[str, list[PronounRow]] = {}
    for row in rows(file):
        by_article.setdefault(row.article, []).append(row)
    for article, found in by_article.items():
        if article not in articles:
            raise BadInput(f"{file} names {article}, which is not there.", "Give the folder it was made from.")
        yield _text(file, article, articles[article], found)


def _text(file: Path, article: str, text: str, found: list[PronounRow]) -> EntityText:
    entities: dict[str, GoldEntity] = {}
    sources = []
    for row in found:
        key = f"? {row.span.start}" if row.name == UNKNOWN else row.name
        for entity in _entities(file, text, row, key):
            entities.setdefault(entity.key, entity)
        sources.append(GoldSource(row.span, key, pronoun=True))
    return EntityText(article, text, tuple(entities.values()), tuple(sources))


def _entities(file: Path, text: str, row: PronounRow, key: str) -> Iterator[GoldEntity]:
    itself = GoldMention(row.span, MentionForm.PRONOUN, row.span)
    if row.mention is None:
        yield GoldEntity(key, UNKNOWN, frozenset(), (itself,), resolved=False, reason="nobody can tell")
        return
    words = row.name.removeprefix(GROUP)
    names = words.split(TOGETHER)
    places = [row.mention, *(text.find(name) for name in names[1:])]
    for name, at in zip(names, places, strict=True):
        if at < 0 or not text.startswith(name, at):
            raise BadInput(f"{file}: {row.article} does not hold “{name}” at {at}.", "Correct the table.")
        span = Span(at, at + len(name))
        if row.name.startswith(GROUP):
            core = Span(span.start + name.rfind(" ") + 1, span.end)
            mention = GoldMention(span, MentionForm.NOMINAL, core)
            yield GoldEntity(key, name, frozenset(MentionType), (mention,), resolved=False, reason="not named")
        else:
            yield GoldEntity(name, name, frozenset(MentionType), (GoldMention(span, MentionForm.NAME, span, span),))
    if len(names) > 1:
        yield GoldEntity(key, row.name, frozenset(MentionType), (itself,), members=tuple(names))
