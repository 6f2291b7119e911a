"""A sheet: the rows of a table that a spreadsheet wrote, each with its number there."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from generator.problems import Place, Problem, did_you_mean, show

SEPARATORS = ",;\t"

_SEP_LINE = re.compile(r"\ufeff?\"?sep=(.)\"?\r?\n")


@dataclass(frozen=True, slots=True)
class SpreadSheet:
    """The header of a table by column, from 1, and the cells of each row by its number and column.

    Empty cells and rows are left out. Text has no spaces around it.
    """

    header: Mapping[int, str]
    rows: Mapping[int, Mapping[int, str]]


def read_sheet(text: str) -> SpreadSheet:
    """The table in the text of a CSV file. Raises csv.Error.

    The separator is the one that gives the header the most columns, unless the first line, such as
    Excel's `sep=;`, names it.
    """
    named = _SEP_LINE.match(text)
    body = text[named.end() :] if named else text.removeprefix("\ufeff")
    signs = [named[1]] if named else list(SEPARATORS)
    tables = [_rows(body, sign) for sign in signs]
    table = max(tables, key=lambda rows: len(rows[0]) if rows else 0)
    first = 2 if named else 1
    cells = {
        number: {column: one.strip() for column, one in enumerate(row, 1) if one.strip()}
        for number, row in enumerate(table, first)
    }
    return SpreadSheet(cells.pop(first, {}), {number: row for number, row in cells.items() if row})


def _rows(text: str, sign: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline=""), delimiter=sign))


def letters(column: int) -> str:
    """The name of a column in a spreadsheet: A to Z, AA and so on."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def fields_of(
    sheet: SpreadSheet, known: Mapping[str, Sequence[str]], path: str
) -> tuple[dict[int, str], list[Problem]]:
    """The field that each column holds, and what is wrong with the header.

    `known` has the fields, each with other words for it; case, spaces and hyphens do not matter.
    """
    words = {_plain(word): field for field, names in known.items() for word in (field, *names)}
    found: dict[int, str] = {}
    problems = []
    for column, name in sheet.header.items():
        field = words.get(_plain(name))
        if field is None:
            near = did_you_mean(_plain(name), words)
            advice = near or f"; choose one of: {', '.join(known)}; or remove the column"
            problems.append(_wrong(path, column, f"there is no field {show(name)}{advice}"))
        elif field in found.values():
            message = f"{show(name)} is a second column for {field}; keep one of the two"
            problems.append(_wrong(path, column, message))
        else:
            found[column] = field
    return found, [*problems, *_nameless(sheet, path)]


def _nameless(sheet: SpreadSheet, path: str) -> Iterator[Problem]:
    """A column that has cells but no name."""
    used = {column for row in sheet.rows.values() for column in row}
    for column in sorted(used - sheet.header.keys()):
        yield _wrong(
            path, column, "this column has no name; write a field's name into its first row"
        )


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "_", name.casefold().strip(" *:?"))


def _wrong(path: str, column: int, message: str) -> Problem:
    return Problem(Place(path, 1, column), "header", message)
