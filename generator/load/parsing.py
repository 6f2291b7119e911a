"""Parsing: from the nodes of a YAML file to a typed record, or to what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.load.entries import R
from generator.problems import Place, Problem, did_you_mean, show
from generator.records.fields import Record
from generator.strict_yaml.reader import Fields, Items, Node, locate, plain


def parse(model: type[R], node: Node, path: str) -> tuple[R | None, list[Problem]]:
    """The record that a node holds, or every reason why it holds none."""
    if not isinstance(node, Fields):
        message = "a record is a mapping: `field: value`, a line each"
        return None, [Problem(Place(path, node.line, node.column), "record", message)]
    try:
        return model.model_validate(plain(node)), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False)
        return None, sorted(set(_problems(details, model, node, path)))


def _problems(
    details: list[ErrorDetails], model: type[Record], node: Node, path: str
) -> Iterator[Problem]:
    for detail in details:
        location = tuple(detail["loc"])
        named = ".".join(str(part) for part in location if isinstance(part, str))
        place = Place(path, *locate(node, location))
        message = _message(detail, location, model, node)
        yield Problem(place, "record", f"{named}: {message}" if named else message)


def _message(
    detail: ErrorDetails, location: tuple[int | str, ...], model: type[Record], node: Node
) -> str:
    """What is wrong and what to do, in words for somebody who does not know Python."""
    found = _node_at(node, location)
    given = show(detail["input"]) if isinstance(detail["input"], str) else ""
    match detail["type"]:
        case "missing":
            return "is missing"
        case "extra_forbidden":
            known = _fields(model, location[:-1])
            return f"no such field{did_you_mean(str(location[-1]), known)}"
        case "string_type" if isinstance(found, Items | Fields):
            return "is read as a list or a mapping: quote this value"
        case "literal_error":
            expected = detail["msg"].removeprefix("Input should be ")
            return f"{given} is not known; write {expected}"
        case "value_error":
            reason = detail["msg"].removeprefix("Value error, ")
            return f"{given} {reason}" if given else reason
        case "string_too_short":
            return "is empty; leave the field out"
        case _:
            return f"{given} is not usable: {detail['msg']}".strip()


def _node_at(node: Node, location: tuple[int | str, ...]) -> Node | None:
    for part in location:
        if isinstance(node, Fields) and part in node.values:
            node = node.values[str(part)]
        elif isinstance(node, Items) and isinstance(part, int) and part < len(node.values):
            node = node.values[part]
        else:
            return None
    return node


def _fields(model: type[Record], location: tuple[int | str, ...]) -> list[str]:
    """The names that may stand at a place of a record, for "did you mean"."""
    schema: dict[str, Any] = model.model_json_schema(mode="validation")
    here: dict[str, Any] = schema
    for part in location:
        here = _resolve(here, schema)
        if isinstance(part, str):
            here = here.get("properties", {}).get(part, {})
        else:
            here = here.get("items", {})
    return sorted(_resolve(here, schema).get("properties", {}))


def _resolve(part: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """The definition that a part of a JSON Schema points at."""
    for option in (part, *part.get("anyOf", ())):
        if "$ref" in option:
            found: dict[str, Any] = schema["$defs"][option["$ref"].rsplit("/", 1)[-1]]
            return found
    return part
