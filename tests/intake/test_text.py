"""Plain text: what is a headline, a paragraph, a caption, furniture."""

from __future__ import annotations

import pytest

from onrecord.intake.furniture import is_byline, is_furniture
from onrecord.types import BlockKind
from tests.intake.helpers import credits, kinds, taken, texts

FIRST = (
    "The minister said on Tuesday that the report was wrong, and that he would ask for another one by the end of May."
)
SECOND = "“I have read every page of it, and I do not know where those numbers came from,” he told reporters in Oslo."
STORY = f"{FIRST}\n\n{SECOND}"


def test_headline_right_above_the_story_without_a_blank_line() -> None:
    document = taken(f"Minister rejects report on ferries\n{FIRST}\n\n{SECOND}")
    assert kinds(document) == [
        ("headline", "Minister rejects report on ferries"),
        ("paragraph", FIRST),
        ("paragraph", SECOND),
    ]


def test_one_paragraph_a_line() -> None:
    document = taken(f"Minister rejects report on ferries\n{FIRST}\n{SECOND}\n{FIRST}\nHe left.")
    assert [kind for kind, _ in kinds(document)] == ["headline", *["paragraph"] * 4]


def test_hard_wrapped_lines_are_joined() -> None:
    import textwrap

    long = f"{FIRST} {SECOND} {FIRST}"
    wrapped = "\n\n".join(textwrap.fill(part, 72) for part in (long, SECOND, long))
    assert kinds(taken(f"Minister rejects report on ferries\n\n{wrapped}")) == [
        ("headline", "Minister rejects report on ferries"),
        ("paragraph", long),
        ("paragraph", SECOND),
        ("paragraph", long),
    ]


def test_hard_wrapped_without_blank_lines() -> None:
    import textwrap

    long = f"{FIRST} {SECOND} {FIRST}"
    wrapped = "\n".join(textwrap.fill(part, 72) for part in (long, long, long))
    assert [text for kind, text in kinds(taken(wrapped)) if kind == "paragraph"] == [long] * 3


def test_byline_and_deck() -> None:
    document = taken(f"Minister rejects report on ferries\n\nHe wants another by June\n\nBy Ann Lee\n\n{STORY}")
    assert kinds(document)[1:3] == [("subheading", "He wants another by June"), ("byline", "By Ann Lee")]
    assert document.metadata.byline == "Ann Lee"


def test_page_head_before_the_headline() -> None:
    head = "The Daily Sound\n\nYour coast, your news since 1887\n\n14°C, light rain\n\nHome\nNews\nSport\n\n"
    document = taken(f"{head}Minister rejects report on ferries\n\n{STORY}")
    assert texts(document, BlockKind.HEADLINE) == ["Minister rejects report on ferries"]
    assert "Your coast, your news since 1887" in texts(document, BlockKind.FURNITURE)


def test_date_of_furniture_is_no_date_of_publication() -> None:
    assert taken(f"Monday, October 7, 2024\n\nMinister rejects report on ferries\n\n{STORY}").metadata.published is None


def test_subheadings_and_short_sentences_in_the_story() -> None:
    document = taken(f"{FIRST}\n\nDoubts about the numbers\n\n{SECOND}\n\n“No,” he said.\n\nHe left.\n\n{FIRST}")
    assert [kind for kind, _ in kinds(document)] == [
        "paragraph",
        "subheading",
        "paragraph",
        "paragraph",
        "paragraph",
        "paragraph",
    ]


def test_furniture_in_and_below_the_story() -> None:
    document = taken(
        f"{FIRST}\n\nADVERTISEMENT\n\n{SECOND}\n\nREAD MORE: Ferries are late again\n\n{FIRST}\n\n"
        "Related Articles\n\nFerries are late again\n\nNew pier opens\n\nSubscribe to our newsletter\n\n© 2024 Us"
    )
    assert texts(document, BlockKind.PARAGRAPH) == [FIRST, SECOND, FIRST]
    assert len(texts(document, BlockKind.FURNITURE)) == 7


def test_last_short_sentence_is_kept() -> None:
    assert kinds(taken(f"{STORY}\n\nHe declined to say more."))[-1] == ("paragraph", "He declined to say more.")


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        (
            "A ferry at Tromso on May 9, 2023. (Ann Lee/AFP via Getty Images)",
            "Ann Lee/AFP via Getty Images",
        ),
        ("A ferry leaves the pier at Tromso. (AP Photo/Jane Doe)", "AP Photo/Jane Doe"),
        ("A ferry leaves the pier. (Photo by Jane Doe/Example)", "Photo by Jane Doe/Example"),
    ],
)
def test_captions(caption: str, credit: str) -> None:
    document = taken(f"{FIRST}\n\nFerry at a pier\n\n{caption}\n\n{SECOND}")
    assert texts(document, BlockKind.CAPTION) == ["Ferry at a pier", caption]
    assert credits(document) == [credit]


def test_paragraph_with_other_brackets_is_no_caption() -> None:
    document = taken(f"{FIRST}\n\nThe ship belongs to the Northern Line (its owner since 2019).\n\n{SECOND}")
    assert texts(document, BlockKind.CAPTION) == []


def test_numbered_paragraphs_stay_apart() -> None:
    document = taken(f"12. {FIRST}\n13. {SECOND}\n14. The Panel has no more to say.")
    assert [text[:3] for text in texts(document, BlockKind.PARAGRAPH)] == ["12.", "13.", "14."]


def test_lists_and_tables() -> None:
    document = taken(f"{FIRST}\n\n- a sale;\n- a loan;\n- nothing.\n\n{SECOND}\n\nMay\t12\t15\nJune\t14\t18\n\n{FIRST}")
    assert texts(document, BlockKind.LIST) == ["- a sale;\n- a loan;\n- nothing."]
    assert texts(document, BlockKind.TABLE) == ["May | 12 | 15\nJune | 14 | 18"]


def test_footnotes() -> None:
    document = taken(f"{STORY}\n\n[1] Letter of the minister, 3 May 2024.\n[2] Ibid., page 4.")
    assert len(texts(document, BlockKind.FOOTNOTE)) == 2


def test_text_without_any_sentence_is_paragraphs() -> None:
    assert kinds(taken("what the minister thinks about ferries")) == [
        ("paragraph", "what the minister thinks about ferries")
    ]


def test_invisible_characters_and_odd_spaces() -> None:
    document = taken(
        "\ufeffThe mini\u00adster\u200b said\u00a0so \t on\u2009May 3,\r\nthen\x07 he left. \u00a0\r\r\nHe is gone."
    )
    assert document.text == "The minister said so on May 3,\n\nthen he left.\n\nHe is gone."


def test_quoted_words_are_not_normalized() -> None:
    decomposed = "The minister said “cafe\u0301 ﬁrst” on Tuesday at the market."
    assert taken(decomposed).text == decomposed


@pytest.mark.parametrize(
    "line",
    [
        "12.8 C", "61 °F", "Lower Dale: 14°C, light rain", "Monday, October 7, 2024", "10:45 AM",
        "Updated: May 3, 2024",
        "Related Articles", "Stay Connected", "Latest Articles", "12,408 Fans Like", "Share on Facebook",
        "Facebook | Twitter | Email", "Home | News | Sport", "Subscribe to our newsletter", "Accept all cookies",
        "© 2024 The Sound. All rights reserved.", "Copyright 2024 The Sound", "Advertisement", "4 min read",
        "This site uses cookies to improve your experience.", "READ MORE: Fuel costs squeeze ferries", "***",
        "You may also like", "Load more", "Leave a comment", "Tags: ferries, ministers", "Most read",
    ],
)  # fmt: skip
def test_furniture_lines(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "He left.", "“Share this,” he said.", "More than 40 people died.", "Copyright law protects them, he said.",
        "(c) The Panel has not seen it", "Minister rejects report on ferries", "Doubts about the numbers",
        "Live from the front, the reporter saw nothing.", "Most of the ferries were late on Tuesday.",
        "Read the report, the minister told them.", "The deal is worth 3.5 C", "Nobody told us", "By the numbers",
        "Subscribe or leave, the owners told readers on Monday.", "Print is dead, the editor told the court.",
        "At 10:45 the siren rang.", "12 people were hurt", "Search for survivors goes on",
    ],
)  # fmt: skip
def test_lines_of_a_story_are_no_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Lee", True),
        ("By ANN LEE and Bo de Vries, health correspondent", True),
        ("Words by Wren Achterberg | 6 March 2025", True),
        ("By The Associated Press", True),
        ("By the end of the day", False),
        ("By then, he had left.", False),
    ],
)
def test_bylines(line: str, *, expected: bool) -> None:
    assert is_byline(line) is expected


def test_quotations_and_sentences_below_links_are_kept() -> None:
    links = "Read More\n\nFerry talks resume\n\nWhat makes a ferry late?"
    document = taken(f"{FIRST}\n\n{links}\n\n“Nobody came,” said Ann Lee.\n\nThe mayor did not say why.")
    assert texts(document, BlockKind.PARAGRAPH) == [FIRST, "“Nobody came,” said Ann Lee.", "The mayor did not say why."]
    assert "Ferry talks resume" in texts(document, BlockKind.FURNITURE)


def test_indented_paragraphs_of_wrapped_text() -> None:
    import textwrap

    long = f"{FIRST} {SECOND}"
    wrapped = "\n".join(textwrap.fill(long, 70, initial_indent="    ") for _ in range(3))
    assert texts(taken(wrapped), BlockKind.PARAGRAPH) == [long] * 3


def test_report_with_headings_and_lettered_items() -> None:
    document = taken(
        f"{FIRST}\n\nI. Mandate\n\n1. {FIRST}\n\n2. It rests on:\n(a) interviews;\n(b) documents.\n\n3. He left."
    )
    assert [kind for kind, _ in kinds(document)] == ["paragraph", "subheading", *["paragraph"] * 2, "list", "paragraph"]


def test_markdown() -> None:
    document = taken(f"# Minister rejects report\n\n*By Ann Lee*\n\n{FIRST}\n\n## Doubts\n\n> I read it.\n\n{SECOND}")
    assert [kind for kind, _ in kinds(document)] == [
        *("headline", "byline", "paragraph", "subheading", "quote", "paragraph"),
    ]
    assert document.metadata.byline == "Ann Lee"
