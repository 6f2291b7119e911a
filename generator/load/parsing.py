"""Parsing: from the nodes of a YAML file to a typed record, or to what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.load.entries import R
from generator.problems import Place, Problem, did_you_mean, show
from generator.records.fields import Record
from generator.strict_yaml.reader import Fields, Node, plain

Location: TypeAlias = tuple[str | int, ...]
"""The names and indexes that lead from a record to one of its values."""


def parse(
    model: type[R], node: Node, place_of: Callable[[Location], Place], rule: str = "record"
) -> tuple[R | None, list[Problem]]:
    """The record that a node holds, or every reason why it holds none, each where it stands."""
    if not isinstance(node, Fields):
        message = "a record is a mapping: `field: value`, a line each"
        return None, [Problem(place_of(()), rule, message)]
    try:
        return model.model_validate(plain(node)), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    problems = {
        Problem(place_of(detail["loc"]), rule, _complaint(detail, model)) for detail in details
    }
    return None, sorted(problems)


def _complaint(detail: ErrorDetails, model: type[Record]) -> str:
    """What is wrong with a value, which is named by the fields that lead to it."""
    fields = (part for part in detail["loc"] if isinstance(part, str) and part != "[key]")
    named, message = ".".join(fields), _message(detail, model)
    return f"{named}: {message}" if named else message


_NO_MAPPING = "is no mapping: write `field: value`, a line each"
_NO_TEXT = "is read as a list or a mapping: quote this value"
_MESSAGES = {
    "dataclass_type": _NO_MAPPING,
    "decimal_parsing": "is no number such as 12 or 4.5",
    "decimal_type": _NO_TEXT,
    "dict_type": _NO_MAPPING,
    "finite_number": "is no number such as 12 or 4.5",
    "int_parsing": "is no whole number such as 12",
    "int_parsing_size": "is too large a number",
    "int_type": _NO_TEXT,
    "model_type": _NO_MAPPING,
    "string_too_long": "has more than {max_length:,} characters: shorten it",
    "string_type": _NO_TEXT,
    "too_long": "has too many items; write at most {max_length}",
    "too_short": "has too few items; write at least {min_length}",
    "tuple_type": "is no list: begin each item with `- `",
}
"""What is said of the types of pydantic's errors; the context of the error fills it in."""


def _message(detail: ErrorDetails, model: type[Record]) -> str:
    """What is wrong and what to do, in words for somebody who does not know Python."""
    *outer, name = detail["loc"] or ("",)
    given = show(detail["input"]) if isinstance(detail["input"], str) else ""
    context = detail.get("ctx", {})
    match detail["type"]:
        case "extra_forbidden" | "unexpected_keyword_argument":
            return f"no such field{did_you_mean(str(name), _fields(model, outer))}"
        case "missing":
            return f"item {name + 1} is missing" if isinstance(name, int) else "is missing"
        case "string_too_short":
            return "is empty; leave the field out"
        case "literal_error":
            return f"{given} is not known; write {context['expected']}".strip()
        case "value_error":
            return f"{given} {context['error']}".strip()
        case kind if kind in _MESSAGES:
            return f"{given} {_MESSAGES[kind].format(**context)}".strip()
        case kind:
            return f"{given} is not usable ({kind})".strip()


def _fields(model: type[Record], location: Sequence[str | int]) -> list[str]:
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
