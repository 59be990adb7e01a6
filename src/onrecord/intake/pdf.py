"""PDF files to drafts of blocks."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from contextlib import closing

import pypdfium2

from onrecord.errors import BadInput
from onrecord.intake.dates import iso_date
from onrecord.intake.draft import Draft, Drafted
from onrecord.intake.furniture import ends_sentence, is_date_line
from onrecord.intake.pdf_blocks import blocks_of
from onrecord.intake.pdf_heads import without_heads
from onrecord.intake.pdf_layout import read_page
from onrecord.intake.pdf_lines import Run, runs
from onrecord.settings import IntakeLimits
from onrecord.types import BlockKind, Metadata

# pdfium may be used by one thread at a time only, in the whole process.
_ONE_AT_A_TIME = threading.Lock()
_REMEDY = "Open it in another program and print it to a new PDF."
# A page of text has some thousand letters; stamps on scanned pages ("Received 3 May") have a few dozen.
_FEWEST_LETTERS = 40
_UNREADABLE_SHARE = 0.3
_LONG = 80
_PLAIN_HEADING = re.compile(r"^[A-Z][^\W\d]*(?: [^\W\d]+){0,6}$")
_SYMBOL = re.compile(r"^[A-Z\d./()\s-]*\d[A-Z\d./()\s-]*$")


def draft_pdf(source: str, data: bytes, limits: IntakeLimits) -> Drafted:
    """Drafts of a PDF, with pages.

    Raises:
        BadInput: it is encrypted, damaged, scanned, without readable letters, or has too many pages.
    """
    with _ONE_AT_A_TIME:
        pages, told_title = _read(source, data, limits)
    _check_letters(source, pages)
    lines = [read_page(page, number) for number, page in enumerate(without_heads(pages), start=1)]
    drafts = _with_plain_headings(_with_front_matter(blocks_of(lines)))
    headline = next((draft.text for draft in drafts if draft.kind is BlockKind.HEADLINE), None)
    return Drafted(tuple(drafts), Metadata(title=headline or told_title, published=_date(drafts)))


def _read(source: str, data: bytes, limits: IntakeLimits) -> tuple[list[list[Run]], str | None]:
    """Runs of all pages, and the title in the file's properties."""
    with closing(_open(source, data)) as document:
        count = len(document)
        if count > limits.pages:
            raise BadInput(
                f"{source} has {count:,} pages; the limit is {limits.pages:,}.", "Split it into smaller files."
            )
        pages: list[list[Run]] = []
        letters = 0
        for number in range(count):
            found = _read_page(source, document, number)
            letters += sum(len(run.text) for run in found)
            if letters > limits.characters:
                problem = f"{source} is longer than {limits.characters:,} characters, which is the limit."
                raise BadInput(problem, "Split it into smaller files.")
            pages.append(found)
        return pages, (document.get_metadata_value("Title") or "").strip() or None


def _open(source: str, data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) > 0:
            return document
        document.close()
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise BadInput(f"{source} is protected by a password.", "Remove the password and try again.") from error
        raise BadInput(f"{source} is damaged or incomplete and cannot be opened as a PDF.", _REMEDY) from error
    raise BadInput(f"{source} has no pages.", _REMEDY)


def _read_page(source: str, document: pypdfium2.PdfDocument, number: int) -> list[Run]:
    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as textpage:
            return runs(textpage.raw)
    except pypdfium2.PdfiumError as error:
        raise BadInput(f"{source} is damaged on page {number + 1}.", _REMEDY) from error


def _check_letters(source: str, pages: Sequence[Sequence[Run]]) -> None:
    text = "".join(run.text for page in pages for run in page)
    letters = sum(map(str.isalpha, text))
    if letters < _FEWEST_LETTERS:
        problem = f"{source} has pictures of pages but no text."
        raise BadInput(problem, "Run it through a program for optical character recognition first.")
    unknown = sum(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" for letter in text)
    if unknown > _UNREADABLE_SHARE * len(text):
        problem = f"{source} does not say which letters its fonts stand for."
        raise BadInput(problem, "Run it through a program for optical character recognition first.")


def _with_front_matter(drafts: Sequence[Draft]) -> list[Draft]:
    """Document symbols, "Distr.: General" and dates above the headline are no part of what the report says."""
    headline = next((i for i, draft in enumerate(drafts) if draft.kind is BlockKind.HEADLINE), 0)
    return [
        Draft(BlockKind.FURNITURE, draft.text, draft.page) if i < headline and _is_front_matter(draft) else draft
        for i, draft in enumerate(drafts)
    ]


def _is_front_matter(draft: Draft) -> bool:
    if draft.kind is BlockKind.PARAGRAPH:
        return not ends_sentence(draft.text)
    # A symbol ("A/2024/12") may be set in bold, as the name of the issuing body is; it has a number and no word.
    return draft.kind is BlockKind.SUBHEADING and bool(_SYMBOL.match(draft.text))


def _with_plain_headings(drafts: Sequence[Draft]) -> list[Draft]:
    """Short lines of their own right above a paragraph are headings though they are set like the text ("Summary")."""
    return [
        Draft(BlockKind.SUBHEADING, draft.text, draft.page)
        if _PLAIN_HEADING.match(draft.text) and draft.kind is BlockKind.PARAGRAPH and _is_long_paragraph(following)
        else draft
        for draft, following in zip(drafts, [*drafts[1:], None], strict=True)
    ]


def _is_long_paragraph(draft: Draft | None) -> bool:
    return (
        draft is not None
        and draft.kind is BlockKind.PARAGRAPH
        and len(draft.text) >= _LONG
        and ends_sentence(draft.text)
    )


def _date(drafts: Sequence[Draft]) -> str | None:
    """The date of a report: the first line on its first page that is a date and nothing else."""
    dates = (iso_date(draft.text) for draft in drafts if draft.page == 1 and is_date_line(draft.text))
    return next((date for date in dates if date), None)
