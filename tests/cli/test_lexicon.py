"""``onrecord read --lexicon``: a newsroom's own words."""

import json

import pytest
from click.testing import CliRunner

from onrecord.faces.cli.main import main
from onrecord.reading.lexicon.load import CUE_COLUMNS

TEXT = "The bridge is safe, the mayor said on Tuesday.\n"


def read(*arguments):
    return CliRunner().invoke(main, ["read", "-", "--format", "json", *arguments], input=TEXT)


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.tsv"
    row = ("say", "verb", "", "claim", "probable", "keep", "distancing", "", "same", "The mayor says so.")
    path.write_text("\t".join(CUE_COLUMNS) + "\n" + "\t".join(row) + "\n", encoding="utf-8")
    return path


def test_own_words_decide_and_the_reading_says_which_lexicon_it_used(own):
    plain = json.loads(read().output)
    ours = json.loads(read("--lexicon", str(own)).output)
    assert plain["model"]["lexicon"] == "1"
    assert ours["model"]["lexicon"].startswith("1+")
    said, claimed = plain["attributions"][0], ours["attributions"][0]
    assert (said["act"], said["reporter_stance"], said["certainty"]) == ("say", "neutral", "certain")
    assert (claimed["act"], claimed["reporter_stance"], claimed["certainty"]) == ("claim", "distancing", "probable")


def test_a_mistake_in_it_is_told_before_anything_is_read(own):
    own.write_text(own.read_text(encoding="utf-8").replace("claim", "shout"), encoding="utf-8")
    result = read("--lexicon", str(own))
    assert result.exit_code == 65
    assert f"{own}, line 2" in result.output
    assert "“shout”" in result.output


def test_a_lexicon_that_is_not_there_is_told(tmp_path):
    result = read("--lexicon", str(tmp_path / "nowhere.tsv"))
    assert result.exit_code == 66
