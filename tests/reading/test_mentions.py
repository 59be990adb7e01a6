"""Mentions: names, noun phrases and pronouns, whole and without what only follows."""

import pytest

from onrecord.reading.antecedents import KEPT, LEAST
from onrecord.run.evaluating import plain_document
from onrecord.run.pipeline import reader
from onrecord.types import LinkReason, Mention, MentionForm, MentionType, Reading


def read(text: str) -> Reading:
    return reader().read(plain_document(text))


def named(text: str) -> dict[str, Mention]:
    found = read(text)
    return {mention.span.of(text): mention for mention in found.mentions}


def test_a_name_with_an_office_before_it_is_one_mention_that_holds_the_bare_name():
    text = "Dr. Tarik Belman visited the hospital on Monday."
    mention = named(text)["Dr. Tarik Belman"]
    assert (mention.form, mention.type) == (MentionForm.NAME, MentionType.PERSON)
    assert mention.name is not None
    assert mention.name.of(text) == "Tarik Belman"


def test_a_name_inside_a_noun_phrase_is_a_mention_of_its_own():
    text = "The UNESCO report was published in Geneva."
    found = named(text)
    assert found["UNESCO"].form is MentionForm.NAME
    assert found["The UNESCO report"].form is MentionForm.NOMINAL
    assert found["Geneva"].type is MentionType.GEOPOLITICAL


def test_a_relative_clause_does_not_belong_to_the_mention():
    found = named("The minister, who resigned in May, left the country.")
    assert "The minister" in found
    assert not any("resigned" in words for words in found)


def test_an_adjective_of_a_country_is_a_mention_of_the_country():
    mention = named("German police searched the offices of the bank.")["German"]
    assert (mention.form, mention.type) == (MentionForm.ADJECTIVE, MentionType.GEOPOLITICAL)


@pytest.mark.parametrize("pronoun", ["She", "He", "They"])
def test_pronouns_are_mentions_and_subjects(pronoun):
    mention = named(f"The judge arrived late. {pronoun} apologized to the court.")[pronoun]
    assert mention.form is MentionForm.PRONOUN
    assert mention.subject


def test_ids_are_in_text_order_and_antecedents_stand_before():
    text = "The governor of Marlow, Jean Okafor, met the miners. She said she would help them and their union."
    found = read(text)
    assert [mention.id for mention in found.mentions] == [f"m{n}" for n in range(1, len(found.mentions) + 1)]
    spans = {mention.id: mention for mention in found.mentions}
    links = [link for link in found.antecedents if link.reason is LinkReason.MODEL]
    assert links
    for link in links:
        assert spans[link.antecedent].head < spans[link.mention].head
        assert LEAST <= link.probability <= 1
    for mention in spans:
        own = [link for link in links if link.mention == mention]
        assert len(own) <= KEPT
        assert sum(link.probability for link in own) <= 1.0001
