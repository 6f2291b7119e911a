"""Characters that an extraction leaves in a text, and that no reader sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.intake.document import Remark
from generator.text.characters import REFUSED, allowed

_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_SPACES = re.compile(
    r"[^\S\n\u00a0\u2009\u202f]|(?<!\d)[\u00a0\u2009\u202f]|[\u00a0\u2009\u202f](?!\d)"
)
"""Every space but one that may group the digits of a number."""

_FORMS = re.compile(
    "[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb4f\ufb50-\ufdcf\ufdf0-\ufdfc\ufe70-\ufefc]+"
)
"""Ligatures, and letters in the form that they have in one place of a word."""

_BULLETS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d", "•"))
"""What symbol fonts use for a bullet."""

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")

UNREADABLE = "\ufffd"


def with_line_ends(text: str) -> str:
    """The text with plain line ends, and a form feed only where a page ends."""
    return _LINE_ENDS.sub("\n", text.removeprefix("\ufeff")).replace("\v", "\n")


def cleaned(text: str) -> str:
    """A line or paragraph without invisible characters, with each letter in its usual form.

    Hyphens that are visible only where a line breaks stay at its end, and nowhere else. A letter
    without a meaning becomes U+FFFD, which can be seen.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _SPACES.sub(" ", text.translate(_BULLETS))
    text = _FORMS.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    text = _PRIVATE.sub(UNREADABLE, text)
    end = "\xad" if text.rstrip().endswith(("\xad", "\x02", "\ufffe")) else ""
    text = "".join(_seen(text.replace("\xad", "")))
    return unicodedata.normalize("NFC", text) + end


def _seen(text: str) -> Iterator[str]:
    """The characters of a text that a record may quote."""
    if not REFUSED.search(text):
        yield text
        return
    for index, char in enumerate(text):
        if not REFUSED.match(char) or allowed(text, index):
            yield char


def raised(text: str) -> str:
    """The mark of a note, or an exponent, in raised digits, which no reader takes for part of a number."""
    return text.translate(_RAISED)


def doubts_about(text: str) -> Iterator[Remark]:
    """What a person should check about the characters of a text that has been cleaned."""
    if count := text.count(UNREADABLE):
        at = text.index(UNREADABLE)
        around = text[max(at - 20, 0) : at + 20].replace("\n", " ")
        what = f"{count:,} characters have no meaning outside the original's font, and are now {UNREADABLE}"
        yield Remark(what, around, doubt=True)
