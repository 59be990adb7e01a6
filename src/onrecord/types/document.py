"""Documents: stored text that never changes, its blocks, and what is known of where it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from onrecord.types.spans import Span

DocumentId = NewType("DocumentId", str)
"""``sha256:`` and the hash of the original bytes and the canonical address (else the publisher given)."""


class BlockKind(StrEnum):
    """What a block of a document is."""

    HEADLINE = "headline"
    SUBHEADING = "subheading"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"
    CAPTION = "caption"
    CREDIT = "credit"
    QUOTE = "quote"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document; blocks are in text order, do not overlap, and only white space is between them.

    Attributes:
        page: number of the page it starts on, for paged documents.
        credit: the photographer and agency inside a caption.
    """

    kind: BlockKind
    span: Span
    page: int | None = None
    credit: Span | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page or the person who gave it says about a document; ``None`` where nobody says.

    Attributes:
        published: ISO date (``2023-06-12``).
        url: canonical address.
        language: ISO 639-1 code.
    """

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One document as taken in.

    Attributes:
        source: the file name or address it was given as.
        original: the bytes it was made from, as they came.
    """

    id: DocumentId
    source: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    original: bytes = field(repr=False)
