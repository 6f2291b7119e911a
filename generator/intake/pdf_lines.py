"""The lines of a PDF's page, with the position of each of their pieces, in points."""

from __future__ import annotations

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from typing import TypeAlias

import pypdfium2.raw as pdfium
from pypdfium2 import PdfTextPage

from generator.intake.cleaning import raised
from generator.intake.right_to_left import (
    WIDE,
    Glyph,
    is_right_to_left,
    parts_in_reading_order,
    usual_width,
)

_SMALL_SHARE = 0.82  # of the height of a line's letters, for the mark of a note
_HIGH_SHARE = 0.1  # of that height, by which the mark stands above the line
_SPACE_SHARE = 0.15  # of the size of letters: the space between words
_RAISED_SHARE = 0.3  # of that size, by which a letter with its mark may be set higher
_SIDE_BY_SIDE = 1.0  # of that size, between the parts of one line
_SAME = 0.1  # of that size, by which what stands on one line may differ
_TURNED_STEEPNESS = 0.1  # steepness from which a text does not count as a line of the page


_Row: TypeAlias = list[tuple[int, Glyph]]
"""The characters of a line, each with its index on the page; -1 for a space that the file lacks."""


@dataclass(frozen=True, slots=True)
class RawPiece:
    """A piece of a line, from `x0` to `x1`; `base` is its baseline, and `size` that of its letters."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    weight: int


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line: its pieces between wide spaces, in reading order."""

    pieces: tuple[RawPiece, ...]


def raw_lines(page: PdfTextPage, *, right_to_left: bool) -> tuple[list[RawLine], list[str]]:
    """The lines of a page in the order of its file, and the rotated texts, which are left out of them.

    `right_to_left` says whether most of the document is.
    """
    lines, turned = [], []
    for row in _rejoined(_rows(page)):
        first = next(index for index, glyph in row if glyph.char.strip())
        text = "".join(glyph.char for _, glyph in row)
        if _is_turned(page, first):
            turned.append(text.strip())
            continue
        last = next(index for index, glyph in reversed(row) if glyph.char.strip())
        weight = min(pdfium.FPDFText_GetFontWeight(page, index) for index in (first, last))
        if is_right_to_left(text):
            # The order and the spaces of the file mean nothing here; only the places do.
            own = [
                glyph
                for index, glyph in row
                if index >= 0 and not pdfium.FPDFText_IsGenerated(page, index)
            ]
            whole = [[glyph for _, glyph in row]]
            parts = parts_in_reading_order(own, mostly=right_to_left) or whole
        else:
            parts = [*_parted([glyph for _, glyph in row])]
        lines.append(RawLine(tuple(_pieces(parts, weight))))
    return lines, turned


def _rows(page: PdfTextPage) -> Iterator[_Row]:
    """The characters of each line with their indices. PDFium's mark for a hyphen at its end becomes a hyphen."""
    row: _Row = []
    for index in range(page.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(page, index))
        broken = char in "\x02\ufffe" or (
            char == "-" and pdfium.FPDFText_IsHyphen(page, index) == 1
        )
        if char not in "\r\n":
            row.append((index, _glyph(page, index, "-" if broken else char)))
        if char in "\r\n" or broken:
            if any(glyph.char.strip() for _, glyph in row):
                yield row
            row = []
    if any(glyph.char.strip() for _, glyph in row):
        yield row


def _rejoined(rows: Iterable[_Row]) -> Iterator[_Row]:
    """The rows; one that comes right behind another is joined to it, since a raised mark had split them."""
    before: _Row = []
    for row in rows:
        if before and (gap := _gap(before, row)) is not None:
            last = before[-1][1]
            space = [(-1, last._replace(char=" "))] if gap > _SPACE_SHARE * last.size else []
            before = [*before, *space, *row]
            continue
        if before:
            yield before
        before = row
    if before:
        yield before


def _gap(before: _Row, row: _Row) -> float | None:
    """The space between two rows side by side at the same height; None if they are not."""
    last = [glyph for _, glyph in before if glyph.char.strip()][-1]
    first = next(glyph for _, glyph in row if glyph.char.strip())
    apart = abs(_base([glyph for _, glyph in before]) - _base([glyph for _, glyph in row]))
    if is_right_to_left("".join(glyph.char for _, glyph in (*before, *row))):
        near = (
            apart < _RAISED_SHARE * last.size and _distance(before, row) < _SIDE_BY_SIDE * last.size
        )
        return 0 if near else None
    behind = first.x0 >= last.x1 - _SAME * last.size
    return first.x0 - last.x1 if behind and apart <= _SAME * last.size else None


def _distance(before: _Row, row: _Row) -> float:
    """How far apart two rows are, whichever is on the left; negative if they overlap."""
    ends = [
        [(glyph.x0, glyph.x1) for _, glyph in one if glyph.char.strip()] for one in (before, row)
    ]
    (left, right), (begin, end) = (
        (min(x0 for x0, _ in own), max(x1 for _, x1 in own)) for own in ends
    )
    return max(begin - right, left - end)


def _base(glyphs: Iterable[Glyph]) -> float:
    """The baseline of most characters; marks are above or below it."""
    seen = [glyph for glyph in glyphs if glyph.char.strip()]
    letters = [glyph for glyph in seen if not unicodedata.combining(glyph.char)]
    return Counter(round(glyph.base, 1) for glyph in letters or seen).most_common(1)[0][0]


def _glyph(page: PdfTextPage, index: int, char: str) -> Glyph:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(page, index, box)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(page, index, x, y)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page, index, matrix)
    size = pdfium.FPDFText_GetFontSize(page, index) * hypot(matrix.c, matrix.d)
    return Glyph(char, box.left, box.right, y.value, size)


def _is_turned(page: PdfTextPage, index: int) -> bool:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page, index, matrix)
    return abs(float(matrix.b)) > _TURNED_STEEPNESS * abs(float(matrix.a))


def _parted(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The characters of a line between wide spaces."""
    letter = usual_width(glyphs)
    part: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.char.strip():
            if last and glyph.x0 - last.x1 > WIDE * letter:
                yield part
                part = []
            last = glyph
        part.append(glyph)
    yield part


def _pieces(parts: Sequence[Sequence[Glyph]], weight: int) -> Iterator[RawPiece]:
    """The pieces of a line; the marks of notes in it are raised digits."""
    seen = [glyph for part in parts for glyph in part if glyph.char.strip()]
    size = Counter(round(glyph.size * 2) / 2 for glyph in seen).most_common(1)[0][0]
    base = _base(seen)
    for part in parts:
        own = [glyph for glyph in part if glyph.char.strip()]
        text = "".join(
            raised(glyph.char)
            if glyph.size < _SMALL_SHARE * size and glyph.base > base + _HIGH_SHARE * size
            else glyph.char
            for glyph in part
        )
        x0, x1 = min(glyph.x0 for glyph in own), max(glyph.x1 for glyph in own)
        yield RawPiece(text.strip(), x0, x1, base, size, weight)
