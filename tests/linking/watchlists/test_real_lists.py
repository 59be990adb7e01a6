"""The names of the goal against the real lists, where ``ONRECORD_WATCHLISTS`` names a folder that holds them."""

import os
from pathlib import Path

import pytest

from onrecord.linking.watchlists.formats.load import load
from onrecord.linking.watchlists.index import build
from onrecord.linking.watchlists.link_entities import link_entities
from onrecord.types import MentionType

from .made_up import reading

FOLDER = os.environ.get("ONRECORD_WATCHLISTS", "")
UN, OFAC = "UN_consolidated.xml", "sdn.csv"
pytestmark = pytest.mark.skipif(
    not FOLDER, reason=f"ONRECORD_WATCHLISTS does not name a folder with {UN} and {OFAC}"
)
PERSON, BODY = MentionType.PERSON, MentionType.ORGANIZATION


@pytest.fixture(scope="module")
def lists():
    return {found.name: found for file in (UN, OFAC) for found in map(build, load(Path(FOLDER) / file))}


def found(lists, text, name, kind=PERSON, **more):
    links = link_entities(reading(text, name, kind, **more), [lists["un-sc"]]).values()
    return [(link.id, link.certain) for group in links for link in group]


def test_they_are_whole(lists):
    assert len(lists["un-sc"]) > 900
    assert len(lists["ofac-sdn"]) > 7_000


def test_persons(lists):
    text = "The dispute in Afghanistan is between Sirajuddin Haqqani and Mullah Baradar, an envoy of the Taliban said."
    assert found(lists, text, "Sirajuddin Haqqani", roles=("acting Interior Minister",)) == [("TAi.144", True)]
    assert found(lists, text, "Mullah Baradar") == [("TAi.024", True)]
    assert found(lists, "“That is not so,” Nazary told the station.", "Nazary") == []


def test_the_reason_for_a_name_of_one_word(lists):
    text = "Deputy Prime Minister Mullah Baradar spoke in Kabul, Afghanistan."
    (links,) = link_entities(reading(text, "Mullah Baradar"), [lists["un-sc"]]).values()
    assert "title (mullah)" in links[0].reason


@pytest.mark.parametrize(
    ("name", "reference"),
    [("ISIS-K", "QDe.161"), ("ISIL-KP", "QDe.161"), ("al Qaeda", "QDe.004"), ("Al-Qaida", "QDe.004")],
)
def test_organizations(lists, name, reference):
    assert found(lists, f"Fighters of {name} were seen in Nangarhar.", name, BODY) == [(reference, True)]


def test_an_acronym_of_three_letters_links_where_its_name_is_near(lists):
    assert found(lists, "AQI said so.", "AQI", BODY) == []
    assert found(lists, "Al Qaeda in Iraq, or AQI, said so.", "AQI", BODY) == [("QDe.115", True)]


@pytest.mark.parametrize("name", ["John Miller", "Maria Garcia", "Wang Wei", "Ahmed Hassan", "Ivan Petrov"])
def test_ordinary_people_are_never_linked_for_certain(lists, name):
    for index in lists.values():
        links = link_entities(reading(f"{name} said so.", name), [index]).values()
        assert not any(link.certain for group in links for link in group)


@pytest.mark.parametrize("name", ["United Nations", "Red Cross", "Reuters", "Ministry of Defense", "Supreme Court"])
def test_ordinary_bodies_are_never_linked_for_certain(lists, name):
    for index in lists.values():
        links = link_entities(reading(f"{name} said so.", name, BODY), [index]).values()
        assert not any(link.certain for group in links for link in group)
