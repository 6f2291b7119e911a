"""The tables: what a spreadsheet would run is made inert, and can be had back as it was."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.data.tables import as_csv, csv_lines, inert, typed

SIGNS = "=+-@＝＋－＠"
TEXT = st.text(
    st.sampled_from(f"{SIGNS}'\"; \t,|ab5\n") | st.characters(codec="utf-8"), max_size=12
)


@given(text=TEXT)
@example(text='=HYPERLINK("http://x.invalid")')
@example(text="'=1")
@example(text="''@x; '-1;+2")
@example(text="\t\n =1")
def test_no_cell_is_a_formula(text: str) -> None:
    """Not at its beginning, nor where another spreadsheet may take a new cell to begin."""
    for cell in re.split(r"[;\t\r\n]", inert(text)):
        assert not cell.lstrip().startswith(tuple(SIGNS))


@given(text=TEXT)
@example(text="'=1")
@example(text="'")
@example(text="; ''-")
def test_the_text_can_be_had_back(text: str) -> None:
    """Whatever it was."""
    assert typed(inert(text)) == text


@pytest.mark.parametrize("text", ["", "a", "'tis so", "1-2", "a = b", "f-x", "../2013", "[..2016]"])
def test_what_is_not_a_formula_stays_as_it_is(text: str) -> None:
    """Most cells are as they were typed."""
    assert inert(text) == text


@given(cells=st.lists(TEXT.filter(lambda text: "\r" not in text), min_size=1, max_size=4))
def test_a_row_is_read_as_it_was_written(cells: list[str]) -> None:
    """Commas, quotation marks and line ends are part of a cell."""
    header = tuple(f"c{number}" for number in range(len(cells)))
    text = as_csv(header, [csv_lines([cells])])
    assert text.startswith("\ufeff")
    first, row = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert tuple(first) == header
    assert [typed(cell) for cell in row] == cells


def test_cells_of_other_kinds() -> None:
    """Nothing is empty, yes is true, and several values stand in one cell."""
    assert csv_lines([(None, True, ("x", "=y"), 1.5)]) == ",true,x | =y,1.5\n"
