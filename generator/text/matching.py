"""Matching: whole words and numbers in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from generator.text.writing_systems import is_unspaced

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Digits that mark a note, and are not part of any word or number."""
REFERENCE_MARK = re.compile(rf"\[\d+\]|[{RAISED}]+")
"""A mark such as `[43]` or `²`, with which a document refers to its own sources."""
IN_QUOTATION_MARKS = re.compile(r"\"([^\"]*)\"")
"""Words in quotation marks in a folded text; the first group is without the marks."""

_SIGN_BEFORE = re.compile(r"[$€£¥]\s?$|\d[.,:/'·٫٬，．-]$")
_NUMBER_AFTER = re.compile(r"[.,:/'·٫٬，．-]\d|\s?[%½¼¾⅛⅜⅝⅞]|\s\d/\d")
_GROUP_BEFORE = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})* $")
_GROUP = re.compile(r"\d{3}(?!\d)")
_GROUP_AFTER = re.compile(r" \d{3}(?!\d)")


_GOES_ON = re.escape("*")


def either(words: Iterable[str], gap: str = " ") -> str:
    """A pattern of any of the words, the longest first; `gap` matches between words of a phrase.

    A word may go on where it has `*`. Without words, nothing matches.
    """
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return any_of([pattern_of(word, gap) for word in longest_first])


def pattern_of(phrase: str, gap: str = " ") -> str:
    """A pattern of one phrase, in which a word may go on where it has `*`."""
    return gap.join(map(re.escape, phrase.split())).replace(_GOES_ON, "[^ ]*?")


def any_of(patterns: Collection[str]) -> str:
    """A pattern of any of the patterns; the first that matches counts.

    Patterns that begin with the same letter form one branch, because `re`, when it ignores case,
    tries each branch in full. A letter that occurs there in both cases gets no branch, as that
    would change which pattern comes first. Without patterns, nothing matches.
    """
    firsts = {pattern[:1] for pattern in patterns}
    by_letter: dict[str, list[str]] = {}
    for pattern in patterns:
        first = pattern[:1]
        letter = first if first.isalpha() and first.swapcase() not in firsts else ""
        by_letter.setdefault(letter, []).append(pattern[len(letter) :])
    branches = [
        f"{letter}(?:{'|'.join(rest)})" if letter else "|".join(rest)
        for letter, rest in by_letter.items()
    ]
    return f"(?:{'|'.join(branches) or '(?!)'})"


def occurrences(wanted: str, text: str) -> Iterator[int]:
    """Every index where `text` contains `wanted`."""
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        yield start
        start = text.find(wanted, start + 1)


def is_inside_word(text: str, index: int) -> bool:
    """Whether the characters before and after an index belong to one word.

    Combining marks, such as vowel signs and separate accents, belong to what is before them.
    Letters of scripts without spaces are not joined to other letters, because nothing shows where a
    word ends.
    """
    if not 0 < index < len(text):
        return False
    before, after = text[index - 1], text[index]
    if _is_mark(after):
        return True
    if not (_is_of_a_word(after) and _is_of_a_word(before)):
        return False
    return (before + after).isascii() or not (is_unspaced(before) or is_unspaced(after))


def _is_of_a_word(character: str) -> bool:
    if character.isalnum():
        return character not in RAISED
    return character == "_" or _is_mark(character)


def _is_mark(character: str) -> bool:
    return not character.isascii() and unicodedata.category(character).startswith("M")


def stands_in(words: str, text: str) -> bool:
    """Whether a folded text contains folded words as whole words."""
    return any(
        not is_inside_word(text, start) and not is_inside_word(text, start + len(words))
        for start in occurrences(words, text)
    )


def is_boundary(text: str, index: int, scales: str, ends: Collection[int] = ()) -> bool:
    """Whether a passage may begin or end at an index: not inside a word, a number or an amount.

    `ends` are indices where it always may; `scales` is a pattern of words that belong to a number.
    """
    if index in ends or index in (0, len(text)):
        return True
    if is_inside_word(text, index):
        return False
    if _GROUP.match(text, index) and _GROUP_BEFORE.search(text, max(0, index - 40), index):
        return False
    if text[index].isdecimal() and _SIGN_BEFORE.search(text, max(0, index - 3), index):
        return False
    if not text[index - 1].isdecimal():
        return True
    if _GROUP_AFTER.match(text, index) and _GROUP_BEFORE.search(
        f"{text[max(0, index - 40) : index]} "
    ):
        return False
    scale = rf"[ -](?:{scales})\b" if not is_unspaced(text[index]) else scales
    return not (_NUMBER_AFTER.match(text, index) or re.compile(scale).match(text, index))
