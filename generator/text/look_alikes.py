"""Look-alikes: signs of other keyboards that look like those that records are written with."""

from __future__ import annotations

_LIKE = {
    " ": "\u00a0\u2000-\u200a\u202f\u205f\u3000",
    "-": "\u2010-\u2015\u2212\u2043\ufe58\ufe63",
    "/": "\u2044\u2215\u29f8",
    ":": "\u2236\ua789\ufe13\ufe55",
    ",": "\u060c\u3001\ufe50",
    ".": "\u2024\u3002\ufe52",
    "[": "\u3010\u3014",
    "]": "\u3011\u3015",
}
"""The signs, and ranges of them, that look like each sign of ASCII; wide forms are not repeated."""


def _signs(ranges: str) -> str:
    """Every sign in a text in which `-` between two signs stands for those between them."""
    signs = ""
    for number, sign in enumerate(ranges):
        if sign == "-" and 0 < number < len(ranges) - 1:
            signs += "".join(map(chr, range(ord(ranges[number - 1]), ord(ranges[number + 1]))))
        else:
            signs += sign
    return signs


_PLAIN = {
    **{chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F)},
    **{sign: plain for plain, ranges in _LIKE.items() for sign in _signs(ranges)},
}
"""What each look-alike looks like; the wide forms of ASCII are at a fixed distance from it."""


def plain_sign(sign: str) -> str:
    """The sign of ASCII that another looks like; "" if there is none."""
    return _PLAIN.get(sign, "")


def plain_signs(text: str) -> str:
    """The text with each look-alike replaced by what it looks like."""
    return "".join(plain_sign(sign) or sign for sign in text)


def looks_like(sign: str) -> str:
    """The description of a look-alike, for a message."""
    plain = plain_sign(sign)
    number = f"U+{ord(sign):04X}"
    if plain == " ":
        return f"a character ({number}) that only looks like a space"
    return f"{sign!r} ({number}), which only looks like {plain!r}"


def described(text: str) -> str:
    """The description of the first look-alike in a text; "" if it has none."""
    return next((looks_like(sign) for sign in text if plain_sign(sign)), "")
