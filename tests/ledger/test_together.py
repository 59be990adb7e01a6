"""Many processes at once: all succeed, nothing is lost, nobody waits in vain."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from onrecord.ledger import tables
from onrecord.ledger.address import parse
from onrecord.ledger.checking import check_documents, check_ledger
from onrecord.ledger.keys import document_hash
from onrecord.ledger.store import open_store

from .articles import article

ROOT = Path(__file__).parents[2]


def run_together(address: str, each: int, reviews: int) -> list[int]:
    """Eight processes that add, half of what each adds being the next one's too, and two that review.

    Returns:
        The longest write transaction of each, in milliseconds.
    """
    tasks = [("add", number * each // 2, each) for number in range(8)]
    tasks += [("review", seed, reviews) for seed in range(2)]
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.ledger.worker", task, address, str(first), str(count)],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for task, first, count in tasks
    ]  # fmt: skip
    ended = [process.communicate() for process in processes]
    assert [process.returncode for process in processes] == [0] * 10, [errors.decode()[-500:] for _, errors in ended]
    return [int(output) for output, _ in ended]


def all_is_there(address: str, each: int, reviews: int) -> None:
    wanted = {document_hash(article(number).document.id) for number in range(7 * (each // 2) + each)}
    with open_store(parse(address)) as store:
        with store.reading() as connection:
            assert set(connection.execute(select(tables.documents.c.hash)).scalars()) == wanted
            assert connection.scalar(select(func.count()).select_from(tables.verdicts)) == 2 * reviews
        assert check_ledger(store) == []
        assert [one for _, found in check_documents(store) for one in found] == []


def test_eight_that_add_and_two_that_review_are_all_served(address):
    run_together(address, each=6, reviews=4)
    all_is_there(address, each=6, reviews=4)


@pytest.mark.stress
@pytest.mark.timeout(900)
def test_none_holds_the_others_up(address):
    longest = run_together(address, each=150, reviews=100)
    all_is_there(address, each=150, reviews=100)
    assert max(longest) < 250, "milliseconds of the longest write transaction"
