"""``kill -9`` at any instant loses nothing and repeats nothing."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.ledger.address import parse
from onrecord.ledger.checking import check_documents, check_ledger
from onrecord.ledger.reindexing import drain
from onrecord.ledger.store import open_store
from onrecord.ledger.writer import add
from onrecord.linking.identity import identify

from .articles import article
from .snapshot import snapshot

ROOT = Path(__file__).parents[2]


def run_and_kill(address: str, count: int, seconds: float | None) -> int:
    """Add articles in a process of its own, and kill it after some time, or let it end."""
    command = [sys.executable, "-m", "tests.ledger.worker", "add", address, "0", str(count)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        _, errors = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return -signal.SIGKILL
    assert process.returncode == 0, errors.decode()
    return 0


def same_as_uninterrupted(address: str, count: int, folder: Path) -> None:
    with open_store(parse(str(folder / "uninterrupted.db"))) as whole, open_store(parse(address)) as store:
        for number in range(count):
            add(whole, article(number), identify)
        drain(whole)
        assert snapshot(store) == snapshot(whole)
        assert check_ledger(store) == []
        assert [one for _, found in check_documents(store) for one in found] == []


def kill_at_random(address: str, folder: Path, kills: int, count: int, longest: float) -> None:
    chance = random.Random(kills)
    for _ in range(kills):
        run_and_kill(address, count, chance.uniform(0.2, longest))
    assert run_and_kill(address, count, None) == 0
    same_as_uninterrupted(address, count, folder)


def test_a_run_that_was_killed_is_taken_up_where_it_was(address, tmp_path):
    kill_at_random(address, tmp_path, kills=3, count=60, longest=2.5)


@pytest.mark.stress
@pytest.mark.timeout(900)
def test_a_run_that_is_killed_fifty_times_ends_as_if_it_had_not_been(address, tmp_path):
    kill_at_random(address, tmp_path, kills=50, count=400, longest=4.0)
