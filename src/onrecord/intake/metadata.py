"""Metadata of a page: JSON-LD, OpenGraph and other meta tags, time elements; the page's own words only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TypeAlias
from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element

from onrecord.intake.clean import one_line
from onrecord.intake.dates import iso_date
from onrecord.types import Metadata

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_ARTICLE_TYPES = frozenset({
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "BlogPosting", "Report", "ScholarlyArticle", "LiveBlogPosting", "ReviewNewsArticle",
    "TechArticle", "SocialMediaPosting", "MedicalScholarlyArticle",
})  # fmt: skip
_DATE_NAMES = (
    "article:published_time", "article:published", "og:article:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "publish_date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created",
    "dcterms.issued", "sailthru.date", "parsely-pub-date", "citation_publication_date", "citation_date",
    "cxenseparse:recs:publishtime",
    "originalpublicationdate", "article_date_original", "displaydate", "dc.date.created", "created",
)  # fmt: skip
_AUTHOR_NAMES = (
    "author",
    "byl",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "citation_author",
)
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "citation_title")
_PUBLISHER_NAMES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "publisher",
)
_BY = re.compile(r"^\s*by:?\s+", re.IGNORECASE)
_MODIFIED = re.compile(r"modif|updat|revis", re.IGNORECASE)
_TITLE_SEPARATOR = re.compile(r"\s+(?:[|–—•·»:]|-)\s+")
_LONGEST_SCRIPT = 2_000_000
_MOST_NODES = 10_000


def page_metadata(root: _Element, address: str | None) -> Metadata:
    """What a page says about itself; JSON-LD of an article first, then meta tags, then elements.

    Args:
        root: the root element.
        address: where the page came from, against which a relative canonical address is resolved.
    """
    articles = list(_articles(root))
    metas = _metas(root)
    url = _url(root, metas, articles, address)
    return Metadata(
        title=_first(_text(a, "headline") for a in articles)
        or _from_metas(metas, _TITLE_NAMES)
        or _title_element(root, metas),
        byline=_byline(articles, metas),
        publisher=_publisher(articles, metas),
        published=_published(root, articles, metas),
        url=url,
        language=_language(root),
    )


def article_body(root: _Element) -> str | None:
    """The article's text in JSON-LD, which some pages carry that are otherwise drawn by scripts."""
    bodies = (article.get("articleBody") for article in _articles(root))
    return next((body for body in bodies if isinstance(body, str) and body), None)


def _articles(root: _Element) -> Iterator[dict[str, Json]]:
    """JSON-LD objects that describe an article; broken JSON is passed over."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for node in _nodes(_parsed(script.text or "")):
            types = node.get("@type")
            named = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and name.rpartition("/")[2] in _ARTICLE_TYPES for name in named):
                yield node


def _parsed(script: str) -> Json:
    source = script.strip()[:_LONGEST_SCRIPT]
    source = re.sub(r"^(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)$", "", source).strip()
    for attempt in (source, re.sub(r"[\x00-\x1f]", " ", source), re.sub(r",\s*([}\]])", r"\1", source)):
        try:
            parsed: Json = json.loads(attempt)
        except (ValueError, RecursionError):
            continue
        return parsed
    return None


def _nodes(parsed: Json) -> Iterator[dict[str, Json]]:
    """Objects at the top, in arrays, in ``@graph`` and under ``mainEntity``; bounded."""
    queue: list[Json] = [parsed]
    for _ in range(_MOST_NODES):
        if not queue:
            return
        node = queue.pop(0)
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            yield node
            queue.extend(node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node)


def _metas(root: _Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = one_line(meta.get("content") or "")
        for name in (meta.get("property"), meta.get("name"), meta.get("itemprop")):
            if name and content:
                found.setdefault(name.strip().lower(), []).append(content)
    return found


def _from_metas(metas: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return _first(value for name in names for value in metas.get(name, ()))


def _first(values: Iterator[str | None] | Iterator[str]) -> str | None:
    return next((value for value in values if value), None)


def _text(node: dict[str, Json], key: str) -> str | None:
    value = node.get(key)
    while isinstance(value, list) and value:
        value = value[0]
    return one_line(_unescaped(value)) or None if isinstance(value, str) else None


def _unescaped(value: str) -> str:
    """JSON-LD is often escaped as if it were HTML."""
    from html import unescape  # noqa: PLC0415

    return unescape(value)


def _names(value: Json) -> list[str]:
    """Names of persons or organizations in any of the forms that pages use."""
    if isinstance(value, str):
        return [one_line(_unescaped(value))]
    if isinstance(value, list):
        return [name for item in value[:50] if not isinstance(item, list) for name in _names(item)]
    if isinstance(value, dict):
        name = value.get("name")
        return _names(name) if isinstance(name, str | list) else []
    return []


def _joined(names: list[str]) -> str | None:
    kept = [name for name in dict.fromkeys(_BY.sub("", name).strip() for name in names) if name and "://" not in name]
    if not kept:
        return None
    return kept[0] if len(kept) == 1 else f"{', '.join(kept[:-1])} and {kept[-1]}"


def _byline(articles: list[dict[str, Json]], metas: dict[str, list[str]]) -> str | None:
    for article in articles:
        for key in ("author", "creator"):
            found = _joined(_names(article.get(key)))
            if found:
                return found
    for name in _AUTHOR_NAMES:
        found = _joined(metas.get(name, []))
        if found:
            return found
    return None


def _publisher(articles: list[dict[str, Json]], metas: dict[str, list[str]]) -> str | None:
    in_json = _first(name for article in articles for name in _names(article.get("publisher")))
    return _from_metas(metas, _PUBLISHER_NAMES[:1]) or in_json or _from_metas(metas, _PUBLISHER_NAMES)


def _published(root: _Element, articles: list[dict[str, Json]], metas: dict[str, list[str]]) -> str | None:
    written = [_text(article, key) for article in articles for key in ("datePublished", "dateCreated")]
    written += [value for name in _DATE_NAMES for value in metas.get(name, ())]
    return _first(iso_date(value) for value in written if value) or _first(_times(root))


def _times(root: _Element) -> Iterator[str | None]:
    """``<time>`` elements: those marked as the date of publication, else the first that is not one of an update.

    Elements in lists of other articles, comments and page heads are passed over, for their dates are not the article's.
    """
    elements = [time for time in root.iter("time") if not _is_elsewhere(time)]
    marked = [
        t for t in elements if "datepublished" in (t.get("itemprop") or "").lower() or t.get("pubdate") is not None
    ]
    for time in marked + [t for t in elements if not _is_update(t)]:
        yield iso_date(time.get("datetime") or "") or iso_date(one_line("".join(map(str, time.itertext()))))


def _is_update(time: _Element) -> bool:
    before = time.getprevious()
    words = (before.tail if before is not None else time.getparent().text if time.getparent() is not None else "") or ""  # type: ignore[union-attr]
    return bool(_MODIFIED.search(f"{time.get('class') or ''} {time.get('itemprop') or ''} {words}"))


def _is_elsewhere(time: _Element) -> bool:
    return any(
        ancestor.tag in {"nav", "footer", "aside"}
        or re.search(
            r"comment|related|sidebar|latest|trending|masthead|clock", ancestor.get("class") or "", re.IGNORECASE
        )
        for ancestor in time.iterancestors()
    )


def _title_element(root: _Element, metas: dict[str, list[str]]) -> str | None:
    """The ``<title>`` without the name of the site after (or before) it."""
    title = root.find(".//title")
    words = one_line(title.text or "") if title is not None else ""
    parts = _TITLE_SEPARATOR.split(words)
    sites = {name.lower() for name in metas.get("og:site_name", ())}
    if len(parts) > 1 and (parts[-1].lower() in sites or len(parts[-1]) < len(parts[0])):
        return words[: words.rindex(parts[-1])].rstrip(" |–—•·»:-") or None
    return words or None


def _url(
    root: _Element, metas: dict[str, list[str]], articles: list[dict[str, Json]], address: str | None
) -> str | None:
    links = (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")
    candidates = [*links, *metas.get("og:url", ()), *(_text(article, "url") for article in articles)]
    for candidate in candidates:
        if not candidate:
            continue
        try:
            whole: str = urljoin(address or "", candidate.strip())
            parts = urlsplit(whole)
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and parts.hostname:
            return whole
    return address


def _language(root: _Element) -> str | None:
    code = (root.get("lang") or "").strip().lower()[:2]
    return code if code.isalpha() and len(code) == 2 else None
