"""Schemas: the fields that a place of a record may have, and those that it must have."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from generator.records.fields import Record


def needed_in(model: type[Record], location: Sequence[str | int]) -> str:
    """The fields that a group of fields must have, as somebody writes them; "" if there are none."""
    names = _part(model, location).get("required", ())
    return ", ".join(f"`{name}: …`" for name in names)


def fields_in(model: type[Record], location: Sequence[str | int]) -> list[str]:
    """The names of the fields that may be at a place in a record, for "did you mean"."""
    return sorted(_part(model, location).get("properties", {}))


def _part(model: type[Record], location: Sequence[str | int]) -> dict[str, Any]:
    """The JSON Schema of a place of a record."""
    schema = _schema(model)
    here: dict[str, Any] = schema
    for part in location:
        here = _resolve(here, schema)
        if isinstance(part, str):
            here = here.get("properties", {}).get(part, {})
        else:
            here = here.get("items", {})
    return _resolve(here, schema)


@cache
def _schema(model: type[Record]) -> dict[str, Any]:
    """The JSON Schema of a record; a file may have many unknown fields."""
    return model.model_json_schema(mode="validation")


def _resolve(part: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """The definition that a part of a JSON Schema refers to, or the part itself."""
    for option in (part, *part.get("anyOf", ())):
        if "$ref" in option:
            found: dict[str, Any] = schema["$defs"][option["$ref"].rsplit("/", 1)[-1]]
            return found
    return part
