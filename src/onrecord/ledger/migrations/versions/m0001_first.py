"""The first tables."""

from __future__ import annotations

from typing import Any

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    Integer,
    LargeBinary,
    SmallInteger,
    Text,
    text,
)


def upgrade() -> None:
    """Make all tables, the full-text index, and, where PostgreSQL lets us, an index for names alike."""
    _create_tables()
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE full_text USING fts5(words, content='', tokenize='ascii')")
        return
    op.execute(
        "CREATE TABLE full_text (document INTEGER NOT NULL, part INTEGER NOT NULL, words TSVECTOR NOT NULL,"
        " PRIMARY KEY (document, part))"
    )
    op.execute("CREATE INDEX full_text_by_words ON full_text USING GIN (words)")
    if _may_have_trigrams():
        op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        op.execute("CREATE INDEX names_by_trigrams ON names USING GIN (key gin_trgm_ops)")


def _may_have_trigrams() -> bool:
    """Whether pg_trgm is installed on the server and may be used; without it, names alike are searched for slowly."""
    available = text(
        "SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm')"
        " OR (EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm')"
        " AND has_database_privilege(current_database(), 'CREATE'))"
    )
    return bool(op.get_bind().scalar(available))


def _create(name: str, *columns: Column[Any], clustered: bool) -> None:
    op.create_table(name, *columns, sqlite_with_rowid=not clustered)


def _index(name: str, table: str, *columns: str, where: str | None = None, unique: bool = False) -> None:
    only = {} if where is None else {"sqlite_where": text(where), "postgresql_where": text(where)}
    op.create_index(name, table, list(columns), unique=unique, **only)  # type: ignore[arg-type]


def _serial(name: str) -> Column[Any]:
    return Column(name, Integer, primary_key=True, autoincrement=True)


def _key(name: str, kind: type) -> Column[Any]:
    return Column(name, kind, primary_key=True, autoincrement=False)


def _must(name: str, kind: type) -> Column[Any]:
    return Column(name, kind, nullable=False)


def _may(name: str, kind: type) -> Column[Any]:
    return Column(name, kind, nullable=True)


def _create_tables() -> None:
    _create(
        "publishers",
        _serial("id"), Column("name", Text, nullable=False, unique=True),
        clustered=False,
    )  # fmt: skip
    _create(
        "models",
        _serial("id"), _must("reader", Text), _must("lexicon", Text),
        clustered=False,
    )  # fmt: skip
    _index("models_by_version", "models", "reader", "lexicon", unique=True)
    _create(
        "documents",
        _serial("id"), Column("hash", LargeBinary, nullable=False, unique=True),
        Column("place", BigInteger, nullable=False, unique=True), _must("source", Text), _may("address", Text),
        _may("publisher", Integer), _may("title", Text), _may("byline", Text), _may("published", Text),
        _may("language", Text), _must("retrieved", Text), _must("original", LargeBinary),
        _must("text_hash", LargeBinary), _must("length", Integer), _must("acts", BigInteger),
        _must("state", SmallInteger),
        clustered=False,
    )  # fmt: skip
    _index("documents_by_address", "documents", "address", where="address IS NOT NULL")
    _index("documents_by_place", "documents", "state", "place", "acts")
    _index("documents_by_publisher", "documents", "publisher", "place")
    _create(
        "texts",
        _key("document", Integer), _must("bytes", LargeBinary),
        clustered=False,
    )  # fmt: skip
    _create(
        "originals",
        _key("hash", LargeBinary), _key("part", Integer), _must("parts", Integer), _must("deflated", SmallInteger),
        _must("bytes", LargeBinary),
        clustered=False,
    )  # fmt: skip
    _create(
        "arrivals",
        _key("hash", LargeBinary), _must("document", Integer),
        clustered=True,
    )  # fmt: skip
    _index("arrivals_by_document", "arrivals", "document")
    _create(
        "tombstones",
        _key("document", Integer), _must("reason", Text), _must("by", Text), _must("at", Text),
        clustered=True,
    )  # fmt: skip
    _create(
        "blocks",
        _key("document", Integer), _key("number", Integer), _must("kind", SmallInteger), _must("start", Integer),
        _must("stop", Integer), _may("page", Integer), _may("credit_start", Integer), _may("credit_stop", Integer),
        clustered=True,
    )  # fmt: skip
    _create(
        "readings",
        _key("document", Integer), _key("number", Integer), _must("model", Integer), _must("at", Text),
        clustered=True,
    )  # fmt: skip
    _create(
        "mentions",
        _key("document", Integer), _key("number", Integer), _must("start", Integer), _must("stop", Integer),
        _must("form", SmallInteger), _must("type", SmallInteger), _may("entity", Integer),
        _may("name_start", Integer), _may("name_stop", Integer), _may("head_start", Integer),
        _may("head_stop", Integer), _must("subject", SmallInteger),
        clustered=True,
    )  # fmt: skip
    _create(
        "document_entities",
        _key("document", Integer), _key("number", Integer), _must("mark", BigInteger), _may("entity", Integer),
        _must("name", Text), _must("type", SmallInteger), _must("resolved", SmallInteger), _may("reason", Text),
        _may("roles", Text), _may("issuer", Integer), _may("affiliation", Integer), _may("anonymity", Text),
        _must("members", LargeBinary), _may("trait", Text), _must("whole", SmallInteger), _may("names", Text),
        _must("apart", SmallInteger),
        clustered=True,
    )  # fmt: skip
    _create(
        "list_links",
        _key("document", Integer), _key("entity", Integer), _key("number", Integer), _must("list", Text),
        _must("reference", Text), _must("score", Integer), _must("certain", SmallInteger), _must("reason", Text),
        clustered=True,
    )  # fmt: skip
    _index("list_links_by_entry", "list_links", "list", "reference")
    _create(
        "chains",
        _key("document", Integer), _key("number", Integer), _may("outer", Integer), _must("kind", SmallInteger),
        _may("name", Text), _may("entity", Integer), _may("cue", Text), _may("start", Integer),
        _may("stop", Integer), _must("implied", SmallInteger), _may("certainty", SmallInteger),
        clustered=True,
    )  # fmt: skip
    _create(
        "attributions",
        _key("document", Integer), _key("number", Integer), _must("mark", BigInteger), _must("source", LargeBinary),
        _must("cue", LargeBinary), _must("content", LargeBinary), _must("source_kind", SmallInteger),
        _must("quotation", SmallInteger), _must("confidence", SmallInteger), _may("source_entity", Integer),
        _may("context_source", Integer), _may("parent", Integer), _may("chain", Integer), _may("act", SmallInteger),
        _may("certainty", SmallInteger), _may("polarity", SmallInteger), _may("reporter_stance", SmallInteger),
        _must("reasons", LargeBinary), _must("standing", SmallInteger), _may("suggested", Text),
        clustered=True,
    )  # fmt: skip
    _create(
        "statements",
        _key("document", Integer), _key("number", Integer), _must("attribution", Integer), _must("mark", BigInteger),
        _must("spans", LargeBinary), _may("certainty", SmallInteger), _may("polarity", SmallInteger),
        _may("time", SmallInteger), _may("subject", LargeBinary), _may("predicate", LargeBinary),
        _may("object", LargeBinary), _must("deciding", LargeBinary), _must("entities", LargeBinary),
        _must("quantities", LargeBinary), _must("dates", LargeBinary), _must("reasons", LargeBinary),
        _must("stand_in", SmallInteger), _must("standing", SmallInteger), _may("suggested", Text),
        _may("claim", Integer),
        clustered=True,
    )  # fmt: skip
    _index("statements_by_claim", "statements", "claim", where="claim IS NOT NULL")
    _create(
        "quantities",
        _key("document", Integer), _key("number", Integer), _must("mark", BigInteger), _must("start", Integer),
        _must("stop", Integer), _may("low", Double), _may("high", Double), _may("unit", Text),
        _may("unit_norm", Text), _may("modifier", Text), _may("entity", Integer), _may("as_of", Text),
        _may("change", Text), _may("about", Integer), _may("place", BigInteger), _may("figure", BigInteger),
        clustered=True,
    )  # fmt: skip
    _index("quantities_by_entity", "quantities", "about", "place", where="about IS NOT NULL")
    _index("quantities_by_figure", "quantities", "figure", "place", where="figure IS NOT NULL")
    _index("quantities_by_place", "quantities", "place", where="place IS NOT NULL")
    _create(
        "dates",
        _key("document", Integer), _key("number", Integer), _must("start", Integer), _must("stop", Integer),
        _may("value", Text), _may("granularity", SmallInteger),
        clustered=True,
    )  # fmt: skip
    _create(
        "commitments",
        _key("document", Integer), _key("attribution", Integer), _must("mark", BigInteger),
        _must("kind", SmallInteger), _must("what", LargeBinary), _may("by", Integer), _may("to", Integer),
        _must("by_span", LargeBinary), _must("to_span", LargeBinary), _must("exchange", LargeBinary),
        _may("instrument", Text), _may("date", Text), _may("deadline", Text), _must("reasons", LargeBinary),
        _may("giver", Integer), _may("taker", Integer), _may("place", BigInteger),
        clustered=True,
    )  # fmt: skip
    _index("commitments_by_giver", "commitments", "giver", "place")
    _index("commitments_by_place", "commitments", "place")
    _index("commitments_by_taker", "commitments", "taker", "place")
    _create(
        "conduct",
        _key("document", Integer), _key("attribution", Integer), _key("number", Integer),
        _must("commitment", Integer), _must("relation", SmallInteger), _must("spans", LargeBinary),
        clustered=True,
    )  # fmt: skip
    _create(
        "stances",
        _key("document", Integer), _key("number", Integer), _must("mark", BigInteger), _must("attribution", Integer),
        _must("kind", SmallInteger), _may("toward", Integer), _must("statements", LargeBinary), _may("by", Integer),
        _must("by_span", LargeBinary), _must("aimed_at", LargeBinary), _must("reasons", LargeBinary),
        _may("taker", Integer), _may("target", Integer), _may("place", BigInteger),
        clustered=True,
    )  # fmt: skip
    _index("stances_by_place", "stances", "place")
    _index("stances_by_taker", "stances", "taker", "place")
    _index("stances_by_target", "stances", "target", "place")
    _create(
        "echoes",
        _key("document", Integer), _must("of", Text), _must("kind", SmallInteger), _must("spans", LargeBinary),
        _must("confidence", SmallInteger), _must("reason", Text),
        clustered=True,
    )  # fmt: skip
    _create(
        "reasons",
        _key("document", Integer), _must("bytes", LargeBinary),
        clustered=True,
    )  # fmt: skip
    _create(
        "entities",
        _serial("id"), Column("public", BigInteger, nullable=False, unique=True), _must("type", SmallInteger),
        _must("key", Text), _may("trait", Text), _may("scope", Integer), _must("documents", Integer),
        _must("about", Integer), _must("said", Integer), _may("link", Text), _may("cluster", Integer),
        clustered=False,
    )  # fmt: skip
    _index("entities_by_cluster", "entities", "cluster", where="cluster IS NOT NULL")
    _index("entities_by_link", "entities", "link", where="link IS NOT NULL")
    _index("entities_by_said", "entities", "said", "public", where="said > 0")
    _create(
        "names",
        _key("key", Text), _key("entity", Integer), _key("name", Text), _must("documents", Integer),
        clustered=True,
    )  # fmt: skip
    _index("names_by_entity", "names", "entity")
    _create(
        "traits",
        _key("public", BigInteger), _key("trait", Text), _must("documents", Integer),
        clustered=True,
    )  # fmt: skip
    _create(
        "appearances",
        _key("entity", Integer), _key("place", BigInteger), _must("document", Integer), _must("about", LargeBinary),
        _must("said", LargeBinary), _must("voiced", LargeBinary), _must("about_acts", BigInteger),
        _must("said_acts", BigInteger),
        clustered=True,
    )  # fmt: skip
    _index("appearances_by_document", "appearances", "document", "entity")
    _create(
        "claims",
        _serial("id"), _must("document", Integer), _must("statement", Integer), _must("place", BigInteger),
        clustered=False,
    )  # fmt: skip
    _index("claims_by_place", "claims", "place")
    _index("claims_by_wording", "claims", "document", "statement", unique=True)
    _create(
        "dirty",
        _key("document", Integer), _key("task", SmallInteger),
        clustered=True,
    )  # fmt: skip
    _create(
        "verdicts",
        _serial("id"), _must("document", LargeBinary), _must("target", Text), _must("decision", SmallInteger),
        _may("ground", SmallInteger), _may("note", Text), _may("edit", Text), _may("suggested", Text),
        _must("spans", LargeBinary), _must("words_hash", LargeBinary), _must("model", Integer), _must("by", Text),
        _must("at", Text),
        clustered=False,
    )  # fmt: skip
    _index("verdicts_by_document", "verdicts", "document")
    _create(
        "decisions",
        _serial("id"), _must("a", Text), _must("b", Text), _must("judgement", SmallInteger), _may("note", Text),
        _must("by", Text), _must("at", Text), _may("undone_by", Text), _may("undone_at", Text),
        clustered=False,
    )  # fmt: skip
    _index("decisions_by_a", "decisions", "a")
    _index("decisions_by_b", "decisions", "b")
    _create(
        "failures",
        _serial("id"), _must("source", Text), _must("given", Text), _must("code", Text), _must("problem", Text),
        _must("remedy", Text), _must("times", Integer), _must("at", Text),
        clustered=False,
    )  # fmt: skip
    _index("failures_by_source", "failures", "source", "given", unique=True)
