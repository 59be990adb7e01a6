"""Tables of pronoun sources: names and places, no text."""

from pathlib import Path

import pytest

from onrecord.errors import BadInput
from onrecord.evaluation.pronoun_gold import rows, texts

STORED = Path(__file__).parents[2] / "eval" / "gold" / "pronouns" / "polnear-dev.tsv"
ARTICLE = "Ada Brook met Bo Lind. She said they agreed. Two clerks sat there. They nodded. He hummed."
TABLE = "article\tstart\tend\tname\tmention\n"


def table(folder, *lines):
    file = folder / "pronouns.tsv"
    file.write_text(TABLE + "".join(f"{line}\n" for line in lines), "utf-8")
    return file


def row(words, name, mention):
    start = ARTICLE.index(words)
    place = "" if mention is None else ARTICLE.index(mention)
    return f"brook\t{start}\t{start + len(words)}\t{name}\t{place}"


def test_the_stored_table_holds_150_places_and_names():
    stored = rows(STORED)
    assert len(stored) == len({(item.article, item.span) for item in stored}) == 150
    assert all(2 <= len(item.span) <= 4 for item in stored)
    assert all(len(name.split()) <= 4 for item in stored for name in item.name.removeprefix("group: ").split(" + "))
    assert all((item.mention is None) == (item.name == "?") for item in stored)


def test_names_groups_and_several_together_become_entities(tmp_path):
    file = table(
        tmp_path,
        row("She", "Ada Brook", "Ada"), row("they", "Ada Brook + Bo Lind", "Ada"),
        row("They", "group: Two clerks", "Two"), row("He", "?", None),
    )  # fmt: skip
    (text,) = texts(file, {"brook": ARTICLE})
    she, they, clerks, he = text.sources
    assert text.entity(she.entity).mentions[0].name.of(ARTICLE) == "Ada Brook"
    assert text.entity(they.entity).members == ("Ada Brook", "Bo Lind")
    assert text.entity(clerks.entity).mentions[0].core.of(ARTICLE) == "clerks"
    assert not text.entity(he.entity).resolved
    assert all(source.pronoun for source in text.sources)


def test_a_table_of_other_articles_is_refused(tmp_path):
    file = table(tmp_path, row("She", "Ada Brook", "Ada"))
    with pytest.raises(BadInput, match="brook"):
        list(texts(file, {}))
    with pytest.raises(BadInput, match="does not hold"):
        list(texts(file, {"brook": "Another text altogether, and long enough."}))


def test_other_tables_are_refused(tmp_path):
    file = tmp_path / "other.tsv"
    file.write_text("name\n", "utf-8")
    with pytest.raises(BadInput, match="columns"):
        rows(file)
    with pytest.raises(BadInput, match="line 2"):
        rows(table(tmp_path, "brook\tx\t3\tAda\t0"))
