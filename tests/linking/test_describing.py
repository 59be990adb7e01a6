"""What a document tells of its entities."""

from onrecord.linking.sources import resolve
from tests.linking.read_by_hand import Script, entity


def test_the_name_is_the_fullest_that_the_text_gives():
    script = Script("Okafor spoke. Lina Okafor left.")
    script.mention("Okafor", "nP")
    script.mention("Lina Okafor", "nP")
    assert [one.name for one in resolve(script.reading()).entities] == ["Lina Okafor"]


def test_roles_are_what_stands_before_a_name_or_beside_it_as_written():
    script = Script("Acting Interior Minister Lina Okafor, a former surgeon, left. Mrs. Okafor, 52, wept.")
    okafor = script.mention("Acting Interior Minister Lina Okafor", "nP", "Lina Okafor")
    script.back(script.mention("a former surgeon", "dP"), okafor, 1.0, beside=True)
    script.mention("Mrs. Okafor", "nP", "Okafor")
    found = entity(resolve(script.reading()), "Lina Okafor")
    assert found.roles == ("Acting Interior Minister", "former surgeon")


def test_a_document_has_an_issuer():
    script = Script("The World Tin Council report said it rained.")
    script.mention("The World Tin Council report", "dW", head="report")
    script.mention("World Tin Council", "nO")
    script.says("The World Tin Council report", "said", "it rained", kind="document")
    reading = resolve(script.reading())
    report = entity(reading, "The World Tin Council report")
    assert report.issuer == entity(reading, "World Tin Council").id
    assert report.affiliation is None


def test_an_unnamed_source_has_the_body_it_belongs_to_and_the_reason_given():
    script = Script("A Tin Council official, who asked not to be named, said it rained.")
    script.mention("A Tin Council official", "dP", head="official")
    script.mention("Tin Council", "nO")
    script.says("A Tin Council official", "said", "it rained", kind="somebody")
    reading = resolve(script.reading())
    official = entity(reading, "A Tin Council official")
    assert official.affiliation == entity(reading, "Tin Council").id
    assert official.anonymity == "asked not to be named"
    assert not official.resolved


def test_somebody_named_has_no_reason_for_anonymity():
    script = Script("Lina Okafor, who asked not to be named, said it rained.")
    script.mention("Lina Okafor", "nP")
    script.says("Lina Okafor", "said", "it rained")
    assert entity(resolve(script.reading()), "Lina Okafor").anonymity is None


def test_a_surname_without_an_introduction_is_not_resolved():
    script = Script("Okafor said it rained.")
    script.mention("Okafor", "nP")
    script.says("Okafor", "said", "it rained")
    found = entity(resolve(script.reading()), "Okafor")
    assert (found.resolved, found.reason) == (
        False,
        "only one name is given, and the text never introduces the person",
    )


def test_a_surname_of_two_says_who_it_may_be():
    script = Script("Lina Okafor met Tom Okafor. Okafor left.")
    for words in ("Lina Okafor", "Tom Okafor", "Okafor"):
        script.mention(words, "nP")
    found = entity(resolve(script.reading()), "Okafor")
    assert found.reason == "“Okafor” may be Lina Okafor or Tom Okafor; the text does not tell which"
