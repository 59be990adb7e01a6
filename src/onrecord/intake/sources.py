"""Sources: what a person may give (files, folders, addresses, ``-``) and the bytes behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import BadInput, NotFound
from onrecord.settings import Settings

STANDARD_INPUT = "-"
"""The source that means standard input."""

_READ_FROM_FOLDERS = frozenset({"", ".txt", ".text", ".html", ".htm", ".xhtml", ".pdf"})


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes as they came.

    Attributes:
        source: as the person gave it, or the file found in a folder, or the final address after redirects.
        media_type: the ``Content-Type`` header, for addresses.
        url: the final address, for addresses.
    """

    source: str
    data: bytes = field(repr=False)
    media_type: str | None = None
    url: str | None = None


def is_address(source: str) -> bool:
    """Whether a source is an address on the web and not a file."""
    return source.lower().startswith(("http://", "https://"))


def expand(sources: Sequence[str]) -> Iterator[str]:
    """Sources in the order given, with each folder replaced by its readable files, sorted by path.

    Hidden files and folders, links to folders and files whose ending is not that of a page, a PDF or a text are left
    out of folders; a file that is given by name is always passed on.
    """
    for source in sources:
        if source != STANDARD_INPUT and not is_address(source) and _is_folder(source):
            yield from _files_in(Path(source))
        else:
            yield source


def fetch(source: str, settings: Settings, stdin: BinaryIO) -> Raw:
    """The bytes behind one source that is no folder.

    Raises:
        NotFound: there is no such file.
        BadInput: the file cannot be opened, or is larger than the limit.
        Unreachable: the address does not answer, or not with a page.
    """
    if source == STANDARD_INPUT:
        return Raw(source, _bounded("standard input", stdin, settings.limits.bytes))
    if is_address(source):
        from onrecord.intake.addresses import fetch_address  # noqa: PLC0415 - an HTTP client is slow to import

        answer = fetch_address(source, settings.limits)
        return Raw(answer.url, answer.data, answer.media_type, answer.url)
    return Raw(source, _read_file(source, settings.limits.bytes))


def _is_folder(source: str) -> bool:
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):  # a name with a zero byte or too long for the file system
        return False


def _files_in(folder: Path) -> Iterator[str]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        problem = f"The folder {folder} cannot be opened ({error.strerror})."
        raise BadInput(problem, "Check that you may read it.") from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():  # a link may lead back to a folder that holds it
                yield from _files_in(entry)
        elif entry.is_file() and entry.suffix.lower() in _READ_FROM_FOLDERS:
            yield str(entry)


def _read_file(source: str, limit: int) -> bytes:
    try:
        with Path(source).open("rb") as stream:
            return _bounded(source, stream, limit)
    except (FileNotFoundError, NotADirectoryError) as error:
        problem = f"There is no file {source}."
        raise NotFound(problem, "Check the spelling, or give an address that starts with https://.") from error
    except IsADirectoryError as error:
        raise BadInput(f"{source} is a folder.", "Give the files in it, or expand it first.") from error
    except ValueError as error:
        raise NotFound(f"{source!r} is no file name.", "Check the spelling.") from error
    except OSError as error:
        problem = f"{source} cannot be opened ({error.strerror})."
        raise BadInput(problem, "Check that you may read it.") from error


def _bounded(name: str, stream: BinaryIO, limit: int) -> bytes:
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise BadInput(f"{name} is longer than {limit:,} bytes, which is the limit.", "Split it into smaller files.")
    return data
