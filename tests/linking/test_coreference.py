"""Which mentions are of one entity: names by rule, the rest by the reader's coreference among those that fit."""

from onrecord.linking.coreference import clusters
from onrecord.types import Mention
from tests.linking.read_by_hand import Script


def entities(script: Script, headline: str | None = None) -> list[list[str]]:
    """The words of the mentions of each entity; alone ones left out."""
    reading = script.reading(headline)
    text = script.text

    def words(at: int) -> str:
        mention: Mention = reading.mentions[at]
        return mention.span.of(text)

    return [[words(at) for at in cluster.members] for cluster in clusters(reading) if len(cluster.members) > 1]


def test_a_pronoun_joins_whom_the_reader_finds_likely():
    script = Script("Lina Okafor met the miners. She left.")
    okafor = script.mention("Lina Okafor", "nPs")
    miners = script.mention("the miners", "dP")
    she = script.mention("She", "pPs")
    script.back(she, okafor, 0.9)
    script.back(she, miners, 0.05)
    assert entities(script) == [["Lina Okafor", "She"]]


def test_a_pronoun_never_joins_somebody_of_another_gender_or_number():
    script = Script("Mr. Oko met Dell. She left. It broke.")
    oko = script.mention("Mr. Oko", "nPs", "Oko")
    for word in ("She", "It"):
        script.back(script.mention(word, "pPs"), oko, 0.95)
    assert entities(script) == []


def test_they_are_no_single_person():
    script = Script("Lina Okafor spoke. They left.")
    okafor = script.mention("Lina Okafor", "nPs")
    script.back(script.mention("They", "pPs"), okafor, 0.95)
    assert entities(script) == []


def test_a_definite_description_joins_and_an_indefinite_one_begins_anew():
    script = Script("The union struck. The group won. A group lost.")
    union = script.mention("The union", "dO")
    group = script.mention("The group", "dO")
    other = script.mention("A group", "dO")
    script.back(group, union, 0.8)
    script.back(other, union, 0.8)
    assert entities(script) == [["The union", "The group"]]


def test_a_description_joins_one_that_it_is_called_by_more_easily():
    script = Script("The union struck. The union won.")
    first = script.mention("The union", "dO")
    script.back(script.mention("The union", "dO"), first, 0.2)
    assert entities(script) == [["The union", "The union"]]


def test_what_is_about_as_likely_as_another_stays_alone():
    script = Script("The union met the bank. The body left.")
    union, bank = script.mention("The union", "dO"), script.mention("the bank", "dO")
    body = script.mention("The body", "dO")
    script.back(body, union, 0.5)
    script.back(body, bank, 0.48)
    assert entities(script) == []


def test_a_description_beside_a_name_is_of_its_bearer():
    script = Script("Lina Okafor, a surgeon, left.")
    okafor = script.mention("Lina Okafor", "nP")
    script.back(script.mention("a surgeon", "dP"), okafor, 1.0, beside=True)
    assert entities(script) == [["Lina Okafor", "a surgeon"]]


def test_two_names_beside_each_other_stay_two():
    script = Script("Lina Okafor, Marlow, left.")
    okafor = script.mention("Lina Okafor", "nP")
    script.back(script.mention("Marlow", "nG"), okafor, 1.0, beside=True)
    assert entities(script) == []


def test_what_a_story_introduces_is_that_of_its_headline_if_there_is_just_one():
    script = Script("Report faults dam\n\nA report was published.")
    script.mention("Report", "dW")
    script.mention("A report", "dW")
    assert entities(script, "Report faults dam") == [["Report", "A report"]]

    script = Script("Report on report\n\nA report was published.")
    for words in ("Report", "report", "A report"):
        script.mention(words, "dW")
    assert entities(script, "Report on report") == []

    script = Script("Report faults dam\n\nA report came. A report went.")
    for words in ("Report", "A report", "A report"):
        script.mention(words, "dW")
    assert entities(script, "Report faults dam") == [["Report", "A report"]], "it is taken up once"


def test_the_same_reading_has_the_same_entities():
    script = Script("Lina Okafor met Tarik Okafor. She and he left, and Okafor stayed.")
    for words, what in (("Lina Okafor", "nP"), ("Tarik Okafor", "nP"), ("She", "pP"), ("he", "pP"), ("Okafor", "nP")):
        script.mention(words, what)
    assert [c.members for c in clusters(script.reading())] == [c.members for c in clusters(script.reading())]
