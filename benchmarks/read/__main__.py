"""``python -m benchmarks.read``: articles and tokens a second, memory, start-up, and the ratio to the bare network.

A token is a word piece that the encoder is given; pieces in the overlap of windows and re-read contents count on
both sides alike. Every figure is a median over rounds in which the program and the bare network take turns, since
the machine's speed drifts.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.read import articles, bare


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for pages in (False, True):
            place = Path(folder) / ("pages" if pages else "texts")
            place.mkdir()
            files = articles.write(place, options.articles, pages)
            _measure("HTML pages" if pages else "plain text", files, options.rounds, options.jobs)
        first = articles.write(Path(folder), 1, pages=True)[0]
        starts = [_timed([str(first)], 1)[0] for _ in range(options.rounds)]
        print(f"one article of 700 words from a cold start: {statistics.median(starts):.2f} s")


def _measure(label: str, files: list[Path], rounds: int, jobs: int) -> None:
    work = bare.record(files)
    pieces = sum(item.end - item.start for item in work)
    whole, network, peaks = [], [], []
    for _ in range(rounds):
        seconds, peak = _timed([str(files[0].parent)], jobs)
        whole.append(seconds)
        peaks.append(peak)
        network.append(bare.run(work, jobs))
    ratio = statistics.median(n / w for n, w in zip(network, whole, strict=True))
    reading = statistics.median(whole)
    print(
        f"{len(files)} articles as {label}, {jobs} processes: {len(files) / reading:.1f} articles/s, "
        f"{pieces / reading:.0f} tokens/s; bare network {pieces / statistics.median(network):.0f} tokens/s; "
        f"ratio {ratio:.2f}; peak memory {max(peaks) / 1e6:.0f} MB in all processes"
    )


def _timed(sources: list[str], jobs: int) -> tuple[float, int]:
    """Seconds and peak resident bytes (all processes of the program together) of one run."""
    command = [sys.executable, "-m", "onrecord", "read", *sources, "--format", "json", "--jobs", str(jobs)]
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = [0]
    watching = threading.Thread(target=_watch, args=(process.pid, peak), daemon=True)
    watching.start()
    if process.wait() != 0:
        raise SystemExit("onrecord read failed")
    return time.perf_counter() - started, peak[0]


def _watch(root: int, peak: list[int]) -> None:
    """Sum of proportional set sizes of a process and its children, sampled four times a second."""
    while Path(f"/proc/{root}").exists():
        total = 0
        for process in _family(root):
            try:
                for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
                    if line.startswith("Pss:"):
                        total += int(line.split()[1]) * 1024
            except OSError:
                continue
        peak[0] = max(peak[0], total)
        time.sleep(0.25)


def _family(root: int) -> list[int]:
    family, at = [root], 0
    while at < len(family):
        try:
            children = Path(f"/proc/{family[at]}/task/{family[at]}/children").read_text().split()
            family += [int(child) for child in children]
        except OSError:
            pass
        at += 1
    return family


if __name__ == "__main__":
    main()
