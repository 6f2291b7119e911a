"""Lettering: how wide a text is at most, and where its lines break, without a font at hand.

The reader's own fonts are used, so the widths are those of the widest that systems fall back
on (DejaVu Serif), in ems, rounded up.
"""

from __future__ import annotations

import re
from unicodedata import combining, east_asian_width

_NARROW = frozenset("iljtfrI.,;:'’‘|!/()[]{} \u00a0-·")
_WIDE = frozenset("mwMW@%—…")


def width(text: str, size: float) -> float:
    """How wide a text of a size is at most, in the unit of the size."""
    return size * sum(map(_em, text))


def _em(character: str) -> float:
    if combining(character):
        return 0.0
    if character in _NARROW:
        return 0.49
    if character in _WIDE or east_asian_width(character) in "WF":
        return 1.06
    return 0.89 if character.isupper() else 0.68


def lines(text: str, size: float, room: float) -> tuple[str, ...]:
    """The text in lines that fit, broken at spaces (those that bind apart), then after hyphens, else within a word."""
    broken: list[str] = []
    line = ""
    for word in text.split(" "):
        for number, piece in enumerate(_pieces(word, size, room)):
            apart = " " if line and not number else ""
            if line and width(f"{line}{apart}{piece}", size) > room:
                broken.append(line)
                line = piece
            else:
                line = f"{line}{apart}{piece}"
    return (*broken, line) if line else tuple(broken)


def _pieces(word: str, size: float, room: float) -> list[str]:
    """A word whole if it fits; else in pieces that do."""
    if width(word, size) <= room:
        return [word]
    pieces: list[str] = []
    for part in re.findall(r"[^-]*-|[^-]+", word):
        piece = ""
        for character in part:
            if piece and width(piece + character, size) > room:
                pieces.append(piece)
                piece = ""
            piece += character
        pieces.append(piece)
    return pieces
