"""Echo: notices, credits and citations of another outlet, and what is none of these."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.echo import echo_evidence
from onrecord.types import Block, BlockKind, Document, DocumentId, EchoKind, Metadata, Span


def document(
    *parts: str | tuple[BlockKind, str], publisher: str | None = None, url: str | None = None, byline: str | None = None
) -> Document:
    text, blocks = "", []
    for part in parts:
        kind, words = (BlockKind.PARAGRAPH, part) if isinstance(part, str) else part
        start = len(text)
        text += words + "\n\n"
        blocks.append(Block(kind, Span(start, start + len(words))))
    metadata = Metadata(publisher=publisher, url=url, byline=byline)
    return Document(DocumentId("sha256:0"), "page.html", text.rstrip(), tuple(blocks), metadata, b"")


STORY = "Four ships left the port on Monday."


@pytest.mark.parametrize(
    ("last", "of", "shown"),
    [
        ("This story was first published by Northline.", "Northline", "This story was first published by Northline"),
        ("This article originally appeared in The Dale Courier.", "The Dale Courier", None),
        ("Republished from Southern Desk with permission.", "Southern Desk", None),
        ("Originally published on Marsh Weekly on 4 May.", "Marsh Weekly", None),
        ("The Harbour Times is a partner of this site.", "The Harbour Times", None),
        ("Story courtesy of Radio Vellmar.", "Radio Vellmar", None),
        ("Source: Reuters", "Reuters", None),
    ],
)
def test_reprint(last: str, of: str, shown: str | None) -> None:
    page = document(STORY, last)
    echo = echo_evidence(page)
    assert echo is not None
    assert (echo.kind, echo.of) == (EchoKind.REPRINT, of)
    assert of in echo.reason
    assert shown is None or [span.of(page.text) for span in echo.spans] == [shown]


@pytest.mark.parametrize(
    ("parts", "of"),
    [
        (["LONDON (AP) — " + STORY], "AP"),
        (["(Reuters) - " + STORY], "Reuters"),
        (["PORT MAREN (Northline) – " + STORY], "Northline"),
        (["PARIS, Jan. 5 (UPI) -- " + STORY], "UPI"),
        ([STORY, "He left on Tuesday. — AFP"], "AFP"),
        ([STORY, "With reporting by Agence France-Presse."], "Agence France-Presse"),
        ([(BlockKind.BYLINE, "By Northline News Agency"), STORY], "Northline News Agency"),
        ([(BlockKind.BYLINE, "By JO ARL Associated Press"), STORY], "Associated Press"),
        ([(BlockKind.BYLINE, "Jo Arl, The Dale Courier"), STORY], "The Dale Courier"),
    ],
)
def test_credit(parts: list[str | tuple[BlockKind, str]], of: str) -> None:
    echo = echo_evidence(document(*parts))
    assert echo is not None
    assert (echo.kind, echo.of) == (EchoKind.CREDIT, of)


@pytest.mark.parametrize(
    ("words", "of", "shown"),
    [
        ("a spokesman told Fox News Digital.", "Fox News Digital", "told Fox News Digital"),
        ("he said in an interview with Meridian Radio.", "Meridian Radio", None),
        ("The talks, first reported by The Dale Courier, failed.", "The Dale Courier", None),
        ("CNN reported on Monday that it sank.", "CNN", "CNN reported"),
        ("according to a report by the Evening Gazette.", "the Evening Gazette", None),
        ("as reported by Al Jazeera on Friday", "Al Jazeera", None),
        ("She told BBC Radio 4 that it sank.", "BBC Radio 4", None),
    ],
)
def test_citation(words: str, of: str, shown: str | None) -> None:
    page = document(f"It sank, and {words}")
    echo = echo_evidence(page)
    assert echo is not None
    assert (echo.kind, echo.of) == (EchoKind.CITATION, of)
    assert shown is None or [span.of(page.text) for span in echo.spans] == [shown]


def test_more_citations_of_one_outlet_are_surer() -> None:
    once = echo_evidence(document("He told CNN so."))
    twice = echo_evidence(document("He told CNN so.", "The talks failed, CNN reported."))
    assert once is not None
    assert twice is not None
    assert once.confidence < twice.confidence <= 1


def test_the_strongest_kind_wins() -> None:
    echo = echo_evidence(
        document("LONDON (AP) — He told CNN so.", "This story was first published by The Dale Courier.")
    )
    assert echo is not None
    assert echo.of == "The Dale Courier"


@pytest.mark.parametrize(
    "parts",
    [
        ["He told reporters that the report was written by the Panel of Experts."],
        ["He told Vice President Arl so, according to the World Health Organization."],
        ["According to a Washington Post-ABC News poll, it rose."],
        [STORY, (BlockKind.CAPTION, "A ship. (Jo Arl/Reuters)"), (BlockKind.CREDIT, "— AFP")],
        ["The book was first published in London, the ministry's drug agency network said."],
        ["The Meteorological Agency reported heavy rain, told the press and left."],
        ["A study in the Astrophysical Journal says so; the National Records Agency told Parliament."],
    ],
)
def test_no_echo(parts: list[str | tuple[BlockKind, str]]) -> None:
    assert echo_evidence(document(*parts)) is None


@pytest.mark.parametrize(
    ("publisher", "url"),
    [
        ("Dale Courier", None),
        ("The Dale Courier", None),
        (None, "https://www.dalecourier.example/a"),
        ("Dale Courier Online", None),
    ],
)
def test_the_page_itself_is_no_other_outlet(publisher: str | None, url: str | None) -> None:
    assert echo_evidence(document("He told The Dale Courier so.", publisher=publisher, url=url)) is None


def test_initials_are_the_same_publisher() -> None:
    assert echo_evidence(document("LONDON (AP) — So.", publisher="The Associated Press")) is None


def test_furniture_may_hold_a_reprint_notice_only() -> None:
    notice = (BlockKind.FURNITURE, "This article was first published by The Dale Courier.")
    other = (BlockKind.FURNITURE, "He told CNN so.")
    found = echo_evidence(document(STORY, notice))
    assert found is not None
    assert found.kind is EchoKind.REPRINT
    assert echo_evidence(document(STORY, other)) is None


@given(
    st.lists(
        st.sampled_from(
            [
                "told",
                "The",
                "News",
                "(",
                ")",
                "—",
                "Reuters",
                "by",
                "By",
                "This",
                "story",
                "was",
                "first",
                "published",
                "CNN",
                ".",
                ",",
                "reported",
                "AP",
            ]
        ),
        max_size=14,
    )
)
def test_any_words_give_spans_of_the_text(words: list[str]) -> None:
    page = document(" ".join(words) or "x")
    echo = echo_evidence(page)
    if echo is not None:
        assert all(span.of(page.text).strip() and span.end <= len(page.text) for span in echo.spans)
        assert 0 <= echo.confidence <= 1
