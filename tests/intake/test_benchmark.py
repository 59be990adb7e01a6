"""The measure of the extraction benchmark, and what it says without data."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

from benchmarks.extraction.__main__ import main
from benchmarks.extraction.shingles import overlap, score
from tests.intake.helpers import EXAMPLES


def test_measure() -> None:
    assert score([overlap("a b c d e", "a b c d e")]).f1 == 1.0
    half = overlap("a b c d e", "a b c d x")
    assert (half.matched, half.surplus, half.missing) == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert score([half]).f1 == pytest.approx(0.5)
    assert overlap("a b c d", "").precision is None


def test_run_on_one_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "one.html.gz").write_bytes(gzip.compress((EXAMPLES / "court.html").read_bytes()))
    body = {"one": {"articleBody": "The case, which is expected to last another two weeks, continues."}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(body))
    monkeypatch.setattr(sys, "argv", ["extraction", "--data", str(tmp_path)])
    assert main() == 0
    assert "onrecord" in capsys.readouterr().out


def test_without_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["extraction", "--data", str(tmp_path)])
    assert main() == 66
    assert "There is no" in capsys.readouterr().err
