"""``onrecord read`` as a person runs it: in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


def onrecord(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "onrecord", *arguments],
        input=stdin,
        capture_output=True,
        env={**os.environ, "COLUMNS": "120", **environment},
        timeout=100,
        check=False,
    )


@pytest.fixture(scope="module")
def schema():
    return json.loads((ROOT / "docs" / "reading.schema.json").read_text("utf-8"))


def test_json_is_one_object_a_line_and_keeps_the_contract(schema):
    files = [str(EXAMPLES / name) for name in ("monitoring-report.txt", "health.html", "panel-report.pdf")]
    done = onrecord("read", *files, "--format", "json")
    assert done.returncode == 0, done.stderr.decode()
    lines = done.stdout.decode("utf-8").splitlines()
    assert len(lines) == len(files)
    for line, file in zip(lines, files, strict=True):
        reading = json.loads(line)
        jsonschema.validate(reading, schema)
        assert reading["document"]["source"] == file
        assert any(item["source_kind"] != "author" for item in reading["attributions"])


def test_the_same_bytes_whatever_jobs_is(tmp_path):
    for number in range(6):
        text = f"The mayor of Aldwick said on day {number} that the bridge will open.\n\n“We are ready,” she said."
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    one = onrecord("read", str(tmp_path), "--format", "json", "--jobs", "1")
    two = onrecord("read", str(tmp_path), "--format", "json", "--jobs", "2")
    assert one.returncode == two.returncode == 0, two.stderr.decode()
    assert one.stdout == two.stdout
    assert len(one.stdout.splitlines()) == 6


def test_one_bad_file_does_not_stop_the_rest(tmp_path):
    good, empty, binary = tmp_path / "good.txt", tmp_path / "empty.txt", tmp_path / "image.bin"
    good.write_text("The ministry said on Tuesday that the bridge is safe and will be opened again.", "utf-8")
    empty.write_bytes(b"")
    binary.write_bytes(bytes(range(256)) * 40)
    done = onrecord("read", str(empty), str(binary), str(good), str(tmp_path / "missing.txt"), "--format", "json")
    errors = done.stderr.decode()
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert all(name in errors for name in ("empty.txt", "image.bin", "missing.txt", "3 of 4"))
    assert "Traceback" not in errors


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b"", 65),
        ("noise.pdf", b"%PDF-1.7\n1 0 obj\n<</Type", 65),
        ("german.txt", "Die Regierung sagte, dass die Brücke sicher sei und bald wieder öffnet.".encode(), 68),
    ],
)
def test_bad_input_has_one_sentence_and_its_exit_code(tmp_path, name, data, code):
    file = tmp_path / name
    file.write_bytes(data)
    done = onrecord("read", str(file))
    assert done.returncode == code, done.stderr.decode()
    assert done.stdout == b""
    assert name in done.stderr.decode()
    assert len(done.stderr.decode().strip().splitlines()) == 1


def test_a_missing_file_and_an_address_that_does_not_answer(tmp_path):
    assert onrecord("read", str(tmp_path / "no.txt")).returncode == 66
    assert onrecord("read", "http://127.0.0.1:9/x").returncode == 69


def test_standard_input_and_what_the_page_does_not_tell():
    done = onrecord(
        "read", "-", "--format", "json", "--published", "2024-05-01", "--publisher", "The Test", "--url",
        "https://example.test/a", stdin=b"The mayor said that the bridge is safe and will open next week.",
    )  # fmt: skip
    document = json.loads(done.stdout)["document"]
    assert (document["published"], document["publisher"], document["url"]) == (
        "2024-05-01", "The Test", "https://example.test/a",
    )  # fmt: skip


def test_table_fits_a_narrow_screen():
    done = onrecord("read", str(EXAMPLES / "denial.txt"), COLUMNS="48")
    assert done.returncode == 0
    assert max(len(line) for line in done.stdout.decode().splitlines()) <= 48
    assert "\x1b" not in done.stdout.decode()


def test_pages_go_into_a_folder_and_appear_whole(tmp_path):
    folder = tmp_path / "pages"
    files = [str(EXAMPLES / name) for name in ("denial.txt", "court.html")]
    done = onrecord("read", *files, "--format", "html", "-o", str(folder))
    assert done.returncode == 0, done.stderr.decode()
    assert sorted(file.name for file in folder.iterdir()) == ["court.html", "denial.html"]
    assert all("</html>" in file.read_text("utf-8") for file in folder.iterdir())


def test_several_pages_need_a_folder():
    done = onrecord("read", str(EXAMPLES / "denial.txt"), str(EXAMPLES / "court.html"), "--format", "html")
    assert done.returncode == 65
    assert "-o" in done.stderr.decode()


def test_a_date_that_is_none():
    done = onrecord("read", "-", "--published", "yesterday")
    assert done.returncode == 2
    assert "2023-06-12" in done.stderr.decode()


def test_doctor_says_what_is_here():
    done = onrecord("doctor")
    assert done.returncode == 0, done.stderr.decode()
    assert "reader model en-2: works" in done.stdout.decode()
