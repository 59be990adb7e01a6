"""Every example gives the right headline, metadata, captions, and no furniture among its words."""

from __future__ import annotations

import pytest

from onrecord.types import BlockKind
from tests.intake.helpers import check_blocks, credits, example, kinds, texts

PAGES = {
    "business.html": (
        "Halden Ferries in talks to sell northern routes, sources say",
        "Quayside Business Review",
        "2023-10-03",
        "Anselm Brodeur and Priya Venkhart",
        ["Sunniva Rekk/NORTHLINE"],
    ),
    "court.html": (
        "Charity treasurer ‘moved money at night’, jury told",
        "Wexmoor Courier",
        "2022-11-24",
        "Idris Penhallow",
        ["Court sketch: Fern Adebayo-Lisle"],
    ),
    "disaster.html": (
        "Mudslide in Corral Alto kills at least 17, governor says",
        "Upland Times",
        "2024-02-21",
        "Tomasa Illan and Reuben Askwith",
        ["Credit…Aurelio Santisma/Northline, via Lakepress Images"],
    ),
    "health.html": (
        "Inspectors blame staffing gaps for infections at St Brannoc’s",
        "The Harbour Ledger",
        "2024-05-16",
        "Mairead Colquist",
        ["Photograph: Tomos Hale/The Harbour Ledger"],
    ),
    "science.html": (
        "Storm petrels may steer by smell over open water, study suggests",
        "Longshore",
        "2025-03-06",
        "Wren Achterberg",
        ["Image: Jógvan Vestberg / Longshore"],
    ),
    "wire-story.html": (
        "Grain inspectors say false certificates let spoiled wheat through Port Maren",
        "Northline News Agency",
        "2024-09-09",
        "Hanneke Orlov",
        ["Kasimir Dole/Northline"],
    ),
    "wire-reprint.html": (
        "Spoiled wheat left port with false papers, report says",
        "Lower Dale Observer",
        "2024-09-10",
        "Northline News Agency",
        ["Kasimir Dole/Northline"],
    ),
    "monitoring-report.txt": (
        "Lakes panel says Marun Front still funds Harrow Network, raises alarm over Ember Column",
        None,
        None,
        None,
        ["Ilse Tarrant/NORTHLINE via Lakepress Images"],
    ),
    "denial.txt": ("Mayor rejects audit that says flood money paid for road to his farm", None, None, None, []),
    "panel-report.pdf": (
        "Sixth report of the Panel of Experts on Belmara submitted pursuant to Decision 41 (2021)",
        None,
        "2024-06-14",
        None,
        [],
    ),
}

FURNITURE_WORDS = (
    *("cookie", "newsletter", "subscribe", "Related", "Stay Connected", "Latest", "Fairmouth", "Most read", "comments"),
    *("All rights reserved", "Advertisement", "ADVERTISEMENT", "min read", "READ MORE", "Skip to", "Sign in", "Terms"),
    *("Read next", "Share full", "Share by", "Share this", "24-00718", "Become a member", "inbox", "Log in", "ISSN"),
    *("Weather", "light rain", "Bunker fuel"),
)


@pytest.mark.parametrize("name", PAGES)
def test_headline_metadata_and_credits(name: str) -> None:
    headline, publisher, published, byline, photographers = PAGES[name]
    document = example(name)
    check_blocks(document)
    assert texts(document, BlockKind.HEADLINE) == [headline]
    assert document.metadata.title == headline
    assert document.metadata.publisher == publisher
    assert document.metadata.published == published
    assert document.metadata.byline == byline
    assert document.metadata.language == "en"
    assert credits(document) == photographers


@pytest.mark.parametrize("name", PAGES)
def test_furniture_stays_out_of_the_story(name: str) -> None:
    story = [text for kind, text in kinds(example(name)) if kind != "furniture"]
    for word in FURNITURE_WORDS:
        assert not [text for text in story if word in text]


def test_canonical_address_of_a_page() -> None:
    address = "https://www.harbourledger.example/health/2024/05/st-brannocs-infections-inspectors"
    assert example("health.html").metadata.url == address


@pytest.mark.parametrize("name", [name for name in PAGES if name.endswith(".html")])
def test_no_quotation_of_the_article_is_lost(name: str) -> None:
    import re

    from lxml import html

    from tests.intake.helpers import EXAMPLES

    tree = html.parse(str(EXAMPLES / name), parser=html.HTMLParser(encoding="utf-8")).getroot()
    text = example(name).text
    for paragraph in tree.xpath("//p | //blockquote"):
        if paragraph.xpath("ancestor-or-self::*[contains(@class, 'cite')]"):
            continue
        for quotation in re.findall('“[^”]+”|"[^"]+"', " ".join(paragraph.text_content().split())):
            assert quotation in text


def test_table_keeps_rows_and_cells_apart() -> None:
    (table,) = texts(example("health.html"), BlockKind.TABLE)
    assert table.split("\n")[:2] == ["Month | Inspectorate estimate | Trust count", "November 2023 | 4–6 | 3"]


def test_list_keeps_items_apart() -> None:
    (items,) = texts(example("court.html"), BlockKind.LIST)
    assert len(items.split("\n")) == 4


def test_quotations_set_apart_are_quotes() -> None:
    assert texts(example("court.html"), BlockKind.QUOTE) == [
        "Members of the jury, counsel may ask you to draw a conclusion. He may not ask you to draw it from an empty "
        "drawer. Whether the ledger ever existed is a matter for you.",
        "— Judge Rosalind Beck-Tennant",
    ]
    assert texts(example("business.html"), BlockKind.QUOTE)[0] == "“We paid every supplier on time.”"


def test_caption_and_the_line_above_it_in_pasted_text() -> None:
    first, second = texts(example("monitoring-report.txt"), BlockKind.CAPTION)
    assert first == "Guards on parade in Oruvai"
    assert second.startswith("Recruits of the Marun Front's provincial guard")


def test_pasted_furniture_is_kept_and_marked() -> None:
    furniture = texts(example("monitoring-report.txt"), BlockKind.FURNITURE)
    assert furniture[:3] == ["61 °F", "Fairmouth", "Tuesday, June 18, 2024"]
    assert "Fairmouth school board delays vote on bus routes" in furniture


def test_numbered_paragraphs_of_the_report() -> None:
    paragraphs = texts(example("panel-report.pdf"), BlockKind.PARAGRAPH)
    numbers = [text.split(".")[0] for text in paragraphs if text.split(".")[0].isdigit()]
    assert numbers == [str(n) for n in range(1, 30)]


def test_words_broken_at_line_ends_are_healed() -> None:
    text = example("panel-report.pdf").text
    assert "remains mutual, routine and financially sustained. The two organizations" in text
    assert "in the territory of Belmara" in text
    assert "inward-looking and indifferent" in text


def test_paragraph_over_a_page_is_one_block() -> None:
    (eighth,) = [text for _, text in kinds(example("panel-report.pdf")) if text.startswith("8.")]
    assert "told the Panel that the three men had left" in eighth
    assert eighth.endswith("would show this.")


def test_footnotes_and_their_marks() -> None:
    document = example("panel-report.pdf")
    footnotes = texts(document, BlockKind.FOOTNOTE)
    assert [note.split()[0] for note in footnotes] == [str(n) for n in range(1, 8)]
    assert "the Panel entry to Belmara. An official" in " ".join(texts(document, BlockKind.PARAGRAPH))
    assert "Belmara.1" not in document.text


def test_two_columns_are_read_one_after_the_other() -> None:
    paragraphs = texts(example("panel-report.pdf"), BlockKind.PARAGRAPH)
    assert "14 May 2019. The Ember Column announces that it has left the Marun Front." in paragraphs
    last = paragraphs.index("28 May 2024. The Front rejects the draft.")
    assert last < paragraphs.index("We remain bound by the Bergen Accord, and we ask whether the other parties do.")


def test_table_of_the_report() -> None:
    (table,) = texts(example("panel-report.pdf"), BlockKind.TABLE)
    assert table.split("\n")[3] == "Member State A | April 2024 | – | 1,800 | Not disclosed"


def test_pages_of_blocks() -> None:
    document = example("panel-report.pdf")
    pages = [block.page for block in document.blocks if block.kind is not BlockKind.FOOTNOTE]
    assert pages == sorted(pages)
    assert {block.page for block in document.blocks} == {1, 2, 3, 4, 5, 6}


def test_headings_of_the_report() -> None:
    headings = texts(example("panel-report.pdf"), BlockKind.SUBHEADING)
    assert headings[:4] == ["Council of Lake States", "Summary", "Contents", "I. Mandate and method"]
    assert "VIII. Separate view of one member" in headings
