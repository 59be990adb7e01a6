"""Example articles as they are really read: every label on the page answers, and every link leads somewhere."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from onrecord.intake.sources import fetch
from onrecord.present import page, to_json
from onrecord.present.labels import UNTOLD
from onrecord.run.pipeline import read_raw
from onrecord.settings import Settings
from onrecord.types import Reading

from .test_page import Parsed, block_texts

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "reading.schema.json").read_text("utf-8"))
EXAMPLES = ("monitoring-report.txt", "denial.txt", "wire-story.html", "health.html")


@pytest.fixture(scope="module", params=EXAMPLES)
def reading(request: pytest.FixtureRequest) -> Reading:
    settings = Settings(lists=ROOT / "no-lists")
    return read_raw(fetch(str(ROOT / "examples" / request.param), settings, sys.stdin.buffer), settings)


def test_the_page_holds_the_text_and_every_link_leads_somewhere(reading: Reading) -> None:
    parsed = Parsed(page(reading))
    assert parsed.blocks == block_texts(reading)
    ids = parsed.ids()
    assert len(ids) == len(set(ids))
    inside = {found["href"] or "" for tag, found in parsed.elements if tag == "a" and "href" in found}
    assert {target[1:] for target in inside if target.startswith("#")} <= set(ids)


def test_every_label_has_a_reason(reading: Reading) -> None:
    html = page(reading)
    assert UNTOLD not in html
    answered = re.findall(r"</summary>(.*?)</details>", html, re.DOTALL)
    assert all(answer.strip() for answer in answered)


def test_words_that_reasons_quote_are_found_in_the_text(reading: Reading) -> None:
    """A reason that quotes words of a clause shows where they stand, all but for words that are put together."""
    answers = " ".join(re.findall(r'<dl class="answers">(.*?)</dl>', page(reading)))
    linked = len(re.findall(r'<a class="at"[^>]*>“', answers))
    assert linked >= 0.95 * answers.count("“")


def test_the_json_is_as_the_schema_says(reading: Reading) -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(to_json(reading)))
