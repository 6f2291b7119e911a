"""Tables: rows and columns, written as CSV for spreadsheets.

A spreadsheet runs a cell as a formula if its text begins with one of `= + - @`, and our texts come
from strangers. So such a sign gets an apostrophe before it, at the beginning of a cell and after
anything that a spreadsheet may take for the end of one. If there are apostrophes already, one is
added. Nothing else changes, so `typed` can restore the text.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO
from operator import attrgetter
from typing import Any, Generic, TypeVar

ItemT = TypeVar("ItemT")

Column = tuple[str, Callable[[Any], object]]
"""A header, and what a row has under it."""

_BEGINNING = r"(^|[;\t\r\n])(\s*)('*)"
_SIGN = r"(?=[=+\-@\uff1d\uff0b\uff0d\uff20])"
_RUN = re.compile(f"{_BEGINNING}{_SIGN}")
_INERT = re.compile(f"{_BEGINNING}'{_SIGN}")
"""The signs, in Latin and in full width."""

SEVERAL = " | "
"""What separates several values in one cell."""


@dataclass(frozen=True, slots=True)
class Table(Generic[ItemT]):
    """A file of `data/`: each item gives rows, and each column gives a cell of every row."""

    name: str
    rows: Callable[[ItemT], Iterable[object]]
    columns: tuple[Column, ...]

    def of(self, items: Iterable[ItemT]) -> str:
        """The table of these items as CSV."""
        return self.of_lines([csv_lines(row for item in items for row in self._cells(item))])

    def lines(self, item: ItemT) -> str:
        """The lines of one item."""
        return csv_lines(self._cells(item))

    def _cells(self, item: ItemT) -> Iterator[Iterable[object]]:
        return ([get(row) for _, get in self.columns] for row in self.rows(item))

    def of_lines(self, lines: Iterable[str]) -> str:
        """The table, made from lines that exist already."""
        return as_csv((header for header, _ in self.columns), lines)


def attributes(*names: str, of: str = "") -> tuple[Column, ...]:
    """Columns named after the attributes (of a row, or of a part of it) that they show."""
    return tuple((name, attrgetter(f"{of}.{name}" if of else name)) for name in names)


def as_csv(header: Iterable[str], lines: Iterable[str]) -> str:
    """A CSV file (RFC 4180, except for its line ends), with the mark that tells Excel it is UTF-8."""
    return "".join(("\ufeff", csv_lines([header]), *lines))


def csv_lines(rows: Iterable[Iterable[object]]) -> str:
    """Rows as lines of such a file."""
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(map(_cell, row) for row in rows)
    return text.getvalue()


@lru_cache(maxsize=2**16)  # names, dates and words of the vocabulary come again and again
def inert(text: str) -> str:
    """A text as a cell that no spreadsheet runs as a formula."""
    return _RUN.sub(lambda found: f"{found[1]}{found[2]}'{found[3]}", text)


def typed(cell: str) -> str:
    """The text that a cell was made from."""
    return _INERT.sub(r"\1\2\3", cell)


def _cell(value: object) -> str:
    """A value as a cell; what is not known is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | list):
        return inert(SEVERAL.join(str(one) for one in value))
    return inert(str(value))
