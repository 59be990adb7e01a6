"""From a corpus's tokens to units: labels on first units, further units hang on them, punctuation is stepped over."""

import numpy as np

from onrecord.reading.labels import MENTION_TYPES
from onrecord.reading.model import SHIPPED
from onrecord.reading.syntax import PARTS_OF_SPEECH, RELATIONS, TENSES
from onrecord.reading.tokens import Wordpieces
from training.corpora.words import Reference, Word, first_units, folded, with_references, with_syntax
from training.features import IGNORED, UNASKED, Example

WORDPIECES = Wordpieces(SHIPPED / "tokenizer.json")
TEXT = "“Co-operation” ended, he said."


def words(text: str = TEXT) -> list[Word]:
    rows = [
        ("“", 1, "punct", "PUNCT", "``"), ("Co-operation", 3, "nsubj", "NOUN", "NN"), ("”", 1, "punct", "PUNCT", "''"),
        ("ended", 6, "ccomp", "VERB", "VBD"), (",", 6, "punct", "PUNCT", ","), ("he", 6, "nsubj", "PRON", "PRP"),
        ("said", -1, "root", "VERB", "VBD"), (".", 6, "punct", "PUNCT", "."),
    ]  # fmt: skip
    found, at = [], 0
    for form, head, relation, pos, tag in rows:
        at = text.index(form, at)
        found.append(Word(at, at + len(form), head, relation, pos, tag))
        at += len(form)
    return found


def test_the_first_unit_of_a_word_and_the_word_of_a_unit():
    unit_of, word_of = first_units(WORDPIECES(TEXT), words())
    assert unit_of.tolist() == [-1, 0, -1, 2, -1, 3, 4, -1]
    assert word_of.tolist() == [1, 1, 3, 5, 6]


def test_further_units_of_a_word_hang_on_its_first():
    example = with_syntax(Example(WORDPIECES(TEXT)), words())
    assert example.heads is not None
    assert example.relations is not None
    assert example.heads.tolist() == [2, 0, 4, 4, 4], "a root hangs on itself"
    assert [RELATIONS[place] for place in example.relations] == ["nsubj", "goeswith", "ccomp", "nsubj", "root"]
    assert [PARTS_OF_SPEECH[place] for place in example.pos] == ["NOUN", "NOUN", "VERB", "PRON", "VERB"]
    assert [TENSES[place] for place in example.tense] == ["none", "none", "past", "none", "past"]


def test_what_hangs_on_punctuation_hangs_on_the_next_head_above_it():
    found = words()
    found[5] = Word(found[5].start, found[5].end, 4, "nsubj", "PRON", "PRP")
    example = with_syntax(Example(WORDPIECES(TEXT)), found)
    assert example.heads.tolist()[3] == 4


def test_units_of_no_word_are_not_taught():
    found = [word for word in words() if word.pos != "PRON"]
    moved = [Word(w.start, w.end, -1, "root", w.pos, w.tag) for w in found]
    example = with_syntax(Example(WORDPIECES(TEXT)), moved)
    assert example.heads.tolist()[3] == example.pos.tolist()[3] == IGNORED


def test_a_corpus_that_marks_all_mentions_says_of_every_noun_what_it_is():
    references = [Reference(1, 1, 1, (), 0), Reference(5, 5, 5, ("person",), 3)]
    example = with_references(Example(WORDPIECES(TEXT)), words(), references, others=True)
    person = 1 + MENTION_TYPES.index("person")
    assert np.argwhere(example.kinds).tolist() == [[0, 0], [1, 0], [2, 0], [3, person], [4, 0]]
    assert example.clusters.tolist() == [1, IGNORED, IGNORED, 4, IGNORED]


def test_a_corpus_that_marks_only_what_corefers_asks_nothing_of_the_rest():
    example = with_references(Example(WORDPIECES(TEXT)), words(), [Reference(5, 5, 5, (), 3)], others=False)
    assert example.kinds is None
    assert example.clusters.tolist() == [UNASKED, IGNORED, IGNORED, 4, IGNORED]


def test_rare_relations_are_folded_into_what_is_learned():
    found = {name: folded(name) for name in ("nsubj", "nsubj:outer", "obl:tmod", "aux:pass", "reparandum", "odd:one")}
    assert found == {
        "nsubj": "nsubj", "nsubj:outer": "nsubj", "obl:tmod": "obl", "aux:pass": "aux:pass", "reparandum": "dep",
        "odd:one": "dep",
    }  # fmt: skip
