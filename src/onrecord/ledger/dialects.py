"""Where SQLite and PostgreSQL say the same thing differently."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from onrecord.ledger.store import Store

Insert: TypeAlias = sqlite.Insert | postgresql.Insert


def insert_new(store: Store, table: Table) -> Insert:
    """An insert that leaves rows alone whose key is there."""
    return _insert_new(store.postgres, table)


def insert_or_add(store: Store, table: Table, counted: str) -> Insert:
    """An insert that adds to the number in the column ``counted`` of rows whose key is there."""
    return _insert_or_add(store.postgres, table, counted)


@cache
def _insert_new(postgres: bool, table: Table) -> Insert:
    return (postgresql.insert(table) if postgres else sqlite.insert(table)).on_conflict_do_nothing()


@cache
def _insert_or_add(postgres: bool, table: Table, counted: str) -> Insert:
    inserted = postgresql.insert(table) if postgres else sqlite.insert(table)
    total = table.c[counted] + inserted.excluded[counted]
    return inserted.on_conflict_do_update(index_elements=list(table.primary_key.columns), set_={counted: total})
