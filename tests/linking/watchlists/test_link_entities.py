"""Which entries an entity may be: link, unsure or nothing, with the reason."""

from dataclasses import replace

import pytest

from onrecord.linking.watchlists.entries import EntryType
from onrecord.linking.watchlists.formats.load import load
from onrecord.linking.watchlists.index import build
from onrecord.linking.watchlists.link_entities import link_entities, with_list_links
from onrecord.types import Entity, EntityId, MentionForm, MentionType

from .made_up import entry, ofac_files, only, reading, un_file, watch_list

BODY = MentionType.ORGANIZATION
ORGANIZATION = EntryType.ORGANIZATION


def links(text, name, *entries, kind=MentionType.PERSON, **more):
    return link_entities(reading(text, name, kind, **more), [build(watch_list(*entries))])


TARBUZI = entry(
    "TAi.901", ["QASIM YUSUF TARBUZI", "Mullah Tarbuzi Akhund"], weak=["Abdullah"], births=("1968~",),
    countries=("Afghanistan",), titles=("Mullah",), designations=("Deputy Minister of Transport",), program="Taliban",
)  # fmt: skip
VANGUARD = entry(
    "QDe.902", ["VANGUARD OF THE TARMIRI PEOPLE - EASTERN PROVINCE", "VTP-EP", "VTP"], ORGANIZATION,
    countries=("Yemen",),
)  # fmt: skip


class TestPersons:
    def test_a_full_name_in_another_spelling_links_with_its_reason(self):
        link = only(links("Qassem Tarbouzi spoke.", "Qassem Tarbouzi", TARBUZI))
        assert (link.list, link.id, link.certain) == ("made-up", "TAi.901", True)
        assert link.score >= 0.85
        assert link.reason == (
            "“Qassem Tarbouzi” is “QASIM YUSUF TARBUZI” (primary): "
            "Qassem as Qasim, Tarbouzi as Tarbuzi by transliteration. Against it: the text lacks Yusuf."
        )

    def test_a_surname_alone_is_nothing(self):
        assert links("“It is true,” Tarbuzi said.", "Tarbuzi", TARBUZI) == {}

    def test_a_surname_with_the_title_that_the_list_gives_it_links(self):
        link = only(links("The order came from Mullah Tarbuzi himself.", "Tarbuzi", TARBUZI))
        assert link.certain
        assert "which the list gives as a name by itself, and its title" in link.reason
        assert "title (mullah)" in link.reason

    def test_another_title_does_not(self):
        assert links("The order came from General Tarbuzi himself.", "General Tarbuzi", TARBUZI) == {}

    def test_a_common_name_with_a_title_does_not(self):
        omar = entry("1", ["OMAR GHELANI", "Mullah Omar"], titles=("Mullah",))
        found = links("Mullah Omar spoke.", "Mullah Omar", omar)
        assert not any(link.certain for group in found.values() for link in group)

    def test_a_weak_alias_is_nothing(self):
        assert links("Abdullah spoke.", "Abdullah", TARBUZI) == {}

    def test_a_weak_alias_of_two_names_is_unsure_at_most(self):
        fox = entry("1", ["ARSENY DOROKHIN"], weak=["Silverius Quent"])
        link = only(links("Silverius Quent spoke.", "Silverius Quent", fox))
        assert not link.certain
        assert "the list itself calls this alias weak" in link.reason

    def test_another_given_name_is_nothing(self):
        assert links("Khalid Tarbuzi spoke.", "Khalid Tarbuzi", TARBUZI) == {}

    def test_two_common_names_are_unsure(self):
        link = only(links("Ahmed Mohamed spoke.", "Ahmed Mohamed", entry("1", ["AHMAD MUHAMMAD"])))
        assert not link.certain
        assert link.score < 0.8
        assert "the names are common" in link.reason

    def test_the_same_birth_makes_two_common_names_a_link(self):
        ahmad = entry("1", ["AHMAD MUHAMMAD"], births=("1971-05-12",))
        link = only(links("Ahmed Mohamed, 60, was arrested.", "Ahmed Mohamed", ahmad))
        assert link.certain
        assert "year of birth (1971-05-12)" in link.reason

    def test_another_birth_makes_a_link_unsure(self):
        link = only(links("Qasim Tarbuzi, born in 1990, was arrested.", "Qasim Tarbuzi", TARBUZI))
        assert not link.certain
        assert "born 1990 by the text, 1968~ by the list" in link.reason

    def test_office_and_country_are_said(self):
        text = "Afghan Transport Minister Qasim Tarbuzi spoke."
        link = only(links(text, "Qasim Tarbuzi", TARBUZI, roles=("Transport Minister",)))
        assert "office (Deputy Minister of Transport)" in link.reason
        assert "the text names Afghanistan" in link.reason

    def test_the_father_is_not_the_son(self):
        son = entry("1", ["HAMDUN SILVERIUS QUENT"])
        assert links("Silverius Quent spoke.", "Silverius Quent", son) == {}

    def test_names_turned_round_link_if_the_order_is_free_and_not_if_it_tells(self):
        assert only(links("Tarbuzi Qasim spoke.", "Tarbuzi Qasim", entry("1", ["QASIM TARBUZI"]))).certain
        turned = links("Yusuf Qasim Tarbuzi spoke.", "Yusuf Qasim Tarbuzi", TARBUZI)
        assert not any(link.certain for found in turned.values() for link in found)

    def test_two_entries_that_fit_equally_are_both_unsure(self):
        twins = [entry("1", ["QASIM TARBUZI"]), entry("2", ["QASEM TARBUZI"])]
        (found,) = links("Qasim Tarbuzi spoke.", "Qasim Tarbuzi", *twins).values()
        assert [link.certain for link in found] in ([True], [False, False])
        twins[1] = entry("2", ["QASIM TARBUZI", "The Elder"])
        (found,) = links("Qasim Tarbuzi spoke.", "Qasim Tarbuzi", *twins).values()
        assert sorted((link.id, link.certain) for link in found) == [("1", False), ("2", False)]
        assert all("2 entries of the list fit equally" in link.reason for link in found)

    def test_a_name_that_many_entries_bear_tells_less(self):
        clan = [entry(str(n), [f"{given} TARBUZI"]) for n, given in enumerate(
            ["AHMAD", "HASAN", "YUSUF", "OMAR", "KHALIL", "ISMAIL", "NASIR", "TARIQ", "IBRAHIM"])]  # fmt: skip
        link = only(links("Hassan Tarbuzi spoke.", "Hassan Tarbuzi", *clan))
        assert (link.id, link.certain) == ("1", False)

    def test_initials_help_a_rare_name(self):
        full = entry("1", ["ARSENY VALERYEVICH DOROKHIN"])
        assert only(links("A. V. Dorokhin signed.", "A. V. Dorokhin", full)).certain
        assert links("A. Dorokhin signed.", "A. Dorokhin", full) == {}
        assert links("B. V. Dorokhin signed.", "B. V. Dorokhin", full) == {}

    def test_original_script(self):
        cyrillic = entry("1", ["Фаридун Геланов"])
        assert only(links("Faridun Gelanov spoke.", "Faridun Gelanov", cyrillic)).certain


class TestOrganizations:
    def test_acronyms_that_tell(self):
        link = only(links("VTP-EP attacked.", "VTP-EP", VANGUARD, kind=BODY))
        assert (link.certain, "the acronym" in link.reason) == (True, True)

    def test_three_letters_need_a_word_that_speaks_for_them(self):
        assert links("VTP attacked.", "VTP", VANGUARD, kind=BODY) == {}
        link = only(links("VTP attacked the Tarmiri coast of Yemen.", "VTP", VANGUARD, kind=BODY))
        assert link.certain
        assert "the text names Tarmiri" in link.reason

    def test_an_acronym_that_the_initials_make(self):
        front = entry("1", ["Tarmiri Eastern Sword Legion of Orvania and Karvala"], ORGANIZATION)
        assert only(links("TESLOK attacked.", "TESLOK", front, kind=BODY)).certain

    def test_acronyms_that_everybody_knows_otherwise(self):
        assert links("NATO met.", "NATO", entry("1", ["NATO"], ORGANIZATION), kind=BODY) == {}

    def test_letters_that_two_entries_have(self):
        both = [entry("1", ["QUENTIST"], ORGANIZATION), entry("2", ["Tarmir Guild (QUENTIST)"], ORGANIZATION)]
        found = links("QUENTIST met.", "QUENTIST", *both, kind=BODY)
        assert not any(link.certain for group in found.values() for link in group)

    def test_legal_forms_do_not_matter_and_what_it_does_matters(self):
        works = entry("1", ["KRANIVSK METALLURGICAL WORKS OOO"], ORGANIZATION)
        text = "Kranivsk Metallurgical Works said so."
        assert only(links(text, "Kranivsk Metallurgical Works", works, kind=BODY)).certain
        assert links("Kranivsk Trading said so.", "Kranivsk Trading", works, kind=BODY) == {}

    def test_words_that_many_bear_are_unsure(self):
        bank = entry("1", ["NATIONAL DEVELOPMENT BANK"], ORGANIZATION)
        link = only(links("The National Development Bank met.", "National Development Bank", bank, kind=BODY))
        assert not link.certain

    def test_one_everyday_word_is_nothing(self):
        text = "Horizon said so."
        assert links(text, "Horizon", entry("1", ["HORIZON"], ORGANIZATION), kind=BODY) == {}

    def test_a_part_of_a_name_is_another_body(self):
        assert links("Tarmiri said so.", "Tarmiri", VANGUARD, kind=BODY) == {}

    def test_ships_only_where_ships_are_spoken_of(self):
        ship = entry("1", ["AMBERWIND"], EntryType.VESSEL)
        assert links("Amberwind said so.", "Amberwind", ship, kind=MentionType.OTHER) == {}
        text = "The tanker Amberwind left port."
        assert only(links(text, "Amberwind", ship, kind=MentionType.OTHER)).certain

    def test_a_body_that_the_reader_took_for_a_person(self):
        assert only(links("al-Tarmir attacked.", "al-Tarmir", entry("1", ["AL-TARMIR"], ORGANIZATION))).certain

    def test_a_company_called_after_a_person_is_not_the_person(self):
        company = entry("1", ["HAMDUN QUENT TRADING LTD"], ORGANIZATION)
        assert links("Hamdun Quent spoke.", "Hamdun Quent", company) == {}

    def test_a_person_that_the_reader_took_for_a_body_is_unsure(self):
        link = only(links("Qasim Tarbuzi met.", "Qasim Tarbuzi", TARBUZI, kind=BODY))
        assert not link.certain
        assert "the text seems to name an organization" in link.reason


class TestReadings:
    def test_every_list_answers_for_itself(self, tmp_path):
        lists = [build(load(file)[0]) for file in (un_file(tmp_path), ofac_files(tmp_path))]
        found = link_entities(reading("Arseny Dorokhin spoke.", "Arseny Dorokhin"), lists)
        assert only(found).list == "ofac-sdn"

    def test_links_stand_on_the_entities_and_nothing_else_changes(self):
        before = reading("Qasim Tarbuzi spoke.", "Qasim Tarbuzi")
        after = with_list_links(before, [build(watch_list(TARBUZI))])
        assert after.entities[0].links[0].id == "TAi.901"
        assert (after.document, after.mentions) == (before.document, before.mentions)
        assert with_list_links(before, []) is before

    def test_only_names_are_looked_up(self):
        text = "qasim tarbuzi"
        nominal = reading(text, text, form=MentionForm.NOMINAL)
        (entity,) = nominal.entities
        unnamed = Entity(EntityId("e1"), "a man", MentionType.PERSON, entity.mentions)
        assert link_entities(replace(nominal, entities=(unnamed,)), [build(watch_list(TARBUZI))]) == {}

    @pytest.mark.parametrize("kind", [MentionType.EVENT, MentionType.WORK, MentionType.PLACE])
    def test_events_works_and_places_are_not_looked_up(self, kind):
        assert links("Qasim Tarbuzi opened.", "Qasim Tarbuzi", TARBUZI, kind=kind) == {}

    def test_the_same_answer_whatever_the_order_of_entries(self):
        entries = [TARBUZI, entry("1", ["QASIM KHALIL TARBUZI"]), entry("2", ["KASSIM TARBUSI"])]
        found = [links("Qasim Tarbuzi spoke.", "Qasim Tarbuzi", *order) for order in (entries, entries[::-1])]
        assert found[0] == found[1]
