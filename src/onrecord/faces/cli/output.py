"""Where the answers of ``read`` go: the screen, a file that appears only when it is whole, or a folder of pages."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TextIO

from rich.console import Console

from onrecord.errors import BadInput
from onrecord.present.contract import to_json
from onrecord.present.page import page
from onrecord.present.table import print_reading
from onrecord.types import Reading

Write = Callable[[Reading], None]
Advance = Callable[[], None]


def writer(shape: str, output: Path | None, count: int, authors_voice: bool) -> AbstractContextManager[Write]:
    """What writes readings in the shape asked for.

    Raises:
        BadInput: the output cannot be written.
    """
    if shape == "html" and output is not None and (count > 1 or output.is_dir()):
        return _pages(output)
    return _stream(shape, output, authors_voice)


@contextmanager
def _stream(shape: str, output: Path | None, authors_voice: bool) -> Iterator[Write]:
    with _opened(output) as stream:
        console = Console(file=stream, highlight=False, emoji=False)

        def write(reading: Reading) -> None:
            if shape == "table":
                print_reading(reading, console, authors_voice=authors_voice)
            else:
                stream.write(to_json(reading) + "\n" if shape == "json" else page(reading))
                stream.flush()

        yield write


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):  # a locale without UTF-8 must not end a run half-way
                stream.reconfigure(errors="replace" if stream.isatty() else "strict")
        if hasattr(sys.stdout, "reconfigure") and not sys.stdout.isatty():
            sys.stdout.reconfigure(encoding="utf-8")
        yield sys.stdout
        return
    part = output.with_name(output.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        part.replace(output)
    except OSError as error:
        raise _unwritable(output, error) from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _pages(folder: Path) -> Iterator[Write]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error
    used: set[str] = set()

    def write(reading: Reading) -> None:
        stem = re.sub(r"[^\w.-]+", "-", Path(reading.document.source).stem or "page").strip("-.") or "page"
        name, number = stem, 1
        while name in used:
            number += 1
            name = f"{stem}-{number}"
        used.add(name)
        with _opened(folder / f"{name[:100]}.html") as stream:
            stream.write(page(reading))

    yield write


def _unwritable(place: Path, error: OSError) -> BadInput:
    return BadInput(f"{place} cannot be written ({error.strerror}).", "Name another place with -o.")
