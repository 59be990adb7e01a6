"""``python -m benchmarks.extraction --data FOLDER``: our article text and trafilatura's, by the same measure.

FOLDER is a copy of https://github.com/scrapinghub/article-extraction-benchmark (MIT): ``ground-truth.json`` and
``html/ID.html.gz``. The data are not part of this repository.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import trafilatura

from benchmarks.extraction.shingles import Overlap, overlap, score
from onrecord.errors import OnrecordError
from onrecord.intake import Raw, take_in
from onrecord.settings import Settings
from onrecord.types import BlockKind

Extract = Callable[[str, bytes], str]

# The benchmark's article body has no headline, byline or captions.
_NOT_BODY = frozenset({BlockKind.FURNITURE, BlockKind.CAPTION, BlockKind.HEADLINE, BlockKind.BYLINE})


def ours(name: str, page: bytes) -> str:
    """The body that intake gives; empty where it refuses the page."""
    try:
        document = take_in(Raw(f"{name}.html", page, "text/html; charset=utf-8"), Settings())
    except OnrecordError as error:
        print(f"{name[:12]}: {error.problem}", file=sys.stderr)
        return ""
    return "\n".join(block.span.of(document.text) for block in document.blocks if block.kind not in _NOT_BODY)


def plain_trafilatura(_name: str, page: bytes) -> str:
    return trafilatura.extract(page.decode("utf-8", errors="replace"), include_comments=False) or ""


def recalling_trafilatura(_name: str, page: bytes) -> str:
    text = page.decode("utf-8", errors="replace")
    return trafilatura.extract(text, include_comments=False, favor_recall=True) or ""


EXTRACTORS: Mapping[str, Extract] = {
    "onrecord": ours,
    f"trafilatura {trafilatura.__version__}": plain_trafilatura,
    "  with favor_recall": recalling_trafilatura,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="copy of article-extraction-benchmark")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="name the N pages with the lowest F1 of ours")
    options = parser.parse_args()
    truth_file = options.data / "ground-truth.json"
    if not truth_file.is_file():
        print(f"There is no {truth_file}.", file=sys.stderr)
        print("Clone https://github.com/scrapinghub/article-extraction-benchmark and give its folder.", file=sys.stderr)
        return 66
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    truth = json.loads(truth_file.read_text(encoding="utf-8"))
    pages = {name: options.data / "html" / f"{name}.html.gz" for name in sorted(truth)}
    missing = [path for path in pages.values() if not path.is_file()]
    if missing:
        print(f"{len(missing)} of {len(pages)} pages are not there, for example {missing[0]}.", file=sys.stderr)
        return 66
    wanted = {name: truth[name].get("articleBody") or "" for name in pages}
    for label, extract in EXTRACTORS.items():
        overlaps, seconds = _run(extract, pages, wanted)
        result = score(list(overlaps.values()))
        print(
            f"{label:24} F1={result.f1:.3f} precision={result.precision:.3f} recall={result.recall:.3f}  "
            f"{len(pages)} pages, {1000 * seconds / len(pages):.0f} ms a page"
        )
        if extract is ours and options.worst:
            _name_worst(overlaps, options.worst)
    return 0


def _run(extract: Extract, pages: Mapping[str, Path], wanted: Mapping[str, str]) -> tuple[dict[str, Overlap], float]:
    overlaps: dict[str, Overlap] = {}
    seconds = 0.0
    for name, path in pages.items():
        page = gzip.decompress(path.read_bytes())
        started = time.perf_counter()
        found = extract(name, page)
        seconds += time.perf_counter() - started
        overlaps[name] = overlap(wanted[name], found)
    return overlaps, seconds


def _name_worst(overlaps: Mapping[str, Overlap], count: int) -> None:
    for name in sorted(overlaps, key=lambda name: score([overlaps[name]]).f1)[:count]:
        one = overlaps[name]
        print(f"    {name}  surplus {one.surplus:.2f}  missing {one.missing:.2f}")


if __name__ == "__main__":
    sys.exit(main())
