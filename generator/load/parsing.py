"""Parsing: the nodes of a YAML file become a typed record, or problems."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.load.entries import R
from generator.load.meant import Meant
from generator.problems import Place, Problem, did_you_mean, show
from generator.records.fields import REF, SLUG, NoReferenceError, Record
from generator.strict_yaml.reader import Fields, Items, Node, Scalar, plain

Location: TypeAlias = tuple[str | int, ...]
"""The names and indexes that lead from a record to one of its values."""


MOST_TOLD = 50
"""So many problems of one file are told, at most; a hostile one could hold a million."""

MORE = "there are more problems in this file; fix those above first"

_NOTHING_KNOWN = Meant()


def record_of(
    model: type[R],
    node: Node,
    place_of: Callable[[Location], Place],
    rule: str = "record",
    meant: Meant = _NOTHING_KNOWN,
) -> tuple[R | None, list[Problem]]:
    """The record in a node, or every problem that keeps it from being one.

    `meant` knows what may be meant by a text that is not a reference.
    """
    if not isinstance(node, Fields):
        message = (
            "this is not a record; write `field: value`, one per line, and no '- ' before it if the "
            "file is one record"
        )
        return None, [Problem(place_of(()), rule, message)]
    if crowded := _crowded(node, model.most):
        location, message = crowded
        return None, [Problem(place_of(location), rule, message)]
    try:
        return model.model_validate(plain(node)), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    told, rest = details[:MOST_TOLD], details[MOST_TOLD:]
    problems = {
        Problem(place_of(detail["loc"]), rule, _complaint(detail, told, model, meant))
        for detail in told
        if not _is_misspelt(detail, told, model)
    }
    more = [Problem(place_of(rest[0]["loc"]), rule, MORE)] if rest else []
    return None, sorted([*problems, *more])


def _crowded(node: Node, most: int, *way: str | int) -> tuple[Location, str] | None:
    """The first list or mapping in a node with more entries than allowed, and what to do."""
    if isinstance(node, Scalar):
        return None
    if len(node.values) > most:
        what = "items" if isinstance(node, Items) else "fields"
        return (
            way,
            f"there are {len(node.values):,} {what} here, more than {most} {what}; remove some",
        )
    inside = node.values.items() if isinstance(node, Fields) else enumerate(node.values)
    for step, one in inside:
        if type(one) is not Scalar and (found := _crowded(one, most, *way, step)):
            return found
    return None


def _is_misspelt(
    missing: ErrorDetails, details: Sequence[ErrorDetails], model: type[Record]
) -> bool:
    """Whether a missing field is only misspelt: an unknown field has a name much like its own.

    The only missing field beside the only unknown one also counts as misspelt.
    """
    if missing["type"] != "missing":
        return False
    *outer, name = missing["loc"]
    return _exchanged(outer, details) == name or any(
        (*outer,) == other["loc"][:-1]
        and did_you_mean(str(other["loc"][-1]), _fields(model, outer)).endswith(
            f"mean {show(name)}?"
        )
        for other in details
        if other["type"] in _UNKNOWN_FIELD
    )


def _exchanged(outer: Sequence[str | int], details: Sequence[ErrorDetails]) -> str | int:
    """The only missing field of a place, if one field there is unknown; else ""."""
    here = [one for one in details if one["loc"][:-1] == (*outer,)]
    absent = [one["loc"][-1] for one in here if one["type"] == "missing"]
    unknown = [one for one in here if one["type"] in _UNKNOWN_FIELD]
    return absent[0] if len(absent) == len(unknown) == 1 else ""


def _complaint(
    detail: ErrorDetails, details: Sequence[ErrorDetails], model: type[Record], meant: Meant
) -> str:
    """The message for a value, which begins with the fields that lead to it."""
    fields = (part for part in detail["loc"] if isinstance(part, str) and part != "[key]")
    named, message = ".".join(fields), _message(detail, details, model, meant)
    return f"{named}: {message}" if named else message


_UNKNOWN_FIELD = ("extra_forbidden", "unexpected_keyword_argument")
_NO_MAPPING = "needs fields; write `name: value`, one per line, indented below it"
_NO_TEXT = (
    "is read as a list or as fields, because it begins with [ or {, or because of the lines below it; "
    "put the value in quotation marks, or on lines under '>-'"
)
_NO_NUMBER = "is not a number; write one such as 12 or 4.5"
_MESSAGES = {
    "bool_parsing": "is not true or false; write one of the two",
    "dataclass_type": _NO_MAPPING,
    "decimal_parsing": _NO_NUMBER,
    "decimal_type": _NO_TEXT,
    "dict_type": _NO_MAPPING,
    "finite_number": _NO_NUMBER,
    "int_parsing": "is not a whole number; write one such as 12",
    "int_parsing_size": "is too large; write a smaller number",
    "int_type": _NO_TEXT,
    "model_type": _NO_MAPPING,
    "string_too_long": "has more than {max_length:,} characters; shorten it",
    "string_type": _NO_TEXT,
    "too_long": "has too many items; write at most {max_length}",
    "too_short": "has too few items; write at least {min_length}",
    "tuple_type": "needs a list; write each item on a separate line below the field, after `- `",
}
"""A message for each type of pydantic's errors; the context of the error fills it in."""

_SHORT = re.compile(rf"{SLUG.pattern}|{REF.pattern}")
_NO_ITEM = re.compile(r"[-\u2010-\u2015\u2212\u2022*] ?(?P<first>\S+).*", re.DOTALL)

_CURLY = tuple("“”„‘’‚«»")
_NOT_A_VALUE = ("value_error", "literal_error", "bool_parsing", "decimal_parsing", "int_parsing")
"""Errors about values that are not in quotation marks themselves."""

_IF_MISSING = {
    "id": "run `new fact`, and copy the id that it makes",
    "unit": "write what is counted, one of `units` in site_config/vocabulary.yaml, such as `person`",
    "attributed_to": "write whom the document credits with the claim, or `self` if it credits nobody",
}
"""What to write in a missing field, if a contributor may not know it."""


def _message(
    detail: ErrorDetails, details: Sequence[ErrorDetails], model: type[Record], meant: Meant
) -> str:
    """What is wrong and what to do, in words for somebody who does not know Python."""
    *outer, name = detail["loc"] or ("",)
    given = show(detail["input"]) if isinstance(detail["input"], str) else ""
    context = detail.get("ctx", {})
    if given[1:2] in _CURLY and detail["type"] in _NOT_A_VALUE:
        straight = detail["input"].strip("".join(_CURLY))
        return f'{given} has curly quotation marks, which don\'t work here; write "{straight}" with straight ones'
    match detail["type"]:
        case kind if kind in _UNKNOWN_FIELD:
            near = did_you_mean(str(name), _fields(model, outer))
            if not near and (absent := _exchanged(outer, details)):
                near = f"; did you mean {show(absent)}, which is missing?"
            return f"there is no such field{near or '; remove it'}"
        case "missing":
            what = f"item {name + 1} is missing" if isinstance(name, int) else "is missing"
            return f"{what}; {_IF_MISSING.get(str(name), 'add it')}"
        case "string_too_short":
            return "is empty; write something, or leave the field out"
        case "literal_error":
            return f"{given} is not allowed here; write {context['expected']}".strip()
        case "value_error":
            error = context["error"]
            known = isinstance(error, NoReferenceError) and _meant(detail, meant)
            return f"{given} {known or error}".strip()
        case "string_type" | "tuple_type" if advice := _list_or_not(detail["input"]):
            return advice
        case kind if kind in _MESSAGES:
            message = _MESSAGES[kind].format(**context) if context else _MESSAGES[kind]
            return message if message.startswith("needs") else f"{given} {message}".strip()
        case kind:
            return f"{given} can't be used here ({kind}); correct it".strip()


def _list_or_not(given: object) -> str:
    """What to write instead of a list of short words where one is expected, or the reverse; else ""."""
    match given:
        case []:
            return "is an empty list; write one value, or leave the field out"
        case [str(), *_] if all(isinstance(one, str) and _SHORT.fullmatch(one) for one in given):
            words = " or ".join(map(str, given))
            return (
                f"takes one value, not a list; write {words} without brackets, or put the value in "
                "quotation marks if the brackets belong to it"
            )
        case str() if found := _NO_ITEM.fullmatch(given):
            return (
                f"needs a list, and an item of a list begins with a hyphen and a space; write "
                f"`- {found['first']}`"
            )
        case str() if _SHORT.fullmatch(given):
            return f"{_MESSAGES['tuple_type']}, as in `- {given}`"
    return ""


def _meant(detail: ErrorDetails, meant: Meant) -> str:
    """What to write instead of a text that is not a reference, if that is known; else ""."""
    fields = [part for part in detail["loc"] if isinstance(part, str)]
    advice = meant.advice(detail["input"], fields[-1]) if fields else ""
    return advice and f"is not a reference{advice}"


def _fields(model: type[Record], location: Sequence[str | int]) -> list[str]:
    """The names of the fields that may be at a place in a record, for "did you mean"."""
    schema = _schema(model)
    here: dict[str, Any] = schema
    for part in location:
        here = _resolve(here, schema)
        if isinstance(part, str):
            here = here.get("properties", {}).get(part, {})
        else:
            here = here.get("items", {})
    return sorted(_resolve(here, schema).get("properties", {}))


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
