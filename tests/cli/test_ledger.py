"""The commands on a ledger, as a person runs them: each in a process of its own, with the shipped reader."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
PROGRAM = [sys.executable, "-c", "import sys; from onrecord.faces.cli.main import main; sys.exit(main())"]


class Shell:
    """A folder with a ledger, and commands run in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ, "COLUMNS": "140", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", "ONRECORD_USER": "ana",
            "ONRECORD_LISTS": str(folder / "lists"), "PYTHONPATH": str(ROOT / "src"),
        }  # fmt: skip
        self.environment.pop("ONRECORD_LEDGER", None)

    def run(self, *arguments: object, code: int = 0) -> str:
        done = self.done(*arguments)
        assert done.returncode == code, done.stderr
        return done.stdout

    def done(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*PROGRAM, *map(str, arguments)], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, encoding="utf-8", timeout=110, check=False,
        )  # fmt: skip

    def json(self, *arguments: object) -> dict:
        return json.loads(self.run(*arguments, "--format", "json"))

    def start(self, *arguments: object) -> subprocess.Popen:
        return subprocess.Popen(
            [*PROGRAM, *map(str, arguments)], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> Shell:
    """A ledger of some of the examples."""
    shell = Shell(tmp_path_factory.mktemp("ledger"))
    files = [EXAMPLES / name for name in ("denial.txt", "wire-story.html", "wire-reprint.html", "court.html")]
    counts = shell.json("add", *files, "--jobs", 1)["counts"]
    assert counts["added"] == 4
    return shell


@pytest.fixture
def shell(tmp_path) -> Shell:
    return Shell(tmp_path)


# ---------------------------------------------------------------------- adding


def test_adding_again_adds_nothing(filled):
    before = filled.json("documents")
    assert "1 already there." in filled.run("add", EXAMPLES / "denial.txt")
    assert filled.json("documents") == before


def test_what_cannot_be_added_is_noted_and_tried_again(shell):
    broken = shell.folder / "story.txt"
    broken.write_bytes(b"")
    good = EXAMPLES / "denial.txt"
    done = shell.done("add", broken, good, "--jobs", 1)
    assert done.returncode == 1
    assert "1 added, 1 failed." in done.stdout
    (failure,) = shell.json("failures")["failures"]
    assert (failure["source"], failure["times"]) == (str(broken), 1)
    assert failure["error"]["remedy"]
    shell.run("failures", "--retry", code=65)
    assert shell.json("failures")["failures"][0]["times"] == 2
    broken.write_text(good.read_text("utf-8").replace("mayor", "provost"), "utf-8")
    shell.run("failures", "--retry")
    assert shell.json("failures")["failures"] == []
    assert len(shell.json("documents")["documents"]) == 2


def test_a_manifest_says_what_pages_do_not(shell):
    (shell.folder / "one.txt").write_text((EXAMPLES / "denial.txt").read_text("utf-8"), "utf-8")
    (shell.folder / "two.txt").write_text((EXAMPLES / "denial.txt").read_text("utf-8"), "utf-8")
    rows = "source,publisher,published,note\none.txt,Harbor Courier,2024-05-02,x\ntwo.txt,Lowland Post,2024-05-03,y\n"
    (shell.folder / "list.csv").write_text(rows, "utf-8")
    shell.run("add", "--manifest", "list.csv")
    found = shell.json("documents")["documents"]
    assert [(one["publisher"], one["published"]) for one in found] == [
        ("Lowland Post", "2024-05-03"), ("Harbor Courier", "2024-05-02")
    ]  # fmt: skip
    lines = [json.dumps({"source": "one.txt", "publisher": "Third Radio"}), ""]
    (shell.folder / "list.jsonl").write_text("\n".join(lines), "utf-8")
    shell.run("add", "--manifest", "list.jsonl")
    assert len(shell.json("documents")["documents"]) == 3


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("list.csv", "file\none.txt\n", "no column called source"),
        ("list.csv", "source,published\none.txt,May\n", "Line 2"),
        ("list.jsonl", "{\n", "not JSON"),
        ("list.jsonl", "[]\n", "no object"),
    ],
)
def test_a_manifest_with_a_mistake_is_refused_whole(shell, name, text, words):
    (shell.folder / name).write_text(text, "utf-8")
    done = shell.done("add", "--manifest", name)
    assert done.returncode == 65
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_the_same_address_with_another_page_is_a_new_version(shell):
    page = shell.folder / "page.txt"
    text = (EXAMPLES / "denial.txt").read_text("utf-8")
    for words in (text, text.replace("mayor", "provost")):
        page.write_text(words, "utf-8")
        shell.run("add", page, "--url", "https://courier.example/audit", "--published", "2024-05-02")
    found = shell.json("documents", "--url", "https://courier.example/audit")["documents"]
    assert sorted(one["version"]["number"] for one in found) == [1, 2]
    assert {one["version"]["of"] for one in found} == {2}


def test_a_run_that_is_killed_is_taken_up_by_starting_it_again(shell, filled):
    files = [EXAMPLES / name for name in ("denial.txt", "wire-story.html", "wire-reprint.html", "court.html")]
    for seconds in (1.2, 2.6):
        process = shell.start("add", *files, "--jobs", 1)
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    shell.run("add", *files, "--jobs", 1)
    assert "as it should be" in shell.run("check")
    for question in ("documents", "claims", "sources"):
        ours, theirs = (one.json(question, "--limit", 1000)[question] for one in (shell, filled))
        for each in (*ours, *theirs):
            each.pop("retrieved", None)
        assert ours == theirs


# ---------------------------------------------------------------------- questions


def test_questions_print_one_object_with_a_list_and_a_token(filled):
    for question in ("documents", "claims", "sources", "figures", "pledges", "disputes"):
        first = filled.json(question, "--limit", 1)
        assert set(first) == {question, "next"}
        if first["next"] is not None:
            second = filled.json(question, "--limit", 1, "--after", first["next"])
            assert second[question] != first[question]


def test_a_claim_is_shown_with_evidence_for_a_program_and_for_a_person(filled):
    listed = filled.json("claims", "--limit", 2)["claims"]
    assert {"id", "text", "entities", "counts", "affirmed_by", "denied_by", "questioned_by", "declined_by",
            "first_seen", "last_seen"} <= set(listed[0])  # fmt: skip
    lines = filled.run("claim", *(one["id"] for one in listed), "--format", "json").splitlines()
    details = [json.loads(line) for line in lines]
    assert [one["id"] for one in details] == [one["id"] for one in listed]
    own = details[0]["evidence"][0]
    assert {"id", "document", "attribution", "statement", "spans", "text", "stance", "certainty", "chain",
            "echo_of"} <= set(own)  # fmt: skip
    assert own["citation"]["sha256"]
    assert len(details[0]["origins"]) == details[0]["counts"]["origins"]
    assert own["text"] in filled.run("claim", listed[0]["id"])


def test_every_word_of_a_claim_stands_in_its_document(filled):
    readings = {}
    for file in ("denial.txt", "wire-story.html", "wire-reprint.html", "court.html"):
        found = json.loads(filled.run("read", EXAMPLES / file, "--format", "json"))
        readings[found["document"]["id"]] = found["document"]["text"]
    for one in filled.json("claims", "--limit", 1000)["claims"]:
        text = " ".join(readings[one["document"]].split())
        assert all(piece in text for piece in one["text"].split(" ... "))


def test_csv_holds_the_rows_and_no_formula(filled, shell):
    rows = list(csv.DictReader(io.StringIO(filled.run("claims", "--limit", 1000, "--format", "csv"))))
    assert len(rows) == len(filled.json("claims", "--limit", 1000)["claims"])
    text = (EXAMPLES / "denial.txt").read_text("utf-8")
    (shell.folder / "story.txt").write_text(text, "utf-8")
    shell.run("add", "story.txt", "--publisher", '=HYPERLINK("https://evil.example")')
    assert "'=HYPERLINK" in shell.run("documents", "--format", "csv")
    assert "\n=" not in shell.run("documents", "--format", "csv")


def test_who_is_not_on_record_is_an_answer_with_a_remedy(filled):
    done = filled.done("claims", "--about", "Nobody At All")
    assert done.returncode == 66
    assert "Nobody called Nobody At All" in done.stderr


def test_a_ledger_that_is_not_there_is_not_made_by_a_question(shell):
    done = shell.done("claims", "--ledger", "nowhere.db")
    assert done.returncode == 66
    assert not (shell.folder / "nowhere.db").exists()


# ---------------------------------------------------------------------- deciding and care


def test_a_verdict_takes_effect_and_is_listed(shell):
    shell.run("add", EXAMPLES / "denial.txt")
    first, second = shell.json("claims", "--limit", 2)["claims"]
    shell.run("verdict", first["id"], "reject", "--reason", "not-a-claim", "--note", "a headline")
    shell.run("verdict", second["id"], "accept", "--by", "ben")
    left = shell.json("claims", "--limit", 1000)["claims"]
    assert first["id"] not in {one["id"] for one in left}
    assert [one["verdict"] for one in left if one["id"] == second["id"]] == ["accepted"]
    assert [one["id"] for one in shell.json("claims", "--accepted")["claims"]] == [second["id"]]
    (listed,) = shell.json("verdict", first["id"], "list")["verdicts"]
    assert (listed["verdict"], listed["ground"], listed["by"]) == ("reject", "not-a-claim", "ana")
    evidence = json.loads(shell.run("claim", second["id"], "--format", "json"))["evidence"][0]
    shell.run("verdict", evidence["attribution"], "edit", "--act", "warn")
    assert shell.json("claims", "--act", "warn")["claims"]
    assert "nothing to read again" in shell.run("reread")
    assert "1 documents were read again" in shell.run("reread", "--all")
    assert shell.json("claims", "--act", "warn")["claims"], "reading again keeps what was decided"
    assert "as it should be" in shell.run("check")


def test_who_is_who_is_decided_and_undone(filled, shell):
    shell.run("add", EXAMPLES / "wire-story.html", EXAMPLES / "court.html")
    a, b = shell.json("sources", "--limit", 2)["sources"]
    shell.run("entities", "same", a["entity"], b["entity"], "--note", "the same desk")
    merged = shell.json("sources", "--limit", 1)["sources"][0]
    assert merged["statements"] == a["statements"] + b["statements"]
    shell.run("entities", "undo", 1)
    assert shell.json("sources", "--limit", 2)["sources"] == [a, b]
    (decision,) = shell.json("entities", "decisions")["decisions"]
    assert (decision["by"], decision["undone_by"], decision["note"]) == ("ana", "ana", "the same desk")
    assert shell.json("entities", "list", a["name"])["entities"]


def test_a_backup_comes_back_and_a_removed_document_stays_away(shell):
    shell.run("add", EXAMPLES / "denial.txt", EXAMPLES / "court.html")
    assert "holds 2 documents" in shell.run("backup", "copy.db")
    shell.run("restore", "copy.db", "--ledger", "back.db")
    assert shell.json("claims", "--ledger", "back.db") == shell.json("claims")
    document = shell.json("documents")["documents"][0]
    shell.run("remove", document["id"], "--reason", "a court order")
    assert len(shell.json("documents")["documents"]) == 1
    assert shell.json("remove", "--list")["removed"][0]["reason"] == "a court order"
    added = shell.json("add", EXAMPLES / "denial.txt", EXAMPLES / "court.html")["counts"]
    assert (added["skipped"], added["removed"]) == (1, 1)
    assert "as it should be" in shell.run("check")


# ---------------------------------------------------------------------- from Python


def test_python_has_the_same_verbs(tmp_path, monkeypatch):
    import onrecord

    monkeypatch.setenv("ONRECORD_LISTS", str(tmp_path / "lists"))
    with onrecord.open(str(tmp_path / "ledger.db")) as ledger:
        (outcome,) = ledger.add(EXAMPLES / "denial.txt", publisher="Harbor Courier")
        assert outcome.result == "added"
        assert ledger.documents().items[0].publisher == "Harbor Courier"
        claim = ledger.claims(limit=1).items[0]
        assert ledger.claim(claim.id).evidence[0].text == claim.text
        assert ledger.reading(outcome.document).document.id == outcome.document
        ledger.verdict(claim.id, "reject", by="ana")
        assert claim.id not in {one.id for one in ledger.claims(limit=1000).items}
        assert [found for _, found in ledger.check() if found] == []
        assert ledger.claims(by="Harbor Courier").items
