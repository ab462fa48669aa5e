"""No cell of a table runs, and none loses a word."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platform.sheets import GUARD, MARK, csv_of, guarded

CELLS = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+81",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "\n=cmd|' /C calc'!A0",
    ],
)
def test_what_would_run_is_guarded(cell: str) -> None:
    assert guarded(cell) == GUARD + cell


@pytest.mark.parametrize("cell", ["", " ", "a=1", "#12", "'=1", "12/5に決定", "１２"])
def test_everything_else_stays_as_it_is(cell: str) -> None:
    assert guarded(cell) == cell


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=5))
def test_a_table_is_read_back_as_it_was_written(rows: list[list[str]]) -> None:
    written = csv_of(["a", "b"], rows)
    read = list(csv.reader(StringIO(written.removeprefix(MARK), newline="")))
    assert read == [["a", "b"], *([guarded(cell) for cell in row] for row in rows)]
