"""Sheets: what a spreadsheet gets, what a terminal gets."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from onrecord.present.sheet import Column, Sheet, print_sheet, to_csv

COLUMNS = (Column("id", "Claim"), Column("text", "Words", 4), Column("count", "Count", right=True), Column("hidden"))


def sheet(*rows) -> Sheet:
    return Sheet(COLUMNS, rows, "Nothing fits.", "A note.")


def printed(one: Sheet, width: int) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None)
    print_sheet(one, console)
    return console.file.getvalue()


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "|cmd", "  =1", "\t=1", "\r=1", "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("words", FORMULAS)
def test_what_looks_like_a_formula_is_defused(words):
    row = list(csv.reader(io.StringIO(to_csv(sheet(("c1", words, 1, None))))))[1]
    assert row[1].startswith("'")


@given(st.text(), st.one_of(st.none(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)))
def test_csv_has_one_record_a_row_and_no_cell_that_is_obeyed(words, count):
    rows = list(csv.reader(io.StringIO(to_csv(sheet(("c1", words, count, words))))))
    assert [len(row) for row in rows] == [4, 4]
    assert not rows[1][1].lstrip().startswith(("=", "+", "-", "@", "|"))
    assert not any(ord(letter) < 32 for letter in rows[1][1])


def test_numbers_stay_numbers():
    assert to_csv(sheet(("c1", "words", -5, None))).splitlines()[1] == "c1,words,-5,"


def test_a_wide_terminal_gets_a_table_and_a_narrow_one_lines():
    one = sheet(("c1", "The port is closed.", 4_000, "no"))
    assert "Words" in printed(one, 120)
    assert printed(one, 60).splitlines()[:2] == ["The port is closed.", "  claim: c1, count: 4,000"]
    assert "no" not in printed(one, 120).replace("note", "")


def test_an_empty_sheet_says_so():
    assert printed(sheet(), 120) == "Nothing fits.\n"


def test_a_terminal_is_never_given_orders():
    assert "\x1b" not in printed(sheet(("c1", "\x1b[31mred \u202eback", 1, None)), 120)
