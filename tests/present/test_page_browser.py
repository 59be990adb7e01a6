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
        script = f"Array.from(document.querySelectorAll('article .s.on-{role}'), one => one.textContent).join('|')"
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
        "that Dunmore Marine took 61 samples over two years|that “at least 38 of them exceeded the legal limit.”"
    )
    assert opened.tab.inner_text(".panel .place") == "2 of 17"
    facts = opened.tab.inner_text(".panel .facts")
    for words in ("Harbor Weekly", "Coastwire News", "document", "95%", "Two that-clauses"):
        assert words in facts


def test_a_nested_content_is_brought_out_whole(opened: Opened) -> None:
    opened.tab.click("#e-a3 .head")
    assert opened.emphasized("con").replace("|", "") == (
        "a laboratory technician warned that the barges were “loading poison in daylight.”"
    )
    assert opened.emphasized("src") == "It"


def test_clicks_in_the_text_go_from_the_innermost_outward(opened: Opened) -> None:
    inner = opened.tab.locator("article .s", has_text="that the barges were")
    inner.click()
    assert opened.emphasized("cue") == "warned"
    inner.click()
    assert opened.emphasized("cue") == "says"
    inner.click()
    assert opened.emphasized("cue") == "warned"
    opened.tab.click("article .byline")
    assert opened.emphasized("cue") == ""


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
        "() => { const box = document.getElementById('t-a17').getBoundingClientRect();"
        " return box.top > 0 && box.bottom < innerHeight; }"
    )
    box = opened.tab.locator("#e-a17").bounding_box()
    panel = opened.tab.locator(".panel").bounding_box()
    assert box is not None
    assert panel is not None
    assert 0 <= box["y"] < panel["y"]


def test_focus_in_the_text_shows(opened: Opened) -> None:
    opened.tab.focus("#t-a13")
    opened.tab.keyboard.press("Shift+Tab")
    opened.tab.keyboard.press("Tab")
    assert opened.emphasized("src") == "The mayor, Lucia Brandt,"


def test_implied_sentences_can_be_asked_about(opened: Opened) -> None:
    opened.tab.click("article .implied >> nth=0")
    assert "goes on reporting" in opened.tab.inner_text(".panel .facts")


def test_an_address_with_a_place_opens_there(browser: Browser, tmp_path: Path, opened: Opened) -> None:
    opened.tab.goto(opened.tab.url.split("#")[0] + "#t-a6")
    opened.tab.reload()
    assert opened.emphasized("cue") == "added"
    opened.requests.pop()


def test_a_narrow_page_has_no_sideways_scroll_and_a_sheet(browser: Browser, tmp_path: Path) -> None:
    found = Opened(browser, sample(), tmp_path, viewport={"width": 320, "height": 700}, has_touch=True)
    assert not found.tab.is_visible(".panel")
    found.tab.tap("#t-a10")
    assert found.tab.is_visible(".panel")
    assert found.tab.evaluate("document.documentElement.scrollWidth") <= 320
    found.tab.tap(".panel .next")
    assert found.emphasized("cue") == "called"
    found.tab.tap(".panel .clear")
    assert not found.tab.is_visible(".panel")
    assert found.complaints == []
    found.context.close()


def test_without_script_the_list_leads_and_details_open(browser: Browser, tmp_path: Path) -> None:
    found = Opened(browser, sample(), tmp_path, java_script_enabled=False)
    assert not found.tab.is_visible(".panel")
    found.tab.click("#e-a4 .head")
    assert found.tab.url.endswith("#t-a4")
    found.tab.click("#e-a4 details summary")
    assert found.tab.is_visible("#e-a4 dl")
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
