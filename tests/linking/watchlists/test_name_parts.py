"""Names taken apart and words compared, before any list comes in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.watchlists.agreement import Agreement, agree
from onrecord.linking.watchlists.fold import fold
from onrecord.linking.watchlists.keys import keys, sought_keys
from onrecord.linking.watchlists.organization_names import acronym, bracketed, initials, organization_name
from onrecord.linking.watchlists.person_names import person_name
from onrecord.linking.watchlists.romanization import chinese, korean
from onrecord.linking.watchlists.sounds import cost, sounds


def words(text):
    return " ".join(word.text for word in person_name(text).words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abd al-Rahman", "Abdurrahman"), ("Abd-el-Kader", "Abdelkader"), ("Siraj al-Din", "Sirajuddin"),
        ("Ezz Eddine", "Ezzedine"), ("Habib Ullah", "Habibullah"), ("Abou Hamza", "Abu Hamza"),
        ("Zia ur-Rahman", "Ziaurrahman"), ("MARLOVE, Edda", "Edda Marlove"),
        ("Mullah Haji Edda Marlove", "Edda Marlove"), ("Dr. Edda Marlove, Jr.", "Edda Marlove"),
        ("Edda von der Marlove", "Edda Marlove"),
        ("Edda bin Marlove", "Edda Marlove"), ("Edda Marlove’s", "Edda Marlove"),
    ],
)  # fmt: skip
def test_one_name_written_in_two_ways_has_the_same_parts(one, other):
    first, second = words(one), words(other)
    assert first == second or all(
        agree(a, b) >= Agreement.SOUND for a, b in zip(first.split(), second.split(), strict=True)
    )


def test_what_the_name_itself_tells_of_its_words():
    name = person_name("MARLOVE QUENT, Edda Semyonovna")
    assert [(word.text, word.family, word.patronymic) for word in name.words] == [
        ("edda", False, False), ("semyonovna", False, True), ("marlove", True, False), ("quent", True, False),
    ]  # fmt: skip
    assert person_name("Maulvi Hafiz Marlove").titles == ("maulvi",)
    assert [word.soft for word in person_name("Maulvi Hafiz Marlove").words] == [True, False]


def test_nothing_but_a_title_is_no_name():
    assert person_name("Mullah") is None
    assert person_name("...") is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("mohammed", "muhammad"), ("yusuf", "youssef"), ("khalid", "khaled"), ("qadhafi", "gaddafi"),
        ("taufik", "tawfiq"),
        ("faisal", "faysal"), ("osama", "usama"), ("sergei", "sergey"), ("yevgeny", "evgeniy"), ("xenia", "kseniya"),
        ("vladimir", "wladimir"), ("tchernov", "chernov"), ("zahirzada", "zahirzadeh"), ("soekarno", "sukarno"),
        ("mykola", "nikolai"), ("hezbollah", "hizballah"), ("ismael", "ismail"), ("saeed", "said"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_agree(a, b):
    assert agree(a, b) >= Agreement.SOUND
    assert keys(b) & sought_keys(a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("mahmud", "mohammed"), ("hasan", "husayn"), ("ahmad", "hamad"), ("jamal", "jamil"), ("rashid", "rashad"),
        ("abdkarim", "abdrahim"), ("nasir", "nasr"), ("umar", "amr"), ("walid", "khalid"), ("maria", "mario"),
        ("petrov", "petrova"), ("aleksei", "aleksandr"), ("marina", "maria"), ("zoran", "goran"), ("said", "sayed"),
        ("2", "7"), ("daniel", "danielle"),
    ],
)  # fmt: skip
def test_names_of_different_people_do_not(a, b):
    assert agree(a, b) is Agreement.NONE


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hsu Ch'ing-lung", "Xu Qinglong"), ("Chou En-shan", "Zhou Enshan"), ("TS'AI, Tung-hsien", "Cai Dongxian")],
)
def test_wade_giles_is_pinyin(one, other):
    pairs = zip(person_name(one).words, person_name(other).words, strict=True)
    assert all(agree(a.text, b.text) >= Agreement.SOUND for a, b in pairs)


def test_one_syllable_of_pinyin_is_another_name():
    assert agree("h:wenqiang", "h:wenqing") is Agreement.NONE


def test_chinese_and_korean_names_are_told_from_others():
    assert chinese(["ouyang", "zhiheng"]) == ("h:zhiheng", "h:ouyang")
    assert chinese(["zhiheng", "ouyang"]) == ("h:zhiheng", "h:ouyang")
    assert chinese(["ali", "hasan"]) is None
    assert korean(["pak", "chol", "mun"]) == korean(["park", "chul", "mun"]) == korean(["chol", "mun", "pak"])
    assert korean(["pak", "chol", "mun"]) != korean(["pak", "chol", "min"])
    assert korean(["parker", "john"]) is None


def test_other_scripts_become_letters():
    assert fold("Фаридун Геланов") == "faridun gelanov"
    assert fold("夏侯明岳") == "xia hou ming yue"
    assert fold("Þórsson–Łęczycki") == "thorsson-leczycki"
    assert fold("قاسم تربوزي") == "~qsm ~trbwz"
    assert agree("~trbwz", "tarbuzi") is Agreement.NEAR


def test_organizations_without_their_legal_forms():
    assert organization_name("OOO Kranivsk-Metall").words == organization_name("Kranivsk Metall, LLC").words
    assert organization_name("Joint Stock Company Kranivskmetall").words == ("kranivskmetall",)
    assert organization_name("The Front for the Liberation of Tarmir").words == ("front", "liberation", "tarmir")
    assert organization_name("Limited").words == ("limited",)
    assert organization_name("al-Tarmir") == organization_name("Al Tarmir")
    assert organization_name("al-Tarmir").article


def test_acronyms():
    assert acronym("VTP-EP") == "vtpep"
    assert acronym("VTP – EP’s") == "vtpep"
    assert acronym("T.V.P.") == "tvp"
    assert [acronym(text) for text in ("Vtp", "IS-Tarmir", "VTP party", "7", "A")] == [None] * 5
    assert initials("The Vanguard of the Tarmiri People’s Army") == "vtpa"
    assert bracketed("Vanguard of Tarmir (VOT)") == ("VOT",)


@given(st.text(max_size=60))
def test_any_text_can_be_taken_apart(text):
    person_name(text)
    organization_name(text)
    acronym(text)
    for word in fold(text).split():
        assert keys(word)


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=12), st.text("abcdefghijklmnopqrstuvwxyz", max_size=12))
def test_the_cost_of_spelling_is_symmetric_and_nothing_for_the_same(a, b):
    first, second = sounds(a), sounds(b)
    assert cost(first, second) == pytest.approx(cost(second, first))
    assert cost(first, first) == 0
    assert agree(a, b) is agree(b, a)
