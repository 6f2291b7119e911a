"""Signs of other keyboards are known for what they look like."""

from __future__ import annotations

import pytest

from generator.text.look_alikes import described, plain_sign, plain_signs


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("2014\N{EN DASH}03", "2014-03"),
        ("people\N{DIVISION SLASH}ada", "people/ada"),
        ("\N{FULLWIDTH LEFT SQUARE BRACKET}a\N{FULLWIDTH COMMA}b\uff3d", "[a,b]"),
        ("\uff14\uff12\uff10", "420"),
        ("a\N{NO-BREAK SPACE}b\N{IDEOGRAPHIC SPACE}c", "a b c"),
        ("\N{RATIO}", ":"),
        ("café, so: 1/2-3 “x” пять ٢", "café, so: 1/2-3 “x” пять ٢"),
    ],
)
def test_what_signs_look_like(text: str, plain: str) -> None:
    """Wide forms, dashes, strokes and spaces become those of ASCII; nothing else changes."""
    assert plain_signs(text) == plain
    assert bool(described(text)) == (text != plain)


def test_what_is_ascii_looks_like_nothing_else() -> None:
    """Nobody is told that a plain sign only looks like itself."""
    assert not any(plain_sign(chr(code)) for code in range(128))


def test_how_a_look_alike_is_described() -> None:
    """By its number too, since it can't be told by sight."""
    assert described("a：b") == "'：' (U+FF1A), which only looks like ':'"
    assert described("a\u00a0b") == "a character (U+00A0) that only looks like a space"
