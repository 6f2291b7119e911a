"""Units: positions in a text as a browser counts them, in code units of UTF-16."""

from __future__ import annotations


def to_browser(text: str, position: int) -> int:
    """The code units before a code point."""
    return position if text.isascii() else len(text[:position].encode("utf-16-le")) // 2


def from_browser(text: str, position: int) -> int:
    """The code points before a code unit; one that is half of a character counts as its end."""
    if text.isascii():
        return position
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))
