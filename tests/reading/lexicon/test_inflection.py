"""Base forms: an irregular table and rules of endings, with no dictionary."""

import pytest

from onrecord.reading.lexicon.inflection import base_forms, is_gerund, is_participle, is_past


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("said", "say"), ("told", "tell"), ("denied", "deny"), ("denies", "deny"), ("denying", "deny"),
        ("claimed", "claim"), ("believed", "believe"), ("believing", "believe"), ("planned", "plan"),
        ("planning", "plan"), ("admitted", "admit"), ("promises", "promise"), ("wishes", "wish"), ("is", "be"),
        ("'re", "be"), ("has", "have"), ("wo", "will"), ("ca", "can"), ("lying", "lie"), ("sought", "seek"),
        ("undertook", "undertake"), ("written", "write"), ("mimicked", "mimic"), ("allegations", "allegation"),
        ("women", "woman"), ("emphasised", "emphasize"), ("favoured", "favor"), ("analysed", "analyze"),
        ("agreeing", "agree"), ("tied", "tie"), ("dies", "die"),
    ],
)  # fmt: skip
def test_base_forms(form, base):
    assert base in base_forms(form)


def test_a_form_with_two_bases_has_both():
    assert "find" in base_forms("found")
    assert "found" in base_forms("found")


@pytest.mark.parametrize("word", ["was", "this", "the", "his", "boss", "red", "king", "sing", "thing"])
def test_words_that_only_look_inflected_keep_themselves(word):
    assert word in base_forms(word)


def test_kinds_of_forms():
    assert is_past("fell")
    assert is_past("outsold")
    assert not is_past("fallen")
    assert is_participle("fallen")
    assert is_participle("misread")
    assert not is_participle("fell")
    assert is_gerund("trying")
    assert not is_gerund("spring")
