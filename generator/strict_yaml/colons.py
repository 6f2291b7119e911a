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
_WORDS = re.compile(r" *(?P<name>[a-z][a-z_]*)(?P<rest> .*)?$")
"""A line whose first word may be the name of a field."""

_FIELD = re.compile(r" *(?:- +)*(?=[\w-]+: )")
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
        return here, f"{start}part of the text above; {advice}"
    return here, _no_colon(lines[number], lines)


def _no_colon(line: str, lines: Sequence[str]) -> str:
    """What to do about a line that is a field without ':', or goes on with the text above.

    Its first word is taken for a field's name if it has the form of one, or other lines have it.
    """
    found = _WORDS.match(line)
    if not found:
        return (
            "this line is neither 'field: value' nor part of the text above; write a ':' after the "
            "field's name, or, if the words belong to the text above, put 2 more spaces before them"
        )
    name, rest = found["name"], (found["rest"] or "").strip()
    field = re.compile(rf" *(?:- +)*{name}:(?: |$)")
    if "_" in name or any(field.match(one) for one in lines):
        whole = f"{name}: {rest}" if rest else f"{name}:"
        return (
            f"`{name}` needs a ':' after it; write `{whole}` (only if these words belong to the text "
            "above, put 2 more spaces before them instead)"
        )
    return (
        f"this line has no ':', so it is no field; if its words belong to the text above, put 2 more "
        f"spaces before them; if '{name}' is a field's name, write ':' and a space after it"
    )


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


def stray_colon(line: str, column: int, above: str) -> str:
    """Why the ':' at a column of a line, from 0, is wrong there."""
    if ": " in line[:column]:
        return _second_colon(line)
    if _NO_SPACE.match(above):
        return "the line above is not 'field: value'; put a space after its ':'"
    return "a field is inside a text here; indent it like other fields, or put the whole text in quotation marks"


def _second_colon(line: str) -> str:
    """What to do about a line with two fields' colons, the second of which belongs to a text."""
    start = "this line has a second ': ', which only a text in quotation marks may have; "
    field = _FIELD.match(line)
    if not field:
        return f'{start}put the whole text between two " signs'
    name, _, value = line[field.end() :].partition(": ")
    below = (
        f"write only `{name}: >-` on this line, and the text on the next line, beginning with "
        f"{spaces(field.end() + 2)}"
    )
    if '"' in value or "\\" in value:
        return start + below
    return f'{start}put everything after `{name}: ` between two " signs; or {below}'
