"""Articles to measure with: our own gold texts put together to about 700 words each."""

from __future__ import annotations

import html
import random
from pathlib import Path

from onrecord.evaluation import gold

WORDS = 700
GOLD = Path(__file__).parents[2] / "eval" / "gold" / "attribution"


def write(folder: Path, count: int, pages: bool) -> list[Path]:
    """Write ``count`` articles, as HTML pages or as plain text; the same ones every time."""
    random_ = random.Random(7)
    paragraphs = [
        paragraph for text in gold.texts(GOLD) for paragraph in text.article.text.strip().split("\n\n") if paragraph
    ]
    files = []
    for number in range(count):
        chosen: list[str] = []
        while sum(len(paragraph.split()) for paragraph in chosen) < WORDS:
            chosen.append(random_.choice(paragraphs))
        headline = " ".join(chosen[0].split()[:9]).rstrip(".,;")
        file = folder / f"article-{number:05}.{'html' if pages else 'txt'}"
        file.write_text(_page(headline, chosen) if pages else "\n\n".join([headline, *chosen]), "utf-8")
        files.append(file)
    return files


def _page(headline: str, paragraphs: list[str]) -> str:
    body = "".join(f"<p>{html.escape(paragraph)}</p>\n" for paragraph in paragraphs)
    sections = ("news", "world", "sport", "more")
    navigation = "".join(f'<li><a href="/{name}">{name.title()}</a></li>' for name in sections)
    return (
        f"<!doctype html><html lang=en><head><title>{html.escape(headline)}</title>"
        '<meta property="og:site_name" content="The Bench Gazette"></head><body>'
        f"<nav><ul>{navigation}</ul></nav><main><article><h1>{html.escape(headline)}</h1>\n{body}</article></main>"
        "<footer>Copyright The Bench Gazette. All rights reserved.</footer></body></html>"
    )
