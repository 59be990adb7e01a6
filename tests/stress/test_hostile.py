"""Damaged and hostile bytes, by the hundred: a reading or one clear sentence, never anything else."""

import random
from pathlib import Path

import pytest

from onrecord.errors import OnrecordError
from onrecord.intake.sources import Raw
from onrecord.present.contract import to_json
from onrecord.run.pipeline import read_raw
from onrecord.settings import Settings

FOLDER = Path(__file__).parents[2] / "examples"
EXAMPLES = sorted(file for file in FOLDER.iterdir() if file.suffix in {".html", ".txt", ".pdf"})
INSERTED = [b"<div>" * 500, b"\x00" * 50, b"\xff\xfe", b"<!--", b'"', b"&#x0;"]

pytestmark = [pytest.mark.stress, pytest.mark.timeout(1800)]


def damaged(data: bytes, random_: random.Random) -> bytes:
    """Cut, repeat, overwrite and insert stretches."""
    for _ in range(random_.randint(1, 6)):
        at, size = random_.randrange(len(data) + 1), random_.randint(1, 4000)
        match random_.randrange(5):
            case 0:
                data = data[:at]
            case 1:
                data = data[:at] + data[at + size :]
            case 2:
                data = data[:at] + random_.randbytes(size) + data[at + size :]
            case 3:
                data = data[:at] + data[max(0, at - size) : at] * random_.randint(1, 30) + data[at:]
            case _:
                data = data[:at] + random_.choice(INSERTED) + data[at:]
    return data


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_damaged_documents(file):
    random_ = random.Random(file.name)
    data = file.read_bytes()
    for _ in range(60):
        try:
            reading = read_raw(Raw(file.name, damaged(data, random_)), Settings())
        except OnrecordError as error:
            assert file.name in error.problem  # noqa: PT017 - most damage leaves something readable
            continue
        to_json(reading)


@pytest.mark.parametrize("seed", range(100))
def test_random_bytes(seed):
    random_ = random.Random(seed)
    starts = [b"", b"%PDF-1.4\n", b"<!doctype html><html><body><p>", b"PK\x03\x04", b"\xef\xbb\xbf"]
    with pytest.raises(OnrecordError):
        read_raw(Raw("noise", random_.choice(starts) + random_.randbytes(random_.randint(0, 5000))), Settings())
