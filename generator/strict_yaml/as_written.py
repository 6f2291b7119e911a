"""A file as it is written: its values with their style and comments, for writing them again.

Only files that `reader` accepts are read here, so nothing is nested deeply, and a comment is alone
on its line or follows anything but a plain value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from textwrap import dedent
from typing import Any, TypeAlias

from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from generator.strict_yaml.events import LOADER
from generator.strict_yaml.scalars import Event

_COMMENT = re.compile(r"(?:^|(?<= ))#.*$")
_STARTS = ("MappingStartEvent", "SequenceStartEvent", "ScalarEvent")
_BLOCK = (">", "|")


@dataclass(slots=True)
class WrittenText:
    """A text, with its style: "" (plain), a quotation mark, or the sign of a block.

    `lines` are the lines in the file; those of a block are without its sign and its indentation.
    """

    text: str
    style: str
    lines: tuple[str, ...]


@dataclass(slots=True)
class WrittenPart:
    """A field, or an item of a list, with the comments above it and beside it.

    "" among those above is an empty line.
    """

    name: WrittenText | None
    value: WrittenNode
    above: list[str] = field(default_factory=list)
    beside: str = ""


@dataclass(slots=True)
class WrittenGroup:
    """A list or a mapping, with the comments after its last part.

    `flow` says that it is in brackets or braces, on one line.
    """

    mapping: bool
    flow: bool
    parts: list[WrittenPart] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


WrittenNode: TypeAlias = WrittenText | WrittenGroup


@dataclass(frozen=True, slots=True)
class _Aside:
    """A comment alone on its line, or an empty line; lines and columns count from 0."""

    line: int
    column: int
    text: str


def as_written(text: str) -> tuple[list[str], WrittenNode]:
    """The comments at the top of a text, and its content with all other comments."""
    return _EventStream(text).whole()


def comments(text: str) -> list[str]:
    """All comments of a text, in order."""
    reading = _EventStream(text)
    own = [(one.line, one.text) for one in reading.asides if one.text]
    return [comment for _, comment in sorted([*own, *reading.beside.items()])]


class _EventStream:
    """The events of a text, and the comments that have not been placed yet."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.text = text
        self.events = list(_events(text))
        self.next = 0
        self.asides: list[_Aside] = []
        self.beside: dict[int, str] = {}
        self._sort_comments()
        self.on_line: dict[int, WrittenPart] = {}
        self.columns: list[int] = []  # of the lists and mappings that are open

    def whole(self) -> tuple[list[str], WrittenNode]:
        """The comments before the content, and the content.

        After an empty line, those right above the first field are about that field.
        """
        first = self.events[0].start_mark
        above = [one.text for one in self.asides if one.line < first.line]
        ends = [number for number, one in enumerate(above, start=1) if not one]
        head = above[: ends[-1]] if ends else above
        self.asides = self.asides[len(head) :]
        node = self._node()
        if isinstance(node, WrittenGroup):
            node.below += [one.text for one in self.asides]
        for line, comment in self.beside.items():
            if line in self.on_line:
                self.on_line[line].beside = comment
        return head, node

    def _sort_comments(self) -> None:
        """Find every comment, alone on its line or beside something; `#` inside a text does not count."""
        inside: dict[int, int] = {}  # by line, the column where its last text ends
        whole: set[int] = set()
        for event in self.events:
            if not isinstance(event, ScalarEvent):
                continue
            start, end = _marks(event)
            if event.style in _BLOCK:
                whole.update(self._lines_of_block(event))
            else:
                whole.update(range(start.line + 1, end.line))
                inside[end.line] = max(inside.get(end.line, 0), end.column)
                if end.line > start.line:
                    inside.setdefault(start.line, len(self.lines[start.line]))
        for number, line in enumerate(self.lines):
            found = _COMMENT.search(line, inside.get(number, 0))
            if not line.strip() and number not in whole:
                self.asides.append(_Aside(number, 0, ""))
            elif found and number not in whole:
                if line[: found.start()].strip():
                    self.beside[number] = found.group()
                else:
                    self.asides.append(_Aside(number, found.start(), found.group()))

    def _node(self) -> WrittenNode:
        event = self._take()
        if isinstance(event, ScalarEvent):
            return self._text(event)
        one_line = bool(event.flow_style)
        group = WrittenGroup(isinstance(event, MappingStartEvent), one_line)
        column, start = event.start_mark.column, event.start_mark.line
        self.columns.append(column)
        while not isinstance(self.events[self.next], (MappingEndEvent, SequenceEndEvent)):
            mark = self.events[self.next].start_mark
            above = self._before(mark.line)
            name = self._text(self._take()) if group.mapping else None
            part = WrittenPart(name, WrittenText("", "", ()), above)
            self.on_line[mark.line] = part
            part.value = self._node()
            if isinstance(part.value, WrittenGroup) and part.value.flow:
                self.on_line[mark.line] = part
            last = self.events[self.next - 1]
            if not isinstance(last, ScalarEvent) or last.style not in _BLOCK:
                self.on_line.setdefault(last.end_mark.line, part)
            group.parts.append(part)
        end = self._take()
        self.columns.pop()
        if event.flow_style:
            group.below = self._before(end.end_mark.line + 1)
            group.flow = end.end_mark.line == start
        else:
            group.below = self._after(column)
        return group

    def _text(self, event: Event) -> WrittenText:
        start, end = event.start_mark, event.end_mark
        if event.style in _BLOCK:
            lines = dedent("\n".join(self.lines[one] for one in self._lines_of_block(event)))
            return WrittenText(event.value, event.style, tuple(lines.split("\n")))
        lines = self.text[start.index : end.index]
        return WrittenText(event.value, event.style or "", tuple(lines.split("\n")))

    def _lines_of_block(self, event: Event) -> range:
        """The numbers of the lines of a block, without its sign and the empty lines after it."""
        first, last = event.start_mark.line + 1, event.end_mark.line + (event.end_mark.column > 0)
        while last > first and not self.lines[last - 1].strip():
            last -= 1
        return range(first, last)

    def _take(self) -> Event:
        self.next += 1
        return self.events[self.next - 1]

    def _before(self, line: int) -> list[str]:
        """The waiting comments that are above a line."""
        found = [one.text for one in self.asides if one.line < line]
        self.asides = [one for one in self.asides if one.line >= line]
        alone = [one for one in self.beside if one < line and one not in self.on_line]
        return found + [self.beside.pop(one) for one in alone]  # beside the `-` of a list in a list

    def _after(self, column: int) -> list[str]:
        """The comments that follow a list or mapping, and are not further left than its parts."""
        line, nearest = self._following()
        last = 0
        for number, one in enumerate(self.asides):
            if one.line >= line or (one.text and not nearest < one.column >= column):
                break
            last = number + 1 if one.text else last
        found, self.asides = self.asides[:last], self.asides[last:]
        return [one.text for one in found]

    def _following(self) -> tuple[int, int]:
        """The line of what comes next in the file, and its column: that of the `-` of an item."""
        for closed, event in enumerate(self.events[self.next :]):
            if type(event).__name__ in _STARTS:
                return event.start_mark.line, self.columns[-1 - closed]
        return len(self.lines), -1


def _marks(event: Event) -> tuple[Any, Any]:
    return event.start_mark, event.end_mark


def _events(text: str) -> Iterator[Event]:
    """The events of the content, without those for the document around it."""
    loader = LOADER(text)
    while loader.check_event():
        event = loader.get_event()
        if (
            isinstance(event, (MappingEndEvent, SequenceEndEvent))
            or type(event).__name__ in _STARTS
        ):
            yield event
