"""Mended: what to write instead of a value that does not fit its field, if what was meant is known."""

from __future__ import annotations

import re

from pydantic_core import ErrorDetails

from generator.load.meant import Meant
from generator.records.fields import NoReferenceError, NoSlugError
from generator.strict_yaml.nodes import Location, Plain
from generator.text.look_alikes import described, plain_signs

_CURLY = tuple("“”„‘’‚«»")
_NOT_A_VALUE = ("value_error", "literal_error", "bool_parsing", "decimal_parsing", "int_parsing")
"""Errors about values that are not in quotation marks themselves."""

_PLAIN_VALUE = re.compile(r"[\[\]A-Za-z0-9/:.,~?-]+")
"""A short value: a reference, a short name, a number, a date, or a list of those."""

_NAMED_BY_A_QUESTION = ("choice", "population", "basis")
"""Fields whose values are names that a question gives."""


def mended(detail: ErrorDetails, meant: Meant, record: Plain) -> str:
    """What is wrong with a text and what to write instead, or ""; it is in this record."""
    given, kind = detail["input"], detail["type"]
    if not isinstance(given, str):
        return ""
    if given.startswith(_CURLY) and kind in _NOT_A_VALUE:
        straight = given.strip("".join(_CURLY))
        return f'has curly quotation marks, which don\'t work here; write "{straight}" with straight ones'
    if advice := _look_alike(given, kind):
        return advice
    return _meant(detail, meant, record) if kind == "value_error" else ""


def _look_alike(given: str, kind: str) -> str:
    """What is wrong with a short value that has a look-alike of a plain sign; "" for any other."""
    if kind not in (*_NOT_A_VALUE, "tuple_type"):
        return ""
    plain, odd = plain_signs(given), described(given)
    return f"has {odd}; write {plain}" if odd and _PLAIN_VALUE.fullmatch(plain) else ""


def _beside(way: Location, record: Plain, name: str) -> str:
    """The text of a field of this name that is beside the value to which the way leads; else ""."""
    around: list[Plain] = [record]
    for step in way[:-1]:
        here = around[-1]
        if isinstance(here, dict):
            around.append(here.get(str(step), ""))
        elif isinstance(here, list) and isinstance(step, int):
            around.append(here[step])
    found = next(
        (one[name] for one in reversed(around) if isinstance(one, dict) and name in one), ""
    )
    return found if isinstance(found, str) else ""


def _meant(detail: ErrorDetails, meant: Meant, record: Plain) -> str:
    """What is wrong with a text that is no reference, short name or code, if what is meant is known; else ""."""
    error, given, way = detail["ctx"]["error"], detail["input"], detail["loc"]
    name = next((part for part in reversed(way) if isinstance(part, str)), "")
    if name == "currency":
        amount = _beside(way, record, "as_stated")
        code = meant.currency(given, amount)
        return f"is not a currency code; write `{code}`" if code else ""
    if isinstance(error, NoSlugError) and name in _NAMED_BY_A_QUESTION:
        if advice := meant.short_name(given, name, _beside(way, record, "answers")):
            return advice
        if " " in given:
            return "is not a short name; write the name that the question's file has before the ':'"
    if not isinstance(error, NoReferenceError) or not name:
        return ""
    advice = meant.advice(detail["input"], name)
    return advice and f"is not a reference{advice}"
