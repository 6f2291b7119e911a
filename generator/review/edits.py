"""Edits: changes to a few places of a file, which leave every other character as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from generator.review.shapes import VERBATIM
from generator.strict_yaml.places import TextPlace, texts
from generator.strict_yaml.reader import Plain, plain, read

Way = tuple[str | int, ...]


class NotEditableError(Exception):
    """A file is written in a way that can't be edited in place; the message says what to do."""


def followed(text: str, moves: Mapping[str, str]) -> tuple[str, tuple[int, ...]]:
    """The text with each moved reference replaced, and the numbers, from 1, of the changed lines.

    References are whole values, names of fields, and links. The words of documents are left alone.
    Raises NotEditableError if a reference is written in a way that hides it, such as with escapes.
    """
    if "\\" not in text and not any(old in text for old in moves):
        return text, ()  # nothing can be hidden there
    lines = text.split("\n")
    changed = set()
    for place in reversed(list(texts(text))):
        pattern = _sought(place, moves)
        for number in range(place.line, place.last_line + 1) if pattern else ():
            first = place.column if number == place.line else 0
            last = place.last_column if number == place.last_line else len(lines[number])
            piece = lines[number][first:last]
            fresh = re.sub(pattern, lambda found: moves[found[0]], piece)
            if fresh != piece:
                lines[number] = lines[number][:first] + fresh + lines[number][last:]
                changed.add(number + 1)
    made = "\n".join(lines)
    before, after = read(text.encode(), "")[0], read(made.encode(), "")[0]
    if before and (after is None or plain(after) != _moved(plain(before), moves)):
        raise NotEditableError(
            "a reference is not written plainly; write it without quotation marks"
        )
    return made, tuple(sorted(changed))


def _sought(place: TextPlace, moves: Mapping[str, str]) -> str:
    """The pattern of the moved references in a text; "" for the words of a document."""
    if VERBATIM.intersection(place.way):
        return ""
    if place.text in moves:
        return rf"(?<![\w/-]){re.escape(place.text)}(?![\w/-])"
    return rf"(?<=\[\[)(?:{'|'.join(map(re.escape, moves))})(?=\||\]\])"


def _moved(value: Plain, moves: Mapping[str, str]) -> Plain:
    """What a value says after the references have moved."""
    if isinstance(value, dict):
        return {
            moves.get(name, name): one if name in VERBATIM else _moved(one, moves)
            for name, one in value.items()
        }
    if isinstance(value, list):
        return [_moved(one, moves) for one in value]
    for old, new in moves.items():
        value = new if value == old else value
        value = value.replace(f"[[{old}|", f"[[{new}|").replace(f"[[{old}]]", f"[[{new}]]")
    return value


def with_items(text: str, field: str, items: Iterable[Sequence[str]], order: Sequence[str]) -> str:
    """The record in `text` with more items in one of its lists; `order` is that of its fields.

    An item is its lines, which begin with `- `. Raises NotEditableError if a list in brackets would
    need an item of several lines.
    """
    added = [list(item) for item in items]
    if not added:
        return text
    lines, end = _lines(text)
    inside = _inside(text, (field,))
    if not inside:
        fresh = [f"{field}:", *(f"  {line}" for item in added for line in item)]
        at = _place_for(field, text, order)
    elif lines[inside[0].line].lstrip().startswith("- "):
        margin = lines[inside[0].line].partition("-")[0]
        fresh = [margin + line for item in added for line in item]
        at = _last_line(inside[-1], lines) + 1
    else:
        last = inside[-1]
        line = lines[last.last_line]
        more = "".join(f", {_in_flow(item, field)}" for item in added)
        lines[last.last_line] = line[: last.last_column] + more + line[last.last_column :]
        return end.join(lines)
    lines[at:at] = fresh
    return end.join(lines)


def with_field(text: str, field: str, value: Sequence[str], order: Sequence[str]) -> str:
    """The record in `text` with one more field, which has these lines."""
    lines, end = _lines(text)
    at = _place_for(field, text, order)
    lines[at:at] = value
    return end.join(lines)


def without(text: str, way: Way) -> str:
    """The text without the field or item that a path leads to; a list that becomes empty goes too."""
    lines, end = _lines(text)
    if (
        isinstance(way[-1], int)
        and len({one.way[: len(way)] for one in _inside(text, way[:-1])}) == 1
    ):
        way = way[:-1]
    inside = [one for one in texts(text) if one.way[: len(way)] == way]
    first, last = inside[0], inside[-1]
    line = lines[first.line]
    if isinstance(way[-1], int) and not line.lstrip().startswith("- "):  # in brackets
        before, after = line[: first.column], line[last.last_column :]
        shorter = re.sub(r", *$", "", before)
        lines[first.line] = shorter + (after if shorter != before else re.sub(r"^, *", "", after))
    else:
        del lines[first.line : _last_line(last, lines) + 1]
    return end.join(lines)


def _lines(text: str) -> tuple[list[str], str]:
    """The lines of a text, and what ends them."""
    end = "\r\n" if "\r\n" in text else "\n"
    return text.split(end), end


def _inside(text: str, way: Way) -> list[TextPlace]:
    """The texts below a field or an item, without its own name."""
    return [
        one
        for one in texts(text)
        if one.way[: len(way)] == way and not (one.naming and len(one.way) == len(way))
    ]


def _last_line(place: TextPlace, lines: Sequence[str]) -> int:
    """The last line of a text, from 0, without empty lines after it."""
    last = place.last_line if place.last_column else place.last_line - 1
    while last > place.line and not lines[last].strip():
        last -= 1
    return last


def _place_for(field: str, text: str, order: Sequence[str]) -> int:
    """The line, from 0, where a missing field belongs: above the next field and its comments."""
    lines, _ = _lines(text)
    later = order[order.index(field) + 1 :]
    for one in texts(text):
        if one.naming and len(one.way) == 1 and one.text in later:
            at = one.line
            while at and lines[at - 1].startswith("#"):
                at -= 1
            return at or one.line
    last = len(lines)
    while last and not lines[last - 1].strip():
        last -= 1
    return last


def _in_flow(item: Sequence[str], field: str) -> str:
    """An item on one line, as an item in brackets."""
    text = item[0].removeprefix("- ")
    if len(item) > 1 or re.match(r"\w+: ", text):
        raise NotEditableError(f"write each of its `{field}` on a separate line, after `- `")
    needs_marks = text[0] not in "\"'" and re.search(r"[\[\]{},]", text)
    return json.dumps(text, ensure_ascii=False) if needs_marks else text
