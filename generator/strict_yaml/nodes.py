"""Nodes: the content of a YAML file as texts, lists and mappings that know their place.

Lines and columns count from 1, and columns count code points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

Location: TypeAlias = tuple[str | int, ...]
"""The names and indexes that lead from a record to one of its values."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text. Nothing is a number, a date or a truth value yet."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `flow` says that it is written in brackets."""

    values: tuple[Node, ...]
    line: int
    column: int
    flow: bool


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping, with the place of each field's name; `flow` says that it is written in braces."""

    values: dict[str, Node]
    keys: dict[str, Scalar]
    line: int
    column: int
    flow: bool


OF_THE_NAME = "[key]"
"""After the way to a value: the name of its field, as pydantic's own paths have it."""

Node: TypeAlias = Scalar | Items | Fields
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


def plain(node: Node) -> Plain:
    """The same content without places, for pydantic to read."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [plain(value) for value in node.values]
    return {name: plain(value) for name, value in node.values.items()}


def new_line(node: Node, way: Sequence[str | int], after: str = "") -> tuple[str, str]:
    """The spaces before a field that is added to the mapping at this place, and where its line goes.

    It goes above the field that follows `after`, or above the last one. Both are "" where fields
    share a line, and where the mapping has a single field.
    """
    for step in way:
        if isinstance(node, Fields):
            node = node.values.get(str(step), node)
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.values):
            node = node.values[step]
    names = sorted(node.keys.values(), key=lambda one: one.line) if isinstance(node, Fields) else []
    below = names[1:]
    if not below or any(one.line == next_one.line for one, next_one in pairwise(names)):
        return "", ""
    known = [one.text for one in names]
    at = known.index(after) if after in known[:-1] else -2
    found = names[at + 1]
    margin = " " * (found.column - 1)
    spaces = "space" if len(margin) == 1 else "spaces"
    has = f", with the {len(margin)} {spaces} that `{found.text}:` has" if margin else ""
    return margin, f"above `{found.text}:` (line {found.line}){has}"


def locate(node: Node, loc: Sequence[str | int], *, key: bool = False) -> tuple[int, int]:
    """The line and column of the value that a path of names and indexes leads to.

    A step that leads nowhere is skipped, so a missing field gives the place of its mapping.
    (Pydantic puts names of union members into its paths, too.) With `key`, or if the last step is
    `OF_THE_NAME`, the place is that of the field's name instead of its value.
    """
    place: Node = node
    key = key or tuple(loc[-1:]) == (OF_THE_NAME,)
    for step in loc:
        if isinstance(node, Fields) and step in node.values:
            name = str(step)
            place = node.keys[name] if key else node.values[name]
            node = node.values[name]
        elif isinstance(node, Items) and isinstance(step, int) and 0 <= step < len(node.values):
            place = node = node.values[step]
    return place.line, place.column
