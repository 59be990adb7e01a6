"""Loaded lists: stored whole or not at all, replaced, removed, damaged, and used by every reading."""

import json

import numpy as np
import pytest

from onrecord.errors import BadInput, BrokenList, NotFound
from onrecord.intake.sources import Raw
from onrecord.linking.watchlists import index as indexing
from onrecord.run import watchlists
from onrecord.run.pipeline import read_raw
from onrecord.settings import Settings, lists_folder
from tests.linking.watchlists.made_up import UN, ofac_files, reading, un_file


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data" / "lists"


def test_a_list_is_stored_shown_and_removed(tmp_path, folder):
    (added,) = watchlists.add(un_file(tmp_path), folder)
    assert (added.name, added.entries, added.date) == ("un-sc", 2, "2031-04-05")
    assert watchlists.stored(folder) == (added,)
    watchlists.remove("un-sc", folder)
    assert watchlists.stored(folder) == ()
    assert list(folder.iterdir()) == []


def test_what_was_stored_is_what_was_loaded(tmp_path, folder):
    watchlists.add(ofac_files(tmp_path), folder)
    (index,) = watchlists.loaded(folder)
    fresh = indexing.build(watchlists.load(tmp_path / "sdn.csv")[0])
    assert list(index.entries()) == list(fresh.entries())
    assert all(np.array_equal(array, index.arrays()[name]) for name, array in fresh.arrays().items())


def test_a_newer_copy_takes_the_place_of_the_older(tmp_path, folder):
    watchlists.add(un_file(tmp_path), folder)
    assert len(watchlists.loaded(folder)[0]) == 2
    shorter = UN[: UN.index("<ENTITIES>")] + "</CONSOLIDATED_LIST>"
    watchlists.add(un_file(tmp_path, shorter), folder)
    assert [one.entries for one in watchlists.stored(folder)] == [1]
    assert len(watchlists.loaded(folder)[0]) == 1


def test_a_list_that_cannot_be_read_leaves_the_older_one(tmp_path, folder):
    watchlists.add(un_file(tmp_path), folder)
    with pytest.raises(BadInput):
        watchlists.add(un_file(tmp_path, UN[:900]), folder)
    assert len(watchlists.loaded(folder)[0]) == 2
    assert [file.name for file in folder.iterdir()] == ["un-sc.npz"]


def test_a_write_that_fails_half_way_leaves_the_older_one(tmp_path, folder, monkeypatch):
    watchlists.add(un_file(tmp_path), folder)

    def full(stream, **arrays):
        stream.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(np, "savez", full)
    with pytest.raises(BadInput, match="No space left"):
        watchlists.add(un_file(tmp_path), folder)
    monkeypatch.undo()
    assert len(watchlists.loaded(folder)[0]) == 2
    assert [file.name for file in folder.iterdir()] == ["un-sc.npz"]


def test_a_damaged_list_is_said_and_can_be_removed(tmp_path, folder):
    watchlists.add(un_file(tmp_path), folder)
    file = folder / "un-sc.npz"
    file.write_bytes(file.read_bytes()[:2000])
    (shown,) = watchlists.stored(folder)
    assert shown.entries is None
    assert "damaged" in shown.problem
    with pytest.raises(BrokenList, match="onrecord lists remove un-sc"):
        watchlists.loaded(folder)
    watchlists.remove("un-sc", folder)
    assert watchlists.loaded(folder) == ()


def test_a_list_of_another_version_is_indexed_anew(tmp_path, folder):
    watchlists.add(un_file(tmp_path), folder)
    file = folder / "un-sc.npz"
    with np.load(file) as stored:
        arrays = dict(stored)
    head = json.loads(arrays["about"].tobytes()) | {"version": 0}
    arrays["about"] = np.frombuffer(json.dumps(head).encode(), np.uint8)
    del arrays["persons.keys"]
    np.savez(file, **arrays)
    (index,) = watchlists.loaded(folder)
    assert len(index.persons.keys) > 0


@pytest.mark.parametrize("name", ["un-sc", "../un-sc", "", "UN"])
def test_a_list_that_is_not_there_cannot_be_removed(folder, name):
    with pytest.raises(NotFound, match="Loaded: none"):
        watchlists.remove(name, folder)


def test_lists_are_read_once_for_each_state_of_the_folder(tmp_path, folder):
    watchlists.add(un_file(tmp_path), folder)
    assert watchlists.loaded(folder) is watchlists.loaded(folder)
    watchlists.add(ofac_files(tmp_path), folder)
    assert [index.name for index in watchlists.loaded(folder)] == ["ofac-sdn", "un-sc"]


def test_readings_get_links_only_where_lists_are_loaded(tmp_path, folder):
    before = reading("Qasim Tarbuzi spoke.", "Qasim Tarbuzi")
    assert watchlists.with_watch_lists(before, folder) is before
    watchlists.add(un_file(tmp_path), folder)
    after = watchlists.with_watch_lists(before, folder)
    assert [link.id for link in after.entities[0].links] == ["TAi.901"]


def test_a_document_that_is_read_gets_them(tmp_path, folder):
    watchlists.add(un_file(tmp_path), folder)
    text = "The road is closed, Qasim Tarbuzi said on Monday. “It will stay closed,” Tarbuzi said."
    read = read_raw(Raw("made-up.txt", text.encode()), Settings(lists=folder))
    links = {link.id for entity in read.entities for link in entity.links if link.certain}
    assert links == {"TAi.901"}


def test_where_lists_are_kept(tmp_path):
    assert lists_folder({"ONRECORD_LISTS": str(tmp_path)}) == tmp_path
    assert lists_folder({"XDG_DATA_HOME": str(tmp_path)}) == tmp_path / "onrecord" / "lists"
    assert lists_folder({}).parts[-4:] == (".local", "share", "onrecord", "lists")
