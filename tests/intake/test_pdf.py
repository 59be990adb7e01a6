"""PDF layout: columns, headings, hyphens, heads, footnotes, and files that cannot be read."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from onrecord.errors import BadInput
from onrecord.intake.pdf_blocks import hyphen_joiner
from onrecord.types import BlockKind
from tests.intake.helpers import kinds, taken, texts

STORY = (
    "The minister said on Tuesday that the report was wrong, and that he would ask for another one by the end of June. "
    "The authors of the report, who spent two years on it, said that they stood by every figure and every footnote."
)
WORDS = ("", "The minister", "The mayor", "The author")


def write(canvas, text: str, *, x: float = 72, y: float = 700, size: float = 11, font: str = "Times-Roman") -> float:
    canvas.setFont(font, size)
    for line in textwrap.wrap(text, 80):
        canvas.drawString(x, y, line)
        y -= 1.3 * size
    return y


def test_headline_byline_and_paragraphs(pdf: Callable) -> None:
    def draw(canvas) -> None:
        write(canvas, "Minister rejects report", y=760, size=20, font="Helvetica-Bold")
        y = write(canvas, STORY, y=700)
        y = write(canvas, "Doubts", y=y - 12, font="Times-Bold", size=12)
        write(canvas, STORY, y=y - 12)

    assert kinds(taken(pdf(draw))) == [
        ("headline", "Minister rejects report"),
        ("paragraph", STORY),
        ("subheading", "Doubts"),
        ("paragraph", STORY),
    ]


def test_title_of_the_file_only_where_the_page_has_none(pdf: Callable) -> None:
    def draw(canvas) -> None:
        canvas.setTitle("Told title")
        write(canvas, STORY)

    assert taken(pdf(draw)).metadata.title == "Told title"


def test_running_heads_feet_and_page_numbers_are_left_out(pdf: Callable) -> None:
    def draw(canvas) -> None:
        for page in range(1, 4):
            write(canvas, f"Annual report 2024 {page}", y=800, size=9)
            write(canvas, f"{WORDS[page]} said on Tuesday that the report was wrong, all of it.", y=700)
            write(canvas, f"{WORDS[page]} left at once.", y=650 - 20 * page)
            write(canvas, f"Page {page} of 3", y=30, size=9)
            canvas.showPage()

    document = taken(pdf(draw))
    assert not [text for _, text in kinds(document) if "report 2024" in text or "Page" in text]
    assert [block.page for block in document.blocks] == [1, 1, 2, 2, 3, 3]


def test_paragraph_over_two_columns_and_a_heading_over_both(pdf: Callable) -> None:
    def draw(canvas) -> None:
        write(canvas, "Minister rejects report", y=760, size=20, font="Helvetica-Bold")
        lines = textwrap.wrap(f"{STORY} {STORY} {STORY}", 42)
        half = (len(lines) + 1) // 2
        canvas.setFont("Times-Roman", 10)
        for column, part in ((60, lines[:half]), (310, lines[half:])):
            for row, line in enumerate(part):
                canvas.drawString(column, 700 - 13 * row, line)

    assert kinds(taken(pdf(draw))) == [
        ("headline", "Minister rejects report"),
        ("paragraph", f"{STORY} {STORY} {STORY}"),
    ]


def test_numbered_paragraphs_with_no_space_between(pdf: Callable) -> None:
    def draw(canvas) -> None:
        y = 700.0
        for number in (12, 13, 14):
            y = write(canvas, f"{number}. {STORY}", y=y)

    assert texts(taken(pdf(draw)), BlockKind.PARAGRAPH) == [f"{n}. {STORY}" for n in (12, 13, 14)]


def test_indented_paragraphs_with_no_space_between(pdf: Callable) -> None:
    def draw(canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        y = 700
        for _ in range(3):
            for i, line in enumerate(textwrap.wrap(STORY, 78, initial_indent="")):
                canvas.drawString(72 + (18 if i == 0 else 0), y, line)
                y -= 14

    assert texts(taken(pdf(draw)), BlockKind.PARAGRAPH) == [STORY] * 3


def test_footnotes_and_raised_marks(pdf: Callable) -> None:
    def draw(canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(72, 700, "The minister rejected the whole report on Tuesday.")
        end = 72 + canvas.stringWidth("The minister rejected the whole report on Tuesday.")
        canvas.setFont("Times-Roman", 7)
        canvas.drawString(end, 704, "1")
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(end + 7, 700, "He left for Oslo at once.")
        write(canvas, STORY, y=670)
        canvas.setFont("Times-Roman", 6)
        canvas.drawString(72, 103, "1")
        write(canvas, "Letter of the minister, 3 May 2024, on file.", x=78, y=100, size=8)

    document = taken(pdf(draw))
    assert kinds(document) == [
        ("paragraph", "The minister rejected the whole report on Tuesday. He left for Oslo at once."),
        ("paragraph", STORY),
        ("footnote", "1 Letter of the minister, 3 May 2024, on file."),
    ]


def test_hyphens_at_line_ends(pdf: Callable) -> None:
    text = (
        "The minister said that the ter-|ritory had been quiet, and that counter-terrorism was a well-|known duty of|"
        "the adminis-|tration. He spoke of the Franco-|German treaty and of counter-|terrorism again, and of a|"
        "well-known rule."
    )
    lines = text.split("|")

    def draw(canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        for row, line in enumerate(lines):
            canvas.drawString(72, 700 - 14 * row, line)

    text = taken(pdf(draw)).text
    for word in ("territory", "well-known duty", "administration", "Franco-German", "of counter-terrorism again"):
        assert word in text


def test_joiner_without_hyphen_puts_a_space() -> None:
    assert hyphen_joiner([])("one", "two") == "one two"


def test_table_rows(pdf: Callable) -> None:
    def draw(canvas) -> None:
        y = write(canvas, STORY) - 20
        canvas.setFont("Times-Roman", 10)
        for row in (("Month", "Low", "High"), ("May", "12", "15"), ("June", "14", "18")):
            for x, cell in zip((72, 200, 300), row, strict=True):
                canvas.drawString(x, y, cell)
            y -= 14
        write(canvas, STORY, y=y - 20)

    assert texts(taken(pdf(draw)), BlockKind.TABLE) == ["Month | Low | High\nMay | 12 | 15\nJune | 14 | 18"]


def test_scanned_pdf(pdf: Callable) -> None:
    with pytest.raises(BadInput, match="no text"):
        taken(pdf(lambda canvas: canvas.rect(10, 10, 100, 100)))


def test_protected_pdf(pdf: Callable) -> None:
    with pytest.raises(BadInput, match="password"):
        taken(pdf(write_story, encrypt="secret"))


def write_story(canvas) -> None:
    write(canvas, STORY)


def test_cut_pdf(pdf: Callable) -> None:
    data = pdf(write_story)
    with pytest.raises(BadInput, match="damaged or incomplete"):
        taken(data[: len(data) // 3])
