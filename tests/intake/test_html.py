"""HTML pages: kinds, order, what trafilatura drops, metadata."""

from __future__ import annotations

import json

import pytest

from onrecord.errors import BadInput
from onrecord.types import BlockKind
from tests.intake.helpers import check_blocks, credits, kinds, taken, texts

P = [
    "The minister said on Tuesday that the report was wrong, and that he would ask for another one by the end of June.",
    "“I have read every page of it, and I do not know where those numbers came from,” he told reporters in Oslo.",
    "The authors of the report, who spent two years on it, said that they stood by every figure and every footnote.",
    "Opposition members of the assembly demanded an inquiry, which the speaker of the house said he would consider.",
]


def page(body: str, head: str = "", lang: str = "en") -> str:
    title = "<title>Minister rejects report - The Sound</title>"
    return f'<!DOCTYPE html><html lang="{lang}"><head>{title}{head}</head><body>{body}</body></html>'


def article(inside: str, head: str = "") -> str:
    top, foot = "<nav><a href=/>Home</a></nav>", "<footer>© The Sound</footer>"
    return page(f"{top}<article><h1>Minister rejects report</h1>{inside}</article>{foot}", head)


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def ld(node: object) -> str:
    return f'<script type="application/ld+json">{node if isinstance(node, str) else json.dumps(node)}</script>'


def test_simple_article() -> None:
    assert kinds(taken(article(paragraphs(*P)))) == [
        ("headline", "Minister rejects report"),
        *(("paragraph", text) for text in P),
    ]


def test_short_quoted_paragraphs_are_kept_in_order() -> None:
    document = taken(article(paragraphs(P[0], "“No,” he said.", P[1], "“Never.”", P[2])))
    assert texts(document, BlockKind.PARAGRAPH) == [P[0], "“No,” he said.", P[1], "“Never.”", P[2]]


def test_block_quotations_and_pull_quotes() -> None:
    document = taken(
        article(
            f"<p>{P[0]}</p><blockquote>They said it was his age.</blockquote><p>{P[1]}</p>"
            f'<aside class="pull-quote"><p>Every page of it</p></aside><p>{P[2]}</p>'
        )
    )
    assert [kind for kind, _ in kinds(document)] == [
        "headline",
        "paragraph",
        "quote",
        "paragraph",
        "quote",
        "paragraph",
    ]


def test_figure_captions_at_their_place() -> None:
    caption = "A ferry at the pier. <span class=credit>Ann Lee / Sound</span>"
    figure = f"<figure><img src=a.jpg><figcaption>{caption}</figcaption></figure>"
    document = taken(article(f"<p>{P[0]}</p>{figure}<p>{P[1]}</p><p>{P[2]}</p>"))
    assert kinds(document)[2] == ("caption", "A ferry at the pier. Ann Lee / Sound")
    assert credits(document) == ["Ann Lee / Sound"]


def test_credit_of_an_element_named_so() -> None:
    caption = "A ferry at the pier <span class=photo-credit>Ann Lee</span>"
    figure = f"<figure><img src=a.jpg><figcaption>{caption}</figcaption></figure>"
    assert credits(taken(article(f"<p>{P[0]}</p>{figure}<p>{P[1]}</p><p>{P[2]}</p>"))) == ["Ann Lee"]


def test_what_is_around_the_article_stays_out() -> None:
    related = '<div class="related"><ul><li><a href=/a>“Ferries are late,” says mayor</a></li></ul></div>'
    comments = (
        '<div id="comments"><p>“This is a disgrace and he should resign at once,” wrote someone who knows.</p></div>'
    )
    share = '<div class="share-tools"><span>Share</span></div>'
    document = taken(
        page(f"<article><h1>Minister rejects report</h1>{share}{paragraphs(*P)}</article>{related}{comments}")
    )
    assert [kind for kind, _ in kinds(document)] == ["headline", *["paragraph"] * 4]


def test_related_box_inside_the_article() -> None:
    box = '<aside class="related-box"><p><a href=/a>“Ferries are late again,” says the mayor of Tromso</a></p></aside>'
    document = taken(article(f"{paragraphs(*P[:2])}{box}{paragraphs(*P[2:])}"))
    assert texts(document, BlockKind.PARAGRAPH) == P


def test_title_is_not_repeated_as_a_paragraph() -> None:
    document = taken(article(f"<p>Minister rejects report</p>{paragraphs(*P)}"))
    assert document.text.count("Minister rejects report") == 1


def test_headline_of_the_title_element_where_there_is_no_heading() -> None:
    document = taken(
        page(f"<div>{paragraphs(*P)}</div>", '<meta property="og:title" content="Minister rejects report">')
    )
    assert kinds(document)[0] == ("headline", "Minister rejects report")


def test_paragraphs_parted_by_line_breaks() -> None:
    document = taken(article(f"<div>{'<br><br>'.join(P)}</div>"))
    assert texts(document, BlockKind.PARAGRAPH) == P


def test_page_laid_out_with_tables() -> None:
    body = (
        f"<table><tr><td><a href=/>Home</a></td><td><h1>Minister rejects report</h1>{paragraphs(*P)}</td></tr></table>"
    )
    assert texts(taken(page(body)), BlockKind.PARAGRAPH) == P


def test_inline_markup_adds_no_spaces() -> None:
    document = taken(
        article(
            f"<p>The <b>mini</b>ster’s <a href=x>report</a>, he <i>said</i>: “<em>No</em>.” {P[0]}</p>{paragraphs(*P)}"
        )
    )
    assert f"The minister’s report, he said: “No.” {P[0]}" in document.text


def test_subheadings_lists_and_tables() -> None:
    document = taken(
        article(
            f"<p>{P[0]}</p><h2>Doubts</h2><p>{P[1]}</p><ul><li>one ship;</li><li>two piers.</li></ul><p>{P[2]}</p>"
            "<table><tr><th>Month</th><th>Dead</th></tr><tr><td>May</td><td>12</td></tr></table>"
            f"<p>{P[3]}</p>"
        )
    )
    assert [kind for kind, _ in kinds(document)[1:]] == [
        "paragraph",
        "subheading",
        "paragraph",
        "list",
        "paragraph",
        "table",
        "paragraph",
    ]


def test_broken_markup() -> None:
    document = taken(f"<html><body><article><h1>Minister rejects report</h2><p>{P[0]}<p>{P[1]}</div></b><p>{P[2]}<div>")
    check_blocks(document)
    assert texts(document, BlockKind.PARAGRAPH) == P[:3]


def test_page_without_an_article() -> None:
    with pytest.raises(BadInput, match="No article text was found in page"):
        taken(page("<nav><a href=/>Home</a> <a href=/news>News</a></nav><div id=app></div>"))


def test_article_only_in_json() -> None:
    node = {"@type": "NewsArticle", "headline": "Minister rejects report", "articleBody": "\n".join(P)}
    document = taken(page("<div id=app></div>", ld(node)))
    assert texts(document, BlockKind.PARAGRAPH) == P


def test_metadata_of_json_in_an_array_and_a_graph() -> None:
    node = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Wrong"},
            [
                {
                    "@type": ["Thing", "NewsArticle"],
                    "datePublished": "2024-05-16T23:30:00-05:00",
                    "author": [{"name": "By Ann Lee"}, {"name": "Bo Berg"}],
                    "publisher": {"name": "The Sound"},
                    "url": "https://sound.example/a",
                }
            ],
        ],
    }
    metadata = taken(article(paragraphs(*P), ld(node))).metadata
    assert (metadata.published, metadata.byline, metadata.publisher) == (
        "2024-05-16",
        "Ann Lee and Bo Berg",
        "The Sound",
    )
    assert metadata.url == "https://sound.example/a"


def test_broken_json_is_passed_over() -> None:
    head = ld('{"@type": "NewsArticle", "headline": ') + '<meta property="article:published_time" content="2024-05-16">'
    assert taken(article(paragraphs(*P), head)).metadata.published == "2024-05-16"


def test_date_of_a_time_element_but_not_of_an_update_or_the_page_head() -> None:
    clock = '<div class="masthead"><time datetime="2025-01-01">Today</time></div>'
    update = 'Updated <time datetime="2024-05-17">17 May</time>'
    times = f'{update} <span>Published</span> <time datetime="2024-05-16">16 May</time>'
    document = taken(page(f"{clock}<article><h1>Minister rejects report</h1><p>{times}</p>{paragraphs(*P)}</article>"))
    assert document.metadata.published == "2024-05-16"


def test_date_written_on_the_page_only_as_furniture() -> None:
    document = taken(page(f"<div class=top>Monday, October 7, 2024</div><article>{paragraphs(*P)}</article>"))
    assert document.metadata.published is None


def test_canonical_address_is_part_of_the_identity() -> None:
    one = taken(article(paragraphs(*P), '<link rel="canonical" href="https://a.example/x">'))
    assert one.metadata.url == "https://a.example/x"
    assert one.id != taken(article(paragraphs(*P))).id


def test_paragraphs_in_elements_with_doubtful_names_are_kept() -> None:
    document = taken(article(f"<p>{P[0]}</p><div class='paywall subscriber-only'>{paragraphs(*P[1:])}</div>"))
    assert texts(document, BlockKind.PARAGRAPH) == P


def test_name_of_the_site_is_no_headline() -> None:
    head = (
        '<meta property="og:site_name" content="The Sound"><meta property="og:title" content="A ferry report rejected">'
    )
    body = f"<h1>The Sound</h1><div><div class=title>A ferry report rejected</div>{paragraphs(*P)}</div>"
    assert texts(taken(page(body, head)), BlockKind.HEADLINE) == ["A ferry report rejected"]
