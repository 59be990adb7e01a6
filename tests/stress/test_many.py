"""A thousand articles: memory that does not grow with their number."""

from pathlib import Path

import pytest

pytest.importorskip("benchmarks.read", reason="the benchmarks are not beside the tests")
from benchmarks.read import articles
from benchmarks.read.__main__ import _timed

pytestmark = [pytest.mark.stress, pytest.mark.timeout(3000)]

LIMIT = 700_000_000


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="memory is measured through Linux's /proc")
def test_peak_memory_of_a_thousand_articles(tmp_path):
    peaks = {}
    for count in (250, 1000):
        folder = tmp_path / str(count)
        folder.mkdir()
        articles.write(folder, count, pages=True)
        _, peaks[count] = _timed([str(folder)], 2)
    assert peaks[1000] < LIMIT
    assert peaks[1000] < 1.15 * peaks[250]
