"""Words that readers can't tell from others: with letters of several scripts, or separate accents."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_FOREIGN = re.compile(r"[^\W\d_\x00-\u024f\u1e00-\u1eff]")
"""A letter that is not of the Latin script."""

_CHINESE = frozenset({"Cjk", "Bopomofo"})
_TOGETHER = (
    frozenset({"Latin", "Hiragana", "Katakana", "Katakana-hiragana", *_CHINESE}),
    frozenset({"Latin", "Hangul", *_CHINESE}),
)
"""Scripts that words of Japanese, Chinese and Korean mix (UTS 39, highly restrictive)."""

_NO_SCRIPT = frozenset(
    {"Modifier", "Micro", "Feminine", "Masculine", "Ideographic", "Subscript", "Superscript"}
)
_OF_LATIN = frozenset({"Fullwidth", "Mathematical", "Double-struck", "Script", "Black-letter"})


def of_several_scripts(text: str) -> tuple[str, str, str] | None:
    """The first word whose letters are of scripts that no language mixes, and two of these scripts.

    None if there is none. Letters that are used only as symbols, such as the micro sign, don't
    count.
    """
    if _FOREIGN.search(text) is None:
        return None
    for word in _WORD.findall(text):
        if _FOREIGN.search(word) is None:
            continue
        scripts = sorted({_script(letter) for letter in word} - {""})
        if len(scripts) > 1 and not any(known.issuperset(scripts) for known in _TOGETHER):
            return word, scripts[0], scripts[1]
    return None


def _script(letter: str) -> str:
    """The script of a letter, from its name in Unicode; "" for characters that any script may have."""
    first = unicodedata.name(letter, "").partition(" ")[0].capitalize()
    if unicodedata.combining(letter) or first in _NO_SCRIPT or first.isdigit():
        return ""
    return "Latin" if first in _OF_LATIN else first


_LOOKS = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTYXaeopcyxijsABEZHIKMNOPTYXo"
)


def as_it_looks(text: str) -> str:
    """A text in which Cyrillic and Greek letters that look like Latin ones are replaced by these."""
    return text if text.isascii() else text.translate(_LOOKS)


def taken_apart(text: str) -> str:
    """The first word in which an accent is a separate character and need not be; "" if there is none."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return ""
    words = text.split()
    return next((one for one in words if not unicodedata.is_normalized("NFC", one)), text)
