"""From a YAML parser's events to nodes, in one pass and without recursion."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.problems import show
from generator.strict_yaml import syntax
from generator.strict_yaml.nodes import Fields, Items, Node, Scalar
from generator.strict_yaml.scalars import (
    Event,
    at,
    escaped,
    lines_before_comments,
    plain_scalar,
    unindented_text,
)
from generator.strict_yaml.syntax import PROBLEMS_TOLD, Fault
from generator.text.characters import REFUSED

DEEPEST_NESTING = 12  # lists and mappings within one another; counted, so that nothing recurses

RULES = {
    "yaml-depth": "Lists and groups of fields are nested at most 12 deep.",
    "yaml-documents": "A file holds one document.",
    "yaml-anchor": "No anchors (&).",
    "yaml-alias": "No aliases (*).",
    "yaml-key": "A field's name is text.",
    "yaml-duplicate-key": "A record has each field once.",
}
"""What each rule of this module asks for."""

_SPECIAL = "'{}' at the start has a special meaning in YAML; put the value in quotation marks"

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser: libyaml's, or that of pure Python if libyaml is missing."""


def content_of(
    text: str, lines: list[str], doubtful: tuple[int, int] | None = None
) -> tuple[Node | None, list[Fault]]:
    """The content of a text, as far as it can be read, and what is wrong with it.

    `doubtful` is the line and column of the first character that was replaced because it is
    refused. A syntax error after it may be an effect of that, and is left out.
    """
    tree = _Tree(text, lines)
    try:
        tree.grow(LOADER(text).get_event)
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two: pure Python
        fault = syntax.explain(error, lines)
        if doubtful is None or fault[:2] < doubtful:
            same_line = (fault.line, "yaml-no-value")  # a value that could not be read
            tree.found = [told for told in tree.found if (told.line, told.rule) != same_line]
            tree.found.append(fault)
    while tree.outer:  # what an error left open is checked as far as it was read
        tree.close()
    if not tree.values and not tree.found:
        message = "the file has no content; add some, or delete the file"
        tree.found.append(Fault(1, 1, "yaml-empty", message))
    return (tree.values[0] if tree.values else None), tree.found


class _Tree:
    """The lists and mappings that are open, and what was found so far."""

    def __init__(self, text: str, lines: list[str]) -> None:
        self.text = text
        self.lines = lines
        self.near_comment = lines_before_comments(lines) if "#" in text else frozenset()
        self.escapes = "\\" in text
        self.found: list[Fault] = []
        self.values: list[
            Node
        ] = []  # of the innermost one; for a mapping, names and values in turn
        self.outer: list[
            tuple[Event, list[Node]]
        ] = []  # where each began, and the values around it
        self.flow = False
        self.documents = 0
        self.done = False

    def grow(self, get_event: Callable[[], Event]) -> None:
        """Take in every event once; events of other types have no content."""
        scalar = self.scalar
        others: dict[type[yaml.Event], Callable[[Event], None]] = {
            MappingStartEvent: self.open,
            SequenceStartEvent: self.open,
            MappingEndEvent: self.close,
            SequenceEndEvent: self.close,
            AliasEvent: self.alias,
            DocumentStartEvent: self.document,
            StreamEndEvent: self.end,
        }
        while not self.done and len(self.found) <= PROBLEMS_TOLD:
            event = get_event()
            kind = type(event)
            if kind is ScalarEvent:
                scalar(event)
            elif kind in others:
                others[kind](event)

    def scalar(self, event: Event) -> None:
        """Keep a text as it is. This runs up to a million times, so it looks for trouble first."""
        value = event.value
        if not event.style:  # plain
            first, last = event.start_mark.line, event.end_mark.line
            if self.flow or not value or value == "<<" or last in self.near_comment or first < last:
                start = self.outer[-1][0] if self.outer else None
                self.found += plain_scalar(event, start, self.values, self.text, self.lines)
        elif self.escapes and event.style == '"' and REFUSED.search(value):
            self.found += escaped(event, self.text)
        elif not value and event.style in "|>":
            start = self.outer[-1][0] if self.outer else None
            self.found += unindented_text(event, start, self.lines)
        if event.anchor is not None or event.tag is not None:
            self.found += _properties(event)
        mark = event.start_mark
        self.values.append(Scalar(value, mark.line + 1, mark.column + 1))

    def open(self, event: Event) -> None:
        """Begin a list or mapping, inside fewer than `DEEPEST_NESTING` others."""
        self.found += _properties(event)
        if len(self.outer) == DEEPEST_NESTING:
            message = f"lists and groups of fields are nested more than {DEEPEST_NESTING} deep here; nest them less"
            self.found.append(at(event, "yaml-depth", message))
            self.done = True
        else:
            self.outer.append((event, self.values))
            self.values = []
            self.flow = bool(event.flow_style)

    def close(self, _event: Event = None) -> None:
        """Make the innermost list or mapping a value of the one around it."""
        start, around = self.outer.pop()
        if type(start) is MappingStartEvent:
            around.append(_mapping(start, self.values, self.found))
        else:
            line, column = start.start_mark.line + 1, start.start_mark.column + 1
            around.append(Items(tuple(self.values), line, column, bool(start.flow_style)))
        self.values = around
        self.flow = bool(self.outer and self.outer[-1][0].flow_style)

    def alias(self, event: Event) -> None:
        """Refuse an alias, and keep its text as a value."""
        message = _SPECIAL.format("*")
        fault = at(event, "yaml-alias", message)
        self.found.append(fault)
        self.values.append(Scalar(f"*{event.anchor}", fault.line, fault.column))

    def document(self, event: Event) -> None:
        """Refuse a directive and a second document."""
        self.documents += 1
        above = self.lines[: event.end_mark.line] if self.documents == 1 else []
        if event.version or event.tags or any(line.startswith("%") for line in above):
            message = (
                "a line can't begin with %; put the value in quotation marks, or remove the line"
            )
            self.found.append(at(event, "yaml-directive", message))
        if self.documents > 1:
            message = (
                "a second document begins here; remove the '---', or move what follows to another "
                "file"
            )
            self.found.append(at(event, "yaml-documents", message))

    def end(self, _event: Event) -> None:
        """Do nothing: the text ends here."""
        self.done = True


def _properties(event: Event) -> Iterator[Fault]:
    """What is wrong with a value that has an anchor or a tag."""
    if event.anchor is not None:
        message = _SPECIAL.format("&")
        yield at(event, "yaml-anchor", message)
    if event.tag is not None:
        message = _SPECIAL.format("!")
        yield at(event, "yaml-tag", message)


def _repeated(again: Sequence[Scalar], keys: Mapping[str, Scalar]) -> Fault:
    """The single fault about a mapping's repeated fields: two records may have run together."""
    first = again[0]
    others = len({name.text for name in again}) - 1
    too = f", and {others} more of these fields {'are' if others > 1 else 'is'} here twice"
    message = (
        f"{show(first.text)} is already on line {keys[first.text].line}{too if others else ''}; "
        "keep one of the two, or begin a new record with '- '"
    )
    return Fault(first.line, first.column, "yaml-duplicate-key", message)


def _mapping(start: Event, values: list[Node], found: list[Fault]) -> Fields:
    """A mapping whose field names are all texts and occur once."""
    keys: dict[str, Scalar] = {}
    fields: dict[str, Node] = {}
    again: list[Scalar] = []
    for name, value in zip(values[::2], values[1::2], strict=False):  # odd behind an error
        if not isinstance(name, Scalar):
            message = "this field's name is read as a list or a group of fields; if it is text, put it in quotation marks"
            found.append(Fault(name.line, name.column, "yaml-key", message))
        elif name.text in keys:
            again.append(name)
        else:
            keys[name.text] = name
            fields[name.text] = value
    if again:
        found.append(_repeated(again, keys))
    mark = start.start_mark
    return Fields(fields, keys, mark.line + 1, mark.column + 1, bool(start.flow_style))
