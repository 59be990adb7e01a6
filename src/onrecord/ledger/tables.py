"""The tables of a ledger: the same on SQLite and on PostgreSQL.

What stands in a document is keyed by the document's number and its own, counted in text order, and lies together on
disk: adding a document writes at the end of each table. Words are stored once, in the document's text; all else points
into it. Lists of spans and numbers are packed (`onrecord.ledger.packing`), members of closed sets are small numbers
(`onrecord.ledger.codes`), probabilities are whole ten-thousandths.

Three tables answer questions across documents and hold nothing that could not be made again from the others:
``entities`` with ``names`` (who is in the ledger), ``appearances`` (which statements of which document are about or by
an entity), and the full-text index (`onrecord.ledger.full_text`).
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

metadata: Final = MetaData()

_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")


class State(IntEnum):
    """Whether a document can be seen."""

    HERE = 0
    REMOVED = 1
    """Only its tombstone is left."""
    ARRIVING = 2
    """It is long and is being added in several transactions, of which the last makes it seen; or the process that
    added it has ended, and the next to add it begins anew."""


class Words(TypeDecorator[str]):
    """Text that every database takes: what UTF-8 or PostgreSQL has no place for becomes U+FFFD.

    Documents' texts are kept as bytes and lose nothing.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The text as it is stored."""
        if value is None or (value.isascii() and "\0" not in value):
            return value
        return _UNSTORABLE.sub("\ufffd", value)

def _table(name: str, *columns: Column[Any] | Index, clustered: bool = True, reused: bool = True) -> Table:
    """A table; a clustered one lies on disk in the order of its key. Numbers of rows that are gone may be reused."""
    return Table(name, metadata, *columns, sqlite_with_rowid=not clustered, sqlite_autoincrement=not reused)


def _serial(name: str) -> Column[Any]:
    return Column(name, Integer, primary_key=True, autoincrement=True)


def _key(name: str, kind: type[TypeEngine[Any]] = Integer) -> Column[Any]:
    return Column(name, kind, primary_key=True, autoincrement=False)


def _must(name: str, kind: type[TypeEngine[Any]] = Integer) -> Column[Any]:
    return Column(name, kind, nullable=False)


def _may(name: str, kind: type[TypeEngine[Any]] = Integer) -> Column[Any]:
    return Column(name, kind, nullable=True)


# ---------------------------------------------------------------------- documents

publishers = _table("publishers", _serial("id"), Column("name", Words, nullable=False, unique=True), clustered=False)

models = _table(
    "models",
    _serial("id"),
    _must("reader", Words),
    _must("lexicon", Words),  # empty where there was none
    Index("models_by_version", "reader", "lexicon", unique=True),
    clustered=False,
)

documents = _table(
    "documents",
    _serial("id"),
    Column("hash", LargeBinary, nullable=False, unique=True),
    Column("place", BigInteger, nullable=False, unique=True),  # newest highest; see keys.place
    _must("source", Words),
    _may("address", Words),
    _may("publisher"),
    _may("title", Words),
    _may("byline", Words),
    _may("published", Words),
    _may("language", Words),
    _must("retrieved", Words),  # UTC, to the second
    _must("original", LargeBinary),  # sha256 of the bytes it was made from
    _must("text_hash", LargeBinary),  # sha256 of its text
    _must("length"),  # of its text, in code points
    _must("acts", BigInteger),  # one bit for each act in it; see codes.mask
    _must("state", SmallInteger),  # see State
    Index("documents_by_address", "address", sqlite_where=text("address IS NOT NULL"),
          postgresql_where=text("address IS NOT NULL")),
    Index("documents_by_publisher", "publisher", "place"),
    Index("documents_by_place", "state", "place", "acts"),
    clustered=False,
    reused=False,
)  # fmt: skip

texts = _table("texts", _key("document"), _must("bytes", LargeBinary), clustered=False)  # UTF-8, deflated

originals = _table(
    "originals",
    _key("hash", LargeBinary),
    _key("part"),
    _must("parts"),
    _must("deflated", SmallInteger),
    _must("bytes", LargeBinary),
    clustered=False,
)

arrivals = _table(
    "arrivals",
    _key("hash", LargeBinary),  # of the bytes as they came and what was said about them
    _must("document"),
    Index("arrivals_by_document", "document"),
)

tombstones = _table("tombstones", _key("document"), _must("reason", Words), _must("by", Words), _must("at", Words))

blocks = _table(
    "blocks",
    _key("document"),
    _key("number"),
    _must("kind", SmallInteger),
    _must("start"),
    _must("stop"),
    _may("page"),
    _may("credit_start"),
    _may("credit_stop"),
)

readings = _table(
    "readings",
    _key("document"),
    _key("number"),  # the highest is the one that is shown
    _must("model"),
    _must("at", Words),
)

# ---------------------------------------------------------------------- what was read

mentions = _table(
    "mentions",
    _key("document"),
    _key("number"),
    _must("start"),
    _must("stop"),
    _must("form", SmallInteger),
    _must("type", SmallInteger),
    _may("entity"),
    _may("name_start"),
    _may("name_stop"),
    _may("head_start"),
    _may("head_stop"),
    _must("subject", SmallInteger),
)

document_entities = _table(
    "document_entities",
    _key("document"),
    _key("number"),
    _must("mark", BigInteger),
    _may("entity"),  # who it is in the ledger; nothing for who is not named
    _must("name", Words),
    _must("type", SmallInteger),
    _must("resolved", SmallInteger),
    _may("reason", Words),
    _may("roles", Words),  # JSON list
    _may("issuer"),
    _may("affiliation"),
    _may("anonymity", Words),
    _must("members", LargeBinary),
    _may("trait", Words),
    _must("whole", SmallInteger),
    _may("names", Words),  # JSON list, where there are others than the name
    _must("apart", SmallInteger),  # 1: a person decided that it is not who its name says
)

list_links = _table(
    "list_links",
    _key("document"),
    _key("entity"),
    _key("number"),
    _must("list", Words),
    _must("reference", Words),
    _must("score"),
    _must("certain", SmallInteger),
    _must("reason", Words),
    Index("list_links_by_entry", "list", "reference"),
)

chains = _table(
    "chains",
    _key("document"),
    _key("number"),
    _may("outer"),  # the link before it, counted from the publisher inward
    _must("kind", SmallInteger),
    _may("name", Words),  # nothing where it is the words of the span
    _may("entity"),
    _may("cue", Words),
    _may("start"),
    _may("stop"),
    _must("implied", SmallInteger),
    _may("certainty", SmallInteger),
)

attributions = _table(
    "attributions",
    _key("document"),
    _key("number"),
    _must("mark", BigInteger),
    _must("source", LargeBinary),
    _must("cue", LargeBinary),
    _must("content", LargeBinary),
    _must("source_kind", SmallInteger),
    _must("quotation", SmallInteger),
    _must("confidence", SmallInteger),
    _may("source_entity"),
    _may("context_source"),
    _may("parent"),
    _may("chain"),  # its last link
    _may("act", SmallInteger),
    _may("certainty", SmallInteger),
    _may("polarity", SmallInteger),
    _may("reporter_stance", SmallInteger),
    _must("reasons", LargeBinary),
    _must("standing", SmallInteger),  # what people decided; see verdict_kinds.Standing
    _may("suggested", Words),  # JSON: what the reader made of parts that are edited
)

statements = _table(
    "statements",
    _key("document"),
    _key("number"),
    _must("attribution"),
    _must("mark", BigInteger),
    _must("spans", LargeBinary),
    _may("certainty", SmallInteger),
    _may("polarity", SmallInteger),
    _may("time", SmallInteger),
    _may("subject", LargeBinary),
    _may("predicate", LargeBinary),
    _may("object", LargeBinary),
    _must("deciding", LargeBinary),
    _must("entities", LargeBinary),
    _must("quantities", LargeBinary),
    _must("dates", LargeBinary),
    _must("reasons", LargeBinary),
    _must("stand_in", SmallInteger),  # 1: the reader found no statements; this is an attribution's whole content
    _must("standing", SmallInteger),
    _may("suggested", Words),
    _may("claim"),  # nothing while it is a claim by itself
    Index("statements_by_claim", "claim", sqlite_where=text("claim IS NOT NULL"),
          postgresql_where=text("claim IS NOT NULL")),
)  # fmt: skip

quantities = _table(
    "quantities",
    _key("document"),
    _key("number"),
    _must("mark", BigInteger),
    _must("start"),
    _must("stop"),
    _may("low", Double),
    _may("high", Double),
    _may("unit", Words),
    _may("unit_norm", Words),
    _may("modifier", Words),
    _may("entity"),
    _may("as_of", Words),
    _may("change", Words),  # JSON: [low, high, low, high] before and after
    _may("about"),  # who the entity is in the ledger
    _may("place", BigInteger),  # of the document, where the quantity is a figure
    _may("figure", BigInteger),  # the same for one value of one source; see figures.figure_key
    Index("quantities_by_entity", "about", "place", sqlite_where=text("about IS NOT NULL"),
          postgresql_where=text("about IS NOT NULL")),
    Index("quantities_by_figure", "figure", "place", sqlite_where=text("figure IS NOT NULL"),
          postgresql_where=text("figure IS NOT NULL")),
    Index("quantities_by_place", "place", sqlite_where=text("place IS NOT NULL"),
          postgresql_where=text("place IS NOT NULL")),
)  # fmt: skip

dates = _table(
    "dates",
    _key("document"),
    _key("number"),
    _must("start"),
    _must("stop"),
    _may("value", Words),
    _may("granularity", SmallInteger),
)

commitments = _table(
    "commitments",
    _key("document"),
    _key("attribution"),
    _must("mark", BigInteger),
    _must("kind", SmallInteger),
    _must("what", LargeBinary),
    _may("by"),
    _may("to"),
    _must("by_span", LargeBinary),
    _must("to_span", LargeBinary),
    _must("exchange", LargeBinary),
    _may("instrument", Words),
    _may("date", Words),
    _may("deadline", Words),
    _must("reasons", LargeBinary),
    _may("giver"),  # who "by" is in the ledger
    _may("taker"),
    _may("place", BigInteger),
    Index("commitments_by_giver", "giver", "place"),
    Index("commitments_by_taker", "taker", "place"),
    Index("commitments_by_place", "place"),
)

conduct = _table(
    "conduct",
    _key("document"),
    _key("attribution"),
    _key("number"),
    _must("commitment"),  # number of the attribution that reports it
    _must("relation", SmallInteger),
    _must("spans", LargeBinary),
)

stances = _table(
    "stances",
    _key("document"),
    _key("number"),
    _must("mark", BigInteger),
    _must("attribution"),
    _must("kind", SmallInteger),
    _may("toward"),
    _must("statements", LargeBinary),
    _may("by"),
    _must("by_span", LargeBinary),
    _must("aimed_at", LargeBinary),
    _must("reasons", LargeBinary),
    _may("taker"),  # who takes it, in the ledger
    _may("target"),  # toward whom, in the ledger
    _may("place", BigInteger),
    Index("stances_by_taker", "taker", "place"),
    Index("stances_by_target", "target", "place"),
    Index("stances_by_place", "place"),
)

echoes = _table(
    "echoes",
    _key("document"),
    _must("of", Words),
    _must("kind", SmallInteger),
    _must("spans", LargeBinary),
    _must("confidence", SmallInteger),
    _must("reason", Words),
)

reasons = _table("reasons", _key("document"), _must("bytes", LargeBinary))  # JSON list of sentences, deflated

# ---------------------------------------------------------------------- across documents

entities = _table(
    "entities",
    _serial("id"),
    Column("public", BigInteger, nullable=False, unique=True),
    _must("type", SmallInteger),
    _must("key", Words),
    _may("trait", Words),
    _may("scope"),  # the only document it is known in, where its name does not suffice beyond
    _must("documents"),
    _must("about"),  # statements about it
    _must("said"),  # statements of which it is the source; not those in a publisher's own voice
    _may("link", Words),  # the one entry of a watch list that all its documents agree on
    _may("cluster"),  # the entity it is one with, by a list or by a person's decision; nothing for itself
    Index("entities_by_said", "said", "public", sqlite_where=text("said > 0"), postgresql_where=text("said > 0")),
    Index("entities_by_link", "link", sqlite_where=text("link IS NOT NULL"), postgresql_where=text("link IS NOT NULL")),
    Index("entities_by_cluster", "cluster", sqlite_where=text("cluster IS NOT NULL"),
          postgresql_where=text("cluster IS NOT NULL")),
    clustered=False,
)  # fmt: skip

names = _table(
    "names",
    _key("key", Words),
    _key("entity"),
    _key("name", Words),
    _must("documents"),
    Index("names_by_entity", "entity"),
)

traits = _table(
    "traits",
    _key("public", BigInteger),  # of the entity that has the name and no trait
    _key("trait", Words),
    _must("documents"),
)

appearances = _table(
    "appearances",
    _key("entity"),
    _key("place", BigInteger),
    _must("document"),
    _must("about", LargeBinary),  # numbers of the statements about it
    _must("said", LargeBinary),  # numbers of the statements it is the source of
    _must("voiced", LargeBinary),  # of a publisher, numbers of the statements in its own voice
    _must("about_acts", BigInteger),
    _must("said_acts", BigInteger),
    Index("appearances_by_document", "document", "entity"),
)

claims = _table(
    "claims",
    _serial("id"),
    _must("document"),  # the statement whose words are the claim's
    _must("statement"),
    Column("place", BigInteger, nullable=False),
    Index("claims_by_wording", "document", "statement", unique=True),
    Index("claims_by_place", "place"),
    clustered=False,
)

dirty = _table(
    "dirty",
    _key("document"),
    _key("task", SmallInteger),  # see queue.Task
)

# ---------------------------------------------------------------------- what people decided, and what failed

verdicts = _table(
    "verdicts",
    _serial("id"),
    _must("document", LargeBinary),
    _must("target", Words),  # public name of an attribution or a statement
    _must("decision", SmallInteger),
    _may("ground", SmallInteger),
    _may("note", Words),
    _may("edit", Words),  # JSON: what it is to be; see edits
    _may("suggested", Words),  # JSON: what the reader made of that
    _must("spans", LargeBinary),  # of the target, when decided
    _must("words_hash", LargeBinary),  # of the words of the spans
    _must("model"),  # of the reading that was judged
    _must("by", Words),
    _must("at", Words),
    Index("verdicts_by_document", "document"),
    clustered=False,
)

decisions = _table(
    "decisions",
    _serial("id"),
    _must("a", Words),
    _must("b", Words),
    _must("judgement", SmallInteger),
    _may("note", Words),
    _must("by", Words),
    _must("at", Words),
    _may("undone_by", Words),
    _may("undone_at", Words),
    Index("decisions_by_a", "a"),
    Index("decisions_by_b", "b"),
    clustered=False,
)

failures = _table(
    "failures",
    _serial("id"),
    _must("source", Words),
    _must("given", Words),  # JSON: publisher, published, url
    _must("code", Words),
    _must("problem", Words),
    _must("remedy", Words),
    _must("times"),
    _must("at", Words),
    Index("failures_by_source", "source", "given", unique=True),
    clustered=False,
)

INSIDE: Final = (
    blocks, readings, mentions, document_entities, list_links, chains, attributions, statements, quantities, dates,
    commitments, conduct, stances, echoes, reasons, texts,
)  # fmt: skip
"""Tables of what stands in a document, removed with it."""
READ: Final = tuple(table for table in INSIDE if table not in (blocks, readings, texts))
"""Tables of what a reader found, replaced when a document is read again."""
