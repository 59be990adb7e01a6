"""HTML pages to drafts of blocks."""

from __future__ import annotations

import logging
from collections.abc import Sequence, Set

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
    container_of,
    has_quotation,
    in_main_text,
    is_deck,
    is_linked_away,
    is_outside,
    is_picture_credit,
    is_pull_quote,
    kind_of,
    looks_like_byline,
    main_text_shingles,
    nearest_common_ancestor,
)
from onrecord.intake.text import byline_alone, byline_name
from onrecord.settings import IntakeLimits
from onrecord.types import BlockKind, Metadata

# The shortest paragraph that tells where the article is; navigation and labels are shorter.
_PARAGRAPH = 60
# Fewer letters than this may be the name of a site or section as well as a title.
_TITLE = 15


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
    headline = _headline(found, chosen, metadata)
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
    whole = nearest_common_ancestor([found[i] for i in paragraphs])
    container = container_of([found[i] for i in paragraphs])
    parents = {found[i].element.getparent() for i in paragraphs}
    first, last = min(paragraphs), max(paragraphs)
    chosen = []
    for i, segment in enumerate(found):
        if is_linked_away(segment) or is_outside(segment, whole, kept=i in kept):
            continue
        among = first < i < last
        if i in kept or (segment.stands_in(container) and _is_put_back(segment, parents, among=among)):
            chosen.append(i)
    return chosen


def _is_put_back(segment: Segment, parents: Set[_Element | None], *, among: bool) -> bool:
    """Whether a segment in the container that trafilatura dropped belongs to the article.

    Args:
        segment: the segment.
        parents: elements in which kept paragraphs stand side by side.
        among: whether it stands between two kept paragraphs.
    """
    text = segment.text
    if segment.form == "caption" or is_pull_quote(segment) or is_picture_credit(segment):
        return True
    if is_furniture(text) and segment.form != "table":
        return False
    if segment.form in HEADINGS or segment.form in {"list", "table"}:
        return among
    if has_quotation(segment) and ends_sentence(text):
        return True
    return among and ends_sentence(text) and segment.element.getparent() in parents


def _headline(found: Sequence[Segment], chosen: Sequence[int], metadata: Metadata) -> int | None:
    """The segment that is the headline: the one with the page's title, else the last ``h1`` above the story."""
    first = next((i for i in chosen if _is_story(found[i])), chosen[-1])
    if metadata.title:
        same = [i for i in range(first + 1) if _alike(found[i], metadata.title)]
        headings = [i for i in same if found[i].form in HEADINGS]
        if same:
            return (headings or same)[-1]
    site = _letters(metadata.publisher or "")
    tops = [i for i in range(first + 1) if found[i].form == "h1" and _letters(found[i].text) != site]
    return next((i for i in reversed(tops) if not is_furniture(found[i].text)), None)


def _is_story(segment: Segment) -> bool:
    return (
        segment.form not in HEADINGS | {"caption", "list", "table"}
        and len(segment.text) >= _PARAGRAPH
        and ends_sentence(segment.text)
    )


def _alike(segment: Segment, title: str) -> bool:
    """Whether a segment is the page's title; headings may lack the site's name that stands after it."""
    one, other = _letters(segment.text), _letters(title)
    if segment.form not in HEADINGS:
        return one == other and len(one) > _TITLE
    return bool(one) and (one == other or (len(one) > _TITLE and (other.startswith(one) or one.startswith(other))))


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
        drafts.append(_draft(found[i], kind))
    return drafts


def _draft(segment: Segment, kind: BlockKind) -> Draft:
    text = byline_alone(segment.text) if kind is BlockKind.BYLINE else segment.text
    return Draft(kind, text, credit=segment.credit)


def _above_story(found: Sequence[Segment], headline: int | None, story: int) -> set[int]:
    """Byline, deck and captions between headline and story, which often stand outside the story's container."""
    if headline is None:
        return set()
    return {headline} | {
        i
        for i in range(headline + 1, story)
        if not is_furniture(found[i].text)
        and not is_outside(found[i], found[i].element.getroottree().getroot(), kept=False)
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
