"""``onrecord eval entities``, ``coreference`` and ``sources`` from the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.faces.cli.main import main

GOLD = '''
[[text]]
id = "harbor"
split = "dev"
field = "local"
text = """
Ines Calloway said the ferry leaked. The harbor master spoke in Tarn.
"""

[[text.entity]]
key = "calloway"
name = "Ines Calloway"
type = "person"
mentions = ["Ines Calloway", {s = "The harbor master", form = "nominal"}]

[[text.entity]]
key = "tarn"
name = "Tarn"
type = "geopolitical"
mentions = ["Tarn"]

[[text.source]]
words = "Ines Calloway"
entity = "calloway"
'''


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "harbor.toml").write_text(GOLD, "utf-8")
    return tmp_path


def figures(*arguments: str) -> dict[str, dict[str, float]]:
    result = CliRunner().invoke(main, ["eval", *arguments, "--format", "json"])
    assert result.exit_code == 0, result.output
    found: dict[str, dict[str, float]] = json.loads(result.output)
    return found


def test_names(gold):
    result = figures("entities", "--data", str(gold))
    assert result["texts"] == 1
    assert set(result["exact"]) == {"precision", "recall", "f1"}
    assert result["partial"]["f1"] > 0


def test_coreference(gold):
    result = figures("coreference", "--data", str(gold))
    assert {"exact, CoNLL", "head, CoNLL", "head, LEA"} <= set(result)


def test_sources(gold):
    result = figures("sources", "--data", str(gold))
    assert result["all"]["sources"] == 1
    assert result["all"]["right"] == 100
    assert result["pronouns"]["sources"] == 0


def test_a_table_reads_like_one(gold):
    result = CliRunner().invoke(main, ["eval", "sources", "--data", str(gold)])
    assert "wrong name" in result.output
    assert "all (1)" in result.output


def test_pronouns_of_a_polnear_folder(tmp_path):
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    text = "Mayor Ines Calloway met reporters on Friday. “The ferry leaks,” she said."
    (tmp_path / "text" / "paper_1.txt").write_text(text, "utf-8")
    (tmp_path / "attributions" / "paper_1_ann.ann").write_text("", "utf-8")
    at = text.index("she")
    table = tmp_path / "pronouns.tsv"
    row = f"paper_1\t{at}\t{at + 3}\tInes Calloway\t{text.index('Ines')}\n"
    table.write_text(f"article\tstart\tend\tname\tmention\n{row}", "utf-8")
    result = figures("sources", "--data", str(tmp_path), "--pronouns", str(table))
    assert result["pronouns"]["sources"] == 1


def test_a_folder_without_gold_is_refused(tmp_path):
    result = CliRunner().invoke(main, ["eval", "entities", "--data", str(tmp_path)])
    assert result.exit_code == 65
    assert "no such CoNLL-U file" in result.output
