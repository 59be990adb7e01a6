"""The pool: outcomes in order, and a process that dies takes nothing else with it."""

import os

from onrecord.run.pool import Work, do_many


def double(number: int) -> int:
    """Twice a number; 7 ends the process."""
    if number == 7:
        os._exit(1)
    return number * 2


def lost(number: int) -> int:
    return -number


def never(_: int) -> bool:
    return False


def is_three(number: int) -> bool:
    return number == 3


def test_outcomes_come_in_the_order_of_the_things():
    assert list(do_many(range(6), Work(double, lost, never), jobs=2)) == [0, 2, 4, 6, 8, 10]
    assert list(do_many(range(6), Work(double, lost, never), jobs=1)) == [0, 2, 4, 6, 8, 10]
    assert list(do_many([], Work(double, lost, never), jobs=2)) == []


def test_a_process_that_dies_costs_only_what_it_did():
    found = list(do_many(range(12), Work(double, lost, never), jobs=2))
    assert found == [-7 if number == 7 else number * 2 for number in range(12)]


def test_what_must_be_done_here_is_done_here():
    here = os.getpid()
    outcomes = list(do_many(range(6), Work(_where, lost, is_three), jobs=2))
    assert [outcome == here for outcome in outcomes] == [number == 3 for number in range(6)]


def _where(_: int) -> int:
    return os.getpid()
