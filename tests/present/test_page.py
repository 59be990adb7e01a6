"""The page as HTML: whole, self-contained, strict, escaped; checked with Python's own parser, without a browser."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.present import markup, page
from onrecord.types import BlockKind, ChainLink, LinkKind, MentionType, Metadata, Reading, SourceKind, Span

from .builder import Builder, publisher
from .sample import sample

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Parsed(HTMLParser):
    """Elements with their attributes, and the text inside each block."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: dict[int, str] = {}
        self._stack: list[tuple[str, int | None]] = []
        self.feed(html)
        self.close()
        assert self._stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.append((tag, found))
        if tag in VOID:
            return
        block = found.get("data-block")
        inside = int(block) if block is not None else (self._stack[-1][1] if self._stack else None)
        self._stack.append((tag, inside))
        if block is not None:
            self.blocks[int(block)] = ""

    def handle_endtag(self, tag: str) -> None:
        assert self._stack.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self._stack and self._stack[-1][1] is not None:
            self.blocks[self._stack[-1][1]] += data

    def ids(self) -> list[str]:
        return [attributes["id"] or "" for _, attributes in self.elements if "id" in attributes]


def block_texts(reading: Reading) -> dict[int, str]:
    document = reading.document
    return {number: block.span.of(document.text) for number, block in enumerate(document.blocks)}


def test_the_text_of_every_block_is_whole() -> None:
    assert Parsed(page(sample())).blocks == block_texts(sample())


def test_every_link_inside_the_page_leads_somewhere_and_no_id_stands_twice() -> None:
    parsed = Parsed(page(sample()))
    ids = parsed.ids()
    assert len(ids) == len(set(ids))
    targets = [found["href"] or "" for tag, found in parsed.elements if tag == "a" and "href" in found]
    inside = [target[1:] for target in targets if target.startswith("#")]
    assert len(inside) > 40
    assert set(inside) <= set(ids)


def test_nothing_comes_from_outside() -> None:
    html = page(sample())
    parsed = Parsed(html)
    assert {tag for tag, _ in parsed.elements}.isdisjoint({"link", "img", "iframe", "object", "form", "base"})
    assert not any("src" in found or "style" in found for _, found in parsed.elements)
    assert not any(name.startswith("on") for _, found in parsed.elements for name in found)
    assert "url(" not in html
    assert "@import" not in html


def test_the_policy_allows_this_style_and_this_script_only() -> None:
    html = page(sample())
    policy = next(
        found["content"] or "" for tag, found in Parsed(html).elements if found.get("http-equiv") and tag == "meta"
    )
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (inner,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_the_page_says_what_it_is() -> None:
    html = page(sample())
    assert '<html lang="en">' in html
    assert '<article lang="en"' in html
    assert html.count("<h1") == 1
    assert "Suggestions by a machine; check before you quote." in html
    assert sample().document.id in html
    assert "Reader en-1" in html
    assert "Carries reporting of <b>Coastwire News</b>" in html
    assert 'href="https://harborweekly.example/2026/04/silt"' in html


def test_details_need_no_script() -> None:
    html = page(sample())
    for words in (
        "Two that-clauses joined by “and” hang on one cue.",
        "Not known who this is.",
        "79%",
        "Coastwire News",
    ):
        assert words in html
    assert html.count("<details><summary>Details") == 22


def test_the_same_reading_gives_the_same_page() -> None:
    assert page(sample()) == page(sample())


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&amp;c=2"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org", None),
        ("https://", None),
        ("https://[bad", None),
        ("java\nscript:alert(1)", None),
        ("https://example.org/\u202e", None),
        (None, None),
    ],
)
def test_links_are_of_the_web_or_none(address: str | None, shown: str | None) -> None:
    assert markup.web_address(address) == shown


def test_a_document_without_blocks_is_one_paragraph() -> None:
    made = Builder(text="Nobody said so.")
    assert Parsed(page(made.reading())).blocks == {0: "Nobody said so."}


def test_an_empty_document_has_a_page() -> None:
    assert "no attribution was found" in page(Builder().reading())


def test_a_content_over_two_blocks_is_marked_in_both() -> None:
    made = Builder()
    made.block(BlockKind.PARAGRAPH, "She said: “One.")
    made.block(BlockKind.PARAGRAPH, "Two.” Then she left.")
    made.say(None, "She", "said", "“One.\n\nTwo.”")
    html = page(made.reading())
    assert html.count('data-con="a1">') == 2
    assert html.count('data-sign="["') == html.count('data-sign="]"') == 2  # one pair is the legend's
    assert Parsed(html).blocks == {0: "She said: “One.", 1: "Two.” Then she left."}


def test_a_span_with_white_space_at_its_ends_keeps_its_reference() -> None:
    made = Builder()
    made.block(BlockKind.PARAGRAPH, "It will, he said")
    made.block(BlockKind.PARAGRAPH, "Next.")
    made.say(None, "he", "said", "It will")
    reading = made.reading()
    wide = replace(reading.attributions[0], cue=(Span(12, 18),))
    assert 'id="t-a1"' in page(replace(reading, attributions=(wide,)))


def hostile_reading(words: str) -> Reading:
    made = Builder(source=words, metadata=Metadata(words, words, words, words, f"javascript:{words}", language=words))
    made.block(BlockKind.HEADLINE, words)
    made.block(BlockKind.PARAGRAPH, f"{words} source said content {words}.")
    entity = made.entity("e1", words, MentionType.PERSON)
    made.say(
        None,
        f"{words} source",
        "said",
        f"content {words}",
        kind=SourceKind.DOCUMENT,
        entity=entity,
        chain=(publisher(words), ChainLink(words, LinkKind.DOCUMENT, None, words)),
        reasons=(words,),
    )
    made.carries(words, words, words)
    return made.reading()


HTML_SIGNS = st.sampled_from(
    ["<script>", "</style>", "-->", '">', "<img onerror=x>", "&amp;", "$title", "${x}", "'", "\u202e"]
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.one_of(HTML_SIGNS, st.text(max_size=8)), min_size=1, max_size=5).map(
        lambda parts: "x" + "".join(parts) + "x"
    )
)
def test_any_text_stays_text(words: str) -> None:
    reading = hostile_reading(words)
    parsed = Parsed(page(reading))
    held = {number: re.sub("[\x00\ud800-\udfff]", "\ufffd", text) for number, text in block_texts(reading).items()}
    assert parsed.blocks == held
    assert [tag for tag, _ in parsed.elements].count("script") == 1
    assert not any(tag == "img" for tag, _ in parsed.elements)


# ---------------------------------------------------------------------- contrast


def themes() -> dict[str, dict[str, str]]:
    """The colors of the page by theme."""
    css = re.search(r"<style>(.*?)</style>", page(Builder().reading()), re.DOTALL)
    assert css is not None
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part))
        for part in re.findall(r":root \{(.*?)\}", css[1], re.DOTALL)[:2]
    )
    return {"light": light, "dark": dark}


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    bright, dim = sorted((luminance(one), luminance(two)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


TINTS = ("paper", "card", "tint1", "tint2", "tint3", "tint4", "on-con", "on-src")
PAIRS = [
    *product(("ink",), TINTS),
    *product(("cue", "src", "edge"), ("paper", "card", "tint1", "tint2")),
    *product(("muted",), ("paper", "card", "tint1")),
    ("on-cue-ink", "on-cue"),
    ("cue", "on-con"),
    ("paper", "src"),
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("fore", "back"), PAIRS)
def test_words_have_the_contrast_of_wcag_aa(theme: str, fore: str, back: str) -> None:
    colors = themes()[theme]
    assert contrast(colors[fore], colors[back]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("fore", ["cue", "src", "edge", "focus"])
@pytest.mark.parametrize("back", ["tint3", "tint4", "on-con"])
def test_deeper_tints_keep_lines_and_bold_words_in_sight(theme: str, fore: str, back: str) -> None:
    colors = themes()[theme]
    assert contrast(colors[fore], colors[back]) >= 3
