"""Backups hold everything, and come back as they were, on any database."""

import pytest

from onrecord.errors import BadInput, NotFound
from onrecord.ledger.address import parse
from onrecord.ledger.backup import back_up, restore
from onrecord.ledger.checking import check_documents, check_ledger
from onrecord.ledger.removal import remove
from onrecord.ledger.store import open_store
from onrecord.ledger.writer import add
from onrecord.linking.identity import identify

from .articles import article
from .snapshot import snapshot


@pytest.fixture
def filled(store):
    for number in range(4):
        add(store, article(number), identify)
    remove(store, article(3).document.id, "a court order", by="ana")
    return store


def test_a_backup_comes_back_as_it_was(filled, tmp_path):
    backup, back = tmp_path / "backup.db", parse(str(tmp_path / "back.db"))
    assert back_up(filled, backup) == 3
    assert restore(backup, back) == 3
    with open_store(back) as again:
        assert snapshot(again) == snapshot(filled)
        assert check_ledger(again) == []
        assert [one for _, found in check_documents(again) for one in found] == []


def test_a_backup_of_a_file_goes_into_a_server(tmp_path, postgres_server):
    with open_store(parse(str(tmp_path / "ledger.db"))) as small:
        for number in range(3):
            add(small, article(number), identify)
        back_up(small, tmp_path / "backup.db")
        address = postgres_server.database()
        assert restore(tmp_path / "backup.db", parse(address)) == 3
        with open_store(parse(address)) as server:
            assert snapshot(server) == snapshot(small)
            assert [one for _, found in check_documents(server) for one in found] == []
            add(server, article(9), identify)
    with pytest.raises(BadInput, match="holds documents"):
        restore(tmp_path / "backup.db", parse(address))
    postgres_server.drop(address)


def test_nothing_is_overwritten(filled, tmp_path):
    back_up(filled, tmp_path / "backup.db")
    with pytest.raises(BadInput, match="there already"):
        back_up(filled, tmp_path / "backup.db")
    (tmp_path / "ledger2.db").write_text("")
    with pytest.raises(BadInput, match="already"):
        restore(tmp_path / "backup.db", parse(str(tmp_path / "ledger2.db")))
    with pytest.raises(NotFound):
        restore(tmp_path / "none.db", parse(str(tmp_path / "new.db")))
    assert not list(tmp_path.glob("*.part*"))
