"""The full-text index: which documents hold which words and phrases.

Words are folded here (`onrecord.types.words`) and given to the database as they are, so that SQLite's FTS5 and
PostgreSQL's tsvector find the same things. The index holds no text, only where words stand. Long documents are indexed
in parts; a phrase that lies across two parts is not found as a phrase.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, text

from onrecord.ledger.store import Store
from onrecord.types import Block, BlockKind
from onrecord.types.words import words

PART: Final = 8_192
"""Words a part. PostgreSQL keeps positions up to 16,383."""
_PART_BITS: Final = 10
"""On SQLite, a row is named by the document's number and the part's: up to 1,024 parts, eight million words."""
LONGEST: Final = 200
"""Letters of a word that are indexed; what is longer is no word, and PostgreSQL refuses it past 2,046 bytes."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand next to each other, in order.

    Attributes:
        words: folded; at least one.
        prefix: the last one may go on.
    """

    words: tuple[str, ...]
    prefix: bool = False


def indexed_words(text_: str, blocks: Iterable[Block]) -> list[str]:
    """The words of a document that can be found: all but those of the page's furniture."""
    story = "\n".join(block.span.of(text_) for block in blocks if block.kind is not BlockKind.FURNITURE)
    return [word[:LONGEST] for word in words(story)]


def word_rows(document: int, found: Sequence[str]) -> list[dict[str, object]]:
    """The rows that index a document, for `index_rows`: several for a long one."""
    starts = range(0, max(len(found), 1), PART)
    return [
        {
            "document": document,
            "part": part,
            "row": document << _PART_BITS | part,
            "words": " ".join(found[start : start + PART]),
        }
        for part, start in enumerate(starts)
    ]


def index_rows(store: Store, connection: Connection, rows: Sequence[dict[str, object]]) -> None:
    """Index a part of a document that is not indexed."""
    connection.execute(_INSERT_POSTGRES if store.postgres else _INSERT_SQLITE, rows)


def index_words(store: Store, connection: Connection, document: int, found: Sequence[str]) -> None:
    """Index a document that is not indexed."""
    index_rows(store, connection, word_rows(document, found))


def drop_words(store: Store, connection: Connection, document: int, found: Sequence[str]) -> None:
    """Take a document out of the index.

    Args:
        store, connection: where.
        document: its number.
        found: the words it was indexed with; the index cannot tell them.
    """
    if store.postgres:
        connection.execute(text("DELETE FROM full_text WHERE document = :document"), {"document": document})
        return
    there = _sizes(connection, document)  # to take out what is not in would damage the index
    rows = [row for row in word_rows(document, found) if row["row"] in there]
    if rows:
        connection.execute(_DELETE_SQLITE, rows)


def purge(store: Store) -> None:
    """Take words of documents that are gone out of the index for good.

    FTS5 marks them as deleted and drops them when it merges its segments; here it merges all, a bounded number of
    pages a transaction (SQLite's documentation, "The merge command"). PostgreSQL drops them when it vacuums.
    """
    if store.postgres:
        return
    step = -_PAGES
    while True:
        with store.writing() as connection:
            before = connection.scalar(_CHANGES) or 0
            connection.execute(_MERGE, {"pages": step})
            merged = (connection.scalar(_CHANGES) or 0) - before
        if merged < 2 and step > 0:  # the command itself counts as one change
            return
        step = _PAGES


def is_indexed(store: Store, connection: Connection, document: int, found: Sequence[str]) -> bool:
    """Whether a document is indexed with as many words as it has."""
    expected = [len(found[start : start + PART]) for start in range(0, max(len(found), 1), PART)]
    if store.postgres:
        query = text("SELECT words IS NOT NULL FROM full_text WHERE document = :document ORDER BY part")
        return len(connection.execute(query, {"document": document}).all()) == len(expected)
    return [_varint(size) for _, size in sorted(_sizes(connection, document).items())] == expected


def _sizes(connection: Connection, document: int) -> dict[int, bytes]:
    """How many words each row of a document has in SQLite's index, as the index keeps it."""
    first = document << _PART_BITS
    query = text("SELECT id, sz FROM full_text_docsize WHERE id BETWEEN :first AND :last")
    rows = connection.execute(query, {"first": first, "last": first + (1 << _PART_BITS) - 1})
    return {row.id: row.sz for row in rows}


def indexed_documents(store: Store, connection: Connection) -> set[int]:
    """All documents that are in the index."""
    if store.postgres:
        return set(connection.execute(text("SELECT DISTINCT document FROM full_text")).scalars())
    return {row >> _PART_BITS for row in connection.execute(text("SELECT id FROM full_text_docsize")).scalars()}


def holding(store: Store, connection: Connection, terms: Sequence[Term]) -> set[int]:
    """The documents that hold all terms."""
    if not terms:
        return set()
    if store.postgres:
        found = text("SELECT document FROM full_text WHERE words @@ to_tsquery('simple', :query)")
        return set(connection.execute(found, {"query": _query(store, terms)}).scalars())
    found = text("SELECT rowid FROM full_text WHERE full_text MATCH :query")
    return {row >> _PART_BITS for row in connection.execute(found, {"query": _query(store, terms)}).scalars()}


def newest_holding(
    store: Store, connection: Connection, terms: Sequence[Term], lowest: int, highest: int, limit: int
) -> list[tuple[int, int]]:
    """Places and numbers of documents that hold all terms, newest first.

    Args:
        store, connection: where.
        terms: at least one.
        lowest, highest: places to look at, both included.
        limit: how many at most; a long document may take several.
    """
    matches = _NEWEST_POSTGRES if store.postgres else _NEWEST_SQLITE
    values = {"query": _query(store, terms), "lowest": lowest, "highest": highest, "size": limit}
    return [(place, number) for place, number in connection.execute(matches, values)]


def _query(store: Store, terms: Sequence[Term]) -> str:
    """Terms in the database's own notation."""
    if store.postgres:
        return " & ".join(_tsquery(term) for term in terms)
    return " AND ".join(f'"{" ".join(term.words)}"{" *" if term.prefix else ""}' for term in terms)


def _tsquery(term: Term) -> str:
    """A phrase in PostgreSQL's notation. Words hold letters and digits only, so that nothing in them is an operator."""
    quoted = [f"'{word}'" for word in term.words]
    if term.prefix:
        quoted[-1] += ":*"
    return "(" + " <-> ".join(quoted) + ")"


def _varint(size: bytes) -> int:
    """A big-endian varint, as FTS5 writes the number of words of a row."""
    value = 0
    for byte in size:
        value = value << 7 | byte & 0x7F
    return value


_NEWEST_SQLITE: Final = text(
    "SELECT documents.place, documents.id FROM full_text JOIN documents ON documents.id = full_text.rowid >> 10"
    " WHERE full_text MATCH :query AND documents.state = 0 AND documents.place BETWEEN :lowest AND :highest"
    " ORDER BY documents.place DESC LIMIT :size"
)
_NEWEST_POSTGRES: Final = text(
    "SELECT documents.place, documents.id FROM full_text JOIN documents ON documents.id = full_text.document"
    " WHERE words @@ to_tsquery('simple', :query) AND documents.state = 0"
    " AND documents.place BETWEEN :lowest AND :highest ORDER BY documents.place DESC LIMIT :size"
)
_PAGES: Final = 500
"""Pages merged in one transaction, two megabytes."""
_CHANGES: Final = text("SELECT total_changes()")
_MERGE: Final = text("INSERT INTO full_text (full_text, rank) VALUES ('merge', :pages)")
_INSERT_SQLITE: Final = text("INSERT INTO full_text (rowid, words) VALUES (:row, :words)")
_DELETE_SQLITE: Final = text("INSERT INTO full_text (full_text, rowid, words) VALUES ('delete', :row, :words)")
_INSERT_POSTGRES: Final = text(
    "INSERT INTO full_text (document, part, words) VALUES (:document, :part, to_tsvector('simple', :words))"
)
