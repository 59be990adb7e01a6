"""CoNLL-U with entities, on a small document of our own."""

from pathlib import Path

import pytest

from onrecord.errors import BadInput
from onrecord.evaluation import gum
from onrecord.types import MentionForm, MentionType

ROWS = """
# newpar
1 Mayor mayor PROPN NNP 2 Entity=(1-person-new-2-coref
2 Ada ada PROPN NNP 4 _
3 Brook brook PROPN NNP 2 Entity=1)
4 praised praise VERB VBD 0 _
5 the the DET DT 6 Entity=(2-organization-new-2,3,4-coref
6 Bank bank PROPN NNP 4 _
7 of of ADP IN 8 _
8 Tarn tarn PROPN NNP 6 Entity=(3-place-new-1-coref)2)|SpaceAfter=No
9 . . PUNCT . 4 _

# newpar
1 She she PRON PRP 2 Entity=(1-person-giv-1-coref)
2 liked like VERB VBD 0 _
3-4 bank's _ _ _ _ _
3 bank bank NOUN NN 5 Entity=(4-object-new-3-coref(2-organization-giv-1-coref
4 's 's PART POS 3 Entity=2)
5 report report NOUN NN 2 _
6 on on ADP IN 7 _
7 Monday Monday PROPN NNP 5 Entity=(5-time-new-1-sgl)4)|SpaceAfter=No
8 . . PUNCT . 2 _

1 Its its PRON PRP$ 2 Entity=(2-organization-giv-1-coref)
2 president president PROPN NNP 3 _
3 hummed hum VERB VBD 0 Entity=(6-abstract-new-1-coref)
4 . . PUNCT . 3 _
"""


def conllu(rows: str) -> str:
    lines = ["# newdoc id = TINY_news_bank", "# global.Entity = GRP-etype-infstat-minspan-link"]
    for row in rows.strip().splitlines():
        if not row or row.startswith("#"):
            lines.append(row)
            continue
        number, word, lemma, universal, own, head, *misc = row.split(" ")
        if "-" in number:
            lines.append("\t".join([number, word, *"_______", "_"]))
        else:
            lines.append("\t".join([number, word, lemma, universal, own, "_", head, "dep", "_", misc[0]]))
    return "\n".join([*lines, "", ""])


@pytest.fixture
def document(tmp_path):
    file = tmp_path / "TINY_news_bank.conllu"
    file.write_text(conllu(ROWS), "utf-8")
    return gum.read(file)


def mentions(document, key):
    return [(mention.span.of(document.text), mention.form) for mention in document.entity(key).mentions]


def test_the_text_is_put_together_again(document):
    assert document.text == (
        "Mayor Ada Brook praised the Bank of Tarn.\n\nShe liked bank's report on Monday. Its president hummed . "
    ).strip(" ")


def test_brackets_nest_and_are_one_entity_by_their_number(document):
    assert mentions(document, "1") == [("Mayor Ada Brook", MentionForm.NAME), ("She", MentionForm.PRONOUN)]
    assert mentions(document, "2") == [
        ("the Bank of Tarn", MentionForm.NAME), ("bank", MentionForm.NOMINAL), ("Its", MentionForm.PRONOUN),
    ]  # fmt: skip
    assert mentions(document, "3") == [("Tarn", MentionForm.NAME)]
    assert mentions(document, "4") == [("bank's report on Monday", MentionForm.NOMINAL)]


def test_the_bare_name_is_the_proper_nouns_around_the_head(document):
    (bank, *_) = document.entity("2").mentions
    assert bank.name.of(document.text) == "Bank of Tarn"
    assert bank.core == bank.name
    assert document.entity("4").mentions[0].core.of(document.text) == "report"


def test_types_are_ours(document):
    assert document.entity("1").types == {MentionType.PERSON}
    assert document.entity("3").types == {MentionType.GEOPOLITICAL, MentionType.PLACE, MentionType.FACILITY}
    assert document.entity("4").types == {MentionType.OTHER, MentionType.WORK}


def test_times_and_nameless_abstractions_are_left_out(document):
    assert {entity.key for entity in document.entities} == {"1", "2", "3", "4"}


def test_a_genre_and_a_part_can_be_asked_for(tmp_path):
    (tmp_path / "dep").mkdir()
    for name in ("GUM_news_bank", "GUM_news_harbor", "GUM_fiction_bank"):
        (tmp_path / "dep" / f"{name}.conllu").write_text(conllu(ROWS), "utf-8")
    (tmp_path / "splits.md").write_text("# Splits\n\n## dev\n\n  * GUM_news_bank\n  * GUM_fiction_bank\n", "utf-8")
    assert len(list(gum.texts(tmp_path))) == 3
    assert [text.id for text in gum.texts(tmp_path, genre="news", split="dev")] == ["GUM_news_bank"]
    with pytest.raises(BadInput, match="no such"):
        list(gum.texts(tmp_path, genre="vlog"))


def test_a_part_needs_the_table_of_parts(tmp_path):
    with pytest.raises(BadInput, match="splits"):
        list(gum.texts(tmp_path, split="dev"))


@pytest.mark.parametrize("text", ["not CoNLL-U at all\n", "1\ta\ta\tDET\tDT\t_\t0\troot\t_\t_\n"])
def test_other_files_are_refused(tmp_path: Path, text):
    file = tmp_path / "other.conllu"
    file.write_text(text, "utf-8")
    with pytest.raises(BadInput, match=r"other\.conllu: line 1"):
        gum.read(file)
