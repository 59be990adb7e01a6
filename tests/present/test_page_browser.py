"""The page in a real browser: it works, it is quiet, and nothing in a document can act."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from onrecord.present import page as render
from onrecord.types import BlockKind, Metadata, Reading

from .builder import Builder
from .sample import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog

sync_api = pytest.importorskip("playwright.sync_api", reason="the playwright package is not installed")

CHROMIUM = os.environ.get("ONRECORD_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = pytest.mark.skipif(
    not Path(CHROMIUM).exists(), reason=f"no browser at {CHROMIUM}: apt-get install chromium, or set ONRECORD_CHROMIUM"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_api.sync_playwright() as started:
        found = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


class Opened:
    """A page in a tab, with all that it complained of and asked for."""

    def __init__(self, browser: Browser, reading: Reading, folder: Path, **options: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        self.tab = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.tab.on("console", lambda message: self.complaints.append(message.text))
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.tab.on("dialog", self._refuse)
        self.tab.on("request", lambda request: self.requests.append(request.url))
        file = folder / "page.html"
        file.write_text(render(reading), "utf-8")
        self.tab.goto(file.as_uri())

    def _refuse(self, dialog: Dialog) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()

    def emphasized(self, role: str) -> str:
        """The words that stand out as source, cue or content, in text order."""
        script = f"Array.from(document.querySelectorAll('article .s.on-{role}'), one => one.textContent).join('')"
        return cast(str, self.tab.evaluate(script))

    def pointed(self) -> str:
        """The words in the text that an answer points at, in text order."""
        script = "Array.from(document.querySelectorAll('article .s.pointed'), one => one.textContent).join('')"
        return cast(str, self.tab.evaluate(script))

    def blocks(self) -> list[str]:
        script = "Array.from(document.querySelectorAll('[data-block]'), one => one.textContent)"
        return cast(list[str], self.tab.evaluate(script))


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    found = Opened(browser, sample(), tmp_path)
    yield found
    assert found.complaints == []
    assert len(found.requests) == 1
    found.context.close()


def texts(reading: Reading) -> list[str]:
    return [block.span.of(reading.document.text) for block in reading.document.blocks]


def test_the_article_is_the_text_of_the_document(opened: Opened) -> None:
    assert opened.blocks() == texts(sample())


def test_a_click_in_the_list_brings_out_source_cue_and_content(opened: Opened) -> None:
    opened.tab.click("#e-a2 .head")
    assert opened.emphasized("src") == "The report"
    assert opened.emphasized("cue") == "states"
    assert opened.emphasized("con") == (
        "that Dunmore Marine took 61 samples over two yearsthat “at least 38 of them exceeded the legal limit.”"
    )
    assert opened.tab.inner_text(".bar .place") == "2 of 19"
    facts = opened.tab.inner_text("#e-a2 .facts")
    for words in ("Harbor Weekly", "Coastwire News", "Document.", "95%", "Two that-clauses", "61 samples"):
        assert words in facts
    assert not opened.tab.is_visible("#e-a1 .facts")


def test_a_nested_content_is_brought_out_whole(opened: Opened) -> None:
    opened.tab.click("#e-a3 .head")
    assert opened.emphasized("con") == (
        "a laboratory technician warned that the barges were “loading poison in daylight.”"
    )
    assert opened.emphasized("src") == "It"


def test_clicks_in_the_text_go_from_the_innermost_outward(opened: Opened) -> None:
    inner = opened.tab.locator("article .s", has_text="poison in daylight")
    inner.click()
    assert opened.emphasized("cue") == "warned"
    inner.click()
    assert opened.emphasized("cue") == "says"
    inner.click()
    assert opened.emphasized("cue") == "warned"
    opened.tab.click("article .byline")
    assert opened.emphasized("cue") == ""
    assert not opened.tab.is_visible("#e-a4 .facts")


def test_why_answers_and_the_words_that_decide_stand_out_in_the_text(opened: Opened) -> None:
    opened.tab.click("#e-a5 .head")
    assert not opened.tab.is_visible("#e-a5 .answers")
    opened.tab.keyboard.press("w")
    assert "Nothing in it says no" not in opened.tab.inner_text("#e-a5 .answers >> nth=0")
    assert "negates it" in opened.tab.inner_text("#e-a5 .answers >> nth=0")
    opened.tab.wait_for_selector("article .pointed")
    assert "Nobody" in opened.pointed()
    opened.tab.keyboard.press("w")
    opened.tab.wait_for_selector("article .pointed", state="detached")


def test_why_needs_no_mouse(opened: Opened) -> None:
    opened.tab.focus("#e-a15 .why > summary")
    opened.tab.keyboard.press("Enter")
    assert "makes it probable only" in opened.tab.inner_text("#e-a15 .answers")
    opened.tab.wait_for_selector("article .pointed")
    assert "regarded as" in opened.pointed()


def test_quoted_words_lead_to_their_place(opened: Opened) -> None:
    opened.tab.click("#e-a19 .head")
    opened.tab.click("#e-a19 .commitment p >> nth=0 >> .at >> nth=-1")
    assert opened.pointed() == "publish it"
    opened.tab.wait_for_function(
        "() => { const box = document.querySelector('article .pointed').getBoundingClientRect();"
        " return box.top > 0 && box.bottom < innerHeight; }"
    )


def test_remarks_lead_from_the_pledge_to_the_conduct_and_from_the_denial_to_what_it_denies(opened: Opened) -> None:
    opened.tab.click("#e-a6 .head")
    opened.tab.click("#e-a6 .conduct a.jump")
    assert opened.emphasized("cue") == "said"
    assert opened.tab.inner_text(".bar .place") == "18 of 19"
    opened.tab.click("#e-a4 .stance a.jump")
    assert opened.emphasized("cue") == "told"


def test_the_tables_lead_to_the_attribution(opened: Opened) -> None:
    opened.tab.click("#figures tbody tr >> nth=0 >> a.jump")
    assert opened.emphasized("cue") == "states"
    opened.tab.click("#n-e10 .cited a >> nth=1")
    assert opened.emphasized("cue") == "demanded"


def test_a_name_leads_to_who_it_is(opened: Opened) -> None:
    opened.tab.click("#e-a6 .head")
    opened.tab.click("#e-a6 .facts a[href='#n-e3']")
    assert opened.tab.url.endswith("#n-e3")
    assert "May be HW-114" in opened.tab.inner_text("#n-e3")


def test_pointing_shows_and_leaving_clears(opened: Opened) -> None:
    opened.tab.hover("#e-a5 .head")
    assert opened.emphasized("cue") == "told"
    opened.tab.hover("h1")
    assert opened.emphasized("cue") == ""


def test_keys_move_clear_and_explain(opened: Opened) -> None:
    press = opened.tab.keyboard.press
    press("j")
    assert opened.emphasized("cue") == "claims"
    press("j")
    assert opened.emphasized("cue") == "states"
    press("ArrowDown")
    assert opened.emphasized("cue") == "says"
    press("k")
    assert opened.emphasized("cue") == "states"
    press("Escape")
    assert opened.emphasized("cue") == ""
    press("?")
    assert opened.tab.is_visible("dialog.keys")
    press("Escape")
    assert not opened.tab.is_visible("dialog.keys")


def test_the_last_attribution_comes_into_view(opened: Opened) -> None:
    opened.tab.keyboard.press("k")
    opened.tab.wait_for_function(
        "() => { const box = document.getElementById('t-a19').getBoundingClientRect();"
        " return box.top > 0 && box.bottom < innerHeight; }"
    )
    box = opened.tab.locator("#e-a19 .head").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 800


def test_focus_in_the_text_shows(opened: Opened) -> None:
    opened.tab.focus("#t-a13")
    opened.tab.keyboard.press("Shift+Tab")
    opened.tab.keyboard.press("Tab")
    assert opened.emphasized("src") == "The mayor, Lucia Brandt,"


def test_implied_sentences_can_be_asked_about(opened: Opened) -> None:
    opened.tab.click("article .implied >> nth=0")
    entry = opened.tab.locator(".entry.picked")
    assert "goes on reporting" in entry.inner_text()
    assert opened.tab.inner_text(".bar .place") == "the article’s own voice"


def test_an_address_with_a_place_opens_there(browser: Browser, tmp_path: Path, opened: Opened) -> None:
    opened.tab.goto(opened.tab.url.split("#")[0] + "#t-a6")
    opened.tab.reload()
    assert opened.emphasized("cue") == "added"
    opened.requests.pop()


def test_a_narrow_page_has_no_sideways_scroll_and_a_sheet(browser: Browser, tmp_path: Path) -> None:
    found = Opened(browser, sample(), tmp_path, viewport={"width": 320, "height": 700}, has_touch=True)
    assert not found.tab.is_visible(".bar .move")
    found.tab.tap("#t-a10")
    assert found.tab.evaluate("getComputedStyle(document.querySelector('#e-a10')).position") == "fixed"
    assert found.tab.evaluate("document.documentElement.scrollWidth") <= 320
    found.tab.tap(".bar .next")
    assert found.emphasized("cue") == "called"
    found.tab.tap("#t-a13")
    found.tab.tap("#e-a13 .why > summary")
    assert found.tab.is_visible("#e-a13 .answers")
    found.tab.tap(".bar .clear")
    assert not found.tab.is_visible(".bar .move")
    assert found.tab.evaluate("document.querySelector('.entry.picked')") is None
    assert found.complaints == []
    found.context.close()


def test_without_script_the_list_leads_and_details_open(browser: Browser, tmp_path: Path) -> None:
    found = Opened(browser, sample(), tmp_path, java_script_enabled=False)
    assert not found.tab.is_visible(".move")
    found.tab.click("#e-a4 .head")
    assert found.tab.url.endswith("#t-a4")
    found.tab.click("#e-a4 .more > summary")
    assert found.tab.is_visible("#e-a4 .facts")
    found.tab.click("#e-a5 .why > summary >> nth=0")
    found.tab.click("#e-a5 .answers .at >> nth=0")
    assert found.tab.evaluate("document.querySelector(':target').textContent") == "Nobody"
    found.context.close()


def test_hostile_text_is_inert(browser: Browser, tmp_path: Path) -> None:
    attack = (
        '<script>alert(1)</script> "><img src=x onerror=alert(2)> </title></style><svg onload=alert(3)>'
        " javascript:alert(4) \u202eesrever\u2066 &lt; \x1b[31m \x85"
    )
    made = Builder(source=attack, metadata=Metadata(attack, attack, attack, attack, "javascript:alert(5)", attack))
    made.block(BlockKind.HEADLINE, attack)
    made.block(BlockKind.PARAGRAPH, f"{attack} said content {attack} after")
    made.say(None, attack, "said", f"content {attack}", reasons=(attack,))
    reading = made.reading()
    found = Opened(browser, reading, tmp_path)
    found.tab.click("#e-a1 .head")
    assert found.blocks() == texts(reading)
    assert found.complaints == []
    assert len(found.requests) == 1
    assert found.tab.evaluate("document.querySelectorAll('img, svg, script').length") == 1
    assert found.tab.evaluate("Array.from(document.links).every(one => /^(https?|file):/.test(one.protocol))")
    # The words after an override stand after it and not before: it acts inside its own element only.
    places = found.tab.evaluate(
        "() => { const at = word => { const range = document.createRange(); const walk = document.createTreeWalker("
        "document.querySelector('h1'), NodeFilter.SHOW_TEXT); let node; while (node = walk.nextNode()) {"
        " const place = node.data.indexOf(word); if (place >= 0) { range.setStart(node, place);"
        " range.setEnd(node, place + 1); const box = range.getBoundingClientRect(); return [box.top, box.left]; } } };"
        " const last = at('rever'); const first = at('esrever'); return [first, last]; }"
    )
    first, last = places
    assert (first[0], first[1]) < (last[0], last[1])
    found.context.close()
