"""HTML pages to drafts of blocks."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import trafilatura
from lxml import etree
from lxml.etree import _Element

from onrecord.errors import BadInput
from onrecord.intake.draft import Draft, Drafted
from onrecord.intake.furniture import ends_sentence, is_date_line, is_furniture
from onrecord.intake.markup import REMEDY, parse
from onrecord.intake.metadata import article_body, page_metadata
from onrecord.intake.segments import HEADINGS, Segment, segments
from onrecord.intake.selection import (
    has_quotation,
    in_main_text,
    is_deck,
    is_linked_away,
    is_outside,
    is_pull_quote,
    kind_of,
    looks_like_byline,
    main_text_shingles,
)
from onrecord.intake.text import byline_alone, byline_name
from onrecord.settings import IntakeLimits
from onrecord.types import BlockKind, Metadata

_PARAGRAPH = 60


def draft_html(source: str, text: str, address: str | None, limits: IntakeLimits) -> Drafted:
    """Drafts of a page's article, with what the page says of itself.

    Raises:
        BadInput: there is no article on the page, or its markup is too deep or too long.
    """
    root = parse(source, text, limits)
    metadata = page_metadata(root, address)
    found = list(segments(_body(root)))
    chosen = _article(found, _main_text(root))
    if not chosen:
        return _from_json(source, root, metadata)
    headline = _headline(found, chosen, metadata.title)
    drafts = _drafts(found, chosen, headline, metadata)
    return Drafted(tuple(drafts), _with_page_words(metadata, drafts))


def _body(root: _Element) -> _Element:
    body = root.find("body")
    return root if body is None else body


def _main_text(root: _Element) -> str:
    """What trafilatura takes for the main text, or nothing."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    markup = etree.tostring(root, encoding="unicode", method="html")
    found = trafilatura.extract(
        markup, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
    )
    return found or ""


def _article(found: Sequence[Segment], main_text: str) -> list[int]:
    """Places of the segments that are the article, in order; none where no paragraph was found."""
    stretches, lines = main_text_shingles(main_text)
    kept = {i for i, segment in enumerate(found) if in_main_text(segment, stretches, lines)}
    paragraphs = [i for i in kept if len(found[i].text) >= _PARAGRAPH and not is_linked_away(found[i])]
    if not paragraphs:
        return []
    depth = _container_depth([found[i] for i in paragraphs])
    container = found[paragraphs[0]].path[len(found[paragraphs[0]].path) - depth :]
    first, last = min(paragraphs), max(paragraphs)
    chosen = []
    for i, segment in enumerate(found):
        inside = segment.path[len(segment.path) - depth :] == container
        if not inside or is_outside(segment, depth) or (is_linked_away(segment) and segment.form != "caption"):
            continue
        if i in kept or _is_put_back(segment, between=first < i < last):
            chosen.append(i)
    return chosen


def _container_depth(paragraphs: Sequence[Segment]) -> int:
    """How far from the root the nearest common ancestor of the paragraphs is, in elements."""
    first = list(paragraphs[0].element.iterancestors())[::-1]
    shared = len(first)
    for segment in paragraphs[1:]:
        other = list(segment.element.iterancestors())[::-1]
        same = 0
        for mine, theirs in zip(first[:shared], other, strict=False):
            if mine is not theirs:
                break
            same += 1
        shared = same
    return shared


def _is_put_back(segment: Segment, *, between: bool) -> bool:
    """Whether a segment that trafilatura dropped belongs to the article."""
    text = segment.text
    if segment.form == "caption" or is_pull_quote(segment):
        return True
    if is_furniture(text) and segment.form != "table":
        return False
    if segment.form in HEADINGS or segment.form in {"list", "table"}:
        return between
    if has_quotation(segment) and ends_sentence(text):
        return True
    return between and segment.form in {"p", "blockquote", "pre"} and ends_sentence(text)


def _headline(found: Sequence[Segment], chosen: Sequence[int], title: str | None) -> int | None:
    """The segment that is the headline: the heading with the page's title, else the last ``h1`` above the story."""
    first = next((i for i in chosen if _is_story(found[i])), chosen[-1])
    headings = [i for i in range(first + 1) if found[i].form in HEADINGS]
    if title:
        same = [i for i in headings if _alike(found[i].text, title)]
        if same:
            return same[-1]
    tops = [i for i in headings if found[i].form == "h1" and not is_furniture(found[i].text)]
    return tops[-1] if tops else None


def _is_story(segment: Segment) -> bool:
    return (
        segment.form not in HEADINGS | {"caption", "list", "table"}
        and len(segment.text) >= _PARAGRAPH
        and ends_sentence(segment.text)
    )


def _alike(heading: str, title: str) -> bool:
    """Whether a heading is the page's title, which may have the site's name after it."""
    one, other = _letters(heading), _letters(title)
    return bool(one) and (one == other or (len(one) > 15 and (other.startswith(one) or one.startswith(other))))


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _drafts(found: Sequence[Segment], chosen: Sequence[int], headline: int | None, metadata: Metadata) -> list[Draft]:
    """Drafts in the order of the page: headline first, then what stands between it and the story, then the story."""
    story = next((i for i in chosen if i != headline and _is_story(found[i]) and not is_deck(found[i])), chosen[-1])
    places = sorted(set(chosen) | _above_story(found, headline, story))
    drafts: list[Draft] = []
    if headline is None and metadata.title:
        drafts.append(Draft(BlockKind.HEADLINE, metadata.title))
    title = _letters(found[headline].text if headline is not None else metadata.title or "")
    seen: set[str] = set()
    for i in places:
        if i == headline:
            drafts.append(Draft(BlockKind.HEADLINE, found[i].text))
            continue
        if headline is not None and i < headline and found[i].form != "caption":
            continue  # kickers, slugs and mottos above the headline
        kind = kind_of(found[i], above=i < story)
        if _letters(found[i].text) == title or _is_repeated(found[i], kind, seen):
            continue
        if (
            i < story
            and kind is BlockKind.PARAGRAPH
            and not ends_sentence(found[i].text)
            and not is_deck(found[i])
            and found[i].form != "p"
        ):
            continue  # dates, reading times and buttons between headline and story
        if kind is BlockKind.FURNITURE or is_date_line(found[i].text):
            continue
        drafts.append(Draft(kind, byline_alone(found[i].text) if kind is BlockKind.BYLINE else found[i].text))
    return drafts


def _above_story(found: Sequence[Segment], headline: int | None, story: int) -> set[int]:
    """Byline, deck and captions between headline and story, which often stand outside the story's container."""
    if headline is None:
        return set()
    return {headline} | {
        i
        for i in range(headline + 1, story)
        if not is_furniture(found[i].text)
        and not is_outside(found[i], 0)
        and (found[i].form == "caption" or looks_like_byline(found[i]) or is_deck(found[i]))
    }


def _is_repeated(segment: Segment, kind: BlockKind, seen: set[str]) -> bool:
    """Whether a long paragraph stands on the page a second time (for another width of screen)."""
    letters = _letters(segment.text)
    if kind is BlockKind.QUOTE or len(letters) < _PARAGRAPH:
        return False
    if letters in seen:
        return True
    seen.add(letters)
    return False


def _with_page_words(metadata: Metadata, drafts: Sequence[Draft]) -> Metadata:
    """Title and byline from the page's own blocks where its metadata say nothing."""
    title = next((draft.text for draft in drafts if draft.kind is BlockKind.HEADLINE), None)
    byline = next((byline_name(draft.text) for draft in drafts if draft.kind is BlockKind.BYLINE), None)
    return Metadata(
        title or metadata.title,
        metadata.byline or byline,
        metadata.publisher,
        metadata.published,
        metadata.url,
        metadata.language,
    )


def _from_json(source: str, root: _Element, metadata: Metadata) -> Drafted:
    """The article's text from JSON-LD, where the page itself has none.

    Raises:
        BadInput: there is none there either.
    """
    body = article_body(root)
    lines = [line for line in (body or "").splitlines() if line.strip()]
    if sum(map(len, lines)) < _PARAGRAPH:
        problem = f"No article text was found in {source}; the page is empty, a list of links, or drawn by scripts."
        raise BadInput(problem, REMEDY)
    drafts = [Draft(BlockKind.HEADLINE, metadata.title)] if metadata.title else []
    drafts += [Draft(BlockKind.PARAGRAPH, line) for line in lines]
    return Drafted(tuple(drafts), metadata)
