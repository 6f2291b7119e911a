"""What a YAML file says, as text, lists and mappings that know where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text. Nothing is a number, a date or a truth value yet."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `flow` where it was written in brackets."""

    values: tuple[Node, ...]
    line: int
    column: int
    flow: bool


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping, and where each of its names stands; `flow` where it was written in braces."""

    values: dict[str, Node]
    keys: dict[str, Scalar]
    line: int
    column: int
    flow: bool


Node: TypeAlias = Scalar | Items | Fields
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


def plain(node: Node) -> Plain:
    """The same content without its places, for a schema to read."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [plain(value) for value in node.values]
    return {name: plain(value) for name, value in node.values.items()}


def locate(node: Node, loc: Sequence[str | int], *, key: bool = False) -> tuple[int, int]:
    """The line and column of what a path of names and indexes leads to, as far as it leads.

    A step that leads nowhere is passed over: of a missing field one gets the
    mapping's place, and pydantic puts the names of union members between the
    names of fields. With `key`, a field's own name is meant and not its value.
    """
    place: Node = node
    for step in loc:
        if isinstance(node, Fields) and step in node.values:
            name = str(step)
            place = node.keys[name] if key else node.values[name]
            node = node.values[name]
        elif isinstance(node, Items) and isinstance(step, int) and 0 <= step < len(node.values):
            place = node = node.values[step]
    return place.line, place.column
