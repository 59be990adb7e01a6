"""Sources: folders, files, standard input, addresses."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from onrecord import __version__
from onrecord.errors import BadInput, NotFound, Unreachable
from onrecord.intake import Raw, expand, fetch, take_in
from onrecord.settings import IntakeLimits, Settings

QUICK = Settings(limits=IntakeLimits(bytes=10_000, seconds=1.0, redirects=2))
NOTHING = io.BytesIO()
PAGE = (
    "<html><body><article><h1>Minister rejects report</h1>"
    + "<p>The minister said on Tuesday that the report was wrong, and that he would ask for another by June.</p>"
    + "<p>The authors of the report, who spent two years on it, said that they stood by every figure in it.</p>"
    + "</article></body></html>"
)


class Site(BaseHTTPRequestHandler):
    agents: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.agents.append(self.headers["User-Agent"])
        getattr(self, "page_" + self.path.strip("/").split("/")[0])()

    def page_ok(self) -> None:
        self._answer(200, PAGE.encode(), "text/html; charset=utf-8")

    def page_missing(self) -> None:
        self._answer(404, b"gone", "text/plain")

    def page_long(self) -> None:
        self._answer(200, b"a" * 20_000, "text/plain")

    def page_bomb(self) -> None:
        import gzip

        self.send_response(200)
        self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(gzip.compress(b"a" * 5_000_000))

    def page_moved(self) -> None:
        self._move("/ok")

    def page_loop(self) -> None:
        self._move("/loop")

    def page_file(self) -> None:
        self._move("file:///etc/passwd")

    def page_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(30):
                self.wfile.write(b"a")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    def page_silent(self) -> None:
        time.sleep(1.5)

    def _move(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: int, body: bytes, media_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_page(site: str) -> None:
    raw = fetch(f"{site}/ok", QUICK, NOTHING)
    assert raw == Raw(f"{site}/ok", PAGE.encode(), "text/html; charset=utf-8", f"{site}/ok")
    assert Site.agents[-1] == f"Onrecord/{__version__}"
    assert take_in(raw, QUICK).metadata.url == f"{site}/ok"


def test_redirect_gives_the_final_address(site: str) -> None:
    assert fetch(f"{site}/moved", QUICK, NOTHING).source == f"{site}/ok"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("missing", "status 404"),
        ("loop", "redirects more than 2 times"),
        ("file", "no web page"),
        ("slow", "did not answer in time"),
        ("silent", "did not answer in time"),
    ],
)
def test_unreachable(site: str, path: str, words: str) -> None:
    started = time.monotonic()
    with pytest.raises(Unreachable, match=words):
        fetch(f"{site}/{path}", QUICK, NOTHING)
    assert time.monotonic() - started < 3


@pytest.mark.parametrize("path", ["long", "bomb"])
def test_too_long(site: str, path: str) -> None:
    with pytest.raises(BadInput, match="10,000 bytes"):
        fetch(f"{site}/{path}", QUICK, NOTHING)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/", "http://no-such-host.invalid/a", "http://", "https://:80/x"]
)
def test_no_server(address: str) -> None:
    with pytest.raises(Unreachable):
        fetch(address, QUICK, NOTHING)


def test_malformed_address() -> None:
    with pytest.raises((BadInput, Unreachable)):
        fetch("http://[bad/", QUICK, NOTHING)


def test_address_inside_a_running_loop(site: str) -> None:
    import asyncio

    async def inside() -> Raw:
        return fetch(f"{site}/ok", QUICK, NOTHING)

    assert asyncio.run(inside()).data == PAGE.encode()


def test_standard_input() -> None:
    assert fetch("-", QUICK, io.BytesIO(b"abc")) == Raw("-", b"abc")
    with pytest.raises(BadInput, match="standard input"):
        fetch("-", QUICK, io.BytesIO(b"a" * 10_001))


def test_files(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"abc")
    assert fetch(str(file), QUICK, NOTHING) == Raw(str(file), b"abc")
    with pytest.raises(NotFound, match="no file"):
        fetch(str(tmp_path / "b.txt"), QUICK, NOTHING)
    with pytest.raises(BadInput, match="folder"):
        fetch(str(tmp_path), QUICK, NOTHING)
    with pytest.raises(NotFound):
        fetch("a\0b", QUICK, NOTHING)


def test_folders_give_their_readable_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.HTML", "a/y.pdf", ".hidden.txt", ".git/x.txt", "c.png", "d.zip", "e"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = [str(Path(path).relative_to(tmp_path)) for path in expand([str(tmp_path)])]
    assert found == ["a/y.pdf", "a/z.HTML", "b.txt", "e"]


def test_other_sources_pass_through() -> None:
    sources = ["-", "https://example.org/a", "no-such-file", "a\0b", "c.png"]
    assert list(expand(sources)) == sources
