"""Writing systems: the script of a name, the way it runs, and the language its letters prove."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LATIN = "Latin"
"""The script of a text without letters too."""

_RIGHT_TO_LEFT = frozenset({"Arabic", "Hebrew", "Syriac", "Thaana"})

_PERSIAN = frozenset("پچژگکی")
"""Letters that Persian has and Arabic does not."""

_NOT_PERSIAN = frozenset("ٹڈڑںہھےۆەێڕڵڤټډړښېۍڼځڅګ")
"""Letters of Urdu, Kurdish and Pashto, which use the Persian letters too."""


@lru_cache(maxsize=65536)
def script_of(text: str) -> str:
    """The script of a text's first letter, as Unicode names it: "Latin", "Arabic"."""
    letter = next((character for character in text if character.isalpha()), "")
    return unicodedata.name(letter, LATIN).split()[0].capitalize() if letter else LATIN


def direction(text: str) -> str | None:
    """`rtl` for a text that runs from right to left, else None."""
    return "rtl" if script_of(text) in _RIGHT_TO_LEFT else None


def language_of(name: str) -> str | None:
    """The code of the language that the letters of a name prove: Hebrew or Persian.

    None if they prove none: a name in Arabic letters alone may be Arabic, Persian or another.
    """
    if script_of(name) == "Hebrew":
        return "he"
    letters = frozenset(name)
    return "fa" if letters & _PERSIAN and not letters & _NOT_PERSIAN else None
