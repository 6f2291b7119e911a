"""Colons: a line that lacks the ':' of a field, or has one too many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from generator.strict_yaml.indentation import spaces
from generator.text.look_alikes import looks_like, plain_sign

Said: TypeAlias = tuple[tuple[int, int], str]
"""The line and column to mend, from 0, and what is wrong there."""

_AFTER_NAME = re.compile(r" *(?:- +)*(?P<name>[\w-]+)(?P<colon>:?) ?(?P<sign>\W)")
"""A line's first name, and the sign where ':' or the space after it belongs."""

_TEXT_BELOW = re.compile(r" *(?:- +)*(?P<name>[\w-]+): +[>|][+-]? *$")
_FIRST_WORD = re.compile(r" *(?:- +)*(?P<name>[a-z_]{2,30}) ")
_NO_SPACE = re.compile(r" *(?:- )*[\w-]+:[^\s:/]")


def neither_field_nor_text(number: int, column: int, lines: Sequence[str]) -> Said:
    """What is wrong with a line without a ':' where a field belongs; its place is this one."""
    here, start = (number, column), "this line is neither 'field: value' nor "
    above = lines[number - 1] if number else ""
    if _NO_SPACE.match(lines[number]):
        return here, f"{start}text; put a space after the ':'"
    if other := other_sign(number, lines):
        return other
    if found := _TEXT_BELOW.match(above):
        return here, text_of_field(found["name"], found.start("name"))
    if " #" in above:
        advice = "put the value on the line above in quotation marks, because ' #' cuts it short"
    elif named := _FIRST_WORD.match(lines[number]):
        name = named["name"]
        advice = (
            f"if '{name}' is a field, write '{name}: ' with its ':'; if these words belong to the text above, "
            "put 2 more spaces before them"
        )
    else:
        advice = "write a ':' after the field's name, or indent the line"
    return here, f"{start}part of the text above; {advice}"


def text_of_field(name: str, column: int) -> str:
    """What to do about a line that is the text of the field above, which begins at this column."""
    return f"this line is the text of `{name}` above; begin it with {spaces(column + 2)}"


def other_sign(number: int, lines: Sequence[str]) -> Said | None:
    """What to do about a line, from 0, that has another sign where ':' or the space after it belongs."""
    found = _AFTER_NAME.match(lines[number]) if number >= 0 else None
    if not found:
        return None
    name, sign = found["name"], found["sign"]
    there = looks_like(sign) if plain_sign(sign) else repr(sign)
    at = (number, found.start("sign"))
    if found["colon"] and plain_sign(sign) == " ":
        return at, f"after '{name}:' there is {there}; type a space in its place"
    if not found["colon"] and (sign in ";=" or plain_sign(sign) == ":"):
        return at, f"after '{name}' there is {there}; type ':' and a space in its place"
    return None


def _first(before: str) -> str:
    """The field at the beginning of a line, with its colon and the space after it."""
    return before.strip().removeprefix("- ").partition(": ")[0] + ": "


def stray_colon(before: str, above: str) -> str:
    """Why a ':' is wrong where it is; `before` is the part of its line before it."""
    if ": " in before:
        return (
            f"this line has a second ': '; put all that follows '{_first(before)}' in double quotation marks, "
            f"or write only '{_first(before)}>-' on this line, and the text on the next, 2 spaces further in"
        )
    if _NO_SPACE.match(above):
        return "the line above is not 'field: value'; put a space after its ':'"
    return "a field is inside a text here; indent it like other fields, or put the whole text in quotation marks"
