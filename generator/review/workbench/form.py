"""The form: what can be entered for a record, and the same record as written in a file.

In a form, whatever may be a list is a list, and whatever may have fields has them. A file may use a
short form: one passage without a list, or its words without `exact`.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BeforeValidator

from generator.records import Fact
from generator.records.fields import Record, SpeltOut, one_or_more
from generator.strict_yaml.nodes import Plain

EntryKind: TypeAlias = Literal["text", "flag", "words", "pair", "map", "record"]
"""What is entered: a text, a yes, one of some words, two numbers, names with values, or fields."""

FormPath: TypeAlias = tuple[str | int, ...]
"""The names and indexes that lead to a value of a form."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: `many` if it is a list; `lone` if a single item may be written without the list.

    `short` is the field whose value alone may be written for the whole record, `of` the record's
    class, and `words` what may be chosen.
    """

    name: str
    kind: EntryKind
    many: bool = False
    lone: bool = False
    short: str = ""
    of: type[Record] | None = None
    words: tuple[str, ...] = ()
    required: bool = False


@cache
def fields_of(model: type[Record]) -> dict[str, FormField]:
    """The fields of a record by the names that files use; its own come before inherited ones."""
    own = [name for name in model.model_fields if name in model.__annotations__]
    others = [name for name in model.model_fields if name not in own]
    found = {}
    for name in (*own, *others):
        info = model.model_fields[name]
        known = info.alias or name
        found[known] = _field(known, info.annotation, info.metadata, info.is_required())
    return found


@cache
def records_of(model: type[Record]) -> tuple[type[Record], ...]:
    """A record and every record within it."""
    inner = (one.of for one in fields_of(model).values() if one.of)
    return tuple(dict.fromkeys((model, *(found for one in inner for found in records_of(one)))))


def _field(name: str, annotation: Any, metadata: Iterable[object], required: bool) -> FormField:
    marks = list(metadata)
    many = False
    while True:
        origin: Any = get_origin(annotation)
        arguments = get_args(annotation)
        if origin is Annotated:
            marks += arguments[1:]
            annotation = arguments[0]
        elif origin in (Union, types.UnionType):
            annotation = next(one for one in arguments if one is not types.NoneType)
        elif origin is tuple and arguments[-1] is Ellipsis:
            many, annotation = True, arguments[0]
        else:
            break
    whole = FormField(name, "text", many, one_or_more in _shorts(marks), required=required)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        spelt = next((one.key for one in _shorts(marks) if isinstance(one, SpeltOut)), "")
        return replace(whole, kind="record", short=spelt, of=annotation)
    if origin is Literal:
        return replace(whole, kind="words", words=tuple(map(str, arguments)))
    kinds: dict[object, EntryKind] = {tuple: "pair", dict: "map"}
    plain: EntryKind = "flag" if annotation is bool else "text"
    return replace(whole, kind=kinds.get(origin, plain))


def _shorts(marks: Iterable[object]) -> list[object]:
    """The checks that let a value be written in short form."""
    return [one.func for one in marks if isinstance(one, BeforeValidator)]


def as_form(value: Plain, model: type[Record] = Fact) -> Plain:
    """What a file says, with every list and field spelt out."""
    if not isinstance(value, dict):
        return value
    known = fields_of(model)
    return {name: _spelt_out(one, known[name]) for name, one in value.items() if name in known}


def _spelt_out(value: Plain, field: FormField) -> Plain:
    if field.many:
        items = value if isinstance(value, list) else [value]
        return [_one_spelt_out(one, field) for one in items]
    return _one_spelt_out(value, field)


def _one_spelt_out(value: Plain, field: FormField) -> Plain:
    if field.of is None:
        return value
    return as_form({field.short: value} if isinstance(value, str) else value, field.of)


def as_written_in_file(form: Plain, model: type[Record] = Fact) -> dict[str, Plain]:
    """A form's record as written in a file: in short form, in the order of its fields, without blanks.

    Raises ValueError if the form has something that no record can have.
    """
    if not isinstance(form, dict):
        raise ValueError("a record consists of fields")
    known = fields_of(model)
    if strange := [name for name in form if name not in known]:
        raise ValueError(f"a record has no field {strange[0]!r}")
    shortened = ((name, _shortened(form[name], one)) for name, one in known.items() if name in form)
    return {name: value for name, value in shortened if not _is_blank(value)}


def _shortened(value: Plain, field: FormField) -> Plain:
    if not field.many:
        return _one_shortened(value, field)
    if not isinstance(value, list):
        raise ValueError(f"{field.name!r} is a list")
    found = [one for one in (_one_shortened(item, field) for item in value) if not _is_blank(one)]
    return found[0] if field.lone and len(found) == 1 else list(found)


def _one_shortened(value: Plain, field: FormField) -> Plain:
    if field.of is not None:
        inner = as_written_in_file(value, field.of)
        return inner[field.short] if list(inner) == [field.short] else dict(inner)
    if field.kind == "map":
        if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
            raise ValueError(f"{field.name!r} gives names their values")
        pairs = {_line(name): _line(str(one)) for name, one in value.items()}
        return {name: one for name, one in pairs.items() if name and one}
    if field.kind == "pair":
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise ValueError(f"{field.name!r} is a pair")
        return [_line(str(one)) for one in value] if any(value) else []
    if not isinstance(value, str):
        raise ValueError(f"{field.name!r} is a text")
    return _line(value)


def _line(text: str) -> str:
    return " ".join(text.split())


def _is_blank(value: Plain) -> bool:
    return value in ("", [], {})


def path_in_form(path: Sequence[str | int], value: Plain, model: type[Record] = Fact) -> FormPath:
    """The path of a value in a form, given its path in the file."""
    if not path or not isinstance(value, dict):
        return ()
    name, *rest = path
    field = fields_of(model).get(str(name))
    if field is None or name not in value:
        return (name,)
    here, found = value[str(name)], [str(name)]
    steps: list[str | int] = list(found)
    if field.many:
        if isinstance(here, list):
            if not rest or not isinstance(rest[0], int) or rest[0] >= len(here):
                return tuple(steps)
            number, *rest = rest
            steps.append(number)
            here = here[int(number)]
        else:
            steps.append(0)
    if field.of is None:
        return (*steps, *rest)
    if isinstance(here, str):
        return (*steps, field.short) if field.short else tuple(steps)
    return (*steps, *path_in_form(rest, here, field.of))


def as_choices(
    model: type[Record], words: Mapping[tuple[str, str], str]
) -> list[dict[str, object]]:
    """The fields of a record for the browser; `words` names the list of words of a field."""
    return [
        {
            "name": one.name,
            "kind": one.kind,
            "many": one.many,
            "of": one.of.__name__ if one.of else "",
            "words": list(one.words),
            "list": words.get((model.__name__, one.name), ""),
            "required": one.required,
        }
        for one in fields_of(model).values()
    ]
