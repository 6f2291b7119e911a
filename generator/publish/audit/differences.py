"""Differences: where two texts differ, in words."""

from __future__ import annotations

from generator.problems import show

CHARACTERS_AROUND = 24
"""How many characters before and after a difference are shown with it."""


def difference(found: bytes, wanted: bytes) -> str:
    """How a file differs from what it should say, at the first difference."""
    if wanted.startswith(found):
        return f"ends after {len(found):,} of {len(wanted):,} bytes"
    if found.startswith(wanted):
        return f"continues after its expected end with {show(_text(found[len(wanted) :]))}"
    start = _alike(found, wanted)
    tail = _alike(found[start:][::-1], wanted[start:][::-1])
    line = wanted.count(b"\n", 0, start) + 1
    return (
        f"line {line:,} says {_shown(found, start, tail)} "
        f"and should say {_shown(wanted, start, tail)}"
    )


def _alike(one: bytes, other: bytes) -> int:
    """How many bytes at the beginning are the same in both."""
    pairs = enumerate(zip(one, other, strict=False))
    return next(
        (place for place, (left, right) in pairs if left != right), min(len(one), len(other))
    )


def _shown(data: bytes, start: int, tail: int) -> str:
    """What differs, with what is around it."""
    begin, end = max(start - CHARACTERS_AROUND, 0), len(data) - tail + CHARACTERS_AROUND
    return show(_text(data[begin:end]))


def _text(data: bytes) -> str:
    """Bytes as text. A letter cut off at either end, or an invalid byte, shows as �."""
    return data.decode("utf-8", "replace")
