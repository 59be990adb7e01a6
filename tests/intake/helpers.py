"""Helpers of the intake tests: real files in, documents out."""

from __future__ import annotations

import io
from pathlib import Path

from onrecord.intake import Raw, fetch, take_in
from onrecord.settings import Settings
from onrecord.types import BlockKind, Document

EXAMPLES = Path(__file__).parents[2] / "examples"


def example(name: str) -> Document:
    return take_in(fetch(str(EXAMPLES / name), Settings(), io.BytesIO()), Settings())


def taken(data: bytes | str, source: str = "page", media_type: str | None = None) -> Document:
    raw = Raw(source, data.encode() if isinstance(data, str) else data, media_type)
    return take_in(raw, Settings())


def texts(document: Document, kind: BlockKind) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.kind is kind]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


def credits(document: Document) -> list[str]:
    return [block.credit.of(document.text) for block in document.blocks if block.credit]


def check_blocks(document: Document) -> None:
    """Every promise that `Block` makes."""
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        assert not document.text[end : block.span.start].strip()
        words = block.span.of(document.text)
        assert words == words.strip()
        assert words
        if block.credit:
            assert block.span.contains(block.credit)
        end = block.span.end
    assert not document.text[end:].strip()
