"""Who stands behind each attribution; who cannot be told stays unresolved, with a reason."""

from onrecord.linking.sources import resolve
from onrecord.types import MentionType, SourceKind
from tests.linking.read_by_hand import Script, behind, called, entity


def test_a_pronoun_speaks_for_the_name_it_stands_for():
    script = Script("Lina Okafor left. She said it rained.")
    okafor = script.mention("Lina Okafor", "nPs")
    script.back(script.mention("She", "pPs"), okafor)
    said = script.says("She", "said", "it rained", kind="somebody")
    reading = resolve(script.reading())
    assert behind(reading, said) == "Lina Okafor"
    assert reading.attributions[0].source_kind is SourceKind.NAMED_PERSON
    assert "stands for “Lina Okafor”" in reading.attributions[0].reasons


def test_a_pronoun_that_may_be_anybody_is_unresolved_with_a_reason():
    script = Script("She said it rained.")
    script.mention("She", "pPs")
    script.says("She", "said", "it rained", kind="somebody")
    (attribution,) = resolve(script.reading()).attributions
    assert attribution.source_entity is None
    assert "who is meant by “She” cannot be told from the text" in attribution.reasons


def test_an_unnamed_source_is_never_turned_into_a_name():
    script = Script("Lina Okafor left. An official said it rained. A driver said it snowed.")
    okafor = script.mention("Lina Okafor", "nPs")
    for words, told in (("An official", "it rained"), ("A driver", "it snowed")):
        script.back(script.mention(words, "dPs"), okafor, 0.95)
        script.says(words, "said", told, kind="somebody")
    reading = resolve(script.reading())
    assert [behind(reading, item.id) for item in reading.attributions] == ["An official", "A driver"]
    for name in ("An official", "A driver"):
        assert not entity(reading, name).resolved
        assert entity(reading, name).reason == "the text does not name this source"


def test_i_in_a_direct_quotation_is_who_is_quoted():
    script = Script("“I lost my boat,” Okafor said. I saw it.")
    for words in ("I", "my"):
        script.mention(words, "pP")
    script.mention("Okafor", "nPs")
    script.mention("I", "pP")
    script.says("Okafor", "said", "I lost my boat", direct=True)
    assert called(resolve(script.reading())) == {"Okafor": ["I", "my", "Okafor"]}


def test_i_in_a_quotation_inside_a_quotation_is_the_inner_speaker():
    script = Script("“Ruiz said: ‘I lost’,” Okafor said.")
    script.mention("Ruiz", "nP")
    script.mention("I", "pP")
    script.mention("Okafor", "nP")
    outer = script.says("Okafor", "said", "Ruiz said: ‘I lost’", direct=True)
    script.says("Ruiz", "said", "I lost", direct=True, parent=outer)
    assert called(resolve(script.reading())) == {"Ruiz": ["Ruiz", "I"], "Okafor": ["Okafor"]}


def test_those_who_speak_together_are_an_entity_of_their_own():
    script = Script("Okafor and Ruiz said it rained. Okafor and Ruiz left.")
    for words in ("Okafor", "Ruiz", "Okafor", "Ruiz"):
        script.mention(words, "nP")
    script.says("Okafor and Ruiz", "said", "it rained")
    reading = resolve(script.reading())
    both = next(one for one in reading.entities if one.members)
    assert [next(e.name for e in reading.entities if e.id == member) for member in both.members] == ["Okafor", "Ruiz"]
    assert both.resolved
    assert reading.attributions[0].source_entity == both.id


def test_a_source_that_the_reader_has_seen_no_mention_in_becomes_one():
    script = Script("Okafor said it rained.")
    said = script.says("Okafor", "said", "it rained")
    reading = resolve(script.reading())
    assert behind(reading, said) == "Okafor"
    assert [mention.id for mention in reading.mentions] == ["m1"]
    assert reading.mentions[0].type is MentionType.PERSON


def test_what_nobody_names_or_quotes_is_no_entity():
    script = Script("Okafor saw the dog.")
    script.mention("Okafor", "nP")
    script.mention("the dog", "dP")
    reading = resolve(script.reading())
    assert [one.name for one in reading.entities] == ["Okafor"]
    assert [mention.span.of(script.text) for mention in reading.mentions] == ["Okafor"]


def test_ids_are_in_text_order_whatever_was_found_first():
    script = Script("Ruiz met Okafor. Okafor said it rained.")
    for words in ("Ruiz", "Okafor", "Okafor"):
        script.mention(words, "nP")
    script.says("Okafor", "said", "it rained", number=2)
    reading = resolve(script.reading())
    assert [(one.id, one.name) for one in reading.entities] == [("e1", "Ruiz"), ("e2", "Okafor")]
    assert [mention.id for mention in reading.mentions] == ["m1", "m2", "m3"]
