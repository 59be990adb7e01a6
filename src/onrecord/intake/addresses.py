"""Addresses: a page over HTTP, bounded in time, size and redirects."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx

from onrecord import __version__
from onrecord.errors import BadInput, Unreachable
from onrecord.settings import IntakeLimits

_REMEDY = "Check the address and your connection, or save the page and give the file."


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered: the final address, the body, and its ``Content-Type`` header."""

    url: str
    data: bytes = field(repr=False)
    media_type: str | None


def fetch_address(address: str, limits: IntakeLimits) -> Answer:
    """Fetch a page.

    Raises:
        Unreachable: no answer in time, an error status, too many redirects, or a redirect to what is no web page.
        BadInput: the body is larger than the limit, or the address is malformed.
    """
    # Of httpx, only the asynchronous client can be stopped at a moment whatever it waits for: the timeouts of the other
    # begin anew with each byte. It runs in a thread of its own because the caller may be inside a running loop.
    with ThreadPoolExecutor(max_workers=1) as thread, _failures_named(address):
        return thread.submit(lambda: asyncio.run(_fetch_in_time(address, limits))).result()


async def _fetch_in_time(address: str, limits: IntakeLimits) -> Answer:
    async with asyncio.timeout(limits.seconds):
        return await _follow(address, limits)


async def _follow(address: str, limits: IntakeLimits) -> Answer:
    """Follow redirects here and not in the client, so that each step is checked."""
    headers = {"User-Agent": f"Onrecord/{__version__}", "Accept": "text/html, application/pdf, text/plain, */*;q=0.5"}
    async with httpx.AsyncClient(timeout=limits.seconds, headers=headers) as client:
        url = address
        for _ in range(limits.redirects + 1):
            _check_scheme(address, url)
            async with client.stream("GET", url) as response:
                if response.has_redirect_location:
                    url = str(response.url.join(response.headers["location"]))
                    continue
                _check_status(address, response)
                data = await _body(address, response, limits)
                return Answer(str(response.url), data, response.headers.get("content-type"))
    raise Unreachable(f"{address} redirects more than {limits.redirects} times.", "Give the final address.")


@contextmanager
def _failures_named(address: str) -> Iterator[None]:
    try:
        yield
    except (httpx.TimeoutException, TimeoutError) as error:
        raise Unreachable(f"{address} did not answer in time.", _REMEDY) from error
    except httpx.DecodingError as error:
        raise BadInput(f"{address} sent a damaged page.", _REMEDY) from error
    except (httpx.InvalidURL, ValueError) as error:
        raise BadInput(f"{address} is not a valid address.", "Check the spelling.") from error
    except (httpx.HTTPError, OSError) as error:
        raise Unreachable(f"{address} cannot be reached ({error}).", _REMEDY) from error


def _check_scheme(address: str, url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise Unreachable(f"{address} leads to {url}, which is no web page.", "Give an http or https address.")


def _check_status(address: str, response: httpx.Response) -> None:
    if response.status_code >= httpx.codes.BAD_REQUEST or not response.is_success:
        reason = f"{response.status_code} {response.reason_phrase}".strip()
        raise Unreachable(f"{address} answered with status {reason}.", _REMEDY)


async def _body(address: str, response: httpx.Response, limits: IntakeLimits) -> bytes:
    """The body after undoing compression; it is counted after that, so that a small bomb cannot fill memory."""
    parts: list[bytes] = []
    size = 0
    async for chunk in response.aiter_bytes():
        size += len(chunk)
        if size > limits.bytes:
            problem = f"{address} is longer than {limits.bytes:,} bytes, which is the limit."
            raise BadInput(problem, "Save the page and give the part you need.")
        parts.append(chunk)
    return b"".join(parts)
