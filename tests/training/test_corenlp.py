"""Silver layers turned from Penn tags and older dependencies to those that are learned."""

from pathlib import Path

import pytest

from training.corpora import corenlp
from training.corpora.words import Word

COLUMNS = ("sentence", "token", "start", "end", "document", "form", "tag", "name", "head", "relation", "reference")


def row(form: str, tag: str, head: int, relation: str, name: str = "O", reference: str = "_", sentence: str = "0"):
    return form, tag, head, relation, name, reference, sentence


def read(folder: Path, *rows):
    at, lines, count = 0, [], {}
    for form, tag, head, relation, name, reference, sentence in rows:
        number = count[sentence] = count.get(sentence, 0) + 1
        fields = (sentence, number, at, at + len(form), 0, form, tag, name, head, relation, reference)
        assert len(fields) == len(COLUMNS)
        lines.append("\t".join(map(str, fields)))
        at += len(form) + 1
    file = folder / "layers.tsv"
    file.write_text("\n".join(lines), "utf-8")
    return corenlp.words(file)


def shown(words: list[Word]) -> list[tuple[str, int, str]]:
    return [(word.pos, word.head, word.relation) for word in words]


def test_heads_count_from_the_beginning_of_their_sentence(tmp_path):
    words, _ = read(
        tmp_path,
        row("It", "PRP", 2, "nsubj"), row("rained", "VBD", 0, "root"),
        row("She", "PRP", 2, "nsubj", sentence="1"), row("left", "VBD", 0, "root", sentence="1"),
    )  # fmt: skip
    assert shown(words) == [("PRON", 1, "nsubj"), ("VERB", -1, "root"), ("PRON", 3, "nsubj"), ("VERB", -1, "root")]


@pytest.mark.parametrize(
    ("old", "new"),
    [("dobj", "obj"), ("nsubjpass", "nsubj:pass"), ("auxpass", "aux:pass"), ("neg", "advmod"), ("mwe", "fixed")],
)
def test_older_relations_have_their_new_names(tmp_path, old, new):
    words, _ = read(tmp_path, row("saw", "VBD", 0, "root"), row("it", "PRP", 1, old))
    assert words[1].relation == new


def test_what_modifies_a_verb_is_oblique_and_what_modifies_a_noun_is_not(tmp_path):
    words, _ = read(
        tmp_path, row("left", "VBD", 0, "root"), row("camp", "NN", 1, "nmod"), row("valley", "NN", 2, "nmod")
    )
    assert [word.relation for word in words] == ["root", "obl", "nmod"]


@pytest.mark.parametrize(
    ("form", "tag", "relation", "pos"),
    [
        ("was", "VBD", "auxpass", "AUX"), ("was", "VBD", "ccomp", "VERB"), ("because", "IN", "mark", "SCONJ"),
        ("in", "IN", "case", "ADP"), ("to", "TO", "case", "ADP"), ("to", "TO", "mark", "PART"),
        ("that", "DT", "nsubj", "PRON"), ("that", "DT", "det", "DET"), ("n't", "RB", "neg", "PART"),
        ("soon", "RB", "advmod", "ADV"), ("odd", "ZZ", "dep", "X"),
    ],
)  # fmt: skip
def test_tags_become_universal_parts_of_speech(tmp_path, form, tag, relation, pos):
    words, _ = read(tmp_path, row("left", "VBD", 0, "root"), row(form, tag, 1, relation))
    assert words[1].pos == pos


def test_a_persons_name_hangs_on_its_first_word_and_a_title_on_that(tmp_path):
    words, _ = read(
        tmp_path,
        row("Mayor", "NNP", 3, "compound"), row("Lina", "NNP", 3, "compound", "PERSON"),
        row("Okafor", "NNP", 4, "nsubj", "PERSON"), row("left", "VBD", 0, "root"),
    )  # fmt: skip
    assert shown(words)[:3] == [("PROPN", 1, "nmod:desc"), ("PROPN", 3, "nsubj"), ("PROPN", 1, "flat")]


def test_coreferent_mentions_have_their_head_and_cluster(tmp_path):
    _, references = read(
        tmp_path,
        row("The", "DT", 2, "det", reference="7("), row("mayor", "NN", 3, "nsubj", reference="7)"),
        row("left", "VBD", 0, "root"), row("her", "PRP$", 5, "nmod:poss", reference="7()"),
        row("town", "NN", 3, "dobj"),
    )  # fmt: skip
    assert [(one.first, one.last, one.head, one.cluster) for one in references] == [(0, 1, 1, 7), (3, 3, 3, 7)]


def test_a_bracket_that_nothing_opened_is_passed_over(tmp_path):
    _, references = read(tmp_path, row("mayor", "NN", 0, "root", reference="7)"))
    assert references == []
