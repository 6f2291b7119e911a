"""Writing systems: whether they have spaces, which way they run, and which language they prove."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese, Khmer
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"  # Japanese
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
)
"""The letters that are written without spaces between words, as ranges of a pattern."""

SPACED_LETTER = rf"[^\W{UNSPACED}]"
"""A pattern of a letter or digit of a word that spaces set off from others."""

LATIN = "Latin"
"""The script of a text without letters too."""

_RIGHT_TO_LEFT = frozenset({"Arabic", "Hebrew", "Syriac", "Thaana"})

_PERSIAN = frozenset("پچژگکی")
"""Letters that Persian has and Arabic does not."""

_NOT_PERSIAN = frozenset("ٹڈڑںہھےۆەێڕڵڤټډړښېۍڼځڅګ")
"""Letters of Urdu, Kurdish and Pashto, which use the Persian letters too."""


_UNSPACED_LETTER = re.compile(f"[{UNSPACED}]")


def is_unspaced(letter: str) -> bool:
    """Whether a letter belongs to a script without spaces between words."""
    return _UNSPACED_LETTER.match(letter) is not None


@lru_cache(maxsize=65536)
def script_of(text: str) -> str:
    """The script of a text's first letter, mostly as Unicode names it: "Latin", "Arabic"."""
    letter = next((character for character in text if character.isalpha()), "")
    name = unicodedata.name(letter, LATIN).split()[0].capitalize() if letter else LATIN
    return "Chinese" if name == "Cjk" else name


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
