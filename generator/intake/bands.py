"""Heads of short documents: rows of words that are set apart at one height of several pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from generator.intake.document import PrintedLine, PrintedPage

_LEVEL = 1.0  # points by which the heights of one row may differ
_APART = 1.5  # times the usual distance of lines that is between a head and the text
_NEAR = 4  # pages, at most, between two heads that are the same


@dataclass(frozen=True, slots=True)
class _HeadRow:
    """The outermost lines of a page, if they are set apart from the text; `page` is its index."""

    page: int
    places: tuple[int, ...]
    forms: frozenset[str]


def head_rows(
    pages: Sequence[PrintedPage], forms: Mapping[tuple[int, int], frozenset[str]]
) -> Iterator[tuple[int, int]]:
    """The lines of the heads: the index of each page, and the line's own there.

    A row is a head if another page nearby has some of its words at the same height, or if it is
    at that height between two such pages: a left page may have another head than a right one.
    `forms` has, for each line that may be in a head, what another page must share with it.
    """
    for foot in (False, True):
        bands: dict[int, list[_HeadRow]] = defaultdict(list)
        for index, page in enumerate(pages):
            if (found := _outermost(index, page, forms, foot=foot)) is not None:
                bands[round(page.lines[found.places[0]].height)].append(found)
        for rows in bands.values():
            same = [row.page for row in rows if any(_alike(row, other) for other in rows)]
            for row in rows:
                if row.page in same or (same and same[0] < row.page < same[-1]):
                    yield from ((row.page, at) for at in row.places)


def _alike(row: _HeadRow, other: _HeadRow) -> bool:
    return 0 < abs(row.page - other.page) <= _NEAR and not row.forms.isdisjoint(other.forms)


def _outermost(
    index: int, page: PrintedPage, forms: Mapping[tuple[int, int], frozenset[str]], *, foot: bool
) -> _HeadRow | None:
    """The outermost row of a page; None if it is no head, or the format does not tell heights."""
    filled = [(at, line) for at, line in enumerate(page.lines) if line.text.strip()]
    if not filled:
        return None
    edge = (min if foot else max)(line.height for _, line in filled)
    row = [(at, line) for at, line in filled if abs(line.height - edge) <= _LEVEL]
    rest = [line for _, line in filled if abs(line.height - edge) > _LEVEL]
    if edge <= 0 or not rest or any(line.level for _, line in row) or not _apart(edge, rest):
        return None
    told = frozenset().union(*(forms.get((index, at), ()) for at, _ in row))
    return _HeadRow(index, tuple(at for at, _ in row), told)


def _apart(edge: float, rest: Sequence[PrintedLine]) -> bool:
    """Whether a row is farther from the text than the lines of the text are from each other."""
    heights = sorted({line.height for line in rest})
    steps = [b - a for a, b in pairwise(heights) if b - a > _LEVEL]
    nearest = min(abs(edge - height) for height in heights)
    return bool(steps) and nearest > _APART * median(steps)
