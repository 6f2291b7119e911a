"""Words that readers can't tell from others: with letters of several scripts, or separate accents."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_FOREIGN = re.compile(r"[^\W\d_\x00-\u024f\u1e00-\u1eff]")
"""A letter that is not of the Latin script."""

_CHINESE = frozenset({"Cjk", "Bopomofo"})
_TOGETHER = (
    frozenset(
        {"Latin", "Fullwidth", "Halfwidth", "Hiragana", "Katakana", "Katakana-hiragana", *_CHINESE}
    ),
    frozenset({"Latin", "Hangul", *_CHINESE}),
)
"""Scripts that words of Japanese, Chinese and Korean mix (UTS 39, highly restrictive)."""

_WIDTHS = frozenset({"Latin", "Fullwidth"})
"""Of these alone no language makes a word: such a word imitates another."""

_NO_SCRIPT = frozenset(
    {"Modifier", "Micro", "Feminine", "Masculine", "Ideographic", "Subscript", "Superscript"}
)
_OF_SUMS = frozenset({"Double-struck", "Script", "Black-letter"})


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
        together = any(known.issuperset(scripts) for known in _TOGETHER)
        if len(scripts) > 1 and (not together or _WIDTHS.issuperset(scripts)):
            return word, scripts[0], scripts[1]
    return None


def _script(letter: str) -> str:
    """The script of a letter, from its name in Unicode; "" for characters that any script may have."""
    first = unicodedata.name(letter, "").partition(" ")[0].capitalize()
    if unicodedata.combining(letter) or first in _NO_SCRIPT or first.isdigit():
        return ""
    return "Mathematical" if first in _OF_SUMS else first


_SHAPES = (
    ("АВЕЅІЈКМНОРСТУХԌҮԚԜаеорсухіјѕԁԛԝһӏү", "ABESIJKMHOPCTYXGYQWaeopcyxijsdqwhly"),  # Cyrillic
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿοαιυνρϲϳ", "ABEZHIKMNOPTYXCJoaiuvpcj"),  # Greek
    ("ՕՍՏԼօսոհցյզա", "OUSLounhgjqw"),  # Armenian
    ("ᎠᎡᎢᎥᎪᎫᎬᎳᎷᎻᎽᏀᏃᏒᏙᏚᏞᏟᏢᏦᏴᏧᏏ", "DRTiAJEWMHYGZRVSLCPKBdb"),  # Cherokee
    ("ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ", "BPDTGKJCZFMNLSRVHWXYAEIOU"),  # Lisu
    ("ⲀⲂⲈⲎⲒⲔⲘⲚⲞⲢⲤⲦⲨⲬⲟⲣⲥ", "ABEHIKMNOPCTYXopc"),  # Coptic
)
"""Letters of other scripts, and the Latin ones that they look like (after UTS 39, confusables)."""

_LOOKS = {
    ord(letter): latin
    for letters, looks in _SHAPES
    for letter, latin in zip(letters, looks, strict=True)
}


def as_it_looks(text: str) -> str:
    """A text in which letters of other scripts that look like Latin ones are replaced by these.

    So are wide letters, and those of formulas, as in 𝐐𝐚𝐬𝐞𝐦.
    """
    return text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_LOOKS)


def taken_apart(text: str) -> str:
    """The first word in which an accent is a separate character and need not be; "" if there is none."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return ""
    words = text.split()
    return next((one for one in words if not unicodedata.is_normalized("NFC", one)), text)
