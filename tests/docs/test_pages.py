"""The documentation holds together: its links lead somewhere, its commands exist, its references are complete."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .pages import DOCS, PAGES, ROOT, console, page_id, prose

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
DECISIONS = sorted((DOCS / "decisions").glob("*.md"))


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(re.sub(r"<!--.*?-->", "", prose(page), flags=re.DOTALL)):
        if re.match(r"\w+:", link):
            continue
        target, _, anchor = link.partition("#")
        file = (page.parent / target).resolve() if target else page
        assert file.exists(), f"{page.name} links to {link}, which is not there"
        if anchor:
            assert anchor in anchors(file), f"{page.name} links to {link}; there is no such heading"


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=page_id)
def test_every_page_is_in_the_index(page: Path) -> None:
    if page.name != "index.md":
        assert f"({page.name})" in (DOCS / "index.md").read_text("utf-8")


@pytest.mark.parametrize("page", DECISIONS, ids=page_id)
def test_decisions_have_one_form(page: Path) -> None:
    text = page.read_text("utf-8")
    assert text.startswith(f"# {int(page.name[:4])}. ")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert f"(decisions/{page.name})" in (DOCS / "index.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_commands_that_are_shown_exist(page: Path) -> None:
    reference = (DOCS / "reference-cli.md").read_text("utf-8")
    sections = dict(re.findall(r"^## (onrecord[^\n]*)\n(.*?)(?=^## |\Z)", reference, re.MULTILINE | re.DOTALL))
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for shown in console(page):
        for command in re.split(r"[|;<>]", shown.command):
            if make := re.match(r"make (\w+)", command.strip()):
                assert make[1] in targets, f"{page.name}: there is no 'make {make[1]}'"
            found = re.search(r"(?:^|/| )onrecord(?P<rest> .*)", command)
            if found is None:
                continue
            words = found["rest"].split()
            name = max((f"onrecord {' '.join(words[:n])}" for n in (1, 2)), key=lambda one: (one in sections, len(one)))
            assert name in sections, f"{page.name}: there is no '{name}'"
            for option in re.findall(r"(?<=\s)(--?[a-z][a-z-]*)", found["rest"]):
                described = re.search(rf"(?<![\w-]){option}(?![\w-])", sections[name])
                assert described, f"{page.name}: {name} has no {option}"


def test_the_command_line_reference_is_up_to_date() -> None:
    checked = subprocess.run(
        [sys.executable, str(DOCS / "generate_cli.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr


def test_every_field_of_the_schema_is_described() -> None:
    described = set(re.findall(r"`(\w+)`", prose(DOCS / "reference-json.md")))
    schema = json.loads((DOCS / "reading.schema.json").read_text("utf-8"))
    assert sorted(fields(schema) - {"start", "end"} - described) == []


def fields(schema: object) -> set[str]:
    """The names of all properties anywhere in a JSON schema."""
    if isinstance(schema, list):
        return set().union(*map(fields, schema))
    if not isinstance(schema, dict):
        return set()
    below = [fields(value) for value in schema.values()]
    return set(schema.get("properties", {})).union(*below)


def test_make_lists_every_target() -> None:
    listed = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert phony is not None
    assert re.findall(r"^  (\w+)", listed, re.MULTILINE) == phony[1].split()


def test_the_example_in_the_gold_format_is_sound() -> None:
    import tomllib

    page = (DOCS / "how-to-evaluate.md").read_text("utf-8")
    block = re.search(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert block is not None
    for text in tomllib.loads(block[1])["text"]:
        for attribution in text["attribution"]:
            for piece in [attribution["source"], attribution["cue"], *attribution["content"]]:
                words, times = (piece, 1) if isinstance(piece, str) else (piece["s"], piece["n"])
                assert text["text"].count(words) >= times
            assert 1 <= attribution.get("parent", 1) <= len(text["attribution"])
