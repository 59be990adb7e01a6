"""Migrations: from nothing to the tables that the code knows, each wholly or not at all."""

import multiprocessing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from onrecord.errors import BadInput, NotFound
from onrecord.ledger.address import parse
from onrecord.ledger.migrations import migrate
from onrecord.ledger.store import open_store
from onrecord.ledger.tables import metadata


def test_an_empty_ledger_gets_the_tables_that_the_code_knows(store):
    with store.reading() as connection:
        options = {"include_object": lambda thing, name, kind, reflected, _: not (
            reflected and name and name.startswith(("full_text", "alembic", "names_by_trigrams", "sqlite_"))
        )}  # fmt: skip
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_opening_again_changes_nothing(store, address):
    with open_store(parse(address)) as again:
        assert again.timing.count == 0


def test_a_migration_that_fails_leaves_nothing(address, monkeypatch):
    step = migrate._step

    def fail(*arguments):
        step(*arguments)
        raise RuntimeError("in the middle")

    monkeypatch.setattr(migrate, "_step", fail)
    with pytest.raises(RuntimeError):
        open_store(parse(address))
    monkeypatch.undo()
    with open_store(parse(address)) as store, store.reading() as connection:
        assert inspect(connection).has_table("documents")


def open_and_close(address: str) -> None:
    open_store(parse(address)).close()


def test_processes_that_open_a_new_ledger_at_once_agree(address):
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=open_and_close, args=(address,)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0, 0]


def test_a_ledger_of_a_newer_onrecord_is_refused(store, address):
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999_future'"))
    with pytest.raises(BadInput, match="newer Onrecord"):
        open_store(parse(address))


def test_tables_of_another_program_are_left_alone(tmp_path):
    import sqlite3

    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE birds (name TEXT)")
    connection.close()
    with pytest.raises(BadInput, match="another program"):
        open_store(parse(str(tmp_path / "other.db")))


def test_a_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / "notes.txt").write_text("No database, but text that is long enough to look like one." * 50)
    with pytest.raises(BadInput, match=r"no ledger|cannot be opened"):
        open_store(parse(str(tmp_path / "notes.txt")))


@pytest.mark.parametrize(
    ("given", "error", "words"),
    [
        ("mysql://somewhere/else", BadInput, "no ledger"),
        (".", BadInput, "folder"),
        ("nowhere/at/all.db", NotFound, "no folder"),
        ("postgresql://nobody@localhost:1/none", Exception, "cannot be used"),
    ],
)
def test_addresses_that_lead_nowhere_are_explained(given, error, words):
    if "postgresql" in given:
        pytest.importorskip("psycopg")
    with pytest.raises(error, match=words):
        open_store(parse(given))


def test_a_password_is_never_shown():
    assert parse("postgresql://ana:secret@db.example/ledger").shown == "postgresql://ana:***@db.example/ledger"
