"""Scripts: in which writing a name is, and so which way it runs."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_RIGHT_TO_LEFT = frozenset({"Arabic", "Hebrew", "Syriac", "Thaana"})


@lru_cache(maxsize=65536)
def script_of(text: str) -> str:
    """The script of the text's first letter, as Unicode names it: "Latin", "Arabic"."""
    letter = next((character for character in text if character.isalpha()), "")
    return unicodedata.name(letter, "Latin").split()[0].capitalize() if letter else "Latin"


def direction(text: str) -> str | None:
    """`rtl` for a text that runs from right to left, else None."""
    return "rtl" if script_of(text) in _RIGHT_TO_LEFT else None
