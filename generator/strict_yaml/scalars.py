"""Scalars: text that YAML would end or read differently from what its author means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeAlias

from yaml.events import MappingStartEvent, SequenceStartEvent

from generator.problems import show
from generator.strict_yaml.colons import text_of_field
from generator.strict_yaml.indentation import indented
from generator.strict_yaml.nodes import Node, Scalar
from generator.strict_yaml.syntax import PROBLEMS_TOLD, Fault
from generator.text import characters
from generator.text.characters import REFUSED, UNSEEN

RULES = {
    "yaml-empty": "A file has content.",
    "yaml-merge": "No merge keys (<<).",
    "yaml-no-value": "A field or item that is written has a value.",
    "yaml-cut-by-comment": "No ' #' after a value without quotation marks: it cuts the value.",
    "yaml-cut-by-comma": "No comma inside a value without quotation marks in { } or [ ].",
    "yaml-item": "Items of a list are indented alike.",
    "yaml-unquoted-date": "A date that begins with [ is in quotation marks.",
}
"""What each rule of this module asks for."""

Event: TypeAlias = Any
"""An event of PyYAML. Its type stubs allow missing marks, but parsers set them all."""

_CUT = re.compile(" *#")
_BEGINS = re.compile(r" *(?:- |#|[\w-]+:(?: |$))")
"""What is before an item, a comment or a field."""

_OPEN_DATE = re.compile(r"[\dX?~%-]*\.\.[\dX?~%-]*")
_THOUSANDS = re.compile(r"\d,\d{3}(?!\d)")
_ESCAPE = re.compile(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([^xuU]))", re.DOTALL
)
_SHORT_ESCAPES = dict(zip("0abtvfreNLP ", "\0\a\b\t\v\f\r\x1b\x85\u2028\u2029\t", strict=True))


def at(event: Event, rule: str, message: str) -> Fault:
    """A fault at the place where an event starts."""
    return Fault(event.start_mark.line + 1, event.start_mark.column + 1, rule, message)


def lines_before_comments(lines: list[str]) -> frozenset[int]:
    """The lines, from 0, where a comment may cut a plain value short."""
    near = set()
    last = -1
    for number, line in enumerate(lines):
        stripped = line.strip(" ")
        if "#" in line:
            near.add(last if stripped.startswith("#") else number)
        if stripped:
            last = number
    return frozenset(near)


def plain_scalar(
    event: Event, start: Event | None, values: list[Node], text: str, lines: list[str]
) -> Iterator[Fault]:
    """What is wrong with a value without quotation marks that may end before its author meant it to."""
    value, end = event.value, event.end_mark.index
    mapping = isinstance(start, MappingStartEvent)
    flow = start is not None and bool(start.flow_style)
    is_name = mapping and len(values) % 2 == 0
    if (text.startswith(" ", end) or not value) and _CUT.match(text, end):
        yield _cut(text.index("#", end), text)
    elif not value:
        yield _no_value(event, start, values, text)
    elif is_name and value == "<<":
        message = "'<<' includes another group of fields; write those fields here"
        yield at(event, "yaml-merge", message)
    elif flow and not mapping and _OPEN_DATE.fullmatch(value):
        message = (
            f"[{value}] is a list; if it is a date, put it and its brackets in quotation marks"
        )
        yield at(event, "yaml-unquoted-date", message)
    elif flow and not mapping and _THOUSANDS.match(text, max(event.start_mark.index - 2, 0)):
        message = f"a comma ends the item before {show(value)}; put a number with a comma in quotation marks, or "
        yield at(event, "yaml-cut-by-comma", message + "put a space after a comma between items")
    elif not flow and (item := _item_within(event, lines)):
        message = (
            f"this '- ' is indented more than the item on line {event.start_mark.line + 1}, so it is "
            "read as text of that item; align the two"
        )
        yield Fault(item + 1, lines[item].index("-") + 1, "yaml-item", message)
    elif not flow and _comment_goes_on(event, start, lines):
        message = "the comment below is indented as if this value went on; put the value in quotation marks, or "
        yield at(event, "yaml-cut-by-comment", message + "indent the comment less")


def _cut(index: int, text: str) -> Fault:
    """What is wrong with the # at this index, which ends the value before it."""
    message = (
        "a # after a space begins a comment, and cuts the value short; delete the #, or, if it belongs to the "
        'text, put the whole value in double quotation marks ("…"); put a comment on a separate line'
    )
    line, column = text.count("\n", 0, index), index - text.rfind("\n", 0, index)
    return Fault(line + 1, column, "yaml-cut-by-comment", message)


def unindented_text(event: Event, start: Event | None, lines: list[str]) -> Iterator[Fault]:
    """The fault of a text under `>-` or `|` that is not indented, so that the field is empty."""
    field = lines[event.start_mark.line]
    column = at(start, "", "").column - 1 if isinstance(start, MappingStartEvent) else 0
    below = range(event.start_mark.line + 1, len(lines))
    number = next((number for number in below if lines[number].strip()), 0)
    text = lines[number] if number else ""
    ends = ":" in text  # without one, the parser fails here, and `syntax` says the same
    if ends and indented(text) <= column and not _BEGINS.match(text):
        name = field[column:].partition(":")[0]
        message = text_of_field(name, column)
        yield Fault(number + 1, indented(text) + 1, "yaml-syntax", message)


def _item_within(event: Event, lines: list[str]) -> int:
    """The first further line, from 0, of an item's value that looks like an item; 0 if none does."""
    first, last = event.start_mark.line, event.end_mark.line
    if not lines[first].lstrip(" ").startswith("- "):
        return 0
    further = range(first + 1, min(last + 1, len(lines)))
    return next((number for number in further if lines[number].lstrip(" ").startswith("- ")), 0)


def _comment_goes_on(event: Event, start: Event | None, lines: list[str]) -> bool:
    """Whether the next line is a comment indented like one more line of this value."""
    end = event.end_mark
    if lines[end.line][end.column :].strip(" "):
        return False
    numbers = range(end.line + 1, len(lines))
    following = next((lines[number] for number in numbers if lines[number].strip(" ")), "")
    text = following.lstrip(" ")
    indent = start.start_mark.column if start else -1
    return text.startswith("#") and len(following) - len(text) > indent


def _no_value(event: Event, start: Event | None, values: list[Node], text: str) -> Fault:
    """What is wrong if a value is missing; in { }, the usual cause is a comma."""
    if start is None:
        return Fault(1, 1, "yaml-empty", "the file has no content; add some, or delete the file")
    if isinstance(start, SequenceStartEvent):
        return at(event, "yaml-no-value", "this item is empty; write it, or remove the '-'")
    if len(values) % 2 == 0:
        return at(event, "yaml-key", "this field has no name; write one before the ':'")
    name = values[-1]
    shown = show(name.text) if isinstance(name, Scalar) else "this field"
    before = event.start_mark.index - 1
    while text[before].isspace():
        before -= 1
    if start.flow_style and len(values) > 1 and text[before] != ":":
        message = (
            f"{shown} has no value, because a comma ends a value in {{ }}; "
            "put the value before it in quotation marks, or write one field per line"
        )
        return Fault(name.line, name.column, "yaml-cut-by-comma", message)
    message = f"{shown} has no value; write one after the ':' (or leave the field out, if it isn't needed)"
    return Fault(name.line, name.column, "yaml-no-value", message)


def escaped(event: Event, text: str) -> Iterator[Fault]:
    """What is wrong with escapes for characters that may not be written directly."""
    begin, end = event.start_mark.index, event.end_mark.index
    hits = (hit.start() for hit in REFUSED.finditer(event.value))
    escapes = (
        escape.start()
        for escape in _ESCAPE.finditer(text, begin, end)
        if REFUSED.match(_unescape(escape))
    )
    line, column, last = event.start_mark.line + 1, event.start_mark.column + 1, begin
    for hit, index in islice(zip(hits, escapes, strict=False), PROBLEMS_TOLD + 1):
        breaks = text.count("\n", last, index)
        column = index - text.rfind("\n", last, index) if breaks else column + index - last
        line, last = line + breaks, index
        if not characters.allowed(event.value, hit):
            refusal = characters.refusal(event.value, hit)
            message = refusal.message.replace(UNSEEN, "remove this code")
            yield Fault(line, column, refusal.rule, message)


def _unescape(escape: re.Match[str]) -> str:
    digits = escape[1] or escape[2] or escape[3]
    return chr(int(digits, 16)) if digits else _SHORT_ESCAPES.get(escape[4], "x")
