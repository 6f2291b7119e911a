"""Puts lines of Arabic, Persian or Hebrew, whose letters a PDF has in any order, in reading order."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

WIDE = 2.2  # letters of space within a line that cut it into pieces

_SPACE_SHARE = 0.21  # of the size of letters: the space between words
_NOTHING_POINTS = 0.1  # points: the width of a space that is out of place
_PAIRS = ("()", "[]", "{}", "«»")
_BRACKETS = "".join(_PAIRS)


class Glyph(NamedTuple):
    """A character at its place on a page: from `x0` to `x1`, with its baseline at `base`."""

    char: str
    x0: float
    x1: float
    base: float
    size: float


def is_right_to_left(text: str) -> bool:
    """Whether a text has a letter of a script that runs from right to left."""
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def mostly_right_to_left(text: str) -> bool:
    """Whether most letters of a text are of such a script."""
    ways = [unicodedata.bidirectional(char) for char in text]
    return sum(way in ("R", "AL") for way in ways) > ways.count("L")


def usual_width(glyphs: Iterable[Glyph]) -> float:
    """How wide the letters of a line usually are."""
    return median([glyph.x1 - glyph.x0 for glyph in glyphs if glyph.char.strip()] or [0]) or 1


def parts_in_reading_order(glyphs: Iterable[Glyph], *, mostly: bool) -> list[list[Glyph]]:
    """The parts of a line between wide spaces, in reading order, judged by positions.

    The line runs from right to left if the document does `mostly`, or else if its own letters do.
    Words of the other direction, and numbers, are reversed; a mark follows its letter.
    """
    seen = [
        glyph
        for glyph in glyphs
        if glyph.char.strip("\u200e\u200f \xa0") or glyph.x1 - glyph.x0 > _NOTHING_POINTS
    ]
    bases = [glyph for glyph in seen if not unicodedata.combining(glyph.char)]
    leftwards = mostly or mostly_right_to_left("".join(glyph.char for glyph in bases))
    parts = [
        _ordered(part, leftwards=leftwards)
        for part in _parted(sorted(seen, key=_middle))
        if any(glyph.char.strip() for glyph in part)
    ]
    for mark in (glyph for glyph in seen if unicodedata.combining(glyph.char)):
        if parts:
            part = min(parts, key=lambda one: _distance(one, mark))
            part.insert(_home(part, mark) + 1, mark)
    return parts[::-1] if leftwards else parts


def _home(part: Sequence[Glyph], mark: Glyph) -> int:
    """The index of the letter that a mark belongs to: the mark is inside its box, or right behind it."""
    at = _middle(mark)
    letters = [index for index, glyph in enumerate(part) if glyph.char.strip()]
    inside = [index for index in letters if part[index].x0 <= at <= part[index].x1]
    if inside:
        return min(inside, key=lambda index: abs(_middle(part[index]) - at))
    rightwards = not is_right_to_left("".join(part[index].char for index in letters))
    before = [index for index in letters if (_middle(part[index]) < at) == rightwards]
    return min(before or letters, key=lambda index: abs(_middle(part[index]) - at), default=-1)


def _parted(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The characters from left to right, except for marks, in parts between wide spaces.

    A space is inserted where there is room for one, since many of the file's own spaces are out of
    place; a mark takes room.
    """
    letter = usual_width(glyphs)
    part: list[Glyph] = []
    reach: float | None = None
    for glyph in glyphs:
        if not glyph.char.strip():
            part.append(glyph)
            continue
        space = glyph.x0 - reach if reach is not None else 0
        if reach is not None and space > WIDE * letter:
            yield part
            part = []
        elif (
            reach is not None
            and space > _SPACE_SHARE * glyph.size
            and part
            and part[-1].char.strip()
        ):
            part.append(glyph._replace(char=" ", x0=reach, x1=glyph.x0))
        reach = max(glyph.x1, reach or glyph.x1)
        if not unicodedata.combining(glyph.char):
            part.append(glyph)
    yield part


def _ordered(part: Sequence[Glyph], *, leftwards: bool) -> list[Glyph]:
    """The characters of a part, given from left to right, in reading order."""
    ordered = [
        glyph
        for run in _runs(part[::-1] if leftwards else part, leftwards=leftwards)
        for glyph in run
    ]
    return _with_brackets(ordered) if leftwards else ordered


def _distance(part: Sequence[Glyph], mark: Glyph) -> float:
    return min(abs(_middle(glyph) - _middle(mark)) for glyph in part)


def _middle(glyph: Glyph) -> float:
    return (glyph.x0 + glyph.x1) / 2


def _runs(bases: Sequence[Glyph], *, leftwards: bool) -> Iterator[Sequence[Glyph]]:
    """The characters in runs of one direction; runs against the line's direction are reversed."""
    against: list[Glyph] = []
    between: list[Glyph] = []
    for glyph in bases:
        way = unicodedata.bidirectional(glyph.char)
        turned = way in ("L", "EN", "AN") if leftwards else way in ("R", "AL")
        if turned:
            against += [*between, glyph]
            between = []
        elif against and way not in ("L", "R", "AL"):
            between.append(glyph)
        else:
            yield against[::-1]
            yield [*between, glyph]
            against, between = [], []
    yield against[::-1]
    yield between


def _with_brackets(glyphs: list[Glyph]) -> list[Glyph]:
    """The characters with each bracket as it is meant: some files have its meaning, others its shape.

    Where they don't match, brackets of each kind open and close in turn.
    """
    opened = "".join(glyph.char for glyph in glyphs if glyph.char in _BRACKETS)
    while any(pair in opened for pair in _PAIRS):
        for pair in _PAIRS:
            opened = opened.replace(pair, "")
    if not opened:
        return glyphs
    turns: Counter[str] = Counter()
    found = []
    for glyph in glyphs:
        pair = next((pair for pair in _PAIRS if glyph.char in pair), "")
        found.append(glyph._replace(char=pair[turns[pair] % 2]) if pair else glyph)
        turns[pair] += 1
    return found
