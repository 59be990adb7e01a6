"""Taking in: bytes to a `Document`. Pure: nothing is read or written."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from onrecord.errors import BadInput, OnrecordError
from onrecord.intake.draft import Drafted, lay_out
from onrecord.intake.encoding import decode
from onrecord.intake.html import draft_html
from onrecord.intake.language import check_language
from onrecord.intake.pdf import draft_pdf
from onrecord.intake.sniff import Format, is_pdf, refuse_binary, text_format
from onrecord.intake.sources import Raw
from onrecord.intake.text import draft_text
from onrecord.settings import Settings
from onrecord.types import Block, BlockKind, Document, DocumentId, Metadata


def take_in(raw: Raw, settings: Settings) -> Document:
    """Make a document of what was fetched.

    Raises:
        BadInput: the bytes are no readable page, PDF or text, hold no words, or are beyond a limit.
        UnsupportedLanguage: the text is not English.
    """
    _check_size(raw, settings)
    _check_settings(settings)
    try:
        drafted = _draft(raw, settings)
        text, blocks = lay_out(drafted.drafts)
    except OnrecordError:
        raise
    except MemoryError as error:
        raise BadInput(f"{raw.source} needs more memory than there is.", "Split it into smaller files.") from error
    except Exception as error:
        # The last resort: parsers of HTML and PDF meet hostile bytes here, and what they raise then has no common
        # base class. A person must get a sentence about the file, never a traceback from inside a library.
        problem = f"{raw.source} is damaged in a way that could not be read ({type(error).__name__})."
        raise BadInput(problem, "Open it in another program and save it as a PDF or as plain text.") from error
    _check_text(raw, text, settings)
    language = check_language(raw.source, _story(text, blocks))
    metadata = _with_settings(drafted.metadata, raw, settings, language)
    return Document(_identity(raw, metadata, settings), raw.source, text, blocks, metadata, raw.data)


def _draft(raw: Raw, settings: Settings) -> Drafted:
    if is_pdf(raw.data):
        return draft_pdf(raw.source, raw.data, settings.limits)
    refuse_binary(raw.source, raw.data)
    text = decode(raw.data, raw.media_type)
    if not text.strip():
        raise BadInput(f"{raw.source} is empty.", "Give a file or an address with text in it.")
    if text_format(raw.source, text, raw.media_type) is Format.HTML:
        return draft_html(raw.source, text, settings.url or raw.url, settings.limits)
    _check_length(raw, len(text), settings)
    return draft_text(text)


def _check_size(raw: Raw, settings: Settings) -> None:
    size, limit = len(raw.data), settings.limits.bytes
    if size > limit:
        raise BadInput(f"{raw.source} is {size:,} bytes long; the limit is {limit:,}.", "Split it into smaller files.")


def _check_length(raw: Raw, length: int, settings: Settings) -> None:
    limit = settings.limits.characters
    if length > limit:
        problem = f"{raw.source} is {length:,} characters long; the limit is {limit:,}."
        raise BadInput(problem, "Split it into smaller files.")


def _check_text(raw: Raw, text: str, settings: Settings) -> None:
    if not any(letter.isalnum() for letter in text):
        raise BadInput(f"{raw.source} has no words in it.", "Give a file or an address with text in it.")
    _check_length(raw, len(text), settings)


def _check_settings(settings: Settings) -> None:
    if settings.published is None:
        return
    try:
        date.fromisoformat(settings.published)
    except ValueError as error:
        problem = f"{settings.published!r} is no date of publication."
        raise BadInput(problem, "Write it as year-month-day, for example 2023-06-12.") from error


def _story(text: str, blocks: tuple[Block, ...]) -> str:
    """What tells the language: all blocks but furniture, or everything where there is nothing else."""
    story = " ".join(block.span.of(text) for block in blocks if block.kind is not BlockKind.FURNITURE)
    return story or text


def _with_settings(metadata: Metadata, raw: Raw, settings: Settings, language: str) -> Metadata:
    """Metadata in which what the person gave wins over what the page says."""
    return replace(
        metadata,
        publisher=settings.publisher or metadata.publisher,
        published=settings.published or metadata.published,
        url=settings.url or metadata.url or raw.url,
        language=language,
    )


def _identity(raw: Raw, metadata: Metadata, settings: Settings) -> DocumentId:
    origin = metadata.url or settings.publisher or ""
    hashed = hashlib.sha256(raw.data + b"\0" + origin.encode("utf-8", errors="replace"))
    return DocumentId(f"sha256:{hashed.hexdigest()}")
