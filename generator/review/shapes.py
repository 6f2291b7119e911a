"""Shapes: what a value in a file may be, according to the model of its record."""

from __future__ import annotations

import types
from functools import cache
from pathlib import PurePosixPath
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from generator.records import Entity, Fact, Layout, Question, Skip, Source, Withdrawn
from generator.records.fields import Record
from generator.records.references import ENTITY_KINDS

VERBATIM = frozenset(
    ("quote", "context", "attributed_as", "exact", "prefix", "suffix", "as_stated")
)
"""The fields with a document's own words."""

ValueShape: TypeAlias = Any
"""What a value may be: a model of records, a mapping, the class of dates, or text."""


def model_of(path: str) -> type[Record] | None:
    """The model of the records in a file of `content/`; None if people don't write that file."""
    folder, *rest = PurePosixPath(path).parts[1:] or ("",)
    name = PurePosixPath(path).stem
    if folder in ENTITY_KINDS:
        return Entity
    if folder == "questions":
        return Question
    if folder != "sources" or len(rest) != 2:
        return None
    own: dict[str, type[Record]] = {
        "source": Source,
        "skipped": Skip,
        "layout": Layout,
        "withdrawn": Withdrawn,
    }
    return Fact if name.startswith("facts") else own.get(name)


@cache
def order_of(shape: ValueShape) -> dict[str, int]:
    """The fields of a record, each with its place in the order; empty for anything else."""
    return {name: number for number, name in enumerate(_fields(shape))}


@cache
def _fields(shape: ValueShape) -> dict[str, ValueShape]:
    """The fields of a model by the names that files use, with what each may be.

    Its own come before those that it shares with other models.
    """
    if not (isinstance(shape, type) and issubclass(shape, Record)):
        return {}
    own = [name for name in shape.model_fields if name in shape.__annotations__]
    inherited = [name for name in shape.model_fields if name not in own]
    infos = [(name, shape.model_fields[name]) for name in (*own, *inherited)]
    return {info.alias or name: _bare(info.annotation) for name, info in infos}


def within(shape: ValueShape, name: str) -> ValueShape:
    """What a field of this name, or an item of the list, may be."""
    if not name:
        return shape
    origin: Any = get_origin(shape)
    return _bare(get_args(shape)[1]) if origin is dict else _fields(shape).get(name)


def _bare(annotation: ValueShape) -> ValueShape:
    """What an annotation allows, without its checks and without the list around it."""
    origin: Any = get_origin(annotation)
    if origin is Annotated or origin is tuple:
        return _bare(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return next((one for one in map(_bare, get_args(annotation)) if one is not str), str)
    return annotation
