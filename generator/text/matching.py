"""Matching: where words and numbers stand in a text as a whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator


def stands_in(name: str, text: str) -> bool:
    """Whether a folded name stands in a folded text as whole words."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        inside_left = start > 0 and text[start - 1].isalnum() and name[0].isalnum()
        inside_right = end < len(text) and text[end].isalnum() and name[-1].isalnum()
        if not inside_left and not inside_right:
            return True
        start = text.find(name, start + 1)
    return False


_SIGN_BEFORE = re.compile(r"[$€£¥]\s?$|\d[.,:/-]$")


_NUMBER_AFTER = re.compile(r"[.,:/-]\d|\s?%")


def occurrences(wanted: str, text: str) -> Iterator[int]:
    """Each index at which `wanted` stands in `text`."""
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        yield start
        start = text.find(wanted, start + 1)


def is_boundary(text: str, index: int, scales: str, gaps: Collection[int] = ()) -> bool:
    """Whether a passage may begin or end here: not inside a word, a number or an amount."""
    if index in gaps or index in (0, len(text)):
        return True
    before, after = text[index - 1], text[index]
    if _is_of_a_word(before) and _is_of_a_word(after):
        return False
    if after.isdigit() and _SIGN_BEFORE.search(text, max(0, index - 3), index):
        return False
    if before in "$€£¥" and after.isdigit():
        return False
    if not before.isdigit():
        return True
    return not (
        _NUMBER_AFTER.match(text, index) or re.compile(rf"[ -](?:{scales})\b").match(text, index)
    )


def _is_of_a_word(character: str) -> bool:
    return character.isalnum() or character == "_"
