"""Lettering: how wide a text is and where its lines break, by the widths of the site's fonts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from unicodedata import combining, east_asian_width

from generator.pictures.widths import FACES, WIDTHS

SPARE = 1.05
"""The room for a text as a multiple of its width: a font shown while ours load may be wider."""

STRANGE, STRANGE_AND_WIDE = 900, 1060
"""The widths of narrow and wide letters that our fonts lack, in thousandths of an em."""

Face = Literal["sans-400", "serif-400", "serif-600"]
"""A font and its weight."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """A font at a size; all lengths are in the unit of that size."""

    face: Face
    size: float

    def width(self, text: str) -> float:
        """The greatest width of a text."""
        return self.size * SPARE * _widths(text, self.face) / 1000

    def lines(self, text: str, room: float) -> tuple[str, ...]:
        """The text in lines that are no wider than `room`.

        A line breaks at a space (but not at a no-break space), or else after a hyphen, or else
        inside a word.
        """
        broken: list[str] = []
        line = ""
        for word in text.split(" "):
            for number, piece in enumerate(self._pieces(word, room)):
                apart = " " if line and not number else ""
                if line and self.width(f"{line}{apart}{piece}") > room:
                    broken.append(line)
                    line = piece
                else:
                    line = f"{line}{apart}{piece}"
        return (*broken, line) if line else tuple(broken)

    def _pieces(self, word: str, room: float) -> list[str]:
        """A word in pieces that fit: one piece if the whole word fits."""
        if self.width(word) <= room:
            return [word]
        pieces: list[str] = []
        for part in re.findall(r"[^-]*-|[^-]+", word):
            piece = ""
            for character in part:
                if piece and self.width(piece + character) > room:
                    pieces.append(piece)
                    piece = ""
                piece += character
            pieces.append(piece)
        return pieces


@lru_cache(maxsize=2**13)  # pictures name the same things
def _widths(text: str, face: Face) -> int:
    """The width of a text in thousandths of an em."""
    column = FACES.index(face)
    return sum([_width(one, column) for one in text])


def _width(character: str, face: int) -> int:
    """The width of a letter in thousandths of an em."""
    if character in WIDTHS:
        return WIDTHS[character][face]
    if combining(character):
        return 0
    return STRANGE_AND_WIDE if east_asian_width(character) in "WF" else STRANGE
