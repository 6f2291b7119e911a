"""Complaints: what is wrong with a value that does not fit its field, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic_core import ErrorDetails

from generator.load.meant import Meant
from generator.load.mended import mended
from generator.load.schemas import fields_in, needed_in
from generator.problems import did_you_mean, show
from generator.records.fields import REF, SLUG, Record
from generator.strict_yaml.nodes import OF_THE_NAME, Location, Node, Plain, new_line


def place_of_fault(detail: ErrorDetails) -> Location:
    """The way to what is to be mended: a field's name if it is unknown, or the field that is named.

    What is wrong with several fields together is at the first of them that the message names.
    """
    way, given = detail["loc"], detail["input"]
    if detail["type"] in _UNKNOWN_FIELD:
        return (*way, OF_THE_NAME)
    if detail["type"] == "value_error" and isinstance(given, dict):
        named = _IN_BACKQUOTES.findall(str(detail["ctx"]["error"]))
        return (*way, *[name for name in named if name in given][:1])
    return way


def is_explained(
    missing: ErrorDetails, details: Sequence[ErrorDetails], model: type[Record]
) -> bool:
    """Whether a missing field is there under another name, or in the wrong place.

    An unknown field has a name much like its own, or its name in what is around it. The only missing
    field beside the only unknown one counts too.
    """
    if missing["type"] != "missing":
        return False
    *outer, name = missing["loc"]
    unknown = [one["loc"] for one in details if one["type"] in _UNKNOWN_FIELD]
    if any(way[-1] == name and (*outer,)[: len(way) - 1] == way[:-1] for way in unknown):
        return True
    return _exchanged(outer, details) == name or any(
        (*outer,) == other["loc"][:-1]
        and did_you_mean(str(other["loc"][-1]), fields_in(model, outer)).endswith(
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


def complaint(
    detail: ErrorDetails,
    details: Sequence[ErrorDetails],
    model: type[Record],
    meant: Meant,
    record: Plain,
) -> str:
    """The message for a value, which begins with the fields that lead to it; it is in this record."""
    fields = (part for part in detail["loc"] if isinstance(part, str) and part != "[key]")
    named, message = ".".join(fields), _message(detail, details, model, meant, record)
    return f"{named}: {message}" if named else message


_IN_BACKQUOTES = re.compile(r"`(\w+)`")
_UNKNOWN_FIELD = ("extra_forbidden", "unexpected_keyword_argument")
_NO_TEXT = (
    "is read as a list or as fields, because it begins with [ or {, or because of the lines below it; "
    "put the value in quotation marks, or on lines under '>-'"
)
_NO_NUMBER = "is not a number; write one such as 12 or 4.5"
_MESSAGES = {
    "bool_parsing": "is not true or false; write one of the two",
    "decimal_parsing": _NO_NUMBER,
    "decimal_type": _NO_TEXT,
    "finite_number": _NO_NUMBER,
    "int_parsing": "is not a whole number; write one such as 12",
    "int_parsing_size": "is too large; write a smaller number",
    "int_type": _NO_TEXT,
    "string_too_long": "has more than {max_length:,} characters; shorten it",
    "string_too_short": "is empty; write something, or leave the field out",
    "string_type": _NO_TEXT,
    "too_long": "has too many items; write at most {max_length}",
    "too_short": "has too few items; write at least {min_length}",
    "tuple_type": "needs a list; write each item on a separate line below the field, after `- `",
}
"""A message for each type of pydantic's errors; the context of the error fills it in."""

_SHORT = re.compile(rf"{SLUG.pattern}|{REF.pattern}")
_NO_ITEM = re.compile(r"[-\u2010-\u2015\u2212\u2022*] ?(?P<first>\S+).*", re.DOTALL)

_FEW = 12
"""So many fields, at most, are listed for somebody who wrote another."""

_IF_MISSING = {
    "id": "run `new fact`, and copy the id that it makes",
    "unit": "write what is counted, such as `unit: person`",
    "statement": "write the claim in your own words, no more than the quote says",
    "quote": "copy the document's words for the claim",
    "kind": "write what the document is, such as `kind: report`",
    "language": "write the language's code, such as `language: en`",
    "short": "write a short name for the document, such as `short: Wend Courier`",
    "title": "write the title, in quotation marks",
    "text": "write `text:` and, on the line below, `  state: whole` if this is the whole document",
    "name": "write the name, such as `name: Ada Okoro`",
    "as_stated": "copy the quote's words for the amount, such as `as_stated: at least 30 guests`",
    "attributed_to": "write `attributed_to: self` if the document itself makes the claim, or "
    "`attributed_to: people/a-name` if it credits somebody else",
}
"""What to write in a missing field, if a contributor may not know it."""


def _missing(name: str | int) -> str:
    """What to write where a field, or an item of a list, is missing."""
    if isinstance(name, int):
        return f"item {name + 1} is missing; add it"
    return f"is missing; {_IF_MISSING.get(name, f'add the line `{name}: …`')}"


def _message(
    detail: ErrorDetails,
    details: Sequence[ErrorDetails],
    model: type[Record],
    meant: Meant,
    record: Plain,
) -> str:
    """What is wrong and what to do, in words for somebody who does not know Python."""
    name = (detail["loc"] or ("",))[-1]
    given = show(detail["input"]) if isinstance(detail["input"], str) else ""
    context = detail.get("ctx", {})
    if advice := mended(detail, meant, record):
        return f"{given} {advice}"
    match detail["type"]:
        case kind if kind in _UNKNOWN_FIELD:
            return _no_such_field(str(name), detail["loc"], details, model)
        case "missing":
            return _missing(name)
        case "literal_error":
            return f"{given} is not allowed here; write {context['expected']}".strip()
        case "value_error":
            return f"{given} {context['error']}".strip()
        case "string_type" | "tuple_type" if advice := _list_or_not(detail["input"]):
            return advice
        case "dict_type" | "model_type" | "dataclass_type":
            return _no_fields(detail, model)
        case kind if kind in _MESSAGES:
            message = _MESSAGES[kind].format(**context) if context else _MESSAGES[kind]
            return (
                message
                if message.startswith(("needs", "is empty"))
                else f"{given} {message}".strip()
            )
        case kind:
            return f"{given} can't be used here ({kind}); correct it".strip()


def with_place(detail: ErrorDetails, message: str, node: Node) -> str:
    """The message, with the place of the new line if a field of an indented mapping is missing."""
    *outer, name = detail["loc"] or ("",)
    if detail["type"] != "missing" or not isinstance(name, str):
        return message
    margin, where = new_line(node, outer, after="quote")
    if not margin:
        return message
    whole = message.replace(f"`{name}: ", f"`{margin}{name}: ")
    return f"{whole}{'' if 'add the line' in whole else ', on a new line'} {where}"


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


def _no_fields(detail: ErrorDetails, model: type[Record]) -> str:
    """What to do about a text or a list where fields belong."""
    if detail["type"] == "dict_type" and isinstance(detail["input"], list):
        return "takes `name: value`, one per line, and no list; remove each `- ` here"
    needed = needed_in(model, detail["loc"]) or "`name: value`"
    return f"needs fields; write {needed}, one per line, indented below it"


def _no_such_field(
    name: str, way: Location, details: Sequence[ErrorDetails], model: type[Record]
) -> str:
    """What to do about a field of an unknown name."""
    known = fields_in(model, way[:-1])
    near = did_you_mean(name, known)
    if not near and (inner := _inside(way, known, details)):
        return f"this is a field of `{inner}`; indent it like the other fields there"
    if not near and (absent := _exchanged(way[:-1], details)):
        near = f"; did you mean {show(absent)}, which is missing?"
    few = f" (the fields here are {', '.join(known)})" if 0 < len(known) <= _FEW else ""
    return f"there is no such field{near or f'; remove it{few}'}"


def _inside(way: Location, known: Sequence[str], details: Sequence[ErrorDetails]) -> str:
    """The known field beside an unknown one in which a field of its name is missing; else ""."""
    *outer, name = way
    lacking = [one["loc"] for one in details if one["type"] == "missing" and one["loc"][-1] == name]
    found = [str(loc[len(outer)]) for loc in lacking if loc[: len(outer)] == (*outer,)]
    return next((one for one in found if one in known), "")
