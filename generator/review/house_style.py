"""The house style: the one way in which files of records are written.

Fields are in the order of their record. Text is plain if it fits on a line, and else folded under
`>-`; a document's own words stay on one line, so that they can be searched for. Dates are in
quotation marks, because other programs would read some of them as numbers. Comments stay with what
they are about.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from generator.problems import Place, Problem
from generator.records.fields import Record
from generator.review.new_record import plain as as_value
from generator.review.shapes import VERBATIM, ValueShape, order_of, within
from generator.strict_yaml.as_written import (
    WrittenGroup,
    WrittenNode,
    WrittenPart,
    WrittenText,
    as_written,
    comments,
)
from generator.strict_yaml.reader import Plain, plain, read
from generator.text.dates import Edtf

WIDTH = 120
"""The most characters of a line of text, if it has a space to break at."""

_BLOCK = (">", "|")


def formatted(data: bytes, path: str, model: type[Record]) -> tuple[bytes, list[Problem]]:
    """A file in the house style, or as it was with the problems that keep it from being formatted.

    No value or comment is ever lost or changed; if one were, the file is left as it was.
    """
    node, problems = read(data, path)
    if node is None:
        return data, problems
    windows = b"\r\n" in data
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    fresh = text_of(*as_written(text), model)
    again, _ = read(fresh.encode(), path)
    if again is None or plain(again) != plain(node) or _sorted(fresh) != _sorted(text):
        message = "this file can't be formatted without changing what it says; report this file"
        return data, [Problem(Place(path), "format", message)]
    return fresh.replace("\n", "\r\n" if windows else "\n").encode(), []


def _sorted(text: str) -> list[str]:
    return sorted(one.rstrip() for one in comments(text))


def text_of(head: Sequence[str], node: WrittenNode, model: type[Record]) -> str:
    """The text of a file, from the comments at its top and its content."""
    body = _block(node, model, 0) if isinstance(node, WrittenGroup) else iter((node.text,))
    lines = [*_spaced(head, within_a_record=False), *body]
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


def written(value: Plain) -> WrittenNode:
    """A value as if written by hand: texts on one line, lists and fields on several."""
    if isinstance(value, str):
        return WrittenText(value, "", (in_one_line(value),))
    if isinstance(value, list):
        return WrittenGroup(False, False, [WrittenPart(None, written(one)) for one in value])
    parts = [WrittenPart(_name(name), written(one)) for name, one in value.items()]
    return WrittenGroup(True, False, parts)


def in_one_line(text: str) -> str:
    """A text as one line of YAML: as it is, if YAML reads it unchanged, or else in quotation marks."""
    is_tidy = text == " ".join(text.split())
    return as_value(text) if is_tidy else json.dumps(text, ensure_ascii=False)


def _name(name: str) -> WrittenText:
    return WrittenText(name, "", (in_one_line(name),))


def items_of(parts: Iterable[WrittenPart], shape: ValueShape) -> list[list[str]]:
    """The lines of each item of a list."""
    return [list(_block(WrittenGroup(False, False, [part]), shape, 0)) for part in parts]


def _block(group: WrittenGroup, shape: ValueShape, indent: int) -> Iterator[str]:
    """The lines of a list or a mapping, with each part on separate lines."""
    margin = " " * indent
    for part in _in_order(group, shape):
        name = part.name.text if part.name else ""
        inner = within(shape, name)
        above = part.above if part.name else part.above + _led(part.value, inner)
        yield from (f"{margin}{one}" for one in _spaced(above, within_a_record=indent > 0))
        start = f"{_raw(part.name)}: " if part.name else "- "
        lines = list(_part(part, start, name, inner, indent))
        if part.beside and not lines[0].endswith(part.beside):
            yield f"{margin}{part.beside}"
        yield from lines
    yield from (f"{margin}{one}" for one in _spaced(group.below, within_a_record=indent > 0))


def _led(node: WrittenNode, shape: ValueShape) -> list[str]:
    """The comments above the first part of an item, which go above the item itself."""
    if not isinstance(node, WrittenGroup) or not node.parts:
        return []
    first = _in_order(node, shape)[0]
    found, first.above = first.above, []
    return found if first.name else found + _led(first.value, shape)


def _part(
    part: WrittenPart, start: str, name: str, shape: ValueShape, indent: int
) -> Iterator[str]:
    """The lines of a field or an item, which begin with `start`."""
    margin, value = " " * indent, part.value
    beside = f" {part.beside}" if part.beside else ""
    if isinstance(value, WrittenText):
        one_line = _one_line(value, shape)
        if one_line and _fits(f"{margin}{start}{one_line}", value, name):
            is_plain = one_line[0] not in "\"'"
            yield f"{margin}{start}{one_line}{'' if is_plain else beside}"
        else:
            sign, lines = _folded(value, name, indent + 2)
            yield f"{margin}{start}{sign}{beside}"
            yield from lines
        return
    brackets = _in_brackets(value, shape)
    if not value.parts or (
        value.flow and not value.below and len(margin + start + brackets) <= WIDTH
    ):
        yield f"{margin}{start}{brackets}{beside}"
    elif part.name is None:
        first, *others = _block(value, shape, indent + 2)
        yield f"{margin}- {first[indent + 2 :]}"
        yield from others
    else:
        yield f"{margin}{start.rstrip()}{beside}"
        yield from _block(value, shape, indent + 2)


def _one_line(value: WrittenText, shape: ValueShape) -> str:
    """A text as one line of YAML, or "" if it should be on separate lines."""
    if shape is Edtf and "\n" not in value.text:
        return json.dumps(value.text, ensure_ascii=False)
    if value.style in _BLOCK or "\n" in value.text:
        return ""
    return _raw(value)


def _raw(value: WrittenText) -> str:
    """A text on one line, exactly as in the file if it is on one line there."""
    return (
        value.lines[0]
        if len(value.lines) == 1 and value.style not in _BLOCK
        else in_one_line(value.text)
    )


def _fits(line: str, value: WrittenText, name: str) -> bool:
    return len(line) <= WIDTH or " " not in value.text or (name in VERBATIM and not value.style)


def _folded(value: WrittenText, name: str, indent: int) -> tuple[str, list[str]]:
    """The sign of a block and its lines, or the text in quotation marks if a block can't contain it."""
    margin, text = " " * indent, value.text
    if (
        not text
        or text[0] in " \n"
        or text[-1] in " \n"
        or "\t" in text
        or re.search(" \n|\n ", text)
    ):
        return json.dumps(text, ensure_ascii=False), []
    if "\n" in text:
        return "|-", [f"{margin}{line}".rstrip() for line in text.split("\n")]
    if value.style == ">" and (
        name in VERBATIM or all(_narrow(one, indent) for one in value.lines)
    ):
        lines = list(value.lines)
    else:
        lines = [text] if name in VERBATIM else list(_wrapped(text, WIDTH - indent))
    return ">-", [f"{margin}{line}" for line in lines]


def _narrow(line: str, indent: int) -> bool:
    return len(line) + indent <= WIDTH or " " not in line


def _wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of a text, broken only at single spaces."""
    line = ""
    for word in re.split(r"(?<=\S) (?=\S)", text):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _in_brackets(group: WrittenGroup, shape: ValueShape) -> str:
    """A list or a mapping on one line."""
    inside = ", ".join(_flow_part(part, shape) for part in _in_order(group, shape))
    return f"{{{inside}}}" if group.mapping else f"[{inside}]"


def _flow_part(part: WrittenPart, shape: ValueShape) -> str:
    name = part.name.text if part.name else ""
    start = f"{_raw(part.name)}: " if part.name else ""
    inner = within(shape, name)
    if isinstance(part.value, WrittenGroup):
        return start + _in_brackets(part.value, inner)
    return start + (_one_line(part.value, inner) or _raw(part.value))


def _in_order(group: WrittenGroup, shape: ValueShape) -> list[WrittenPart]:
    """The parts of a mapping in the order of its record's fields; unknown ones are last."""
    order = order_of(shape) if group.mapping else {}
    if not order:
        return group.parts
    return sorted(
        group.parts, key=lambda part: order.get(part.name.text if part.name else "", len(order))
    )


def _spaced(lines: Sequence[str], *, within_a_record: bool) -> Iterator[str]:
    """The lines with at most one empty one in a row, or, within a record, with none."""
    for number, line in enumerate(lines):
        if line or not (within_a_record or (number and not lines[number - 1])):
            yield line
