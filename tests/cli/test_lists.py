"""``onrecord lists`` as a person runs it: in a process of its own."""

import json

import pytest

from tests.cli.test_read import onrecord
from tests.linking.watchlists.made_up import ofac_files, un_file


@pytest.fixture
def lists(tmp_path):
    """Runs ``onrecord lists`` on a folder of its own."""

    def run(*arguments, expect=0):
        done = onrecord("lists", *map(str, arguments), ONRECORD_LISTS=str(tmp_path / "lists"))
        assert done.returncode == expect, done.stderr.decode()
        return done.stdout.decode() if expect == 0 else done.stderr.decode()

    return run


def test_load_show_and_remove(tmp_path, lists):
    assert "No list is loaded" in lists()
    assert lists("add", un_file(tmp_path)) == "un-sc: 2 entries, list of 2031-04-05\n"
    assert lists("add", ofac_files(tmp_path, beside=False)).splitlines()[1].startswith("  alt.csv is not beside")
    table = lists()
    assert "un-sc" in table
    assert "2031-04-05" in table
    shown = json.loads(lists("--format", "json"))["lists"]
    assert [(one["name"], one["entries"]) for one in shown] == [("ofac-sdn", 3), ("un-sc", 2)]
    assert set(shown[0]) == {"name", "entries", "date", "file", "added", "notes", "problem"}
    assert lists("remove", "un-sc") == "un-sc is removed.\n"
    assert [one["name"] for one in json.loads(lists("--format", "json"))["lists"]] == ["ofac-sdn"]


def test_what_goes_wrong_has_one_sentence_and_its_exit_code(tmp_path, lists):
    bad = tmp_path / "bad.csv"
    bad.write_text("when,where\n", "utf-8")
    for arguments, code in ((("add", bad), 65), (("add", tmp_path / "no.xml"), 66), (("remove", "un-sc"), 66)):
        message = lists(*arguments, expect=code)
        assert len(message.strip().splitlines()) == 1


def test_a_reading_shows_the_link(tmp_path):
    onrecord("lists", "add", str(un_file(tmp_path)), ONRECORD_LISTS=str(tmp_path / "lists"))
    text = "The road is closed, Qasim Tarbuzi said on Monday after the meeting in the capital."
    done = onrecord("read", "-", "--format", "json", stdin=text.encode(), ONRECORD_LISTS=str(tmp_path / "lists"))
    (link,) = [link for entity in json.loads(done.stdout)["entities"] for link in entity["links"]]
    assert (link["list"], link["id"], link["certain"]) == ("un-sc", "TAi.901", True)
    assert "Qasim Tarbuzi" in link["reason"]
