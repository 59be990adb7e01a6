"""Taking in: limits, encodings, languages, identity, and inputs made to break it."""

from __future__ import annotations

import dataclasses
import hashlib
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import BadInput, OnrecordError, UnsupportedLanguage
from onrecord.intake import Raw, take_in
from onrecord.settings import IntakeLimits, Settings
from onrecord.types import Document
from tests.intake.helpers import EXAMPLES, check_blocks, taken

SENTENCE = "The café owner said on Tuesday that the “naïve” report was wrong – and that it cost €40."
PARAGRAPH = (
    "<p>The minister said on Tuesday that the report was “wrong from the first page”, and promised an inquiry.</p>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_of_text(encoding: str) -> None:
    assert taken(SENTENCE.encode(encoding)).text == SENTENCE


def test_latin_1_and_macintosh() -> None:
    plain = "The café owner in Tromsø said on Tuesday that the report was wrong."
    assert taken(plain.encode("latin-1")).text == plain
    quoted = "The owner said on Tuesday that the “report” was “wrong” and that he’d go."
    assert taken(quoted.encode("mac_roman")).text == quoted


def test_encoding_of_the_header_wins_over_the_page() -> None:
    markup = f'<html><head><meta charset="utf-8"></head><body>{PARAGRAPH * 2}<p>{SENTENCE}</p></body></html>'
    assert SENTENCE in taken(markup.encode("cp1252"), media_type="text/html; charset=windows-1252").text


def test_encoding_of_the_page() -> None:
    markup = f'<html><head><meta charset="iso-8859-1"></head><body>{PARAGRAPH}<p>{SENTENCE}</p></body></html>'
    assert SENTENCE in taken(markup.encode("cp1252")).text


@pytest.mark.parametrize("name", ["idna", "zip", "unicode_escape", "utf-16", "no-such", "\x00"])
def test_wrong_names_of_encodings_are_passed_over(name: str) -> None:
    assert taken(SENTENCE.encode(), media_type=f"text/plain; charset={name}").text == SENTENCE


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n ", "is empty"),
        ("\ufeff\u200b".encode(), "has no words"),
        (b"...", "has no words"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG image"),
        (b"PK\x03\x04\x14\0", "ZIP archive"),
        (b"\x7fELF\x02\x01", "program"),
        (b"\0" * 500, "not a text"),
        (bytes(range(256)) * 8, "not a text"),
        (b"<?xml version='1.0'?><rss version='2.0'/>", "feed"),
        (b'{"schema": "onrecord.reading/1"}', "JSON"),
        (b"%PDF-1.7\nnothing", "damaged"),
    ],
)
def test_unreadable_input(data: bytes, words: str) -> None:
    with pytest.raises(BadInput, match=words) as caught:
        taken(data, source="thing")
    assert caught.value.problem.startswith("thing")
    assert caught.value.remedy


def test_limits_say_how_long_and_what_the_limit_is() -> None:
    limits = IntakeLimits(bytes=1000, characters=100)
    with pytest.raises(BadInput, match=r"1,001 bytes long; the limit is 1,000"):
        take_in(Raw("a.txt", b"a" * 1001), Settings(limits=limits))
    with pytest.raises(BadInput, match=r"500 characters long; the limit is 100"):
        take_in(Raw("a.txt", b"a" * 500), Settings(limits=limits))


def test_limit_of_pages() -> None:
    data = (EXAMPLES / "panel-report.pdf").read_bytes()
    with pytest.raises(BadInput, match=r"has 6 pages; the limit is 5"):
        take_in(Raw("r.pdf", data), Settings(limits=IntakeLimits(pages=5)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Der Bürgermeister sagte am Montag, er habe von der Sache nichts gewusst und werde gehen.",
            "German",
        ),
        ("Le maire a déclaré lundi qu’il ne savait rien de cette affaire et qu’il ne démissionnerait pas.", "French"),
        ("De burgemeester zei maandag dat hij niets van de zaak wist en dat hij in juni zou aftreden.", "Dutch"),
        ("Мэр заявил в понедельник, что ничего не знал об этом деле и не уйдет в отставку.", "Russian"),
        ("市长星期一表示，他对此事一无所知，也不会辞职。议会要求进行调查。", "Chinese"),
        ("قال رئيس البلدية يوم الاثنين إنه لا يعرف شيئا عن هذه القضية ولن يستقيل من منصبه", "Arabic"),
    ],
)
def test_other_languages_are_refused_by_name(text: str, name: str) -> None:
    with pytest.raises(UnsupportedLanguage, match=f"is in {name}; only English is read yet"):
        taken(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hello",
        "Mayor denies claim",
        "“No,” he said.",
        "Velloran said so.",
        "Nurmuhammad Qodirov and Gulbahor Rahmonova met Zafarjon Saidov in Khujand on Friday, officials said.",
        "Bundeskanzler Olaf Scholz and Ministerpräsident Markus Söder met in Neuschwanstein; the Süddeutsche Zeitung "
        "said that Wirtschaftsminister Robert Habeck was not invited to the Schloss.",
    ],
)
def test_english_is_read(text: str) -> None:
    assert taken(text).metadata.language == "en"


def test_given_values_win_over_the_page() -> None:
    given_values = Settings(published="2020-01-02", publisher="Example News", url="https://example.org/a")
    data = (EXAMPLES / "health.html").read_bytes()
    metadata = take_in(Raw("health.html", data), given_values).metadata
    assert (metadata.published, metadata.publisher, metadata.url) == (
        "2020-01-02",
        "Example News",
        "https://example.org/a",
    )


def test_given_date_must_be_a_date() -> None:
    with pytest.raises(BadInput, match="no date"):
        take_in(Raw("a.txt", SENTENCE.encode()), Settings(published="yesterday"))


def test_identity_is_of_bytes_and_origin() -> None:
    data = SENTENCE.encode()
    assert taken(data).id == f"sha256:{hashlib.sha256(data + bytes(1)).hexdigest()}"
    wire = Settings(publisher="Example News")
    assert take_in(Raw("a", data), wire).id == f"sha256:{hashlib.sha256(data + bytes(1) + b'Example News').hexdigest()}"
    assert taken(data).original == data


HOSTILE = {
    "deep divs": "<html><body>" + "<div>" * 100_000 + PARAGRAPH,
    "deep spans": "<html><body><p>" + "<span>" * 100_000 + PARAGRAPH,
    "one line": "<html><body><p>" + "The minister said so. " * 230_000,
    "one line of text": "The minister said so. " * 230_000,
    "many siblings": f"<html><body><p>{'<i>word </i>' * 50_000}",
    "many attributes": f"<html><body><p {' '.join(f'a{i}=1' for i in range(50_000))}>{PARAGRAPH}",
    "open tags": "<html><body>" + "<" * 1_000_000,
    "comments": f"<html><body>{PARAGRAPH}{'<!--' * 100_000}",
    "deep json": f"<html><body><script type='application/ld+json'>{'[' * 100_000}</script>{PARAGRAPH * 3}",
    "brackets": "(" * 500_000 + "a" + ")" * 500_000,
    "spaces": " " * 1_000_000 + "a",
    "bars": "a | " * 400_000,
    "by": "By " + "A " * 400_000,
    "lines": "a b\n" * 100_000,
    "surrogates": "\\ud800 a\x00b",
    "entities": "<html><body><p>" + "&nbsp;" * 300_000 + PARAGRAPH,
    "unclosed scripts": "<html><body>" + "<script>" * 600_000 + PARAGRAPH,
    "many comments": "<!---->" * 500 + "x",
    "long names": f"<html><body class='{'a ' * 200_000}'>"
    + "".join(f"<p>{i} said so.</p>{PARAGRAPH}" for i in range(5000)),
    "deep and many": "<html><body>" + "<div>" * 200 + "<p>x" * 100_000,
    "caption of labels": "<html><body>"
    + PARAGRAPH * 3
    + "<figcaption>"
    + "Photo: a. " * 100_000
    + "</figcaption>"
    + PARAGRAPH,
    "wrong address": f"<html><head><link rel=canonical href='http://[::1'></head><body>{PARAGRAPH * 3}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_gives_a_result_or_a_sentence_in_time(name: str) -> None:
    started = time.monotonic()
    check_outcome(outcome(HOSTILE[name].encode()))
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("seed", range(12))
def test_damaged_pdf_gives_a_result_or_a_sentence(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray((EXAMPLES / "panel-report.pdf").read_bytes())
    if seed % 3 == 0:
        del data[chance.randrange(100, len(data)) :]
    for _ in range(20):
        data[chance.randrange(len(data))] = chance.randrange(256)
    check_outcome(outcome(bytes(data)))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_has_right_blocks_and_the_same_every_time(text: str) -> None:
    data = text.encode("utf-8", errors="surrogatepass")
    _check_any(data)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="Ab .,“”\"'\n\t-–/()|:1©é\u200b\u2028\x85\r", min_size=1, max_size=60), max_size=30))
def test_any_lines_have_right_blocks(lines: list[str]) -> None:
    _check_any("\n".join([*lines, "The minister said that the report was wrong."]).encode())


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_result_or_a_sentence(data: bytes) -> None:
    _check_any(data)


TAGS = [
    *("<p>", "</p>", "<div>", "</div>", "<table>", "<td>", "<li>", "<br>", "<blockquote>", "<h1>", "<figcaption>"),
    *("<!--", "-->", "<script>", "&amp;", "“Yes,” he said. ", PARAGRAPH, "<a href=x>", "</a>", "<q>"),
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(TAGS), max_size=60))
def test_any_markup_gives_a_result_or_a_sentence(parts: list[str]) -> None:
    _check_any(f"<html><body>{''.join(parts)}".encode())


def _check_any(data: bytes) -> None:
    found = outcome(data)
    check_outcome(found)
    if isinstance(found, Document):
        assert dataclasses.asdict(taken(data)) == dataclasses.asdict(found)


def outcome(data: bytes) -> Document | OnrecordError:
    try:
        return taken(data)
    except OnrecordError as error:
        return error


def check_outcome(found: Document | OnrecordError) -> None:
    """A document whose blocks are right, or a sentence that is not the last resort's."""
    if isinstance(found, Document):
        check_blocks(found)
        return
    assert found.problem.endswith(".")
    assert found.remedy.endswith(".")
    assert "could not be read (" not in found.problem
