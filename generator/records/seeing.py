"""What readers see of a text, and what they may take it for."""

from __future__ import annotations

import re
import unicodedata

from generator.problems import show
from generator.text.characters import piled_marks
from generator.text.mixing import of_several_scripts, taken_apart

MOST_MARKS = 8  # on one letter; more would cover the lines around it

_COPIED = re.compile("[\xad\ufb00-\ufb06]")
_ACCENT_FIRST = re.compile(r"[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u20d0-\u20ff]")
_VISIBLE = re.compile(r"[^\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")


def seen(text: str) -> str:
    """The text, if anything in it is visible. Raises ValueError if nothing is."""
    if not _VISIBLE.search(text):
        raise ValueError("has nothing that can be seen; write something, or leave the field out")
    if piled_marks(text, MOST_MARKS) >= 0:
        raise ValueError(f"has a letter with more than {MOST_MARKS} accents; remove some")
    if _ACCENT_FIRST.match(text):
        raise ValueError("begins with an accent that has no letter; write the letter before it")
    return text


def in_plain_letters(text: str) -> str:
    """The text as readers see it: without soft hyphens, and with letters in place of Latin ligatures.

    A quotation copied from a PDF has them; the quote contract takes both for the same.
    """
    if text.isascii() or not _COPIED.search(text):
        return text
    return _COPIED.sub(lambda found: unicodedata.normalize("NFKC", found[0].strip("\xad")), text)


def unmistakable(text: str) -> str:
    """The text, if readers can't take it for another. Raises ValueError if they can."""
    if text.isascii():
        return text
    if mixed := of_several_scripts(text):
        word, one, other = mixed
        raise ValueError(
            f"mixes {one} and {other} letters in the word {show(word)}, which imitates another; type "
            "the word again in one script, or put a space or a hyphen between the two"
        )
    if apart := taken_apart(text):
        raise ValueError(f"has accents apart from their letters; type {show(apart)} again")
    return text
