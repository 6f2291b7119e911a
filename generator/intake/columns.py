"""The columns of a page: which piece is in which column, and in which order they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from generator.intake.pdf_lines import RawLine, RawPiece

FEWEST = 6  # pieces on each side of a gutter
_NARROWEST_LETTERS = 15  # letters of a column; anything narrower belongs to a table
_FILLED_SHARE = 0.6  # of a column's width, that most of its pieces must have
_CROSSING_SHARE = 0.12  # of a page's pieces, that may be as wide as the page
_SAME_LINE = 0.3  # of the size of letters
_CELL_LETTERS = 4  # letters of space that separate the cells of a row; less is justified text
_BETWEEN_CELLS = "      "
_MARGIN_SHARE = 0.2  # of a page's width, at each side, where there is no gutter


@dataclass(frozen=True, slots=True)
class TextColumn:
    """Lines below each other, from `x0` to `x1`; `beside` if there is another column beside them."""

    lines: tuple[RawPiece, ...]
    x0: float
    x1: float
    beside: bool


def columns(
    lines: Sequence[RawLine], letter: float, *, leftwards: bool, beside: bool = False
) -> Iterator[TextColumn]:
    """The columns of a page in the order in which they are read; a page without a gutter is one.

    `letter` is the usual width of a letter. Lines as wide as the page separate the columns above
    them from those below.
    """
    pieces = [piece for line in lines for piece in line.pieces]
    middle = _gutter(pieces, letter)
    if middle is None:
        whole = tuple(_rejoined(line, letter) for line in lines)
        if whole:
            yield _column(whole, beside=beside)
        return
    sides: tuple[list[RawPiece], list[RawPiece]] = ([], [])
    for piece in sorted(pieces, key=lambda one: (-one.base, one.x0)):
        if piece.x0 < middle < piece.x1:
            yield from _read(sides, letter, leftwards=leftwards)
            yield _column((piece,), beside=beside)
            sides = ([], [])
        else:
            sides[piece.x0 >= middle].append(piece)
    yield from _read(sides, letter, leftwards=leftwards)


def _read(
    sides: tuple[list[RawPiece], list[RawPiece]], letter: float, *, leftwards: bool
) -> Iterator[TextColumn]:
    """The columns on the two sides of a gutter; each side may have several."""
    for side in reversed(sides) if leftwards else sides:
        if side:
            lines = [*_on_lines(side, leftwards=leftwards)]
            yield from columns(lines, letter, leftwards=leftwards, beside=True)


def _on_lines(pieces: Sequence[RawPiece], *, leftwards: bool) -> Iterator[RawLine]:
    """Pieces, given from the top, as lines: those on one baseline form one line."""
    line: list[RawPiece] = []
    for piece in pieces:
        if line and line[0].base - piece.base > _SAME_LINE * piece.size:
            yield RawLine(tuple(sorted(line, key=lambda one: one.x0, reverse=leftwards)))
            line = []
        line.append(piece)
    yield RawLine(tuple(sorted(line, key=lambda one: one.x0, reverse=leftwards)))


def _column(lines: tuple[RawPiece, ...], *, beside: bool) -> TextColumn:
    x0, x1 = min(one.x0 for one in lines), max(one.x1 for one in lines)
    return TextColumn(lines, x0, x1, beside)


def _gutter(pieces: Sequence[RawPiece], letter: float) -> float | None:
    """The middle of the space between two columns, or None."""
    if len(pieces) < 2 * FEWEST:
        return None
    left, right = min(one.x0 for one in pieces), max(one.x1 for one in pieces)
    inner = _MARGIN_SHARE * (right - left)
    ends = sorted({one.x1 for one in pieces if left + inner < one.x1 < right - inner})
    found = []
    for end in ends:
        middle = end + letter / 2
        crossing = sum(one.x0 < middle < one.x1 for one in pieces)
        before = [one for one in pieces if one.x1 <= middle]
        after = [one for one in pieces if one.x0 >= middle]
        if crossing <= _CROSSING_SHARE * len(pieces) and _is_column(before, letter) and _is_column(after, letter):  # fmt: skip
            found.append((crossing, -min(len(before), len(after)), middle))
    return min(found)[2] if found else None


def _is_column(pieces: Sequence[RawPiece], letter: float) -> bool:
    """Whether pieces are the lines of a column of text, and not the cells of a table."""
    if len(pieces) < FEWEST:
        return False
    wide = max(one.x1 for one in pieces) - min(one.x0 for one in pieces)
    usual = median(one.x1 - one.x0 for one in pieces)
    return wide >= _NARROWEST_LETTERS * letter and usual >= _FILLED_SHARE * wide


def _rejoined(line: RawLine, letter: float) -> RawPiece:
    """The pieces of a line joined, with enough space between them to show that they are a row."""
    first = line.pieces[0]
    text = first.text
    for before, piece in pairwise(line.pieces):
        space = max(piece.x0 - before.x1, before.x0 - piece.x1)
        text += (_BETWEEN_CELLS if space > _CELL_LETTERS * letter else " ") + piece.text
    x0, x1 = min(one.x0 for one in line.pieces), max(one.x1 for one in line.pieces)
    return RawPiece(text, x0, x1, first.base, first.size, first.weight)
