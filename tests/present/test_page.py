"""The page as HTML: whole, self-contained, strict, escaped; checked with Python's own parser, without a browser."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.present import markup, page
from onrecord.present.index import index
from onrecord.present.table_notes import notes as table_notes
from onrecord.types import (
    Act,
    BlockKind,
    ChainLink,
    Commitment,
    CommitmentKind,
    Conduct,
    ConductRelation,
    LinkKind,
    ListLink,
    MentionType,
    Metadata,
    Quantity,
    QuantityId,
    Reading,
    SourceKind,
    Span,
    StanceKind,
)

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


def text_of(html: str) -> str:
    """The words of HTML on one line."""
    words = re.sub(r"<[^>]+>", lambda tag: "" if tag[0] in INLINE else " ", html)
    return " ".join(unescape(words).split()).replace("( ", "(")


INLINE = {"</a>", "</b>", "<b>"}


class Entry:
    """What an entry of the list says."""

    def __init__(self, html: str, key: str) -> None:
        found = re.search(rf'<li class="[^"]*" id="e-{key}".*?</li>\n(?=<li|</ol>)', html, re.DOTALL)
        assert found is not None
        self.html = found[0]

    @property
    def text(self) -> str:
        return text_of(self.html)

    @property
    def labels(self) -> str:
        return text_of(re.findall(r'<span class="labels">(.*?)</span> <span class="ask">', self.html)[0])

    @property
    def answers(self) -> dict[str, str]:
        """The answers to the first question."""
        (first, *_) = re.findall(r'<dl class="answers">(.*?)</dl>', self.html)
        return {text_of(name): text_of(why) for name, why in re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>", first)}

    @property
    def roles(self) -> dict[str, str]:
        (first, *_) = re.findall(r'<dl class="roles">(.*?)</dl>', self.html)
        return {text_of(name): text_of(words) for name, words in re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>", first)}

    @property
    def statements(self) -> list[str]:
        return [text_of(words) for words in re.findall(r'<p class="said">(.*?)</p>', self.html)]

    @property
    def notes(self) -> list[str]:
        return [text_of(words) for words in re.findall(r'<div class="note [^"]*">(.*?)</div>\n', self.html, re.DOTALL)]


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


def test_every_entry_has_its_details_without_a_script() -> None:
    html = page(sample())
    text = text_of(html)
    for words in ("Two that-clauses joined by", "Not resolved: A surname that the text never introduces", "79%"):
        assert words in text
    assert html.count('<details class="more">') == 24


# ---------------------------------------------------------------------- labels and why


def test_the_labels_of_an_attribution_read_as_one_line() -> None:
    entry = Entry(page(sample()), "a5")
    assert entry.labels == "denies · certain · negative · past"
    assert Entry(page(sample()), "a1").labels == "claims · certain · positive · past · reporter keeps distance"


def test_every_label_answers_in_one_sentence() -> None:
    answers = Entry(page(sample()), "a5").answers
    assert list(answers) == ["denies", "certain", "negative", "past", "reporter neutral"]
    assert answers["negative"] == "“Nobody” negates it."
    assert answers["certain"] == "It is said flatly."
    assert all(answer.endswith(".") for answer in answers.values())


def test_every_label_line_can_be_asked() -> None:
    html = page(sample())
    assert html.count('class="labels"') == len(re.findall(r'<summary><span class="labels">', html))
    assert all(answer for answer in re.findall(r"<dl class=\"answers\">(.*?)</dl>", html))


def test_the_words_that_decide_lead_to_their_place_in_the_text() -> None:
    html = page(sample())
    text = sample().document.text
    start = text.index("Nobody hid")
    place = f"{start}-{start + len('Nobody')}"
    assert f'<a class="at" href="#w-{place}" data-w="{place}">“Nobody”</a> negates it.' in html
    assert re.search(f'<span class="w" id="w-{place}">(<span[^>]*>)*Nobody</span>', html)


def test_roles_are_told_on_demand() -> None:
    entry = Entry(page(sample()), "a6")
    assert entry.roles == {"subject": "the firm", "predicate": "would open", "object": "its records"}


def test_several_statements_have_their_own_labels_and_one_is_not_said_twice() -> None:
    html = page(sample())
    assert Entry(html, "a1").statements == [
        "A company paid to keep the harbor open recorded unsafe levels of lead in the silt it moved",
        "A company paid to keep the harbor open … told no one",
    ]
    assert Entry(html, "a6").statements == []


def test_a_pledge_says_to_whom_what_and_by_when() -> None:
    (pledge, conduct) = Entry(page(sample()), "a6").notes
    assert pledge.startswith("Pledge of the firm [Dunmore Marine] to the town: “open its records”, by 2026-06")
    assert "binds who speaks." in pledge
    assert conduct.startswith("Said to be broken in 18. the pilots’ union said")


def test_conduct_leads_to_the_pledge_and_decides_nothing() -> None:
    (note,) = Entry(page(sample()), "a18").notes
    assert note.startswith("Said to break the pledge in 6. He added")
    assert "“has broken that promise” draws the link; whether it is so is not decided here." in note
    assert 'href="#e-a6" data-of="a6"' in page(sample())


def test_a_denial_is_shown_where_it_is_taken_and_where_it_is_met() -> None:
    html = page(sample())
    (taken,) = Entry(html, "a5").notes
    assert taken.startswith("Denies everything that the Coastal Inspectorate’s report says: 6 statements")
    assert "1. a report by the Coastal Inspectorate claims" in taken
    assert Entry(html, "a4").notes[0].startswith("Denied by Halvard Reyes (5)")


def many_denials() -> Reading:
    """One statement that twelve people deny."""
    made = Builder()
    made.block(BlockKind.PARAGRAPH, "He said it leaked. " + " ".join(f"Witness{n} denied it." for n in range(12)))
    said = made.say(None, "He", "said", "it leaked")
    leaked = made.statement("it leaked")
    made.label(said, Act.SAY, leaked)
    for number in range(12):
        denied = made.say(f"Witness{number} denied", f"Witness{number}", "denied", "it")
        made.stands(denied, StanceKind.DENY, None, [leaked.id], "“denied” denies it")
    return made.reading()


def test_many_denials_are_named_in_part_and_counted() -> None:
    reading = many_denials()
    (note,) = Entry(page(reading), "a1").notes
    assert note.startswith("Denied by Witness0 (2), Witness1 (3)")
    assert "Witness7 (9) and 4 more" in note
    known = index(reading)
    assert list(table_notes(known, known.listed.entries[0])) == [
        "denied by Witness0 (2), Witness1 (3), Witness2 (4) and 9 more"
    ]


def test_several_denials_of_one_source_are_one() -> None:
    made = Builder()
    made.block(BlockKind.PARAGRAPH, "He said it leaked. She denied it. Later she denied that, too.")
    said = made.say(None, "He", "said", "it leaked")
    leaked = made.statement("it leaked")
    made.label(said, Act.SAY, leaked)
    she = made.entity("e1", "Ada Lund", MentionType.PERSON)
    for place, source, content in (("She denied", "She", "it"), ("Later", "she", "that")):
        key = made.say(place, source, "denied", content, entity=she)
        made.stands(key, StanceKind.DENY, None, [leaked.id], "“denied” denies it")
    (note,) = Entry(page(made.reading()), "a1").notes
    assert note.startswith("Denied by Ada Lund (2, 3)")


def test_figures_and_dates_stand_in_normal_form() -> None:
    html = page(sample())
    assert "40 to 55 million (estimated)" in Entry(html, "a16").text
    assert "2026-06" in Entry(html, "a6").text
    table = text_of(html[html.index('id="figures"') :])
    for words in ("61 samples as of 2026", "at least 38", "fall 2026", "2 years", "2026-03"):
        assert words in table
    assert table.index("an estimated") < table.index("2 counts that are spelled out") < table.index("2 people")


def test_each_figure_says_on_whose_word() -> None:
    html = page(sample())
    rows = [text_of(row) for row in re.findall(r"<tr>(.*?)</tr>", html)]
    (row,) = [row for row in rows if row.startswith("61 samples")]
    assert row.endswith("the Coastal Inspectorate’s report (2)")
    (row,) = [row for row in rows if row.startswith("2026-03")]
    assert row.endswith("the article")


def test_who_is_who_tells_office_issuer_lists_and_how_often_a_source() -> None:
    html = page(sample())
    people = dict(re.findall(r'<li id="n-(\w+)">(.*?)</li>\n', html, re.DOTALL))
    text = {key: text_of(inner) for key, inner in people.items()}
    assert text["e2"].startswith("the Coastal Inspectorate’s report document, issued by Coastal Inspectorate")
    assert text["e2"].endswith("source of 1, 2, 3")
    assert "Halvard Reyes Dunmore’s chief executive May be HW-114 on the list harbor-watch Unsure 61%" in text["e3"]
    assert "Against it: no date of birth." in text["e3"]
    assert "also as “Dunmore” Is HW-020" in text["e6"]
    assert "Not named because: “kept inside the room”" in text["e8"]
    assert "A surname that the text never introduces" in text["e5"]
    assert html.index('id="n-e3"') < html.index("Not resolved: the text does not tell who they are")
    assert html.index('id="n-e5"') > html.index("Not resolved: the text does not tell who they are")


def test_furniture_is_folded_away_and_still_there() -> None:
    html = page(sample())
    folds = re.findall(r'<details class="beside"><summary>(.*?)</summary>\n(.*?)</details>', html, re.DOTALL)
    assert [summary for summary, _ in folds] == ["Beside the article, not read"] * 2
    assert "Ferry timetable" in folds[1][1]


def test_a_place_outside_every_block_is_not_linked_to() -> None:
    made = Builder(text="Before. ")
    made.block(BlockKind.PARAGRAPH, "He said 9 boats sank.")
    made.say(None, "He", "said", "9 boats sank")
    made.quantities.append(Quantity(QuantityId("q1"), Span(0, 6), 9, 9, None))
    html = page(made.reading())
    assert 'href="#w-0-6"' not in html
    assert "“Before”" in html


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
    entity = made.entity(
        "e1",
        words,
        MentionType.PERSON,
        roles=(words,),
        reason=words,
        resolved=len(words) % 2 == 0,
        anonymity=words,
        links=(ListLink(words, words, 0.5, False, words),),
    )
    made.quantity(words, 1, 2, words, modifier=words, as_of=words)
    made.date(words, words, None)
    key = made.say(
        None,
        f"{words} source",
        "said",
        f"content {words}",
        kind=SourceKind.DOCUMENT,
        entity=entity,
        chain=(publisher(words), ChainLink(words, LinkKind.DOCUMENT, None, words)),
        reasons=(words,),
    )
    made.label(key, Act.DENY, made.statement(words, reasons=(f"certain: “{words}”",), deciding=words), why=(words,))
    made.amend(
        key,
        commitment=Commitment(
            CommitmentKind.PLEDGE, made.spans(words), instrument=words, deadline=words, reasons=(words,)
        ),
        conduct=(Conduct(key, ConductRelation.KEEPS, made.spans(words)),),
    )
    made.stands(key, StanceKind.DENY, entity, [made.said(key).statements[0].id], words, target=words)
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
