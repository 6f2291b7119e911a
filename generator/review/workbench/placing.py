"""Placing: the text of a file with a record put into it and everything else as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.records import Fact, Skip
from generator.records.fields import Record
from generator.review.house_style import text_of, written
from generator.review.workbench.form import as_form, fields_of
from generator.strict_yaml.as_written import (
    WrittenGroup,
    WrittenNode,
    WrittenPart,
    as_written,
    comments,
)
from generator.strict_yaml.nodes import Fields, Items, Plain
from generator.strict_yaml.reader import plain, read


class CannotPlaceError(Exception):
    """The record can't be put into the file; the message says why and what to do."""


def alone(record: dict[str, Plain], model: type[Record] = Fact) -> str:
    """The text of one record, as an item of a list."""
    return text_of((), written([record]), model)


def added(text: str, record: dict[str, Plain], model: type[Record] = Fact) -> str:
    """The text of a file with a record after its last one."""
    before = text.rstrip("\n")
    if not before:
        return alone(record, model)
    items, _ = _items(text)
    apart = "\n" if not items or "\n\n" in before else ""
    return _proved(text, f"{before}\n{apart}{alone(record, model)}", [*items, record])


def replaced(text: str, fact_id: str, record: dict[str, Plain]) -> str:
    """The text of a file with another version of the fact with this id.

    Comments stay, and so does the form of every field that says the same as before.
    """
    items, nodes = _items(text)
    numbers = [
        at for at, one in enumerate(items) if isinstance(one, dict) and one.get("id") == fact_id
    ]
    if len(numbers) != 1:
        raise CannotPlaceError(f"it has {fact_id} {len(numbers)} times; edit it by hand")
    number = numbers[0]
    lines = text.split("\n")
    first, last = _extent(lines, nodes, number)
    margin = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
    if not lines[first][len(margin) :].startswith("- "):
        raise CannotPlaceError(
            "the record does not begin on the line of its `-`; run `fmt` on the file, then try again"
        )
    head, node = as_written("\n".join(line.removeprefix(margin) for line in lines[first:last]))
    fresh = text_of(head, _merged(node, [record]), Fact).rstrip("\n").split("\n")
    told = [f"{margin}{line}".rstrip() for line in fresh]
    wanted = [*items[:number], record, *items[number + 1 :]]
    return _proved(text, "\n".join([*lines[:first], *told, *lines[last:]]), wanted)


def skipping(text: str, exact: str, reason: str) -> str:
    """The text of a `skipped.yaml` with one more passage in it."""
    return added(text, {"exact": exact, "reason": reason}, Skip)


def _items(text: str) -> tuple[list[Plain], Sequence[Fields]]:
    """What the records of a file say, and where they are."""
    node, problems = read(text.encode(), "")
    if node is None and not comments_only(text):
        where = problems[0].place.line if problems else 1
        raise CannotPlaceError(
            f"the file can't be read (line {where}); run `check`, and correct it"
        )
    if node is None:
        return [], ()
    if not isinstance(node, Items) or not all(isinstance(one, Fields) for one in node.values):
        raise CannotPlaceError("the file is not a list of records; run `check`, and correct it")
    nodes = [one for one in node.values if isinstance(one, Fields)]
    return [plain(one) for one in nodes], nodes


def comments_only(text: str) -> bool:
    """Whether a file has no records yet."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in text.split("\n"))


def _extent(lines: list[str], nodes: Sequence[Fields], number: int) -> tuple[int, int]:
    """The first line of a record and the line after its last, from 0.

    Comments above the next record that are indented no deeper than its `-` belong to that record.
    """
    first = nodes[number].line - 1
    last = nodes[number + 1].line - 1 if number + 1 < len(nodes) else len(lines)
    depth = nodes[number].column - 1
    while last > first + 1 and (
        not lines[last - 1].strip()
        or (lines[last - 1].lstrip().startswith("#") and _depth(lines[last - 1]) < depth)
    ):
        last -= 1
    return first, last


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _merged(old: WrittenNode, new: Plain) -> WrittenNode:
    """A list of one record as written, with what the record says now."""
    if not isinstance(old, WrittenGroup) or not isinstance(new, list):
        raise CannotPlaceError("the file is not a list of records; run `check`, and correct it")
    item, record = old.parts[0], new[0]
    if not isinstance(item.value, WrittenGroup) or not isinstance(record, dict):
        raise CannotPlaceError("the record has no fields; run `check`, and correct it")
    before = {part.name.text: part for part in item.value.parts if part.name}
    parts: list[WrittenPart] = []
    homeless: list[str] = []
    for part in written_parts(record):
        name = part.name.text if part.name else ""
        there = before.get(name)
        if there is None:
            parts.append(part)
        elif _says_the_same(name, there.value, record[name]):
            parts.append(there)
        else:
            homeless += _comments_in(there.value)
            parts.append(WrittenPart(part.name, part.value, there.above, there.beside))
    for name, part in before.items():
        if name not in record:
            homeless += [*filter(None, part.above), part.beside, *_comments_in(part.value)]
    item.value.parts = parts
    item.value.below += [one for one in homeless if one]
    return old


def written_parts(record: dict[str, Plain]) -> list[WrittenPart]:
    """The fields of a record as if written by hand."""
    node = written(dict(record))
    return node.parts if isinstance(node, WrittenGroup) else []


def _says_the_same(name: str, old: WrittenNode, new: Plain) -> bool:
    field = fields_of(Fact).get(name)
    return field is not None and as_form({name: _plain(old)}) == as_form({name: new})


def _plain(node: WrittenNode) -> Plain:
    if not isinstance(node, WrittenGroup):
        return node.text
    if node.mapping:
        return {part.name.text: _plain(part.value) for part in node.parts if part.name}
    return [_plain(part.value) for part in node.parts]


def _comments_in(node: WrittenNode) -> list[str]:
    if not isinstance(node, WrittenGroup):
        return []
    inside = [
        one for part in node.parts for one in (*part.above, part.beside, *_comments_in(part.value))
    ]
    return [one for one in (*inside, *node.below) if one]


def _proved(before: str, after: str, wanted: list[Plain]) -> str:
    """The new text, checked: it says what it should, and has every comment of the old one."""
    items, _ = _items(after)
    lost = Counter(_said(before)) - Counter(_said(after))
    if items != wanted or lost:
        raise CannotPlaceError(
            "the file can't be changed without a change to something else in it; edit it by hand"
        )
    return after if after.endswith("\n") else f"{after}\n"


def _said(text: str) -> list[str]:
    """The comments of a file."""
    if comments_only(text):
        return [line.strip() for line in text.split("\n") if line.strip()]
    return [one.strip() for one in comments(text)]
