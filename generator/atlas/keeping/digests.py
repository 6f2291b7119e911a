"""Digests: one for each thing that a page may read, which changes whenever the thing does."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Any

from pydantic import BaseModel

from generator.atlas.keeping.noting import Read
from generator.load.entries import Entry

_PLAIN = frozenset({str, int, bool, float, type(None)})
"""Kinds of values that Python writes in words, and no two different ones alike."""

_ABSENT = ""
"""The digest of what is not there."""


class Digests:
    """The digests of what some mappings contain, by the names of the mappings.

    Nothing in the mappings may change, or go away, as long as this is used.
    """

    def __init__(self, parts: Mapping[str, Mapping[Any, Any]]) -> None:
        self._parts = parts
        self._of: dict[Read, str] = {}
        self._told: dict[int, str] = {}
        self._parts_of: dict[type, Callable[[Any], Any]] = {}

    def add(self, parts: Mapping[str, Mapping[Any, Any]]) -> None:
        """Add mappings, of which nothing has been read so far."""
        self._parts = {**self._parts, **parts}

    def of(self, read: Read) -> str:
        """The digest of what was read. Raises TypeError for a kind of value that nobody expected."""
        found = self._of.get(read)
        if found is None:
            found = self._of[read] = self._digest(*read)
        return found

    def _digest(self, name: str, key: Any) -> str:
        part = self._parts.get(name)
        if part is None or (key is not None and key not in part):
            return _ABSENT
        return _short(self._tell(tuple(part) if key is None else part[key]))

    def _tell(self, value: Any) -> str:
        """A value in words; no two different values have the same."""
        kind = type(value)
        if kind in _PLAIN:
            return repr(value)
        if kind is tuple:
            return f"tuple({','.join(map(self._tell, value))})"
        if kind in self._parts_of:  # most values are plain, tuples, or of a kind that has been seen
            return self._tell_object(value, kind)
        if isinstance(value, str | Decimal):
            return f"{kind.__name__}({value!r})"
        if isinstance(value, tuple | list):
            return f"{kind.__name__}({','.join(map(self._tell, value))})"
        if isinstance(value, Mapping):
            pairs = (f"{self._tell(key)}:{self._tell(one)}" for key, one in value.items())
            return f"{kind.__name__}({','.join(pairs)})"
        if isinstance(value, frozenset | set):
            return f"{kind.__name__}({','.join(sorted(map(self._tell, value)))})"
        self._parts_of[kind] = _parts_of(kind)
        return self._tell_object(value, kind)

    def _tell_object(self, value: Any, kind: type) -> str:
        """A record, or an object that is made of others, in words."""
        if (told := self._told.get(id(value))) is None:
            parts = self._parts_of[kind](value)
            told = self._told[id(value)] = f"{kind.__name__}#{_short(self._tell(parts))}"
        return told


def _parts_of(kind: type) -> Callable[[Any], Any]:
    """A function that gives everything that an object of this kind consists of.

    Raises TypeError if it is neither a record nor a dataclass.
    """
    if issubclass(kind, Entry):  # no page shows where in its file a value is
        return attrgetter("ref", "record", "path", "home")
    if issubclass(kind, BaseModel):
        return attrgetter(*kind.model_fields)
    if is_dataclass(kind):
        return attrgetter(*(one.name for one in fields(kind)))
    raise TypeError(f"no digest of {kind}")


def _short(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
