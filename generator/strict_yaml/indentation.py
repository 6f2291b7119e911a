"""Indentation: a line that does not begin where its neighbours do."""

from __future__ import annotations

import re
from collections.abc import Sequence

FIELD = re.compile(r" *(?:- +)*(?=[\w-]+:(?: |$))")
"""What is before the name of a field."""


def out_of_line(number: int, first: int, lines: Sequence[str]) -> str:
    """What to do about a line that begins before or behind the fields above it; "" if it does not.

    Its neighbour is the field that begins nearest to it, from the line `first` on. Both numbers
    count from 0.
    """
    fields = [
        (found.end(), other)
        for other in range(number - 1, first - 1, -1)
        if (found := FIELD.match(lines[other]))
    ]
    line = lines[number] if number < len(lines) else ""
    odd = line.strip(" ")[:1]
    here = len(line) - len(line.lstrip())
    column, other = min(fields, key=lambda one: abs(one[0] - here), default=(here, 0))
    if odd.isspace():
        return (
            f"this line begins with a character that looks like a space (U+{ord(odd):04X}); delete "
            f"everything before the first word, and type {spaces(column)}"
        )
    if column == here:
        return ""
    return (
        f"this line begins with {spaces(here)}; begin it with {column or 'none'}, like the field on line "
        f"{other + 1}"
    )


def spaces(count: int) -> str:
    """A number of spaces, in words."""
    return f"{count or 'no'} space{'' if count == 1 else 's'}"


def indented(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))
