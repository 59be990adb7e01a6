"""Each format is read into entries; a file that is none, or damaged, is refused in one clear sentence."""

import json
import subprocess
import sys

import pytest

from onrecord.errors import BadInput, NotFound
from onrecord.linking.watchlists.entries import EntryType, NameQuality, WatchName
from onrecord.linking.watchlists.formats.load import ListFormat, detect, load

from .made_up import CSV, FTM, SDN, UN, ofac_files, un_file


def names(entry, quality):
    return [name.text for name in entry.names if name.quality is quality]


class TestUnitedNations:
    def test_a_person(self, tmp_path):
        (found,) = load(un_file(tmp_path))
        person = found.entries[0]
        assert (found.name, found.date) == ("un-sc", "2031-04-05")
        assert (person.id, person.type, person.name) == ("TAi.901", EntryType.PERSON, "QASIM YUSUF TARBUZI")
        assert names(person, NameQuality.GOOD) == ["Mullah Tarbuzi Akhund"]
        assert names(person, NameQuality.LOW) == ["Abdullah"]
        assert names(person, NameQuality.ORIGINAL) == ["قاسم يوسف تربوزي"]
        assert person.births == ("1968~", "1970/1972", "1969-03-02")
        assert person.countries == ("Afghanistan", "Pakistan")
        assert person.titles == ("Mullah",)
        assert person.designations == ("Deputy Minister of Transport under the old regime",)
        assert (person.program, person.remarks) == ("Taliban", "Believed to be in the border area.")

    def test_an_organization_and_several_aliases_in_one_field(self, tmp_path):
        body = load(un_file(tmp_path))[0].entries[1]
        assert (body.id, body.type) == ("QDe.902", EntryType.ORGANIZATION)
        assert names(body, NameQuality.ALSO) == ["VTP-EP"]
        assert names(body, NameQuality.FORMER) == ["Tarmiri Brigades", "Tarmiri Sword"]

    def test_a_file_that_is_cut_off(self, tmp_path):
        with pytest.raises(BadInput, match="damaged XML"):
            load(un_file(tmp_path, UN[: len(UN) // 2]))

    def test_entities_that_grow_without_bounds_are_refused(self, tmp_path):
        levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12))
        bomb = f'<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY e0 "ha">{levels}]>'
        text = UN.replace("<CONSOLIDATED_LIST", bomb + "<CONSOLIDATED_LIST", 1).replace("QASIM", "&e11;")
        with pytest.raises(BadInput, match="document type definition"):
            load(un_file(tmp_path, text))

    def test_entities_that_read_other_files_are_refused(self, tmp_path):
        (tmp_path / "secret.txt").write_text("SECRET", "utf-8")
        outside = f'<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY s SYSTEM "file://{tmp_path}/secret.txt">]>'
        text = UN.replace("<CONSOLIDATED_LIST", outside + "<CONSOLIDATED_LIST", 1).replace("QASIM", "&s;")
        with pytest.raises(BadInput, match="document type definition"):
            load(un_file(tmp_path, text))

    def test_another_root(self, tmp_path):
        with pytest.raises(BadInput, match="root sdnList"):
            load(un_file(tmp_path, "<?xml version='1.0'?><!-- <CONSOLIDATED_LIST> --><sdnList><a/></sdnList>"))

    def test_a_huge_file_is_read_as_a_stream(self, tmp_path):
        before, after = UN.partition("<INDIVIDUAL>")[0], "</INDIVIDUALS></CONSOLIDATED_LIST>"
        person = UN[UN.index("<INDIVIDUAL>") : UN.index("</INDIVIDUAL>")]
        person += "<NOTE>" + "long " * 20_000 + "</NOTE></INDIVIDUAL>"
        file = tmp_path / "huge.xml"
        with file.open("w", encoding="utf-8") as stream:
            stream.write(before)
            for _ in range(600):
                stream.write(person)
            stream.write(after)
        assert file.stat().st_size > 60_000_000
        assert peak(file) - peak(un_file(tmp_path)) < 20_000_000


def peak(file):
    """Most memory in bytes that a process of its own holds while it loads a file."""
    code = (
        "import resource, sys; from pathlib import Path; from onrecord.linking.watchlists.formats.load import load; "
        "load(Path(sys.argv[1])); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    return int(done.stdout) * (1 if sys.platform == "darwin" else 1024)


class TestOfac:
    def test_names_aliases_addresses_and_what_stands_in_the_remarks(self, tmp_path):
        (found,) = load(ofac_files(tmp_path))
        person, works, ship = found.entries
        assert (found.name, found.notes) == ("ofac-sdn", ())
        assert (person.id, person.type, person.name) == ("101", EntryType.PERSON, "DOROKHIN, Arseny Valeryevich")
        assert names(person, NameQuality.ALSO) == ["DOROHIN, Arsenii"]
        assert names(person, NameQuality.LOW) == ["SENYA"]
        assert person.births == ("1955-07-29", "1956")
        assert person.countries == ("Russia", "Cyprus")
        assert person.designations == ("Governor", "Former General")
        assert names(works, NameQuality.FORMER) == ["KRANIVSK IRON TRUST"]
        assert (works.type, ship.type) == (EntryType.ORGANIZATION, EntryType.VESSEL)

    def test_without_the_other_files_it_says_so(self, tmp_path):
        (found,) = load(ofac_files(tmp_path, beside=False))
        assert [note.split()[0] for note in found.notes] == ["alt.csv", "add.csv"]

    def test_a_row_that_lost_columns(self, tmp_path):
        (tmp_path / "sdn.csv").write_text(SDN.replace(',"IRAN",-0- ', ""), "utf-8", newline="")
        with pytest.raises(BadInput, match=r"Line 3 of .*sdn\.csv.*10 columns"):
            load(tmp_path / "sdn.csv")

    def test_a_quotation_mark_that_never_ends(self, tmp_path):
        (tmp_path / "sdn.csv").write_text(SDN.replace('WORKS OOO"', "WORKS OOO"), "utf-8", newline="")
        with pytest.raises(BadInput, match="Line"):
            load(tmp_path / "sdn.csv")

    def test_the_file_of_aliases_alone(self, tmp_path):
        ofac_files(tmp_path)
        with pytest.raises(BadInput, match="aliases or addresses"):
            load(tmp_path / "ALT.CSV")

    def test_old_letters(self, tmp_path):
        text = SDN.replace("DOROKHIN", "DORÓKHIN")
        (tmp_path / "sdn.csv").write_bytes(text.encode("cp1252"))
        assert load(tmp_path / "sdn.csv")[0].entries[0].name.startswith("DORÓKHIN")


class TestFollowTheMoney:
    def test_persons_and_organizations(self, tmp_path):
        file = tmp_path / "Border Watch.ftm.json"
        file.write_text(FTM, "utf-8")
        (found,) = load(file)
        person, company, unknown = found.entries
        assert (found.name, found.date) == ("border-watch", "2031-02-03")
        assert person.names == (
            WatchName("Faridun Ghelanov", NameQuality.PRIMARY),
            WatchName("Фаридун Геланов", NameQuality.GOOD),
            WatchName("The Fox", NameQuality.LOW),
        )
        assert (person.births, person.countries, person.program) == (("1971-05",), ("Tajikistan",), "sanction")
        assert person.designations == ("Head of customs",)
        assert (company.type, unknown.type) == (EntryType.ORGANIZATION, EntryType.UNKNOWN)

    @pytest.mark.parametrize("line", ["{not json", json.dumps([1]), json.dumps({"properties": 3})])
    def test_a_damaged_line(self, tmp_path, line):
        file = tmp_path / "list.json"
        file.write_text(FTM + "\n" + line, "utf-8")
        with pytest.raises(BadInput, match="Line 5 of"):
            load(file)

    def test_nobody_in_it(self, tmp_path):
        file = tmp_path / "list.json"
        file.write_text(FTM.splitlines()[1], "utf-8")
        with pytest.raises(BadInput, match="no person and no organization"):
            load(file)

    def test_one_large_array(self, tmp_path):
        file = tmp_path / "list.json"
        file.write_text("[" + FTM.replace("\n", ",") + "]", "utf-8")
        with pytest.raises(BadInput, match="one JSON array"):
            load(file)


class TestPlain:
    def test_columns_by_any_of_their_names_and_lists_by_their_column(self, tmp_path):
        file = tmp_path / "house.csv"
        file.write_text(CSV, "utf-8-sig")
        house, second = load(file)
        person, company = house.entries
        assert (house.name, second.name) == ("house-list", "second-list")
        assert names(person, NameQuality.ALSO) == ["Dara Fashinka", "O. Fashinka"]
        assert (person.id, person.type, person.births, person.countries) == (
            "A-1", EntryType.PERSON, ("1971",), ("Nigeria",),
        )  # fmt: skip
        assert (company.type, second.entries[0].type) == (EntryType.ORGANIZATION, EntryType.UNKNOWN)

    def test_one_column_is_enough(self, tmp_path):
        file = tmp_path / "My Names.csv"
        file.write_text("name\nOluwadara Fashinka\n\n", "utf-8")
        (found,) = load(file)
        assert (found.name, found.entries[0].id) == ("my-names", "line-2")

    def test_aliases_between_semicolons(self, tmp_path):
        file = tmp_path / "a.csv"
        file.write_text("name,aliases\nA Benga,\"B Benga; C Benga\"\n", "utf-8")
        assert [name.text for name in load(file)[0].entries[0].names] == ["A Benga", "B Benga", "C Benga"]

    def test_utf_16_with_its_mark(self, tmp_path):
        file = tmp_path / "a.csv"
        file.write_text("name\nFranciszek Żółciński\n", "utf-16")
        assert load(file)[0].entries[0].name == "Franciszek Żółciński"

    def test_a_wrong_encoding_is_refused_and_garbles_nothing(self, tmp_path):
        file = tmp_path / "a.csv"
        file.write_bytes("name\nFranciszek Żółciński\n".encode("cp1250"))
        with pytest.raises(BadInput, match="not text in UTF-8"):
            load(file)

    def test_a_row_with_too_many_cells(self, tmp_path):
        file = tmp_path / "a.csv"
        file.write_text("name,type\nA Benga,person\nBenga, C,person\n", "utf-8")
        with pytest.raises(BadInput, match=r"Line 3 of .* has 3 cells where the header has 2"):
            load(file)

    def test_a_header_without_names(self, tmp_path):
        file = tmp_path / "a.csv"
        file.write_text("when,where\n2031,Omsk\n", "utf-8")
        with pytest.raises(BadInput, match="without a column called name"):
            load(file)


@pytest.mark.parametrize("data", [b"", b"\n\n  \n", b"\xef\xbb\xbf"])
def test_an_empty_file(tmp_path, data):
    (tmp_path / "list").write_bytes(data)
    with pytest.raises(BadInput, match="is empty"):
        load(tmp_path / "list")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n\x00\x01", bytes(range(256)) * 8, b"PK\x03\x04" + b"\0" * 300])
def test_a_file_of_another_kind(tmp_path, data):
    (tmp_path / "list").write_bytes(data)
    with pytest.raises(BadInput):
        load(tmp_path / "list")


def test_no_file(tmp_path):
    with pytest.raises(NotFound):
        load(tmp_path / "list")
    with pytest.raises(NotFound):
        load(tmp_path)


def test_the_format_shows_in_the_first_bytes_whatever_the_file_is_called(tmp_path):
    for text, kind in ((UN, ListFormat.UN), (SDN, ListFormat.OFAC), (FTM, ListFormat.FTM), (CSV, ListFormat.CSV)):
        (tmp_path / "list.txt").write_text(text, "utf-8", newline="")
        assert detect(tmp_path / "list.txt") is kind
